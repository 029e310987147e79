"""What spreadsheets do to what people type: repaired and told, or asked."""

from __future__ import annotations

from datetime import date

import pytest

from dorpspomp import cell
from dorpspomp.cell import Cell
from dorpspomp.sheet import Column, sheets

TODAY = date(2026, 11, 22)


def column(place: str) -> Column:
    """Return a column: `plekken.postcode`."""
    sheet, _, name = place.partition(".")
    found = sheets()[sheet].column(name)
    assert found
    return found


def read(place: str, text: str) -> Cell:
    """Read a text in a column."""
    return cell.read(text, column(place), TODAY)


@pytest.mark.parametrize(
    ("place", "text", "right"),
    [
        *(
            (f"{sheet}.{name}", text, "10-12")
            for sheet, name in (
                ("diensten", "openingstijden"),
                ("diensten", "bereikbaar"),
                ("organisaties", "bereikbaar"),
                ("plekken", "openingstijden"),
                ("uitzonderingen", "tijd"),
            )
            for text in ("10-dec", "dec-10", "2026-12-10", "2026-12-10 00:00:00", "10-12-2026", "46366")
        ),
        ("plekken.openingstijden", "9-nov", "9-11"),
        ("plekken.openingstijden", "0,4166666667", "10.00 uur"),
        ("plekken.openingstijden", "0.8125", "19.30 uur"),
        ("rollen.tijd per week", "2026-03-02", "2-3"),
        ("organisaties.kvk", "1234567", "01234567"),
        ("organisaties.kvk", "4901.0", "00004901"),
        ("prikbord.via", "490010203", "0490-01 02 03"),
        ("contactpersonen.via", "490010203,0", "0490-01 02 03"),
        ("diensten.telefoon", "612345678.0", "06-12 34 56 78"),
        ("plekken.breedtegraad", "517012", "51.7012"),
        ("plekken.breedtegraad", "517.012", "51.7012"),
        ("plekken.lengtegraad", "55604", "5.5604"),
    ],
)
def test_what_can_only_have_meant_one_thing_is_repaired(place: str, text: str, right: str) -> None:
    """The cell is read as it was meant, and the note says what was read instead."""
    made = read(place, text)
    assert made.text == right
    assert made.note
    assert made.note.level.value == "hersteld"
    assert f"Ik lees: {right.replace('.', ',') if 'graad' in place else right}" in made.note.wrong


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("activiteiten.wanneer", "2026-12-10"),  # a day is meant as often as hours are
        ("activiteiten.wanneer", "10-dec"),
        ("plekken.openingstijden", "2026-12-24"),  # the door is open on one day
        ("plekken.openingstijden", "2026-05-02"),  # 2-5 is as well an afternoon
        ("plekken.openingstijden", "10-12"),
        ("plekken.openingstijden", "ma-vr 9-12"),
        ("organisaties.kvk", "12345678"),
        ("organisaties.kvk", "volgt"),
        ("prikbord.via", "Coördinator, 0490-01 02 03"),
        ("rollen.tijd per week", "2 uur"),
    ],
)
def test_what_may_have_been_meant_is_left_alone(place: str, text: str) -> None:
    """Read wrongly is worse than not read."""
    made = read(place, text)
    assert (made.text, made.note) == (text, None)


@pytest.mark.parametrize("text", ["2-mei", "2026-05-02", "46144"])
def test_an_amount_that_became_a_date_is_asked(text: str) -> None:
    """2.5 and 2-5 both become the second of May, so nothing is shown until somebody has looked."""
    made = read("diensten.kosten", text)
    assert made.text == ""
    assert made.note
    assert "€ 2,50" in made.note.do


@pytest.mark.parametrize(
    "text", ["-", "–", "?", "...", "geen", "Geen", "n.v.t.", "NVT", "onbekend", "x", "volgt"]
)
@pytest.mark.parametrize(
    "place",
    [
        "diensten.telefoon", "diensten.e-mail", "diensten.website", "diensten.gecontroleerd op",
        "plekken.postcode", "plekken.breedtegraad", "plekken.openingstijden", "diensten.bereikbaar",
    ],
)  # fmt: skip
def test_a_word_for_nothing_is_nothing(place: str, text: str) -> None:
    """Where only a number, an address or a time can stand, "n.v.t." is an empty cell and needs no word."""
    assert read(place, text) == Cell()


@pytest.mark.parametrize(
    ("place", "text", "value"),
    [
        ("diensten.kort", "geen", "geen"),
        ("diensten.kosten", "geen", "geen"),
        ("diensten.kosten", "-", None),
        ("activiteiten.wanneer", "volgt", "volgt"),
        ("rollen.taak", "x", "x"),
    ],
)
def test_a_word_for_nothing_may_be_something_in_a_text(place: str, text: str, value: str | None) -> None:
    """In a text every word counts."""
    assert read(place, text).value == value


@pytest.mark.parametrize("place", ["rollen.telefoon", "links.url", "prikbord.geplaatst"])
def test_what_must_be_filled_in_is_not_nothing(place: str) -> None:
    """A cell that is required and says "n.v.t." is told."""
    made = read(place, "n.v.t.")
    assert made.value is None
    assert made.note


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("10:00:00", "10:00"),
        ("ma 10:00:00 - 12:30:00", "ma 10:00 - 12:30"),
        ("ma 10.00-12.00", "ma 10.00-12.00"),
    ],
)
def test_seconds_that_say_nothing_are_dropped(text: str, right: str) -> None:
    """A time cell that a program wrote with seconds is the same time; that needs no word."""
    made = read("activiteiten.wanneer", text)
    assert (made.text, made.note) == (right, None)


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/c calc'!A0", "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", '=HYPERLINK("http://x.example")',
        '=WEBSERVICE("http://x.example")', "=1+1", "@SUM(A1)", "#SPILL!", "Fout:508", "Err:502",
    ],
)  # fmt: skip
def test_what_only_a_spreadsheet_understands_is_left_out(text: str) -> None:
    """A formula or an error is no text; it is left out and said."""
    made = read("diensten.kort", text)
    assert made.text == ""
    assert made.note


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("&lt;script&gt;alert(1)&lt;/script&gt;hallo", "hallo"),
        ("&amp;lt;b&amp;gt;hallo", "hallo"),
        ("<style>p{}</style>hallo<!-- stil -->", "hallo"),
        ("<script>nooit dicht", "nooit dicht"),
    ],
)
def test_tags_in_disguise_are_taken_out(text: str, right: str) -> None:
    """Tags that were written with entities are tags all the same."""
    made = read("diensten.kort", text)
    assert made.text == right
    assert made.note
    assert right in made.note.wrong


@pytest.mark.parametrize("text", ["Zomerconcert <buiten>", "5 < 6 > 4", "stuur <naam> mee", "<3"])
def test_angles_that_are_no_tag_stay(text: str) -> None:
    """Who writes "<buiten>" means the word; only the tags of web pages are taken out."""
    made = read("diensten.kort", text)
    assert (made.text, made.note) == (text, None)
