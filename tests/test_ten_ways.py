"""A register is the same register, however it was saved."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from dorpspomp import phone, village
from dorpspomp.heading import column_headed
from dorpspomp.sheet import Column, Sheet, settings, sheets
from tests.conftest import REPOSITORY, TODAY
from tests.office import saved_by_office
from tests.village_files import Rows, Sheets, as_csv, write_opendocument, write_workbook

Cell = str | float | bool | date | None


def example() -> Sheets:
    """Return the sheets of the example village as rows of text."""
    found = {}
    for path in sorted((REPOSITORY / "data").glob("*.csv")):
        if path.name != "adressen.csv":
            text = path.read_text("utf-8-sig").splitlines(keepends=True)
            found[path.stem] = list(csv.reader(text, delimiter=";"))
    return found


EXAMPLE = example()


def in_files(make: Callable[[Rows], bytes]) -> Callable[[Path], None]:
    """Return what writes each sheet to its own CSV file."""

    def save(root: Path) -> None:
        (root / "data").mkdir(parents=True)
        for name, rows in EXAMPLE.items():
            (root / "data" / f"{name}.csv").write_bytes(make(rows))

    return save


def between_notes(rows: Rows) -> bytes:
    """Write a sheet with a title, blank rows and blank columns, as a careful secretary keeps it."""
    head, *rest = rows
    wide = [["Ons dorp", "", ""], [], ["bijgewerkt", "door de secretaris"], ["", *head, "", ""]]
    for place, row in enumerate(rest):
        wide += [["", *row, "", ""], *([[], ["", "", ""]] if place % 3 == 0 else [])]
    return as_csv(wide).encode("utf-8-sig")


def with_loose_headings(rows: Rows, sheet: Sheet) -> Rows:
    """Turn the columns around and head them as people do."""
    head = [loosely(text, sheet) for text in rows[0]]
    return [[*reversed(row)] for row in [head, *([*row, *[""] * (len(head) - len(row))] for row in rows[1:])]]


def loosely(text: str, sheet: Sheet) -> str:
    """Return another heading for the same column: a synonym where there is one."""
    column = sheet.column(text)
    other = column.synonyms[0] if column and column.synonyms else f"{text.upper()}:"
    assert column_headed(sheet, other) is column
    return other


def typed(root: Path) -> None:
    """Write a workbook in which dates, numbers, times and yes and no are real, as Excel makes them."""
    (root / "data").mkdir(parents=True)
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in EXAMPLE.items():
        sheet = book.create_sheet(name)
        columns = [sheets()[name].column(text) for text in rows[0]]
        sheet.append(rows[0])
        for row in rows[1:]:
            sheet.append(
                [real(text, of(name, row, column)) for text, column in zip(row, columns, strict=False)]
            )
    book.save(root / "data" / "register.xlsx")


def of(sheet: str, row: list[str] | tuple[str, ...], column: Column | None) -> Column | None:
    """Return the column of a cell; a setting has its own in each row."""
    own = {setting.name: setting for setting in settings()}
    return own.get(row[0]) if sheet == "instellingen" and column and column.name == "waarde" else column


def real(text: str, column: Column | None) -> Cell:
    """Return the value that a spreadsheet makes of what is typed."""
    if not text or column is None:
        return None
    if column.kind == "date" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return date.fromisoformat(text)
    if column.kind == "yes" and text in ("ja", "nee"):
        return text == "ja"
    if column.kind == "number" or column.name in ("kvk", "aantal", "lettergrootte"):
        return float(text.replace(",", "."))
    if (column.kind == "phone" or column.name == "via") and (found := phone.read(text)):
        return int(found.dial) if found.dial.isdecimal() else text
    amount = re.fullmatch(r"€ (\d+)(?:,(\d\d))?", text)
    return float(f"{amount[1]}.{amount[2] or 0}") if amount and column.kind == "money" else text


def mixed(root: Path) -> None:
    """Write one sheet as CSV, one as a workbook of its own, the rest in one for LibreOffice."""
    apart = {"diensten": "csv", "plekken": "xlsx"}
    write_opendocument(root, {name: rows for name, rows in EXAMPLE.items() if name not in apart})
    (root / "data" / "diensten.csv").write_text(as_csv(EXAMPLE["diensten"]), "utf-8")
    book = Workbook()
    for row in EXAMPLE["plekken"]:
        book.worksheets[0].append(list(row))
    book.save(root / "data" / "plekken.xlsx")


def by_office(form: str) -> Callable[[Path], None]:
    """Return what lets LibreOffice save the register in this form."""

    def save(root: Path) -> None:
        other = "ods" if form == "xlsx" else "xlsx"
        (write_opendocument if other == "ods" else write_workbook)(root, EXAMPLE)
        source = root / "data" / f"register.{other}"
        saved_by_office(source, form, root).rename(root / "data" / f"register.{form}")
        source.unlink()

    return save


def loose(root: Path) -> None:
    """Write every sheet with other headings in another order."""
    (root / "data").mkdir(parents=True)
    for name, rows in EXAMPLE.items():
        text = as_csv(with_loose_headings(rows, sheets()[name]))
        (root / "data" / f"{name}.csv").write_text(text, "utf-8")


WAYS: dict[str, Callable[[Path], object]] = {
    "CSV with ; and a mark": in_files(lambda rows: as_csv(rows).encode("utf-8-sig")),
    "CSV with ,": in_files(lambda rows: as_csv(rows, ",").encode()),
    "CSV with tabs in UTF-16": in_files(lambda rows: as_csv(rows, "\t").encode("utf-16")),
    "CSV of Windows with sep=": in_files(lambda rows: f"sep=;\r\n{as_csv(rows)}".encode("cp1252")),
    "CSV between notes and blank rows": in_files(between_notes),
    "Excel, all text": lambda root: write_workbook(root, EXAMPLE),
    "Excel, real dates and numbers": typed,
    "LibreOffice by odfpy": lambda root: write_opendocument(root, EXAMPLE),
    "Excel saved by LibreOffice": by_office("xlsx"),
    "LibreOffice saved by LibreOffice": by_office("ods"),
    "three forms together": mixed,
    "other headings in another order": loose,
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the records of the example village as it is kept in this repository."""
    root = tmp_path_factory.mktemp("expected")
    in_files(lambda rows: as_csv(rows).encode())(root / "dorp")
    found = records(root / "dorp")
    assert len(found) > 300
    return found


@pytest.mark.parametrize("way", WAYS)
def test_a_register_saved_in_any_way_gives_identical_records(
    tmp_path: Path, expected: list[str], way: str
) -> None:
    """Every record is the same, but for the file and the row that it comes from."""
    WAYS[way](tmp_path / "dorp")
    found = records(tmp_path / "dorp")
    assert [pair for pair in zip(found, expected, strict=False) if pair[0] != pair[1]] == []
    assert len(found) == len(expected)


def records(root: Path) -> list[str]:
    """Return every record of a register in words, without its place."""
    register = village.read(root, TODAY).register
    fields = [getattr(register, name) for name in register.__dataclass_fields__]
    found = [record for field in fields for record in (field if isinstance(field, tuple) else (field,))]
    return [re.sub(r"Source\([^)]*\)", "Source()", repr(record)) for record in found]
