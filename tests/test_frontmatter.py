"""Markdown files with front matter."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpspomp import frontmatter


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("---\nwanneer: di 10:00-12:00\n---\nTekst.", [("wanneer", "di 10:00-12:00")], "Tekst."),
        ("\ufeff---\r\nnaam: 'Café: De Linde'\r\n---\r\n", [("naam", "Café: De Linde")], ""),
        ("---\ntonen: nee\nvanaf: 2026-01-08\n---", [("tonen", "nee"), ("vanaf", "2026-01-08")], ""),
        ("---\ntalen:\n  - Nederlands\n  - Pools\n---", [("talen", "Nederlands|Pools")], ""),
        ("---\ntalen: [Nederlands, Pools]\n---", [("talen", "Nederlands|Pools")], ""),
        ("---\nkort: >\n  een\n  twee\n---", [("kort", "een twee")], ""),
        ("---\n# opmerking\nniet op:\nvan: 1-2-2026\n---", [("niet op", ""), ("van", "1-2-2026")], ""),
        ("---\nwebsite: https://dorp.nl\n---", [("website", "https://dorp.nl")], ""),
        ("# Kop\n\nLet op: dit is tekst.", [], "# Kop\n\nLet op: dit is tekst."),
        ("--- geen einde\nnaam: x", [], "--- geen einde\nnaam: x"),
        ("", [], ""),
    ],
)
def test_split(text: str, fields: list[tuple[str, str]], body: str) -> None:
    """Front matter is plain text by key: nothing becomes a number, a date or a truth by itself."""
    assert frontmatter.split(text) == (tuple(fields), body)


def test_the_path_gives_sheet_and_code() -> None:
    """The folder names the sheet, the file the code, and a code is never a path."""
    document = frontmatter.read("Tekst", PurePosixPath("diensten/Klussen Dienst.md"))
    assert (document.sheet, document.code, document.body) == ("diensten", "klussen-dienst", "Tekst")


def test_a_title_is_taken_off_the_text() -> None:
    """A text that opens with a heading has that for a title."""
    assert frontmatter.title("# Over ons #\n\nHallo") == ("Over ons", "Hallo")
    assert frontmatter.title("Hallo") == ("", "Hallo")


@given(st.text(st.sampled_from("---: \nnaam#'\"[],x|>"), max_size=80))
def test_reading_never_raises(text: str) -> None:
    """Whatever the text, it is fields and a body."""
    fields, _ = frontmatter.split(text)
    assert all(name for name, _ in fields)
