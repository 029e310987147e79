"""Years: written dates turned into dates, the next such date when no year is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dorpspomp.when.dates import RawDate, RawItem, RawRange
from dorpspomp.when.feasts import feast_days
from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.schedule import MonthDay, Period, Window
from dorpspomp.when.words import MONTHS, WEEKDAYS

FAR = dt.timedelta(days=183)


@dataclass(frozen=True)
class Resolver:
    """Turns written dates into dates, from a first day onward."""

    base: dt.date | None

    def date(self, raw: RawDate, doubts: list[Doubt]) -> dt.date | None:
        """Resolve one date: with its year, or the next such date."""
        year = raw.year or self._next_year(raw)
        if year is None:
            doubts.append(question("no-year", what=str(raw)))
            return None
        try:
            found = dt.date(year, raw.month, raw.day)
        except ValueError:
            doubts.append(question("no-such-date", what=str(raw)))
            return None
        if raw.weekday is not None and raw.weekday != found.weekday():
            said, is_day = WEEKDAYS[raw.weekday], WEEKDAYS[found.weekday()]
            doubts.append(question("disagree", date=say_date(found), weekday=is_day, said=said))
        elif raw.feast and found not in feast_days(raw.feast, found.year):
            doubts.append(question("disagree-feast", date=say_date(found), said=raw.feast))
        elif raw.year is None and self.base and raw.weekday is None and found - self.base > FAR:
            doubts.append(note("resolved-year", what=str(raw), date=say_date(found)))
        return found

    def _next_year(self, raw: RawDate) -> int | None:
        """Find the year of the next such date; 29 February may be years away."""
        if self.base is None:
            return None
        for year in range(self.base.year, self.base.year + 9):
            if is_date(year, raw) and dt.date(year, raw.month, raw.day) >= self.base:
                return year
        return self.base.year

    def dates(self, items: tuple[RawItem, ...], doubts: list[Doubt]) -> tuple[dt.date, ...]:
        """Resolve a list; dates without a year that follow each other stay in order."""
        found: list[dt.date] = []
        for item in items:
            if isinstance(item, RawRange):
                found += self._days(item, doubts)
            elif date := self.date(item, doubts):
                found.append(date)
        if all(isinstance(item, RawDate) and item.year is None for item in items):
            return _in_order(found)
        return tuple(dict.fromkeys(found))

    def period(self, raw: RawRange, doubts: list[Doubt]) -> Period | None:
        """Resolve a stretch."""
        start = self.date(raw.start, doubts)
        end = self.date(raw.end, doubts)
        if start is None or end is None:
            return None
        if raw.start.year is None and start > end:
            start = _a_year_earlier(start)
        if end < start:
            doubts.append(question("past-range"))
            return None
        return Period("", start, end)

    def _days(self, raw: RawRange, doubts: list[Doubt]) -> list[dt.date]:
        if raw.is_till:
            doubts.append(question("till-date", what=str(raw.end)))
        period = self.period(raw, doubts)
        if period is None:
            return []
        count = (period.end - period.start).days + 1
        if count > 31:
            doubts.append(question("year-span", what=str(raw)))
        return [period.start + dt.timedelta(days=at) for at in range(min(count, 31))]


def _in_order(found: list[dt.date]) -> tuple[dt.date, ...]:
    """In '10 november, 24 november, 8 december' the first may just have passed."""
    ordered = list(found)
    for at in reversed(range(len(ordered) - 1)):
        if ordered[at] > ordered[at + 1]:
            ordered[at] = _a_year_earlier(ordered[at])
    return tuple(dict.fromkeys(ordered))


def _a_year_earlier(day: dt.date) -> dt.date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def is_date(year: int, raw: RawDate) -> bool:
    """Tell whether a day and month exist in a year."""
    try:
        dt.date(year, raw.month, raw.day)
    except ValueError:
        return False
    return True


def window(raw: RawRange, doubts: list[Doubt]) -> Window:
    """Turn a stretch without years into a part of every year; 'tot 1 oktober' leaves that day out."""
    end = raw.end.month_day
    if not (is_date(2028, raw.start) and is_date(2028, raw.end)):
        doubts.append(question("no-such-date", what=str(raw)))
    elif raw.is_till:
        end = _till(raw.end, doubts)
    return Window(raw.start.month_day, end)


def _till(raw: RawDate, doubts: list[Doubt]) -> MonthDay:
    """Read 'tot' before the first of a month as 'up to', before the last day as 'through'; else ask."""
    after = dt.date(2028, raw.month, raw.day) + dt.timedelta(days=1)
    if raw.day == 1:
        doubts.append(note("till-exclusive", what=str(raw)))
        before = dt.date(2028, raw.month, raw.day) - dt.timedelta(days=1)
        return before.month, before.day
    if after.day != 1:
        doubts.append(question("till-date", what=str(raw)))
    return raw.month_day


def say_date(day: dt.date) -> str:
    """Write a date in words.

    >>> say_date(dt.date(2027, 3, 14))
    '14 maart 2027'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
