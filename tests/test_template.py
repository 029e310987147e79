"""Sheets to fill in: explained, protected against Excel, and the same bytes every time."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from time import sleep

import pytest
from openpyxl import Workbook, load_workbook

from dorpspomp import template_excel, template_opendocument
from dorpspomp.assets import starter
from dorpspomp.problem import column_letter
from dorpspomp.sheet import Sheet, settings, sheets
from dorpspomp.template import Row, Template, csv_template, examples, template

DIENSTEN = sheets()["diensten"]
ROW = {
    "naam": "Klussendienst",
    "kort": "=1+1",
    "telefoon": "0612345678",
    "openingstijden": "10-12",
    "gecontroleerd op": "2026-11-02",
}


def workbook(path: Path, chosen: Iterable[Sheet], rows: Mapping[str, Sequence[Row]] | None = None) -> None:
    """Write an Excel workbook to fill in."""
    path.write_bytes(template_excel.workbook(template(chosen, rows)))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """Return a workbook of all sheets with one service, read back."""
    path = tmp_path_factory.mktemp("book") / "register.xlsx"
    workbook(
        path, sheets().values(), {"diensten": [ROW], "plekken": [{"naam": "De Linde", "lengtegraad": "5,56"}]}
    )
    return load_workbook(path)


def place(sheet: Sheet, name: str) -> int:
    """Return the number of a column, from 1."""
    return [column.name for column in sheet.columns].index(name) + 1


def below(sheet: Sheet, name: str) -> str:
    """Return the cells under a heading that a drop-down stands in."""
    letter = column_letter(place(sheet, name) - 1)
    return f"{letter}2:{letter}2000"


def lists(book: Workbook, sheet: str) -> dict[str, str]:
    """Return the drop-downs of a sheet: what they offer, by the cells they stand in."""
    return {str(rule.sqref): rule.formula1 for rule in book[sheet].data_validations.dataValidation}


def test_a_csv_template_is_one_row_of_headings() -> None:
    """Without being asked, a template holds no rows that would be published by accident."""
    text = csv_template(DIENSTEN)
    assert text == ";".join(column.name for column in DIENSTEN.columns) + "\r\n"


@pytest.mark.parametrize("name", examples())
def test_a_csv_template_shows_examples(name: str) -> None:
    """Given rows, they stand as a volunteer types them; a date is written the Dutch way."""
    sheet = sheets()[name]
    text = csv_template(sheet, examples()[name])
    read = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    for row, example in zip(read, examples()[name], strict=True):
        for column in sheet.columns:
            given = example.get(column.name, "")
            assert row[column.name] == (dutch(given) if column.kind == "date" and given else given)


def dutch(text: str) -> str:
    """Write an ISO date as a volunteer does."""
    return f"{int(text[8:])}-{int(text[5:7])}-{text[:4]}"


def test_the_settings_are_listed() -> None:
    """A template of the settings names every one of them, with an empty value."""
    lines = csv_template(sheets()["instellingen"]).splitlines()
    assert lines == ["naam;waarde", *(f"{column.name};" for column in settings())]


def test_the_explanation_comes_first(book: Workbook) -> None:
    """A workbook opens with "Uitleg", and then has one sheet per kind in the order given."""
    assert book.sheetnames == ["Uitleg", *sheets()]


def test_the_explanation_tells_every_column(book: Workbook) -> None:
    """Each column of each sheet is explained in a row of "Uitleg", the settings one by one."""
    told = {(row[0], row[1]): row[3] for row in book["Uitleg"].iter_rows(values_only=True)}
    for sheet in sheets().values():
        for column in settings() if sheet.name == "instellingen" else sheet.columns:
            assert told[sheet.name, column.name] == column.description


@pytest.mark.parametrize("sheet", sheets().values(), ids=lambda sheet: sheet.name)
def test_headings_are_ours_and_stay_in_sight(book: Workbook, sheet: Sheet) -> None:
    """The first row holds the Dutch headings, frozen, each with its explanation and example."""
    page = book[sheet.name]
    assert [cell.value for cell in page[1]] == [column.name for column in sheet.columns]
    assert page.freeze_panes == "B2"
    for cell, column in zip(page[1], sheet.columns, strict=True):
        assert cell.comment is not None
        assert column.description in cell.comment.text
        assert column.written in cell.comment.text
        assert ("Verplicht" in cell.comment.text) == column.required


@pytest.mark.parametrize("name", ["telefoon", "openingstijden", "bereikbaar", "naam", "code", "kosten"])
def test_columns_that_excel_would_damage_are_text(book: Workbook, name: str) -> None:
    """Telephone numbers, times and codes are text, in the rows that are still empty too."""
    assert book["diensten"].column_dimensions[column_letter(place(DIENSTEN, name) - 1)].number_format == "@"


@pytest.mark.parametrize(("name", "value"), [*ROW.items()][:-1])
def test_text_stays_text(book: Workbook, name: str, value: str) -> None:
    """What is typed is what is there: no formula, no date of a time, no lost nought."""
    cell = book["diensten"].cell(2, place(DIENSTEN, name))
    assert (cell.value, cell.data_type, cell.number_format) == (value, "s", "@")


def test_dates_and_numbers_are_real(book: Workbook) -> None:
    """A date in a date column and a number in a number column are not text."""
    date = book["diensten"].cell(2, place(DIENSTEN, "gecontroleerd op"))
    assert (date.value, date.number_format) == (datetime(2026, 11, 2), "d-m-yyyy")
    assert book["plekken"].cell(2, place(sheets()["plekken"], "lengtegraad")).value == 5.56


@pytest.mark.parametrize("text", ["2026-02-30", "vorige week", "nan", "1e999", ""])
def test_what_is_no_date_or_number_is_kept(tmp_path: Path, text: str) -> None:
    """A cell that cannot be read as what it should be is written as it is."""
    path = tmp_path / "register.xlsx"
    sheet = sheets()["plekken"]
    workbook(path, [sheet], {"plekken": [{"lengtegraad": text, "gecontroleerd op": text}]})
    page = load_workbook(path)["plekken"]
    kept = {page.cell(2, place(sheet, name)).value for name in ("lengtegraad", "gecontroleerd op")}
    assert kept == {text or None}


def test_fixed_words_can_be_chosen(book: Workbook) -> None:
    """A column with fixed words offers them; yes and no as well."""
    offered = lists(book, "diensten")
    for column in DIENSTEN.columns:
        if column.options:
            assert offered[below(DIENSTEN, column.name)] == f'"{",".join(column.options)}"'


@pytest.mark.parametrize("sheet", sheets().values(), ids=lambda sheet: sheet.name)
def test_a_list_fits_in_excel(book: Workbook, sheet: Sheet) -> None:
    """Excel refuses a whole workbook when a list of words is longer than 255 characters."""
    assert all(len(formula) <= 255 for formula in lists(book, sheet.name).values())


def test_names_in_another_sheet_can_be_chosen(book: Workbook) -> None:
    """A reference offers the names that the other sheet holds, and lets a new one pass."""
    rules = {str(rule.sqref): rule for rule in book["diensten"].data_validations.dataValidation}
    rule = rules[below(DIENSTEN, "plek")]
    assert (rule.formula1, rule.showErrorMessage) == ("'plekken'!$A$2:$A$2000", False)


def test_names_of_an_absent_sheet_are_not_offered(tmp_path: Path) -> None:
    """A drop-down never points to a sheet that is not in the workbook."""
    workbook(tmp_path / "register.xlsx", [DIENSTEN])
    offered = lists(load_workbook(tmp_path / "register.xlsx"), "diensten").values()
    assert not any("!" in formula for formula in offered)


def test_settings_stand_ready(tmp_path: Path) -> None:
    """Every setting has its row and note; filled in ones keep their value, unknown ones stay."""
    rows = [{"naam": "dorp", "waarde": "Lindedorp"}, {"naam": "lievelingskleur", "waarde": "groen"}]
    workbook(tmp_path / "register.xlsx", [sheets()["instellingen"]], {"instellingen": rows})
    page = load_workbook(tmp_path / "register.xlsx")["instellingen"]
    values = {row[0].value: row[1].value for row in page.iter_rows(min_row=2)}
    assert [*values] == [*(column.name for column in settings()), "lievelingskleur"]
    assert (values["dorp"], values["slogan"], values["lievelingskleur"]) == ("Lindedorp", None, "groen")
    assert all(page.cell(line, 1).comment for line in range(2, len(settings()) + 2))


def test_what_is_no_word_of_a_list_is_warned_about(book: Workbook) -> None:
    """A date, a number and a fixed word are checked while they are typed, and nothing is refused."""
    sheet = sheets()["plekken"]
    rules = {str(rule.sqref): rule for rule in book["plekken"].data_validations.dataValidation}
    for name, said in (("gecontroleerd op", "1-2-2027"), ("lengtegraad", "getal"), ("status", "concept")):
        rule = rules[below(sheet, name)]
        assert (rule.errorStyle, rule.showErrorMessage) == ("warning", True)
        assert said in (rule.error or "")


@pytest.mark.parametrize("write", [template_excel.workbook, template_opendocument.workbook])
def test_the_same_workbook_has_the_same_bytes(write: Callable[[Template], bytes]) -> None:
    """Nothing in the file depends on the moment of writing: openpyxl notes seconds, zip every second one."""
    described = template(sheets().values(), {"diensten": [ROW]})
    first = write(described)
    sleep(2.1)
    assert write(described) == first


def test_examples_are_recognisably_made_up() -> None:
    """Each sheet has three; addresses are `.example`, numbers are in the area that does not exist."""
    for name, rows in examples().items():
        assert len(rows) == 3, name
        texts = " ".join(text for row in rows for text in row.values())
        assert all(host.endswith(".example") for host in re.findall(r"(?:https?://|@)([^/ ;]+)", texts))
        assert all(number.startswith("0490-0") for number in re.findall(r"\b0\d{3}-[\d ]+", texts))


def test_examples_belong_together() -> None:
    """What an example refers to is another example, or a tile that every village starts with."""
    names = {name: {next(iter(row.values())) for row in rows} for name, rows in examples().items()}
    names["rubrieken"] = set(re.findall(r"^([^;]+);", starter("data/rubrieken.csv").read_text("utf-8"), re.M))
    codes = {row["code"] for rows in examples().values() for row in rows if "code" in row}
    for name, rows in examples().items():
        for column in sheets()[name].columns:
            known = {known for sheet in column.refers for known in names.get(sheet, ())} | codes
            for text in (row[column.name] for row in rows if column.refers and column.name in row):
                assert set(text.split("; ")) <= known, (name, column.name, text)
