"""Rows that say the same twice are pointed out, and hardly anything else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dorpspomp import check
from dorpspomp.model import Organization, Phone, Register, Service, Settings, Source
from tests.conftest import REPOSITORY
from tests.village_files import TODAY, Rows, read, write

SETTINGS: Rows = [["naam", "waarde"], ["dorp", "Wilgenbroek"], ["centraal nummer", "0490-01 02 03"]]
ORGANIZATIONS = ["naam", "kort", "telefoon", "website", "bezoekadres"]
SERVICES = ["naam", "rubriek", "kort", "kosten", "telefoon", "organisatie"]
PLACES = ["naam", "adres", "breedtegraad", "lengtegraad"]


def alike(root: Path, sheet: str, headings: list[str], rows: Rows) -> list[tuple[int, str]]:
    """Return the rows of a sheet that look like an earlier one, and what is said of each."""
    full = [[*row, *[""] * (len(headings) - len(row))] for row in rows]
    found = read(write(root, {"instellingen": SETTINGS, sheet: [headings, *full]}))
    return [(p.row, p.wrong) for p in found.problems if p.sheet == sheet and "lijkt op" in p.wrong]


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        (["Stichting Dorpshuis De Wilg"], ["Dorpshuis de Wilg"], True),
        (["Dorpshuis De Wilg"], ["De Wilg, dorpshuis"], True),
        (["Dorpsraad"], ["Dorpsraad Wilgenbroek"], True),
        (["Café 't Hoekje"], ["cafe t hoekje"], True),
        (["Moskee De Vrede", "", "0490-04 20 18"], ["Moskee De Vrede", "", "0490-04 20 18"], True),
        (["Heemkundekring Klok", "", "0490-03 18 65"], ["Heemkundkring Klok", "", "0490-03 18 65"], True),
        (["Heemkundekring Klok", "", "0490-03 18 65"], ["Heemkundkring Klok", "", "0490-03 18 66"], False),
        (["Apotheek De Vlier", "", "0490-06 01 23"], ["Huisarts De Vlier", "", "0490-06 01 23"], False),
        (["Dorpsraad Wilgenbroek"], ["Dorpsraad Elsbeemd"], False),
        (["Bibliotheek", "", "0490-01 11 11", "", "Markt 1"],
         ["Bibliotheek", "", "0490-02 22 22", "", "Kerkpad 9"], False),
        (["Voetbalteam Heren 1", "", "0490-05 11 11"], ["Voetbalteam Heren 2", "", "0490-05 11 11"], False),
        (["Toneelgroep A", "", "0490-05 11 11"], ["Toneelgroep B", "", "0490-05 11 11"], False),
    ],
)  # fmt: skip
def test_organisations(tmp_path: Path, first: list[str], second: list[str], is_found: bool) -> None:
    """Spelling, order of words and legal form make no other organisation; address and number do."""
    found = alike(tmp_path, "organisaties", ORGANIZATIONS, [first, second])

    assert found == ([(3, f"Dit lijkt op ‘{first[0]}’ in rij 2.")] if is_found else [])


@pytest.mark.parametrize(
    ("sheet", "headings", "first", "second", "is_found"),
    [
        ("diensten", SERVICES, ["Klussen in huis", "Hulp", "x", "gratis"],
         ["Klussen in het huis", "Hulp", "y", "gratis"], True),
        ("diensten", SERVICES, ["Spreekuur", "Hulp", "x", "gratis", "0490-01 11 11", "Gemeente"],
         ["Spreekuur", "Hulp", "x", "gratis", "0490-02 22 22", "Wijkzuster"], False),
        ("plekken", PLACES, ["Praatbank", "Kerkpad 1"], ["praatbank", "Kerkpad 1"], True),
        ("plekken", PLACES, ["Bank", "", "51,65", "5,50"], ["Bank", "", "51,66", "5,51"], False),
        ("plekken", PLACES, ["AED", "Kerkpad 1"], ["AED", "Molenweg 2"], False),
    ],
)  # fmt: skip
def test_services_and_places(
    tmp_path: Path, sheet: str, headings: list[str], first: list[str], second: list[str], is_found: bool
) -> None:
    """The same service of another organisation, or the same bench elsewhere, is another one."""
    assert bool(alike(tmp_path, sheet, headings, [first, second])) is is_found


def test_a_pair_is_told_once(tmp_path: Path) -> None:
    """Each later row is pointed at the first one, at the row that can go."""
    rows = [["Dorpshuis De Wilg"], ["Dorpshuis Wilg"], ["Stichting Dorpshuis De Wilg"]]

    found = alike(tmp_path, "organisaties", ORGANIZATIONS, rows)

    assert [row for row, _ in found] == [3, 4]
    assert all("rij 2" in said for _, said in found)


@pytest.mark.parametrize(
    ("names", "number", "expected"),
    [
        (["Zanggroep", "Gymclub"], "0490-05 66 77", [3]),
        (["Zanggroep", "Gymclub"], "0490-01 02 03", []),
        (["Zanggroep", "Gymclub"], "14 0490", []),
        (["Zanggroep", "Gymclub", "Toneelgroep"], "0490-05 66 77", []),
        (["Basisschool De Knotwilg", "Opvang De Knotwilg"], "0490-05 66 77", []),
    ],
)
def test_phones(tmp_path: Path, names: list[str], number: str, expected: list[int]) -> None:
    """One number of two organisations is doubtful; the central number, an exchange and family are not."""
    rows = [ORGANIZATIONS, *([name, "", number, "", ""] for name in names)]
    found = read(write(tmp_path, {"instellingen": SETTINGS, "organisaties": rows})).problems

    assert [p.row for p in found if "Dit nummer staat ook" in p.wrong] == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (["Koffietafel", "Hulp", "elke dinsdag 10.00-12.00", "De Wilg", "gratis"], [3]),
        (["koffie-tafel", "Hulp", "Elke dinsdag 10.00-12.00", "De Wilg", "gratis"], [3]),
        (["Koffietafel", "Hulp", "elke vrijdag 10.00-12.00", "De Wilg", "gratis"], []),
        (["Koffietafel", "Hulp", "elke dinsdag 10.00-12.00", "De Elzenhof", "gratis"], []),
    ],
)
def test_activities(tmp_path: Path, second: list[str], expected: list[int]) -> None:
    """An activity at the same time and place is there twice; on another day or place it is not."""
    headings = ["naam", "rubriek", "wanneer", "plek", "kosten"]
    first = ["Koffietafel", "Hulp", "elke dinsdag 10.00-12.00", "De Wilg", "gratis"]

    assert [row for row, _ in alike(tmp_path, "activiteiten", headings, [first, second])] == expected


def test_the_example_has_no_twins() -> None:
    """A real register of 250 rows raises no false alarm."""
    found = read(REPOSITORY).problems

    assert [p.where for p in found if "lijkt op" in p.wrong or "Dit nummer staat ook" in p.wrong] == []


def test_ten_thousand_rows_are_looked_up_not_compared() -> None:
    """Comparing every pair of ten thousand would take minutes; here nobody waits."""
    services = tuple(
        Service(
            source=Source("diensten", i), code=f"{i}", name=f"Hulp onderwerp{i:05}", tile="hulp", short="x",
            costs="gratis", phone=Phone("0490-01 23 45", "0490012345"),
        )
        for i in range(2, 5002)
    )  # fmt: skip
    organizations = tuple(
        Organization(source=Source("organisaties", i), code=f"o{i}", name=f"Vereniging nummer{i:05}")
        for i in range(2, 5002)
    )
    register = Register(settings=Settings(portal="x"), services=services, organizations=organizations)

    assert not [p for p in check.problems(register, TODAY) if "lijkt op" in p.wrong]
