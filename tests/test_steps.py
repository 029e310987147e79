"""Every record is near: at most three steps from home, without a script."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from benchmarks import generate

from tests.conftest import build_quickly

MOST = 3


class Links(HTMLParser):
    """Gathers where a page leads to by links that stand in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the address of a link."""
        if tag == "a" and (href := dict(attrs).get("href")):
            self.found.append(href)


def steps(site: Path) -> dict[str, int]:
    """Return how many steps each page is from home; what no link leads to is missing."""
    known, edge = {"": 0}, [""]
    while edge:
        reached = [path for page in edge for path in leads_to(site, page) if path not in known]
        known |= dict.fromkeys(reached, known[edge[0]] + 1)
        edge = list(dict.fromkeys(reached))
    return known


def leads_to(site: Path, page: str) -> list[str]:
    """Return the pages that a page links to."""
    text = (site / page / "index.html").read_text("utf-8")
    here = f"http://dorp.example/{page}"
    found = [urlsplit(urljoin(here, href)) for href in Links(text).found]
    paths = [unquote(one.path).removeprefix("/") for one in found if one.netloc == "dorp.example"]
    return [path for path in paths if (site / path / "index.html").is_file()]


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built village of a thousand records."""
    root = tmp_path_factory.mktemp("thousand")
    generate.write(root, generate.village(1000))
    built = build_quickly(root)
    assert built.release is not None
    return built.release.folder


def test_every_record_of_the_example_is_near(built: Path) -> None:
    """From home each record of the example is at most three links away."""
    assert far(built) == []


def test_every_record_of_a_large_village_is_near(thousand: Path) -> None:
    """So it is in a village of a thousand records."""
    assert far(thousand) == []


def far(release: Path) -> list[str]:
    """Return the records that are more than three steps away, or cannot be reached at all."""
    known = steps(release / "site")
    register = json.loads((release / "data" / "register.json").read_text("utf-8"))
    records = [
        f"{record['sheet']}/{record['code']}/"
        for sheet in ("diensten", "activiteiten", "organisaties", "plekken")
        for record in register[sheet]
    ]
    assert len(records) > 100
    return [path for path in records if known.get(path, MOST + 1) > MOST]
