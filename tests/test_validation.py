"""The schema check: the engine's findings, each once, in plain Dutch."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from frictionless import Resource, Schema

from dorpspomp.sheet import Column, Sheet, descriptor, settings, sheets
from dorpspomp.validation import WORDS, Finding, Row, validate, validate_settings, words

SERVICE = {"naam": "Klussendienst", "rubriek": "Hulp in huis", "kort": "Een buur helpt u."}
DAMAGE = (
    *("", "", "", "ja", "nee", "Ja", "x", "2026-02-28", "2026-02-30", "1-2-2026", "46054", "12", "-1", "2,5"),
    *("2.5", "91", "1e3", "nan", " 7 ", "gestopt", "Gestopt", "vraag", "noord", "0123 45 67 89", "06-nummer"),
    *("info@dorp.example", "info@dorp", "https://dorp.example/", "www.dorp.example", "1234 AB", "1234ab"),
    *("een-code", "Een Code", "2026-13", "2026-11", "a|b", "é", "\N{NO-BREAK SPACE}", "=1+1", "12345678\n"),
)


def check(name: str, *rows: Row) -> tuple[Finding, ...]:
    """Validate rows of a sheet."""
    return validate(sheets()[name], rows)


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("diensten", SERVICE | {"kort": ""}, ("kort", "required", "")),
        ("diensten", SERVICE | {"niveau": "familie"}, ("niveau", "enum", "familie")),
        (
            "diensten",
            SERVICE | {"gecontroleerd op": "2026-02-30"},
            ("gecontroleerd op", "type", "2026-02-30"),
        ),
        ("diensten", SERVICE | {"uitgelicht": "misschien"}, ("uitgelicht", "type", "misschien")),
        ("diensten", SERVICE | {"e-mail": "info at dorp"}, ("e-mail", "type", "info at dorp")),
        ("diensten", SERVICE | {"website": "zie folder"}, ("website", "pattern", "zie folder")),
        ("diensten", SERVICE | {"telefoon": "bel Anna"}, ("telefoon", "pattern", "bel Anna")),
        ("diensten", SERVICE | {"code": "Klussen Dienst"}, ("code", "pattern", "Klussen Dienst")),
        ("plekken", {"naam": "A", "breedtegraad": "517"}, ("breedtegraad", "maximum", "517")),
        ("plekken", {"naam": "A", "postcode": "0123 AB"}, ("postcode", "pattern", "0123 AB")),
        ("tellingen", {"maand": "2026-11", "vragen": "-1"}, ("vragen", "minimum", "-1")),
        ("tellingen", {"maand": "november"}, ("maand", "type", "november")),
    ],
)
def test_each_kind_of_damage_is_one_finding(name: str, row: Row, expected: tuple[str, str, str]) -> None:
    """A wrong cell gives exactly one finding, with its column, kind and text."""
    assert check(name, row) == (Finding(0, *expected),)


def test_a_right_row_has_no_findings() -> None:
    """The required cells alone make a right row; columns we do not know do not matter."""
    assert check("diensten", SERVICE, SERVICE | {"kleur van de deur": "groen"}) == ()


def test_one_wrong_code_is_told_once() -> None:
    """A code that is both unique and the primary key gives one finding, which names the other row."""
    rows = [SERVICE | {"code": code} for code in ("a", "b", "a", "a")]
    expected = (Finding(2, "code", "unique", "a", other=0), Finding(3, "code", "unique", "a", other=2))
    assert check("diensten", *rows) == expected


def test_a_key_of_several_columns_is_told_at_the_first() -> None:
    """Two counts of one month and area are the same row; of two areas they are not."""
    rows = [{"maand": "2026-11", "gebied": area} for area in ("Broek", "Dorp", "Broek")]
    assert check("tellingen", *rows) == (Finding(2, "maand", "unique", "2026-11", other=0),)


def test_an_empty_row_is_one_finding() -> None:
    """An empty row is told as such, and not as a row of empty cells."""
    assert check("diensten", SERVICE, {}, SERVICE) == (Finding(1, "", "blank"),)


def test_findings_come_in_the_order_of_reading() -> None:
    """Findings are sorted by row, then as the columns stand in the sheet."""
    found = check("diensten", {"status": "x", "code": "X"}, {"naam": "A"})
    assert [(f.row, f.column) for f in found] == [
        *((0, name) for name in ("naam", "rubriek", "kort", "status", "code")),
        *((1, name) for name in ("rubriek", "kort")),
    ]


def test_a_missing_setting_is_found() -> None:
    """A village without a central number hears of it, at the name of the setting."""
    values = {"centraal nummer": "", "meldpunt": "Vertrouwenspersoon", "kleur": "blauw"}
    assert [(f.column, f.kind) for f in validate_settings(values)] == [
        ("centraal nummer", "required"),
        ("kleur", "pattern"),
    ]


@pytest.mark.parametrize("sheet", sheets().values(), ids=lambda sheet: sheet.name)
def test_validating_does_not_change_the_descriptor(sheet: Sheet) -> None:
    """The engine keeps its hands off the descriptor that everything else is drawn from."""
    before = deepcopy(descriptor(sheet.name))
    validate(sheet, [{column.name: column.example for column in sheet.columns}])
    assert descriptor(sheet.name) == before


@pytest.mark.parametrize("sheet", sheets().values(), ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("seed", range(4))
def test_findings_are_those_of_the_whole_engine(sheet: Sheet, seed: int) -> None:
    """On damaged rows we find exactly what `Resource.validate()` reports, without its doubles."""
    rows = list(damaged(sheet, Random(f"{sheet.name} {seed}"), 60))
    found = [(f.row, f.column, f.kind) for f in validate(sheet, rows)]
    assert sorted(found) == sorted(reported(sheet, rows))


def damaged(sheet: Sheet, random: Random, count: int) -> Iterator[Row]:
    """Yield rows of examples with a few cells replaced, and now and then an empty row."""
    for _ in range(count):
        row = {column.name: column.example for column in sheet.columns}
        for column in random.sample(sheet.columns, random.randint(0, len(row))):
            row[column.name] = random.choice((*DAMAGE, *column.choices))
        yield row if random.random() > 0.05 else dict.fromkeys(row, "")


def reported(sheet: Sheet, rows: list[Row]) -> set[tuple[int, str, str]]:
    """Return the report of frictionless on a whole table in the form of our findings."""
    own = {key: value for key, value in deepcopy(descriptor(sheet.name)).items() if key != "foreignKeys"}
    names = [column.name for column in sheet.columns]
    table = [names, *([row[name] for name in names] for row in rows)]
    report = Resource(data=table, schema=Schema.from_descriptor(own)).validate(limit_errors=10**6)
    key = own.get("primaryKey", [""])[0]
    errors = report.flatten(["rowNumber", "fieldName", "type", "note"])
    return {(row - 2, *told) for row, *error in errors if (told := kind_of(error, key))}


def kind_of(error: list[Any], key: str) -> tuple[str, str] | None:
    """Translate an error of frictionless; a row without any key is no repeat."""
    column, kind, note = error
    match kind:
        case "blank-row":
            return "", "blank"
        case "type-error":
            return column, "type"
        case "unique-error":
            return column, "unique"
        case "primary-key":
            return None if "None" in note else (key, "unique")
        case "constraint-error":
            return column, note.split('"')[1]
    raise AssertionError(error)


def possible_kinds(field: dict[str, Any]) -> set[str]:
    """Return the kinds of finding that a field can give."""
    rules = {rule for rule, value in field.get("constraints", {}).items() if value is not False}
    return rules | ({"type"} if field["type"] != "string" or "format" in field else set())


def fields() -> Iterator[tuple[Column, dict[str, Any]]]:
    """Yield every column with its field, settings included."""
    for sheet in sheets().values():
        yield from zip(sheet.columns, descriptor(sheet.name)["fields"], strict=True)
    yield from zip(settings(), descriptor("instellingen")["dorpspomp"]["settings"], strict=True)


CASES = [(column, kind) for column, field in fields() for kind in sorted(possible_kinds(field))]


@pytest.mark.parametrize(("column", "kind"), CASES, ids=lambda value: getattr(value, "name", value))
def test_every_finding_has_plain_words(column: Column, kind: str) -> None:
    """Whatever a column can give, a volunteer reads short sentences without codes or gaps."""
    said = words(column, kind)
    for text in (said.wrong, said.do):
        assert text.endswith(".")
        assert not re.search(r"[{}\[\]|]|\.\.|, *\.|: *\.", text)
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=[.;]) ", text))


def test_all_words_are_used() -> None:
    """The table holds no texts that nothing can lead to, but the general ones."""
    kinds = {(kind, column.kind) for column, kind in CASES}
    assert {key for key in WORDS if key[1]} <= kinds
    assert {key[0] for key in WORDS} <= {kind for kind, _ in kinds} | {"blank"}


def test_frictionless_waits_until_the_first_row() -> None:
    """Importing the module does not import the library, which is slow."""
    code = "import sys, dorpspomp.validation; sys.exit('frictionless' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
