"""The Calendar: which days are public holidays and which periods are school holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import holidays

from dorpspomp.when.schedule import Period

__all__ = ["Calendar", "Period"]


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
        Naming Bevrijdingsdag in `counted` makes it count every year. Names are matched in any case.
        """
        wanted = None if counted is None else {name.casefold() for name in counted}
        kinds = ("public",) if wanted is None else ("public", "optional")
        found = holidays.country_holidays("NL", years=list(years), language="nl", categories=kinds)
        public = {
            day: name for day, name in sorted(found.items()) if wanted is None or name.casefold() in wanted
        }
        return cls(public, tuple(sorted(school_periods, key=lambda period: (period.start, period.name))))

    def is_public(self, day: dt.date) -> bool:
        """Tell whether this day is a public holiday that counts."""
        return day in self.public

    def school_breaks(self, day: dt.date) -> tuple[str, ...]:
        """Name the school holidays on this day, in small letters."""
        return tuple(period.name.casefold() for period in self.school if period.covers(day))
