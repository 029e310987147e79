"""The village's own map: a GeoJSON file (RFC 7946) beside the sheets becomes shapes.

Any program that draws maps can save one, and so can anybody by accident something else. What cannot be
drawn is told; a file that cannot be trusted leaves the map of the places without a background.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

from dorpspomp.cleaning import cleaned
from dorpspomp.loose import key
from dorpspomp.model import Form, Point, Shape
from dorpspomp.problem import Level, Problem

FILE = "kaart.geojson"
MOST_BYTES = 2_000_000
MOST_POINTS = 40_000
"""A municipality with all its roads; more would make the build slow and the drawing black."""
MOST_NAME = 60

KINDS: tuple[tuple[str, str, str], ...] = (
    ("main_road", "highway", "motorway trunk primary secondary tertiary"),
    ("path", "highway", "footway path cycleway track bridleway steps pedestrian"),
    ("road", "highway", "*"),
    ("rail", "railway", "*"),
    ("stream", "waterway", "*"),
    ("water", "natural", "water wetland bay"),
    ("wood", "natural", "wood scrub"),
    ("wood", "landuse", "forest"),
    ("built", "landuse", "residential commercial industrial retail"),
    ("green", "landuse", "*"),
    ("green", "leisure", "*"),
    ("green", "natural", "*"),
    ("square", "place", "square"),
    ("building", "building", "*"),
    ("route", "route", "foot hiking walking bicycle horse running"),
    ("main_road", "soort", "hoofdweg provincialeweg doorgaandeweg snelweg"),
    ("road", "soort", "weg straat laan dijk road"),
    ("path", "soort", "pad fietspad voetpad wandelpad zandpad"),
    ("rail", "soort", "spoor spoorlijn"),
    ("stream", "soort", "beek sloot rivier kanaal vaart loop"),
    ("water", "soort", "water vijver meer plas ven"),
    ("wood", "soort", "bos"),
    ("green", "soort", "groen park weiland akker veld tuin heide sportpark begraafplaats"),
    ("built", "soort", "bebouwing bebouwdekom kom dorp wijk woonwijk bedrijventerrein"),
    ("square", "soort", "plein"),
    ("building", "soort", "gebouw kerk school huis"),
    ("route", "soort", "route wandelroute fietsroute ommetje wandeling"),
)
"""What a shape is, by tags of OpenStreetMap and by plain words in `soort`; the first that fits counts."""

_SETTLED = {Form.LINE: "road", Form.AREA: "built", Form.POINT: "spot"}
"""What a shape is when nothing says so."""

_NAMES = ("naam", "name", "titel", "title")
_CODES = ("code", "ref")

_NOT_A_MAP = (
    "De kaart van het dorp kan niet worden gelezen.",
    "Bewaar de kaart opnieuw, en kies daarbij GeoJSON.",
)
_OTHER_GRID = (
    "De kaart rekent niet in breedtegraad en lengtegraad.",
    "Bewaar de kaart opnieuw, en kies daarbij WGS 84.",
)
_EMPTY = (
    "Op de kaart van het dorp staat niets om te tekenen.",
    "Bewaar de kaart opnieuw, met de wegen en het water erbij.",
)
_TOO_MUCH = ("De kaart van het dorp is te uitgebreid.", "Laat weg wat ver van het dorp ligt.")
_SKIPPED = (
    "Een deel van de kaart van het dorp kan ik niet tekenen.",
    "Controleer de kaart in het programma waarmee u die maakte.",
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What was read of a map, and what there is to say about it."""

    shapes: tuple[Shape, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Unusable(ValueError):
    """A part of a map that cannot be drawn."""


class _OtherGrid(_Unusable):
    """Coordinates that are no degrees, such as those of the Dutch national grid."""


def read(text: str) -> Ground:
    """Read a GeoJSON text. Nothing that stands in it raises."""
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):  # a number of a million digits, a list in a list in a list
        return without_ground(*_NOT_A_MAP)
    try:
        return _drawn(found)
    except RecursionError:
        return without_ground(*_NOT_A_MAP)


def without_ground(wrong: str, do: str) -> Ground:
    """Return a map without background, and why."""
    return Ground(problems=(_problem(wrong, do),))


def _problem(wrong: str, do: str) -> Problem:
    return Problem(level=Level.NOTICE, sheet="kaart", says=FILE, wrong=wrong, do=do)


def _drawn(found: object) -> Ground:
    shapes: list[Shape] = []
    skipped: list[_Unusable] = []
    points = 0
    for properties, geometry in _features(found):
        try:
            for shape in _shapes(geometry, properties):
                points += sum(map(len, shape.lines))
                shapes.append(shape)
        except _Unusable as why:
            skipped.append(why)
        if points > MOST_POINTS:
            return without_ground(*_TOO_MUCH)
    if not shapes:
        is_other = any(isinstance(why, _OtherGrid) for why in skipped)
        is_map = isinstance(found, dict) and "type" in found
        return without_ground(*(_OTHER_GRID if is_other else _EMPTY if is_map else _NOT_A_MAP))
    return Ground(tuple(shapes), (_problem(*_SKIPPED),) if skipped else ())


def _features(found: object) -> Iterator[tuple[Mapping[str, object], object]]:
    """Yield the properties and the geometry of everything in a document, however it is nested."""
    if not isinstance(found, dict):
        return
    match found.get("type"):
        case "FeatureCollection":
            features = found.get("features")
            for feature in features if isinstance(features, list) else ():
                yield from _features(feature)
        case "Feature":
            properties = found.get("properties")
            yield (properties if isinstance(properties, dict) else {}), found.get("geometry")
        case _:
            yield {}, found


def _shapes(geometry: object, properties: Mapping[str, object]) -> Iterator[Shape]:
    """Yield the shapes of a geometry; one without a place (`null`) is allowed and has none."""
    if geometry is None:
        return
    if not isinstance(geometry, dict):
        raise _Unusable
    if geometry.get("type") == "GeometryCollection":
        for part in _list(geometry.get("geometries")):
            yield from _shapes(part, properties)
        return
    form, lines = _lines(geometry.get("type"), _list(geometry.get("coordinates")))
    name, code = _first(properties, _NAMES), _first(properties, _CODES)
    yield Shape(_kind(properties, form), form, tuple(lines), name, code)


def _lines(kind: object, found: list[object]) -> tuple[Form, list[tuple[Point, ...]]]:
    """Return the lines of a geometry; the rings of an area are closed by whoever draws them."""
    match kind:
        case "Point":
            return Form.POINT, [(_point(found),)]
        case "MultiPoint":
            return Form.POINT, [(_point(point),) for point in found]
        case "LineString":
            return Form.LINE, [_line(found, 2)]
        case "MultiLineString":
            return Form.LINE, [_line(line, 2) for line in found]
        case "Polygon":
            return Form.AREA, [_line(ring, 3) for ring in found]
        case "MultiPolygon":
            return Form.AREA, [_line(ring, 3) for area in found for ring in _list(area)]
    raise _Unusable


def _line(found: object, least: int) -> tuple[Point, ...]:
    line = tuple(_point(point) for point in _list(found))
    if len(line) < least:
        raise _Unusable
    return line


def _point(found: object) -> Point:
    """Return a position: the longitude comes first, a height may follow."""
    values = _list(found)[:2]
    if len(values) < 2 or any(isinstance(v, bool) or not isinstance(v, int | float) for v in values):
        raise _Unusable
    longitude, latitude = (value if isinstance(value, int | float) else 0 for value in values)
    if abs(longitude) > 180 or abs(latitude) > 90 or not (isfinite(longitude) and isfinite(latitude)):
        raise _OtherGrid
    return Point(float(latitude), float(longitude))


def _list(found: object) -> list[object]:
    if not isinstance(found, list):
        raise _Unusable
    return found


def _kind(properties: Mapping[str, object], form: Form) -> str:
    """Return what a shape is."""
    said = {name.casefold(): key(value) for name, value in properties.items() if isinstance(value, str)}
    for kind, name, values in KINDS:
        value = said.get(name, "")
        if value and value != "no" and (values == "*" or value in values.split()):
            return kind
    return _SETTLED[form]


def _first(properties: Mapping[str, object], names: tuple[str, ...]) -> str:
    """Return the first text under one of these names, as one short line."""
    for name in names:
        value = properties.get(name)
        if isinstance(value, str) and value.strip():
            text = value[: 4 * MOST_NAME].encode("utf-8", "ignore").decode()  # half a sign cannot be written
            return " ".join(cleaned(text)[0].split())[:MOST_NAME]
    return ""
