"""The work list: fifteen minutes a week for everybody who keeps the sheets, and whom to ring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dorpspomp.check.aside import NOTHING, Aside
from dorpspomp.model import Phone
from dorpspomp.views.chore import NOW, Chore
from dorpspomp.views.chores import chores
from dorpspomp.views.portal import Portal

WEEK = 15
"""How many minutes a week somebody has."""

LATER = 20
"""How many chores are shown for after this week; of the others only the number."""

CALLS = 40
"""How many calls stand on the phone list."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one owner has to do: this week, and what can wait; `more` counts what is not shown."""

    owner: str
    week: tuple[Chore, ...]
    later: tuple[Chore, ...]
    more: int = 0

    @property
    def minutes(self) -> int:
        """Return how long this week's chores take together."""
        return sum(chore.minutes for chore in self.week)


@dataclass(frozen=True, slots=True)
class Topic:
    """What to ask about one record in a call."""

    name: str
    where: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One number to ring, with everything there is to ask there, and who rings."""

    phone: Phone
    owner: str
    topics: tuple[Topic, ...]
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class WorkView:
    """The work list on one day, by owner, and the calls to make."""

    today: date
    shares: tuple[Share, ...]
    calls: tuple[Call, ...]
    more_calls: int = 0

    @property
    def is_done(self) -> bool:
        """Tell whether there is nothing to do."""
        return not self.shares


def work_view(portal: Portal, beside: Aside = NOTHING) -> WorkView:
    """Make the work list; `beside` holds what the sheets say beside the register."""
    found = chores(portal, beside)
    owners = dict.fromkeys(chore.owner for chore in found)
    calls = _calls(found)
    return WorkView(
        portal.today,
        tuple(_share(owner, [chore for chore in found if chore.owner == owner]) for owner in owners),
        calls[:CALLS],
        max(len(calls) - CALLS, 0),
    )


def _share(owner: str, own: list[Chore]) -> Share:
    """Cut an owner's chores into what fits in this week, at least one, and the rest."""
    spent = number = 0
    for chore in own:
        if number and spent + chore.minutes > WEEK:
            break
        spent, number = spent + chore.minutes, number + 1
    rest = own[number:]
    return Share(owner, tuple(own[:number]), tuple(rest[:LATER]), max(len(rest) - LATER, 0))


def _calls(found: Iterable[Chore]) -> tuple[Call, ...]:
    """Gather the chores that ask for a call by number, so that nobody is rung twice."""
    by_number: dict[tuple[str, str], list[Chore]] = {}
    for chore in found:
        if chore.phone:
            by_number.setdefault((chore.owner, chore.phone.dial), []).append(chore)
    return tuple(_call(group) for group in by_number.values())


def _call(group: list[Chore]) -> Call:
    first = group[0]
    assert first.phone is not None
    places = dict.fromkeys((chore.name, chore.sheet, chore.row) for chore in group)
    topics = (
        Topic(
            name, f"blad {sheet}, rij {row}" if row else f"blad {sheet}", _questions(group, name, sheet, row)
        )
        for name, sheet, row in places
    )
    return Call(first.phone, first.owner, tuple(topics), any(chore.rank == NOW for chore in group))


def _questions(group: list[Chore], name: str, sheet: str, row: int) -> tuple[str, ...]:
    own = (c for c in group if (c.name, c.sheet, c.row) == (name, sheet, row))
    return tuple(dict.fromkeys(chore.ask for chore in own))
