"""A card: what is shown of a service, activity, organisation or place, in any medium."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import singledispatch

from dorpspomp.model import Activity, Organization, Phone, Place, Service, Settings, Status
from dorpspomp.views.agenda import Entry, entries
from dorpspomp.views.dutch import day_and_date, tied
from dorpspomp.views.freshness import freshness
from dorpspomp.views.portal import Findable, Portal
from dorpspomp.when import Schedule
from dorpspomp.when.echo import echo, short

MOST = 6
"""How many others a record's page names at most."""

AHEAD = timedelta(days=60)
"""How far ahead a card looks for the next time."""


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number to call, with the hours at which somebody answers.

    `own` is False when it is the village's central number, standing in for a missing one.
    """

    phone: Phone
    hours: str = ""
    own: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with its label; `href` when it leads somewhere (see `Card.address` for ours).

    `openings` are the coming hours for the script that says "nu open" (see `opening.py`).
    """

    label: str
    text: str
    href: str = ""
    openings: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A record as a card. All texts are ready to be shown; empty ones are left out.

    `address` is relative to the root. `notice` says what is out of the ordinary ("Gaat niet door").
    `apart` tells it from another of the same name ("plek"), for who hears only the name of a link.
    `rank` sorts near before far: 0 the village, 1 the municipality, 2 further away.
    """

    sheet: str
    code: str
    address: str
    short: str
    name: str
    kind: str = ""
    text: str = ""
    area: str = ""
    icon: str = ""
    tile: str = ""
    number: Number | None = None
    when: str = ""
    following: str = ""
    where: str = ""
    place: str = ""
    costs: str = ""
    ways: tuple[Fact, ...] = ()
    notice: str = ""
    checked: str = ""
    stale: bool = False
    highlighted: bool = False
    urgent: bool = False
    apart: str = ""
    rank: int = 0

    @property
    def coming(self) -> str:
        """Return the coming time of what comes back; "" where `when` names that day already."""
        day = self.following.partition(",")[0].partition(" ")[2]
        return self.following if self.when and day not in self.when else ""


@singledispatch
def card(record: Findable, portal: Portal) -> Card:
    """Make the card of a record."""
    raise TypeError(f"no card for {type(record).__name__}")


@card.register
def _(record: Service, portal: Portal) -> Card:
    return replace(
        _base(record, portal),
        kind="landelijke dienst" if record.is_national else "dienst",
        text=record.short,
        number=number(record.phone, record.reachable, portal.settings),
        when=brief(record.hours),
        costs=tied(record.costs),
        ways=_ways(record.sign_up, record.email, record.website),
        highlighted=record.highlighted,
        urgent=record.urgent,
        rank=_rank(record.area, record.is_national, portal.settings),
        area=record.area or portal.settings.village,
    )


@card.register
def _(record: Activity, portal: Portal) -> Card:
    upcoming = entries(record, portal, portal.today, portal.today + AHEAD)
    return replace(
        _base(record, portal),
        kind="activiteit",
        text=record.short,
        number=number(record.phone, None, portal.settings),
        when=brief(record.when),
        following=following(upcoming),
        costs=tied(record.costs),
        ways=_ways(record.sign_up, record.email, record.website),
        highlighted=record.highlighted,
    )


@card.register
def _(record: Organization, portal: Portal) -> Card:
    return replace(
        _base(record, portal),
        kind=record.kind or "organisatie",
        text=record.short,
        number=number(record.phone, record.reachable, portal.settings),
        when=brief(record.hours),
        ways=_ways("", record.email, record.website),
        rank=_rank(record.area, False, portal.settings),
        area=record.area or portal.settings.village,
    )


@card.register
def _(record: Place, portal: Portal) -> Card:
    return replace(
        _base(record, portal),
        kind=record.kind or "plek",
        text=record.one_line,
        number=number(record.phone, None, portal.settings) if record.phone else None,
        when=brief(record.hours),
        area=record.town or portal.settings.village,
    )


def number(phone: Phone | None, reachable: Schedule | None, settings: Settings) -> Number | None:
    """Return the number to show: the record's own, otherwise the village's central number."""
    if phone:
        return Number(phone, _hours(reachable))
    if settings.phone:
        return Number(settings.phone, _hours(settings.reachable), own=False)
    return None


def _hours(reachable: Schedule | None) -> str:
    return "dag en nacht" if reachable and reachable.is_always else brief(reachable)


def words(schedule: Schedule | None) -> str:
    """Say a schedule in words; what could not be read is shown as it was written."""
    return echo(schedule) if schedule else ""


def brief(schedule: Schedule | None) -> str:
    """Say a schedule as short as a card likes it."""
    return short(schedule) if schedule else ""


def following(upcoming: tuple[Entry, ...]) -> str:
    """Say when the next time is, with its date, so that it stays true: `dinsdag 24 november, 10.00 uur`."""
    entry = next((entry for entry in upcoming if not entry.cancelled), None)
    if entry is None:
        return ""
    return ", ".join(part for part in (day_and_date(entry.date), entry.time) if part)


def _base(record: Findable, portal: Portal) -> Card:
    """Return what the cards of all kinds share."""
    place = None if isinstance(record, Place) else portal.place(record.place)
    tile = None if isinstance(record, Place) else portal.tile(record.tile)
    checked, stale = freshness(record, portal)
    return Card(
        sheet=record.sheet,
        code=record.code,
        address=record.address,
        short=portal.register.shorts.get(record.address, ""),
        name=record.name,
        icon=tile.icon if tile else "plek" if isinstance(record, Place) else "info",
        tile=tile.code if tile else "",
        area=portal.settings.village,
        where=_where(record, place),
        place=place.address if place else "",
        notice=NOTICES.get(record.status, ""),
        checked=checked,
        stale=stale,
    )


NOTICES: dict[Status, str] = {
    Status.PAUSED: "Tijdelijk gestopt",
    Status.CANCELLED: "Gaat niet door",
}
"""What a card says about a status that is out of the ordinary."""


def _where(record: Findable, place: Place | None) -> str:
    if isinstance(record, Place):
        return record.one_line
    if place:
        return place.name
    if isinstance(record, Organization):
        return record.visiting_address
    return record.start_point if isinstance(record, Activity) else ""


def _ways(sign_up: str, email: str, website: str) -> tuple[Fact, ...]:
    known: tuple[tuple[str, str, Callable[[str], str]], ...] = (
        ("Aanmelden", sign_up, lambda text: ""),
        ("E-mail", email, lambda text: f"mailto:{text}"),
        ("Website", website, lambda text: text),
    )
    return tuple(Fact(label, _bare(text), href(text)) for label, text, href in known if text)


def _bare(address: str) -> str:
    """Show a web address as people type it."""
    return address.removeprefix("https://").removeprefix("http://").removesuffix("/")


def _rank(area: str, national: bool, settings: Settings) -> int:
    if national or "nederland" in area.casefold():
        return 2
    near = settings.municipality.casefold()
    return 1 if near and near in area.casefold() and settings.village.casefold() not in area.casefold() else 0
