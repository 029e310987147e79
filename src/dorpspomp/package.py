"""What the package of an Excel workbook tells and openpyxl's reading worksheet does not.

Merged cells, links behind words, formulas that were never worked out: they are read from the sheet's
own XML, piece by piece, so that a sheet of a hundred megabytes takes no more room than a small one.
Format: https://ecma-international.org/publications-and-standards/standards/ecma-376/ (part 1, chapter 18).
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from xml.etree.ElementTree import fromstring
from zipfile import ZIP_DEFLATED, ZipFile

_PIECE, _OVERLAP = 1_000_000, 20_000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3})([0-9]+):([A-Z]{1,3})([0-9]+)"')
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\b([^>]*)>")
_REFERENCE = re.compile(rb'\bref="([A-Z]{1,3})([0-9]+)(?::[A-Z0-9]+)?"')
_IDENTITY = re.compile(rb'\br:id="([^"]*)"')
_NOT_WORKED_OUT = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3})([0-9]+)"(?![^>]*t="str")[^>]*>'
    rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>([^<]*)</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_MOST_MERGED = 20_000
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = tuple(
    (_STRICT + strict, b"http://schemas.openxmlformats.org/" + usual)
    for strict, usual in (
        (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"drawingml/main", b"drawingml/2006/main"),
    )
)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What lies behind the cells of a sheet, each by row (from 1) and column (from 0).

    `below` names, for a cell under one that is merged downwards, the row that holds its text.
    """

    below: Mapping[Place, int]
    links: Mapping[int, Mapping[int, str]]
    formulas: Mapping[Place, str]


def hidden(package: ZipFile, path: str) -> Hidden:
    """Read what lies behind the cells of the sheet at this path."""
    below: dict[Place, int] = {}
    links: dict[Place, str] = {}
    formulas: dict[Place, str] = {}
    for piece in _pieces(package, path):
        for match in _MERGED.finditer(piece):
            _note_merged(below, match)
        for match in _NOT_WORKED_OUT.finditer(piece):
            formulas[_place(match[1], match[2])] = f"={html.unescape((match[3] or b'?').decode('utf-8'))}"
        for match in _LINK.finditer(piece):
            reference, identity = _REFERENCE.search(match[1]), _IDENTITY.search(match[1])
            if reference and identity:
                links[_place(reference[1], reference[2])] = identity[1].decode("utf-8")
    return Hidden(below, _resolved(package, path, links), formulas)


def usual(data: bytes) -> bytes:
    """Return a workbook that was saved as "Strict Open XML" in the usual form, which openpyxl reads."""
    with ZipFile(io.BytesIO(data)) as package:
        books = [name for name in package.namelist() if name.startswith("xl/workbook")]
        if not any(_STRICT in package.read(name) for name in books):
            return data
        made = io.BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as target:
            for member in package.infolist():
                content = package.read(member)
                for strict, other in _TRANSITIONAL if member.filename.endswith((".xml", ".rels")) else ():
                    content = content.replace(strict, other)
                target.writestr(member.filename, content)
    return made.getvalue()


def _pieces(package: ZipFile, path: str) -> Iterator[bytes]:
    """Yield the XML in pieces that overlap, so that no element of a common length falls between two."""
    with package.open(path) as file:
        tail = b""
        while piece := file.read(_PIECE):
            yield tail + piece
            tail = (tail + piece)[-_OVERLAP:]


def _note_merged(below: dict[Place, int], match: re.Match[bytes]) -> None:
    top, left = _place(match[1], match[2])
    bottom, _ = _place(match[3], match[4])
    if len(below) + bottom - top <= _MOST_MERGED:
        below |= {(row, left): top for row in range(top + 1, bottom + 1)}


def _place(letters: bytes, row: bytes) -> Place:
    """Return row and column of a cell: `B3` is (3, 1)."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return int(row), column - 1


def _resolved(package: ZipFile, path: str, links: Mapping[Place, str]) -> dict[int, dict[int, str]]:
    """Return the addresses that the links of a sheet lead to, by row and column."""
    place = PurePosixPath(path)
    relations = f"{place.parent}/_rels/{place.name}.rels"
    if not links or relations not in package.namelist():
        return {}
    targets = {it.get("Id", ""): it.get("Target", "") for it in fromstring(package.read(relations))}
    found: dict[int, dict[int, str]] = {}
    for (row, column), identity in links.items():
        if target := targets.get(identity):
            found.setdefault(row, {})[column] = target
    return found
