"""The looks of the cells of an OpenDocument sheet: the volunteer's own, with a colour where needed."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

from dorpspomp.annotation.cells import FO, NAMES, STYLE
from dorpspomp.problem import Level
from dorpspomp.views.notes import COLORS

_CELL_PROPERTIES = f"{STYLE}table-cell-properties"


@dataclass(frozen=True)
class Looks:
    """The styles of cells, and those that were made of them with a colour."""

    styles: Element
    colored: dict[tuple[str, Level], str] = field(default_factory=dict)

    @cached_property
    def _by_name(self) -> Mapping[str, Element]:
        cells = (s for s in self.styles if s.get(f"{STYLE}family") == "table-cell")
        return {style.get(f"{STYLE}name", ""): style for style in cells}

    def with_color(self, base: str, level: Level) -> str:
        """Return the name of a style that looks like another, in the colour of a level."""
        if (base, level) not in self.colored:
            name = f"opmerking-{len(self.colored) + 1}"
            own = self._by_name.get(base)
            style = deepcopy(own) if own is not None else Element(f"{STYLE}style")
            style.set(f"{STYLE}name", name)
            style.set(f"{STYLE}family", "table-cell")
            if own is None and base:
                style.set(f"{STYLE}parent-style-name", base)
            self._set_color(style, level)
            self.styles.append(style)
            self.colored[base, level] = name
        return self.colored[base, level]

    def add(self, name: str, family: str, properties: str, **facts: str) -> str:
        """Add a style of our own and return its name."""
        style = SubElement(self.styles, f"{STYLE}style", {f"{STYLE}name": name, f"{STYLE}family": family})
        SubElement(style, f"{STYLE}{properties}", {_named(key): value for key, value in facts.items()})
        return name

    def _set_color(self, style: Element, level: Level) -> None:
        properties = style.find(_CELL_PROPERTIES)
        if properties is None:
            properties = Element(_CELL_PROPERTIES)
            style.insert(0, properties)
        properties.set(f"{FO}background-color", f"#{COLORS[level]}")


def _named(key: str) -> str:
    prefix, _, name = key.partition("_")
    return f"{{{NAMES[prefix]}}}{name.replace('_', '-')}"
