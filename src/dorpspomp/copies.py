"""Copies that sync programs and people leave beside a file: recognised by their names, so not used twice.

Two people saved the same sheet, a folder was synced from two computers, or somebody kept "Kopie van
register.xlsx". Only where the file itself is there too does its copy stay out; a copy alone is used.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath

from dorpspomp.problem import Level, Problem

_MARKS = (
    r"\s*\([^()]*\b(?:sf)?conflict\w*\b[^()]*\)$",  # Dropbox, Nextcloud, Seafile
    r"\s*\((?:\d{1,2}|kopie(?: \d+)?|copy(?: \d+)?)\)$",  # Google Drive, browsers
    r"\.sync-conflict-[\w-]+$",  # Syncthing
    r"[._-]conflict(?:[-_ ][\w -]*)?$",  # Resilio, older ownCloud
    r"_[\w-]+_conflict$",  # Synology
    r"-(?:desktop|laptop)-\w+$",  # OneDrive
    r"\s*-?\s*\b(?:kopie|copy)(?:\s*\(?\d{1,2}\)?)?$",  # Windows, Mac
    r"^(?:kopie|copy)(?:\s*\(\d{1,2}\))?\s+(?:van|of)\s+",  # Google, older Windows
    r" - met opmerkingen$",  # our own copy with comments
)
_MARK = re.compile("|".join(_MARKS), re.IGNORECASE)


def original(name: str, others: Collection[str]) -> str:
    """Return which of the other files a file is a copy of, going by its name; "" for none.

    >>> original("register (conflict van Jan).xlsx", ["register.xlsx"])
    'register.xlsx'
    >>> original("Kopie van register.xlsx", ["plekken.csv"])
    ''
    """
    stems = {PurePath(other).stem.casefold(): other for other in others if other != name}
    stem = PurePath(name).stem
    while (bare := _MARK.sub("", stem, count=1).strip()) and bare != stem:
        if found := stems.get(bare.casefold()):
            return found
        stem = bare
    return ""


def left_out(name: str, file: str) -> Problem:
    """Return the problem of a copy that stands beside the file itself."""
    return Problem(
        level=Level.NOTICE, sheet=PurePath(file).stem, says=name,
        wrong=f"‘{name}’ lijkt een kopie van ‘{file}’. Die kopie gebruik ik niet.",
        do=f"Zet wat u wilt houden in ‘{file}’. Haal daarna de kopie weg.",
    )  # fmt: skip
