"""Reading one file of a village: only a real file, inside the village, of a size that a person makes."""

from __future__ import annotations

import stat
from pathlib import Path

from dorpspomp.table import MOST_BYTES

MOST_TEXT = 100_000
"""A text of fifty pages."""

NOT_READABLE = (
    "Het bestand kan niet worden gelezen.",
    "Sluit het bestand in andere programma's en probeer het opnieuw.",
)
_NO_FILE = ("Dit is geen gewoon bestand.", "Zet hier het bestand zelf neer.")
_ELSEWHERE = ("Dit wijst naar een bestand buiten de map van het dorp.", "Zet hier het bestand zelf neer.")
_TOO_LARGE = ("Het bestand is veel te groot.", "Haal weg wat er niet in hoort.")


def content(path: Path, most: int = MOST_BYTES) -> bytes | tuple[str, str]:
    """Return the bytes of a file, or what is wrong with it and what to do.

    A pipe is never opened, for it would be waited on for ever; a link is only followed inside the
    folder that holds the file's own folder.
    """
    try:
        found = path.resolve(strict=True)
        if not found.is_relative_to(path.parent.resolve().parent):
            return _ELSEWHERE
        facts = found.stat()
        if not stat.S_ISREG(facts.st_mode):
            return _NO_FILE
        return _TOO_LARGE if facts.st_size > most else found.read_bytes()
    except (OSError, RuntimeError):  # a link that leads to itself
        return NOT_READABLE
