"""What a page is dressed in: style sheets and scripts, as the theme has them but for what nobody reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dorpspomp import assets

FIRST = ("base", "start")
"""The folders of styles that the start page carries in itself."""

SHEETS = {
    "stijl.css": ("base", "page"),
    "plek.css": ("base", "page", "place"),
    "meer.css": ("start", "place", "more"),
    "lijstje.css": ("list",),
}
"""The folders of styles that each style sheet is made of. The first is all that a record needs, the second
all that a place needs; other pages load the first and the third."""

EVERY = ("base", "page", "start", "place", "more", "list")
"""All folders of styles, in the order in which pages load them."""

VIEW = ("time", "days", "hours", "lists", "page")
"""The parts of the script that keeps a page true, each after what it builds on."""

RECORD = ("time", "days", "hours", "page", "pass")
"""The parts of the script that a record carries in itself."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REMARK = re.compile(r"^\s*(//[^\n]*|/\*.*?\*/)", re.DOTALL | re.MULTILINE)
"""A comment of a script begins its line, so that none is looked for inside a text."""


@cache
def styles(*folders: str) -> str:
    """Return the theme's rules of these folders: one small file a component, files in order of name."""
    place = assets.folder("theme") / "styles"
    files = [path for folder in folders for path in sorted((place / folder).glob("*.css"))]
    return "".join(_lines(_COMMENT.sub("", path.read_text("utf-8")), "") for path in files)


@cache
def script(*parts: str) -> str:
    """Return the parts of a script as one. Its lines stay: some end a statement."""
    place = assets.folder("theme") / "scripts" / "parts"
    return "\n".join(_code(place / f"{part}.js") for part in parts)


def scripts() -> Mapping[str, str]:
    """Return every script that pages load by its name."""
    found = sorted((assets.folder("theme") / "scripts").glob("*.js"))
    return {"now.js": script(*VIEW)} | {path.name: _code(path) for path in found}


def _code(path: Path) -> str:
    return _lines(without_remarks(path.read_text("utf-8")), "\n")


def without_remarks(code: str) -> str:
    """Leave out the comments of a script.

    >>> without_remarks('/** Say. */\\nsay("a // b"); // not at the beginning')
    '\\nsay("a // b"); // not at the beginning'
    """
    return _REMARK.sub("", code)


def _lines(text: str, end: str) -> str:
    return end.join(line.strip() for line in text.splitlines() if line.strip())
