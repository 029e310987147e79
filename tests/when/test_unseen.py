"""Unseen: texts that were judged by hand before the grammar ever read them; none is read wrongly.

What the grammar made of each set the first time, before it was taught anything from that set:

* `ongezien.csv`: 155 of 256 readable texts read (61 %), 3 texts read that are a question, 1 of them by two
  possible days ('iedere tweede donderdag') and 2 that mix hours for coming along with other hours.
* `ongezien2.csv`: 61 of 86 read (71 %), none wrong. Nearly all others hold a name that was not known.
* `ongezien3.csv`: 47 of 58 read (81 %), none wrong.
* `ongezien4.csv`: 78 of 84 read (93 %), none wrong.
* `ongezien5.csv`: 78 of 82 read (95 %), 1 text read that is a question: 'ma t/m za 9-17, zondag en maandag
  gesloten', on Monday open and closed at once.
* `ongezien6.csv`: 71 of 79 read (90 %), none wrong.
* `ongezien7.csv`: 71 of 75 read (95 %), none wrong.

The last four were written by someone who had not seen the grammar, and read one after the other: what was
learnt from one set was there before the next.

The column `blijft` says why a text that a person can read is a question all the same.
"""

from __future__ import annotations

import datetime as dt

import pytest

from dorpspomp.when.grammar import read
from dorpspomp.when.occurrence import occurrences
from dorpspomp.when.schedule import Span
from tests.when import oracle
from tests.when.villages import FIRST, GIVEN, LAST, Row, rows, shown, zuid

SETS = ("ongezien.csv", *(f"ongezien{number}.csv" for number in range(2, 8)))
UNSEEN = [row for name in SETS for row in rows(name)]

ASKED = (
    "ma-vr 9-17, koopavond 18-21",
    "ma-za 9-12, koopzondag 13-17",
    "ma-vr 9-12, yoga 19-21",
    "ma-vr 9-12, wo 13-17",
    "ma-vr 9-12; juli: ma-vr 18-20",
    "ma-vr 9-12; do 19-21 in juli",
    "ma 9-12 op afspraak, di 9-12",
    "ma 9-12, di 9-12 op afspraak",
    "telefonisch ma 9-12, balie di 10-11",
    "elke derde zaterdag 10 uur",
    "kerstmarkt za 10-16",
    "weekendclub za 10-12",
    "dinsdag a.s. 10 uur",
    "kerstavond 25 december 10 uur",
    "19 december 2026 (zondag) 14 uur",
    "di 10-12, overige dagen gesloten in juli",
    "di 10-12 behalve yoga",
    "6 dinsdagen 10-12",
    "6 dinsdagen vanaf 12 januari 2027 10-12, niet in de schoolvakantie",
    # no names: they may change when it is
    "Zelden: di 10-12",
    "Afspraak: di 10-12",
    "Verzet: di 10-12",
    "Tijdelijke tijd: di 10-12",
    "Uitgesteld: di 10-12",
    "Waarneming: di 10-12",
    "Kantooruren: di 10-12",
    "Facultatief: di 10-12",
    "Weekendploeg: za 10-12",
    "Dauwtrappen Hemelvaartsdag 5 uur",
    "di 10-12 mits droog",
    "di 10-12 bij vorst",
    "bij zon: di 10-12",
    "di 10-12 tijdens de ramadan",
    "di 10-12, ruilt met woensdag",
    "di 10-12 i.p.v. woensdag",
    "di 10-12, vollgeboekt",
    "di 10-12 (zeldne)",
    "di 10-12 personen",
    "elke kwispel 10-12",
    # two names with two times, a fair without a date
    "Yoga: di 9-10, Pilates: do 19-20",
    "di 9-10 yoga, do 19-20 zumba",
    "Boekenbeurs za 10-16",
    "Open dag: di 10-12",
    # morning or evening
    "di half acht",
    "di 6 uur",
    "za 9-1",
    "vroege vogelwandeling zo 5.30 uur",
    # open and closed at once
    "ma, wo en vr 9-12, wo gesloten",
    "ma t/m za 9-18, woensdagmiddag gesloten",
    "wo 13-17, overige dagen 9-17",
    "Nieuwjaarsdag: di 10-12",
    # an exception behind a sentence about something else
    "di 10-12, aanmelden via de site behalve in de zomer",
    "di 10-12, daarna gesloten in de zomer",
    "zo gesloten vanaf 1 januari, ma 9-12 en zo 10-12",
    "ma gesloten in juli, overige dagen 9-17",
)
"""Near what is read, and with more than one meaning."""


def school() -> oracle.School:
    """Give the school holidays by day."""
    return {
        period.start + dt.timedelta(days=at): period.name
        for period in zuid().school
        for at in range((period.end - period.start).days + 1)
    }


def expected(row: Row) -> set[tuple[dt.date, str]]:
    """Give every day with every time; the first rule goes with the first times, and so on."""
    pairs = zip(row["regel"].split(" + "), row["tijden"].split(" + "), strict=True)
    return {
        (day, time)
        for rule, times in pairs
        for day in oracle.expand(rule, FIRST, LAST, school(), set(zuid().public))
        for time in times.split(",")
    }


def found(text: str) -> set[tuple[dt.date, str]]:
    """Give every day with every time that the grammar reads."""
    items = occurrences(read(text, GIVEN), FIRST, LAST, zuid())
    return {(item.date, shown(Span(item.start, item.end, item.daypart))) for item in items}


@pytest.mark.parametrize("row", UNSEEN, ids=lambda row: row["tekst"])
def test_unseen(row: Row) -> None:
    """Every text gets its verdict, and when read its days, each with its own times."""
    schedule = read(row["tekst"], GIVEN)
    verdict = "vraag" if row["blijft"] else row["uitkomst"]
    assert schedule.verdict.value == verdict, [str(remark) for remark in schedule.remarks]
    if schedule.is_readable:
        assert found(row["tekst"]) == expected(row)
        assert sorted({day.isoformat() for day, _ in expected(row)})[:6] == row["eerste_data"].split()


@pytest.mark.parametrize("text", ASKED)
def test_asked(text: str) -> None:
    """What stands close to a text that is read, but may mean something else, stays a question."""
    assert not read(text, GIVEN).is_readable


def test_evening_comes_on_top() -> None:
    """An evening after opening hours by day is extra, and the volunteer is told."""
    schedule = read("ma-vr 9-12; di en do 18.30-20", GIVEN)
    assert [rule.weekdays for rule in schedule.rules] == [(0, 1, 2, 3, 4), (1, 3)]
    assert "‘dinsdag, donderdag’ is gelezen als extra opening in de avond." in str(schedule.remarks[0])


def test_unseen_share() -> None:
    """Of what a person can read at least 85 percent is read."""
    readable = [row for row in UNSEEN if row["uitkomst"] == "gelezen"]
    assert sum(not row["blijft"] for row in readable) / len(readable) >= 0.85
