"""The plane: a piece of land as a flat drawing. Degrees become metres, metres become the drawing's units.

A village is small enough to be flat: east and north of its middle are measured on the plane that
touches the earth there, which over ten kilometres is wrong by less than a line is wide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

from dorpspomp.model import Form, Point, Shape

DEGREE = 111_195.0
"""Metres in one degree of latitude."""

SLACK = 6
"""How far lines go on past the edge, so that their ends are not seen."""

Spot = tuple[float, float]
"""A position in a drawing: to the right, and down."""

Ring = Sequence[Spot]


def metres(point: Point, middle: Point) -> Spot:
    """Return how far a point lies east and north of another."""
    east = (point.longitude - middle.longitude) * DEGREE * cos(radians(middle.latitude))
    return east, (point.latitude - middle.latitude) * DEGREE


def distance(one: Point, other: Point) -> float:
    """Return the metres between two points, as the crow flies."""
    return hypot(*metres(one, other))


@dataclass(frozen=True, slots=True)
class Frame:
    """What a drawing shows: `width` x `height` units around `middle`, so many units for a metre."""

    middle: Point
    width: float
    height: float
    scale: float

    def at(self, point: Point) -> Spot:
        """Return where a point stands in the drawing."""
        east, north = metres(point, self.middle)
        return self.width / 2 + east * self.scale, self.height / 2 - north * self.scale

    def holds(self, point: Point) -> bool:
        """Tell whether a point stands in the drawing."""
        x, y = self.at(point)
        return 0 <= x <= self.width and 0 <= y <= self.height


def fitted(points: Sequence[Point], width: float, *, margin: float, least: float) -> Frame:
    """Return the frame that holds these points, not narrower than `least` metres, neither tall nor flat."""
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    middle = Point((south + north) / 2, (west + east) / 2)
    across, up = metres(Point(north, east), middle)
    across, up = max(2 * across, least), max(2 * up, least * LOWEST)
    inner = width - 2 * margin
    scale = min(inner / across, (width * TALLEST - 2 * margin) / up)
    height = max(up * scale + 2 * margin, width * LOWEST)
    return Frame(middle, width, float(round(height)), scale)


LOWEST, TALLEST = 0.6, 1.3
"""The height of a drawing as a part of its width."""


def drawn(shape: Shape, frame: Frame) -> Iterator[list[Spot]]:
    """Yield the lines of a shape as far as they are inside the frame."""
    for line in shape.lines:
        spots = simpler([frame.at(point) for point in line])
        if not _touches(spots, frame):
            continue
        if shape.form is Form.AREA:
            if len(ring := inside(spots, frame)) > 2:
                yield ring
        else:
            yield from pieces(spots, frame)


def _touches(spots: Ring, frame: Frame) -> bool:
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return not (
        max(across) < -SLACK
        or min(across) > frame.width + SLACK
        or max(down) < -SLACK
        or min(down) > frame.height + SLACK
    )


def simpler(spots: list[Spot], most: float = 0.5) -> list[Spot]:
    """Leave out what lies less than `most` beside the line through what is left (Douglas and Peucker)."""
    kept = {0, len(spots) - 1}
    todo = [(0, len(spots) - 1)]
    while todo:
        first, last = todo.pop()
        off, where = max(
            ((_beside(spots[i], spots[first], spots[last]), i) for i in range(first + 1, last)),
            default=(0.0, 0),
        )
        if off > most:
            kept.add(where)
            todo += [(first, where), (where, last)]
    return [spots[i] for i in sorted(kept)]


def _beside(spot: Spot, start: Spot, end: Spot) -> float:
    """Return how far a spot is from the line between two others."""
    (x, y), (ax, ay), (bx, by) = spot, start, end
    along = (bx - ax) ** 2 + (by - ay) ** 2
    part = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / along)) if along else 0.0
    return hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay))


def pieces(spots: Ring, frame: Frame) -> Iterator[list[Spot]]:
    """Yield the parts of a line that are inside the frame."""
    piece: list[Spot] = []
    for start, end in pairwise(spots):
        kept = _within(start, end, frame)
        if kept is None:
            continue
        if piece and piece[-1] == kept[0]:
            piece.append(kept[1])
        else:
            if len(piece) > 1:
                yield piece
            piece = [*kept]
    if len(piece) > 1:
        yield piece


def _within(start: Spot, end: Spot, frame: Frame) -> tuple[Spot, Spot] | None:
    """Return the part of a stretch that is inside the frame (Liang and Barsky)."""
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    right, bottom = frame.width + SLACK, frame.height + SLACK
    edges = ((-dx, x + SLACK), (dx, right - x), (-dy, y + SLACK), (dy, bottom - y))
    for run, room in edges:
        if run == 0:
            if room < 0:
                return None
        elif run < 0:
            first = max(first, room / run)
        else:
            last = min(last, room / run)
    if first > last:
        return None
    return _along(start, end, first), _along(start, end, last)


def _along(start: Spot, end: Spot, part: float) -> Spot:
    if part in {0.0, 1.0}:
        return end if part else start
    return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])


def inside(ring: Ring, frame: Frame) -> list[Spot]:
    """Return the part of an area that is inside the frame (Sutherland and Hodgman)."""
    sides = ((0, 1, -SLACK), (0, -1, -frame.width - SLACK), (1, 1, -SLACK), (1, -1, -frame.height - SLACK))
    left = list(ring)
    for axis, sign, bound in sides:
        left = list(_cut(left, axis, sign, bound))
    return left


def _cut(ring: list[Spot], axis: int, sign: int, bound: float) -> Iterator[Spot]:
    """Yield what is left of an area on one side of a line."""
    for spot, before in zip(ring, [*ring[-1:], *ring[:-1]], strict=True):
        now, was = sign * spot[axis] - bound, sign * before[axis] - bound
        if (now >= 0) != (was >= 0):
            yield _along(before, spot, was / (was - now))
        if now >= 0:
            yield spot


def path(lines: Iterable[Ring], *, closed: bool = False) -> str:
    """Write lines as the data of an SVG path, in whole units and steps, which is short."""
    return "".join(f"{text}{'z' if closed else ''}" for line in lines if (text := _steps(line)))


def _steps(line: Ring) -> str:
    whole = [(round(x), round(y)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole) if a != b]
    if not steps:
        return ""
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(f'{x} {y}' for x, y in steps)}".replace(" -", "-")
