"""Draw every kind of page, screen and paper into docs/screens, and the handbook's pictures: `make screens`.

The pictures are for the README and for looking: open them and judge as a designer, and as a person
of 75. The clock in the browser stands at ten o'clock on the fixed day.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dorpspomp.build import build
from tests import handbook
from tests.conftest import CHROMIUM, NOW, QUIET, REPOSITORY, TODAY, copy_example, serving

GONE = "verdwenen-voorbeeld"
"""A service that is taken away again, so that there is a page of something that is gone."""

FOLDER = REPOSITORY / "docs" / "screens"
DESK, PHONE, TABLET = (1280, 900), (320, 640), (768, 1024)
KIOSK, TALL = (1920, 1080), (1080, 1920)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the page, the size of the window and how the page is set."""

    name: str
    path: str
    size: tuple[int, int] = DESK
    dark: bool = False
    full: bool = False
    idle: int = 0


SHOTS = (
    Shot("start", "site/"),
    Shot("start-heel", "site/", full=True),
    Shot("start-telefoon", "site/", PHONE),
    Shot("start-tablet", "site/", TABLET),
    Shot("start-breed", "site/", (1920, 1080)),
    Shot("start-donker", "site/", dark=True),
    Shot("tegel", "site/rubrieken/ontmoeten/"),
    Shot("tegels", "site/rubrieken/"),
    Shot("dienst", "site/{service}"),
    Shot("dienst-telefoon", "site/{service}", PHONE),
    Shot("activiteit", "site/{activity}"),
    Shot("organisatie", "site/{organization}"),
    Shot("plek", "site/{place}"),
    Shot("agenda", "site/agenda/"),
    Shot("agenda-telefoon", "site/agenda/", PHONE),
    Shot("week", "site/week/"),
    Shot("week-telefoon", "site/week/", PHONE),
    Shot("abonneren", "site/agenda/abonneren/"),
    Shot("sociale-kaart", "site/sociale-kaart/"),
    Shot("gebied", "site/sociale-kaart/gebied/wilgenbroek/"),
    Shot("soort", "site/sociale-kaart/soort/"),
    Shot("plekken", "site/plekken/"),
    Shot("plekken-telefoon", "site/plekken/", PHONE),
    Shot("cijfers", "site/cijfers/"),
    Shot("weekbericht", "site/weekbericht/"),
    Shot("lijst", "site/diensten/"),
    Shot("platforms", "site/platforms/"),
    Shot("prikbord", "site/prikbord/"),
    Shot("doorverwijzen", "site/doorverwijzen/"),
    Shot("meedoen", "site/meedoen/"),
    Shot("voorbeelden", "site/voorbeelden/"),
    Shot("voor-een-ander", "site/voor-een-ander/"),
    Shot("zoeken", "site/zoeken/?q=heg"),
    Shot("startpagina", "site/startpagina/"),
    Shot("startpagina-telefoon", "site/startpagina/", PHONE),
    Shot("startpagina-beheer", "site/startpagina/beheer/"),
    Shot("nieuws", "site/nieuws/"),
    Shot("verhaal", "site/{story}"),
    Shot("veilig", "site/paginas/veilig-en-prettig/"),
    Shot("verdwenen", f"site/diensten/{GONE}/"),
    Shot("bestaat-niet", "site/404.html"),
    Shot("engels", "site/en/"),
    Shot("engels-dienst", "site/en/{service}"),
    Shot("kiosk-begin", "kiosk/index.html", KIOSK),
    Shot("kiosk-begin-staand", "kiosk/index.html", TALL),
    Shot("kiosk-rubriek", "kiosk/rubrieken/ontmoeten/index.html", KIOSK),
    Shot("kiosk-dienst", "kiosk/{service}index.html", KIOSK),
    Shot("kiosk-agenda", "kiosk/agenda/index.html", KIOSK),
    Shot("kiosk-week", "kiosk/week/index.html", KIOSK),
    Shot("kiosk-prikbord", "kiosk/prikbord/index.html", KIOSK),
    Shot("kiosk-rust", "kiosk/index.html", KIOSK, idle=130),
    Shot("kiosk-vraag", "kiosk/{service}index.html", KIOSK, idle=122),
)
"""Every kind of page and screen; the names in braces are filled in with an address of the example."""

SHEETS = ("poster/diensten-*", "poster/activiteiten-*", "boekenlegger/*", "koelkast", "folder/*")
"""Every kind of paper: the first piece of each is drawn, all its pages."""


def draw(today: date) -> None:
    """Build the example village and draw everything."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        root = copy_example(Path(scratch) / "wilgenbroek")
        release = build_twice(root, today)
        known = addresses(release)
        with sync_playwright() as play:
            chromium = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
            for part in ("site", "kiosk"):
                with serving(release / part) as base:
                    for shot in (shot for shot in SHOTS if shot.path.startswith(part)):
                        take(chromium, base, shot, today, known)
        for pattern in SHEETS:
            paper(release / "print", pattern)


def build_twice(root: Path, today: date) -> Path:
    """Build, take away a service, and build again: so there is a page of something that is gone."""
    extra = "Verdwenen voorbeeld;Ontmoeten;Deze dienst gaat er zo uit.;verdwenen-voorbeeld\n"
    sheet = root / "data" / "diensten.csv"
    kept = sheet.read_text("utf-8")
    width = kept.splitlines()[0].count(";")
    name, tile, text, code = extra.strip().split(";")
    sheet.write_text(
        kept.rstrip("\n") + "\n" + ";".join([name, tile, text, *[""] * (width - 3), code]) + "\n", "utf-8"
    )
    build(root, today, NOW, ("data",))
    sheet.write_text(kept, "utf-8")
    built = build(root, today, NOW)
    assert built.release is not None, built.problems
    return built.release.folder


def addresses(release: Path) -> dict[str, str]:
    """Choose a rich example of each kind of record: the page with the most on it."""
    kinds = {
        "service": "diensten",
        "activity": "activiteiten",
        "organization": "organisaties",
        "place": "plekken",
        "story": "verhalen",
    }
    return {kind: f"{sheet}/{richest(release / 'site' / sheet)}/" for kind, sheet in kinds.items()}


def richest(folder: Path) -> str:
    """Return the name of the folder whose page is the longest."""
    kept = (page for page in folder.iterdir() if page.is_dir() and page.name != GONE)
    return max(kept, key=lambda page: (page / "index.html").stat().st_size).name


def take(chromium: Browser, base: str, shot: Shot, today: date, known: dict[str, str]) -> None:
    """Take one picture and keep it small."""
    width, height = shot.size
    page = chromium.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.dark else "light",
        locale="nl-NL",
    )
    page.clock.install(time=datetime(today.year, today.month, today.day, 10, 0))
    page.goto(f"{base}/{shot.path.partition('/')[2].format(**known)}")
    page.wait_for_load_state("networkidle")
    if shot.idle:
        page.clock.run_for(shot.idle * 1000)
    keep(page.screenshot(full_page=shot.full), shot.name)
    page.close()


def paper(folder: Path, pattern: str) -> None:
    """Draw the pages of the first piece of paper that a pattern finds."""
    piece = sorted(folder.glob(f"{pattern}.pdf"))[0]
    name = "papier-" + pattern.replace("/", "-").replace("-*", "").replace("*", "").strip("-")
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["pdftoppm", "-r", "70", "-png", piece, f"{scratch}/p"], check=True)
        for number, picture in enumerate(sorted(Path(scratch).glob("*.png")), 1):
            keep(picture.read_bytes(), f"{name}-{number}")


def keep(png: bytes, name: str) -> None:
    """Write a picture with 128 colours: a quarter of the weight, and nobody sees the difference."""
    Image.open(BytesIO(png)).convert("RGB").quantize(128).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--today", type=date.fromisoformat, default=TODAY)
    draw(parser.parse_args().today)
    handbook.draw()
