"""Hints about what is doubtful or stale."""

from datetime import date

import pytest

from dorpspomp import check
from dorpspomp.model import Phone, Platform, Register, Service, Settings, Shift, Source

TODAY = date(2026, 11, 22)


def service(sheet: str = "diensten", **facts: object) -> Service:
    """Make a service about which there is nothing to say."""
    usual = {"tile": "hulp", "short": "x", "costs": "gratis", "phone": Phone("112", "112")} | facts
    return Service(source=Source(sheet, 2), code="a", name="A", **usual)  # type: ignore[arg-type]


def platform(code: str = "a", **facts: object) -> Platform:
    """Make a platform."""
    return Platform(source=Source("platforms", 2), code=code, name=code, **({"need": "lenen"} | facts))  # type: ignore[arg-type]


def shift(first: str, last: str) -> Shift:
    """Make a shift of the shared number."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return Shift(source=Source("telefoondienst", 2), code="a", name="A", start=start, end=end)


def headings(**records: object) -> list[str]:
    """Return the headings that the checks speak of."""
    register = Register(settings=Settings(portal="x"), **records)  # type: ignore[arg-type]
    return [problem.heading for problem in check.problems(register, TODAY)]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"checked_on": date(2026, 5, 26)}, []),
        ({"checked_on": date(2026, 5, 25)}, ["gecontroleerd op"]),
        ({"checked_on": date(2027, 1, 1)}, ["gecontroleerd op"]),
        ({"costs": ""}, ["kosten"]),
        ({"phone": None, "website": "https://dorp.nl"}, ["telefoon"]),
        ({"phone": None, "website": "https://dorp.nl", "place": "linde"}, []),
        ({"phone": None, "website": "https://dorp.nl", "costs": "", "sheet": "landelijk"}, []),
    ],
)
def test_services(facts: dict[str, object], expected: list[str]) -> None:
    """Stale after 180 days; costs belong there; a website alone shuts people out."""
    assert headings(services=(service(**facts),)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("platforms", "expected"),
    [
        ([platform(needs_account=True)], ["zonder account"]),
        ([platform(needs_account=True, without_account="bel ons")], []),
        ([platform("a", preferred=True), platform("b", preferred=True, need="Lenen")], ["voorkeur"]),
        ([platform("a", preferred=True), platform("b", preferred=True, need="rijden")], []),
    ],
)
def test_platforms(platforms: list[Platform], expected: list[str]) -> None:
    """There is a way without an account, and one favourite for each need."""
    assert headings(platforms=tuple(platforms)) == expected


@pytest.mark.parametrize(
    ("shifts", "expected"),
    [
        ([shift("2026-11-01", "2026-12-01"), shift("2026-12-02", "2027-03-01")], []),
        ([shift("2026-12-04", "2027-03-01"), shift("2026-11-01", "2026-12-01")], ["van"]),
        ([shift("2026-11-01", "2026-12-01"), shift("2026-12-01", "2027-03-01")], ["van"]),
        ([shift("2026-12-01", "2026-11-30"), shift("2026-12-01", "2027-03-01")], ["tot en met"]),
        ([shift("2026-11-01", "2026-11-30")], ["tot en met"]),
        ([shift("2026-01-01", "2026-02-01"), shift("2026-05-01", "2026-06-01")], []),
    ],
)
def test_rota(shifts: list[Shift], expected: list[str]) -> None:
    """Somebody answers the shared number every day to come, and not two at once."""
    assert headings(shifts=tuple(shifts)) == expected
