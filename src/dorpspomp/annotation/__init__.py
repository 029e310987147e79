"""Copies of a volunteer's file with comments in the cells: bytes in, bytes out.

What may not be shown is masked, whatever else could hold it (other sheets, comments, links, charts,
lists, names) is left out, and nothing in the copy can be changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from dorpspomp import archive
from dorpspomp.annotation import excel, libreoffice
from dorpspomp.opendocument import DAMAGE as DAMAGE_ODS
from dorpspomp.spreadsheet import DAMAGE as DAMAGE_XLSX
from dorpspomp.views.notes import Notes

_WORKBOOKS = (".xlsx", ".xlsm", ".ods")


@dataclass(frozen=True, slots=True)
class Copy:
    """A file with comments, and what its name ends in."""

    data: bytes
    suffix: str


def copied(data: bytes, notes: Notes) -> Copy | None:
    """Return a copy of a file with comments, or None when the file cannot be opened."""
    kind = PurePath(notes.file).suffix.lower()
    if kind in _WORKBOOKS and archive.complaint(data):
        return None
    try:
        if kind == ".ods":
            return Copy(libreoffice.annotated(data, notes), ".ods")
        if kind in _WORKBOOKS:
            return Copy(excel.annotated(data, notes), ".xlsx")
        return Copy(excel.made(notes), ".xlsx")
    except (*DAMAGE_ODS, *DAMAGE_XLSX):
        return None
