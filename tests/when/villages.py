"""What the tests of times share: the worked cases, the gathered cases, and the calendar of region zuid."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from pathlib import Path

from dorpspomp.when.calendar import Calendar, Period
from dorpspomp.when.command import iso_time
from dorpspomp.when.schedule import Given, Schedule, Span

HERE = Path(__file__).parent
TODAY = dt.date(2026, 11, 22)
FIRST, LAST = dt.date(2026, 12, 1), dt.date(2027, 12, 31)
GIVEN = Given(today=TODAY)

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Read a table that lies beside the tests."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


@cache
def zuid() -> Calendar:
    """Make the calendar of region zuid."""
    periods = [
        Period(row["naam"], dt.date.fromisoformat(row["van"]), dt.date.fromisoformat(row["tot en met"]))
        for row in rows("schoolvakanties.csv")
        if row["regio"] == "zuid"
    ]
    return Calendar.netherlands(range(2024, 2034), periods)


def shown(span: Span) -> str:
    """Write a time as the tables do: '10:00-12:00', '19:30-', 'ochtend'."""
    return span.daypart or f"{iso_time(span.start) or ''}-{iso_time(span.end) or ''}"


def times(schedule: Schedule) -> set[str]:
    """Gather all times of a schedule as the tables write them."""
    return {shown(span) for rule in schedule.rules for span in rule.times or (Span(),)}
