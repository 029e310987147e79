"""Every page is sound HTML, and the start page is light.

Two judges read every page: html-validate with its recommended rules (`.htmlvalidate.json`) and vnu,
the checker of the W3C. One rule of the first is off: `tel-non-breaking` wants every space and hyphen
of a telephone number to be of the kind that does not break. The style sheet keeps numbers on one
line; plain characters are what people search for, copy and paste, and what a screen reader knows.
"""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest
from benchmarks import generate

from tests.conftest import REPOSITORY, build_quickly

JUDGE = REPOSITORY / "node_modules" / ".bin" / "html-validate"
CHECKER = REPOSITORY / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
RULES = REPOSITORY / ".htmlvalidate.json"
TARGET, LIMIT = 12_000, 14_000
"""Bytes of the start page after gzip -9: for the example, and for a village of a thousand records."""


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built village of a thousand records."""
    root = tmp_path_factory.mktemp("thousand")
    generate.write(root, generate.village(1000))
    built = build_quickly(root)
    assert built.release is not None
    return built.release.folder


PARTS = ("example site", "example kiosk", "thousand site")


@pytest.fixture(params=PARTS)
def part(request: pytest.FixtureRequest) -> Path:
    """Return a part of a release in which every page is judged, the ones that are gone included."""
    village, _, name = request.param.partition(" ")
    folder: Path = request.getfixturevalue("built" if village == "example" else village) / name
    assert len(list(folder.rglob("*.html"))) > 200
    return folder


@pytest.mark.parametrize("part", PARTS, indirect=True)
def test_every_page_is_sound_html(part: Path, tmp_path: Path) -> None:
    """html-validate finds nothing on any page."""
    # To a file: on a pipe, a long list of complaints is cut off.
    told = tmp_path / "told.json"
    subprocess.run(
        [JUDGE, "--config", RULES, "--ext", "html", "--formatter", f"json={told}", part],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
    )

    complaints = [
        f"{page['filePath']}:{m['line']} {m['ruleId']}: {m['message']}"
        for page in json.loads(told.read_text("utf-8"))
        for m in page["messages"]
    ]
    assert complaints == []


def test_every_page_is_valid_html(part: Path, tmp_path: Path) -> None:
    """The checker of the W3C finds no error on any page."""
    told = tmp_path / "told.json"
    command = ["java", "-jar", CHECKER, "--errors-only", "--skip-non-html", "--format", "json", part]
    with told.open("wb") as out:
        subprocess.run(command, stderr=out, check=False)

    messages = json.loads(told.read_text("utf-8"))["messages"]
    assert sorted({f"{m.get('url', '')}:{m.get('lastLine', 0)} {m['message']}" for m in messages}) == []


def test_the_start_page_is_light(built: Path, thousand: Path) -> None:
    """The start page, its style sheet, script and drawings included, comes in one small packet of bytes."""
    assert weight(built / "site" / "index.html") <= TARGET
    assert weight(thousand / "site" / "index.html") <= LIMIT


def weight(page: Path) -> int:
    """Return the bytes of a page after gzip -9."""
    return len(gzip.compress(page.read_bytes(), 9))
