"""CSV files as Excel, LibreOffice and Notepad leave them behind."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpspomp import delimited
from dorpspomp.heading import is_heading
from dorpspomp.problem import Level
from dorpspomp.table import Table

HEADER = "naam;rubriek;kort\n"


def read(data: bytes) -> Table:
    """Read bytes that must be a good CSV file."""
    opened = delimited.read(data, "diensten", "diensten.csv", is_heading)
    assert not opened.problems
    return opened.tables[0]


def cells(data: bytes) -> list[tuple[str, ...]]:
    """Return the cells of each row."""
    return [row.cells for row in read(data).rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-8"]
)
@pytest.mark.parametrize("text", ["Café ’s-Gravenhage € 2", "'s-Gravenhage", "naïef"])
def test_every_encoding_gives_the_same_text(encoding: str, text: str) -> None:
    """The encoding of a file is decided by strict decoding, so the same words come out of each."""
    assert cells(f"{HEADER}{text};b;c\n".encode(encoding))[1] == (text, "b", "c")


def test_two_files_pasted_together_stay_readable() -> None:
    """A line that is no UTF-8 is Windows-1252, and does not spoil the lines around it."""
    data = HEADER.encode() + "Café;b;c\n".encode() + "Café;b;c\n".encode("cp1252")
    assert cells(data)[1] == cells(data)[2] == ("Café", "b", "c")


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, end: str) -> None:
    """Every delimiter and every line end of a spreadsheet is read."""
    text = end.join(delimiter.join(row) for row in (["naam", "rubriek", "kort"], ["a", "b", "c"]))
    assert cells(text.encode()) == [("naam", "rubriek", "kort"), ("a", "b", "c")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sep=;\nnaam;kort\na;b\n", [("naam", "kort"), ("a", "b")]),
        ('"sep=,"\r\nnaam,kort\r\n', [("naam", "kort")]),
        ("SEP=|\nnaam|kort", [("naam", "kort")]),
        ("sep=\t\nnaam\tkort", [("naam", "kort")]),
    ],
)
def test_the_first_line_may_name_the_delimiter(text: str, expected: list[tuple[str, ...]]) -> None:
    """Excel's `sep=` line is obeyed and is not a row."""
    assert cells(text.encode()) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"De ""Linde""";b;c', ('De "Linde"', "b", "c")),
        ('"De Linde" dorpshuis;b;c', ('"De Linde" dorpshuis', "b", "c")),
        ('Café "De Linde";b;c', ('Café "De Linde"', "b", "c")),
        ('"De Linde;b;c', ('"De Linde', "b", "c")),
        ('De Linde";b;c', ('De Linde"', "b", "c")),
        ('a;"b;met puntkomma" ;c', ("a", "b;met puntkomma", "c")),
        ('a;"";c', ("a", "", "c")),
        ('a;b;"', ("a", "b", '"')),
        ('a;b;"twee\nregels"', ("a", "b", "twee\nregels")),
    ],
)
def test_quotes(line: str, expected: tuple[str, ...]) -> None:
    """A quoted cell may hold anything; a stray quote is just a letter."""
    assert cells(f"{HEADER}{line}\nx;y;z\n".encode())[1:] == [expected, ("x", "y", "z")]


def test_a_stray_quote_does_not_swallow_rows() -> None:
    """Two stray quotes far apart do not turn the rows between them into one cell."""
    text = HEADER + '"De Linde;b;c\nx;y;z\np;q;r\ntv 32";b;c\n'
    assert [row[0] for row in cells(text.encode())[1:]] == ['"De Linde', "x", "p", 'tv 32"']


def test_rows_are_counted_as_the_volunteer_counts() -> None:
    """A row number is the spreadsheet's, whatever line breaks cells hold and whichever rows are blank."""
    text = HEADER + 'a;b;"een\ntwee\ndrie"\n;;\n\nd;e;f\n'
    assert [row.number for row in read(text.encode()).rows] == [1, 2, 5]


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04rest", b"%PDF-1.7", b"\xd0\xcf\x11\xe0", b"naam\x81\x8d;\xff\n", b"naam\x00\x00;x"]
)
def test_what_is_not_text_stops(data: bytes) -> None:
    """A file that holds no text is refused in plain words."""
    problems = delimited.read(data, "diensten", "diensten.csv", is_heading).problems
    assert [problem.level for problem in problems] == [Level.STOP]


def test_bounds() -> None:
    """A file that no volunteer can have typed is refused, not read."""
    for text in ("x;" * 300 + "x\n", "a;" + "x" * 40_000):
        assert delimited.read(text.encode(), "a", "a.csv", is_heading).problems[0].level is Level.STOP


@given(st.binary(max_size=400))
def test_reading_never_raises(data: bytes) -> None:
    """Whatever the bytes, the answer is a table or a problem."""
    opened = delimited.read(data, "diensten", "diensten.csv", is_heading)
    assert len(opened.tables) + len(opened.problems) == 1


_CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=12)


@given(st.lists(st.lists(_CELL, min_size=2, max_size=4), max_size=6), st.sampled_from(";,\t"))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    """What the csv module writes is read back cell for cell."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    data = f"sep={delimiter}\r\n{out.getvalue()}".encode()
    width = max(map(len, rows), default=0)
    assert [[*row, *[""] * (width - len(row))] for row in cells(data)] == [
        [*(cell if cell.strip() else "" for cell in row), *[""] * (width - len(row))]
        for row in rows
        if any(cell.strip() for cell in row)
    ]
