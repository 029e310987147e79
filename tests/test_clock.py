"""The website at other moments than its build: midnight, summer time, holidays, week 53, a month later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import build_quickly, serving
from tests.village_files import Sheets, write

pytestmark = pytest.mark.browser

VILLAGE: Sheets = {
    "plekken": [
        ["naam", "adres", "openingstijden", "code"],
        ["Dorpshuis", "Plein 1", "ma-vr 9-12 en 13-17, niet op feestdagen", "dorpshuis"],
        ["Kast", "Plein 2", "dag en nacht open", "kast"],
        ["Loket", "Plein 3", "op afspraak", "loket"],
        ["Winkel", "Plein 4", "ma-vr 9-12", "winkel"],
    ],
    "diensten": [
        ["naam", "rubriek", "kort", "telefoon", "bereikbaar", "code"],
        ["Nachtlijn", "Hulp", "Wij luisteren.", "0490-01 11 11", "elke dag 22.00-2.00", "nachtlijn"],
    ],
    "activiteiten": [
        ["naam", "rubriek", "wanneer", "plek", "code"],
        ["Nachtwake", "Samen", "zaterdag 22.00-2.00", "Dorpshuis", "wake"],
        ["Vroege vogels", "Samen", "zondag 02.15-03.30", "Dorpshuis", "vogels"],
        ["Even week", "Samen", "even weken op donderdag 10-12", "Dorpshuis", "even"],
        ["Koffie", "Samen", "ma-vr 10.00-11.30, niet op feestdagen", "Dorpshuis", "koffie"],
        ["Fancy fair", "Samen", "21 november 2026", "Dorpshuis", "fair"],
    ],
    "uitzonderingen": [
        ["waarvan", "van", "tot en met", "wat", "tijd", "reden"],
        ["Dorpshuis", "2026-11-24", "2026-11-24", "gesloten", "", "schoonmaak"],
        ["Dorpshuis", "2026-11-25", "2026-11-25", "andere tijd", "14.00-16.00", ""],
        ["Dorpshuis", "2026-11-28", "2026-11-28", "extra", "10.00-12.00", "open dag"],
    ],
    "instellingen": [
        ["naam", "waarde"],
        ["dorp", "Lindedorp"],
        ["centraal nummer", "0490-01 23 40"],
        ["bereikbaar", "ma-vr 9-12"],
    ],
    "telefoondienst": [
        ["van", "tot en met", "intern coordinator"],
        ["2026-10-01", "2026-11-24", "Een"],
        ["2026-11-30", "2027-03-01", "Twee"],
    ],
}
BUILT = {
    "autumn": date(2026, 10, 20),
    "november": date(2026, 11, 20),
    "december": date(2026, 12, 20),
    "march": date(2027, 3, 20),
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Serve the village as it was built on several days."""
    roots = {name: write(tmp_path_factory.mktemp(name), VILLAGE) for name in BUILT}
    for name, day in BUILT.items():
        assert build_quickly(roots[name], day, ("site",)).release
    site = Path("build") / "current" / "site"
    with (
        serving(roots["autumn"] / site) as autumn,
        serving(roots["november"] / site) as november,
        serving(roots["december"] / site) as december,
        serving(roots["march"] / site) as march,
    ):
        yield {"autumn": autumn, "november": november, "december": december, "march": march}


def at(browser: Browser, address: str, moment: str, zone: str = "Europe/Amsterdam") -> Page:
    """Open a page at a moment, given with its distance from Greenwich, on a device in some time zone."""
    context = browser.new_context(locale="nl-NL", timezone_id=zone)
    page = context.new_page()
    page.clock.install(time=datetime.fromisoformat(moment))
    page.goto(address)
    page.wait_for_function("document.readyState === 'complete'")
    return page


def told(page: Page) -> str:
    """Return what a place says of its hours, or any other page of its number; "" when it says nothing."""
    hours = "[data-hours]" if "/plekken/" in page.url else ".number--main"
    line = page.locator(f"{hours} [data-told]").first
    return line.inner_text() if line.count() else ""


HOURS = [
    # at an ordinary moment, and just before and after a boundary
    ("november", "plekken/dorpshuis/", "2026-11-23T09:30+01:00", "Nu open tot 12.00 uur"),
    ("november", "plekken/dorpshuis/", "2026-11-23T08:59+01:00", "Opent vandaag om 9.00 uur"),
    ("november", "plekken/dorpshuis/", "2026-11-23T09:00+01:00", "Nu open tot 12.00 uur"),
    ("november", "plekken/dorpshuis/", "2026-11-23T12:00+01:00", "Opent vandaag om 13.00 uur"),
    # exceptions: closed on Tuesday, other time on Wednesday, extra on Saturday
    ("november", "plekken/dorpshuis/", "2026-11-23T17:00+01:00", "Opent woensdag om 14.00 uur"),
    ("november", "plekken/dorpshuis/", "2026-11-24T23:59+01:00", "Opent morgen om 14.00 uur"),
    ("november", "plekken/dorpshuis/", "2026-11-28T11:00+01:00", "Nu open tot 12.00 uur"),
    ("november", "plekken/dorpshuis/", "2026-11-28T12:30+01:00", "Opent maandag om 9.00 uur"),
    # a holiday, and the days around it
    ("december", "plekken/dorpshuis/", "2026-12-24T17:30+01:00", "Opent maandag om 9.00 uur"),
    ("december", "plekken/dorpshuis/", "2026-12-25T10:00+01:00", "Opent maandag om 9.00 uur"),
    ("december", "plekken/dorpshuis/", "2026-12-31T17:30+01:00", "Opent maandag om 9.00 uur"),
    # hours that do not speak of holidays claim nothing on one
    ("december", "plekken/winkel/", "2026-12-24T10:00+01:00", "Nu open tot 12.00 uur"),
    ("december", "plekken/winkel/", "2026-12-25T10:00+01:00", "Opent maandag om 9.00 uur"),
    # past midnight
    ("november", "diensten/nachtlijn/", "2026-11-23T23:59+01:00", "Nu bereikbaar tot 2.00 uur"),
    ("november", "diensten/nachtlijn/", "2026-11-24T01:59+01:00", "Nu bereikbaar tot 2.00 uur"),
    ("november", "diensten/nachtlijn/", "2026-11-24T02:00+01:00", "Weer bereikbaar vandaag om 22.00 uur"),
    # the clock goes back: from three to two, so half past two comes twice
    ("autumn", "diensten/nachtlijn/", "2026-10-25T01:30+02:00", "Nu bereikbaar tot 2.00 uur"),
    ("autumn", "diensten/nachtlijn/", "2026-10-25T02:30+02:00", "Weer bereikbaar vandaag om 22.00 uur"),
    ("autumn", "diensten/nachtlijn/", "2026-10-25T02:30+01:00", "Weer bereikbaar vandaag om 22.00 uur"),
    ("autumn", "plekken/dorpshuis/", "2026-10-25T12:00+01:00", "Opent morgen om 9.00 uur"),
    # the clock goes forward: half past two does not exist
    ("march", "plekken/dorpshuis/", "2027-03-28T01:59+01:00", "Opent dinsdag om 9.00 uur"),
    ("march", "plekken/dorpshuis/", "2027-03-28T03:00+02:00", "Opent dinsdag om 9.00 uur"),
    # nothing is claimed where no hours were read; day and night is always
    ("november", "plekken/loket/", "2026-11-23T10:00+01:00", ""),
    ("november", "plekken/kast/", "2026-11-23T03:00+01:00", "Nu open"),
    # beyond what was worked out nothing is said
    ("november", "plekken/dorpshuis/", "2027-06-01T10:00+02:00", ""),
    # the shared number: its hours on days that have somebody
    ("november", "", "2026-11-24T10:00+01:00", "Nu bereikbaar tot 12.00 uur"),
    ("november", "", "2026-11-25T10:00+01:00", "Weer bereikbaar maandag om 9.00 uur"),
    ("november", "", "2026-11-30T10:00+01:00", "Nu bereikbaar tot 12.00 uur"),
]


@pytest.mark.parametrize(("built", "address", "moment", "expected"), HOURS)
@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Pacific/Auckland"])
def test_what_is_open(
    browser: Browser, sites: dict[str, str], built: str, address: str, moment: str, expected: str, zone: str
) -> None:
    """What is said about now is right at that moment in the village, wherever the reader is."""
    page = at(browser, f"{sites[built]}/{address}", moment, zone)
    assert told(page) == expected
    page.context.close()


AGENDA = [
    # moment, what is first on the agenda, what goes on
    ("november", "2026-11-21T23:59+01:00", ["Fancy fair", "Nachtwake"], ["nu bezig"]),
    ("november", "2026-11-22T00:00+01:00", ["Nachtwake", "Vroege vogels"], ["nu bezig"]),
    ("november", "2026-11-22T01:20+01:00", ["Nachtwake", "Vroege vogels"], ["nu bezig", "over 55 minuten"]),
    ("november", "2026-11-22T03:30+01:00", ["Koffie"], []),
    ("autumn", "2026-10-25T02:30+02:00", ["Vroege vogels"], ["nu bezig"]),
    ("autumn", "2026-10-25T02:30+01:00", ["Vroege vogels"], ["nu bezig"]),
    ("autumn", "2026-10-25T03:30+01:00", ["Koffie"], []),
    ("march", "2027-03-28T03:00+02:00", ["Vroege vogels"], ["nu bezig"]),
    # week 52 is even, week 53 and week 1 are not
    ("december", "2026-12-24T09:30+01:00", ["Even week", "Koffie"], ["over 30 minuten", "over 30 minuten"]),
    ("december", "2026-12-31T09:30+01:00", ["Koffie"], ["over 30 minuten"]),
    ("december", "2027-01-07T09:30+01:00", ["Koffie"], ["over 30 minuten"]),
    # a holiday
    ("december", "2026-12-25T09:30+01:00", ["Nachtwake"], []),
]


@pytest.mark.parametrize(("built", "moment", "first", "soon"), AGENDA)
def test_the_agenda_at_view_time(
    browser: Browser, sites: dict[str, str], built: str, moment: str, first: list[str], soon: list[str]
) -> None:
    """The agenda begins with what is not over, and says what goes on or begins within the hour."""
    page = at(browser, f"{sites[built]}/agenda/", moment)
    day = page.locator(".day:visible").first
    names = [name.strip() for name in page.locator(".row__name:visible").all_inner_texts()]
    assert names[: len(first)] == first
    assert [text for text in page.locator("[data-soon]:visible").all_inner_texts() if text] == soon
    assert day.count() == 1
    page.context.close()


@pytest.mark.parametrize(
    ("moment", "is_old"), [("2026-12-04T10:00+01:00", False), ("2026-12-20T10:00+01:00", True)]
)
def test_a_portal_that_is_not_rebuilt(
    browser: Browser, sites: dict[str, str], moment: str, is_old: bool
) -> None:
    """A month after the build it still tells the truth, and says its age."""
    page = at(browser, f"{sites['november']}/agenda/", moment)
    assert page.locator("[data-made]").is_visible() is is_old
    dates = page.locator(".day:visible").evaluate_all("days => days.map(day => day.dataset.date)")
    assert dates and all(day >= moment[:10] for day in dates)
    page.context.close()


def test_an_agenda_that_has_run_out(browser: Browser, sites: dict[str, str]) -> None:
    """When no date is left the page says so instead of showing nothing."""
    page = at(browser, f"{sites['november']}/agenda/", "2027-06-01T10:00+02:00")
    assert page.locator("[data-none]").is_visible()
    assert page.locator(".day:visible").count() == 0
    page.context.close()


def test_exceptions_are_told_without_script(sites: dict[str, str], browser: Browser) -> None:
    """What deviates in the coming two weeks stands on the page, with its reason."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sites['november']}/plekken/dorpshuis/")
    text = page.locator("main").inner_text()
    assert "Gesloten op dinsdag 24 november: schoonmaak." in text
    assert "Andere tijd op woensdag 25 november: 14.00-16.00." in text
    assert "Extra open op zaterdag 28 november: 10.00-12.00, open dag." in text
    context.close()
