"""Problems in a register, as values.

Bad data never raises. It becomes a `Problem` with four parts: where, what it says, what is wrong
and what to do. All are collected and told at once, in plain Dutch.

    hersteld   repaired, and said so             published as repaired
    let op     readable, but doubtful or stale   published and listed
    kan niet   this row cannot be used           its last good version stays; listed first
    stop       the register cannot be trusted    nothing changes
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum


class Level(Enum):
    """How serious a problem is, in the words of the report."""

    REPAIRED = "hersteld"
    NOTICE = "let op"
    UNUSABLE = "kan niet"
    STOP = "stop"

    @property
    def rank(self) -> int:
        """Order for the report: the worst comes first."""
        return _RANKS[self]


_RANKS = {Level.STOP: 0, Level.UNUSABLE: 1, Level.NOTICE: 2, Level.REPAIRED: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem at one place.

    `row` counts as the volunteer's program does (the first line is 1); 0 means the whole sheet.
    `column` is the letter of the column ("" for the whole row), `heading` what stands above it.
    `code` is the address of the record and `name` its name, both "" when there is none. `kept_on` is
    the day of the last good version, where that is still shown instead of what is wrong.
    """

    level: Level
    sheet: str
    row: int = 0
    column: str = ""
    heading: str = ""
    code: str = ""
    name: str = ""
    says: str = ""
    wrong: str
    do: str
    kept_on: date | None = None

    def as_dict(self) -> dict[str, str | int]:
        """Return the form that other programs read (`dorpspomp check --json`)."""
        kept_on = self.kept_on.isoformat() if self.kept_on else ""
        return asdict(self) | {"level": self.level.value, "kept_on": kept_on}

    @property
    def where(self) -> str:
        """Say where the problem is: sheet, row, record, column and heading."""
        row = f"rij {self.row}" if self.row else ""
        name = f"‘{self.name}’" if self.name else ""
        column = f"kolom {self.column} ({self.heading})" if self.column else self.heading
        return ", ".join(part for part in (f"blad {self.sheet}", row, name, column) if part)


def worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort for the report: by level, then by place."""
    return tuple(sorted(problems, key=lambda p: (p.level.rank, p.sheet, p.row, p.column, p.wrong)))


def stops(problems: Iterable[Problem]) -> bool:
    """Tell whether these problems keep the register from being published."""
    return any(problem.level is Level.STOP for problem in problems)


def column_letter(index: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
