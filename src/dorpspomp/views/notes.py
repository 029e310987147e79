"""What is written into the copy of a volunteer's file: a comment at each cell, and a first sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dorpspomp import report as words
from dorpspomp.problem import Level, Problem
from dorpspomp.views import dutch
from dorpspomp.views.marks import Marked, Place, name_column
from dorpspomp.views.report import Report

TITLE = "Lees eerst"
HEADINGS = ("Hoe erg", "Waar", "Wat er is", "Wat u kunt doen")
MASK = "•••"
"""What stands in the copy instead of a cell that may not be shown."""
MOST_COMMENTS = 400
"""With more comments than this in one sheet, a spreadsheet becomes slow; other cells only get a colour."""
_MOST_SPOTS = 6

COLORS: Mapping[Level, str] = {
    Level.STOP: "f6c4bc",
    Level.UNUSABLE: "fbd3b0",
    Level.NOTICE: "ffe9a3",
    Level.REPAIRED: "cde8cf",
}
"""The colour of a cell with a message."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said at one cell; "" where a colour must do."""

    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """One sheet of the file: what may be shown of it, and its comments."""

    sheet: Marked
    comments: Mapping[Place, Comment]

    @property
    def title(self) -> str:
        """Return the name that the sheet has in its file."""
        return self.sheet.headed.title


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything that is written into the copy of one file; `lines` go under `HEADINGS`."""

    file: str
    lead: tuple[str, ...]
    lines: tuple[tuple[Level, tuple[str, ...]], ...]
    sheets: Mapping[str, Noted]


def notes(report: Report, file: str) -> Notes:
    """Return what to write into the copy of one file."""
    sheets = [sheet for sheet in report.marked if sheet.headed.file == file]
    names = {sheet.headed.sheet.name for sheet in sheets}
    causes = [cause for chapter in report.chapters for cause in chapter.causes if cause.sheet in names]
    rows = tuple(
        (
            cause.level,
            (cause.level.value, _where(cause.where, [s.text for s in cause.spots]), cause.wrong, cause.do),
        )
        for cause in causes
    )
    noted = (Noted(sheet, dict(_comments(sheet, report.is_live, report.today))) for sheet in sheets)
    return Notes(file, _lead(file, report.today), rows, {one.title: one for one in noted})


def _lead(file: str, today: date) -> tuple[str, ...]:
    return (
        f"Dit is een kopie van {file}, nagekeken op {dutch.long_date(today)}.",
        "Verander niets hier, maar in uw eigen bestand.",
        "In elk gekleurd vak staat een opmerking. Houd de muis op het vak om die te lezen.",
        f"Waar {MASK} staat, is de inhoud weggelaten.",
    )


def _where(where: str, spots: Sequence[str]) -> str:
    more = len(spots) - _MOST_SPOTS
    rest = f" en nog {more}" if more > 0 else ""
    return ", ".join((where, *spots[:_MOST_SPOTS])) + rest


def _comments(sheet: Marked, is_live: bool, today: date) -> Iterator[tuple[Place, Comment]]:
    """Yield the comment of each cell; what is about the whole sheet stands at its headings."""
    cells = dict(sheet.cells)
    if sheet.above:
        top = sheet.headed.header.number, name_column(sheet.headed)
        cells[top] = (*sheet.above, *cells.get(top, ()))
    worst = sorted(cells, key=lambda place: (cells[place][0].level.rank, place))
    for number, place in enumerate(worst):
        told = [_told(problem, is_live, today) for problem in cells[place]] if number < MOST_COMMENTS else []
        yield place, Comment(cells[place][0].level, "\n\n".join(told))


def _told(problem: Problem, is_live: bool, today: date) -> str:
    level = f"{problem.level.value.capitalize()}: {problem.wrong}"
    do = f"Doe dit: {problem.do}" if words.asks(problem.do) else problem.do
    return "\n".join(part for part in (level, words.fate(problem, is_live, today), do) if part)
