"""The style guide: every component in every state, judged as a page is."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from dorpspomp.outputs import guide
from dorpspomp.outputs.template import Frame
from dorpspomp.reading import read_portal
from dorpspomp.views.guide import schemes
from tests import village_files as files
from tests.conftest import REPOSITORY, TODAY, copy_example, serving
from tests.test_access import JUDGED
from tests.test_html import JUDGE, RULES

TEMPLATES = REPOSITORY / "theme" / "templates"

SETTINGS = (
    (320, "light", "none"),
    (320, "dark", "none"),
    (320, "light", "active"),
    (1280, "light", "none"),
    (1280, "dark", "none"),
    (1280, "light", "active"),
)
"""The widths and schemes of a reader's screen: width, scheme, forced colours."""

FORCED = "matchMedia('(forced-colors: active)').matches"

LOOK = """
() => {
  const shown = (element) => element.getClientRects().length > 0 && !element.closest("svg, .unseen");
  const told = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
  const inText = (element) => element.matches("p > a, li > a, p > b > a")
    && [...element.parentNode.childNodes].some(told) && getComputedStyle(element).display === "inline";
  const within = [...document.querySelectorAll(".example__frame *")].filter(shown);
  const said = (elements) => elements.map((element) => element.outerHTML.slice(0, 120));
  return {
    small: said(within.filter((element) => element.matches("a, button, input, summary") && !inText(element)
      && (element.closest("label") ?? element).getBoundingClientRect().height < 44)),
    fine: said(within.filter((element) => [...element.childNodes].some(told)
      && parseFloat(getComputedStyle(element).fontSize) < 18)),
    beyond: said([...document.querySelectorAll("body *")].filter((element) =>
      shown(element) && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)),
  };
}
"""
"""Drawings are looked at apart: what a map's numbers lead to stands in the list beside it."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the guide in the example's house style."""
    root = copy_example(tmp_path_factory.mktemp("guide") / "wilgenbroek")
    assert guide.main([str(root), str(TODAY)]) == 0
    return root / "build" / "guide"


@pytest.fixture(scope="module")
def address(made: Path) -> Iterator[str]:
    """Return the address of a server for the guide."""
    with serving(made) as base:
        yield f"{base}/"


@pytest.fixture(params=SETTINGS, ids=str)
def page(
    browser: Browser,
    address: str,
    request: pytest.FixtureRequest,
) -> Iterator[Page]:
    """Return the guide on each kind of screen."""
    width: int
    scheme: Literal["light", "dark"]
    forced: Literal["none", "active"]
    width, scheme, forced = request.param
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, forced_colors=forced
    )
    page.goto(address)
    yield page
    page.close()


def test_every_component_has_an_example(made: Path) -> None:
    """Beside each component stands a file with its states, which all come into the guide."""
    components = {path.name for path in (TEMPLATES / "components").glob("*.html")}
    examples = {path.name for path in (TEMPLATES / "examples").glob("*.html")}
    text = (made / "index.html").read_text("utf-8")

    assert examples == components
    assert [name for name in components if f'id="{Path(name).stem}"' not in text] == []
    assert all((TEMPLATES / "examples" / name).read_text("utf-8").count("example(") for name in examples)


def test_every_component_says_what_it_is_for() -> None:
    """A component begins with a comment, from which the guide takes its words."""
    found = {component.name: component.about for component in guide.components(TEMPLATES)}

    assert [name for name, about in found.items() if len(about.split()) < 4] == []


def test_the_guide_is_sound_html(made: Path, tmp_path: Path) -> None:
    """html-validate finds nothing, so every component is sound in every state."""
    told = tmp_path / "told.json"
    subprocess.run(
        [JUDGE, "--config", RULES, "--formatter", f"json={told}", made / "index.html"],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
    )

    found = json.loads(told.read_text("utf-8"))
    assert [f"{m['line']} {m['ruleId']}: {m['message']}" for p in found for m in p["messages"]] == []


@pytest.mark.browser
def test_no_barrier_is_found(page: Page, axe_source: str) -> None:
    """axe-core finds nothing on any component, in any state, on any screen."""
    page.evaluate(axe_source)
    # A page has one search box and one list of letters; the guide shows their states beside each other.
    # Of a button in forced colours axe reads our letters on the reader's own background, which nobody sees.
    off = ["landmark-unique", *(["color-contrast"] if page.evaluate(FORCED) else [])]
    options = {"runOnly": JUDGED, "rules": {rule: {"enabled": False} for rule in off}}
    found = page.evaluate("options => axe.run(document, options)", options)

    assert [(v["id"], n["html"][:160]) for v in found["violations"] for n in v["nodes"]] == []


@pytest.mark.browser
def test_everything_fits_and_is_large_enough(page: Page) -> None:
    """Nothing runs sideways, what stands alone to be pressed is 44 pixels high, no text is under 18."""
    assert page.evaluate(LOOK) == {"small": [], "fine": [], "beyond": []}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_can_be_read(scheme: str) -> None:
    """In the example's colours text has 7 to 1 and edges have 3 to 1."""
    stylesheet = "".join(Frame(read_portal(REPOSITORY, TODAY).portal).stylesheets.values())

    assert [pair for pair in schemes(stylesheet)[scheme] if pair.ratio < pair.least] == []


def test_a_colour_that_is_too_faint_is_told(tmp_path: Path) -> None:
    """The guide is made for any village, without number, map or agenda, and says what is hard to read."""
    root = files.write(
        tmp_path, {"instellingen": [["naam", "waarde"], ["portaal", "Punt"], ["kleur", "#808080"]]}
    )
    assert guide.main([str(root), str(TODAY)]) == 0

    assert "too low" in (root / "build" / "guide" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("words", [(), (".",), (".", "vandaag")])
def test_wrong_use_is_told_in_one_line(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Without a village and a day it says how it is used."""
    assert guide.main(words) == 2
    assert capsys.readouterr().err.count("\n") == 1
