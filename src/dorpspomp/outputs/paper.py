"""Paper: posters, bookmarks and the sheet for the fridge as tagged PDF. Only here WeasyPrint is met.

Each piece is rendered by itself, so that it can be printed by itself, in as many processes as the
machine has cores. The same piece gives the same bytes: nothing in a PDF tells when it was made.

A text that does not fit never overflows. The piece is set in ever smaller type, and at last with its
texts cut after a sentence; of both the volunteer is told. Whether every code can be read back is
proved by the tests, on the rasterised PDF: at each build it would take longer than making the paper,
and a decoder that nobody at a village needs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from dorpspomp import assets
from dorpspomp.outputs import template
from dorpspomp.outputs.code import Codes
from dorpspomp.outputs.press import spread
from dorpspomp.problem import Problem
from dorpspomp.views import overflow
from dorpspomp.views.bookmark import bookmark_views, shortened_bookmark
from dorpspomp.views.fridge import fridge_view, shortened_fridge
from dorpspomp.views.leaflet import leaflet_views, shortened_leaflet
from dorpspomp.views.paper import dated, report
from dorpspomp.views.portal import Portal
from dorpspomp.views.poster import poster_views, shortened_poster
from dorpspomp.views.style import house_style

TYPES = ("", "plain", "tight", "small")
"""The classes of a piece in ever smaller type; of the last the volunteer is told."""

FEW = 8
"""Up to so many pieces are made in this process: starting others would take longer."""

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """One PDF to be made: where, in which style, how many pages it may have, and its HTML.

    `brief` is the HTML with its texts cut. `problem` is told when the text was too long.
    """

    path: str
    style: str
    pages: int
    html: str
    brief: str
    problem: Problem

    @property
    def variants(self) -> tuple[str, ...]:
        """Return the page in ordinary and in ever smaller type, and then the same with its texts cut."""
        pages = (self.html, self.brief)
        return tuple(page.replace("<body>", f'<body class="{name}">', 1) for page in pages for name in TYPES)


def build(
    portal: Portal, output: Path, codes: Codes, told: Told = lambda text: None
) -> tuple[int, tuple[Problem, ...]]:
    """Write all paper into `output`; return how many pieces there are, and which texts did not fit."""
    made = tuple(pieces(portal, codes))
    problems = []
    for number, (piece, variant) in enumerate(_rendered(made, output), 1):
        told(f"Drukwerk {number} van {len(made)}")
        if variant >= len(TYPES) - 1:
            problems.append(_told(piece.problem, is_cut=variant >= len(TYPES)))
    return len(made), tuple(problems)


def pieces(portal: Portal, codes: Codes) -> Iterator[Piece]:
    """Yield every piece of paper of a village."""
    setter = _setter(portal, codes)
    for poster in poster_views(portal):
        path = f"poster/{poster.card.sheet}-{poster.card.code}.pdf"
        problem = overflow.of_poster(poster, portal)
        yield setter("poster", path, poster, shortened_poster(poster, portal), problem)
    for bookmark in bookmark_views(portal):
        path = f"boekenlegger/{bookmark.code or 'dorp'}.pdf"
        problem = overflow.of_bookmark(bookmark, portal)
        yield setter("bookmark", path, bookmark, shortened_bookmark(bookmark), problem, pages=2)
    fridge = fridge_view(portal)
    yield setter("fridge", "koelkast.pdf", fridge, shortened_fridge(fridge), overflow.of_fridge(fridge))
    for leaflet in leaflet_views(portal):
        problem = overflow.of_leaflet(leaflet, portal)
        yield setter(
            "leaflet", "folder/startpagina.pdf", leaflet, shortened_leaflet(leaflet), problem, pages=2
        )


def _setter(portal: Portal, codes: Codes) -> Callable[..., Piece]:
    """Return what fills in the template of a piece, whole and brief."""
    theme = assets.folder("theme")
    environment = template.environment(theme / "print" / "templates", theme / "templates")
    environment.globals.update(qr=codes.data_uri, modules=codes.modules, drawing=drawing, size=type_size)
    environment.globals["picture"] = partial(picture, colors=_inks(portal))
    shared = {
        "village": portal.settings,
        "sign": template.sign(portal),
        "colors": template.colors(portal),
        "dated": dated(portal.today),
        "report": report(portal.settings),
    }

    def filled(style: str, path: str, view: object, brief: object, problem: Problem, pages: int = 1) -> Piece:
        page = environment.get_template(f"{style}.html")
        whole, cut = (page.render(shared, view=shown) for shown in (view, brief))
        return Piece(path, style, pages, whole, cut, problem)

    return filled


def _rendered(made: Sequence[Piece], output: Path) -> Iterator[tuple[Piece, int]]:
    """Render all pieces, on every core when there are many; tell which variant of each did fit."""
    for folder in sorted({(output / piece.path).parent for piece in made}):
        folder.mkdir(parents=True, exist_ok=True)
    write = partial(_write, str(output))
    if len(made) <= FEW:
        yield from zip(made, map(write, made), strict=True)
        return
    yield from zip(made, spread(write, made), strict=True)


def _write(output: str, piece: Piece) -> int:
    """Write one PDF as its first variant that fits, and tell which that is; if none does, the last."""
    number, html, document = _fitting(piece)
    identifier = hashlib.sha256(html.encode()).hexdigest()[:32].encode()
    document.write_pdf(Path(output) / piece.path, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return number


def pdf(html: str) -> bytes:
    """Return a page with its own style as tagged PDF, in the letters of the print theme."""
    fonts = FontConfiguration()
    shared = CSS(filename=_folder() / "print.css", font_config=fonts, url_fetcher=Fetcher())
    page = HTML(string=html, base_url=_folder().as_uri() + "/", url_fetcher=Fetcher())
    identifier = hashlib.sha256(html.encode()).hexdigest()[:32].encode()
    made: bytes = page.write_pdf(
        font_config=fonts, stylesheets=[shared], pdf_variant="pdf/ua-1", pdf_identifier=identifier
    )
    return made


def _fitting(piece: Piece) -> tuple[int, str, Any]:
    *others, last = enumerate(piece.variants)
    for number, html in others:
        document = _document(html, piece.style)
        if _fits(document.pages, piece.pages):
            return number, html, document
    return *last, _document(last[1], piece.style)


def _fits(pages: Sequence[Any], expected: int) -> bool:
    """Tell whether there are as many pages as expected, and on each what grows ends above the foot."""
    return len(pages) == expected and all(_is_free(page.anchors, side) for side, page in enumerate(pages))


def _is_free(anchors: Mapping[str, Sequence[float]], side: int) -> bool:
    """Compare two marks of the template, #end-0 and #foot-0; one that is missing fell off the page."""
    end, foot = anchors.get(f"end-{side}"), anchors.get(f"foot-{side}")
    return bool(end and foot and end[1] <= foot[1])


def _document(html: str, style: str) -> Any:
    fonts, sheets = _styles(style)
    page = HTML(string=html, base_url=_folder().as_uri() + "/", url_fetcher=Fetcher())
    return page.render(font_config=fonts, stylesheets=list(sheets), pdf_variant="pdf/ua-1")


@cache
def _styles(style: str) -> tuple[FontConfiguration, tuple[CSS, ...]]:
    """Read the style sheets and fonts of a kind of piece once in each process."""
    fonts = FontConfiguration()
    names = ("print.css", f"{style}.css")
    return fonts, tuple(
        CSS(filename=_folder() / name, font_config=fonts, url_fetcher=Fetcher()) for name in names
    )


class Fetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Fetches what the print theme ships and what a page holds itself: no network, no other file."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        """Fetch a font or a drawing. Raises ValueError for anything else, which WeasyPrint leaves out."""
        if not url.startswith("data:") and not _is_ours(url):
            raise ValueError(f"not in the print theme: {url}")
        return super().fetch(url, headers)


def _is_ours(url: str) -> bool:
    parts = urlsplit(url)
    path = Path(url2pathname(unquote(parts.path))).resolve()
    return parts.scheme == "file" and not parts.netloc and path.is_relative_to(_folder().parent.resolve())


def _folder() -> Path:
    return assets.folder("theme") / "print" / "static"


@cache
def drawing(name: str, color: str = "#fff") -> str:
    """Return an icon as an address for a background: on paper it is decoration, not content."""
    svg = template.icon_file(name).read_text("utf-8").strip().replace("currentColor", color)
    return "data:image/svg+xml," + quote(svg, safe="/:=()")


def picture(svg: str, colors: Mapping[str, str]) -> str:
    """Return a drawing of the website as an address for a background, in the colours of the paper."""
    drawn = str(svg)  # the replacing of a Markup would escape what is put in
    for name, color in colors.items():
        drawn = drawn.replace(name, color)
    # A picture that stands by itself knows nothing of the page around it, nor of its letters.
    own = '<svg xmlns="http://www.w3.org/2000/svg" font-family="Overpass" '
    whole = drawn.strip().replace("<svg ", own, 1)
    return "data:image/svg+xml," + quote(whole, safe="/:=()")


def _inks(portal: Portal) -> Mapping[str, str]:
    """Return what the names of colours in a drawing are on paper."""
    style = house_style(portal.settings)
    colors = {"sign": style.sign, "sign-ink": style.sign_ink, "accent": style.accent}
    colors |= {"accent-ink": style.accent_ink, "line": "#b9b09c", "edge": "#746c5b", "card": "#ffffff"}
    return {f"var(--{name})": color for name, color in colors.items()} | {"currentColor": "#1b1a17"}


def type_size(
    text: str, largest: float, room: float, lines: int = 1, least: float = 0, unit: str = "pt"
) -> str:
    """Return a type size at which a text fits in so many lines.

    A line holds `room` letters of the largest size; one that breaks is on average three quarters full.
    The size is not under `least`; then a longer word is hyphenated.

    >>> type_size("Klussen", 64, 12, lines=2), type_size("Mantelzorgondersteuning", 64, 12, lines=2)
    ('64.00pt', '33.39pt')
    """
    if lines == 1:
        return f"{max(min(largest, largest * room / max(len(text), 1)), least):.2f}{unit}"
    by_length = max(largest * room * lines * 0.75 / max(len(text), 1), least)
    by_word = largest * room / max(map(len, text.split()), default=1)
    return f"{min(largest, by_length, max(by_word, least)):.2f}{unit}"


def _told(problem: Problem, *, is_cut: bool) -> Problem:
    how = "Een deel is weggelaten." if is_cut else "Hij staat er nu in kleine letters."
    return replace(problem, wrong=f"{problem.wrong} {how}")
