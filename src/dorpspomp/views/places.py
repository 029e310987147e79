"""Places: where everything in a village is, in a list and on its map, and what is near one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from statistics import median

from dorpspomp.loose import key
from dorpspomp.model import Form, Place, Point, Shape
from dorpspomp.views.card import Card
from dorpspomp.views.map import MARGIN, WIDTH, Drawing, Found, Marked, drawing
from dorpspomp.views.plane import distance, fitted
from dorpspomp.views.portal import Findable, Portal
from dorpspomp.views.shelf import Shelf
from dorpspomp.views.spot import FAMILIES, Family, bearing, family, length, point, walk

_MANY = 40
"""So many places fit a drawing; where there are more, it is drawn in smaller units."""

_FAR, _NEVER_FAR = 5.0, 1200.0
"""A place is off the map when it is so many times as far from the middle as most, and so many metres."""

_NEAR, _NEAR_AED, _MOST = 900.0, 1500.0, 5
"""What is near: within so many metres, at most so many; the nearest AED always."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in a list beside a map: its number there (0 when it has none), and how far it is."""

    card: Card
    look: str
    number: int = 0
    away: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The places of one kind."""

    family: Family
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """All places of a village by kind, with a map where at least two can be drawn."""

    groups: tuple[Group, ...]
    drawing: Drawing | None


@dataclass(frozen=True, slots=True)
class Near:
    """What is near a place. `route` says how long the route is that starts there, or is the record."""

    stops: tuple[Stop, ...]
    drawing: Drawing | None
    route: str = ""


@dataclass(frozen=True)
class Land:
    """Where everything is, worked out once for a portal."""

    places: tuple[tuple[Place, Point], ...]
    shapes: tuple[Found, ...]

    @cached_property
    def cells(self) -> dict[tuple[int, int], list[tuple[Place, Point]]]:
        """Return the places by squares of about a kilometre, so that only neighbours are measured."""
        found: dict[tuple[int, int], list[tuple[Place, Point]]] = {}
        for place, where in self.places:
            found.setdefault(_cell(where), []).append((place, where))
        return found

    @cached_property
    def routes(self) -> dict[str, Shape]:
        """Return the routes by what they are called and by their code."""
        lines = [shape for shape, _, _ in self.shapes if shape.form is Form.LINE]
        return {key(word): shape for shape in lines for word in (shape.name, shape.code) if key(word)}

    def around(self, where: Point) -> Iterable[tuple[Place, Point]]:
        """Yield the places in the squares around a point."""
        row, column = _cell(where)
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                yield from self.cells.get((r, c), ())


def _cell(where: Point) -> tuple[int, int]:
    return int(where.latitude / 0.0135), int(where.longitude / 0.0215)


@lru_cache(maxsize=2)
def land(portal: Portal) -> Land:
    """Return where everything is."""
    found = tuple((place, where) for place in portal.register.places if (where := point(place)))
    return Land(found, tuple((shape, *_bounds(shape)) for shape in portal.register.ground))


def _bounds(shape: Shape) -> tuple[Point, Point]:
    points = [point for line in shape.lines for point in line]
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    return Point(south, west), Point(north, east)


def places_view(portal: Portal, shelf: Shelf) -> Places:
    """Make the list and the map of all places; numbers run on in the order of the list."""
    here = land(portal)
    middle, on_map = _on_map(here)
    points = {place.address: where for place, where in here.places}
    number, marked, groups = 0, [], []
    for kind, found in _by_family(portal.register.places):
        stops = []
        for place in found:
            card = shelf.by_address[place.address]
            if place.address in on_map:
                number += 1
                marked.append((card, kind.look, points[place.address]))
                stops.append(Stop(card, kind.look, number))
            else:
                where = points.get(place.address)
                stops.append(Stop(card, kind.look, 0, _off(where, middle) if where and middle else ""))
        groups.append(Group(kind, tuple(stops)))
    return Places(tuple(groups), _overview(marked, here))


def _by_family(places: Sequence[Place]) -> list[tuple[Family, list[Place]]]:
    ordered = sorted(places, key=lambda place: (key(place.name), place.code))
    found = [(kind, [place for place in ordered if family(place) is kind]) for kind in FAMILIES]
    return [(kind, group) for kind, group in found if group]


def _on_map(here: Land) -> tuple[Point | None, frozenset[str]]:
    """Return the middle of the village and what is on its map: a place in the next town is not."""
    if len(here.places) < 2:
        return None, frozenset()
    points = [where for _, where in here.places]
    middle = Point(median(p.latitude for p in points), median(p.longitude for p in points))
    most = max(_FAR * median(distance(p, middle) for p in points), _NEVER_FAR)
    inside = frozenset(place.address for place, where in here.places if distance(where, middle) <= most)
    return middle, inside if len(inside) > 1 else frozenset()


def _off(where: Point, middle: Point) -> str:
    return f"buiten de kaart, {length(distance(where, middle))} naar het {bearing(where, middle)}"


def _overview(marked: Sequence[Marked], here: Land) -> Drawing | None:
    if len(marked) < 2:
        return None
    width = WIDTH * max(1.0, (len(marked) / _MANY) ** 0.5)
    frame = fitted([where for _, _, where in marked], float(round(width)), margin=MARGIN, least=500)
    shapes = [found for found in here.shapes if found[0].kind != "route"]
    return drawing(frame, shapes, marked)


def near(record: Findable, portal: Portal, shelf: Shelf) -> Near | None:
    """Return what is near a place, or the route that a record is named after; None when that is nothing."""
    here = land(portal)
    route = here.routes.get(key(record.code)) or here.routes.get(key(record.name))
    own = point(record) if isinstance(record, Place) else None
    if route is None and own is None:
        return None
    found = _neighbours(record.address, own, here) if own else []
    marked = [(shelf.by_address[place.address], family(place).look, where) for place, where in found]
    stops = tuple(
        Stop(card, look, number + 1, walk(distance(own, where)) if own else "")
        for number, (card, look, where) in enumerate(marked)
    )
    points = [where for _, _, where in marked] + ([own] if own else [])
    lines = [where for line in route.lines for where in line] if route else []
    if not found and not route and not any(own and _holds(bounds, own) for bounds in here.shapes):
        return None
    frame = fitted([*points, *lines], WIDTH, margin=MARGIN, least=350)
    shapes = [shape for shape in here.shapes if shape[0].kind != "route" or shape[0] is route]
    return Near(stops, drawing(frame, shapes, marked, own), _route(route) if route else "")


def _neighbours(address: str, own: Point, here: Land) -> list[tuple[Place, Point]]:
    """Return the nearest few, and the nearest AED where it is not among them."""
    measured = sorted(
        (distance(own, where), place.address, place, where)
        for place, where in here.around(own)
        if place.address != address
    )
    near = [(place, where) for away, _, place, where in measured if away <= _NEAR][:_MOST]
    aed = next(((p, w) for away, _, p, w in measured if family(p) is FAMILIES[0] and away <= _NEAR_AED), None)
    return near if aed is None or aed in near else [*near, aed]


def _holds(found: Found, where: Point) -> bool:
    _, low, high = found
    return (
        low.latitude <= where.latitude <= high.latitude and low.longitude <= where.longitude <= high.longitude
    )


def _route(route: Shape) -> str:
    """Say how long a route is."""
    away = sum(distance(one, other) for line in route.lines for one, other in pairwise(line))
    return f"De route is {length(away)} lang."
