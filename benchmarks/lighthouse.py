"""Lighthouse on every kind of page of the example: `python benchmarks/lighthouse.py`.

Lighthouse is installed by name into a folder that is kept between runs; the tests do not need it.
Each page is judged as a mobile visit, the slowest profile that Lighthouse has. Scores are 0 to 100.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.conftest import CHROMIUM, build_quickly, copy_example, serving  # noqa: E402
from tests.test_browser import KINDS, address  # noqa: E402

TODAY = date(2026, 11, 22)
RESULT = Path(__file__).parent / "results" / "lighthouse.md"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIRST = 7
"""How often the start page is judged, of which the time is told: whether Chromium asks for the manifest
just before or just after the first paint is chance, and Lighthouse counts 0.15 s for it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What Lighthouse says of one page: scores in order of CATEGORIES, times in milliseconds."""

    page: str
    scores: tuple[int, ...]
    paint: float
    blocking: float
    shift: float
    wrong: tuple[str, ...]


def installed(folder: Path) -> Path:
    """Return the program, installed when it is not there yet."""
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}')
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", "lighthouse"], cwd=folder, check=True
        )
    return program


def judged(program: Path, base: str, page: str, times: int) -> Judged:
    """Judge a page so many times and return the medians."""
    runs = [_patiently(program, f"{base}/{page}") for _ in range(times)]
    wrong = {
        ref["id"]
        for category in runs[-1]["categories"].values()
        for ref in category["auditRefs"]
        if ref["weight"] and (score := runs[-1]["audits"][ref["id"]]["score"]) is not None and score < 0.9
    }
    return Judged(
        page,
        tuple(round(100 * median(run["categories"][name]["score"] for run in runs)) for name in CATEGORIES),
        *(median(run["audits"][name]["numericValue"] for run in runs) for name in MEASURED),
        tuple(sorted(wrong)),
    )


MEASURED = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


def _patiently(program: Path, url: str, tries: int = 3) -> Any:
    """Judge once; now and then Lighthouse loses its trace of a page."""
    for _ in range(tries - 1):
        with suppress(subprocess.CalledProcessError):
            return _run(program, url)
    return _run(program, url)


def _run(program: Path, url: str) -> Any:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out.json"
        flags = "--headless=new --no-sandbox --disable-gpu"
        subprocess.run(
            [program, url, "--quiet", f"--chrome-flags={flags}", "--output=json", f"--output-path={out}"],
            check=True, stdout=subprocess.DEVNULL, env={**os.environ, "CHROME_PATH": CHROMIUM},
        )  # fmt: skip
        return json.loads(out.read_text("utf-8"))


def table(found: list[Judged]) -> str:
    """Return the figures as a table of Markdown."""
    heads = ("page", "performance", "accessibility", "best practices", "SEO", "LCP (s)", "TBT (ms)", "CLS")
    rows = [heads, ("---",) * len(heads)]
    for one in found:
        times = (f"{one.paint / 1000:.2f}", f"{one.blocking:.0f}", f"{one.shift:.3f}")
        rows.append((f"/{one.page}", *map(str, one.scores), *times))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def main() -> None:
    """Judge every kind of page and write the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=1)
    asked.add_argument("--tools", type=Path, default=ROOT / "build" / "cache" / "lighthouse")
    given = asked.parse_args()
    first = max(given.times, FIRST)
    with tempfile.TemporaryDirectory() as scratch:
        built = build_quickly(copy_example(Path(scratch) / "village"), TODAY)
        assert built.release is not None
        register = json.loads((built.release.folder / "data" / "register.json").read_text("utf-8"))
        program = installed(given.tools)
        with serving(built.release.folder / "site") as base:
            found = []
            for kind in KINDS:
                page = address(kind, register)
                times = given.times if page else first
                found.append(one := judged(program, base, page, times))
                print(one.page, *one.scores, f"{one.paint:.0f} ms", *one.wrong, flush=True)
    title = (
        "# Lighthouse, every kind of page\n\n"
        f"Mobile profile, median of {given.times}; of the start page, median of {first}.\n"
        "404.html asks search engines not to keep it, for which Lighthouse takes points off in SEO.\n\n"
    )
    RESULT.write_text(title + table(found), "utf-8")


if __name__ == "__main__":
    main()
