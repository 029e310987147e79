"""All entries of a village: the rows of its sheets and its documents, each with its code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dorpspomp import identity
from dorpspomp.entry import Entry, article, from_document, from_table
from dorpspomp.frontmatter import Document
from dorpspomp.heading import Headed
from dorpspomp.identity import Memory, Named
from dorpspomp.problem import Level, Problem
from dorpspomp.sheet import sheets

ARTICLES = ("nieuws", "verhalen", "paginas")
_APART = ("instellingen",)


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read from a village's files; `portal` is how the portal is called when nobody named it."""

    tables: Mapping[str, Headed] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    memory: Memory = field(default_factory=Memory)
    portal: str = "Dorpspomp"


def collect(sources: Sources) -> tuple[list[Entry], list[Problem]]:
    """Return every entry in order: sheet by sheet, rows as they stand, documents after them."""
    tables = [sources.tables[name] for name in sheets() if name in sources.tables and name not in _APART]
    rows = with_codes([entry for table in tables for entry in from_table(table)], sources.memory)
    if not sources.documents:
        return rows, []
    entries, problems = _with_documents(rows, sources.documents)
    return with_codes(entries, sources.memory), problems


def with_codes(entries: Sequence[Entry], memory: Memory) -> list[Entry]:
    """Give every entry a code of its own; an entry that has one keeps it."""
    asked = [Named(entry.sheet.name, entry.name, entry.code or entry.cell("code")) for entry in entries]
    codes = identity.assign(memory, asked)
    return [replace(entry, code=code) for entry, code in zip(entries, codes, strict=True)]


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
