"""The work list: what is on it, whose it is, in which order, and what it looks like on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from dorpspomp import check
from dorpspomp.outputs import work
from dorpspomp.reading import read_portal
from dorpspomp.views.chore import Chore
from dorpspomp.views.chores import chores
from dorpspomp.views.work import WEEK, WorkView, work_view
from tests.village_files import SMALL, TODAY, Rows, Sheets, write

MARK = "ZWARTEKAT"
SETTINGS: Rows = [
    ["naam", "waarde"],
    ["dorp", "Wilgenbroek"],
    ["regio", "zuid"],
    ["centraal nummer", "0490-01 02 03"],
    ["beheerder", "redactie"],
]
SERVICES = ["naam", "rubriek", "kort", "kosten", "telefoon", "organisatie", "gecontroleerd op",
            "gecontroleerd door", "bereikbaar"]  # fmt: skip
ACTIVITIES = ["naam", "rubriek", "wanneer", "tot en met", "kosten", "telefoon", "gecontroleerd op"]
BOARD = ["nummer", "soort", "rubriek", "tekst", "geplaatst", "geldig tot", "via", "toestemming", "status",
         "intern naam"]  # fmt: skip
ROTA = ["van", "tot en met", "intern coordinator"]
HOLIDAYS = ["soort", "naam", "regio", "van", "tot en met", "opmerking"]
PRINTS = ["soort", "titel", "vervang op", "code"]
FRESH = "2026-11-01"


def service(**facts: str) -> Sheets:
    """Write a service about which there is nothing to do, but for these facts."""
    usual = {"naam": "Klussen", "rubriek": "Hulp", "kort": "x", "kosten": "gratis",
             "telefoon": "0490-01 23 45", "gecontroleerd op": FRESH}  # fmt: skip
    return {"diensten": [SERVICES, [(usual | facts).get(name, "") for name in SERVICES]]}


def activity(when: str, last: str = "", checked: str = "2026-09-01") -> Sheets:
    """Write an activity."""
    return {"activiteiten": [ACTIVITIES, ["Koffie", "Hulp", when, last, "gratis", "0490-01 23 46", checked]]}


def card(kind: str, placed: str, until: str, status: str = "open") -> Sheets:
    """Write a card on the board."""
    row = ["W1", kind, "Hulp", "Wie loopt met mijn hond?", placed, until, "0490-01 02 03", "ja", status, MARK]
    return service() | {"prikbord": [BOARD, row]}


def seen(root: Path, sheets: Sheets) -> WorkView:
    """Read a village and return its work list."""
    drawn = read_portal(write(root, {"instellingen": SETTINGS} | dict(sheets)), TODAY)
    return work_view(drawn.portal, check.aside(drawn.reading.sheets))


def todo(root: Path, sheets: Sheets) -> tuple[Chore, ...]:
    """Return all chores of a village, in order."""
    drawn = read_portal(write(root, {"instellingen": SETTINGS} | dict(sheets)), TODAY)
    return chores(drawn.portal, check.aside(drawn.reading.sheets))


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        (service(), []),
        (service(**{"gecontroleerd op": "2026-05-01"}), [("verouderd", "redactie", "gecontroleerd op")]),
        (service(**{"gecontroleerd op": "2026-05-01", "gecontroleerd door": "werkgroep"}),
         [("verouderd", "werkgroep", "gecontroleerd op")]),
        (service(telefoon=""), [("zonder telefoon", "redactie", "telefoon")]),
        (service(kosten=""), [("zonder kosten", "redactie", "kosten")]),
        (service(bereikbaar="om de week op donderdag 9.00-10.00"), [("tijd", "redactie", "bereikbaar")]),
        (service(bereikbaar="op afspraak"), []),
        (activity("elke dinsdag 10.00-12.00", "2026-12-01"), [("loopt af", "redactie", "tot en met")]),
        (activity("elke dinsdag 10.00-12.00", "2026-12-31"), []),
        (activity("1 december 2026 10.00-12.00"), [("loopt af", "redactie", "gecontroleerd op")]),
        (activity("1 december 2026 10.00-12.00", checked=FRESH), []),
        (card("vraag", "2026-11-10", "2027-02-01"), []),
        (card("vraag", "2026-11-01", "2027-02-01"), [("kaart wacht", "coördinator", "status")]),
        (card("vraag", "2026-11-01", "2027-02-01", "gevonden"), []),
        (card("aanbod", "2026-11-01", "2027-02-01"), []),
        (card("aanbod", "2026-09-01", "2027-02-01"), [("kaart wacht", "coördinator", "status")]),
        (card("vraag", "2026-11-10", "2026-12-01"), [("kaart loopt af", "coördinator", "geldig tot")]),
        (service() | {"telefoondienst": [ROTA, ["2026-11-01", "2026-12-01", MARK]]},
         [("rooster", "coördinator", "tot en met")]),
        (service() | {"telefoondienst": [ROTA, ["2026-11-01", "2027-02-01", MARK]]}, []),
        (service() | {"drukwerk": [PRINTS, ["poster", "Markt", "2026-11-20", "p"]]},
         [("drukwerk", "redactie", "vervang op")]),
        (service() | {"drukwerk": [PRINTS, ["poster", "Markt", "2027-11-20", "p"]]}, []),
        (service() | {"vakanties": [HOLIDAYS,
         ["schoolvakantie", "Mei", "zuid", "2027-04-24", "2027-05-02", "voorlopig"],
         ["schoolvakantie", "Zomer", "noord", "2027-07-10", "2027-08-22", ""],
         ["schoolvakantie", "Herfst", "heel Nederland", "2028-10-14", "2028-10-22", ""]]},
         [("vakantie", "redactie", "opmerking")]),
    ],
)  # fmt: skip
def test_what_is_on_the_list(tmp_path: Path, sheets: Sheets, expected: list[tuple[str, str, str]]) -> None:
    """Each kind of chore has an owner and a column, and is there only when something is to be done."""
    assert [(c.kind, c.owner, c.heading) for c in todo(tmp_path, sheets)] == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"telefoon": "0490-01 23 45"}, "0490-01 23 45"),
        ({"telefoon": "", "organisatie": "Gemeente"}, "0490-09 99 99"),
        ({"telefoon": "0490-01 02 03"}, ""),
    ],
)
def test_whom_to_ring(tmp_path: Path, facts: dict[str, str], expected: str) -> None:
    """Its own number or its organisation's; nobody rings the number they answer themselves."""
    organizations: Rows = [["naam", "kort", "telefoon"], ["Gemeente", "x", "0490-09 99 99"]]
    sheets = service(**facts, **{"gecontroleerd op": "2026-01-01"}) | {"organisaties": organizations}
    chore = next(c for c in todo(tmp_path, sheets) if c.kind == "verouderd")

    assert (chore.phone.shown if chore.phone else "") == expected


def test_what_matters_most_comes_first(tmp_path: Path) -> None:
    """What ends comes before what is old, the oldest first, and then what is missing."""
    rows = [SERVICES]
    for name, costs, checked in (
        ("B", "gratis", "2026-03-01"),
        ("A", "gratis", "2025-03-01"),
        ("C", "", FRESH),
    ):
        rows.append([name, "Hulp", "x", costs, "0490-01 23 45", "", checked, "", ""])
    sheets = activity("elke dinsdag 10.00-12.00", "2026-12-01") | {"diensten": rows}

    assert [c.name for c in todo(tmp_path, sheets)] == ["Koffie", "A", "B", "C"]


def test_a_week_is_a_quarter_of_an_hour(tmp_path: Path) -> None:
    """Each owner has fifteen minutes; the rest is for later and what is too much is counted."""
    rows = [SERVICES]
    for number in range(40):
        rows.append([f"D{number}", "Hulp", "x", "gratis", "0490-01 23 45", "", "2026-01-01", "werkgroep", ""])
    share = seen(tmp_path, {"diensten": rows}).shares[0]

    assert share.owner == "werkgroep"
    assert (len(share.week), share.minutes, len(share.later), share.more) == (5, WEEK, 20, 15)


def test_one_number_is_rung_once(tmp_path: Path) -> None:
    """Everything there is to ask at one number stands together."""
    rows = [
        SERVICES,
        ["Klussen", "Hulp", "x", "", "0490-01 23 45", "", "2026-01-01", "", ""],
        ["Tuin", "Hulp", "x", "gratis", "0490 012345", "", "2026-01-02", "", ""],
    ]
    calls = seen(tmp_path, {"diensten": rows}).calls

    assert [call.phone.shown for call in calls] == ["0490-01 23 45"]
    assert [(topic.name, len(topic.questions)) for topic in calls[0].topics] == [("Klussen", 2), ("Tuin", 1)]


def written(root: Path, sheets: Sheets) -> tuple[int, Path]:
    """Write the work list of a village; return how many chores there are, and the folder."""
    drawn = read_portal(write(root, {"instellingen": SETTINGS} | dict(sheets)), TODAY)
    folder = root / "build" / "werklijst"
    return work.build(drawn.portal, folder, check.aside(drawn.reading.sheets)), folder


BUSY: Sheets = (
    service(**{"naam": "Klussen & <3 zo", "gecontroleerd op": "2026-01-01"})
    | {"prikbord": card("vraag", "2026-11-01", "2027-02-01")["prikbord"]}
    | {"telefoondienst": [ROTA, ["2026-11-01", "2026-12-01", MARK]]}
    | {"drukwerk": [[*PRINTS, "intern plek"], ["poster", "Markt", "2026-11-20", "p", MARK]]}
)


def test_what_is_written(tmp_path: Path) -> None:
    """A page and a PDF of each list, with where to change it and what to ask; nothing is loaded."""
    count, folder = written(tmp_path, BUSY)
    page, calls = (folder / "index.html").read_text("utf-8"), (folder / "bellijst.html").read_text("utf-8")

    assert count == 4
    assert sorted(path.name for path in folder.iterdir()) == [
        "bellijst.html", "bellijst.pdf", "index.html", "werklijst.pdf",
    ]  # fmt: skip
    assert "blad diensten, rij 2, kolom ‘gecontroleerd op’" in page
    assert "Klussen &amp; &lt;3 zo" in page
    assert "Kloppen de tijden, de kosten en het nummer nog?" in calls
    assert 'href="tel:0490012345"' in calls
    assert not any(mark in page + calls for mark in ("src=", "http:", "https:", "@import", "<script"))


def test_who_answers_or_asks_is_nowhere(tmp_path: Path) -> None:
    """What is private stays out of every list."""
    _, folder = written(tmp_path, BUSY)

    for path in folder.iterdir():
        text = (
            "".join(page.extract_text() for page in PdfReader(path).pages)
            if path.suffix == ".pdf"
            else path.read_text("utf-8")
        )
        assert "Wilgenbroek" in text
        assert MARK not in text


def test_nothing_to_do_is_no_problem(tmp_path: Path) -> None:
    """A village that is up to date gets a friendly word."""
    count, folder = written(tmp_path, service())

    assert count == 0
    assert "Alles is bij." in (folder / "index.html").read_text("utf-8")
    assert "U hoeft niemand te bellen." in (folder / "bellijst.html").read_text("utf-8")


def test_the_smallest_village_has_a_list(tmp_path: Path) -> None:
    """Three rows and no settings are enough."""
    drawn = read_portal(write(tmp_path, SMALL), TODAY)

    assert work.build(drawn.portal, tmp_path / "w") == 0


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing in the lists tells when they were made."""
    first = {path.name: path.read_bytes() for path in written(tmp_path / "a", BUSY)[1].iterdir()}
    second = {path.name: path.read_bytes() for path in written(tmp_path / "b", BUSY)[1].iterdir()}

    assert first == second
