"""Half days: whether a time without a day part is in the morning, the afternoon or the evening."""

from __future__ import annotations

from dataclasses import dataclass

from dorpspomp.when.clock import HALF_DAY, WHOLE_DAY, Point, RawSpan, Style
from dorpspomp.when.remarks import Doubt, note, question

Settled = tuple[int | None, int | None, list[Doubt]]

DAWN = 6 * 60
"""Nobody opens before, so an earlier hour that is not written as on a digital clock is in the afternoon."""

SUNRISE_WALK = {Style.BARE: DAWN, Style.SPOKEN: DAWN, Style.DIGITAL: 4 * 60 + 30}
"""From here on the early morning is meant as often as the afternoon."""

OFFICE_OPENS, LUNCH, OFFICE_CLOSES = 7 * 60, 13 * 60, 18 * 60 + 30
LATE_ENDS = 3 * 60
"""A bar may be open on Friday from ten until two; an office on Tuesday is not."""


@dataclass(frozen=True)
class Setting:
    """What stands around a time: its day part, a name that holds one, and whether a late night is likely."""

    part: str = ""
    hint: str = ""
    """The day part in a name: 'kaartmiddag'."""
    is_late: bool = False


def say(minutes: int) -> str:
    """Write minutes as a Dutch clock time.

    >>> say(9 * 60 + 5)
    '9.05'
    """
    return f"{minutes // 60}.{minutes % 60:02}"


def written(raw: RawSpan) -> str:
    """Write a time as it stands in the text."""
    return " - ".join(say(point.minutes) for point in (raw.start, raw.end) if point)


def without_part(raw: RawSpan, before: int | None, is_late: bool) -> Settled:
    """Settle a time that no day part helps; `before` is where the time before it ended."""
    if raw.start and raw.end:
        return _stretch(raw, raw.start, raw.end, before, is_late)
    return _only_start(raw, raw.start) if raw.start else _only_end(raw, is_late)


def _afternoon(raw: RawSpan, start: int | None, end: int | None) -> Settled:
    """Say that the afternoon was taken."""
    shown = "-".join(say(minutes) for minutes in (start, end) if minutes is not None)
    return start, end, [note("afternoon", what=written(raw), time=shown)]


def _asked(raw: RawSpan) -> Settled:
    points = [point.minutes if point else None for point in (raw.start, raw.end)]
    return points[0], points[1], [question("half-day", what=written(raw))]


def _only_end(raw: RawSpan, is_late: bool) -> Settled:
    point = raw.end
    assert point is not None
    if point.style is Style.PADDED:
        return None, point.minutes, []
    if point.minutes + HALF_DAY <= OFFICE_CLOSES and not (is_late and point.minutes < 5 * 60):
        return _afternoon(raw, None, point.minutes + HALF_DAY)
    limit = 9 * 60 if point.style <= Style.SPOKEN else 7 * 60
    return _asked(raw) if point.minutes < limit else (None, point.minutes, [])


def _only_start(raw: RawSpan, point: Point) -> Settled:
    start = point.minutes
    if start == WHOLE_DAY:
        return _asked(raw)
    if point.style is Style.PADDED or start >= HALF_DAY:
        return start, None, []
    if start < SUNRISE_WALK[point.style]:
        return _afternoon(raw, start + HALF_DAY, None)
    ask_below, note_below = (8, 10) if point.style <= Style.SPOKEN else (7, 8)
    if start < ask_below * 60:
        return _asked(raw)
    return start, None, [note("check-half", time=say(start))] if start < note_below * 60 else []


def _stretch(raw: RawSpan, first: Point, last: Point, before: int | None, is_late: bool) -> Settled:
    start, end = first.minutes, last.minutes
    if _is_small(first, last) or (before is not None and _is_after(first, last, before)):
        return _afternoon(raw, start + HALF_DAY, end + HALF_DAY)
    if _is_office(first, last, is_late):
        return _afternoon(raw, start, end + HALF_DAY)
    if first.style is Style.SPOKEN and start < 5 * 60 and start + HALF_DAY < end:
        return _afternoon(raw, start + HALF_DAY, end)
    if end <= start and last.style is Style.SPOKEN and HALF_DAY <= start < end + HALF_DAY:
        return start, end + HALF_DAY, []
    if end <= start:
        return start, end, _overnight(raw, first, last)
    return start, end, _doubtful_morning(raw, first, last)


def _is_small(first: Point, last: Point) -> bool:
    """'2-4' and 'half 2 tot kwart over 3' are in the afternoon."""
    if Style.PADDED in (first.style, last.style) or not first.minutes < last.minutes < HALF_DAY:
        return False
    return first.minutes < (5 * 60 if first.style is Style.DIGITAL else DAWN)


def _is_after(first: Point, last: Point, before: int) -> bool:
    """After '9-12' a '1-5' can only be the afternoon."""
    start, end = first.minutes, last.minutes
    doubtful = first.style is not Style.PADDED and start < 8 * 60 and start < end < HALF_DAY
    return doubtful and start < before <= start + HALF_DAY and end + HALF_DAY <= WHOLE_DAY


def _is_office(first: Point, last: Point, is_late: bool) -> bool:
    """'9-5', 'half negen tot zes' and '12-2' end on the same day."""
    start, end = first.minutes, last.minutes + HALF_DAY
    if last.style is Style.PADDED or not OFFICE_OPENS <= start < LUNCH or not start < end <= OFFICE_CLOSES:
        return False
    return last.minutes < start and not (is_late and 60 <= last.minutes < LATE_ENDS)


def _overnight(raw: RawSpan, first: Point, last: Point) -> list[Doubt]:
    """An end before the start is past midnight only when it cannot be the same afternoon or evening."""
    start, end = first.minutes, last.minutes
    bare = first.style is Style.BARE and last.style is Style.BARE and not raw.has_hour
    till_morning = start >= 17 * 60 and DAWN <= end <= 9 * 60
    sure = HALF_DAY <= start < WHOLE_DAY and (till_morning or end + HALF_DAY <= start) and not bare
    return [] if sure else [question("order", what=written(raw))]


def _doubtful_morning(raw: RawSpan, first: Point, last: Point) -> list[Doubt]:
    """Early hours without a day part: a question when evening is as likely, a note when it is not."""
    start, end, style = first.minutes, last.minutes, first.style
    if style is Style.PADDED or start == 0 or start >= 10 * 60:
        return []
    loose = style <= Style.SPOKEN
    evening = start < (8 if loose else 7) * 60 and end < HALF_DAY
    evening |= style is Style.SPOKEN and start + HALF_DAY < end
    if evening or start < 5 * 60 or (start < 7 * 60 and end <= HALF_DAY):
        return [question("half-day", what=written(raw))]
    limit = {Style.BARE: 9, Style.SPOKEN: 10, Style.DIGITAL: 8}[style] * 60
    shown = f"{say(start)}-{say(end)}"
    return [note("check-half", time=shown)] if start < limit and end < HALF_DAY else []
