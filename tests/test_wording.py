"""Every message that a volunteer can read: short sentences, plain words, one thing to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dorpspomp.problem import Problem
from dorpspomp.report import asks
from dorpspomp.sheet import sheets
from tests import village_files as files

SOURCE = Path(__file__).parents[1] / "src" / "dorpspomp"
MOST_WORDS = 20
_JARGON = """
string, null, none, parse, veld, velden, record, records, encoding, utf-8, schema, valide, valideren, syntax,
error, errors, format, formaat, slug, hash, row, rows, url, url's, id, id's, key, value, integer, float,
boolean, default, parameter, token, regex, json, html, xml, yaml, markdown, front matter, directory, pad, cel,
cellen, entry, invalid, warning, exception, dienen te, dient te, middels, derhalve, indien, teneinde,
dusdanig, conform, betreffende, inzake, alsmede, gelieve, reeds, ten behoeve van
"""
JARGON = tuple(word.strip() for word in _JARGON.split(","))
"""Words of programmers and of offices."""
MENU = "CSV UTF-8"
"""The name of a choice in Excel's own menu, which has to be said as it is."""
SIGNS = re.compile(r"[{}\[\]<>_\\|]|=>|->|://")

_DEEDS = """
Bel Bewaar Controleer Corrigeer Deel Doe Druk Ga Geef Gebruik Haal Hang Houd Kies Kijk Kopieer Kort Laat Leg
Maak Neem Noem Open Pas Plaats Probeer Regel Schrap Schrijf Sluit Splits Spreek Stuur Typ Verander Verbeter
Vervang Verwijder Verzet Voeg Vraag Vul Wacht Wijs Wissel Zeg Zet Zoek
"""
IMPERATIVES = frozenset(_DEEDS.split())
NOTHING = ("U hoeft niet", "U mag ", "Dat mag ")


@cache
def written() -> tuple[tuple[str, str], ...]:
    """Return every sentence in the source that a person may read, with its module; no docstrings."""
    found = {
        (path.relative_to(SOURCE).as_posix(), text)
        for path in sorted(SOURCE.rglob("*.py"))
        for text in _texts(ast.parse(path.read_text("utf-8")))
        if _is_told(text)
    }
    return tuple(sorted(found))


def _texts(tree: ast.AST) -> Iterator[str]:
    """Yield the texts in a module; what is filled in later counts as one word."""
    inside = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    }
    apart = inside | {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(_part(part) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield re.sub(r"\{\w+\}", "iets", node.value)


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "iets"


def _is_told(text: str) -> bool:
    return bool(re.match(r"[A-Z‘€][^\n]* [^\n]*[.?!]\Z", text)) and "://" not in text


WRONG_ROWS = [
    ("naam", ["", "x" * 300, "=1+1", "<b>Vet</b>", "CafÃ©", '"los']),
    ("rubriek", ["Ontmoetn", "geheel iets anders", "#NAAM?"]),
    ("telefoon", ["612345678", "6,12346E+08", "bel maar", "0490-01 23 45 of 0490-01 23 46"]),
    ("openingstijden", ["om de week", "di 24 november 2026", "wisselend", "ooit", "10-dec", "25.00"]),
    ("wanneer", ["om de week op donderdag", "ma 24 november 2026 10.00", "half tien", "31 februari 2027"]),
    ("e-mail", ["info(at)dorp", "x"]),
    ("website", ["geen", "htp:/x"]),
    ("tot en met", ["31 februari 2027", "46054", "1 maart", "gisteren"]),
    ("gecontroleerd op", ["2020-01-01", "2030-01-01", "1 maart", "ooit"]),
    ("publiceren", ["misschien"]),
    ("toestemming", ["misschien"]),
    ("komt thuis", ["soms"]),
    ("status", ["hm"]),
    ("code", ["!!!", "Klussen & Zo"]),
    ("postcode", ["12345"]),
    ("breedtegraad", ["hier", "99", "-99"]),
    ("kosten", [""]),
    ("jaar", ["x"]),
    ("waarvan", ["nergens", ""]),
]  # fmt: skip
"""What a column may hold that is wrong, whatever the sheet."""


@cache
def produced() -> tuple[Problem, ...]:
    """Return the problems of a broad set of damaged sheets."""
    found: dict[tuple[str, str], Problem] = {}
    for damaged in _damaged():
        with TemporaryDirectory() as folder:
            for problem in files.read(files.write(Path(folder), damaged)).problems:
                found.setdefault((problem.wrong, problem.do), problem)
    return tuple(found.values())


def _damaged() -> Iterator[files.Sheets]:
    wrong = dict(WRONG_ROWS)
    for sheet in sheets().values():
        names = [column.name for column in sheet.columns]
        good = [column.written for column in sheet.columns]
        rows = [
            [text if name == column else cell for name, cell in zip(names, good, strict=True)]
            for column in names
            for text in (*wrong.get(column, ("???",)), "")
        ]
        yield {sheet.name: [names, good, good, *rows]}
        yield {sheet.name: [[*names, names[0], "lievelingskleur", "telefoonx"], good]}
        yield {sheet.name: [names[1:], good[1:]]}
        yield {sheet.name: [["a", "b"], ["c", "d"]], "geheim": [["x"]]}
    settings = [
        ["dorp", "X"],
        ["dorp", "Y"],
        ["centraal numer", "12"],
        ["kleur", "paars"],
        ["zomaar", "iets"],
    ]
    yield {"instellingen": [["naam", "waarde"], *settings], **files.SMALL}


def sentences(text: str) -> list[str]:
    """Split a text in sentences; a point inside a time, an address or a date ends none."""
    return [part for part in re.split(r"(?<=[.?!:;])\s+(?=[A-Z‘0-9€])|;\s", text) if part.strip()]


def complaints(text: str) -> list[str]:
    """Return what is wrong with a text: long sentences, jargon and signs."""
    plain = text.replace(MENU, "")
    words = " ".join(["", *re.findall(r"[\w’'-]+", plain.casefold()), ""])
    long = [one for one in sentences(text) if len(one.split()) > MOST_WORDS]
    return [*long, *(word for word in JARGON if f" {word} " in words), *SIGNS.findall(plain)]


def all_texts() -> list[tuple[str, str]]:
    """Return everything that is written or produced."""
    made = [(f"made: {p.sheet}", text) for p in produced() for text in (_unquoted(p.wrong), _unquoted(p.do))]
    return [*written(), *made]


def _unquoted(text: str) -> str:
    """Leave out the volunteer's own words."""
    return re.sub(r"‘[^’]*’", "iets", text)


def test_messages_are_plain() -> None:
    """No sentence has more than twenty words, no jargon, no signs of programmers."""
    found = {(where, text): bad for where, text in all_texts() if (bad := complaints(text))}
    assert found == {}


def test_enough_is_looked_at() -> None:
    """The two collections are as large as they should be."""
    assert len(written()) > 150
    assert len(produced()) > 60


def deeds() -> Iterator[tuple[str, str]]:
    """Yield every text that says what to do: those in the source, and those that were produced."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "do":
                yield from ((path.name, text) for text in _texts(node.value) if _is_told(text))
    yield from ((problem.sheet, problem.do) for problem in produced())


def test_a_message_has_one_thing_to_do() -> None:
    """What to do is one or two short sentences, and begins with a deed or a question."""
    found = {where: text for where, text in deeds() if not _is_one_deed(text)}
    assert found == {}


def _is_one_deed(text: str) -> bool:
    parts = [part for part in re.split(r"(?<=[.?!])\s+(?=[A-Z‘])", text) if part]
    begins = text.split(maxsplit=1)[0].strip(",.:") in IMPERATIVES
    return len(parts) <= 2 and (begins or parts[0].endswith("?") or text.startswith(NOTHING))


def test_a_label_stands_before_what_asks_something() -> None:
    """Only what begins with a deed is headed "Doe dit"."""
    for _, text in deeds():
        assert asks(text) == (text.split()[0].strip(",.:") in IMPERATIVES), text
