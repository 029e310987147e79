"""A list for a neighbour: chosen, kept in the open page only, printed large or handed over as a code."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from benchmarks import generate
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import village_files as files
from tests.conftest import build_quickly, serving

pytestmark = pytest.mark.browser

PATH = "voor-een-ander/"
MOST_BYTES = 120_000
"""Bytes of the page after gzip -9 for a village of a thousand records: it is opened seldom, and then used."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a fresh browser window."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="nl-NL")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site_server: str) -> Page:
    """Return the page on which one chooses."""
    page = context.new_page()
    page.goto(f"{site_server}/{PATH}")
    return page


def codes(page: Page, count: int) -> list[str]:
    """Return the numbers of the first records of the list."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.pick')].map((pick) => pick.id.slice(1))"
    )
    return found[:count]


def choose(page: Page, code: str) -> None:
    """Open the subject of a record and tick it."""
    page.evaluate("(code) => { document.getElementById(`n${code}`).closest('details').open = true; }", code)
    page.locator(f"#n{code} label").click()


def shown(page: Page) -> list[str]:
    """Return the numbers of the records that can be seen."""
    return [(pick.get_attribute("id") or "")[1:] for pick in page.locator(".pick:visible").all()]


def status(page: Page) -> str:
    """Return what the list says about itself."""
    return page.locator(".picks__list [role=status]").inner_text()


def test_choosing_counts_and_stands_behind_the_address(page: Page) -> None:
    """Each tick is told, and the address carries the list; starting anew empties both."""
    one, two = codes(page, 2)
    assert status(page) == "Er staat nog niets op."
    choose(page, one)
    assert (status(page), page.evaluate("location.hash")) == ("Er staat 1 vermelding op.", f"#n{one}")
    choose(page, two)
    assert (status(page), page.evaluate("location.hash")) == (
        "Er staan 2 vermeldingen op.",
        f"#n{one}.{two}",
    )
    page.get_by_role("button", name="Begin opnieuw").click()

    expect(page.locator(".picks__list [role=status]")).to_have_text("Er staat nog niets op.")
    assert page.evaluate("location.hash") == ""
    assert page.locator(".pick input:checked").count() == 0


def test_a_list_that_is_handed_over_shows_just_its_cards(
    context: BrowserContext, site_server: str, page: Page
) -> None:
    """Who opens the address sees what was chosen first, with its number to call, and may see the rest."""
    chosen = codes(page, 60)[::20]
    other = context.new_page()
    other.goto(f"{site_server}/{PATH}#n{'.'.join(chosen)}")

    assert shown(other) == chosen
    assert other.locator(".pick__call a:visible").count() == len(chosen)
    top = other.locator(".pick:visible").first.bounding_box()
    assert top and top["y"] < 640
    other.get_by_role("button", name="Kies er nog iets bij").click()
    assert len(shown(other)) > len(chosen)
    expect(other.locator("h1")).to_be_focused()


def test_what_is_gone_is_said(page: Page, site_server: str) -> None:
    """A number that is no longer there is left out, and the page says so; nonsense changes nothing."""
    (one,) = codes(page, 1)
    page.goto("about:blank")
    page.goto(f"{site_server}/{PATH}#n{one}.0000")
    assert status(page) == "Er staat 1 vermelding op. Wat er niet meer is, staat er niet bij."

    page.goto("about:blank")
    page.goto(f"{site_server}/{PATH}#<b>.x")
    assert status(page) == "Er staat nog niets op."


def test_from_a_record_and_on(page: Page, site_server: str) -> None:
    """A record joins the list, which goes along to the next record and back."""
    page.goto(f"{site_server}/activiteiten/open-koffietafel/")
    page.get_by_role("link", name="Neem mee voor een ander").click()
    first = page.evaluate("location.hash")
    assert re.fullmatch(r"#n\d{4}", first)
    expect(page.locator(".pick:visible")).to_have_count(1)

    page.get_by_role("link", name="Meer over Open koffietafel").click()
    page.locator(".line > a[href*='#n']").first.click()
    page.get_by_role("link", name="Neem mee voor een ander").click()

    assert re.fullmatch(rf"{first}\.\d{{4}}|#n\d{{4}}\.{first[2:]}", page.evaluate("location.hash"))
    expect(page.locator(".pick:visible")).to_have_count(2)


def test_the_way_back_keeps_the_list(page: Page) -> None:
    """Reading on and coming back with the browser's own button finds the list as it was."""
    one, two = codes(page, 2)
    choose(page, one)
    choose(page, two)
    page.locator(".pick__page a:visible").first.click()
    page.wait_for_selector(".record")
    page.go_back()

    expect(page.locator(".pick input:checked")).to_have_count(2)


def test_nothing_is_kept_or_sent(page: Page, context: BrowserContext, site_server: str) -> None:
    """Choosing, printing and showing a code store nothing and ask nobody but for our own script."""
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    choose(page, codes(page, 1)[0])
    page.get_by_role("button", name="Zet het op een telefoon").click()
    page.wait_for_selector(".picks__code path[d]", state="attached")

    assert [url for url in asked if "favicon" not in url] == [f"{site_server}/theme/qr.js"]
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases().then((found) => found.length)") == 0


def test_the_filter_finds_by_name_and_by_what_it_is(page: Page) -> None:
    """Typing shows what fits, opens its subjects and says how many; ticks are not lost by it."""
    choose(page, codes(page, 1)[0])
    page.get_by_label("Zoek in de lijst").fill("Koffie TAFEL")
    names = [pick.inner_text().lower() for pick in page.locator(".pick:visible label").all()]

    assert names and all("koffie" in name and "tafel" in name for name in names)
    assert page.locator("[data-found]").inner_text() == f"{len(names)} gevonden"
    page.get_by_label("Zoek in de lijst").fill("")
    assert page.locator(".pick input:checked").count() == 1


def test_a_long_list_has_no_code(page: Page, site_server: str) -> None:
    """More than fits in a code is said, with what to do instead."""
    page.goto(f"{site_server}/{PATH}#n{'.'.join(codes(page, 60))}")
    page.reload()
    page.get_by_role("button", name="Zet het op een telefoon").click()

    expect(page.get_by_text("te lang voor een code")).to_be_visible()
    expect(page.locator(".picks__code svg")).to_be_hidden()


@pytest.mark.parametrize("script", [True, False])
def test_the_sheet_holds_only_what_was_chosen(browser: Browser, site_server: str, script: bool) -> None:
    """On paper stand the chosen records and room for a name; also without script."""
    context = browser.new_context(viewport={"width": 718, "height": 1000}, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{site_server}/{PATH}")
    page.locator("summary").first.click()
    for label in page.locator(".picks__group").first.locator(".pick label").all()[:2]:
        label.click()
    page.emulate_media(media="print")

    expect(page.locator(".pick:visible")).to_have_count(2)
    expect(page.locator(".picks__for")).to_be_visible()
    for gone in ("h1", "summary", "button", ".intro", ".urgent", "input", ".foot"):
        assert page.locator(f"{gone}:visible").count() == 0, gone
    assert page.locator(".pick__call:visible").count() == 2
    context.close()


def test_the_letters_of_the_sheet_are_large(page: Page) -> None:
    """Names and numbers are largest; nothing of a record is smaller than 18 points."""
    choose(page, codes(page, 1)[0])
    page.emulate_media(media="print")
    sizes = page.evaluate(
        """(names) => Object.fromEntries(names.map((name) =>
            [name, parseFloat(getComputedStyle(document.querySelector(name)).fontSize) * 72 / 96]))""",
        [".pick__name", ".pick label .soft", ".pick__call a", ".picks__for", ".picks__end"],
    )
    assert min(sizes.values()) >= 18
    assert sizes[".pick__call a"] >= 30 > sizes[".pick__name"] >= 24


def test_by_keyboard_only(page: Page) -> None:
    """A subject opens, a record is ticked and the list is shown with the keyboard alone."""
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert status(page) == "Er staat 1 vermelding op."
    page.get_by_role("button", name="Bekijk uw lijstje: 1").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".pick:visible")).to_have_count(1)


@pytest.mark.parametrize("size", [(320, 640), (320, 256)])
def test_nothing_runs_sideways_or_covers(
    context: BrowserContext, site_server: str, page: Page, size: tuple[int, int]
) -> None:
    """On a phone and at 400 % zoom nothing runs off the screen, all opened; targets are 44 pixels."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{site_server}/{PATH}#n{'.'.join(codes(page, 3))}")
    page.reload()
    page.get_by_role("button", name="Zet het op een telefoon").click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    assert page.evaluate("document.documentElement.scrollWidth <= 320")
    heights = page.evaluate(
        """() => [...document.querySelectorAll(".picks :is(summary, label, button, .pick__more a)")]
            .filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().height)"""
    )
    assert min(heights) >= 44


@pytest.mark.parametrize("colors", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("chosen", [0, 3])
def test_no_barrier_is_found(
    browser: Browser,
    site_server: str,
    axe_source: str,
    colors: Literal["none", "active"],
    scheme: Literal["light", "dark"],
    chosen: int,
) -> None:
    """axe-core finds nothing, with and without a list, in every scheme."""
    context = browser.new_context(
        viewport={"width": 320, "height": 800},
        color_scheme=scheme,
        forced_colors=colors,
    )
    page = context.new_page()
    page.goto(f"{site_server}/{PATH}")
    for code in codes(page, chosen):
        choose(page, code)
    page.evaluate(axe_source)
    found = page.evaluate("axe.run(document)")
    context.close()

    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"]] == []


def test_a_village_of_a_thousand_records(tmp_path: Path, browser: Browser) -> None:
    """A thousand records stay a page that opens and answers: subjects are closed, and it is not too heavy."""
    generate.write(tmp_path / "thousand", generate.village(1000))
    built = build_quickly(tmp_path / "thousand", parts=("site",))
    assert built.release, built.problems
    site = built.release.folder / "site"
    assert len(gzip.compress((site / PATH / "index.html").read_bytes(), 9)) <= MOST_BYTES

    with serving(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/{PATH}")
        assert page.locator(".pick").count() >= 900
        assert page.locator(".pick:visible").count() == 0
        last = (page.locator(".pick").last.get_attribute("id") or "")[1:]
        choose(page, last)
        assert status(page) == "Er staat 1 vermelding op."
        page.close()


LITTLE = {
    "without a web address there is no code": (
        {"instellingen": [["naam", "waarde"], ["centraal nummer", "0490-01 02 03"]]},
        "Zet het op een telefoon",
    ),
    "without a number nobody is to be rung": ({}, "Liever overleggen?"),
}


@pytest.mark.parametrize(("more", "absent"), LITTLE.values(), ids=LITTLE)
def test_a_village_with_little(tmp_path: Path, more: files.Sheets, absent: str) -> None:
    """What a village does not have is left out; a short list stands open, under its letters or tiles."""
    built = build_quickly(files.write(tmp_path, {**files.SMALL, **more}), parts=("site",))
    assert built.release, built.problems
    text = (built.release.folder / "site" / PATH / "index.html").read_text("utf-8")

    assert absent not in text
    assert text.count('class="pick"') == 3
    assert "<details" in text and " open>" in text
