"""Hours: what a written clock time means, once the day part is known; morning and evening are told apart."""

from __future__ import annotations

import datetime as dt

from dorpspomp.when.clock import HALF_DAY, WHOLE_DAY, Point, RawSpan, Style
from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.schedule import END_OF_DAY, Span

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
        return (
            END_OF_DAY
            if is_end and minutes == WHOLE_DAY
            else dt.time((minutes - WHOLE_DAY) // 60, minutes % 60)
        )
    return dt.time(minutes // 60, minutes % 60)


def _open_ends(raw: RawSpan) -> list[Doubt]:
    return [note("no-end")] if raw.end is None else [note("no-start")] if raw.start is None else []


Settled = tuple[int | None, int | None, list[Doubt]]


def _with_part(raw: RawSpan, part: str) -> Settled:
    clash = question(
        "part-clash", what=_written(raw), part=part or (raw.start or raw.end or Point(0, Style.BARE)).part
    )
    if raw.start is None:
        end = _placed(raw.end, part)
        return None, end, [] if end is not None else [clash]
    start = _placed(raw.start, part)
    if raw.end is None:
        return start, None, [] if start is not None and start < WHOLE_DAY else [clash]
    if (
        start is None
        and not raw.start.part
        and raw.part in ("middag", "avond")
        and raw.start.minutes >= 8 * 60
    ):
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
    if start == WHOLE_DAY:
        return start, None, [question("half-day", what=_written(raw))]
    if point.style is Style.PADDED or start >= HALF_DAY:
        return start, None, []
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
