"""Moments: 'nu open' and 'opent morgen', past midnight, over clock changes, and never on a guess."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest

from dorpspomp.when.calendar import Calendar
from dorpspomp.when.command import answer
from dorpspomp.when.echo import echo, full_echo, short
from dorpspomp.when.feasts import FEASTS, feast_days
from dorpspomp.when.grammar import read
from dorpspomp.when.occurrence import instant, is_open, next_opening, occurrences
from dorpspomp.when.remarks import SENTENCES
from dorpspomp.when.schedule import END_OF_DAY
from tests.when.villages import GIVEN, TODAY, zuid


def at(text: str) -> dt.datetime:
    """Make a wall time."""
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "moment", "expected"),
    [
        ("di 10-12", "2026-12-01 10:00", True),
        ("di 10-12", "2026-12-01 12:00", False),
        ("di 10-12", "2026-12-02 11:00", False),
        ("vr 22.00-02.00", "2026-12-05 01:59", True),
        ("vr 22.00-02.00", "2026-12-05 02:00", False),
        ("za 20.00-24.00", "2026-12-05 23:59", True),
        ("za 20.00-24.00", "2026-12-06 00:00", False),
        ("altijd open", "2026-12-06 03:33", True),
        ("di 19.30 uur", "2026-12-01 19:00", False),
        ("di 19.30 uur", "2026-12-01 20:00", None),
        ("dinsdagochtend", "2026-12-01 10:00", None),
        ("dinsdagochtend", "2026-12-02 10:00", False),
        ("ma 9-12 op afspraak", "2026-12-07 10:00", None),
        ("wisselend", "2026-12-07 10:00", None),
        ("di 7-9", "2026-12-01 20:00", None),
        ("di 10-12, niet in de schoolvakantie", "2026-12-22 11:00", False),
        ("zo 1.00-4.00 's nachts", "2027-03-28 03:30", None),
    ],
)
def test_is_open(text: str, moment: str, expected: bool | None) -> None:
    """Open is said only when the text says so; unknown is a third answer."""
    assert is_open(read(text, GIVEN), at(moment), zuid()) is expected


def test_school_holidays_that_are_not_known_are_not_guessed() -> None:
    """Without school holidays it is not known whether 'niet in de schoolvakantie' holds."""
    schedule = read("di 10-12, niet in de schoolvakantie", GIVEN)
    assert is_open(schedule, at("2026-12-01 11:00"), Calendar()) is None


@pytest.mark.parametrize(
    ("text", "moment", "expected"),
    [
        ("di 10-12", "2026-11-30 18:00", "2026-12-01 10:00"),
        ("di 10-12", "2026-12-01 10:00", "2026-12-08 10:00"),
        ("di 10-12, niet in de schoolvakantie", "2026-12-15 13:00", "2027-01-05 10:00"),
        ("Koningsdag 10-17 uur", "2026-12-01 00:00", "2027-04-27 10:00"),
    ],
)
def test_next_opening(text: str, moment: str, expected: str) -> None:
    """The next opening is the first after this moment."""
    assert next_opening(read(text, GIVEN), at(moment), zuid()) == at(expected)


@pytest.mark.parametrize("text", ["altijd open", "op afspraak", "di 7-9", "dinsdagochtend"])
def test_no_next_opening(text: str) -> None:
    """What has no known opening time has no next opening."""
    assert next_opening(read(text, GIVEN), at("2026-12-01 09:00"), zuid()) is None


@pytest.mark.parametrize("day", ["2026-10-24", "2027-03-27"])
def test_wall_time_survives_the_clock_change(day: str) -> None:
    """Ten o'clock stays ten o'clock on both sides of a clock change."""
    first = dt.date.fromisoformat(day)
    found = occurrences(read("dagelijks 10-12", GIVEN), first, first + dt.timedelta(days=2), zuid())
    assert [item.starts.time() for item in found if item.starts] == [dt.time(10)] * 3
    offsets = {instant(item.starts).utcoffset() for item in found if item.starts}
    assert offsets == {dt.timedelta(hours=1), dt.timedelta(hours=2)}


def test_midnight_ends_the_day_it_belongs_to() -> None:
    """24:00 is the end of the same day, and 0.00 as an end lies past midnight."""
    for text in ("za 20.00-24.00", "za 20.00-0.00"):
        [item] = occurrences(read(text, GIVEN), dt.date(2026, 12, 5), dt.date(2026, 12, 5), zuid())
        assert item.ends == at("2026-12-06 00:00")
    assert dt.time(23, 59) < END_OF_DAY


def test_feasts_are_those_of_the_library() -> None:
    """Our feasts fall on the days that the library `holidays` gives."""
    names = {name.casefold(): name for name in FEASTS}
    for day, name in holidays.country_holidays("NL", years=range(2020, 2040), language="nl").items():
        assert day in feast_days(names[name.casefold()], day.year), name


def test_counted_public_holidays() -> None:
    """Which public holidays count is a setting."""
    few = Calendar.netherlands([2026], counted=["Koningsdag", "bevrijdingsdag"])
    assert sorted(few.public) == [dt.date(2026, 4, 27), dt.date(2026, 5, 5)]


def test_full_echo() -> None:
    """The echo is the sentence of the register, with the next three dates."""
    said = full_echo(read("elke dinsdag 10.00-12.00", GIVEN), TODAY, zuid())
    assert said == "Ik lees: elke dinsdag van 10.00 tot 12.00 uur. Eerstvolgende: 24 nov, 1 dec, 8 dec"


def test_question_says_what_was_not_understood() -> None:
    """A question names the word, and offers the likely spelling."""
    assert "‘brugdag’ begrijp ik niet." in full_echo(read("di 10-12 brugdag", GIVEN), TODAY, zuid())
    schedule = read("di 10-12, niet in de schoolvakntie", GIVEN)
    assert schedule.proposal == "schoolvakantie"
    assert "Bedoelt u ‘schoolvakantie’?" in str(schedule.remarks[0])


def test_sentences_are_short() -> None:
    """No sentence to a volunteer is longer than twenty words."""
    for pair in SENTENCES.values():
        for sentence in pair:
            assert len(sentence.split()) <= 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("di en do 10-12", "di en do 10.00–12.00 uur"),
        ("ma-vr 9-12 en 13-17", "ma t/m vr 9.00–12.00 en 13.00–17.00 uur"),
        ("dinsdagochtend", "di 's ochtends"),
        ("24/7", "altijd open"),
        ("ma 9-12 op afspraak", "ma 9.00–12.00 uur, op afspraak"),
        ("wisselend", "wisselend"),
    ],
)
def test_short_form(text: str, expected: str) -> None:
    """A card shows the time briefly."""
    assert short(read(text, GIVEN)) == expected


def test_echo_of_exceptions() -> None:
    """Exceptions are said after the rule."""
    said = echo(read("di 10-12 (behalve schoolvakanties en feestdagen), juli en augustus gesloten", GIVEN))
    assert said.endswith("niet in de schoolvakantie, niet op feestdagen, niet in juli en augustus")


def test_answer_is_the_contract() -> None:
    """The command answers verdict, echo and occurrences."""
    found = answer("24 uur per dag", dt.date(2026, 12, 1), dt.date(2026, 12, 1), zuid())
    assert found["verdict"] == "gelezen"
    assert found["occurrences"] == [("2026-12-01", "00:00", "24:00")]
    assert answer("dinsdagochtend", dt.date(2026, 12, 1), dt.date(2026, 12, 7), zuid())["occurrences"] == [
        ("2026-12-01", None, None)
    ]
