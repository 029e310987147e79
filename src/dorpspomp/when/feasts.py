"""Feasts by name, whether or not they are a public holiday: the day of each in a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from dateutil.easter import easter

Days = Callable[[int], tuple[dt.date, ...]]


def _fixed(month: int, *days: int) -> Days:
    return lambda year: tuple(dt.date(year, month, day) for day in days)


def _after_easter(*offsets: int) -> Days:
    return lambda year: tuple(easter(year) + dt.timedelta(days=offset) for offset in offsets)


def _kings_day(year: int) -> tuple[dt.date, ...]:
    """27 April, or the 26th when that is a Sunday."""
    day = dt.date(year, 4, 27)
    return (day - dt.timedelta(days=1) if day.weekday() == 6 else day,)


def _turn_of_year(year: int) -> tuple[dt.date, ...]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


FEASTS: dict[str, Days] = {
    "Nieuwjaarsdag": _fixed(1, 1),
    "Driekoningen": _fixed(1, 6),
    "Valentijnsdag": _fixed(2, 14),
    "Witte Donderdag": _after_easter(-3),
    "Goede Vrijdag": _after_easter(-2),
    "Eerste Paasdag": _after_easter(0),
    "Tweede Paasdag": _after_easter(1),
    "Pasen": _after_easter(0, 1),
    "Koningsdag": _kings_day,
    "Dodenherdenking": _fixed(5, 4),
    "Bevrijdingsdag": _fixed(5, 5),
    "Hemelvaartsdag": _after_easter(39),
    "Eerste Pinksterdag": _after_easter(49),
    "Tweede Pinksterdag": _after_easter(50),
    "Pinksteren": _after_easter(49, 50),
    "Sint-Maarten": _fixed(11, 11),
    "Sinterklaas": _fixed(12, 5),
    "Kerstavond": _fixed(12, 24),
    "Eerste Kerstdag": _fixed(12, 25),
    "Tweede Kerstdag": _fixed(12, 26),
    "Kerst": _fixed(12, 25, 26),
    "Oudejaarsdag": _fixed(12, 31),
    "Oud en Nieuw": _turn_of_year,
}

SEVERAL_DAYS = ("Pasen", "Pinksteren", "Kerst", "Oud en Nieuw")
"""Feasts that are clear as an exception, but do not say on which day something happens."""


def feast_days(name: str, year: int) -> tuple[dt.date, ...]:
    """Give the days of a feast in a year.

    >>> feast_days("Hemelvaartsdag", 2027)
    (datetime.date(2027, 5, 6),)
    """
    return FEASTS[name](year)
