"""iCalendar as text (RFC 5545): a calendar's lines, and what a calendar that was published remembers.

A writer of our own: the lines are few, and the tests read them back with the library `icalendar`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dorpspomp.views.calendar import Event, Feed, Moment
from dorpspomp.when.occurrence import AMSTERDAM
from dorpspomp.when.series import Recurrence

ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE"""
"""Summer time as it is since 1996 (Directive 2000/84/EC)."""

HEAD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Dorpspomp//Dorpspomp//NL
CALSCALE:GREGORIAN
METHOD:PUBLISH"""
REFRESH = "REFRESH-INTERVAL;VALUE=DURATION:PT12H\nX-PUBLISHED-TTL:PT12H\nX-WR-TIMEZONE:Europe/Amsterdam"
"""How often a program may look again (RFC 7986, 5.7; the older name is Outlook's)."""

_WIDTH = 75
_EPOCH = date(2020, 1, 1)
_STAMPS = ("DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:")
_CONTROLS = {chr(code): None for code in (*range(32), 127)}
_ESCAPED = str.maketrans(
    {**_CONTROLS, "\t": " ", "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"},
)


@dataclass(frozen=True, slots=True)
class Block:
    """An event as lines, without the number and the day of its last change."""

    body: tuple[str, ...]
    sequence: int
    day: str

    @property
    def text(self) -> str:
        """Return the lines as they are written, folded, stamped after the identifier."""
        stamps = f"DTSTAMP:{self.day}", f"LAST-MODIFIED:{self.day}", f"SEQUENCE:{self.sequence}"
        begin, uid, *rest = map(_folded, self.body)
        return "\n".join((begin, uid, *stamps, *rest))


def blocks(events: Iterable[Event], before: str, today: date) -> Mapping[str, str]:
    """Write the events by identifier, each with the number of its change (RFC 5545, 3.8.7.4).

    `before` is the calendar that was published last: what stands in it unchanged keeps its number and
    its day. A change gets the number of today, so that it rises even if the last calendar is lost.
    """
    known = _read(before)
    return {event.uid: _block(event, known.get(event.uid), today).text for event in events}


def _block(event: Event, old: Block | None, today: date) -> Block:
    body = tuple(_lines(event))
    if old and old.body == body:
        return old
    number = max((today - _EPOCH).days, old.sequence + 1 if old else 0)
    return Block(body, number, f"{today:%Y%m%d}T000000Z")


def text(feed: Feed, written: Mapping[str, str]) -> str:
    """Write one calendar."""
    names = (_folded(f"{name}:{_escaped(feed.name)}") for name in ("NAME", "X-WR-CALNAME"))
    parts = (HEAD, *names, REFRESH, ZONE, *(written[event.uid] for event in feed.events), "END:VCALENDAR", "")
    return "\n".join(parts).replace("\n", "\r\n")


def _read(before: str) -> Mapping[str, Block]:
    """Read what was published; what is damaged counts as new."""
    found: dict[str, Block] = {}
    plain = before.replace("\r\n", "\n").replace("\n ", "")
    for part in plain.split("BEGIN:VEVENT\n")[1:]:
        lines = ("BEGIN:VEVENT", *part.partition("END:VEVENT")[0].rstrip("\n").split("\n"), "END:VEVENT")
        stamps = dict(line.split(":", 1) for line in lines if line.startswith(_STAMPS))
        sequence = stamps.get("SEQUENCE", "")
        if lines[1].startswith("UID:") and sequence.isdecimal():
            body = tuple(line for line in lines if not line.startswith(_STAMPS))
            found[lines[1][4:]] = Block(body, int(sequence), stamps.get("DTSTAMP", ""))
    return found


def _lines(event: Event) -> Iterator[str]:
    """Yield the lines of an event, without its stamps."""
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield _moment("DTSTART", event.starts)
    if event.ends:
        yield _moment("DTEND", event.ends)
    if event.recurrence:
        yield f"RRULE:{rule(event.recurrence, event.starts)}"
    yield from (_moment("EXDATE", moment) for moment in event.left_out)
    facts = {
        "SUMMARY": _escaped(event.summary),
        "DESCRIPTION": _escaped(event.description),
        "LOCATION": _escaped(event.location),
        "CATEGORIES": _escaped(event.category),
        "URL": event.url,
        "STATUS": "CANCELLED" if event.is_cancelled else "CONFIRMED",
        "TRANSP": "TRANSPARENT",
    }
    yield from (f"{name}:{value}" for name, value in facts.items() if value)
    yield "END:VEVENT"


def rule(recurrence: Recurrence, starts: Moment) -> str:
    """Write a recurrence rule (RFC 5545, 3.3.10); an end is in UTC when the start has a time."""
    parts = {
        "FREQ": recurrence.freq.value,
        "INTERVAL": str(recurrence.interval) if recurrence.interval > 1 else "",
        "BYMONTH": ",".join(map(str, recurrence.by_month)),
        "BYMONTHDAY": ",".join(map(str, recurrence.by_month_day)),
        "BYDAY": ",".join(recurrence.by_day),
        "UNTIL": _until(recurrence.until, starts) if recurrence.until else "",
    }
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _until(last: date, starts: Moment) -> str:
    if not isinstance(starts, datetime):
        return f"{last:%Y%m%d}"
    end = datetime.combine(last, starts.time(), AMSTERDAM)
    return f"{end.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _moment(name: str, moment: Moment) -> str:
    if isinstance(moment, datetime):
        return f"{name};TZID=Europe/Amsterdam:{moment:%Y%m%dT%H%M%S}"
    return f"{name};VALUE=DATE:{moment:%Y%m%d}"


def _escaped(value: str) -> str:
    """Escape a text (RFC 5545, 3.3.11)."""
    return value.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Fold a line after at most 75 octets, never inside a letter (RFC 5545, 3.1)."""
    if len(line.encode()) <= _WIDTH:
        return line
    parts, part, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _WIDTH:
            parts.append(part)
            part, size = "", 1  # the space that begins the next line
        part, size = part + letter, size + width
    return "\n ".join((*parts, part))
