"""Reading calendars back as a program does: with the library `icalendar`, and expanded by another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import recurring_ical_events
from icalendar import Calendar as File

from dorpspomp.model import Activity, Deviation, Register, Settings, Source, Status
from dorpspomp.outputs import ical
from dorpspomp.views.agenda import Entry, became, extras
from dorpspomp.views.calendar import Feed, feeds
from dorpspomp.views.portal import Portal
from dorpspomp.when import Schedule, occurrences
from tests.when.villages import TODAY, zuid

AHEAD = dt.timedelta(days=400)
Time = tuple[str, str, str]
"""A name, a begin and an end, as ISO 8601 in wall time."""


def portal_of(
    schedule: Schedule, deviations: Iterable[Deviation] = (), today: dt.date = TODAY, **facts: Any
) -> Portal:
    """Return a portal with one activity, `koffie`."""
    activity = Activity(
        source=Source("activiteiten"), code="koffie", name="Koffie", tile="", when=schedule, **facts
    )
    register = Register(
        settings=Settings(portal="Proef"), activities=(activity,), deviations=tuple(deviations)
    )
    return Portal(register, today, zuid())


def written(portal: Portal, before: str = "") -> str:
    """Return the calendar of all."""
    return text(feeds(portal)[0], portal, before)


def text(feed: Feed, portal: Portal, before: str = "") -> str:
    """Return one calendar."""
    return ical.text(feed, ical.blocks(feeds(portal)[0].events, before, portal.today))


def expanded(calendar: str | bytes, first: dt.date, last: dt.date) -> list[Time]:
    """Return what a program shows from the first to the last day, by when it begins."""
    file = File.from_ical(calendar)
    found = recurring_ical_events.of(file).between(first, last + dt.timedelta(days=1))
    times = (_time(event) for event in found)
    return sorted(time for time in times if first.isoformat() <= time[1][:10] <= last.isoformat())


def _time(event: Any) -> Time:
    begin, end = event.decoded("DTSTART"), event.decoded("DTEND", None)
    has_end = isinstance(begin, dt.datetime) and end is not None and end != begin
    return str(event["SUMMARY"]), _wall(begin), _wall(end) if has_end else ""


def _wall(moment: dt.date | dt.datetime) -> str:
    if isinstance(moment, dt.datetime):
        assert str(moment.tzinfo) == "Europe/Amsterdam"
        return moment.replace(tzinfo=None).isoformat(timespec="minutes")
    return moment.isoformat()


def expected(activity: Activity, portal: Portal, first: dt.date, last: dt.date) -> list[Time]:
    """Return what our own agenda says of an activity between two days, worked out for these days."""
    if activity.status is Status.PAUSED:
        return []
    times = occurrences(activity.when, first, last, portal.calendar)
    found = [*(e for time in times for e in became(time, activity, portal)), *extras(activity, portal)]
    return sorted(shown(entry) for entry in dict.fromkeys(found) if first <= entry.date <= last)


def shown(entry: Entry) -> Time:
    """Return an entry of the agenda as a program should show it."""
    name = f"Gaat niet door: {entry.name}" if entry.cancelled else entry.name
    if entry.start is None:
        return f"{name} ({entry.time})" if entry.time else name, f"{entry.date}", ""
    begin = dt.datetime.combine(entry.date, entry.start)
    if entry.end is None:
        return name, _wall_text(begin), ""
    if entry.end == dt.time.max:
        return (
            name,
            _wall_text(begin),
            _wall_text(dt.datetime.combine(entry.date, dt.time(0)) + dt.timedelta(1)),
        )
    end = dt.datetime.combine(entry.date, entry.end)
    return name, _wall_text(begin), _wall_text(end if end > begin else end + dt.timedelta(1))


def _wall_text(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="minutes")
