"""A new village: a folder with empty sheets, the national services and a first settings sheet.

The folder is made beside its place and moved there when it is whole, so that a run that is
interrupted leaves nothing half.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from pathlib import Path

from dorpspomp import assets
from dorpspomp.sheet import settings, sheets
from dorpspomp.template import workbook

STARTERS = ("pelicanconf.py", "data/landelijk.csv", "data/vakanties.csv")
"""What is the same in every village: settings for Pelican, and facts that name source and date."""

MARKDOWN_ONLY = frozenset({"nieuws", "verhalen", "paginas"})


class Occupied(ValueError):
    """The folder for the new village exists already and holds something."""


def new(target: Path) -> tuple[str, ...]:
    """Make a village in `target` and return what was made, relative to it.

    Raises Occupied when the folder holds anything.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Occupied(str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as scratch:
        made = Path(scratch) / "village"
        _write(made, target.name)
        made.chmod(0o755)
        if target.exists():
            target.rmdir()
        made.rename(target)
    return tuple(sorted(p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file()))


def _write(village: Path, name: str) -> None:
    """Write a whole village: facts, words, settings and a note on where to begin."""
    for folder in ("data", "content/nieuws", "content/verhalen", "content/paginas", "content/beelden"):
        (village / folder).mkdir(parents=True)
    for path in STARTERS:
        shutil.copyfile(assets.starter(path), village / path)
    shown = [
        sheet for sheet in sheets().values() if sheet.name not in MARKDOWN_ONLY | {"landelijk", "vakanties"}
    ]
    workbook(village / "data" / "register.xlsx", shown, _rows(name))
    (village / "LEESMIJ.md").write_text(README.format(name=_title(name)), "utf-8")


def _rows(name: str) -> dict[str, list[dict[str, str]]]:
    """Return the first rows: nine tiles, the settings, and an example to type over."""
    facts = {column.name: column.written for column in settings()} | {
        "naam portaal": _title(name),
        "dorp": _title(name),
    }
    kept = {"naam portaal", "dorp", "kleur", "accentkleur", "kiosk rust na", "verouderd na"}
    return {
        "rubrieken": _tiles(),
        "instellingen": [
            {"naam": key, "waarde": value if key in kept else ""} for key, value in facts.items()
        ],
        **{sheet: [_example(sheet)] for sheet in ("diensten", "activiteiten", "organisaties")},
    }


def _tiles() -> list[dict[str, str]]:
    text = assets.starter("data/rubrieken.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def _example(sheet: str) -> dict[str, str]:
    """Return an example row; it is a draft, so that it is never published by accident."""
    plain = (column for column in sheets()[sheet].columns if column.kind not in {"reference", "code"})
    tile = {"rubriek": "ontmoeten"}
    return {column.name: column.written for column in plain} | tile | {"status": "concept"}


def _title(name: str) -> str:
    """Return a folder's name as a village writes it: `sint-anna` becomes `Sint Anna`."""
    return " ".join(word[:1].upper() + word[1:] for word in name.replace("_", " ").replace("-", " ").split())


README = """# {name}

Hier staat alles voor de website van {name}. U houdt één bestand bij: `data/register.xlsx`.

1. Open `data/register.xlsx`. Op het blad `Uitleg` staat wat er in elk vak hoort.
2. Vul op het blad `instellingen` het centrale nummer en de naam van uw dorp in.
3. Zet bij `diensten`, `activiteiten` en `organisaties` uw eigen rijen. Een voorbeeld wordt nooit getoond.
4. Maak de website: `dorpspomp build`. Bekijk hem: `dorpspomp serve`.

Landelijke nummers staan in `data/landelijk.csv`, schoolvakanties in `data/vakanties.csv`.
Nieuws schrijft u in `content/nieuws/`, verhalen in `content/verhalen/`.
"""
