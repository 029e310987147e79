"""The XML of an OpenDocument sheet: its names, its rows by number, its cells by column.

A row or cell that is repeated stands there once; it is parted where one of them must differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
for _prefix, _uri in NAMES.items():
    ElementTree.register_namespace(_prefix, _uri)

OFFICE, TABLE, TEXT, STYLE, FO, SVG, DC = (
    f"{{{NAMES[name]}}}" for name in ("office", "table", "text", "style", "fo", "svg", "dc")
)
ROW, CELL, COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
COLUMN = f"{TABLE}table-column"
ROWS = frozenset(f"{TABLE}{name}" for name in ("table-rows", "table-header-rows", "table-row-group"))
COLUMNS = frozenset(
    f"{TABLE}{name}" for name in ("table-columns", "table-header-columns", "table-column-group")
)
NOTE, PARAGRAPH = f"{OFFICE}annotation", f"{TEXT}p"
STYLED, REPEATED_ROWS, REPEATED = (
    f"{TABLE}{name}" for name in ("style-name", "number-rows-repeated", "number-columns-repeated")
)
SPANS = (f"{TABLE}number-rows-spanned", f"{TABLE}number-columns-spanned")

SHAPE = frozenset({STYLED, REPEATED, *SPANS})
"""What a masked cell keeps: how it looks and how large it is."""
VALUES = tuple(
    f"{OFFICE}{name}" for name in ("value-type", "value", "date-value", "time-value", "boolean-value")
)
"""Where a cell holds what it shows besides its paragraphs."""


def numbered(container: Element, wanted: list[int]) -> Iterator[tuple[int, Element]]:
    """Yield the rows with their numbers; a repeated row is parted around the rows that are wanted."""
    number = 1
    for parent, row in _all_rows(container):
        repeated = times(row, REPEATED_ROWS)
        apart = [w for w in wanted if number <= w < number + repeated] if repeated > 1 else []
        yield from _parted(parent, row, number, repeated, apart)
        number += repeated


def _all_rows(container: Element) -> Iterator[tuple[Element, Element]]:
    for child in list(container):
        if child.tag == ROW:
            yield container, child
        elif child.tag in ROWS:
            yield from _all_rows(child)


def _parted(
    parent: Element, row: Element, number: int, repeated: int, apart: list[int]
) -> Iterator[tuple[int, Element]]:
    """Part a repeated row, so that each of these rows stands alone."""
    if not apart:
        yield number, row
        return
    place = list(parent).index(row)
    parent.remove(row)
    edges = sorted({number, number + repeated, *apart, *(n + 1 for n in apart)})
    for first, after in pairwise(edges):
        piece = deepcopy(row)
        set_times(piece, REPEATED_ROWS, after - first)
        parent.insert(place, piece)
        place += 1
        yield first, piece


def default_styles(container: Element) -> Iterator[tuple[int, str]]:
    """Yield for each column, or so many alike, the style of its cells that have none of their own."""
    for child in container:
        if child.tag == COLUMN:
            yield times(child, REPEATED), child.get(f"{TABLE}default-cell-style-name", "")
        elif child.tag in COLUMNS:
            yield from default_styles(child)


def times(element: Element, attribute: str) -> int:
    """Return the number that an attribute holds, such as how often a cell is repeated; 1 without it."""
    text = element.get(attribute, "1")
    return max(int(text), 1) if text.isdigit() else 1


def set_times(element: Element, attribute: str, count: int) -> None:
    """Set how often a row or cell is repeated; once is not written."""
    element.attrib.pop(attribute, None)
    if count > 1:
        element.set(attribute, str(count))


def cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row, each with the place of its first column."""
    place = 0
    for cell in row:
        if cell.tag in {CELL, COVERED}:
            yield place, cell
            place += times(cell, REPEATED)


def alone(row: Element, column: int) -> Element:
    """Return the cell of one column, parted from those that repeat it; made where the row is shorter."""
    end = 0
    for first, cell in list(cells(row)):
        count = end = times(cell, REPEATED)
        end += first
        if first <= column < end:
            return _part(row, cell, column - first, count)
    if column > end:
        set_times(SubElement(row, CELL), REPEATED, column - end)
    return SubElement(row, CELL)


def _part(row: Element, cell: Element, before: int, count: int) -> Element:
    """Part a cell that counts for several columns in what is before, the one, and what is after."""
    if count == 1:
        return cell
    place = list(row).index(cell)
    row.remove(cell)
    pieces = {many: deepcopy(cell) for many in ("before", "own", "after")}
    for name, many in (("after", count - before - 1), ("own", 1), ("before", before)):
        set_times(pieces[name], REPEATED, many)
        if many:
            row.insert(place, pieces[name])
    return pieces["own"]
