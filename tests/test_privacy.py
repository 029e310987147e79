"""What is private or not published is found in no produced byte, PDF included."""

from __future__ import annotations

from pathlib import Path

from dorpspomp.build import build
from dorpspomp.cli import main
from tests.conftest import NOW, TODAY, thin
from tests.reading import Rows, edit, holding

MARKS = {
    "ZWARTEKATEEN": "an intern column of the board",
    "ZWARTEKATTWEE": "an intern column of the rota",
    "ZWARTEKATDRIE": "a service that is not to be published",
    "ZWARTEKATVIER": "an activity that is over",
    "ZWARTEKATVIJF": "a card without consent",
    "ZWARTEKATZES": "a card that has expired",
    "ZWARTEKATZEVEN": "a draft",
    "ZWARTEKATACHT": "a name without consent",
    "ZWARTEKATNEGEN": "an unknown column headed intern",
    "ZWARTEKATTIEN": "a service whose publiceren cannot be read",
    "ZWARTEKATELF": "a card whose toestemming cannot be read",
    "ZWARTEKATTWAALF": "a column that nobody knows",
}


def plant(root: Path) -> None:
    """Write a marker in every place that may not be published."""

    def board(rows: Rows) -> None:
        open_cards = [row for row in rows if row["toestemming"] and row["geldig tot"] > "2026-12-01"]
        open_cards[0]["intern naam"] = "ZWARTEKATEEN"
        open_cards[1] |= {"tekst": "ZWARTEKATVIJF", "toestemming": ""}
        open_cards[2] |= {"tekst": "ZWARTEKATZES", "geldig tot": "2026-11-21"}
        open_cards[3] |= {"tekst": "ZWARTEKATELF", "toestemming": "misschien wel"}

    def rota(rows: Rows) -> None:
        for row in rows:
            row["intern coordinator"] = row["intern vervanger"] = "ZWARTEKATTWEE"

    def services(rows: Rows) -> None:
        rows[0] |= {"kort": "ZWARTEKATDRIE", "publiceren": "nee"}
        rows[1] |= {"naam": "ZWARTEKATZEVEN", "status": "concept"}
        rows[2] |= {"kort": "ZWARTEKATTIEN", "publiceren": "eigenlijk liever niet"}

    def activities(rows: Rows) -> None:
        rows[0] |= {"naam": "ZWARTEKATVIER", "tot en met": "2026-11-21"}

    def contacts(rows: Rows) -> None:
        rows[0] |= {"naam": "ZWARTEKATACHT", "toon naam": ""}

    for sheet, change in {
        "prikbord": board,
        "telefoondienst": rota,
        "diensten": services,
        "activiteiten": activities,
        "contactpersonen": contacts,
    }.items():
        edit(root / "data" / f"{sheet}.csv", change)
    _add_column(root / "data" / "diensten.csv", "intern notitie", "ZWARTEKATNEGEN")
    _add_column(root / "data" / "organisaties.csv", "lievelingskleur", "ZWARTEKATTWAALF")


def _add_column(path: Path, heading: str, cell: str) -> None:
    """Add a last column. The example's cells hold no line breaks."""
    first, *rest = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([f"{first};{heading}", *(f"{line};{cell}" for line in rest)]) + "\n", "utf-8")


def test_no_marker_leaves_the_village(village: Path) -> None:
    """Every place that may not be published is searched for in every byte of the release."""
    plant(thin(village))

    built = build(village, TODAY, NOW)

    assert built.release is not None, built.problems
    assert {mark: holding(built.release.folder, mark) for mark in MARKS} == {mark: [] for mark in MARKS}


INTERN = ("ZWARTEKATEEN", "ZWARTEKATTWEE", "ZWARTEKATACHT", "ZWARTEKATNEGEN")
"""What not even a report for the volunteers themselves may repeat."""


def test_reports_repeat_nothing_private(village: Path) -> None:
    """Report, copies of the sheets, work list and what is kept for the next build hold no private cell."""
    plant(thin(village))

    assert main(["build", str(village), "--today", "2026-11-22", "--only", "data"]) == 0
    assert main(["work", str(village), "--today", "2026-11-22"]) == 0

    made = village / "build"
    assert list((made / "verslag").glob("*.xlsx"))
    assert {mark: holding(made, mark) for mark in INTERN} == {mark: [] for mark in INTERN}
    assert {mark: holding(made / "kept", mark) for mark in MARKS} == {mark: [] for mark in MARKS}


def test_the_search_would_find_a_published_word(built: Path) -> None:
    """The search itself works: a published name is found in site, kiosk, data and print."""
    found = holding(built, "Repair")

    assert {path.split("/")[0] for path in found} >= {"site", "kiosk", "data", "print"}
