"""Excel workbooks (.xlsx), by openpyxl."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from dorpspomp import archive, table
from dorpspomp.problem import Problem
from dorpspomp.table import MOST_COLUMNS, MOST_ROWS, Opened, Table, unreadable

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

    AnyCell = ReadOnlyCell | EmptyCell

# What openpyxl lets through when the XML of a workbook is not what it expects.
_DAMAGE = (
    BadZipFile, InvalidFileException, ParseError, zlib.error, EOFError, OSError, NotImplementedError,
    KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, AssertionError,
)  # fmt: skip
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_ZEROS = re.compile(r"0{2,}\Z")
_MOST_MERGED = 20_000


def read(data: bytes, name: str, file: str) -> Opened:
    """Read every sheet of a workbook; `name` is how a problem calls a workbook that cannot be opened."""
    if complaint := archive.complaint(data):
        return table.opened([unreadable(file, name, *complaint)])
    try:
        return table.opened(_tables(data, file))
    except _DAMAGE:
        return table.opened([unreadable(file, name, archive.BROKEN, archive.AGAIN)])


def _tables(data: bytes, file: str) -> list[Table | Problem]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    with ZipFile(io.BytesIO(data)) as package:
        return [
            table.make(sheet.title, file, _filled(_rows(sheet), _merged(package, sheet)))
            for sheet in book.worksheets
        ]


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield numbered rows as text. The stated size of a sheet is often wrong, so it is not believed."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=MOST_ROWS + 100, max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(rows, start=1):
        yield number, [_shown(cell) for cell in row]


def _shown(cell: AnyCell) -> str:
    """Return a cell as the volunteer sees it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and _ZEROS.match(cell.number_format or ""):
        return str(value).zfill(len(cell.number_format))
    return text(value)


def text(value: object) -> str:
    """Write a value of a spreadsheet's cell as a Dutch spreadsheet shows it; dates in ISO form.

    >>> text(3.0), text(2.5), text(True), text(time(9, 30)), text(datetime(2026, 2, 1))
    ('3', '2,5', 'WAAR', '09:30', '2026-02-01')
    """
    return next((write(value) for kind, write in _WRITERS if isinstance(value, kind)), str(value))


def _moment(value: datetime) -> str:
    return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"


def _duration(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value).replace(".", ",")


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: "WAAR" if value else "ONWAAR"),
    (float, _number),
    (datetime, _moment),
    (date, date.isoformat),
    (time, lambda value: f"{value:%H:%M}"),
    (timedelta, _duration),
)
"""How a value is written; a bool is also an int, and a datetime also a date, so order counts."""


def _merged(package: ZipFile, sheet: Any) -> dict[tuple[int, int], int]:
    """Map each cell (row, column) under a merged one to the row that holds its text.

    Only cells merged downwards are filled: that is how one `rubriek` is written for five rows. A
    reading worksheet of openpyxl does not know them, so they are taken from the sheet's own XML.
    """
    path = sheet._worksheet_path.lstrip("/")
    below: dict[tuple[int, int], int] = {}
    for match in _MERGED.finditer(package.read(path)):
        left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(match[1].decode("ascii")))
        if left == right and len(below) + bottom - top <= _MOST_MERGED:
            below |= {(row, left - 1): top for row in range(top + 1, bottom + 1)}
    return below


def _filled(
    rows: Iterator[tuple[int, list[str]]], below: dict[tuple[int, int], int]
) -> Iterator[tuple[int, list[str]]]:
    if not below:
        yield from rows
        return
    seen: dict[int, list[str]] = {}
    columns = sorted({column for _, column in below})
    for number, cells in rows:
        seen[number] = cells
        for column in columns:
            top = seen.get(below.get((number, column), 0))
            if top and column < len(top) and any(cells):
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = top[column]
        yield number, cells
