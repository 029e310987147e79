"""What spreadsheets do to what people type, and how it is put right: one table of named repairs.

A repair is made only where the cell cannot have meant what it says now. It never goes unsaid: the
cell tells what it said and what is read instead. Where two things can have been meant, nothing is
repaired and the volunteer is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dorpspomp import day, phone
from dorpspomp.loose import key
from dorpspomp.sheet import Column

NOTHING = frozenset({"geen", "nvt", "onbekend", "nnb", "volgt", "volgtnog", "nogonbekend", "niet", "x"})
"""The keys of what people type where there is nothing to fill in; so do "-", "?" and "..."."""

_NEVER_WORDS = frozenset({"phone", "email", "url", "date", "number", "postcode"})
_HOURS = frozenset({"hours", "reachable"})
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})[-/]([a-z]{3})|([a-z]{3})[-/]([0-9]{1,2})", re.IGNORECASE)
_FRACTION = re.compile(r"0[.,][0-9]{2,}")
_SECONDS = re.compile(r"\b([0-9]{1,2}:[0-9]{2}):00\b")
_WHOLE = re.compile(r"([0-9]+)[.,]0+")
_DIGITS = re.compile(r"[0-9]{1,8}")
_WITHOUT_COMMA = re.compile(r"[0-9]{4,12}")
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage: in which columns (by kind, attribute or name), what is read, what is told."""

    where: frozenset[str]
    mend: Callable[[str], str]
    told: str


def means_nothing(text: str, column: Column) -> bool:
    """Tell whether a cell says in words or with a dash that there is nothing to say.

    Words may mean something in a text; a cell that must be filled in is never read as empty.
    """
    has_no_words = not text.strip("-–—_?.…/ ")
    if column.kind in _NEVER_WORDS or column.attribute in _HOURS:
        return not column.required and (has_no_words or key(text) in NOTHING)
    return column.kind == "money" and has_no_words


def mended(text: str, column: Column) -> tuple[str, str]:
    """Return what a cell said before it was damaged, and what happened; the text itself and "" if nothing."""
    for damage in DAMAGES:
        if not damage.where.isdisjoint((column.kind, column.attribute, column.name)):
            right = damage.mend(text)
            if right and right != text:
                return right, damage.told
    return text, ""


def hours_of_date(text: str) -> str:
    """Return the hours of which a spreadsheet made a date.

    Only where the first number can be an hour in the morning and the second comes after it: `2-5` is
    as well an afternoon, and 24 December is a day.

    >>> hours_of_date("2026-12-10"), hours_of_date("10-dec"), hours_of_date("46366"), hours_of_date("10-12")
    ('10-12', '10-12', '10-12', '')
    """
    found = _day_and_month(text)
    first, last = found or (0, 0)
    return f"{first}-{last}" if 6 <= first < last <= 12 else ""


def numbers_of_date(text: str) -> str:
    """Return two small numbers, such as a number of hours a week, of which a spreadsheet made a date.

    >>> numbers_of_date("2026-03-02")
    '2-3'
    """
    found = _day_and_month(text)
    first, last = found or (0, 0)
    return f"{first}-{last}" if 0 < first < last <= 12 else ""


def amount_of_date(text: str) -> str:
    """Return the amount that a date may have been: 2.5 becomes 2 May.

    >>> amount_of_date("2026-05-02"), amount_of_date("2-mei"), amount_of_date("€ 2")
    ('€ 2,50', '€ 2,50', '')
    """
    found = _day_and_month(text)
    return f"€ {found[0]},{found[1]:<02}" if found else ""


def _day_and_month(text: str) -> tuple[int, int] | None:
    """Return the day and the month of a text that is a date and nothing else."""
    if match := _DAY_AND_MONTH.fullmatch(text):
        found = day.read(f"{match[1] or match[4]} {match[2] or match[3]} 2024")
    else:
        found = _whole_date(text)
    return (found.day, found.month) if found else None


def _whole_date(text: str) -> date | None:
    return day.read(text) or day.read_serial(text)


def _time_of_fraction(text: str) -> str:
    """Return the time that a part of a day is: 0,4166 is 10.00."""
    if not _FRACTION.fullmatch(text):
        return ""
    minutes = round(float(text.replace(",", ".")) * _MINUTES)
    return f"{minutes // 60}.{minutes % 60:02} uur"


def _without_seconds(text: str) -> str:
    return _SECONDS.sub(r"\1", text)


def _without_point(text: str) -> str:
    match = _WHOLE.fullmatch(text)
    return match[1] if match else ""


def _eight_digits(text: str) -> str:
    """Put back the zeros in front of a number of the Chamber of Commerce."""
    bare = _without_point(text) or text
    return bare.zfill(8) if _DIGITS.fullmatch(bare) else ""


def _with_zero(text: str) -> str:
    """Put back the zero in front of a telephone number in a cell for words."""
    bare = _without_point(text) or text
    found = phone.read_without_zero(bare) if bare.isdecimal() and bare.isascii() else None
    return found.shown if found else ""


def _between(least: float, most: float) -> Callable[[str], str]:
    """Return what puts the comma back in a degree that lies between these: `516002` is 51,6002."""

    def mend(text: str) -> str:
        bare = text.replace(".", "")
        size = len(str(int(least)))
        degree = f"{bare[:size]},{bare[size:]}"
        is_lost = _WITHOUT_COMMA.fullmatch(bare) and least <= float(degree.replace(",", ".")) <= most
        is_sound = re.fullmatch(r"[0-9]{1,2}[.,][0-9]+", text)
        return degree if is_lost and not is_sound else ""

    return mend


_BY_DATE = "Het rekenblad maakte van deze cijfers een datum."
_BY_NUMBER = "Het rekenblad maakte van deze tijd een getal."
_NO_ZERO = "De nul vooraan ontbrak."
_NO_COMMA = "De komma ontbrak in dit getal."
_WITH_POINT = "Achter dit nummer stond een komma met een nul."

DAMAGES = (
    Damage(frozenset({"hours", "reachable", "tijd"}), hours_of_date, _BY_DATE),
    Damage(frozenset({"hours", "reachable", "tijd"}), _time_of_fraction, _BY_NUMBER),
    Damage(frozenset({"when", "tijd"}), _without_seconds, ""),
    Damage(frozenset({"tijd per week"}), numbers_of_date, _BY_DATE),
    Damage(frozenset({"phone"}), _without_point, _WITH_POINT),
    Damage(frozenset({"kvk"}), _eight_digits, _NO_ZERO),
    Damage(frozenset({"via"}), _with_zero, _NO_ZERO),
    Damage(frozenset({"latitude"}), _between(50, 54), _NO_COMMA),
    Damage(frozenset({"longitude"}), _between(3, 8), _NO_COMMA),
)
"""Every repair of a whole cell. Seconds that say nothing are dropped without a word."""
