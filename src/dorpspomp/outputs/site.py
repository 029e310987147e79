"""The website: a Pelican plugin. The only module that knows Pelican.

The plugin adds one generator, which writes every page of the register through Pelican's writer.
So `pelican`, run at a village's root, makes the same site as `dorpspomp build`.

Pelican logs an error and goes on: a plugin that fails to load or a page that cannot be read is
missing from the site, with exit status 0. Here every such record is counted, and one is enough to
refuse the whole build.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.settings import read_settings
from pelican.writers import Writer

from dorpspomp import assets
from dorpspomp.outputs import app, calendar, former, hosting, offline, sitemap, template
from dorpspomp.outputs.sources import scripts
from dorpspomp.outputs.tongue import Tongue
from dorpspomp.reading import read_portal
from dorpspomp.views.page import Page, pages
from dorpspomp.views.portal import Portal
from dorpspomp.views.search import search_index
from dorpspomp.village import Village

INDEX = "zoeken/index.json"
"""The index of the search, by which a site of ours is known: Pelican makes a start page of its own."""

SETTINGS: Mapping[str, Any] = {
    "PATH": "content",
    "OUTPUT_PATH": "build/preview",
    "THEME": str(assets.folder("theme")),
    "TIMEZONE": "Europe/Amsterdam",
    "DEFAULT_LANG": "nl",
    "JINJA_ENVIRONMENT": dict(template.OPTIONS),
    # The register's own generator reads the Markdown; Pelican's have nothing left to do.
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": ["beelden"],
    "DIRECT_TEMPLATES": [],
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
}
"""How Pelican is set for a portal; a village's own `pelicanconf.py` may say otherwise."""


class SiteRefused(RuntimeError):
    """Pelican reported errors, so what it made may not be published. Its lines are the arguments."""


class PortalGenerator(Generator):  # type: ignore[misc]
    """Writes every page of the register."""

    def generate_context(self) -> None:
        """Read the register, unless the build has done so already, and what is published now."""
        root = Path(self.settings.get("DORPSPOMP_ROOT") or Path(self.settings["PATH"]).parent)
        self.portal: Portal = self.settings.get("DORPSPOMP_PORTAL") or _read(self.settings, root)
        published = Village(root).build / "current" / "site"
        self.before = calendar.published(published)
        self.former = former.addresses(published)
        template.prepare(self.env, self.portal)

    def generate_output(self, writer: Writer) -> None:
        """Write the pages, the calendars, the search index and the style sheet in the village's colours."""
        self.env.auto_reload = False  # the templates do not change while they are filled in
        frame = template.Frame(self.portal)
        for page in pages(self.portal):
            self._page(writer, f"{page.path}index.html", page, frame.context(page))
        self._scripts(frame.tongue)
        for tongue in frame.others:
            self._translated(writer, tongue)
        missing = Page("404.html", "missing", "Deze pagina bestaat niet")
        root = hosting.path_of(self.portal.settings.url)
        self._page(writer, "404.html", missing, frame.context(missing, root))
        left = self.former - former.addresses(Path(self.output_path))
        for page in former.pages(left):
            self._page(writer, f"{page.path}index.html", page, frame.context(page))
        calendar.build(self.portal, Path(self.output_path), self.before)
        app.build(self.portal, Path(self.output_path))
        files = sitemap.files(self.portal) | hosting.files(self.portal.settings.url)
        for name, text in (dict(frame.stylesheets) | files).items():
            self._write(name, text)
        self._write(INDEX, json.dumps(search_index(self.portal), ensure_ascii=False))

    def _page(self, writer: Writer, name: str, page: Page, context: dict[str, object]) -> None:
        writer.write_file(name, self.get_template(page.kind), self.context, **context)

    def _translated(self, writer: Writer, tongue: Tongue) -> None:
        """Write the site in another language, in a folder of its own, with the scripts that speak it."""
        environment = template.sibling(self.env, self.portal, tongue)
        frame = template.Frame(self.portal, tongue=tongue)
        for page in (page for page in pages(self.portal) if page.kind != "short"):
            name = f"{tongue.folder}{page.path}index.html"
            shown = environment.get_template(f"{page.kind}.html")
            writer.write_file(name, shown, self.context, **frame.context(page))
        self._scripts(tongue)

    def _scripts(self, tongue: Tongue) -> None:
        for name, code in scripts().items():
            self._write(f"theme/{tongue.folder}{name}", tongue.script(code))

    def _write(self, name: str, text: str) -> None:
        path = Path(self.output_path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def register() -> None:
    """Connect to Pelican. Nothing here may fail: Pelican would publish without the plugin."""
    signals.get_generators.connect(_generators)
    signals.finalized.connect(_finished)


def _finished(pelican: Pelican) -> None:
    """Copy the site for use without internet; only now all of it is there, scripts and pictures too."""
    offline.build(Path(pelican.output_path))


def _generators(pelican: Pelican) -> type[PortalGenerator]:
    return PortalGenerator


def build(portal: Portal, root: Path, output: Path) -> int:
    """Write the site of a village into `output` and return the number of pages.

    Raises SiteRefused when Pelican logs an error.
    """
    root = root.resolve()  # Pelican takes relative paths from the folder of its settings
    conf, content = root / "pelicanconf.py", root / "content"
    override = {
        "OUTPUT_PATH": str(output.resolve()),
        # Pelican wants a folder that exists; a village without words has none to offer but itself.
        "PATH": str(content if content.is_dir() else root),
        "DORPSPOMP_PORTAL": portal,
        "DORPSPOMP_ROOT": str(root),
        "DELETE_OUTPUT_DIRECTORY": False,
    }
    own = {} if conf.exists() else dict(SETTINGS) | {"PLUGINS": [sys.modules[__name__]]}
    # Signals outlive a run: without this, a village that does not list the plugin would seem to work.
    signals.get_generators.disconnect(_generators)
    signals.finalized.disconnect(_finished)
    with _no_errors():
        Pelican(read_settings(str(conf) if conf.exists() else None, override=own | override)).run()
    if not (output / INDEX).is_file():
        raise SiteRefused("PLUGINS in pelicanconf.py noemt dorpspomp niet: er is geen startpagina gemaakt.")
    return len(pages(portal))


def _read(settings: Mapping[str, Any], root: Path) -> Portal:
    """Read the village that a bare `pelican` was started in."""
    today = settings.get("DORPSPOMP_TODAY")
    return read_portal(root, date.fromisoformat(today) if today else date.today()).portal


@contextmanager
def _no_errors() -> Iterator[None]:
    """Count what Pelican logs as an error, keep its log off the screen, and refuse if there is any."""
    heard = _Listener()
    log = logging.getLogger()
    before = log.handlers[:], log.level
    log.handlers[:] = [heard]
    try:
        # Pelican tells on standard output that it is done; that belongs to `--json`.
        with redirect_stdout(io.StringIO()):
            yield
    finally:
        log.handlers[:], log.level = before
    if heard.lines:
        raise SiteRefused(*heard.lines)


class _Listener(logging.Handler):
    """Keeps the errors it hears."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one error."""
        self.lines.append(record.getMessage())
