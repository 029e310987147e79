"""Room on paper: texts that cannot stand on a bookmark or a poster in letters that can be read.

The limits are measured on the layout itself, with everything else of an ordinary length; a longer
text sets the whole piece in its smallest letters, or is cut. `tests/test_room.py` measures again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dorpspomp.check.aside import Aside
from dorpspomp.check.hint import hint, shown
from dorpspomp.model import Activity, PrintOrder, Register, Service
from dorpspomp.problem import Problem
from dorpspomp.views.paper import POINTS

TITLE, MOTTO = 154, 177
"""How many letters the title and the motto of a bookmark may have."""

POINT = {7: 36, 6: 56, 5: 74}
"""How many letters a point of a bookmark may have, by the number of points; fewer points are as five."""

SHORT = 470
"""How many letters the text of a poster may have when all other facts are there."""


def bookmarks(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield what is too long or too much for a bookmark."""
    for order in register.print_orders:
        if order.kind == "boekenlegger":
            yield from _bookmark(order)


def _bookmark(order: PrintOrder) -> Iterator[Problem]:
    number = len(order.points)
    if number > POINTS:
        wrong = f"Op een boekenlegger passen {shown(POINTS)} punten. De rest valt weg."
        yield hint(order, "punten", wrong, f"Laat er {shown(POINTS)} staan.", order.points[POINTS])
    most = POINT[min(max(number, min(POINT)), POINTS)]
    longest = max(order.points[:POINTS], key=len, default="")
    texts = (("titel", order.title, TITLE), ("motto", order.motto, MOTTO), ("punten", longest, most))
    yield from (_too_long(order, *text, "een boekenlegger") for text in texts if len(text[1]) > text[2])


def posters(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield texts that are too long for a poster."""
    records: tuple[Service | Activity, ...] = (*register.services, *register.activities)
    for record in records:
        if len(record.short) > SHORT and record.sheet != "landelijk":
            yield _too_long(record, "kort", record.short, SHORT, "een poster")


def _too_long(
    record: PrintOrder | Service | Activity, heading: str, says: str, most: int, piece: str
) -> Problem:
    wrong = f"Deze tekst past niet op {piece} in gewone letters."
    return hint(record, heading, wrong, f"Gebruik hooguit {most} letters.", says)
