"""Finding out what a table is: which sheet, which row holds the headings, which column is what.

Headings are matched as people write them: "Tel.", "telefoonnr" and "Telefoon nummer" all mean
`telefoon`. A heading that starts with "intern" makes its column private, known or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import zip_longest

from dorpspomp import cell
from dorpspomp.loose import key, only_near, suggestion
from dorpspomp.problem import Level, Problem, column_letter
from dorpspomp.sheet import Column, Sheet, sheets
from dorpspomp.table import RawRow, Table

_FIRST_ROWS = 10
_ENOUGH = 3
_LONGEST = 60
_SHORTEST_MISSPELT = 6
_IN_BRACKETS = re.compile(r"\([^)]*\)|\*")
_ADDRESSES = frozenset({"url", "email"})
_TOTALS = frozenset({"totaal", "subtotaal", "eindtotaal", "totalen", "som", "aantalrijen"})
_PUBLIC_ALTHOUGH_INTERN = ("internet", "international", "internationaal")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above one column; `column` is None when no such column is known."""

    index: int
    text: str
    column: Column | None = None
    private: bool = False

    @property
    def letter(self) -> str:
        """Return the column's letter."""
        return column_letter(self.index)


@dataclass(frozen=True)
class Headed:
    """A table that was recognised as a sheet: its headings and the rows below them.

    `title` is the name that the sheet has in its file.
    """

    sheet: Sheet
    file: str
    title: str
    header: RawRow
    headings: tuple[Heading, ...]
    rows: tuple[RawRow, ...]

    @cached_property
    def by_column(self) -> Mapping[str, Heading]:
        """Return the headings of the known columns by the column's name; private ones are left out."""
        return {h.column.name: h for h in self.headings if h.column and not h.private}

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is odd about the headings: one is missing, twice there or not known."""
        return (*_missing(self), *_strange(self))


def is_heading(text: str) -> bool:
    """Tell whether a word heads a column in some sheet."""
    return len(text) <= _LONGEST and key(text) in _all_keys()


def sheet_named(name: str) -> Sheet | None:
    """Return the sheet with this name: case, accents, plural and synonyms do not matter."""
    word, names = key(name), _sheet_names()
    found = names.get(word) or next((names[form] for form in _forms(word) if form in names), None)
    return found or names.get(only_near(word, names, _SHORTEST_MISSPELT))


def is_sheet_name(name: str) -> bool:
    """Tell whether this is the name of a sheet, letter for letter: "diensten (2)" is not."""
    return key(name) in _sheet_names()


def sheet_by_headings(table: Table) -> Sheet | None:
    """Return the sheet whose headings this table has: all that are required, and most of all."""
    scored = [(score, sheet) for sheet in sheets().values() if (score := _score(table, sheet))]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def headed(table: Table, sheet: Sheet) -> Headed | None:
    """Read a table as this sheet, or return None when no row holds its headings."""
    position = _header_position(table, sheet)
    if position is None:
        return None
    if second := _second_header(table, position, sheet):
        position += 1
    header = second or table.rows[position]
    private = _privately_grouped(table.rows[position - 1] if position else None, header)
    headings = _headings(header, sheet, private)
    columns = {heading.index: heading.column for heading in headings if heading.column}
    rows = (_linked(row, columns) for row in table.rows[position + 1 :] if _counts(row, columns, sheet))
    return Headed(sheet, table.file, table.name, header, headings, tuple(rows))


def column_headed(sheet: Sheet, text: str) -> Column | None:
    """Return the column of a sheet that a heading means.

    >>> sheet = sheets()["diensten"]
    >>> [column_headed(sheet, text).name for text in ("Tel.", "Telefoon nummer", "Kosten (€)")]
    ['telefoon', 'telefoon', 'kosten']
    """
    return _column(sheet.name, text) if 0 < len(text) <= _LONGEST else None


@lru_cache(maxsize=16384)
def _column(sheet: str, text: str) -> Column | None:
    keys = _keys(sheet)
    for word in (key(text), key(_IN_BRACKETS.sub("", text))):
        if found := keys.get(word) or next((keys[form] for form in _forms(word) if form in keys), None):
            return found
    return keys.get(only_near(key(text), keys, _SHORTEST_MISSPELT))


@cache
def _keys(sheet: str) -> Mapping[str, Column]:
    """Map what may stand above a column to the column; own names go before synonyms."""
    columns = sheets()[sheet].columns
    own = {key(name): column for column in columns for name in (column.name, column.title)}
    return {key(word): column for column in columns for word in column.synonyms} | own


@cache
def _all_keys() -> frozenset[str]:
    return frozenset(word for name in sheets() for word in _keys(name))


@cache
def _sheet_names() -> Mapping[str, Sheet]:
    own = {key(name): sheet for sheet in sheets().values() for name in (sheet.name, sheet.title)}
    return {key(word): sheet for sheet in sheets().values() for word in sheet.synonyms} | own


def _forms(word: str) -> Iterator[str]:
    """Yield the singular and plural forms that a Dutch word may have."""
    if len(word) > 3:
        yield from (f"{word}s", f"{word}en", f"{word}n")
        yield from (word.removesuffix(ending) for ending in ("s", "en", "n") if word.endswith(ending))


def _header_position(table: Table, sheet: Sheet) -> int | None:
    enough = min(_ENOUGH, sum(not column.private for column in sheet.columns))
    for position, row in enumerate(table.rows[:_FIRST_ROWS]):
        if len({column.name for text in row.cells if (column := column_headed(sheet, text))}) >= enough:
            return position
    return None


def _second_header(table: Table, position: int, sheet: Sheet) -> RawRow | None:
    """Join two rows of headings, where cells of the first are merged over cells of the second."""
    first, below = table.rows[position], table.rows[position + 1 : position + 2]
    if not below or below[0].number != first.number + 1:
        return None
    words = [key(text) for text in below[0].cells if text.strip()]
    if len(words) < 2 or not all(word in _keys(sheet.name) or is_intern(word) for word in words):
        return None
    pairs = zip_longest(below[0].cells, first.cells, fillvalue="")
    return RawRow(below[0].number, tuple(low if low.strip() else high for low, high in pairs))


def _score(table: Table, sheet: Sheet) -> int:
    position = _header_position(table, sheet)
    if position is None:
        return 0
    cells = table.rows[position].cells
    found = {column.name for text in cells if (column := column_headed(sheet, text))}
    if any(column.required and column.name not in found for column in sheet.columns):
        return 0
    exact = {key(column.name) for column in sheet.columns} & {key(text) for text in cells}
    return len(found) + len(exact)


def _headings(header: RawRow, sheet: Sheet, private: frozenset[int]) -> tuple[Heading, ...]:
    """Name every column; what is spelt exactly comes before what only looks like it, and the first wins."""
    made: dict[int, Heading] = {}
    taken: set[str] = set()
    exact_first = sorted(
        enumerate(header.cells), key=lambda cell: (key(cell[1]) not in _keys(sheet.name), cell[0])
    )
    for index, text in exact_first:
        column = column_headed(sheet, text)
        is_private = index in private or is_intern(text) or bool(column and column.private)
        if is_private and not (column and column.private):
            column = None
        if column and column.name in taken:
            column = None
        if column:
            taken.add(column.name)
        made[index] = Heading(index, " ".join(text.split()), column, is_private)
    return tuple(made[index] for index in sorted(made))


def is_intern(text: str) -> bool:
    """Tell whether a heading starts with "intern", so that its column is never published."""
    word = key(text)
    return word.startswith("intern") and not word.startswith(_PUBLIC_ALTHOUGH_INTERN)


def _privately_grouped(above: RawRow | None, header: RawRow) -> frozenset[int]:
    """Return the columns under a merged heading "Intern" in the row right above the headings."""
    if above is None or above.number != header.number - 1:
        return frozenset()
    filled = [index for index, text in enumerate(above.cells) if text.strip()]
    if filled == [0]:  # a title above the whole table
        return frozenset()
    ends = [*filled[1:], max(len(header.cells), len(above.cells))]
    spans = (
        range(start, end) for start, end in zip(filled, ends, strict=True) if is_intern(above.cells[start])
    )
    return frozenset(index for span in spans for index in span)


def _linked(row: RawRow, columns: Mapping[int, Column]) -> RawRow:
    """Take the address behind words such as "klik hier" in a column that is made for addresses."""
    cells = list(row.cells)
    for index, target in row.links:
        column = columns.get(index)
        if column and column.kind in _ADDRESSES and index < len(cells):
            words, address = (cell.read(text, column, date.min).value for text in (cells[index], target))
            cells[index] = target if address and not words else cells[index]
    return replace(row, cells=tuple(cells)) if row.links else row


def _counts(row: RawRow, columns: Mapping[int, Column], sheet: Sheet) -> bool:
    """Tell whether a row has anything for us, is no total, and is not the headings once more."""
    cells, width = row.cells, len(row.cells)
    filled = [index for index in columns if index < width and cells[index] and not cells[index].isspace()]
    if filled and key(cells[filled[0]]) in _TOTALS and _only_numbers(cells[index] for index in filled[1:]):
        return False
    if not filled or _keys(sheet.name).get(key(cells[filled[0]])) is not columns[filled[0]]:
        return bool(filled)
    again = sum(_keys(sheet.name).get(key(cells[index])) is columns[index] for index in filled)
    return again < min(_ENOUGH, len(columns))


def _only_numbers(cells: Iterable[str]) -> bool:
    return all(re.fullmatch(r"[0-9€.,\s]+", text) for text in cells)


def _missing(table: Headed) -> Iterator[Problem]:
    present = {heading.column.name for heading in table.headings if heading.column}
    for column in table.sheet.columns:
        if column.required and not column.private and column.name not in present:
            yield Problem(
                level=Level.STOP, sheet=table.sheet.name, row=table.header.number, heading=column.name,
                wrong=f"De kolom ‘{column.name}’ ontbreekt in dit blad.",
                do=f"Zet een kolom met het kopje ‘{column.name}’ in het blad.",
            )  # fmt: skip


def _strange(table: Headed) -> Iterator[Problem]:
    for heading in table.headings:
        if heading.column or heading.private or not heading.text:
            continue
        twin = column_headed(table.sheet, heading.text)
        if twin:
            wrong, do = (
                "Deze kolom staat er twee keer; de eerste telt.",
                "Verwijder een van de twee kolommen.",
            )
        else:
            near = suggestion(
                heading.text, [column.name for column in table.sheet.columns if not column.private]
            )
            wrong = "Dit kopje ken ik niet; de kolom komt niet op de website."
            do = f"Bedoelt u ‘{near}’? Verander dan het kopje." if near else "U mag de kolom zo laten staan."
        yield Problem(
            level=Level.NOTICE, sheet=table.sheet.name, row=table.header.number, column=heading.letter,
            heading=heading.text, wrong=wrong, do=do,
        )  # fmt: skip
