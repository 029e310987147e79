"""A template as a LibreOffice workbook, by odfpy.

Format: https://docs.oasis-open.org/office/OpenDocument/v1.3/ (part 3, chapters 9 and 16 to 20).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from odf import number, style
from odf.config import ConfigItem, ConfigItemMapEntry, ConfigItemMapIndexed, ConfigItemMapNamed, ConfigItemSet
from odf.element import Element
from odf.namespaces import nsdict
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import (
    ContentValidation,
    ContentValidations,
    ErrorMessage,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from odf.text import P

from dorpspomp.problem import column_letter
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

_WIDTH_OF_A_LETTER = 0.2  # in centimetres
_BLUE, _GREY, _WHITE = "#0b3f8c", "#595959", "#ffffff"
_CELLS = {Form.TEXT: "text-cell", Form.DATE: "date-cell", Form.NUMBER: "number-cell"}
_HEAD, _HEAD_PRIVATE, _TITLE = "head", "head-private", "title"
_FIRST_DAY = "32874"  # 1 January 1990
_LEAST = "-1000000"

Row = Sequence[Element]


def workbook(template: Template) -> bytes:
    """Return a template as the bytes of a workbook; the same template gives the same bytes."""
    Element.namespaces.update(nsdict)  # odfpy declares what it met before, so let that be everything
    book = OpenDocumentSpreadsheet()
    _add_styles(book)
    validations = ContentValidations()
    book.spreadsheet.addElement(validations)
    book.spreadsheet.addElement(_explanation(book, template.explanation))
    for page in template.pages:
        names = _add_rules(validations, page)
        book.spreadsheet.addElement(_page(book, page, names))
    frozen = {EXPLANATION: (0, len(HELP) + 2), **{page.name: (1, 1) for page in template.pages}}
    book.settings.addElement(_views(frozen))
    raw = io.BytesIO()
    book.write(raw)
    return steady(raw.getvalue())


def _explanation(book: OpenDocumentSpreadsheet, rows: Sequence[Sequence[str]]) -> Element:
    sheet = Table(name=EXPLANATION)
    for width in HELP_WIDTHS:
        sheet.addElement(TableColumn(stylename=_width(book, width), defaultcellstylename="text-cell"))
    for line, text in enumerate((*HELP, "")):
        sheet.addElement(_row([_cell(text, "text-cell" if line else _TITLE)]))
    sheet.addElement(_row([_cell(text, _HEAD) for text in HELP_HEADINGS]))
    for texts in rows:
        sheet.addElement(_row([_cell(text, "text-cell") for text in texts]))
    return sheet


def _page(book: OpenDocumentSpreadsheet, page: Page, names: Mapping[tuple[int, int], str]) -> Element:
    sheet = Table(name=page.name)
    for field in page.fields:
        form = _CELLS[field.form]
        sheet.addElement(TableColumn(stylename=_width(book, field.width), defaultcellstylename=form))
    sheet.addElement(_row([_heading(field.heading, field.note, field.private) for field in page.fields]))
    for line, row in enumerate(page.rows, start=2):
        sheet.addElement(_row(_cells(page, line, row, names)))
    blank = len(page.rows) + 2
    rest = _row(_cells(page, blank, [""] * len(page.fields), names))
    rest.setAttribute("numberrowsrepeated", str(LAST_ROW + 1 - blank))
    sheet.addElement(rest)
    return sheet


def _cells(
    page: Page, line: int, row: Sequence[Value], names: Mapping[tuple[int, int], str]
) -> Iterator[Element]:
    for place, (field, value) in enumerate(zip(page.fields, row, strict=True), start=1):
        cell = _cell(value, _CELLS[field.form])
        if name := names.get((place, line)) or names.get((place, 0)):
            cell.setAttribute("contentvalidationname", name)
        if place == 1 and line in page.notes:
            cell.insertBefore(_note(page.notes[line]), cell.firstChild)
        yield cell


def _row(cells: Sequence[Element] | Iterator[Element]) -> Element:
    made = TableRow()
    for cell in cells:
        made.addElement(cell)
    return made


def _cell(value: Value, form: str) -> Element:
    if value == "":
        return TableCell(stylename=form)
    if isinstance(value, date):
        made = TableCell(stylename=form, valuetype="date", datevalue=value.isoformat())
        shown = f"{value.day}-{value.month}-{value.year}"
    elif isinstance(value, float):
        made = TableCell(stylename=form, valuetype="float", value=repr(value))
        shown = f"{value:g}".replace(".", ",")
    else:
        made, shown = TableCell(stylename=form, valuetype="string"), value
    made.addElement(P(text=shown))
    return made


def _heading(text: str, note: str, is_private: bool) -> Element:
    made = _cell(text, _HEAD_PRIVATE if is_private else _HEAD)
    made.insertBefore(_note(note), made.firstChild)
    return made


def _note(text: str) -> Element:
    made = Annotation()
    for line in text.split("\n"):
        made.addElement(P(text=line))
    return made


def _add_rules(validations: Element, page: Page) -> dict[tuple[int, int], str]:
    """Add the rules of a page; return their names by column and row (row 0: all rows of the column)."""
    names: dict[tuple[int, int], str] = {}
    for place, rule in enumerate(page.rules, start=1):
        name = f"{page.name}-{place}"
        form = page.fields[rule.column - 1].form
        base = f"${page.name}.{column_letter(rule.column - 1)}{rule.first}"
        made = ContentValidation(
            name=name, condition=_condition(rule, form), allowemptycell="true", displaylist="unsorted",
            basecelladdress=base,
        )  # fmt: skip
        warning = ErrorMessage(
            messagetype="warning", title=rule.title, display="false" if rule.names else "true"
        )
        warning.addElement(P(text=rule.message(form)))
        made.addElement(warning)
        validations.addElement(made)
        names[rule.column, rule.first if rule.first == rule.last else 0] = name
    return names


def _condition(rule: Rule, form: Form) -> str:
    """Return a rule as a condition; LibreOffice warns about something else but lets it pass."""
    if rule.names:
        name, place = rule.names
        letter = column_letter(place - 1)
        return f"of:cell-content-is-in-list([${name}.${letter}$2:.${letter}${LAST_ROW}])"
    if rule.words:
        words = ";".join(f'"{word}"' for word in rule.words)
        return f"of:cell-content-is-in-list({words})"
    if form is Form.DATE:
        return f"of:cell-content-is-date() and cell-content()>{_FIRST_DAY}"
    return f"of:cell-content-is-decimal-number() and cell-content()>{_LEAST}"


def _add_styles(book: OpenDocumentSpreadsheet) -> None:
    """Add the forms of cells: text stays text in rows that are still to be typed too."""
    as_text = number.TextStyle(name="as-text")
    as_text.addElement(number.TextContent())
    as_date = number.DateStyle(name="as-date", language="nl", country="NL")
    for part in (number.Day(), number.Text(text="-"), number.Month(), number.Text(text="-")):
        as_date.addElement(part)
    as_date.addElement(number.Year(style="long"))
    as_number = number.NumberStyle(name="as-number", language="nl", country="NL")
    as_number.addElement(number.Number(minintegerdigits="1"))
    for made in (as_text, as_date, as_number):
        book.automaticstyles.addElement(made)
    for form, data in zip(_CELLS.values(), ("as-text", "as-date", "as-number"), strict=True):
        cell = style.Style(name=form, family="table-cell", datastylename=data)
        cell.addElement(style.TableCellProperties(verticalalign="top", wrapoption="wrap"))
        book.automaticstyles.addElement(cell)
    for name, color in ((_HEAD, _BLUE), (_HEAD_PRIVATE, _GREY)):
        cell = style.Style(name=name, family="table-cell", datastylename="as-text")
        cell.addElement(style.TableCellProperties(backgroundcolor=color, verticalalign="middle"))
        cell.addElement(style.TextProperties(color=_WHITE, fontweight="bold"))
        book.automaticstyles.addElement(cell)
    title = style.Style(name=_TITLE, family="table-cell", datastylename="as-text")
    title.addElement(style.TextProperties(fontsize="16pt", fontweight="bold"))
    book.automaticstyles.addElement(title)


def _width(book: OpenDocumentSpreadsheet, letters: float) -> str:
    """Return the name of the style of a column this wide, which is made when it is not there yet."""
    name = f"wide-{letters:g}"
    if all(made.getAttribute("name") != name for made in book.automaticstyles.childNodes):
        column = style.Style(name=name, family="table-column")
        width = f"{letters * _WIDTH_OF_A_LETTER:.2f}cm"
        column.addElement(style.TableColumnProperties(columnwidth=width))
        book.automaticstyles.addElement(column)
    return name


def _views(frozen: Mapping[str, tuple[int, int]]) -> Element:
    """Return the settings that keep the first columns and rows of each sheet in sight."""
    tables = ConfigItemMapNamed(name="Tables")
    for name, (columns, rows) in frozen.items():
        entry = ConfigItemMapEntry(name=name)
        for item in _split("Horizontal", columns) + _split("Vertical", rows):
            entry.addElement(item)
        entry.addElement(_item("ActiveSplitRange", "short", "3" if columns else "2"))
        tables.addElement(entry)
    view = ConfigItemMapEntry()
    view.addElement(_item("ViewId", "string", "view1"))
    view.addElement(tables)
    views = ConfigItemMapIndexed(name="Views")
    views.addElement(view)
    made = ConfigItemSet(name="ooo:view-settings")
    made.addElement(views)
    return made


def _split(way: str, at: int) -> list[Element]:
    side = "Right" if way == "Horizontal" else "Bottom"
    facts = ((f"{way}SplitMode", "short", 2 if at else 0), (f"{way}SplitPosition", "int", at),
             (f"Position{side}", "int", at))  # fmt: skip
    return [_item(name, kind, str(value)) for name, kind, value in facts]


def _item(name: str, kind: str, text: str) -> Element:
    made = ConfigItem(name=name, type=kind)
    made.addText(text)
    return made
