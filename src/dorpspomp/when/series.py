"""Series: a Schedule as what a calendar program repeats (RFC 5545, 3.8.5). Pure.

The truth is `occurrence.occurrences`; a series says the same days and times in other words:

* A recurrence rule where one can say it, with the days it says too many left out (EXDATE).
* Even and odd weeks as every second week of one ISO year: after week 53 the count begins anew.
* What no rule can say (feasts, lists of dates, only in the holidays) as runs of days: every day or every
  so many weeks, and a single event for what is left. Extra dates of a series (RDATE) would do in theory,
  but Outlook refuses them without a rule, and Google hides those after the end of one.

A series that leaves out days by a list (holidays) ends where the list was looked at: a missing date is
better than a wrong one. All others go on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from dorpspomp.when.calendar import Calendar
from dorpspomp.when.occurrence import DAY, Occurrence, rule_days
from dorpspomp.when.schedule import Exceptions, Parity, Rule, Schedule, Span, Window

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
YEAR = tuple(dt.date(2028, 1, 1) + n * DAY for n in range(366))
"""Every day there is, the 29th of February included."""


class Freq(StrEnum):
    """How often a rule repeats (RFC 5545, 3.3.10)."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurrence rule (RFC 5545, 3.3.10); `until` is the last day on which it holds, None for no end."""

    freq: Freq
    interval: int = 1
    by_day: tuple[str, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One time that repeats: its first occurrence, how it repeats, and the days that are left out.

    `days` are the days on which it is, as far as was looked; `key` tells the series of a schedule apart
    and stays the same as long as the text does, "" for the first.
    """

    start: Occurrence
    days: tuple[dt.date, ...]
    recurrence: Recurrence | None = None
    left_out: tuple[dt.date, ...] = ()
    key: str = ""


def series(schedule: Schedule, first: dt.date, last: dt.date, calendar: Calendar) -> tuple[Series, ...]:
    """Say a schedule as series that together have its occurrences from `first` to `last`, each once."""
    said: set[tuple[dt.date, Span]] = set()
    found: list[Series] = []
    lines = ((rule, span) for rule in schedule.rules for span in rule.times or (Span(),))
    for number, (rule, span) in enumerate(lines, 1):
        for part, key in _parts(rule, first, last):
            all_days = tuple(rule_days(part, min((first, *rule.dates)), last, calendar))
            days = tuple(day for day in all_days if (day, span) not in said)
            said |= {(day, span) for day in days}
            made = _series(part, days, last, is_whole=days == all_days)
            found += (_named(one, span, number, key) for one in made)
    return tuple(found)


def _named(found: Series, span: Span, number: int, key: str) -> Series:
    """Give a series its time and its key."""
    parts = (str(number) if number > 1 else "", key, found.key)
    start = replace(found.start, start=span.start, end=span.end, daypart=span.daypart)
    return replace(found, start=start, key="-".join(part for part in parts if part))


def _parts(rule: Rule, first: dt.date, last: dt.date) -> Iterator[tuple[Rule, str]]:
    """Split even or odd weeks into every second week of each ISO year."""
    if not rule.parity or rule.nths or rule.interval > 1 or not rule.weekdays:
        yield rule, ""
        return
    for year in range(first.isocalendar().year, last.isocalendar().year + 1):
        start = dt.date.fromisocalendar(year, 1, 1)
        end = dt.date.fromisocalendar(year + 1, 1, 1) - DAY
        anchor = start if rule.parity is Parity.ODD else start + 7 * DAY
        since, until = max(start, rule.since or start), min(end, rule.until or end)
        yield replace(rule, parity=Parity.ANY, interval=2, anchor=anchor, since=since, until=until), str(year)


def _series(rule: Rule, days: Sequence[dt.date], last: dt.date, is_whole: bool) -> Iterator[Series]:
    """Say the days of one rule: by a recurrence rule if that says little too much, else in runs."""
    said = _sayable(rule) if days else None
    if said is None:
        yield from _runs(days)
        return
    until = None if is_whole and _goes_on(rule, last) else days[-1]
    wide = rule_days(said, days[0], until or last, Calendar())
    left_out = tuple(sorted(set(wide) - set(days)))
    if len(left_out) > len(days):
        yield from _runs(days)
        return
    is_single = len(days) == 1 and until is not None
    recurrence = None if is_single else replace(_recurrence(said), until=until or rule.until)
    yield Series(Occurrence(days[0]), tuple(days), recurrence, left_out)


def _sayable(rule: Rule) -> Rule | None:
    """Return the narrowest rule that a recurrence rule can say and that has all the days of this one."""
    off = rule.off
    bare = replace(rule, off=Exceptions(), times=(), windows=())
    if rule.dates or rule.feasts or rule.only_school or rule.only_breaks or rule.only_public or rule.parity:
        return None
    if rule.yeardays:
        months, days = {month for month, _ in rule.yeardays}, {day for _, day in rule.yeardays}
        return bare if len(months) * len(days) == len(set(rule.yeardays)) else None
    if rule.nths and rule.interval > 1:
        return None
    weekdays = tuple(day for day in rule.weekdays if day not in off.weekdays)
    months = {day.month for day in YEAR if _in_season(rule, day)} if rule.windows or off.windows else set()
    windows = tuple(Window((month, 1), (month, 31)) for month in sorted(months)) if len(months) < 12 else ()
    return replace(bare, weekdays=weekdays, windows=windows)


def _in_season(rule: Rule, day: dt.date) -> bool:
    inside = not rule.windows or any(window.covers(day) for window in rule.windows)
    return inside and not any(window.covers(day) for window in rule.off.windows)


def _goes_on(rule: Rule, last: dt.date) -> bool:
    """Tell whether what a recurrence rule says of this rule holds after the last day too."""
    off = rule.off
    listed = replace(off, dates=(), periods=(), windows=(), weekdays=() if rule.weekdays else off.weekdays)
    if listed != Exceptions() or (rule.until and rule.until <= last):
        return False
    if any(day > last for day in off.dates) or any(period.end > last for period in off.periods):
        return False
    if not rule.windows and not off.windows:
        return True
    months = groupby(YEAR, key=lambda day: day.month)
    return not rule.yeardays and all(len({_in_season(rule, d) for d in days}) == 1 for _, days in months)


def _recurrence(said: Rule) -> Recurrence:
    months = tuple(window.start[0] for window in said.windows)
    codes = tuple(DAY_CODES[day] for day in said.weekdays)
    if said.nths:
        nth = tuple(f"{nth}{code}" for nth in said.nths for code in codes)
        return Recurrence(Freq.MONTHLY, by_day=nth, by_month=months)
    if said.weekdays:
        return Recurrence(Freq.WEEKLY, said.interval, by_day=codes, by_month=months)
    if said.monthdays:
        return Recurrence(Freq.MONTHLY, by_month_day=said.monthdays, by_month=months)
    named = {month for month, _ in said.yeardays}, {day for _, day in said.yeardays}
    return Recurrence(Freq.YEARLY, by_month_day=tuple(sorted(named[1])), by_month=tuple(sorted(named[0])))


def _runs(days: Sequence[dt.date]) -> Iterator[Series]:
    """Say any days as few series: in runs of days, or for each weekday in runs of weeks."""
    by_weekday = sorted(days, key=lambda day: (day.weekday(), day))
    weekly = [
        run for _, same in groupby(by_weekday, key=dt.date.weekday) for run in _even(same, (7, 14, 21, 28))
    ]
    daily = list(_even(days, (1,)))
    for run in sorted(daily if len(daily) < len(weekly) else weekly):
        step = (run[-1] - run[0]).days // max(len(run) - 1, 1)
        freq, interval = (Freq.WEEKLY, step // 7) if step % 7 == 0 else (Freq.DAILY, step)
        recurrence = Recurrence(freq, interval, until=run[-1]) if len(run) > 1 else None
        yield Series(Occurrence(run[0]), run, recurrence, key=f"{run[0]:%Y%m%d}")


def _even(days: Iterable[dt.date], steps: tuple[int, ...]) -> Iterator[tuple[dt.date, ...]]:
    """Split days into runs in which each follows the one before at the same of these distances."""
    run: list[dt.date] = []
    for day in days:
        step = (day - run[-1]).days if run else 0
        if run and (step not in steps or (len(run) > 1 and step != (run[1] - run[0]).days)):
            yield tuple(run)
            run = []
        run.append(day)
    if run:
        yield tuple(run)
