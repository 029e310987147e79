"""Rows held against their Table Schema, by frictionless.

The only module that meets frictionless. Its engine reads cells, after our own reading and repair
have made them canonical; what it objects to becomes a `Finding`. Nothing is read from disk or
network. The library takes a quarter of a second to import, so that waits until the first row.

Whole tables go through `Resource.validate()` row by row, which costs about 90 ms for 1,000 rows of
29 columns. The same engine's cell readers, asked once for every different text in a column, cost
7 to 30 ms and find the same (tests/test_validation.py proves it on random damage).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dorpspomp.sheet import Column, Sheet, descriptor

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection to one cell: `row` counts from 0, `kind` is a word of `WORDS`.

    `other` is the earlier row that says the same (for `unique`). An empty row has no column.
    """

    row: int
    column: str
    kind: str
    value: str = ""
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a volunteer reads about a finding: what is wrong and what to do."""

    wrong: str
    do: str


_EMPTY = "Dit vak is nog leeg."

WORDS: Mapping[tuple[str, str], Words] = MappingProxyType(
    {
        ("required", ""): Words(_EMPTY, "Vul dit in, bijvoorbeeld: {example}."),
        ("required", "yes"): Words(_EMPTY, "Vul ja of nee in."),
        ("required", "choice"): Words(_EMPTY, "Kies uit: {choices}."),
        ("type", ""): Words("Dit kan ik niet lezen.", "Schrijf het zoals hier: {example}."),
        ("type", "date"): Words(
            "Deze datum bestaat niet.", "Schrijf dag, maand en jaar, bijvoorbeeld {example}."
        ),
        ("type", "number"): Words("Hier past een ander getal.", "Schrijf een getal als {example}."),
        ("type", "yes"): Words("Hier staat geen ja of nee.", "Vul ja of nee in."),
        ("type", "email"): Words("Dit is geen e-mailadres.", "Schrijf een adres als {example}."),
        ("enum", ""): Words("Dit woord ken ik hier niet.", "Kies uit: {choices}."),
        ("pattern", ""): Words("Dit past hier niet.", "Schrijf het zoals hier: {example}."),
        ("pattern", "phone"): Words("Dit is geen telefoonnummer.", "Schrijf een nummer als {example}."),
        ("pattern", "url"): Words(
            "Dit is geen webadres.", "Kopieer het hele adres uit de adresbalk van uw browser."
        ),
        ("pattern", "postcode"): Words(
            "Dit is geen postcode.", "Schrijf vier cijfers en twee letters, bijvoorbeeld {example}."
        ),
        ("pattern", "code"): Words(
            "Zo kan deze code niet in een webadres staan.",
            "Gebruik kleine letters, cijfers en streepjes, of maak dit vak leeg.",
        ),
        ("unique", ""): Words("Dit staat ook al in een andere rij.", "Verander een van de twee rijen."),
        ("unique", "code"): Words(
            "Een andere rij heeft deze code al.", "Maak dit vak leeg, dan maak ik een code."
        ),
        ("minimum", ""): Words("Dit getal is te klein.", "Kijk het getal na; een goed getal is {example}."),
        ("maximum", ""): Words("Dit getal is te groot.", "Kijk het getal na; een goed getal is {example}."),
        ("blank", ""): Words("Deze rij is leeg.", "Vul de rij in of haal hem weg."),
    }
)
"""Plain Dutch for each kind of finding, and for a kind of column where more can be said."""


def validate(sheet: Sheet, rows: Sequence[Row]) -> tuple[Finding, ...]:
    """Hold rows of canonical text against the Table Schema of their sheet.

    Canonical: "ja" and "nee", ISO dates, numbers with a point, lists joined with "|", "" for nothing.
    References are not looked up: they may be names as well as codes (see `register.py`).
    """
    return _findings(_schema(sheet.name), rows)


def validate_settings(values: Row) -> tuple[Finding, ...]:
    """Hold the settings, as canonical text by name, against their descriptions; `row` is always 0."""
    return _findings(_settings_schema(), [values])


def words(column: Column, kind: str) -> Words:
    """Say what is wrong and what to do about a finding in this column."""
    found = WORDS.get((kind, column.kind)) or WORDS[kind, ""]
    example = column.written.removesuffix(".")
    return Words(found.wrong, found.do.format(example=example, choices=", ".join(column.choices)))


@cache
def _schema(name: str) -> Any:
    return _made(descriptor(name))


@cache
def _settings_schema() -> Any:
    return _made({"fields": descriptor("instellingen")["dorpspomp"]["settings"]})


def _made(schema: dict[str, Any]) -> Any:
    """Return frictionless's schema, without foreign keys: those need the other sheets."""
    from frictionless import Schema  # slow: waits until it is needed

    return Schema.from_descriptor({key: value for key, value in schema.items() if key != "foreignKeys"})


def _findings(schema: Any, rows: Sequence[Row]) -> tuple[Finding, ...]:
    readers = schema.create_cell_readers()
    blank = {number for number, row in enumerate(rows) if not any(map(row.get, readers))}
    found = [Finding(number, "", "blank") for number in blank]
    for name, reader in readers.items():
        found += (f for f in _wrong_cells(name, reader, rows) if f.row not in blank)
    for key in _keys(schema):
        found += _repeats(key, readers, rows)
    order = {name: number for number, name in enumerate(["", *readers])}
    return tuple(sorted(found, key=lambda f: (f.row, order[f.column])))


def _wrong_cells(name: str, reader: Any, rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield the objections to one column; each different text is read once."""
    texts = {row.get(name, "") for row in rows}
    wrong = {text: tuple(notes) for text in texts if (notes := reader(text)[1])}
    if not wrong:
        return
    for number, row in enumerate(rows):
        text = row.get(name, "")
        for kind in wrong.get(text, ()):
            yield Finding(number, name, kind, text)


def _keys(schema: Any) -> tuple[tuple[str, ...], ...]:
    """Return what must differ between rows. A primary key that is also `unique` counts once."""
    unique = [(field.name,) for field in schema.fields if field.constraints.get("unique")]
    primary = [tuple(schema.primary_key)] if schema.primary_key else []
    return tuple(dict.fromkeys([*unique, *primary]))


def _repeats(key: tuple[str, ...], readers: Mapping[str, Any], rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield the rows that repeat the key of an earlier one. A key without any text is no key."""
    seen: dict[tuple[Any, ...], int] = {}
    for number, row in enumerate(rows):
        cells = tuple(readers[name](row.get(name, ""))[0] for name in key)
        if all(cell is None for cell in cells):
            continue
        if cells in seen:
            yield Finding(number, key[0], "unique", row.get(key[0], ""), seen[cells])
        seen[cells] = number
