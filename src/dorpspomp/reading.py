"""Reading: from a village's folder to its portal on one day, with the holidays of its region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dorpspomp import assets, village
from dorpspomp.model import Holiday, Register
from dorpspomp.problem import Problem
from dorpspomp.views.portal import Portal
from dorpspomp.village import Reading
from dorpspomp.when import Period
from dorpspomp.when.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Drawn:
    """A village that was read, and its portal."""

    portal: Portal
    reading: Reading

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything that was noticed."""
        return self.reading.problems


def read_portal(root: Path, today: date, accepted: bool = False) -> Drawn:
    """Read a village and return its portal as it is on `today`; `accepted` as in `village.read`."""
    return drawn(village.read(root, today, accepted), today)


def drawn(reading: Reading, today: date) -> Drawn:
    """Return the portal of a register that was read."""
    return Drawn(Portal(reading.register, today, calendar(reading.register, today)), reading)


def calendar(register: Register, today: date) -> Calendar:
    """Return the holidays of the village's region, from last year to two years ahead."""
    years = range(today.year - 1, today.year + 3)
    holidays = register.holidays or _shipped_holidays()
    counted = register.settings.counted_holidays or None
    own = _periods(holidays, register.settings.region, "feestdag")
    return Calendar.netherlands(years, _school(holidays, register.settings.region), counted).with_days(own)


def shipped_calendar(region: str, first: date, last: date) -> Calendar:
    """Return the holidays that ship with the program, for a time read outside any village."""
    return Calendar.netherlands(range(first.year - 1, last.year + 2), _school(_shipped_holidays(), region))


def _shipped_holidays() -> tuple[Holiday, ...]:
    return village.read_holidays(assets.starter("data/vakanties.csv"))


def _school(holidays: Sequence[Holiday], region: str) -> list[Period]:
    return _periods(holidays, region, "schoolvakantie")


def _periods(holidays: Sequence[Holiday], region: str, kind: str) -> list[Period]:
    return [
        Period(holiday.name, holiday.start, holiday.end)
        for holiday in holidays
        if holiday.kind == kind and holiday.region in {region, "heel Nederland"}
    ]
