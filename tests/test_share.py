"""Passing a record on: its text, and the messages that hold it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from dorpspomp.model import Phone
from dorpspomp.reading import read_portal
from dorpspomp.views.card import Card, Number
from dorpspomp.views.portal import Portal
from dorpspomp.views.share import share
from dorpspomp.views.shelf import shelf
from tests import village_files as files
from tests.conftest import TODAY

PHONE = Phone("0490-01 02 03", "0490010203")
CARD = Card(sheet="diensten", code="heg", address="diensten/heg/", short="4821", name="Heg & haag")
CASES = {
    "a name alone": (CARD, ["Heg & haag", "https://dorp.example/q/4821/"]),
    "all there is": (
        replace(
            CARD,
            sheet="activiteiten",
            text="Samen eten?",
            when="di 12.00 uur",
            following="dinsdag 24 november, 12.00 uur",
            where="De Linde",
            number=Number(PHONE),
        ),
        [
            "Heg & haag",
            "Samen eten?",
            "Wanneer: di 12.00 uur",
            "Eerstvolgende keer: dinsdag 24 november, 12.00 uur",
            "Waar: De Linde",
            "Bel: 0490-01 02 03",
            "https://dorp.example/q/4821/",
        ],
    ),
    "one day, said once": (
        replace(
            CARD,
            sheet="activiteiten",
            when="dinsdag 24 november 2026 12.00 uur",
            following="dinsdag 24 november, 12.00 uur",
        ),
        ["Heg & haag", "Wanneer: dinsdag 24 november 2026 12.00 uur", "https://dorp.example/q/4821/"],
    ),
    "what is cancelled": (
        replace(CARD, notice="Gaat niet door", short=""),
        ["Heg & haag", "Gaat niet door"],
    ),
    "the central number": (
        replace(CARD, number=Number(PHONE, own=False), short=""),
        ["Heg & haag", "Bel: 0490-01 02 03 (het centrale nummer)"],
    ),
    "a place, whose text is where it is": (
        replace(CARD, sheet="plekken", text="Plein 1", where="Plein 1", when="ma 9.00 uur"),
        ["Heg & haag", "Open: ma 9.00 uur", "Waar: Plein 1", "https://dorp.example/q/4821/"],
    ),
}


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """Return a small village with a web address."""
    settings = [
        ["naam", "waarde"],
        ["centraal nummer", "0490-01 02 03"],
        ["webadres", "https://dorp.example/"],
    ]
    root = files.write(tmp_path_factory.mktemp("dorp"), {**files.SMALL, "instellingen": settings})
    return read_portal(root, TODAY).portal


@pytest.mark.parametrize(("card", "lines"), CASES.values(), ids=CASES)
def test_a_text_says_what_is_known(portal: Portal, card: Card, lines: list[str]) -> None:
    """The text has a line for each thing that is known, and none for what is not."""
    assert share(card, portal).text.splitlines() == lines


@pytest.mark.parametrize(("card", "lines"), CASES.values(), ids=CASES)
def test_every_message_holds_the_text(portal: Portal, card: Card, lines: list[str]) -> None:
    """WhatsApp, mail and text message open with the same words; the mail's subject is the name."""
    made = share(card, portal)
    mail, sms = parse_qs(urlsplit(made.mail).query), parse_qs(urlsplit(made.sms).query)

    assert unquote(made.whatsapp.partition("?text=")[2]).splitlines() == lines
    assert mail["body"][0].split("\r\n") == lines
    assert mail["subject"] == [card.name]
    assert sms["body"][0].splitlines() == lines


def test_a_text_stays_short(portal: Portal) -> None:
    """Nothing but lines of words: no markup, no soft or hard signs, no address of anybody else."""
    for card in shelf(portal).cards:
        text = share(card, portal).text
        assert len(text.splitlines()) <= 8
        assert not set("<>\u00ad\u2060") & set(text)


@pytest.fixture(scope="module")
def koffie(site_server: str) -> str:
    """Return a page to pass on."""
    return f"{site_server}/activiteiten/open-koffietafel/"


@pytest.mark.browser
def test_the_button_copies_where_nothing_can_share(browser: Browser, koffie: str) -> None:
    """Without a menu of the device's own the text is copied, and the page says so."""
    context = browser.new_context(permissions=["clipboard-write"])
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    page.goto(koffie)
    page.get_by_role("button", name="Deel of kopieer").click()

    expect(page.locator(".pass [role=status]")).to_have_text("Gekopieerd. Plak het in uw bericht.")
    page.evaluate("document.body.prepend(document.createElement('textarea'))")
    page.locator("textarea").press("Control+v")
    copied = page.locator("textarea").input_value()
    assert copied.startswith("Open koffietafel\n")
    assert "0490-02 14 36" in copied
    context.close()


@pytest.mark.browser
def test_the_button_uses_the_menu_of_the_device(browser: Browser, koffie: str) -> None:
    """Where a device can share, it gets the text; a menu that is closed again is no mistake."""
    page = browser.new_page()
    page.add_init_script(
        "navigator.share = (what) => { window.shared = what; "
        "return Promise.reject(new DOMException('', 'AbortError')); }"
    )
    page.goto(koffie)
    page.get_by_role("button", name="Deel of kopieer").click()

    assert page.evaluate("window.shared.text").startswith("Open koffietafel\n")
    expect(page.locator(".pass [role=status]")).to_be_empty()
    page.close()


@pytest.mark.browser
def test_without_script_there_is_no_dead_button(browser: Browser, koffie: str) -> None:
    """Without script the buttons are not there; the links, which need none, are."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(koffie)

    expect(page.locator(".pass button:visible")).to_have_count(0)
    for name in ("Stuur met WhatsApp", "Stuur met e-mail", "Neem mee voor een ander"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    context.close()
