"""Dutch words for dates, times and lists, as every medium writes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, time

from dorpspomp.when.schedule import END_OF_DAY

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def day_and_date(day: date) -> str:
    """Write a day: `dinsdag 24 november`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def long_date(day: date) -> str:
    """Write a date with its year: `24 november 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_and_year(day: date) -> str:
    """Write a month: `november 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def clock(moment: time) -> str:
    """Write a clock time the Dutch way: `9.30`."""
    return f"{moment.hour}.{moment.minute:02}"


def span(start: time | None, end: time | None, daypart: str = "") -> str:
    """Write a time span: `10.00 tot 12.00 uur`, `vanaf 19.30 uur`, or the part of the day."""
    if start and end:
        last = "24.00" if end in {time(0), END_OF_DAY} else clock(end)
        return f"{clock(start)} tot {last} uur"
    if start:
        return f"{clock(start)} uur"
    return f"tot {clock(end)} uur" if end else daypart


def listed(words: Sequence[str], last: str = "en") -> str:
    """Join words as a sentence does: `a, b en c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count(number: int, one: str, many: str) -> str:
    """Write a number with its noun: `1 dienst`, `4 diensten`."""
    return f"{number} {one if number == 1 else many}"


def number(amount: int) -> str:
    """Write a number with points between the thousands: `10.000`."""
    return f"{amount:,}".replace(",", ".")


def sentence(text: str) -> str:
    """Give a text a capital and a full stop, when it has none."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else f"{text}."


def tied(text: str) -> str:
    """Keep an amount on one line: a hard space behind each euro sign."""
    return text.replace("€ ", "€\u00a0")


def plain(text: str) -> str:
    """Fold a text for sorting and searching: lower case, no accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def first_letter(name: str) -> str:
    """Return the letter under which a name stands in A-Z; digits and signs under `0-9`."""
    letter = next((sign for sign in plain(name) if sign.isalnum()), "0")
    return letter.upper() if letter.isalpha() else "0-9"
