"""Paper: what stands on a poster, a bookmark and the sheet for the fridge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dorpspomp.model import Activity, PrintOrder, Service
from dorpspomp.views.card import Card, Fact, Number, Shelf, number, shelf, words
from dorpspomp.views.dutch import long_date, sentence
from dorpspomp.views.lists import top_tiles
from dorpspomp.views.portal import Portal
from dorpspomp.views.record import facts

YEAR = timedelta(days=365)
POINTS = 7
"""How many everyday examples fit on a bookmark."""

ON_POSTER = ("Waar", "Startpunt", "Kosten", "Voor wie", "Meenemen", "Komt bij u thuis")
"""The facts that a poster has room for, in this order."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line with an icon."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterView:
    """A poster of one service or activity. `qr` is "" when the village has no web address."""

    card: Card
    day: str
    time: str
    facts: tuple[Fact, ...]
    valid_until: str
    qr: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookmarkView:
    """A bookmark: `title` is a situation people recognise, `points` are everyday examples."""

    code: str
    title: str
    motto: str
    points: tuple[Point, ...]
    area: str
    number: Number | None
    place: str
    qr: str
    typed: str


@dataclass(frozen=True, slots=True)
class FridgeView:
    """The sheet for the fridge: the central number, the five most used, and emergencies."""

    number: Number | None
    cards: tuple[Card, ...]
    place: str


def poster_views(portal: Portal) -> Iterator[PosterView]:
    """Yield a poster for each local service and each activity that goes on.

    National services get none: nobody hangs a poster for 112, and it stands on every other piece.
    """
    made = shelf(portal)
    for record in portal.findable:
        if isinstance(record, Service | Activity) and not (
            isinstance(record, Service) and record.is_national
        ):
            yield _poster(record, made.by_address[record.address], portal)


def _poster(record: Service | Activity, card: Card, portal: Portal) -> PosterView:
    day, time = split(words(record.when if isinstance(record, Activity) else record.hours))
    known = {fact.label: fact for fact in facts(record, portal) if fact.text}
    chosen = [known[label] for label in ON_POSTER if label in known]
    how = [Fact("Hoe", sentence(record.sign_up))] if record.sign_up else []
    end = record.end if isinstance(record, Activity) and record.end else portal.today + YEAR
    return PosterView(
        card=card,
        day=day,
        time=time,
        facts=(*chosen, *how),
        valid_until=long_date(end),
        qr=portal.short_url(card.short),
        typed=typed(portal.short_url(card.short)),
    )


def split(when: str) -> tuple[str, str]:
    """Split a schedule with one time into its day and its time, each to be set large; others stay whole.

    >>> split("elke dinsdag van 10.00 tot 12.00 uur, niet in de schoolvakantie")
    ('elke dinsdag, niet in de schoolvakantie', '10.00 – 12.00 uur')
    >>> split("elke maandag van 9.00 tot 12.00 uur; elke dinsdag om 13.00 uur")
    ('elke maandag van 9.00 tot 12.00 uur; elke dinsdag om 13.00 uur', '')
    """
    found = re.fullmatch(
        r"(?:op )?([^;:]+?) (?:van|om) (\d+\.\d\d)(?: tot (\d+\.\d\d))? uur(, [^;.]+)?", when
    )
    if not found:
        return when, ""
    day, start, end, rest = found.groups("")
    return f"{day}{rest}", f"{start} – {end} uur" if end else f"{start} uur"


def bookmark_views(portal: Portal) -> tuple[BookmarkView, ...]:
    """Return the bookmarks of the sheet `drukwerk`, or one drawn from the tiles when there are none."""
    made = shelf(portal)
    orders = [order for order in portal.register.print_orders if order.kind == "boekenlegger"]
    return tuple(_bookmark(order, portal, made) for order in orders) or (_default(portal),)


def _bookmark(order: PrintOrder, portal: Portal, made: Shelf) -> BookmarkView:
    icons = [_icon(code, made) for code in order.over]
    points = [Point(icons[i] if i < len(icons) else "ster", text) for i, text in enumerate(order.points)]
    title = order.motto or portal.settings.slogan or "Weet u het even niet?"
    return _make(order.code, title, order.title or portal.settings.slogan, points, order.area, portal)


def _default(portal: Portal) -> BookmarkView:
    points = [Point(tile.icon, tile.question or tile.name) for tile in top_tiles(portal)]
    return _make("dorp", "Weet u het even niet?", portal.settings.slogan, points, "", portal)


def _make(
    code: str, title: str, motto: str, points: Sequence[Point], area: str, portal: Portal
) -> BookmarkView:
    place = portal.place(portal.settings.place)
    return BookmarkView(
        code=code,
        title=title,
        motto=motto,
        points=tuple(points[:POINTS]),
        area=area or portal.settings.village or portal.settings.portal,
        number=number(None, None, portal.settings),
        place=place.name if place else "",
        qr=portal.settings.url,
        typed=typed(portal.settings.url),
    )


def _icon(code: str, made: Shelf) -> str:
    """Return the icon of the record that a point is about; the code may or may not name its sheet."""
    found = made.by_address.get(code) or next(
        (card for card in made.cards if card.code == code.strip("/")), None
    )
    return found.icon if found else "ster"


def fridge_view(portal: Portal) -> FridgeView:
    """Return the sheet for the fridge: highlighted services first, then the others with a number."""
    local = [card for card in shelf(portal).cards if card.sheet == "diensten" and card.number]
    central = portal.settings.phone
    own = [card for card in local if card.number and (not central or card.number.phone.dial != central.dial)]
    ordered = sorted(own, key=lambda card: not card.highlighted)
    place = portal.place(portal.settings.place)
    return FridgeView(number(None, None, portal.settings), tuple(ordered[:5]), place.name if place else "")


def typed(url: str) -> str:
    """Return an address as people type it: without `https://` and the last slash."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")


def dated(day: date) -> str:
    """Say how old a piece of paper is."""
    return f"stand van {long_date(day)}"
