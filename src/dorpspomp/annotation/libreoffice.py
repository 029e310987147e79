"""Copies of LibreOffice workbooks with comments, made in the XML of the sheet itself.

A row or cell that is repeated is parted where a comment belongs in one of them.
Format: https://docs.oasis-open.org/office/OpenDocument/v1.3/ (part 3, chapters 9 and 14.1).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement
from zipfile import ZIP_DEFLATED, ZipFile

from dorpspomp.annotation.cells import (
    CELL,
    COLUMN,
    COLUMNS,
    DC,
    NOTE,
    OFFICE,
    PARAGRAPH,
    REPEATED,
    ROW,
    ROWS,
    SHAPE,
    SPANS,
    STYLED,
    SVG,
    TABLE,
    VALUES,
    alone,
    cells,
    default_styles,
    numbered,
    times,
)
from dorpspomp.annotation.looks import Looks
from dorpspomp.template import steady
from dorpspomp.views.marks import Marked, Place
from dorpspomp.views.notes import HEADINGS, MASK, TITLE, Comment, Noted, Notes

_LEFT_OUT = tuple(f"{TABLE}{name}" for name in ("visibility", "content-validation-name", "formula"))
_MOST_APART = 300
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_AUTHOR = "Dorpspomp"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><m:manifest m:version="1.3" '
    'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<m:file-entry m:full-path="/" m:version="1.3" m:media-type="{_MIME}"/>{{entries}}</m:manifest>'
)
_ENTRY = '<m:file-entry m:full-path="{name}" m:media-type="text/xml"/>'


def annotated(data: bytes, notes: Notes) -> bytes:
    """Return a copy of a workbook with comments; only its sheets and their looks are kept.

    Raises ValueError when the document holds no spreadsheet.
    """
    with ZipFile(io.BytesIO(data)) as package:
        content = ElementTree.fromstring(package.read("content.xml"))
        parts = {"styles.xml": package.read("styles.xml")} if "styles.xml" in package.namelist() else {}
    looks = Looks(_automatic(content))
    book = content.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if book is None:
        raise ValueError("no spreadsheet in this document")
    for child in list(book):
        noted = notes.sheets.get(child.get(f"{TABLE}name", "")) if child.tag == f"{TABLE}table" else None
        if noted is None:
            book.remove(child)
        else:
            _annotate(child, noted, looks)
    for part in list(content):
        if part.tag in {f"{OFFICE}scripts", f"{OFFICE}meta", f"{OFFICE}settings"}:
            content.remove(part)
    book.insert(0, _explain(notes, looks))
    parts["content.xml"] = ElementTree.tostring(content, "utf-8", xml_declaration=True)
    return _packed(parts)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    entries = "".join(_ENTRY.format(name=name) for name in parts)
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", _MIME)
        package.writestr("META-INF/manifest.xml", _MANIFEST.format(entries=entries))
        for name, data in parts.items():
            package.writestr(name, data)
    return steady(made.getvalue())


def _automatic(content: Element) -> Element:
    """Return the element with the styles of the cells; it stands before the body."""
    tag = f"{OFFICE}automatic-styles"
    found = content.find(tag)
    if found is None:
        found = Element(tag)
        content.insert(max(len(content) - 1, 0), found)
    return found


def _annotate(table: Element, noted: Noted, looks: Looks) -> None:
    """Mask, comment and lock one sheet; what is not a row or a column is left out."""
    for child in list(table):
        if child.tag not in {ROW, COLUMN} | ROWS | COLUMNS:
            table.remove(child)
    table.set(f"{TABLE}protected", "true")
    for element in table.iter():
        for name in _LEFT_OUT:
            element.attrib.pop(name, None)
    sheet = _Sheet(noted.sheet, looks, tuple(default_styles(table)))
    wanted: dict[int, dict[int, Comment]] = {}
    for (row, column), comment in noted.comments.items():
        wanted.setdefault(row, {})[column] = comment
    for number, line in numbered(table, sorted(wanted)):
        sheet.mask(number, line)
        sheet.note_spans(number, line)
        for column, comment in sorted(wanted.get(number, {}).items()):
            sheet.comment((number, column), line, comment)


@dataclass(frozen=True)
class _Sheet:
    """One sheet while it is annotated; `spans` are the merged cells that were met."""

    marked: Marked
    looks: Looks
    styles: tuple[tuple[int, str], ...]
    spans: list[tuple[int, int, int, int, Element]] = field(default_factory=list)

    def mask(self, number: int, row: Element) -> None:
        """Mask what may not be shown, and leave out what a cell holds besides its text."""
        for first, cell in list(cells(row)):
            count = times(cell, REPEATED)
            for child in list(cell):
                if child.tag != PARAGRAPH and (child.tag != NOTE or not self._are_visible(first, count)):
                    cell.remove(child)
            if not (len(cell) or any(value in cell.attrib for value in VALUES)):
                continue
            shown = {self.marked.is_shown(number, c) for c in range(first, first + min(count, _MOST_APART))}
            if len(shown) > 1:
                self._mask_each(number, row, first, cell)
            elif shown == {False} or count > _MOST_APART:
                _hide(cell)

    def _mask_each(self, number: int, row: Element, first: int, cell: Element) -> None:
        for column in range(first, first + times(cell, REPEATED)):
            if not self.marked.is_shown(number, column):
                _hide(alone(row, column))

    def _are_visible(self, first: int, count: int) -> bool:
        columns = range(first, first + min(count, _MOST_APART))
        return count <= _MOST_APART and all(column in self.marked.visible for column in columns)

    def comment(self, place: Place, row: Element, comment: Comment) -> None:
        """Write a comment at a cell and give it the colour of its level."""
        number, column = place
        cell, text = alone(row, column), comment.text
        if covering := self._covering(number, column):
            top, cell = covering
            text = f"Rij {number}\n{text}" if text and top != number else text
        base = cell.get(STYLED) or self._style(column)
        if base not in self.looks.colored.values():
            cell.set(STYLED, self.looks.with_color(base, comment.level))
        if text:
            _write(cell, text)

    def note_spans(self, number: int, row: Element) -> None:
        """Remember the merged cells of a row: what is under them is told at them."""
        for first, cell in cells(row):
            down, wide = (times(cell, name) for name in SPANS)
            if down > 1 or wide > 1:
                self.spans.append((number, first, number + down - 1, first + wide - 1, cell))

    def _covering(self, number: int, column: int) -> tuple[int, Element] | None:
        """Return the merged cell that lies over a place, and its row."""
        inside = (
            (top, cell)
            for top, left, bottom, right, cell in reversed(self.spans)
            if top <= number <= bottom and left <= column <= right
        )
        return next(inside, None)

    def _style(self, column: int) -> str:
        for count, name in self.styles:
            if column < count:
                return name
            column -= count
        return ""


def _hide(cell: Element) -> None:
    for name in list(cell.attrib):
        if name not in SHAPE:
            del cell.attrib[name]
    for child in list(cell):
        cell.remove(child)
    cell.set(f"{OFFICE}value-type", "string")
    SubElement(cell, PARAGRAPH).text = MASK


def _write(cell: Element, text: str) -> None:
    """Put a comment in a cell, before an own comment of the volunteer and what other rows say there."""
    note = cell.find(NOTE)
    lines = text.split("\n")
    if note is None:
        note = Element(
            NOTE,
            {f"{SVG}width": "9cm", f"{SVG}height": f"{1 + 0.6 * (len(lines) + len(text) // 44):.1f}cm"},
        )
        SubElement(note, f"{DC}creator").text = _AUTHOR
        cell.insert(0, note)
    elif note.findtext(f"{DC}creator") != _AUTHOR:
        lines += ["", "Uw eigen opmerking:"]
    own = [child for child in note if child.tag == PARAGRAPH]
    for child in own:
        note.remove(child)
    for line in lines:
        SubElement(note, PARAGRAPH).text = line
    note.extend(own)


def _explain(notes: Notes, looks: Looks) -> Element:
    """Return the sheet to read first: that this is a copy, and everything there is to do."""
    page = Element(f"{TABLE}table", {f"{TABLE}name": TITLE, f"{TABLE}protected": "true"})
    for number, width in enumerate(("2.5cm", "8cm", "10cm", "10cm")):
        style = looks.add(
            f"lees-{number}", "table-column", "table-column-properties", style_column_width=width
        )
        SubElement(page, COLUMN, {STYLED: style})
    title = looks.add(
        "lees-titel", "table-cell", "text-properties", fo_font_weight="bold", fo_font_size="16pt"
    )
    bold = looks.add("lees-kop", "table-cell", "text-properties", fo_font_weight="bold")
    wrap = looks.add("lees-tekst", "table-cell", "table-cell-properties", fo_wrap_option="wrap")
    _line(page, (TITLE,), title)
    for text in notes.lead:
        _line(page, (text,), bold if text == notes.lead[1] else "")
    _line(page, (), "")
    _line(page, HEADINGS, bold)
    for level, texts in notes.lines:
        row = _line(page, texts, wrap)
        row[0].set(STYLED, looks.with_color("", level))
    return page


def _line(page: Element, texts: tuple[str, ...], style: str) -> Element:
    row = SubElement(page, ROW)
    for text in texts or ("",):
        cell = SubElement(row, CELL, {STYLED: style} if style else {})
        if text:
            cell.set(f"{OFFICE}value-type", "string")
            SubElement(cell, PARAGRAPH).text = text
    return row
