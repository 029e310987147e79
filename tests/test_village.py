"""The door to a village: files in, a register and problems out."""

from pathlib import Path

import pytest

from dorpspomp import village
from dorpspomp.memory import read as read_memory
from dorpspomp.model import Phone
from dorpspomp.problem import stops
from tests.village_files import (
    SMALL,
    Sheets,
    as_csv,
    document,
    publish,
    read,
    said,
    write,
    write_opendocument,
    write_workbook,
)

DEFAULTS = ("over-deze-site", "privacy", "toegankelijkheid", "veilig-en-prettig")
"""The pages that every portal has, also when a village writes none."""


def test_one_sheet_of_three_rows_is_a_whole_register(tmp_path: Path) -> None:
    """A village with nothing else has a name, tiles and services, and nothing stops it."""
    reading = read(write(tmp_path / "sint-anna", SMALL))
    register = reading.register
    assert register.settings.portal == "Sint Anna"
    assert [tile.name for tile in register.tiles] == ["Hulp", "Ontmoeten"]
    assert [(s.name, s.code, s.tile, s.phone) for s in register.services] == [
        ("Klussendienst", "klussendienst", "hulp", Phone("0490-01 23 45", "0490012345")),
        ("Vervoer", "vervoer", "hulp", Phone("0490-01 23 46", "0490012346")),
        ("Eettafel", "eettafel", "ontmoeten", Phone("0490-01 23 47", "0490012347")),
    ]
    assert said(reading) == [("instellingen", 0, "")]
    assert sorted(register.shorts) == [
        "diensten/eettafel/",
        "diensten/klussendienst/",
        "diensten/vervoer/",
        *(f"paginas/{code}/" for code in DEFAULTS),
        "rubrieken/hulp/",
        "rubrieken/ontmoeten/",
    ]


WHOLE: Sheets = {
    **SMALL,
    "plekken": [
        ["naam", "adres", "postcode", "openingstijden"],
        ["Café ’t Hoekje", "Dorpsstraat 1", "5741ab", "ma-vr 9-17 uur"],
    ],
    "activiteiten": [
        ["naam", "rubriek", "wanneer", "plek", "vanaf", "kosten"],
        ["Bingo", "ontmoeten", "elke dinsdag 14.00-16.00", "cafe 't hoekje", "2026-01-06", "€ 2,50"],
    ],
    "instellingen": [
        ["naam", "waarde"],
        ["naam portaal", "Lindedorp"],
        ["centraal nummer", "0490-010203"],
        ["meldpunt", "de dorpsraad"],
    ],
}


def test_every_form_gives_the_same_register(tmp_path: Path) -> None:
    """CSV in any encoding, Excel and LibreOffice: the same village, but for the names of files."""
    roots = [
        write(tmp_path / "a" / "dorp", WHOLE),
        write(tmp_path / "b" / "dorp", WHOLE, "cp1252"),
        write(tmp_path / "c" / "dorp", WHOLE, "utf-16"),
        write_workbook(tmp_path / "d" / "dorp", WHOLE),
        write_opendocument(tmp_path / "e" / "dorp", WHOLE),
    ]
    texts = []
    for root in roots:
        text = repr(read(root).register)
        for file in ("register.xlsx", "register.ods", *(f"{name}.csv" for name in WHOLE)):
            text = text.replace(f"file='{file}'", "file=''")
        texts.append(text)
    assert len(set(texts)) == 1
    assert "Café ’t Hoekje" in texts[0]


def test_forms_may_be_mixed(tmp_path: Path) -> None:
    """One sheet as CSV beside a workbook with another is one register."""
    write_workbook(tmp_path, {"Uitleg": [["Lees mij eerst"]], "Blad1": WHOLE["plekken"]})
    reading = read(write(tmp_path, SMALL))
    assert len(reading.register.places) == 1
    assert not stops(reading.problems)


def test_a_workbook_named_after_a_sheet(tmp_path: Path) -> None:
    """In `diensten.xlsx` the only sheet may be called Blad1."""
    write_workbook(tmp_path, {"Blad1": SMALL["diensten"]})
    (tmp_path / "data" / "register.xlsx").rename(tmp_path / "data" / "diensten.xlsx")
    assert len(read(tmp_path).register.services) == 3


def test_the_same_sheet_twice_stops_and_names_both_files(tmp_path: Path) -> None:
    """Two files with one sheet: nobody can know which is right."""
    root = write(tmp_path, {**SMALL, "Diensten 2": SMALL["diensten"]})
    problem = read(root).problems[0]
    assert problem.level.value == "stop"
    assert "Diensten 2.csv" in problem.wrong and "diensten.csv" in problem.wrong


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("diensten.csv", b"\xd0\xcf\x11\xe0oud"),
        ("diensten.xlsx", b"PK\x03\x04half"),
        ("diensten.ods", b""),
        ("diensten.xls", b"\xd0\xcf\x11\xe0oud"),
        ("diensten.csv", b"zomaar wat tekst\r\nzonder kopjes\r\n"),
        ("diensten.csv", b"naam;rubriek;telefoon\r\na;b;112\r\n"),
        ("diensten.csv", b"naam;rubriek;kort\r\n"),
        ("leeg.csv", b""),
    ],
)
def test_a_register_that_cannot_be_trusted_stops(tmp_path: Path, name: str, data: bytes) -> None:
    """A sheet that cannot be read, a required heading that is gone, no rows at all: stop, in words."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_bytes(data)
    reading = read(tmp_path)
    assert stops(reading.problems)
    assert all(problem.wrong and problem.do for problem in reading.problems)


def test_a_folder_without_data_stops(tmp_path: Path) -> None:
    """Nothing at all is a problem too, not a crash."""
    assert stops(read(tmp_path / "niets").problems)


def test_lock_files_and_our_own_memory_are_no_sheets(tmp_path: Path) -> None:
    """What Excel and LibreOffice leave beside a sheet, and the addresses we keep, are not read as sheets."""
    root = write(tmp_path, SMALL)
    for name in ("~$diensten.xlsx", ".~lock.diensten.csv#", "notities.docx"):
        (root / "data" / name).write_bytes(b"x")
    publish(root)
    assert not stops(read(root).problems)


@pytest.mark.parametrize("data", [b"", b"zomaar", b"PK\x03\x04x"])
def test_a_damaged_memory_stops(tmp_path: Path, data: bytes) -> None:
    """No address may be lost because the list of them was spoilt."""
    root = write(tmp_path, SMALL)
    (root / "data" / "adressen.csv").write_bytes(data)
    assert stops(read(root).problems)


def test_markdown_gives_a_row_its_long_text(tmp_path: Path) -> None:
    """`content/diensten/<code>.md` belongs to the row with that code."""
    root = write(tmp_path, SMALL)
    document(root, "diensten/klussendienst.md", "# Meer\n\nWij zijn **handig**.")
    service = read(root).register.services[0]
    assert service.body == "<h2>Meer</h2>\n<p>Wij zijn <strong>handig</strong>.</p>"


def test_markdown_can_be_a_whole_record(tmp_path: Path) -> None:
    """Front matter with a name is a record of its own, after the rows of its sheet."""
    root = write(tmp_path, SMALL)
    document(
        root,
        "Dienst/voorlezen.md",
        "---\nnaam: Voorlezen\nrubriek: ontmoeten\nkort: Wij lezen voor.\nintern tel: GEHEIM\n---\nTekst",
    )
    register = read(root).register
    assert [s.code for s in register.services][-1] == "voorlezen"
    assert register.services[-1].tile == "ontmoeten"
    assert register.services[-1].source.row == 0
    assert "GEHEIM" not in repr(register)  # fmt: skip


def test_a_record_is_in_a_row_or_in_a_file_not_in_both(tmp_path: Path) -> None:
    """Facts of a row that stand in a file too are said; the row counts."""
    root = write(tmp_path, SMALL)
    document(root, "diensten/vervoer.md", "---\nnaam: Iets anders\ntelefoon: 112\n---\nTekst")
    document(root, "diensten/niemand.md", "Tekst zonder rij")
    reading = read(root)
    assert [s.name for s in reading.register.services] == ["Klussendienst", "Vervoer", "Eettafel"]
    assert ("diensten", 3, "") in said(reading, "let op")
    assert any("hoort geen rij" in problem.wrong for problem in reading.problems)


def test_articles(tmp_path: Path) -> None:
    """News, stories and pages are Markdown; a heading is a title, and the newest comes first."""
    root = write(tmp_path, SMALL)
    document(root, "nieuws/oud.md", "---\ntitel: Oud\ndatum: 1-2-2026\n---\nx")
    document(root, "nieuws/nieuw.md", "---\ntitel: Nieuw\ndatum: 2026-11-01\nsamenvatting: Kort\n---\nx")
    document(root, "nieuws/concept.md", "---\ntitel: GEHEIM\nstatus: concept\n---\nx")
    document(root, "paginas/over-ons.md", "# Over ons\n\nHallo")
    document(root, "plaatjes/x.md", "niet van ons")
    register = read(root).register
    assert [(a.name, a.summary) for a in register.news] == [("Nieuw", "Kort"), ("Oud", "")]
    assert [(a.name, a.code, a.body) for a in register.pages[:1]] == [
        ("Over ons", "over-ons", "<p>Hallo</p>")
    ]
    assert tuple(a.code for a in register.pages[1:]) == DEFAULTS
    assert "GEHEIM" not in repr(register)


def test_addresses_are_remembered_after_publishing(tmp_path: Path) -> None:
    """Only what was published is remembered; a renamed record keeps its address, a lost one leaves a page."""
    root = write(tmp_path, SMALL)
    publish(root)
    memory = (root / "data" / "adressen.csv").read_bytes()
    assert len(read_memory(memory.decode("utf-8-sig")).addresses) == 5 + len(DEFAULTS)
    rows = [list(row) for row in SMALL["diensten"]]
    rows[1][0] = "Klussendienst Lindedorp"
    write(root, {"diensten": rows[:2] + rows[3:]})
    reading = read(root)
    before = read_memory(memory.decode("utf-8-sig")).addresses
    assert [s.code for s in reading.register.services] == ["klussendienst", "eettafel"]
    assert [(g.address, g.name, g.short) for g in reading.register.gone] == [
        ("diensten/vervoer/", "Vervoer", before["diensten/vervoer/"].short)
    ]
    shorts = reading.register.shorts
    assert shorts["diensten/klussendienst/"] == before["diensten/klussendienst/"].short
    assert (root / "data" / "adressen.csv").read_bytes() == memory  # reading writes nothing


def test_remembering_twice_writes_once(tmp_path: Path) -> None:
    """A memory that did not change is not written again."""
    root = write(tmp_path, SMALL)
    publish(root)
    first = (root / "data" / "adressen.csv").stat().st_mtime_ns
    publish(root)
    assert (root / "data" / "adressen.csv").stat().st_mtime_ns == first


def test_shorts_shown_are_shorts_remembered(tmp_path: Path) -> None:
    """What is printed today is what is remembered for good."""
    root = write(tmp_path, SMALL)
    register = read(root).register
    publish(root)
    assert read(root).register.shorts == register.shorts


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """Equal sheets give an equal register and equal problems."""
    root = write(tmp_path, WHOLE)
    assert read(root) == read(root)


def test_holidays_can_be_read_on_their_own(tmp_path: Path) -> None:
    """The shipped holidays are a sheet like any other."""
    rows = [
        ["soort", "naam", "regio", "van", "tot en met"],
        ["schoolvakantie", "Kerst", "zuid", "2026-12-19", "2027-01-03"],
    ]
    path = tmp_path / "vakanties.csv"
    path.write_text(as_csv(rows), "utf-8")
    assert [(h.name, h.region, h.end.isoformat()) for h in village.read_holidays(path)] == [
        ("Kerst", "zuid", "2027-01-03")
    ]  # fmt: skip


def test_a_village_knows_its_folders(tmp_path: Path) -> None:
    """The folders of a village have fixed names."""
    found = village.Village(tmp_path)
    assert (found.data.name, found.content.name, found.build.name) == ("data", "content", "build")


def test_headings_of_the_table(tmp_path: Path) -> None:
    """A village may put notes above its headings and write them as it likes."""
    rows = [
        ["Onze diensten"],
        [],
        ["Wat", "NAAM", "tegel", "Omschrijving", "Tel."],
        ["", "Bingo", "Spel", "Leuk.", "490012345"],
    ]
    reading = read(write(tmp_path, {"dienst": rows}))
    assert [s.phone for s in reading.register.services] == [Phone("0490-01 23 45", "0490012345")]
    assert ("diensten", 4, "Tel.") in said(reading, "hersteld")


def test_a_stub_never_takes_an_address_that_was_given_out(tmp_path: Path) -> None:
    """A name that stands in no sheet keeps its own address too, and never gets that of a lost record."""
    root = write(tmp_path, SMALL)
    (root / "data" / "adressen.csv").write_text(
        "sheet;code;naam;kort nummer;eerst gezien\nrubrieken;hulp;Iets heel anders;1234;2026-01-01\n", "utf-8"
    )
    register = read(root).register
    assert [tile.code for tile in register.tiles] == ["hulp-2", "ontmoeten"]
    assert [gone.address for gone in register.gone] == ["rubrieken/hulp/"]
    publish(root)
    assert [tile.code for tile in read(root).register.tiles] == ["hulp-2", "ontmoeten"]
