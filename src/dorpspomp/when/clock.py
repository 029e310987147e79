"""Clock times: '9-17 uur', 'half tien', 's avonds 8 uur'; read first, settled when the day part is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from dorpspomp.when.cursor import Cursor
from dorpspomp.when.tokens import Token
from dorpspomp.when.words import Kind

HALF_DAY = 12 * 60
WHOLE_DAY = 24 * 60


class Style(IntEnum):
    """How a time was written, from the most to the least doubtful."""

    BARE = 0
    SPOKEN = 1
    DIGITAL = 2
    PADDED = 3


@dataclass(frozen=True)
class Point:
    """A time on the clock as written, in minutes, with its own day part if it has one."""

    minutes: int
    style: Style
    part: str = ""


@dataclass(frozen=True)
class RawSpan:
    """A time or a stretch of time as written, before morning and evening are told apart."""

    start: Point | None = None
    end: Point | None = None
    part: str = ""
    has_hour: bool = False
    is_about: bool = False
    is_joined: bool = False
    """Written after 'en': a second session rather than a slip."""


@dataclass(frozen=True)
class Times:
    """A list of times."""

    spans: tuple[RawSpan, ...]


OPENERS = (Kind.AT, Kind.SINCE, Kind.FROM, Kind.BETWEEN, Kind.ABOUT)
SOFT = (Kind.FILLER, Kind.PREPOSITION)


def times(cursor: Cursor) -> Times | None:
    """Read one or more times: '9-12 en 13-17', "'s ochtends", 'vanaf 19.30 uur'."""
    first = cursor.attempt(span)
    if first is None:
        return None
    spans = [first]
    while following := cursor.attempt(_following):
        spans.append(following)
    return Times(tuple(spans))


def _following(cursor: Cursor) -> RawSpan | None:
    joint = cursor.take(Kind.COMMA, Kind.AND, Kind.SLASH)
    found = span(cursor) if joint else None
    if found is None or joint is None or cursor.sees(Kind.CLOSED):
        return None
    return RawSpan(found.start, found.end, found.part, found.has_hour, found.is_about, joint.kind is Kind.AND)


def span(cursor: Cursor) -> RawSpan | None:
    """Read one time, with its day part."""
    part = cursor.attempt(_daypart)
    if part:
        cursor.skip(Kind.COLON)
    first = cursor.at
    found = cursor.attempt(_clock_span)
    if found is None:
        return RawSpan(part=part) if part else None
    has_hour = any(token.kind is Kind.HOUR for token in cursor.tokens[first : cursor.at])
    after = "" if part else cursor.attempt(_daypart) or ""
    end = found.end
    if end and after and found.start and found.start.part:
        end, after = replace(end, part=after), ""
    return RawSpan(found.start, end, part or after, has_hour, found.is_about)


def _daypart(cursor: Cursor) -> str | None:
    """Read "'s avonds", 'in de middag', '-avond'."""
    cursor.skip(*SOFT, Kind.EVERY)
    token = cursor.take(Kind.DAYPART)
    return token.name if token else None


def _clock_span(cursor: Cursor) -> RawSpan | None:
    opener, is_about = _opener(cursor)
    if cursor.take(Kind.TO, Kind.THROUGH):
        cursor.skip(Kind.ABOUT)
        end = cursor.attempt(_bare_point)
        return RawSpan(end=end, is_about=is_about) if end and _stands_alone(cursor, end, True) else None
    start = cursor.attempt(_point)
    if start is None:
        return None
    if end := cursor.attempt(lambda it: _range_end(it, Kind.BETWEEN in opener)):
        return RawSpan(start, end, is_about=is_about)
    lonely = Kind.AT in opener or Kind.SINCE in opener or Kind.ABOUT in opener
    return RawSpan(start, is_about=is_about) if _stands_alone(cursor, start, lonely) else None


def _opener(cursor: Cursor) -> tuple[set[Kind], bool]:
    taken = set()
    while token := cursor.take(*OPENERS):
        taken.add(token.kind)
    return taken, Kind.ABOUT in taken


def _stands_alone(cursor: Cursor, point: Point, is_opened: bool) -> bool:
    """A bare number is a time only after 'om', 'tot' or 'vanaf', or before 'uur'."""
    last = cursor.peek(-1)
    is_number = last is not None and last.kind is Kind.NUMBER and len(last.text) < 3
    is_bare = point.style is Style.BARE or (point.style is Style.PADDED and is_number)
    return not is_bare or is_opened or cursor.sees(Kind.HOUR, ahead=-1)


def _range_end(cursor: Cursor, is_between: bool) -> Point | None:
    joints = (Kind.DASH, Kind.TO, Kind.THROUGH, *((Kind.AND,) if is_between else ()))
    if not cursor.take(*joints):
        return None
    part = cursor.attempt(_daypart)
    cursor.skip(Kind.ABOUT, Kind.AT)
    found = cursor.attempt(_bare_point)
    return replace(found, part=part) if found and part else found


def _point(cursor: Cursor) -> Point | None:
    """Read a time that may begin a stretch, with a day part of its own."""
    found = cursor.attempt(_bare_point)
    part = cursor.attempt(_part_before_range) if found else None
    return Point(found.minutes, found.style, part) if found and part else found


def _bare_point(cursor: Cursor) -> Point | None:
    found = cursor.attempt(_spoken) or cursor.attempt(_digits)
    if found is None:
        return None
    cursor.take(Kind.HOUR)
    return found


def _part_before_range(cursor: Cursor) -> str | None:
    """In '9 uur 's ochtends tot 5 uur 's middags' the first day part is of the first time only."""
    part = _daypart(cursor)
    return part if cursor.sees(Kind.DASH, Kind.TO, Kind.THROUGH) else None


def _digits(cursor: Cursor) -> Point | None:
    token = cursor.take(Kind.CLOCK, Kind.NUMBER, Kind.MIDNIGHT)
    if token is None:
        return None
    if token.kind is Kind.MIDNIGHT:
        return Point(WHOLE_DAY, Style.PADDED)
    if token.kind is Kind.CLOCK:
        style = Style.PADDED if token.text.startswith("0") else Style.DIGITAL
        return Point(token.number * 60 + token.minute, style)
    return _four_digits(token) if len(token.text) == 4 and token.text.isdigit() else _bare(cursor, token)


def _four_digits(token: Token) -> Point | None:
    """Read '0930' and '1930'; a number that could be a year is no time."""
    hour, minute = divmod(token.number, 100)
    if hour > 23 or minute > 59 or 2000 <= token.number < 2100:
        return None
    return Point(hour * 60 + minute, Style.PADDED if token.text.startswith("0") else Style.DIGITAL)


def _bare(cursor: Cursor, token: Token) -> Point | None:
    if token.number > 24 or cursor.sees(Kind.MONTH):
        return None
    if cursor.sees(Kind.HOUR) and _is_quarter(cursor.peek(1)) and _ends_time(cursor.peek(2)):
        minute = cursor.tokens[cursor.at + 1].number
        cursor.at += 2
        return Point(token.number * 60 + minute, Style.DIGITAL)
    return Point(token.number * 60, Style.PADDED if token.text.startswith("0") else Style.BARE)


def _is_quarter(token: Token | None) -> bool:
    return token is not None and token.text in ("15", "30", "45")


def _ends_time(token: Token | None) -> bool:
    """In '12 uur 15 januari' the 15 is no minutes."""
    return token is None or token.kind in (Kind.TO, Kind.DASH, Kind.THROUGH, Kind.BREAK)


def _spoken(cursor: Cursor) -> Point | None:
    """Read 'half tien', 'kwart over 2', '10 voor half 8', 'vijf over negen'."""
    shift = _shift(cursor)
    half = cursor.take(Kind.HALF)
    hour = cursor.take(Kind.NUMBER)
    if hour is None or not 1 <= hour.number <= 12 or (half is None and shift is None):
        return None
    minutes = hour.number % 12 * 60 + (shift or 0) - (30 if half else 0)
    return Point(minutes if minutes > 0 else minutes + HALF_DAY, Style.SPOKEN)


def _shift(cursor: Cursor) -> int | None:
    def read(it: Cursor) -> int | None:
        count = it.take(Kind.QUARTER, Kind.NUMBER)
        side = it.take(Kind.PAST, Kind.BEFORE) if count else None
        if count is None or side is None or count.number > 29:
            return None
        minutes = 15 if count.kind is Kind.QUARTER else count.number
        return minutes if side.kind is Kind.PAST else -minutes

    return cursor.attempt(read)
