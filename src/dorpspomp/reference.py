"""References: the name or code in a cell becomes the code of the record that is meant.

Case, accents and spaces do not matter. Words that match nothing become a stub, a record with only a
name, so that three rows and nothing else still make a whole portal; what looks like a slip is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dorpspomp.cleaning import Note, cleaned
from dorpspomp.entry import Entry
from dorpspomp.loose import key, slug, suggestion
from dorpspomp.memory import Memory
from dorpspomp.model import Source
from dorpspomp.problem import Level
from dorpspomp.sheet import Column, sheets

_NOTHING = frozenset({"nvt", "geen", "onbekend", "nnb"})
_MOST_NAMES = 3_000


def means_nothing(text: str) -> bool:
    """Tell whether a text refers to nothing at all: "n.v.t.", "-"."""
    return key(text) in _NOTHING or not text.strip("-–—_?.…/ ")


@dataclass(frozen=True, slots=True)
class Names:
    """Every record that can be meant, by its name and by its code, for each sheet.

    `former` holds the names that records had before: these still mean them.
    """

    entries: Mapping[str, Mapping[str, Entry]]
    held: frozenset[str] = frozenset()
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    former: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)

    def find(self, text: str, column: Column) -> Entry | None:
        """Return the first record that a text means in the sheets a column refers to."""
        word = key(text)
        lists = [lists.get(name, {}) for lists in (self.entries, self.former) for name in column.refers]
        return next((entry for known in lists if (entry := known.get(word))), None)

    def hint(self, text: str, column: Column) -> Note:
        """Ask whether a known name was meant."""
        names = [name for sheet in column.refers for name in self.shown.get(sheet, ())]
        near = suggestion(text[:80], names[:_MOST_NAMES])
        sheet = " of ".join(f"‘{sheet}’" for sheet in column.refers[:1])
        return Note(
            Level.NOTICE,
            "Deze naam staat nog niet in het andere blad.",
            f"Bedoelt u ‘{near}’? Neem dan die naam over."
            if near
            else f"Zet een rij met deze naam in het blad {sheet}.",
        )


def names(entries: Iterable[Entry], held: frozenset[str], memory: Memory) -> Names:
    """Make the list of everything that can be meant; `held` holds the addresses that are not published."""
    entries = sorted(entries, key=lambda entry: entry.address in held)
    found: dict[str, dict[str, Entry]] = {}
    shown: dict[str, list[str]] = {}
    for entry in entries:
        by_word = found.setdefault(entry.sheet.name, {})
        for text in (entry.name, entry.cell("question")):
            if word := key(text):
                by_word.setdefault(word, entry)
        if entry.address not in held and not entry.stub:
            shown.setdefault(entry.sheet.name, []).append(entry.name)
    for entry in entries:
        for word in (key(entry.code), key(entry.cell("code"))):
            if word:
                found[entry.sheet.name].setdefault(word, entry)
    shown_names = {sheet: tuple(known) for sheet, known in shown.items()}
    return Names(found, held, shown_names, _former(entries, memory))


def _former(entries: Iterable[Entry], memory: Memory) -> dict[str, dict[str, Entry]]:
    """Return the entries by the names that they had before, for each sheet."""
    by_address = {entry.address: entry for entry in entries if not entry.stub}
    found: dict[str, dict[str, Entry]] = {}
    for kept in memory.addresses.values():
        if entry := by_address.get(kept.path):
            for name in (kept.name, *kept.former):
                found.setdefault(kept.sheet, {}).setdefault(key(name), entry)
    return found


def stubs(entries: Iterable[Entry], known: Names) -> Iterator[Entry]:
    """Yield a stub for every name that is referred to but stands in no sheet, each once."""
    made: set[tuple[str, str]] = set()
    for entry in entries:
        for column in entry.sheet.columns:
            if column.kind != "reference" or len(column.refers) != 1 or column.name not in entry.cells:
                continue
            text, _ = cleaned(entry.cells[column.name])
            sheet, word = column.refers[0], key(text)
            if not word or means_nothing(text) or (sheet, word) in made or known.find(text, column):
                continue
            made.add((sheet, word))
            yield stub(sheet, text)


def stub(sheet: str, text: str) -> Entry:
    """Make an entry with only a name; a name that was written as a code is made readable."""
    name = text.replace("-", " ").capitalize() if text == slug(text) else text
    kind = sheets()[sheet]
    column = next(column for column in kind.columns if column.attribute == "name")
    return Entry(kind, Source(sheet), {column.name: name}, stub=True)


def resolve(text: str, column: Column, known: Names) -> tuple[str, Note | None]:
    """Return what a reference holds: a code, or an address where several sheets can be meant; and a hint."""
    if means_nothing(text):
        return "", None
    entry = known.find(text, column)
    if entry is None:
        return "", known.hint(text, column)
    if entry.address in known.held:
        return "", Note(
            Level.NOTICE, "Dit staat nu niet op de website.", "Kies iets anders, of laat het vak leeg."
        )
    value = entry.address if len(column.refers) > 1 else entry.code
    if entry.stub and known.shown.get(entry.sheet.name):
        return value, known.hint(text, column)
    return value, _renamed(text, column, entry, known)


def _renamed(text: str, column: Column, entry: Entry, known: Names) -> Note | None:
    """Tell that a record has another name now; one whose name was lost by a slip has not."""
    if not entry.name or any(key(text) in known.entries.get(name, {}) for name in column.refers):
        return None
    return Note(Level.NOTICE, f"Dit heet nu ‘{entry.name}’.", "Neem de nieuwe naam over.")
