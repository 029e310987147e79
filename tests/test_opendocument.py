"""LibreOffice workbooks as volunteers leave them behind, written by odfpy."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import A, LineBreak, P, S

from dorpspomp import opendocument
from dorpspomp.problem import Level


def saved(*sheets: tuple[str, list[TableRow]]) -> bytes:
    """Return the bytes of a workbook with these sheets."""
    book = OpenDocumentSpreadsheet()
    for name, rows in sheets:
        sheet = Table(name=name)
        for row in rows:
            sheet.addElement(row)
        book.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


def row(*cells: TableCell, **attributes: object) -> TableRow:
    """Make a row of cells."""
    made = TableRow(**attributes)
    for cell in cells:
        made.addElement(cell)
    return made


def cell(text: str = "", **attributes: object) -> TableCell:
    """Make a cell with a text."""
    made = TableCell(**attributes)
    for line in text.split("\n") if text else ():
        made.addElement(P(text=line))
    return made


def cells(*rows: TableRow) -> list[tuple[int, tuple[str, ...]]]:
    """Write and read rows; return what came back."""
    opened = opendocument.read(saved(("diensten", list(rows))), "register", "register.ods")
    assert not opened.problems
    return [(read.number, read.cells) for read in opened.tables[0].rows]


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (cell("Café", valuetype="string"), "Café"),
        (cell("een\ntwee", valuetype="string"), "een\ntwee"),
        (cell("1 feb", valuetype="date", datevalue="2026-02-01"), "2026-02-01"),
        (cell("1 feb", valuetype="date", datevalue="2026-02-01T10:30:00"), "2026-02-01 10:30"),
        (cell("1 feb", valuetype="date", datevalue="2026-02-01T00:00:00"), "2026-02-01"),
        (cell("9.30", valuetype="time", timevalue="PT09H30M00S"), "09:30"),
        (cell("0612345678", valuetype="float", value="612345678"), "0612345678"),
        (cell("2,5", valuetype="float", value="2.5"), "2,5"),
        (cell("51,7", valuetype="float", value="51.7012"), "51,7012"),
        (cell("€ 2,50", valuetype="currency", value="2.5"), "2,5"),
        (cell("25%", valuetype="percentage", value="0.25"), "25%"),
        (cell(formula="of:=SUM([.A1])"), "=SUM([.A1])"),
        (cell("3", formula="of:=1+2", valuetype="float", value="3"), "3"),
        (cell("WAAR", valuetype="boolean", booleanvalue="true"), "WAAR"),
        (cell("Fout:508", valuetype="string"), "Fout:508"),
    ],
)
def test_a_value_becomes_what_the_volunteer_sees(made: TableCell, text: str) -> None:
    """Dates are ISO, times HH:MM, numbers are not rounded; a formula without a result is itself."""
    assert cells(row(made)) == [(1, (text,))]


def test_spaces_breaks_and_comments() -> None:
    """Spaces and line breaks are elements of their own; a comment is nobody's business."""
    made = TableCell(valuetype="string")
    note = Annotation()
    note.addElement(P(text="GEHEIM"))
    made.addElement(note)
    words = P(text="a")
    words.addElement(S(c=2))
    words.addText("b")
    words.addElement(LineBreak())
    words.addText("c")
    made.addElement(words)
    assert cells(row(made)) == [(1, ("a  b\nc",))]


def test_repeated_rows_and_cells() -> None:
    """Repeated rows and cells count as often as they say; a million blank ones cost nothing."""
    assert cells(
        row(cell("naam"), cell("x", numbercolumnsrepeated="2")),
        row(cell(), numberrowsrepeated="3"),
        row(cell("a"), numberrowsrepeated="2"),
        row(cell(numbercolumnsrepeated="16384"), numberrowsrepeated="1048000"),
    ) == [(1, ("naam", "x", "x")), (5, ("a",)), (6, ("a",))]


def test_cells_merged_downwards_count_for_every_row() -> None:
    """One rubriek merged over two rows holds for both."""
    assert cells(
        row(cell("Hulp", numberrowsspanned="2", numbercolumnsspanned="1"), cell("x")),
        row(CoveredTableCell(), cell("y")),
        row(cell(), cell("z")),
    ) == [(1, ("Hulp", "x")), (2, ("Hulp", "y")), (3, ("", "z"))]


def test_links_behind_words() -> None:
    """An address behind "klik hier" is read, and kept apart from the words."""
    made, words = TableCell(valuetype="string"), P()
    words.addElement(A(href="https://delinde.example/", text="klik hier"))
    made.addElement(words)
    opened = opendocument.read(saved(("a", [row(cell("x"), made)])), "register", "register.ods")
    found = opened.tables[0].rows[0]
    assert (found.cells, found.links) == (("x", "klik hier"), ((1, "https://delinde.example/"),))


def test_a_hidden_sheet_says_so() -> None:
    """Whether a hidden sheet counts is decided by its name."""
    book = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(unseen)
    for name, shape in (("diensten", None), ("diensten oud", unseen)):
        sheet = Table(name=name, stylename=shape) if shape else Table(name=name)
        sheet.addElement(row(cell("naam")))
        book.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    book.write(out)
    opened = opendocument.read(out.getvalue(), "register", "register.ods")
    assert [(found.name, found.is_hidden) for found in opened.tables] == [
        ("diensten", False),
        ("diensten oud", True),
    ]


def damaged() -> list[tuple[str, bytes]]:
    """Return workbooks that are none."""
    good = saved(("a", [row(cell("x"))]))
    locked, broken = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(locked, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<m:file-entry><m:encryption-data/></m:file-entry>")
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("content.xml", "<office><half")
    return [
        ("truncated", good[:300]),
        ("encrypted", locked.getvalue()),
        ("half a sheet", broken.getvalue()),
        ("nothing", b""),
    ]


@pytest.mark.parametrize(("kind", "data"), damaged(), ids=[kind for kind, _ in damaged()])
def test_a_damaged_workbook_stops_in_plain_words(kind: str, data: bytes) -> None:
    """Half a file or a password stops with a message and does not raise."""
    opened = opendocument.read(data, "register", "register.ods")
    assert [problem.level for problem in opened.problems] == [Level.STOP]


@given(st.data())
def test_reading_never_raises(data: st.DataObject) -> None:
    """A workbook with a few wrong bytes gives tables or a problem."""
    good = bytearray(_GOOD)
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), max_size=8)):
        good[place] = data.draw(st.integers(0, 255))
    opened = opendocument.read(bytes(good), "register", "register.ods")
    assert all(problem.level is Level.STOP for problem in opened.problems)


_GOOD = saved(("a", [row(cell("naam"), cell("x"))]))
