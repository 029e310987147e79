"""The week: where one can go on which day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dorpspomp.reading import read_portal
from dorpspomp.views.week import Weekday, week
from tests.village_files import Rows, write

TODAY = date(2026, 11, 22)
HEADINGS = ["naam", "rubriek", "wanneer", "plek", "status"]


def days(root: Path, *rows: list[str]) -> dict[str, list[tuple[str, str, str]]]:
    """Return the days of the week with the time, the name and the note of what comes back."""
    sheet: Rows = [HEADINGS, *rows]
    portal = read_portal(write(root, {"activiteiten": sheet}), TODAY).portal
    return shown(week(portal))


def shown(found: tuple[Weekday, ...]) -> dict[str, list[tuple[str, str, str]]]:
    """Return what stands under each day."""
    return {day.name: [(r.time, r.name, r.note) for r in day.regulars] for day in found}


def test_what_comes_back_stands_under_its_day(tmp_path: Path) -> None:
    """Every week without a note, less often with its own words, in order of time."""
    found = days(
        tmp_path,
        ["Koor", "Muziek", "dinsdag 20.00-22.00", "", ""],
        ["Koffie", "Samen", "di en do 10.00-11.30, niet in de schoolvakantie", "", ""],
        ["Bridge", "Spel", "1e dinsdag van de maand 14.00-16.00", "", ""],
        ["Ommetje", "Samen", "om de week op donderdag 9.00, vanaf 7 januari 2027", "", ""],
    )
    assert list(found) == ["dinsdag", "donderdag"]
    assert [(time, name) for time, name, _ in found["dinsdag"]] == [
        ("10.00 tot 11.30 uur", "Koffie"),
        ("14.00 tot 16.00 uur", "Bridge"),
        ("20.00 tot 22.00 uur", "Koor"),
    ]
    notes = {name: note for day in found.values() for _, name, note in day}
    assert notes["Koffie"] == notes["Koor"] == ""
    assert "1e dinsdag" in notes["Bridge"] and "om de week" in notes["Ommetje"]


def test_what_does_not_come_back_is_left_out(tmp_path: Path) -> None:
    """One day, a stop, a question and an appointment are not a week."""
    found = days(
        tmp_path,
        ["Kermis", "Feest", "12 december 2026", "", ""],
        ["Zwemmen", "Sport", "maandag 9-10", "", "tijdelijk gestopt"],
        ["Ooit", "Samen", "ergens in het voorjaar", "", ""],
        ["Praten", "Samen", "op afspraak", "", ""],
    )
    assert found == {}


def test_a_place_and_a_tile_have_their_own_week(tmp_path: Path) -> None:
    """The same, for one tile or one place only."""
    rows = [["Koor", "Muziek", "dinsdag 20.00", "Zaal", ""], ["Koffie", "Samen", "dinsdag 10.00", "Kerk", ""]]
    portal = read_portal(write(tmp_path, {"activiteiten": [HEADINGS, *rows]}), TODAY).portal
    assert shown(week(portal, lambda activity: activity.tile == "muziek")) == {
        "dinsdag": [("20.00 uur", "Koor", "")]
    }
    assert shown(week(portal, lambda activity: activity.place == "kerk")) == {
        "dinsdag": [("10.00 uur", "Koffie", "")]
    }
