"""A template as an Excel workbook, by openpyxl."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dorpspomp.template import (
    EXPLANATION,
    HELP,
    HELP_HEADINGS,
    HELP_WIDTHS,
    LAST_ROW,
    Form,
    Page,
    Rule,
    Template,
    Value,
    steady,
)

_BLUE, _GREY, _WHITE = "0B3F8C", "595959", "FFFFFF"
_FORMS = {Form.TEXT: "@", Form.DATE: "d-m-yyyy", Form.NUMBER: "General"}
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def workbook(template: Template) -> bytes:
    """Return a template as the bytes of a workbook; the same template gives the same bytes."""
    book = Workbook()
    _explain(book.worksheets[0], template.explanation)
    for page in template.pages:
        _fill(book.create_sheet(page.name), page)
    raw = io.BytesIO()
    book.save(raw)
    return steady(_without_moment(raw.getvalue()))


def _explain(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    sheet.title = EXPLANATION
    for text in (*HELP, ""):
        sheet.append([text])
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.append(HELP_HEADINGS)
    top = sheet.max_row
    for number, width in enumerate(HELP_WIDTHS, start=1):
        _head(_at(sheet, top, number), _BLUE)
        sheet.column_dimensions[get_column_letter(number)].width = width
    for line, texts in enumerate(rows, start=top + 1):
        for number, text in enumerate(texts, start=1):
            _put(_at(sheet, line, number), text)
    sheet.freeze_panes = f"A{top + 1}"


def _fill(sheet: Worksheet, page: Page) -> None:
    for number, field in enumerate(page.fields, start=1):
        head = _at(sheet, 1, number)
        head.value, head.comment = field.heading, _comment(field.note)
        _head(head, _GREY if field.private else _BLUE)
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = field.width
        dimension.number_format = _FORMS[field.form]  # also for the rows still to be typed
    for line, row in enumerate(page.rows, start=2):
        for number, (field, value) in enumerate(zip(page.fields, row, strict=True), start=1):
            _put(_at(sheet, line, number), value, _FORMS[field.form])
    for line, note in page.notes.items():
        _at(sheet, line, 1).comment = _comment(note)
    for rule in page.rules:
        sheet.add_data_validation(_validation(rule, page.fields[rule.column - 1].form))
    sheet.freeze_panes = "B2"
    sheet.row_dimensions[1].height = 22


def _at(sheet: Worksheet, row: int, number: int) -> Cell:
    """Return a cell; nothing is merged here, whatever the types say."""
    return cast(Cell, sheet.cell(row, number))


def _head(cell: Cell, color: str) -> None:
    cell.font = Font(bold=True, color=_WHITE)
    cell.fill = PatternFill("solid", fgColor=color)
    cell.alignment = Alignment(vertical="center")


def _comment(text: str) -> Comment:
    return Comment(text, "Dorpspomp", height=40 + 20 * (len(text) // 36 + text.count("\n")), width=300)


def _put(cell: Cell, value: Value, form: str = "General") -> None:
    """Write text as text: a cell that begins with `=` must never become a formula."""
    cell.value = None if value == "" else value
    if value and isinstance(value, str):
        cell.data_type = "s"
    cell.number_format = form
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _validation(rule: Rule, form: Form) -> DataValidation:
    """Return a rule as Excel knows it. Excel warns about something else but lets it pass."""
    letter = get_column_letter(rule.column)
    area = f"{letter}{rule.first}:{letter}{rule.last}" if rule.last > rule.first else f"{letter}{rule.first}"
    made = DataValidation(sqref=area, allow_blank=True, showErrorMessage=rule.names is None)
    made.errorStyle, made.errorTitle, made.error = "warning", rule.title, rule.message(form)
    if rule.names:
        name, number = rule.names
        column = get_column_letter(number)
        made.type, made.formula1 = "list", f"'{name}'!${column}$2:${column}${LAST_ROW}"
    elif rule.words:
        made.type, made.formula1 = "list", f'"{",".join(rule.words)}"'
    elif form is Form.DATE:
        made.type, made.operator, made.formula1 = "date", "greaterThan", str(_day_number(date(1990, 1, 1)))
    else:
        made.type, made.operator, made.formula1 = "decimal", "greaterThan", "-1000000"
    return made


def _day_number(day: date) -> int:
    return (day - date(1899, 12, 30)).days


def _without_moment(package: bytes) -> bytes:
    """Take out the time of writing, which openpyxl puts in."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            target.writestr(entry.filename, data)
    return made.getvalue()
