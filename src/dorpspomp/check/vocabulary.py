"""The words that a hint is about, each with something plainer or kinder, as kept in three small tables."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

Words = Mapping[str, str]


@cache
def plain() -> Words:
    """Return officialese with a plain alternative for each."""
    return _table("plain.csv")


@cache
def tone() -> Words:
    """Return words that stress what somebody lacks, with what can be said instead."""
    return _table("tone.csv")


@cache
def short() -> Words:
    """Return abbreviations without their points, with what they stand for."""
    return _table("short.csv")


@cache
def by_first_word() -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
    """Return all words and phrases by their first word: phrase, alternative, whether it is about tone."""
    found: dict[str, tuple[tuple[str, str, bool], ...]] = {}
    for table, is_tone in ((plain(), False), (tone(), True)):
        for phrase, better in table.items():
            first = phrase.split()[0]
            found[first] = (*found.get(first, ()), (phrase, better, is_tone))
    return found


def of(tokens: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield each word or phrase of the tables that stands among the words of a text."""
    known = by_first_word()
    firsts = known.keys() & set(tokens)
    if firsts:
        line = f" {' '.join(tokens)} "
        for first in sorted(firsts):
            yield from (entry for entry in known[first] if f" {entry[0]} " in line)


def _table(name: str) -> Words:
    text = (files("dorpspomp") / "check" / name).read_text("utf-8")
    return {row["woord"]: row["liever"] for row in csv.DictReader(text.splitlines(), delimiter=";")}
