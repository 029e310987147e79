"""Freshness: what nobody has looked at for long, and what nobody ever said to have looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dorpspomp.check.aside import Aside
from dorpspomp.check.hint import hint
from dorpspomp.model import Checked, Platform, Record, Register
from dorpspomp.problem import Level, Problem

_HEADING = "gecontroleerd op"
_MANY = 10
"""In a sheet of so many rows the day is missed, even if no row has one."""

STALE: tuple[tuple[str, str], ...] = (
    (
        "Dit is langer dan {days} dagen niet nagekeken.",
        "Kijk de gegevens na en vul de datum van vandaag in.",
    ),
    (
        "Dit is langer dan {days} dagen niet nagekeken. Lezers zien erbij: ‘bel even of het nog klopt’.",
        "Bel of het nog klopt en vul de datum van vandaag in.",
    ),
    (
        "Dit is langer dan {days} dagen niet nagekeken. Misschien bestaat het niet meer.",
        "Bel eerst of dit er nog is.",
    ),
)
"""What is said of a row at each step of the setting `verouderd na`, the mildest first."""


def stale(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield what nobody has looked at for longer than the settings allow."""
    steps = sorted(register.settings.stale_after) or [180]
    for record in _checked(register):
        days = (today - record.checked_on).days if record.checked_on else 0
        if days < 0:
            yield _at(record, "Deze dag moet nog komen.", "Vul de dag in waarop u de gegevens nakeek.")
        elif passed := [step for step in _steps_of(record, steps) if days > step]:
            wrong, do = STALE[min(len(passed), len(STALE)) - 1]
            yield _at(record, wrong.format(days=passed[-1]), do)


def never_checked(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield one hint for each sheet in which the day of checking is missing."""
    by_sheet: dict[str, list[Checked | Platform]] = {}
    for record in _checked(register):
        if record.source.row and record.sheet != "landelijk":
            by_sheet.setdefault(record.sheet, []).append(record)
    for sheet, records in by_sheet.items():
        without = [record for record in records if record.checked_on is None]
        if without and (len(without) < len(records) or len(records) >= _MANY):
            yield _never(sheet, without)


def _never(sheet: str, without: list[Checked | Platform]) -> Problem:
    rows = "Bij één rij" if len(without) == 1 else f"Bij {len(without)} rijen"
    first = without[0]
    return Problem(
        level=Level.NOTICE, sheet=sheet, heading=_HEADING, says=f"bijvoorbeeld rij {first.source.row}",
        wrong=f"{rows} staat niet wanneer iemand de gegevens nakeek.",
        do="Vul de datum in zodra u een rij nakijkt.",
    )  # fmt: skip


def _checked(register: Register) -> tuple[Checked | Platform, ...]:
    return (
        *register.services, *register.activities, *register.organizations, *register.places,
        *register.platforms,
    )  # fmt: skip


def _steps_of(record: Record, steps: list[int]) -> list[int]:
    """Return the steps that count; a national service changes less often than a village."""
    return steps[-1:] if record.sheet == "landelijk" else steps


def _at(record: Checked | Platform, wrong: str, do: str) -> Problem:
    return hint(record, _HEADING, wrong, do, record.checked_on.isoformat() if record.checked_on else "")
