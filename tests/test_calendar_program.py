"""A real calendar program, `calcurse` from Debian, opens the calendars and shows what the pages show."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import TODAY

PROGRAM = "/usr/bin/calcurse"
ROW = re.compile(
    r'<li class="row[^>]*data-starts="([^"]+)"[^>]*>.*?<p class="row__name"><a [^>]*>(<s>)?([^<]*)<',
    re.DOTALL,
)
MONTH = timedelta(days=31)


def program(folder: Path, *arguments: str | Path) -> str:
    """Run the program with a folder of its own and return what it says."""
    own = {"HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "Europe/Amsterdam"}
    done = subprocess.run(
        [PROGRAM, "-D", folder, *arguments],
        env=os.environ | own, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown(folder: Path, file: Path, first: date, last: date) -> list[tuple[str, str]]:
    """Open a calendar and return what is shown between two days: begin and name."""
    program(folder, "-q", "-i", file)
    form = [f"--format-{kind}=%(start:%Y-%m-%dT%H:%M)|%m\n" for kind in ("apt", "recur-apt")]
    days = ("--from", f"{first:%m/%d/%Y}", "--to", f"{last:%m/%d/%Y}")
    listed = program(folder, "-Q", *days, *form).splitlines()
    return sorted((begin, name) for begin, _, name in (line.partition("|") for line in listed) if name)


def on_page(page: Path, last: date) -> list[tuple[str, str]]:
    """Return what the agenda's page lists up to a day."""
    rows = ROW.findall(page.read_text("utf-8"))
    named = (
        (starts, f"{'Gaat niet door: ' if struck else ''}{unescape(name)}") for starts, struck, name in rows
    )
    return sorted((starts, name) for starts, name in named if starts[:10] <= last.isoformat())


def test_the_program_lists_what_the_page_lists(built: Path, tmp_path: Path) -> None:
    """For a month with two cancelled, two moved and three other times, both say the same."""
    last = TODAY + MONTH
    page = on_page(built / "site" / "agenda" / "index.html", last)

    assert len(page) > 150
    assert any(name.startswith("Gaat niet door") for _, name in page)
    assert shown(tmp_path, built / "site" / "agenda.ics", TODAY, last) == page


@pytest.mark.parametrize("folder", ["plekken/dorpshuis-de-wilg", "rubrieken/eten"])
def test_a_part_lists_its_part(built: Path, tmp_path: Path, folder: str) -> None:
    """The calendar of a place and of a tile show a part of the same list."""
    last = TODAY + MONTH
    site = built / "site"
    part = shown(tmp_path, site / folder / "agenda.ics", TODAY, last)

    assert part
    assert set(part) < set(on_page(site / "agenda" / "index.html", last))
