"""Copies: what a sync program or a person leaves beside a sheet is not used, and that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from dorpspomp.copies import original
from dorpspomp.problem import Level, stops
from tests.village_files import SMALL, read, write, write_workbook

HERE = ("register.xlsx", "diensten.csv")
COPIES = [
    "register (conflict van Jan).xlsx",
    "register (Jan's conflicted copy 2026-11-22).xlsx",
    "register (conflicterend exemplaar van Jan 2026-11-22).xlsx",
    "register (conflicted copy 2026-11-22 120000).xlsx",
    "register (SFConflict jan@dorp.example 2026-11-22-12-00-00).xlsx",
    "register.sync-conflict-20261122-120000-ABCDEFG.xlsx",
    "register_conflict-20261122-120000.xlsx",
    "register.Conflict.xlsx",
    "register_DiskStation_Nov-22-120000-2026_Conflict.xlsx",
    "register-LAPTOP-AB12CD.xlsx",
    "register (1).xlsx",
    "Kopie van register.xlsx",
    "Kopie (2) van register.xlsx",
    "Kopie van Kopie van register.xlsx",
    "register - kopie.xlsx",
    "register - Kopie (2).xlsx",
    "Register kopie 2.xlsx",
    "Copy of register.xlsx",
    "register - Copy.xlsx",
    "diensten - met opmerkingen.xlsx",
    "diensten (1) - met opmerkingen.xlsx",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    """However a program names a copy, it is told which file it is a copy of."""
    found = original(name, (*HERE, name))
    assert found == ("diensten.csv" if name.startswith("diensten") else "register.xlsx")


@pytest.mark.parametrize(
    "name",
    [
        "register.xlsx",
        "plekken (1).csv",
        "Kopie van plekken.csv",
        "diensten 2.csv",
        "diensten.ods",
        "kopie.csv",
    ],
)
def test_what_stands_alone_is_no_copy(name: str) -> None:
    """A copy without the file itself is what a volunteer has, and another sheet is another sheet."""
    assert original(name, (*HERE, name)) == ""


@pytest.mark.parametrize("name", ["register (conflict van Jan).xlsx", "Kopie van register.xlsx"])
def test_a_copy_beside_a_workbook_does_not_stop_it(tmp_path: Path, name: str) -> None:
    """The sheet itself is used, the copy is left out, and one message says what to do."""
    write_workbook(tmp_path, {"diensten": [*SMALL["diensten"], ["Oud", *SMALL["diensten"][1][1:]]]})
    (tmp_path / "data" / "register.xlsx").rename(tmp_path / "data" / name)
    write_workbook(tmp_path, SMALL)

    reading = read(tmp_path)

    assert not stops(reading.problems)
    assert len(reading.register.services) == 3
    (problem,) = [problem for problem in reading.problems if problem.says == name]
    assert problem.level is Level.NOTICE
    assert problem.wrong == f"‘{name}’ lijkt een kopie van ‘register.xlsx’. Die kopie gebruik ik niet."
    assert problem.do == "Zet wat u wilt houden in ‘register.xlsx’. Haal daarna de kopie weg."


def test_a_copy_alone_is_used(tmp_path: Path) -> None:
    """Who has only "register (1).xlsx" gets a website."""
    write_workbook(tmp_path, SMALL)
    (tmp_path / "data" / "register.xlsx").rename(tmp_path / "data" / "register (1).xlsx")
    assert len(read(tmp_path).register.services) == 3


def test_a_copy_of_the_memory_is_no_sheet(tmp_path: Path) -> None:
    """The list of addresses is synced too; its copies are left out."""
    root = write(tmp_path, SMALL)
    for name in ("adressen.csv", "adressen (conflict van Jan).csv"):
        (root / "data" / name).write_text("adres;sinds\n", "utf-8")
    assert "adressen (conflict van Jan).csv" in [p.says for p in read(root).problems if p.sheet == "adressen"]


def test_a_copy_of_a_text_gets_no_page(tmp_path: Path) -> None:
    """A news item that was saved twice stands on the website once."""
    folder = write(tmp_path, SMALL) / "content" / "nieuws"
    folder.mkdir(parents=True)
    for name in ("bank.md", "bank (conflict van Jan).md"):
        (folder / name).write_text("title: Een bank\ndate: 2026-11-20\n\nEr staat een bank.\n", "utf-8")
    reading = read(tmp_path)
    assert [article.code for article in reading.register.news] == ["bank"]
    assert [p.sheet for p in reading.problems if p.says == "bank (conflict van Jan).md"] == ["nieuws"]
