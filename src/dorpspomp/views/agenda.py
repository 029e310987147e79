"""The agenda: what happens on which day, with every exception the village has written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import lru_cache
from itertools import groupby

from dorpspomp.model import Activity, Change, Deviation, Status
from dorpspomp.views.dutch import day_and_date, span, tied
from dorpspomp.views.portal import Portal
from dorpspomp.when import Given, Occurrence, occurrences, read
from dorpspomp.when.schedule import END_OF_DAY

WINDOW = timedelta(days=90)
"""How far ahead times are worked out."""


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
        if self.end in {None, END_OF_DAY}:
            return f"{self.date + timedelta(days=1)}T00:00"
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
    found = [
        entry for activity in portal.register.activities for entry in entries(activity, portal, first, last)
    ]
    found.sort(key=_order)
    return tuple(
        Day(day, day_and_date(day), tuple(group))
        for day, group in groupby(found, key=lambda entry: entry.date)
    )


def entries(activity: Activity, portal: Portal, first: date, last: date) -> tuple[Entry, ...]:
    """Return the times of one activity between two days of the coming ninety, exceptions applied."""
    found = _all_entries(portal).get(activity.address, ())
    return tuple(entry for entry in found if first <= entry.date <= last)


@lru_cache(maxsize=2)
def _all_entries(portal: Portal) -> Mapping[str, tuple[Entry, ...]]:
    """Work out every activity's times once: cards, pages, agenda and tiles all ask for them."""
    return {activity.address: _expanded(activity, portal) for activity in portal.register.activities}


def _expanded(activity: Activity, portal: Portal) -> tuple[Entry, ...]:
    if activity.status is Status.PAUSED:
        return ()
    first, last = portal.today, portal.today + WINDOW
    times = occurrences(activity.when, first, last, portal.calendar)
    found = [entry for time in times for entry in became(time, activity, portal)]
    found += extras(activity, portal)
    shown = (_doubted(entry, portal) for entry in dict.fromkeys(found) if first <= entry.date <= last)
    return tuple(sorted(shown, key=_order))


def _doubted(entry: Entry, portal: Portal) -> Entry:
    """Say of an entry that nobody has said anything about that its place is closed that day."""
    place = portal.by_address.get(entry.place)
    if place is None or entry.note or entry.cancelled:
        return entry
    closings = (change for change in portal.deviations(place) if change.change is Change.CLOSED)
    if any(change.start <= entry.date <= change.end for change in closings):
        return replace(entry, note=f"{place.name} is dan dicht. Bel of het doorgaat.")
    return entry


def planned(found: Occurrence, activity: Activity, portal: Portal) -> Entry:
    """Return a time of an activity as it stands without exceptions."""
    entry = _entry(activity, portal, found)
    return _cancelled(entry, "") if activity.status is Status.CANCELLED else entry


def became(found: Occurrence, activity: Activity, portal: Portal) -> tuple[Entry, ...]:
    """Return what a time of an activity became by its exceptions: itself, another time, or cancelled."""
    entries = _after([_entry(activity, portal, found)], portal.deviations(activity), activity, portal)
    return _with_status(entries, activity)


def extras(activity: Activity, portal: Portal) -> tuple[Entry, ...]:
    """Return the times that exceptions add to an activity."""
    changes = portal.deviations(activity)
    found = [
        entry
        for number, change in enumerate(changes)
        if change.change is Change.EXTRA
        for day in _days(change)
        for entry in _after(list(_at(activity, change, portal, day)), changes[number:], activity, portal)
    ]
    return _with_status(found, activity)


def _after(
    found: list[Entry], changes: Iterable[Deviation], activity: Activity, portal: Portal
) -> list[Entry]:
    """Apply exceptions one after the other."""
    for change in changes:
        if change.change is not Change.EXTRA:
            found = _changed(found, activity, change, portal)
    return found


def _with_status(found: Iterable[Entry], activity: Activity) -> tuple[Entry, ...]:
    if activity.status is Status.CANCELLED:
        return tuple(_cancelled(entry, "") for entry in found)
    return tuple(found)


def _entry(activity: Activity, portal: Portal, found: Occurrence) -> Entry:
    place = portal.place(activity.place)
    return Entry(
        date=found.date,
        start=found.start,
        end=found.end,
        time=span(found.start, found.end, found.daypart),
        sheet=activity.sheet,
        code=activity.code,
        address=activity.address,
        name=activity.name,
        where=place.name if place else activity.start_point,
        place=place.address if place else "",
        tile=activity.tile,
        costs=tied(activity.costs),
    )


def _changed(found: list[Entry], activity: Activity, deviation: Deviation, portal: Portal) -> list[Entry]:
    """Apply one exception: closed, other time or moved."""
    changed: list[Entry] = []
    for entry in found:
        touched = deviation.start <= entry.date <= deviation.end
        changed += _deviating(entry, activity, deviation, portal) if touched else (entry,)
    return changed


def _deviating(entry: Entry, activity: Activity, deviation: Deviation, portal: Portal) -> tuple[Entry, ...]:
    """Return what an entry becomes on a day that deviates."""
    if deviation.change is Change.CLOSED:
        return (_cancelled(entry, deviation.reason),)
    if deviation.change is Change.MOVED:
        return (replace(entry, note=_note("Verplaatst", deviation.time, deviation.reason)),)
    unread = replace(entry, note=_note("Andere tijd", deviation.time, deviation.reason))
    return _at(activity, deviation, portal, entry.date) or (unread,)


def _at(activity: Activity, deviation: Deviation, portal: Portal, day: date) -> tuple[Entry, ...]:
    """Return the entries on a day at the times that the exception gives, none if they cannot be read."""
    if not deviation.time and deviation.change is not Change.EXTRA:
        return ()
    schedule = read(f"{day.day}-{day.month}-{day.year} {deviation.time}", Given(today=day))
    label = "Extra" if deviation.change is Change.EXTRA else "Andere tijd"
    note = _note(label, "", deviation.reason)
    return tuple(
        replace(_entry(activity, portal, found), note=note)
        for found in occurrences(schedule, day, day, portal.calendar)
    )


def _note(label: str, *details: str) -> str:
    text = ", ".join(detail for detail in details if detail)
    return f"{label}: {text}" if text else label


def _cancelled(entry: Entry, reason: str) -> Entry:
    return replace(entry, cancelled=True, note=_note("Gaat niet door", reason))


def _days(deviation: Deviation) -> Iterable[date]:
    return (deviation.start + timedelta(days=n) for n in range((deviation.end - deviation.start).days + 1))


def _order(entry: Entry) -> tuple[date, time, str]:
    return entry.date, entry.start or time(0), entry.name
