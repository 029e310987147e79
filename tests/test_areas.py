"""The social map by area and by kind, the ladder of who helps, and who comes along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dorpspomp.reading import read_portal
from dorpspomp.views.lists import referral_views
from tests import village_files as files
from tests.conftest import build_quickly

SETTINGS = [
    ["naam", "waarde"],
    ["dorp", "Lindedorp"],
    ["gemeente", "Broek"],
    ["centraal nummer", "0490-03 04 05"],
]
SERVICES = ["naam", "rubriek", "kort", "kosten", "telefoon", "gebied", "niveau"]
VILLAGE: files.Sheets = {
    "instellingen": SETTINGS,
    "diensten": [
        SERVICES,
        ["Klussen", "Hulp", "Wij klussen.", "gratis", "0490-01 23 41", "Lindedorp en Elsrijk", "buren"],
        ["Vervoer", "Hulp", "Wij rijden.", "€ 2", "0490-01 23 42", "gemeente Broek", "vrijwilliger"],
        ["Zorg", "Hulp", "Wij zorgen.", "gratis", "0490-01 23 43", "regio Zuid", "professional"],
        ["Maatje", "Hulp", "Iemand gaat mee.", "gratis", "0490-01 23 44", "", "vrijwilliger"],
        ["Ver weg", "Hulp", "Voor allen.", "gratis", "0490-01 23 45", "heel Nederland", "professional"],
        ["Ritten", "Hulp", "Tot ver.", "gratis", "0490-01 23 46", "tot 25 kilometer ver", "vrijwilliger"],
    ],
    "organisaties": [
        ["naam", "soort", "telefoon", "gebied"],
        ["Koor", "koor", "0490-01 23 47", "Lindedorp"],
        ["Andere zangers", "koor", "0490-01 23 48", "Lindedorp"],
    ],
    "contactpersonen": [["straat", "gebied", "rol", "toon naam", "naam", "via"],
        ["Kerkstraat", "Het Ven", "straatcontact", "nee", "", "0490-03 04 05"]],
    "doorverwijzen": [
        ["situatie", "eerste stap", "organisatie", "wanneer niet de buren", "telefoon", "rubriek"],
        ["Een klus", "Bel een buur.", "Koor", "Bij gas of stroom.", "0490-01 23 47", "Hulp"],
        ["Er is gevaar", "Bel 112.", "Koor", "Altijd.", "112", "Hulp"],
    ],
    "rollen": [["rol", "taak", "telefoon", "status"],
        ["Meegaander", "U gaat de eerste keer mee.", "0490-03 04 05", "gezocht"]],
}  # fmt: skip


def site(root: Path, sheets: files.Sheets = VILLAGE) -> Path:
    """Build the website of a village."""
    built = build_quickly(files.write(root, sheets), parts=("site", "kiosk"))
    assert built.release, built.problems
    return root / "build" / "current" / "site"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the website of the village above."""
    return site(tmp_path_factory.mktemp("areas"))


def main(made: Path, path: str) -> str:
    """Return the main part of a page."""
    return (made / path / "index.html").read_text("utf-8").partition("<main")[2].partition("</main>")[0]


AREAS = {
    "lindedorp": {"Klussen", "Maatje", "Ritten", "Koor", "Andere zangers"},
    "elsrijk": {"Klussen"},
    "gemeente-broek": {"Vervoer"},
    "regio-zuid": {"Zorg"},
    "heel-nederland": {"Ver weg"},
    "het-ven": set(),
}


@pytest.mark.parametrize("area", AREAS)
def test_an_area_shows_what_is_there(made: Path, area: str) -> None:
    """What names several areas stands in each; what names none is the village's."""
    html = main(made, f"sociale-kaart/gebied/{area}/")
    names = set(re.findall(r'class="line"[^>]*><a href="[^"]*">([^<]+)</a>', html))
    assert names == AREAS[area]


def test_a_street_contact_stands_in_its_area(made: Path) -> None:
    """Who knows the way in a street is named by street and role, never by name without consent."""
    assert "Kerkstraat" in main(made, "sociale-kaart/gebied/het-ven/")


def test_the_social_map_leads_to_every_area_from_near_to_far(made: Path) -> None:
    """Village, municipality, region, country: in that order, each with what it leads to."""
    html = main(made, "sociale-kaart/")
    found = re.findall(r"sociale-kaart/gebied/([a-z-]+)/", html) or re.findall(
        r'href="[^"]*gebied/([a-z-]+)/', html
    )
    assert found[0] == "lindedorp"
    assert found[-3:] == ["gemeente-broek", "regio-zuid", "heel-nederland"]
    assert {path.name for path in (made / "sociale-kaart" / "gebied").iterdir()} == set(AREAS)


def test_organisations_stand_by_kind(made: Path) -> None:
    """Each kind is a heading with its organisations in alphabetical order."""
    html = main(made, "sociale-kaart/soort/")
    assert html.index(">Koor</h2>") < html.index("Andere zangers") < html.rindex(">Koor</a>")


def test_the_ladder_goes_from_neighbours_to_professionals(made: Path) -> None:
    """Three steps in order, each with services of that level; it is a list for who does not see it."""
    stair = main(made, "doorverwijzen/").partition('<ol class="ladder">')[2].partition("</ol>")[0]
    order = [stair.index(name) for name in ("Klussen", "Vervoer", "Zorg")]
    assert order == sorted(order)
    assert "Ver weg" in stair


def test_danger_comes_first(made: Path) -> None:
    """A situation that is always too much for neighbours stands before all others."""
    html = main(made, "doorverwijzen/")
    assert html.index("Er is gevaar") < html.index("Een klus")
    assert "Bij gas of stroom." in html


@pytest.mark.parametrize("path", ["sociale-kaart/", "doorverwijzen/", "meedoen/"])
def test_somebody_comes_along(made: Path, path: str) -> None:
    """Warm contact is offered on the three pages where people look for others."""
    html = main(made, path)
    assert "Liever niet alleen?" in html
    assert "Maatje" in html


def test_a_village_with_little_has_whole_pages(tmp_path: Path) -> None:
    """Without areas, levels, roles and situations there is no stair, no offer and no empty heading."""
    little = site(tmp_path, files.SMALL)
    for path in ("sociale-kaart/", "doorverwijzen/", "meedoen/"):
        html = main(little, path)
        assert "ladder" not in html
        assert "Liever niet alleen?" not in html
        assert not re.search(r"</h2>\s*</section>", html)


def test_the_kiosk_leads_nowhere_it_cannot_go(made: Path) -> None:
    """No link on the kiosk's pages of these kinds leads to a page that the kiosk lacks."""
    kiosk = made.parent / "kiosk"
    for path in ("sociale-kaart", "doorverwijzen", "meedoen"):
        html = (kiosk / path / "index.html").read_text("utf-8")
        for href in re.findall(r'<a[^>]*href="(\.[^"#]*)"', html):
            assert (kiosk / path / href).resolve().exists(), href


def test_a_number_of_nobody_stands_under_no_name(tmp_path: Path) -> None:
    """112 is not the number of the organisation that helps further, so it does not stand under its name."""
    situations = [
        ["situatie", "eerste stap", "organisatie", "telefoon"],
        ["Er is gevaar", "Bel eerst.", "Huisartsenpost", "112"],
        ["Iemand is ziek", "Bel de post.", "Huisartsenpost", "0490-01 00 11"],
    ]
    posts = [["naam", "soort", "telefoon", "code"], ["Huisartsenpost", "huisarts", "0490-01 00 11", "post"]]
    root = files.write(tmp_path, {"organisaties": posts, "doorverwijzen": situations})
    guide = referral_views(read_portal(root, files.TODAY).portal)

    assert {r.referral.name: r.is_theirs for r in guide} == {"Er is gevaar": False, "Iemand is ziek": True}
