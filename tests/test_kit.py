"""The start-page kit: who helps and when, the reader's own browser first, and files for many computers."""

from __future__ import annotations

import json
import plistlib
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dorpspomp.views.policy import FILES
from tests.conftest import build_quickly, serving
from tests.village_files import SMALL, Rows, Sheets, read, said, write

URL = "https://beek.example/dorp/"
NAME = 'De "Pomp" van C:\\Łinde'
SETTINGS: Rows = [
    ["naam", "waarde"],
    ["naam portaal", NAME],
    ["dorp", "Lindedorp"],
    ["centraal nummer", "0490-01 02 03"],
    ["bereikbaar", "ma-vr 9.00-12.00"],
    ["plek", "De Linde"],
    ["webadres", URL],
    ["meldpunt", "0490-01 02 44"],
]
SERVICES: Rows = [
    ["naam", "rubriek", "kort", "kosten", "telefoon", "bereikbaar", "plek", "openingstijden", "aanmelden"],
    ["Computerhulp", "Hulp", "Wij helpen.", "gratis", "0490-01 23 45", "di 9-12", "De Leeshoek",
     "wo 13.30-16.30", "loop binnen"],
]  # fmt: skip
ACTIVITIES: Rows = [
    ["naam", "rubriek", "wanneer", "startpunt"],
    ["Inloop", "Hulp", "elke donderdag 10.00-11.00", "Bij de bron"],
]
CLOSED: Rows = [
    ["waarvan", "van", "tot en met", "wat", "reden"],
    ["Computerhulp", "25-11-2026", "25-11-2026", "gesloten", "ziek"],
]


def village(**extra: str) -> Sheets:
    """Return a small village; each extra is a setting."""
    settings = [*SETTINGS, *([name.replace("_", " "), value] for name, value in extra.items())]
    return {
        "instellingen": settings,
        "diensten": SERVICES,
        "activiteiten": ACTIVITIES,
        "uitzonderingen": CLOSED,
    }


def site(root: Path, sheets: Sheets) -> Path:
    """Build a website."""
    release = build_quickly(write(root, sheets), parts=("site",)).release
    assert release is not None
    return release.folder / "site"


@pytest.fixture(scope="module")
def built_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a website whose settings name a service that helps."""
    return site(tmp_path_factory.mktemp("kit"), village(hulp_bij_instellen="computerhulp"))


@pytest.fixture(scope="module")
def address(built_kit: Path) -> Iterator[str]:
    """Serve that website."""
    with serving(built_kit) as found:
        yield found


class _Words(HTMLParser):
    """Gathers the words of the panel that says who helps."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or dict(attrs).get("id") == "hulp"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "section"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words += data.split()


def panel(folder: Path) -> str:
    """Return what the page says about who helps."""
    words = _Words()
    words.feed((folder / "startpagina" / "index.html").read_text("utf-8"))
    return " ".join(words.words).replace(" ,", ",")


def test_the_page_says_who_helps_where_and_when(built_kit: Path) -> None:
    """The service that the settings name is shown with place, number and coming times, exceptions applied."""
    said_there = panel(built_kit)

    for part in ("Computerhulp", "gratis", "De Leeshoek", "0490-01 23 45", "loop binnen"):
        assert part in said_there
    assert "woensdag 2 december, 13.30–16.30 uur" in said_there
    assert "25 november" not in said_there, "it is closed that day"


@pytest.mark.parametrize(
    ("setting", "parts"),
    [
        ("Inloop", ("Inloop", "donderdag 26 november, 10.00–11.00 uur", "Bij de bron", "0490-01 02 03")),
        ("inloop", ("Inloop",)),
        ("", ("De Linde", "0490-01 02 03")),
        ("Breiclub", ("De Linde", "0490-01 02 03")),
    ],
)
def test_an_activity_may_help_and_without_one_there_is_the_number(
    tmp_path: Path, setting: str, parts: tuple[str, ...]
) -> None:
    """An activity is named with its times; without a name that is known, place and number stand."""
    found = panel(site(tmp_path, village(hulp_bij_instellen=setting)))

    assert [part for part in parts if part not in found] == []


def test_a_helper_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A name that stands in no sheet is asked about at its own row."""
    root = write(tmp_path, village(hulp_bij_instellen="Breiclub"))

    assert ("instellingen", len(SETTINGS) + 1, "hulp bij instellen") in said(read(root))


def test_three_rows_have_a_kit_too(tmp_path: Path) -> None:
    """A village with nothing but three rows has steps, and promises nobody and no address."""
    folder = site(tmp_path, SMALL)
    page = (folder / "startpagina" / "index.html").read_text("utf-8")

    assert "Bij opstarten" in page
    assert "het adres van deze site" in page
    assert "startpagina/beheer" not in page
    assert "None" not in page


AGENTS = {
    "chrome": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36",
    "edge": "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    "firefox": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "safari": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15",
    "android": "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36",
    "samsung": "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0.0.0",
    "ipad": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
    "": "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0",
}
"""What browsers say of themselves, by the steps that fit; the last fits none."""


@pytest.mark.parametrize("steps", AGENTS)
def test_the_readers_own_browser_comes_first(browser: Browser, address: str, steps: str) -> None:
    """The steps for the reader's own browser or device come first and say so; all others stay."""
    page = browser.new_page(user_agent=AGENTS[steps])
    page.goto(f"{address}/startpagina/")
    order = page.locator("section.setup").evaluate_all("found => found.map((section) => section.id)")
    marked = page.locator("[data-own]:visible").evaluate_all(
        "found => found.map((line) => line.closest('section').id)"
    )
    page.close()

    assert sorted(order) == sorted(name for name in AGENTS if name)
    assert marked == ([steps] if steps else [])
    assert order[0] == (steps or "chrome")


def test_an_ipad_that_calls_itself_a_mac_is_known(browser: Browser, address: str) -> None:
    """A Mac with a screen to touch is an iPad."""
    context = browser.new_context(user_agent=AGENTS["safari"], has_touch=True)
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'maxTouchPoints', {value: 5})")
    page.goto(f"{address}/startpagina/")

    expect(page.locator("#ipad [data-own]")).to_be_visible()
    context.close()


def test_without_script_all_steps_are_there(browser: Browser, address: str) -> None:
    """Without script nothing is hidden but what only a script can do."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/startpagina/")

    assert page.locator("section.setup .steps:visible").count() == len(AGENTS) - 1
    expect(page.locator("#app")).to_be_hidden()
    expect(page.get_by_text("woensdag 2 december, 13.30–16.30 uur")).to_be_visible()
    context.close()


def test_times_that_are_past_vanish(page: Page, address: str) -> None:
    """A page that is not made anew shows no time at which nobody sits there any more."""
    page.clock.set_fixed_time(datetime(2026, 12, 2, 17, 0))
    page.goto(f"{address}/startpagina/")

    expect(page.get_by_text("woensdag 2 december")).to_be_hidden()
    expect(page.get_by_text("woensdag 9 december")).to_be_visible()


def test_the_app_is_offered_when_the_browser_offers_it(page: Page, address: str) -> None:
    """The button shows when the browser can install the app, asks the browser, and goes when it is done."""
    page.goto(f"{address}/startpagina/")
    offer = page.locator("#app")
    expect(offer).to_be_hidden()

    page.evaluate(
        "() => { const offer = new Event('beforeinstallprompt', {cancelable: true});"
        "offer.prompt = () => { document.title = 'gevraagd' }; dispatchEvent(offer) }"
    )
    expect(offer).to_be_visible()
    offer.get_by_role("button").click()
    expect(page).to_have_title("gevraagd")
    page.evaluate("dispatchEvent(new Event('appinstalled'))")
    expect(offer).to_be_hidden()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a window whose clock stands on the fixed Sunday."""
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    page = context.new_page()
    page.clock.install(time=datetime(2026, 11, 22, 10, 0))
    yield page
    context.close()


def test_the_caretakers_page_leads_to_every_file(page: Page, built_kit: Path, address: str) -> None:
    """Each policy file is named on the page, and is there."""
    page.goto(f"{address}/startpagina/beheer/")
    named = page.locator("main a[download]").evaluate_all("found => found.map((link) => link.textContent)")

    assert sorted(named) == sorted(FILES)
    assert all((built_kit / "startpagina" / "beheer" / name).is_file() for name in named)


def test_firefox_is_told_in_json(built_kit: Path) -> None:
    """policies.json sets the home page without locking it, a bookmark, and the search page."""
    found = json.loads((built_kit / "startpagina/beheer/policies.json").read_text("utf-8"))["policies"]

    assert found["Homepage"] == {"URL": URL, "Locked": False, "StartPage": "homepage"}
    assert found["Bookmarks"][0] | {"Title": NAME, "URL": URL} == found["Bookmarks"][0]
    assert found["SearchEngines"]["Add"][0]["URLTemplate"] == f"{URL}zoeken/?q={{searchTerms}}"


@pytest.mark.parametrize(
    ("name", "bookmarks"), [("chrome.json", "ManagedBookmarks"), ("edge.json", "ManagedFavorites")]
)
def test_chrome_and_edge_are_told_in_json(built_kit: Path, name: str, bookmarks: str) -> None:
    """On Linux a JSON file opens the portal at the start and puts it behind the home button."""
    found = json.loads((built_kit / "startpagina" / "beheer" / name).read_text("utf-8"))

    assert (found["RestoreOnStartup"], found["RestoreOnStartupURLs"]) == (4, [URL])
    assert (found["HomepageLocation"], found["HomepageIsNewTabPage"]) == (URL, False)
    assert found[bookmarks] == [{"name": NAME, "url": URL}]


def test_windows_is_told_in_a_registry_file(built_kit: Path) -> None:
    """The registry file has the mark, the coding, the ends of lines and the escapes that regedit reads."""
    data = (built_kit / "startpagina/beheer/chrome-en-edge.reg").read_bytes()
    text = data.decode("utf-16")
    values: dict[str, dict[str, str]] = {}
    for line in text.split("\r\n")[1:]:
        if line.startswith("["):
            key = values.setdefault(line.strip("[]"), {})
        elif line:
            name, _, value = line.partition("=")
            key[name.strip('"')] = value

    assert data[:2] == b"\xff\xfe"
    assert text.startswith("Windows Registry Editor Version 5.00\r\n\r\n[")
    assert "\n" not in text.replace("\r\n", "")
    for browser_key, bookmarks in (
        ("Google\\Chrome", "ManagedBookmarks"),
        ("Microsoft\\Edge", "ManagedFavorites"),
    ):
        policy = values[f"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\{browser_key}"]
        assert policy["RestoreOnStartup"] == "dword:00000004"
        assert policy["HomepageLocation"] == f'"{URL}"'
        assert values[f"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\{browser_key}\\RestoreOnStartupURLs"] == {
            "1": f'"{URL}"'
        }
        unescaped = policy[bookmarks][1:-1].replace('\\"', '"').replace("\\\\", "\\")
        assert json.loads(unescaped) == [{"name": NAME, "url": URL}]


def test_an_ipad_is_told_in_a_profile(built_kit: Path) -> None:
    """The profile puts a button with the portal's icon on the home screen; it may be taken away."""
    found = plistlib.loads((built_kit / "startpagina/beheer/startpagina.mobileconfig").read_bytes())
    (clip,) = found["PayloadContent"]

    assert found["PayloadType"] == "Configuration"
    assert clip["PayloadType"] == "com.apple.webClip.managed"
    assert (clip["URL"], clip["Label"], clip["IsRemovable"]) == (URL, "Lindedorp", True)
    assert clip["Icon"] == (built_kit / "apple-touch-icon.png").read_bytes()
    assert found["PayloadUUID"] != clip["PayloadUUID"]
    assert found["PayloadIdentifier"].startswith("example.beek.startpagina")
