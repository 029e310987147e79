"""The social map (sociale kaart): every organisation and service by need, area and kind, and from A to Z."""

from __future__ import annotations

from dataclasses import dataclass

from dorpspomp.views.areas import Area, areas
from dorpspomp.views.card import Card
from dorpspomp.views.dutch import plain
from dorpspomp.views.ladder import Step, ladder
from dorpspomp.views.lists import Group, by_letter, grouped
from dorpspomp.views.portal import Portal
from dorpspomp.views.shelf import Shelf
from dorpspomp.views.together import Warm, warm

_SHEETS = frozenset({"organisaties", "diensten", "landelijk"})


@dataclass(frozen=True, slots=True)
class SocialMap:
    """The social map. `steps` is the ladder of who helps, empty when the sheets do not tell."""

    letters: tuple[Group[Card], ...]
    kinds: tuple[Group[Card], ...]
    areas: tuple[Area, ...]
    steps: tuple[Step, ...]
    warm: Warm | None


def social_map(portal: Portal, shelf: Shelf) -> SocialMap:
    """Make the social map."""
    found = [card for card in shelf.cards if card.sheet in _SHEETS]
    return SocialMap(
        letters=by_letter(found),
        kinds=kinds(shelf),
        areas=areas(portal, shelf),
        steps=ladder(portal, shelf),
        warm=warm(portal, shelf),
    )


def kinds(shelf: Shelf) -> tuple[Group[Card], ...]:
    """Return the organisations by what they are."""
    found = [card for card in shelf.cards if card.sheet == "organisaties"]
    found.sort(key=lambda card: (plain(card.kind), plain(card.name), card.address))
    return grouped(found, lambda card: card.kind)
