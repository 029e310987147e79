"""Paper: posters, bookmarks and the sheet for the fridge as tagged PDF. Only here WeasyPrint is met.

Each piece is rendered by itself, so that it can be printed by itself, in as many processes as the
machine has cores. The same piece gives the same bytes: nothing in a PDF tells when it was made.

A text that does not fit never overflows: the piece is set again in small type and it is told.
Whether every code can be read back is proved by the tests, on the rasterised PDF; doing that at each
build would take a decoder that nobody at a village needs.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import quote

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from dorpspomp import assets
from dorpspomp.outputs import template
from dorpspomp.outputs.code import Codes
from dorpspomp.problem import Level, Problem
from dorpspomp.views import paper as views
from dorpspomp.views.emergency import emergencies
from dorpspomp.views.portal import Portal

TYPES = ("", "tight", "small")
"""The classes of a piece in ever smaller type; the last is told to the volunteer."""

FEW = 8
"""Up to so many pieces are made in this process: starting others would take longer."""

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """One PDF to be made: where, how many pages it may have, and its HTML in ever smaller type."""

    path: str
    style: str
    variants: tuple[str, ...]
    pages: int
    sheet: str = ""
    code: str = ""
    name: str = ""


def build(
    portal: Portal, output: Path, codes: Codes, told: Told = lambda text: None
) -> tuple[int, tuple[Problem, ...]]:
    """Write all paper into `output`; return how many pieces there are, and which texts did not fit."""
    made = tuple(pieces(portal, codes))
    problems = []
    for number, (piece, fits) in enumerate(_rendered(made, output), 1):
        told(f"Drukwerk {number} van {len(made)}")
        if not fits:
            problems.append(_too_long(piece))
    return len(made), tuple(problems)


def pieces(portal: Portal, codes: Codes) -> Iterator[Piece]:
    """Yield every piece of paper of a village."""
    setter = _setter(portal, codes)
    for poster in views.poster_views(portal):
        card = poster.card
        path = f"poster/{card.sheet}-{card.code}.pdf"
        yield setter("poster", path, poster, 1, sheet=card.sheet, code=card.code, name=card.name)
    for bookmark in views.bookmark_views(portal):
        path = f"boekenlegger/{bookmark.code}.pdf"
        yield setter("bookmark", path, bookmark, 2, sheet="drukwerk", code=bookmark.code, name=bookmark.title)
    yield setter("fridge", "koelkast.pdf", views.fridge_view(portal), 1)


def _setter(portal: Portal, codes: Codes) -> Callable[..., Piece]:
    """Return what fills in a template for a piece, in ordinary and in small type."""
    environment = template.environment(assets.folder("theme") / "print" / "templates")
    environment.globals.update(qr=codes.data_uri, drawing=drawing, size=type_size)
    shared = {
        "village": portal.settings,
        "sign": template.sign(portal),
        "colors": template.colors(portal),
        "emergencies": emergencies(portal.settings),
        "dated": views.dated(portal.today),
    }

    def filled(
        kind: str, path: str, view: object, pages: int, sheet: str = "", code: str = "", name: str = ""
    ) -> Piece:
        page = environment.get_template(f"{kind}.html")
        variants = tuple(page.render(shared, view=view, type=type) for type in TYPES)
        return Piece(path, kind, variants, pages, sheet, code, name)

    return filled


def _rendered(made: Sequence[Piece], output: Path) -> Iterator[tuple[Piece, bool]]:
    """Render all pieces, on every core when there are many."""
    for folder in sorted({(output / piece.path).parent for piece in made}):
        folder.mkdir(parents=True, exist_ok=True)
    write = partial(_write, str(output))
    if len(made) <= FEW:
        yield from zip(made, map(write, made), strict=True)
        return
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as workers:
        yield from zip(made, workers.map(write, made, chunksize=4), strict=True)


def _write(output: str, piece: Piece) -> bool:
    """Write one PDF in the largest type that fits, and tell whether the text was not too long."""
    for html in piece.variants:
        document = _document(html, piece.style)
        if len(document.pages) <= piece.pages:
            break
    identifier = hashlib.sha256(piece.variants[0].encode()).hexdigest()[:32].encode()
    document.write_pdf(Path(output) / piece.path, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return html is not piece.variants[-1]


def _document(html: str, style: str):  # type: ignore[no-untyped-def] # WeasyPrint has no types
    fonts, sheets = _styles(style)
    page = HTML(string=html, base_url=_folder().as_uri() + "/", url_fetcher=_fetcher())
    return page.render(font_config=fonts, stylesheets=list(sheets), pdf_variant="pdf/ua-1")


@cache
def _styles(style: str) -> tuple[FontConfiguration, tuple[CSS, ...]]:
    """Read the style sheets and fonts of a kind of piece once in each process."""
    fonts = FontConfiguration()
    names = ("print.css", f"{style}.css")
    return fonts, tuple(
        CSS(filename=_folder() / name, font_config=fonts, url_fetcher=_fetcher()) for name in names
    )


@cache
def _fetcher() -> URLFetcher:
    """Return what fetches fonts and pictures: from this disk and from the page itself, never a network."""
    return URLFetcher(allowed_protocols={"file", "data"})


def _folder() -> Path:
    return assets.folder("theme") / "print" / "static"


@cache
def drawing(name: str, color: str = "#fff") -> str:
    """Return an icon as an address for a background: on paper it is decoration, not content."""
    svg = template.icon_file(name).read_text("utf-8").strip().replace("currentColor", color)
    return "data:image/svg+xml," + quote(svg, safe="/:=()")


def type_size(text: str, largest: int, room: int) -> str:
    """Return a type size in points at which a text fills at most `room` letters of the largest size."""
    return f"{max(min(largest, largest * room / max(len(text), 1)), largest * 0.4):.1f}pt"


def _too_long(piece: Piece) -> Problem:
    return Problem(
        level=Level.NOTICE,
        sheet=piece.sheet,
        code=piece.code,
        name=piece.name,
        wrong="De tekst is te lang voor het papier en staat nu in kleine letters.",
        do="Maak de tekst in kort of wanneer korter.",
    )
