"""Checks that need a whole village: freshness, the rota's persons, holidays, heavy tiles, references."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from dorpspomp.reading import read_portal
from dorpspomp.views.agenda import agenda
from tests.village_files import SMALL, TODAY, Rows, Sheets, document, read, write

MARK = "ZWARTEKAT"
ROTA = ["van", "tot en met", "intern coordinator", "intern vervanger"]


def told(root: Path, sheets: Sheets, sheet: str) -> list[tuple[int, str]]:
    """Return the row and the wrong of the problems of one sheet."""
    return [(p.row, p.wrong) for p in read(write(root, sheets)).problems if p.sheet == sheet]


def rota(people: str, days: int = 7) -> Rows:
    """Write a rota from today on in which each letter answers for so many days."""
    start = 22
    rows = [ROTA]
    for number, person in enumerate(people):
        first, last = start + number * days, start + (number + 1) * days - 1
        rows.append([november(first), november(last), f"{MARK} {person}", f"{MARK} x"])
    return rows


def november(day: int) -> str:
    """Return a day as sheets hold it, counted on from 1 November."""
    return (date(2026, 10, 31) + timedelta(days=day)).isoformat()


@pytest.mark.parametrize(
    ("people", "days", "expected"),
    [
        ("abcabc", 7, []),
        ("aabbcc", 7, []),
        ("abbbca", 7, [(5, "Deze persoon neemt drie keer achter elkaar op.")]),
        ("abbbbc", 7, [(5, "Deze persoon neemt vier keer achter elkaar op.")]),
        ("aaaaaa", 7, []),
        ("abaaca", 14, [(4, "Deze persoon neemt de komende acht weken het vaakst op.")]),
        ("ababab", 14, []),
    ],
)
def test_nobody_answers_too_often(
    tmp_path: Path, people: str, days: int, expected: list[tuple[int, str]]
) -> None:
    """Three in a row, or most of eight weeks, is a lot where others could."""
    assert told(tmp_path, SMALL | {"telefoondienst": rota(people, days)}, "telefoondienst") == expected


def test_who_answers_is_in_no_message(tmp_path: Path) -> None:
    """Persons are numbered: their names reach neither the register nor a problem."""
    reading = read(write(tmp_path, SMALL | {"telefoondienst": rota("abbbca")}))

    assert any("achter elkaar" in p.wrong for p in reading.problems)
    assert MARK not in repr(reading.register) + repr(reading.problems)


HOLIDAYS = ["soort", "naam", "regio", "van", "tot en met", "opmerking"]
CHRISTMAS = ["schoolvakantie", "Kerstvakantie", "zuid", "2026-12-19", "2027-01-03", ""]
SUMMER = ["schoolvakantie", "Zomervakantie", "zuid", "2027-07-24", "2027-09-05", ""]

LATER = ["schoolvakantie", "Meivakantie", "zuid", "2028-04-29", "2028-05-07", "voorlopig"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([CHRISTMAS, SUMMER], []),
        ([CHRISTMAS], [(2, "Dit is de laatste schoolvakantie in dit blad.")]),
        ([CHRISTMAS, ["schoolvakantie", "Zomervakantie", "noord", "2027-07-10", "2027-08-22", ""]],
         [(2, "Dit is de laatste schoolvakantie in dit blad.")]),
        ([CHRISTMAS, [*SUMMER[:5], "Voorlopig, nog niet vast"]], [(3, "Deze vakantie is nog voorlopig.")]),
        ([CHRISTMAS, SUMMER, LATER], []),
    ],
)  # fmt: skip
def test_school_holidays(tmp_path: Path, rows: list[list[str]], expected: list[tuple[int, str]]) -> None:
    """The village's own region has a holiday to come, and near ones are certain."""
    settings: Rows = [["naam", "waarde"], ["regio", "zuid"]]
    sheets = SMALL | {"instellingen": settings, "vakanties": [HOLIDAYS, *rows]}

    assert told(tmp_path, sheets, "vakanties") == expected


CHECKED = ["naam", "rubriek", "kort", "kosten", "telefoon", "gecontroleerd op"]
OLD = "Dit is langer dan {} dagen niet nagekeken."


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["1-11-2026", "1-11-2026"], []),
        (["1-11-2026", ""], [(0, "Bij één rij staat niet wanneer iemand de gegevens nakeek.")]),
        (["", ""], []),
        ([""] * 12, [(0, "Bij 12 rijen staat niet wanneer iemand de gegevens nakeek.")]),
        (["1-6-2026"], []),
        (["1-5-2026"], [(2, OLD.format(180))]),
        (["1-3-2026"],
         [(2, f"{OLD.format(240)} Lezers zien erbij: ‘bel even of het nog klopt’.")]),
        (["1-11-2025"], [(2, f"{OLD.format(365)} Misschien bestaat het niet meer.")]),
    ],
)  # fmt: skip
def test_freshness(tmp_path: Path, days: list[str], expected: list[tuple[int, str]]) -> None:
    """Three steps of age, each with its own words; a day that is missing is said once for a sheet."""
    names = ("bos", "duin", "gras", "hei", "kust", "meer", "plas", "rots", "sloot", "veen", "wei", "zand")
    rows = [
        [name.capitalize(), "Hulp", "x", "gratis", "0490-01 23 45", day]
        for name, day in zip(names, days, strict=False)
    ]

    assert told(tmp_path, {"diensten": [CHECKED, *rows]}, "diensten") == expected


TILES = ["naam", "vraag", "woorden"]
LEVELS = ["naam", "rubriek", "kort", "kosten", "telefoon", "niveau"]


@pytest.mark.parametrize(
    ("tile", "level", "referral", "is_said"),
    [
        (["Geld", "Ik kom niet rond", ""], "buren", "", True),
        (["Thuis", "Ik voel mij alleen", "rouw; koffie"], "vrijwilliger", "", True),
        (["Geld", "Ik kom niet rond", ""], "professional", "", False),
        (["Geld", "Ik kom niet rond", ""], "buren", "Geld", False),
        (["Op weg", "Ik wil ergens heen", "ziekenhuis; trouwen; afval scheiden"], "buren", "", False),
    ],
)
def test_heavy_matters_have_a_professional(
    tmp_path: Path, tile: list[str], level: str, referral: str, is_said: bool
) -> None:
    """Under a tile about money, care or grief stands a professional, or to whom to turn."""
    sheets: dict[str, Rows] = {
        "rubrieken": [TILES, tile],
        "diensten": [LEVELS, ["Maatje", tile[0], "x", "gratis", "0490-01 23 45", level]],
    }
    if referral:
        headings = ["situatie", "eerste stap", "organisatie", "rubriek"]
        sheets["doorverwijzen"] = [headings, ["Schulden", "Bel", "Wijkteam", referral]]

    assert bool(told(tmp_path, sheets, "rubrieken")) is is_said


def test_a_name_that_is_nowhere_is_asked_about(tmp_path: Path) -> None:
    """A reference with a slip gets "Bedoelt u"; nothing is lost meanwhile."""
    rows: Rows = [
        ["naam", "rubriek", "kort", "kosten", "plek"],
        ["Eettafel", "Hulp", "x", "gratis", "Dorphuis De Linde"],
    ]
    sheets: Sheets = {
        "diensten": rows,
        "plekken": [["naam", "adres", "plaats"], ["Dorpshuis De Linde", "", ""]],
    }
    found = [p for p in read(write(tmp_path, sheets)).problems if p.heading == "plek"]

    assert [(p.row, p.do) for p in found] == [(2, "Bedoelt u ‘Dorpshuis De Linde’? Neem dan die naam over.")]


@pytest.mark.parametrize(("need", "expected"), [("lenen van  spullen", ["voorkeur"]), ("Spullen halen", [])])
def test_a_need_is_read_loosely(tmp_path: Path, need: str, expected: list[str]) -> None:
    """Two favourites for one need are found whatever its capitals and spaces."""
    rows: Rows = [
        ["naam", "behoefte", "waarvoor", "voorkeur"],
        ["Schuur", "Lenen van spullen", "x", "ja"],
        ["Plank", need, "x", "ja"],
    ]
    found = read(write(tmp_path, SMALL | {"platforms": rows})).problems

    assert [p.heading for p in found if p.sheet == "platforms"] == expected


def test_a_document_can_be_a_twin(tmp_path: Path) -> None:
    """What stands in a Markdown file has no row; it is still named."""
    root = write(tmp_path, SMALL)
    document(
        root, "diensten/klus.md", "---\nnaam: De klussendienst\nrubriek: Hulp\nkort: x\nkosten: gratis\n---\n"
    )
    found = [p for p in read(root).problems if "lijkt op" in p.wrong]

    assert [p.wrong for p in found] == ["Dit lijkt op ‘Klussendienst’ in rij 2."]


@pytest.mark.parametrize(
    ("counted", "open_on"),
    [
        ("", set()),
        ("Koningsdag|tweede paasdag", {"2027-05-05"}),
        ("Bevrijdingsdag", {"2027-04-27", "2027-03-29"}),
    ],
)
def test_which_public_holidays_count(tmp_path: Path, counted: str, open_on: set[str]) -> None:
    """The village says which public holidays count, and may add its own in the sheet of holidays."""
    settings = [["naam", "waarde"], ["dorp", "Lindedorp"], ["regio", "zuid"], ["feestdagen", counted]]
    holidays = [
        ["soort", "naam", "regio", "van", "tot en met"],
        ["feestdag", "Kermis", "heel Nederland", "2027-06-14", "2027-06-15"],
    ]
    drawn = read_portal(write(tmp_path, SMALL | {"instellingen": settings, "vakanties": holidays}), TODAY)
    public = {str(day) for day in drawn.portal.calendar.public}
    assert {"2027-06-14", "2027-06-15"} <= public
    assert not public & open_on
    assert ("2027-05-05" in public) is (counted == "Bevrijdingsdag")


def test_a_public_holiday_that_does_not_exist_is_asked(tmp_path: Path) -> None:
    """A name that no public holiday has is told, with the one that looks like it."""
    settings = [["naam", "waarde"], ["dorp", "Lindedorp"], ["feestdagen", "Koningdag|Sint"]]
    found = read(write(tmp_path, SMALL | {"instellingen": settings})).problems
    asked = {p.says: p.do for p in found if p.heading == "feestdagen"}
    assert set(asked) == {"Koningdag", "Sint"}
    assert asked["Koningdag"] == "Bedoelt u ‘Koningsdag’?"


CLOSED = {
    "plekken": [["naam", "soort", "code"], ["Dorpshuis", "dorpshuis", "dorpshuis"]],
    "rubrieken": [["naam", "vraag", "code"], ["Ontmoeten", "Ik wil iemand ontmoeten", "ontmoeten"]],
    "activiteiten": [
        ["naam", "rubriek", "kort", "wanneer", "plek", "code"],
        ["Koffie", "Ontmoeten", "Samen", "elke dinsdag 10-12", "Dorpshuis", "koffie"],
        ["Yoga", "Ontmoeten", "Samen", "elke dinsdag 19-20", "Dorpshuis", "yoga"],
        ["Zang", "Ontmoeten", "Samen", "elke woensdag 19-20", "Dorpshuis", "zang"],
    ],
}


def test_a_closed_place_asks_what_is_held_there(tmp_path: Path) -> None:
    """A place is closed while something is held there: the volunteer is asked, readers are told to ring."""
    heading = ["waarvan", "van", "tot en met", "wat", "reden"]
    changes = [
        heading,
        ["dorpshuis", "2026-11-24", "", "gesloten", "Verbouwing"],
        ["yoga", "2026-11-24", "", "gesloten", ""],
    ]
    root = write(tmp_path, {**CLOSED, "uitzonderingen": changes})
    portal = read_portal(root, TODAY)

    said = [p.wrong for p in portal.reading.problems if p.sheet == "uitzonderingen"]
    assert said == ["Deze plek is dan dicht, maar daar is dan wel: Koffie."]
    day = next(
        day
        for day in agenda(portal.portal, TODAY, TODAY + timedelta(days=6))
        if day.date == date(2026, 11, 24)
    )
    assert {entry.name: entry.note for entry in day.entries} == {
        "Koffie": "Dorpshuis is dan dicht. Bel of het doorgaat.",
        "Yoga": "Gaat niet door",
    }
