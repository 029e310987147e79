"""Dates as people and spreadsheets write them."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb febr", "maart mrt mar maa", "april apr", "mei", "juni jun",
            "juli jul", "augustus aug", "september sep sept", "oktober okt oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(r"\A(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?,?\s+", re.IGNORECASE)
_ISO = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
)
_DUTCH = re.compile(
    r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2})\s*[-/. ]\s*([0-9]{4}|[0-9]{2})(?:\s+[0-9]{1,2}:[0-9:]+)?"
)
_WORDS = re.compile(r"([0-9]{1,2})e?[\s-]+([a-z]+)\.?(?:[\s-]+'?([0-9]{4}|[0-9]{2}))?", re.IGNORECASE)
_SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of Excel and LibreOffice
_YEARS = range(1990, 2101)


def read(text: str) -> date | None:
    """Return the date that a text is, or None.

    >>> [str(read(text)) for text in ("2026-02-01", "1-2-2026", "01/02/26", "zo 1 februari 2026")]
    ['2026-02-01', '2026-02-01', '2026-02-01', '2026-02-01']
    """
    text = _WEEKDAY.sub("", text.strip())
    if match := _ISO.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := _DUTCH.fullmatch(text):
        return _date(match[3], match[2], match[1])
    if (match := _WORDS.fullmatch(text)) and match[3]:
        return _date(match[3], _month(match[2]), match[1])
    return None


def read_serial(text: str) -> date | None:
    """Return the date behind the number that a spreadsheet keeps for it, or None.

    >>> str(read_serial("46054"))
    '2026-02-01'
    """
    if not (match := _SERIAL.fullmatch(text.strip())):
        return None
    found = _SERIAL_ZERO + timedelta(days=int(match[1]))
    return found if found.year in _YEARS else None


def read_last(text: str, today: date) -> date | None:
    """Return the last day before or on `today` that a date without a year can mean, or None.

    >>> str(read_last("1 februari", date(2026, 11, 22)))
    '2026-02-01'
    """
    match = _WORDS.fullmatch(_WEEKDAY.sub("", text.strip()))
    if not match or match[3]:
        return None
    days = (_date(str(year), _month(match[2]), match[1]) for year in (today.year, today.year - 1))
    return next((day for day in days if day and day <= today), None)


def is_without_year(text: str) -> bool:
    """Tell whether a text is a day and a month, but no year."""
    match = _WORDS.fullmatch(_WEEKDAY.sub("", text.strip()))
    return bool(match and not match[3] and _month(match[2]) != "0")


def written(day: date) -> str:
    """Write a date in words.

    >>> written(date(2026, 2, 1))
    '1 februari 2026'
    """
    return f"{day.day} {_FULL[day.month - 1]} {day.year}"


_FULL = [next(name for name, month in _MONTHS.items() if month == number) for number in range(1, 13)]


def _month(name: str) -> str:
    return str(_MONTHS.get(name.lower(), 0))


def _date(year: str, month: str, day: str) -> date | None:
    number = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(number, int(month), int(day)) if number in _YEARS else None
    except ValueError:
        return None
