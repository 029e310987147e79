"""Calendars: what a program shows is what the agenda shows, for 400 days, and a change is told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar as File

from dorpspomp.model import Change, Deviation, Source, Status
from dorpspomp.outputs import calendar, ical
from dorpspomp.reading import read_portal
from dorpspomp.views.calendar import FILE, feeds, subscription
from dorpspomp.views.portal import Portal
from dorpspomp.when import Rule, Schedule, Verdict, read
from tests.calendars import AHEAD, expanded, expected, portal_of, text, written
from tests.conftest import REPOSITORY
from tests.conftest import TODAY as EXAMPLE_DAY
from tests.when.test_properties import rules
from tests.when.villages import GIVEN, TODAY, rows

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture(scope="module")
def example_portal() -> Portal:
    """Return the example village on the day of the tests."""
    return read_portal(REPOSITORY, EXAMPLE_DAY).portal


def agrees(portal: Portal, first: dt.date, last: dt.date) -> None:
    """Hold the calendar of all against our own list, one activity after the other."""
    own = [time for a in portal.register.activities for time in expected(a, portal, first, last)]
    assert expanded(written(portal), first, last) == sorted(own)


# The same days and times.


def test_every_activity_of_the_example(example_portal: Portal) -> None:
    """Every calendar of the example, read back, has the days and times of our own list for 400 days."""
    last = EXAMPLE_DAY + AHEAD
    by_path = {feed.path: feed for feed in feeds(example_portal)}
    seen = 0
    for activity in example_portal.register.activities:
        own = expected(activity, example_portal, EXAMPLE_DAY, last)
        read_back = expanded(text(by_path[activity.address + FILE], example_portal), EXAMPLE_DAY, last)
        assert read_back == own, activity.name
        seen += len(own)
    assert seen > 1500
    agrees(example_portal, EXAMPLE_DAY, last)


@settings(max_examples=1000)
@given(found=st.lists(rules(), min_size=1, max_size=2))
def test_a_thousand_schedules(found: list[Rule]) -> None:
    """Whatever a schedule says, the calendar read back has its days and times for 400 days."""
    portal = portal_of(Schedule("", Verdict.READ, tuple(found)))
    agrees(portal, TODAY, TODAY + AHEAD)


@pytest.mark.parametrize("today", [dt.date(2026, 12, 20), dt.date(2027, 3, 28), dt.date(2027, 10, 31)])
def test_every_worked_case(today: dt.date) -> None:
    """So does every way of writing a time that was gathered, over week 53 and both changes of the clock."""
    for row in rows("gevallen.csv"):
        schedule = read(row["tekst"], GIVEN)
        if schedule.is_readable:
            agrees(portal_of(schedule, today=today), today, today + AHEAD)


def test_the_zone_is_that_of_amsterdam() -> None:
    """The changes of the clock that the calendar tells are those of the zone database."""
    for year in range(2020, 2041):
        for rule, hour in (("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", 2), ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", 3)):
            change = rrulestr(rule, dtstart=dt.datetime(year, 1, 1, hour))[0].replace(tzinfo=AMSTERDAM)
            before, after = change - dt.timedelta(hours=3), change + dt.timedelta(hours=3)
            assert before.utcoffset() != after.utcoffset()
            assert f"RRULE:{rule}" in ical.ZONE


# Exceptions.


def deviation(change: Change, day: dt.date, last: dt.date | None = None, time: str = "") -> Deviation:
    """Return an exception of the activity `koffie`."""
    return Deviation(
        source=Source("uitzonderingen"), code="x", name="", of="activiteiten/koffie/", start=day,
        end=last or day, change=change, time=time, reason="De zaal is bezet.",
    )  # fmt: skip


TUESDAY = dt.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ([deviation(Change.CLOSED, TUESDAY)], "STATUS:CANCELLED"),
        ([deviation(Change.MOVED, TUESDAY, time="Parochiehuis")], "LOCATION:Parochiehuis"),
        (
            [deviation(Change.OTHER_TIME, TUESDAY, time="14.00-15.00")],
            "DTSTART;TZID=Europe/Amsterdam:20261201T140000",
        ),
        ([deviation(Change.OTHER_TIME, TUESDAY, time="10-11 en 14-15 uur")], "20261201T140000"),
        (
            [deviation(Change.EXTRA, dt.date(2026, 12, 2), time="10.00-12.00")],
            "UID:koffie.extra-20261202T1000@",
        ),
        ([deviation(Change.CLOSED, TUESDAY, dt.date(2027, 1, 3))], "STATUS:CANCELLED"),
        (
            [
                deviation(Change.EXTRA, dt.date(2026, 12, 2), time="10.00-12.00"),
                deviation(Change.EXTRA, dt.date(2026, 12, 2), time="10.00-13.00"),
                deviation(Change.CLOSED, dt.date(2026, 12, 2)),
            ],
            "SUMMARY:Gaat niet door: Koffie",
        ),
    ],
)
@pytest.mark.parametrize(
    "wanneer",
    [
        "di 10-12",
        "di",
        "1e en 3e dinsdag 10-12; do 14-15 uur",
        "di 10-12 en 19-21 uur",
        "1 december 2026 10.00-12.00",
    ],
)
def test_exceptions_are_in_the_calendar(changes: list[Deviation], says: str, wanneer: str) -> None:
    """What is cancelled, moved, at another time or extra is shown as the agenda shows it."""
    portal = portal_of(read(wanneer, GIVEN), changes)

    agrees(portal, TODAY, TODAY + AHEAD)
    found = written(portal)
    assert says in found
    assert found.count("UID:") == len(set(re.findall(r"UID:.*", found)))


def test_a_cancelled_activity_is_marked() -> None:
    """All of a cancelled activity is cancelled; one that has stopped for now has nothing."""
    cancelled = portal_of(read("di 10-12", GIVEN), status=Status.CANCELLED)
    paused = portal_of(read("di 10-12", GIVEN), status=Status.PAUSED)

    agrees(cancelled, TODAY, TODAY + AHEAD)
    assert "STATUS:CONFIRMED" not in written(cancelled)
    assert "VEVENT" not in written(paused)


@pytest.mark.parametrize(
    "tekst", ["op afspraak", "wisselend, zie website", "di 31-11", "om de week di 10-12"]
)
def test_what_was_not_read_is_in_no_calendar(tekst: str) -> None:
    """A question and an appointment have no event, and nobody is sent to an empty calendar."""
    portal = portal_of(read(tekst, GIVEN))

    assert "VEVENT" not in written(portal)
    assert subscription("activiteiten/koffie/", portal) is None
    assert subscription("", portal) is None


# How it is said.


@pytest.mark.parametrize(
    ("tekst", "rule"),
    [
        ("di en do 10-12", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("om de week di 10-12, vanaf 8 december 2026", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("1e en 3e donderdag 19.30", "FREQ=MONTHLY;BYDAY=1TH,3TH"),
        ("laatste vrijdag van de maand 17-19", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("elke 15e van de maand 10-12", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("elk jaar op 4 mei 19-20 uur", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4"),
        ("za 10-16, april t/m september", "FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9;BYDAY=SA"),
        ("dagelijks 10-12, zondag gesloten", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
        ("di 10-12, t/m 30 maart 2027", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T080000Z"),
        ("even weken op donderdag 10-12", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20261224T090000Z"),
        ("elke dinsdag", "FREQ=WEEKLY;BYDAY=TU"),
        ("5, 12 en 19 januari 2027 19.30-21.30", "FREQ=WEEKLY;UNTIL=20270119T183000Z"),
        ("24, 25, 26 en 27 mei 2027 18.30-21.00", "FREQ=DAILY;UNTIL=20270527T163000Z"),
    ],
)
def test_a_rule_says_what_a_rule_can(tekst: str, rule: str) -> None:
    """Where a recurrence rule can say it, one does, and it goes on unless it is known to end."""
    assert f"RRULE:{rule}\r\n" in written(portal_of(read(tekst, GIVEN)))


def test_holidays_end_where_they_were_looked_at() -> None:
    """A series that leaves out holidays ends, for after that nobody has looked."""
    found = written(portal_of(read("di 10-12, niet in de schoolvakantie", GIVEN)))

    assert "EXDATE;TZID=Europe/Amsterdam:20261222T100000" in found
    assert ";UNTIL=202" in found


def test_lines_are_as_the_standard_wants() -> None:
    """Lines end in CRLF, have at most 75 octets, break inside no letter; signs of the format are escaped."""
    short = "Koffie; thee, en éénpansgerechten\\ met crème brûlée 🥧 " * 8
    found = written(portal_of(read("di 10-12", GIVEN), short=short.strip(), costs="€ 2,50"))

    assert found.count("\n") == found.count("\r\n")
    lines = found.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines][-1] == ""
    assert "Koffie\\; thee\\, en" in found
    event = next(iter(File.from_ical(found).walk("VEVENT")))
    assert str(event["DESCRIPTION"]).startswith(short.strip())


def test_every_calendar_is_sound(example_portal: Portal) -> None:
    """Each file of the example can be read, has a zone, and every event has what the standard asks."""
    for feed in feeds(example_portal):
        file = File.from_ical(text(feed, example_portal))
        assert [str(zone["TZID"]) for zone in file.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
        for event in file.walk("VEVENT"):
            assert not event.errors
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"} <= set(event)
        names = [str(event["UID"]) for event in file.walk("VEVENT")]
        assert len(names) == len(set(names))


# What changes.


def sequence(found: str, uid: str = "koffie@proef.dorpspomp") -> tuple[int, dt.date]:
    """Return the number and the day of change of an event."""
    event = next(e for e in File.from_ical(found).walk("VEVENT") if str(e["UID"]) == uid)
    return int(event["SEQUENCE"]), event.decoded("DTSTAMP").date()


def test_a_change_gets_a_higher_number() -> None:
    """What stays the same keeps its number and day; a change, or undoing it, gets a higher one."""
    when, later = read("di 10-12", GIVEN), TODAY + dt.timedelta(days=3)
    first = written(portal_of(when))
    same = written(portal_of(when, today=later), first)
    closed = written(portal_of(when, [deviation(Change.CLOSED, TUESDAY)], later), same)
    open_again = written(portal_of(when, today=later), closed)

    assert same == first
    assert sequence(first)[0] < sequence(closed)[0] < sequence(open_again)[0]
    assert (sequence(first)[1], sequence(closed)[1]) == (TODAY, later)


@pytest.mark.parametrize(
    "spoil", [lambda t: "", lambda t: t[: t.index("SUMMARY")], lambda t: t.replace("SEQUENCE:", "SEQUENCE:x")]
)
def test_a_lost_calendar_does_not_lower_a_number(spoil: Callable[[str], str]) -> None:
    """Without the last calendar, or with a damaged one, the number of today is higher than all before."""
    when, later = read("di 10-12", GIVEN), TODAY + dt.timedelta(days=1)
    first = written(portal_of(when))
    again = written(portal_of(when, today=later), spoil(first))

    assert sequence(again)[0] > sequence(first)[0]


def test_the_published_calendar_is_the_memory(tmp_path: Path) -> None:
    """Writing again over what was published gives the same bytes."""
    portal = portal_of(read("di 10-12", GIVEN))
    calendar.build(portal, tmp_path / "one")
    before = calendar.published(tmp_path / "one")
    later = portal_of(read("di 10-12", GIVEN), today=TODAY + dt.timedelta(days=5))
    calendar.build(later, tmp_path / "two", before)

    assert before
    assert (tmp_path / "two" / FILE).read_bytes() == (tmp_path / "one" / FILE).read_bytes()
    assert calendar.published(tmp_path / "nothing") == ""


def test_links_to_subscribe() -> None:
    """Programs are led to the calendar by its full address; without a site there is only the file."""
    found = subscription("activiteiten/koffie/", portal_of(read("di 10-12", GIVEN)))
    assert found is not None
    assert (found.path, found.url) == ("activiteiten/koffie/agenda.ics", "")
