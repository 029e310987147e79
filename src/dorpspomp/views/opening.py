"""When it is open or when somebody answers, with every exception; for a script that says "nu open".

Nothing is claimed where the hours were not read, and nothing beyond the days that were worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dorpspomp.model import Change, Deviation, Organization, Place, Record, Service
from dorpspomp.views.dutch import day_and_date, sentence
from dorpspomp.views.portal import Portal
from dorpspomp.when import Given, Occurrence, Schedule, occurrences, read
from dorpspomp.when.occurrence import is_certain

HORIZON = timedelta(days=60)
"""How far ahead it is worked out, so that a portal that is not rebuilt keeps telling the truth."""

NEAR = timedelta(days=14)
"""How far ahead an exception is told."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which something is open (wall time)."""

    starts: datetime
    ends: datetime

    def text(self) -> str:
        """Write it for the script: `2026-11-24T09:00/12:00`, with the day after only past midnight."""
        end = (
            f"{self.ends:%H:%M}" if self.ends.date() == self.starts.date() else f"{self.ends:%Y-%m-%dT%H:%M}"
        )
        return f"{self.starts:%Y-%m-%dT%H:%M}/{end}"


def openings(schedule: Schedule | None, portal: Portal, record: Record | None = None) -> str:
    """Return the coming stretches of these hours, separated by spaces; "" where they were not read."""
    return " ".join(stretch.text() for stretch in stretches(schedule, portal, record))


def answered(portal: Portal) -> str:
    """Return when the village's own number is answered: its hours, on the days that have somebody."""
    found = stretches(portal.settings.reachable, portal)
    shifts = portal.register.shifts
    return " ".join(
        stretch.text()
        for stretch in found
        if not shifts or any(shift.start <= stretch.starts.date() <= shift.end for shift in shifts)
    )


def stretches(schedule: Schedule | None, portal: Portal, record: Record | None = None) -> tuple[Stretch, ...]:
    """Return when these hours are open in the coming sixty days, the exceptions of the record applied."""
    if schedule is None or not is_certain(schedule, portal.calendar):
        return ()
    first, last = portal.today - _DAY, portal.today + HORIZON
    certain = _knows_holidays(schedule)
    days = occurrences(schedule, first, last, portal.calendar)
    found = [*_stretches([o for o in days if certain or not portal.calendar.is_public(o.date)])]
    for deviation in portal.deviations(record) if record else ():
        found = [*_deviating(found, deviation, portal)]
    return tuple(_joined(sorted(set(found), key=lambda stretch: (stretch.starts, stretch.ends))))


def exceptions(record: Service | Organization | Place, portal: Portal) -> tuple[str, ...]:
    """Return what deviates in the coming two weeks, in words: "Gesloten op donderdag 24 december." """
    near = (
        deviation
        for deviation in portal.deviations(record)
        if deviation.end >= portal.today and deviation.start <= portal.today + NEAR
    )
    return tuple(_sentence(deviation) for deviation in sorted(near, key=lambda found: found.start))


def _knows_holidays(schedule: Schedule) -> bool:
    """Tell whether hours also hold on public holidays, or say themselves on which they do not.

    Who writes "ma-vr 9-12" seldom means the second day of Christmas: then nothing is claimed.
    """
    return any(
        len(rule.weekdays) == 7 or rule.only_public or rule.feasts or rule.off.public or rule.off.feasts
        for rule in schedule.rules
    )


def _joined(found: list[Stretch]) -> Iterator[Stretch]:
    """Join stretches without a gap between them: what is open day and night does not close at midnight."""
    waiting: Stretch | None = None
    for stretch in found:
        if waiting and stretch.starts <= waiting.ends:
            waiting = Stretch(waiting.starts, max(waiting.ends, stretch.ends))
            continue
        if waiting:
            yield waiting
        waiting = stretch
    if waiting:
        yield waiting


def _stretches(found: Sequence[Occurrence]) -> Iterator[Stretch]:
    yield from (Stretch(o.starts, o.ends) for o in found if o.start and o.end and o.starts and o.ends)


def _deviating(found: list[Stretch], deviation: Deviation, portal: Portal) -> Iterator[Stretch]:
    """Yield the stretches after one exception; what moved elsewhere is not open here."""
    extra = deviation.change is Change.EXTRA
    yield from (s for s in found if extra or not deviation.start <= s.starts.date() <= deviation.end)
    if extra or deviation.change is Change.OTHER_TIME:
        for day in _days(deviation, portal):
            schedule = read(f"{day.day}-{day.month}-{day.year} {deviation.time}", Given(today=day))
            yield from _stretches(occurrences(schedule, day, day, portal.calendar))


def _days(deviation: Deviation, portal: Portal) -> Iterator[date]:
    day, last = max(deviation.start, portal.today - _DAY), min(deviation.end, portal.today + HORIZON)
    while day <= last:
        yield day
        day += _DAY


_WORDS = {
    Change.CLOSED: "gesloten",
    Change.OTHER_TIME: "andere tijd",
    Change.MOVED: "verplaatst",
    Change.EXTRA: "extra open",
}


def _sentence(deviation: Deviation) -> str:
    days = f"op {day_and_date(deviation.start)}"
    if deviation.end > deviation.start:
        days = f"van {day_and_date(deviation.start)} tot en met {day_and_date(deviation.end)}"
    details = ", ".join(part for part in (deviation.time, deviation.reason) if part)
    return sentence(f"{_WORDS[deviation.change]} {days}" + (f": {details}" if details else ""))
