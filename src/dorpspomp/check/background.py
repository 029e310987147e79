"""The map of the village: does it show the land on which the places are?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dorpspomp.check.aside import Aside
from dorpspomp.geojson import FILE
from dorpspomp.model import Register
from dorpspomp.problem import Level, Problem

_NEAR = 0.2
"""Degrees; a village and all around it."""


def elsewhere(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Tell that a map shows other land, as it does when latitude and longitude changed places."""
    points = [point for shape in register.ground for line in shape.lines for point in line]
    places = [(p.latitude, p.longitude) for p in register.places if p.latitude and p.longitude]
    if not points or not places:
        return
    south, north = min(p.latitude for p in points) - _NEAR, max(p.latitude for p in points) + _NEAR
    west, east = min(p.longitude for p in points) - _NEAR, max(p.longitude for p in points) + _NEAR
    if not any(south <= lat <= north and west <= lon <= east for lat, lon in places):
        yield Problem(
            level=Level.NOTICE,
            sheet="kaart",
            says=FILE,
            wrong="De kaart van het dorp ligt ergens anders dan uw plekken.",
            do="Bewaar de kaart van het dorp opnieuw, met eerst de lengtegraad en dan de breedtegraad.",
        )
