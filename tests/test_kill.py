"""Killing: whenever a build or a watch is cut off, the portal is whole, no row is lost, and it recovers.

Twenty times each at moments that are the same at every run; `make soak` takes two hundred fresh ones.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from dorpspomp import lastgood, memory
from dorpspomp.publish import checksums, kept
from dorpspomp.village import MEMORY
from tests.conftest import SOAKING, build_quickly
from tests.village_files import SMALL, as_csv

TIMES = 200 if SOAKING else 20
RUN = [sys.executable, "-m", "dorpspomp"]
SMALLER = ["--only", "site,data", "--today", "2026-11-22"]
LONGEST = 60.0


def rows(root: Path, count: int) -> bytes:
    """Give a village so many services and return the bytes of its sheet."""
    headings, first, *_ = SMALL["diensten"]
    sheet = root / "data" / "diensten.csv"
    sheet.parent.mkdir(parents=True, exist_ok=True)
    fresh = sheet.with_name(".diensten.csv.tmp")
    fresh.write_text(as_csv([headings, *([f"Dienst {n}", *first[1:]] for n in range(count))]), "utf-8")
    fresh.replace(sheet)
    return sheet.read_bytes()


def published(root: Path) -> set[str]:
    """Return the services that visitors find, after proving that the release is whole."""
    build = root / "build"
    release = (build / "current").resolve()
    manifest = json.loads((release / "manifest.json").read_text("utf-8"))
    assert dict(checksums(release)) == manifest["files"]
    found = {path.parent.name for path in (release / "site" / "diensten").glob("*/index.html")}
    good = lastgood.read(kept(build, lastgood.FILE).read_text("utf-8"))
    assert {f"diensten/{code}/" for code in found} == {
        it for it in good.versions if it.startswith("diensten/")
    }
    return found


def remembered(root: Path) -> set[str]:
    """Return the addresses of services that are never forgotten, in the sheet and with the release."""
    texts = [(root / "data" / MEMORY).read_text("utf-8-sig"), kept(root / "build", MEMORY).read_text("utf-8")]
    return {
        path.split("/")[1] for text in texts for path in memory.read(text).addresses if "diensten/" in path
    }


def takes(root: Path) -> float:
    """Return how long a build takes from start to end, so that the moments fall all over it."""
    before = time.monotonic()
    subprocess.run([*RUN, "build", str(root), *SMALLER], stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - before


def killed(command: Sequence[str], after: float) -> None:
    """Start a command and kill it after a while, as a power cut does."""
    with subprocess.Popen([*RUN, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        try:
            run.wait(after)
        except subprocess.TimeoutExpired:
            run.kill()


@pytest.mark.parametrize("command", ["build", "watch"])
def test_a_kill_leaves_the_portal_whole(tmp_path: Path, command: str) -> None:
    """After each kill visitors see the old portal or the new one, and the next build shows all rows."""
    moments = random.Random(None if SOAKING else 22)
    count = 3
    rows(tmp_path, count)
    longest = takes(tmp_path)
    before = published(tmp_path)
    for _ in range(TIMES):
        count += 1
        sheet = rows(tmp_path, count)

        killed([command, str(tmp_path), *SMALLER], moments.uniform(0.2, 1.1) * longest)

        assert (tmp_path / "data" / "diensten.csv").read_bytes() == sheet
        assert before <= published(tmp_path)
        assert before <= remembered(tmp_path)
        assert build_quickly(tmp_path).release
        before = published(tmp_path)
        assert len(before) == count
        assert before <= remembered(tmp_path)
        assert list((tmp_path / "build" / "releases").glob(".new-*")) == []


def test_a_watch_that_was_killed_catches_up(tmp_path: Path) -> None:
    """What was saved while nobody watched, and what a kill left half, is made good at the next start."""
    rows(tmp_path, 3)
    takes(tmp_path)
    (tmp_path / "build" / "releases" / ".new-20261122T090000-1" / "site").mkdir(parents=True)
    rows(tmp_path, 5)
    command = [*RUN, "watch", str(tmp_path), *SMALLER]
    for _ in range(2):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
            assert run.stdout
            assert any("Het hele verslag staat in" in line for line in run.stdout)
            run.kill()
        assert len(published(tmp_path)) == 5
        assert list((tmp_path / "build" / "releases").glob(".new-*")) == []
