"""The pages that gather: start, tile, agenda, social map, board and the rest.

Each view is a frozen dataclass that a template shows without further thought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from dorpspomp.model import Article, Link, Notice, Platform, Referral, Tile
from dorpspomp.views.agenda import Day, agenda
from dorpspomp.views.calendar import Subscription, subscription
from dorpspomp.views.card import Card, Fact
from dorpspomp.views.dutch import first_letter, long_date, plain
from dorpspomp.views.opening import HORIZON
from dorpspomp.views.portal import Portal
from dorpspomp.views.shelf import Shelf
from dorpspomp.views.week import Weekday, week

T = TypeVar("T")

WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class TileView:
    """A tile and what is under it. `count` tells how many cards."""

    tile: Tile
    count: int
    cards: tuple[Card, ...] = ()
    further: tuple[Card, ...] = ()
    referrals: tuple[ReferralView, ...] = ()
    notices: tuple[NoticeView, ...] = ()
    week: tuple[Weekday, ...] = ()
    calendar: Subscription | None = None


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A card of the board, with its dates in words and its tile's name and icon."""

    notice: Notice
    tile: str
    icon: str
    until: str


@dataclass(frozen=True, slots=True)
class ReferralView:
    """A situation, the first step and who to turn to.

    `is_theirs` tells whether the number is the organisation's: 112 is nobody's.
    """

    referral: Referral
    organization: str
    address: str
    is_theirs: bool = True


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Things under one heading."""

    name: str
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartView:
    """The start page. `days` is the coming week; `news` and notices are the newest few."""

    days: tuple[Day, ...]
    tiles: tuple[TileView, ...]
    highlighted: tuple[Card, ...]
    links: tuple[Group[Link], ...]
    questions: tuple[NoticeView, ...]
    offers: tuple[NoticeView, ...]
    news: tuple[Article, ...]
    stories: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class NeedView:
    """One need: the recommended platform, and the others that are in use."""

    need: str
    preferred: Platform | None
    others: tuple[Platform, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
    """The board: what is asked and what is offered."""

    questions: tuple[NoticeView, ...]
    offers: tuple[NoticeView, ...]


def start_view(portal: Portal, shelf: Shelf) -> StartView:
    """Make the start page."""
    register = portal.register
    board = board_view(portal)
    return StartView(
        days=agenda(portal, portal.today, portal.today + WEEK),
        tiles=tuple(TileView(t, len(shelf.by_tile.get(t.code, ()))) for t in top_tiles(portal)),
        highlighted=of_the_day([card for card in shelf.cards if card.highlighted], portal.today),
        links=link_groups(register.links),
        questions=board.questions[:3],
        offers=board.offers[:3],
        news=register.news[:4],
        stories=register.stories[:2],
    )


def of_the_day(cards: Sequence[Card], today: date, most: int = 3) -> tuple[Card, ...]:
    """Return at most so many cards; each day begins a little further on, so that all have their turn."""
    if len(cards) <= most:
        return tuple(cards)
    first = today.toordinal() * most % len(cards)
    return tuple((*cards, *cards)[first : first + most])


def top_tiles(portal: Portal) -> tuple[Tile, ...]:
    """Return the tiles of the start page: those without a parent, in their order."""
    return tuple(sorted((t for t in portal.register.tiles if not t.parent), key=lambda tile: tile.order))


def tile_view(tile: Tile, portal: Portal, shelf: Shelf) -> TileView:
    """Make the page of a tile: near cards first, further ones apart."""
    found = shelf.by_tile.get(tile.code, ())
    return TileView(
        tile,
        len(found),
        tuple(card for card in found if card.rank < 2),
        tuple(card for card in found if card.rank == 2),
        tuple(r for r in referral_views(portal) if r.referral.tile == tile.code),
        tuple(n for n in _notices(portal) if n.notice.tile == tile.code),
        week(portal, lambda activity: activity.tile == tile.code),
        subscription(tile.address, portal),
    )


def agenda_view(portal: Portal) -> tuple[Day, ...]:
    """Return the agenda of the coming sixty days."""
    return agenda(portal, portal.today, portal.today + HORIZON)


def board_view(portal: Portal) -> BoardView:
    """Make the board, newest first."""
    found = _notices(portal)
    return BoardView(
        tuple(n for n in found if n.notice.is_question),
        tuple(n for n in found if not n.notice.is_question),
    )


def _notices(portal: Portal) -> tuple[NoticeView, ...]:
    newest = sorted(portal.register.notices, key=lambda n: (n.placed_on, n.number), reverse=True)
    return tuple(_notice(notice, portal.tile(notice.tile)) for notice in newest)


def _notice(notice: Notice, tile: Tile | None) -> NoticeView:
    name, icon = (tile.name, tile.icon) if tile else ("", "")
    return NoticeView(notice, name, icon or "vraag", long_date(notice.valid_until))


def referral_views(portal: Portal) -> tuple[ReferralView, ...]:
    """Return the referral guide."""
    return tuple(_referral(referral, portal) for referral in portal.register.referrals)


def _referral(referral: Referral, portal: Portal) -> ReferralView:
    found = portal.organization(referral.organization)
    if found is None:
        return ReferralView(referral, referral.organization, "")
    numbers = [one.dial for one in (found.phone, referral.phone) if one]
    return ReferralView(referral, found.name, found.address, len(set(numbers)) < 2)


def platforms_view(portal: Portal) -> tuple[NeedView, ...]:
    """Return each need with its recommended platform first."""
    groups = grouped(portal.register.platforms, lambda platform: platform.need)
    return tuple(_need(group) for group in groups)


def _need(group: Group[Platform]) -> NeedView:
    preferred = next((platform for platform in group.items if platform.preferred), None)
    return NeedView(group.name, preferred, tuple(p for p in group.items if p is not preferred))


def by_letter(cards: Iterable[Card]) -> tuple[Group[Card], ...]:
    """Return cards in alphabetical order, under their letters."""
    ordered = sorted(cards, key=lambda card: (plain(card.name), card.address))
    return grouped(ordered, lambda card: first_letter(card.name))


def link_groups(links: Sequence[Link]) -> tuple[Group[Link], ...]:
    """Return the links under their headings, in the order of the sheet."""
    return grouped(sorted(links, key=lambda link: link.order), lambda link: link.group)


def example_groups(portal: Portal) -> tuple[Group[Fact], ...]:
    """Return sentences as people say them, under the tiles, each leading to a service."""
    facts: Mapping[str, list[Fact]] = {tile.code: [] for tile in portal.register.tiles}
    for service in portal.register.services:
        facts.get(service.tile, []).extend(
            Fact(service.name, text, service.address) for text in service.examples
        )
    tiles = sorted(portal.register.tiles, key=lambda tile: tile.order)
    return tuple(Group(t.question or t.name, tuple(facts[t.code])) for t in tiles if facts[t.code])


def grouped(items: Iterable[T], heading: Callable[[T], str]) -> tuple[Group[T], ...]:
    """Gather items under their headings, in the order in which the headings first appear."""
    found: dict[str, list[T]] = {}
    for item in items:
        found.setdefault(heading(item), []).append(item)
    return tuple(Group(name, tuple(group)) for name, group in found.items())
