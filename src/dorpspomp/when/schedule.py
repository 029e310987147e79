"""The Schedule: what a time text means, as frozen values that cannot hold nonsense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

MonthDay = tuple[int, int]
T = TypeVar("T")

END_OF_DAY = dt.time.max
"""Stands for 24:00, which `datetime.time` cannot say; it sorts after every start and prints as 23:59."""

WEEK = (0, 1, 2, 3, 4, 5, 6)
"""Monday is 0, as in `date.weekday()`."""


class Verdict(StrEnum):
    """What became of a text; only `READ` reaches the calendar and 'nu open'."""

    READ = "gelezen"
    ASK = "vraag"
    LITERAL = "letterlijk"


class Parity(StrEnum):
    """Which ISO weeks count; even weeks are not every other week, for a year may have a week 53."""

    ANY = ""
    EVEN = "even"
    ODD = "oneven"

    def admits(self, day: dt.date) -> bool:
        """Tell whether the ISO week of this day counts."""
        if self is Parity.ANY:
            return True
        return (day.isocalendar().week % 2 == 0) is (self is Parity.EVEN)


@dataclass(frozen=True)
class Remark:
    """What to tell the volunteer: what the cell says, what is wrong, what to do, in plain Dutch."""

    says: str
    wrong: str
    do: str
    proposal: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.wrong, self.do) if part)


@dataclass(frozen=True)
class Span:
    """A part of a day: from start to end, either of which may be unknown, or a day part in words."""

    start: dt.time | None = None
    end: dt.time | None = None
    daypart: str = ""

    @property
    def is_overnight(self) -> bool:
        """Tell whether the span ends on the day after it began."""
        return self.start is not None and self.end is not None and self.end <= self.start


@dataclass(frozen=True)
class Window:
    """A part of every year, both ends included; it may run over New Year."""

    start: MonthDay
    end: MonthDay

    def covers(self, day: dt.date) -> bool:
        """Tell whether this day lies in the window."""
        here = (day.month, day.day)
        if self.start <= self.end:
            return self.start <= here <= self.end
        return here >= self.start or here <= self.end


@dataclass(frozen=True)
class Period:
    """A stretch of days with a name, both ends included."""

    name: str
    start: dt.date
    end: dt.date

    def covers(self, day: dt.date) -> bool:
        """Tell whether this day lies in the period."""
        return self.start <= day <= self.end


@dataclass(frozen=True)
class Exceptions:
    """The days on which a rule does not hold."""

    dates: tuple[dt.date, ...] = ()
    periods: tuple[Period, ...] = ()
    windows: tuple[Window, ...] = ()
    weekdays: tuple[int, ...] = ()
    nth_days: tuple[tuple[int, int], ...] = ()
    """Pairs of (1..5 or -1, weekday)."""
    school: bool = False
    breaks: tuple[str, ...] = ()
    """Names of school holidays: 'zomervakantie'."""
    public: bool = False
    feasts: tuple[str, ...] = ()
    """Names of feasts, as in `feasts.FEASTS`."""

    def __or__(self, other: Exceptions) -> Exceptions:
        return Exceptions(
            dates=_union(self.dates, other.dates),
            periods=_union(self.periods, other.periods),
            windows=_union(self.windows, other.windows),
            weekdays=tuple(sorted({*self.weekdays, *other.weekdays})),
            nth_days=_union(self.nth_days, other.nth_days),
            school=self.school or other.school,
            breaks=_union(self.breaks, other.breaks),
            public=self.public or other.public,
            feasts=_union(self.feasts, other.feasts),
        )


def _union(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


@dataclass(frozen=True)
class Rule:
    """One rule: which days, within which part of the year, at which times, save for which days.

    The day is chosen by one of: `dates`, `yeardays`, `feasts`, `monthdays`, or `weekdays` (with `nths`).
    """

    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    """1..5, or -1 for the last and -2 for the last but one, of that weekday in the month."""
    monthdays: tuple[int, ...] = ()
    """1..31, or -1 for the last day of the month."""
    dates: tuple[dt.date, ...] = ()
    yeardays: tuple[MonthDay, ...] = ()
    feasts: tuple[str, ...] = ()
    parity: Parity = Parity.ANY
    interval: int = 1
    """In weeks, counted from the ISO week of `anchor`."""
    anchor: dt.date | None = None
    windows: tuple[Window, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    only_school: bool = False
    only_breaks: tuple[str, ...] = ()
    only_public: bool = False
    times: tuple[Span, ...] = ()
    off: Exceptions = Exceptions()

    @property
    def needs_school(self) -> bool:
        """Tell whether the school holidays must be known to expand this rule."""
        return self.only_school or bool(self.only_breaks) or self.off.school or bool(self.off.breaks)


@dataclass(frozen=True)
class Schedule:
    """A time text and what it means. A text that was not read has no rules."""

    text: str
    verdict: Verdict
    rules: tuple[Rule, ...] = ()
    appointment: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Tell whether the text was read, so that it may reach the calendar."""
        return self.verdict is Verdict.READ

    @property
    def is_always(self) -> bool:
        """Tell whether it is always open, day and night."""
        return self.rules == (Rule(weekdays=WEEK, times=(Span(dt.time(0), END_OF_DAY),)),)

    @property
    def proposal(self) -> str:
        """The likely spelling, or nothing."""
        return next((remark.proposal for remark in self.remarks if remark.proposal), "")


@dataclass(frozen=True)
class Given:
    """What the other columns and the settings say, which the text itself leaves out."""

    start: dt.date | None = None
    """The column 'vanaf'."""
    end: dt.date | None = None
    """The column 'tot en met'."""
    today: dt.date | None = None
    """Turns a date without a year into the next such date; without it such a date is a question."""
    except_text: str = ""
    """The column 'niet op'."""
    seasons: Mapping[str, tuple[MonthDay, MonthDay]] = field(default_factory=dict)
    """What 'zomer' and 'winter' mean here: {'zomer': ((4, 1), (9, 30))}."""
