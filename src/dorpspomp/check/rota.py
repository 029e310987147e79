"""The rota of the shared number: somebody answers every day, not two at once, nobody too often.

Who it is stays private. `turns` turns the names into numbers while the sheets are at hand; only the
numbers get any further.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from dorpspomp.check.aside import Aside
from dorpspomp.check.hint import hint, shown
from dorpspomp.heading import Headed
from dorpspomp.loose import key
from dorpspomp.model import Register, Shift
from dorpspomp.problem import Problem

RUNS_OUT = timedelta(days=15)
"""So long before its last day a rota is said to run out."""

AHEAD = timedelta(days=56)
"""How far ahead turns are counted."""

_COLUMN = "intern coordinator"
_IN_A_ROW = 3
_ENOUGH_PEOPLE = 3


def turns(table: Headed) -> Mapping[int, int]:
    """Number the persons who answer, by row; the names themselves stay behind."""
    place = next((h.index for h in table.headings if h.column and h.column.name == _COLUMN), None)
    if place is None:
        return {}
    known: dict[str, int] = {}
    found: dict[int, int] = {}
    for row in table.rows:
        if word := key(row.cells[place]) if place < len(row.cells) else "":
            found[row.number] = known.setdefault(word, len(known) + 1)
    return found


def days(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield days on which nobody answers the shared number, and days on which two people do."""
    coming = _coming(register, today)
    for shift in coming:
        if shift.end < shift.start:
            yield hint(shift, "tot en met", "De laatste dag ligt voor de eerste.", "Kijk de datums na.")
    for before, after in pairwise(shift for shift in coming if shift.start <= shift.end):
        yield from _between(before, after)
    if coming and max(shift.end for shift in coming) < today + RUNS_OUT:
        wrong = "Het rooster van de telefoon loopt bijna af."
        yield hint(coming[-1], "tot en met", wrong, "Vul het rooster aan met nieuwe rijen.")


def too_often(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield persons who answer three times in a row, or most of the coming weeks, while others could."""
    coming = [shift for shift in _coming(register, today) if shift.source.row in beside.turns]
    people = {beside.turns[shift.source.row] for shift in coming}
    if len(people) > 1:
        yield from _in_a_row(coming, beside.turns)
    if len(people) >= _ENOUGH_PEOPLE:
        yield from _most_days(coming, beside.turns, today)


def _in_a_row(coming: Sequence[Shift], who: Mapping[int, int]) -> Iterator[Problem]:
    for _, group in groupby(coming, key=lambda shift: who[shift.source.row]):
        turns_taken = list(group)
        if len(turns_taken) >= _IN_A_ROW:
            times = shown(len(turns_taken))
            yield hint(
                turns_taken[_IN_A_ROW - 1], _COLUMN, f"Deze persoon neemt {times} keer achter elkaar op.",
                "Vraag of iemand anders een keer wil.",
            )  # fmt: skip


def _most_days(coming: Sequence[Shift], who: Mapping[int, int], today: date) -> Iterator[Problem]:
    """Yield whoever answers on more than half of the coming days, in more than one period."""
    taken: dict[int, list[Shift]] = {}
    for shift in coming:
        if shift.start < today + AHEAD:
            taken.setdefault(who[shift.source.row], []).append(shift)
    spent = {person: sum(_days_of(shift, today) for shift in shifts) for person, shifts in taken.items()}
    for person, shifts in taken.items():
        if len(shifts) > 1 and 2 * spent[person] > AHEAD.days:
            yield hint(
                shifts[1], _COLUMN, "Deze persoon neemt de komende acht weken het vaakst op.",
                "Verdeel de weken wat meer.",
            )  # fmt: skip


def _days_of(shift: Shift, today: date) -> int:
    first, last = max(shift.start, today), min(shift.end, today + AHEAD - timedelta(days=1))
    return max((last - first).days + 1, 0)


def _coming(register: Register, today: date) -> list[Shift]:
    shifts = (shift for shift in register.shifts if shift.end >= today)
    return sorted(shifts, key=lambda shift: (shift.start, shift.end))


def _between(before: Shift, after: Shift) -> Iterator[Problem]:
    free = before.end + timedelta(days=1)
    if after.start > free:
        wrong = f"Van {_written(free)} tot {_written(after.start)} neemt niemand de telefoon op."
        yield hint(after, "van", wrong, "Vul in wie er dan opneemt.")
    elif after.start < free:
        wrong = f"Op {_written(after.start)} nemen twee mensen de telefoon op."
        yield hint(after, "van", wrong, "Kijk de datums na.")


def _written(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
