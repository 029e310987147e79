"""Reading CSV, as Excel, LibreOffice and Notepad leave it behind.

The encoding is decided by strict decoding, never by statistics: a byte order mark, else UTF-8, else
Windows-1252 line by line. (A statistical guess reads "'s-Gravenhage" as "is-Gravenhage".) Quotes are
read here wherever the csv module is in doubt, because one stray quote would let it swallow the whole file.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from dorpspomp import table
from dorpspomp.problem import Problem
from dorpspomp.table import MOST_BYTES, Opened, Table, unreadable

DELIMITERS = (";", "\t", ",")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[;,\t]*(?:\n|\Z)', re.IGNORECASE)
_FOREIGN = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def read(data: bytes, name: str, file: str, is_heading: Callable[[str], bool]) -> Opened:
    """Read the bytes of a CSV file; `is_heading` tells which words head a column in any sheet."""
    if len(data) > MOST_BYTES:
        return table.opened(
            [unreadable(file, name, "Het bestand is veel te groot.", "Verwijder de overbodige rijen.")]
        )
    text = decode(data)
    if text is None:
        return table.opened([_not_text(file, name)])
    return table.opened([_table(text, name, file, is_heading)])


def decode(data: bytes) -> str | None:
    """Return the text in these bytes with "\\n" after each line, or None when they hold no text."""
    if data.startswith(_FOREIGN):
        return None
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), _bare(data))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = _line_by_line(data)
        except UnicodeDecodeError:
            return None
    if "\0" in text:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bare(data: bytes) -> str:
    """Name the encoding of bytes without a mark; UTF-16 shows as a zero beside the first letter."""
    if data[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if data[:1] == b"\0" else "utf-8"


def _line_by_line(data: bytes) -> str:
    """Decode each line as UTF-8, else as Windows-1252: two files pasted together stay readable."""
    return "".join(_line(line) for line in data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252")


def _table(text: str, name: str, file: str, is_heading: Callable[[str], bool]) -> Table | Problem:
    line = _SEPARATOR_LINE.match(text)
    delimiter = line[1] if line else _delimiter(text, is_heading)
    start = line.end() if line else 0
    numbered = enumerate(rows(text, start, delimiter), start=1)
    return table.make(name, file, numbered)


def _delimiter(text: str, is_heading: Callable[[str], bool]) -> str:
    """Choose the delimiter that lays bare most headings in one of the first rows, else most columns."""

    def score(delimiter: str) -> tuple[int, int]:
        first = list(islice(rows(text, 0, delimiter), 15))
        headings = max((sum(map(is_heading, row)) for row in first), default=0)
        return headings, max(map(len, first), default=0)

    return max(DELIMITERS, key=score)


def rows(text: str, position: int, delimiter: str) -> Iterator[list[str]]:
    """Yield the cells of each row; a quoted cell may run over several lines of text."""
    width = 0
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if '"' not in line:
            row, position = line.split(delimiter), end + 1
        elif well_formed := _well_formed(line, delimiter):
            row, position = well_formed, end + 1
        else:
            row, position = _quoted_row(text, position, delimiter, width)
        width = max(width, len(row))
        yield row


def _well_formed(line: str, delimiter: str) -> list[str] | None:
    """Read a line on which every quote is in order, which is most of them, in the fast way."""
    if ' "' in line:
        return None
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        return None


def _quoted_row(text: str, position: int, delimiter: str, width: int) -> tuple[list[str], int]:
    quoted, bare = _patterns(delimiter)
    row: list[str] = []
    while True:
        found = quoted.match(text, position)
        if found and not _has_swallowed_rows(found[1], delimiter, width):
            row.append(found[1].replace('""', '"'))
        else:
            found = bare.match(text, position)
            assert found is not None  # it matches the empty text
            row.append(found[0])
        position = found.end() + 1
        if text[found.end() : position] != delimiter:
            return row, position


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a properly quoted cell and any other; a quote that nothing closes belongs to the text."""
    mark = re.escape(delimiter)
    quoted = rf' *"([^"]*+(?:""[^"]*+)*+)" *(?=[\n{mark}]|\Z)'
    return re.compile(quoted), re.compile(rf"[^\n{mark}]*")


def _has_swallowed_rows(cell: str, delimiter: str, width: int) -> bool:
    """Tell whether a stray quote took whole rows into a cell: lines inside it are rows themselves."""
    inner = cell.split("\n")[1:-1]
    return width > 2 and any(line.count(delimiter) >= width - 1 for line in inner)


def _not_text(file: str, name: str) -> Problem:
    return unreadable(
        file,
        name,
        "De letters in dit bestand zijn niet te lezen.",
        "Bewaar het blad opnieuw als ‘CSV UTF-8’.",
    )
