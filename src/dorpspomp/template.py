"""Empty sheets for a volunteer to fill in: one CSV file, or a workbook with everything explained.

Headings, explanations, drop-downs and the form of the cells are drawn from the descriptors in
`schema/`. Columns in which Excel would do damage (times, telephone numbers, codes) are made text,
so that `10-12` stays a time and `0612345678` keeps its nought.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dorpspomp.sheet import Column, Sheet, settings

Row = Mapping[str, str]

SETTINGS = "instellingen"
_LAST_ROW = 2000
_BLUE, _GREY, _WHITE = "0B3F8C", "595959", "FFFFFF"
_WIDTHS: Mapping[str, float] = MappingProxyType(
    {"yes": 11, "date": 13, "number": 12, "choice": 18, "code": 24, "postcode": 11, "phone": 18}
    | {"when": 34, "except": 30, "list": 40, "url": 36, "email": 30, "reference": 28}
)
_HELP = (
    "Zo werkt dit bestand",
    "Elk blad heeft zijn eigen rijen. De bovenste rij zegt wat er in elk vak hoort; laat die rij staan.",
    "Vul in wat u weet. Alleen wat hieronder verplicht is, hoort er altijd te staan.",
    "Houd de muis op een kopje. Dan ziet u wat er hoort, met een voorbeeld.",
    "Wat onder een kopje met ‘intern’ staat, wordt nooit gepubliceerd.",
)
_HELP_HEADINGS = ("Blad", "Kolom", "Verplicht", "Wat u invult", "Zo bijvoorbeeld", "Kies uit")
_STAMP = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def csv_template(sheet: Sheet, *, example: bool = False) -> str:
    """Return a sheet as text with `;`: its headings and, if asked, the examples as a first row.

    The sheet `instellingen` always lists the names of the settings: without them it says nothing.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.name for column in sheet.columns)
    if sheet.name == SETTINGS:
        writer.writerows((column.name, column.written if example else "") for column in settings())
    elif example:
        writer.writerow(column.written for column in sheet.columns)
    return text.getvalue()


def workbook(path: Path, sheets: Iterable[Sheet], rows: Mapping[str, Sequence[Row]] | None = None) -> None:
    """Write a workbook: "Uitleg" first, then one sheet per kind with its rows, if it has any.

    `rows` holds, by name of the sheet, text by name of the column, as a volunteer would type it; a
    date in ISO form becomes a real date. The same input gives the same bytes.
    """
    chosen = tuple(sheets)
    book = Workbook()
    _explain(book.worksheets[0], chosen)
    for sheet in chosen:
        _fill(book.create_sheet(sheet.name), sheet, (rows or {}).get(sheet.name, ()))
        _add_lists(book[sheet.name], sheet, chosen)
    path.write_bytes(_steady(book))


def explanation(sheets: Iterable[Sheet]) -> tuple[tuple[str, ...], ...]:
    """Return the rows under the headings of "Uitleg": one for each column of each sheet."""
    return tuple(
        (
            sheet.name,
            column.name,
            "ja" if column.required else "",
            column.description,
            column.written,
            ", ".join(column.options),
        )
        for sheet in sheets
        for column in (settings() if sheet.name == SETTINGS else sheet.columns)
    )


def _explain(page: Worksheet, sheets: Sequence[Sheet]) -> None:
    page.title = "Uitleg"
    for line in (*_HELP, ""):
        page.append([line])
    page["A1"].font = Font(bold=True, size=16)
    page.append(_HELP_HEADINGS)
    top = page.max_row
    for number in range(1, len(_HELP_HEADINGS) + 1):
        _head(_at(page, top, number), _BLUE)
    for row, texts in enumerate(explanation(sheets), start=top + 1):
        for number, text in enumerate(texts, start=1):
            _put(_at(page, row, number), text)
    for letter, width in zip("ABCDEF", (18, 24, 11, 60, 46, 46), strict=True):
        page.column_dimensions[letter].width = width
    page.freeze_panes = f"A{top + 1}"


def _fill(page: Worksheet, sheet: Sheet, rows: Sequence[Row]) -> None:
    for number, column in enumerate(sheet.columns, start=1):
        page.cell(1, number, column.name)
        _shape(page, number, column)
    if sheet.name == SETTINGS:
        rows = _all_settings(rows)
    for line, row in enumerate(rows, start=2):
        for number, column in enumerate(sheet.columns, start=1):
            _write(_at(page, line, number), column, row.get(column.name, ""))
    if sheet.name == SETTINGS:
        _explain_settings(page)
    page.freeze_panes = "B2"
    page.row_dimensions[1].height = 22


def _shape(page: Worksheet, number: int, column: Column) -> None:
    """Give a column its heading, width and form; the form also counts for rows still to be typed."""
    head = _at(page, 1, number)
    _head(head, _GREY if column.private else _BLUE)
    head.comment = _note(column)
    dimension = page.column_dimensions[get_column_letter(number)]
    dimension.width = max(_WIDTHS.get(column.kind, 28.0), len(column.name) + 4.0)
    dimension.number_format = _form(column)


def _at(page: Worksheet, row: int, number: int) -> Cell:
    """Return a cell; nothing is merged here, whatever the types say."""
    return cast(Cell, page.cell(row, number))


def _head(cell: Cell, color: str) -> None:
    cell.font = Font(bold=True, color=_WHITE)
    cell.fill = PatternFill("solid", fgColor=color)
    cell.alignment = Alignment(vertical="center")


def _note(column: Column) -> Comment:
    """Return the note of a heading: what belongs here, an example, and whether it must be filled in."""
    need = "\nVerplicht." if column.required else ""
    text = f"{column.description}\nBijvoorbeeld: {column.written}{need}"
    return Comment(text, "Dorpspomp", height=40 + 20 * (len(text) // 36 + text.count("\n")), width=300)


def _form(column: Column) -> str:
    return {"date": "d-m-yyyy", "number": "General"}.get(column.kind, "@")


def _write(cell: Cell, column: Column, text: str) -> None:
    _put(cell, text)
    if column.kind == "date" and _is_date(text):
        cell.value = date.fromisoformat(text)
    elif column.kind == "number" and _is_number(text):
        cell.value = float(text.replace(",", "."))
    cell.number_format = _form(column)


def _put(cell: Cell, text: str) -> None:
    """Write text as text: a cell that begins with `=` must never become a formula."""
    cell.value = text or None
    if text:
        cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d{1,15}([.,]\d{1,12})?", text))


def _all_settings(rows: Sequence[Row]) -> list[Row]:
    """Return every setting in the order of the manual, with what the village filled in already."""
    filled = {row.get("naam", ""): row for row in rows}
    known = [filled.pop(column.name, {"naam": column.name}) for column in settings()]
    return [*known, *filled.values()]


def _explain_settings(page: Worksheet) -> None:
    """Give each setting its note and, where it has fixed words, its list."""
    for line, column in enumerate(settings(), start=2):
        _at(page, line, 1).comment = _note(column)
        if column.options:
            _add(page, _fixed(column.options), f"B{line}")


def _add_lists(page: Worksheet, sheet: Sheet, sheets: Sequence[Sheet]) -> None:
    """Add the drop-downs: fixed words, and for a reference the names in the sheet it points to."""
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        area = f"{letter}2:{letter}{_LAST_ROW}"
        if column.options:
            _add(page, _fixed(column.options), area)
        elif target := next((s for s in sheets if column.refers == (s.name,)), None):
            _add(page, _names(target), area)


def _add(page: Worksheet, rule: DataValidation, area: str) -> None:
    rule.add(area)
    page.add_data_validation(rule)


def _fixed(words: Sequence[str]) -> DataValidation:
    """Return a list of fixed words. Excel warns about another word but lets it pass, as we do."""
    return DataValidation(
        type="list",
        formula1=f'"{",".join(words)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle="Staat dit woord in de lijst?",
        error=f"Kies liever uit: {', '.join(words)}."[:255],
    )


def _names(target: Sheet) -> DataValidation:
    """Return a list of the names in another sheet; a new name may always be typed."""
    number = next(i for i, column in enumerate(target.columns, 1) if column.attribute == "name")
    letter = get_column_letter(number)
    area = f"'{target.name}'!${letter}$2:${letter}${_LAST_ROW}"
    return DataValidation(type="list", formula1=area, allow_blank=True, showErrorMessage=False)


def _steady(book: Workbook) -> bytes:
    """Return the bytes of a workbook without the time of writing, which openpyxl puts in."""
    raw, steady = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with ZipFile(raw) as source, ZipFile(steady, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            target.writestr(ZipInfo(entry.filename, _STAMP), data, ZIP_DEFLATED)
    return steady.getvalue()
