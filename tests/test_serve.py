"""Looking at the portal: the page, the report beside it, and pages that reload themselves."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from dorpspomp import reporting
from dorpspomp.publish import publish
from dorpspomp.serve import REPORT, WORK, Shown, preview
from tests.conftest import NOW, serving

SCRIPT = b'<script src="/_live.js"'


def release(build: Path, text: str, minute: int = 0) -> None:
    """Publish a portal that says one thing."""

    def make(folder: Path) -> Mapping[str, int]:
        page = f'<!doctype html><html lang="nl"><title>{text}</title><body><h1>{text}</h1></body></html>'
        for name in ("site/index.html", "site/agenda/index.html", "site/404.html", "kiosk/index.html"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(page, "utf-8")
        (folder / "site" / "stijl.css").write_text("body { margin: 0 }", "utf-8")
        return {"site": 2}

    publish(build, make, NOW + timedelta(minutes=minute))


def reported(build: Path, text: str) -> None:
    """Write a report that says one thing."""
    page = build / "verslag" / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    fresh = page.with_name(".index.html.new")
    fresh.write_text(f"<!doctype html><html lang=nl><body><h1>{text}</h1></body></html>", "utf-8")
    fresh.replace(page)


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[str]:
    """Return the address of a preview of a village that has nothing yet."""
    with preview(Shown(tmp_path), 0) as address:
        yield address


def ask(address: str, path: str, method: str = "GET", host: str = "") -> tuple[int, Mapping[str, str], bytes]:
    """Return the answer to one request: its code, its head and its body."""
    web = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    web.request(method, path, headers={"Host": host} if host else {})
    answer = web.getresponse()
    head = {name.casefold(): value for name, value in answer.getheaders()}
    found = answer.status, head, answer.read()
    web.close()
    return found


@pytest.mark.browser
def test_a_page_reloads_itself_after_a_new_release(browser: Browser, shown: str, tmp_path: Path) -> None:
    """Without a hand on the keyboard: nothing yet, a first release, a newer one, the same again."""
    page = browser.new_page()
    page.goto(f"{shown}agenda/")
    expect(page.locator("h1")).to_have_text("Nog even geduld")
    release(tmp_path, "Een")
    expect(page.locator("h1")).to_have_text("Een", timeout=30_000)
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    release(tmp_path, "Een", 1)
    page.wait_for_timeout(2500)
    assert loads == []
    release(tmp_path, "Twee", 2)
    expect(page.locator("h1")).to_have_text("Twee", timeout=30_000)
    assert page.url == f"{shown}agenda/"
    page.close()


@pytest.mark.browser
def test_the_report_reloads_itself_too(browser: Browser, shown: str, tmp_path: Path) -> None:
    """The report stands beside the website, and a newer one shows by itself, also without a release."""
    page = browser.new_page()
    page.goto(f"{shown}_verslag/")
    reported(tmp_path, "Eerst moet er iets gebeuren.")
    expect(page.locator("h1")).to_have_text("Eerst moet er iets gebeuren.", timeout=30_000)
    reported(tmp_path, "Alles klopt.")
    expect(page.locator("h1")).to_have_text("Alles klopt.", timeout=30_000)
    page.close()


@pytest.mark.browser
def test_a_page_waits_for_a_server_that_was_away(browser: Browser, tmp_path: Path) -> None:
    """When the preview is started again, a page that stayed open goes on by itself and shows no error."""
    release(tmp_path, "Een")
    page = browser.new_page()
    with preview(Shown(tmp_path), 0) as address:
        page.goto(address)
    release(tmp_path, "Twee", 1)
    page.wait_for_timeout(2500)
    assert page.locator("h1").inner_text() == "Een"
    with preview(Shown(tmp_path), urlsplit(address).port or 0):
        expect(page.locator("h1")).to_have_text("Twee", timeout=30_000)
    page.close()


def test_the_script_is_only_in_what_is_sent(shown: str, tmp_path: Path) -> None:
    """A page is sent with the script; no file on disk has it, and a plain server sends none."""
    release(tmp_path, "Een")
    reported(tmp_path, "Alles klopt.")
    for path in ("/", "/agenda/", "/agenda/index.html?x=1", "/_verslag/"):
        code, _, body = ask(shown, path)
        assert (code, body.count(SCRIPT)) == (200, 1)
    assert [path for path in tmp_path.rglob("*.html") if SCRIPT in path.read_bytes()] == []
    with serving(tmp_path / "current" / "site") as address:
        assert SCRIPT not in ask(address, "/")[2]


@pytest.mark.parametrize(
    ("path", "code", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/stijl.css", 200, "text/css"),
        ("/agenda/", 200, "text/html; charset=utf-8"),
        ("/bestaat/niet/", 404, "text/html; charset=utf-8"),
        ("/_live.js", 200, "text/javascript; charset=utf-8"),
        ("/_live", 200, "text/plain; charset=utf-8"),
        ("/_verslag/", 200, "text/html; charset=utf-8"),
        ("/%00", 404, "text/html; charset=utf-8"),
        ("/../../../../etc/passwd", 404, "text/html; charset=utf-8"),
        ("/_verslag/../manifest.json", 404, "text/html; charset=utf-8"),
    ],
)
def test_answers(shown: str, tmp_path: Path, path: str, code: int, kind: str) -> None:
    """Every answer has its kind and its length, asked in full or only its head."""
    release(tmp_path, "Een")
    found, head, body = ask(shown, path)
    assert (found, head["content-type"]) == (code, kind)
    assert int(head["content-length"]) == len(body) > 0
    short, same, nothing = ask(shown, path, "HEAD")
    assert (short, same["content-length"], nothing) == (code, head["content-length"], b"")


def test_a_folder_without_a_slash_leads_to_its_page(shown: str, tmp_path: Path) -> None:
    """What a person types without the last slash is found."""
    release(tmp_path, "Een")
    reported(tmp_path, "Alles klopt.")
    assert [ask(shown, path)[1].get("location") for path in ("/agenda", "/_verslag")] == [
        "/agenda/",
        "/_verslag/",
    ]


def test_another_part(tmp_path: Path) -> None:
    """The kiosk can be looked at in the same way."""
    release(tmp_path, "Een")
    with preview(Shown(tmp_path, "kiosk"), 0) as address:
        assert SCRIPT in ask(address, "/")[2]


def test_only_this_computer_may_look(shown: str, tmp_path: Path) -> None:
    """The report holds what is not for the world: a page elsewhere that points here gets nothing."""
    reported(tmp_path, "Geheim")
    assert urlsplit(shown).hostname == "127.0.0.1"
    code, _, body = ask(shown, "/_verslag/", host="elders.example")
    assert code == 403
    assert b"Geheim" not in body
    assert ask(shown, "/_verslag/", host="localhost:8000")[0] == 200


def test_a_port_that_is_taken(shown: str, tmp_path: Path) -> None:
    """A second preview on the same port is refused at once."""
    with pytest.raises(OSError), preview(Shown(tmp_path), urlsplit(shown).port or 0):
        pass


def test_the_report_stands_where_it_is_written() -> None:
    """The addresses of report and work list are those of their folders."""
    assert (f"/_{reporting.REPORT}/", f"/_{reporting.WORK}/") == (REPORT, WORK)
