"""Lettering: the names on a map, along their roads and inside their water, where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from dorpspomp.model import Form, Shape
from dorpspomp.views.plane import Frame, Spot, drawn, simpler
from dorpspomp.views.plates import Plate

HIGH, WIDE = 9, 4.7
"""The size of letters in units."""

_ALONG = ("main_road", "stream", "road", "path", "rail")
_WITHIN = ("square", "water", "wood", "green", "built")
_MOST = 14


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a spot, turned by so many degrees."""

    x: int
    y: int
    turn: int
    text: str

    @property
    def spots(self) -> Iterator[Spot]:
        """Yield spots along the name, close enough to know what it lies over."""
        half = len(self.text) * WIDE / 2
        angle = radians(self.turn)
        steps = max(round(half / 4), 1)
        for step in range(-steps, steps + 1):
            along = half * step / steps
            yield self.x + along * cos(angle), self.y + along * sin(angle)


def lettered(shapes: Iterable[Shape], frame: Frame, plates: Sequence[Plate]) -> tuple[Name, ...]:
    """Return the names that fit: each once, none over a plate or over another name."""
    named = [shape for shape in shapes if shape.name and shape.kind in (*_ALONG, *_WITHIN)]
    named.sort(key=lambda shape: (*_ALONG, *_WITHIN).index(shape.kind))
    found: dict[str, Name] = {}
    for shape in named:
        if shape.name in found or len(found) == _MOST:
            continue
        for name in _wanted(shape, frame):
            if _is_free(name, frame, plates, found.values()):
                found[shape.name] = name
                break
    return tuple(found.values())


def _wanted(shape: Shape, frame: Frame) -> Iterator[Name]:
    """Yield where a name could stand, the roomiest first."""
    room = len(shape.name) * WIDE
    for line in drawn(shape, frame):
        if shape.form is Form.AREA:
            across = [x for x, _ in line]
            if max(across) - min(across) > 0.8 * room:
                down = [y for _, y in line]
                yield Name(round(sum(across) / len(line)), round(sum(down) / len(line)), 0, shape.name)
            continue
        stretches = sorted(pairwise(simpler(line, 4)), key=lambda pair: -_long(*pair))
        yield from (_along(*pair, shape.name) for pair in stretches if _long(*pair) > room + 4)


def _long(start: Spot, end: Spot) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def _along(start: Spot, end: Spot, text: str) -> Name:
    turn = degrees(atan2(end[1] - start[1], end[0] - start[0]))
    upright = turn - 180 if turn > 90 else turn + 180 if turn <= -90 else turn
    return Name(round((start[0] + end[0]) / 2), round((start[1] + end[1]) / 2), round(upright), text)


def _is_free(name: Name, frame: Frame, plates: Sequence[Plate], others: Iterable[Name]) -> bool:
    own = list(name.spots)
    if not all(HIGH < x < frame.width - HIGH and HIGH < y < frame.height - HIGH for x, y in own):
        return False
    taken = [spot for other in others for spot in other.spots]
    return not any(plate.covers(spot, HIGH / 2) for plate in plates for spot in own) and not any(
        hypot(x - u, y - v) < HIGH + 1 for x, y in own for u, v in taken
    )
