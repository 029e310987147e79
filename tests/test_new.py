"""A new village: its sheets in the form that was asked for, and in the others beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dorpspomp import village
from dorpspomp.new import FORMS, Occupied, new
from dorpspomp.problem import stops
from dorpspomp.sheet import sheets
from dorpspomp.template import examples
from tests.conftest import TODAY, build_quickly
from tests.reading import holding

APART = {"nieuws", "verhalen", "paginas", "landelijk", "vakanties"}
SHEETS = [name for name in sheets() if name not in APART]
FILES = {
    "xlsx": ["register.xlsx"],
    "ods": ["register.ods"],
    "csv": [f"{name}.csv" for name in SHEETS],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a new village of the same name in each form."""
    roots = {form: tmp_path_factory.mktemp(form) / "sint-anna" for form in FORMS}
    for form, root in roots.items():
        new(root, form)
    return roots


@pytest.mark.parametrize("form", FORMS)
def test_a_village_has_its_sheets_in_one_form_and_templates_in_the_others(
    made: dict[str, Path], form: str
) -> None:
    """What is kept stands in data/, the same in other forms stands in sjablonen/."""
    data = {path.name for path in (made[form] / "data").iterdir()}
    assert data == {*FILES[form], "landelijk.csv", "vakanties.csv"}
    others = {name for other, names in FILES.items() if other != form for name in names}
    assert {path.name for path in (made[form] / "sjablonen").iterdir()} == {*others, "uitleg.csv"}


def test_a_csv_file_opens_in_excel(made: dict[str, Path]) -> None:
    """A mark for UTF-8, `;` between the cells and the line ends of Windows."""
    for name in SHEETS:
        data = (made["xlsx"] / "sjablonen" / f"{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), name
        assert data.split(b"\r\n")[0].count(b";") == len(sheets()[name].columns) - 1
        assert data.count(b"\n") == data.count(b"\r\n")


def test_every_form_gives_the_same_village(made: dict[str, Path]) -> None:
    """Whatever the form, the register and what is said about it are the same."""
    registers = []
    for root in made.values():
        reading = village.read(root, TODAY)
        assert not stops(reading.problems)
        text = repr(reading.register)
        for file in ("register.xlsx", "register.ods", *FILES["csv"]):
            text = text.replace(f"file='{file}'", "file=''")
        registers.append((text, [(p.level, p.where, p.wrong, p.do) for p in reading.problems]))
    assert registers[0] == registers[1] == registers[2]


def test_no_example_is_ever_published(made: dict[str, Path]) -> None:
    """A village that was only just made looks finished, and no example stands anywhere in it."""
    root = made["xlsx"]
    built = build_quickly(root, parts=("site", "kiosk", "data"))
    assert built.release is not None
    assert holding(root / "build", "Voorbeeld:") == []
    assert holding(root / "build", "lindedorp.example") == []
    assert holding(root / "build", "Sint Anna")


def test_an_example_that_lost_its_other_locks_stays_hidden(made: dict[str, Path]) -> None:
    """Also with another status and consent, a row that begins with "Voorbeeld:" is not published."""
    for path in sorted((made["csv"] / "data").glob("*.csv")):
        text = path.read_text("utf-8-sig").replace(";concept;", ";actief;").replace(";nee;open", ";ja;open")
        path.write_text(text, "utf-8")
    register = village.read(made["csv"], TODAY).register
    assert "Voorbeeld" not in repr(register)
    assert not (register.notices or register.links or register.roles or register.referrals)


def test_every_sheet_of_the_workbook_has_rows_to_look_at() -> None:
    """Each sheet has three examples, but for what every village starts with."""
    assert set(SHEETS) - set(examples()) == {"rubrieken", "instellingen"}


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written over."""
    (tmp_path / "brief.txt").write_text("lief dagboek", "utf-8")
    with pytest.raises(Occupied):
        new(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]
