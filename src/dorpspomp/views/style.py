"""The house style: the village's colours, made safe and readable."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dorpspomp.model import Settings

SIGN = "#0b3f8c"
ACCENT = "#ffc53d"
PAPER = "#fbf8f1"
"""The background of the site, as its style sheet has it."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Colours as #rrggbb; each `ink` is black or white, whichever reads best on its colour."""

    sign: str
    sign_ink: str
    accent: str
    accent_ink: str

    @property
    def is_readable(self) -> bool:
        """Tell whether the sign's colour can be read as text on paper-white (WCAG 2.2, 1.4.3)."""
        return contrast(self.sign, PAPER) >= 4.5


def house_style(settings: Settings) -> HouseStyle:
    """Return the village's colours; one that is not a colour gives way to the default."""
    sign = color(settings.color) or SIGN
    accent = color(settings.accent) or ACCENT
    return HouseStyle(sign, ink(sign), accent, ink(accent))


def color(text: str) -> str:
    """Read `#rgb` or `#rrggbb`; anything else is "" (it would stand in a style sheet)."""
    short = re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", text.strip().lower())
    if short:
        return "#" + "".join(2 * digit for digit in short.groups())
    return text.strip().lower() if re.fullmatch(r"#[0-9a-f]{6}", text.strip().lower()) else ""


def ink(background: str) -> str:
    """Return black or white, whichever has the higher contrast (WCAG 2.2, 1.4.6)."""
    return max(("#ffffff", "#000000"), key=lambda color: contrast(color, background))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(rgb: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = [int(rgb[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
