"""All entries of a village: the rows of its sheets and its documents, each with its code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dorpspomp import identity
from dorpspomp.entry import Entry, article, from_document, from_table
from dorpspomp.frontmatter import Document
from dorpspomp.heading import Headed
from dorpspomp.identity import Claim, Question
from dorpspomp.lastgood import LastGood
from dorpspomp.memory import PAGES, Memory
from dorpspomp.model import Shape
from dorpspomp.problem import Level, Problem
from dorpspomp.sheet import sheets

ARTICLES = ("nieuws", "verhalen", "paginas")
_APART = ("instellingen",)


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read from a village's files.

    `before` is what the last release showed, `portal` how the portal is called when nobody named it;
    `accepted` tells that a person has agreed to whatever is missing.
    """

    tables: Mapping[str, Headed] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    memory: Memory = field(default_factory=Memory)
    before: LastGood = field(default_factory=LastGood)
    accepted: bool = False
    portal: str = "Dorpspomp"
    ground: tuple[Shape, ...] = ()


def collect(sources: Sources) -> tuple[list[Entry], list[Problem]]:
    """Return every entry in order: sheet by sheet, rows as they stand, documents after them."""
    tables = [sources.tables[name] for name in sheets() if name in sources.tables and name not in _APART]
    rows, asked = with_codes([entry for table in tables for entry in from_table(table)], sources)
    if not sources.documents:
        return rows, asked
    entries, problems = _with_documents(rows, sources.documents)
    entries, asked_too = with_codes(entries, sources)
    return entries, [*asked, *problems, *asked_too]


def with_codes(entries: Sequence[Entry], sources: Sources) -> tuple[list[Entry], list[Problem]]:
    """Give every entry a code of its own, and ask where that is in doubt; an entry that has one keeps it."""
    claims = [Claim(e.sheet.name, e.name, e.code or e.cell("code"), e.cells, e.source.row) for e in entries]
    assigned = identity.assign(sources.memory, claims, sources.before.versions)
    coded = [replace(entry, code=code) for entry, code in zip(entries, assigned.codes, strict=True)]
    asked = assigned.questions.items()
    return coded, [_question(coded[p], said) for p, said in asked if coded[p].sheet.name in PAGES]


def _question(entry: Entry, question: Question) -> Problem:
    """Ask the volunteer whether a row is a record that was there before."""
    column = entry.sheet.column("code")
    codes = " of ".join(f"‘{kept.code}’" for kept in question.candidates[:3])
    if question.is_kept:
        wrong = f"De code van deze rij is veranderd. Het adres op de website blijft {codes}."
        return entry.problem(column, Level.NOTICE, wrong, f"Zet de code {codes} terug.")
    names = " of ".join(f"‘{kept.name}’" for kept in question.candidates[:3])
    wrong = f"Deze rij lijkt op {names}, maar die naam staat er niet meer."
    return entry.problem(column, Level.NOTICE, wrong, f"Is het dezelfde? Zet dan {codes} in de kolom ‘code’.")


def _with_documents(rows: list[Entry], documents: Iterable[Document]) -> tuple[list[Entry], list[Problem]]:
    """Add each document to the row with its code, or make it an entry of its own."""
    by_address = {entry.address: entry for entry in rows}
    own: list[Entry] = []
    problems: list[Problem] = []
    for document in documents:
        entry, said = _entry(document)
        problems.extend(said)
        address = f"{entry.sheet.name}/{entry.cell('code')}/"
        if row := by_address.get(address):
            by_address[address] = replace(row, body=entry.body)
            problems.extend(_said_twice(row, entry))
        elif entry.cell("name"):
            own.append(entry)
        else:
            problems.append(_belongs_nowhere(entry))
    order: dict[str, list[Entry]] = defaultdict(list)
    for entry in (*by_address.values(), *own):
        order[entry.sheet.name].append(entry)
    return [entry for name in sheets() for entry in order[name]], problems


def _entry(document: Document) -> tuple[Entry, tuple[Problem, ...]]:
    entry, problems = from_document(document, sheets()[document.sheet])
    return (article(entry) if document.sheet in ARTICLES else entry), problems


def _said_twice(row: Entry, document: Entry) -> list[Problem]:
    """Say that a document repeats facts of its row; the row counts."""
    extra = [name for name in document.cells if name != "code"]
    if not extra:
        return []
    wrong = f"Deze gegevens staan ook in {document.source.file}; het blad geldt."
    return [row.problem(None, Level.NOTICE, wrong, "Laat in dat bestand alleen de lange tekst staan.")]


def _belongs_nowhere(entry: Entry) -> Problem:
    return Problem(
        level=Level.NOTICE, sheet=entry.sheet.name, says=entry.source.file, code="",
        wrong="Bij deze tekst hoort geen rij; de tekst staat niet op de website.",
        do="Geef het bestand de code van een rij als naam.",
    )  # fmt: skip
