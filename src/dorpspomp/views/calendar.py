"""Calendars to subscribe to: one for each activity, place and tile, and one of all.

What is in them is what the agenda shows, said as series (`when/series.py`) so that a calendar program
needs no thousand events. A time that an exception changes is left out of its series and becomes an event
of its own: programs that know no RECURRENCE-ID would show it twice. A time without an end gets none:
nobody guesses how long it takes. Without a begin it is an event of a day, with its time in its name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from urllib.parse import quote

from dorpspomp.loose import slug
from dorpspomp.model import Activity, Change, Place, Status
from dorpspomp.views.agenda import Entry, became, extras, planned
from dorpspomp.views.card import number
from dorpspomp.views.dutch import sentence
from dorpspomp.views.portal import Portal
from dorpspomp.when.occurrence import LOOK_AHEAD, Occurrence
from dorpspomp.when.schedule import Rule
from dorpspomp.when.series import Recurrence, Series, series

FILE = "agenda.ics"
"""The name of a calendar's file, in the folder of what it is about."""

Moment = date | datetime
"""A day, or a wall time in Europe/Amsterdam."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event or series of a calendar, in the terms of RFC 5545, 3.6.1."""

    uid: str
    starts: Moment
    ends: Moment | None = None
    recurrence: Recurrence | None = None
    left_out: tuple[Moment, ...] = ()
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    category: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar: its file relative to the root, its name and its events; empty when there are none."""

    path: str
    name: str
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscription:
    """Where a calendar is found: relative to the root, and its web address, "" without a site."""

    path: str
    name: str
    url: str = ""

    @property
    def webcal(self) -> str:
        """Return the address that a program subscribes to when it is opened."""
        return f"webcal://{self.url.partition('://')[2]}"

    @property
    def google(self) -> str:
        """Return the page on which Google asks whether to subscribe."""
        return f"https://calendar.google.com/calendar/r?cid={quote(self.webcal, safe='')}"

    @property
    def outlook(self) -> str:
        """Return the page on which Outlook asks whether to subscribe."""
        name, url = quote(self.name, safe=""), quote(self.url, safe="")
        return f"https://outlook.live.com/calendar/0/addfromweb?url={url}&name={name}"


@lru_cache(maxsize=2)
def feeds(portal: Portal) -> tuple[Feed, ...]:
    """Return every calendar; what was published once keeps an empty one, for who has subscribed to it."""
    by_address, settings, register = _by_address(portal), portal.settings, portal.register
    everything = tuple(e for a in register.activities for e in by_address.get(a.address, ()))
    found = [Feed(FILE, f"Agenda van {settings.village or settings.portal}", everything)]
    for record in (*register.activities, *register.places, *register.tiles):
        found.append(Feed(record.address + FILE, record.name, by_address.get(record.address, ())))
    known = {"activiteiten", "plekken", "rubrieken"}
    gone = (gone for gone in register.gone if gone.sheet in known)
    found += (Feed(one.address + FILE, one.name or settings.portal) for one in gone)
    return tuple(found)


def subscription(address: str, portal: Portal) -> Subscription | None:
    """Return the calendar of an activity, place or tile, or of all ("") if there is anything in it."""
    events = _by_address(portal)
    if not (events.get(address) if address else any(events.values())):
        return None
    path, settings = address + FILE, portal.settings
    record = portal.by_address.get(address)
    name = record.name if record else f"Agenda van {settings.village or settings.portal}"
    return Subscription(path, name, f"{settings.url.rstrip('/')}/{path}" if settings.url else "")


def repeats(activity: Activity, portal: Portal) -> tuple[Series, ...]:
    """Return the times of an activity as series, from the first of this month, without exceptions."""
    return _maker(portal).series(activity)


@lru_cache(maxsize=2)
def _by_address(portal: Portal) -> Mapping[str, tuple[Event, ...]]:
    """Gather the events of every activity, by its address, its place's and its tile's."""
    made = _maker(portal)
    found: dict[str, list[Event]] = defaultdict(list)
    for activity in portal.register.activities:
        events = made.events(activity)
        place, tile = portal.place(activity.place), portal.tile(activity.tile)
        for record in (activity, place, tile):
            if record:
                found[record.address].extend(events)
    return {address: tuple(events) for address, events in found.items()}


@lru_cache(maxsize=2)
def _maker(portal: Portal) -> _Maker:
    return _Maker(portal)


@dataclass(frozen=True)
class _Maker:
    """Makes the events of one portal; equal schedules are worked out once."""

    portal: Portal
    known: dict[tuple[Rule, ...], tuple[Series, ...]] = field(default_factory=dict)

    def events(self, activity: Activity) -> tuple[Event, ...]:
        """Return the events of an activity, as its agenda has them."""
        if activity.status is Status.PAUSED:
            return ()
        said: dict[Entry, None] = {}
        found = [event for line in self.series(activity) for event in self._line(line, activity, said)]
        first, last = self._window()
        more = (extra for extra in extras(activity, self.portal) if first <= extra.date <= last)
        new = [extra for extra in dict.fromkeys(more) if extra not in said]
        keys = [f"extra-{_digits(extra.starts)}" for extra in new]
        found += (
            self._event(extra, activity, _numbered(key, keys[:at].count(key)))
            for at, (extra, key) in enumerate(zip(new, keys, strict=True))
        )
        return tuple(found)

    def _window(self) -> tuple[date, date]:
        """Look from the first of this month, so that what is said stays the same for a month."""
        first = self.portal.today.replace(day=1)
        return first, first + timedelta(days=30) + LOOK_AHEAD

    def series(self, activity: Activity) -> tuple[Series, ...]:
        """Return the times of an activity as series."""
        rules = activity.when.rules
        if rules not in self.known:
            self.known[rules] = series(activity.when, *self._window(), self.portal.calendar)
        return self.known[rules]

    def _line(self, line: Series, activity: Activity, said: dict[Entry, None]) -> Iterator[Event]:
        """Yield a series, and an event for each of its times that an exception changes."""
        changed = list(self._changed(line, activity))
        hidden = sorted({*line.left_out, *(turn.date for turn, _ in changed)})
        if line.recurrence or not changed:
            left_out = tuple(_start(replace(line.start, date=day)) for day in hidden)
            own = self._event(planned(line.start, activity, self.portal), activity, line.key)
            yield replace(own, recurrence=line.recurrence, left_out=left_out)
        for turn, entries in changed:
            new = [entry for entry in dict.fromkeys(entries) if entry not in said]
            said |= dict.fromkeys(new)
            parts = (line.key, _digits(f"{_start(turn)}") if line.recurrence else "")
            key = "-".join(part for part in parts if part)
            yield from (self._event(entry, activity, _numbered(key, at)) for at, entry in enumerate(new))

    def _changed(self, line: Series, activity: Activity) -> Iterator[tuple[Occurrence, tuple[Entry, ...]]]:
        """Yield the times of a series that an exception changes, with what they became."""
        changes = [c for c in self.portal.deviations(activity) if c.change is not Change.EXTRA]
        for day in line.days if changes else ():
            if any(change.start <= day <= change.end for change in changes):
                turn = replace(line.start, date=day)
                entries = became(turn, activity, self.portal)
                if entries != (planned(turn, activity, self.portal),):
                    yield turn, entries

    def _event(self, entry: Entry, activity: Activity, key: str) -> Event:
        """Return one time of the agenda as an event; the key tells it apart from others of the activity."""
        time = Occurrence(entry.date, entry.start, entry.end)
        url, tile = self.portal.settings.url.rstrip("/"), self.portal.tile(activity.tile)
        return Event(
            uid=self._uid(activity, key),
            starts=_start(time),
            ends=time.ends if entry.start else None,
            summary=_summary(entry),
            description=self._description(entry, activity),
            location=self._location(entry, activity),
            url=f"{url}/{activity.address}" if url else "",
            category=tile.name if tile else "",
            is_cancelled=entry.cancelled,
        )

    def _uid(self, activity: Activity, key: str) -> str:
        """Return an identifier that does not change (RFC 5545, 3.8.4.7); a web address may, a village not."""
        settings = self.portal.settings
        name = f"{activity.code}.{key}" if key else activity.code
        return f"{name}@{slug(settings.village or settings.portal) or 'dorp'}.dorpspomp"

    def _description(self, entry: Entry, activity: Activity) -> str:
        call = number(activity.phone, None, self.portal.settings)
        known = {
            "Kosten": activity.costs,
            "Aanmelden": activity.sign_up,
            "Meenemen": activity.bring,
            "Bellen": call.phone.shown if call else "",
        }
        facts = (f"{label}: {text}" for label, text in known.items() if text)
        return "\n".join(part for part in (sentence(entry.note), activity.short, *facts) if part)

    def _location(self, entry: Entry, activity: Activity) -> str:
        """Return where it is: the place with its address, or where it was moved to."""
        for change in self.portal.deviations(activity):
            if change.change is Change.MOVED and change.start <= entry.date <= change.end and change.time:
                return change.time
        place = self.portal.place(activity.place)
        return _where(place) if place else entry.where


def _where(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.one_line) if part)


def _digits(moment: str) -> str:
    """Write a moment as part of an identifier: `20261224T1000`."""
    return moment[:16].replace(" ", "T").replace("-", "").replace(":", "")


def _numbered(key: str, before: int) -> str:
    """Tell a key apart from equal ones before it."""
    return f"{key}-{before}" if before else key


def _start(time: Occurrence) -> Moment:
    return time.starts or time.date


def _summary(entry: Entry) -> str:
    """Name an event; a program may hide that it is cancelled, so the name says it too."""
    name = entry.name if entry.start or not entry.time else f"{entry.name} ({entry.time})"
    return f"Gaat niet door: {name}" if entry.cancelled else name
