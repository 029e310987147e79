"""Every task of the website can be done with the keys alone, and one sees where one is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

MOST = 400
"""How many times somebody would press Tab."""

Step = tuple[str, str]
"""A key to press once the reader stands on what the selector names, or `type` and what is typed."""

TASKS: dict[str, tuple[str, tuple[Step, ...], str]] = {
    "skip the menu": ("diensten/", ((".skip", "Enter"),), "main:target"),
    "ring the number": ("", ((".number__call", ""),), ".number__call:focus"),
    "search": ("", (("[type=search]", "type koffie"), ("[type=search]", "Enter")), "#gevonden .card"),
    "a subject, a record": (
        "",
        ((".tiles a", "Enter"), (".card__name a", "Enter")),
        "article.record",
    ),
    "what is free": ("agenda/", (("#gratis", "Space"),), "#gratis:checked"),
    "a week of the agenda": ("agenda/", ((".weeks a", "Enter"),), "section.day:target"),
    "into a calendar": ("{activity}", (("summary", "Enter"),), "details[open] a[href^='webcal']"),
    "a letter of the list": ("diensten/", ((".az a", "Enter"),), "section:target"),
    "pick for another": (
        "voor-een-ander/",
        (("summary", "Enter"), (".picks__group input", "Space"), ("button[data-code]", "Enter")),
        ".picks__code:not([hidden])",
    ),
    "how to set the page": ("startpagina/", (("nav a[href^='#']", "Enter"),), "section:target"),
    "English": ("", (("a[hreflang=en]", "Enter"),), "html[lang=en]"),
    "what is urgent": ("", ((".urgent a", ""),), ".urgent a:focus"),
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a window at ten on the fixed Sunday."""
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    opened = context.new_page()
    opened.clock.install(time=datetime(2026, 11, 22, 10, 0))
    yield opened
    context.close()


@pytest.mark.parametrize("task", TASKS)
def test_by_keys_alone(page: Page, site_server: str, task: str) -> None:
    """What a reader does with a mouse, a reader does with Tab, Enter and the space bar."""
    path, steps, end = TASKS[task]
    page.goto(f"{site_server}/{path.format(activity='activiteiten/open-koffietafel/')}")
    for selector, key in steps:
        go_to(page, selector)
        assert is_seen(page), f"no focus ring on {selector}"
        if key.startswith("type "):
            page.keyboard.type(key.removeprefix("type "))
        elif key == "Enter" and leads_on(page):
            with page.expect_navigation():
                page.keyboard.press(key)
        elif key:
            page.keyboard.press(key)

    expect(page.locator(end).first).to_be_attached()


def go_to(page: Page, selector: str) -> None:
    """Press Tab until the reader stands on the first thing that the selector names."""
    for _ in range(MOST):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{MOST} times Tab does not lead to {selector}")


def leads_on(page: Page) -> bool:
    """Tell whether what has the focus leads to another page."""
    return bool(
        page.evaluate(
            "() => document.activeElement.matches('[type=search]') ||"
            " (document.activeElement.pathname ?? location.pathname) !== location.pathname"
        )
    )


def is_seen(page: Page) -> bool:
    """Tell whether what has the focus shows it, and stands in sight."""
    return bool(
        page.evaluate(
            """() => {
              const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
              const box = document.activeElement.getBoundingClientRect();
              return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 &&
                box.bottom > 0 && box.top < innerHeight && box.width > 0;
            }"""
        )
    )


def test_no_key_is_a_trap(page: Page, site_server: str) -> None:
    """Tab goes through the whole start page to its end, in the order of the text."""
    page.goto(f"{site_server}/")
    places: list[int] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        at = page.evaluate("() => [...document.querySelectorAll('*')].indexOf(document.activeElement)")
        if at in places or page.evaluate("document.activeElement === document.body"):
            break
        places.append(at)

    assert places == sorted(places)
    assert page.evaluate("n => document.querySelectorAll('*')[n].closest('.urgent') !== null", places[-1])
