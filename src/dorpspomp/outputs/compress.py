"""Compressed copies beside the files of a website, for servers that send them as they are.

Only texts are compressed, and only where that makes fewer packets. What did not change since the
release before keeps its copies and its date, so that a browser that asks again need not fetch it.
Pages change every day, so that they are compressed quickly: brotli 11 takes fifty times as long as
brotli 5 for a tenth less. The start page is worth that, and so are styles and scripts, which stay the
same for months.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from dorpspomp.outputs.headers import CODINGS

TEXTS = frozenset({".css", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"})
"""The files that are compressed, by the end of their names."""

LEAST = 1024
"""A file of fewer bytes fits in one packet as it is."""

_STEADY = frozenset({".css", ".js"})


def beside(folder: Path, before: Path) -> int:
    """Put copies beside the files of a website and return how many files have one.

    `before` is the website that is published now; it need not be there.
    """
    files = [Path(place, name) for place, _, names in os.walk(folder) for name in names]
    # Both compressors let other threads run meanwhile.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return sum(threads.map(partial(_copied, folder=folder, before=before), files))


def _copied(path: Path, folder: Path, before: Path) -> bool:
    """Give one file its copies; tell whether it has any."""
    data, old = path.read_bytes(), before / path.relative_to(folder)
    same = _is(data, old)
    if same:
        times = old.stat()
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    if path.suffix not in TEXTS or len(data) < LEAST:
        return False
    best = path.suffix in _STEADY or path == folder / "index.html"
    made = [_taken(path, end, old, same) or _made(path, end, data, best) for end in _MAKERS]
    return any(made)


def _is(data: bytes, path: Path) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _taken(path: Path, end: str, old: Path, same: bool) -> bool:
    """Take over the copy of a file that did not change; tell whether there was one."""
    if not same:
        return False
    try:
        os.link(f"{old}{end}", f"{path}{end}")
    except OSError:  # not made before, or a memory stick, a network folder
        return False
    return True


def _made(path: Path, end: str, data: bytes, best: bool) -> bool:
    """Make a copy if it is smaller, and tell whether it is."""
    copy = _MAKERS[end](data, best)
    if len(copy) < len(data):
        Path(f"{path}{end}").write_bytes(copy)
    return len(copy) < len(data)


def _gzipped(data: bytes, best: bool) -> bytes:
    return gzip.compress(data, 9 if best else 6, mtime=0)


def _brotlied(data: bytes, best: bool) -> bytes:
    made: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=11 if best else 5)
    return made


_MAKERS: Mapping[str, Callable[[bytes, bool], bytes]] = {
    CODINGS["br"]: _brotlied,
    CODINGS["gzip"]: _gzipped,
}
"""What makes a copy, by the end of its name."""
