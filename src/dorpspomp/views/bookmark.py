"""Bookmarks: a motto, everyday examples and the number, for every letterbox."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dorpspomp.model import PrintOrder
from dorpspomp.views.card import Card, Number, number
from dorpspomp.views.lists import top_tiles
from dorpspomp.views.paper import BRIEF, POINTS, USED, cut, own_numbers
from dorpspomp.views.portal import Portal, typed
from dorpspomp.views.shelf import Shelf, shelf

LINE = 8
"""How many letters of a number fit on one line of the back of a bookmark, very large."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line with an icon."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookmarkView:
    """A bookmark: `title` stands large, `motto` is what people recognise, `points` are everyday examples.

    `tall` is the format of 210 instead of 180 mm; `code` is "" for the one that every village gets.
    `cards` stand on the back of a village without a central number.
    """

    code: str
    title: str
    motto: str
    points: tuple[Point, ...]
    area: str
    number: Number | None
    place: str
    qr: str
    typed: str
    cards: tuple[Card, ...] = ()
    tall: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the number as it stands very large on the back, on one line or two."""
        return in_two(self.number.phone.shown) if self.number else ()


def bookmark_views(portal: Portal) -> tuple[BookmarkView, ...]:
    """Return the bookmarks of the sheet `drukwerk`, or one that draws on the tiles when there are none."""
    made = shelf(portal)
    orders = [order for order in portal.register.print_orders if order.kind == "boekenlegger"]
    default = _default(portal, made)
    return tuple(_ordered(order, default, portal, made) for order in orders) or (default,)


def shortened_bookmark(view: BookmarkView) -> BookmarkView:
    """Return a bookmark with its texts cut, for one that fits in no type size."""
    points = tuple(
        replace(point, text=cut(point.text, BRIEF["point"])) for point in view.points[: POINTS - 1]
    )
    title, motto = cut(view.title, BRIEF["title"]), cut(view.motto, BRIEF["title"])
    return replace(
        view,
        title=title,
        motto=motto,
        points=points,
        area=cut(view.area, BRIEF["title"]),
        place=cut(view.place, BRIEF["title"]),
    )


def _ordered(order: PrintOrder, default: BookmarkView, portal: Portal, made: Shelf) -> BookmarkView:
    icons = [_icon(address, made) for address in order.over]
    points = [Point(icons[i] if i < len(icons) else "ster", text) for i, text in enumerate(order.points)]
    return replace(
        default,
        code=order.code,
        title=order.title or default.title,
        motto=order.motto or default.motto,
        points=tuple(points[:POINTS]) or default.points,
        area=order.area or default.area,
        tall="210" in order.size,
    )


def _default(portal: Portal, made: Shelf) -> BookmarkView:
    place = portal.place(portal.settings.place)
    return BookmarkView(
        code="",
        title="Weet u het even niet?",
        motto=portal.settings.slogan,
        points=tuple(_examples(portal, made))[:POINTS],
        area=portal.settings.village,
        number=number(None, None, portal.settings),
        cards=() if portal.settings.phone else tuple(own_numbers(portal, made)[:USED]),
        place=place.name if place else "",
        qr=portal.settings.url,
        typed=typed(portal.settings.url),
    )


def _examples(portal: Portal, made: Shelf) -> Iterator[Point]:
    """Yield for each tile a sentence as people say it, or else its own question; then names of services."""
    local = [service for service in portal.register.services if not service.is_national]
    for tile in top_tiles(portal):
        said = (example for service in local if service.tile == tile.code for example in service.examples)
        short = (example for example in said if len(example) <= 2 * BRIEF["point"])
        yield Point(tile.icon, next(short, tile.question or tile.name))
    yield from (Point(_icon(service.address, made), service.name) for service in local)


def _icon(address: str, made: Shelf) -> str:
    """Return the icon of the record that a point is about."""
    found = made.by_address.get(address)
    return found.icon if found else "ster"


def in_two(shown: str) -> tuple[str, ...]:
    """Cut a telephone number for two lines of large type: after its dash, or else near the middle.

    >>> in_two("0490-01 02 03"), in_two("06-12 34 56 78"), in_two("112")
    (('0490-', '01 02 03'), ('06-12 34', '56 78'), ('112',))
    """
    if len(shown) <= LINE:
        return (shown,)
    at = shown.find("-") + 1
    if not 0 < len(shown) - at <= LINE:
        places = [place for place, letter in enumerate(shown) if letter == " "]
        at = min(places, key=lambda place: abs(place - len(shown) / 2), default=len(shown))
    return tuple(part for part in (shown[:at].strip(), shown[at:].strip()) if part)
