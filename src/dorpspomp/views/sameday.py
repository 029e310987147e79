"""What else there is to do on the next day of an activity: near before far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from dorpspomp.model import Place
from dorpspomp.views.agenda import WINDOW, Day, Entry, agenda
from dorpspomp.views.portal import Portal

MOST = 4
"""How much is told of what else there is."""

_KEPT = 3 * MOST
"""How many are remembered of a day and a place: enough to leave out the activity itself."""

Near = tuple[date, str]
"""A day, with the address of a place, the name of a town, or "" for everywhere."""


def same_day(dates: Sequence[Entry], portal: Portal) -> Day | None:
    """Return an activity's next day with what else happens: what is nearest to it, by the clock."""
    if not dates:
        return None
    known, own = _by_nearness(portal), dates[0]
    found = {
        entry: None
        for near in _circles(own, portal)
        for entry in known.get((own.date, near), ())
        if entry.address != own.address
    }
    chosen = sorted(tuple(found)[:MOST], key=lambda entry: entry.starts)
    return Day(own.date, "", tuple(chosen)) if found else None


@lru_cache(maxsize=2)
def _by_nearness(portal: Portal) -> Mapping[Near, Sequence[Entry]]:
    """Return the first few things of each day: at each place, in each town, and of all."""
    found: defaultdict[Near, list[Entry]] = defaultdict(list)
    for day in agenda(portal, portal.today, portal.today + WINDOW):
        for entry in day.entries:
            for near in () if entry.cancelled else set(_circles(entry, portal)):
                if len(found[day.date, near]) < _KEPT:
                    found[day.date, near].append(entry)
    return dict(found)


def _circles(entry: Entry, portal: Portal) -> Iterator[str]:
    """Yield where something is, in widening circles."""
    place = portal.by_address.get(entry.place)
    if isinstance(place, Place):
        yield place.address
        yield place.town or portal.settings.village
    yield ""
