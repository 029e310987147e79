"""Saving: what a village's files look like now, and whether somebody is still busy with one of them.

Names, sizes and times of saving are compared, never who said that something changed: a network
folder says nothing, and a program that saves says too much. Lock files and temporary files do not
count. A lock file is no reason to wait either, for people keep their sheets open all day.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from dorpspomp.geojson import FILE
from dorpspomp.village import Village, is_sheet

Sign = tuple[int, int]
"""A file's size, and when it was saved."""
Snapshot = Mapping[str, Sign]
"""The sign of every file that matters, by its path in the village."""

SETTINGS = "pelicanconf.py"
CONTENT = "content"
_PASSING = (".", "~")
_TEMPORARY = (".tmp", ".part", ".partial", ".crdownload", "~", "#")
_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_NO_FILE = -1  # the size of what is no ordinary file

HALF = "{name} is nog niet helemaal binnen. Ik wacht tot het klaar is."
GONE = "{name} is weg. Ik wacht even of het terugkomt."


def matters(path: str) -> bool:
    """Tell whether a file of a village can be a sheet, its map, a text or a setting.

    >>> matters("data/diensten.csv"), matters("data/~$register.xlsx"), matters("data/adressen.csv")
    (True, False, False)
    """
    folder, _, rest = path.partition("/")
    name = path.rpartition("/")[2]
    if folder == "data":
        return name == rest and (is_sheet(name) or name == FILE)
    return path == SETTINGS or (
        folder == CONTENT and not name.startswith(_PASSING) and not name.lower().endswith(_TEMPORARY)
    )


def snapshot(village: Village) -> Snapshot | None:
    """Return what a village's files look like now; None when its folder cannot be reached."""
    try:
        sheets = [Path("data", path.name) for path in village.data.iterdir()]
    except OSError:  # deleted, unmounted, a network that is down
        return None
    found: dict[str, Sign] = {}
    for path in (*sheets, *_texts(village), Path(SETTINGS)):
        if matters(path.as_posix()):
            with suppress(OSError):  # gone since it was listed
                found[path.as_posix()] = _sign(village.root / path)
    return found


def changed(before: Snapshot, now: Snapshot) -> list[str]:
    """Return the names of the files that differ between two moments."""
    paths = {*before, *now}
    return [_name(path) for path in sorted(paths) if before.get(path) != now.get(path)]


def unfinished(village: Village, before: Snapshot, now: Snapshot) -> list[str]:
    """Say of every changed file that does not seem to be all there what it is waited for."""
    half = [
        HALF.format(name=_name(path))
        for path, sign in now.items()
        if before.get(path) != sign and not is_whole(village.root / path, sign)
    ]
    return [*half, *(GONE.format(name=name) for name in _missing(before, now))]


def is_whole(path: Path, sign: Sign) -> bool:
    """Tell whether a file seems complete: it has something in it, and a workbook has its end."""
    if sign[0] == _NO_FILE:
        return True
    if sign[0] == 0:
        return False
    if path.suffix.lower() not in _WORKBOOKS:
        return True
    try:
        with path.open("rb") as file:
            start = file.read(2)
            # Another kind of file under this name is told by the reading; room that was only reserved is nul.
            return start not in {b"PK", b"\0\0", b"P"} or zipfile.is_zipfile(file)
    except OSError:  # the program that saves it holds it
        return False


def _missing(before: Snapshot, now: Snapshot) -> Iterator[str]:
    """Yield the sheets that are gone and were not renamed, and the texts where all of these are gone."""
    new = {now[path] for path in now if path not in before}
    for path in sorted(before):
        if path.startswith("data/") and path not in now and before[path] not in new:
            yield _name(path)
    if any(map(_is_text, before)) and not any(map(_is_text, now)):
        yield CONTENT


def _is_text(path: str) -> bool:
    return path.startswith(f"{CONTENT}/")


def _texts(village: Village) -> Iterator[Path]:
    for folder, _, names in os.walk(village.content):
        for name in names:
            yield Path(folder, name).relative_to(village.root)


def _sign(path: Path) -> Sign:
    facts = path.stat()
    return (facts.st_size if stat.S_ISREG(facts.st_mode) else _NO_FILE, facts.st_mtime_ns)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
