"""The Calendar: which days are public holidays and which periods are school holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import holidays

from dorpspomp.loose import key
from dorpspomp.when.schedule import Period

__all__ = ["Calendar", "Period"]


NAMES = (
    "Nieuwjaarsdag", "Goede vrijdag", "Eerste paasdag", "Tweede paasdag", "Koningsdag", "Bevrijdingsdag",
    "Hemelvaartsdag", "Eerste pinksterdag", "Tweede pinksterdag", "Eerste kerstdag", "Tweede kerstdag",
)  # fmt: skip
"""The public holidays of the Netherlands, as the library names them."""


@dataclass(frozen=True)
class Calendar:
    """The holidays a village lives by."""

    public: Mapping[dt.date, str] = field(default_factory=dict)
    school: tuple[Period, ...] = ()

    @classmethod
    def netherlands(
        cls,
        years: Iterable[int],
        school_periods: Iterable[Period] = (),
        counted: Iterable[str] | None = None,
    ) -> Calendar:
        """Make the calendar of these years; `counted` names the public holidays that count, all by default.

        'All' is what the library `holidays` calls public: with Goede Vrijdag, 5 May only every fifth year.
        Naming Bevrijdingsdag in `counted` makes it count every year. Names are matched loosely.
        """
        wanted = None if counted is None else {key(name) for name in counted}
        kinds = ("public",) if wanted is None else ("public", "optional")
        found = holidays.country_holidays("NL", years=list(years), language="nl", categories=kinds)
        public = {day: name for day, name in sorted(found.items()) if wanted is None or key(name) in wanted}
        return cls(public, tuple(sorted(school_periods, key=lambda period: (period.start, period.name))))

    def with_days(self, periods: Iterable[Period]) -> Calendar:
        """Return a calendar in which the days of these periods are public holidays too, by their names."""
        days = {day: period.name for period in periods for day in _days(period)}
        return replace(self, public={**self.public, **days})

    def is_public(self, day: dt.date) -> bool:
        """Tell whether this day is a public holiday that counts."""
        return day in self.public

    def school_breaks(self, day: dt.date) -> tuple[str, ...]:
        """Name the school holidays on this day, in small letters."""
        return tuple(period.name.casefold() for period in self.school if period.covers(day))


def _days(period: Period) -> Iterator[dt.date]:
    yield from (period.start + dt.timedelta(days=n) for n in range((period.end - period.start).days + 1))
