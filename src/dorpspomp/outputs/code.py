"""QR codes (ISO/IEC 18004): drawn by `qrcode`, which is met in this module only."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from typing import Any

import qrcode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

MASK = 2
"""The mask pattern of every code: columns in threes, which leaves no large even areas in a short address."""

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

    Level Q (25 % may be lost) as long as that takes no more modules than level M.
    """
    strong, plain = (_code(text, level) for level in (ERROR_CORRECT_Q, ERROR_CORRECT_M))
    code = strong if strong.version == plain.version else plain
    code.make(fit=False)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def _code(text: str, level: int) -> qrcode.QRCode[Any]:
    """Return a code of the smallest version that holds the text, not yet drawn.

    The mask is fixed: trying all eight for the prettiest takes six times as long, and every reader
    undoes whichever mask the code says it has (7.8).
    """
    code: qrcode.QRCode[Any] = qrcode.QRCode(error_correction=level, border=0, mask_pattern=MASK)
    code.add_data(text)
    code.best_fit(start=1)
    return code


def _svg(modules: list[list[bool]]) -> str:
    """Draw the dark modules as horizontal runs in one path."""
    size = len(modules) + 2 * QUIET
    runs = "".join(_runs(row, y + QUIET) for y, row in enumerate(modules))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{runs}"/></svg>'
    )


def _runs(row: list[bool], y: int) -> str:
    path, x = "", 0
    while x < len(row):
        length = next((i for i, dark in enumerate(row[x:]) if not dark), len(row) - x)
        if length:
            path += f"M{x + QUIET} {y}h{length}v1h-{length}z"
        x += max(length, 1)
    return path
