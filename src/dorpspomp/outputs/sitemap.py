"""What search engines read: that they may look at everything, and which pages there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from dorpspomp.model import Article
from dorpspomp.outputs.template import tongues
from dorpspomp.views.page import Page, pages
from dorpspomp.views.portal import Portal

MOST = 50_000
"""How many pages one sitemap may name (sitemaps.org); of more, several are made, and a list of them."""

ROBOTS, SITEMAP = "robots.txt", "sitemap.xml"


def files(portal: Portal, most: int = MOST) -> dict[str, str]:
    """Return `robots.txt` and the sitemaps by name; without a web address there are no sitemaps.

    `robots.txt` is heard only at the root of a host; elsewhere a person tells a search engine.
    """
    url = portal.settings.url.rstrip("/")
    allowed = "User-agent: *\nAllow: /\n"
    if not url:
        return {ROBOTS: allowed}
    return {ROBOTS: f"{allowed}\nSitemap: {url}/{SITEMAP}\n"} | _maps(portal, url, most)


def _maps(portal: Portal, url: str, most: int) -> dict[str, str]:
    shown = [page for page in pages(portal) if page.is_indexed]
    spoken = [(tongue.code, f"{url}/{tongue.folder}") for tongue in tongues(portal)]
    found = [
        _named("url", f"{root}{page.path}", _changed(page) + _versions(page, spoken))
        for _, root in spoken
        for page in shown
    ]
    if len(found) <= most:
        return {SITEMAP: _xml("urlset", found)}
    several = {f"sitemap-{n // most + 1}.xml": found[n : n + most] for n in range(0, len(found), most)}
    listed = _xml("sitemapindex", (_named("sitemap", f"{url}/{name}") for name in several))
    return {SITEMAP: listed} | {name: _xml("urlset", part) for name, part in several.items()}


def _changed(page: Page) -> str:
    """Return the day on which a page was written; of records no such day is known."""
    found = page.view.published_on if isinstance(page.view, Article) else None
    return f"<lastmod>{found}</lastmod>" if found else ""


def _versions(page: Page, spoken: Sequence[tuple[str, str]]) -> str:
    """Name a page in every language, so that a search engine shows each reader their own."""
    return "".join(
        f'<x:link rel="alternate" hreflang="{code}" href="{escape(root + page.path)}"/>'
        for code, root in spoken
        if len(spoken) > 1
    )


def _named(tag: str, address: str, more: str = "") -> str:
    return f"<{tag}><loc>{escape(address)}</loc>{more}</{tag}>\n"


def _xml(tag: str, lines: Iterable[str]) -> str:
    start = (
        f'<{tag} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml">'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{start}\n{"".join(lines)}</{tag}>\n'
