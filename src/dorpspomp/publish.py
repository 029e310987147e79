"""Publishing: every build goes into a new folder, and one atomic step makes it the current one.

    1. make    everything is written into `releases/.new-<id>`; a failure leaves nothing behind
    2. weigh   a manifest lists every file with its sha256; equal to the current one: stop here
    3. keep    what the next build must know goes into `kept/<id>`, which is never shown
    4. seal    the folder is renamed to `releases/<id>`
    5. switch  `current` is replaced by a link to it, in one step (rename(2) is atomic)
    6. sweep   the newest five releases stay

The switch to a release is also the switch to what is kept with it. Nothing else is written, so
a reader sees the old portal whole or the new one whole.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from types import MappingProxyType

from dorpspomp import __version__

KEPT = 5
"""How many releases are kept, the current one included."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its folder, and whether this run made it (False: nothing had changed)."""

    folder: Path
    is_new: bool
    counts: Mapping[str, int]


Texts = Mapping[str, str]
Maker = Callable[[Path], Mapping[str, int]]
"""Writes a portal into a folder and returns how many of what were made."""


class Busy(RuntimeError):
    """Another is at it already: a build of the same village, or a watch."""


_MEANWHILE = "De website wordt al gemaakt. Probeer het over een minuut weer."


def publish(build: Path, make: Maker, now: datetime, keep: Texts = MappingProxyType({})) -> Release:
    """Make a release and switch `current` to it; an exception in `make` changes nothing.

    `keep` holds texts by file name for the next build, which finds them by `kept`.
    Raises Busy when another build of this village is running.
    """
    releases = build / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    with alone(build / ".lock", _MEANWHILE):
        _sweep_unfinished(releases)
        fresh = releases / f".new-{now:%Y%m%dT%H%M%S}-{os.getpid()}"
        fresh.mkdir()
        try:
            return _released(build, fresh, make, now, keep)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def carried(build: Path, fresh: Path, part: str) -> Mapping[str, int]:
    """Take a part of the current release over into a new one, unchanged; return its count, if it is there.

    A release never changes, so the files are shared and take no room, where the disk can do that.
    """
    current = build / "current"
    if not (current / part).is_dir():
        return {}
    shutil.copytree(current / part, fresh / part, copy_function=_shared)
    counts = _manifest(current).get("counts")
    return {part: counts[part]} if isinstance(counts, dict) and part in counts else {}


def _shared(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a memory stick, a network folder
        shutil.copy2(source, target)


def kept(build: Path, name: str) -> Path:
    """Return where a text is that was kept with the current release."""
    return build / "kept" / (build / "current").resolve().name / name


def _released(build: Path, fresh: Path, make: Maker, now: datetime, keep: Texts) -> Release:
    counts = make(fresh)
    files = dict(checksums(fresh))
    current = build / "current"
    if _manifest(current).get("files") == files:
        _keep(build / "kept" / current.resolve().name, keep)
        return Release(current.resolve(), False, counts)
    digest = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:8]
    target = _free(fresh.with_name(f"{now:%Y%m%dT%H%M%S}-{digest}"))
    _write_manifest(fresh, target.name, counts, files)
    _keep(build / "kept" / target.name, keep)
    os.sync()  # a power cut after the switch must not find empty files
    fresh.rename(target)
    switch(current, target)
    _sweep(build, target)
    return Release(target, True, counts)


def _keep(folder: Path, texts: Texts) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        fresh = folder / f".{name}"
        fresh.write_text(text, "utf-8")
        fresh.replace(folder / name)


def _free(wanted: Path) -> Path:
    """Return a name that is not taken: going back to an earlier portal within a second would clash."""
    return next(path for n in count(1) if not (path := wanted if n == 1 else Path(f"{wanted}-{n}")).exists())


def checksums(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file's path and sha256, sorted by path."""
    # os.walk, not rglob: at 10,000 records it takes a third of the time.
    found = (f"{place}{os.sep}{name}" for place, _, names in os.walk(folder) for name in names)
    start = len(str(folder)) + 1
    for path in sorted(found):
        if path[start:] != "manifest.json":
            yield Path(path[start:]).as_posix(), hashlib.sha256(Path(path).read_bytes()).hexdigest()


def _write_manifest(folder: Path, name: str, counts: Mapping[str, int], files: Mapping[str, str]) -> None:
    manifest = {
        "release": name,
        "tool": f"dorpspomp {__version__}",
        "counts": dict(counts),
        "files": dict(files),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(f"{text}\n", "utf-8")


def _manifest(release: Path) -> Mapping[str, object]:
    """Read a release's manifest; one that is missing or damaged counts as different."""
    try:
        found = json.loads((release / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def switch(link: Path, target: Path) -> None:
    """Point a link at a folder in one atomic step."""
    waiting = link.with_name(f".{link.name}-next")
    waiting.unlink(missing_ok=True)
    waiting.symlink_to(os.path.relpath(target, link.parent))
    waiting.replace(link)


def _sweep(build: Path, current: Path) -> None:
    """Remove all but the newest releases; the current one always stays."""
    done = sorted((p for p in (build / "releases").iterdir() if not p.name.startswith(".")), reverse=True)
    for old in done[KEPT:]:
        if old != current:
            shutil.rmtree(old)
    for texts in (build / "kept").iterdir():
        if not (build / "releases" / texts.name).exists():
            shutil.rmtree(texts)


def _sweep_unfinished(releases: Path) -> None:
    """Remove what a killed build left behind; the lock tells that nobody is still at it."""
    for leftover in releases.glob(".new-*"):
        shutil.rmtree(leftover, ignore_errors=True)  # what cannot go now goes next time


@contextmanager
def alone(lock: Path, busy: str) -> Iterator[None]:
    """Hold a lock; the system frees it when the process dies. Raises Busy when another holds it."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(busy) from None
        yield
