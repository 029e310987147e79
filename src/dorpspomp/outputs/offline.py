"""The copy without internet: one file with all pages, and the worker that unpacks it in the browser.

A site of hundreds of pages would take hundreds of requests. Pages are alike: each line that stands
in several is kept once, which halves what packing alone leaves. The file is packed here and not by
the server, so that it is as small on every host; its name does not end in `.gz`, for some servers
would unpack it on the way. The worker knows the file by its contents, so that it never takes half a
copy, or that of another release.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from dorpspomp import assets

COPY, WORKER = "kopie.bin", "sw.js"
"""The file with all pages, and the worker, both at the root of the site."""

MOST = 40_000_000
"""How many bytes of pages are copied at most, some four thousand of them: old devices have little room."""

LARGEST_PICTURE = 60_000
"""How many bytes a picture may have to be in the copy."""

LEVEL = 6
"""How hard is packed: level 9 takes twice as long and saves one part in a hundred."""

TEXTS = frozenset({".css", ".html", ".ics", ".js", ".json", ".svg", ".webmanifest"})
PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})


def build(site: Path) -> None:
    """Write the copy of a finished site and its worker into the site."""
    copy = json.dumps(_contents(site), ensure_ascii=False, separators=(",", ":")).encode()
    (site / COPY).write_bytes(gzip.compress(copy, LEVEL, mtime=0))
    code = (assets.folder("theme") / "app" / WORKER).read_text("utf-8")
    version = hashlib.sha256(copy).hexdigest()
    (site / WORKER).write_text(f'const VERSION = "{version}";\n{code}', "utf-8")


def kept(site: Path) -> list[str]:
    """Return what is in the copy, in order of name: everything, or of a very large site what comes first.

    What comes first are the pages that lead to others, then records; last what only leads on, calendars
    and pictures.
    """
    paths = (path for path in site.rglob("*.*") if path.suffix in TEXTS | PICTURES)
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in paths}
    found, room = [], MOST
    for name in sorted((name for name in sizes if _fits(name, sizes[name])), key=_rank):
        if sizes[name] <= room:
            room -= sizes[name]
            found.append(name)
    return sorted(found)


def _fits(name: str, size: int) -> bool:
    """Tell whether a file may be in the copy: not a large picture; an app keeps its own icons."""
    is_ours = name.startswith((WORKER, "app/", "apple-touch"))
    return not is_ours and (Path(name).suffix in TEXTS or size <= LARGEST_PICTURE)


def _rank(name: str) -> tuple[int, int, str]:
    side = name.startswith("q/") or Path(name).suffix not in TEXTS - {".ics"}
    return side, name.count("/"), name


def _contents(site: Path) -> Mapping[str, object]:
    """Return all lines once; of each text the runs of lines it is made of; of each picture its bytes."""
    lines: dict[str, int] = {}
    texts: list[tuple[str, list[int]]] = []
    pictures: list[tuple[str, str]] = []
    # Twins in two languages stand side by side, so that packing sees how alike they are.
    for name in sorted(kept(site), key=lambda name: (name.split("/")[-3:], name)):
        data = (site / name).read_bytes()
        try:
            texts.append((name, _runs(data.decode(), lines)))
        except UnicodeDecodeError:  # a picture, or a text of the village's own in another coding
            pictures.append((name, b64encode(data).decode()))
    return {"lines": list(lines), "texts": texts, "pictures": pictures}


def _runs(text: str, lines: dict[str, int]) -> list[int]:
    """Write a text as runs of numbered lines: where each begins, and how many follow each other.

    >>> _runs("b\\nc\\na\\n", {"a\\n": 0, "b\\n": 1})
    [1, 2, 0, 1]
    """
    runs: list[int] = []
    after = -1
    for line in text.splitlines(keepends=True):
        number = lines.setdefault(line, len(lines))
        if number == after:
            runs[-1] += 1
        else:
            runs += (number, 1)
        after = number + 1
    return runs
