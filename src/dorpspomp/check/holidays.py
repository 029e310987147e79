"""School holidays: the sheet must not run out, and a provisional date may still change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dorpspomp.check.aside import Aside
from dorpspomp.check.hint import hint
from dorpspomp.heading import Headed
from dorpspomp.loose import key, suggestion
from dorpspomp.model import Holiday, Register
from dorpspomp.problem import Level, Problem
from dorpspomp.when.calendar import NAMES

ENOUGH = timedelta(days=183)
"""The last school holiday lies at least so far ahead: half a year is time to look up the next ones."""

SOON = timedelta(days=365)
"""A provisional date counts from so long before."""

_COLUMN = "opmerking"
_MARK = "voorlopig"


def marked(table: Headed) -> frozenset[int]:
    """Return the rows that are marked as provisional."""
    heading = table.by_column.get(_COLUMN)
    if heading is None:
        return frozenset()
    return frozenset(
        row.number
        for row in table.rows
        if heading.index < len(row.cells) and _MARK in key(row.cells[heading.index])
    )


def ours(register: Register) -> tuple[Holiday, ...]:
    """Return the school holidays of the village's region, the earliest first."""
    regions = {register.settings.region, "heel Nederland"}
    found = (h for h in register.holidays if h.kind == "schoolvakantie" and h.region in regions)
    return tuple(sorted(found, key=lambda holiday: holiday.start))


def running_out(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield the last school holiday when it is near."""
    known = ours(register)
    if known and known[-1].end < today + ENOUGH:
        yield hint(
            known[-1], "tot en met", "Dit is de laatste schoolvakantie in dit blad.",
            "Zet de volgende schoolvakanties erbij.",
        )  # fmt: skip


def counted(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield the names of public holidays in the settings that no public holiday has."""
    known = {key(name) for name in NAMES}
    for name in register.settings.counted_holidays:
        if key(name) not in known:
            near = suggestion(name[:80], NAMES)
            yield Problem(
                level=Level.NOTICE, sheet="instellingen", heading="feestdagen", says=name[:120],
                wrong="Deze feestdag ken ik niet.",
                do=f"Bedoelt u ‘{near}’?" if near else f"Kies uit: {', '.join(NAMES)}.",
            )  # fmt: skip


def provisional(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield school holidays of the coming year whose dates may still change."""
    for holiday in ours(register):
        if holiday.source.row in beside.provisional and today <= holiday.start < today + SOON:
            yield hint(
                holiday, _COLUMN, "Deze vakantie is nog voorlopig.",
                "Kijk de datums na op rijksoverheid.nl.", holiday.start.isoformat(),
            )  # fmt: skip
