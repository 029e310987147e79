"""What machines read on a page: valid JSON-LD, whose times are those of our own list."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr

from dorpspomp.model import Change, Organization, Place, Service, Status
from dorpspomp.outputs import template
from dorpspomp.reading import read_portal
from dorpspomp.views.opening import stretches
from dorpspomp.views.portal import Portal
from dorpspomp.views.structured import structured
from dorpspomp.when import Schedule, occurrences, read
from tests.calendars import AHEAD, portal_of
from tests.conftest import REPOSITORY, TODAY, build_quickly
from tests.reading import Rows, edit
from tests.when.villages import GIVEN

FREQ = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
Node = Mapping[str, Any]


@pytest.fixture(scope="module")
def example_portal() -> Portal:
    """Return the example village on the day of the tests."""
    return read_portal(REPOSITORY, TODAY).portal


def expanded(schedule: Node, last: dt.date) -> set[tuple[dt.date, str, str]]:
    """Return the days and times that a schema.org Schedule says, up to a day."""
    first = dt.date.fromisoformat(schedule["startDate"])
    last = min(last, dt.date.fromisoformat(schedule.get("endDate", last.isoformat())))
    every = schedule.get("repeatFrequency", "P1D")
    codes = ",".join(day.rpartition("/")[2][:2].upper() for day in schedule.get("byDay", ()))
    parts = {
        "BYDAY": ",".join(schedule.get("byDay", ())) if codes and "/" not in schedule["byDay"][0] else codes,
        "BYMONTHDAY": ",".join(map(str, schedule.get("byMonthDay", ()))),
        "BYMONTH": ",".join(map(str, schedule.get("byMonth", ()))),
    }
    text = f"FREQ={FREQ[every[-1]]};INTERVAL={every[1:-1]}" + "".join(
        f";{k}={v}" for k, v in parts.items() if v
    )
    found = rrulestr(text, dtstart=dt.datetime.combine(first, dt.time()))
    days = (
        day.date() for day in found.between(dt.datetime.min, dt.datetime.combine(last, dt.time()), inc=True)
    )
    left_out = set(schedule.get("exceptDate", ()))
    times = schedule.get("startTime", ""), schedule.get("endTime", "")
    return {(day, *times) for day in days if day.isoformat() not in left_out}


def test_every_schedule_of_the_example(example_portal: Portal) -> None:
    """The schedules of an activity have the days and times of our own list, save those that deviate."""
    last = TODAY + AHEAD
    for activity in example_portal.register.activities:
        node = structured(activity, example_portal)
        if not activity.when.is_readable or activity.status is Status.PAUSED:
            assert node is None
            continue
        assert node is not None, activity.name
        schedules = node["eventSchedule"]
        assert isinstance(schedules, list)
        said = {time for one in schedules for time in expanded(one, last) if time[0] >= TODAY}
        changes = [c for c in example_portal.deviations(activity) if c.change is not Change.EXTRA]
        own = {
            (o.date, f"{o.start:%H:%M}" if o.start else "", f"{o.end:%H:%M}" if o.end else "")
            for o in occurrences(activity.when, TODAY, last, example_portal.calendar)
            if not any(change.start <= o.date <= change.end for change in changes)
        }
        assert said == own, activity.name


def open_on(specs: list[Node], day: dt.date) -> list[tuple[str, str]]:
    """Return the hours of a day; one that is named as a special day outranks the weekday."""
    valid = [
        spec
        for spec in specs
        if spec.get("validFrom", "") <= day.isoformat() <= spec.get("validThrough", "9999")
    ]
    special = [spec for spec in valid if "dayOfWeek" not in spec]
    usual = [s for s in valid if f"https://schema.org/{DAYS[day.weekday()]}" in s.get("dayOfWeek", ())]
    hours = ((spec["opens"], spec["closes"]) for spec in special or usual)
    return sorted(time for time in hours if time != ("00:00", "00:00"))


def agrees(
    specs: list[Node], schedule: Schedule, record: Place | Service | Organization, portal: Portal
) -> None:
    """Hold the hours of every day against our own list with its exceptions."""
    found = stretches(schedule, portal, record)
    by_day = {
        day: sorted((f"{s.starts:%H:%M}", f"{s.ends:%H:%M}") for s in same)
        for day, same in groupby(found, key=lambda stretch: stretch.starts.date())
    }
    for ahead in range(60):
        day = TODAY + dt.timedelta(days=ahead)
        assert open_on(specs, day) == by_day.get(day, []), (record.name, day)


def test_the_hours_of_the_example(example_portal: Portal) -> None:
    """Places, services and organisations have the hours of our own list, exceptions and holidays included."""
    seen = 0
    for record in example_portal.findable:
        if not isinstance(record, Place | Service | Organization) or record.hours is None:
            continue
        node = structured(record, example_portal) or {}
        home = node.get("location", node)
        specs = home.get("openingHoursSpecification") or node.get("hoursAvailable")  # type: ignore[attr-defined]
        if specs and not record.hours.is_always:
            agrees(specs, record.hours, record, example_portal)
            seen += 1
        assert not specs or record.hours.is_readable
    assert seen > 40


@pytest.mark.parametrize(
    "tekst", ["1e donderdag 10-12", "om de week di 10-12, vanaf 8 december 2026", "op afspraak", "wisselend"]
)
def test_hours_that_cannot_be_said_are_left_out(tekst: str) -> None:
    """Half of the hours would be a lie, so there are none."""
    portal = portal_of(read("di 10-12", GIVEN))
    source = portal.register.activities[0].source
    place = Place(source=source, code="x", name="X", hours=read(tekst, GIVEN))

    assert structured(place, portal) is None


def test_a_cancelled_activity_says_so() -> None:
    """A machine is told that it is cancelled."""
    portal = portal_of(read("di 10-12", GIVEN), status=Status.CANCELLED)
    node = structured(portal.register.activities[0], portal)

    assert node is not None
    assert node["eventStatus"] == "https://schema.org/EventCancelled"


def test_every_page_can_be_read(built: Path) -> None:
    """Each block on a page is JSON with a type, and there are many."""
    found = [
        json.loads(text)
        for page in sorted((built / "site").rglob("index.html"))
        for text in SCRIPT.findall(page.read_text("utf-8"))
    ]
    assert len(found) > 150
    assert {node["@type"] for node in found} == {"Event", "Place", "Organization", "Service"}
    assert {node["@context"] for node in found} == {"https://schema.org"}


def test_what_a_volunteer_types_stays_inside(village: Path) -> None:
    """The end of a script in a cell does not end ours."""
    wild = '</script><script>alert("x")</script> & <!-- zo'

    def attack(rows: Rows) -> None:
        rows[0]["kort"] = wild

    edit(village / "data" / "activiteiten.csv", attack)
    build_quickly(village)

    name = json.loads((village / "build/current/data/register.json").read_text("utf-8"))["activiteiten"][0]
    page = (village / "build/current/site/activiteiten" / name["code"] / "index.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert json.loads(SCRIPT.findall(page)[0])["description"] == name["short"]


def test_the_filter_keeps_a_script_whole() -> None:
    """Whatever reaches the block, nothing in it ends the script, and it reads back the same."""
    wild = {"a": "</script><script>alert('x')</script> & <!-- é"}
    text = template.environment().from_string("{{ data | tojson }}").render(data=wild)

    assert not set("<>&'") & set(text)
    assert json.loads(text) == wild
