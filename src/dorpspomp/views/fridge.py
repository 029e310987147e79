"""The sheet for the fridge: the central number, the most used ones, and emergencies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dorpspomp.views.card import Card, Number, number
from dorpspomp.views.emergency import Emergency, emergencies
from dorpspomp.views.paper import BRIEF, USED, cut, own_numbers
from dorpspomp.views.portal import Portal, typed
from dorpspomp.views.shelf import shelf

URGENT = 8
"""How many emergency numbers fit on the sheet for the fridge in any case."""


@dataclass(frozen=True, slots=True)
class FridgeView:
    """The sheet for the fridge: the central number, the five most used, emergencies, and whom to tell."""

    number: Number | None
    cards: tuple[Card, ...]
    emergencies: tuple[Emergency, ...]
    safety: str
    place: str
    typed: str


def fridge_view(portal: Portal) -> FridgeView:
    """Return the sheet for the fridge.

    Its numbers are those that the volunteer chose (`drukwerk`, a row about the fridge); without such a
    row the highlighted services come first, then the others with a number of their own.
    """
    made = shelf(portal)
    place = portal.place(portal.settings.place)
    orders = [order for order in portal.register.print_orders if "koelkast" in order.kind]
    chosen = [made.by_address[a] for order in orders[:1] for a in order.over if a in made.by_address]
    cards = [card for card in chosen if card.number] or own_numbers(portal, made)
    return FridgeView(
        number(None, None, portal.settings),
        tuple(cards[:USED]),
        emergencies(portal.settings),
        portal.settings.report_line,
        place.name if place else "",
        typed(portal.settings.url),
    )


def shortened_fridge(view: FridgeView) -> FridgeView:
    """Return the sheet with fewer numbers and its texts cut, for one that fits in no type size."""
    urgent = view.emergencies[:URGENT]
    return replace(
        view,
        cards=tuple(replace(card, name=cut(card.name, BRIEF["title"])) for card in view.cards[: USED - 2]),
        emergencies=tuple(replace(one, text=cut(one.text, BRIEF["title"])) for one in urgent),
        safety=cut(view.safety, BRIEF["text"]),
        place=cut(view.place, BRIEF["title"]),
    )
