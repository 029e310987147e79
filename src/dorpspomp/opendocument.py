"""LibreOffice workbooks (.ods).

The sheet is read from the archive's own XML, event by event: odfpy builds a tree of the whole
workbook first, which takes fifteen times as long and unfolds a row that is repeated a million times.
Format: https://docs.oasis-open.org/office/OpenDocument/v1.3/ (part 3, chapter 9).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import ZipFile

from dorpspomp import archive, table
from dorpspomp.problem import Problem
from dorpspomp.table import MOST_COLUMNS, MOST_ROWS, Opened, Table, unreadable

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
DAMAGE = (*archive.DAMAGE, ParseError, KeyError)
_DURATION = re.compile(r"PT(\d+)H(\d+)M")
_NUMBERS = frozenset({"float", "currency"})
_IS_DAY = re.compile(r"T00:00(:00)?(\.0+)?\Z")


def read(data: bytes, name: str, file: str) -> Opened:
    """Read every sheet of a workbook; `name` is how a problem calls a workbook that cannot be opened."""
    if complaint := archive.complaint(data, archive.OPENDOCUMENT):
        return table.opened([unreadable(file, name, *complaint)])
    try:
        with ZipFile(io.BytesIO(data)) as package, package.open("content.xml") as content:
            return table.opened(list(_tables(iterparse(content, ("start", "end")), file)))
    except DAMAGE:
        return table.opened([unreadable(file, name, archive.BROKEN, archive.AGAIN)])


def _tables(events: Iterator[tuple[str, Element]], file: str) -> Iterator[Table | Problem]:
    unseen: set[str] = set()
    for event, element in events:
        if event == "end" and element.tag == f"{_STYLE}style" and _hides(element):
            unseen.add(element.get(f"{_STYLE}name", ""))
        if event == "start" and element.tag == f"{_TABLE}table":
            name, shape = element.get(f"{_TABLE}name", ""), element.get(f"{_TABLE}style-name")
            links: dict[int, dict[int, str]] = {}
            made = table.make(name, file, _filled(_rows(events, element), links), links)
            yield replace(made, is_hidden=shape in unseen) if isinstance(made, Table) else made


def _hides(style: Element) -> bool:
    properties = style.find(f"{_STYLE}table-properties")
    return properties is not None and properties.get(f"{_TABLE}display") == "false"


def _rows(events: Iterator[tuple[str, Element]], sheet: Element) -> Iterator[tuple[int, Element]]:
    """Yield the rows of a sheet with their numbers; blank rows count, but are not repeated."""
    number = 1
    for event, element in events:
        if event == "end" and element is sheet:
            return
        if event == "end" and element.tag == f"{_TABLE}table-row":
            repeated = _repeated(element, "rows", MOST_ROWS + 100)
            is_blank = next(element.iter(f"{_TEXT}p"), None) is None and not _unworked(element)
            for step in range(1 if is_blank else repeated):
                yield number + step, element
            number += repeated
            element.clear()
            del sheet[:]  # what was read is not kept


def _unworked(row: Element) -> bool:
    """Tell whether a formula in this row was never worked out."""
    return any(cell.get(f"{_TABLE}formula") and not cell.get(f"{_OFFICE}value-type") for cell in row)


def _filled(
    rows: Iterator[tuple[int, Element]], links: dict[int, dict[int, str]]
) -> Iterator[tuple[int, list[str]]]:
    """Turn rows into text; what is merged downwards counts for every row it spans."""
    below: dict[int, tuple[int, str]] = {}
    for number, row in rows:
        cells: list[str] = []
        for cell in row:
            if cell.tag in _CELLS and len(cells) <= MOST_COLUMNS:
                cells += [_shown(cell)] * _repeated(cell, "columns", MOST_COLUMNS + 1)
                _note_span(below, cell, number, cells)
                _note_link(links, cell, number, len(cells) - 1)
        has_own = any(cells)
        for column, (last, text) in below.items():
            if has_own and number <= last and column < len(cells) and not cells[column]:
                cells[column] = text
        yield number, cells


def _note_link(links: dict[int, dict[int, str]], cell: Element, number: int, place: int) -> None:
    link = next(cell.iter(f"{_TEXT}a"), None)
    if link is not None and (target := link.get(f"{_XLINK}href")):
        links.setdefault(number, {})[place] = target


def _note_span(below: dict[int, tuple[int, str]], cell: Element, number: int, cells: list[str]) -> None:
    span = cell.get(f"{_TABLE}number-rows-spanned", "1")
    if span != "1" and span.isdigit() and len(span) < 8:
        below[len(cells) - 1] = number + int(span) - 1, cells[-1]


def _repeated(element: Element, what: str, most: int) -> int:
    repeated = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return min(max(int(repeated), 1), most) if repeated.isdigit() else 1


def _shown(cell: Element) -> str:
    """Return a cell as the volunteer sees it; dates and times in one form."""
    formula = cell.get(f"{_TABLE}formula", "")
    kind = cell.get(f"{_OFFICE}value-type", "" if formula else "string")
    if not kind:  # a formula that was never worked out
        return formula[formula.find("=") :] or "=?"
    if kind == "date":
        return _IS_DAY.sub("", cell.get(f"{_OFFICE}date-value", ""))[:16].replace("T", " ")
    if kind == "time" and (match := _DURATION.match(cell.get(f"{_OFFICE}time-value", ""))):
        return f"{int(match[1]):02}:{match[2]}"
    if kind == "boolean":
        return "WAAR" if cell.get(f"{_OFFICE}boolean-value") == "true" else "ONWAAR"
    if kind in _NUMBERS and (number := _number(cell)) is not None:
        return number
    return _words(cell)


def _words(cell: Element) -> str:
    return "\n".join(_paragraph(part) for part in cell if part.tag == f"{_TEXT}p")


def _number(cell: Element) -> str | None:
    """Return a number as it is, not as it is rounded on the screen; zeros in front are only on the screen."""
    try:
        value = float(cell.get(f"{_OFFICE}value", ""))
    except ValueError:
        return None
    shown = _words(cell)
    is_padded = shown.isdecimal() and shown.startswith("0") and int(shown) == value
    return shown if is_padded else table.number(value)


def _paragraph(element: Element) -> str:
    """Return the text of a paragraph; spaces, tabs and line breaks are elements of their own."""
    own = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
    text = element.text or ""
    for child in element:
        count = child.get(f"{_TEXT}c", "1")
        text += own.get(child.tag, "") * (int(count) if count.isdigit() and len(count) < 5 else 1)
        text += _paragraph(child) + (child.tail or "")
    return text
