"""The leaflet about the start page: the address, who sets it for you, and the steps in short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dorpspomp.views.card import Number, number
from dorpspomp.views.kit import Help, kit
from dorpspomp.views.paper import BRIEF, cut
from dorpspomp.views.portal import Portal


@dataclass(frozen=True, slots=True)
class LeafletView:
    """The leaflet. `typed` is the portal's address as people type it, `qr` leads to the steps on the site.

    Paper goes out of date: of who helps it shows the usual hours, not the coming times.
    """

    typed: str
    qr: str
    help: Help
    number: Number | None


def leaflet_views(portal: Portal) -> Iterator[LeafletView]:
    """Yield the leaflet of a portal with a web address; without one there is nothing to type."""
    found = kit(portal)
    if found.typed:
        qr = f"{portal.settings.url.rstrip('/')}/startpagina/"
        yield LeafletView(found.typed, qr, found.help, number(None, None, portal.settings))


def shortened_leaflet(view: LeafletView) -> LeafletView:
    """Return the leaflet with its texts cut, for one that fits in no type size."""
    brief = replace(
        view.help,
        name=cut(view.help.name, BRIEF["name"]),
        hours=cut(view.help.hours, BRIEF["when"]),
        where=cut(view.help.where, BRIEF["title"]),
        costs=cut(view.help.costs, BRIEF["fact"]),
        sign_up=cut(view.help.sign_up, BRIEF["fact"]),
    )
    return replace(view, help=brief)
