"""From sheets to everything that may be published: consent, expiry, references, records."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorpspomp.collection import Sources
from dorpspomp.entry import from_table
from dorpspomp.heading import Headed, headed
from dorpspomp.model import Change, Register, Status
from dorpspomp.problem import Problem, stops
from dorpspomp.register import Fate, make
from dorpspomp.sheet import sheets
from dorpspomp.table import RawRow, Table
from tests.village_files import SMALL, TODAY, Rows, Sheets, document, publish, read, said, write

MARK = "GEHEIM"


def table(sheet: str, rows: Rows) -> Headed:
    """Make a recognised sheet of rows."""
    raw = tuple(RawRow(number, tuple(row)) for number, row in enumerate(rows, start=1))
    made = headed(Table(sheet, f"{sheet}.csv", raw), sheets()[sheet])
    assert made
    return made


def made(more: Sheets, today: date = TODAY) -> tuple[Register, tuple[Problem, ...]]:
    """Make the register of the small village with more sheets."""
    tables = {name: table(name, rows) for name, rows in {**SMALL, **more}.items()}
    result = make(Sources(tables), today)
    return result.register, result.problems


SERVICE = ["naam", "rubriek", "kort", "publiceren", "status", "intern notitie", "eigen kolom"]
BOARD = [
    "nummer",
    "soort",
    "rubriek",
    "tekst",
    "geplaatst",
    "geldig tot",
    "via",
    "toestemming",
    "status",
    "intern naam",
]
CARD = ["W1", "vraag", "Hulp", "Wie helpt?", "2026-11-01", "2026-12-01", "112", "ja", "open", MARK]


def card(**changes: str) -> list[str]:
    """Return a card of the board with some cells changed."""
    return [changes.get(heading.replace(" ", "_"), cell) for heading, cell in zip(BOARD, CARD, strict=True)]


@pytest.mark.parametrize(
    "cell", ["nee", "N", "0", "misschien", "eigenlijk liever niet", "?", "-", "nog niet"]
)
def test_publiceren_that_is_not_ja_is_nee(cell: str) -> None:
    """What cannot be read in `publiceren` means: not published."""
    register, _ = made({"diensten": [SERVICE, [MARK, "Hulp", MARK, cell], ["Open", "Hulp", "x", "ja"]]})
    assert [service.name for service in register.services] == ["Open"]
    assert MARK not in repr(register)


def test_publiceren_is_ja_when_nothing_is_said() -> None:
    """An empty cell means ja."""
    register, _ = made({"diensten": [SERVICE, ["Open", "Hulp", "x", " "]]})
    assert [service.name for service in register.services] == ["Open"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("gestopt", None),
        ("Gestopt per 1 mei", None),
        ("concept", None),
        ("", Status.ACTIVE),
        ("actief", Status.ACTIVE),
        ("tijdelijk gestopt", Status.PAUSED),
        ("afgelast", Status.CANCELLED),
        ("geen idee", Status.ACTIVE),
    ],
)
def test_status(status: str, expected: Status | None) -> None:
    """What stopped or is a draft is gone; what is called off or paused stays, and says so."""
    register, _ = made({"diensten": [SERVICE, ["Een", "Hulp", "x", "", status], ["Twee", "Hulp", "y"]]})
    found = {service.name: service.status for service in register.services}
    assert found.get("Een") == expected


@pytest.mark.parametrize("heading", ["intern notitie", "INTERN", "Interne opmerking", "intern: tel"])
def test_intern_columns_stay_behind(heading: str) -> None:
    """A column headed "intern" is in no record and in no problem."""
    header = [*SERVICE[:3], heading]
    register, problems = made({"diensten": [header, ["Een", "Hulp", "x", MARK], ["Twee", "", "", MARK]]})
    assert MARK not in repr(register) + repr(problems)


def test_unknown_columns_stay_behind() -> None:
    """A column that nobody knows is a hint and is not published."""
    register, problems = made({"diensten": [SERVICE, ["Een", "Hulp", "x", "", "", "", MARK]]})
    assert MARK not in repr(register) + repr(problems)


@pytest.mark.parametrize("cell", ["", "nee", "misschien wel", "ja hoor", "ja, 1-1-2027", "?"])
def test_a_card_without_consent_is_not_published(cell: str) -> None:
    """Consent that cannot be read, or lies in the future, is none."""
    register, problems = made({"prikbord": [BOARD, card(tekst=MARK, toestemming=cell)]})
    assert not register.notices
    assert MARK not in repr(register) + repr(problems)


@pytest.mark.parametrize("cell", ["ja", "J", "x", "ja, 1-11-2026", "ja op 2026-11-01"])
def test_a_card_with_consent_is_published(cell: str) -> None:
    """Consent may carry its day; the name behind the card stays private."""
    register, _ = made({"prikbord": [BOARD, card(toestemming=cell)]})
    assert [(n.number, n.consent, n.tile, n.status) for n in register.notices] == [
        ("W1", True, "hulp", Status.OPEN)
    ]
    assert MARK not in repr(register)


@pytest.mark.parametrize(
    ("last", "today", "is_there"),
    [("2026-11-22", TODAY, True), ("2026-11-21", TODAY, False), ("21-11-2026", TODAY, False)],
)
def test_a_card_expires(last: str, today: date, is_there: bool) -> None:
    """The day in `geldig tot` is the last."""
    register, _ = made({"prikbord": [BOARD, card(geldig_tot=last)]}, today)
    assert bool(register.notices) is is_there


@pytest.mark.parametrize(
    "changes", [{"geldig_tot": "binnenkort"}, {"geldig_tot": "1 februari"}, {"soort": "??"}]
)
def test_a_card_that_cannot_be_read_is_left_out(changes: dict[str, str]) -> None:
    """A required cell that cannot be read makes a row unusable, and says so."""
    register, problems = made({"prikbord": [BOARD, card(**changes)]})
    assert not register.notices
    assert [p.row for p in problems if p.level.value == "kan niet"] == [2]


ACTIVITY = ["naam", "rubriek", "wanneer", "vanaf", "tot en met", "niet op", "plek"]


@pytest.mark.parametrize(
    ("when", "end", "is_there"),
    [
        ("elke dinsdag 10-12", "", True),
        ("elke dinsdag 10-12", "21-11-2026", False),
        ("elke dinsdag 10-12", "22-11-2026", True),
        ("14 november 2026 14.00", "", False),
        ("22 november 2026 14.00", "", True),
        ("14 november 2026 14.00; 1 december 2026 14.00", "", True),
        ("wisselend, zie website", "", True),
    ],
)
def test_an_activity_is_over_after_its_last_day(when: str, end: str, is_there: bool) -> None:
    """`tot en met` counts, and so does the last of single dates."""
    register, _ = made({"activiteiten": [ACTIVITY, ["Bingo", "Hulp", when, "", end]]})
    assert bool(register.activities) is is_there


def test_a_time_that_cannot_be_read_is_shown_as_it_is() -> None:
    """A time never blocks a row: it stands on the page as written, and the volunteer is asked."""
    register, problems = made({"activiteiten": [ACTIVITY, ["Bingo", "Hulp", "zaterdag 14 maart 2027 14.00"]]})
    assert register.activities[0].when.text == "zaterdag 14 maart 2027 14.00"
    assert not register.activities[0].when.is_readable
    found = [(p.level.value, p.column) for p in problems if p.heading == "wanneer"]
    assert found == [("let op", "C")]


def test_a_time_knows_what_stands_beside_it() -> None:
    """`vanaf` gives "om de week" its start, and `niet op` its exceptions."""
    row = ["Bingo", "Hulp", "om de week op donderdag 10-12", "8-1-2026", "", "24-12-2026"]
    rule = made({"activiteiten": [ACTIVITY, row]})[0].activities[0].when.rules[0]
    assert rule.interval == 2
    assert date(2026, 12, 24) in rule.off.dates


CONTACT = ["straat", "rol", "via", "toon naam", "naam", "intern naam"]


@pytest.mark.parametrize(
    ("shown", "name", "person"),
    [
        ("ja, 2026-09-03", "Riet", "Riet"),
        ("ja 3-9-2026", "Riet", "Riet"),
        ("ja", "Riet (akkoord 3-9-2026)", "Riet"),
        ("ja", "Riet, 3 september 2026", "Riet"),
        ("ja", "Riet", ""),
        ("", "Riet, 3-9-2026", ""),
        ("nee", "Riet, 3-9-2026", ""),
        ("nee, 3-9-2026", "Riet", ""),
        ("misschien 3-9-2026", "Riet", ""),
        ("ja, 31-2-2026", "Riet", ""),
        ("ja, 3-9-2027", "Riet", ""),
        ("ja, 3-9-2026", "", ""),
    ],
)
def test_a_name_is_shown_with_dated_consent_only(shown: str, name: str, person: str) -> None:
    """`toon naam` says ja and a day that has been can be read; else there is no name anywhere."""
    register, problems = made(
        {"contactpersonen": [CONTACT, ["Dorpsstraat", "buur", "112", shown, name, MARK]]}
    )
    assert [contact.person for contact in register.street_contacts] == [person]
    assert person or "Riet" not in repr(register) + repr(problems)
    assert MARK not in repr(register) + repr(problems)


def test_who_answers_the_phone_stays_private() -> None:
    """The rota gives days and no names."""
    header = ["van", "tot en met", "intern coordinator", "intern vervanger", "opmerking"]
    rows = [header, ["2026-11-01", "2026-12-01", MARK, MARK, MARK], ["2026-10-01", "2026-10-31", MARK]]
    register, _ = made({"telefoondienst": rows})
    assert [(shift.start, shift.end) for shift in register.shifts] == [(date(2026, 11, 1), date(2026, 12, 1))]
    assert MARK not in repr(register)


PLACES: Sheets = {
    "plekken": [["naam", "publiceren", "code"], ["Dorpshuis De Linde", "", ""], ["Kerk", "nee", "kerk"]]
}


@pytest.mark.parametrize(
    "text", ["Dorpshuis De Linde", "dorpshuis de linde", "DORPSHUIS-DE-LINDE", "dorpshuis-de-linde"]
)
def test_references_are_by_name_or_code(text: str) -> None:
    """A place is meant by its name or code, without regard to case, accents and spaces."""
    rows = [ACTIVITY, ["Bingo", "hulp", "di 10-12", "", "", "", text]]
    register, problems = made({**PLACES, "activiteiten": rows})
    assert register.activities[0].place == "dorpshuis-de-linde"
    assert not [p for p in problems if p.heading == "plek"]


def test_words_that_match_nothing_become_a_stub_and_one_hint() -> None:
    """An unknown place is a place with only a name; what looks like it is asked."""
    rows = [ACTIVITY, ["Bingo", "Hulp", "di 10-12", "", "", "", "Dorpshuis De Lind"]]
    register, problems = made({**PLACES, "activiteiten": rows})
    assert register.activities[0].place == "dorpshuis-de-lind"
    assert [place.name for place in register.places] == ["Dorpshuis De Linde", "Dorpshuis De Lind"]
    hints = [p.do for p in problems if p.heading == "plek"]
    assert hints == ["Bedoelt u ‘Dorpshuis De Linde’? Neem dan die naam over."]


def test_what_is_not_published_cannot_be_referred_to() -> None:
    """A place that is held back is not published by the back door of an activity."""
    rows = [ACTIVITY, ["Bingo", "Hulp", "di 10-12", "", "", "", "Kerk"]]
    register, _ = made({**PLACES, "activiteiten": rows})
    assert register.activities[0].place == ""
    assert "Kerk" not in repr(register)


def test_exceptions_point_at_what_they_change() -> None:
    """`waarvan` becomes an address; one day is its own last day; what points nowhere cannot be used."""
    header = ["waarvan", "van", "tot en met", "wat"]
    rows = [
        header,
        ["Vervoer", "2026-12-25", "", "gesloten"],
        ["Vervoer", "2026-11-01", "2026-11-21", "gesloten"],
        ["Vervoeer", "2026-12-25", "", "extra"],
        ["Vervoer", "2026-11-21", "", "gesloten"],
        ["Oud nieuws", "2026-12-25", "", "gesloten"],
        ["Kerstmarkt", "2026-12-25", "", "gesloten"],
    ]
    gone = ["Oud nieuws", "Hulp", "x", "nee"]
    over = ["Kerstmarkt", "Hulp", "12 november 2026 14.00"]
    register, problems = made(
        {
            "diensten": [SERVICE, ["Vervoer", "Hulp", "x"], gone],
            "activiteiten": [ACTIVITY, over],
            "uitzonderingen": rows,
        }
    )
    assert "Oud nieuws" not in repr(register) + repr(problems)
    assert "Kerstmarkt" not in repr(register) + repr(problems)
    assert [(d.of, d.start, d.end, d.change) for d in register.deviations] == [
        ("diensten/vervoer/", date(2026, 12, 25), date(2026, 12, 25), Change.CLOSED)
    ]
    assert [(p.row, p.do) for p in problems if p.level.value == "kan niet"] == [
        (4, "Bedoelt u ‘Vervoer’? Neem dan die naam over.")
    ]


def test_a_print_order_points_at_addresses() -> None:
    """`over` holds addresses of services, activities, organisations and places."""
    rows = [["soort", "titel", "over"], ["poster", "Hulp!", "vervoer; Klussendienst; niemand"]]
    register, _ = made({"drukwerk": rows})
    assert register.print_orders[0].over == ("diensten/vervoer/", "diensten/klussendienst/")


def test_national_services_keep_to_the_tiles_there_are() -> None:
    """A national service names a tile by code; a village without that tile gets one and no hint."""
    header = ["naam", "rubriek", "kort", "telefoon", "spoed"]
    register, problems = made({"landelijk": [header, ["112", "acute-nood", "Nood.", "112", "ja"]]})
    assert [(s.name, s.tile, s.urgent) for s in register.services if s.is_national] == [
        ("112", "acute-nood", True)
    ]
    assert ("acute-nood", "Acute nood") in [(tile.code, tile.name) for tile in register.tiles]
    assert not [p for p in problems if p.sheet == "landelijk"]


@pytest.mark.parametrize("empty", range(3))
def test_a_required_cell_that_is_empty(empty: int) -> None:
    """A row without a required cell cannot be used; the others go on."""
    row = ["Een", "Hulp", "x"]
    row[empty] = ""
    register, problems = made({"diensten": [SERVICE, row, ["Twee", "Hulp", "y"]]})
    assert [service.name for service in register.services] == ["Twee"]
    assert [(p.row, p.column) for p in problems if p.level.value == "kan niet"] == [(2, "ABC"[empty])]


def test_a_value_out_of_bounds_is_left_out() -> None:
    """What the schema refuses is not published, and said; the row stays."""
    rows = [["naam", "breedtegraad", "lengtegraad"], ["Linde", "914", "5,7"]]
    register, problems = made({"plekken": rows})
    place = register.places[0]
    assert (place.latitude, place.longitude) == (None, 5.7)
    assert [p.column for p in problems if p.sheet == "plekken"] == ["B"]


def test_the_same_code_twice() -> None:
    """Two rows with one code: the second gets its own, and is told."""
    rows = [
        ["naam", "rubriek", "kort", "code"],
        ["Een", "Hulp", "x", "zelfde"],
        ["Twee", "Hulp", "y", "zelfde"],
    ]
    register, problems = made({"diensten": rows})
    assert [service.code for service in register.services] == ["zelfde", "twee"]
    assert [(p.row, p.heading) for p in problems if p.sheet == "diensten" and p.heading == "code"] == [
        (3, "code")
    ]


def test_settings() -> None:
    """Settings are found by loose names; what is wrong or missing gets a sensible value and a word."""
    rows = [
        ["naam", "waarde"],
        ["Naam portaal", "De Pomp"],
        ["Centraal nummer", "490010203"],
        ["Regio", "Zuid"],
        ["kleur", "blauw"],
        ["kiosk rust na", "90"],
        ["verouderd na", "30, 60, 90"],
        ["noodstrip", "112 nood; 113 praten"],
        ["plek", "Dorpshuis"],
        ["intern wachtwoord", MARK],
        ["onzin", "x"],
    ]
    register, problems = made({"instellingen": rows})
    found = register.settings
    assert (found.portal, found.region, found.color, found.kiosk_rest_after) == (
        "De Pomp",
        "zuid",
        "#0b3f8c",
        90,
    )
    assert (found.stale_after, found.emergency) == ((30, 60, 90), ("112 nood", "113 praten"))
    assert found.phone and found.phone.dial == "0490010203"
    assert found.place == "dorpshuis" and register.places[0].name == "Dorpshuis"
    assert MARK not in repr(register) + repr(problems)
    assert [(p.level.value, p.row, p.heading) for p in problems if p.sheet == "instellingen"] == [
        ("let op", 11, "naam"),
        ("hersteld", 3, "centraal nummer"),
        ("let op", 0, "meldpunt"),
        ("let op", 5, "kleur"),
    ]  # fmt: skip


def test_a_withdrawn_record_leaves_a_page_without_its_name(tmp_path: Path) -> None:
    """Consent outranks: the page of a record that may no longer be shown does not even name it."""
    root = write(tmp_path, SMALL)
    publish(root)
    rows = [[*row, "nee" if row[0] == "Vervoer" else ""] for row in SMALL["diensten"]]
    rows[0][-1] = "publiceren"
    register = read(write(root, {"diensten": rows})).register
    assert [(gone.code, gone.name) for gone in register.gone] == [("vervoer", "")]


def test_every_row_has_a_fate() -> None:
    """What became of each row is told, so that its last good version can be kept or dropped."""
    rows = [SERVICE, ["Een", "Hulp", "x"], ["Twee", "Hulp", "x", "nee"], ["Drie", "", "x"]]
    result = make(Sources({"diensten": table("diensten", rows)}), TODAY)
    assert [(row.address, row.fate) for row in result.rows] == [
        ("diensten/een/", Fate.PUBLIC),
        ("diensten/twee/", Fate.HELD),
        ("diensten/drie/", Fate.UNUSABLE),
    ]


def test_documents_may_be_private_too(tmp_path: Path) -> None:
    """A Markdown record that is not to be published is in nothing."""
    root = write(tmp_path, SMALL)
    document(
        root, "diensten/x.md", f"---\nnaam: {MARK}\nrubriek: Hulp\nkort: x\npubliceren: nee\n---\n{MARK}"
    )
    reading = read(root)
    assert MARK not in repr(reading.register) + repr(reading.problems)
    assert said(reading) == [("instellingen", 0, "")]


def test_entries_never_hold_private_cells() -> None:
    """Private columns are left behind at the first step already."""
    entries = list(from_table(table("prikbord", [BOARD, card()])))
    assert MARK not in repr([entry.cells for entry in entries])


_WORDS = st.sampled_from(
    ["", "ja", "nee", "x", MARK, "2026-11-21", "2027-01-01", "gestopt", "di 10-12", "hulp", "#N/B"]
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([n for n in sheets() if n != "instellingen"]), st.data())
def test_making_never_raises_and_never_leaks(name: str, data: st.DataObject) -> None:
    """Whatever the cells of whatever sheet: a register comes out, without the private ones."""
    columns = sheets()[name].columns
    row = [MARK if column.private else data.draw(_WORDS.filter(lambda w: w != MARK)) for column in columns]
    register, problems = made({name: [[column.name for column in columns], row, row]})
    assert MARK not in repr(register) + repr(problems)


@settings(max_examples=30, deadline=None)
@given(st.permutations(SMALL["diensten"][1:]))
def test_the_order_of_rows_is_only_order(rows: list[list[str]]) -> None:
    """The same rows in another order give the same records with the same addresses."""
    register, _ = made({"diensten": [SMALL["diensten"][0], *rows]})
    usual, _ = made({})
    assert [s.name for s in register.services] == [row[0] for row in rows]
    assert {(s.code, s.name) for s in register.services} == {(s.code, s.name) for s in usual.services}
    assert register.shorts == usual.shorts


def test_a_register_without_people_stops() -> None:
    """Links alone are no portal."""
    links = table("links", [["naam", "url", "groep"], ["Gemeente", "www.dorp.nl", ""]])
    assert stops(make(Sources({"links": links}), TODAY).problems)


def test_a_name_that_two_rows_have_means_the_public_one() -> None:
    """An old row that stopped does not stand in the way of the new one with its name."""
    rows = [["naam", "publiceren", "code"], ["Linde", "nee", "linde-oud"], ["Linde", "", "linde"]]
    activity = [ACTIVITY, ["Bingo", "Hulp", "di 10-12", "", "", "", "Linde"]]
    register, _ = made({"plekken": rows, "activiteiten": activity})
    assert register.activities[0].place == "linde"


def test_every_sentence_is_short() -> None:
    """What a volunteer reads has at most twenty words a sentence."""
    bad = ["#N/B", "??", "31-2-2026", "6,12E+08", "<b>x</b>", "0,4166", "612345678", "ja nee"]
    sentences = set()
    for name, sheet in sheets().items():
        if name == "instellingen":
            continue
        header = [column.name for column in sheet.columns]
        rows = [[bad[(n + m) % len(bad)] for n in range(len(header))] for m in range(len(bad))]
        _, problems = made({name: [header, *rows]})
        sentences |= {text for p in problems for text in (*p.wrong.split(". "), *p.do.split(". "))}
    assert len(sentences) > 20
    assert [text for text in sentences if len(text.split()) > 20] == []
