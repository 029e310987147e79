"""What a browser is told about the portal: how it is installed as an app, and how it is searched."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from dorpspomp.model import Settings
from dorpspomp.views.kit import short_name
from dorpspomp.views.page import pages
from dorpspomp.views.portal import Portal
from dorpspomp.views.style import PAPER, house_style

LONGEST = 16
"""How many letters the name of a search engine may have (OpenSearch 1.1, ShortName)."""

SHORTCUTS = (("agenda/", "Agenda"), ("zoeken/", "Zoeken"), ("bellen/", "Bellen"))
"""What somebody who holds the app's icon can go to at once, as far as the portal has it."""


def manifest(portal: Portal) -> Mapping[str, object]:
    """Return the web app manifest, whose addresses are relative to the root of the site."""
    settings, style = portal.settings, house_style(portal.settings)
    there = {page.path for page in pages(portal)}
    return {
        "name": settings.portal,
        "short_name": short_name(settings),
        "description": settings.slogan or settings.portal,
        "lang": "nl",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": style.sign,
        "background_color": PAPER,
        "icons": [
            {"src": "app/icoon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": "app/icoon-512.png", "sizes": "512x512", "type": "image/png"},
            {"src": "app/icoon-vol.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
            {"src": "favicon.svg", "sizes": "any", "type": "image/svg+xml"},
        ],
        "shortcuts": [{"name": shown, "url": f"./{path}"} for path, shown in SHORTCUTS if path in there],
    }


def search_description(settings: Settings) -> str:
    """Return the OpenSearch description of a portal with a web address."""
    root = settings.url.rstrip("/") + "/"
    short = short_name(settings)[:LONGEST].strip()
    template, icon, form = f"{root}zoeken/?q={{searchTerms}}", f"{root}favicon.ico", f"{root}zoeken/"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{escape(short)}</ShortName>
<Description>{escape(f"Zoeken op {settings.portal}")}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>nl</Language>
<Image width="16" height="16" type="image/x-icon">{escape(icon)}</Image>
<Url type="text/html" method="get" template={quoteattr(template)}/>
<SearchForm xmlns="http://www.mozilla.org/2006/browser/search/">{escape(form)}</SearchForm>
</OpenSearchDescription>
"""
