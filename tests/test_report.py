"""The report: plain Dutch, the worst first, one message for each cause."""

import json

import pytest

from dorpspomp import report
from dorpspomp.problem import Level, Problem


def problem(level: Level, row: int = 2, **facts: str) -> Problem:
    """Make a problem about a cost."""
    usual = {"sheet": "diensten", "column": "N", "heading": "kosten", "name": f"Dienst {row}"}
    words = {"says": "", "wrong": "Er staat niet bij wat het kost.", "do": "Vul een bedrag in."}
    return Problem(level=level, row=row, **(usual | words | facts))


def test_the_worst_comes_first() -> None:
    """Stop, then kan niet, then let op, then hersteld."""
    text = report.as_text([problem(level) for level in reversed(Level)], False)
    titles = [line.split(" (")[0] for line in text.split("\n") if line and line[0] != " "]
    assert titles == [
        "Stop: dit moet eerst",
        "Dit kan niet op de website",
        "Let op",
        "Hersteld",
        "De website is niet veranderd.",
    ]


def test_four_parts() -> None:
    """A message says where, what stands there, what is wrong and what to do."""
    text = report.as_text([problem(Level.NOTICE, says="twee tientjes")], True)
    assert text == (
        "Let op (1)\n\n"
        "  Waar:     blad diensten, rij 2, ‘Dienst 2’, kolom N (kosten)\n"
        "  Er staat: twee tientjes\n"
        "  Wat:      Er staat niet bij wat het kost.\n"
        "  Doe dit:  Vul een bedrag in.\n\n"
        "De website is bijgewerkt."
    )


def test_rows_with_one_cause_are_one_message() -> None:
    """The same words about one column are said once, with all rows; many rows are counted."""
    text = report.as_text([problem(Level.NOTICE, row) for row in range(2, 5)], True)
    assert text.count("Wat:") == 1
    assert "blad diensten, kolom N (kosten), rij 2 ‘Dienst 2’, rij 3 ‘Dienst 3’, rij 4 ‘Dienst 4’" in text
    many = report.as_text([problem(Level.NOTICE, row) for row in range(2, 102)], True)
    assert "en nog 88" in many and "Let op (100)" in many


@pytest.mark.parametrize(("published", "end"), [(True, report.UPDATED), (False, report.UNCHANGED)])
def test_the_end_says_what_happened(published: bool, end: str) -> None:
    """The last line says whether the website changed, also when all is well."""
    assert report.as_text([], published).endswith(end)


def test_json() -> None:
    """Other programs read the same problems, with the words of the contract for levels."""
    read = json.loads(report.as_json([problem(Level.NOTICE), problem(Level.STOP, code="diensten/a/")], False))
    assert read["published"] is False
    assert [item["level"] for item in read["problems"]] == ["stop", "let op"]
    keys = {"level", "sheet", "row", "column", "heading", "code", "says", "wrong", "do"}
    assert keys <= set(read["problems"][0])
