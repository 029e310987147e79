"""Columns: what 'vanaf', 'tot en met', 'niet op' and the settings add to a text."""

from __future__ import annotations

import datetime as dt

import pytest

from dorpspomp.when.grammar import read
from dorpspomp.when.occurrence import occurrences
from dorpspomp.when.schedule import Given, Schedule, Verdict
from tests.when.villages import FIRST, LAST, TODAY, zuid


def days(schedule: Schedule, count: int = 3) -> list[str]:
    """Give the first days of a schedule, as ISO dates."""
    return [item.date.isoformat() for item in occurrences(schedule, FIRST, LAST, zuid())][:count]


def test_start_column_anchors_every_other_week() -> None:
    """'Om de week' is read once the column 'vanaf' says when it begins."""
    given = Given(start=dt.date(2026, 12, 3), today=TODAY)
    assert days(read("om de week op donderdag 10-12", given)) == ["2026-12-03", "2026-12-17", "2026-12-31"]


def test_start_column_after_the_weekday_is_asked() -> None:
    """A start on Friday does not say in which week the first Thursday is."""
    given = Given(start=dt.date(2026, 12, 4), today=TODAY)
    assert read("om de week op donderdag 10-12", given).verdict is Verdict.ASK


def test_end_column_ends_the_series() -> None:
    """Nothing happens after 'tot en met'."""
    given = Given(end=dt.date(2026, 12, 8), today=TODAY)
    assert days(read("di 10-12", given)) == ["2026-12-01", "2026-12-08"]


def test_both_columns_the_same_day_is_that_day() -> None:
    """A text with only a time falls on the one day that the columns name."""
    given = Given(start=dt.date(2026, 12, 5), end=dt.date(2026, 12, 5), today=TODAY)
    assert days(read("14.00-16.00", given)) == ["2026-12-05"]


def test_date_outside_the_columns_is_asked() -> None:
    """A date that lies outside 'vanaf' and 'tot en met' is a question."""
    given = Given(end=dt.date(2026, 12, 8), today=TODAY)
    assert read("24 december 2026 10.00", given).verdict is Verdict.ASK


@pytest.mark.parametrize(
    ("off", "expected"),
    [
        ("", ["2026-12-15", "2026-12-22", "2026-12-29"]),
        ("-", ["2026-12-15", "2026-12-22", "2026-12-29"]),
        ("22-12-2026", ["2026-12-15", "2026-12-29", "2027-01-05"]),
        ("22 en 29 december", ["2026-12-15", "2027-01-05", "2027-01-12"]),
        ("22/12; 29/12", ["2026-12-15", "2027-01-05", "2027-01-12"]),
        ("niet in de schoolvakantie", ["2026-12-15", "2027-01-05", "2027-01-12"]),
        ("schoolvakanties en feestdagen", ["2026-12-15", "2027-01-05", "2027-01-12"]),
        ("kerstvakantie\njuli en augustus", ["2026-12-15", "2027-01-05", "2027-01-12"]),
        ("20 december t/m 3 januari", ["2026-12-15", "2027-01-05", "2027-01-12"]),
    ],
)
def test_except_column(off: str, expected: list[str]) -> None:
    """The column 'niet op' takes days away."""
    given = Given(start=dt.date(2026, 12, 9), today=TODAY, except_text=off)
    assert days(read("di 10-12", given)) == expected


def test_except_column_that_is_not_understood_is_asked() -> None:
    """A text whose exceptions are unclear must not reach the calendar."""
    assert read("di 10-12", Given(today=TODAY, except_text="als het regent")).verdict is Verdict.ASK


def test_season_from_the_settings() -> None:
    """'Zomer' is read when the village says what it is."""
    given = Given(today=TODAY, seasons={"zomer": ((4, 1), (9, 30))})
    assert days(read("zomer: za 10-16", given)) == ["2027-04-03", "2027-04-10", "2027-04-17"]
    assert read("winter: za 10-16", given).verdict is Verdict.ASK


def test_date_without_a_year_needs_today() -> None:
    """Without today a date without a year is a question."""
    assert read("24 december 19.00").verdict is Verdict.ASK
    assert days(read("24 december 19.00", Given(today=dt.date(2027, 1, 5)))) == ["2027-12-24"]


def test_date_without_a_year_follows_the_start() -> None:
    """A date without a year is the next one after 'vanaf'."""
    given = Given(start=dt.date(2027, 9, 1), today=TODAY)
    schedule = read("di 10-12, niet op 7 december", given)
    assert schedule.rules[0].off.dates == (dt.date(2027, 12, 7),)
