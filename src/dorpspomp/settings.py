"""The village's own facts: a sheet of names and values, read as if it were one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from dorpspomp import validation, values
from dorpspomp.building import build
from dorpspomp.entry import Entry
from dorpspomp.heading import Headed, Heading
from dorpspomp.lastgood import LastGood
from dorpspomp.loose import key, only_near, suggestion
from dorpspomp.model import Settings, Source
from dorpspomp.problem import Level, Problem
from dorpspomp.reference import Names
from dorpspomp.sheet import Column, Sheet, descriptor, sheets
from dorpspomp.values import Values

_NAME = "instellingen"


@dataclass(frozen=True, slots=True)
class Own:
    """The settings as they stand in the sheet: one entry, the row of each setting, problems."""

    entry: Entry
    rows: Mapping[str, int]
    problems: tuple[Problem, ...]

    @property
    def cells(self) -> Mapping[str, str]:
        """Return what stands behind each setting that is filled in."""
        return self.entry.cells


@dataclass(frozen=True, slots=True)
class MadeSettings:
    """The settings, what there is to say about them, and the cells that they were made of."""

    settings: Settings
    problems: tuple[Problem, ...]
    cells: Mapping[str, str]


def read(table: Headed | None) -> Own:
    """Read the sheet as one entry with a column for each setting."""
    cells: dict[str, str] = {}
    rows: dict[str, int] = {}
    problems: list[Problem] = []
    for number, name, value in _lines(table):
        column = _setting(name)
        if column is None or column.name in rows:
            problems.append(_twice(number, name) if column else _unknown(number, name))
            continue
        rows[column.name] = number
        cells |= {column.name: value} if value.strip() else {}
    place = table.by_column.get("waarde") if table else None
    headings = {name: Heading(place.index if place else 1, name) for name in rows}
    source = Source(_NAME, 0, table.file if table else "")
    return Own(Entry(_sheet(), source, cells, headings), rows, tuple(problems))


def of(cells: Mapping[str, str]) -> Own:
    """Return the settings that a release was made with, to be read again."""
    return Own(Entry(_sheet(), Source(_NAME), cells), dict.fromkeys(cells, 0), ())


def make(own: Own, known: Names, before: LastGood, today: date, fallback: str) -> MadeSettings:
    """Make the settings; what is missing or cannot be read is as it was, or gets a sensible value."""
    found = _mended(_read(own.entry, known, today), before, known, today)
    facts = {name: value for name, value in found.by_attribute.items() if value is not None}
    portal = facts.get("village") or fallback
    settings: Settings = build("Settings", {"portal": portal, **facts})
    problems = tuple(_placed(problem, own.rows) for problem in found.problems)
    return MadeSettings(settings, problems if own.rows else (_no_settings(),), found.entry.cells)


def _read(entry: Entry, known: Names, today: date) -> Values:
    found = values.read(entry, known, today)
    for finding in validation.validate_settings(found.texts):
        column = entry.sheet.column(finding.column)
        if column and finding.kind != "required":
            said = validation.words(column, finding.kind)
            found = found.without(column, said.wrong, said.do)
    return found


def _mended(found: Values, before: LastGood, known: Names, today: date) -> Values:
    """Put back what the last release had where a setting is lost, or is missing but must be there."""
    entry = found.entry
    missing = {column.name for column in entry.sheet.columns if column.required} - entry.cells.keys()
    back = {name: before.settings[name] for name in {*found.lost, *missing} if name in before.settings}
    if not back:
        return found
    again = _read(replace(entry, cells={**entry.cells, **back}), known, today)
    told = (replace(p, kept_on=before.since) if p.heading in back else p for p in found.problems)
    return replace(again, problems=tuple(told))


def _lines(table: Headed | None) -> list[tuple[int, str, str]]:
    if table is None:
        return []
    places = [table.by_column[name].index for name in ("naam", "waarde") if name in table.by_column]
    lines = []
    for row in table.rows:
        name, value, *_ = [*(row.cells[i] if i < len(row.cells) else "" for i in places), "", ""]
        if name.strip() and not key(name).startswith("intern"):
            lines.append((row.number, " ".join(name.split()), value))
    return lines


@cache
def _sheet() -> Sheet:
    """Return the settings as a sheet with a column for each."""
    fields: list[dict[str, Any]] = descriptor(_NAME)["dorpspomp"]["settings"]
    return replace(sheets()[_NAME], columns=tuple(_column(field) for field in fields))


def _column(field: dict[str, Any]) -> Column:
    own, rules = field["dorpspomp"], field.get("constraints", {})
    return Column(
        name=field["name"],
        title=field["title"],
        kind=own["kind"],
        attribute=own["attribute"],
        description=field["description"],
        example=str(field.get("example", "")),
        required=rules.get("required", False),
        choices=tuple(rules.get("enum", ())),
        refers=tuple(own.get("refers", ())),
        synonyms=tuple(own.get("synonyms", ())),
    )


@cache
def _keys() -> Mapping[str, Column]:
    columns = _sheet().columns
    own = {key(column.name): column for column in columns}
    return {key(word): column for column in columns for word in column.synonyms} | own


def _setting(name: str) -> Column | None:
    word = key(name)
    return _keys().get(word) or _keys().get(only_near(word, _keys(), 5))


def _unknown(number: int, name: str) -> Problem:
    near = suggestion(name[:80], [column.name for column in _sheet().columns])
    return Problem(
        level=Level.NOTICE, sheet=_NAME, row=number, heading="naam", says=name[:120],
        wrong="Deze instelling ken ik niet.",
        do=f"Bedoelt u ‘{near}’? Verander dan de naam." if near else "Haal de rij weg.",
    )  # fmt: skip


def _twice(number: int, name: str) -> Problem:
    return Problem(
        level=Level.NOTICE, sheet=_NAME, row=number, heading="naam", says=name[:120],
        wrong="Deze instelling staat er twee keer; de eerste telt.", do="Haal een van de twee weg.",
    )  # fmt: skip


def _no_settings() -> Problem:
    return Problem(
        level=Level.NOTICE, sheet=_NAME,
        wrong="Er is nog geen blad met de instellingen van uw dorp.",
        do="Maak een blad ‘instellingen’ met de naam, het centrale nummer en het meldpunt.",
    )  # fmt: skip


def _placed(problem: Problem, rows: Mapping[str, int]) -> Problem:
    """Give a problem its own row; a missing setting is never worse than a notice."""
    level = Level.NOTICE if problem.level is Level.UNUSABLE else problem.level
    return replace(problem, level=level, row=rows.get(problem.heading, 0), name="")
