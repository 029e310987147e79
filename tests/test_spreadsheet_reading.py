"""Excel workbooks as volunteers leave them behind."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from dorpspomp import spreadsheet
from dorpspomp.problem import Level
from dorpspomp.table import Table


def workbook(*sheets: tuple[str, list[list[object]]]) -> Workbook:
    """Make a workbook with these sheets."""
    book = Workbook()
    book.remove(book.active or book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def tables(book: Workbook) -> dict[str, Table]:
    """Read a workbook that must be sound."""
    opened = spreadsheet.read(saved(book), "register", "register.xlsx")
    assert not opened.problems
    return {table.name: table for table in opened.tables}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Café", "Café"),
        (3.0, "3"),
        (612345678, "612345678"),
        (2.5, "2,5"),
        (True, "WAAR"),
        (False, "ONWAAR"),
        (dt.datetime(2026, 2, 1), "2026-02-01"),
        (dt.date(2026, 2, 1), "2026-02-01"),
        (dt.datetime(2026, 2, 1, 10, 30), "2026-02-01 10:30"),
        (dt.time(9, 30), "09:30"),
        (dt.timedelta(hours=10), "10:00"),
        (0.1 + 0.2, "0,3"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_value_becomes_what_the_volunteer_sees(value: object, text: str) -> None:
    """Dates are ISO, times HH:MM, whole numbers have no point; a formula without a result is itself."""
    rows = tables(workbook(("diensten", [["x", value, "x"]])))["diensten"].rows
    assert rows[0].cells[1] == text


def test_zeros_that_only_the_format_shows() -> None:
    """A number shown as 0612345678 is read with its zero."""
    book = workbook(("diensten", [[612345678]]))
    book["diensten"]["A1"].number_format = "0000000000"
    assert tables(book)["diensten"].rows[0].cells == ("0612345678",)


def test_what_only_the_form_of_a_cell_shows() -> None:
    """A part of a hundred is read as it is shown, an amount as the number that it is."""
    book = workbook(("diensten", [[0.25, 2.5]]))
    book["diensten"]["A1"].number_format = "0%"
    book["diensten"]["B1"].number_format = '"€" #,##0.00'
    assert tables(book)["diensten"].rows[0].cells == ("25%", "2,5")


def test_dates_that_are_counted_from_1904() -> None:
    """A workbook that began on an old Mac counts its days from another year."""
    book = workbook(("a", [[dt.datetime(2026, 2, 1), dt.time(9, 30)]]))
    book.epoch = CALENDAR_MAC_1904
    assert tables(book)["a"].rows[0].cells == ("2026-02-01", "09:30")


def test_words_in_several_letters_are_one_text() -> None:
    """Bold inside a cell, an error and text in a cell for numbers are read as they are shown."""
    book = workbook(("a", [["x", "#N/A", "0612345678"]]))
    book["a"]["A1"] = CellRichText("Let ", TextBlock(InlineFont(b=True), "op"), "!")
    assert tables(book)["a"].rows[0].cells == ("Let op!", "#N/A", "0612345678")


def test_links_behind_words() -> None:
    """An address behind "klik hier" is read, and kept apart from the words."""
    book = workbook(("a", [["naam", "website"], ["De Linde", "klik hier"]]))
    book["a"]["B2"].hyperlink = "https://delinde.example/"
    row = tables(book)["a"].rows[1]
    assert (row.cells, row.links) == (("De Linde", "klik hier"), ((1, "https://delinde.example/"),))


def test_hidden_rows_and_columns_are_read() -> None:
    """Who filters a list still means the rows that are out of sight."""
    book = workbook(("a", [["naam", "kort"], ["x", "y"], ["z", "q"]]))
    book["a"].row_dimensions[2].hidden = True
    book["a"].column_dimensions["B"].hidden = True
    book["a"].auto_filter.ref = "A1:B3"
    assert [row.cells for row in tables(book)["a"].rows] == [("naam", "kort"), ("x", "y"), ("z", "q")]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_says_so(state: str) -> None:
    """Whether a hidden sheet counts is decided by its name."""
    book = workbook(("diensten", [["naam"]]), ("diensten oud", [["naam"]]))
    book["diensten oud"].sheet_state = state
    assert {name: found.is_hidden for name, found in tables(book).items()} == {
        "diensten": False,
        "diensten oud": True,
    }


def test_a_workbook_saved_as_strict_is_read() -> None:
    """Excel can save "Strict Open XML": the same sheets under other names."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_GOOD)) as usual, zipfile.ZipFile(made, "w") as strict:
        for member in usual.infolist():
            text = usual.read(member)
            for kind in (b"spreadsheetml", b"drawingml"):
                text = text.replace(
                    b"http://schemas.openxmlformats.org/%s/2006/main" % kind,
                    b"http://purl.oclc.org/ooxml/%s/main" % kind,
                )
            relations = b"officeDocument/2006/relationships", b"officeDocument/relationships"
            text = text.replace(b"http://schemas.openxmlformats.org/" + relations[0], _STRICT + relations[1])
            strict.writestr(member.filename, text)
    opened = spreadsheet.read(made.getvalue(), "register", "register.xlsx")
    assert [row.cells for row in opened.tables[0].rows] == [("naam", "rubriek"), ("x", "y")]


def test_rows_keep_their_numbers() -> None:
    """Blank rows and columns do not shift what the volunteer counts."""
    book = workbook(("a", [[], ["", "titel"], [], ["", "x", "y", ""]]))
    assert [(row.number, row.cells) for row in tables(book)["a"].rows] == [
        (2, ("", "titel")),
        (4, ("", "x", "y")),
    ]


def test_every_sheet_is_read_and_comments_are_not() -> None:
    """A workbook has many sheets; a comment on a cell is nobody's business."""
    book = workbook(("Uitleg", [["Lees mij"]]), ("diensten", [["naam"]]))
    book["diensten"]["A1"].comment = Comment("GEHEIM", "Riet")
    read = tables(book)
    assert list(read) == ["Uitleg", "diensten"]
    assert "GEHEIM" not in repr(read)


def test_cells_merged_downwards_count_for_every_row() -> None:
    """One rubriek merged over three rows holds for all three; a merged title is not repeated."""
    book = workbook(("a", [["titel"], ["Hulp", "x"], [None, "y"], [None, "z"]]))
    book["a"].merge_cells("A2:A4")
    book["a"].merge_cells("A1:C1")
    assert [row.cells for row in tables(book)["a"].rows] == [
        ("titel",),
        ("Hulp", "x"),
        ("Hulp", "y"),
        ("Hulp", "z"),
    ]


def test_a_block_of_merged_cells_counts_in_its_first_column() -> None:
    """A block over two columns and two rows gives its text to both rows, once."""
    book = workbook(("a", [["Hulp", None, "x"], [None, None, "y"]]))
    book["a"].merge_cells("A1:B2")
    assert [row.cells for row in tables(book)["a"].rows] == [("Hulp", "", "x"), ("Hulp", "", "y")]


def damaged() -> list[tuple[str, bytes]]:
    """Return workbooks that are none."""
    good = saved(workbook(("a", [["x"] * 20] * 50)))
    bomb, entity = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            archive.writestr(f"{number}.xml", bytes(50_000_000))
    with zipfile.ZipFile(entity, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    return [
        ("truncated", good[: len(good) // 2]),
        ("encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
        ("text", b"naam;rubriek"),
        ("nothing", b""),
        ("bomb", bomb.getvalue()),
        ("entity", entity.getvalue()),
        ("no workbook", empty.getvalue()),
    ]


@pytest.mark.parametrize(("kind", "data"), damaged(), ids=[kind for kind, _ in damaged()])
def test_a_damaged_workbook_stops_in_plain_words(kind: str, data: bytes) -> None:
    """Half a file, a password, a bomb: all stop with a message, none raises."""
    opened = spreadsheet.read(data, "register", "register.xlsx")
    assert not opened.tables
    assert [(problem.level, problem.says) for problem in opened.problems] == [(Level.STOP, "register.xlsx")]


def test_a_sheet_that_is_far_too_large_stops() -> None:
    """A sheet with more columns than anyone can use is refused."""
    opened = spreadsheet.read(saved(workbook(("a", [["x"] * 400]))), "register", "register.xlsx")
    assert opened.problems[0].level is Level.STOP


@given(st.data())
def test_reading_never_raises(data: st.DataObject) -> None:
    """A workbook with a few wrong bytes gives tables or a problem."""
    good = bytearray(_GOOD)
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), max_size=8)):
        good[place] = data.draw(st.integers(0, 255))
    opened = spreadsheet.read(bytes(good), "register", "register.xlsx")
    assert opened.tables or opened.problems


_STRICT = b"http://purl.oclc.org/ooxml/"
_GOOD = saved(workbook(("a", [["naam", "rubriek"], ["x", "y"]])))
