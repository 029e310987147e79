"""A new village: a folder with sheets to fill in, the national services and a first settings sheet.

The folder is made beside its place and moved there when it is whole, so that a run that is
interrupted leaves nothing half.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from dorpspomp import assets, template_excel, template_opendocument
from dorpspomp.sheet import Sheet, settings, sheets
from dorpspomp.template import HELP_HEADINGS, Row, csv_template, examples, explanation, template

STARTERS = ("pelicanconf.py", "data/landelijk.csv", "data/vakanties.csv")
"""What is the same in every village: settings for Pelican, and facts that name source and date."""

MARKDOWN_ONLY = frozenset({"nieuws", "verhalen", "paginas"})
TEMPLATES = "sjablonen"
"""The folder with the same sheets in the other forms; it is not read as data."""


class Occupied(ValueError):
    """The folder for the new village exists already and holds something."""


def new(target: Path, form: str = "xlsx") -> tuple[str, ...]:
    """Make a village in `target` and return what was made, relative to it.

    `form` is one of `FORMS`: the one in which the sheets stand in `data/`; the others are put in
    `sjablonen/`. Raises Occupied when the folder holds anything.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Occupied(str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as scratch:
        made = Path(scratch) / "village"
        _write(made, target.name, form)
        made.chmod(0o755)
        if target.exists():
            target.rmdir()
        made.rename(target)
    return tuple(sorted(p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file()))


def _write(village: Path, name: str, form: str) -> None:
    """Write a whole village: facts, words, settings and a note on where to begin."""
    folders = ("data", TEMPLATES, "content/nieuws", "content/verhalen", "content/paginas", "content/beelden")
    for folder in folders:
        (village / folder).mkdir(parents=True)
    for path in STARTERS:
        shutil.copyfile(assets.starter(path), village / path)
    apart = MARKDOWN_ONLY | {"landelijk", "vakanties"}
    shown = [sheet for sheet in sheets().values() if sheet.name not in apart]
    for other, write in FORMS.items():
        write(village / ("data" if other == form else TEMPLATES), shown, _rows(name))
    _write_sheet(village / TEMPLATES / "uitleg.csv", _explained(shown))
    (village / "LEESMIJ.md").write_text(README.format(name=_title(name), sheets=_FOUND_AT[form]), "utf-8")


Rows = Mapping[str, Sequence[Row]]


def _excel(folder: Path, shown: Sequence[Sheet], rows: Rows) -> None:
    (folder / "register.xlsx").write_bytes(template_excel.workbook(template(shown, rows)))


def _opendocument(folder: Path, shown: Sequence[Sheet], rows: Rows) -> None:
    (folder / "register.ods").write_bytes(template_opendocument.workbook(template(shown, rows)))


def _separate(folder: Path, shown: Sequence[Sheet], rows: Rows) -> None:
    for sheet in shown:
        _write_sheet(folder / f"{sheet.name}.csv", csv_template(sheet, rows.get(sheet.name, ())))


def _write_sheet(path: Path, text: str) -> None:
    """Write a CSV file that Excel opens with its accents: UTF-8 with a mark, and Windows' line ends."""
    path.write_bytes(text.encode("utf-8-sig"))


FORMS = {"xlsx": _excel, "ods": _opendocument, "csv": _separate}
"""The forms a register can have, each with what writes it into a folder."""

_FOUND_AT = {
    "xlsx": "één bestand, `data/register.xlsx`,",
    "ods": "één bestand, `data/register.ods`,",
    "csv": "de bladen in `data/`",
}


def _explained(shown: Sequence[Sheet]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows((HELP_HEADINGS, *explanation(shown)))
    return text.getvalue()


def _rows(name: str) -> dict[str, Sequence[Row]]:
    """Return the first rows: nine tiles, the settings, and examples to type over."""
    facts = {column.name: column.written for column in settings()} | {
        "naam portaal": _title(name),
        "dorp": _title(name),
    }
    kept = {"naam portaal", "dorp", "kleur", "accentkleur", "kiosk rust na", "verouderd na"}
    return {
        **examples(),
        "rubrieken": _tiles(),
        "instellingen": [
            {"naam": key, "waarde": value if key in kept else ""} for key, value in facts.items()
        ],
    }


def _tiles() -> list[dict[str, str]]:
    text = assets.starter("data/rubrieken.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def _title(name: str) -> str:
    """Return a folder's name as a village writes it: `sint-anna` becomes `Sint Anna`."""
    return " ".join(word[:1].upper() + word[1:] for word in name.replace("_", " ").replace("-", " ").split())


README = """# {name}

Hier staat alles voor de website van {name}. U houdt {sheets} bij.

1. Open de bladen in `data/`. Uitleg staat op het blad `Uitleg`, en in `sjablonen/uitleg.csv`.
2. Vul op het blad `instellingen` het centrale nummer en de naam van uw dorp in.
3. Zet bij `diensten`, `activiteiten` en `organisaties` uw eigen rijen. Een voorbeeld wordt nooit getoond.
4. Maak de website: `dorpspomp build`. Bekijk hem: `dorpspomp serve`.

In `sjablonen/` staan dezelfde bladen voor andere programma's. Die map wordt niet gelezen.
Landelijke nummers staan in `data/landelijk.csv`, schoolvakanties in `data/vakanties.csv`.
Nieuws schrijft u in `content/nieuws/`, verhalen in `content/verhalen/`.
"""
