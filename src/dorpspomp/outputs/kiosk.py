"""The kiosk: the same pages in a layout for touch, as plain files that need no network.

Every page stands on its own as HTML, so that a script that fails never leaves a dead screen.
Links name `index.html`, so that the folder works from a local server and straight from disk.
There is no service worker: what is served from this machine's own disk needs no second copy.
"""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

from markupsafe import Markup, escape

from dorpspomp import assets
from dorpspomp.outputs import template
from dorpspomp.outputs.code import Codes
from dorpspomp.outputs.sources import scripts
from dorpspomp.views.page import pages
from dorpspomp.views.portal import Portal

KINDS = frozenset(
    {"start", "tile", "tiles", "record", "list", "agenda", "week", "social_map", "platforms", "board"}
    | {"places", "referrals", "together", "examples", "news", "article", "gone"}
)
"""The kinds of page that a kiosk shows; the others are about somebody's own computer."""

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_HREF = re.compile(r'\bhref="([^"]*)"')
_SHOWN = {"http", "https", "mailto", "tel"}


def build(portal: Portal, output: Path, codes: Codes) -> int:
    """Write the kiosk into `output` and return the number of pages."""
    frame = template.Frame(portal, "kiosk", end="index.html")
    environment = template.environment(assets.folder("kiosk") / "templates")
    environment.filters["unlinked"] = unlinked
    shown = [page for page in pages(portal) if page.kind in KINDS]
    for page in shown:
        text = environment.get_template(f"{page.kind}.html").render(frame.context(page))
        _write(output / page.path / "index.html", text)
    for short in sorted(set(portal.register.shorts.values())):
        if url := portal.short_url(short):
            _write(output / "qr" / f"{short}.svg", codes.svg(url))
    _write(output / "stijl.css", frame.stylesheet)
    _copy(output)
    return len(shown)


def unlinked(html: str) -> str:
    """Turn the links of a sanitised text into words: a shared screen never leaves the portal.

    >>> unlinked('Kijk op <a href="https://dorp.example/">onze site</a>.')
    'Kijk op onze site (dorp.example).'
    """
    return _LINK.sub(lambda found: _spelled(found[1], found[2]), html)


def _spelled(attributes: str, words: str) -> str:
    """Return a link's words, and the address as people type it when it leads elsewhere and says more."""
    href = _HREF.search(attributes)
    scheme, _, rest = unescape(href[1] if href else "").partition(":")
    address = rest.strip("/") if scheme in _SHOWN else ""
    said = Markup(words).striptags()
    is_said = address in said or (scheme == "tel" and _digits(said).endswith(_digits(address)[-9:]))
    return words if is_said else f"{words} ({escape(address)})"


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _copy(output: Path) -> None:
    """Copy what all pages load: scripts, the typeface, and what is true at view time."""
    static = assets.folder("kiosk") / "static"
    shutil.copytree(static, output / "kiosk", ignore=shutil.ignore_patterns("kiosk.css"))
    theme = assets.folder("theme")
    _write(output / "kiosk" / "now.js", scripts()["now.js"])
    shutil.copytree(theme / "print" / "fonts", output / "fonts")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
