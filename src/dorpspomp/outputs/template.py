"""Templates: one Jinja environment, and one table of what every template may use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dorpspomp import assets
from dorpspomp.views import dutch
from dorpspomp.views.lists import top_tiles
from dorpspomp.views.page import Page
from dorpspomp.views.portal import Portal
from dorpspomp.views.style import house_style

OPTIONS: Mapping[str, object] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
"""How every environment is set; Pelican's gets the same."""

FILTERS: Mapping[str, object] = {
    "day": dutch.day_and_date,
    "long_date": dutch.long_date,
    "listed": dutch.listed,
    "sentence": dutch.sentence,
    "plain": dutch.plain,
}


def environment(*folders: Path) -> Environment:
    """Return an environment that looks for templates in these folders, first one first."""
    made = Environment(loader=FileSystemLoader(folders), **OPTIONS)  # type: ignore[arg-type]
    made.filters.update(FILTERS)
    made.globals.update(GLOBALS)
    return made


def context(portal: Portal, page: Page, end: str = "") -> dict[str, object]:
    """Return what every page shows: the village, the page and the way to other pages.

    `end` is "index.html" where folders are not served, as on a kiosk that reads from disk.
    """
    return shared(portal) | {"page": page, "to": lambda address: f"{page.root}{address}{end}"}


def shared(portal: Portal) -> dict[str, object]:
    """Return what is the same on every page."""
    return {
        "portal": portal,
        "village": portal.settings,
        "style": house_style(portal.settings),
        "today": portal.today,
        "tiles": top_tiles(portal),
    }


@cache
def icon(name: str) -> Markup:
    """Return a line icon as inline SVG, hidden from screen readers; `info` when there is none."""
    folder = assets.folder("theme") / "icons"
    path = folder / f"{name}.svg"
    # Only names of files that ship with the theme; a name comes from a sheet and may say anything.
    known = path if path.parent == folder and path.is_file() else folder / "info.svg"
    return Markup(known.read_text("utf-8").strip())


def tomorrow(day: date) -> date:
    """Return the day after."""
    return date.fromordinal(day.toordinal() + 1)


GLOBALS: Mapping[str, object] = {"icon": icon, "tomorrow": tomorrow}


def stylesheet(medium: str, portal: Portal) -> str:
    """Return the style sheet of `theme` or `kiosk` in the village's colours."""
    name = {"theme": "site.css", "kiosk": "kiosk.css"}[medium]
    return f"{colors(portal)}{_text(medium, name)}"


def colors(portal: Portal) -> str:
    """Return the village's colours as custom properties."""
    style = house_style(portal.settings)
    pairs = {"sign": style.sign, "sign-ink": style.sign_ink, "accent": style.accent, "accent-ink": style.accent_ink}
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in pairs.items()) + "}\n"


@cache
def _text(medium: str, name: str) -> str:
    return (assets.folder(medium) / "static" / name).read_text("utf-8")
