"""The policy of every page: it names what stands in that page, and nothing of the site goes against it."""

from __future__ import annotations

import base64
import hashlib
import http.client
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from dorpspomp.cli import main
from dorpspomp.outputs.headers import HEADERS, SECURE, policy
from dorpspomp.serve import Shown, preview
from tests.conftest import copy_example, serving


class Texts(HTMLParser):
    """Gathers a page's policy, what stands in it, and attributes that a policy would have to allow."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.policy = ""
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self.wrong: list[str] = []
        self.early = False
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of one tag."""
        found = {name: value or "" for name, value in attrs}
        if found.get("http-equiv", "").casefold() == "content-security-policy":
            self.policy = found["content"]
            self.early = not any(self.inline.values())
        data = tag == "script" and found.get("type") in {"application/ld+json", "application/json"}
        if tag in self.inline and "src" not in found and not data:
            self._in = tag
            self.inline[tag].append("")
        self.wrong += [name for name in found if name == "style" or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        """Keep an inline text."""
        if self._in:
            self.inline[self._in][-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Close an inline text."""
        if tag == self._in:
            self._in = ""


def directives(text: str) -> dict[str, list[str]]:
    """Take a policy apart."""
    parts = (part.split() for part in text.split(";"))
    return {name: values for name, *values in parts}


def sums(texts: list[str]) -> list[str]:
    """Return what stands for texts in a policy, worked out here once more."""
    return [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example village, with its website, kiosk, report and work list."""
    village = copy_example(tmp_path_factory.mktemp("headers") / "dorp")
    assert main(["build", str(village), "--today", "2026-11-22", "--only", "site,kiosk"]) == 0
    assert main(["work", str(village), "--today", "2026-11-22"]) == 0
    return village


def pages(folder: Path) -> Iterator[tuple[str, Texts]]:
    """Yield every page below a folder, by its path."""
    for path in sorted(folder.resolve().rglob("*.html")):
        yield path.as_posix(), Texts(path.read_text("utf-8"))


@pytest.mark.parametrize("part", ["current/site", "verslag", "werklijst"])
def test_every_page_allows_what_stands_in_it_and_no_more(root: Path, part: str) -> None:
    """The policy stands before the first style or script, and has the sums of these and of nothing else."""
    found = list(pages(root / "build" / part))

    assert found
    for path, page in found:
        says = directives(page.policy)
        assert page.early, path
        assert says["default-src"] == ["'none'"], path
        assert says["script-src"] == ["'self'", *sums(page.inline["script"])], path
        assert says["style-src"] == ["'self'", *sums(page.inline["style"])], path
        assert "unsafe" not in page.policy, path
        assert page.wrong == [], path


def test_what_a_page_may_not_say_itself_is_in_the_header() -> None:
    """A page cannot say who may show it in a frame; the header does, and names no style or script."""
    header = directives(HEADERS["Content-Security-Policy"])

    assert not {"frame-ancestors", "report-uri", "sandbox"} & directives(policy()).keys()
    assert header["frame-ancestors"] == ["'none'"]
    assert not {"default-src", "script-src", "style-src"} & header.keys()
    assert {name: header[name] for name in directives(policy()).keys() & header.keys()}
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert not SECURE.keys() & HEADERS.keys()


CASES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "nothing": ((), ()),
    "a style": (("a{b:c}",), ()),
    "two scripts": ((), ("1", "2")),
    "other letters": (("é’“",), ()),
}


@pytest.mark.parametrize(("styles", "scripts"), CASES.values(), ids=CASES)
def test_the_policy_is_worked_out_from_the_texts(styles: tuple[str, ...], scripts: tuple[str, ...]) -> None:
    """Whatever text a template puts in a page, its sum is in the policy of that page."""
    says = directives(policy(styles, scripts))

    assert says["style-src"] == ["'self'", *sums(list(styles))]
    assert says["script-src"] == ["'self'", *sums(list(scripts))]


def watched(browser: Browser, addresses: list[str]) -> list[str]:
    """Open pages, wait until they are still, and return what the browser complains about."""
    page = browser.new_page()
    said: list[str] = []

    def heard(event: Mapping[str, Any]) -> None:
        entry = event["entry"]
        if entry["level"] in {"error", "warning"} and not entry.get("url", "").endswith("/favicon.ico"):
            said.append(f"{page.url}: {entry['text']}")

    inside = page.context.new_cdp_session(page)
    inside.on("Log.entryAdded", heard)
    inside.send("Log.enable")
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for address in addresses:
        page.goto(address, wait_until="load")
        page.wait_for_timeout(50)
    page.close()
    return said


@pytest.mark.browser
def test_the_browser_refuses_nothing_of_any_page(browser: Browser, root: Path) -> None:
    """On no kind of page does Chromium refuse a style, script, picture or request, and no script fails.

    Every page at the top of a language, and three of each folder below.
    """
    site = (root / "build" / "current" / "site").resolve()
    folders: dict[Path, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        way = path.relative_to(site).as_posix().removesuffix("index.html")
        folders.setdefault(path.parent.parent, []).append("" if way.startswith("q/") else way)
    tops = {site, site / "en"}
    shown = [way for folder, ways in folders.items() for way in (ways if folder in tops else ways[:3])]
    with serving(site) as address:
        assert watched(browser, [f"{address}/{way}" for way in shown]) == []


@pytest.mark.browser
def test_what_the_browser_refuses_is_heard(browser: Browser, tmp_path: Path) -> None:
    """The listening works: a page that goes against its own policy is noticed."""
    page = (
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy()}"><style>b{{}}</style>'
    )
    (tmp_path / "index.html").write_text(page, "utf-8")
    with serving(tmp_path) as address:
        assert "style" in " ".join(watched(browser, [f"{address}/"]))


@pytest.mark.browser
def test_what_a_volunteer_sees_works_under_the_same_policy(browser: Browser, root: Path) -> None:
    """Report, work list, kiosk and the script that reloads a page are refused nothing."""
    for part in ("site", "kiosk"):
        with preview(Shown(root / "build", part), 0) as address:
            paths = ["", "agenda/", "_verslag/", "_werklijst/", "_werklijst/bellijst.html"]
            assert watched(browser, [f"{address}{path}" for path in paths]) == []
            page = browser.new_page()
            page.goto(address)
            page.wait_for_timeout(1500)
            asked = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
            assert any("/_live?" in name for name in asked)
            page.close()


@pytest.mark.browser
def test_what_does_not_belong_to_a_page_is_refused(browser: Browser, root: Path) -> None:
    """A style, handler or picture from elsewhere that gets into a page does nothing."""
    with serving(root / "build" / "current" / "site") as address:
        page = browser.new_page()
        page.goto(f"{address}/")
        page.evaluate(
            """() => {
              const add = (tag, set) => document.body.append(Object.assign(document.createElement(tag), set));
              add("script", { textContent: "window.harm = 1" });
              add("style", { textContent: "body { display: none }" });
              document.body.insertAdjacentHTML("beforeend", '<b onclick="window.harm = 2">x</b>');
              document.body.lastElementChild.click();
            }"""
        )
        assert page.evaluate("window.harm") is None
        assert page.locator("body").is_visible()
        page.close()


@pytest.mark.parametrize("path", ["/", "/stijl.css", "/bestaat/niet/", "/_live.js", "/_live", "/_verslag/"])
def test_every_answer_has_the_headers(root: Path, path: str) -> None:
    """A page, a file, a page that is not there and the preview's own answers all have every header, once."""
    with preview(Shown(root / "build"), 0) as address:
        web = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        web.request("GET", path)
        answer = web.getresponse()
        answer.read()
        web.close()

    for name, value in HEADERS.items():
        assert answer.headers.get_all(name) == [value]
    assert "Strict-Transport-Security" not in answer.headers


ENCODINGS = (
    ("", ""),
    ("gzip, deflate", "gzip"),
    ("gzip, deflate, br, zstd", "br"),
    ("br;q=0, gzip;q=0.5", "gzip"),
    ("identity", ""),
)


@pytest.mark.parametrize(("accepted", "sent"), ENCODINGS)
@pytest.mark.parametrize("path", ["/stijl.css", "/theme/now.js"])
def test_the_preview_sends_what_a_browser_reads(root: Path, path: str, accepted: str, sent: str) -> None:
    """A file goes out in the best coding that the browser names; its length is that of what is sent."""
    with preview(Shown(root / "build"), 0) as address:
        web = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        web.request("GET", path, headers={"Accept-Encoding": accepted})
        answer = web.getresponse()
        body = answer.read()
        web.close()

    assert (answer.headers["Content-Encoding"] or "") == sent
    assert int(answer.headers["Content-Length"]) == len(body)
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert re.fullmatch(r"text/(css|javascript)", answer.headers["Content-Type"])
