"""Recognising the tables of a village: each becomes one sheet, by its name or else by its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePath

from dorpspomp.heading import Headed, headed, is_sheet_name, sheet_by_headings, sheet_named
from dorpspomp.loose import key
from dorpspomp.problem import Level, Problem
from dorpspomp.sheet import Sheet
from dorpspomp.table import Table

MAIN = ("diensten", "activiteiten", "organisaties")
_EXPLAINING = frozenset({"uitleg", "toelichting", "leesmij", "handleiding", "instructie", "voorblad"})


@dataclass(frozen=True, slots=True)
class Recognised:
    """The sheets that were found, and what is wrong with the set of them."""

    sheets: Mapping[str, Headed]
    problems: tuple[Problem, ...]


def recognise(tables: Iterable[Table]) -> Recognised:
    """Say which sheet each table is; of the hidden ones only those count that are called like a sheet."""
    found: dict[str, Headed] = {}
    problems: list[Problem] = []
    seen = (table for table in tables if not table.is_hidden or is_sheet_name(table.name))
    for _, group in groupby(seen, key=lambda table: table.file):
        for result in _in_file([table for table in group if table.rows]):
            if isinstance(result, Problem):
                problems.append(result)
            elif result.sheet.name in found:
                problems.append(_twice(found[result.sheet.name], result))
            else:
                found[result.sheet.name] = result
                problems.extend(result.problems)
    return Recognised(found, tuple(problems))


def nothing_to_show() -> Problem:
    """Return the problem of a register without any of the sheets that it is about."""
    return Problem(
        level=Level.STOP, sheet="diensten",
        wrong="Er staat nog niets in diensten, activiteiten of organisaties.",
        do="Maak een blad ‘diensten’ met de kolommen naam, rubriek en kort.",
    )  # fmt: skip


def _in_file(tables: list[Table]) -> Iterator[Headed | Problem]:
    named = {table.name: sheet_named(table.name) for table in tables}
    stem = PurePath(tables[0].file).stem if tables else ""
    by_file = sheet_named(stem)
    if by_file in named.values():
        by_file = None
    for table in tables:
        if sheet := named[table.name]:
            yield headed(table, sheet) or _without_headings(table, sheet)
        elif by_file and (made := headed(table, by_file)):
            by_file = None
            yield made
        elif (found := sheet_by_headings(table)) and (made := headed(table, found)):
            yield made
        elif key(table.name) not in _EXPLAINING:
            yield _unknown(table)


def _without_headings(table: Table, sheet: Sheet) -> Problem:
    some = ", ".join(f"‘{column.name}’" for column in sheet.columns[:3])
    return Problem(
        level=Level.STOP, sheet=sheet.name, says=table.file,
        wrong="In dit blad is geen rij met kopjes gevonden.",
        do=f"Zet boven de kolommen een rij met kopjes, zoals: {some}.",
    )  # fmt: skip


def _twice(first: Headed, second: Headed) -> Problem:
    files = f"{first.file} en {second.file}" if first.file != second.file else first.file
    return Problem(
        level=Level.STOP, sheet=first.sheet.name, says=files,
        wrong=f"Het blad ‘{first.sheet.name}’ staat er twee keer: in {files}.",
        do="Bewaar alleen het blad dat u gebruikt.",
    )  # fmt: skip


def _unknown(table: Table) -> Problem:
    return Problem(
        level=Level.NOTICE, sheet=table.name, says=table.file,
        wrong="Dit blad ken ik niet; het staat niet op de website.",
        do="Verander de naam van het blad als het wel op de website hoort.",
    )  # fmt: skip


def with_column(problem: Problem, sheets: Mapping[str, Headed]) -> Problem:
    """Add the column's letter to a problem that only names the column."""
    table = sheets.get(problem.sheet)
    heading = table.by_column.get(problem.heading) if table and not problem.column else None
    return replace(problem, column=heading.letter, heading=heading.text) if heading else problem
