"""The start-page kit: the address to type, and who sets it for you, where and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from dorpspomp.model import Activity, Place, Service, Settings
from dorpspomp.views.agenda import WINDOW, entries
from dorpspomp.views.card import Number, number, words
from dorpspomp.views.dutch import clock, day_and_date
from dorpspomp.views.opening import stretches
from dorpspomp.views.policy import FILES
from dorpspomp.views.portal import Portal, typed
from dorpspomp.when import Schedule

MOMENTS = 4
"""How many coming times are named."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time at which somebody helps; `date` and `ends` are for the script that hides what is past."""

    date: str
    ends: str
    day: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Who sets the page for you: a service, an activity, or else just the village's own place.

    `address` is "" when there is no page about it, `hours` are the usual hours in words.
    """

    name: str = ""
    address: str = ""
    hours: str = ""
    moments: tuple[Moment, ...] = ()
    place: Place | None = None
    where: str = ""
    costs: str = ""
    sign_up: str = ""
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Kit:
    """The kit. `typed` is the address as people type it, "" without one; `short` is the app's name."""

    typed: str
    short: str
    help: Help


@dataclass(frozen=True, slots=True)
class Caretaker:
    """What a caretaker of computers needs: the address and the files, by the browser they are for."""

    url: str
    typed: str
    files: tuple[str, ...]


def kit(portal: Portal) -> Kit:
    """Return what the page and the leaflet about the start page show."""
    return Kit(typed(portal.settings.url), short_name(portal.settings), _help(portal))


def caretaker(portal: Portal) -> Caretaker:
    """Return what the page for the caretaker of computers shows."""
    return Caretaker(portal.settings.url, typed(portal.settings.url), FILES)


def short_name(settings: Settings) -> str:
    """Return what stands under the app's icon: the village, or else the portal's name."""
    return settings.village or settings.portal


def _help(portal: Portal) -> Help:
    record = portal.by_address.get(portal.settings.setup_help)
    if isinstance(record, Service):
        return _helper(record, portal, record.hours, number(record.phone, record.reachable, portal.settings))
    if isinstance(record, Activity):
        found = _helper(record, portal, record.when, number(record.phone, None, portal.settings))
        return replace(found, where=found.where or record.start_point)
    place = portal.place(portal.settings.place)
    # A place that stands in no sheet has a name all the same.
    where = place.name if place else portal.settings.place
    return Help(place=place, where=where, number=number(None, None, portal.settings))


def _helper(
    record: Service | Activity, portal: Portal, hours: Schedule | None, number: Number | None
) -> Help:
    place = portal.place(record.place)
    return Help(
        name=record.name,
        address=record.address,
        hours=words(hours),
        moments=tuple(islice(_moments(record, portal), MOMENTS)),
        place=place,
        where=place.name if place else "",
        costs=record.costs,
        sign_up=record.sign_up,
        number=number,
    )


def _moments(record: Service | Activity, portal: Portal) -> Iterator[Moment]:
    """Yield the coming times, every exception applied; nothing where the hours could not be read."""
    if isinstance(record, Activity):
        for entry in entries(record, portal, portal.today, portal.today + WINDOW):
            if not entry.cancelled:
                short = entry.time.replace(" tot ", "–")
                yield Moment(f"{entry.date}", entry.ends, day_and_date(entry.date), short)
    else:
        for stretch in stretches(record.hours, portal, record):
            day = stretch.starts.date()
            if day >= portal.today:
                time = f"{clock(stretch.starts.time())}–{clock(stretch.ends.time())} uur"
                yield Moment(f"{day}", f"{stretch.ends:%Y-%m-%dT%H:%M}", day_and_date(day), time)
