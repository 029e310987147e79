"""The manual's tables follow the descriptors."""

from __future__ import annotations

from pathlib import Path

import pytest

from dorpspomp.manual import PAGE, column_tables
from dorpspomp.sheet import Column, Sheet, settings, sheets

ROOT = Path(__file__).parent.parent
EVERY = [(sheet, column) for sheet in sheets().values() for column in sheet.columns]


def section(sheet: Sheet) -> str:
    """Return the part of the page that is about one sheet."""
    return column_tables().partition(f"## {sheet.title} (`{sheet.name}`)\n")[2].partition("\n## ")[0]


def test_the_page_is_current() -> None:
    """`docs/kolommen.md` is what the descriptors say; `python -m dorpspomp.manual` writes it again."""
    assert (ROOT / PAGE).read_text("utf-8") == column_tables()


@pytest.mark.parametrize(("sheet", "column"), EVERY, ids=[f"{s.name}-{c.name}" for s, c in EVERY])
def test_every_column_is_told_with_its_sheet(sheet: Sheet, column: Column) -> None:
    """Each column has a row in the section of its sheet, with description and example."""
    rows = [line for line in section(sheet).splitlines() if line.startswith(f"| `{column.name}` |")]
    assert len(rows) == 1 + (sheet.name == "instellingen" and column.name in {c.name for c in settings()})
    assert column.description in rows[0]
    assert column.written in rows[0]


def test_every_setting_is_told() -> None:
    """The settings stand one by one under `instellingen`."""
    page = section(sheets()["instellingen"])
    assert [column.name for column in settings() if f"| `{column.name}` |" not in page] == []


def test_every_line_of_a_table_has_its_cells() -> None:
    """No text breaks a table: each of its lines has as many cells as its heading."""
    tables = [part for part in column_tables().split("\n\n") if part.startswith("| ")]
    assert len(tables) == len(sheets()) + 2
    for table in tables:
        assert len({line.replace("\\|", "").count("|") for line in table.splitlines()}) == 1


def test_the_names_in_the_open_data_are_told() -> None:
    """The last table tells what HSDS and schema.org call a column."""
    assert "|  | telefoon | phone.number | availableChannel.servicePhone |" in column_tables()
