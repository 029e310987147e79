"""What narrows a rule: part of the year, week rhythm, how often, and the first and last date."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dorpspomp.when.cursor import Cursor
from dorpspomp.when.dates import RawDate, RawRange, dates
from dorpspomp.when.schedule import Parity, Window
from dorpspomp.when.tokens import Token
from dorpspomp.when.words import Kind

SOFT = (Kind.PREPOSITION, Kind.FROM, Kind.FILLER, Kind.EVERY)
LAST_DAY = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class MonthSpan:
    """One month or a stretch of months, perhaps in one year."""

    first: int
    last: int
    year: int | None = None
    is_till: bool = False

    def window(self) -> Window:
        """Give the part of every year."""
        return Window((self.first, 1), (self.last, LAST_DAY[self.last]))


@dataclass(frozen=True)
class Season:
    """When in the year: months, a named season, school holidays, or a stretch of dates."""

    text: str
    months: tuple[MonthSpan, ...] = ()
    name: str = ""
    stretch: RawRange | None = None
    school: bool = False
    breaks: tuple[str, ...] = ()
    is_vacation: bool = False


@dataclass(frozen=True)
class Cycle:
    """Which weeks."""

    text: str
    parity: Parity = Parity.ANY
    interval: int = 1


@dataclass(frozen=True)
class Validity:
    """From or until a date or a month."""

    text: str
    is_start: bool
    date: RawDate | None = None
    month: MonthSpan | None = None
    is_first: bool = False
    """Said to be the first time, not only the first possible day."""
    is_till: bool = False


@dataclass(frozen=True)
class Count:
    """'2x per week', 'maandelijks', 'jaarlijks': how often, to be held against the days."""

    text: str
    number: int
    unit: str


def text_of(cursor: Cursor, start: int) -> str:
    """Give the words that were read since a place."""
    return " ".join(token.text.replace("_", " ") for token in cursor.tokens[start : cursor.at])


def season(cursor: Cursor) -> Season | None:
    """Read a part of the year."""
    cursor.skip(*SOFT)
    begun = cursor.at
    if name := cursor.take(Kind.SEASON):
        return cursor.attempt(_defined) or Season(text_of(cursor, begun), name=name.name)
    if token := cursor.take(Kind.SCHOOL, Kind.VACATION):
        breaks = (token.name,) if token.name else ()
        return Season(token.text, school=not breaks, breaks=breaks, is_vacation=token.kind is Kind.VACATION)
    months = _months(cursor)
    if not months or cursor.sees(Kind.TO, Kind.THROUGH, Kind.DASH):
        return None
    return Season(text_of(cursor, begun), months=months)


def _defined(cursor: Cursor) -> Season | None:
    """Read what a season is, right behind its name: 'zomer (april t/m september)'."""
    opened = cursor.take(Kind.OPEN)
    if not opened:
        return None
    start = cursor.at
    cursor.skip(*SOFT)
    if stretch := cursor.attempt(dates):
        first = stretch.items[0]
        found = Season(text_of(cursor, start), stretch=first) if isinstance(first, RawRange) else None
    else:
        months = _months(cursor)
        found = Season(text_of(cursor, start), months=months) if months else None
    return found if found and cursor.take(Kind.CLOSE) else None


def _months(cursor: Cursor) -> tuple[MonthSpan, ...]:
    first = cursor.attempt(_month_span)
    found = [first] if first else []
    while found and (following := cursor.attempt(_next_month_span)):
        found.append(following)
    if found and found[-1].year and len(found) > 1:
        found = [MonthSpan(span.first, span.last, found[-1].year, span.is_till) for span in found]
        found = _in_a_row(found)
    return tuple(found)


def _in_a_row(found: list[MonthSpan]) -> list[MonthSpan]:
    """'januari en februari 2027' is one stretch."""
    is_row = all(one.last + 1 == other.first for one, other in pairwise(found))
    return [MonthSpan(found[0].first, found[-1].last, found[-1].year)] if is_row else found


def _next_month_span(cursor: Cursor) -> MonthSpan | None:
    if not cursor.take(Kind.COMMA, Kind.AND, Kind.SLASH):
        return None
    cursor.skip(Kind.AND, Kind.PREPOSITION)
    return _month_span(cursor)


def _month_span(cursor: Cursor) -> MonthSpan | None:
    first = cursor.take(Kind.MONTH)
    if first is None:
        return None
    first_year = _year(cursor)
    joint, last = cursor.attempt(_month_end) or (None, first)
    year = _year(cursor) or first_year
    if first_year and last is not first and year == first_year and first.number > last.number:
        year = first_year + 1
    return MonthSpan(first.number, last.number, year, joint is not None and joint.kind is Kind.TO)


def _month_end(cursor: Cursor) -> tuple[Token, Token] | None:
    joint = cursor.take(Kind.DASH, Kind.THROUGH, Kind.TO)
    cursor.skip(Kind.PREPOSITION, Kind.FILLER)
    month = cursor.take(Kind.MONTH)
    return (joint, month) if joint and month else None


def _year(cursor: Cursor) -> int | None:
    token = cursor.peek()
    if (
        token
        and token.kind is Kind.NUMBER
        and 2000 <= token.number < 2100
        and not cursor.sees(Kind.HOUR, ahead=1)
    ):
        cursor.at += 1
        return token.number
    return None


def cycle(cursor: Cursor) -> Cycle | None:
    """Read 'om de week', 'even weken'."""
    cursor.skip(Kind.PREPOSITION, Kind.FILLER, Kind.EVERY)
    token = cursor.take(Kind.CYCLE, Kind.PARITY)
    if token is None:
        return None
    text = token.text.replace("_", " ")
    return Cycle(text, parity=Parity(token.name)) if token.name else Cycle(text, interval=token.number)


def count(cursor: Cursor) -> Count | None:
    """Read '2x per week', 'maandelijks', 'jaarlijks', and the 6 of '6 dinsdagen vanaf 12 januari'."""
    if number := cursor.attempt(_number_of_days):
        return Count(f"{number} keer", number, "reeks")
    token = cursor.take(Kind.COUNT, Kind.UNANCHORED, Kind.YEARLY)
    if token is None:
        return None
    text = token.text.replace("keer_", "").replace("_", " ")
    if token.kind is Kind.COUNT:
        return Count(f"{token.number}x per {token.name}", token.number, token.name)
    return Count(text, 1, "maand-vrij" if token.kind is Kind.UNANCHORED else "jaar")


def _number_of_days(cursor: Cursor) -> int | None:
    token = cursor.take(Kind.NUMBER)
    is_day = cursor.sees(Kind.DAY) and cursor.tokens[cursor.at].text.endswith("en")
    return token.number if token and is_day and 2 <= token.number <= 52 else None


def validity(cursor: Cursor) -> Validity | Season | None:
    """Read 'vanaf 8 januari 2026', '1e keer 12 januari', 't/m mei', 'tot 1 juli'."""
    start = cursor.at
    token = cursor.take(Kind.SINCE, Kind.START, Kind.LAST, Kind.THROUGH, Kind.TO) or cursor.attempt(
        _begin_label
    )
    if token is None:
        return None
    cursor.skip(Kind.COLON, Kind.PREPOSITION, Kind.FILLER, Kind.FROM)
    if token.kind is Kind.SINCE and (stretch := cursor.attempt(_stretch)):
        return Season(str(stretch), stretch=stretch)
    is_start = token.kind in (Kind.SINCE, Kind.START, Kind.LABEL)
    date, month = cursor.attempt(_one_date), None
    if date is None:
        month = cursor.attempt(_month_only)
    if date is None and month is None:
        return None
    is_first = token.kind in (Kind.START, Kind.LABEL)
    return Validity(text_of(cursor, start), is_start, date, month, is_first, token.kind is Kind.TO)


def _stretch(cursor: Cursor) -> RawRange | None:
    found = dates(cursor)
    only = found.items[0] if found and found.is_range else None
    return only if isinstance(only, RawRange) and not only.is_dashed else None


def _begin_label(cursor: Cursor) -> Token | None:
    token = cursor.take(Kind.LABEL)
    return token if token and token.text in ("start", "aanvang") else None


def _one_date(cursor: Cursor) -> RawDate | None:
    found = dates(cursor)
    only = found.items[0] if found and len(found.items) == 1 else None
    return only if isinstance(only, RawDate) else None


def _month_only(cursor: Cursor) -> MonthSpan | None:
    month = cursor.take(Kind.MONTH)
    return MonthSpan(month.number, month.number, _year(cursor)) if month else None
