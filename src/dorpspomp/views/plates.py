"""Plates: numbers on a map, each as near to its spot as it can be without lying over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, inf, pi, sin

from dorpspomp.views.plane import Spot

HIGH = 20
"""How high a plate is, in units."""

_GAP = 2
_FAR = 130
_RINGS = (17, 25, 34, 46, 60, 78, 100)
_TURNS = 16
_COVERS, _CROSSES, _UNDER = 14.0, 18.0, 30.0
"""What it costs to cover a spot, to cross a line, to have a line run under a plate; in units of distance."""


def wide(number: int) -> int:
    """Return how wide the plate of a number is."""
    return 13 + 7 * len(str(number))


@dataclass(frozen=True, slots=True)
class Plate:
    """A number at a place, centred on `x` and `y`; its spot is where a line from it ends."""

    number: int
    x: float
    y: float
    spot: Spot

    @property
    def wide(self) -> int:
        """Return how wide the plate is."""
        return wide(self.number)

    @property
    def is_apart(self) -> bool:
        """Tell whether the plate stands beside its spot, so that a line leads there."""
        return (self.x, self.y) != self.spot

    def covers(self, spot: Spot, gap: float = _GAP) -> bool:
        """Tell whether the plate lies over a spot."""
        return abs(self.x - spot[0]) < self.wide / 2 + gap and abs(self.y - spot[1]) < HIGH / 2 + gap

    def meets(self, other: Plate) -> bool:
        """Tell whether two plates lie over each other."""
        across, down = abs(self.x - other.x), abs(self.y - other.y)
        return across < (self.wide + other.wide) / 2 + _GAP and down < HIGH + _GAP


def placed(
    spots: Sequence[Spot], width: float, height: float, kept: Sequence[Spot] = ()
) -> tuple[Plate | None, ...]:
    """Return a plate for every spot, numbered from 1; None where there is no room left for one.

    A spot with room around it lies under its own plate. The others are placed one after the other, and
    then once more, knowing where all the others went. Nothing lies over the spots that are `kept` free.
    """
    seen = (*spots, *kept)
    crowded = [n for n, spot in enumerate(spots) if _has_company(n, spot, seen)]
    found: dict[int, Plate] = {
        n: Plate(n + 1, *_kept_in(n, spot, width, height), spot)
        for n, spot in enumerate(spots)
        if n not in crowded
    }
    for _ in (1, 2):
        for n in crowded:
            found.pop(n, None)
            near = [plate for plate in found.values() if _apart((plate.x, plate.y), spots[n]) < 2 * _FAR]
            others = [spot for spot in seen if 0 < _apart(spot, spots[n]) < _FAR]
            best = _best(_with_room(n, spots[n], near, (width, height)), near, others)
            if best:
                found[n] = best
    return tuple(found.get(n) for n in range(len(spots)))


def _apart(one: Spot, other: Spot) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _has_company(number: int, spot: Spot, spots: Sequence[Spot]) -> bool:
    room = wide(number + 1) + 6
    return any(
        n != number and abs(x - spot[0]) < room and abs(y - spot[1]) < HIGH + 4
        for n, (x, y) in enumerate(spots)
    )


def _kept_in(number: int, spot: Spot, width: float, height: float) -> Spot:
    """Return a spot moved so far that its plate is inside the drawing."""
    across, down = wide(number + 1) / 2 + _GAP, HIGH / 2 + _GAP
    return min(max(spot[0], across), width - across), min(max(spot[1], down), height - down)


def _with_room(number: int, spot: Spot, plates: Sequence[Plate], size: Spot) -> Iterator[tuple[float, Plate]]:
    """Yield how far away a plate has room, from near to far, and the plate there."""
    for away, x, y in _around(spot):
        plate = Plate(number + 1, x, y, spot)
        if _kept_in(number, (x, y), *size) == (x, y) and not any(plate.meets(other) for other in plates):
            yield away, plate


def _best(
    found: Iterable[tuple[float, Plate]], plates: Sequence[Plate], others: Sequence[Spot]
) -> Plate | None:
    """Return the plate that is least far and least in the way, the first of equals."""
    least, best = inf, None
    for away, plate in found:
        if away >= least:
            break  # all that follow are as far, and being in the way only adds to it
        cost = away + _cost(plate, plates, others)
        if cost < least:
            least, best = cost, plate
    return best


def _around(spot: Spot) -> Iterator[tuple[float, float, float]]:
    for ring in _RINGS:
        for turn in range(_TURNS):
            angle = 2 * pi * turn / _TURNS
            yield ring, round(spot[0] + ring * 1.15 * cos(angle)), round(spot[1] + ring * sin(angle))


def _cost(plate: Plate, plates: Sequence[Plate], others: Sequence[Spot]) -> float:
    """Return how much a plate and its line are in the way of all the others."""
    end = (plate.x, plate.y)
    cost = sum(_COVERS for spot in others if plate.covers(spot, 1))
    for other in plates:
        if other.is_apart:
            theirs = (other.x, other.y)
            cost += _CROSSES * _cross(plate.spot, end, other.spot, theirs)
            cost += _UNDER * _runs_under(other.spot, theirs, plate)
        cost += _UNDER * _runs_under(plate.spot, end, other)
    return cost


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Tell whether two lines cross; lines from the same spot do not."""
    return a != c and _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _runs_under(start: Spot, end: Spot, plate: Plate) -> bool:
    """Tell whether a line passes under a plate that is not its own."""
    if not _is_beside(start, end, plate):
        return False
    across, down = (end[0] - start[0]) / 8, (end[1] - start[1]) / 8
    return any(plate.covers((start[0] + across * n, start[1] + down * n), 0) for n in range(9))


def _is_beside(start: Spot, end: Spot, plate: Plate) -> bool:
    """Tell whether the box around a line and a plate have a point in common: few have."""
    across, down = plate.wide / 2, HIGH / 2
    return (
        min(start[0], end[0]) < plate.x + across
        and max(start[0], end[0]) > plate.x - across
        and min(start[1], end[1]) < plate.y + down
        and max(start[1], end[1]) > plate.y - down
    )
