"""OpenStreetMap's opening hours: what is said is read back by a parser of theirs as the same times."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from opening_hours import OpeningHours, State

from dorpspomp.when import Rule, Schedule, Verdict, occurrences, read
from dorpspomp.when.calendar import Calendar
from dorpspomp.when.osm import BY_APPOINTMENT, opening_hours
from tests.when.test_properties import rules
from tests.when.villages import FIRST, GIVEN, LAST, rows

Stretch = tuple[dt.datetime, dt.datetime]
DAY = dt.timedelta(days=1)


def theirs(said: str) -> list[Stretch]:
    """Return when it is open, as their parser has it; it knows no holidays here."""
    start, end = dt.datetime.combine(FIRST, dt.time()), dt.datetime.combine(LAST, dt.time())
    found = OpeningHours(said).intervals(start, end)
    return _joined([(begin, until) for begin, until, state, _ in found if state != State.CLOSED])


def ours(schedule: Schedule) -> list[Stretch]:
    """Return the same by our own list, without holidays; an open end lasts until midnight."""
    start, end = dt.datetime.combine(FIRST, dt.time()), dt.datetime.combine(LAST, dt.time())
    found = occurrences(schedule, FIRST - DAY, LAST, Calendar())
    times = [
        (max(time.starts, start), min(time.ends or dt.datetime.combine(time.date + DAY, dt.time()), end))
        for time in found
        if time.starts
    ]
    return _joined([time for time in times if time[0] < time[1]])


def _joined(found: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for begin, until in sorted(found):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], until)
        else:
            joined.append((begin, until))
    return joined


@pytest.mark.parametrize(
    ("tekst", "said"),
    [
        ("24 uur per dag", "24/7"),
        ("ma-vr 9-17 uur", "Mo-Fr 09:00-17:00"),
        ("di, wo en vr 13.30-17.00; za 10.00-13.00", "Tu,We,Fr 13:30-17:00, Sa 10:00-13:00"),
        ("wo 9.00-12.00 en 13.30-16.00", "We 09:00-12:00,13:30-16:00"),
        ("1e en 3e donderdag 9.00-11.30", "Th[1,3] 09:00-11:30"),
        ("laatste dinsdag van de maand 10.00-11.30", "Tu[-1] 10:00-11:30"),
        ("ma 13.00-16.00, maart t/m mei", "Mar-May Mo 13:00-16:00"),
        ("za 10-16, van 15 april t/m 15 september", "Apr 15-Sep 15 Sa 10:00-16:00"),
        ("dagelijks 9-17 uur, zondag gesloten", "Mo-Sa 09:00-17:00"),
        ("even weken op donderdag 10-12", "week 02-52/2 Th 10:00-12:00"),
        ("vr 22.00-2.00", "Fr 22:00-02:00"),
        ("za 20.30-24.00", "Sa 20:30-24:00"),
        ("di vanaf 19.30 uur", "Tu 19:30+"),
        ("ma-vr 9-12, niet op feestdagen en niet in de schoolvakantie", "Mo-Fr 09:00-12:00; PH off; SH off"),
        ("ma-vr 9-12, niet in juli en augustus", "Mo-Fr 09:00-12:00; Jul off; Aug off"),
        ("op afspraak", BY_APPOINTMENT),
        ("ma-vr 9-12, op afspraak", f"Mo-Fr 09:00-12:00 {BY_APPOINTMENT}"),
        ("wisselend, zie website", ""),
        ("om de week di 10-12", ""),
        ("om de week di 10-12, vanaf 8 december 2026", ""),
        ("di 's ochtends", ""),
        ("alleen in de schoolvakantie: wo 14-16", ""),
        ("di 10-12, niet in de zomervakantie", ""),
    ],
)
def test_what_is_said(tekst: str, said: str) -> None:
    """What can be said is; what cannot, is left out whole."""
    assert opening_hours(read(tekst, GIVEN)) == said


def test_every_worked_case_means_the_same() -> None:
    """Every way of writing a time that was gathered means there what it means here."""
    said = 0
    for row in rows("gevallen.csv"):
        schedule = read(row["tekst"], GIVEN)
        if schedule.rules and (text := opening_hours(schedule)):
            assert theirs(text) == ours(schedule), (row["tekst"], text)
            said += 1
    assert said > 150


@settings(max_examples=300)
@given(rule=rules())
def test_any_rule_means_the_same(rule: Rule) -> None:
    """So does any rule that can be said."""
    schedule = Schedule("", Verdict.READ, (rule,))
    if text := opening_hours(schedule):
        assert theirs(text) == ours(schedule), text


def test_public_holidays_are_known_to_who_reads() -> None:
    """With the country known, `PH off` closes on a public holiday."""
    found = OpeningHours(opening_hours(read("ma-vr 9-17 uur, niet op feestdagen", GIVEN)), country="NL")
    for day in (dt.date(2026, 12, 25), dt.date(2027, 3, 29), dt.date(2027, 4, 27)):
        assert not found.is_open(dt.datetime.combine(day, dt.time(10)))
    assert found.is_open(dt.datetime(2027, 4, 26, 10))


def test_the_data_has_it(built: Path) -> None:
    """The register for machines says the hours of places, services and organisations, where it can."""
    register = json.loads((built / "data" / "register.json").read_text("utf-8"))
    for sheet in ("plekken", "diensten", "organisaties"):
        said = [record["hours"]["opening_hours"] for record in register[sheet] if "hours" in record]
        assert len([text for text in said if text]) > len(said) * 0.9
