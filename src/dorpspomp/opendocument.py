"""LibreOffice workbooks (.ods).

The sheet is read from the archive's own XML, event by event: odfpy builds a tree of the whole
workbook first, which takes fifteen times as long and unfolds a row that is repeated a million times.
Format: https://docs.oasis-open.org/office/OpenDocument/v1.3/ (part 3, chapter 9).
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import BadZipFile, ZipFile

from dorpspomp import archive, table
from dorpspomp.problem import Problem
from dorpspomp.table import MOST_COLUMNS, MOST_ROWS, Opened, Table, unreadable

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_DAMAGE = (BadZipFile, ParseError, zlib.error, EOFError, OSError, NotImplementedError, KeyError, ValueError)
_DURATION = re.compile(r"PT(\d+)H(\d+)M")
_IS_DAY = re.compile(r"T00:00(:00)?(\.0+)?\Z")


def read(data: bytes, name: str, file: str) -> Opened:
    """Read every sheet of a workbook; `name` is how a problem calls a workbook that cannot be opened."""
    if complaint := archive.complaint(data):
        return table.opened([unreadable(file, name, *complaint)])
    try:
        with ZipFile(io.BytesIO(data)) as package, package.open("content.xml") as content:
            return table.opened(list(_tables(iterparse(content, ("start", "end")), file)))
    except _DAMAGE:
        return table.opened([unreadable(file, name, archive.BROKEN, archive.AGAIN)])


def _tables(events: Iterator[tuple[str, Element]], file: str) -> Iterator[Table | Problem]:
    for event, element in events:
        if event == "start" and element.tag == f"{_TABLE}table":
            yield table.make(element.get(f"{_TABLE}name", ""), file, _filled(_rows(events, element)))


def _rows(events: Iterator[tuple[str, Element]], sheet: Element) -> Iterator[tuple[int, Element]]:
    """Yield the rows of a sheet with their numbers; blank rows count, but are not repeated."""
    number = 1
    for event, element in events:
        if event == "end" and element is sheet:
            return
        if event == "end" and element.tag == f"{_TABLE}table-row":
            repeated = _repeated(element, "rows", MOST_ROWS + 100)
            is_blank = next(element.iter(f"{_TEXT}p"), None) is None
            for step in range(1 if is_blank else repeated):
                yield number + step, element
            number += repeated
            element.clear()


def _filled(rows: Iterator[tuple[int, Element]]) -> Iterator[tuple[int, list[str]]]:
    """Turn rows into text; what is merged downwards counts for every row it spans."""
    below: dict[int, tuple[int, str]] = {}
    for number, row in rows:
        cells: list[str] = []
        for cell in row:
            if cell.tag in _CELLS and len(cells) <= MOST_COLUMNS:
                cells += [_shown(cell)] * _repeated(cell, "columns", MOST_COLUMNS + 1)
                _note_span(below, cell, number, cells)
        has_own = any(cells)
        for column, (last, text) in below.items():
            if has_own and number <= last and column < len(cells) and not cells[column]:
                cells[column] = text
        yield number, cells


def _note_span(below: dict[int, tuple[int, str]], cell: Element, number: int, cells: list[str]) -> None:
    span = cell.get(f"{_TABLE}number-rows-spanned", "1")
    wide = cell.get(f"{_TABLE}number-columns-spanned", "1")
    if wide == "1" and span != "1" and span.isdigit():
        below[len(cells) - 1] = number + int(span) - 1, cells[-1]


def _repeated(element: Element, what: str, most: int) -> int:
    repeated = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return min(max(int(repeated), 1), most) if repeated.isdigit() else 1


def _shown(cell: Element) -> str:
    """Return a cell as the volunteer sees it; dates and times in one form."""
    kind = cell.get(f"{_OFFICE}value-type", "string")
    if kind == "date":
        return _IS_DAY.sub("", cell.get(f"{_OFFICE}date-value", ""))[:16].replace("T", " ")
    if kind == "time" and (match := _DURATION.match(cell.get(f"{_OFFICE}time-value", ""))):
        return f"{int(match[1]):02}:{match[2]}"
    if kind == "boolean":
        return "WAAR" if cell.get(f"{_OFFICE}boolean-value") == "true" else "ONWAAR"
    return "\n".join(_paragraph(part) for part in cell if part.tag == f"{_TEXT}p")


def _paragraph(element: Element) -> str:
    """Return the text of a paragraph; spaces, tabs and line breaks are elements of their own."""
    own = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
    text = element.text or ""
    for child in element:
        count = child.get(f"{_TEXT}c", "1")
        text += own.get(child.tag, "") * (int(count) if count.isdigit() and len(count) < 5 else 1)
        text += _paragraph(child) + (child.tail or "")
    return text
