"""The report as a page: the volunteer's own sheets with the messages in the cells."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dorpspomp.outputs.report import write
from dorpspomp.problem import Level, Problem
from dorpspomp.report import Ending, Outcome, as_text, told
from dorpspomp.views.grid import MOST_ROWS, Line, Strip
from dorpspomp.views.report import MOST_CAUSES, Report, report
from tests import village_files as files
from tests.test_access import JUDGED
from tests.test_html import JUDGE, REPOSITORY, RULES
from tests.village_files import TODAY, Sheets

CHECKED = Ending(Outcome.CHECKED)
HEADINGS = ["naam", "rubriek", "kort", "telefoon", "kosten", "intern notitie", "lievelingskleur"]
DAMAGED: Sheets = {
    "diensten": [
        HEADINGS,
        ["Klussendienst", "Hulp", "Wij klussen.", "0490-01 23 45", "gratis", "GEHEIM", ""],
        ["", "Hulp", "Wij rijden.", "612345678", "gratis", "GEHEIM", ""],
        ["Eettafel", "Hulp", "Samen eten.", "0490-01 23 47", "gratis", "GEHEIM", "rood"],
        ["Tuinhulp", "Hulp", "Wij maaien.", "0490-01 23 47", "gratis", "GEHEIM", ""],
        ["Winkelhulp", "Hulp", "<script>alert(1)</script>", "6,12346E+08", "", "GEHEIM", ""],
    ],
    "plekken": [["soort", "adres", "postcode"], ["zaal", "Dorpsplein 1", "5490 SA"]],
}


def reported(
    root: Path, sheets: Sheets, ending: Ending = CHECKED, kept: Mapping[int, date] | None = None
) -> Report:
    """Read a village and return its report; `kept` says from when the version of a row is still shown."""
    reading = files.read(files.write(root, sheets))
    problems = [
        replace(p, kept_on=(kept or {}).get(p.row)) if p.level is Level.UNUSABLE else p
        for p in reading.problems
    ]
    return report(problems, reading.sheets, ending, TODAY, "Wilgenbroek")


def many(count: int) -> Sheets:
    """Return a sheet in which every row is wrong."""
    return {"diensten": [HEADINGS, *([f"Dienst {n}", "Hulp", "", f"{n}", "", "", ""] for n in range(count))]}


def lines(made: Report, sheet: str, strip: int = 0) -> tuple[Line, ...]:
    """Return the lines of one strip of a sheet."""
    return next(own for own in made.sheets if own.name == sheet).grid.strips[strip].lines


def page(made: Report, folder: Path) -> str:
    """Write a report and return its page."""
    return write(made, folder).read_text("utf-8")


def text(html: str) -> str:
    """Return what is read on a page."""
    bare = re.sub(r"<(style|svg)\b.*?</\1>|<[^>]*>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(bare).split())


ENDINGS = [
    (Ending(Outcome.CHECKED), "De website is niet veranderd. Dit was alleen een controle."),
    (Ending(Outcome.UPDATED), "De website is bijgewerkt."),
    (Ending(Outcome.NOTHING_NEW), "De website is niet veranderd: er was niets nieuws."),
    (Ending(Outcome.STOPPED), "De website is niet veranderd."),
    (
        Ending(Outcome.WITHDRAWN, ("Fietsmaatje", "Leesclub")),
        "De website is niet bijgewerkt. Wel is weggehaald: Fietsmaatje en Leesclub.",
    ),
]


@pytest.mark.parametrize(("ending", "said"), ENDINGS, ids=[ending.outcome.value for ending, _ in ENDINGS])
def test_page_and_text_end_with_what_happened(tmp_path: Path, ending: Ending, said: str) -> None:
    """Both forms end with whether the website changed, in the same words."""
    made = reported(tmp_path, files.SMALL, ending)
    assert " ".join(made.ending) == said
    assert f"En de website? {said}" in text(page(made, tmp_path / "report"))
    assert as_text([], False, TODAY, ending).replace("\n", " ").endswith(said)


@pytest.mark.parametrize("outcome", [Outcome.STOPPED, Outcome.WITHDRAWN])
def test_a_stop_says_what_must_happen_first(tmp_path: Path, outcome: Outcome) -> None:
    """One thing that stops is said in full; of several it says where they stand."""
    made = reported(tmp_path, DAMAGED, Ending(outcome))
    assert made.ending[-1] == "Eerst moet dit: Zet een kolom met het kopje ‘naam’ in het blad."
    two = [Problem(level=Level.STOP, sheet="a", wrong="", do=do) for do in ("Doe dit.", "Doe dat.")]
    assert Ending(outcome).sentences(two)[-1] == "Doe eerst wat bij ‘Stop’ staat."


def test_a_message_stands_in_the_cell_that_it_is_about(tmp_path: Path) -> None:
    """Row, column and text are the volunteer's own; the message is in the cell."""
    made = reported(tmp_path, DAMAGED)
    grid = next(own for own in made.sheets if own.name == "diensten").grid
    told_at = {
        (line.number, letter, cell.text): [message.level for message in cell.messages]
        for strip in grid.strips
        for line in strip.lines
        for (letter, _), cell in zip(strip.letters, line.cells, strict=False)
        if cell.messages
    }
    assert told_at[3, "A", ""] == [Level.UNUSABLE]
    assert told_at[3, "D", "612345678"] == [Level.REPAIRED]
    assert told_at[6, "D", "6,12346E+08"] == [Level.NOTICE]


def test_rows_that_are_fine_are_one_line(tmp_path: Path) -> None:
    """What lies between rows with a message is told in one line, alone, in a pair or as a range."""
    rows = [["Dienst", "Hulp", "Wij helpen.", "0490-01 23 45", "gratis"] for _ in range(12)]
    wrong = {2: "1", 4: "1", 7: "1"}
    for row, phone in wrong.items():
        rows[row - 2] = [*rows[0][:3], phone, "gratis"]
    made = reported(tmp_path, {"plekken": [], "diensten": [HEADINGS[:5], *numbered(rows)]})
    shown = [line.gap or line.number for line in lines(made, "diensten")]
    assert shown == [
        2, "Rij 3 is in orde", 4, "Rij 5 en 6 zijn in orde", 7, "Rij 8 tot en met 13 zijn in orde",
    ]  # fmt: skip


def numbered(rows: list[list[str]]) -> list[list[str]]:
    """Give every row a name and a telephone number of its own."""
    return [
        [
            f"{row[0]} {'abcdefghijklmnop'[n] * 5}",
            *row[1:3],
            row[3] if row[3] == "1" else f"0490-01 23 {n + 10}",
            row[4],
        ]
        for n, row in enumerate(rows)
    ]


def test_a_missing_column_is_told_above_the_sheet_and_once(tmp_path: Path) -> None:
    """The message about a column that is not there stands above the sheet; no row repeats it."""
    made = reported(tmp_path, DAMAGED)
    above = next(own for own in made.sheets if own.name == "plekken").above
    assert [message.level for message in above] == [Level.STOP]
    about = [cause for chapter in made.chapters for cause in chapter.causes if cause.sheet == "plekken"]
    assert [cause.wrong for cause in about] == ["De kolom ‘naam’ ontbreekt in dit blad."]
    assert [line.gap for line in lines(made, "plekken")] == ["Rij 2: verder geen opmerkingen"]


def test_letters_stay_right_where_columns_are_left_out(tmp_path: Path) -> None:
    """A strip holds the name, columns with messages and their neighbours, each under its own letter."""
    headings = ["naam", "rubriek", "kort", *(f"eigen {n}" for n in range(20)), "telefoon"]
    row = ["Klussendienst", "Hulp", "Wij klussen.", *["x"] * 20, "12"]
    made = reported(tmp_path, {"diensten": [headings, row]})
    strips = next(own for own in made.sheets if own.name == "diensten").grid.strips
    found = {
        letter: heading.text
        for strip in strips
        for (letter, _), heading in zip(strip.letters, strip.headings.cells, strict=False)
    }
    assert found["A"] == "naam" and found["X"] == "telefoon"
    assert all(len(strip.letters) <= 6 and strip.letters[0] == ("A", False) for strip in strips)
    assert all(gap == (ord(letter) - ord(before) > 1) for s in strips for before, letter, gap in following(s))


def following(strip: Strip) -> list[tuple[str, str, bool]]:
    """Return each letter with the one before it, and whether it says that columns are left out."""
    return [(before, letter, gap) for (before, _), (letter, gap) in pairwise(strip.letters)]


def test_what_is_still_shown_is_said(tmp_path: Path) -> None:
    """A row of which the last good version stays says from when; one without says that it is not there."""
    rows = [HEADINGS[:5], *(["", "Hulp", f"Wij doen {n}.", "", "gratis"] for n in ("dit", "dat", "meer"))]
    kept = {2: date(2026, 11, 3), 3: date(2025, 3, 1)}
    made = reported(tmp_path, {"diensten": rows}, Ending(Outcome.UPDATED), kept)
    cause = made.chapters[0].causes[0]
    assert cause.now == (
        "Rij 2: we tonen nog de versie van 3 november.",
        "Rij 3: we tonen nog de versie van 1 maart 2025.",
        "Rij 4: deze rij staat nu niet op de website.",
    )
    cells = {line.number: line.cells[0].messages[0].now for line in lines(made, "diensten")}
    assert cells[2] == "We tonen nog de versie van 3 november."
    assert cells[4] == "Deze rij staat nu niet op de website."


@pytest.mark.parametrize(
    ("kept_on", "published", "said"),
    [
        (date(2026, 11, 3), True, "We tonen nog de versie van 3 november."),
        (None, True, "Deze rij staat nu niet op de website."),
        (None, False, "Zo komt deze rij niet op de website."),
    ],
)
def test_the_text_says_what_is_shown_too(kept_on: date | None, published: bool, said: str) -> None:
    """In a terminal the same sentence stands between what is wrong and what to do."""
    wrong = Problem(
        level=Level.UNUSABLE, sheet="plekken", row=2, wrong="Fout.", do="Vul in.", kept_on=kept_on
    )
    assert f"  Wat:      Fout.\n  Nu:       {said}\n  Doe dit:  Vul in." in as_text([wrong], published, TODAY)


def test_private_words_are_nowhere(tmp_path: Path) -> None:
    """What stands in an intern column, an intern setting or about a person is not on the page."""
    sheets = {
        **DAMAGED,
        "prikbord": [
            ["nummer", "soort", "tekst", "toestemming", "intern naam"],
            ["1", "vraag", "Wie wandelt mee?", "misschien ZWARTEKAT", "ZWARTEKAT"],
        ],
        "contactpersonen": [
            ["straat", "rol", "toon naam", "naam", "via"],
            ["Dorpsstraat", "contact", "", "ZWARTEKAT", ""],
        ],
        "instellingen": [["naam", "waarde"], ["intern sleutel", "ZWARTEKAT"], ["dorpp", "Wilgenbroek"]],
    }
    html = page(reported(tmp_path, sheets), tmp_path / "report")
    assert "ZWARTEKAT" not in html and "GEHEIM" not in html
    assert "(niet getoond)" in html


def test_all_is_well(tmp_path: Path) -> None:
    """A register without problems gets a friendly page without sheets or advice."""
    made = report((), {}, Ending(Outcome.UPDATED), TODAY, "Wilgenbroek")
    html = page(made, tmp_path)
    assert "Alles klopt. Er is niets te doen." in text(html)
    assert not (made.counts or made.chapters or made.sheets or made.first)


def test_the_summary_counts_and_says_where_to_begin(tmp_path: Path) -> None:
    """Problems are counted for each level, the worst first, and the first thing to do is the worst."""
    made = reported(tmp_path, DAMAGED)
    assert [count.level for count in made.counts] == sorted(Level, key=lambda level: level.rank)
    assert made.first is not None and made.first.level is Level.STOP
    assert [chapter.level for chapter in made.chapters] == [count.level for count in made.counts]


def test_ten_thousand_wrong_rows_stay_one_page(tmp_path: Path) -> None:
    """However much is wrong, a page shows the first part and counts the rest."""
    small, large = (reported(tmp_path / str(n), many(n)) for n in (200, 10_000))
    sizes = [len(page(made, tmp_path / "report")) for made in (small, large)]
    assert sizes[1] < sizes[0] * 1.2 < 400_000
    shown = lines(large, "diensten")
    assert sum(line.number > 0 for line in shown) == MOST_ROWS
    assert any("nog 9960 rijen met een opmerking" in line.gap for line in shown)
    assert all(len(chapter.causes) <= MOST_CAUSES for chapter in large.chapters)
    assert next(own for own in large.sheets).grid.more.startswith("In dit blad staan nog ")


def test_the_page_stands_on_its_own(tmp_path: Path) -> None:
    """One file: no script, nothing from elsewhere, and what stands in a cell stays text."""
    html = page(reported(tmp_path, DAMAGED), tmp_path / "report")
    assert "<script" not in html and "&lt;script&gt;" in html
    assert not re.search(r'(?:src|href)="(?!#)|url\(|@import|https?://(?!www\.w3\.org)', html)


def test_a_page_is_replaced_in_one_step(tmp_path: Path) -> None:
    """Writing again leaves one page and nothing half; copies of an earlier report are gone."""
    folder = tmp_path / "report"
    folder.mkdir()
    for name in ("oud - met opmerkingen.xlsx", "oud - met opmerkingen.ods", "van mij.xlsx"):
        (folder / name).write_bytes(b"x")
    for _ in range(2):
        page(reported(tmp_path, DAMAGED), folder)
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "van mij.xlsx"]


def kinds(root: Path) -> dict[str, Report]:
    """Return a report of each kind."""
    return {
        "damaged": reported(root / "damaged", DAMAGED, Ending(Outcome.WITHDRAWN, ("Fietsmaatje",))),
        "many": reported(root / "many", many(300), Ending(Outcome.UPDATED)),
        "fine": report((), {}, Ending(Outcome.UPDATED), TODAY, "Wilgenbroek"),
    }


def test_every_kind_of_page_is_sound_html(tmp_path: Path) -> None:
    """html-validate finds nothing."""
    for name, made in kinds(tmp_path).items():
        write(made, tmp_path / "pages" / name, tmp_path / name / "data")
    found = tmp_path / "told.json"
    subprocess.run(
        [JUDGE, "--config", RULES, "--ext", "html", "--formatter", f"json={found}", tmp_path / "pages"],
        cwd=REPOSITORY, capture_output=True, check=False,
    )  # fmt: skip
    complaints = [
        f"{one['filePath']}:{m['line']} {m['ruleId']}: {m['message']}"
        for one in json.loads(found.read_text("utf-8"))
        for m in one["messages"]
    ]
    assert complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["damaged", "many", "fine"])
def test_no_barrier_is_found(
    browser: Browser, axe_source: str, tmp_path: Path, kind: str, width: int
) -> None:
    """axe-core finds nothing, narrow or wide; nothing runs sideways, and every message can be seen."""
    path = write(kinds(tmp_path)[kind], tmp_path / "page")
    window = browser.new_page(viewport={"width": width, "height": 800})
    window.goto(path.as_uri())
    window.evaluate(axe_source)
    found = window.evaluate(f"axe.run(document, {{runOnly: {JUDGED}}})")
    wrong = [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"]]
    sideways = window.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    unseen = window.locator(".note").evaluate_all("found => found.filter(e => !e.offsetParent).length")
    window.close()

    assert wrong == []
    assert not sideways
    assert unseen == 0


@pytest.mark.browser
def test_a_row_in_the_advice_leads_to_its_cell(browser: Browser, tmp_path: Path) -> None:
    """Pressing a row's number shows that row in the sheet, without script."""
    path = write(reported(tmp_path, DAMAGED), tmp_path / "page")
    context = browser.new_context(java_script_enabled=False)
    window = context.new_page()
    window.goto(path.as_uri())
    window.get_by_role("link", name="rij 6 ‘Winkelhulp’").first.click()
    assert window.url.endswith("#diensten-6")
    assert window.locator("#diensten-6").is_visible()
    context.close()


def test_levels_are_told_by_word_and_shape(tmp_path: Path) -> None:
    """No message depends on colour: each has its level as a word and a drawing."""
    html = page(reported(tmp_path, DAMAGED), tmp_path / "report")
    for note in re.findall(r'<div class="note .*?</div>', html, re.DOTALL):
        assert re.search(r"(Stop|Kan niet|Let op|Hersteld):", note) and "<svg" in note


def test_nothing_is_lost_on_the_way(tmp_path: Path) -> None:
    """Every problem that is told is in some chapter."""
    reading = files.read(files.write(tmp_path, DAMAGED))
    made = report(reading.problems, reading.sheets, CHECKED, TODAY, "Wilgenbroek")
    causes = {(c.level, c.wrong, c.do) for chapter in made.chapters for c in chapter.causes}
    assert {(p.level, p.wrong, p.do) for p in told(reading.problems)} == causes
