"""Style sheets: one small file a component, put together for the pages that need them."""

from __future__ import annotations

import re
from functools import cache

from dorpspomp import assets

FOLDERS = ("start", "more")
"""The folders of the theme's styles, in the order of the cascade: `start` is all the start page needs."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def styles(*folders: str) -> str:
    """Return the theme's rules of these folders as one text without comments, files in order of name."""
    place = assets.folder("theme") / "styles"
    files = [path for folder in folders for path in sorted((place / folder).glob("*.css"))]
    return "".join(squeezed(path.read_text("utf-8")) for path in files)


def squeezed(rules: str) -> str:
    """Leave out comments, indents and the ends of lines, none of which a browser reads.

    >>> squeezed("/* A card */\\na{b:c}\\n")
    'a{b:c}'
    """
    return "".join(line.strip() for line in _COMMENT.sub("", rules).splitlines())
