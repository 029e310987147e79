"""The shelf: every card of a portal, made once, and what they are looked up by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dorpspomp.views.card import MOST, Card, card
from dorpspomp.views.dutch import plain
from dorpspomp.views.portal import Portal


@dataclass(frozen=True)
class Shelf:
    """All cards, in the order of the sheets, with what they are looked up by."""

    cards: tuple[Card, ...]

    @cached_property
    def by_address(self) -> Mapping[str, Card]:
        """Return each card by its address."""
        return {card.address: card for card in self.cards}

    @cached_property
    def by_tile(self) -> Mapping[str, tuple[Card, ...]]:
        """Return the cards under each tile, near before far."""
        return _grouped(sorted(self.cards, key=lambda card: card.rank), "tile")

    @cached_property
    def nearest(self) -> Mapping[tuple[str, str], tuple[Card, ...]]:
        """Return the first few under a tile for each of its sheets: near first, then of that sheet."""
        return {
            (tile, sheet): tuple(sorted(found, key=lambda card: (card.rank, card.sheet != sheet))[: MOST + 1])
            for tile, found in self.by_tile.items()
            for sheet in {card.sheet for card in found}
        }

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Card, ...]]:
        """Return the cards at each place, by the place's address."""
        return _grouped(self.cards, "place")


@lru_cache(maxsize=2)
def shelf(portal: Portal) -> Shelf:
    """Make a card for every record that has one; remembered, since every output asks for it."""
    return Shelf(tuple(_told_apart([card(record, portal) for record in portal.findable])))


def _told_apart(cards: Sequence[Card]) -> Iterator[Card]:
    """Yield the cards; those of one name say what they are, and their number when that is the same."""
    twins = Counter(plain(one.name) for one in cards)
    alike = Counter((plain(one.name), one.kind) for one in cards)
    for one in cards:
        name = plain(one.name)
        if twins[name] == 1:
            yield one
        elif alike[name, one.kind] == 1:
            yield replace(one, apart=one.kind)
        else:
            yield replace(one, apart=f"{one.kind}, nummer {one.short}")


def _grouped(cards: Iterable[Card], attribute: str) -> Mapping[str, tuple[Card, ...]]:
    found: dict[str, list[Card]] = {}
    for one in cards:
        found.setdefault(getattr(one, attribute), []).append(one)
    return {key: tuple(group) for key, group in found.items() if key}
