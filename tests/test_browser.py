"""The website in a real browser: what a villager does, with and without script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

KINDS = (
    "",
    "rubrieken/",
    "rubrieken/ontmoeten/",
    "diensten/",
    "agenda/",
    "week/",
    "agenda/abonneren/",
    "sociale-kaart/",
    "sociale-kaart/soort/",
    "sociale-kaart/gebied/wilgenbroek/",
    "plekken/",
    "cijfers/",
    "weekbericht/",
    "platforms/",
    "prikbord/",
    "doorverwijzen/",
    "meedoen/",
    "voorbeelden/",
    "voor-een-ander/",
    "zoeken/?q=heg",
    "startpagina/",
    "startpagina/beheer/",
    "nieuws/",
    "verhalen/",
    "paginas/privacy/",
    "404.html",
    "{diensten}",
    "{activiteiten}",
    "{organisaties}",
    "{plekken}",
    "{landelijk}",
    "{nieuws}",
)
"""One address of each kind of page; a sheet in braces stands for its first record."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a window whose clock stands at ten in the morning of the fixed Sunday."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="nl-NL", timezone_id="Europe/Amsterdam"
    )
    page = context.new_page()
    page.clock.install(time=datetime(2026, 11, 22, 10, 0))
    yield page
    context.close()


@pytest.fixture
def register(built: Path) -> dict[str, list[dict[str, str]]]:
    """Return the public register of the example."""
    found: dict[str, list[dict[str, str]]] = json.loads((built / "data" / "register.json").read_text("utf-8"))
    return found


def address(kind: str, register: dict[str, list[dict[str, str]]]) -> str:
    """Fill in the first record of a sheet."""
    services = register["diensten"]
    first = {
        name: records[0]["code"]
        for name, records in register.items()
        if name in {"activiteiten", "organisaties", "plekken", "nieuws"}
    }
    first["diensten"] = next(s["code"] for s in services if s["sheet"] == "diensten")
    first["landelijk"] = next(s["code"] for s in services if s["sheet"] == "landelijk")
    return kind if "{" not in kind else f"{kind[1:-1]}/{first[kind[1:-1]]}/"


def test_the_start_page_shows_number_tiles_and_today(page: Page, site_server: str) -> None:
    """The start page has the number to call, nine tiles and what happens today."""
    page.goto(f"{site_server}/")

    assert page.locator("a[href^='tel:']").first.is_visible()
    assert page.locator("nav[aria-label=Onderwerpen] .tile__count").count() == 9
    expect(page.get_by_role("heading", name="Vandaag")).to_be_visible()


def test_from_tile_to_number_in_three_steps(page: Page, site_server: str) -> None:
    """Tile, record, number: three steps, each with a link that is visible."""
    page.goto(f"{site_server}/")
    page.locator(".tiles a").first.click()
    page.locator(
        "[data-sheet=diensten] a[href*='diensten/'], [data-sheet=activiteiten] a[href*='activiteiten/']"
    ).first.click()

    expect(page.locator("main a[href^='tel:']").first).to_be_visible()


def test_search_finds_a_record(page: Page, site_server: str) -> None:
    """Typing words that people say shows the right card, and the address can be shared."""
    page.goto(f"{site_server}/")
    page.get_by_role("searchbox").first.fill("heg snoeien")
    page.get_by_role("searchbox").first.press("Enter")

    expect(page).to_have_url(f"{site_server}/zoeken/?q=heg+snoeien")
    expect(page.locator("main [data-code][data-sheet=diensten]").first).to_be_visible()


@pytest.mark.parametrize(("query", "code"), [("ambulance", "112"), ("ik wil niet meer leven", "113")])
def test_emergencies_come_first(page: Page, site_server: str, query: str, code: str) -> None:
    """A cry for help shows the right number above everything else."""
    page.goto(f"{site_server}/zoeken/?q={query}")

    first = page.locator("main [data-code][data-sheet]:visible").first
    expect(first).to_be_visible()
    assert code in (first.get_attribute("data-code") or "")


def test_nonsense_says_so_and_gives_the_number(page: Page, site_server: str) -> None:
    """A search that finds nothing says so and names the number to call."""
    page.goto(f"{site_server}/zoeken/?q=xqzwvkjh")

    expect(page.locator("main").get_by_text("niets gevonden", exact=False).first).to_be_visible()
    assert page.locator("main [data-code][data-sheet]:visible").count() == 0
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()


def test_without_script_everything_can_be_read(browser: Browser, site_server: str) -> None:
    """Without script the start page has its agenda with dates, and search lists everything A to Z."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_server}/")
    assert page.locator("time[datetime='2026-11-22']").first.is_visible()

    page.goto(f"{site_server}/zoeken/")
    assert page.locator("main a[href*='/diensten/'], main a[href*='../diensten/']").count() > 40
    context.close()


def test_what_is_past_vanishes_at_view_time(page: Page, site_server: str) -> None:
    """The agenda of a portal that is not rebuilt for ten days shows nothing that is past."""
    page.clock.set_fixed_time(datetime(2026, 12, 2, 12, 0))
    page.goto(f"{site_server}/agenda/")
    page.wait_for_load_state("networkidle")

    ends = page.locator("[data-ends]:visible").evaluate_all("found => found.map(e => e.dataset.ends)")
    assert ends
    assert min(ends) >= "2026-12-02T12:00"


def test_the_number_says_when_somebody_answers(page: Page, site_server: str) -> None:
    """The central number says "nu bereikbaar" within its hours and not outside them."""
    page.clock.set_fixed_time(datetime(2026, 11, 23, 10, 0))
    page.goto(f"{site_server}/")
    expect(page.locator(".number--big").get_by_text("Nu bereikbaar")).to_be_visible()

    page.clock.set_fixed_time(datetime(2026, 11, 23, 3, 0))
    page.reload()
    expect(page.locator(".number--big").get_by_text("Nu bereikbaar")).not_to_be_visible()


def test_nothing_is_kept_and_nobody_else_is_asked(page: Page, site_server: str) -> None:
    """A visit sets no cookie, stores nothing and sends no request to anybody else."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "agenda/", "zoeken/?q=koffie", "prikbord/"):
        page.goto(f"{site_server}/{path}")
        page.wait_for_load_state("networkidle")

    assert [url for url in asked if not url.startswith((site_server, "data:"))] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_targets_are_large_enough(page: Page, site_server: str) -> None:
    """Buttons, tiles and numbers are at least 44 pixels high on the smallest screen."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site_server}/")

    small = page.locator("a[href^='tel:'].number__call, .tiles a, button, input").evaluate_all(
        "found => found.filter(e => e.offsetParent && e.getBoundingClientRect().height < 44)"
        ".map(e => e.outerHTML.slice(0, 120))"
    )
    assert small == []
