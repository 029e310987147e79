"""The week: where one can go on which day, for whatever comes back week after week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time, timedelta

from dorpspomp.model import Activity, Status
from dorpspomp.views.card import brief
from dorpspomp.views.dutch import WEEKDAYS, span
from dorpspomp.views.portal import Portal
from dorpspomp.when import Occurrence, occurrences

AHEAD = timedelta(days=83)
"""Twelve weeks: long enough to see what comes back, and a holiday does not hide it."""

_EVERY_WEEK = 7  # of twelve; the rest may fall in a holiday


@dataclass(frozen=True, slots=True)
class Regular:
    """Something that comes back on a weekday. `note` says when it is not every week."""

    start: time | None
    time: str
    sheet: str
    code: str
    address: str
    name: str
    where: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, with what one can go to."""

    name: str
    regulars: tuple[Regular, ...]


def week(portal: Portal, chosen: Callable[[Activity], bool] = lambda activity: True) -> tuple[Weekday, ...]:
    """Return the days of the week on which the activities that were chosen come back."""
    by_day: dict[int, list[Regular]] = defaultdict(list)
    for activity in portal.register.activities:
        if chosen(activity) and activity.status is Status.ACTIVE:
            for day, regular in _regulars(activity, portal):
                by_day[day].append(regular)
    return tuple(
        Weekday(name, tuple(sorted(by_day[number], key=_order)))
        for number, name in enumerate(WEEKDAYS)
        if by_day[number]
    )


def _regulars(activity: Activity, portal: Portal) -> Iterator[tuple[int, Regular]]:
    """Yield what comes back of an activity; one-off days and exceptions are for the agenda."""
    if not any(not rule.dates and not rule.feasts for rule in activity.when.rules):
        return
    found: dict[tuple[int, time | None, time | None], list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences(activity.when, portal.today, portal.today + AHEAD, portal.calendar):
        found[occurrence.date.weekday(), occurrence.start, occurrence.end].append(occurrence)
    for (day, *_), same in found.items():
        is_weekly = len({occurrence.date for occurrence in same}) >= _EVERY_WEEK
        yield day, _regular(activity, portal, same[0], "" if is_weekly else brief(activity.when))


def _regular(activity: Activity, portal: Portal, found: Occurrence, note: str) -> Regular:
    place = portal.place(activity.place)
    return Regular(
        start=found.start,
        time=span(found.start, found.end, found.daypart) or "hele dag",
        sheet=activity.sheet,
        code=activity.code,
        address=activity.address,
        name=activity.name,
        where=place.name if place else activity.start_point,
        note=note,
    )


def _order(regular: Regular) -> tuple[time, str]:
    return regular.start or time(0), regular.name
