"""A table as it was read from a file: rows of text, before anything is known about it.

Every form of sheet (CSV, Excel, LibreOffice) becomes this. Rows keep the number that the volunteer
sees at the edge of the spreadsheet; blank rows and blank cells at the end of a row are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dorpspomp.problem import Level, Problem

MOST_BYTES = 30_000_000
MOST_ROWS = 120_000
MOST_COLUMNS = 250
MOST_CHARACTERS = 32_767  # what Excel allows in a cell


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: its number as the volunteer counts (the first is 1) and its cells from column A on.

    `links` are the addresses behind the words of some cells, with the index of the cell.
    """

    number: int
    cells: tuple[str, ...]
    links: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a file. `name` is the sheet's own, or the file's where it has none."""

    name: str
    file: str
    rows: tuple[RawRow, ...]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """What came out of one file."""

    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()


Links = Mapping[int, Mapping[int, str]]
"""Addresses behind words, by the number of the row and the index of the cell."""


def make(
    name: str, file: str, rows: Iterable[tuple[int, list[str]]], links: Links = MappingProxyType({})
) -> Table | Problem:
    """Make a table of numbered rows; one that no volunteer can have typed is a `stop` instead.

    `links` may be filled while the rows are read.
    """
    kept: list[RawRow] = []
    for number, cells in rows:
        if not (trimmed := _without_blank_end(cells)):
            continue
        if len(kept) >= MOST_ROWS or len(trimmed) > MOST_COLUMNS:
            return unreadable(
                file, name, "Het blad is veel te groot.", "Verwijder de overbodige rijen en kolommen."
            )
        if any(len(cell) > MOST_CHARACTERS for cell in trimmed):
            return _too_long(file, name, number)
        kept.append(RawRow(number, tuple(trimmed), tuple(links.get(number, {}).items())))
    return Table(name, file, tuple(kept))


def opened(made: Iterable[Table | Problem]) -> Opened:
    """Sort tables from problems."""
    made = tuple(made)
    return Opened(
        tuple(item for item in made if isinstance(item, Table)),
        tuple(item for item in made if isinstance(item, Problem)),
    )


def number(value: float) -> str:
    """Write a number as a Dutch spreadsheet shows it when it does not round.

    >>> number(3.0), number(2.5)
    ('3', '2,5')
    """
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}".replace(".", ",")  # what a spreadsheet keeps: not 0,30000000000000004


def unreadable(file: str, sheet: str, wrong: str, do: str) -> Problem:
    """Return the problem of a sheet that cannot be read; it stops the whole register."""
    return Problem(level=Level.STOP, sheet=sheet, says=file, wrong=wrong, do=do)


def _too_long(file: str, name: str, number: int) -> Problem:
    return Problem(
        level=Level.STOP, sheet=name, row=number, says=file,
        wrong="In deze rij staat een vak met veel te veel tekst. Misschien staat er een los aanhalingsteken.",
        do="Haal het losse aanhalingsteken weg, of maak de tekst korter.",
    )  # fmt: skip


def _without_blank_end(cells: list[str]) -> list[str]:
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]
