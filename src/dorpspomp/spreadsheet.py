"""Excel workbooks (.xlsx), by openpyxl."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from dorpspomp import archive, package, table
from dorpspomp.problem import Problem
from dorpspomp.table import MOST_COLUMNS, MOST_ROWS, Opened, Table, unreadable

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

    AnyCell = ReadOnlyCell | EmptyCell

# What openpyxl lets through when the XML of a workbook is not what it expects.
DAMAGE = (
    *archive.DAMAGE, InvalidFileException, ParseError,
    KeyError, TypeError, AttributeError, IndexError, OverflowError, AssertionError,
)  # fmt: skip
_ZEROS = re.compile(r"0{2,}\Z")


def read(data: bytes, name: str, file: str) -> Opened:
    """Read every sheet of a workbook; `name` is how a problem calls a workbook that cannot be opened."""
    if complaint := archive.complaint(data, archive.EXCEL):
        return table.opened([unreadable(file, name, *complaint)])
    try:
        return table.opened(_tables(data, file))
    except DAMAGE:
        return table.opened([unreadable(file, name, archive.BROKEN, archive.AGAIN)])


def _tables(data: bytes, file: str) -> list[Table | Problem]:
    data = package.usual(data)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    with ZipFile(io.BytesIO(data)) as opened:
        return [_table(sheet, opened, file) for sheet in book.worksheets]


def _table(sheet: Any, opened: ZipFile, file: str) -> Table | Problem:
    behind = package.hidden(opened, sheet._worksheet_path.lstrip("/"))
    rows = _filled(_rows(sheet, behind.formulas), behind.below)
    made = table.make(sheet.title, file, rows, behind.links)
    is_hidden = sheet.sheet_state != "visible"
    return replace(made, is_hidden=is_hidden) if isinstance(made, Table) else made


def _rows(sheet: Any, formulas: Mapping[tuple[int, int], str]) -> Iterator[tuple[int, list[str]]]:
    """Yield numbered rows as text. The stated size of a sheet is often wrong, so it is not believed."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 100), start=1):
        cells = row[: MOST_COLUMNS + 1]
        yield number, [formulas.get((number, place)) or _shown(cell) for place, cell in enumerate(cells)]


def _shown(cell: AnyCell) -> str:
    """Return a cell as the volunteer sees it, but for a number that is rounded on the screen."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, cell.number_format or "")
    return text(value)


def _number(value: float, shape: str) -> str:
    if _ZEROS.match(shape) and float(value).is_integer():
        return str(int(value)).zfill(len(shape))
    if shape.endswith("%"):
        return f"{table.number(float(value) * 100)}%"
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


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: "WAAR" if value else "ONWAAR"),
    (float, table.number),
    (datetime, _moment),
    (date, date.isoformat),
    (time, lambda value: f"{value:%H:%M}"),
    (timedelta, _duration),
)
"""How a value is written; a bool is also an int, and a datetime also a date, so order counts."""


def _filled(
    rows: Iterator[tuple[int, list[str]]], below: Mapping[tuple[int, int], int]
) -> Iterator[tuple[int, list[str]]]:
    """Give the cells under a merged one its text: that is how one `rubriek` is written for five rows."""
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
