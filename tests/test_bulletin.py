"""The week as ready text: never too long, always with the number, made from the register alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from dorpspomp.reading import drawn
from dorpspomp.views.bulletin import ARTICLE, MESSAGE, POST, Bulletin, bulletin
from tests import village_files as files
from tests.conftest import REPOSITORY, TODAY, build_quickly, copy_example, serving

SETTINGS = [
    ["naam", "waarde"],
    ["naam portaal", "Dorpspomp Lindedorp"],
    ["dorp", "Lindedorp"],
    ["centraal nummer", "0490-03 04 05"],
    ["webadres", "https://lindedorp.example/"],
]
ACTIVITIES = [
    ["naam", "rubriek", "wanneer", "plek", "kosten"],
    ["Koffie", "Ontmoeten", "elke dinsdag 10.00-12.00", "Dorpshuis", "gratis"],
    ["Kerstmarkt *groot*", "Ontmoeten", "28 november 2026 14.00-17.00", "Plein", "gratis"],
    ["Zomerfeest", "Ontmoeten", "3 juli 2027 14.00-17.00", "Plein", "gratis"],
]
CARDS = [
    ["nummer", "soort", "rubriek", "tekst", "geplaatst", "geldig tot", "via", "toestemming"],
    ["26-1", "vraag", "Ontmoeten", "Wie wandelt met mij?", "2026-11-20", "2027-01-31", "0490-03 04 05", "ja"],
    ["26-2", "aanbod", "Ontmoeten", "Soep over.", "2026-09-01", "2027-01-31", "0490-03 04 05", "ja"],
    ["26-3", "vraag", "Ontmoeten", "Mag niet.", "2026-11-20", "2027-01-31", "0490-03 04 05", "nee"],
]
VILLAGE: files.Sheets = {
    **files.SMALL, "instellingen": SETTINGS, "activiteiten": ACTIVITIES, "prikbord": CARDS,
}  # fmt: skip


def made(root: Path, sheets: files.Sheets = VILLAGE, today: date = TODAY) -> Bulletin:
    """Return the texts of a village."""
    return bulletin(drawn(files.read(files.write(root, sheets), today), today).portal)


def texts(found: Bulletin) -> dict[str, str]:
    """Return the texts by their code."""
    return {text.code: text.text for text in found.texts}


@pytest.mark.parametrize("code", ["kort", "bericht", "krant"])
def test_every_text_has_the_number_and_the_address(tmp_path: Path, code: str) -> None:
    """Whatever the length: who reads it knows whom to call and where to look."""
    text = texts(made(tmp_path))[code]
    assert "0490-03 04 05" in text
    assert "lindedorp.example" in text
    assert "22 tot en met 28 november" in text


@pytest.mark.parametrize(("code", "most"), [("kort", POST), ("bericht", MESSAGE), ("krant", ARTICLE)])
def test_no_text_is_too_long(code: str, most: int) -> None:
    """The example village has more than fits; what is left out is counted, on any day of the year."""
    reading = files.read(REPOSITORY)
    for month in (1, 4, 7, 11):
        today = date(2026, month, 22)
        text = texts(bulletin(drawn(reading, today).portal))[code]
        assert 60 < len(text) <= most


def test_what_is_on_this_week_and_no_more(tmp_path: Path) -> None:
    """Only the coming seven days count, and each activity is named once."""
    for text in texts(made(tmp_path)).values():
        assert text.count("Koffie") == 1
        assert "Kerstmarkt" in text
        assert "Zomerfeest" not in text


def test_only_new_cards_with_consent_are_told(tmp_path: Path) -> None:
    """A card of the last two weeks is told with its number; an old one and one without consent are not."""
    text = texts(made(tmp_path))["krant"]
    assert "Wie wandelt met mij? Reageren? Noem nummer 26-1." in text
    assert "Soep" not in text
    assert "Mag niet" not in text


def test_only_the_message_has_bold_letters(tmp_path: Path) -> None:
    """WhatsApp makes stars bold: the message has them in pairs, the other texts as they were written."""
    found = texts(made(tmp_path))
    assert found["bericht"].startswith("*Deze week in Lindedorp")
    assert found["bericht"].count("*") % 2 == 0
    assert "Kerstmarkt groot" in found["bericht"]


def test_a_mail_holds_the_text(tmp_path: Path) -> None:
    """The mail's body is the text; the article is too long for an address when it is long."""
    short = made(tmp_path).texts[0]
    assert unquote(short.mail).partition("&body=")[2].replace("\r\n", "\n") == short.text


@pytest.mark.parametrize("less", [{}, {"instellingen": SETTINGS[:3]}])
def test_a_village_with_little_has_a_text_too(tmp_path: Path, less: files.Sheets) -> None:
    """Without activities, board, number or address there is still a line, and nothing breaks."""
    for text in texts(made(tmp_path, {**files.SMALL, **less})).values():
        assert "22 tot en met 28 november" in text
        assert "Bel " not in text


@pytest.mark.browser
def test_a_text_is_copied_with_and_without_script(tmp_path: Path, browser: Browser) -> None:
    """The button copies exactly the text; without script the text is there to be selected."""
    copy_example(tmp_path / "dorp")
    assert build_quickly(tmp_path / "dorp", parts=("site",)).release
    with serving(tmp_path / "dorp" / "build" / "current" / "site") as address:
        context = browser.new_context(permissions=["clipboard-write"])
        page = context.new_page()
        page.goto(f"{address}/weekbericht/")
        text = page.locator("pre").first.text_content()
        page.get_by_role("button", name="Kopieer").first.click()
        page.get_by_text("Gekopieerd").first.wait_for()
        page.goto("data:text/html,<textarea autofocus></textarea>")
        page.locator("textarea").press("Control+V")
        assert page.locator("textarea").input_value() == text
        context.close()
        plain = browser.new_context(java_script_enabled=False).new_page()
        plain.goto(f"{address}/weekbericht/")
        assert plain.locator("pre").first.text_content() == text
        assert plain.get_by_role("button").count() == 0
        plain.context.close()
