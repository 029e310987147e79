"""Mending: what cannot be used is read again with its last good version in its place.

A row that cannot be used at all stays as it was, whole. In a row that can, only the cells that cannot
be read stay as they were. Both are told, with the day of the version that is shown.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from dorpspomp import values
from dorpspomp.entry import Entry
from dorpspomp.lastgood import Version
from dorpspomp.problem import Level, Problem
from dorpspomp.reference import Names
from dorpspomp.values import Values


def mended(found: Values, version: Version | None, known: Names, today: date) -> Values:
    """Return the values of a row, with what was lost in it as it was in this version."""
    if version is None or (found.is_usable and not found.lost):
        return found
    back = frozenset(found.lost) & version.cells.keys()
    entry = version.mending(found.entry, back) if found.is_usable else version.instead_of(found.entry)
    again = values.read(entry, known, today)
    if not again.is_usable or again.entry.cells == found.entry.cells:
        return found
    headings = {_heading(found.entry, name) for name in back}
    name = found.entry.name if found.by_attribute.get("name") else version.name
    problems = [_told(problem, headings, version.since, name) for problem in found.problems]
    return replace(again, problems=tuple(problems), is_kept=not found.is_usable)


def _heading(entry: Entry, name: str) -> str:
    return entry.headings[name].text if name in entry.headings else name


def _told(problem: Problem, headings: Collection[str], since: date, name: str) -> Problem:
    """Add the day of the version that is shown, where that is what a problem led to."""
    if problem.level is not Level.UNUSABLE and problem.heading not in headings:
        return problem
    return replace(problem, kept_on=since, name=name)
