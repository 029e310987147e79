"""The page on which somebody chooses for another: every record that can be taken along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dorpspomp.model import Tile
from dorpspomp.views.card import Card
from dorpspomp.views.dutch import plain
from dorpspomp.views.lists import Group, by_letter, grouped, top_tiles
from dorpspomp.views.portal import Portal
from dorpspomp.views.shelf import Shelf

PATH = "voor-een-ander/"
"""The address of the page; what was chosen stands behind it, as in `#n4821.3310`."""

_FEW = 40
"""So many can be read without opening a list first."""

_OTHERS = {"plekken": "Plekken", "organisaties": "Organisaties", "landelijk": "Landelijk"}
"""The headings for what stands under no tile."""


@dataclass(frozen=True, slots=True)
class SelectionView:
    """What can be chosen, under its headings; `url` is the whole address, "" without a web address."""

    groups: tuple[Group[Card], ...]
    is_open: bool
    url: str


def selection_view(portal: Portal, shelf: Shelf) -> SelectionView:
    """Return every record that has a short number, near before far under its life question."""
    found = [card for card in shelf.cards if card.short]
    url = portal.settings.url
    return SelectionView(
        groups=tuple(_groups(found, portal)),
        is_open=len(found) <= _FEW,
        url=f"{url.rstrip('/')}/{PATH}" if url else "",
    )


def _groups(cards: list[Card], portal: Portal) -> Iterator[Group[Card]]:
    tops = top_tiles(portal)
    if not tops:
        yield from by_letter(cards)
        return
    titles = {tile.code: tile.question or tile.name for tile in tops}
    tiles = {tile.code: tile for tile in portal.register.tiles}
    ordered = sorted(cards, key=lambda card: (card.rank, plain(card.name), card.address))
    found = grouped(
        ordered, lambda card: titles.get(_top(card.tile, tiles)) or _OTHERS.get(card.sheet, "Meer")
    )
    order = [*titles.values(), *_OTHERS.values()]
    yield from sorted(found, key=lambda group: order.index(group.name) if group.name in order else len(order))


def _top(code: str, tiles: Mapping[str, Tile]) -> str:
    """Return the tile of the start page that a tile is under."""
    seen: set[str] = set()
    while (tile := tiles.get(code)) and tile.parent in tiles and code not in seen:
        seen.add(code)
        code = tile.parent
    return code
