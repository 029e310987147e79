"""Copies with comments as Excel workbooks, by openpyxl: of a workbook, or of the rows of a CSV file."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.scenario import ScenarioList
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from dorpspomp.problem import column_letter
from dorpspomp.table import RawRow
from dorpspomp.template import steady
from dorpspomp.views.marks import Marked, Place
from dorpspomp.views.notes import COLORS, HEADINGS, MASK, TITLE, Noted, Notes

_AUTHOR = "Dorpspomp"
_LINE = 16  # points
_ONCE = datetime(1980, 1, 1)
_WIDTHS = (12, 46, 60, 60)
_SHORT, _WIDE = 14.0, 40.0


def annotated(data: bytes, notes: Notes) -> bytes:
    """Return a copy of a workbook with comments; formulas have become what they showed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it leaves out; that is what we want
        book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    for sheet in [*book.worksheets, *book.chartsheets]:
        if sheet.title not in notes.sheets:
            del book[sheet.title]
    for sheet in book.worksheets:
        _strip(sheet)
        _mask(sheet, notes.sheets[sheet.title].sheet)
        _comment(sheet, notes.sheets[sheet.title])
    return _finished(book, notes)


def made(notes: Notes) -> bytes:
    """Return the sheets of a file without cells of its own, such as CSV, as a workbook with comments."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for noted in notes.sheets.values():
        sheet = book.create_sheet(noted.sheet.headed.sheet.name)
        _fill(sheet, noted.sheet)
        _comment(sheet, noted)
    return _finished(book, notes)


def _strip(sheet: Any) -> None:
    """Leave out everything but cells that could repeat what stands in a masked one."""
    sheet._charts, sheet._images, sheet._pivots = [], [], []
    sheet.data_validations = DataValidationList()
    sheet.conditional_formatting = type(sheet.conditional_formatting)()
    sheet.auto_filter = AutoFilter()
    sheet.scenarios = ScenarioList()
    sheet.defined_names.clear()
    for name in list(sheet.tables):
        del sheet.tables[name]
    for lines in (sheet.row_dimensions, sheet.column_dimensions):
        for line in lines.values():
            line.hidden = False
    sheet.sheet_state = "visible"


def _mask(sheet: Any, marked: Marked) -> None:
    for cell in _cells(sheet):
        if cell.column - 1 not in marked.visible:
            cell.comment = None
        if cell.value is not None and not marked.is_shown(cell.row, cell.column - 1):
            cell.hyperlink = cell.comment = None
            cell.value = MASK


def _cells(sheet: Any) -> Iterator[Cell]:
    """Yield the cells that exist; going through all rows and columns would make the others."""
    return (cell for cell in list(sheet._cells.values()) if isinstance(cell, Cell))


def _fill(sheet: Worksheet, marked: Marked) -> None:
    """Write the rows where they stand in the file."""
    for row in (marked.headed.header, *marked.headed.rows):
        for number, text in enumerate(row.cells, start=1):
            if text.strip():
                cell = cast(Cell, sheet.cell(row.number, number))
                _put(cell, text if marked.is_shown(row.number, number - 1) else MASK)
                cell.alignment = Alignment(vertical="top", wrap_text=True)
    _widen(sheet, marked.headed.header)


def _widen(sheet: Worksheet, header: RawRow) -> None:
    for number in range(1, len(header.cells) + 1):
        sheet.cell(header.number, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = _SHORT + 8
    sheet.freeze_panes = f"B{header.number + 1}"


def _put(cell: Cell, text: str) -> None:
    """Write text as text: what begins with `=` must never become a formula."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"


def _comment(sheet: Worksheet, noted: Noted) -> None:
    for place, comment in noted.comments.items():
        cell, is_own = _at(sheet, place)
        cell.fill = PatternFill("solid", fgColor=COLORS[comment.level])
        if not comment.text:
            continue
        text = comment.text if is_own else f"Rij {place[0]}\n{comment.text}"
        if cell.comment:
            mine = cell.comment.author == _AUTHOR
            text = (
                f"{cell.comment.text}\n\n{text}"
                if mine
                else f"{text}\n\nUw eigen opmerking:\n{cell.comment.text}"
            )
        cell.comment = Comment(text, _AUTHOR, height=50 + 19 * _lines(text), width=340)


def _lines(text: str) -> int:
    return sum(1 + len(line) // 44 for line in text.split("\n"))


def _height(text: str, width: float) -> int:
    """Return how many lines a text takes in a column; LibreOffice does not stretch a row by itself."""
    return sum(1 + len(line) // max(1, int(width * 0.85)) for line in text.split("\n"))


def _at(sheet: Worksheet, place: Place) -> tuple[Cell, bool]:
    """Return the cell at a place, and whether it is its own; what is merged stands in the first cell."""
    row, column = place[0], place[1] + 1
    cell = sheet.cell(row, column)
    if not isinstance(cell, MergedCell):
        return cell, True
    area = next(a for a in sheet.merged_cells.ranges if a.min_row <= row <= a.max_row and _spans(a, column))
    return cast(Cell, sheet.cell(area.min_row, area.min_col)), area.min_row == row


def _spans(area: Any, column: int) -> bool:
    return bool(area.min_col <= column <= area.max_col)


def _finished(book: Workbook, notes: Notes) -> bytes:
    """Put the sheet to read first in front, lock everything, and write the workbook."""
    _explain(book.create_sheet(TITLE, 0), notes)
    for sheet in book.worksheets:
        sheet.protection.enable()
        sheet.sheet_view.tabSelected = sheet.title == TITLE
    book.active = 0
    book.defined_names.clear()
    cast(Any, book).custom_doc_props = CustomPropertyList()
    book.properties = DocumentProperties(creator=_AUTHOR, created=_ONCE, modified=_ONCE)
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        ExcelWriter(book, package).save()
    return steady(made.getvalue())


def _explain(page: Worksheet, notes: Notes) -> None:
    """Write the sheet to read first: that this is a copy, and everything there is to do."""
    for text in (TITLE, *notes.lead, ""):
        page.append([text])
    cast(Cell, page["A1"]).font = Font(bold=True, size=18)
    cast(Cell, page["A3"]).font = Font(bold=True, size=13)
    top = page.max_row + 1
    for number, text in enumerate(HEADINGS, start=1):
        cell = page.cell(top, number, text)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="00508C")
    for line, (level, texts) in enumerate(notes.lines, start=top + 1):
        for number, text in enumerate(texts, start=1):
            cell = cast(Cell, page.cell(line, number))
            _put(cell, text)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        page.cell(line, 1).fill = PatternFill("solid", fgColor=COLORS[level])
        page.row_dimensions[line].height = _LINE * max(map(_height, texts, _WIDTHS))
    for index, width in enumerate(_WIDTHS):
        page.column_dimensions[column_letter(index)].width = width
    page.freeze_panes = f"A{top + 1}"
