"""Paper: what all printed pieces share. Each has a module of its own: poster, bookmark, fridge, leaflet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dorpspomp.model import Settings
from dorpspomp.views.card import Card
from dorpspomp.views.dutch import long_date
from dorpspomp.views.portal import Portal
from dorpspomp.views.shelf import Shelf

POINTS = 7
"""How many everyday examples fit on a bookmark."""

USED = 5
"""How many numbers stand on the sheet for the fridge, besides the central one."""

BRIEF: Mapping[str, int] = {"name": 60, "text": 120, "when": 90, "fact": 60, "point": 24, "title": 40}
"""How many letters a text keeps when it does not fit on paper, however small."""


def cut(text: str, most: int) -> str:
    """Cut a text to at most so many letters: after a sentence if one fits, otherwise after a word.

    >>> cut("Een buur helpt u. Bel gerust, ook voor een ander.", 25)
    'Een buur helpt u.'
    >>> cut("Een buur die u helpt met alles in huis", 25)
    'Een buur die u helpt met …'
    """
    if len(text) <= most:
        return text
    head = text[: most + 1]
    stop = max(head.rfind(f"{sign} ") for sign in ".!?")
    if stop >= most // 3:
        return head[: stop + 1]
    space = head.rfind(" ")
    return f"{head[: space if space >= most // 3 else most - 1].rstrip(' ,;:')} …"


def own_numbers(portal: Portal, made: Shelf) -> list[Card]:
    """Return the local services with another number than the central one, highlighted ones first."""
    central = portal.settings.phone.dial if portal.settings.phone else ""
    local = (card for card in made.cards if card.sheet == "diensten")
    own = [card for card in local if card.number and card.number.phone.dial != central]
    return sorted(own, key=lambda card: not card.highlighted)


def report(settings: Settings) -> str:
    """Ask readers to tell what is wrong: by the central number, or else by e-mail."""
    if settings.phone:
        return f"Klopt er iets niet? Bel {settings.phone.shown}."
    return f"Klopt er iets niet? Mail naar {settings.email}." if settings.email else ""


def dated(day: date) -> str:
    """Say how old a piece of paper is."""
    return f"stand van {long_date(day)}"
