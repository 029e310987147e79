"""The kiosk as plain files: what holds without opening a browser."""

from __future__ import annotations

import json
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from dorpspomp import assets
from dorpspomp.outputs.kiosk import KINDS, unlinked


class _Reader(HTMLParser):
    """Collects what a page links to, loads and carries."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.targets: list[str] = []
        self.records: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of one element."""
        found = {name: value or "" for name, value in attrs}
        if tag in {"a", "area", "form"}:
            self.links += [found[name] for name in ("href", "action") if name in found]
        elif "href" in found or "src" in found:
            self.loads += [found[name] for name in ("href", "src") if name in found]
        if "target" in found:
            self.targets.append(found["target"])
        if "data-code" in found:
            self.records.add((found.get("data-sheet", ""), found["data-code"]))


@cache
def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


@pytest.fixture
def kiosk(built: Path) -> Path:
    """Return the folder of the kiosk."""
    return (built / "kiosk").resolve()


def _pages(kiosk: Path) -> list[Path]:
    return sorted(kiosk.rglob("*.html"))


def _leads(page: Path, href: str) -> Path:
    path = unquote(urlsplit(href).path)
    return (page.parent / path).resolve() if path else page


def test_no_link_leaves_the_kiosk(kiosk: Path) -> None:
    """Rule 8: every link of every screen leads to a screen of the kiosk, by its file; none opens a window."""
    assert len(_pages(kiosk)) > 200
    for page in _pages(kiosk):
        read = _read(page)
        assert read.targets == []
        for href in read.links:
            assert not urlsplit(href).scheme, (page, href)
            assert not urlsplit(href).netloc, (page, href)
            there = _leads(page, href)
            assert there.is_relative_to(kiosk), (page, href)
            assert there.suffix == ".html", (page, href)
            assert there.is_file(), (page, href)


def test_nothing_is_loaded_from_elsewhere(kiosk: Path) -> None:
    """Everything a screen loads stands in its own folder."""
    for page in _pages(kiosk):
        for address in _read(page).loads:
            assert address == "data:," or _leads(page, address).is_file(), (page, address)
    assert "http" not in (kiosk / "stijl.css").read_text("utf-8")
    for font in ("overpass-latin-400-normal.woff2", "overpass-latin-700-normal.woff2"):
        assert (kiosk / "fonts" / font).is_file()


def test_every_record_is_at_most_three_steps_from_home(kiosk: Path, built: Path) -> None:
    """Rule 13: without script, three touches lead to every record; and all screens can be reached."""
    register = json.loads((built / "data" / "register.json").read_text("utf-8"))
    steps = _steps(kiosk)
    for sheet in ("diensten", "activiteiten", "organisaties", "plekken"):
        for record in register[sheet]:
            page = kiosk / record.get("sheet", sheet) / record["code"] / "index.html"
            assert steps.get(page, 99) <= 3, page
    for sheet in ("nieuws", "verhalen", "paginas"):
        for page in (kiosk / sheet).rglob("index.html"):
            assert steps.get(page, 99) <= 3, page


def _steps(kiosk: Path) -> dict[Path, int]:
    """Return for each screen how many touches it is from home."""
    found, edge = {kiosk / "index.html": 0}, [kiosk / "index.html"]
    while edge:
        page = edge.pop(0)
        for there in (_leads(page, href) for href in _read(page).links):
            if there not in found:
                found[there] = found[page] + 1
                edge.append(there)
    return found


def test_every_card_says_which_record_it_is(kiosk: Path) -> None:
    """Each record's own screen carries its sheet and code, and every code has its sheet."""
    for sheet in ("diensten", "activiteiten", "organisaties", "plekken", "landelijk"):
        for page in (kiosk / sheet).glob("*/index.html"):
            assert (sheet, page.parent.name) in _read(page).records
    for page in _pages(kiosk):
        assert all(sheet and code for sheet, code in _read(page).records), page


def test_every_kind_has_a_template() -> None:
    """Each kind of screen in KINDS has its template."""
    folder = assets.folder("kiosk") / "templates"
    assert [kind for kind in sorted(KINDS) if not (folder / f"{kind}.html").is_file()] == []


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Gewoon tekst.</p>", "<p>Gewoon tekst.</p>"),
        ('<a href="https://dorp.example/">onze site</a>', "onze site (dorp.example)"),
        ('<a href="https://dorp.example/a/b" rel="noopener">hier</a>', "hier (dorp.example/a/b)"),
        ('<a href="https://dorp.example">dorp.example</a>', "dorp.example"),
        ('<a href="mailto:hallo@dorp.example">mail ons</a>', "mail ons (hallo@dorp.example)"),
        ('<a href="tel:+31490010203">0490-01 02 03</a>', "0490-01 02 03"),
        ('<a href="tel:0490010203">bel ons</a>', "bel ons (0490010203)"),
        ('<a href="../diensten/klussendienst/">de klussendienst</a>', "de klussendienst"),
        ('<a href="#a">boven</a>', "boven"),
        ('<a href="https://d.example/?a=1&amp;b=2">zo</a>', "zo (d.example/?a=1&amp;b=2)"),
        ('<a title="x" href="https://d.example/"><b>vet</b></a>', "<b>vet</b> (d.example)"),
        (
            '<a\nhref="https://a.example/">een</a> en <a href="https://b.example/">twee</a>',
            "een (a.example) en twee (b.example)",
        ),
        ('<a name="x">zonder adres</a>', "zonder adres"),
    ],
)
def test_links_in_long_texts_become_words(html: str, shown: str) -> None:
    """Rule 8: a link in a long text becomes its words, and its address when that says more."""
    assert unlinked(html) == shown
