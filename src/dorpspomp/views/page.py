"""Every page of a portal: its address, its kind (the template) and what it shows.

Site and kiosk walk the same tuple of pages, so that what one has the other has too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dorpspomp.model import Article
from dorpspomp.views import lists
from dorpspomp.views.areas import areas
from dorpspomp.views.bulletin import bulletin
from dorpspomp.views.calendar import subscription
from dorpspomp.views.card import Card
from dorpspomp.views.dutch import count
from dorpspomp.views.figures import figures_view
from dorpspomp.views.kit import caretaker, kit
from dorpspomp.views.ladder import referrals_view
from dorpspomp.views.places import places_view
from dorpspomp.views.portal import Findable, Portal
from dorpspomp.views.record import record_view
from dorpspomp.views.selection import selection_view
from dorpspomp.views.shelf import Shelf, shelf
from dorpspomp.views.social import kinds, social_map
from dorpspomp.views.together import together_view
from dorpspomp.views.week import week


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `path` ends in a slash ("" is home); `kind` names the template; `view` is shown.

    `title` and `description` are what a search engine and a browser tab show.
    """

    path: str
    kind: str
    title: str
    view: object = None
    description: str = ""

    @property
    def is_named(self) -> bool:
        """Tell whether its title is the village's own: the name of a record, a tile or a text."""
        return self.kind in {"start", "record", "tile", "article", "area"}

    @property
    def is_indexed(self) -> bool:
        """Tell whether a search engine may keep it: not what only leads on, or says that it is gone."""
        return self.kind not in {"gone", "missing", "short"}

    @property
    def root(self) -> str:
        """Return the way back to the root, for links that work under any address."""
        return "../" * self.path.count("/") or "./"


@lru_cache(maxsize=2)
def pages(portal: Portal) -> tuple[Page, ...]:
    """Return every page, each address once."""
    made = shelf(portal)
    sources: tuple[Iterator[Page], ...] = (
        _fixed(portal, made),
        _caretaker(portal),
        _tiles(portal, made),
        (_record(record, portal, made) for record in portal.findable),
        _sheets(made),
        _apart(portal, made),
        _articles(portal),
        _gone(portal),
        _short(portal),
    )
    found: dict[str, Page] = {}
    for source in sources:
        for page in source:
            found.setdefault(page.path, page)
    return tuple(found.values())


View = Callable[[Portal, Shelf], object]

FIXED: tuple[tuple[str, str, str, View], ...] = (
    ("", "start", "", lists.start_view),
    ("agenda/", "agenda", "Agenda", lambda portal, shelf: lists.agenda_view(portal)),
    ("week/", "week", "Waar kunt u op welke dag terecht?", lambda portal, shelf: week(portal)),
    (
        "agenda/abonneren/",
        "subscribe",
        "Zet het in uw agenda",
        lambda portal, shelf: subscription("", portal),
    ),
    ("plekken/", "places", "Alle plekken", places_view),
    ("sociale-kaart/", "social_map", "Sociale kaart", social_map),
    (
        "platforms/",
        "platforms",
        "Welke app of site waarvoor?",
        lambda portal, shelf: lists.platforms_view(portal),
    ),
    ("prikbord/", "board", "Gevraagd en aangeboden", lambda portal, shelf: lists.board_view(portal)),
    (
        "doorverwijzen/",
        "referrals",
        "Wie kan waarmee helpen?",
        referrals_view,
    ),
    ("weekbericht/", "bulletin", "Het bericht van deze week", bulletin),
    ("meedoen/", "together", "Meedoen", together_view),
    (
        "voorbeelden/",
        "examples",
        "Ik weet niet precies wat ik zoek",
        lambda portal, shelf: lists.example_groups(portal),
    ),
    ("voor-een-ander/", "for_another", "Voor een ander", selection_view),
    ("zoeken/", "search", "Zoeken", lambda portal, shelf: lists.by_letter(shelf.cards)),
    ("startpagina/", "set_start", "Maak dit uw startpagina", lambda portal, shelf: kit(portal)),
)
"""The pages that every portal has: address, template, title, view."""


def _fixed(portal: Portal, shelf: Shelf) -> Iterator[Page]:
    for path, kind, title, view in FIXED:
        yield Page(path, kind, title or portal.settings.portal, view(portal, shelf), portal.settings.slogan)


def _caretaker(portal: Portal) -> Iterator[Page]:
    """Yield the page with policy files, which name the portal's web address."""
    if portal.settings.url:
        title = "De startpagina op computers die u beheert"
        yield Page("startpagina/beheer/", "caretaker", title, caretaker(portal))


def _tiles(portal: Portal, shelf: Shelf) -> Iterator[Page]:
    for tile in portal.register.tiles:
        title = tile.question or tile.name
        yield Page(tile.address, "tile", title, lists.tile_view(tile, portal, shelf), tile.explanation)
    yield Page("rubrieken/", "tiles", "Waar bent u naar op zoek?", lists.start_view(portal, shelf).tiles)


def _record(record: Findable, portal: Portal, shelf: Shelf) -> Page:
    view = record_view(record, portal, shelf)
    return Page(record.address, "record", record.name, view, view.card.text)


SHEETS = {
    "diensten": "Alle diensten",
    "activiteiten": "Alle activiteiten",
    "organisaties": "Alle organisaties",
    "landelijk": "Landelijke diensten",
}
"""The title of the page that lists a whole sheet."""


def _sheets(shelf: Shelf) -> Iterator[Page]:
    for sheet, title in SHEETS.items():
        found = tuple(card for card in shelf.cards if card.sheet == sheet)
        yield Page(f"{sheet}/", "list", title, lists.by_letter(found), _how_many(found))


def _apart(portal: Portal, shelf: Shelf) -> Iterator[Page]:
    """Yield what there is in each area, organisations by kind, and the figures where there are any."""
    for area in areas(portal, shelf):
        yield Page(area.path, "area", area.name, area, _how_many(area.cards))
    yield Page("sociale-kaart/soort/", "kinds", "Organisaties per soort", kinds(shelf))
    if portal.register.counts:
        yield Page("cijfers/", "figures", "Cijfers", figures_view(portal))


def _how_many(cards: tuple[Card, ...]) -> str:
    return f"Hier staan {count(len(cards), 'vermelding', 'vermeldingen')}, op alfabet."


def _articles(portal: Portal) -> Iterator[Page]:
    register = portal.register
    for sheet, title, found in (
        ("nieuws", "Nieuws", register.news),
        ("verhalen", "Verhalen", register.stories),
    ):
        yield Page(f"{sheet}/", "news", title, found)
        yield from (_article(article) for article in found)
    yield from (_article(article) for article in register.pages)


def _article(article: Article) -> Page:
    return Page(article.address, "article", article.name, article, article.summary)


def _gone(portal: Portal) -> Iterator[Page]:
    for gone in portal.register.gone:
        yield Page(gone.address, "gone", "Deze vermelding is er niet meer", gone)


def _short(portal: Portal) -> Iterator[Page]:
    """Yield the short addresses that stand on paper; each leads to the page it was printed for."""
    for address, short in portal.register.shorts.items():
        yield Page(f"q/{short}/", "short", "U wordt doorgestuurd", address)
    for gone in portal.register.gone:
        if gone.short:
            yield Page(f"q/{gone.short}/", "short", "U wordt doorgestuurd", gone.address)
