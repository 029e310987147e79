"""The codes that the browser draws itself, read back by a decoder that knows nothing of ours."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import cycle, islice

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MOST = 213
"""Bytes in the largest code (version 10, level M)."""
DOT = 3


@pytest.fixture(scope="module")
def page(browser: Browser, site_server: str) -> Iterator[Page]:
    """Return a window that has the script."""
    page = browser.new_page(viewport={"width": 700, "height": 700})
    page.goto(f"{site_server}/voor-een-ander/")
    page.evaluate("import('/theme/qr.js').then((qr) => { window.qr = qr; })")
    page.wait_for_function("window.qr")
    yield page
    page.close()


def decoded(rows: list[list[bool]]) -> str:
    """Draw the modules with their quiet zone, and read them."""
    size = len(rows) + 8
    picture = Image.new("L", (size, size), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if dark else 255)
    found = zxingcpp.read_barcodes(picture.resize((size * DOT, size * DOT), Image.Resampling.NEAREST))
    return found[0].text if found else ""


def texts() -> list[str]:
    """Return a text of every length that fits, as addresses are, and two with letters of two bytes."""
    address = "https://wilgenbroek.example/voor-een-ander/#"
    plain = [(address + "".join(islice(cycle("4821."), n)))[:n] for n in range(1, MOST + 1)]
    return [*plain, "Café Zeeë", "é" * (MOST // 2)]


def test_every_length_can_be_read_back(page: Page) -> None:
    """Each text from one byte to the most is read back letter for letter, in all ten versions."""
    asked = texts()
    drawn = page.evaluate("(texts) => texts.map(window.qr.modules)", asked)

    assert {len(rows) for rows in drawn} == {17 + 4 * version for version in range(1, 11)}
    assert [text for text, rows in zip(asked, drawn, strict=True) if decoded(rows) != text] == []


def test_what_does_not_fit_is_not_drawn(page: Page) -> None:
    """A text of one byte too many gives nothing, rather than a code that leads elsewhere."""
    assert page.evaluate("(text) => window.qr.modules(text) === undefined", "x" * (MOST + 1))


@pytest.mark.parametrize("count", [1, 3, 12, 33])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_on_the_page_is_read(browser: Browser, site_server: str, count: int, scheme: str) -> None:
    """A camera reads the code off the screen, also on a dark page: it opens the same list."""
    page = browser.new_page(
        viewport={"width": 320, "height": 900}, device_scale_factor=2, color_scheme=scheme
    )  # type: ignore[arg-type]
    page.goto(f"{site_server}/voor-een-ander/")
    codes = page.evaluate("[...document.querySelectorAll('.pick')].map((pick) => pick.id.slice(1))")[:count]
    page.goto(f"{site_server}/voor-een-ander/#n{'.'.join(codes)}")
    page.reload()
    page.get_by_role("button", name="Zet het op een telefoon").click()
    page.wait_for_selector(".picks__code path[d]", state="attached")
    shot = Image.open(io.BytesIO(page.locator(".picks__code svg").screenshot()))
    page.close()

    found = zxingcpp.read_barcodes(shot)
    assert [code.text for code in found] == [
        f"https://wilgenbroek.example/voor-een-ander/#n{'.'.join(codes)}"
    ]
