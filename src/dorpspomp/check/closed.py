"""A place that is closed: what is held there that day stays in the agenda until somebody says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dorpspomp.check.aside import Aside
from dorpspomp.check.hint import hint
from dorpspomp.check.holidays import ours
from dorpspomp.model import Activity, Change, Deviation, Register
from dorpspomp.problem import Problem
from dorpspomp.when import occurrences
from dorpspomp.when.calendar import Calendar, Period

LONGEST = timedelta(days=60)
"""How many days of a long closing are looked at."""

FEW = 2
"""How many names are said."""


def places(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield closings of a place on days on which something is held there that nobody said anything about."""
    codes = {place.address: place.code for place in register.places}
    closings = [
        d for d in register.deviations if d.change is Change.CLOSED and d.of in codes and d.end >= today
    ]
    calendar = _calendar(register, today) if closings else Calendar()
    for closing in closings:
        held = [
            a.name
            for a in register.activities
            if a.place == codes[closing.of] and _is_on(a, closing, register, calendar)
        ]
        if held:
            yield hint(
                closing, "waarvan", f"Deze plek is dan dicht, maar daar is dan wel: {_named(held)}.",
                "Gaat het niet door? Maak er een rij voor.", closing.name,
            )  # fmt: skip


def _is_on(activity: Activity, closing: Deviation, register: Register, calendar: Calendar) -> bool:
    """Tell whether an activity is held while its place is closed, without an exception of its own."""
    last = min(closing.end, closing.start + LONGEST)
    said = [own for own in register.deviations if own.of == activity.address]
    days = {found.date for found in occurrences(activity.when, closing.start, last, calendar)}
    return any(not any(own.start <= day <= own.end for own in said) for day in days)


def _calendar(register: Register, today: date) -> Calendar:
    school = [Period(holiday.name, holiday.start, holiday.end) for holiday in ours(register)]
    years = range(today.year, today.year + 3)
    return Calendar.netherlands(years, school, register.settings.counted_holidays or None)


def _named(names: Sequence[str]) -> str:
    more = len(names) - FEW
    return ", ".join(names[:FEW]) + (f" en nog {more}" if more > 0 else "")
