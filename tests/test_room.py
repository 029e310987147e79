"""The limits for paper are those of the real layout: what is just under fits, what is just over does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dorpspomp.check import room
from dorpspomp.outputs import paper
from dorpspomp.outputs.code import Codes
from tests.test_paper import VILLAGE, portal_of
from tests.village_files import Rows, Sheets, read, write

WORDS = "een buur helpt u met alles wat los of vast zit in huis en tuin of op straat " * 10
LEAN: Sheets = {name: VILLAGE[name] for name in ("instellingen", "plekken", "rubrieken")} | {
    "organisaties": [["naam", "kort", "telefoon"], ["Burenhulp", "x", "0490-01 02 03"]]
}
"""A village with hardly any paper, so that it is printed in a moment."""

ORDERS = ["soort", "formaat", "titel", "motto", "punten", "code"]


def text(letters: int) -> str:
    """Return ordinary words of exactly so many letters."""
    cut = WORDS[:letters]
    return f"{cut[:-1]}s" if cut.endswith(" ") else cut


def bookmark(title: int = 20, motto: int = 30, points: int = 6, point: int = 20) -> Sheets:
    """Write a village with one bookmark; its points differ in their last letter."""
    listed = "; ".join(f"{text(point)[:-1]}{'abcdefghij'[number]}" for number in range(points))
    return VILLAGE | {
        "drukwerk": [ORDERS, ["boekenlegger", "50 x 180 mm", text(title), text(motto), listed, "bl"]]
    }


def poster(short: int) -> Sheets:
    """Write a village with one activity that says all that an activity can."""
    headings = ["naam", "rubriek", "kort", "wanneer", "plek", "kosten", "voor wie", "meenemen", "aanmelden"]
    row = ["Stoelgym", "Hulp", text(short), "elke dinsdag 10.00-12.00", "De Wilg", "€ 2,50 per keer",
           "Iedereen", "makkelijke schoenen", "bellen, een dag vooraf"]  # fmt: skip
    return LEAN | {"activiteiten": [headings, row]}


def is_small(root: Path, sheets: Sheets, sheet: str) -> bool:
    """Tell whether the real layout needs its smallest letters for a piece of this sheet, or cuts."""
    _, problems = paper.build(portal_of(root, sheets), root / "print", Codes())
    return any(problem.sheet == sheet for problem in problems)


def is_told(root: Path, sheets: Sheets, heading: str) -> bool:
    """Tell whether the check speaks of this column."""
    found = read(write(root, sheets)).problems
    return any(p.heading == heading and "past niet op" in p.wrong for p in found)


@pytest.mark.parametrize(
    ("heading", "fact", "most", "others"),
    [
        ("titel", "title", room.TITLE, {"points": 7}),
        ("motto", "motto", room.MOTTO, {"points": 7}),
        ("punten", "point", room.POINT[7], {"points": 7}),
        ("punten", "point", room.POINT[6], {"points": 6}),
        ("punten", "point", room.POINT[5], {"points": 5}),
    ],
)
def test_a_bookmark(tmp_path: Path, heading: str, fact: str, most: int, others: dict[str, int]) -> None:
    """A text of the most letters fits on the bookmark as it is printed; one letter more does not."""
    for letters, expected in ((most, False), (most + 1, True)):
        sheets = bookmark(**{fact: letters}, **others)
        assert is_small(tmp_path, sheets, "drukwerk") is expected, letters
        assert is_told(tmp_path, sheets, heading) is expected, letters


def test_a_poster(tmp_path: Path) -> None:
    """A text of the most letters fits on the poster as it is printed; one letter more does not."""
    for letters, expected in ((room.SHORT, False), (room.SHORT + 1, True)):
        sheets = poster(short=letters)
        assert is_small(tmp_path, sheets, "activiteiten") is expected, letters
        assert is_told(tmp_path, sheets, "kort") is expected, letters


def test_too_many_points(tmp_path: Path) -> None:
    """What falls off a bookmark is said, with the first point that does."""
    found = [p for p in read(write(tmp_path, bookmark(points=9))).problems if p.heading == "punten"]

    assert [p.wrong for p in found] == ["Op een boekenlegger passen zeven punten. De rest valt weg."]
    assert found[0].says.endswith("h")


def test_ordinary_texts_fit(tmp_path: Path) -> None:
    """An ordinary bookmark and poster get no word."""
    rows: Rows = [
        ORDERS,
        ["boekenlegger", "", "Bel de Dorpslijn", "Zit u ergens mee?", "Mijn lamp is stuk", "bl"],
    ]

    assert not is_told(tmp_path, VILLAGE | {"drukwerk": rows}, "titel")
