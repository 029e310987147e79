"""The wheel: installed into an empty environment it makes a village and builds it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

pytestmark = pytest.mark.wheel

NEEDED = (
    "dorpspomp/cli.py",
    "dorpspomp/py.typed",
    "dorpspomp/schema/diensten.json",
    "dorpspomp/theme/templates/start.html",
    "dorpspomp/theme/styles/base/00-base.css",
    "dorpspomp/theme/icons/telefoon.svg",
    "dorpspomp/theme/print/templates/poster.html",
    "dorpspomp/kiosk/templates/start.html",
    "dorpspomp/kiosk/static/kiosk.css",
    "dorpspomp/starter/data/landelijk.csv",
    "dorpspomp/starter/data/vakanties.csv",
    "dorpspomp/starter/data/rubrieken.csv",
    "dorpspomp/starter/pelicanconf.py",
)


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command to a good end, with nothing of this environment leaking in."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a freshly built wheel."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, REPOSITORY, cwd=out)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_all_that_ships(wheel: Path) -> None:
    """Theme, kiosk, descriptors and starters are in the wheel; data of the example is not."""
    names = set(zipfile.ZipFile(wheel).namelist())

    assert [name for name in NEEDED if name not in names] == []
    assert not [name for name in names if "diensten.csv" in name or name.startswith(("tests/", "data/"))]


def test_the_wheel_makes_and_builds_a_village(wheel: Path, tmp_path: Path) -> None:
    """In an empty environment: install, `new`, `build`, paper included; then `pelican` makes the site."""
    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    binaries = tmp_path / "venv" / "bin"
    locked = ("-r", REPOSITORY / "requirements.lock", "--require-hashes")
    run(binaries / "pip", "install", "-q", "--disable-pip-version-check", *locked, cwd=tmp_path)
    run(binaries / "pip", "install", "-q", "--disable-pip-version-check", "--no-deps", wheel, cwd=tmp_path)

    run(binaries / "dorpspomp", "new", "kwakel", cwd=tmp_path)
    run(binaries / "dorpspomp", "build", "kwakel", cwd=tmp_path)
    run(binaries / "pelican", cwd=tmp_path / "kwakel")

    current = tmp_path / "kwakel" / "build" / "current"
    assert {p.name for p in current.iterdir()} == {"site", "kiosk", "data", "print", "manifest.json"}
    assert (current / "print" / "koelkast.pdf").read_bytes().startswith(b"%PDF")
    assert "Kwakel" in (tmp_path / "kwakel" / "build" / "preview" / "index.html").read_text("utf-8")
