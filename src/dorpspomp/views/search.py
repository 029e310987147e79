"""The search index: every public record as a line that a small script can look through."""

from __future__ import annotations

from collections.abc import Mapping

from dorpspomp.model import Activity, Organization, Service
from dorpspomp.views.card import Card
from dorpspomp.views.dutch import plain
from dorpspomp.views.portal import Findable, Portal
from dorpspomp.views.shelf import shelf


def search_index(portal: Portal) -> Mapping[str, object]:
    """Return the index: `cards` to show and, for each, the words it is found by; and `synonyms`.

    A card is `[address, name, kind, text, phone shown, phone dialled, urgent, words]`.
    """
    made = shelf(portal)
    return {
        "cards": [_line(record, made.by_address[record.address], portal) for record in portal.findable],
        "synonyms": {plain(s.name): [plain(word) for word in s.means] for s in portal.register.synonyms},
    }


def _line(record: Findable, card: Card, portal: Portal) -> list[object]:
    phone = card.number.phone if card.number else None
    shown, dial = (phone.shown, phone.dial) if phone else ("", "")
    return [
        card.address,
        card.name,
        card.kind,
        card.text,
        shown,
        dial,
        int(card.urgent),
        _words(record, card, portal),
    ]


def _words(record: Findable, card: Card, portal: Portal) -> str:
    """Return the folded words of a record that its card does not show already."""
    tile = portal.tile(card.tile)
    parts = [card.where, card.area, *(tile.words if tile else ()), tile.name if tile else ""]
    if isinstance(record, Service | Activity | Organization):
        parts += record.keywords
    if isinstance(record, Service):
        parts += record.examples
    return " ".join(dict.fromkeys(plain(" ".join(parts)).split()))
