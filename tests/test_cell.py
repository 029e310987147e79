"""One cell at a time: what it becomes, and what is said about it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpspomp import cell
from dorpspomp.cell import Cell
from dorpspomp.cleaning import cleaned
from dorpspomp.damage import means_nothing
from dorpspomp.model import Phone
from dorpspomp.problem import Level
from dorpspomp.sheet import Column

TODAY = date(2026, 11, 22)


def column(kind: str, **more: object) -> Column:
    """Make a column of this kind."""
    facts = {"name": "kolom", "title": "", "attribute": "", "description": ""} | more
    return Column(kind=kind, **facts)  # type: ignore[arg-type]


def read(kind: str, text: str, **more: object) -> Cell:
    """Read a text as a cell of this kind."""
    return cell.read(text, column(kind, **more), TODAY)


def level(made: Cell) -> str:
    """Return how bad it is, "" when all is well."""
    return made.note.level.value if made.note else ""


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("  De Linde\u00a0 ", "De Linde", ""),
        ("café ‘De Linde’", "café ‘De Linde’", ""),
        ("regel 1 \n regel 2", "regel 1\nregel 2", ""),
        ("on\u00adzicht\u200bbaar", "onzichtbaar", ""),
        ("\u00a0 \t", None, ""),
        ('"De Linde', "De Linde", "hersteld"),
        ("<b>Let op</b> &amp; kijk<br>uit", "Let op & kijk uit", "hersteld"),
        ("hallo<script>alert(1)</script>", "hallo", "hersteld"),
        ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3", ""),
        ("#NAAM?", None, "let op"),
        ("#N/B", None, "let op"),
        ("#####", None, "let op"),
        ('=HYPERLINK("http://x.nl")', None, "let op"),
        ("=A2+B2", None, "let op"),
        ("CafÃ© â€˜De Lindeâ€™", "Café ‘De Linde’", "hersteld"),
        ("Ã la carte", "Ã la carte", ""),
        ("’s-Gravenhage", "’s-Gravenhage", ""),
        ("#1 van het dorp", "#1 van het dorp", ""),
    ],
)
def test_text(text: str, value: str | None, said: str) -> None:
    """Text is trimmed; what a spreadsheet or a web page left behind is taken out and said."""
    made = read("text", text)
    assert (made.value, level(made)) == (value, said)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a; b ;c", ("a", "b", "c")),
        ("a|b", ("a", "b")),
        ("a\nb", ("a", "b")),
        ("a, b; a, b", ("a, b",)),
        (" ; ;", None),
        ("Wie snoeit mijn heg?", ("Wie snoeit mijn heg?",)),
    ],
)
def test_list(text: str, value: tuple[str, ...] | None) -> None:
    """A list is parted by `;`, `|` or a line break, never by a comma."""
    assert read("list", text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((word, True) for word in ("ja", "Ja", "J", "x", "X", "WAAR", "1", "true", "✓", "ja.")),
        *((word, False) for word in ("nee", "N", "ONWAAR", "0", "-", "Nee!")),
        *((word, None) for word in ("misschien", "jan", "?", "ja hoor", "2")),
    ],
)
def test_yes(text: str, value: bool | None) -> None:
    """Yes and no are read loosely; anything else is neither, and is said."""
    made = read("yes", text)
    assert (made.value, level(made)) == (value, "" if value is not None else "let op")


@pytest.mark.parametrize(
    ("text", "shown", "dial"),
    [
        ("0490-012345", "0490-01 23 45", "0490012345"),
        ("'0490012345", "0490-01 23 45", "0490012345"),
        ("0490 - 01 23 45", "0490-01 23 45", "0490012345"),
        ("(0490) 012345", "0490-01 23 45", "0490012345"),
        ("040-2123456", "040-212 34 56", "0402123456"),
        ("06 12345678", "06-12 34 56 78", "0612345678"),
        ("+31 6 12345678", "06-12 34 56 78", "0612345678"),
        ("+31(0)6-12345678", "06-12 34 56 78", "0612345678"),
        ("0031612345678", "06-12 34 56 78", "0612345678"),
        ("Tel. 0612345678", "06-12 34 56 78", "0612345678"),
        ("112", "112", "112"),
        ("113", "113", "113"),
        ("0900 8844", "0900-8844", "09008844"),
        ("0800-0113", "0800-0113", "08000113"),
        ("0800 1234567", "0800-123 45 67", "08001234567"),
        ("14 0492", "14 0492", "140492"),
        ("14 020", "14 020", "14020"),
        ("1400", "1400", "1400"),
        ("+32 3 123 45 67", "+32 3 123 45 67", "+3231234567"),
        ("088 – 123 4567", "088-123 45 67", "0881234567"),
    ],
)
def test_phone(text: str, shown: str, dial: str) -> None:
    """Every way of writing a Dutch number gives one way of showing and of dialling it."""
    made = read("phone", text)
    assert (made.value, made.note) == (Phone(shown, dial), None)


@pytest.mark.parametrize(
    ("text", "dial", "said"),
    [
        ("612345678", "0612345678", "hersteld"),
        ("490012345", "0490012345", "hersteld"),
        ("31612345678", "0612345678", "hersteld"),
        ("9008844", "09008844", "hersteld"),
        ("0612345678 (na 18 uur)", "0612345678", "let op"),
        ("0490-012345 of 0612345678", "0490012345", "let op"),
        ("6,12E+08", None, "let op"),
        ("6.12346E+08", None, "let op"),
        ("06-1234567", None, "let op"),
        ("06-123456789", None, "let op"),
        ("zie website", None, "let op"),
        ("٠٦١٢٣٤٥٦٧٨", None, "let op"),
    ],
)
def test_damaged_phone(text: str, dial: str | None, said: str) -> None:
    """A lost zero is put back and said; what lost digits is never guessed."""
    made = read("phone", text)
    assert (made.value.dial if isinstance(made.value, Phone) else None, level(made)) == (dial, said)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("info@dorp.nl", "info@dorp.nl"),
        ("mailto:Info@dorp.nl ", "Info@dorp.nl"),
        ("<info@dorp.example>", "info@dorp.example"),
        ("info@dorp", None),
        ("info dorp.nl", None),
        ("a@b.nl, c@d.nl", None),
    ],
)
def test_email(text: str, value: str | None) -> None:
    """An address is an address, or it is not used."""
    assert read("email", text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("www.dorp.nl", "https://www.dorp.nl"),
        ("dorp.nl/agenda?x=1", "https://dorp.nl/agenda?x=1"),
        ("http://dorp.nl", "http://dorp.nl"),
        ("HTTPS://Dorp.nl/", "HTTPS://Dorp.nl/"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//dorp.nl", None),
        ("https://a@dorp.nl", None),
        ("https://dorp", None),
        ("zie facebook", None),
        ('https://dorp.nl/"onmouseover="x', None),
        ("https://[", None),
    ],
)
def test_url(text: str, value: str | None) -> None:
    """Only the web is linked to; the scheme may be left out."""
    assert read("url", text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-01",
        "2026-02-01 00:00:00",
        "1-2-2026",
        "01/02/26",
        "1.2.2026",
        "1 februari 2026",
        "1 feb. 2026",
        "zondag 1 februari 2026",
        "zo 1-2-2026",
    ],
)
def test_date(text: str) -> None:
    """Every Dutch way of writing a date means the same day."""
    made = read("date", text)
    assert (made.value, made.text, made.note) == (date(2026, 2, 1), "2026-02-01", None)


@pytest.mark.parametrize(
    ("text", "attribute", "value", "said"),
    [
        ("46054", "end", date(2026, 2, 1), "hersteld"),
        ("46054,5", "end", date(2026, 2, 1), "hersteld"),
        ("1 februari", "checked_on", date(2026, 2, 1), "hersteld"),
        ("1 december", "checked_on", date(2025, 12, 1), "hersteld"),
        ("1 februari", "valid_until", None, "let op"),
        ("31-2-2026", "end", None, "let op"),
        ("31 foo 2026", "end", None, "let op"),
        ("2-13-2026", "end", None, "let op"),
        ("1-2-1026", "end", None, "let op"),
        ("binnenkort", "end", None, "let op"),
    ],
)
def test_damaged_date(text: str, attribute: str, value: date | None, said: str) -> None:
    """A number becomes its day again; a missing year is only filled in for a day that lies behind us."""
    made = read("date", text, attribute=attribute)
    assert (made.value, level(made)) == (value, said)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("51,4123", 51.4123, "51.4123"),
        ("51.4123", 51.4123, "51.4123"),
        ("-5", -5.0, "-5"),
        ("1.234,5", 1234.5, "1234.5"),
        ("12", 12.0, "12"),
        ("twaalf", None, ""),
        ("nan", None, ""),
        ("1e999", None, ""),
    ],
)
def test_number(text: str, value: float | None, written: str) -> None:
    """A number has a comma or a point; it is written with a point."""
    made = read("number", text)
    assert (made.value, made.text) == (value, written)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Actief", "actief"),
        ("tijdelijk gestopt", "tijdelijk gestopt"),
        ("tijdelijk", "tijdelijk gestopt"),
        ("TijdelijkGestopt", "tijdelijk gestopt"),
        ("gestotp", "gestopt"),
        ("afgelst", "afgelast"),
        ("gestopt per 1 mei", "gestopt"),
        ("weet niet", None),
    ],
)
def test_choice(text: str, value: str | None) -> None:
    """A word from a list may be cut short, followed by more, or one slip away."""
    made = read("choice", text, choices=("actief", "tijdelijk gestopt", "gestopt", "afgelast", "concept"))
    assert made.value == value
    assert bool(made.note) is (value is None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.50", "€ 2,50"),
        ("2,5", "€ 2,50"),
        ("€ 2,50", "€ 2,50"),
        ("€5,-", "€ 5"),
        ("5 euro", "€ 5"),
        ("0", "gratis"),
        ("gratis", "gratis"),
        ("€ 2,50 per keer", "€ 2,50 per keer"),
    ],
)
def test_money(text: str, value: str) -> None:
    """A bare amount is written as money; words stay words."""
    assert read("money", text).value == value


@pytest.mark.parametrize(
    ("text", "value"), [("5741ab", "5741 AB"), ("5741  AB", "5741 AB"), ("0123 AB", None), ("5741", None)]
)
def test_postcode(text: str, value: str | None) -> None:
    """A postcode has four digits, a space and two capitals."""
    assert read("postcode", text).value == value


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("bingo", "bingo", ""),
        ("Café De Linde", "cafe-de-linde", "hersteld"),
        ("../../etc/passwd", "etc-passwd", "hersteld"),
        ("…", None, "let op"),
    ],
)
def test_code(text: str, value: str | None, said: str) -> None:
    """A code is never more than letters, digits and hyphens."""
    made = read("code", text)
    assert (made.value, level(made)) == (value, said)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2026-11", "2026-11"), ("2026-11-01", "2026-11"), ("nov 2026", "2026-11"), ("11-2026", "2026-11")],
)
def test_month(text: str, value: str) -> None:
    """A month that a spreadsheet made a day of becomes a month again."""
    assert read("text", text, name="maand").value == value


@given(st.sampled_from(sorted(cell.READERS)), st.text(max_size=60), st.sampled_from(["", "checked_on"]))
def test_a_cell_never_raises(kind: str, text: str, attribute: str) -> None:
    """Whatever the text: a value and its one spelling, or a word about it, or nothing at all."""
    made = read(kind, text, attribute=attribute, choices=("actief", "gestopt"))
    assert (made.value is None) is (made.text == "")
    left = cleaned(text)[0].strip(";|\n '")
    assert made.value is not None or made.note or not left or means_nothing(left, column(kind))


@given(st.sampled_from(["phone", "email", "url", "date", "number", "money", "postcode", "yes"]), st.text())
def test_reading_twice_changes_nothing(kind: str, text: str) -> None:
    """The one spelling of a value reads as that value."""
    once = read(kind, text)
    assert read(kind, once.text).value == once.value


@given(st.from_regex(r"[0-9 ()+./E,-]{3,16}", fullmatch=True))
def test_a_phone_is_dialable(text: str) -> None:
    """A number that is shown can be dialled: digits, perhaps a + in front."""
    made = read("phone", text)
    if isinstance(made.value, Phone):
        assert made.value.dial.lstrip("+").isdecimal()
        assert made.note is None or made.note.level in (Level.REPAIRED, Level.NOTICE)
