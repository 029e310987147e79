"""A chore: one thing to do for somebody who keeps the sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dorpspomp.model import Phone, Record

NOW, OLD, INCOMPLETE, LATER = range(4)
"""What comes first: what ends or has ended, what is old, what is missing, what can wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """One thing to do: whose it is, about which record, in which column, why, and what to do.

    `phone` is the number to ring and `ask` the question. Within a `rank` the oldest `since` comes first.
    `title` is what the record is called when its own name says too little.
    """

    kind: str
    owner: str
    record: Record
    heading: str
    why: str
    do: str
    minutes: int
    since: date
    rank: int = NOW
    title: str = ""
    phone: Phone | None = None
    ask: str = ""

    @property
    def name(self) -> str:
        """Return what the record is called."""
        return self.title or self.record.name

    @property
    def sheet(self) -> str:
        """Return the sheet of the record."""
        return self.record.sheet

    @property
    def row(self) -> int:
        """Return the row of the record."""
        return self.record.source.row

    @property
    def where(self) -> str:
        """Say where to change it: `blad diensten, rij 12, kolom ‘kosten’`."""
        row = f"rij {self.row}" if self.row else ""
        column = f"kolom ‘{self.heading}’" if self.heading else ""
        return ", ".join(part for part in (f"blad {self.sheet}", row, column) if part)
