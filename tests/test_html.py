"""Every page is sound HTML, and the start page is light.

The judge is html-validate with its recommended rules (`.htmlvalidate.json`). One rule is off:
`tel-non-breaking` wants every space and hyphen of a telephone number to be of the kind that does
not break. The style sheet keeps numbers on one line; plain characters are what people search for,
copy and paste, and what a screen reader knows.
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
RULES = REPOSITORY / ".htmlvalidate.json"
TARGET, LIMIT = 12_288, 14_000
"""Bytes of the start page after gzip -9: for the example, and for a village of a thousand records."""


@pytest.mark.parametrize("part", ["site", "kiosk"])
def test_every_page_is_sound_html(built: Path, tmp_path: Path, part: str) -> None:
    """html-validate finds nothing on any page, the ones that are gone included."""
    assert len(list((built / part).rglob("*.html"))) > 200
    # To a file: on a pipe, a long list of complaints is cut off.
    told = tmp_path / "told.json"
    subprocess.run(
        [JUDGE, "--config", RULES, "--ext", "html", "--formatter", f"json={told}", built / part],
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


def test_the_start_page_is_light(built: Path, tmp_path: Path) -> None:
    """The start page, its style sheet and drawings included, comes in one small packet of bytes."""
    generate.write(tmp_path / "thousand", generate.village(1000))
    thousand = build_quickly(tmp_path / "thousand")

    assert thousand.release is not None
    assert weight(built / "site" / "index.html") <= TARGET
    assert weight(thousand.release.folder / "site" / "index.html") <= LIMIT


def weight(page: Path) -> int:
    """Return the bytes of a page after gzip -9."""
    return len(gzip.compress(page.read_bytes(), 9))
