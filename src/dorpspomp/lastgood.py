"""The last good version of every row that is published, so that a slip takes nothing off the website.

They are kept with a release in `rows.json` (see `publish.py`), so that a build that is killed cannot
leave one without the other. Only what may be published is in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from dorpspomp.entry import Entry
from dorpspomp.model import Source
from dorpspomp.sheet import sheets

FILE = "rows.json"
_FORM = 1  # of the file; another form is not read
_CONSENTS = frozenset({"publish", "consent", "show_name", "person"})


@dataclass(frozen=True, slots=True)
class Version:
    """One row as it was last read well: its cells by column, since which day, its place, its long text."""

    sheet: str
    code: str
    name: str
    cells: Mapping[str, str]
    since: date
    row: int = 0
    file: str = ""
    body: str = ""

    @property
    def address(self) -> str:
        """Return the address of its record: `diensten/klussendienst/`."""
        return f"{self.sheet}/{self.code}/"

    def entry(self) -> Entry:
        """Return the row as an entry, to be read again."""
        source = Source(self.sheet, self.row, self.file)
        return Entry(sheets()[self.sheet], source, self.cells, code=self.code, body=self.body, consented=True)

    def instead_of(self, entry: Entry) -> Entry:
        """Return this version in the place of a row that cannot be used.

        What the row says about consent counts: it outranks what was agreed before.
        """
        consents = {column.name for column in entry.sheet.columns if column.attribute in _CONSENTS}
        kept = {name: text for name, text in self.cells.items() if name not in consents}
        now = {name: text for name, text in entry.cells.items() if name in consents}
        return replace(entry, cells=kept | now, body=entry.body or self.body)

    def mending(self, entry: Entry, columns: Iterable[str]) -> Entry:
        """Return a row in which this version stands in these columns, where it had something there."""
        return replace(entry, cells={**entry.cells, **{n: self.cells[n] for n in columns if n in self.cells}})


@dataclass(frozen=True, slots=True)
class LastGood:
    """Every row of a release by its address, and the village's settings."""

    versions: Mapping[str, Version] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None

    def in_order(self) -> list[Version]:
        """Return the rows as they stood: sheet by sheet, and documents after rows."""
        order = list(sheets())
        return sorted(
            self.versions.values(), key=lambda v: (order.index(v.sheet), v.row == 0, v.row, v.file, v.code)
        )

    def text(self) -> str:
        """Write this as it is kept in a release."""
        rows = [asdict(version) for _, version in sorted(self.versions.items())]
        kept = {"form": _FORM, "settings": dict(self.settings), "since": self.since, "rows": rows}
        return json.dumps(kept, ensure_ascii=False, indent=0, default=_written) + "\n"


def read(text: str) -> LastGood:
    """Read what a release kept; what is damaged or of another form counts as nothing."""
    try:
        kept: dict[str, Any] = json.loads(text)
        if kept["form"] != _FORM:
            return LastGood()
        versions = [_version(row) for row in kept["rows"] if row["sheet"] in sheets()]
        since = date.fromisoformat(kept["since"]) if kept["since"] else None
        return LastGood({version.address: version for version in versions}, kept["settings"], since)
    except (ValueError, KeyError, TypeError):
        return LastGood()


def version(entry: Entry, before: Version | None, today: date) -> Version:
    """Return the version that a row is from now on; one that did not change keeps its day."""
    since = before.since if before and before.cells == entry.cells and before.body == entry.body else today
    place = entry.source
    return Version(
        entry.sheet.name, entry.code, entry.name, entry.cells, since, place.row, place.file, entry.body
    )


def _version(row: dict[str, Any]) -> Version:
    columns = {column.name for column in sheets()[row["sheet"]].columns if not column.private}
    cells = {str(name): str(text) for name, text in row["cells"].items() if name in columns}
    return Version(**{**row, "cells": cells, "since": date.fromisoformat(row["since"])})


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
