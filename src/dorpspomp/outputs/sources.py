"""What a page is dressed in: style sheets and scripts, as the theme has them but for what nobody reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dorpspomp import assets

FIRST = ("base", "start")
"""The folders of styles that the start page carries in itself."""

SHEETS = {
    "stijl.css": ("base", "page"),
    "meer.css": ("start", "more"),
    "lijstje.css": ("list",),
}
"""The folders of styles that each style sheet is made of. The first is all that a record needs."""

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
def script(name: str) -> str:
    """Return a script of the theme to stand in a page. Its lines stay: some end a statement."""
    return _lines(without_remarks((assets.folder("theme") / "static" / name).read_text("utf-8")), "\n")


def scripts() -> Mapping[str, str]:
    """Return every script of the theme by its name."""
    found = sorted((assets.folder("theme") / "static").glob("*.js"))
    return {path.name: path.read_text("utf-8") for path in found}


def without_remarks(code: str) -> str:
    """Leave out the comments of a script.

    >>> without_remarks('/** Say. */\\nsay("a // b"); // not at the beginning')
    '\\nsay("a // b"); // not at the beginning'
    """
    return _REMARK.sub("", code)


def _lines(text: str, end: str) -> str:
    return end.join(line.strip() for line in text.splitlines() if line.strip())
