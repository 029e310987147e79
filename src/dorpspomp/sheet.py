"""The sheets of a register and their columns, as the Table Schema descriptors in `schema/` tell.

One JSON file a sheet (Frictionless Table Schema, https://specs.frictionlessdata.io/table-schema/)
is the only place where a column is described. Checks, templates, the manual's tables and the open
data are all drawn from it. What Table Schema has no word for stands under the key "dorpspomp".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how it is headed, what it holds and what it is called elsewhere.

    `kind` names the converter that reads its cells (see `cell.py`): text, list, yes, phone, email,
    url, when, except, date, number, choice, reference, code, code list, money, postcode.
    `attribute` is "" for a cell that stays in the sheet; `publish`, `not_on` and `show_name` are not
    in the model either: they steer how the register is made. `refers` names the sheets a reference
    may point to. `private` cells are never published. `example` is canonical: an ISO date, a number
    with a point, a list joined with "|"; `written` shows it to people.
    """

    name: str
    title: str
    kind: str
    attribute: str
    description: str
    example: str = ""
    required: bool = False
    private: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    hsds: str = ""
    schema_org: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """Return the words a volunteer can choose from, () when anything goes."""
        return ("ja", "nee") if self.kind == "yes" else self.choices

    @property
    def written(self) -> str:
        """Return the example as a volunteer types it: `2-11-2026`, `51,7012`, `tuin; heg`."""
        match self.kind:
            case "date":
                day = date.fromisoformat(self.example)
                return f"{day.day}-{day.month}-{day.year}"
            case "list" | "code list":
                return self.example.replace("|", "; ")
            case "number":
                return self.example.replace(".", ",")
            case _:
                return self.example


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns and the record that a row of it becomes."""

    name: str
    title: str
    singular: str
    description: str
    record: str
    columns: tuple[Column, ...]
    synonyms: tuple[str, ...] = ()
    private: bool = False
    hsds: str = ""
    schema_org: str = ""

    def column(self, name: str) -> Column | None:
        """Return the column with this exact name."""
        return next((column for column in self.columns if column.name == name), None)


@cache
def sheets() -> Mapping[str, Sheet]:
    """Return every sheet by name, in the order of the manual."""
    folder = files("dorpspomp") / "schema"
    order: list[str] = json.loads((folder / "index.json").read_text("utf-8"))
    return MappingProxyType({name: _sheet(descriptor(name)) for name in order})


@cache
def settings() -> tuple[Column, ...]:
    """Return what may stand in the sheet `instellingen`: each setting in the form of a column."""
    return tuple(_column(field) for field in descriptor("instellingen")["dorpspomp"]["settings"])


@cache
def descriptor(name: str) -> dict[str, Any]:
    """Return the Table Schema descriptor of a sheet as it stands in `schema/<name>.json`."""
    text = (files("dorpspomp") / "schema" / f"{name}.json").read_text("utf-8")
    result: dict[str, Any] = json.loads(text)
    return result


def _sheet(schema: dict[str, Any]) -> Sheet:
    own = schema["dorpspomp"]
    return Sheet(
        name=schema["name"],
        title=schema["title"],
        singular=own["singular"],
        description=schema["description"],
        record=own["record"],
        columns=tuple(_column(field) for field in schema["fields"]),
        synonyms=tuple(own.get("synonyms", ())),
        private=own.get("private", False),
        hsds=own.get("hsds", ""),
        schema_org=own.get("schemaOrg", ""),
    )


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
        private=own.get("private", False),
        choices=tuple(rules.get("enum", ())),
        refers=tuple(own.get("refers", ())),
        synonyms=tuple(own.get("synonyms", ())),
        hsds=own.get("hsds", ""),
        schema_org=own.get("schemaOrg", ""),
    )
