"""A volunteer's own sheet as a grid: letters on top, row numbers at the left, messages in the cells.

A wide sheet is cut into strips that fit a screen and a page of paper. In a strip stand the name, the
columns with a message and their neighbours; the letters show which columns are left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dorpspomp import report as words
from dorpspomp.problem import Level, Problem, column_letter
from dorpspomp.views import dutch
from dorpspomp.views.marks import Marked, name_column

MOST_ROWS = 40
MOST_IN_CELL = 3
MOST_STRIPS = 6
_MESSAGES, _COLUMNS = 3, 6
"""How many columns with messages, and how many in all, one strip has at most."""
_LONGEST, _BESIDE = 140, 60
"""How many letters of a cell are shown: with a message, and beside one."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message in a cell: how bad, what is wrong, what to do, what is shown now."""

    level: Level
    wrong: str
    do: str
    now: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the grid; `is_hidden` when its text only says why nothing is shown."""

    text: str
    messages: tuple[Message, ...] = ()
    more: str = ""
    is_hidden: bool = False
    is_name: bool = False
    follows_gap: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row, or what there is to say about the rows that are left out (`gap`)."""

    number: int = 0
    anchor: str = ""
    cells: tuple[Cell, ...] = ()
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """Some columns of a sheet: their letters, the row of headings and the lines."""

    letters: tuple[tuple[str, bool], ...]
    headings: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as strips; `anchors` are the places on the page of the rows that are shown."""

    strips: tuple[Strip, ...]
    anchors: Mapping[int, str]
    more: str = ""


def grid(sheet: Marked, is_live: bool, today: date) -> Grid:
    """Return the part of a sheet that has messages."""
    drawing = _Drawing(sheet, is_live, today)
    strips: list[Strip] = []
    for columns in drawing.columns or [()]:
        strips.append(drawing.strip(columns))
    return Grid(tuple(strips), drawing.anchors, drawing.more)


def message(problem: Problem, is_live: bool, today: date) -> Message:
    """Return a problem as it stands in a cell."""
    return Message(problem.level, problem.wrong, problem.do, words.fate(problem, is_live, today))


@dataclass(frozen=True)
class _Drawing:
    """A sheet while it is cut into strips; an anchor goes to the first strip that shows its row."""

    sheet: Marked
    is_live: bool
    today: date
    anchors: dict[int, str] = field(default_factory=dict)

    @cached_property
    def chosen(self) -> frozenset[int]:
        """Choose the rows to show: the worst, as many as fit, and always the headings."""
        header = self.sheet.headed.header.number
        rows = ((problems[0].level.rank, row) for row, problems in self._ranked if row != header)
        return frozenset({header, *(row for _, row in sorted(rows)[:MOST_ROWS])})

    @cached_property
    def _ranked(self) -> tuple[tuple[int, list[Problem]], ...]:
        rows = self.sheet.rows.items()
        return tuple((row, sorted(few, key=lambda problem: problem.level.rank)) for row, few in rows)

    @cached_property
    def columns(self) -> list[tuple[int, ...]]:
        """Choose the columns with messages, the worst first, and cut them into strips."""
        header = self.sheet.headed.header.number
        ranks: dict[int, list[tuple[int, bool]]] = {}
        for (row, column), problems in self.sheet.cells.items():
            if row in self.chosen:  # what is about a heading comes after what is about a row
                ranks.setdefault(column, []).extend((p.level.rank, row == header) for p in problems)
        worst = sorted(ranks, key=lambda column: (min(ranks[column]), -len(ranks[column])))
        kept = sorted(worst[: MOST_STRIPS * _MESSAGES])
        count = -(-len(kept) // _MESSAGES)  # strips of about the same width
        size = -(-len(kept) // count) if count else 1
        return [tuple(kept[at : at + size]) for at in range(0, len(kept), size)]

    @cached_property
    def numbers(self) -> list[int]:
        """Return the numbers of all rows that hold something."""
        return sorted(self._cells)

    @cached_property
    def _cells(self) -> Mapping[int, tuple[str, ...]]:
        return {row.number: row.cells for row in self.sheet.headed.rows}

    @property
    def more(self) -> str:
        """Say how many messages are not shown."""
        columns = {column for strip in self.columns for column in strip}
        left = sum(
            max(len(problems) - MOST_IN_CELL, 0)
            if row in self.chosen and column in columns
            else len(problems)
            for (row, column), problems in self.sheet.cells.items()
        )
        if left == 0:
            return ""
        what = (
            dutch.count(left, "opmerking", "opmerkingen")
            if left < 1000
            else f"{dutch.number(left)} opmerkingen"
        )
        return f"In dit blad {'staat' if left == 1 else 'staan'} nog {what}. Begin met wat u hier ziet."

    def strip(self, columns: Sequence[int]) -> Strip:
        """Draw one strip around these columns with messages."""
        header = self.sheet.headed.header.number
        rows = sorted(
            row for row in self.chosen if row != header and any((row, c) in self.sheet.cells for c in columns)
        )
        shown = self._with_neighbours(columns, rows)
        letters = tuple((column_letter(column), gap) for column, gap in _with_gaps(shown))
        return Strip(letters, self._line(header, shown), tuple(self._lines(rows, shown)))

    def _with_neighbours(self, columns: Sequence[int], rows: Sequence[int]) -> list[int]:
        """Add the name and the nearest columns that hold something."""
        kept = {*columns, name_column(self.sheet.headed)}
        others = [
            column
            for column in self.sheet.visible
            if column not in kept and (not rows or any(self._text(row, column) for row in rows))
        ]
        others.sort(key=lambda column: (min((abs(column - c) for c in columns), default=column), column))
        return sorted({*kept, *others[: max(_COLUMNS - len(kept), 0)]})

    def _lines(self, rows: Sequence[int], shown: Sequence[int]) -> Iterator[Line]:
        before = self.sheet.headed.header.number
        for row in rows:
            yield from self._gap(before, row)
            if row not in self.anchors:
                self.anchors[row] = f"{self.sheet.headed.sheet.name}-{row}"
                yield self._line(row, shown, self.anchors[row])
            else:
                yield self._line(row, shown)
            before = row
        yield from self._gap(before, self.numbers[-1] + 1 if self.numbers else before)

    def _gap(self, before: int, after: int) -> Iterator[Line]:
        """Say of the rows between two others that they are in order, or what is not shown of them."""
        numbers = self.numbers[bisect_right(self.numbers, before) : bisect_left(self.numbers, after)]
        if not numbers:
            return
        waiting = sum(number in self.sheet.rows and number not in self.chosen for number in numbers)
        if waiting:
            said = f": nog {dutch.count(waiting, 'rij', 'rijen')} met een opmerking"
        elif any(number in self.sheet.rows for number in numbers):
            said = ": niets in deze kolommen"
        elif any(problem.level is Level.STOP for problem in self.sheet.above):
            said = ": verder geen opmerkingen"
        else:
            said = " is in orde" if len(numbers) == 1 else " zijn in orde"
        yield Line(gap=f"{_span(numbers)}{said}")

    def _line(self, row: int, shown: Sequence[int], anchor: str = "") -> Line:
        return Line(row, anchor, tuple(self._cell(row, column, gap) for column, gap in _with_gaps(shown)))

    def _cell(self, row: int, column: int, follows_gap: bool) -> Cell:
        problems = self.sheet.cells.get((row, column), ())
        text = self._text(row, column)
        is_hidden = bool(text) and not self.sheet.is_shown(row, column)
        left = len(problems) - MOST_IN_CELL
        return Cell(
            text=self._instead(row, column) if is_hidden else _short(text, _LONGEST if problems else _BESIDE),
            messages=tuple(message(p, self.is_live, self.today) for p in problems[:MOST_IN_CELL]),
            more=f"en nog {dutch.number(left)}" if left > 0 else "",
            is_hidden=is_hidden,
            is_name=column == name_column(self.sheet.headed),
            follows_gap=follows_gap,
        )

    def _text(self, row: int, column: int) -> str:
        header = self.sheet.headed.header
        if row == header.number:
            return next((h.text for h in self.sheet.headed.headings if h.index == column), "")
        cells = self._cells.get(row, ())
        return cells[column].strip() if column < len(cells) else ""

    def _instead(self, row: int, column: int) -> str:
        """Say why a cell is not shown."""
        about_people = any(h.index == column and not h.private for h in self.sheet.headed.headings)
        return "(niet getoond)" if about_people and row not in self.sheet.secret_rows else "(intern)"


def _with_gaps(columns: Sequence[int]) -> Iterator[tuple[int, bool]]:
    """Yield each column and whether columns before it are left out."""
    before = -1
    for column in columns:
        yield column, column != before + 1
        before = column


def _span(numbers: Sequence[int]) -> str:
    first, last = dutch.number(numbers[0]), dutch.number(numbers[-1])
    if len(numbers) == 1:
        return f"Rij {first}"
    return f"Rij {first} en {last}" if len(numbers) == 2 else f"Rij {first} tot en met {last}"


def _short(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 2].rsplit(' ', 1)[0]} …"
