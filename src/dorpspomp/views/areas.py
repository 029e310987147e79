"""Areas: the village and its parts, the municipality, the region and the country, and what there is in each.

Sheets name an area as people say it: "Wilgenbroek en Elsbeemd", "gemeente Broekerland", "heel Nederland".
What names several stands under each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dorpspomp.loose import key, slug
from dorpspomp.model import Settings, StreetContact
from dorpspomp.views.card import Card
from dorpspomp.views.dutch import plain
from dorpspomp.views.lists import Group, NoticeView, board_view, grouped
from dorpspomp.views.portal import Portal
from dorpspomp.views.shelf import Shelf

LEVELS = ("dorp", "gemeente", "regio", "land")
"""From near to far."""

COUNTRY = "Heel Nederland"
_APART = re.compile(r"\s*(?:,|;|\ben\b|/|&)\s*")
_SHEETS = frozenset({"diensten", "landelijk", "organisaties"})


@dataclass(frozen=True, slots=True)
class Area:
    """One area and what there is: cards, contacts in its streets, and what hangs on the board."""

    name: str
    level: str
    cards: tuple[Card, ...] = ()
    contacts: tuple[StreetContact, ...] = ()
    notices: tuple[NoticeView, ...] = ()
    nearby: tuple[tuple[str, str], ...] = ()
    groups: tuple[Group[Card], ...] = ()

    @property
    def path(self) -> str:
        """Return the address of its page."""
        return f"sociale-kaart/gebied/{slug(self.name)}/"

    @property
    def count(self) -> int:
        """Return how much there is."""
        return len(self.cards) + len(self.contacts) + len(self.notices)


@dataclass(slots=True)
class _Basket:
    """What is gathered for an area before it is shown."""

    name: str
    level: str
    cards: list[Card] = field(default_factory=list)
    contacts: list[StreetContact] = field(default_factory=list)
    notices: list[NoticeView] = field(default_factory=list)


def areas(portal: Portal, shelf: Shelf) -> tuple[Area, ...]:
    """Return every area of which something is known, near before far, the village itself first."""
    found: dict[str, _Basket] = {}
    for card in shelf.cards:
        if card.sheet in _SHEETS:
            for basket in _baskets(card.area, portal.settings, found, card.sheet == "landelijk"):
                basket.cards.append(card)
    for contact in portal.register.street_contacts:
        for basket in _baskets(contact.area, portal.settings, found):
            basket.contacts.append(contact)
    board = board_view(portal)
    for notice in (*board.questions, *board.offers):
        for basket in _baskets(notice.notice.area, portal.settings, found):
            basket.notices.append(notice)
    ordered = sorted(found.values(), key=lambda basket: _order(basket, portal.settings))
    return tuple(_area(basket, ordered, portal) for basket in ordered)


def _order(basket: _Basket, settings: Settings) -> tuple[int, bool, str]:
    return LEVELS.index(basket.level), basket.name != settings.village, plain(basket.name)


def _baskets(
    text: str, settings: Settings, found: dict[str, _Basket], national: bool = False
) -> Iterator[_Basket]:
    """Yield the baskets of the areas that a text names, each once."""
    seen: set[str] = set()
    for name, level in _named(text, settings, national):
        address = slug(name)
        if address and address not in seen:
            seen.add(address)
            yield found.setdefault(address, _Basket(name, level))


def _named(text: str, settings: Settings, national: bool) -> Iterable[tuple[str, str]]:
    """Return the names of areas in a text with their level; what names none is about the village."""
    if national or "nederland" in text.casefold() or key(text) == "landelijk":
        return [(COUNTRY, "land")]
    parts = [part for part in _APART.split(text) if part and not re.search(r"\d", part)]
    if not parts:
        return [(settings.village, "dorp")] if settings.village else []
    return [(_capital(part), _level(part, settings)) for part in parts]


def _level(name: str, settings: Settings) -> str:
    words = key(name)
    if words.startswith("gemeente") or (settings.municipality and words == key(settings.municipality)):
        return "gemeente"
    return "regio" if words.startswith(("regio", "provincie")) else "dorp"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _area(basket: _Basket, others: Iterable[_Basket], portal: Portal) -> Area:
    tiles = {tile.code: tile.name for tile in portal.register.tiles}
    order = {code: number for number, code in enumerate(tiles)}
    cards = sorted(basket.cards, key=lambda card: (order.get(card.tile, len(order)), plain(card.name)))
    near = tuple((o.name, f"sociale-kaart/gebied/{slug(o.name)}/") for o in others if o is not basket)
    groups = grouped(cards, lambda card: tiles.get(card.tile, ""))
    return Area(
        name=basket.name,
        level=basket.level,
        cards=tuple(cards),
        contacts=tuple(basket.contacts),
        notices=tuple(basket.notices),
        nearby=near,
        groups=groups,
    )
