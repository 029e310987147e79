"""Making a hint: the least serious problem, at a record's cell."""

from __future__ import annotations

from dorpspomp.model import Record
from dorpspomp.problem import Level, Problem

_SAID = 120


def hint(record: Record, heading: str, wrong: str, do: str, says: str = "") -> Problem:
    """Return a hint about a cell of a record."""
    return Problem(
        level=Level.NOTICE, sheet=record.sheet, row=record.source.row, heading=heading, code=record.address,
        name=record.name, says=says if len(says) <= _SAID else f"{says[: _SAID - 3]}...", wrong=wrong, do=do,
    )  # fmt: skip


def shown(count: int) -> str:
    """Write a small number as a word."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


_NUMBERS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
