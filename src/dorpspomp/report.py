"""The report: problems in plain Dutch for a terminal, and as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from dorpspomp.problem import Level, Problem, worst_first

UPDATED = "De website is bijgewerkt."
UNCHANGED = "De website is niet veranderd."
FINE = "Alles klopt. Er is niets te doen."

_TITLES = {
    Level.STOP: "Stop: dit moet eerst",
    Level.UNUSABLE: "Dit kan niet op de website",
    Level.NOTICE: "Let op",
    Level.REPAIRED: "Hersteld",
}
_MOST_PLACES = 12


def as_text(problems: Iterable[Problem], published: bool) -> str:
    """Write the report for people: the worst first, one message for each cause."""
    grouped = _by_level(worst_first(problems))
    parts = [line for level, found in grouped.items() for line in _level(level, found)] or [FINE, ""]
    return "\n".join([*parts, UPDATED if published else UNCHANGED])


def as_json(problems: Iterable[Problem], published: bool) -> str:
    """Write the report for other programs."""
    found = [problem.as_dict() for problem in worst_first(problems)]
    return json.dumps({"published": published, "problems": found}, ensure_ascii=False, indent=2)


def causes(problems: Iterable[Problem]) -> Iterator[tuple[Problem, ...]]:
    """Yield the problems that have one cause: the same words about the same column of a sheet."""
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        key = (problem.level.value, problem.sheet, problem.column, problem.heading, problem.wrong, problem.do)
        groups.setdefault(key, []).append(problem)
    yield from (tuple(group) for group in groups.values())


def _by_level(problems: Sequence[Problem]) -> dict[Level, list[Problem]]:
    levels = dict.fromkeys(problem.level for problem in problems)
    return {level: [problem for problem in problems if problem.level is level] for level in levels}


def _level(level: Level, problems: list[Problem]) -> Iterator[str]:
    yield f"{_TITLES[level]} ({len(problems)})"
    yield ""
    for group in causes(problems):
        yield from _cause(group)
        yield ""


def _cause(group: Sequence[Problem]) -> Iterator[str]:
    """Write one cause: where, what it says, what is wrong, what to do."""
    first = group[0]
    if len(group) == 1:
        yield f"  Waar:     {first.where}"
    else:
        column = (
            f", kolom {first.column} ({first.heading})"
            if first.column
            else f", {first.heading}" * bool(first.heading)
        )
        yield f"  Waar:     blad {first.sheet}{column}, {_rows(group)}"
    if says := _says(group):
        yield f"  Er staat: {says}"
    yield f"  Wat:      {first.wrong}"
    yield f"  Doe dit:  {first.do}"


def _rows(group: Sequence[Problem]) -> str:
    places = [f"rij {p.row}" + (f" ‘{p.name}’" if p.name else "") if p.row else p.name for p in group]
    shown = ", ".join(place for place in places[:_MOST_PLACES] if place)
    more = len(group) - _MOST_PLACES
    return f"{shown} en nog {more}" if more > 0 else shown


def _says(group: Sequence[Problem]) -> str:
    texts = list(dict.fromkeys(problem.says for problem in group if problem.says))
    shown = " | ".join(texts[:3])
    return f"{shown} …" if len(texts) > 3 else shown
