"""The portal's emblem, a pump on the village's sign, as SVG, PNG and ICO. Only here Pillow is met.

There is one drawing, `theme/static/logo.svg`. It is drawn once, large, in one shade;
each icon is that drawing made smaller, with the sign's two colours. Nothing tells when it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise

from PIL import IcoImagePlugin, Image, ImageDraw

from dorpspomp import assets

Point = tuple[float, float]

LARGE = 1024
"""How many pixels wide the one large drawing is."""

BOX = 32
"""How wide the drawing is in its own units."""

INSET, THICK = 3.4, 2.9
"""Where the pump stands on the sign, and how thick its lines are: an icon is seen small."""

ROUND = 6
"""The rounding of the sign's corners."""

CURVE = 32
"""In how many straight pieces a curve is drawn."""

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d*\.)?\d+")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "Z": 0}


@dataclass(frozen=True, slots=True)
class Emblem:
    """The emblem in the sign's colour and its ink, both `#rrggbb`."""

    sign: str
    ink: str

    @property
    def svg(self) -> str:
        """Return the emblem as SVG, as a browser shows it in a tab."""
        scale = 1 - 2 * INSET / BOX
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BOX} {BOX}">'
            f'<rect width="{BOX}" height="{BOX}" rx="{ROUND}" fill="{self.sign}"/>'
            f'<path transform="translate({INSET} {INSET}) scale({scale:g})" fill="none" stroke="{self.ink}" '
            f'stroke-width="{THICK}" stroke-linecap="round" stroke-linejoin="round" d="{_path()}"/></svg>\n'
        )

    def png(self, size: int, *, full: bool = False) -> bytes:
        """Return the emblem as PNG; `full` fills the square, so that a system may cut its own shape."""
        out = BytesIO()
        self._image(size, full=full).save(out, "PNG")
        return out.getvalue()

    def ico(self, *sizes: int) -> bytes:
        """Return the emblem in several sizes as one ICO file."""
        images = [self._image(size) for size in sorted(sizes)]
        out = BytesIO()
        images[-1].save(
            out,
            IcoImagePlugin.IcoImageFile.format,
            sizes=[(size, size) for size in sizes],
            append_images=images[:-1],
        )
        return out.getvalue()

    def _image(self, size: int, *, full: bool = False) -> Image.Image:
        plate = Image.new("RGB", (size, size), self.sign)
        plate.paste(self.ink, mask=_shade(0.62 if full else 1 - 2 * INSET / BOX, size))
        if not full:
            plate.putalpha(_corners(size))
        return plate


@cache
def _shade(part: float, size: int) -> Image.Image:
    """Return how dark each pixel of the pump is, on a square of which it takes this part."""
    wide = max(round(size * part), 1)
    pump = _large().resize((wide, wide), Image.Resampling.BOX)
    shade = Image.new("L", (size, size))
    shade.paste(pump, ((size - wide) // 2, (size - wide) // 2))
    return shade


@cache
def _large() -> Image.Image:
    """Draw the pump's lines, large: each piece of line with a dot at both ends."""
    image = Image.new("L", (LARGE, LARGE))
    draw = ImageDraw.Draw(image)
    scale, half = LARGE / BOX, round(THICK * LARGE / BOX / 2)
    for line in lines(_path()):
        points = [(x * scale, y * scale) for x, y in line]
        draw.line(points, fill=255, width=2 * half)
        for x, y in points:
            draw.ellipse((x - half, y - half, x + half, y + half), fill=255)
    return image


@cache
def _corners(size: int) -> Image.Image:
    """Return a square with round corners."""
    fine = (2 if size > 64 else 8) * size
    image = Image.new("L", (fine, fine))
    ImageDraw.Draw(image).rounded_rectangle((0, 0, fine - 1, fine - 1), fine * ROUND / BOX, fill=255)
    return image.resize((size, size), Image.Resampling.BOX)


@cache
def _path() -> str:
    """Return the path of the one drawing."""
    drawing = (assets.folder("theme") / "static" / "logo.svg").read_text("utf-8")
    found = re.search(r' d="([^"]+)"', drawing)
    return found[1] if found else ""


def lines(path: str) -> Iterator[list[Point]]:
    """Yield the lines of an SVG path as points; it may hold M, L, H, V, Q, C and Z, in either case.

    >>> list(lines("M1 2h3v4M0 0l1 1z"))
    [[(1.0, 2.0), (4.0, 2.0), (4.0, 6.0)], [(0.0, 0.0), (1.0, 1.0), (0.0, 0.0)]]
    """
    line: list[Point] = []
    for letter, numbers in _pieces(path):
        if letter.upper() == "M":
            if line:
                yield line
            line = [(numbers[0], numbers[1])]
        else:
            line += _drawn(letter, numbers, line)
    if line:
        yield line


def _pieces(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; after a move come lines, as SVG has it."""
    found = _TOKEN.findall(path)
    letter, place = "", 0
    while place < len(found):
        if found[place].isalpha():
            letter, place = found[place], place + 1
        many = _TAKES[letter.upper()]
        yield letter, [float(number) for number in found[place : place + many]]
        place += many
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def _drawn(letter: str, numbers: list[float], line: list[Point]) -> list[Point]:
    """Return the points that a command adds to a line."""
    x, y = line[-1]
    dx, dy = (x, y) if letter.islower() else (0.0, 0.0)
    match letter.upper():
        case "Z":
            return [line[0]]
        case "H":
            return [(numbers[0] + dx, y)]
        case "V":
            return [(x, numbers[0] + dy)]
    ends = [(numbers[i] + dx, numbers[i + 1] + dy) for i in range(0, len(numbers), 2)]
    return ends if len(ends) == 1 else [_between([(x, y), *ends], n / CURVE) for n in range(1, CURVE + 1)]


def _between(points: list[Point], part: float) -> Point:
    """Return a point of a Bézier curve: halving the way between its points again and again."""
    while len(points) > 1:
        pairs = pairwise(points)
        points = [(a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])) for a, b in pairs]
    return points[0]
