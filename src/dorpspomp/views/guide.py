"""The style guide: colours, sizes and components, read from the theme's own files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from dorpspomp.views.agenda import Entry, agenda
from dorpspomp.views.card import Card
from dorpspomp.views.map import Drawing
from dorpspomp.views.places import places_view
from dorpspomp.views.portal import Portal
from dorpspomp.views.shelf import shelf
from dorpspomp.views.style import color, contrast

_FEW = 4
_COMMENT = re.compile(r"\{#\s*(.*?)\s*#\}", re.DOTALL)
_MACRO = re.compile(r"\{% macro (\w+)\((.*?)\) %\}")
_RULE = re.compile(r"(?:(@media[^{}]*)\{)?([^{}]+)\{([^{}]*)\}")
_PROPERTY = re.compile(r"--([\w-]+):([^;]+)")
_SIZE = re.compile(r"(?:^|;)font(?:-size)?:([^;]*rem[^;]*)")
_SPACE = re.compile(r"(?:^|;)(?:gap|padding|margin)[a-z-]*:([^;]*)")
_REM = re.compile(r"(?<![\w.])(\d*\.?\d+)rem")

TEXT, EDGE = 7.0, 3.0
"""The least contrast of text (WCAG 2.2, 1.4.6) and of the edge of what can be pressed (1.4.11)."""

PAIRS = (
    ("ink", "paper", TEXT, "Text"),
    ("soft", "paper", TEXT, "Lesser text"),
    ("link", "paper", TEXT, "Links"),
    ("sign-ink", "sign", TEXT, "The sign"),
    ("accent-ink", "accent", TEXT, "The number"),
    ("ink", "card", TEXT, "Text on a card"),
    ("soft", "card", TEXT, "Lesser text on it"),
    ("link", "card", TEXT, "Links on it"),
    ("edge", "paper", EDGE, "Edges"),
    ("edge", "card", EDGE, "Edges on a card"),
)
"""Which colour stands on which, the least contrast and what for. `--line` only decorates."""


@dataclass(frozen=True, slots=True)
class Component:
    """A component: what it is for, as its file says, and how its macros are called."""

    name: str
    about: str
    uses: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One colour on another, each as #rrggbb."""

    front: str
    back: str
    front_name: str
    back_name: str
    least: float
    what_for: str

    @property
    def ratio(self) -> float:
        """Return the contrast, rounded down so that it promises nothing."""
        return int(contrast(self.front, self.back) * 10) / 10


@dataclass(frozen=True, slots=True)
class Size:
    """A size of letters in rem, from small screens to large ones, and the rules that use it."""

    low: float
    high: float
    selectors: tuple[str, ...]

    @property
    def pixels(self) -> str:
        """Return the size in pixels, at a browser's own setting."""
        low, high = (f"{rem * 16:g}" for rem in (self.low, self.high))
        return low if low == high else f"{low}–{high}"


@dataclass(frozen=True, slots=True)
class Real:
    """A few things of the village itself, to see components with what people wrote."""

    cards: tuple[Card, ...]
    entries: tuple[Entry, ...]
    drawing: Drawing | None


def component(name: str, source: str, example: str) -> Component:
    """Read a component from its file; `example` is the source of its examples.

    >>> component("a", "{# A thing. #}\\n{% macro a(card, to) %}x{% endmacro %}", "").uses
    ('{{ a(card, to) }}',)
    """
    comment = _COMMENT.match(source)
    about = re.sub(r"\s+", " ", comment[1]) if comment else ""
    uses = tuple(f"{{{{ {macro}({takes}) }}}}" for macro, takes in _MACRO.findall(source))
    return Component(name, about, uses, example)


def schemes(stylesheet: str) -> Mapping[str, tuple[Pair, ...]]:
    """Return the pairs of colours of the light and the dark scheme."""
    found = {name: _colors(stylesheet, name) for name in ("light", "dark")}
    return {
        name: tuple(
            Pair(colors[front], colors[back], front, back, least, what) for front, back, least, what in PAIRS
        )
        for name, colors in found.items()
    }


def _colors(stylesheet: str, scheme: str) -> Mapping[str, str]:
    """Return the custom properties of a scheme that are colours; `:where` is outweighed by all."""
    blocks = [
        (selector.strip(), body)
        for media, selector, body in _RULE.findall(stylesheet)
        if ":root" in selector and (not media or f"prefers-color-scheme:{scheme}" in media)
    ]
    blocks.sort(key=lambda block: "where" not in block[0])
    values = {name: value.strip() for _, body in blocks for name, value in _PROPERTY.findall(body)}
    known = {name: values.get(value[6:-1], value) for name, value in values.items()}
    return {name: color(value) for name, value in known.items() if color(value)}


def sizes(stylesheet: str) -> tuple[Size, ...]:
    """Return the sizes of letters in a style sheet, the largest first."""
    found: dict[tuple[float, float], list[str]] = {}
    for _, selector, body in _RULE.findall(stylesheet):
        for value in _SIZE.findall(body):
            rems = [float(rem) for rem in _REM.findall(value)]
            found.setdefault((rems[0], rems[-1] if "clamp" in value else rems[0]), []).append(
                selector.strip()
            )
    ordered = sorted(found.items(), key=lambda one: (-one[0][1], -one[0][0]))
    return tuple(Size(low, high, tuple(dict.fromkeys(rules))) for (low, high), rules in ordered)


def spaces(stylesheet: str) -> tuple[tuple[float, int], ...]:
    """Return the distances in a style sheet in rem that are used more than a few times, and how often."""
    counted = Counter(float(rem) for rem in _space(stylesheet))
    return tuple(sorted((rem, times) for rem, times in counted.items() if rem and times >= _FEW))


def _space(stylesheet: str) -> Iterator[str]:
    for _, _, body in _RULE.findall(stylesheet):
        for value in _SPACE.findall(body):
            yield from _REM.findall(value)


def real(portal: Portal) -> Real:
    """Return a few things of a village; empty where it has none."""
    made = shelf(portal)
    days = agenda(portal, portal.today, portal.today + timedelta(days=7))
    return Real(
        cards=made.cards[:_FEW],
        entries=tuple(entry for day in days for entry in day.entries)[:_FEW],
        drawing=places_view(portal, made).drawing,
    )
