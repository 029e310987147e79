"""A map: shapes, names and numbers in a frame, drawn from coordinates alone.

Nothing is fetched from anybody: the background is the village's own map, and without one the numbers
stand on plain paper with a scale and the north.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dorpspomp.model import Form, Point, Shape
from dorpspomp.views.card import Card
from dorpspomp.views.lettering import Name, lettered
from dorpspomp.views.plane import Frame, Spot, drawn, path
from dorpspomp.views.plates import Plate, placed

WIDTH, MARGIN = 400.0, 28.0
"""The size of a drawing in units, and what stays free around its places."""

Found = tuple[Shape, Point, Point]
"""A shape, and its corners in the south-west and the north-east."""

Marked = tuple[Card, str, Point]
"""A place to be numbered: its card, the look of its plate and where it is."""

LAYERS = (
    "green",
    "built",
    "wood",
    "water",
    "square",
    "stream",
    "rail",
    "path",
    "road",
    "main_road",
    "building",
    "route",
)
"""What is drawn, the lowest first."""

LEGEND = {
    "built": "grijs is bebouwd",
    "water": "streepjes zijn water",
    "wood": "boompjes zijn bos",
    "green": "stippen zijn groen",
    "path": "een stippellijn is een voetpad",
    "rail": "een geblokte lijn is het spoor",
    "route": "de dikke streepjes zijn de route",
}
"""How each kind is told from the others, also without colour."""


@dataclass(frozen=True, slots=True)
class Layer:
    """All shapes of one kind as the data of one path."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A number on the map, and the place it stands for."""

    plate: Plate
    card: Card
    look: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map, ready to be drawn. `bar` is a length in the drawing and what it is in reality."""

    width: int
    height: int
    layers: tuple[Layer, ...]
    names: tuple[Name, ...]
    marks: tuple[Mark, ...]
    bar: tuple[int, str]
    own: tuple[int, int] | None = None

    @property
    def legend(self) -> tuple[str, ...]:
        """Return how to read what is drawn."""
        kinds = {layer.kind for layer in self.layers}
        return tuple(text for kind, text in LEGEND.items() if kind in kinds)


def drawing(
    frame: Frame,
    shapes: Sequence[Found],
    marked: Sequence[Marked],
    own: Point | None = None,
) -> Drawing:
    """Draw a map: what is inside the frame, the numbers, and the names for which there is room."""
    seen = [shape for shape, low, high in shapes if _is_seen(frame, low, high)]
    spots = [frame.at(where) for _, _, where in marked]
    plates = placed(spots, frame.width, frame.height, _around(frame.at(own)) if own else [])
    marks = tuple(
        Mark(plate, card, look) for plate, (card, look, _) in zip(plates, marked, strict=True) if plate
    )
    x, y = frame.at(own) if own else (0, 0)
    return Drawing(
        round(frame.width),
        round(frame.height),
        tuple(layer for kind in LAYERS if (layer := _layer(kind, seen, frame)).path),
        lettered(seen, frame, [mark.plate for mark in marks]),
        marks,
        _bar(frame),
        (round(x), round(y)) if own else None,
    )


def _around(spot: Spot) -> list[Spot]:
    """Return a spot and what lies around it, as far as its sign reaches."""
    x, y = spot
    return [(x + across, y + down) for across in (-8, 0, 8) for down in (-8, 0, 8)]


def _is_seen(frame: Frame, low: Point, high: Point) -> bool:
    left, bottom = frame.at(low)
    right, top = frame.at(high)
    return right >= 0 and left <= frame.width and bottom >= 0 and top <= frame.height


def _layer(kind: str, shapes: Iterable[Shape], frame: Frame) -> Layer:
    of_kind = [shape for shape in shapes if shape.kind == kind and shape.form is not Form.POINT]
    return Layer(kind, "".join(path(drawn(s, frame), closed=s.form is Form.AREA) for s in of_kind))


_BARS = (
    (2000, "2 kilometer"),
    (1000, "1 kilometer"),
    (500, "500 meter"),
    (200, "200 meter"),
    (100, "100 meter"),
)


def _bar(frame: Frame) -> tuple[int, str]:
    """Return the scale: the longest round length that takes at most a third of the width."""
    fits = (
        (round(away * frame.scale), text) for away, text in _BARS if away * frame.scale <= frame.width / 3
    )
    return next(fits, (round(50 * frame.scale), "50 meter"))
