"""What search engines and other websites read of a page: sitemap, canonical address, Open Graph, h-event."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dorpspomp.outputs import sitemap
from dorpspomp.reading import read_portal
from tests.conftest import REPOSITORY, TODAY, build_quickly, copy_example
from tests.reading import Rows, edit
from tests.test_cli import small

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOME = "https://wilgenbroek.example/"


class Head(HTMLParser):
    """Gathers what a page says about itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.properties: dict[str, str] = {}
        self.canonical = self.robots = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep canonical link, robots and Open Graph."""
        found = {name: value or "" for name, value in attrs}
        if tag == "meta" and "property" in found:
            self.properties[found["property"]] = found["content"]
        if tag == "meta" and found.get("name") == "robots":
            self.robots = found["content"]
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example's website, without paper; one record of it has gone."""
    root = copy_example(tmp_path_factory.mktemp("sitemap") / "dorp")
    build_quickly(root, parts=("site",))

    def remove(rows: Rows) -> None:
        del rows[-1]

    edit(root / "data" / "activiteiten.csv", remove)
    release = build_quickly(root, parts=("site",)).release
    assert release is not None
    return release.folder / "site"


def listed(text: str) -> list[str]:
    """Return the addresses of a sitemap."""
    return [unescape(e.text or "") for e in ElementTree.fromstring(text).iterfind(".//s:loc", SPACE)]


def test_the_sitemap_names_every_page_that_may_be_kept(site: Path) -> None:
    """It names exactly the pages without noindex, by the address that each page gives itself."""
    found = listed((site / "sitemap.xml").read_text("utf-8"))
    pages = {path: Head(path.read_text("utf-8")) for path in site.rglob("*.html")}
    kept = {path: head for path, head in pages.items() if head.robots != "noindex"}

    assert len(found) == len(set(found)) == len(kept) > 250
    assert {head.canonical for head in kept.values()} == set(found)
    for path, head in kept.items():
        assert head.canonical == HOME + path.relative_to(site).as_posix().removesuffix("index.html")
    hidden = {path.relative_to(site).parts[0] for path in pages.keys() - kept.keys()}
    assert hidden == {"404.html", "activiteiten", "en", "q"}


def test_only_a_day_that_is_known_is_told(site: Path) -> None:
    """An article tells the day on which it was written; a record tells none, for nobody knows it."""
    entries = ElementTree.parse(site / "sitemap.xml").findall("s:url", SPACE)
    dated = {
        re.sub("^en/", "", entry.findtext("s:loc", "", SPACE).removeprefix(HOME)).partition("/")[0]
        for entry in entries
        if entry.find("s:lastmod", SPACE) is not None
    }

    assert dated <= {"nieuws", "verhalen", "paginas"}
    assert "nieuws" in dated


def test_each_reader_is_shown_the_page_in_their_language(site: Path) -> None:
    """Of a page in more languages, every version names all of them, itself included."""
    entries = ElementTree.parse(site / "sitemap.xml").findall("s:url", SPACE)
    versions = {
        entry.findtext("s:loc", "", SPACE): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", SPACE)
        }
        for entry in entries
    }

    assert versions[HOME] == versions[f"{HOME}en/"] == {"nl": HOME, "en": f"{HOME}en/"}
    assert all(one in named.values() for one, named in versions.items())


def test_robots_may_look_at_everything(site: Path) -> None:
    """`robots.txt` forbids nothing and points at the sitemap."""
    assert (site / "robots.txt").read_text("utf-8").split() == [
        *("User-agent:", "*", "Allow:", "/"),
        *("Sitemap:", f"{HOME}sitemap.xml"),
    ]


def test_a_large_village_has_several_sitemaps() -> None:
    """More pages than one sitemap may name are spread over several, under a list of them."""
    portal = read_portal(REPOSITORY, TODAY).portal
    whole = listed(sitemap.files(portal)["sitemap.xml"])

    files = sitemap.files(portal, most=100)

    parts = listed(files["sitemap.xml"])
    assert [f"{HOME}{name}" for name in files if re.match(r"sitemap-\d", name)] == parts
    assert [address for part in parts for address in listed(files[part.removeprefix(HOME)])] == whole
    assert all(len(listed(files[part.removeprefix(HOME)])) <= 100 for part in parts)


def test_a_page_that_is_shared_has_title_words_and_picture(site: Path) -> None:
    """Open Graph: the four that must be there on every page that may be kept, and a picture that exists."""
    for path in site.rglob("*.html"):
        head = Head(path.read_text("utf-8"))
        if head.robots == "noindex":
            assert head.properties == {}
            continue
        assert {"og:title", "og:type", "og:url", "og:image"} <= head.properties.keys()
        assert head.properties["og:url"] == head.canonical
        assert head.properties["og:type"] in {"website", "article"}
        assert all(head.properties.values()), path
        assert (site / head.properties["og:image"].removeprefix(HOME)).is_file()


def test_without_a_web_address_nothing_is_made_up(tmp_path: Path) -> None:
    """A village that has no address yet has no sitemap, no canonical link and no Open Graph."""
    release = build_quickly(small(tmp_path / "drie"), parts=("site",)).release
    assert release is not None

    folder = release.folder / "site"
    assert not (folder / "sitemap.xml").exists()
    assert "Sitemap" not in (folder / "robots.txt").read_text("utf-8")
    assert "ErrorDocument 404 /404.html" in (folder / ".htaccess").read_text("utf-8")
    for path in folder.rglob("*.html"):
        head = Head(path.read_text("utf-8"))
        assert head.properties == {}
        assert "https://" not in head.canonical


class Events(HTMLParser):
    """Gathers the h-events of a page as a parser of microformats does."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self._inside = False
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an event at its row, and take each property where it stands."""
        found = {name: value or "" for name, value in attrs}
        classes = found.get("class", "").split()
        if tag == "li":
            self._inside = "h-event" in classes
            if self._inside:
                self.found.append({})
        if not self._inside:
            return
        for name in classes:
            if name == "dt-start":
                self.found[-1][name] = found["datetime"]
            elif name == "u-url":
                self.found[-1][name] = found["href"]
            if name in {"p-name", "p-location"}:
                self._open.append(name)
                self.found[-1][name] = ""

    def handle_data(self, data: str) -> None:
        """Add words to the property that is open."""
        if self._open:
            self.found[-1][self._open[-1]] += data

    def handle_endtag(self, tag: str) -> None:
        """Close a property or an event."""
        if tag in {"a", "span"} and self._open:
            self._open.pop()
        if tag == "li":
            self._inside = False


@pytest.mark.parametrize(
    ("sheet", "kind"), [("activiteiten", "h-event"), ("organisaties", "h-card"), ("plekken", "h-card")]
)
def test_a_record_is_an_event_or_a_card(site: Path, sheet: str, kind: str) -> None:
    """A record's page names what it is, once, with its name; an activity also the next time."""
    for page in (site / sheet).glob("*/index.html"):
        text = page.read_text("utf-8")
        if 'content="noindex"' in text:
            continue
        article = re.search(rf'<article class="record {kind}".*?</article>', text, re.DOTALL)
        assert article, page
        assert re.search(
            r'<h1[^>]*( class="p-name"[^>]*>[^<]|>.*<data class="p-name" value="[^"]+)', article[0]
        )


def test_each_row_of_the_agenda_is_an_event(site: Path) -> None:
    """Each row that goes on is an h-event with name, address, start and, where it is known, place."""
    text = (site / "agenda" / "index.html").read_text("utf-8")
    events = Events(text).found

    assert len(events) == len(re.findall(r'<li class="row h-event', text)) > 50
    for event in events:
        assert event["p-name"].strip()
        assert (site / "agenda" / event["u-url"] / "index.html").resolve().is_file()
        assert re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", event["dt-start"])
    assert sum("p-location" in event for event in events) > 30
