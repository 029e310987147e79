"""What a machine reads on a record's page: schema.org as JSON-LD, only where times were read.

An activity is an Event with a Schedule for each of its series. Other records tell their hours as
OpeningHoursSpecification, which knows weekdays, seasons and special days. Hours that it cannot say
(every first Thursday, by appointment) are left out whole: half of them would be a lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache, singledispatch
from itertools import groupby

from dorpspomp.model import Activity, Change, Organization, Phone, Place, Record, Service, Status
from dorpspomp.views.agenda import WINDOW, entries
from dorpspomp.views.calendar import repeats
from dorpspomp.views.opening import HORIZON, Stretch, stretches
from dorpspomp.views.portal import Findable, Portal
from dorpspomp.when import Rule, Schedule
from dorpspomp.when.occurrence import instant
from dorpspomp.when.schedule import Exceptions, Parity
from dorpspomp.when.series import DAY_CODES, Freq, Recurrence, Series

Data = Mapping[str, object]
"""A node of JSON-LD."""

ZONE = "Europe/Amsterdam"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PERIODS = {Freq.DAILY: "D", Freq.WEEKLY: "W", Freq.MONTHLY: "M", Freq.YEARLY: "Y"}
_DAY = timedelta(days=1)


def structured(record: Findable, portal: Portal) -> Data | None:
    """Return a record as JSON-LD, None where no time of it was read."""
    found = _node(record, portal)
    return {"@context": "https://schema.org", **found} if found else None


@singledispatch
def _node(record: Findable, portal: Portal) -> Data:
    raise TypeError(f"no data for {type(record).__name__}")


@_node.register
def _(record: Activity, portal: Portal) -> Data:
    series = repeats(record, portal)
    if not series or record.status is Status.PAUSED:
        return {}
    upcoming = entries(record, portal, portal.today, portal.today + WINDOW)
    following = next((entry for entry in upcoming if not entry.cancelled), upcoming[0] if upcoming else None)
    place, organization = portal.place(record.place), portal.organization(record.organization)
    status = "EventCancelled" if record.status is Status.CANCELLED else "EventScheduled"
    return _filled(
        {
            "@type": "Event",
            "name": record.name,
            "description": record.short,
            "url": _url(record, portal),
            "eventStatus": f"https://schema.org/{status}",
            "startDate": _moment(following.starts) if following else "",
            "endDate": _moment(following.ends) if following and following.start and following.end else "",
            "eventSchedule": [_schedule(one, record, portal) for one in series],
            "location": _place(place, portal) if place else _named("Place", record.start_point),
            "organizer": _named("Organization", organization.name) if organization else None,
        }
    )


@_node.register
def _(record: Service, portal: Portal) -> Data:
    hours, channel = (
        _hours(record.hours, record, portal),
        _contact(record.phone, record.reachable, record, portal),
    )
    if not hours and not channel:
        return {}
    place, provider = portal.place(record.place), portal.organization(record.organization)
    spot = {"@type": "ServiceChannel", "serviceLocation": _place(place, portal)} if place else None
    line = {"@type": "ServiceChannel", "servicePhone": channel} if channel else None
    return _filled(
        {
            "@type": "Service",
            "name": record.name,
            "description": record.short,
            "url": _url(record, portal),
            "areaServed": record.area,
            "provider": _named("Organization", provider.name) if provider else None,
            "hoursAvailable": hours,
            "availableChannel": [one for one in (spot, line) if one],
        }
    )


@_node.register
def _(record: Organization, portal: Portal) -> Data:
    hours, contact = (
        _hours(record.hours, record, portal),
        _contact(record.phone, record.reachable, record, portal),
    )
    if not hours and not contact:
        return {}
    place = portal.place(record.place)
    own = _place(place, portal) if place else _filled({"@type": "Place", "address": record.visiting_address})
    return _filled(
        {
            "@type": "Organization",
            "name": record.name,
            "description": record.short,
            "url": _url(record, portal),
            "contactPoint": contact,
            "location": {**own, "openingHoursSpecification": hours} if hours else None,
        }
    )


@_node.register
def _(record: Place, portal: Portal) -> Data:
    hours = _hours(record.hours, record, portal)
    return {**_place(record, portal), "openingHoursSpecification": hours} if hours else {}


def _schedule(series: Series, activity: Activity, portal: Portal) -> Data:
    """Say a series (schema.org/Schedule); a day on which an exception changes it is left out."""
    start, found = series.start, series.recurrence
    last = found.until if found else start.date
    return _filled(
        {
            "@type": "Schedule",
            **(_repeat(found) if found else {}),
            "startDate": start.date.isoformat(),
            "endDate": last.isoformat() if last else "",
            "startTime": _clock(start.start),
            "endTime": _clock(start.end),
            "exceptDate": [
                f"{day}" for day in sorted({*series.left_out, *_changed(series, activity, portal)})
            ],
            "scheduleTimezone": ZONE,
        }
    )


def _repeat(found: Recurrence) -> Data:
    """Say how often: weekdays by their names, every first Thursday as iCalendar does."""
    is_plain = set(found.by_day) <= set(DAY_CODES)
    names = [f"https://schema.org/{DAYS[DAY_CODES.index(code)]}" for code in found.by_day if is_plain]
    return {
        "repeatFrequency": f"P{found.interval}{_PERIODS[found.freq]}",
        "byDay": names or list(found.by_day),
        "byMonthDay": list(found.by_month_day),
        "byMonth": list(found.by_month),
    }


def _changed(series: Series, activity: Activity, portal: Portal) -> Iterator[date]:
    """Yield the days on which it is cancelled, moved or at another time."""
    changes = [change for change in portal.deviations(activity) if change.change is not Change.EXTRA]
    for day in series.days if changes else ():
        if any(change.start <= day <= change.end for change in changes):
            yield day


def _moment(wall: str) -> str:
    """Write a wall time with its distance to UTC, as schema.org/DateTime wants it; a day stays a day."""
    return instant(datetime.fromisoformat(wall)).isoformat() if "T" in wall else wall


def _clock(at: time | None) -> str:
    return "" if at is None else f"{at:%H:%M}"


def _hours(schedule: Schedule | None, record: Record, portal: Portal) -> list[Data]:
    """Say hours, first those of every week, then the days of the coming time that differ."""
    if schedule is None or not schedule.is_readable or schedule.appointment:
        return []
    if portal.deviations(record):
        return _said(schedule, record, portal)
    known = _known(portal)
    if schedule.rules not in known:
        known[schedule.rules] = _said(schedule, record, portal)
    return known[schedule.rules]


@lru_cache(maxsize=2)
def _known(portal: Portal) -> dict[tuple[Rule, ...], list[Data]]:
    """Remember the hours that were said: many a record has the same, and no exceptions."""
    return {}


def _said(schedule: Schedule, record: Record, portal: Portal) -> list[Data]:
    if not all(_is_weekly(rule) for rule in schedule.rules):
        return []
    regular = [spec for rule in schedule.rules for spec in _weekly(rule, portal.today)]
    return [*regular, *(() if schedule.is_always else _special(schedule, record, portal))]


def _is_weekly(rule: Rule) -> bool:
    odd = rule.nths or rule.interval > 1 or rule.parity is not Parity.ANY or len(rule.windows) > 1
    limited = rule.only_school or rule.only_breaks or rule.only_public
    timed = rule.times and all(span.start and span.end for span in rule.times)
    return bool(rule.weekdays and timed and not odd and not limited)


def _weekly(rule: Rule, today: date) -> Iterator[Data]:
    first, last = _validity(rule, today)
    days = [f"https://schema.org/{DAYS[day]}" for day in rule.weekdays if day not in rule.off.weekdays]
    for span in rule.times:
        yield _spec(days, _clock(span.start), _clock(span.end), first, last)


def _validity(rule: Rule, today: date) -> tuple[date | None, date | None]:
    """Return the days between which a rule holds: its season of this year, or the next one."""
    first, last = rule.since, rule.until
    for window in rule.windows:
        around = (today + n * _DAY for n in range(-366, 732))
        runs = (list(run) for inside, run in groupby(around, window.covers) if inside)
        start, end = next((run[0], run[-1]) for run in runs if run[-1] >= today)
        first, last = max(first or start, start), min(last or end, end)
    return first, last


def _special(schedule: Schedule, record: Record, portal: Portal) -> Iterator[Data]:
    """Yield the days of the coming time on which it is closed, or open at other times."""
    bare = replace(
        schedule, rules=tuple(replace(r, off=Exceptions(weekdays=r.off.weekdays)) for r in schedule.rules)
    )
    without_holidays = replace(portal, calendar=replace(portal.calendar, public={}))
    usual = _by_day(stretches(bare, without_holidays))
    really = _by_day(stretches(schedule, portal, record))
    days = sorted(day for day in {*usual, *really} if portal.today <= day <= portal.today + HORIZON)
    same = groupby(days, key=lambda day: (usual.get(day) == really.get(day), really.get(day, ())))
    for (is_usual, times), run in same:
        stretch = [] if is_usual else list(run)
        if stretch and not times:
            yield _spec([], "00:00", "00:00", stretch[0], stretch[-1])
        for day in stretch if times else ():
            yield from (_spec([], opens, closes, day, day) for opens, closes in times)


def _by_day(found: Iterable[Stretch]) -> Mapping[date, tuple[tuple[str, str], ...]]:
    groups = groupby(found, key=lambda stretch: stretch.starts.date())
    return {
        day: tuple((_clock(s.starts.time()), _clock(s.ends.time())) for s in same) for day, same in groups
    }


def _spec(days: list[str], opens: str, closes: str, first: date | None, last: date | None) -> Data:
    return _filled(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": days,
            "opens": opens,
            "closes": closes,
            "validFrom": first.isoformat() if first else "",
            "validThrough": last.isoformat() if last else "",
        }
    )


def _contact(phone: Phone | None, schedule: Schedule | None, record: Record, portal: Portal) -> Data | None:
    hours = _hours(schedule, record, portal) if phone else []
    if phone is None or not hours:
        return None
    return {"@type": "ContactPoint", "telephone": phone.dial, "hoursAvailable": hours}


def _place(place: Place, portal: Portal) -> Data:
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.town,
    }
    known = place.latitude is not None and place.longitude is not None
    geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return _filled(
        {
            "@type": "Place",
            "name": place.name,
            "url": _url(place, portal),
            "address": _filled(address) if place.one_line else None,
            "geo": geo if known else None,
        }
    )


def _named(kind: str, name: str) -> Data | None:
    return {"@type": kind, "name": name} if name else None


def _url(record: Record, portal: Portal) -> str:
    return f"{portal.settings.url.rstrip('/')}/{record.address}" if portal.settings.url else ""


def _filled(node: Data) -> Data:
    """Leave out what is empty."""
    return {name: value for name, value in node.items() if value not in ("", None, [])}
