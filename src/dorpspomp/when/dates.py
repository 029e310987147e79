"""Dates: '5, 12 en 19 januari 2027', '24/12', '12 t/m 16 mei'; read first, given a year afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dorpspomp.when.cursor import Cursor
from dorpspomp.when.schedule import MonthDay
from dorpspomp.when.tokens import Token
from dorpspomp.when.words import MONTHS, Kind


@dataclass(frozen=True)
class RawDate:
    """A date as written, perhaps with a weekday, perhaps without a year."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    part: str = ""
    feast: str = ""
    """The feast that is said to be on it."""
    is_excel: bool = False
    """Written as '10-dec', which may be a spoilt '10-12'."""
    is_numeric: bool = False
    """Written as '5/12', which may be a time."""

    def __str__(self) -> str:
        year = f" {self.year}" if self.year else ""
        return f"{self.day} {MONTHS[self.month - 1]}{year}"

    @property
    def month_day(self) -> MonthDay:
        """The day within a year."""
        return self.month, self.day


@dataclass(frozen=True)
class RawRange:
    """A stretch of dates as written."""

    start: RawDate
    end: RawDate
    is_dashed: bool = False
    """Bare numbers with a dash, '10-12 januari', which may be a time."""
    is_till: bool = False
    """Written with 'tot', which may leave the last day out."""

    def __str__(self) -> str:
        return f"{self.start} t/m {self.end}"


RawItem = RawDate | RawRange


@dataclass(frozen=True)
class Dates:
    """A list of dates and stretches of dates."""

    items: tuple[RawItem, ...]

    @property
    def is_range(self) -> bool:
        """Tell whether this is one stretch, that may also be a season."""
        return len(self.items) == 1 and isinstance(self.items[0], RawRange)


def dates(cursor: Cursor) -> Dates | None:
    """Read a list of dates."""
    cursor.skip(Kind.PREPOSITION, Kind.FILLER, Kind.FROM, Kind.EVERY)
    items = _chain(cursor)
    if items is None:
        return None
    while more := cursor.attempt(_next_chain):
        items += more
    return Dates(tuple(_with_years(items)))


def _next_chain(cursor: Cursor) -> list[RawItem] | None:
    if not cursor.take(Kind.COMMA, Kind.AND, Kind.SLASH):
        return None
    cursor.skip(Kind.AND, Kind.PREPOSITION, Kind.FILLER)
    return _chain(cursor)


def _chain(cursor: Cursor) -> list[RawItem] | None:
    """Read one group of days in a month, or a stretch between two full dates."""
    feast = cursor.take(Kind.FEAST)
    group = cursor.attempt(_group)
    if not group:
        return None
    last = group[-1]
    if isinstance(last, RawDate) and last.weekday is None and (day := cursor.attempt(_day_behind)):
        group[-1] = last = _dated(last, day)
    if feast and (len(group) > 1 or not isinstance(last, RawDate)):
        return None
    if feast and isinstance(last, RawDate):
        group[-1] = last = replace(last, feast=feast.name)
    if isinstance(last, RawDate) and (end := cursor.attempt(_stretch_end)):
        joint, date = end
        group[-1] = RawRange(last, date, is_till=joint.kind is Kind.TO)
    return group


def _stretch_end(cursor: Cursor) -> tuple[Token, RawDate] | None:
    joint = cursor.take(Kind.DASH, Kind.THROUGH, Kind.TO)
    if joint is None:
        return None
    cursor.skip(Kind.PREPOSITION, Kind.FILLER)
    group = cursor.attempt(_group)
    found = group[0] if group and len(group) == 1 else None
    return (joint, found) if isinstance(found, RawDate) else None


def _group(cursor: Cursor) -> list[RawItem] | None:
    return cursor.attempt(_full_date) or cursor.attempt(_month_group) or cursor.attempt(_numeric_date)


def _weekday(cursor: Cursor) -> Token | None:
    cursor.skip(Kind.FILLER)
    day = cursor.take(Kind.DAY)
    if day and not cursor.sees(Kind.NUMBER):
        cursor.take(Kind.COMMA)
    cursor.skip(Kind.FILLER)
    return day


def _day_behind(cursor: Cursor) -> Token | None:
    """Read the weekday in '19 december 2026 (zaterdag)'."""
    day = cursor.take(Kind.DAY) if cursor.take(Kind.OPEN) else None
    return day if cursor.take(Kind.CLOSE) else None


def _dated(date: RawDate, day: Token | None) -> RawDate:
    return replace(date, weekday=day.number, part=day.name) if day else date


def _full_date(cursor: Cursor) -> list[RawItem] | None:
    day = _weekday(cursor)
    token = cursor.take(Kind.DATE)
    if token is None or token.date is None:
        return None
    return [_dated(RawDate(token.date.day, token.date.month, token.date.year), day)]


def _numeric_date(cursor: Cursor) -> list[RawItem] | None:
    """Read '24/12', and '24-12' when 24 cannot be an hour."""
    day = _weekday(cursor)
    first = cursor.take(Kind.NUMBER)
    joint = cursor.take(Kind.SLASH, Kind.DASH)
    second = cursor.take(Kind.NUMBER)
    if first is None or joint is None or second is None or cursor.sees(Kind.HOUR):
        return None
    is_slash = joint.kind is Kind.SLASH and joint.glued and second.glued
    if not 1 <= second.number <= 12 or first.number > 31 or not (is_slash or first.number >= 24):
        return None
    year = _year(cursor)
    is_doubtful = first.number < 24 and year is None
    return [_dated(RawDate(first.number, second.number, year, is_numeric=is_doubtful), day)]


def _month_group(cursor: Cursor) -> list[RawItem] | None:
    """Read '5, 12 en 19 januari 2027', 'za 5 en zo 6 dec', '12 t/m 16 mei', '10-dec-26'."""
    days: list[tuple[Token | None, Token, Token | None]] = []
    joint: Token | None = None
    while True:
        weekday = _weekday(cursor)
        number = cursor.take(Kind.NUMBER, Kind.ORDINAL)
        if number is None or not 1 <= number.number <= 31:
            return None
        days.append((joint, number, weekday))
        if month := cursor.attempt(_month):
            return _month_items(days, month, _year(cursor))
        joint = cursor.take(Kind.COMMA, Kind.AND, Kind.DASH, Kind.THROUGH, Kind.TO, Kind.SLASH)
        if joint is None:
            return None


def _month(cursor: Cursor) -> tuple[Token, bool] | None:
    dash = cursor.take(Kind.DASH)
    month = cursor.take(Kind.MONTH)
    return (month, dash is not None) if month else None


def _year(cursor: Cursor) -> int | None:
    """Read a year, unless it is the first of two clock times: '2000-2200'."""
    before = cursor.at
    dash = cursor.take(Kind.DASH)
    token = cursor.take(Kind.NUMBER)
    is_time = cursor.sees(Kind.HOUR) or (cursor.sees(Kind.DASH) and cursor.sees(Kind.NUMBER, ahead=1))
    if token and not is_time:
        if 2000 <= token.number < 2100:
            return token.number
        if dash and dash.glued and token.glued and len(token.text) == 2:
            return 2000 + token.number
    cursor.at = before
    return None


def _month_items(
    days: list[tuple[Token | None, Token, Token | None]], month: tuple[Token, bool], year: int | None
) -> list[RawItem] | None:
    numbers = [number.number for _, number, _ in days]
    if numbers != sorted(set(numbers)):
        return None
    items: list[RawItem] = []
    for joint, number, weekday in days:
        date = _dated(RawDate(number.number, month[0].number, year, is_excel=month[1]), weekday)
        if joint is None or joint.kind in (Kind.COMMA, Kind.AND, Kind.SLASH):
            items.append(date)
            continue
        last = items.pop()
        if isinstance(last, RawRange) or (joint.kind is Kind.DASH and number is not days[-1][1]):
            return None
        items.append(RawRange(last, date, joint.kind is Kind.DASH, joint.kind is Kind.TO))
    return items


def _with_years(items: list[RawItem]) -> list[RawItem]:
    """Let a year that is written once hold for the dates before it, and after it."""
    flat = [
        date for item in items for date in ([item] if isinstance(item, RawDate) else [item.start, item.end])
    ]
    for at in (*reversed(range(len(flat) - 1)), *range(1, len(flat))):
        if flat[at].year is None:
            flat[at] = _borrow_year(flat, at)
    dated = iter(flat)
    return [
        next(dated) if isinstance(item, RawDate) else replace(item, start=next(dated), end=next(dated))
        for item in items
    ]


def _borrow_year(flat: list[RawDate], at: int) -> RawDate:
    """Take the year of the date behind, else of the date before; over New Year it is one less or more."""
    mine = flat[at]
    behind = flat[at + 1] if at + 1 < len(flat) else None
    if behind and behind.year:
        return replace(mine, year=behind.year - (mine.month_day > behind.month_day))
    ahead = flat[at - 1] if at else None
    if ahead and ahead.year:
        return replace(mine, year=ahead.year + (mine.month_day < ahead.month_day))
    return mine
