"""Finding out what a table is."""

import pytest

from dorpspomp import heading
from dorpspomp.heading import Headed, column_headed, headed, sheet_by_headings, sheet_named
from dorpspomp.problem import Level
from dorpspomp.sheet import sheets
from dorpspomp.table import RawRow, Table

GOOD = ("naam", "rubriek", "kort", "telefoon")


def table(*rows: tuple[str, ...], name: str = "Blad1") -> Table:
    """Make a table of rows."""
    return Table(name, "bestand.csv", tuple(RawRow(n, row) for n, row in enumerate(rows, start=1)))


def read(*rows: tuple[str, ...], sheet: str = "diensten") -> Headed:
    """Read rows as a sheet that must be recognised."""
    made = headed(table(*rows), sheets()[sheet])
    assert made
    return made


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Naam", "naam"),
        (" TELEFOON ", "telefoon"),
        ("Tel.", "telefoon"),
        ("telefoonnr", "telefoon"),
        ("Telefoon nummer", "telefoon"),
        ("Email", "e-mail"),
        ("E-mail:", "e-mail"),
        ("Naam *", "naam"),
        ("Kosten (€)", "kosten"),
        ("rubrieken", "rubriek"),
        ("voorbeeld", "voorbeelden"),
        ("openingstjden", "openingstijden"),
        ("Organistaie", "organisatie"),
        ("gecontroleerd_op", "gecontroleerd op"),
        ("voor-wie", "voor wie"),
        ("wel", "wel"),
        ("niet", "niet"),
        ("bijzonderheden", None),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_headings_are_matched_loosely(text: str, column: str | None) -> None:
    """Case, accents, points, plural, synonyms and one slip do not matter."""
    found = column_headed(sheets()["diensten"], text)
    assert (found.name if found else None) == column


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("diensten", "diensten"),
        ("Dienst", "diensten"),
        ("PLEKKEN", "plekken"),
        ("Activiteit", "activiteiten"),
        ("Landelijk", "landelijk"),
        ("prikborden", "prikbord"),
        ("Organisatie's", "organisaties"),
        ("dinesten", "diensten"),
        ("Blad1", None),
        ("Uitleg", None),
    ],
)
def test_sheets_are_found_by_name(name: str, sheet: str | None) -> None:
    """A sheet's name is read as loosely as a heading."""
    found = sheet_named(name)
    assert (found.name if found else None) == sheet


@pytest.mark.parametrize("name", [name for name in sheets() if name not in ("verhalen", "paginas")])
def test_every_sheet_is_found_by_its_own_headings(name: str) -> None:
    """A sheet without a telling name is known by its headings."""
    own = tuple(column.name for column in sheets()[name].columns)
    found = sheet_by_headings(table(own, ("x",) * len(own)))
    assert found and found.name == name


@pytest.mark.parametrize(
    "above",
    [
        (),
        (("Diensten van het dorp",),),
        (("Titel",), ("bijgewerkt", "door", "Riet"), ("Let op",)),
        (("Wie", "", "", "Contact"),),
    ],
)
def test_the_header_row_is_found_below_notes(above: tuple[tuple[str, ...], ...]) -> None:
    """Rows above the headings are notes, a second header row too."""
    made = read(*above, GOOD, ("Klussen", "Hulp", "Wij klussen", "112"))
    assert made.header.number == len(above) + 1
    assert [row.cells[0] for row in made.rows] == ["Klussen"]


def test_a_header_row_is_sought_in_ten_rows() -> None:
    """What comes after ten rows of something else is not a header."""
    assert headed(table(*[("x",)] * 10, GOOD), sheets()["diensten"]) is None


def test_a_sheet_with_two_headings_needs_both() -> None:
    """`instellingen` has only two headings, and both must be there."""
    assert read(("naam", "waarde"), ("dorp", "Lindedorp"), sheet="instellingen")
    assert headed(table(("naam", "x"), ("dorp", "y")), sheets()["instellingen"]) is None


def test_headings_that_come_again_are_no_row() -> None:
    """A header row repeated half way is passed over; so is a row without anything we know."""
    again = ("NAAM", "Rubriek", "", "Tel.")
    made = read((*GOOD, "zelf"), ("a", "b", "c"), again, ("", "", "", "", "alleen dit"))
    assert [row.number for row in made.rows] == [2]


@pytest.mark.parametrize(
    ("row", "is_read"),
    [
        (("Totaal", "", "", "12"), False),
        (("Totaal:", "€ 12,50"), False),
        (("Totaal", "Hulp", "Alles bij elkaar", "0490-01 02 03"), True),
    ],
)
def test_a_total_is_no_row(row: tuple[str, ...], is_read: bool) -> None:
    """A row that adds up what stands above it is no record; a shop called Totaal is."""
    assert len(read(GOOD, ("a", "b", "c"), row).rows) == 1 + is_read


@pytest.mark.parametrize(
    ("words", "target", "read_as"),
    [
        ("klik hier", "https://dorp.example/", "https://dorp.example/"),
        ("www.dorp.example", "https://elders.example/", "www.dorp.example"),
        ("klik hier", "javascript:alert(1)", "klik hier"),
        ("klik hier", "mailto:info@dorp.example", "klik hier"),
    ],
)
def test_an_address_behind_words_counts_in_a_column_for_addresses(
    words: str, target: str, read_as: str
) -> None:
    """What is written counts; where that is no address, the link behind it does. Other columns keep words."""
    rows = (RawRow(1, ("naam", "kort", "website")), RawRow(2, ("x", "y", words), ((0, target), (2, target))))
    made = headed(Table("diensten", "a.xlsx", rows), sheets()["diensten"])
    assert made and made.rows[0].cells == ("x", "y", read_as)


@pytest.mark.parametrize("text", ["opnigstijden", "bereikbr tijden", "websitte adres"])
def test_a_heading_that_is_far_off_is_asked(text: str) -> None:
    """Two slips are too many to guess: the column is left out, and the right heading is proposed."""
    made = read((*GOOD, text), ("a",))
    assert [p.do for p in made.problems if "Bedoelt u" in p.do]


def test_two_rows_of_headings_are_one() -> None:
    """Headings over two rows, the first merged over the second, are read together; intern stays intern."""
    made = read(
        ("naam", "rubriek", "kort", "contact", "", "Intern", ""),
        ("", "", "", "telefoon", "e-mail", "kosten", "website"),
        ("a", "b", "c", "112", "x@y.nl", "GEHEIM", "GEHEIM"),
    )
    assert list(made.by_column) == ["naam", "rubriek", "kort", "telefoon", "e-mail"]
    assert [row.cells[0] for row in made.rows] == ["a"]


def test_columns_may_stand_anywhere() -> None:
    """Blank columns and another order do not matter, and letters are the spreadsheet's."""
    made = read(("", "Kort", "", "Rubriek", "Naam"), ("", "c", "", "b", "a"))
    assert {name: h.letter for name, h in made.by_column.items()} == {
        "kort": "B",
        "rubriek": "D",
        "naam": "E",
    }


@pytest.mark.parametrize(
    "text",
    ["intern", "Intern naam", "INTERN: opmerking", "intern_tel", "interne notitie", "(intern) telefoon"],
)
def test_intern_is_private(text: str) -> None:
    """A heading that starts with intern makes a column private, known or not, and is not listed."""
    made = read((*GOOD, text), ("a", "b", "c", "d", "GEHEIM"))
    assert made.headings[4].private
    assert text not in made.by_column
    assert not [problem for problem in made.problems if problem.heading]


def test_internet_is_not_intern() -> None:
    """A column "internet" is a website."""
    assert read((*GOOD, "internet")).by_column["website"].letter == "E"


def test_columns_under_a_merged_heading_intern_are_private() -> None:
    """Where "Intern" is merged above two columns, both stay behind, whatever they are called."""
    made = read(("Dienst", "", "", "", "Intern", ""), (*GOOD, "e-mail", "kosten"), ("a",))
    assert set(made.by_column) == set(GOOD)


def test_a_title_that_starts_with_intern_hides_nothing() -> None:
    """A lone title above the sheet is a note."""
    assert "naam" in read(("Interne lijst",), GOOD, ("a",)).by_column


def test_what_is_odd_about_headings_is_listed_once() -> None:
    """An unknown heading and one that comes twice are a hint; a required one that is gone stops."""
    made = read(("naam", "rubriek", "telefoon", "tel", "postode"), ("a",))
    assert [(p.level, p.column, p.heading) for p in made.problems] == [
        (Level.STOP, "", "kort"),
        (Level.NOTICE, "D", "tel"),
        (Level.NOTICE, "E", "postode"),
    ]


def test_any_heading_of_any_sheet_counts_when_a_delimiter_is_sought() -> None:
    """`is_heading` knows the words of all sheets."""
    assert heading.is_heading("Breedtegraad")
    assert not heading.is_heading("naam;kort;telefoon")
