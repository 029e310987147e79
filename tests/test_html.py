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
TARGET, LIMIT = 12_288, 14_000
"""Bytes of the start page after gzip -9: for the example, and for a village of a thousand records."""


@pytest.mark.parametrize("part", ["site", "kiosk"])
def test_every_page_is_sound_html(built: Path, part: str) -> None:
    """html-validate finds nothing on any page, the ones that are gone included."""
    told = subprocess.run(
        [JUDGE, "--config", REPOSITORY / ".htmlvalidate.json", "--ext", "html", "--formatter", "json", built / part],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )

    assert not told.stderr
    assert len(list((built / part).rglob("*.html"))) > 200
    assert [
        f"{page['filePath']}:{m['line']} {m['ruleId']}: {m['message']}"
        for page in json.loads(told.stdout)
        for m in page["messages"]
    ] == []


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
