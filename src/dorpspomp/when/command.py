"""What `dorpspomp when` answers: the verdict, the echo and the occurrences of one text."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from dorpspomp.when.calendar import Calendar
from dorpspomp.when.echo import full_echo
from dorpspomp.when.grammar import read
from dorpspomp.when.occurrence import occurrences
from dorpspomp.when.schedule import END_OF_DAY, Given


class Answer(TypedDict):
    """The JSON contract of `dorpspomp when`."""

    verdict: str
    echo: str
    occurrences: list[tuple[str, str | None, str | None]]


def answer(
    text: str, first: dt.date, last: dt.date, calendar: Calendar, given: Given | None = None
) -> Answer:
    """Answer one text over the days from first to last.

    The calendar holds the school holidays of the region. Without `given`, a date without a year is the next
    such date from `first` on. An end at the end of the day is "24:00"; "00:00" as an end is past midnight.
    """
    schedule = read(text, given or Given(today=first))
    return {
        "verdict": schedule.verdict.value,
        "echo": full_echo(schedule, first, calendar),
        "occurrences": [
            (item.date.isoformat(), iso_time(item.start), iso_time(item.end))
            for item in occurrences(schedule, first, last, calendar)
        ],
    }


def iso_time(time: dt.time | None) -> str | None:
    """Write a time for another program: "09:30", "24:00", or nothing."""
    if time is None:
        return None
    return "24:00" if time == END_OF_DAY else f"{time:%H:%M}"
