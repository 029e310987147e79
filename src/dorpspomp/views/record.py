"""The page of one record: everything that is known of it, in the order in which people ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from dorpspomp.model import Activity, Organization, Place, Service
from dorpspomp.views.agenda import WINDOW, Day, Entry, entries
from dorpspomp.views.calendar import Subscription, subscription
from dorpspomp.views.card import MOST, Card, Fact, words
from dorpspomp.views.dutch import listed, long_date, tied
from dorpspomp.views.opening import exceptions, openings
from dorpspomp.views.places import Near, near
from dorpspomp.views.portal import Findable, Portal
from dorpspomp.views.sameday import same_day
from dorpspomp.views.share import Share, share
from dorpspomp.views.shelf import Shelf
from dorpspomp.views.structured import Data, structured
from dorpspomp.views.week import Weekday, week

_OTHERS = 4
"""How many others of its kind a record names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """A record's page. `facts` come in the order of asking; `body` is trusted HTML.

    `reachable` are the hours of its own number (see `opening.py`), `exceptions` what deviates soon,
    `same_day` is what else there is on its next day, `share` passes it on, `data` is the record for machines.
    """

    card: Card
    facts: tuple[Fact, ...]
    share: Share
    examples: tuple[str, ...] = ()
    body: str = ""
    does: str = ""
    does_not: str = ""
    safety: str = ""
    dates: tuple[Entry, ...] = ()
    same_day: Day | None = None
    here: tuple[Card, ...] = ()
    week: tuple[Weekday, ...] = ()
    similar: tuple[Card, ...] = ()
    origin: str = ""
    reachable: str = ""
    exceptions: tuple[str, ...] = ()
    calendar: Subscription | None = None
    data: Data | None = None
    near: Near | None = None


def record_view(record: Findable, portal: Portal, shelf: Shelf) -> RecordView:
    """Make the page of a record; the `shelf` holds the cards that are already made."""
    own = shelf.by_address[record.address]
    service = record if isinstance(record, Service) else None
    dates = _dates(record, portal)
    days = week(portal, lambda a: a.place == record.code) if isinstance(record, Place) else ()
    return RecordView(
        card=own,
        facts=tuple(fact for fact in facts(record, portal) if fact.text),
        share=share(own, portal),
        examples=service.examples if service else (),
        body=record.body,
        does=service.does if service else "",
        does_not=service.does_not if service else "",
        safety=service.safety if service else "",
        origin=service.origin if service else "",
        dates=dates,
        same_day=same_day(dates, portal),
        here=_here(record, days, shelf),
        week=days,
        similar=_similar(own, shelf),
        reachable=openings(record.reachable, portal, record)
        if isinstance(record, Service | Organization)
        else "",
        exceptions=() if isinstance(record, Activity) else exceptions(record, portal),
        calendar=subscription(record.address, portal),
        data=structured(record, portal),
        near=near(record, portal, shelf),
    )


@singledispatch
def facts(record: Findable, portal: Portal) -> tuple[Fact, ...]:
    """Return what is known of a record besides its card; empty facts are left out later."""
    raise TypeError(f"no facts for {type(record).__name__}")


@facts.register
def _(record: Service, portal: Portal) -> tuple[Fact, ...]:
    return (
        _open(record, portal),
        _place(record.place, portal),
        Fact("Voor wie", record.audience),
        Fact("Komt bij u thuis", "ja" if record.home_visits else ""),
        Fact("Kosten", tied(record.costs) or "vraag ernaar"),
        Fact("Wie helpt u", LEVELS.get(record.level, record.level)),
        _organization(record.organization, portal),
        Fact("Talen", listed(record.languages)),
        Fact("Toegankelijk", listed(record.accessible)),
    )


@facts.register
def _(record: Activity, portal: Portal) -> tuple[Fact, ...]:
    return (
        Fact("Wanneer", words(record.when)),
        Fact("Vanaf", long_date(record.start) if record.start and record.start > portal.today else ""),
        Fact("Tot en met", long_date(record.end) if record.end else ""),
        _place(record.place, portal),
        Fact("Startpunt", record.start_point),
        Fact("Kosten", tied(record.costs) or "vraag ernaar"),
        Fact("Voor wie", record.audience),
        Fact("Meenemen", record.bring),
        Fact("Soort", record.kind),
        _organization(record.organization, portal),
        Fact("Toegankelijk", listed(record.accessible)),
    )


@facts.register
def _(record: Organization, portal: Portal) -> tuple[Fact, ...]:
    return (
        _open(record, portal),
        Fact("Adres", record.visiting_address),
        _place(record.place, portal),
        Fact("KvK", record.kvk),
    )


@facts.register
def _(record: Place, portal: Portal) -> tuple[Fact, ...]:
    return (
        Fact("Adres", record.one_line),
        _open(record, portal),
        Fact("Wat is er", listed(record.facilities)),
        Fact("Toegankelijk", listed(record.accessible)),
        Fact("Ontvangst", record.host),
    )


LEVELS = {
    "buren": "buren, voor elkaar",
    "vrijwilliger": "vrijwilligers",
    "professional": "mensen die hier hun beroep van hebben gemaakt",
}
"""Who helps, in a reader's words."""


def _open(record: Service | Organization | Place, portal: Portal) -> Fact:
    return Fact("Open", words(record.hours), openings=openings(record.hours, portal, record))


def _place(code: str, portal: Portal) -> Fact:
    place = portal.place(code)
    if place is None:
        return Fact("Waar", "")
    text = ", ".join(part for part in (place.name, place.one_line) if part)
    return Fact("Waar", text, place.address)


def _organization(code: str, portal: Portal) -> Fact:
    found = portal.organization(code)
    return Fact("Van", found.name, found.address) if found else Fact("Van", "")


def _dates(record: Findable, portal: Portal) -> tuple[Entry, ...]:
    if not isinstance(record, Activity):
        return ()
    return entries(record, portal, portal.today, portal.today + WINDOW)[:MOST]


def _here(record: Findable, days: tuple[Weekday, ...], shelf: Shelf) -> tuple[Card, ...]:
    """Return what is at a place, besides what its week tells already."""
    told = {regular.address for day in days for regular in day.regulars}
    return tuple(card for card in shelf.by_place.get(record.address, ()) if card.address not in told)


def _similar(own: Card, shelf: Shelf) -> tuple[Card, ...]:
    """Return others under the same tile."""
    near = shelf.nearest.get((own.tile, own.sheet), ())
    return tuple(other for other in near if other.address != own.address)[:_OTHERS]
