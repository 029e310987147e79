"""Addresses of pages that the program makes of its own accord keep answering when there is no such page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import village_files as files
from tests.conftest import build_quickly

SERVICES = [
    ["naam", "rubriek", "kort", "kosten", "telefoon", "gebied"],
    ["Klussen", "Hulp", "Wij klussen.", "gratis", "0490-01 23 41", "Lindedorp"],
    ["Vervoer", "Hulp", "Wij rijden.", "gratis", "0490-01 23 42", "Elsrijk"],
]
SETTINGS = [["naam", "waarde"], ["dorp", "Lindedorp"], ["webadres", "https://lindedorp.example"]]
FULL: files.Sheets = {
    "instellingen": [*SETTINGS, ["talen", "en"]],
    "diensten": SERVICES,
    "tellingen": [["maand", "gebied", "vragen"], ["2026-10", "Lindedorp", "31"]],
}
MOVED = [*SERVICES[:-1], [*SERVICES[-1][:-1], "Lindedorp"]]
LEFT = {
    "an area": ({"diensten": MOVED}, "sociale-kaart/gebied/elsrijk/"),
    "the figures": ({"tellingen": FULL["tellingen"][:1]}, "cijfers/"),
    "a language": ({"instellingen": SETTINGS}, "en/diensten/klussen/"),
}


@pytest.mark.parametrize(("change", "address"), LEFT.values(), ids=LEFT)
def test_an_address_keeps_answering(tmp_path: Path, change: files.Sheets, address: str) -> None:
    """What is no longer there says so, with the ways on, at every later build; a search engine forgets it."""
    site = publish(tmp_path, FULL)
    assert "er niet meer" not in (site / address / "index.html").read_text("utf-8")

    for _ in range(2):
        site = publish(tmp_path, {**FULL, **change})
        page = (site / address / "index.html").read_text("utf-8")
        assert "Dit is er niet meer" in page
        assert 'name="robots" content="noindex"' in page
        assert not [path for path in site.glob("sitemap.xml") if f"/{address}<" in path.read_text("utf-8")]
    assert "er niet meer" not in (publish(tmp_path, FULL) / address / "index.html").read_text("utf-8")


def publish(root: Path, sheets: files.Sheets) -> Path:
    """Build the website of a village and return its folder."""
    built = build_quickly(files.write(root, sheets), parts=("site",))
    assert built.release, built.problems
    return built.release.folder / "site"
