"""Opening a template in LibreOffice and saving it changes nothing that matters."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook

from dorpspomp import village
from dorpspomp.new import new
from dorpspomp.sheet import Column, sheets
from tests.conftest import TODAY
from tests.office import saved_by_office

APART = {"nieuws", "verhalen", "paginas", "landelijk", "vakanties"}
PAGES = [sheet for sheet in sheets().values() if sheet.name not in APART]
WAYS = [("xlsx", "ods"), ("xlsx", "xlsx"), ("ods", "ods"), ("ods", "xlsx")]
NAMES = [f"{form} saved as {other}" for form, other in WAYS]

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Return the village in which LibreOffice saved the register, for each form and form it was saved in."""
    made = {}
    for form, other in WAYS:
        root = tmp_path_factory.mktemp(f"{form}-{other}") / "sint-anna"
        new(root, form)
        source = root / "data" / f"register.{form}"
        kept = saved_by_office(source, other, root.parent)
        source.unlink()
        kept.rename(root / "data" / f"register.{other}")
        made[form, other] = root
    return made


def as_excel(root: Path) -> Workbook:
    """Return a register as openpyxl sees it; LibreOffice turns its own form into Excel's."""
    path = root / "data" / "register.xlsx"
    if not path.exists():
        path = saved_by_office(root / "data" / "register.ods", "xlsx", root.parent)
    return load_workbook(path)


@pytest.fixture(scope="module")
def books(saved: dict[tuple[str, str], Path]) -> dict[tuple[str, str], Workbook]:
    """Return each register that LibreOffice saved, as a workbook."""
    return {way: as_excel(root) for way, root in saved.items()}


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_the_records_are_identical(
    saved: dict[tuple[str, str], Path], way: tuple[str, str], tmp_path: Path
) -> None:
    """The register that is read from what LibreOffice saved is the one that was made, problems and all."""
    new(tmp_path / "sint-anna", way[0])
    first, second = (village.read(root, TODAY) for root in (tmp_path / "sint-anna", saved[way]))
    texts = [repr(reading.register).replace(".ods", ".xlsx") for reading in (first, second)]
    assert texts[0] == texts[1]
    assert [p.as_dict() for p in first.problems] == [p.as_dict() for p in second.problems]
    rows = [[table.rows for table in reading.sheets.values()] for reading in (first, second)]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_the_order_of_the_sheets_stays(books: dict[tuple[str, str], Workbook], way: tuple[str, str]) -> None:
    """ "Uitleg" comes first, the sheets follow in the order of the manual."""
    assert books[way].sheetnames == ["Uitleg", *(sheet.name for sheet in PAGES)]


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_the_drop_downs_are_still_there(books: dict[tuple[str, str], Workbook], way: tuple[str, str]) -> None:
    """Fixed words and the names in other sheets are still offered, in rows still to be typed too."""
    for sheet in PAGES:
        offered = {}
        for rule in books[way][sheet.name].data_validations.dataValidation:
            for area in rule.sqref.ranges:
                for number in range(area.min_col, area.max_col + 1):
                    offered[number, area.max_row > 900] = rule.formula1
        for number, column in enumerate(sheet.columns, start=1):
            if column.options:
                assert offered[number, True] == f'"{",".join(column.options)}"'
            elif len(column.refers) == 1 and column.kind == "reference":
                assert offered[number, True].startswith(f"{column.refers[0]}!$A$2")


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_the_explanations_are_still_there(
    books: dict[tuple[str, str], Workbook], way: tuple[str, str]
) -> None:
    """Each heading keeps its note."""
    for sheet in PAGES:
        for cell, column in zip(books[way][sheet.name][1], sheet.columns, strict=False):
            assert cell.comment is not None
            assert column.description in cell.comment.text


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_rows_still_to_be_typed_are_text(saved: dict[tuple[str, str], Path], way: tuple[str, str]) -> None:
    """Every column but dates and numbers has the form "text" in the first rows that are still empty."""
    forms = forms_below(saved[way])
    for sheet in PAGES:
        if sheet.name == "instellingen":  # every row of it is filled in
            continue
        assert {column.name: forms[sheet.name][place] for place, column in enumerate(sheet.columns)} == {
            column.name: form(column) for column in sheet.columns
        }


def form(column: Column) -> str:
    """Return the form that the cells of a column must have."""
    return {"date": "date", "number": "number"}.get(column.kind, "text")


def forms_below(root: Path) -> dict[str, list[str]]:
    """Return the form of the cells in a row that is still empty, for each sheet."""
    path = root / "data" / "register.ods"
    if path.exists():
        return forms_in_opendocument(path)
    book = load_workbook(root / "data" / "register.xlsx")
    return {
        sheet.name: [excel_form(book, sheet.name, n) for n in range(len(sheet.columns))] for sheet in PAGES
    }


def excel_form(book: Workbook, name: str, place: int) -> str:
    """Return the form of a cell in row 40: its own where the file holds it, else that of its column."""
    sheet = book[name]
    cells = {(cell.row, cell.column): cell for row in sheet.iter_rows(min_row=40, max_row=40) for cell in row}
    own = cells[40, place + 1] if sheet.max_row >= 40 else None
    column = next(it for it in sheet.column_dimensions.values() if it.min <= place + 1 <= it.max)
    shape = own.number_format if own and own.has_style else column.number_format
    return "text" if shape == "@" else "date" if "yy" in shape else "number" if "General" in shape else shape


def forms_in_opendocument(path: Path) -> dict[str, list[str]]:
    """Return the form of the cells in row 40 of each sheet, by their style or else that of their column."""
    with zipfile.ZipFile(path) as package:
        root, shared = (ElementTree.fromstring(package.read(f"{part}.xml")) for part in ("content", "styles"))
    kinds = {f"{NUMBER}text-style": "text", f"{NUMBER}date-style": "date", f"{NUMBER}number-style": "number"}
    every = (*shared.iter(), *root.iter())
    data = {element.get(f"{STYLE}name"): kinds[element.tag] for element in every if element.tag in kinds}
    styles = {
        el.get(f"{STYLE}name"): data.get(el.get(f"{STYLE}data-style-name"), "number")
        for el in root.iter(f"{STYLE}style")
    }
    return {
        sheet.get(f"{TABLE}name", ""): [
            styles.get(cell or column, "number")
            for cell, column in zip(row_styles(sheet, 40), column_styles(sheet), strict=False)
        ]
        for sheet in root.iter(f"{TABLE}table")
    }


def column_styles(sheet: ElementTree.Element) -> list[str | None]:
    """Return the style that each of the first hundred columns gives its cells."""
    found: list[str | None] = []
    for column in sheet.iter(f"{TABLE}table-column"):
        times = int(column.get(f"{TABLE}number-columns-repeated", "1"))
        found += [column.get(f"{TABLE}default-cell-style-name")] * min(times, 100)
    return found[:100]


def row_styles(sheet: ElementTree.Element, wanted: int) -> list[str | None]:
    """Return the style of each of the first hundred cells in a row."""
    number = 0
    for row in sheet.iter(f"{TABLE}table-row"):
        number += int(row.get(f"{TABLE}number-rows-repeated", "1"))
        if number >= wanted:
            found: list[str | None] = []
            for cell in row:
                times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
                found += [cell.get(f"{TABLE}style-name")] * min(times, 100)
            return found[:100]
    return []
