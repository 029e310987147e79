"""The report: problems in plain Dutch for a terminal, and as JSON for other programs.

What the page of `views/report.py` says too is said here: what happened to the website, what became
of a row, and which problems have one cause.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from dorpspomp.problem import Level, Problem, worst_first
from dorpspomp.views import dutch

UPDATED = "De website is bijgewerkt."
UNCHANGED = "De website is niet veranderd."
FINE = "Alles klopt. Er is niets te doen."

TITLES: Mapping[Level, str] = MappingProxyType(
    {
        Level.STOP: "Stop: dit moet eerst",
        Level.UNUSABLE: "Dit kan niet op de website",
        Level.NOTICE: "Let op",
        Level.REPAIRED: "Hersteld",
    }
)
"""What stands above the problems of each level."""

_QUESTION = re.compile(r"[^.!]*\?")
_MOST_PLACES = 12
_MOST_FATES = 3


class Outcome(Enum):
    """What happened to the website."""

    CHECKED = "checked"
    UPDATED = "updated"
    NOTHING_NEW = "nothing new"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"

    @property
    def is_live(self) -> bool:
        """Tell whether the website is what the sheets say."""
        return self in {Outcome.UPDATED, Outcome.NOTHING_NEW}


_ENDINGS: Mapping[Outcome, tuple[str, ...]] = MappingProxyType(
    {
        Outcome.CHECKED: (UNCHANGED, "Dit was alleen een controle."),
        Outcome.UPDATED: (UPDATED,),
        Outcome.NOTHING_NEW: ("De website is niet veranderd: er was niets nieuws.",),
        Outcome.STOPPED: (UNCHANGED,),
        Outcome.WITHDRAWN: ("De website is niet bijgewerkt.",),
    }
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended; `withdrawn` names what was taken off the website although the rest stayed."""

    outcome: Outcome
    withdrawn: tuple[str, ...] = ()

    def sentences(self, problems: Iterable[Problem]) -> tuple[str, ...]:
        """Say what happened to the website, and what must be done first where it stopped."""
        said = [*_ENDINGS[self.outcome]]
        if self.withdrawn:
            said.append(f"Wel is weggehaald: {_bounded(self.withdrawn)}.")
        first = [problem.do for problem in problems if problem.level is Level.STOP]
        if first and not self.outcome.is_live:
            said.append(f"Eerst moet dit: {first[0]}" if len(set(first)) == 1 else _FIRST_OF_ALL)
        return tuple(said)


_FIRST_OF_ALL = "Doe eerst wat bij ‘Stop’ staat."


def as_text(
    problems: Iterable[Problem], published: bool, today: date | None = None, ending: Ending | None = None
) -> str:
    """Write the report for people: the worst first, one message for each cause."""
    found = told(problems)
    parts = [line for level, few in _by_level(found).items() for line in _level(level, few, published, today)]
    last = ending.sentences(found) if ending else (UPDATED if published else UNCHANGED,)
    return "\n".join([*(parts or [FINE, ""]), *last])


def as_json(problems: Iterable[Problem], published: bool) -> str:
    """Write the report for other programs."""
    found = [problem.as_dict() for problem in worst_first(problems)]
    return json.dumps({"published": published, "problems": found}, ensure_ascii=False, indent=2)


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what to tell, the worst first: of a column that is missing no row says so again."""
    found = worst_first(problems)
    missing = {(p.sheet, p.heading) for p in found if p.level is Level.STOP and p.heading}
    return tuple(p for p in found if p.level is Level.STOP or p.column or (p.sheet, p.heading) not in missing)


def causes(problems: Iterable[Problem]) -> Iterator[tuple[Problem, ...]]:
    """Yield the problems that have one cause: the same words about the same column of a sheet."""
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        key = (problem.level.value, problem.sheet, problem.column, problem.heading, problem.wrong, problem.do)
        groups.setdefault(key, []).append(problem)
    yield from (tuple(group) for group in groups.values())


def fate(problem: Problem, is_live: bool, today: date | None = None) -> str:
    """Say what the website shows now instead of what is wrong; "" where it shows what the sheet says.

    >>> fate(Problem(level=Level.UNUSABLE, sheet="plekken", wrong="", do="", kept_on=date(2026, 11, 3)), True)
    'We tonen nog de versie van 3 november.'
    """
    if problem.kept_on:
        is_far = today is not None and today.year != problem.kept_on.year
        year = f" {problem.kept_on.year}" if is_far else ""
        day = f"{problem.kept_on.day} {dutch.MONTHS[problem.kept_on.month - 1]}{year}"
        return f"We tonen nog de versie van {day}."
    if problem.level is not Level.UNUSABLE:
        return ""
    what = "deze rij" if problem.row else "dit"
    return (
        f"{what.capitalize()} staat nu niet op de website."
        if is_live
        else f"Zo komt {what} niet op de website."
    )


def fates(group: Sequence[Problem], is_live: bool, today: date | None = None) -> tuple[str, ...]:
    """Say what the website shows for the rows of one cause; with the rows, where these differ."""
    rows: dict[str, list[int]] = {}
    for problem in group:
        rows.setdefault(fate(problem, is_live, today), []).append(problem.row)
    if len(rows) == 1:
        return tuple(said for said in rows if said)
    told = [
        f"Rij {_bounded([*map(str, few)])}: {said[0].lower()}{said[1:]}" for said, few in rows.items() if said
    ]
    more = len(told) - _MOST_FATES
    return (*told[:_MOST_FATES], *([f"Van nog {more} dagen tonen we een oudere versie."] if more > 0 else []))


def asks(do: str) -> bool:
    """Tell whether a text begins with something to do; else it asks a question, or asks for nothing.

    >>> asks("Vul een bedrag in."), asks("Klopt het nummer?"), asks("U hoeft niets te doen.")
    (True, False, False)
    """
    return not do.startswith(("U hoeft niet", "U mag ", "Dat mag ")) and not _QUESTION.match(do)


def says(group: Sequence[Problem]) -> str:
    """Return what stands in the cells of one cause: at most three different texts."""
    texts = list(dict.fromkeys(problem.says for problem in group if problem.says))
    shown = " | ".join(texts[:3])
    return f"{shown} …" if len(texts) > 3 else shown


def _by_level(problems: Sequence[Problem]) -> dict[Level, list[Problem]]:
    levels = dict.fromkeys(problem.level for problem in problems)
    return {level: [problem for problem in problems if problem.level is level] for level in levels}


def _level(level: Level, problems: list[Problem], is_live: bool, today: date | None) -> Iterator[str]:
    yield f"{TITLES[level]} ({len(problems)})"
    yield ""
    for group in causes(problems):
        yield from _cause(group, is_live, today)
        yield ""


def _cause(group: Sequence[Problem], is_live: bool, today: date | None) -> Iterator[str]:
    """Write one cause: where, what it says, what is wrong, what is shown now, what to do."""
    first = group[0]
    if len(group) == 1:
        yield f"  Waar:     {first.where}"
    else:
        yield f"  Waar:     blad {first.sheet}{_column(first)}, {_rows(group)}"
    if texts := says(group):
        yield f"  Er staat: {texts}"
    yield f"  Wat:      {first.wrong}"
    yield from (f"  Nu:       {said}" for said in fates(group, is_live, today))
    yield f"  Doe dit:  {first.do}"


def _column(problem: Problem) -> str:
    if problem.column:
        return f", kolom {problem.column} ({problem.heading})"
    return f", {problem.heading}" if problem.heading else ""


def _rows(group: Sequence[Problem]) -> str:
    places = [f"rij {p.row}" + (f" ‘{p.name}’" if p.name else "") if p.row else p.name for p in group]
    shown = ", ".join(place for place in places[:_MOST_PLACES] if place)
    more = len(group) - _MOST_PLACES
    return f"{shown} en nog {more}" if more > 0 else shown


def _bounded(words: Sequence[str]) -> str:
    more = len(words) - _MOST_PLACES
    return f"{', '.join(words[:_MOST_PLACES])} en nog {more}" if more > 0 else dutch.listed(words)
