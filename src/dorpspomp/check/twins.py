"""Twins: rows that seem to say the same twice. Rather silent than wrong.

Names are compared by a key without legal forms, articles and the order of the words. Keys that are
equal, or one slip apart, are looked at further: what has another address or another number is
another thing. Every pair is found by looking up, so ten thousand rows take no longer than they must.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from dorpspomp.check.aside import Aside
from dorpspomp.check.hint import hint
from dorpspomp.loose import is_near, key
from dorpspomp.model import Activity, Organization, Place, Record, Register, Service
from dorpspomp.problem import Problem

R = TypeVar("R", bound=Record)
Told = Callable[[R, R], bool]
"""Tells whether two records with the same name (or nearly) are the same thing."""

_WORDS = re.compile(r"[^\W_]+")
_SMALL = frozenset({
    "de", "het", "een", "t", "s", "n", "van", "voor", "en", "in", "op", "aan", "bij", "te", "der", "den",
    "st", "stg", "stichting", "ver", "verg", "vereniging", "bv", "nv", "vof", "werkgroep",
})  # fmt: skip
"""Words that do not tell one name from another."""

_SHORTEST = 10
"""A name with fewer letters has neighbours that mean something else: kaarten, kaarsen."""

_SHORTEST_WORD = 6
_TELLING = ("phone", "email", "website", "organization", "visiting_address", "street", "place")
_LOCAL = 10
"""A number of a person or an organisation has ten digits; shorter ones are for everybody."""


def organizations(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield organisations that stand in the sheet twice."""
    yield from _twins(register.organizations, register, _same_organization)


def services(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield services that stand in the sheets twice."""
    yield from _twins(sorted(register.services, key=lambda s: not s.is_national), register, _same_service)


def places(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield places that stand in the sheet twice."""
    yield from _twins(register.places, register, _same_place)


def phones(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield one number under two organisations; the central number and a shared exchange are no news."""
    central = register.settings.phone.dial if register.settings.phone else ""
    by_number: dict[str, list[Organization]] = defaultdict(list)
    for record in register.organizations:
        if record.phone and record.phone.dial != central and len(record.phone.dial) >= _LOCAL:
            by_number[record.phone.dial].append(record)
    for found in by_number.values():
        if len(found) == 2 and not _tokens(found[0].name, register) & _tokens(found[1].name, register):
            first, second = found
            yield hint(
                second, "telefoon", f"Dit nummer staat ook bij ‘{first.name}’{_row(first, second)}.",
                "Kijk na of beide kloppen.", second.phone.shown if second.phone else "",
            )  # fmt: skip


def activities(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield activities with the same name, time and place as an earlier row."""
    seen: dict[tuple[str, ...], Activity] = {}
    for record in register.activities:
        start = record.start.isoformat() if record.start else ""
        same = (key(record.name), key(record.when.text), start, record.place, key(record.start_point))
        first = seen.setdefault(same, record)
        if first is not record:
            yield _alike(record, first)


def _twins(records: Iterable[R], register: Register, is_same: Told[R]) -> Iterator[Problem]:
    """Yield each record that an earlier one is the same as."""
    exact: dict[str, list[R]] = defaultdict(list)
    near: dict[str, list[str]] = defaultdict(list)
    for record in records:
        name = " ".join(sorted(_tokens(record.name, register))) or key(record.name)
        found = next(
            (other for other in exact[name] if _both_ours(other, record) and is_same(other, record)), None
        )
        if found is None and not exact[name] and any(_facts(record)):
            slips = [word for word in _neighbours(name, near) if _is_slip(word, name)]
            others = (other for word in slips for other in exact[word])
            found = next(
                (o for o in others if _both_ours(o, record) and is_same(o, record) and _is_backed(o, record)),
                None,
            )
        if found is not None:
            yield _alike(record, found)
        exact[name].append(record)


def _tokens(name: str, register: Register) -> frozenset[str]:
    """Return the words of a name that tell it from others; the village's own name does not."""
    words = {key(word) for word in _WORDS.findall(name)} - _SMALL - {""}
    return frozenset(words - {key(register.settings.village)} or words)


def _neighbours(name: str, near: dict[str, list[str]]) -> Iterator[str]:
    """Yield earlier names that may be a slip away: those with one letter less in common."""
    if len(name) < _SHORTEST:
        return
    shorter = {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}
    yield from sorted({other for word in shorter for other in near.get(word, ())})
    for word in shorter:
        near[word].append(name)


def _is_slip(left: str, right: str) -> bool:
    """Tell whether two names differ by one slip in one long word, not by a number or an initial."""
    ours, theirs = set(left.split()), set(right.split())
    ours, theirs = ours - theirs, theirs - ours
    if len(ours) != 1 or len(theirs) != 1:
        return left.replace(" ", "") == right.replace(" ", "")
    one, other = ours.pop(), theirs.pop()
    if min(len(one), len(other)) < _SHORTEST_WORD or re.search(r"[0-9]", one + other):
        return False
    return is_near(one, other)


def _both_ours(first: Record, second: Record) -> bool:
    return not first.sheet == second.sheet == "landelijk"


def _is_backed(first: Record, second: Record) -> bool:
    """Tell whether something besides the name is the same; without it, two names are two things."""
    return any(one and one == other for one, other in zip(_facts(first), _facts(second), strict=True))


def _facts(record: Record) -> list[object]:
    """Return what can show that two records are one, besides the name."""
    return [getattr(record, name, None) for name in _TELLING]


def _same_organization(first: Organization, second: Organization) -> bool:
    return not (_differ(first.phone, second.phone) and _differ(first.website, second.website)) and not (
        _differ(first.visiting_address, second.visiting_address) and _differ(first.phone, second.phone)
    )


def _same_service(first: Service, second: Service) -> bool:
    return not (_differ(first.organization, second.organization) and _differ(first.phone, second.phone))


def _same_place(first: Place, second: Place) -> bool:
    here, there = (first.latitude, first.longitude), (second.latitude, second.longitude)
    located = None not in (*here, *there)
    return not _differ(key(first.one_line), key(second.one_line)) and not (located and here != there)


def _differ(one: object, other: object) -> bool:
    """Tell whether both are filled in, and not the same."""
    return bool(one and other and one != other)


def _alike(record: Record, first: Record) -> Problem:
    wrong = f"Dit lijkt op ‘{first.name}’{_row(first, record)}."
    return hint(record, "naam", wrong, "Staat het er dubbel? Haal dan één rij weg.")


def _row(first: Record, second: Record) -> str:
    """Say where the earlier one stands: its row, with the sheet when that is another one."""
    if not first.source.row:
        return ""
    sheet = f" van het blad {first.sheet}" if first.sheet != second.sheet else ""
    return f" in rij {first.source.row}{sheet}"
