"""Occurrences: the days and times of a Schedule, expanded, in Europe/Amsterdam wall time. Pure."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from dorpspomp.when.calendar import Calendar
from dorpspomp.when.feasts import feast_days
from dorpspomp.when.schedule import END_OF_DAY, Exceptions, Rule, Schedule, Span

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = dt.timedelta(days=1)
LOOK_AHEAD = dt.timedelta(days=400)


@dataclass(frozen=True)
class Occurrence:
    """One time that it happens. An end before the start lies past midnight; `END_OF_DAY` is 24:00."""

    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    daypart: str = ""

    @property
    def starts(self) -> dt.datetime | None:
        """The wall time it begins, when known."""
        return None if self.start is None else dt.datetime.combine(self.date, self.start)

    @property
    def ends(self) -> dt.datetime | None:
        """The wall time it ends, when known; 24:00 is midnight of the next day."""
        if self.end is None:
            return None
        if self.end == END_OF_DAY:
            return dt.datetime.combine(self.date + DAY, dt.time(0))
        overnight = self.start is not None and self.end <= self.start
        return dt.datetime.combine(self.date + DAY if overnight else self.date, self.end)


def instant(wall: dt.datetime) -> dt.datetime:
    """Place a wall time in Amsterdam; an hour that the clock skips moves to after the change.

    >>> instant(dt.datetime(2027, 3, 28, 2, 30)).isoformat()
    '2027-03-28T03:30:00+02:00'
    """
    return wall.replace(tzinfo=AMSTERDAM).astimezone(dt.UTC).astimezone(AMSTERDAM)


def occurrences(
    schedule: Schedule, first: dt.date, last: dt.date, calendar: Calendar
) -> tuple[Occurrence, ...]:
    """Expand a schedule over the days from first to last, both included: sorted and unique."""
    found = {
        Occurrence(day, span.start, span.end, span.daypart)
        for rule in schedule.rules
        for day in rule_days(rule, first, last, calendar)
        for span in rule.times or (Span(),)
    }
    return tuple(sorted(found, key=_order))


def _order(occurrence: Occurrence) -> tuple[dt.date, dt.time, dt.time, str]:
    start, end = occurrence.start or dt.time(0), occurrence.end or dt.time(0)
    return occurrence.date, start, end, occurrence.daypart


def rule_days(rule: Rule, first: dt.date, last: dt.date, calendar: Calendar) -> Iterator[dt.date]:
    """Give the days from first to last on which a rule holds, in order."""
    first = max(first, rule.since or first)
    last = min(last, rule.until or last)
    for day in _candidates(rule, first, last):
        if _in_season(rule, day, calendar) and not _is_off(rule.off, day, calendar):
            yield day


def _candidates(rule: Rule, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    if rule.dates:
        yield from (day for day in sorted(set(rule.dates)) if first <= day <= last)
        return
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = dt.date.fromordinal(ordinal)
        if _is_chosen(rule, day):
            yield day


def _is_chosen(rule: Rule, day: dt.date) -> bool:
    if rule.weekdays:
        return day.weekday() in rule.weekdays and _is_nth(rule.nths, day) and _is_in_cycle(rule, day)
    if rule.monthdays:
        return day.day in rule.monthdays or (-1 in rule.monthdays and (day + DAY).day == 1)
    if rule.yeardays:
        return (day.month, day.day) in rule.yeardays
    return any(day in feast_days(name, day.year) for name in rule.feasts)


def _is_nth(nths: tuple[int, ...], day: dt.date) -> bool:
    """Count this weekday from the front and from the back of its month."""
    if not nths:
        return True
    length = months.monthrange(day.year, day.month)[1]
    return (day.day - 1) // 7 + 1 in nths or -((length - day.day) // 7 + 1) in nths


def _is_in_cycle(rule: Rule, day: dt.date) -> bool:
    if not rule.parity.admits(day):
        return False
    if rule.interval == 1 or rule.anchor is None:
        return True
    weeks = (_monday(day) - _monday(rule.anchor)).days // 7
    return weeks % rule.interval == 0


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * DAY


def _in_season(rule: Rule, day: dt.date, calendar: Calendar) -> bool:
    if rule.windows and not any(window.covers(day) for window in rule.windows):
        return False
    if rule.only_public and not calendar.is_public(day):
        return False
    if not rule.only_school and not rule.only_breaks:
        return True
    breaks = calendar.school_breaks(day)
    return bool(breaks) if rule.only_school else any(name in rule.only_breaks for name in breaks)


def _is_off(off: Exceptions, day: dt.date, calendar: Calendar) -> bool:
    if off == Exceptions():
        return False
    return (
        day.weekday() in off.weekdays
        or day in off.dates
        or any(period.covers(day) for period in off.periods)
        or any(window.covers(day) for window in off.windows)
        or any(weekday == day.weekday() and _is_nth((nth,), day) for nth, weekday in off.nth_days)
        or (off.public and calendar.is_public(day))
        or any(day in feast_days(name, day.year) for name in off.feasts)
        or _is_off_school(off, day, calendar)
    )


def _is_off_school(off: Exceptions, day: dt.date, calendar: Calendar) -> bool:
    if not off.school and not off.breaks:
        return False
    breaks = calendar.school_breaks(day)
    return bool(breaks) if off.school else any(name in off.breaks for name in breaks)


def is_open(schedule: Schedule, moment: dt.datetime, calendar: Calendar) -> bool | None:
    """Tell whether it is open at this wall time; None when the text does not say.

    What was not read, what is by appointment, and what lacks a begin or an end today, is not known.
    """
    if not is_certain(schedule, calendar):
        return None
    here = moment.replace(tzinfo=None)
    today = here.date()
    states = {_state(occurrence, here) for occurrence in occurrences(schedule, today - DAY, today, calendar)}
    return True if True in states else None if None in states else False


def is_certain(schedule: Schedule, calendar: Calendar) -> bool:
    """Tell whether a text says enough to claim that it is open."""
    lacks_school = not calendar.school and any(rule.needs_school for rule in schedule.rules)
    return schedule.is_readable and not schedule.appointment and not lacks_school


def _state(occurrence: Occurrence, here: dt.datetime) -> bool | None:
    """Place a moment in one occurrence; without an end, it is not known after the start on that day."""
    starts, ends = occurrence.starts, occurrence.ends
    if starts is not None and here < starts:
        return False
    if ends is not None and here >= ends:
        return False
    if starts is not None and ends is not None:
        return True
    return None if here.date() == occurrence.date else False


def next_opening(schedule: Schedule, moment: dt.datetime, calendar: Calendar) -> dt.datetime | None:
    """Give the first wall time after this moment at which it opens, within 400 days."""
    if not is_certain(schedule, calendar) or schedule.is_always:
        return None
    here = moment.replace(tzinfo=None)
    first, limit = here.date(), here.date() + LOOK_AHEAD
    while first <= limit:
        last = min(first + 31 * DAY, limit)
        for occurrence in occurrences(schedule, first, last, calendar):
            if occurrence.starts is not None and occurrence.starts > here:
                return occurrence.starts
        first = last + DAY
    return None
