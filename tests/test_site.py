"""The website: every promise about its pages, read from the files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dorpspomp.build import build
from dorpspomp.outputs.site import SiteRefused
from tests.conftest import NOW, TODAY, build_quickly
from tests.reading import Rows, edit
from tests.test_cli import small


class Links(HTMLParser):
    """Gathers where a page leads, what it loads, and its anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the addresses of one tag."""
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"] or "")
        if tag == "a" and found.get("href"):
            self.hrefs.append(found["href"] or "")
        if tag in {"script", "img", "source", "iframe"} and found.get("src"):
            self.loads.append(found["src"] or "")
        if tag == "link" and found.get("rel") in {"stylesheet", "icon", "manifest", "preload"}:
            self.loads.append(found["href"] or "")


def html(folder: Path) -> list[Path]:
    """Return every page."""
    return sorted(folder.rglob("*.html"))


def leads_to(page: Path, href: str, root: Path) -> Path | None:
    """Return the file a local address leads to, None for an address elsewhere."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", href):
        return None
    path = href.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]
    target = root / path.lstrip("/") if path.startswith("/") else page.parent / path
    target = target.resolve()
    return target / "index.html" if target.is_dir() or href.endswith("/") else target


@pytest.mark.parametrize("part", ["site", "kiosk"])
def test_no_link_is_broken(built: Path, part: str) -> None:
    """Every local link and everything a page loads is there, and every anchor exists."""
    root = (built / part).resolve()
    broken = []
    for page in html(root):
        found = Links(page.read_text("utf-8"))
        for href in found.hrefs + found.loads:
            target = leads_to(page, href, root)
            if target and not target.is_file():
                broken.append((page.relative_to(root).as_posix(), href))
            elif target and "#" in href and target.suffix == ".html":
                anchor = href.split("#")[1]
                if anchor and anchor not in Links(target.read_text("utf-8")).ids:
                    broken.append((page.relative_to(root).as_posix(), href))
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(built: Path) -> None:
    """No page of site or kiosk loads anything from a third party."""
    for page in html(built / "site") + html(built / "kiosk"):
        assert [load for load in Links(page.read_text("utf-8")).loads if re.match(r"https?:|//", load)] == []


def test_every_record_has_its_page_and_card(built: Path) -> None:
    """A record of the public register has a page at /<sheet>/<code>/ with its code and sheet on it."""
    register = json.loads((built / "data" / "register.json").read_text("utf-8"))
    for name in ("diensten", "activiteiten", "organisaties", "plekken"):
        assert register[name]
        for record in register[name]:
            page = built / "site" / record["sheet"] / record["code"] / "index.html"
            text = page.read_text("utf-8")
            assert f'data-code="{record["code"]}"' in text
            assert f'data-sheet="{record["sheet"]}"' in text


def test_every_record_is_within_three_steps(built: Path) -> None:
    """Without a script, every record is reached from the start page in at most three steps."""
    root = (built / "site").resolve()
    near = {root / "index.html"}
    for _ in range(3):
        near |= {
            target
            for page in near
            for href in Links(page.read_text("utf-8")).hrefs
            if (target := leads_to(page, href, root)) and target.is_file()
        }
    records = {
        page
        for page in html(root)
        for sheet in ("diensten", "activiteiten", "organisaties", "plekken", "landelijk")
        if page.relative_to(root).as_posix().startswith(f"{sheet}/")
    }
    assert len(records) > 200
    assert sorted(p.relative_to(root).as_posix() for p in records - near) == []


def test_short_addresses_lead_to_their_record(built: Path) -> None:
    """Every short address for print answers with the way to its record."""
    register = json.loads((built / "data" / "register.json").read_text("utf-8"))
    for record in register["diensten"] + register["activiteiten"]:
        text = (built / "site" / record["short_address"] / "index.html").read_text("utf-8")
        assert f"../../{record['sheet']}/{record['code']}/" in text


def test_a_record_that_is_gone_leaves_a_page(village: Path) -> None:
    """After a row is removed, its address and its short address answer with the central number."""
    build_quickly(village)
    register = json.loads((village / "build/current/data/register.json").read_text("utf-8"))
    record = next(r for r in register["diensten"] if r["sheet"] == "diensten")

    def remove(rows: Rows) -> None:
        rows[:] = [row for row in rows if row["naam"] != record["name"]]

    edit(village / "data" / "diensten.csv", remove)
    for path in village.glob(f"content/diensten/{record['code']}.md"):
        path.unlink()
    build_quickly(village)

    site = village / "build" / "current" / "site"
    page = (site / "diensten" / record["code"] / "index.html").read_text("utf-8")
    assert "er niet meer" in page
    assert register["instellingen"]["phone"]["shown"] in page
    assert f"diensten/{record['code']}/" in (site / record["short_address"] / "index.html").read_text("utf-8")


def test_a_renamed_record_keeps_its_address(village: Path) -> None:
    """A new name for a row does not change where it lives."""
    build_quickly(village)
    before = json.loads((village / "build/current/data/register.json").read_text("utf-8"))["activiteiten"][0]

    def rename(rows: Rows) -> None:
        row = next(row for row in rows if row["naam"] == before["name"])
        row["naam"] += " van het dorp"

    edit(village / "data" / "activiteiten.csv", rename)
    build_quickly(village)

    after = json.loads((village / "build/current/data/register.json").read_text("utf-8"))["activiteiten"][0]
    assert after["name"] == before["name"] + " van het dorp"
    assert (after["code"], after["short_address"]) == (before["code"], before["short_address"])


def test_pelican_itself_makes_the_same_site(village: Path) -> None:
    """The host's own command, run at the village's root, makes the same site into build/preview."""
    release = build_quickly(village).release
    assert release is not None

    run = subprocess.run(
        [sys.executable, "-m", "pelican", "-e", f'DORPSPOMP_TODAY="{TODAY}"'],
        cwd=village,
        env=os.environ | {"PYTHONWARNINGS": "default"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    preview = village / "build" / "preview"
    ours = {
        p.relative_to(release.folder / "site"): p
        for p in (release.folder / "site").rglob("*")
        if p.is_file() and p.suffix not in {".br", ".gz"}  # made when a site is published, not to look at it
    }
    theirs = {p.relative_to(preview): p for p in preview.rglob("*") if p.is_file()}
    assert set(ours) == set(theirs)
    assert [str(name) for name in ours if ours[name].read_bytes() != theirs[name].read_bytes()] == []


ANOTHER = """
PLUGINS = []
THEME = "simple"
JINJA_ENVIRONMENT = {}
DIRECT_TEMPLATES = ["index"]
"""
"""Settings with which Pelican makes a start page of its own."""


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(
            lambda conf: conf.replace("PLUGINS = [site]", 'PLUGINS = [site, "bestaat_niet"]'), id="plugin"
        ),
        pytest.param(lambda conf: conf.replace("PAGE_PATHS = []", 'PAGE_PATHS = ["kapot"]'), id="page"),
        pytest.param(lambda conf: conf.replace("PLUGINS = [site]", "PLUGINS = []"), id="no plugin"),
        pytest.param(lambda conf: conf + ANOTHER, id="another site"),
    ],
)
def test_what_pelican_fails_at_silently_is_refused(village: Path, spoil: object) -> None:
    """Where Pelican logs an error and goes on, nothing is published and the old portal stays."""
    build_quickly(village)
    before = (village / "build" / "current").resolve()
    conf = village / "pelicanconf.py"
    assert callable(spoil)
    conf.write_text(spoil(conf.read_text("utf-8")), "utf-8")
    (village / "content" / "kapot").mkdir()
    (village / "content" / "kapot" / "bladzij.md").write_text("Geen titel, en een vreemde regel", "utf-8")

    with pytest.raises(SiteRefused):
        build_quickly(village)

    assert (village / "build" / "current").resolve() == before


def test_html_in_a_sheet_is_text(village: Path) -> None:
    """Whatever is typed in a cell is shown as text, on every page."""

    def attack(rows: Rows) -> None:
        rows[0] |= {"naam": '<script>alert("x")</script> & zo', "kort": '"><img src=x onerror=alert(1)>'}

    edit(village / "data" / "diensten.csv", attack)
    build_quickly(village, parts=("site", "kiosk", "data"))

    for page in html(village / "build" / "current"):
        text = page.read_text("utf-8")
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_a_village_of_three_rows_looks_finished(tmp_path: Path) -> None:
    """One sheet of three rows gives whole pages without empty headings or broken links."""
    root = small(tmp_path / "drie")
    release = build_quickly(root).release

    assert release is not None
    for page in html(release.folder / "site"):
        text = page.read_text("utf-8")
        assert text.count("<h1") == 1, page
        assert not re.search(r"<h[1-6][^>]*>\s*</h", text), page
        assert not re.search(r"<(ul|ol|dl)[^>]*>\s*</", text), page
        for href in Links(text).hrefs:
            target = leads_to(page, href, release.folder / "site")
            assert target is None or target.is_file(), (page, href)


def test_identical_input_gives_identical_bytes(village: Path, tmp_path: Path) -> None:
    """Two builds of the same village on the same day are the same to the byte."""
    first = build(village, TODAY, NOW, ("site", "kiosk", "data")).release
    second = build(village, TODAY, NOW, ("site", "kiosk", "data")).release

    assert first is not None
    assert second is not None
    assert not second.is_new
