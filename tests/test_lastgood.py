"""The last good version: a slip takes nothing off the website, and consent outranks it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from dorpspomp.build import build
from dorpspomp.problem import Level, Problem, stops
from dorpspomp.register import Fate
from dorpspomp.village import Reading, read_again
from tests.conftest import NOW
from tests.village_files import TODAY, Rows, document, publish, read, write

LATER = TODAY + timedelta(days=3)
HEADINGS = ["naam", "rubriek", "kort", "telefoon", "e-mail", "kosten", "openingstijden"]
HEADINGS += ["publiceren", "status", "code"]


def row(name: str, tile: str, short: str, number: str, hours: str) -> list[str]:
    """Return a service in which nothing is wrong."""
    phone, email = f"0490-01 23 {number}", f"{name.lower()}@dorp.example"
    return [name, tile, short, phone, email, "gratis", hours, "ja", "actief", ""]


KLUSSEN = row("Klussendienst", "Hulp", "Wij klussen bij u thuis.", "45", "ma 9-12")
EETTAFEL = row("Eettafel", "Ontmoeten", "Samen eten op dinsdag.", "47", "di 12-13")
VERVOER = row("Vervoer", "Hulp", "Wij rijden u naar de dokter.", "46", "wo 9-12")
TUIN = row("Tuinhulp", "Hulp", "Wij snoeien uw heg.", "48", "do 9-12")
ROWS = [HEADINGS, KLUSSEN, EETTAFEL, VERVOER, TUIN]


def four(root: Path, rows: Rows = ROWS) -> Path:
    """Publish a village of four services."""
    publish(write(root, {"diensten": rows}))
    return root


def changed(**cells: str) -> Rows:
    """Return the rows in which the first has other cells; `_` in a name is a hyphen."""
    other = list(KLUSSEN)
    for name, text in cells.items():
        other[HEADINGS.index(name.replace("_", "-"))] = text
    return [HEADINGS, other, *ROWS[2:]]


def after(root: Path, rows: Rows) -> Reading:
    """Save other rows and read the village three days later."""
    return read(write(root, {"diensten": rows}), LATER)


def kept(reading: Reading) -> list[Problem]:
    """Return what is said of rows that are shown as they were."""
    return [problem for problem in reading.problems if problem.kept_on]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"naam": ""}, "A"),
        ({"naam": "#NAAM?"}, "A"),
        ({"kort": ""}, "C"),
        ({"rubriek": "=B2"}, "B"),
        ({"rubriek": "", "telefoon": "0490-01 99 99"}, "B"),
    ],
)
def test_a_row_that_cannot_be_used_stays_as_it_was(
    tmp_path: Path, cells: dict[str, str], column: str
) -> None:
    """The whole row keeps its last good version; it is listed first, with its place and the day."""
    before = read(four(tmp_path)).register
    reading = after(tmp_path, changed(**cells))
    assert reading.register.services == before.services
    assert reading.register.shorts == before.shorts and not reading.register.gone
    (problem,) = kept(reading)
    assert (problem.row, problem.column, problem.name) == (2, column, "Klussendienst")
    assert (problem.level, problem.kept_on) == (Level.UNUSABLE, TODAY)
    assert reading.problems[0] == problem
    assert reading.rows[0].fate is Fate.KEPT


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"telefoon": "bel maar"}, "D"),
        ({"telefoon": "6,12346E+08"}, "D"),
        ({"e_mail": "klus dorp example"}, "E"),
        ({"openingstijden": "#VERW!"}, "G"),
        ({"status": "weggelopen"}, "I"),
    ],
)
def test_a_cell_that_cannot_be_read_stays_as_it_was(
    tmp_path: Path, cells: dict[str, str], column: str
) -> None:
    """Only the cell keeps its last good text; what else was changed in the row is shown."""
    before = read(four(tmp_path)).register.services[0]
    reading = after(tmp_path, changed(kort="Wij klussen graag.", **cells))
    now = reading.register.services[0]
    assert (now.short, now.phone, now.email, now.hours, now.status) == (
        "Wij klussen graag.", before.phone, before.email, before.hours, before.status,
    )  # fmt: skip
    assert [(p.row, p.column, p.level, p.kept_on) for p in kept(reading)] == [
        (2, column, Level.NOTICE, TODAY)
    ]


def test_an_emptied_cell_is_empty(tmp_path: Path) -> None:
    """What a volunteer takes away is gone: an empty cell is no slip, unless it must be filled in."""
    reading = after(four(tmp_path), changed(telefoon="", openingstijden=""))
    assert (reading.register.services[0].phone, reading.register.services[0].hours) == (None, None)
    assert not kept(reading)


def test_the_day_of_the_version_stays(tmp_path: Path) -> None:
    """A row that stays wrong keeps the day of the version that is shown, however often it is built."""
    four(tmp_path)
    write(tmp_path, {"diensten": changed(kort="")})
    for days in (1, 2):
        publish(tmp_path, TODAY + timedelta(days))
    assert [p.kept_on for p in kept(read(tmp_path, LATER))] == [TODAY]
    write(tmp_path, {"diensten": changed(kort="Wij komen langs.")})
    publish(tmp_path, LATER)
    assert [p.kept_on for p in kept(after(tmp_path, changed(kort="")))] == [LATER]


@pytest.mark.parametrize(
    "cells",
    [
        {"publiceren": "nee", "kort": ""},
        {"publiceren": "misschien", "naam": ""},
        {"status": "gestopt", "rubriek": ""},
        {"status": "gestopt", "telefoon": "kapot"},
    ],
)
def test_consent_outranks_the_last_good_version(tmp_path: Path, cells: dict[str, str]) -> None:
    """A row that may not be shown, or of which that cannot be read, is not kept alive."""
    reading = after(four(tmp_path), changed(**cells))
    assert [s.code for s in reading.register.services] == ["eettafel", "vervoer", "tuinhulp"]
    assert [gone.code for gone in reading.register.gone] == ["klussendienst"]
    assert "diensten/klussendienst/" not in reading.made.good.versions


def test_what_is_over_is_not_kept_alive(tmp_path: Path) -> None:
    """A card that cannot be used ends on the day that it would have ended."""
    headings = ["nummer", "soort", "rubriek", "tekst", "geplaatst", "geldig tot", "via", "toestemming"]
    card = ["12", "vraag", "Hulp", "Wie leest mij voor?", "1-11-2026", "24-11-2026", "0490-01 23 40", "ja"]
    publish(write(tmp_path, {"diensten": ROWS, "prikbord": [headings, card]}))
    write(tmp_path, {"prikbord": [headings, [*card[:5], "gauw", *card[6:]]]})
    assert [n.number for n in read(tmp_path, date(2026, 11, 24)).register.notices] == ["12"]
    assert not read(tmp_path, date(2026, 11, 25)).register.notices


def test_a_name_without_consent_is_not_kept(tmp_path: Path) -> None:
    """A contact's name goes when consent is taken back, also in a row that is otherwise kept."""
    headings = ["straat", "gebied", "rol", "toon naam", "naam", "via"]
    row = ["Lindelaan", "Dorp", "straatcontact", "ja, 1-2-2026", "Riet Voorbeeld", "0490-01 23 40"]
    publish(write(tmp_path, {"diensten": ROWS, "contactpersonen": [headings, row]}))
    assert read(tmp_path).register.street_contacts[0].person == "Riet Voorbeeld"
    write(
        tmp_path, {"contactpersonen": [headings, ["Lindelaan", "Dorp", "", "nee", "Riet Voorbeeld", row[5]]]}
    )
    (contact,) = read(tmp_path).register.street_contacts
    assert (contact.role, contact.person) == ("straatcontact", "")


def test_a_setting_that_cannot_be_read_stays_as_it_was(tmp_path: Path) -> None:
    """The central number survives a slip and an emptied cell, and so does the colour."""
    settings = [
        ["naam", "waarde"],
        ["centraal nummer", "0490-01 23 40"],
        ["dorp", "Lindedorp"],
        ["regio", "zuid"],
    ]
    publish(write(tmp_path, {"diensten": ROWS, "instellingen": settings}))
    for number in ("", "bel mij"):
        rows = [settings[0], ["centraal nummer", number], *settings[2:]]
        reading = read(write(tmp_path, {"instellingen": rows}))
        assert reading.register.settings.phone and reading.register.settings.phone.dial == "0490012340"
        assert [(p.sheet, p.heading) for p in kept(reading)] == [("instellingen", "centraal nummer")]


def test_long_texts_are_kept_with_their_row(tmp_path: Path) -> None:
    """A Markdown text stays with the row it belongs to, also when the row is shown as it was."""
    document(tmp_path, "diensten/klussendienst.md", "Wij hebben **eigen** gereedschap.")
    four(tmp_path)
    assert "eigen" in after(tmp_path, changed(kort="")).register.services[0].body


@pytest.mark.parametrize("gone", [2, 3, 4])
def test_many_rows_at_once_wait_for_a_person(tmp_path: Path, gone: int) -> None:
    """More than one in five rows of a sheet, and more than one, do not vanish until somebody says so."""
    reading = after(four(tmp_path), ROWS[: 5 - gone])
    found = [p for p in reading.problems if p.level is Level.STOP and "weg" in p.wrong]
    assert [p.sheet for p in found] == ["diensten"]
    assert f"{gone} van de 4" in found[0].wrong and "Tuinhulp" in found[0].wrong + ("Tuinhulp" * (gone > 2))


@pytest.mark.parametrize("rows", [ROWS[:4], [HEADINGS, *reversed(ROWS[1:])], changed(status="gestopt")])
def test_one_row_may_go(tmp_path: Path, rows: Rows) -> None:
    """Taking out one row, turning the order or stopping a service needs no confirmation."""
    assert not stops(after(four(tmp_path), rows).problems)


def test_rows_that_were_stopped_are_no_loss(tmp_path: Path) -> None:
    """What volunteers stop themselves vanishes at once, however many."""
    rows = [HEADINGS, *([*row[:7], "nee", *row[8:]] for row in ROWS[1:4]), ROWS[4]]
    reading = after(four(tmp_path), rows)
    assert not stops(reading.problems)
    assert [s.code for s in reading.register.services] == ["tuinhulp"]


def test_a_column_that_was_spoilt_is_a_loss(tmp_path: Path) -> None:
    """When ja and nee can be read in no row at all, that is a slip: the whole website waits."""
    rows = [HEADINGS, *([*row[:7], "#VERW!", *row[8:]] for row in ROWS[1:])]
    assert stops(after(four(tmp_path), rows).problems)


def test_a_sheet_that_is_gone_is_a_loss(tmp_path: Path) -> None:
    """A sheet that was there, and the settings above all, do not vanish without a word."""
    settings = [["naam", "waarde"], ["centraal nummer", "0490-01 23 40"], ["dorp", "Lindedorp"]]
    links = [["naam", "url", "groep"], ["Een", "een.example", "Nieuws"], ["Twee", "twee.example", "Nieuws"]]
    publish(write(tmp_path, {"diensten": ROWS, "instellingen": settings, "links": links}))
    for sheet in ("instellingen", "links"):
        (tmp_path / "data" / f"{sheet}.csv").unlink()
        assert {p.sheet for p in read(tmp_path).problems if p.level is Level.STOP} >= {sheet}


@pytest.mark.parametrize("day", [TODAY, LATER])
def test_the_day_of_today_in_the_settings_confirms(tmp_path: Path, day: date) -> None:
    """Whoever has no terminal writes the day of today behind `akkoord`; another day does not count."""
    settings = [["naam", "waarde"], ["centraal nummer", "0490-01 23 40"], ["akkoord", ""]]
    publish(write(tmp_path, {"diensten": ROWS, "instellingen": settings}))
    settings[2][1] = f"{day.day}-{day.month}-{day.year}"
    write(tmp_path, {"instellingen": settings})
    assert stops(after(tmp_path, ROWS[:3]).problems) is (day != LATER)


def test_a_stop_changes_nothing_but_what_may_not_be_shown(tmp_path: Path) -> None:
    """While a register waits, a row that was taken back is taken off all the same; the rest stays."""
    four(tmp_path)
    rows = [HEADINGS, [*KLUSSEN[:7], "nee", *KLUSSEN[8:]], EETTAFEL]
    write(tmp_path, {"diensten": rows})
    built = build(tmp_path, LATER, NOW, ("data",))
    assert built.release is None and built.withdrawn == ("Klussendienst",)
    shown = json.loads((tmp_path / "build" / "current" / "data" / "register.json").read_text("utf-8"))
    assert [s["code"] for s in shown["diensten"]] == ["eettafel", "vervoer", "tuinhulp"]
    again = build(tmp_path, LATER, NOW, ("data",))
    assert (again.release, again.withdrawn) == (None, ())
    assert build(tmp_path, LATER, NOW, ("data",), accepted=True).release
    shown = json.loads((tmp_path / "build" / "current" / "data" / "register.json").read_text("utf-8"))
    assert [s["code"] for s in shown["diensten"]] == ["eettafel"]


def test_a_stop_without_more_touches_nothing(tmp_path: Path) -> None:
    """A sheet that cannot be read leaves the release, its link and the memory as they were."""
    four(tmp_path)
    current = (tmp_path / "build" / "current").readlink()
    (tmp_path / "data" / "diensten.csv").write_bytes(b"PK\x03\x04half")
    built = build(tmp_path, LATER, NOW, ("data",))
    assert (built.release, built.withdrawn) == (None, ())
    assert (tmp_path / "build" / "current").readlink() == current


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"form": 1}', '{"form": 1, "rows": 3, "settings": {}}', "\0"]
)
def test_a_damaged_store_is_no_store(tmp_path: Path, text: str) -> None:
    """What was kept and cannot be read counts as nothing, and the next build writes it anew."""
    four(tmp_path)
    (store,) = (tmp_path / "build" / "kept").glob("*/rows.json")
    store.write_text(text, "utf-8")
    assert not stops(read(tmp_path).problems)
    publish(tmp_path, LATER)
    assert [p.kept_on for p in kept(after(tmp_path, changed(kort="")))] == [LATER]


def test_addresses_come_back_from_the_release(tmp_path: Path) -> None:
    """A list of addresses that was thrown away or spoilt is put back, without a stop."""
    four(tmp_path)
    path = tmp_path / "data" / "adressen.csv"
    before = path.read_bytes()
    for spoilt in (b"", b"kapot", None):
        path.unlink() if spoilt is None else path.write_bytes(spoilt)
        assert not stops(read(tmp_path).problems)
        publish(tmp_path)
        assert path.read_bytes() == before


def test_the_last_release_can_be_made_again(village: Path) -> None:
    """From what is kept, the example's whole release is made again byte for byte."""
    first = build(village, TODAY, NOW, ("site", "data")).release
    assert first
    again = read_again(read(village), TODAY)
    assert again.register == read(village).register


@pytest.mark.parametrize(
    "cells", [{"naam": ""}, {"kort": "#REF!"}, {"telefoon": "bel maar"}, {"e_mail": "@"}]
)
def test_a_slip_changes_no_byte_of_the_website(tmp_path: Path, cells: dict[str, str]) -> None:
    """With one damaged cell the whole site, kiosk and data come out as they were: no new release is made."""
    write(tmp_path, {"diensten": ROWS})
    first = build(tmp_path, TODAY, NOW, ("site", "kiosk", "data")).release
    write(tmp_path, {"diensten": changed(**cells)})
    second = build(tmp_path, TODAY, NOW, ("site", "kiosk", "data")).release
    assert first and second and not second.is_new
    assert second.folder == first.folder
