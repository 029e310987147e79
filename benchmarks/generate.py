"""A made-up village of any size: `python -m benchmarks.generate DIR --records 1000 --seed 1`.

The same number and seed give the same bytes, whatever the machine.
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from benchmarks import words
from benchmarks.words import Topic

ROOT = Path(__file__).parents[1]
COPIED = {"pelicanconf.py": "pelicanconf.py", "data/vakanties.csv": "data/vakanties.csv"}
"""What a generated village has in common with the example: where it goes, and where it comes from."""

SHARES = {"diensten": 35, "activiteiten": 30, "organisaties": 20, "plekken": 15}
"""How many of a hundred records stand in which sheet."""

NEWEST = date(2026, 11, 20)
"""The day on which the last record was checked."""

Row = dict[str, str]
T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a village into a folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    write(asked.dir, village(asked.records, asked.seed))


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write a village's files, and copy what every village shares."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    for name, source in COPIED.items():
        shutil.copyfile(ROOT / source, folder / name)


def village(records: int, seed: int = 1) -> dict[str, str]:
    """Return a village of so many records: the text of each file by its path.

    >>> files = village(20)
    >>> sum(text.count("\\n") - 1 for name, text in files.items() if name[5:-4] in SHARES)
    20
    """
    chance = Random(seed)
    counts = shares(records)
    places = [_place(n, chance) for n in range(counts["plekken"])]
    organizations = [_organization(n, places, chance) for n in range(counts["organisaties"])]
    sheets: dict[str, list[Row]] = {
        "instellingen": _settings(),
        "rubrieken": _tiles(),
        "plekken": places,
        "organisaties": organizations,
        "diensten": [_service(n, places, organizations, chance) for n in range(counts["diensten"])],
        "activiteiten": [_activity(n, places, organizations, chance) for n in range(counts["activiteiten"])],
        "uitzonderingen": _closures(places),
    }
    return TEXTS | {f"data/{name}.csv": _csv(rows) for name, rows in sheets.items() if rows}


ABOUT = "---\ntitel: Over deze site\n---\n\nDit dorp is bedacht om te meten.\n"
TEXTS = {"content/paginas/over-deze-site.md": ABOUT}


def shares(records: int) -> dict[str, int]:
    """Return how many records stand in which sheet.

    >>> shares(1000)
    {'diensten': 350, 'activiteiten': 300, 'organisaties': 200, 'plekken': 150}
    """
    bounds = [0]
    for share in SHARES.values():
        bounds.append(bounds[-1] + share)
    ends = [records * bound // 100 for bound in bounds]
    return {sheet: last - first for sheet, first, last in zip(SHARES, ends, ends[1:], strict=False)}


def nth(n: int, first: Sequence[T], last: Sequence[str]) -> tuple[T, str, str, str]:
    """Return the n-th combination with a hamlet, the first list turning fastest.

    The last part sets apart what would be the same: it counts once all combinations have gone by.

    >>> nth(1, ("koor", "school"), ("De Linde", "Het Anker"))
    ('school', 'Elzeneind', 'De Linde', '')
    >>> nth(2 * 60 * 2, ("koor", "school"), ("De Linde", "Het Anker"))
    ('koor', 'Elzeneind', 'De Linde', ' 2')
    """
    rest, one = divmod(n, len(first))
    rest, two = divmod(rest, len(words.HAMLETS))
    turn, three = divmod(rest, len(last))
    return first[one], words.HAMLETS[two], last[three], f" {turn + 1}" if turn else ""


def _service(n: int, places: list[Row], organizations: list[Row], chance: Random) -> Row:
    topic, hamlet, audience, turn = nth(n, words.SERVICES, words.AUDIENCES)
    return {
        **_about(topic, f"{_for(topic, audience)}, {hamlet}{turn}"),
        "voorbeelden": f"{topic.asks}; Kan dat ook in {hamlet}?",
        "voor wie": audience,
        **_offer(places, organizations, chance),
        "bereikbaar": chance.choice(words.HOURS),
        "openingstijden": chance.choice(words.HOURS),
        "gebied": hamlet,
        "niveau": chance.choice(words.LEVELS),
        "wel": f"alles rond {topic.words.split(';')[0]}",
        "komt thuis": chance.choice(("ja", "nee", "")),
        "talen": chance.choice(words.LANGUAGES),
        **_checked(chance),
    }


def _activity(n: int, places: list[Row], organizations: list[Row], chance: Random) -> Row:
    topic, hamlet, audience, turn = nth(n, words.ACTIVITIES, words.AUDIENCES)
    return {
        **_about(topic, f"{_for(topic, audience)}, {hamlet}{turn}"),
        "soort": topic.kind,
        "wanneer": chance.choice(words.WHEN),
        "niet op": chance.choice(("", "", "feestdagen")),
        "voor wie": audience,
        "meenemen": chance.choice(("", "", "goede schoenen", "een kop en een lepel")),
        **_offer(places, organizations, chance),
        **_checked(chance),
    }


def _organization(n: int, places: list[Row], chance: Random) -> Row:
    topic, hamlet, title, turn = nth(n, words.ORGANIZATIONS, words.TITLES)
    return {
        **_about(topic, f"{topic.name} {title} {hamlet}{turn}"),
        "soort": topic.kind,
        "telefoon": _phone(chance),
        "bereikbaar": chance.choice(words.HOURS),
        "plek": _any(places, chance),
        "openingstijden": chance.choice(words.HOURS),
        **_online(chance),
        "gebied": hamlet,
        **_checked(chance),
    }


def _place(n: int, chance: Random) -> Row:
    kind, hamlet, title, turn = nth(n, words.PLACES, words.TITLES)
    return {
        "naam": f"{kind.capitalize()} {title} {hamlet}{turn}",
        "soort": kind,
        "adres": f"{hamlet}straat {chance.randint(1, 240)}",
        "postcode": f"9490 S{chance.choice('ADS')}",
        "plaats": hamlet,
        "breedtegraad": f"{51.6 + chance.random() / 50:.4f}",
        "lengtegraad": f"{5.6 + chance.random() / 50:.4f}",
        "openingstijden": chance.choice(words.HOURS),
        "telefoon": _phone(chance),
        "toegankelijk": chance.choice(words.ACCESSIBLE),
        "voorzieningen": chance.choice(words.FACILITIES),
        "gecontroleerd op": _checked(chance)["gecontroleerd op"],
    }


def _for(topic: Topic, audience: str) -> str:
    return topic.name if audience == words.AUDIENCES[0] else f"{topic.name} voor {audience}"


def _about(topic: Topic, name: str) -> Row:
    return {"naam": name, "rubriek": topic.tile, "kort": topic.short, "trefwoorden": topic.words}


def _offer(places: list[Row], organizations: list[Row], chance: Random) -> Row:
    """Return what services and activities share."""
    return {
        "telefoon": _phone(chance),
        "plek": _any(places, chance),
        **_online(chance),
        "aanmelden": chance.choice(words.SIGN_UP),
        "kosten": chance.choice(words.COSTS),
        "organisatie": _any(organizations, chance),
        "toegankelijk": chance.choice(words.ACCESSIBLE),
        "uitgelicht": "ja" if chance.random() < 0.03 else "",
    }


def _online(chance: Random) -> Row:
    site = f"{chance.choice(words.HAMLETS)}-{chance.randint(1, 99)}.example".lower()
    return {"e-mail": f"hallo@{site}", "website": f"https://{site}" if chance.random() < 0.7 else ""}


def _phone(chance: Random) -> str:
    return f"0490-0{chance.randint(0, 99):02d} {chance.randint(0, 999):03d}"


def _any(rows: list[Row], chance: Random) -> str:
    return chance.choice(rows)["naam"] if rows else ""


def _checked(chance: Random) -> Row:
    day = NEWEST - timedelta(days=chance.randint(0, 190))
    return {"gecontroleerd op": day.isoformat(), "gecontroleerd door": chance.choice(words.EDITORS)}


def _tiles() -> list[Row]:
    keys = "code", "naam", "vraag", "uitleg", "icoon", "woorden"
    return [
        dict(zip(keys, tile, strict=True)) | {"volgorde": str(n)} for n, tile in enumerate(words.TILES, 1)
    ]


def _closures(places: list[Row]) -> list[Row]:
    """Return a day on which every tenth place is closed."""
    keys = "waarvan", "van", "tot en met", "wat", "reden"
    facts = "2026-12-25", "2026-12-26", "gesloten", "Kerst."
    return [dict(zip(keys, (place["naam"], *facts), strict=True)) for place in places[::10]]


def _settings() -> list[Row]:
    return [{"naam": name, "waarde": value} for name, value in words.SETTINGS.items()]


def _csv(rows: list[Row]) -> str:
    """Return rows as a Dutch spreadsheet writes them: semicolons between the cells."""
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    main()
