"""Copies of the volunteer's own files: comments in the cells, nothing private, nothing to change."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet, load
from odf.style import Style, TableCellProperties, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import FilterColumn, Filters
from openpyxl.worksheet.worksheet import Worksheet

from dorpspomp.annotation import copied
from dorpspomp.outputs.report import write
from dorpspomp.report import Ending, Outcome
from dorpspomp.views.notes import MASK, TITLE, Notes, notes
from dorpspomp.views.report import report
from tests import village_files as files
from tests.village_files import TODAY

HEADINGS = ["naam", "rubriek", "kort", "telefoon", "intern notitie", "kosten"]
ROWS = [
    ["Klussendienst", "Hulp", "Wij klussen.", "0490-01 23 45", "GEHEIM", "gratis"],
    ["Vervoer", "Hulp", "Wij rijden.", "6,12346E+08", "GEHEIM", "gratis"],
    ["", "Hulp", "Samen eten.", "0490-01 23 47", "GEHEIM", "gratis"],
]
PHONE = "Het rekenblad heeft cijfers van dit nummer weggegooid."


def written(root: Path) -> Path:
    """Read a village, write its report with copies and return the report's folder."""
    reading = files.read(root)
    made = report(reading.problems, reading.sheets, Ending(Outcome.UPDATED), TODAY, "Wilgenbroek")
    return write(made, root / "report", root / "data").parent


def holding(folder: Path, word: str) -> list[str]:
    """Return the files, and the members of packed files, in which a word stands."""
    return [name for name, data in _members(folder) if word.encode() in data]


def _members(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.iterdir()):
        yield path.name, path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                yield from ((f"{path.name}/{name}", package.read(name)) for name in package.namelist())


def excel(root: Path) -> Worksheet:
    """Make a workbook that a volunteer has worked on for years; return its sheet of services."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "diensten"
    for row in (HEADINGS, *ROWS):
        sheet.append(row)
    sheet["A1"].font = Font(bold=True, name="Comic Sans MS")
    sheet["A2"].fill = PatternFill("solid", fgColor="ABCDEF")
    sheet.column_dimensions["C"].width = 44
    book.create_sheet("Ledenlijst").append(["Jan", "GEHEIM"])
    (root / "data").mkdir(parents=True)
    return sheet


def save(sheet: Worksheet, root: Path) -> Workbook:
    """Save a workbook and return its copy with comments, read back."""
    assert sheet.parent is not None
    sheet.parent.save(root / "data" / "register.xlsx")
    return load_workbook(written(root) / "register - met opmerkingen.xlsx")


def test_comments_stand_in_the_cells_of_their_own_workbook(tmp_path: Path) -> None:
    """Every message is a comment at its cell, with a colour; what is fine keeps its looks."""
    sheet = save(excel(tmp_path), tmp_path)["diensten"]
    told = {c.coordinate: c.comment.text for row in sheet.iter_rows() for c in row if c.comment}
    assert told["D3"].startswith(f"Let op: {PHONE}\nDoe dit: ")
    assert "Kan niet:" in told["A4"] and "Deze rij staat nu niet op de website." in told["A4"]
    assert sheet["D3"].fill.fgColor.rgb != sheet["D2"].fill.fgColor.rgb
    assert (sheet["A1"].font.name, sheet["A2"].fill.fgColor.rgb) == ("Comic Sans MS", "00ABCDEF")
    assert sheet.column_dimensions["C"].width == 44


def test_the_first_sheet_says_what_to_do(tmp_path: Path) -> None:
    """ "Lees eerst" is in front: it is a copy, and everything there is to do; all sheets are locked."""
    book = save(excel(tmp_path), tmp_path)
    assert book.sheetnames == [TITLE, "diensten"]
    lines = [" ".join(str(text) for text in row if text) for row in book[TITLE].values]
    assert "Verander niets hier, maar in uw eigen bestand." in lines
    assert any(PHONE in line and "kolom" in line for line in lines)
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    assert book.active is not None and book.active.title == TITLE


def test_nothing_private_is_in_any_byte_of_a_workbook(tmp_path: Path) -> None:
    """Cells, comments, links, lists, filters, charts, properties and other sheets give nothing away."""
    sheet = excel(tmp_path)
    book = sheet.parent
    assert book is not None
    sheet["E1"].comment = Comment("GEHEIM", "GEHEIM")
    sheet["E2"].comment = Comment("GEHEIM", "GEHEIM")
    sheet["E3"].hyperlink = "mailto:GEHEIM@dorp.example"
    sheet["H2"] = "GEHEIM zonder kopje"
    rule = DataValidation(type="list", formula1='"GEHEIM,anders"')
    rule.add("E2:E9")
    sheet.add_data_validation(rule)
    sheet.auto_filter.ref = "A1:F4"
    sheet.auto_filter.filterColumn.append(FilterColumn(colId=4, filters=Filters(filter=["GEHEIM"])))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "J2")
    book.properties.title = book.properties.creator = "GEHEIM"
    copy = save(sheet, tmp_path)
    assert holding(tmp_path / "report", "GEHEIM") == []
    assert [copy["diensten"].cell(row, 5).value for row in (1, 2, 3)] == ["intern notitie", MASK, MASK]


def test_own_comments_stay_where_they_are_not_private(tmp_path: Path) -> None:
    """What a volunteer noted at a public cell stands below the message."""
    sheet = excel(tmp_path)
    sheet["D3"].comment = Comment("Nog eens bellen", "Riet")
    sheet["C2"].comment = Comment("Mooi zo", "Riet")
    copy = save(sheet, tmp_path)["diensten"]
    assert copy["D3"].comment is not None and copy["C2"].comment is not None
    assert copy["D3"].comment.text.endswith("Uw eigen opmerking:\nNog eens bellen")
    assert copy["C2"].comment.text == "Mooi zo"


def test_a_message_under_a_merged_cell_stands_at_its_first(tmp_path: Path) -> None:
    """A merged cell has one place for a comment; the row is named there."""
    sheet = excel(tmp_path)
    sheet["D2"] = "6,12346E+08"
    sheet["D3"] = None
    sheet.merge_cells("D2:D3")
    copy = save(sheet, tmp_path)["diensten"]
    assert copy["D2"].comment is not None and "Rij 3\nLet op:" in copy["D2"].comment.text


def cell(text: str = "", **attributes: object) -> TableCell:
    """Make a cell with a text."""
    made = TableCell(valuetype="string", **attributes) if text else TableCell(**attributes)
    if text:
        made.addElement(P(text=text))
    return made


def line(*cells: TableCell, **attributes: object) -> TableRow:
    """Make a row."""
    made = TableRow(**attributes)
    for one in cells:
        made.addElement(one)
    return made


def noted(text: str, note: str, **attributes: object) -> TableCell:
    """Make a cell with a comment of the volunteer."""
    made, said = cell(text, **attributes), Annotation()
    said.addElement(P(text=note))
    made.insertBefore(said, made.firstChild)
    return made


def opendocument(root: Path) -> None:
    """Write a LibreOffice workbook with repeated rows and cells, merged cells, comments and a style."""
    book = OpenDocumentSpreadsheet()
    bold = Style(name="vet", family="table-cell")
    bold.addElement(TableCellProperties(border="0.5pt solid #000000"))
    bold.addElement(TextProperties(fontweight="bold"))
    book.automaticstyles.addElement(bold)
    sheet = Table(name="diensten")
    sheet.addElement(TableColumn(numbercolumnsrepeated="6", defaultcellstylename="vet"))
    rest = [cell("0490-01 23 45"), cell("GEHEIM", numbercolumnsrepeated="2"), cell("gratis")]
    rows = [
        line(*(cell(text) for text in (*HEADINGS[:5], "intern ander", "kosten"))),
        line(*map(cell, ROWS[0][:3]), *rest),
        line(cell(numbercolumnsrepeated="7"), numberrowsrepeated="2"),
        line(cell("Vervoer"), cell("Hulp"), cell("Rijden", numberrowsspanned="2", numbercolumnsspanned="1"),
             cell("6,12346E+08", stylename="vet"), *(noted("GEHEIM", "GEHEIM") for _ in "ab"), cell()),
        line(cell("Eettafel"), cell("Hulp"), CoveredTableCell(), noted("12", "Nog bellen")),
        line(cell(), cell("Hulp"), cell("Eten"), cell("12"), numberrowsrepeated="3"),
        line(cell(numbercolumnsrepeated="1024"), numberrowsrepeated="1048000"),
    ]  # fmt: skip
    for row in rows:
        sheet.addElement(row)
    hidden = Table(name="Ledenlijst")
    hidden.addElement(line(cell("GEHEIM")))
    for table in (sheet, hidden):
        book.spreadsheet.addElement(table)
    book.addPicture("GEHEIM.png", "image/png", b"GEHEIM")
    (root / "data").mkdir(parents=True)
    book.save(str(root / "data" / "register.ods"))


def grid(path: Path, name: str) -> Mapping[tuple[int, int], TableCell]:
    """Return the first cells of a sheet by row and column, both from 1, as odfpy reads them."""
    found: dict[tuple[int, int], TableCell] = {}
    table = next(
        t for t in load(str(path)).spreadsheet.getElementsByType(Table) if t.getAttribute("name") == name
    )
    number = 1
    for row in table.getElementsByType(TableRow):
        for _ in range(min(int(row.getAttribute("numberrowsrepeated") or 1), 30)):
            column = 1
            for one in row.childNodes:
                for _ in range(min(int(one.getAttribute("numbercolumnsrepeated") or 1), 30)):
                    found[number, column] = one
                    column += 1
            number += 1
    return found


def comment(one: TableCell) -> str:
    """Return the comment at a cell."""
    return "\n".join(str(p) for note in one.getElementsByType(Annotation) for p in note.getElementsByType(P))


def shown(one: TableCell) -> str:
    """Return what stands in a cell."""
    return "\n".join(str(p) for p in one.childNodes if p.qname[1] == "p")


def test_comments_stand_in_the_cells_of_a_libreoffice_workbook(tmp_path: Path) -> None:
    """Repeated rows and cells are parted, so that each message is at its own cell and no other."""
    opendocument(tmp_path)
    cells = grid(written(tmp_path) / "register - met opmerkingen.ods", "diensten")
    assert comment(cells[5, 4]).startswith(f"Let op: {PHONE}")
    assert comment(cells[6, 4]).endswith("Uw eigen opmerking:\nNog bellen")
    assert all("Kan niet:" in comment(cells[row, 1]) for row in (7, 8, 9))
    assert [shown(cells[row, 2]) for row in (7, 8, 9, 10)] == ["Hulp"] * 3 + [""]
    assert comment(cells[2, 4]) == comment(cells[2, 1]) == ""


def test_nothing_private_is_in_any_byte_of_a_libreoffice_workbook(tmp_path: Path) -> None:
    """Cells, also repeated ones, comments, other sheets, pictures and properties give nothing away."""
    opendocument(tmp_path)
    folder = written(tmp_path)
    assert holding(folder, "GEHEIM") == []
    cells = grid(folder / "register - met opmerkingen.ods", "diensten")
    assert [shown(cells[2, column]) for column in range(4, 8)] == ["0490-01 23 45", MASK, MASK, "gratis"]


def test_a_libreoffice_copy_keeps_its_looks_and_is_locked(tmp_path: Path) -> None:
    """A coloured cell still has the borders and letters of its own style; every sheet is protected."""
    opendocument(tmp_path)
    path = written(tmp_path) / "register - met opmerkingen.ods"
    book = load(str(path))
    styles = {style.getAttribute("name"): style for style in book.automaticstyles.getElementsByType(Style)}
    style = styles[grid(path, "diensten")[5, 4].getAttribute("stylename")]
    assert style.getElementsByType(TextProperties)[0].getAttribute("fontweight") == "bold"
    assert style.getElementsByType(TableCellProperties)[0].getAttribute("backgroundcolor")
    tables = book.spreadsheet.getElementsByType(Table)
    assert [table.getAttribute("name") for table in tables] == [TITLE, "diensten"]
    assert all(table.getAttribute("protected") == "true" for table in tables)
    lines = [shown(one) for one in grid(path, TITLE).values()]
    assert "Verander niets hier, maar in uw eigen bestand." in lines and PHONE in lines


def test_a_csv_file_gets_a_workbook(tmp_path: Path) -> None:
    """A file that can hold no comments becomes a workbook with the same rows; private cells are masked."""
    rows = [*ROWS, ["=1+1", "Hulp", "\x0bEten.", "12", "GEHEIM", "gratis"]]
    folder = written(files.write(tmp_path, {"diensten": [HEADINGS, *rows]}))
    sheet = load_workbook(folder / "diensten - met opmerkingen.xlsx")["diensten"]
    assert [one.value for one in sheet[2]] == [*ROWS[0][:4], MASK, "gratis"]
    assert sheet["D3"].comment is not None and PHONE in sheet["D3"].comment.text
    assert sheet["A5"].data_type == "s"
    assert holding(folder, "GEHEIM") == []


def test_the_page_leads_to_the_copies(tmp_path: Path) -> None:
    """Beside each sheet stands a link to the copy of its file."""
    folder = written(files.write(tmp_path, {"diensten": [HEADINGS, *ROWS]}))
    page = (folder / "index.html").read_text("utf-8")
    assert 'href="diensten%20-%20met%20opmerkingen.xlsx"' in page


def test_the_same_file_gives_the_same_copy(tmp_path: Path) -> None:
    """No copy holds the moment at which it was made."""
    opendocument(tmp_path)
    files.write(tmp_path, {"activiteiten": [["naam", "rubriek", "wanneer"], ["Bingo", "", "ooit"]]})
    first = {path.name: path.read_bytes() for path in written(tmp_path).iterdir()}
    assert {path.name: path.read_bytes() for path in written(tmp_path).iterdir()} == first
    assert len(first) == 3


def damaged(root: Path, data: bytes, suffix: str) -> Path:
    """Put other bytes in the place of a workbook after it was read, and write the report."""
    reading = files.read(root)
    (root / "data" / f"register{suffix}").write_bytes(data)
    made = report(reading.problems, reading.sheets, Ending(Outcome.UPDATED), TODAY, "Wilgenbroek")
    return write(made, root / "report", root / "data").parent


def halves() -> Iterator[tuple[str, bytes]]:
    """Yield what a damaged workbook may be."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        made.writestr("content.xml", "<office><half")
        made.writestr("xl/workbook.xml", "<workbook><half")
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("content.xml", "<a/>")
    yield "nothing", b""
    yield "no archive", b"PK half"
    yield "half a sheet", package.getvalue()
    yield "another document", empty.getvalue()


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@pytest.mark.parametrize(("kind", "data"), list(halves()), ids=[kind for kind, _ in halves()])
def test_a_damaged_file_has_no_copy(tmp_path: Path, kind: str, data: bytes, suffix: str) -> None:
    """A file that cannot be opened gives a page without a copy, and nothing raises."""
    sheets = {"diensten": [HEADINGS, *ROWS]}
    (files.write_workbook if suffix == ".xlsx" else files.write_opendocument)(tmp_path, sheets)
    assert [path.name for path in damaged(tmp_path, data, suffix).iterdir()] == ["index.html"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Notes, bytes]]:
    """Return a sound workbook of each kind and what to write into its copy."""
    found: dict[str, tuple[Notes, bytes]] = {}
    for write_one, name in (
        (files.write_workbook, "register.xlsx"),
        (files.write_opendocument, "register.ods"),
    ):
        root = write_one(tmp_path_factory.mktemp("sound"), {"diensten": [HEADINGS, *ROWS]})
        reading = files.read(root)
        made = report(reading.problems, reading.sheets, Ending(Outcome.UPDATED), TODAY, "Wilgenbroek")
        found[name] = notes(made, name), (root / "data" / name).read_bytes()
    return found


@pytest.mark.parametrize("name", ["register.xlsx", "register.ods"])
@given(data=st.data())
def test_making_a_copy_never_raises(
    sound: Mapping[str, tuple[Notes, bytes]], name: str, data: st.DataObject
) -> None:
    """A workbook with a few wrong bytes gives a copy that opens, or none."""
    told, good = sound[name]
    wrong = bytearray(good)
    for place in data.draw(st.lists(st.integers(0, len(wrong) - 1), max_size=8)):
        wrong[place] = data.draw(st.integers(0, 255))
    copy = copied(bytes(wrong), told)
    assert copy is None or zipfile.is_zipfile(io.BytesIO(copy.data))


def test_thousands_of_problems_give_a_copy_that_opens(tmp_path: Path) -> None:
    """Beyond a few hundred comments a colour must do; every cell with a problem has it."""
    rows = [["", "Hulp", "Wij helpen.", "12", "", "gratis"] for _ in range(2000)]
    folder = written(files.write(tmp_path, {"diensten": [HEADINGS, *rows]}))
    sheet = load_workbook(folder / "diensten - met opmerkingen.xlsx")["diensten"]
    cells = [sheet.cell(row, 1) for row in range(2, 2002)]
    assert 300 <= sum(one.comment is not None for one in cells) < 500
    assert len({one.fill.fgColor.rgb for one in cells}) == 1 and cells[-1].fill.fill_type == "solid"
