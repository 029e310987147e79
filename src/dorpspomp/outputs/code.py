"""QR codes (ISO/IEC 18004): drawn by `qrcode`, which is met in this module only."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import qrcode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.util import QRData

MASK = 2
"""The mask pattern of every code: columns in threes, which leaves no large even areas in a short address."""

Mode = Literal[1, 2, 4]
"""What a code can hold: digits, capitals and digits, or any bytes (7.3)."""

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004, 6.3.8)."""


@dataclass
class Codes:
    """Draws codes and remembers them: drawing is slow, and the same address is asked for often."""

    _drawn: dict[str, str] = field(default_factory=dict)

    def svg(self, text: str) -> str:
        """Return a code as SVG: one path, one unit a module, quiet zone included."""
        if text not in self._drawn:
            self._drawn[text] = _svg(matrix(text))
        return self._drawn[text]

    def modules(self, text: str) -> int:
        """Return how many modules wide a code is, quiet zone included; print makes each large enough."""
        found = re.search(r'viewBox="0 0 (\d+) ', self.svg(text))
        return int(found[1]) if found else 0

    def data_uri(self, text: str) -> str:
        """Return a code as an address for `<img src>`; PDF/UA wants an image with a text."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg(text).encode()).decode()


def matrix(text: str) -> list[list[bool]]:
    """Return the modules of a code without quiet zone.

    The mask is fixed: trying all eight for the prettiest takes six times as long, and every reader
    undoes whichever mask the code says it has (7.8).
    """
    data = QRData(text)
    level, version = _smallest(data.mode, len(data))
    code: qrcode.QRCode[Any] = qrcode.QRCode(version, level, border=0, mask_pattern=MASK)
    code.add_data(data)
    code.make(fit=False)
    return [[bool(module) for module in row] for row in code.modules]


@cache
def _smallest(mode: Mode, length: int) -> tuple[int, int]:
    """Return level and version of the smallest code that holds so many letters.

    Level Q (25 % may be lost) as long as that takes no more modules than level M.
    """
    strong, plain = (_version(mode, length, level) for level in (ERROR_CORRECT_Q, ERROR_CORRECT_M))
    return (ERROR_CORRECT_Q, strong) if strong == plain else (ERROR_CORRECT_M, plain)


def _version(mode: Mode, length: int, level: int) -> int:
    code: qrcode.QRCode[Any] = qrcode.QRCode(error_correction=level)
    code.add_data(QRData(b"0" * length, mode, check_data=False))
    return code.best_fit(start=1)


def _svg(modules: list[list[bool]]) -> str:
    """Draw the dark modules as horizontal runs in one path."""
    size = len(modules) + 2 * QUIET
    runs = "".join(_runs(row, y + QUIET) for y, row in enumerate(modules))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{runs}"/></svg>'
    )


def _runs(row: list[bool], y: int) -> str:
    cells = "".join("1" if dark else "0" for dark in row)
    runs = ((run.start() + QUIET, run.end() - run.start()) for run in re.finditer("1+", cells))
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, length in runs)
