"""Where problems belong in a volunteer's own sheet: at a cell, or at the sheet as a whole.

The page and the annotated copies both show a sheet with its messages; what may not be shown of it
is decided here, once, for both. Only a column with a public heading is ever visible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dorpspomp.entry import ABOUT_PEOPLE
from dorpspomp.heading import Headed, Heading, is_intern
from dorpspomp.problem import Problem, worst_first

Place = tuple[int, int]
"""A cell: the row as the volunteer counts, and the column counted from 0."""


@dataclass(frozen=True)
class Marked:
    """A sheet with its messages, the worst first: at cells, and above the sheet as a whole."""

    headed: Headed
    cells: Mapping[Place, tuple[Problem, ...]]
    above: tuple[Problem, ...] = ()

    @cached_property
    def visible(self) -> Mapping[int, Heading]:
        """Return the columns whose cells may be shown, by their place."""
        return {heading.index: heading for heading in self.headed.headings if _is_visible(heading)}

    @cached_property
    def secret_rows(self) -> frozenset[int]:
        """Return the rows that are private as a whole: settings whose name starts with "intern"."""
        name = self.headed.by_column.get("naam")
        if name is None or self.headed.sheet.name != "instellingen":
            return frozenset()
        return frozenset(row.number for row in self.headed.rows if is_intern(_cell(row.cells, name.index)))

    def is_shown(self, row: int, column: int) -> bool:
        """Tell whether what stands in a cell may be shown; the headings always may."""
        if row == self.headed.header.number:
            return True
        return column in self.visible and row not in self.secret_rows

    @cached_property
    def rows(self) -> Mapping[int, tuple[Problem, ...]]:
        """Return the problems of each row that has any, the row of headings too."""
        found: dict[int, list[Problem]] = {}
        for (row, _), problems in self.cells.items():
            found.setdefault(row, []).extend(problems)
        return {row: tuple(found[row]) for row in sorted(found)}


def marked(problems: Iterable[Problem], sheets: Mapping[str, Headed]) -> tuple[Marked, ...]:
    """Put every problem in the sheet that it is about; sheets without any are left out."""
    found: dict[str, list[Problem]] = {}
    for problem in worst_first(problems):
        if problem.sheet in sheets:
            found.setdefault(problem.sheet, []).append(problem)
    made = (_marked(sheets[name], few) for name, few in found.items())
    return tuple(sheet for sheet in made if sheet.cells or sheet.above)


def name_column(headed: Headed) -> int:
    """Return the place of the column by which people know a row: its name, or the first public one."""
    names = (h.index for h in headed.headings if h.column and not h.private and _names(h.column.attribute))
    public = (heading.index for heading in headed.headings if _is_visible(heading))
    return next(names, next(public, 0))


def _marked(headed: Headed, problems: Sequence[Problem]) -> Marked:
    cells: dict[Place, list[Problem]] = {}
    above: list[Problem] = []
    for problem in problems:
        if problem.row and not _is_about_the_sheet(problem, headed):
            cells.setdefault((problem.row, _column(problem, headed)), []).append(problem)
        elif problem.row or not (problem.name or problem.says):  # else it is about another file
            above.append(problem)
    return Marked(headed, {place: tuple(few) for place, few in cells.items()}, tuple(above))


def _is_about_the_sheet(problem: Problem, headed: Headed) -> bool:
    return problem.row == headed.header.number and not problem.column


def _column(problem: Problem, headed: Headed) -> int:
    """Return the place of a problem's column; what is about a whole row stands with its name."""
    if problem.column:
        return _index(problem.column)
    heading = headed.by_column.get(problem.heading)
    return heading.index if heading else name_column(headed)


def _index(letters: str) -> int:
    """Count a column's letters from 0.

    >>> _index("A"), _index("Z"), _index("AA")
    (0, 25, 26)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _is_visible(heading: Heading) -> bool:
    about_people = heading.column is not None and heading.column.attribute in ABOUT_PEOPLE
    return bool(heading.text) and not heading.private and not about_people


def _names(attribute: str) -> bool:
    return attribute in {"name", "title"}


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""
