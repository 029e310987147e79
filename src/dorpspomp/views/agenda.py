"""The agenda: what happens on which day, with every exception the village has written down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import groupby

from dorpspomp.model import Activity, Change, Deviation, Status
from dorpspomp.views.dutch import day_and_date, span
from dorpspomp.views.portal import Portal
from dorpspomp.when import Given, occurrences, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One activity at one time. `end` before `start` means that it goes on past midnight."""

    date: date
    start: time | None
    end: time | None
    time: str
    sheet: str
    code: str
    address: str
    name: str
    where: str = ""
    place: str = ""
    tile: str = ""
    costs: str = ""
    note: str = ""
    cancelled: bool = False

    @property
    def starts(self) -> str:
        """Return the start as a machine reads it (ISO 8601, wall time): `2026-11-24T10:00`."""
        return f"{self.date}T{self.start:%H:%M}" if self.start else f"{self.date}"

    @property
    def ends(self) -> str:
        """Return the moment after which it is past (ISO 8601, wall time)."""
        if self.end is None:
            return f"{self.date}T23:59"
        past_midnight = self.start is not None and self.end <= self.start
        return f"{self.date + timedelta(days=past_midnight)}T{self.end:%H:%M}"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the agenda, with at least one entry."""

    date: date
    name: str
    entries: tuple[Entry, ...]


def agenda(portal: Portal, first: date, last: date) -> tuple[Day, ...]:
    """Return the days from `first` to `last` on which something happens."""
    found = [entry for activity in portal.register.activities for entry in entries(activity, portal, first, last)]
    found.sort(key=_order)
    return tuple(
        Day(day, day_and_date(day), tuple(group)) for day, group in groupby(found, key=lambda entry: entry.date)
    )


def entries(activity: Activity, portal: Portal, first: date, last: date) -> tuple[Entry, ...]:
    """Return the times of one activity between two days, exceptions applied."""
    if activity.status is Status.PAUSED:
        return ()
    found = [
        _entry(activity, portal, day.date, day.start, day.end, day.daypart)
        for day in occurrences(activity.when, first, last, portal.calendar)
    ]
    for deviation in portal.deviations(activity):
        found = _changed(found, activity, deviation, portal, first, last)
    if activity.status is Status.CANCELLED:
        found = [_cancelled(entry, "") for entry in found]
    return tuple(sorted(found, key=_order))


def _entry(
    activity: Activity, portal: Portal, day: date, start: time | None, end: time | None, daypart: str
) -> Entry:
    place = portal.place(activity.place)
    return Entry(
        date=day,
        start=start,
        end=end,
        time=span(start, end, daypart),
        sheet=activity.sheet,
        code=activity.code,
        address=activity.address,
        name=activity.name,
        where=place.name if place else activity.start_point,
        place=place.address if place else "",
        tile=activity.tile,
        costs=activity.costs,
    )


def _changed(
    found: list[Entry], activity: Activity, deviation: Deviation, portal: Portal, first: date, last: date
) -> list[Entry]:
    """Apply one exception: closed, other time, moved or extra."""
    if deviation.change is Change.EXTRA:
        days = (day for day in _days(deviation) if first <= day <= last)
        return found + [entry for day in days for entry in _at(activity, deviation, portal, day)]
    return [
        changed
        for entry in found
        for changed in (
            _deviating(entry, activity, deviation, portal)
            if deviation.start <= entry.date <= deviation.end
            else (entry,)
        )
    ]


def _deviating(
    entry: Entry, activity: Activity, deviation: Deviation, portal: Portal
) -> Iterable[Entry]:
    reason = deviation.reason
    if deviation.change is Change.CLOSED:
        return (_cancelled(entry, reason),)
    if deviation.change is Change.OTHER_TIME and deviation.time:
        return _at(activity, deviation, portal, entry.date) or (replace(entry, note=_note("Andere tijd", deviation)),)
    return (replace(entry, note=_note("Verplaatst", deviation)),)


def _at(activity: Activity, deviation: Deviation, portal: Portal, day: date) -> tuple[Entry, ...]:
    """Return the entries on a day at the times that the exception gives."""
    schedule = read(f"{day.day}-{day.month}-{day.year} {deviation.time}", Given(today=day))
    label = "Extra" if deviation.change is Change.EXTRA else "Andere tijd"
    spans = occurrences(schedule, day, day, portal.calendar)
    return tuple(
        replace(_entry(activity, portal, day, o.start, o.end, o.daypart), note=_note(label, deviation, o.start is None))
        for o in spans
    )


def _note(label: str, deviation: Deviation, with_time: bool = True) -> str:
    time_text = deviation.time if with_time or deviation.change is Change.MOVED else ""
    return ": ".join(part for part in (label, ", ".join(p for p in (time_text, deviation.reason) if p)) if part)


def _cancelled(entry: Entry, reason: str) -> Entry:
    return replace(entry, cancelled=True, note=": ".join(part for part in ("Gaat niet door", reason) if part))


def _days(deviation: Deviation) -> Iterable[date]:
    return (deviation.start + timedelta(days=n) for n in range((deviation.end - deviation.start).days + 1))


def _order(entry: Entry) -> tuple[date, time, str]:
    return entry.date, entry.start or time(0), entry.name
