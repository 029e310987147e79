"""Cases: every worked case is right, and of the gathered cases none is read wrongly."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from dorpspomp.when.grammar import read
from dorpspomp.when.occurrence import occurrences
from dorpspomp.when.schedule import Verdict
from tests.when import oracle
from tests.when.villages import FIRST, GIVEN, LAST, Row, rows, times, zuid

WORKED = rows("wanneer.csv")
GATHERED = rows("gevallen.csv")
READ_OUTCOMES = re.compile("ok|let op")
LITERAL_TEXTS = ("op afspraak", "wisselend, zie website")


def days(text: str, count: int) -> list[str]:
    """Give the first days of a text, as ISO dates."""
    found = occurrences(read(text, GIVEN), FIRST, LAST, zuid())
    return list(dict.fromkeys(item.date.isoformat() for item in found))[:count]


@pytest.mark.parametrize("row", WORKED, ids=lambda row: row["tekst_van_vrijwilliger"])
def test_worked_verdict(row: Row) -> None:
    """Every worked case gets the outcome that the register asks for."""
    text, outcome = row["tekst_van_vrijwilliger"], row["verwachte_uitkomst"]
    expected = Verdict.READ if READ_OUTCOMES.match(outcome) else Verdict.ASK
    schedule = read(text, GIVEN)
    assert schedule.verdict is (Verdict.LITERAL if text in LITERAL_TEXTS else expected)
    if outcome.startswith("let op"):
        assert schedule.remarks


@pytest.mark.parametrize("row", WORKED, ids=lambda row: row["tekst_van_vrijwilliger"])
def test_worked_days_and_times(row: Row) -> None:
    """What is read falls on the worked dates at the worked times; what is asked falls on none."""
    text = row["tekst_van_vrijwilliger"]
    schedule = read(text, GIVEN)
    if not schedule.is_readable:
        assert days(text, 5) == []
        return
    assert days(text, 5) == row["eerste_data_vanaf_2026-12-01"].split()
    assert times(schedule) == set(re.split(r"[,|]", row["tijden"]))


def test_spoilt_time_is_proposed() -> None:
    """A time that Excel made a date of is proposed again, not guessed."""
    for text in (
        "10-dec",
        "dec-10",
        "2026-12-10",
        "2026-12-10 00:00:00",
        "dec-10 / 10-dec (Excel heeft 10-12 omgezet)",
    ):
        assert read(text, GIVEN).proposal == "10.00-12.00 uur"


def test_gathered_dates_are_the_oracles() -> None:
    """The dates in the table are those that python-dateutil gives for the rule beside them."""
    school = {
        period.start + dt.timedelta(days=at): period.name
        for period in zuid().school
        for at in range((period.end - period.start).days + 1)
    }
    for row in GATHERED:
        if row["regel"]:
            found = oracle.expand(row["regel"], FIRST, LAST, school, set(zuid().public))
            assert [day.isoformat() for day in found][:6] == row["eerste_data"].split(), row


@pytest.mark.parametrize("row", GATHERED, ids=lambda row: row["tekst"])
def test_gathered(row: Row) -> None:
    """Every gathered case gets its verdict, and when read its dates and times."""
    schedule = read(row["tekst"], GIVEN)
    assert schedule.verdict.value == row["uitkomst"], [str(remark) for remark in schedule.remarks]
    if schedule.is_readable:
        assert days(row["tekst"], 6) == row["eerste_data"].split()
        assert times(schedule) == set(re.split(r",| \+ ", row["tijden"]))


def is_wrong(row: Row) -> bool:
    """Tell whether a case was read, and otherwise than meant."""
    schedule = read(row["tekst"], GIVEN)
    if not schedule.is_readable:
        return False
    right_times = times(schedule) == set(re.split(r",| \+ ", row["tijden"]))
    return (
        row["uitkomst"] != "gelezen" or not right_times or days(row["tekst"], 6) != row["eerste_data"].split()
    )


def test_share_read() -> None:
    """Of what can be read at least 85 percent is read, and nothing is read wrongly."""
    readable = [row for row in GATHERED if row["uitkomst"] == "gelezen"]
    counts = {
        verdict: sum(read(row["tekst"], GIVEN).verdict is verdict for row in GATHERED) for verdict in Verdict
    }
    wrong = [row["tekst"] for row in GATHERED if is_wrong(row)]
    share = sum(read(row["tekst"], GIVEN).is_readable for row in readable) / len(readable)
    print(
        f"{len(GATHERED)} gevallen: {counts}, wrong {len(wrong)}, "
        f"read {share:.0%} of {len(readable)} readable"
    )
    assert wrong == []
    assert share >= 0.85
