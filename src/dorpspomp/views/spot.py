"""What kinds of places there are, and how far apart they are in a walker's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import atan2, pi

from dorpspomp.loose import key
from dorpspomp.model import Place, Point
from dorpspomp.views.plane import metres


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of places that people look for together. `look` is how its plates are drawn."""

    name: str
    icon: str
    look: str
    words: str = ""


INSIDE = Family("Binnen", "huis", "binnen")
"""Where a place belongs that says nothing of itself: most are a building."""

FAMILIES = (
    Family("AED, bij een hartstilstand", "hart", "aed", "aed|defibrillator"),
    INSIDE,
    Family(
        "Buiten",
        "boom",
        "buiten",
        "speel.*|.*tuin|sport(plek|park|veld)|trapveld.*|.*boules.*|ijsbaan|zwem.*|waterpunt|dorpspomp|pomp"
        "|ruilkast.*|boekenkast.*|minibieb.*|park|plein|kunstwerk|beeld|monument|uitkijk.*|vogel.*|hertenkamp"
        "|markt.*|kraam.*|begraafplaats|camping|haven|steiger",
    ),
    Family(
        "Banken", "bank", "buiten", "bank|bankje|banken|(praat|zit|rust|picknick|luister|buurt)bank.*|zitplek"
    ),
    Family("Routes", "fiets", "route", ".*route|routestart|startpunt.*|.*pad|ommetje|wandeling|.*knooppunt"),
    Family(
        "Bus en vervoer",
        "bus",
        "weg",
        ".*halte|station|deelauto.*|laadpaal.*|.*opstapplaats|taxi.*|parkeer.*",
    ),
    Family(
        "Containers en afval", "container", "weg", ".*container.*|milieustraat|glasbak|.*afval.*|.*kringloop"
    ),
)
"""The kinds of places, in the order of the list; a place is of the first whose words fit its `soort`."""


def family(place: Place) -> Family:
    """Return what kind of place this is."""
    kind = key(place.kind)
    return next((f for f in FAMILIES if f.words and re.fullmatch(f.words, kind)), INSIDE)


def point(place: Place) -> Point | None:
    """Return where a place is, when that is known."""
    if place.latitude is None or place.longitude is None:
        return None
    return Point(place.latitude, place.longitude)


DETOUR, PACE = 1.3, 67
"""Streets are a third longer than the crow flies; somebody of 75 walks sixty-seven metres a minute."""

_AN_HOUR = 60


def walk(away: float) -> str:
    """Say how far a walk is: `4 minuten lopen`; what is more than an hour away is said in kilometres."""
    minutes = away * DETOUR / PACE
    if minutes < 0.75:
        return "hiernaast"
    if minutes > _AN_HOUR:
        return length(away * DETOUR)
    shown = round(minutes) if minutes < 10 else 5 * round(minutes / 5)
    return f"{max(shown, 1)} {'minuut' if shown <= 1 else 'minuten'} lopen"


def length(away: float) -> str:
    """Say a length: `ongeveer 400 meter`, `ongeveer 3,5 kilometer`."""
    if away < 950:
        return f"ongeveer {max(50 * round(away / 50), 50)} meter"
    half = round(away / 500) / 2
    return f"ongeveer {half:g} kilometer".replace(".", ",")


_WINDS = ("oosten", "noordoosten", "noorden", "noordwesten", "westen", "zuidwesten", "zuiden", "zuidoosten")


def bearing(point: Point, middle: Point) -> str:
    """Say in which direction a point lies from another: `noordwesten`."""
    east, north = metres(point, middle)
    return _WINDS[round(atan2(north, east) / (pi / 4)) % 8]
