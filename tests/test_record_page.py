"""The page of one record: worth landing on from a printed code, on screen and on paper."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dorpspomp.reading import read_portal
from dorpspomp.views.shelf import shelf
from tests import village_files as files
from tests.conftest import NOW, TODAY, build_quickly

MOST = {
    "diensten": 10_240,
    "organisaties": 10_240,
    "landelijk": 10_240,
    # Its dates, what else there is that day, and four calendars to put it in.
    "activiteiten": 10_800,
    # A map, a week, and all that happens there.
    "plekken": 14_600,
}
"""Bytes of a record's page and its style sheet together, after gzip -9."""
COFFEE = "activiteiten/open-koffietafel/"


def records(built: Path) -> list[Path]:
    """Return the page of every record."""
    return [page for sheet in MOST for page in sorted((built / "site" / sheet).glob("*/index.html"))]


def test_every_record_page_is_light(built: Path) -> None:
    """A record is a page and one style sheet: two requests, and few bytes."""
    pages = records(built)
    loaded = {
        page: re.findall(
            r'<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"', page.read_text("utf-8")
        )
        for page in pages
    }
    heavy = {
        page.parent.name: size
        for page in pages
        if (size := weight(page) + weight(page.parent / loaded[page][0])) > MOST[page.parts[-3]]
    }

    assert len(pages) > 200
    assert {len(found) for found in loaded.values()} == {1}
    assert heavy == {}


def weight(path: Path) -> int:
    """Return the bytes of a file after gzip -9."""
    return len(gzip.compress(path.read_bytes(), 9))


def test_every_record_page_can_be_passed_on_and_corrected(built: Path) -> None:
    """Each page has a number, its short address, ways to pass it on, and whom to tell what is wrong."""
    for page in records(built):
        text = page.read_text("utf-8")
        assert '<a class="number__call" href="tel:' in text, page
        assert re.search(r"/q/\d{4}/</b>", text), page
        assert "https://wa.me/?text=" in text, page
        assert "mailto:?subject=" in text, page
        assert re.search(r"Klopt dit niet\?.*noem <b>nummer \d{4}</b>", text), page


AGES = {
    "never checked": ("diensten", None, ""),
    "the day of the second step": ("diensten", 240, "Gecontroleerd in maart 2026"),
    "the day after": ("diensten", 241, "In maart 2026 gecontroleerd; bel even of het nog klopt"),
    "past the first step, of which only volunteers hear": ("diensten", 200, "Gecontroleerd in mei 2026"),
    "a national service, at the second step": ("landelijk", 300, "Gecontroleerd in januari 2026"),
    "a national service, past the last": (
        "landelijk",
        366,
        "In november 2025 gecontroleerd; bel even of het",
    ),
}


@pytest.mark.parametrize(("sheet", "days", "says"), AGES.values(), ids=AGES)
def test_a_page_says_when_it_was_checked(tmp_path: Path, sheet: str, days: int | None, says: str) -> None:
    """Readers are asked to call first once the second step of `verouderd na` is past."""
    day = (TODAY - timedelta(days=days)).isoformat() if days is not None else ""
    rows = [
        [*files.SERVICES, "gecontroleerd op"],
        ["Hulp", "Hulp", "Wij helpen.", "gratis", "0490-01 23 45", day],
    ]
    sheets = {**files.SMALL, sheet: rows}
    cards = shelf(read_portal(files.write(tmp_path, sheets), TODAY).portal).cards

    found = next(card for card in cards if card.name == "Hulp" and card.sheet == sheet)
    assert found.checked.startswith(says)
    assert bool(found.checked) == bool(says)


@pytest.mark.parametrize(
    ("steps", "days", "is_stale"),
    [
        ("30", 31, True),
        ("30", 30, False),
        ("30; 60", 45, False),
        ("30; 60", 61, True),
        ("90; 30; 60", 61, True),
    ],
)
def test_a_village_sets_the_steps(tmp_path: Path, steps: str, days: int, is_stale: bool) -> None:
    """The second step counts, or the only one; their order in the cell does not matter."""
    rows = [
        [*files.SERVICES, "gecontroleerd op"],
        ["Hulp", "Hulp", "Wij helpen.", "", "", (TODAY - timedelta(days=days)).isoformat()],
    ]
    sheets = {"diensten": rows, "instellingen": [["naam", "waarde"], ["verouderd na", steps]]}
    cards = shelf(read_portal(files.write(tmp_path, sheets), TODAY).portal).cards
    assert cards[0].stale is is_stale


ACTIVITIES = ["naam", "rubriek", "kort", "wanneer", "plek", "kosten"]
PLACES = ["naam", "soort", "adres", "plaats"]
DAY = {
    "plekken": [
        PLACES,
        ["De Linde", "dorpshuis", "Plein 1", "Lindedorp"],
        ["De Kerk", "kerk", "Plein 2", "Lindedorp"],
        ["De Hal", "sporthal", "Weg 1", "Elders"],
    ],
    "activiteiten": [
        ACTIVITIES,
        ["Koffie", "Ontmoeten", "Koffie.", "elke dinsdag 10.00-11.00", "De Linde", "€ 1,50"],
        ["Sport", "Bewegen", "Sport.", "elke dinsdag 8.00-9.00", "De Hal", "gratis"],
        ["Stilte", "Zorg", "Stilte.", "elke dinsdag 9.00-10.00", "De Kerk", "gratis"],
        ["Kaarten", "Ontmoeten", "Kaarten.", "elke dinsdag 14.00-16.00", "De Linde", "gratis"],
        ["Markt", "Ontmoeten", "Markt.", "24 november 2026 9.00-12.00", "", "gratis"],
        ["Bingo", "Ontmoeten", "Bingo.", "elke dinsdag 19.00-21.00", "De Linde", "gratis"],
        ["Zang", "Ontmoeten", "Zang.", "elke woensdag 20.00-22.00", "De Linde", "gratis"],
    ],
    "uitzonderingen": [
        ["waarvan", "van", "tot en met", "wat", "reden"],
        ["Bingo", "2026-11-24", "2026-11-24", "gesloten", ""],
    ],
}


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the website of a village without settings, in which much happens on Tuesdays."""
    built = build_quickly(files.write(tmp_path_factory.mktemp("dag"), DAY), parts=("site",))
    assert built.release, built.problems
    return built.release.folder / "site"


def test_what_else_there_is_on_the_same_day(days: Path) -> None:
    """A page names what else is on its next day: what is nearest, by the clock; nothing cancelled."""
    page = (days / "activiteiten/koffie/index.html").read_text("utf-8")
    section = page.partition("Ook op")[2].partition("</section>")[0]

    assert section.startswith(" dinsdag 24 november<")
    assert re.findall(r'class="row h-event" data-code="([^"]+)"', section) == [
        "sport",
        "stilte",
        "markt",
        "kaarten",
    ]


def test_a_village_with_little_has_whole_pages(days: Path) -> None:
    """Without number, web address or mail the page leaves those parts out, and nothing is empty."""
    page = (days / "activiteiten/koffie/index.html").read_text("utf-8")

    for absent in ("Krijgt u niemand", "Kort adres", "Klopt dit niet", "tel:0490", "/q/"):
        assert absent not in page.partition("<main")[2].partition("<footer")[0], absent
    assert "https://wa.me/?text=Koffie" in page
    assert not re.search(
        r"<(p|h2|dd|ul|section)[^>]*>\s*</\1>", page.replace('<p class="pass__told" role="status"></p>', "")
    )


def test_an_amount_stays_on_one_line(built: Path, days: Path) -> None:
    """A hard space stands behind the euro sign wherever costs are shown."""
    assert "€\u00a01,50" in (days / "activiteiten/koffie/index.html").read_text("utf-8")
    for page in (built / "site" / "activiteiten").rglob("index.html"):
        facts = re.findall(r"<dt>Kosten</dt><dd>[^<]*", page.read_text("utf-8"))
        assert [fact for fact in facts if "€ " in fact] == []


class Named(HTMLParser):
    """Gathers where each name of a link leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, set[str]] = {}
        self._href, self._name = "", ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link; a label outweighs its words."""
        if tag == "a":
            self._href, self._name = dict(attrs).get("href") or "", ""

    def handle_data(self, data: str) -> None:
        """Gather the words of a link."""
        self._name += data

    def handle_endtag(self, tag: str) -> None:
        """Keep where the link led."""
        if tag == "a":
            self.found.setdefault(" ".join(self._name.split()), set()).add(self._href)


def test_links_of_one_name_lead_to_one_page(built: Path) -> None:
    """Records of the same name are told apart in the words of their links, wherever both are listed."""
    lists = [built / "site" / sheet / "index.html" for sheet in MOST]
    for page in [*records(built), *lists, *(built / "site" / "rubrieken").rglob("*.html")]:
        local = {
            name: {href for href in hrefs if not re.match(r"[a-z]+:", href)}
            for name, hrefs in Named(page.read_text("utf-8")).found.items()
        }
        assert {name: hrefs for name, hrefs in local.items() if len(hrefs) > 1} == {}, page


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", [COFFEE, "diensten/buur-met-tijd/", "plekken/dorpshuis-de-wilg/", "landelijk/112/"]
)
def test_on_paper_the_number_is_the_largest(browser: Browser, site_server: str, path: str) -> None:
    """Printed on A4, nothing is larger than the number, nothing is cut, and what is for a screen is gone."""
    page = browser.new_page(viewport={"width": 718, "height": 1000})  # A4 without its margins
    page.goto(f"{site_server}/{path}")
    page.emulate_media(media="print")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility() &&
            [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
            .map((e) => [parseFloat(getComputedStyle(e).fontSize), e.className,
                e.getBoundingClientRect().right])"""
    )
    largest = max(size for size, _, _ in sizes)

    assert {name for size, name, _ in sizes if size == largest} == {"number__call"}
    assert largest >= 44 * 96 / 72
    assert max(right for _, _, right in sizes) <= 718
    assert page.locator("nav:visible, button:visible, summary:visible, .pass a:visible").count() == 0
    assert page.locator(".pass__typed").is_visible()
    page.close()


@pytest.mark.browser
def test_on_a_screen_only_the_name_is_larger_than_the_number(browser: Browser, site_server: str) -> None:
    """The number is the loudest thing after the name; on larger screens it is in the first view."""
    for width, height in ((320, 640), (768, 1024), (1280, 900)):
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{site_server}/diensten/buur-met-tijd/")
        size, rest = page.evaluate(
            """() => { const size = (e) => parseFloat(getComputedStyle(e).fontSize);
                const number = document.querySelector(".record .number__call");
                const others = document.querySelectorAll("main h2, main p, main li");
                return [size(number), [...others].map(size)]; }"""
        )
        top = page.locator(".record .number__call").bounding_box()
        page.close()

        assert size >= max(rest)
        assert width < 768 or (top and top["y"] + top["height"] <= height)


@pytest.mark.browser
def test_what_the_day_is_stays_true(browser: Browser, site_server: str) -> None:
    """What else there is on a day is no longer shown when that day is over, also by a page of last week."""
    for later, is_shown in ((0, True), (7, False)):
        page = browser.new_context(timezone_id="Europe/Amsterdam").new_page()
        page.clock.install(time=NOW + timedelta(days=later))
        page.goto(f"{site_server}/{COFFEE}")
        assert page.get_by_role("heading", name="Ook op maandag 23 november").is_visible() is is_shown
        page.context.close()
