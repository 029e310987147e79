"""What a good register has beyond what a schema can say. Everything here is a hint, never a bar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise

from dorpspomp.model import Activity, Checked, Organization, Platform, Record, Register, Service, Shift
from dorpspomp.problem import Level, Problem

_SOON = timedelta(days=15)


def problems(register: Register, today: date) -> tuple[Problem, ...]:
    """Return everything that is doubtful or stale."""
    return tuple(problem for check in CHECKS for problem in check(register, today))


def stale(register: Register, today: date) -> Iterator[Problem]:
    """Yield what nobody has looked at for longer than the settings allow."""
    days = register.settings.stale_after or (180,)
    records: tuple[Checked | Platform, ...] = (
        *register.services, *register.activities, *register.organizations, *register.places,
        *register.platforms,
    )  # fmt: skip
    for record in records:
        most = max(days) if record.sheet == "landelijk" else min(days)
        if record.checked_on and (today - record.checked_on).days > most:
            yield _hint(
                record, "gecontroleerd op", f"Dit is langer dan {most} dagen niet nagekeken.",
                "Kijk de gegevens na en vul de datum van vandaag in.", record.checked_on.isoformat(),
            )  # fmt: skip
        elif record.checked_on and record.checked_on > today:
            yield _hint(
                record, "gecontroleerd op", "Deze dag moet nog komen.",
                "Vul de dag in waarop u de gegevens nakeek.", record.checked_on.isoformat(),
            )  # fmt: skip


def only_a_website(register: Register, today: date) -> Iterator[Problem]:
    """Yield services that people without internet cannot reach."""
    records: tuple[Service | Organization, ...] = (*register.services, *register.organizations)
    for record in records:
        elsewhere = record.phone or record.email or record.place or getattr(record, "visiting_address", "")
        if record.website and not elsewhere and record.sheet != "landelijk":
            yield _hint(
                record, "telefoon", "Hier staat alleen een website.", "Zet er een telefoonnummer bij."
            )


def platforms(register: Register, today: date) -> Iterator[Problem]:
    """Yield platforms that shut people out, and needs with two favourites."""
    for platform in register.platforms:
        if platform.needs_account and not platform.without_account:
            yield _hint(
                platform, "zonder account", "Voor dit platform is een account nodig.",
                "Schrijf op hoe het zonder account kan.",
            )  # fmt: skip
    preferred = sorted((p for p in register.platforms if p.preferred), key=_need)
    for _, group in groupby(preferred, key=_need):
        for extra in list(group)[1:]:
            yield _hint(
                extra, "voorkeur", f"Voor ‘{extra.need}’ hebben twee platforms de voorkeur.",
                "Laat er één met ‘ja’ staan.",
            )  # fmt: skip


def costs(register: Register, today: date) -> Iterator[Problem]:
    """Yield what does not tell whether it costs anything."""
    records: tuple[Service | Activity, ...] = (*register.services, *register.activities)
    for record in records:
        if not record.costs and record.sheet != "landelijk":
            yield _hint(
                record, "kosten", "Er staat niet bij wat het kost.", "Vul een bedrag in, of ‘gratis’."
            )


def rota(register: Register, today: date) -> Iterator[Problem]:
    """Yield days on which nobody answers the shared number, and days on which two people do."""
    shifts = sorted(
        (s for s in register.shifts if s.end >= today), key=lambda shift: (shift.start, shift.end)
    )
    for shift in shifts:
        if shift.end < shift.start:
            yield _hint(shift, "tot en met", "De laatste dag ligt voor de eerste.", "Kijk de datums na.")
    for before, after in pairwise(shift for shift in shifts if shift.start <= shift.end):
        yield from _between(before, after)
    if shifts and max(shift.end for shift in shifts) < today + _SOON:
        wrong = "Het rooster van de telefoon loopt bijna af."
        yield _hint(shifts[-1], "tot en met", wrong, "Vul het rooster aan met nieuwe rijen.")


def _between(before: Shift, after: Shift) -> Iterator[Problem]:
    free = before.end + timedelta(days=1)
    if after.start > free:
        wrong = f"Van {_shown(free)} tot {_shown(after.start)} neemt niemand de telefoon op."
        yield _hint(after, "van", wrong, "Vul in wie er dan opneemt.")
    elif after.start < free:
        wrong = f"Op {_shown(after.start)} nemen twee mensen de telefoon op."
        yield _hint(after, "van", wrong, "Kijk de datums na.")


CHECKS = (stale, only_a_website, platforms, costs, rota)
"""Every check, in the order of the report."""


def _need(platform: Platform) -> str:
    return platform.need.casefold()


def _shown(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _hint(record: Record, heading: str, wrong: str, do: str, says: str = "") -> Problem:
    return Problem(
        level=Level.NOTICE, sheet=record.sheet, row=record.source.row, heading=heading, code=record.address,
        name=record.name, says=says, wrong=wrong, do=do,
    )  # fmt: skip
