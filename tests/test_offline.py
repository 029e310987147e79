"""The copy without internet, in a real browser: whole, fresh while there is a line, never mixed."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dorpspomp.outputs import offline
from dorpspomp.serve import server
from tests.conftest import build_quickly
from tests.village_files import SMALL, write

TAKEN_OVER = "() => navigator.serviceWorker.controller !== null"
UNTIL = """async () => {
  for (;;) {
    const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
    if (%s) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}"""
WAITING, SETTLED = UNTIL % "waiting", UNTIL % "!installing && !waiting && active.state === 'activated'"
RELEASE = "getComputedStyle(document.documentElement).getPropertyValue('--uitgave')"
LOADED = re.compile(r'<(?:script|img)[^>]* src="([^"]+)"|rel="stylesheet" href="([^"]+)"')
OURS = "async () => (await caches.keys()).filter((name) => name.startsWith('kopie ')).length"
STEPS = 3
"""How many steps every record is from home."""


@dataclass
class Site:
    """A folder that is served, that can be stopped, and started again at the same address."""

    folder: Path
    port: int = 0
    web: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """Return the address of the start page."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Serve, at the same port as before."""
        self.web = server(self.folder, self.port)
        self.port = self.web.server_port
        threading.Thread(target=self.web.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Answer nobody any more."""
        if self.web:
            self.web.shutdown()
            self.web.server_close()
        self.web = None


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a folder until the test is over."""
    site = Site(folder)
    site.start()
    try:
        yield site
    finally:
        site.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser that has never been here."""
    made = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    yield made
    made.close()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the website of a village of three rows; do not change it."""
    root = write(tmp_path_factory.mktemp("offline"), SMALL)
    release = build_quickly(root, parts=("site",)).release
    assert release is not None
    for packed in (*release.folder.rglob("*.gz"), *release.folder.rglob("*.br")):
        packed.unlink()  # a server would send these instead of what a test changes
    return release.folder / "site"


@pytest.fixture
def site(small: Path, tmp_path: Path) -> Iterator[Site]:
    """Serve a website of its own for a test, to be changed at will."""
    folder = tmp_path / "site"
    shutil.copytree(small, folder)
    with served(folder) as made:
        yield made


def visit(context: BrowserContext, site: Site) -> Page:
    """Open the start page and wait until the copy is there."""
    page = context.new_page()
    page.goto(site.url)
    page.wait_for_function(TAKEN_OVER)
    return page


def without_line(context: BrowserContext, site: Site) -> None:
    """Cut the line: the browser is told so, and the server is really gone."""
    site.stop()
    context.set_offline(True)


def release(site: Site, words: str) -> None:
    """Put a new release in place: every page and script says these words, and the copy with them."""
    for path in site.folder.rglob("index.html"):
        text = re.sub(r"<title>[^<]*", f"<title>{words}", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    style = site.folder / "stijl.css"
    style.write_text(f":root{{--uitgave:{words}}}", "utf-8")
    offline.build(site.folder)


def copied(folder: Path) -> dict[str, str]:
    """Unpack the texts of the copy."""
    copy = json.loads(gzip.decompress((folder / offline.COPY).read_bytes()))
    return {
        name: "".join(
            line
            for start, many in zip(runs[::2], runs[1::2], strict=True)
            for line in copy["lines"][start : start + many]
        )
        for name, runs in copy["texts"]
    }


def links(page: Page, root: str) -> set[str]:
    """Return the pages of the site that a page leads to."""
    found = page.locator("a[href]").evaluate_all(
        "found => found.map((link) => new URL(link.getAttribute('href'), document.baseURI).href)"
    )
    inside = {urldefrag(url)[0].partition("?")[0] for url in found if url.startswith(root)}
    # One language is enough: the other has the same pages.
    return {url for url in inside if url.endswith("/") and not url.startswith(f"{root}en/")}


def test_after_one_visit_every_record_is_there_without_a_line(context: BrowserContext, example: Path) -> None:
    """After one visit the line is cut; then every record is within three steps of home, by a crawl."""
    folder = example / "build" / "current" / "site"
    records = {
        f"{sheet}/{path.name}/"
        for sheet in ("diensten", "activiteiten", "organisaties", "plekken", "landelijk", "nieuws")
        for path in (folder / sheet).iterdir()
        if path.is_dir()
    }
    with served(folder) as site:
        page = visit(context, site)
        without_line(context, site)
        seen, edge = set(), {site.url}
        for _ in range(STEPS):
            leads: set[str] = set()
            for url in sorted(edge):
                answer = page.goto(url, wait_until="domcontentloaded")
                assert answer is not None and answer.status == 200, url
                leads |= links(page, site.url)
            seen |= edge
            edge = leads - seen
            if not edge:
                break
        reached = {unquote(url.removeprefix(site.url)) for url in seen | edge}

    assert records <= reached


@pytest.mark.parametrize(
    ("path", "status", "shown"),
    [
        ("", 200, "Waar bent u naar op zoek?"),
        ("index.html", 200, "Waar bent u naar op zoek?"),
        ("diensten/", 200, "Klussendienst"),
        ("diensten/index.html", 200, "Klussendienst"),
        ("diensten", 200, "Klussendienst"),
        ("diensten/klussendienst/#bellen", 200, "Wij klussen bij u thuis."),
        ("zoeken/?q=klussen", 200, "1 antwoord op"),
        ("bestaat/niet/", 404, "Deze pagina bestaat niet"),
        ("404.html", 200, "Deze pagina bestaat niet"),
    ],
)
def test_an_address_answers_without_a_line(
    context: BrowserContext, site: Site, path: str, status: int, shown: str
) -> None:
    """Folders, files, questions and marks are found in the copy; an unknown page says so."""
    page = visit(context, site)
    without_line(context, site)

    answer = page.goto(site.url + path)

    assert answer is not None and answer.status == status
    expect(page.get_by_text(shown).first).to_be_visible()
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")


def test_what_is_new_comes_first_while_there_is_a_line(context: BrowserContext, site: Site) -> None:
    """A page that changed is seen at once: the copy only stands in."""
    page = visit(context, site)
    page_file = site.folder / "diensten" / "klussendienst" / "index.html"
    page_file.write_text(page_file.read_text("utf-8").replace("Wij klussen", "Wij timmeren"), "utf-8")

    page.goto(f"{site.url}diensten/klussendienst/")

    expect(page.get_by_text("Wij timmeren").first).to_be_visible()


def test_a_server_that_fails_gives_way_to_the_copy(context: BrowserContext, site: Site) -> None:
    """What the server cannot answer comes from the copy."""
    page = visit(context, site)
    context.route("**/diensten/", lambda route: route.fulfill(status=503, body="stuk"))

    page.goto(f"{site.url}diensten/")

    expect(page.get_by_text("Klussendienst").first).to_be_visible()


def test_an_open_page_keeps_working_through_a_new_release(context: BrowserContext, site: Site) -> None:
    """While a page of before is open the old copy stays whole; the new one comes when that page is gone."""
    first = visit(context, site)
    first.goto(f"{site.url}zoeken/")
    second = context.new_page()
    second.goto(site.url)
    release(site, "nieuw")

    second.reload()
    expect(second).to_have_title("nieuw")
    second.evaluate(WAITING)
    without_line(context, site)
    first.get_by_role("searchbox").first.fill("klussen")
    expect(first.get_by_text("1 antwoord op")).to_be_visible()
    second.goto(f"{site.url}diensten/")
    assert second.title() != "nieuw", "the old copy answers as a whole"
    assert second.evaluate(RELEASE) == ""

    context.set_offline(False)
    site.start()
    first.close()
    second.goto(site.url)
    second.evaluate(SETTLED)
    assert second.evaluate(OURS) == 1
    without_line(context, site)
    second.goto(f"{site.url}diensten/")
    expect(second).to_have_title("nieuw")
    assert second.evaluate(RELEASE) == "nieuw"


@pytest.mark.parametrize(
    "damage",
    [
        lambda copy: copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2]),
        lambda copy: copy.write_bytes(gzip.compress(b'[["index.html", "vreemd"]]')),
        lambda copy: copy.write_bytes(b""),
        lambda copy: copy.unlink(),
    ],
    ids=["half", "of-another-release", "empty", "gone"],
)
def test_a_copy_that_fails_leaves_the_old_one(context: BrowserContext, site: Site, damage: object) -> None:
    """A new copy that does not come whole, or is of another release, changes nothing."""
    page = visit(context, site)
    release(site, "nieuw")
    assert callable(damage)
    damage(site.folder / offline.COPY)

    page.reload()
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {})")
    page.evaluate(SETTLED)
    assert page.evaluate(OURS) == 1
    without_line(context, site)
    page.goto(f"{site.url}diensten/")

    assert page.title() != "nieuw"
    expect(page.get_by_text("Klussendienst").first).to_be_visible()


def test_two_portals_under_one_host_leave_each_other_alone(
    context: BrowserContext, small: Path, tmp_path: Path
) -> None:
    """A portal in a folder of a host has a copy of its own, and drops only its own."""
    for name in ("een", "twee"):
        shutil.copytree(small, tmp_path / "host" / name)
        (tmp_path / "host" / name / "voorbeeld.html").write_text(name, "utf-8")
        offline.build(tmp_path / "host" / name)
    with served(tmp_path / "host") as host:
        page = context.new_page()
        for name in ("een", "twee"):
            page.goto(f"{host.url}{name}/")
            page.wait_for_function(TAKEN_OVER)
        without_line(context, host)
        for name in ("een", "twee"):
            page.goto(f"{host.url}{name}/voorbeeld.html")
            expect(page.get_by_text(name, exact=True)).to_be_visible()


def test_whoever_saves_data_gets_no_copy(context: BrowserContext, site: Site) -> None:
    """A browser that is told to save data fetches nothing but the pages that are asked for."""
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page = context.new_page()
    page.goto(site.url)
    page.wait_for_load_state("load")

    assert page.evaluate("async () => await navigator.serviceWorker.getRegistration()") is None


def test_the_copy_holds_what_the_pages_need(built: Path) -> None:
    """Every page is in the copy as it is published, with all that it loads, and one request is enough."""
    folder = built / "site"
    files = copied(folder)
    pages = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}

    assert pages <= files.keys()
    assert all(files[name] == (folder / name).read_text("utf-8") for name in pages)
    needed = {
        urlsplit(urljoin(f"https://dorp.example/{name}", found)).path.lstrip("/")
        for name in pages
        for found in LOADED.findall(files[name])
        for found in found
        if found and not found.startswith("data:")
    }
    assert needed <= files.keys()
    weight = sum((folder / name).stat().st_size for name in files)
    assert (folder / offline.COPY).stat().st_size * 15 < weight


def test_a_very_large_village_keeps_what_leads_to_the_rest(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room for all, what leads to other pages stays and short addresses go first."""
    whole = offline.kept(small)
    aside = {name for name in whole if name.startswith("q/") or name.endswith(".ics")}
    size = sum((small / name).stat().st_size for name in set(whole) - aside)
    monkeypatch.setattr(offline, "MOST", size)

    assert aside
    assert set(offline.kept(small)) == set(whole) - aside
    monkeypatch.setattr(offline, "MOST", size // 2)
    part = set(offline.kept(small))
    assert {"index.html", "404.html", "stijl.css"} <= part < set(whole)


def test_the_same_site_gives_the_same_copy(small: Path, tmp_path: Path) -> None:
    """Copy and worker are the same bytes for the same site; another letter gives another version."""
    folder = tmp_path / "site"
    shutil.copytree(small, folder)
    made = [(folder / name).read_bytes() for name in (offline.COPY, offline.WORKER)]
    offline.build(folder)
    assert made == [(folder / name).read_bytes() for name in (offline.COPY, offline.WORKER)]

    (folder / "index.html").write_text("anders", "utf-8")
    offline.build(folder)
    assert (folder / offline.WORKER).read_bytes() != made[1]


def test_the_kiosk_has_no_copy(built: Path) -> None:
    """A kiosk is served from its own disk: it names no manifest, so its script asks for no worker."""
    assert "manifest" not in (built / "kiosk" / "index.html").read_text("utf-8")
    assert not (built / "kiosk" / offline.WORKER).exists()
