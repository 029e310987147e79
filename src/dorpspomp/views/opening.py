"""When somebody answers: the coming openings, for a script that says "nu bereikbaar" at view time."""

from __future__ import annotations

from datetime import timedelta

from dorpspomp.views.lists import HORIZON
from dorpspomp.views.portal import Portal
from dorpspomp.when import Schedule, occurrences


def openings(schedule: Schedule | None, portal: Portal) -> str:
    """Return the openings of the coming sixty days as `start/end` intervals (ISO 8601, wall time).

    They are separated by spaces. Nothing is claimed where the hours were not read: then it is "".
    """
    if schedule is None or not schedule.is_readable:
        return ""
    found = occurrences(schedule, portal.today - timedelta(days=1), portal.today + HORIZON, portal.calendar)
    return " ".join(
        f"{time.starts:%Y-%m-%dT%H:%M}/{time.ends:%Y-%m-%dT%H:%M}"
        for time in found
        if time.start and time.end
    )
