"""Draw the pictures of the handbook into docs/handboek/beelden: a small made-up village and its slips.

Everything in a picture was made by the tool itself: the report, its grid, the lists, pages and paper.
A sheet without a message is drawn in the letters and lines of the report. `make screens` runs this too.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.properties import PageSetupProperties
from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Browser, Page, sync_playwright

from dorpspomp import assets, cli
from dorpspomp.build import PARTS, build
from dorpspomp.problem import column_letter
from tests import village_files as files
from tests.conftest import CHROMIUM, NOW, QUIET, REPOSITORY, TODAY, serving

FOLDER = REPOSITORY / "docs" / "handboek" / "beelden"
BEFORE = date(2026, 11, 3)
"""The day of the release before the slips."""
MOST_BYTES = 150_000
QUICK = ("site", "kiosk", "data")
Rows = list[list[str]]

SERVICES: Rows = [
    ["naam", "rubriek", "kort", "telefoon", "bereikbaar", "kosten", "gecontroleerd op", "publiceren"],
    ["Klussendienst", "Hulp in huis en tuin", "Een buur helpt u met kleine klussen.", "0490-03 04 06",
     "ma-vr 9.00-12.00", "gratis", "2-11-2026", ""],
    ["Fietsmaatje", "Op weg", "Samen op de duofiets door het dorp.", "0490-03 04 07", "ma en wo 9.00-11.00",
     "gratis", "2-11-2026", ""],
    ["Eettafel", "Samen eten", "Elke woensdag samen aan tafel.", "0490-03 04 08", "di 10.00-12.00",
     "€ 7,50", "9-11-2026", ""],
    ["Computerhulp", "Leren en regelen", "Een vrijwilliger kijkt met u mee.", "0490-03 04 09",
     "do 13.30-15.30", "gratis", "9-11-2026", ""],
    ["Rit naar de dokter", "Op weg", "Een buur brengt u en wacht op u.", "0490-03 04 06",
     "ma-vr 9.00-12.00", "€ 0,30 per kilometer", "2-1-2026", ""],
]  # fmt: skip
ACTIVITIES: Rows = [
    ["naam", "rubriek", "kort", "wanneer", "plek", "kosten", "telefoon"],
    ["Koffie-inloop", "Ontmoeten", "Samen koffie drinken en bijpraten.", "elke dinsdag 10.00-12.00",
     "Dorpshuis De Linde", "€ 1,50", "0490-03 04 05"],
    ["Wandelclub", "Bewegen en beleven", "Een uur wandelen in een rustig tempo.",
     "1e en 3e woensdag van de maand 14.00-15.00", "Dorpshuis De Linde", "gratis", "0490-03 04 06"],
    ["Leesclub", "Ontmoeten", "Praten over een boek.", "laatste vrijdag van de maand 19.30-21.00",
     "Dorpshuis De Linde", "gratis", "0490-03 04 10"],
]  # fmt: skip
NEW_ROW = [
    "Zangmiddag", "Ontmoeten", "Zingen wat iedereen kent.", "elke donderdag 14.00-15.30",
    "Dorpshuis De Linde", "€ 2", "0490-03 04 05",
]  # fmt: skip
PLACES: Rows = [
    ["naam", "soort", "adres", "postcode", "plaats", "openingstijden", "telefoon"],
    ["Dorpshuis De Linde", "dorpshuis", "Lindeplein 1", "5490 LD", "Lindedorp", "ma-vr 9.00-22.00",
     "0490-03 04 05"],
]  # fmt: skip
CARDS: Rows = [
    ["nummer", "soort", "rubriek", "tekst", "gebied", "hoe vaak", "geplaatst", "geldig tot", "via",
     "toestemming", "status", "intern naam", "intern telefoon"],
    ["26-014", "vraag", "Ontmoeten", "Wie wandelt er eens per week met mij?", "Broek", "een keer per week",
     "10-11-2026", "31-1-2027", "0490-03 04 05", "ja", "open", "mevrouw De Boer", "0490-98 76 54"],
    ["26-015", "aanbod", "Hulp in huis en tuin", "Ik heb een heggenschaar en vrije zaterdagen.", "Lindedorp",
     "af en toe", "12-11-2026", "28-2-2027", "0490-03 04 05", "ja", "open", "meneer Visser",
     "0490-98 76 55"],
]  # fmt: skip
ROTA: Rows = [
    ["van", "tot en met", "intern coordinator", "intern vervanger", "opmerking"],
    ["16-11-2026", "29-11-2026", "mevrouw Jansen", "meneer De Vries", ""],
    ["30-11-2026", "13-12-2026", "meneer De Vries", "mevrouw Jansen", ""],
    ["21-12-2026", "3-1-2027", "mevrouw Bakker", "meneer De Vries", "Kerst"],
]
EXCEPTIONS: Rows = [
    ["waarvan", "van", "tot en met", "wat", "tijd", "reden"],
    ["Koffie-inloop", "24-11-2026", "", "andere tijd", "13.30-15.30", "De zaal wordt geschilderd."],
    ["Dorpshuis De Linde", "25-12-2026", "26-12-2026", "gesloten", "", "Kerst"],
]
PAPER: Rows = [
    ["soort", "formaat", "titel", "motto", "punten", "gebied", "aantal", "waar opgehangen", "vervang op"],
    ["boekenlegger", "50 x 180 mm", "Bel de Dorpslijn", "Zit u ergens mee?",
     "Mijn lamp is stuk; De heg groeit; Samen naar de markt; Ik snap deze brief niet; Even een praatje",
     "Lindedorp", "300", "bakker, huisarts", "1-3-2027"],
]  # fmt: skip
SETTINGS: Rows = [
    ["naam", "waarde"],
    ["naam portaal", "Dorpspomp Lindedorp"],
    ["slogan", "Voor elkaar in Lindedorp"],
    ["dorp", "Lindedorp"],
    ["regio", "zuid"],
    ["centraal nummer", "0490-03 04 05"],
    ["bereikbaar", "ma-vr 9.00-12.00"],
    ["plek", "Dorpshuis De Linde"],
    ["meldpunt", "Vertrouwenspersoon, 0490-03 04 99"],
    ["webadres", "https://lindedorp.example/"],
    ["hulp bij instellen", "Koffie-inloop"],
]
GOOD: Mapping[str, Rows] = {
    "diensten": SERVICES,
    "activiteiten": ACTIVITIES,
    "plekken": PLACES,
    "prikbord": CARDS,
    "telefoondienst": ROTA,
    "uitzonderingen": EXCEPTIONS,
    "drukwerk": PAPER,
    "instellingen": SETTINGS,
}
MAPPED: Rows = [
    ["naam", "soort", "adres", "plaats", "breedtegraad", "lengtegraad"],
    ["Dorpshuis De Linde", "dorpshuis", "Lindeplein 1", "Lindedorp", "51.7002", "5.7001"],
    ["AED bij het dorpshuis", "AED", "Lindeplein 1", "Lindedorp", "51.7003", "5.7003"],
    ["Praatbank bij de beek", "bank", "Beekpad", "Lindedorp", "51.6978", "5.7032"],
    ["Bushalte Lindeplein", "bushalte", "Lindeplein", "Lindedorp", "51.6999", "5.6992"],
    ["Speeltuin De Kikker", "speeltuin", "Molenweg 9", "Lindedorp", "51.7021", "5.7042"],
]
ROADS = (
    ("Lindestraat", "hoofdweg", "LineString", [[5.692, 51.7], [5.7, 51.7], [5.709, 51.7012]]),
    ("Molenweg", "weg", "LineString", [[5.7, 51.7], [5.7045, 51.7025], [5.706, 51.705]]),
    ("Beekpad", "pad", "LineString", [[5.7, 51.7], [5.7032, 51.6978], [5.7045, 51.695]]),
    ("Linde", "beek", "LineString", [[5.692, 51.698], [5.7032, 51.6974], [5.709, 51.6985]]),
)
COUNTS: Rows = [
    ["maand", "gebied", "vragen", "aanbod"],
    ["2026-06", "Lindedorp", "12", "9"],
    ["2026-07", "Lindedorp", "8", "3"],
    ["2026-08", "Lindedorp", "9", "6"],
    ["2026-09", "Lindedorp", "17", "11"],
    ["2026-10", "Lindedorp", "21", "16"],
]
GOALS: Rows = [
    ["doel", "termijn", "bereik", "verandering", "meetwaarde", "streef"],
    ["Vragen stellen is gewoon", "eind 2026", "iedereen in Lindedorp", "Wie iets wil weten, belt.",
     "vragen", "90"],
]  # fmt: skip
NEWS = """---
titel: Nieuwe vloer in het dorpshuis
datum: 20-11-2026
samenvatting: De grote zaal is vanaf maandag weer open.
---

De vloer van de grote zaal is klaar.
Vanaf maandag is iedereen weer welkom.

Komt u kijken? De koffie staat klaar.
"""


def changed(sheet: str, row: int, **cells: str) -> dict[str, Rows]:
    """Return the sheets with other cells in one row; the row is counted as the volunteer does."""
    rows = [list(line) for line in GOOD[sheet]]
    for heading, text in cells.items():
        rows[row - 1][rows[0].index(heading.replace("_", " "))] = text
    return {**GOOD, sheet: rows}


def village(root: Path, sheets: Mapping[str, Rows] = GOOD) -> Path:
    """Write the village's files, as they are in a village of its own."""
    files.write_workbook(root, sheets)
    files.document(root, "nieuws/nieuwe-vloer.md", NEWS)
    for path in ("rubrieken.csv", "vakanties.csv"):
        shutil.copyfile(REPOSITORY / "data" / path, root / "data" / path)
    shutil.copyfile(REPOSITORY / "pelicanconf.py", root / "pelicanconf.py")
    return root


def built(root: Path, sheets: Mapping[str, Rows], today: date, parts: Sequence[str] = QUICK) -> None:
    """Save the sheets and build, as a volunteer does; the report is written too."""
    village(root, sheets)
    told("build", str(root), "--today", today.isoformat(), "--only", ",".join(parts))


def told(*arguments: str) -> str:
    """Run a command and return what it says."""
    with redirect_stdout(io.StringIO()) as said:
        cli.main(arguments)
    return said.getvalue()


@dataclass(frozen=True, slots=True)
class Studio:
    """A browser to draw with, and a folder for villages."""

    chromium: Browser
    scratch: Path

    def page(self, width: int = 900, height: int = 700) -> Page:
        """Return a window in which it is ten o'clock."""
        page = self.chromium.new_page(viewport={"width": width, "height": height}, locale="nl-NL")
        page.clock.install(time=datetime(TODAY.year, TODAY.month, TODAY.day, 10, 0))
        return page

    def part(self, address: str, selector: str = "", size: tuple[int, int] = (900, 700)) -> Image.Image:
        """Draw a window, or the first thing on its page that a selector finds."""
        page = self.page(*size)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        png = page.locator(selector).first.screenshot() if selector else page.screenshot()
        page.close()
        return Image.open(BytesIO(png)).convert("RGB")

    def html(self, body: str, selector: str, width: int = 1000) -> Image.Image:
        """Draw a piece of HTML in the style of the report."""
        style = (assets.folder("theme") / "report" / "report.css").read_text("utf-8")
        page = self.page(width)
        page.set_content(f"<!DOCTYPE html><html lang=nl><style>{style}{_OWN_STYLE}</style><body>{body}")
        png = page.locator(selector).first.screenshot()
        page.close()
        return Image.open(BytesIO(png)).convert("RGB")


_OWN_STYLE = """
body{padding:1rem}.scroll{margin:0;display:inline-block}.grid{inline-size:auto}.cell{min-inline-size:5rem}
.is-new{background:#fff4d1;font-weight:700}.tab{padding:.5rem 1rem;font-weight:700;background:#ece6d8}
.window{display:inline-block;background:#1b1a17;color:#fbf8f1;border-radius:.5rem;padding:1rem 1.4rem;
font:1.05rem/1.45 "DejaVu Sans Mono",monospace;white-space:pre-wrap;max-inline-size:60rem}
"""


def sheet(
    studio: Studio, name: str, rows: Sequence[Sequence[str]], new: tuple[int, str] = (0, "")
) -> Image.Image:
    """Draw a sheet as a volunteer sees it; `new` is the row that is new, or the cell under a heading."""
    row, heading = new
    letters = "".join(f'<th class="letter">{column_letter(n)}</th>' for n in range(len(rows[0])))
    lines = []
    for number, cells in enumerate(rows, 1):
        tag = "th" if number == 1 else "td"
        marked = [number == row and heading in ("", rows[0][place]) for place in range(len(cells))]
        row_cells = "".join(
            f'<{tag} class="cell{" is-new" if is_new else ""}">{escape(text)}</{tag}>'
            for text, is_new in zip(cells, marked, strict=True)
        )
        head = ' class="grid__headings"' if number == 1 else ""
        lines.append(f'<tr{head}><th class="number">{number}</th>{row_cells}</tr>')
    table = f'<table class="grid"><tr><td class="corner"></td>{letters}</tr>{"".join(lines)}</table>'
    return studio.html(f'<div class="scroll">{table}<div class="tab">{name}</div></div>', ".scroll", 1400)


def without(rows: Rows, *headings: str) -> Rows:
    """Leave columns out of a picture, so that the rest can be read."""
    kept = [place for place, heading in enumerate(rows[0]) if heading not in headings]
    return [[row[place] for place in kept] for row in rows]


def terminal(studio: Studio, *commands: tuple[str, str]) -> Image.Image:
    """Draw a window with commands and what they say."""
    lines = "\n\n".join(f"$ {typed}\n{said.strip()}" for typed, said in commands)
    return studio.html(f'<pre class="window">{escape(lines)}</pre>', ".window")


def beside(*pictures: Image.Image) -> Image.Image:
    """Put pictures next to each other."""
    height = max(picture.height for picture in pictures)
    whole = Image.new("RGB", (sum(p.width + 24 for p in pictures) - 24, height), "white")
    left = 0
    for picture in pictures:
        whole.paste(picture, (left, 0))
        left += picture.width + 24
    return whole


def framed(picture: Image.Image, height: int = 0) -> Image.Image:
    """Cut a picture at a height, and give it a thin edge so that it stands apart from a white page."""
    cut = picture.crop((0, 0, picture.width, min(height or picture.height, picture.height)))
    edged = Image.new("RGB", (cut.width + 4, cut.height + 4), "#746c5b")
    edged.paste(cut, (2, 2))
    return edged


def keep(picture: Image.Image, name: str, width: int = 1100) -> None:
    """Write a picture small enough for a slow line: few colours, and no wider than is needed."""
    if picture.width > width:
        picture = picture.resize(
            (width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS
        )
    for colors in (64, 32, 16):
        picture.quantize(colors).save(FOLDER / f"{name}.png", optimize=True)
        if (FOLDER / f"{name}.png").stat().st_size <= MOST_BYTES:
            return


def paper(piece: Path, page: int = 1, dots: int = 90) -> Image.Image:
    """Draw one page of a piece of paper."""
    with tempfile.TemporaryDirectory() as scratch:
        chosen = ["-r", str(dots), "-f", str(page), "-l", str(page)]
        subprocess.run(["pdftoppm", *chosen, "-png", piece, f"{scratch}/p"], check=True)
        picture = Image.open(next(Path(scratch).glob("*.png"))).convert("RGB")
    margin = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    return framed(ImageOps.expand(picture.crop(margin), 24, "white"))


def draw() -> None:
    """Draw every picture of the handbook again."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as play:
        studio = Studio(play.chromium.launch(executable_path=CHROMIUM, args=QUIET), Path(scratch))
        for one in (_sheets, _terminals, _pages, _maps, _slips, _stops, _paper):
            one(studio)


def _sheets(studio: Studio) -> None:
    """Draw the sheets as volunteers see them."""
    few = without(SERVICES, "bereikbaar", "gecontroleerd op", "publiceren")
    keep(sheet(studio, "diensten", few), "blad")
    keep(sheet(studio, "activiteiten", [*ACTIVITIES, NEW_ROW], (5, "")), "nieuwe-rij")
    other = without(
        changed("diensten", 2, telefoon="0490-03 04 44")["diensten"], "gecontroleerd op", "publiceren"
    )
    keep(sheet(studio, "diensten", other, (2, "telefoon")), "nummer")
    keep(sheet(studio, "uitzonderingen", EXCEPTIONS, (2, "")), "uitzondering")
    cards = without(CARDS, "rubriek", "hoe vaak", "geplaatst", "via", "status", "intern telefoon")
    keep(sheet(studio, "prikbord", cards, (2, "toestemming")), "prikbord-blad")
    hidden = without(changed("diensten", 3, publiceren="nee")["diensten"], "bereikbaar", "gecontroleerd op")
    keep(sheet(studio, "diensten", hidden, (3, "publiceren")), "niet-meer")
    ended = [[*row, status] for row, status in zip(ACTIVITIES, ["status", "", "", "gestopt"], strict=True)]
    keep(sheet(studio, "activiteiten", without(ended, "kort", "telefoon"), (4, "status")), "gestopt-blad")
    named = [[row[0], row[1], row[2], code] for row, code in zip(SERVICES, _CODES, strict=True)]
    named[3][0] = "Samen aan tafel"
    keep(sheet(studio, "diensten", named, (4, "")), "naam")
    notes = [*without(SERVICES[:1], "bereikbaar", "gecontroleerd op", "publiceren")]
    rows = without(SERVICES[:4], "bereikbaar", "gecontroleerd op", "publiceren")
    own = [[*row, said] for row, said in zip(rows, _NOTES, strict=True)]
    assert notes[0] == own[0][:-1]
    keep(sheet(studio, "diensten", own, (3, "intern notitie")), "intern")
    agreed = [*SETTINGS[:6], ["akkoord", "22-11-2026"]]
    keep(sheet(studio, "instellingen", agreed, (7, "")), "akkoord")
    keep(sheet(studio, "vakanties", _HOLIDAYS, (3, "")), "vakanties")


_CODES = ("code", "klussendienst", "fietsmaatje", "eettafel", "computerhulp", "rit-naar-de-dokter")
_NOTES = ("intern notitie", "", "Belt liever in de ochtend.", "Sleutel ligt bij mevrouw Bakker.")
_HOLIDAYS = [
    ["soort", "naam", "regio", "van", "tot en met", "opmerking"],
    ["schoolvakantie", "Kerstvakantie", "zuid", "19-12-2026", "3-1-2027", ""],
    ["schoolvakantie", "Voorjaarsvakantie", "zuid", "6-2-2027", "14-2-2027", ""],
]


def _terminals(studio: Studio) -> None:
    """Draw what commands say."""
    root = village(studio.scratch / "lindedorp", changed("diensten", 2, telefoon="490030406"))
    said = told("check", str(root), "--today", TODAY.isoformat()).replace(str(studio.scratch), "/srv")
    keep(terminal(studio, ("dorpspomp check /srv/lindedorp", said)), "controle")
    asked = ("elke dinsdag 10-12", "om de week op donderdag 10-12")
    answers = (
        (f"dorpspomp when '{text}'", told("when", text, "--today", TODAY.isoformat())) for text in asked
    )
    keep(terminal(studio, *answers), "tijd")


def _pages(studio: Studio) -> None:
    """Draw pages of the website and the kiosk."""
    root = studio.scratch / "pages"
    built(root, GOOD, BEFORE)
    site = root / "build" / "current" / "site"
    with serving(site) as base:
        before = framed(studio.part(f"{base}/diensten/klussendienst/", size=(640, 560)))
    built(root, changed("diensten", 2, telefoon="0490-03 04 44"), TODAY)
    with serving(site) as base:
        after = framed(studio.part(f"{base}/diensten/klussendienst/", size=(640, 560)))
        keep(beside(before, after), "nummer-voor-en-na")
        keep(framed(studio.part(f"{base}/", size=(1000, 760))), "startpagina")
        moments = "section:has(h2:text('De komende keren')), div:has(> h2:text('De komende keren'))"
        keep(
            framed(studio.part(f"{base}/activiteiten/koffie-inloop/", moments), 310), "uitzondering-bladzijde"
        )
        keep(framed(studio.part(f"{base}/prikbord/", size=(900, 760))), "prikbord")
        keep(framed(studio.part(f"{base}/nieuws/", size=(900, 620))), "nieuws")
        keep(framed(studio.part(f"{base}/startpagina/", "#hulp")), "hulp")
        codes = re.findall(r'id="n(\d+)"', (site / "voor-een-ander" / "index.html").read_text("utf-8"))
        chosen = f"{base}/voor-een-ander/#n{'.'.join(codes[:2])}"
        keep(framed(studio.part(chosen, size=(900, 900))), "lijstje")
    with serving(site.parent / "kiosk") as base:
        keep(framed(studio.part(f"{base}/", size=(1280, 720))), "kiosk")
    ended = {**GOOD, "activiteiten": ACTIVITIES[:3]}
    built(root, ended, TODAY)
    with serving(site) as base:
        keep(framed(studio.part(f"{base}/activiteiten/leesclub/", size=(900, 560))), "gestopt")


def _maps(studio: Studio) -> None:
    """Draw the map of the places, the figures and the text of the week."""
    root = village(studio.scratch / "maps", {**GOOD, "plekken": MAPPED, "tellingen": COUNTS, "doelen": GOALS})
    features = [
        {
            "type": "Feature",
            "properties": {"naam": name, "soort": kind},
            "geometry": {"type": form, "coordinates": line},
        }
        for name, kind, form, line in ROADS
    ]
    ground = json.dumps({"type": "FeatureCollection", "features": features})
    (root / "data" / "kaart.geojson").write_text(ground, "utf-8")
    build(root, TODAY, NOW, QUICK)
    with serving(root / "build" / "current" / "site") as base:
        pieces = {
            "kaart": ("plekken", "main"),
            "cijfers": ("cijfers", ".chart"),
            "weekbericht": ("weekbericht", ".ready"),
        }
        for name, (page, part) in pieces.items():
            drawn = studio.part(f"{base}/{page}/", part, (1100, 900))
            keep(framed(ImageOps.expand(drawn, 20, "#fbf8f1"), 920), name)


def _slips(studio: Studio) -> None:
    """Draw the report of a village with slips, and the lists."""
    root = studio.scratch / "slips"
    built(root, GOOD, BEFORE)
    wrong = changed("diensten", 4, naam="")
    rows = wrong["diensten"]
    rows[1][3], rows[2][4], rows[4][5] = "490030406", "om de week", ""
    built(root, wrong, TODAY)
    report = (root / "build" / "verslag" / "index.html").as_uri()
    keep(framed(studio.part(report, size=(1000, 1040))), "verslag")
    keep(framed(studio.part(report, "section.sheet .scroll", (1200, 900)), 700), "verslag-rij")
    keep(framed(studio.part(report, ".first", (1000, 900))), "vorige-versie")
    _copy(studio, root / "build" / "verslag" / "register - met opmerkingen.xlsx")
    shutil.copyfile(root / "data" / "register.xlsx", root / "data" / "register (conflict van Jan).xlsx")
    told("check", str(root), "--today", TODAY.isoformat())
    keep(framed(studio.part(report, "article.cause:has-text('lijkt een kopie')", (760, 900))), "kopie-dubbel")
    (root / "data" / "register (conflict van Jan).xlsx").unlink()
    told("work", str(root), "--today", TODAY.isoformat())
    lists = root / "build" / "werklijst"
    keep(framed(studio.part((lists / "index.html").as_uri(), size=(900, 900))), "werklijst")
    keep(framed(studio.part((lists / "bellijst.html").as_uri(), size=(900, 800))), "bellijst")
    rota = "section.sheet:has(#blad-telefoondienst) .scroll"
    keep(framed(studio.part(report, rota, (1100, 900))), "rooster")


def _copy(studio: Studio, copy: Path) -> None:
    """Draw the copy of the sheets with its comments, as a spreadsheet prints it."""
    book = load_workbook(copy)
    for page in book.worksheets:  # on one page, as wide as a screen
        page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    copy = studio.scratch / "kopie.xlsx"
    book.save(copy)
    profile = (studio.scratch / "office").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir",
         str(studio.scratch), str(copy)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    keep(paper(studio.scratch / f"{copy.stem}.pdf", dots=160), "kopie", 1400)


def _stops(studio: Studio) -> None:
    """Draw the report of a sheet of which half was deleted."""
    root = studio.scratch / "stops"
    built(root, GOOD, BEFORE)
    built(root, {**GOOD, "diensten": SERVICES[:3]}, TODAY)
    report = (root / "build" / "verslag" / "index.html").as_uri()
    keep(framed(studio.part(report, size=(1000, 840))), "stop")


def _paper(studio: Studio) -> None:
    """Draw a poster and a bookmark."""
    root = village(studio.scratch / "paper")
    release = build(root, TODAY, NOW, PARTS).release
    assert release is not None
    printed = release.folder / "print"
    bookmark = next(path for path in sorted((printed / "boekenlegger").glob("*.pdf")))
    poster = printed / "poster" / "activiteiten-koffie-inloop.pdf"
    keep(beside(paper(poster), paper(bookmark), paper(bookmark, 2)), "drukwerk")


if __name__ == "__main__":
    draw()
