"""The kiosk: the same pages in a layout for touch, as plain files that need no network.

Every page stands on its own as HTML, so that a script that fails never leaves a dead screen.
Links name `index.html`, so that the folder works from a local server and straight from disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from dorpspomp import assets
from dorpspomp.outputs import template
from dorpspomp.outputs.code import Codes
from dorpspomp.views.page import pages
from dorpspomp.views.portal import Portal

KINDS = frozenset(
    "start tile tiles record list agenda social_map platforms board referrals together examples "
    "news article gone".split()
)
"""The kinds of page that a kiosk shows; the others are about somebody's own computer."""


def build(portal: Portal, output: Path, codes: Codes) -> int:
    """Write the kiosk into `output` and return the number of pages."""
    frame = template.Frame(portal, "kiosk", end="index.html")
    environment = template.environment(
        assets.folder("kiosk") / "templates", assets.folder("theme") / "templates"
    )
    shown = [page for page in pages(portal) if page.kind in KINDS]
    for page in shown:
        text = environment.get_template(f"{page.kind}.html").render(frame.context(page))
        _write(output / page.path / "index.html", text)
    for short in sorted(set(portal.register.shorts.values())):
        if url := portal.short_url(short):
            _write(output / "qr" / f"{short}.svg", codes.svg(url))
    _write(output / "stijl.css", frame.stylesheet)
    shutil.copytree(
        assets.folder("kiosk") / "static", output / "kiosk", ignore=shutil.ignore_patterns("kiosk.css")
    )
    return len(shown)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def missing_templates() -> Iterator[str]:
    """Yield the kinds for which there is no template; a test asserts that there are none."""
    folder = assets.folder("kiosk") / "templates"
    return (kind for kind in sorted(KINDS) if not (folder / f"{kind}.html").exists())


__all__ = ["KINDS", "build", "missing_templates"]
