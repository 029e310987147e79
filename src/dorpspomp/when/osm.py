"""A Schedule as an `opening_hours` value of OpenStreetMap, where that can say it. Pure.

See https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. What it cannot say exactly is "",
for half a truth on a map outlives the sheet: every so many weeks, an end without a begin, a part of the day
in words, rules that are left out on different days, only in the school holidays. Holidays that are left out
are not listed (`PH off`, `SH off`): which days those are is known to who reads it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from dorpspomp.when.schedule import (
    END_OF_DAY,
    WEEK,
    Exceptions,
    MonthDay,
    Parity,
    Rule,
    Schedule,
    Span,
    Window,
)

BY_APPOINTMENT = 'unknown "by appointment"'
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKS = {Parity.EVEN: "week 02-52/2", Parity.ODD: "week 01-53/2"}


class _Unsayable(Exception):
    """There is no way to write this."""


def opening_hours(schedule: Schedule | None) -> str:
    """Return the value, or "" where it cannot be said or was not read.

    >>> from dorpspomp.when.grammar import read
    >>> opening_hours(read("ma-vr 9-12 en 13-17 uur, niet op feestdagen"))
    'Mo-Fr 09:00-12:00,13:00-17:00; PH off'
    """
    if schedule is None:
        return ""
    if not schedule.rules:
        return BY_APPOINTMENT if schedule.appointment else ""
    if schedule.is_always:
        return "24/7"
    try:
        return _said(schedule)
    except _Unsayable:
        return ""


def _said(schedule: Schedule) -> str:
    offs = {_shared(rule.off) for rule in schedule.rules}
    if len(offs) > 1 or any(rule.since or rule.until for rule in schedule.rules):
        raise _Unsayable
    # A day that is off would cut the night that began the day before.
    if offs != {Exceptions()} and any(span.is_overnight for rule in schedule.rules for span in rule.times):
        raise _Unsayable
    comment = f" {BY_APPOINTMENT}" if schedule.appointment else ""
    rules = dict.fromkeys(f"{_rule(rule)}{comment}" for rule in schedule.rules)
    # A comma adds to what was said before; a semicolon would take its place on the same day.
    return "; ".join((", ".join(rules), *_off(offs.pop())))


def _shared(off: Exceptions) -> Exceptions:
    """Return what is left out of all rules alike: not a weekday, which is simply not named."""
    return Exceptions(
        dates=off.dates, periods=off.periods, windows=off.windows, nth_days=off.nth_days, school=off.school,
        breaks=off.breaks, public=off.public, feasts=off.feasts,
    )  # fmt: skip


def _rule(rule: Rule) -> str:
    if rule.interval > 1 or rule.dates or rule.feasts or not rule.times:
        raise _Unsayable
    if rule.only_school or rule.only_breaks or (rule.parity and rule.windows):
        raise _Unsayable
    season = _WEEKS.get(rule.parity, "") or ",".join(_window(window) for window in rule.windows)
    only = "PH" if rule.only_public else ""
    times = ",".join(_span(span) for span in rule.times)
    return " ".join(part for part in (season, only, _days(rule), times) if part)


def _days(rule: Rule) -> str:
    """Name the days: by weekday, or by date each year; a day of the month has no name of its own."""
    if rule.yeardays and not rule.windows:
        return ",".join(_day(day) for day in rule.yeardays)
    if not rule.weekdays or rule.monthdays:
        raise _Unsayable
    days = tuple(day for day in rule.weekdays if day not in rule.off.weekdays)
    if rule.nths:
        return ",".join(f"{DAYS[day]}[{','.join(str(nth) for nth in sorted(rule.nths))}]" for day in days)
    if rule.only_public:
        if days != WEEK:
            raise _Unsayable
        return ""
    return ",".join(_runs(days))


def _runs(days: Sequence[int]) -> Iterator[str]:
    """Yield runs of weekdays: Mo-We, Fr."""
    left = list(days)
    while left:
        run = [left.pop(0)]
        while left and left[0] == run[-1] + 1:
            run.append(left.pop(0))
        joint = "-" if len(run) > 2 else ","
        yield DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}{joint}{DAYS[run[-1]]}"


def _span(span: Span) -> str:
    if span.start is None:
        raise _Unsayable
    if span.end is None:
        return f"{span.start:%H:%M}+"
    end = "24:00" if span.end in (END_OF_DAY, dt.time(0)) else f"{span.end:%H:%M}"
    return f"{span.start:%H:%M}-{end}"


def _window(window: Window) -> str:
    """Write a part of the year, in months when it is whole months."""
    (first, start), (last, end) = window.start, window.end
    if start == 1 and end == _length(last):
        return MONTHS[first - 1] if first == last else f"{MONTHS[first - 1]}-{MONTHS[last - 1]}"
    return f"{_day(window.start)}-{_day(window.end)}"


def _length(month: int) -> int:
    return (dt.date(2028 + month // 12, month % 12 + 1, 1) - dt.date(2028, month, 1)).days


def _day(day: MonthDay) -> str:
    return f"{MONTHS[day[0] - 1]} {day[1]:02}"


def _date(day: dt.date) -> str:
    return f"{day.year} {_day((day.month, day.day))}"


def _off(off: Exceptions) -> Iterator[str]:
    """Yield what is left out; which feasts and which holidays by name, nobody else knows."""
    if off.breaks or off.feasts:
        raise _Unsayable
    if off.public:
        yield "PH off"
    if off.school:
        yield "SH off"
    yield from (f"{DAYS[day]}[{nth}] off" for nth, day in off.nth_days)
    yield from (f"{_window(window)} off" for window in off.windows)
    yield from (f"{_date(day)} off" for day in off.dates)
    yield from (f"{_date(period.start)}-{_date(period.end)} off" for period in off.periods)
