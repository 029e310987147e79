"""Hours: what a written clock time means, once the day part is known."""

from __future__ import annotations

import datetime as dt

from dorpspomp.when.clock import HALF_DAY, WHOLE_DAY, Point, RawSpan, Style
from dorpspomp.when.halfday import Setting, Settled, without_part, written
from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.schedule import END_OF_DAY, Span

# After midnight 'dinsdagnacht' may be Tuesday or Wednesday, so those hours are left to the question.
PART_HOURS = {
    "ochtend": (4 * 60, 13 * 60),
    "middag": (12 * 60, 18 * 60 + 59),
    "avond": (17 * 60, 24 * 60),
    "nacht": (22 * 60, 24 * 60),
}


def settle(raw: RawSpan, setting: Setting, before: int | None) -> tuple[Span | None, list[Doubt]]:
    """Decide what a written time means, given what stands around it and the end of the time before it."""
    if raw.start is None and raw.end is None:
        return Span(daypart=raw.part), [note("no-time")]
    start, end, found = _settled(raw, setting, before)
    if any(doubt.blocks for doubt in found):
        return None, found
    about = [note("about")] if raw.is_about else []
    return Span(_time(start), _time(end, is_end=True)), [*about, *found, *_open_ends(raw)]


def _settled(raw: RawSpan, setting: Setting, before: int | None) -> Settled:
    part = raw.part or setting.part
    if part or any(point and point.part for point in (raw.start, raw.end)):
        return _with_part(raw, part)
    hinted = _with_part(raw, setting.hint) if setting.hint else None
    if hinted and not hinted[-1]:
        return hinted
    return without_part(raw, before, setting.is_late)


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


def _with_part(raw: RawSpan, part: str) -> Settled:
    clash = question(
        "part-clash", what=written(raw), part=part or (raw.start or raw.end or Point(0, Style.BARE)).part
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
