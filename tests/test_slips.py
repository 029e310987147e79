"""A slip in one cell, a thousand times: no traceback, every other record the same, the row named exactly."""

from __future__ import annotations

import csv
import io
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from dorpspomp.heading import column_headed, is_intern
from dorpspomp.loose import key
from dorpspomp.model import Record, Register
from dorpspomp.problem import Problem, column_letter, stops
from dorpspomp.register import FIELDS
from dorpspomp.sheet import sheets
from dorpspomp.village import Reading
from tests.conftest import copy_example
from tests.village_files import as_csv, publish, read

MANY = 1000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 150
"""How many cells are damaged; `make soak` damages a thousand."""

Slip = Callable[[str, random.Random], str]


def swapped(text: str, chance: random.Random) -> str:
    """Turn two letters round."""
    if len(text) < 2:
        return text + "x"
    place = chance.randrange(len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


SLIPS: dict[str, Slip] = {
    "emptied": lambda text, chance: "",
    "an error of the program": lambda text, chance: chance.choice(["#NAAM?", "#VERW!", "#REF!", "########"]),
    "a formula": lambda text, chance: chance.choice(["=B2", "=SOM(A1:A9)", "=HYPERLINK(A1)", "@SUM(A1)"]),
    "lost digits": lambda text, chance: "6,12346E+08",
    "noise": lambda text, chance: "".join(chance.choice("?%&*~§…¿Æ#$@{}[]") for _ in range(9)),
    "cut off": lambda text, chance: text[: len(text) // 2],
    "a typing error": swapped,
    "typed over": lambda text, chance: f"{text} {text}",
    "tags": lambda text, chance: f"<b>{text}</b><script>alert(1)</script>",
    "unseen letters": lambda text, chance: f"\u200b\ufeff {text}\u00a0\t",
    "a number": lambda text, chance: str(chance.randrange(46_000, 47_000)),
    "a loose quote": lambda text, chance: f'"{text}',
    "very long": lambda text, chance: f"{text} " + "erg lang " * 900,
    "a path": lambda text, chance: "../../etc/passwd",
    "mangled": lambda text, chance: text.encode().decode("cp1252", "replace"),
    "a word": lambda text, chance: chance.choice(["nee", "weet niet", "zie boven", "op tafel"]),
}
"""What may happen to a cell."""

TOGETHER = {
    "when": {"status"},
    "start": {"when"},
    "end": {"when"},
    "not_on": {"when"},
    "show_name": {"person"},
}
"""A time is read together with the columns beside it, and so is a name with its consent."""

MAY_TAKE_OFF = {"publish", "status", "consent", "end", "valid_until", "when", "start"}
"""What may say that a row is not to be shown, or is over."""


@dataclass(frozen=True)
class Cell:
    """One cell of a sheet: `row` counts from 0, below the headings from 1."""

    sheet: str
    row: int
    column: int
    heading: str

    @property
    def attribute(self) -> str:
        """Return what the column fills in the model."""
        column = column_headed(sheets()[self.sheet], self.heading)
        return column.attribute if column else ""


def rows_of(path: Path) -> list[list[str]]:
    """Read a sheet of the example, which is plain CSV."""
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))


def cells(root: Path) -> Iterator[Cell]:
    """Yield every filled cell that is published, settings aside."""
    for path in sorted((root / "data").glob("*.csv")):
        if path.stem in sheets() and path.stem != "instellingen":
            rows = rows_of(path)
            for number, row in enumerate(rows[1:], start=1):
                for column, text in enumerate(row):
                    if text and not is_intern(rows[0][column]):
                        yield Cell(path.stem, number, column, rows[0][column])


def records(register: Register) -> dict[str, Record]:
    """Return every record by its address."""
    found = (record for name in dict.fromkeys(FIELDS.values()) for record in getattr(register, name))
    return {record.address: record for record in found}


def differing(one: Record, other: Record) -> dict[str, object]:
    """Return the attributes in which two records differ, with what the first has."""
    return {
        item.name: getattr(one, item.name)
        for item in fields(one)
        if getattr(one, item.name) != getattr(other, item.name)
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example village with a release, in which cells are damaged one at a time."""
    root = copy_example(tmp_path_factory.mktemp("slips") / "wilgenbroek")
    publish(root)
    return root


def test_a_slip_in_one_cell(published: Path) -> None:
    """Whatever happens to a cell: all other records stay the same, and this row is repaired, kept or told."""
    chance = random.Random(2026)
    every = list(cells(published))
    before = read(published)
    for _ in range(MANY):
        cell, (name, slip) = chance.choice(every), chance.choice(list(SLIPS.items()))
        path = published / "data" / f"{cell.sheet}.csv"
        whole, rows = path.read_bytes(), rows_of(path)
        rows[cell.row][cell.column] = slip(rows[cell.row][cell.column], chance)
        try:
            path.write_text(as_csv(rows), "utf-8")
            judge(
                before, read(published), cell, f"{name}: {cell} became {rows[cell.row][cell.column][:60]!r}"
            )
        finally:
            path.write_bytes(whole)


def judge(before: Reading, after: Reading, cell: Cell, case: str) -> None:
    """Hold one slip against the rules."""
    was, now = records(before.register), records(after.register)
    own = next((r.address for r in before.rows if _is(r.address, r.row, cell)), "")
    assert not stops(after.problems), case
    for address, record in was.items():
        if address != own:
            assert address in now, (case, address)
            changed = differing(record, now[address])
            assert all(_refers(value, own) for value in changed.values()), (case, address, changed)
    if own in was and own in now:
        allowed = {cell.attribute, "name"} | TOGETHER.get(cell.attribute, set())
        assert set(differing(was[own], now[own])) <= allowed, case
    elif own in was:
        assert cell.attribute in MAY_TAKE_OFF, case
    said = [p for p in after.problems if (p.sheet, p.row) == (cell.sheet, cell.row + 1)]
    said = [p for p in said if p not in before.problems]
    letter = column_letter(cell.column)
    assert all(p.column in (letter, "") for p in said if p.kept_on), (case, said)
    assert told(said, letter) or is_harmless(was.get(own), now.get(own), cell, case), (case, said)


def told(said: list[Problem], letter: str) -> bool:
    """Tell whether the volunteer reads about this cell."""
    return any(problem.column == letter for problem in said)


def is_harmless(was: Record | None, now: Record | None, cell: Cell, case: str) -> bool:
    """Tell whether nothing was lost: another text is another text, and an emptied cell is empty."""
    if was is None or now is None or not cell.attribute or case.startswith("emptied"):
        return True
    lost = getattr(was, cell.attribute, None) and not getattr(now, cell.attribute, None)
    return not differing(was, now) or not lost


def _is(address: str, row: int, cell: Cell) -> bool:
    return address.startswith(f"{cell.sheet}/") and row == cell.row + 1


def _refers(value: object, own: str) -> bool:
    """Tell whether a value is a reference to the damaged row, which may have been taken off."""
    code = own.split("/")[1] if own else ""
    values = value if isinstance(value, tuple) else (value,)
    return any(key(str(item)) in {key(code), key(own)} for item in values)
