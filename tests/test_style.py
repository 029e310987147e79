"""The house style: a village's colours are safe and can be read."""

from __future__ import annotations

import pytest

from dorpspomp.model import Settings
from dorpspomp.views.style import ACCENT, SIGN, house_style


@pytest.mark.parametrize(
    ("written", "sign", "ink"),
    [
        ("#0b3f8c", "#0b3f8c", "#ffffff"),
        ("#FC0", "#ffcc00", "#000000"),
        ("blauw", SIGN, "#ffffff"),
        ("red;}body{display:none", SIGN, "#ffffff"),
        ("", SIGN, "#ffffff"),
    ],
)
def test_a_colour_is_read_or_gives_way(written: str, sign: str, ink: str) -> None:
    """Only a colour gets into the style sheet, with the letters that read best on it."""
    style = house_style(Settings(portal="Dorp", color=written))

    assert (style.sign, style.sign_ink, style.accent) == (sign, ink, ACCENT)


@pytest.mark.parametrize(("written", "readable"), [("#0b3f8c", True), ("#ffcc00", False)])
def test_a_light_colour_is_not_used_for_links(written: str, readable: bool) -> None:
    """Text in the sign's colour needs a contrast of 4.5 to 1 with the page."""
    assert house_style(Settings(portal="Dorp", color=written)).is_readable is readable
