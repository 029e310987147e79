"""Writing small villages for tests: the same rows as CSV, Excel or LibreOffice."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from dorpspomp import village
from dorpspomp.build import Built, build
from dorpspomp.village import Reading

TODAY = date(2026, 11, 22)

Rows = Sequence[Sequence[str]]
Sheets = Mapping[str, Rows]


def as_csv(rows: Rows, delimiter: str = ";") -> str:
    """Write rows as a spreadsheet saves CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def write(root: Path, sheets: Sheets, encoding: str = "utf-8") -> Path:
    """Write a file for each sheet and return the village's folder."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    for name, rows in sheets.items():
        (root / "data" / f"{name}.csv").write_bytes(as_csv(rows).encode(encoding))
    return root


def write_workbook(root: Path, sheets: Sheets) -> Path:
    """Write one Excel workbook."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(root / "data" / "register.xlsx")
    return root


def write_opendocument(root: Path, sheets: Sheets) -> Path:
    """Write one LibreOffice workbook."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    book = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        sheet = Table(name=name)
        for row in rows:
            made = TableRow()
            for text in row:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=text))
                made.addElement(cell)
            sheet.addElement(made)
        book.spreadsheet.addElement(sheet)
    book.save(str(root / "data" / "register.ods"))
    return root


def document(root: Path, path: str, text: str) -> None:
    """Write a Markdown file under content/."""
    target = root / "content" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def read(root: Path, today: date = TODAY) -> Reading:
    """Read a village as it is on a fixed day."""
    return village.read(root, today)


def publish(root: Path, today: date = TODAY) -> Built:
    """Build the quickest part of a portal: its rows and addresses are remembered."""
    built = build(root, today, datetime(2026, 11, 22, 9, 0), ("data",))
    assert built.release, built.problems
    return built


def said(reading: Reading, level: str = "") -> list[tuple[str, int, str]]:
    """Return sheet, row and heading of the problems (of one level)."""
    return [(p.sheet, p.row, p.heading) for p in reading.problems if level in ("", p.level.value)]


SERVICES = ["naam", "rubriek", "kort", "kosten", "telefoon"]
SMALL: Sheets = {
    "diensten": [
        SERVICES,
        ["Klussendienst", "Hulp", "Wij klussen bij u thuis.", "gratis", "0490-01 23 45"],
        ["Vervoer", "Hulp", "Wij rijden u naar de dokter.", "€ 2", "0490-01 23 46"],
        ["Eettafel", "Ontmoeten", "Samen eten op dinsdag.", "€ 7,50", "0490-01 23 47"],
    ]
}
"""A village with one sheet of three rows."""
