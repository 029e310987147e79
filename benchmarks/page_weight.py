"""How heavy a page is: ours, GOV.UK Frontend's minimal page and Pelican's own themes, in a real browser.

`python benchmarks/page_weight.py`. All pages come from one server, compressed with gzip, and are opened
in turn (A B C A B C ...) with an empty cache on a slow line and a slow processor. The peers are
installed by name into a folder that is kept between runs; the tests do not need them. A worker that
fetches a copy for later starts after the first view; it is off here, and its weight is told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.conftest import CHROMIUM, QUIET, TODAY, build_quickly, copy_example, serving  # noqa: E402

from dorpspomp.outputs import compress  # noqa: E402

RESULT = ROOT / "benchmarks" / "results" / "page_weight.md"
PEERS = ROOT / "build" / "cache" / "peers"
GOVUK, NUNJUCKS = "6.6.0", "3.2.4"
LATENCY, RATE, SLOWER = 400, 400_000 / 8, 4
"""The slow profile: milliseconds there and back, bytes a second, how many times as slow a processor."""

SCREEN = {"width": 412, "height": 823}

_TIMES = """() => new Promise(done => {
  const found = { paint: 0, shift: 0, blocking: 0 };
  const watch = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take))
    .observe({ type, buffered: true });
  watch("largest-contentful-paint", e => { found.paint = e.startTime });
  watch("layout-shift", e => { if (!e.hadRecentInput) found.shift += e.value });
  watch("longtask", e => { found.blocking += Math.max(0, e.duration - 50) });
  setTimeout(() => done(found), 500);
})"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: requests, bytes over the line (heads included), paint in ms, shift, blocked ms."""

    requests: int
    size: int
    paint: float
    shift: float
    blocking: float


def ours(folder: Path) -> tuple[Path, str]:
    """Build the example and return its website and the way to a record's page."""
    release = build_quickly(copy_example(folder / "village")).release
    assert release is not None
    register = json.loads((release.folder / "data" / "register.json").read_text("utf-8"))
    record = next(one for one in register["diensten"] if one["sheet"] == "diensten")
    return release.folder, f"diensten/{record['code']}/"


def govuk(folder: Path) -> Path:
    """Make GOV.UK Frontend's page as its manual tells, with one heading and one paragraph."""
    home = PEERS / f"govuk-frontend-{GOVUK}"
    if not (home / "node_modules").exists():
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true}')
        names = f"govuk-frontend@{GOVUK}", f"nunjucks@{NUNJUCKS}"
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", *names], cwd=home, check=True
        )
    package = home / "node_modules" / "govuk-frontend" / "dist"
    shutil.copytree(package / "govuk" / "assets", folder / "assets")
    for name in ("govuk-frontend.min.css", "govuk-frontend.min.js"):
        shutil.copyfile(package / "govuk" / name, folder / name)
    page = subprocess.run(
        ["node", "-e", _RENDER, str(package)], cwd=home, check=True, capture_output=True, text=True
    )
    (folder / "index.html").write_text(page.stdout, "utf-8")
    return folder


_RENDER = """
const nunjucks = require("nunjucks").configure(process.argv[1], { autoescape: true });
console.log(nunjucks.renderString(`{% extends "govuk/template.njk" %}
{% block pageTitle %}Village{% endblock %}
{% block head %}<link rel="stylesheet" href="/govuk-frontend.min.css">{% endblock %}
{% block content %}
<h1 class="govuk-heading-xl">Village</h1><p class="govuk-body">One paragraph.</p>
{% endblock %}
{% block bodyEnd %}
<script type="module" src="/govuk-frontend.min.js"></script>
<script type="module">import { initAll } from "/govuk-frontend.min.js"; initAll()</script>
{% endblock %}`, {}));
"""


def pelican(folder: Path, theme: str, register: Mapping[str, Any]) -> Path:
    """Let Pelican make the village's records as articles in one of its own themes."""
    for sheet in ("diensten", "activiteiten", "organisaties", "plekken"):
        for record in register[sheet]:
            path = folder / "content" / f"{record['sheet']}-{record['code']}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article(record, sheet), "utf-8")
    settings = {
        **{"SITENAME": "Wilgenbroek", "PATH": "content", "OUTPUT_PATH": "output", "THEME": theme},
        **{"TIMEZONE": "Europe/Amsterdam", "DEFAULT_LANG": "nl", "RELATIVE_URLS": True},
        **{f"{kind}_FEED_ATOM": None for kind in ("CATEGORY", "TRANSLATION", "AUTHOR")},
        **{"FEED_ALL_ATOM": None, "AUTHOR_FEED_RSS": None, "DEFAULT_PAGINATION": 10},
    }
    (folder / "pelicanconf.py").write_text(
        "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    )
    subprocess.run([sys.executable, "-m", "pelican", "--quiet"], cwd=folder, check=True)
    return folder / "output"


def article(record: Mapping[str, Any], sheet: str) -> str:
    """Write a record as people write an article: its short text, and each fact on a line."""
    facts = [f"* {name}: {value}" for name, value in record.items() if isinstance(value, str) and value]
    short = record.get("short", "")
    head = (
        f"Title: {record['name']}\nDate: {TODAY}\nCategory: {sheet}\n"
        f"Slug: {record['sheet']}-{record['code']}\nSummary: {short}\n"
    )
    return f"{head}\n{short}\n\n" + "\n".join(facts) + "\n"


def packed(site: Path) -> Path:
    """Give a website gzip copies only, so that every browser and peer gets the same coding."""
    for copy in [*site.rglob("*.br"), *site.rglob("*.gz")]:
        copy.unlink()
    compress.beside(site, site / "none")
    for copy in site.rglob("*.br"):
        copy.unlink()
    return site


def visit(browser: Browser, url: str) -> Visit:
    """Open a page once on the slow profile, with nothing in the cache."""
    context = browser.new_context(viewport=SCREEN, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    inside = context.new_cdp_session(page)
    sizes: list[float] = []
    inside.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    _slow(inside)
    page.goto(url, wait_until="networkidle", timeout=120_000)
    found = page.evaluate(_TIMES)
    context.close()
    return Visit(len(sizes), round(sum(sizes)), found["paint"], found["shift"], found["blocking"])


def _slow(inside: CDPSession) -> None:
    inside.send("Network.enable")
    line = {"offline": False, "latency": LATENCY, "downloadThroughput": RATE, "uploadThroughput": RATE}
    inside.send("Network.emulateNetworkConditions", line)
    inside.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def measured(pages: Mapping[str, str], runs: int) -> dict[str, list[Visit]]:
    """Visit every page in turn; the first round only warms up the machine."""
    found: dict[str, list[Visit]] = {name: [] for name in pages}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for number in range(runs + 1):
            for name, url in pages.items():
                seen = visit(browser, url)
                if number:
                    found[name].append(seen)
        browser.close()
    return found


COLUMNS: Mapping[str, Callable[[Sequence[Visit]], str]] = {
    "requests": lambda seen: f"{median(one.requests for one in seen):.0f}",
    "KB": lambda seen: f"**{median(one.size for one in seen) / 1000:.1f}**",
    "LCP, s": lambda seen: f"**{median(one.paint for one in seen) / 1000:.2f}** ({_spread(seen)})",
    "CLS": lambda seen: f"{median(one.shift for one in seen):.3f}",
    "TBT, ms": lambda seen: f"{median(one.blocking for one in seen):.0f}",
}


def _spread(seen: Sequence[Visit]) -> str:
    paints = sorted(one.paint / 1000 for one in seen)
    return f"{paints[0]:.2f}–{paints[-1]:.2f}"


def report(found: Mapping[str, Sequence[Visit]], runs: int, later: int, day: str) -> str:
    """Return the results as a page of Markdown."""
    rows = [
        f"| {name} | {' | '.join(column(seen) for column in COLUMNS.values())} |"
        for name, seen in found.items()
    ]
    told = (
        f"{day + ': m' if day else 'M'}edian of {runs} visits in turn after a warm-up, least and most"
        " between brackets."
        f" Empty cache, {LATENCY} ms, {RATE * 8 / 1000:.0f} kbit/s, CPU {SLOWER}x slower, {SCREEN['width']} x"
        f" {SCREEN['height']}, gzip, one server. KB are 1,000 bytes over the line, heads of answers included."
        f" Load average {os.getloadavg()[0]:.1f} after."
    )
    head = f"| | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}"
    apart = (
        "After our first page, a worker may fetch a copy of the whole site for use offline:"
        f" {later / 1000:.0f} KB, once."
    )
    return "\n\n".join(["# Weight of a page", told, "\n".join([head, *rows]), apart])


def contestants(folder: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Yield each website, with the names of its pages and the ways to them."""
    release, record = ours(folder)
    register = json.loads((release / "data" / "register.json").read_text("utf-8"))
    yield release / "site", {"Dorpspomp, start page": "", "Dorpspomp, record page": record}
    (folder / "govuk").mkdir()
    yield govuk(folder / "govuk"), {f"GOV.UK Frontend {GOVUK}, minimal page": ""}
    for theme in ("simple", "notmyidea"):
        made = pelican(folder / theme, theme, register)
        name = f"Pelican {version('pelican')} `{theme}`"
        yield (
            made,
            {f"{name}, start page": "", f"{name}, article": record.strip("/").replace("/", "-") + ".html"},
        )


def main() -> None:
    """Measure, print the table and write it down."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5, help="how many visits to each, after a warm-up (5)")
    asked.add_argument("--date", default="", help="the date to write on the results")
    given = asked.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pages: dict[str, str] = {}
        later = 0
        for site, ways in contestants(folder):
            later = later or sum(path.stat().st_size for path in site.glob("kopie.bin"))
            address = stack.enter_context(serving(packed(site)))
            pages |= {name: f"{address}/{way}" for name, way in ways.items()}
        text = report(measured(pages, given.runs), given.runs, later, given.date)
    print(text)
    RESULT.write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
