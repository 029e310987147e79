"""What a good register has beyond what a schema can say. Everything here is a hint, never a bar.

freshness   what nobody has looked at for long, or ever
reach       what people without internet, money or an account cannot use
background  a map of other land
closed      what is held at a place that is closed
rota        who answers the shared number: gaps, overlaps, too often
twins       rows that seem to say the same twice
holidays    school holidays that run out or may still change
speech      languages that the interface cannot speak
room        texts that do not fit on paper
language    plain words, a friendly tone, nothing hidden in a text
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dorpspomp.check import (
    background,
    closed,
    freshness,
    holidays,
    language,
    reach,
    room,
    rota,
    speech,
    twins,
)
from dorpspomp.check.aside import NOTHING, Aside
from dorpspomp.heading import Headed
from dorpspomp.model import Register
from dorpspomp.problem import Problem

Check = Callable[[Register, date, Aside], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    freshness.stale,
    freshness.never_checked,
    reach.only_a_website,
    reach.platforms,
    reach.costs,
    reach.without_a_professional,
    background.elsewhere,
    closed.places,
    rota.days,
    rota.too_often,
    twins.organizations,
    twins.services,
    twins.places,
    twins.phones,
    twins.activities,
    holidays.running_out,
    holidays.provisional,
    holidays.counted,
    speech.unknown,
    room.bookmarks,
    room.posters,
    language.sentences,
    language.words,
    language.manners,
    language.hidden,
)
"""Every check, in the order of the report."""


def problems(register: Register, today: date, beside: Aside = NOTHING) -> tuple[Problem, ...]:
    """Return everything that is doubtful or stale."""
    return tuple(problem for check in CHECKS for problem in check(register, today, beside))


def aside(tables: Mapping[str, Headed]) -> Aside:
    """Return what the checks need from the sheets beside the register, with nothing private in it."""
    rota_table, holiday_table = tables.get("telefoondienst"), tables.get("vakanties")
    return Aside(
        turns=rota.turns(rota_table) if rota_table else {},
        provisional=holidays.marked(holiday_table) if holiday_table else frozenset(),
    )
