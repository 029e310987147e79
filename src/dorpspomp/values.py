"""Reading all cells of an entry: what they hold, how that is written, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dorpspomp import cell, reference
from dorpspomp.cell import Cell
from dorpspomp.entry import Entry
from dorpspomp.problem import Level, Problem
from dorpspomp.reference import Names
from dorpspomp.sheet import Column
from dorpspomp.when import Given, Schedule
from dorpspomp.when import read as read_when

_FILL_IN = "Vul dit vak in."


@dataclass(frozen=True, slots=True)
class Values:
    """What was read from an entry: values by attribute, texts by column, problems.

    `lost` names the columns in which something stands that cannot be read. `is_kept` tells that these
    are the values of the last good version, because the row itself cannot be used.
    """

    entry: Entry
    by_attribute: Mapping[str, object]
    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    lost: tuple[str, ...] = ()
    is_kept: bool = False

    @property
    def is_usable(self) -> bool:
        """Tell whether a record can be made of this."""
        return self.is_kept or all(problem.level is not Level.UNUSABLE for problem in self.problems)

    def without(self, column: Column, wrong: str, do: str) -> Values:
        """Return the values without a cell that turned out to be wrong."""
        if column.name not in self.texts:
            return self
        level = Level.UNUSABLE if column.required else Level.NOTICE
        return replace(
            self,
            by_attribute={name: v for name, v in self.by_attribute.items() if name != column.attribute},
            texts={name: text for name, text in self.texts.items() if name != column.name},
            problems=(*self.problems, self.entry.problem(column, level, wrong, do)),
            lost=(*self.lost, column.name),
        )


def read(entry: Entry, known: Names, today: date) -> Values:
    """Read every cell of an entry that may be published."""
    columns = {column.name: column for column in entry.sheet.columns}
    filled = [(columns[name], text) for name, text in entry.cells.items()]
    cells = {column.name: cell.read(text, column, today) for column, text in filled}
    values = {column.attribute: cells[column.name].value for column, _ in filled}
    problems: list[Problem] = []
    for column, _ in filled:
        read_on = _LATER.get(column.kind)
        if read_on and cells[column.name].text:
            made, said = read_on(cells[column.name], column, entry, values, known, today)
            cells[column.name], values[column.attribute] = made, made.value
            problems.extend(said)
    problems.extend(_notes(entry, cells, filled))
    problems.extend(_missing(entry, cells))
    texts = {name: made.text for name, made in cells.items() if made.text}
    lost = tuple(name for name, made in cells.items() if made.note and not made.text)
    by_attribute = {name: value for name, value in values.items() if name}
    return Values(entry, by_attribute, texts, tuple(problems), lost)


def _notes(entry: Entry, cells: Mapping[str, Cell], filled: list[tuple[Column, str]]) -> Iterator[Problem]:
    for column, _ in filled:
        made = cells[column.name]
        if made.note:
            level = Level.UNUSABLE if column.required and not made.text else made.note.level
            yield entry.problem(column, level, made.note.wrong, made.note.do)


def _missing(entry: Entry, cells: Mapping[str, Cell]) -> Iterator[Problem]:
    for column in entry.sheet.columns:
        if column.required and not column.private and column.name not in cells:
            yield entry.problem(column, Level.UNUSABLE, *_nothing(column))


def _nothing(column: Column) -> tuple[str, str]:
    return f"‘{column.name}’ is leeg.", _FILL_IN


Later = tuple[Cell, list[Problem]]


def _when(
    made: Cell, column: Column, entry: Entry, values: Mapping[str, object], known: Names, today: date
) -> Later:
    """Read a time text together with what the columns beside it say."""
    start, end = (day if isinstance(day, date) else None for day in (values.get("start"), values.get("end")))
    schedule = _schedule(
        made.text, start, end, entry.cell("not_on") if column.attribute == "when" else "", today
    )
    problems = [entry.problem(column, Level.NOTICE, said.wrong, said.do) for said in schedule.remarks]
    return Cell(schedule, made.text, made.note), problems


@lru_cache(maxsize=16384)
def _schedule(text: str, start: date | None, end: date | None, except_text: str, today: date) -> Schedule:
    return read_when(text, Given(start=start, end=end, today=today, except_text=except_text))


def _reference(
    made: Cell, column: Column, entry: Entry, values: Mapping[str, object], known: Names, today: date
) -> Later:
    if column.required and reference.means_nothing(made.text):
        return Cell(note=made.note), [entry.problem(column, Level.UNUSABLE, *_nothing(column))]
    code, note = reference.resolve(made.text, column, known)
    if not note or (entry.sheet.name == "landelijk" and code):
        return Cell(code, code or made.text, made.note), []
    is_lost = len(column.refers) > 1 and column.required and not known.find(made.text, column)
    return Cell(code, code or made.text, made.note), [
        entry.problem(column, Level.UNUSABLE if is_lost else note.level, note.wrong, note.do)
    ]


def _codes(
    made: Cell, column: Column, entry: Entry, values: Mapping[str, object], known: Names, today: date
) -> Later:
    items = made.value if isinstance(made.value, tuple) else ()
    found = [reference.resolve(item, column, known) for item in items]
    addresses = tuple(address for address, _ in found if address)
    problems = [entry.problem(column, note.level, note.wrong, note.do) for _, note in found if note]
    return Cell(addresses or None, "|".join(addresses), made.note), problems


_LATER = {"when": _when, "reference": _reference, "code list": _codes}
"""The kinds that need more than their own cell: other columns, or the other sheets."""
