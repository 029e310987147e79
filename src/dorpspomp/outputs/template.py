"""Templates: one Jinja environment, and one table of what every template may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dorpspomp import assets, languages
from dorpspomp.outputs.headers import policy
from dorpspomp.outputs.sources import EVERY, FIRST, RECORD, SHEETS, VIEW, script, styles
from dorpspomp.outputs.tongue import Tongue, tongue
from dorpspomp.views import dutch
from dorpspomp.views.card import number
from dorpspomp.views.emergency import emergencies
from dorpspomp.views.hyphenation import Hyphenator, hyphenator
from dorpspomp.views.lists import top_tiles
from dorpspomp.views.opening import answered
from dorpspomp.views.page import Page
from dorpspomp.views.portal import Portal
from dorpspomp.views.style import house_style

OPTIONS: Mapping[str, object] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}
"""How every environment is set; Pelican's gets the same."""

FILTERS: Mapping[str, object] = {
    "listed": dutch.listed,
    "sentence": dutch.sentence,
    "plain": dutch.plain,
}


def environment(*folders: Path) -> Environment:
    """Return an environment that looks for templates in these folders, first one first."""
    return _environment(FileSystemLoader(folders))


def sibling(environment: Environment, portal: Portal, speaks: Tongue) -> Environment:
    """Return an environment with the same templates in another language."""
    made = _environment(environment.loader)
    prepare(made, portal, speaks)
    return made


def _environment(loader: BaseLoader | None) -> Environment:
    made = Environment(loader=loader, auto_reload=False, **OPTIONS)  # type: ignore[arg-type]
    prepare(made)
    return made


DUTCH = tongue(languages.DUTCH)


def prepare(environment: Environment, portal: Portal | None = None, speaks: Tongue = DUTCH) -> None:
    """Give an environment what every template may use. `_("…")` says a text of our own in a language.

    What the views say in Dutch is translated by `said`, or by `translated` where no mark can stand.
    The village's own words are marked by `dutch` on their element, or by `as_is` where they have none.
    """
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    environment.filters.update(FILTERS)
    environment.filters.update(
        soft=hyphenator(portal) if portal else Hyphenator(),
        said=speaks.said,
        translated=speaks.translated,
        as_is=speaks.as_is,
        day=lambda day: speaks.written(day, "EEEE d MMMM", dutch.day_and_date),
        long_date=lambda day: speaks.written(day, "d MMMM y", dutch.long_date),
    )
    environment.globals.update(GLOBALS, lang=speaks.code, dutch=speaks.own, scripts=f"theme/{speaks.folder}")
    environment.install_gettext_translations(speaks.words, newstyle=True)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Frame:
    """What every page of one medium (`theme` or `kiosk`) shows around its own view.

    `end` is "index.html" where folders are not served, as on a kiosk that reads from disk.
    """

    portal: Portal
    medium: str = "theme"
    end: str = ""
    tongue: Tongue = DUTCH

    @cached_property
    def shared(self) -> Mapping[str, object]:
        """Return what is the same on every page."""
        return {
            "portal": self.portal,
            "village": self.portal.settings,
            "sign": sign(self.portal),
            "style": house_style(self.portal.settings),
            "today": self.portal.today,
            "tiles": top_tiles(self.portal),
            "central": number(None, None, self.portal.settings),
            "openings": answered(self.portal),
            "emergencies": emergencies(self.portal.settings),
            "first_styles": Markup(self.first_styles),
            "first_script": self._inline(VIEW),
            "record_script": self._inline(RECORD),
        }

    def _inline(self, parts: tuple[str, ...]) -> Markup:
        return Markup(self.tongue.script(script(*parts)))

    @cached_property
    def others(self) -> tuple[Tongue, ...]:
        """Return the other languages of the portal."""
        return tuple(one for one in tongues(self.portal) if one.code != self.tongue.code)

    @cached_property
    def stylesheet(self) -> str:
        """Return the kiosk's style sheet in the village's colours."""
        place = assets.folder("kiosk") / "static" / "kiosk.css"
        return f"{colors(self.portal)}{place.read_text('utf-8')}"

    @cached_property
    def stylesheets(self) -> Mapping[str, str]:
        """Return the website's style sheets by name; those a page begins with know the village's colours."""
        return {
            name: (colors(self.portal) if "base" in folders else "") + styles(*folders)
            for name, folders in SHEETS.items()
        }

    @cached_property
    def all_styles(self) -> str:
        """Return every rule of the website once."""
        return colors(self.portal) + styles(*EVERY)

    @cached_property
    def first_styles(self) -> str:
        """Return what the start page carries in itself, so that its first view is one request."""
        return f"{colors(self.portal).strip()}{styles(*FIRST)}"

    def context(self, page: Page, root: str = "") -> dict[str, object]:
        """Return everything a page's template may use.

        `to` leads to another page in the same language; a file is shared by all languages.
        `page_address` is where the page stands below the root of the site.
        `root` is the address of the root for a page that answers anywhere; otherwise links are relative.
        """
        start = root or page.root
        top = start + "../" * self.tongue.folder.count("/")
        return {
            **self.shared,
            "page": page,
            "page_address": f"{self.tongue.folder}{page.path}",
            "to": lambda address: f"{start if _is_page(address) else top}{address}{self._end(address)}",
            "others": [(one, f"{top}{one.folder}{page.path}") for one in self.others if page.is_indexed],
        }

    def _end(self, address: str) -> str:
        return self.end if _is_page(address) else ""


def _is_page(address: str) -> bool:
    return not address or address.endswith("/")


def tongues(portal: Portal) -> tuple[Tongue, ...]:
    """Return the languages of a portal, Dutch first."""
    return tuple(tongue(code) for code in languages.spoken(portal.settings.languages))


def sign(portal: Portal) -> str:
    """Return what stands on the place-name sign: the village, or else the portal's name."""
    return portal.settings.village or portal.settings.portal


def colors(portal: Portal) -> str:
    """Return the village's colours as custom properties."""
    style = house_style(portal.settings)
    longest = max(map(len, sign(portal).split()), default=1)
    pairs = {
        "sign": style.sign,
        "sign-ink": style.sign_ink,
        "accent": style.accent,
        "accent-ink": style.accent_ink,
        # The longest word of the name decides how large the sign's letters can be.
        "letters": str(longest),
    }
    root = ":root{" + ";".join(f"--{name}:{value}" for name, value in pairs.items()) + "}\n"
    # Links are in the sign's colour; a light one cannot be read on paper-white.
    return (
        root
        if style.is_readable
        else f"{root}@media (prefers-color-scheme:light){{:root{{--link:#1b1a17}}}}\n"
    )


@cache
def icon(name: str) -> Markup:
    """Return a line icon as inline SVG, hidden from screen readers; `info` when there is none."""
    drawing = icon_file(name).read_text("utf-8").partition(">")[2].strip()
    # The style sheet knows how an icon is stroked; said once there, it is not said on every page.
    return Markup(f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{drawing}')


def icon_file(name: str) -> Path:
    """Return the drawing of an icon; only a file that ships with the theme, whatever a sheet says."""
    folder = assets.folder("theme") / "icons"
    path = folder / f"{name}.svg"
    return path if path.parent == folder and path.is_file() else folder / "info.svg"


@cache
def horizon() -> Markup:
    """Return the line drawing of a village that closes a page."""
    return Markup((assets.folder("theme") / "static" / "horizon.svg").read_text("utf-8").strip())


def tomorrow(day: date) -> date:
    """Return the day after."""
    return date.fromordinal(day.toordinal() + 1)


NAV = (
    ("agenda/", "Agenda"),
    ("sociale-kaart/", "Sociale kaart"),
    ("prikbord/", "Prikbord"),
    ("meedoen/", "Meedoen"),
    ("zoeken/", "Zoeken"),
)
"""The main menu of the website."""

GLOBALS: Mapping[str, object] = {
    "icon": icon,
    "horizon": horizon,
    "tomorrow": tomorrow,
    "nav": NAV,
    "policy": policy,
}
