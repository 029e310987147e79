"""Paper: real PDFs are made, read back, rasterised, and their codes decoded."""

from __future__ import annotations

import html
import re
import socket
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from dorpspomp import assets
from dorpspomp.outputs import paper
from dorpspomp.outputs.code import Codes
from dorpspomp.problem import Level, Problem
from dorpspomp.reading import read_portal
from dorpspomp.views.bookmark import bookmark_views, in_two
from dorpspomp.views.fridge import fridge_view
from dorpspomp.views.paper import cut
from dorpspomp.views.portal import Portal
from dorpspomp.views.poster import poster_views
from tests.village_files import SMALL, TODAY, Rows, Sheets, write

SETTINGS: Rows = [
    ["naam", "waarde"],
    ["naam portaal", "De Pomp van Wilgenbroek"],
    ["slogan", "Vraag het bij de pomp."],
    ["dorp", "Wilgenbroek"],
    ["regio", "zuid"],
    ["centraal nummer", "0490-01 02 03"],
    ["bereikbaar", "ma-vr 9.00-12.00"],
    ["plek", "De Wilg"],
    ["hulp bij instellen", "Klussen & zo <3 voor u"],
    ["meldpunt", "Vertrouwenspersoon, 0490-01 02 44"],
    ["webadres", "https://wilgenbroek.example/"],
    ["noodstrip", "112 Levensgevaar; 0490-06 99 00 Huisartsenpost"],
]
SERVICES: Rows = [
    ["naam", "rubriek", "kort", "voorbeelden", "voor wie", "telefoon", "plek", "openingstijden", "kosten",
     "uitgelicht"],
    ["Klussen & zo <3 voor u", "Hulp", "Een lamp of een kraan.", "Wie hangt mijn lamp op?",
     "Iedereen", "0490-01 23 46", "De Wilg", "di en vr 9.00-11.30", "gratis", ""],
    ["Vervoer", "Hulp", "Wij rijden u naar de dokter.", "", "Wie wil", "", "", "", "€ 0,35 per km", ""],
    ["Łukasz Çelik naait", "Hulp", "Een zoom of rits.", "", "", "0490-01 23 47", "", "op afspraak", "", "ja"],
]  # fmt: skip
ACTIVITIES: Rows = [
    ["naam", "rubriek", "kort", "wanneer", "plek", "kosten", "telefoon", "aanmelden"],
    ["Koffietafel", "Hulp", "Koffie en praat.", "elke dinsdag 10.00-12.00, niet in de schoolvakantie",
     "De Wilg", "€ 1,50", "", "Niet nodig"],
    ["Markt", "Hulp", "Kramen.", "13-12-2026 11.00-17.00", "De Wilg", "gratis", "0490-01 23 48", ""],
    ["Wandelen", "Hulp", "Een uur.", "om de week op donderdag 9.30-10.30, vanaf 26-11-2026",
     "De Wilg", "gratis", "", ""],
]  # fmt: skip
ORDERS: Rows = [
    ["soort", "formaat", "titel", "motto", "punten", "over", "gebied", "code"],
    ["boekenlegger", "50 x 180 mm", "Bel de Dorpslijn", "Zit u ergens mee?",
     "Mijn lamp is stuk; De heg is te hoog", "vervoer", "Wilgenbroek", "bl-1"],
    ["boekenlegger", "50 x 210 mm", "Zorgt u voor een ander?", "", "Even naar de kapper", "", "", "bl-2"],
]  # fmt: skip
VILLAGE: Sheets = {
    "instellingen": SETTINGS,
    "diensten": SERVICES,
    "activiteiten": ACTIVITIES,
    "plekken": [["naam", "adres", "plaats"], ["De Wilg", "Dorpsplein 1", "Wilgenbroek"]],
    "drukwerk": ORDERS,
    "rubrieken": [["naam", "icoon"], ["Hulp", "gereedschap"]],
    "landelijk": [["naam", "rubriek", "kort", "telefoon"], ["Noodnummer", "Hulp", "Bel.", "112"]],
}
LONG = "Een buur helpt u met alles wat los of vast zit. " * 12


def portal_of(root: Path, sheets: Sheets, today: date = TODAY) -> Portal:
    """Read a village that a test writes."""
    return read_portal(write(root, sheets), today).portal


@dataclass(frozen=True)
class Printed:
    """A village's paper: what was printed, and what the program said of it."""

    portal: Portal
    folder: Path
    problems: tuple[Problem, ...]

    @property
    def files(self) -> list[Path]:
        """Return every PDF."""
        return sorted(self.folder.rglob("*.pdf"))

    def text(self, name: str) -> str:
        """Return the text of a piece on one line, without the marks that only guide line breaks."""
        return text_of(self.folder / f"{name}.pdf")


def printed(portal: Portal, folder: Path) -> Printed:
    """Print a village's paper."""
    made, problems = paper.build(portal, folder, Codes())
    assert made == len(list(folder.rglob("*.pdf")))
    return Printed(portal, folder, problems)


def text_of(path: Path) -> str:
    """Return the text of a PDF as a reader hears it."""
    found = subprocess.run(["pdftotext", "-q", path, "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", found.replace("\u200b", "")))


def rasterised(path: Path, dpi: int, folder: Path) -> list[Image.Image]:
    """Return the pages of a PDF as a printer would set them, in grey."""
    stem = folder / f"{path.stem}-{dpi}"
    subprocess.run(["pdftoppm", "-q", "-r", str(dpi), "-gray", path, stem], check=True)
    return [Image.open(page) for page in sorted(folder.glob(f"{path.stem}-{dpi}*.pgm"))]


def nodes(node: Any) -> Iterator[Any]:
    """Yield every element of a structure tree."""
    found = node.get_object()
    if isinstance(found, list):
        for kid in found:
            yield from nodes(kid)
    elif isinstance(found, dict):
        yield found
        if "/K" in found and "/Pg" not in found.get("/K", {}):
            yield from nodes(found["/K"])


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return the paper of a small village that has everything."""
    root = tmp_path_factory.mktemp("village")
    return printed(portal_of(root, VILLAGE), root / "print")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return the paper of a village with one sheet of three rows: no central number, no web address."""
    root = tmp_path_factory.mktemp("bare")
    return printed(portal_of(root, SMALL), root / "print")


@pytest.fixture(scope="module")
def wordy(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return the paper of a village where somebody writes too much everywhere."""
    root = tmp_path_factory.mktemp("wordy")
    services = [
        ["naam", "rubriek", "kort", "kosten", "telefoon", "openingstijden", "aanmelden", "code"],
        [
            "Mantelzorgondersteuningsbijeenkomsten",
            "Hulp",
            LONG,
            LONG,
            "0490-01 23 45",
            f"wisselend {LONG}",
            LONG,
            "lang",
        ],
        ["Kort", "Hulp", "Een zin.", "gratis", "0490-01 23 46", "", "", "kort"],
    ]
    points = ["; ".join(f"{number} {LONG[:90]}" for number in range(9))]
    orders = [ORDERS[0], ["boekenlegger", "", LONG, LONG, *points, "", LONG, "bl"]]
    strip = [*SETTINGS[:-1], ["noodstrip", "; ".join(f"0490-01 02 {n} {LONG[:60]}" for n in range(10, 26))]]
    sheets: Sheets = {"diensten": services, "drukwerk": orders, "instellingen": strip}
    return printed(portal_of(root, sheets), root / "print")


def test_every_local_service_and_activity_has_a_poster(village: Printed) -> None:
    """Each has a poster under its own name; what is national has none."""
    names = {path.relative_to(village.folder).as_posix() for path in village.files}

    assert names == {
        "koelkast.pdf",
        "folder/startpagina.pdf",
        "boekenlegger/bl-1.pdf",
        "boekenlegger/bl-2.pdf",
        "poster/diensten-klussen-zo-3-voor-u.pdf",
        "poster/diensten-vervoer.pdf",
        "poster/diensten-lukasz-celik-naait.pdf",
        "poster/activiteiten-koffietafel.pdf",
        "poster/activiteiten-markt.pdf",
        "poster/activiteiten-wandelen.pdf",
    }
    assert village.problems == ()


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        (
            "activiteiten-koffietafel",
            ["Koffietafel", "elke dinsdag", "10.00 – 12.00 uur", "niet in de schoolvakantie"],
        ),
        ("activiteiten-koffietafel", ["De Wilg, Dorpsplein 1", "€ 1,50", "0490-01 02 03", "Niet nodig."]),
        ("activiteiten-markt", ["zondag 13 december 2026", "11.00 – 17.00 uur", "gratis", "0490-01 23 48"]),
        ("activiteiten-markt", ["Geldig tot en met 13 december 2026"]),
        ("activiteiten-wandelen", ["om de week op donderdag", "de eerste keren: 26 november, 10 december"]),
        (
            "diensten-vervoer",
            ["Vervoer", "€ 0,35 per km", "0490-01 02 03", "Wij rijden u naar de dokter."],
        ),
        ("diensten-lukasz-celik-naait", ["Łukasz Çelik naait", "op afspraak", "0490-01 23 47"]),
    ],
)
def test_a_poster_answers_who_when_where_and_how(village: Printed, piece: str, expected: list[str]) -> None:
    """Name, time, place, costs and number can be read, and the number stands in for a missing one."""
    text = village.text(f"poster/{piece}")

    assert [words for words in expected if words not in text] == []


def test_every_piece_tells_its_age_and_where_to_report(village: Printed) -> None:
    """Each piece says of which day it is and which number to ring when something is wrong."""
    for path in village.files:
        text = text_of(path)
        assert "tand van 22 november 2026" in text, path
        assert "Klopt er iets niet? Bel" in text, path
        assert "0490-01 02 03" in text.replace("0490- 01", "0490-01"), path


def test_the_address_stands_beside_its_code(village: Printed) -> None:
    """Whoever has no camera can type where the code leads."""
    for view in poster_views(village.portal):
        text = village.text(f"poster/{view.card.sheet}-{view.card.code}").replace(" /q/", "/q/")
        assert f"wilgenbroek.example/q/{view.card.short}" in text
    assert "wilgenbroek.example" in village.text("boekenlegger/bl-1")
    assert "wilgenbroek.example" in village.text("koelkast")


@pytest.mark.parametrize("dpi", [150, 300])
def test_every_code_is_read_back_from_the_raster(village: Printed, tmp_path: Path, dpi: int) -> None:
    """A code on the printed page answers the very address of its record: no other, none missing."""
    expected = {
        f"poster/{view.card.sheet}-{view.card.code}": [f"https://wilgenbroek.example/q/{view.card.short}/"]
        for view in poster_views(village.portal)
    }
    expected |= {f"boekenlegger/{code}": ["https://wilgenbroek.example/"] * 4 for code in ("bl-1", "bl-2")}
    found = {
        path.relative_to(village.folder).with_suffix("").as_posix(): [
            code.text for page in rasterised(path, dpi, tmp_path) for code in zxingcpp.read_barcodes(page)
        ]
        for path in village.files
    }

    leaflet = {"folder/startpagina": ["https://wilgenbroek.example/startpagina/"]}
    assert found == expected | leaflet | {"koelkast": []}


@pytest.mark.parametrize(
    ("piece", "least", "dpi"), [("poster/diensten-vervoer", 1.5, 300), ("boekenlegger/bl-1", 0.5, 300)]
)
def test_a_module_is_large_enough(
    village: Printed, tmp_path: Path, piece: str, least: float, dpi: int
) -> None:
    """A module measures at least 1.5 mm on a poster and half a millimetre on a bookmark."""
    pages = rasterised(village.folder / f"{piece}.pdf", dpi, tmp_path)
    url = village.portal.settings.url if "bl" in piece else f"{village.portal.settings.url}q/0000/"
    modules = Codes().modules(url) - 8
    for page in pages:
        for code in zxingcpp.read_barcodes(page):
            width = (code.position.top_right.x - code.position.top_left.x) / dpi * 25.4
            assert width / modules >= least - 0.02


def test_a_code_can_be_read_aloud(village: Printed) -> None:
    """A code is a figure that says where it leads; icons are decoration and say nothing."""
    root: Any = PdfReader(village.folder / "poster" / "diensten-vervoer.pdf").trailer["/Root"]
    figures = [node for node in nodes(root["/StructTreeRoot"]["/K"]) if node.get("/S") == "/Figure"]

    assert [re.sub(r"\d+", "N", str(node["/Alt"])) for node in figures if "/Alt" in node] == [
        "QR-code naar wilgenbroek.example/q/N"
    ]


def test_every_piece_is_a_tagged_document_with_title_and_language(village: Printed) -> None:
    """PDF/UA-1 is claimed, with sound tags, the title in the window's bar, and Dutch as its language."""
    for path in village.files:
        reader = PdfReader(path)
        root: Any = reader.trailer["/Root"]
        assert bool(root["/MarkInfo"]["/Marked"])
        assert root["/Lang"] == "nl"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata is not None and "Wilgenbroek" in str(reader.metadata.title)
        assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
        tree = list(nodes(root["/StructTreeRoot"]["/K"]))
        assert next(str(node["/S"]) for node in tree if str(node.get("/S")).startswith("/H")) == "/H1"
        assert {str(node["/P"]["/S"]) for node in tree if node.get("/S") == "/LI"} <= {"/L"}
    title = PdfReader(village.folder / "poster" / "activiteiten-koffietafel.pdf").metadata
    assert title is not None and title.title == "Koffietafel, Wilgenbroek"


def test_nothing_tells_when_it_was_made(village: Printed) -> None:
    """A PDF carries no moment of making and no name of a maker."""
    for path in village.files:
        assert set(PdfReader(path).metadata or {}) == {"/Producer", "/Title"}


def test_the_same_village_gives_the_same_bytes(
    village: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run makes the same files, byte by byte: in one process as in many; each piece is told."""
    assert len(village.files) > paper.FEW
    monkeypatch.setattr(paper, "FEW", 1000)
    told: list[str] = []
    paper.build(village.portal, tmp_path, Codes(), told.append)
    again = sorted(tmp_path.rglob("*.pdf"))

    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in village.files]
    assert told == [f"Drukwerk {number} van {len(again)}" for number in range(1, len(again) + 1)]


def identifier(path: Path) -> Any:
    """Return a PDF's own identifier."""
    trailer: Any = PdfReader(path).trailer
    return trailer["/ID"][0]


def test_another_day_gives_other_paper(
    bare: Printed, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The identifier follows the contents; and WeasyPrint has no remark about style, font or drawing."""
    paper._styles.cache_clear()
    tomorrow = Portal(bare.portal.register, date(2026, 11, 23), bare.portal.calendar)
    other = printed(tomorrow, tmp_path)
    ids = [[identifier(path) for path in one.files] for one in (bare, other)]

    assert all(before != after for before, after in zip(*ids, strict=True))
    assert [record.getMessage() for record in caplog.records] == []


def sizes(path: Path) -> set[float]:
    """Return the type sizes in a PDF, in points."""
    found: set[float] = set()

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        if text.strip():
            found.add(round(size * abs(tm[3]) * abs(cm[3]), 1))

    for page in PdfReader(path).pages:
        page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("kind", ["village", "bare", "wordy"])
def test_no_type_is_too_small_to_read(kind: str, request: pytest.FixtureRequest) -> None:
    """No letter is under 9.5 points, not even when the text was too long for the paper."""
    for path in request.getfixturevalue(kind).files:
        assert min(sizes(path)) >= 9.5, path


@pytest.mark.parametrize("kind", ["village", "wordy"])
def test_only_the_colophon_of_a_poster_is_small(kind: str, request: pytest.FixtureRequest) -> None:
    """On A4 everything is at least 12 points, save the line with date and report number."""
    for path in request.getfixturevalue(kind).files:
        if path.parent.name != "boekenlegger":
            assert {size for size in sizes(path) if size < 12} <= {9.5}, path


def test_the_central_number_is_large(village: Printed) -> None:
    """On the sheet for the fridge the central number is at least 24 points, here much more."""
    assert max(sizes(village.folder / "koelkast.pdf")) >= 60


def test_fonts_are_embedded_and_ours(village: Printed) -> None:
    """Every letter, also one of another language, comes from the font that ships with the theme."""
    for path in village.files:
        lines = subprocess.run(
            ["pdffonts", path], capture_output=True, check=True, text=True
        ).stdout.splitlines()
        assert len(lines) > 2
        for line in lines[2:]:
            assert "Overpass" in line and line.split()[-5] == "yes", line


def crop_marks(page: Image.Image, dpi: int, y: float) -> list[int]:
    """Return the columns that are dark at a height in millimetres: the marks along which one cuts."""
    row = round(y / 25.4 * dpi)
    dark = [x for x in range(page.width) if page.getpixel((x, row)) < 128]  # type: ignore[operator]
    return [x for x in dark if x - 1 not in dark]


@pytest.mark.parametrize(("code", "height"), [("bl-1", 180), ("bl-2", 210)])
def test_front_and_back_of_a_bookmark_meet(village: Printed, tmp_path: Path, code: str, height: int) -> None:
    """Turned over the long edge, the marks of the back lie on those of the front, and four fit on a sheet."""
    dpi = 300
    front, back = rasterised(village.folder / "boekenlegger" / f"{code}.pdf", dpi, tmp_path)
    top = (297 - height) / 2
    for y in (top - 5, top + height + 5):
        marks, behind = (crop_marks(page, dpi, y) for page in (front, back))
        mirrored = sorted(front.width - 1 - x for x in behind)
        assert len(marks) == 5
        assert all(abs(one - other) <= 3 for one, other in zip(marks, mirrored, strict=True))
        assert [round((x - marks[0]) / dpi * 25.4) for x in marks] == [0, 50, 100, 150, 200]


def test_a_bookmark_holds_what_the_volunteer_ordered(village: Printed) -> None:
    """Title, motto, points and area stand on all four, the number on both sides, and the order's code."""
    text = village.text("boekenlegger/bl-1")

    for words in ("Bel de Dorpslijn", "Zit u ergens mee?", "Mijn lamp is stuk", "voor Wilgenbroek", "bl-1"):
        assert text.count(words) == 4, words
    assert len(PdfReader(village.folder / "boekenlegger" / "bl-1.pdf").pages) == 2


def test_without_an_order_there_is_a_bookmark_all_the_same(tmp_path: Path) -> None:
    """The bookmark that every village gets holds an example per tile and the names of services."""
    portal = portal_of(tmp_path, {name: rows for name, rows in VILLAGE.items() if name != "drukwerk"})
    bookmark, *others = bookmark_views(portal)

    assert others == []
    assert [point.text for point in bookmark.points][:2] == [
        "Wie hangt mijn lamp op?",
        "Klussen & zo <3 voor u",
    ]
    assert (bookmark.title, bookmark.area) == ("Weet u het even niet?", "Wilgenbroek")


def test_the_fridge_shows_highlighted_numbers_first(village: Printed) -> None:
    """The sheet for the fridge: central number, highlighted services first, emergency and safety."""
    text = village.text("koelkast")
    order = ["0490-01 02 03", "0490-01 23 47", "0490-01 23 46", "112", "0490-06 99 00", "Vertrouwenspersoon"]

    assert sorted(order, key=text.index) == order
    assert "Vervoer" not in text


def test_the_fridge_shows_what_the_volunteer_chose(tmp_path: Path) -> None:
    """A print order for the fridge decides which numbers stand on it, in its order."""
    order = ["koelkastblad", "A4", "", "", "", "vervoer; klussen-zo-3-voor-u", "", "kb"]
    portal = portal_of(tmp_path, {**VILLAGE, "drukwerk": [ORDERS[0], order]})

    assert [card.name for card in fridge_view(portal).cards] == [
        "Vervoer",
        "Klussen & zo <3 voor u",
    ]


def test_the_leaflet_says_who_sets_it_where_and_when(village: Printed) -> None:
    """The leaflet has the address, who helps with hours and number, and the steps."""
    text = " ".join(village.text("folder/startpagina").split())

    for said in (
        "wilgenbroek.example",
        "Klussen & zo <3 voor u, gratis",
        "Bij De Wilg",
        "Elke dinsdag en vrijdag van 9.00 tot 11.30 uur.",
        "0490-01 23 46",
        "Klik op Bij opstarten.",
        "Tik op Zet op beginscherm.",
    ):
        assert said in text, said


def test_without_an_address_there_is_no_leaflet(bare: Printed) -> None:
    """A leaflet about an address needs one."""
    assert not [path for path in bare.files if path.parent.name == "folder"]


def test_three_rows_give_sensible_paper(bare: Printed, tmp_path: Path) -> None:
    """A village of three rows has posters, a bookmark and a sheet, with no code and no empty words."""
    assert len(bare.files) == 5
    for path in bare.files:
        text = text_of(path)
        assert not re.search(r"None|Undefined|QR|Bel ons|Bel \.|kijk op|binnen bij|voor $", text), path
        assert "0490-01 23 4" in text, path
        assert [c for page in rasterised(path, 100, tmp_path) for c in zxingcpp.read_barcodes(page)] == []


def test_names_are_text_and_nothing_else(village: Printed) -> None:
    """Signs that mean something to a browser are printed as they were typed, in the title too."""
    name = "Klussen & zo <3 voor u"
    piece = village.folder / "poster" / "diensten-klussen-zo-3-voor-u.pdf"
    found = PdfReader(piece).metadata

    assert name.replace(" ", "") in text_of(piece).replace(" ", "")
    assert found is not None and found.title == f"{name}, Wilgenbroek"


def test_a_text_that_is_too_long_is_told_at_its_cell(wordy: Printed) -> None:
    """Each piece that does not fit is a remark that names sheet, row, heading and what it says."""
    told = {problem.sheet: problem for problem in wordy.problems}

    assert told.keys() == {"diensten", "drukwerk", "instellingen"}
    assert (told["diensten"].row, told["diensten"].code) == (2, "diensten/lang/")
    assert told["diensten"].heading in {"kort", "openingstijden"}
    assert (told["drukwerk"].row, told["drukwerk"].heading) == (2, "titel")
    assert told["instellingen"].heading == "noodstrip"
    for problem in wordy.problems:
        assert problem.level is Level.NOTICE
        assert problem.says and len(problem.says) <= 82
        assert problem.wrong.startswith("Deze tekst is te lang voor het papier.")
        assert problem.do == "Maak deze tekst korter."


def test_a_text_that_is_too_long_never_covers_anything(wordy: Printed) -> None:
    """However much is written, a piece has its own number of pages, and number and address can be read."""
    pages = {path.stem: len(PdfReader(path).pages) for path in wordy.files}
    poster = wordy.text("poster/diensten-lang")

    assert pages == {"bl": 2, "diensten-lang": 1, "diensten-kort": 1, "koelkast": 1, "startpagina": 2}
    assert "0490-01 23 45" in poster
    assert "Meer weten? Bel gerust of kijk op wilgenbroek.example/q/" in poster
    assert "tand van 22 november 2026" in poster
    for path in wordy.files:
        assert "tand van 22 november 2026" in text_of(path), path
        assert "Klopt er iets niet?" in text_of(path), path


def test_a_short_text_stays_large_beside_a_long_one(wordy: Printed) -> None:
    """One row that says too much makes no other piece smaller."""
    assert max(sizes(wordy.folder / "poster" / "diensten-kort.pdf")) >= 60


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a.png",
        "http://127.0.0.1/a.png",
        "ftp://127.0.0.1/a.png",
        "file:///etc/hostname",
        "file://localhost/etc/hostname",
        (assets.folder("theme") / "static" / "logo.svg").as_uri(),
        (assets.folder("theme") / "print" / "static" / ".." / ".." / "static" / "logo.svg").as_uri(),
        f"{assets.folder('theme').as_uri()}/print/%2e%2e/static/logo.svg",
    ],
)
def test_paper_fetches_nothing_from_elsewhere(url: str) -> None:
    """No network and no file outside the print theme is touched, however the address is written."""
    with pytest.raises(ValueError, match=r"not in the print theme|disallowed"):
        paper.Fetcher().fetch(url)


def test_paper_fetches_its_own_fonts() -> None:
    """What ships with the print theme can be fetched."""
    font = assets.folder("theme") / "print" / "fonts" / "overpass-latin-400-normal.woff2"

    assert paper.Fetcher().fetch(font.as_uri()).read() == font.read_bytes()


CUTS: list[tuple[str, int, str]] = [
    ("Kort.", 10, "Kort."),
    ("Een zin. En nog een zin.", 12, "Een zin."),
    ("Een zin zonder einde", 12, "Een zin …"),
    ("Onafbreekbaarlangwoord", 10, "Onafbreek …"),
]


@pytest.mark.parametrize(("text", "most", "expected"), CUTS)
def test_a_text_is_cut_where_a_reader_would(text: str, most: int, expected: str) -> None:
    """A text is cut after a sentence, else after a word, else inside it, and says so."""
    assert cut(text, most) == expected


NUMBERS: list[tuple[str, tuple[str, ...]]] = [
    ("0490-01 02 03", ("0490-", "01 02 03")),
    ("06-12 34 56 78", ("06-12 34", "56 78")),
    ("+31 6 12345678", ("+31 6", "12345678")),
    ("14 0490", ("14 0490",)),
    ("0123456789", ("0123456789",)),
]


@pytest.mark.parametrize(("shown", "lines"), NUMBERS)
def test_a_number_is_cut_where_people_pause(shown: str, lines: tuple[str, ...]) -> None:
    """On the back of a bookmark a long number stands on two lines, cut at its dash or a space."""
    assert in_two(shown) == lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0490-01 02 03", "40.00pt"), ("0490-01 02 03 04 05 06 07", "20.80pt"), ("0" * 90, "12.00pt")],
)
def test_a_number_stays_on_its_line(text: str, expected: str) -> None:
    """A long number is set smaller, down to a size that can still be read."""
    assert paper.type_size(text, 40, 13, least=12) == expected


NAME = "Samen wandelen langs de vaart, voor wie dat alleen niet durft"
WEEK = "; ".join(
    f"elke {day} {start}.00-{start + 2}.30"
    for start in (9, 13)
    for day in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
)
"""Ten rules."""
EXTREME: Sheets = {
    "instellingen": [
        ["naam", "waarde"],
        ["naam portaal", "De Pomp van de Vaartsestraat"],
        ["dorp", "'s-Gravenmoerse Vaartsestraat"],
        ["centraal nummer", "+31 6 12345678"],
        ["webadres", "https://s-gravenmoerse-vaartsestraat.example/"],
    ],
    "diensten": [
        ["naam", "rubriek", "kort", "code"],
        [NAME, "Hulp", "Wij komen langs. " * 6, "naam"],
        ['<script>alert("1")</script> & "Co"', "Hulp", "Kop & 'staart' <1 uur.", "tekens"],
    ],
    "activiteiten": [
        ["naam", "rubriek", "kort", "wanneer", "status", "code"],
        ["Inloop", "Hulp", "De deur staat open.", WEEK, "", "week"],
        ["Kerstzang", "Hulp", "Zing mee.", "dinsdag 22 december 2026 19.30-21.00", "afgelast", "zang"],
    ],
}
"""Names, numbers and times as long as they come."""
NOTHING: Sheets = {"diensten": [["naam", "rubriek", "kort"], ["Breien", "Hulp", "Ook voor u."]]}
"""A village that nobody can call, visit or look up."""


@dataclass(frozen=True)
class Word:
    """A word on a page, with its box in millimetres from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Word) -> bool:
        """Tell whether two words lie over each other by more than the leading of their lines."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 0.3 and high > 0.4 * min(self.bottom - self.top, other.bottom - other.top)


def words(path: Path) -> list[list[Word]]:
    """Return the words on each page (pdftotext of poppler)."""
    found = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    box = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
    return [
        [
            Word(html.unescape(text), *(float(side) / 72 * 25.4 for side in sides))
            for *sides, text in re.findall(box, page)
        ]
        for page in found.split("<page ")[1:]
    ]


@pytest.fixture(scope="module")
def extreme(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return the paper of a village in which everything is long."""
    root = tmp_path_factory.mktemp("extreme")
    return printed(portal_of(root, EXTREME), root / "print")


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return the paper of a village without number, place or web address."""
    root = tmp_path_factory.mktemp("nothing")
    return printed(portal_of(root, NOTHING), root / "print")


@pytest.mark.parametrize("kind", ["village", "bare", "wordy", "extreme", "nothing"])
def test_no_text_lies_over_another_or_off_the_paper(kind: str, request: pytest.FixtureRequest) -> None:
    """Words keep clear of each other and of the edge, and on a bookmark of the line to cut along."""
    for path in request.getfixturevalue(kind).files:
        bookmark = path.parent.name == "boekenlegger"
        for page in words(path):
            assert [w for w in page if min(w.left, w.top) < 4 or w.right > 206 or w.bottom > 293] == [], path
            assert [pair for pair in combinations(page, 2) if pair[0].covers(pair[1])] == [], path
            cut = [w for w in page if bookmark and w.top > 43 and (w.left - 5) // 50 != (w.right - 5) // 50]
            assert cut == [], path


def test_the_four_bookmarks_of_a_side_are_alike(village: Printed) -> None:
    """Each 50 mm of a side holds the same words: whichever side is up, four whole bookmarks fall off."""
    for page in words(village.folder / "boekenlegger" / "bl-1.pdf"):
        pieces = [sorted(w.text for w in page if w.top > 58 and (w.left - 5) // 50 == i) for i in range(4)]
        assert pieces == [pieces[0]] * 4
        assert len(pieces[0]) > 10


def test_a_time_stays_on_one_line(village: Printed) -> None:
    """A time that is torn in two is read wrong."""
    for name, start, end in (("koffietafel", "10.00", "12.00"), ("markt", "11.00", "17.00")):
        (page,) = words(village.folder / "poster" / f"activiteiten-{name}.pdf")
        first = next(i for i, word in enumerate(page) if word.text == start)
        assert [word.text for word in page[first : first + 4]] == [start, "–", end, "uur"]
        assert len({round(word.top, 1) for word in page[first : first + 4]}) == 1


def test_long_texts_that_fit_are_all_there(extreme: Printed) -> None:
    """A name of 60 letters, ten rules and a number of 14 signs are printed whole, and nobody is told off."""
    assert extreme.problems == ()
    assert NAME in extreme.text("poster/diensten-naam")
    for part in ("maandag", "vrijdag van 13.00 tot 15.30 uur", "06-12 34 56 78"):
        assert part in extreme.text("poster/activiteiten-week")


def test_what_does_not_go_on_says_so_large(extreme: Printed) -> None:
    """People read only the largest words of a poster: that it is off is one of them."""
    (page,) = words(extreme.folder / "poster" / "activiteiten-zang.pdf")
    height = {word.text: word.bottom - word.top for word in page}
    assert "Gaat niet door" in extreme.text("poster/activiteiten-zang")
    assert height["Gaat"] >= 0.4 * max(height.values())


def test_without_anything_to_call_nobody_is_asked_to(nothing: Printed, tmp_path: Path) -> None:
    """No number, no place, no web address: no word about calling, no code, no empty box."""
    empty = r"<(p|h1|h2|li|dt|dd|dl|ul|figure|section)\b[^>]*>\s*</\1>"
    assert [
        piece.path for piece in paper.pieces(nothing.portal, Codes()) if re.search(empty, piece.html)
    ] == []
    for path in nothing.files:
        assert not re.search(r"\b[Bb]el(t|len)?\b|https?:|/q/|None", text_of(path)), path
        assert [c for page in rasterised(path, 100, tmp_path) for c in zxingcpp.read_barcodes(page)] == []


def test_making_paper_opens_no_connection(
    nothing: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not one connection is tried while paper is made."""
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: asked.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where, **how: asked.append(where) or [])
    printed(nothing.portal, tmp_path)
    assert asked == []


@pytest.mark.parametrize("dpi", [150, 300])
def test_posters_of_the_example_lead_to_their_cards(
    dpi: int, built: Path, example: Path, tmp_path: Path
) -> None:
    """A few of the example's posters, as they are published, each answer their own short address."""
    portal = read_portal(example, TODAY).portal
    found = sorted((built / "print" / "poster").glob("*.pdf"))
    for path in found[:: len(found) // 6]:
        sheet, _, code = path.stem.partition("-")
        short = portal.register.shorts[f"{sheet}/{code}/"]
        (page,) = rasterised(path, dpi, tmp_path)
        assert [c.text for c in zxingcpp.read_barcodes(page)] == [portal.short_url(short)]
