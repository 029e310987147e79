"""Clock times: '9-17 uur', 'half tien', 's avonds 8 uur'; read first, settled when the day part is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum

from dorpspomp.when.cursor import Cursor
from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.schedule import END_OF_DAY, Span
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
    return RawSpan(found.start, found.end, part or after, has_hour, found.is_about)


def _daypart(cursor: Cursor) -> str | None:
    """Read "'s avonds", 'in de middag', '-avond'."""
    cursor.skip(*SOFT, Kind.EVERY)
    token = cursor.take(Kind.DAYPART)
    return token.name if token else None


def _clock_span(cursor: Cursor) -> RawSpan | None:
    opener, is_about = _opener(cursor)
    if cursor.take(Kind.TO, Kind.THROUGH):
        cursor.skip(Kind.ABOUT)
        end = cursor.attempt(_point)
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
    cursor.skip(Kind.ABOUT, Kind.AT)
    return cursor.attempt(_point)


def _point(cursor: Cursor) -> Point | None:
    found = cursor.attempt(_spoken) or cursor.attempt(_digits)
    if found is None:
        return None
    cursor.take(Kind.HOUR)
    part = cursor.attempt(_part_before_range)
    return Point(found.minutes, found.style, part) if part else found


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
    if cursor.sees(Kind.HOUR) and cursor.sees(Kind.NUMBER, ahead=1) and _is_quarter(cursor.peek(1)):
        minute = cursor.tokens[cursor.at + 1].number
        cursor.at += 2
        return Point(token.number * 60 + minute, Style.DIGITAL)
    return Point(token.number * 60, Style.PADDED if token.text.startswith("0") else Style.BARE)


def _is_quarter(token: Token | None) -> bool:
    return token is not None and token.text in ("15", "30", "45")


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


# From here on: what a written time means, once the day part is known.

# After midnight 'dinsdagnacht' may be Tuesday or Wednesday, so those hours are left to the question.
PART_HOURS = {
    "ochtend": (4 * 60, 13 * 60),
    "middag": (12 * 60, 18 * 60 + 59),
    "avond": (17 * 60, 24 * 60),
    "nacht": (22 * 60, 24 * 60),
}


def say(minutes: int) -> str:
    """Write minutes as a Dutch clock time.

    >>> say(9 * 60 + 5)
    '9.05'
    """
    return f"{minutes // 60}.{minutes % 60:02}"


def _written(raw: RawSpan) -> str:
    return " - ".join(say(point.minutes) for point in (raw.start, raw.end) if point)


def settle(raw: RawSpan, daypart: str, before: int | None) -> tuple[Span | None, list[Doubt]]:
    """Decide what a written time means, given the day part and the end of the time before it."""
    if raw.start is None and raw.end is None:
        return Span(daypart=raw.part), [note("no-time")]
    part = raw.part or daypart
    doubts = [note("about")] if raw.is_about else []
    if part or any(point and point.part for point in (raw.start, raw.end)):
        start, end, found = _with_part(raw, part)
    else:
        start, end, found = _without_part(raw, before)
    if any(doubt.blocks for doubt in found):
        return None, found
    return Span(_time(start), _time(end, is_end=True)), [*doubts, *found, *_open_ends(raw)]


def _time(minutes: int | None, is_end: bool = False) -> dt.time | None:
    if minutes is None:
        return None
    if minutes >= WHOLE_DAY:
        return END_OF_DAY if is_end and minutes == WHOLE_DAY else dt.time((minutes - WHOLE_DAY) // 60, minutes % 60)
    return dt.time(minutes // 60, minutes % 60)


def _open_ends(raw: RawSpan) -> list[Doubt]:
    return [note("no-end")] if raw.end is None else [note("no-start")] if raw.start is None else []


Settled = tuple[int | None, int | None, list[Doubt]]


def _with_part(raw: RawSpan, part: str) -> Settled:
    clash = question("part-clash", what=_written(raw), part=part or (raw.start or raw.end or Point(0, Style.BARE)).part)
    if raw.start is None:
        end = _placed(raw.end, part)
        return None, end, [] if end is not None else [clash]
    start = _placed(raw.start, part)
    if raw.end is None:
        return start, None, [] if start is not None and start < WHOLE_DAY else [clash]
    if start is None and not raw.start.part and raw.part:
        start = raw.start.minutes
    end = _end_after(start, raw.end, part) if start is not None else None
    return start, end, [] if end is not None else [clash]


def _placed(point: Point | None, part: str) -> int | None:
    """Put a written time in its day part: 8 in the evening is 20.00."""
    if point is None:
        return None
    low, high = PART_HOURS[point.part or part] if point.part or part else (0, WHOLE_DAY)
    choices = (point.minutes,) if point.style is Style.PADDED else (point.minutes, point.minutes + HALF_DAY)
    return next((minutes for minutes in choices if low <= minutes <= high), None)


def _end_after(start: int, point: Point, part: str) -> int | None:
    """Choose the first reading of the end that comes after the start, near its day part."""
    own = point.part or part
    if point.part:
        end = _placed(point, part)
        return end if end is not None and end > start else None
    if point.minutes > start:
        return point.minutes
    later = point.minutes + HALF_DAY
    if start < later <= min(PART_HOURS[own][1] + 120, WHOLE_DAY) if own else False:
        return later
    return point.minutes if later <= start else None


def _without_part(raw: RawSpan, before: int | None) -> Settled:
    if raw.start is None:
        return _only_end(raw)
    if raw.end is None:
        return _only_start(raw)
    start, end = raw.start.minutes, raw.end.minutes
    if before is not None and _is_afternoon(raw, before):
        shown = f"{say(start + HALF_DAY)}-{say(end + HALF_DAY)}"
        return start + HALF_DAY, end + HALF_DAY, [note("afternoon", what=_written(raw), time=shown)]
    if end <= start and raw.end.style is Style.SPOKEN and HALF_DAY <= start < end + HALF_DAY:
        return start, end + HALF_DAY, []
    if end <= start:
        return start, end, _overnight(raw)
    return start, end, _doubtful_morning(raw)


def _only_end(raw: RawSpan) -> Settled:
    point = raw.end
    assert point is not None
    limit = 9 * 60 if point.style <= Style.SPOKEN else 7 * 60
    doubtful = point.minutes < limit and point.style is not Style.PADDED
    return None, point.minutes, [question("half-day", what=_written(raw))] if doubtful else []


def _only_start(raw: RawSpan) -> Settled:
    point = raw.start
    assert point is not None
    start = point.minutes
    if point.style is Style.PADDED or start >= HALF_DAY:
        return start % WHOLE_DAY, None, []
    ask_below, note_below = (8, 10) if point.style <= Style.SPOKEN else (7, 8)
    if start < ask_below * 60:
        return start, None, [question("half-day", what=_written(raw))]
    return start, None, [note("check-half", time=say(start))] if start < note_below * 60 else []


def _is_afternoon(raw: RawSpan, before: int) -> bool:
    """After '9-12' a '1-5' can only be the afternoon."""
    assert raw.start is not None
    assert raw.end is not None
    start, end = raw.start.minutes, raw.end.minutes
    doubtful = raw.start.style is not Style.PADDED and start < 8 * 60 and start < end < HALF_DAY
    return doubtful and start < before <= start + HALF_DAY and end + HALF_DAY <= WHOLE_DAY


def _overnight(raw: RawSpan) -> list[Doubt]:
    """An end before the start is past midnight only when it cannot be the same afternoon or evening."""
    assert raw.start is not None
    assert raw.end is not None
    start, end = raw.start.minutes, raw.end.minutes
    bare = raw.start.style is Style.BARE and raw.end.style is Style.BARE and not raw.has_hour
    sure = HALF_DAY <= start < WHOLE_DAY and end + HALF_DAY <= start and not bare
    return [] if sure else [question("order", what=_written(raw))]


def _doubtful_morning(raw: RawSpan) -> list[Doubt]:
    """Early hours without a day part: a question when evening is as likely, a note when it is not."""
    assert raw.start is not None
    assert raw.end is not None
    start, end, style = raw.start.minutes, raw.end.minutes, raw.start.style
    if style is Style.PADDED or start == 0 or start >= 10 * 60:
        return []
    loose = style <= Style.SPOKEN
    evening = start < (8 if loose else 7) * 60 and end < HALF_DAY
    evening |= style is Style.SPOKEN and start + HALF_DAY < end
    if evening or start < 5 * 60 or (start < 7 * 60 and end <= HALF_DAY):
        return [question("half-day", what=_written(raw))]
    limit = {Style.BARE: 9, Style.SPOKEN: 10, Style.DIGITAL: 8}[style] * 60
    shown = f"{say(start)}-{say(end)}"
    return [note("check-half", time=shown)] if start < limit and end < HALF_DAY else []
