"""Markdown to HTML that can be trusted: the only place where a volunteer's text becomes HTML.

What comes out holds no script, no style and no handler; links lead to the web, a mail address, a
telephone or a page of the portal itself, and pictures come from the portal itself.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape

import nh3
from markdown import Markdown

_TAGS = frozenset(
    {
        "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "blockquote",
        "strong", "em", "b", "i", "s", "sub", "sup", "small", "abbr", "code", "pre", "a", "img", "figure",
        "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td",
    }
)  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    "abbr": {"title"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_HEADING = re.compile(r"(</?h)([1-6])(?=[\s>])", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\A\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_MARKS = ("[", "<", "\n#", "\n---", "\n===", "\n***", "\\")
_MOST_MARKS = 500
_NETWORK_PATH = re.compile(r"\A\s*[/\\]{2}")


def html(text: str) -> str:
    """Render Markdown; its highest heading becomes an h2, for the page itself has the h1.

    >>> html("# Over ons\\n\\nBel [ons](tel:0123456789) <script>alert(1)</script>")
    '<h2>Over ons</h2>\\n<p>Bel <a href="tel:0123456789">ons</a> </p>'
    """
    if not text.strip():
        return ""
    rendered = _below_h1(_renderer().reset().convert(text)) if _is_written(text) else _as_words(text)
    clean: str = nh3.clean(
        rendered,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        attribute_filter=_attribute,
        link_rel=None,
    )
    return clean.strip()


def _is_written(text: str) -> bool:
    """Tell whether a person can have written this: markup that goes on for ever takes Markdown as long."""
    return all(text.count(mark) <= _MOST_MARKS for mark in _MARKS)


def _as_words(text: str) -> str:
    parts = (escape(part) for part in text.split("\n\n") if part.strip())
    return "\n".join(f"<p>{part}</p>" for part in parts)


@cache
def _renderer() -> Markdown:
    return Markdown(extensions=["tables", "sane_lists", "def_list", "nl2br"], output_format="html")


def _below_h1(rendered: str) -> str:
    levels = [int(level) for _, level in _HEADING.findall(rendered)]
    shift = 2 - min(levels, default=2)
    return _HEADING.sub(lambda tag: f"{tag[1]}{min(max(int(tag[2]) + shift, 2), 6)}", rendered)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "src" and _ELSEWHERE.match(value):
        return None
    return None if name == "href" and _NETWORK_PATH.match(value) else value
