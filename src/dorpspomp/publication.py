"""Deciding what may be published at all, before anything else is read from an entry.

Consent outranks everything: what cannot be read as "ja" here is "nee". An entry that is held back is
not read any further, so neither its words nor its problems can reach a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from dorpspomp import cell, day
from dorpspomp.cleaning import cleaned
from dorpspomp.entry import Entry
from dorpspomp.loose import key
from dorpspomp.model import Status
from dorpspomp.problem import Level, Problem
from dorpspomp.sheet import Column
from dorpspomp.when import Schedule

_HELD_BACK = frozenset({Status.STOPPED.value, Status.DRAFT.value, Status.EXPIRED.value})
_LAST_DAYS = ("end", "valid_until")
_EXAMPLE = re.compile(r"\s*voorbeeld\s*:", re.IGNORECASE)
_CONSENTED = re.compile(
    r"\A(.*?)[\s,;(]*(?:\b(?:akkoord|toestemming|ok|ja)\b)?[\s,:;(]*(?:\bop\b|d\.d\.|\bdd\b)?\s*"
    r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{2,4}|[0-9]{1,2} [a-z]+ [0-9]{4})"
    r"[\s)]*\Z",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Held:
    """Why an entry is not published; `discreet` when not even its name may be shown any more.

    `is_certain` is False where nobody said so, but what should say "ja" cannot be read.
    """

    discreet: bool
    problem: Problem | None = None
    is_certain: bool = True


def held(entry: Entry, today: date) -> Held | None:
    """Return why an entry must not be published today, or None.

    A row that begins with "Voorbeeld:" came with the sheet and is there to be typed over.
    """
    if entry.source.row and _EXAMPLE.match(entry.name):
        return Held(discreet=True)
    reasons = [
        reason
        for column in entry.sheet.columns
        if (check := _CHECKS.get(column.attribute)) and (reason := check(entry, column, today))
    ]
    return max(reasons, key=lambda reason: (reason.discreet, reason.problem is not None), default=None)


def with_consents_read(entry: Entry, today: date) -> Entry:
    """Turn "ja, 1-2-2026" into a plain ja, and leave out a person's name that has no dated consent."""
    if entry.consented:
        return entry
    columns = {column.attribute: column.name for column in entry.sheet.columns}
    cells = dict(entry.cells)
    if "consent" in columns and (consent := entry.cell("consent")):
        cells[columns["consent"]] = _dated(cleaned(consent)[0])[0]
    if "person" in columns:
        name = _consented_name(cells.pop(columns["person"], ""), cells.pop(columns["show_name"], ""), today)
        cells |= {columns["show_name"]: "ja", columns["person"]: name} if name else {}
    return replace(entry, cells=cells, consented=True)


def is_over(schedule: Schedule, today: date) -> bool:
    """Tell whether every rule of a schedule has had its last day."""
    lasts = [max(rule.dates) if rule.dates else rule.until for rule in schedule.rules]
    return bool(lasts) and all(last is not None and last < today for last in lasts)


def _publish(entry: Entry, column: Column, today: date) -> Held | None:
    text, _ = cleaned(entry.cells.get(column.name, ""))
    if column.name not in entry.cells or cell.is_yes(text):
        return None
    if cell.is_yes(text) is False:
        return Held(discreet=True)
    wrong = "Hier hoort ‘ja’ of ‘nee’. De rij staat nog niet op de website."
    return Held(True, entry.problem(column, Level.NOTICE, wrong, "Vul ‘ja’ of ‘nee’ in."), is_certain=False)


def _consent(entry: Entry, column: Column, today: date) -> Held | None:
    text, _ = cleaned(entry.cells.get(column.name, ""))
    word, on = _dated(text)
    if cell.is_yes(word) and (on is None or on <= today):
        return None
    if cell.is_yes(text) is False:
        return Held(discreet=True)
    wrong = "Zonder toestemming komt dit niet op de website."
    return Held(True, entry.problem(column, Level.NOTICE, wrong, "Vraag toestemming en vul dan ‘ja’ in."))


def _status(entry: Entry, column: Column, today: date) -> Held | None:
    status = cell.read(entry.cells.get(column.name, ""), column, today).value
    return Held(discreet=False) if status in _HELD_BACK else None


def _last_day(entry: Entry, column: Column, today: date) -> Held | None:
    last = cell.read(entry.cells.get(column.name, ""), column, today).value
    return Held(discreet=False) if isinstance(last, date) and last < today else None


_CHECKS = {
    "publish": _publish,
    "consent": _consent,
    "status": _status,
    **dict.fromkeys(_LAST_DAYS, _last_day),
}


def _consented_name(name: str, show: str, today: date) -> str:
    """Return the name to show: `toon naam` says yes and one of the two cells holds the day of consent."""
    word, shown_on = _dated(cleaned(show)[0])
    bare, named_on = _dated(cleaned(name)[0])
    consented_on = shown_on or named_on
    return bare if cell.is_yes(word) and consented_on and consented_on <= today else ""


def _dated(text: str) -> tuple[str, date | None]:
    """Split "ja, 1-2-2026" or "Riet (akkoord 1-2-2026)" in what is said and the day it was said."""
    match = _CONSENTED.match(text)
    on = day.read(match[2]) if match else None
    if match is None or on is None:
        return text, None
    return match[1].strip(" ,;(") or ("ja" if key(text).startswith(("ja", "akkoord")) else ""), on
