"""No barrier on any kind of page: judged by axe-core, at every width, in every scheme."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.test_browser import KINDS, address

pytestmark = pytest.mark.browser

JUDGED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 768, 1280)
SCHEMES = (
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
)
LOOKS = tuple(product(WIDTHS, SCHEMES))

LEAST = 44
"""Pixels that a target is high, or wide and high when it holds a sign only (WCAG 2.2, 2.5.5)."""

SMALL = """least => [...document.querySelectorAll('a[href], button, input, select, summary, textarea')]
  .filter((e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
  .filter((e) => {
    const boxes = [e, ...(e.labels ?? [])].map((one) => one.getBoundingClientRect().height);
    const height = Math.max(...boxes);
    const inSentence = e.localName === 'a' && getComputedStyle(e).display === 'inline' &&
      [...e.parentNode.childNodes].some((n) => n.nodeType === 3 && /\\p{L}/u.test(n.data));
    return !e.closest('.unseen, .skip, svg') && !inSentence && height && height + 0.5 < least;
  })
  .map((e) => e.outerHTML.slice(0, 120))"""
"""Targets that are too small. A link in a sentence is as high as its line (2.5.5, inline)."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return one window for all that is judged here."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_barrier_is_found(page: Page, site_server: str, axe_source: str, built: Path, kind: str) -> None:
    """axe-core finds nothing on any kind of page, and nothing runs sideways or is too small to touch.

    320 pixels is also a screen of 1280 at 400 percent (WCAG 2.2, 1.4.10).
    """
    register = json.loads((built / "data" / "register.json").read_text("utf-8"))
    page.goto(f"{site_server}/{address(kind, register)}")
    page.evaluate(axe_source)

    found = {
        (width, *scheme.values()): wrong
        for width, scheme in LOOKS
        if (wrong := barriers(page, width, scheme))
    }
    assert found == {}


def barriers(page: Page, width: int, scheme: dict[str, Any]) -> list[Any]:
    """Return what is wrong at one width in one scheme."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(**scheme)
    # In forced colours the reader has chosen them, and axe-core does not know which.
    rules = {"color-contrast": {"enabled": scheme["forced_colors"] == "none"}}
    ruled = page.evaluate(
        "given => axe.run(document, given)",
        {"runOnly": JUDGED, "rules": rules, "resultTypes": ["violations"]},
    )
    wrong: list[Any] = [(v["id"], v["nodes"][0]["html"][:200]) for v in ruled["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        wrong.append("runs sideways")
    return wrong + page.evaluate(SMALL, LEAST)
