"""What the tests share: the example village built once, a server for it, a browser and a judge."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from dorpspomp.build import Built, build
from dorpspomp.serve import server

# The same examples at every run, so that a test fails for what was changed; `make soak` draws fresh ones.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "soak", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

SOAKING = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
"""Whether `make soak` runs, which takes its time."""

REPOSITORY = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
"""A fixed day, so that what is tested does not depend on when."""
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Keeps Chromium from calling home, and lets it run as root in a container."""


def copy_example(target: Path) -> Path:
    """Copy the example village, without anything that was made from it."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("data", "content"):
        shutil.copytree(REPOSITORY / name, target / name)
    shutil.copyfile(REPOSITORY / "pelicanconf.py", target / "pelicanconf.py")
    return target


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example village, built whole; do not change it."""
    root = copy_example(tmp_path_factory.mktemp("example") / "wilgenbroek")
    built = build(root, TODAY, NOW)
    assert built.release is not None, built.problems
    return root


@pytest.fixture
def built(example: Path) -> Path:
    """Return the folder of the example's current release."""
    return example / "build" / "current"


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """Return a fresh copy of the example village, to be changed at will."""
    return copy_example(tmp_path / "wilgenbroek")


@pytest.fixture(scope="session")
def site_server(example: Path) -> Iterator[str]:
    """Return the address of a server for the example's website."""
    with serving(example / "build" / "current" / "site") as address:
        yield address


@pytest.fixture(scope="session")
def kiosk_server(example: Path) -> Iterator[str]:
    """Return the address of a server for the example's kiosk."""
    with serving(example / "build" / "current" / "kiosk") as address:
        yield address


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder as `dorpspomp serve` does."""
    with server(folder, 0) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a real Chromium."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe_source() -> str:
    """Return the source of axe-core, the judge of accessibility."""
    return (REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def build_quickly(root: Path, today: date = TODAY, parts: tuple[str, ...] = ("site", "data")) -> Built:
    """Build only what a test looks at: paper takes longer than all the rest."""
    return build(root, today, NOW, parts)


def thin(root: Path, kept: int = 12) -> Path:
    """Keep the first rows of the two largest sheets, so that their paper is made in a moment."""
    for sheet in ("diensten", "activiteiten"):
        path = root / "data" / f"{sheet}.csv"
        path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[: kept + 1]), "utf-8")
    return root
