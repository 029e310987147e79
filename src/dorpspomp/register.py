"""Making the register: from recognised sheets and documents to everything that may be published today.

Each step is a function: entries with their codes, what is held back, stubs for names that stand in no
sheet, values, records. Nothing here reads a file or a clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from dorpspomp import check, identity, markup, publication, reference, settings, validation, values
from dorpspomp.building import build
from dorpspomp.collection import Sources, collect, with_codes
from dorpspomp.entry import Entry
from dorpspomp.identity import Memory, Named
from dorpspomp.model import Article, Gone, Register, Settings, Status
from dorpspomp.problem import Level, Problem
from dorpspomp.publication import Held
from dorpspomp.recognition import MAIN, nothing_to_show, with_column
from dorpspomp.reference import Names
from dorpspomp.values import Values
from dorpspomp.when import Schedule

FIELDS = {
    "diensten": "services",
    "landelijk": "services",
    "activiteiten": "activities",
    "organisaties": "organizations",
    "plekken": "places",
    "rubrieken": "tiles",
    "links": "links",
    "platforms": "platforms",
    "prikbord": "notices",
    "doorverwijzen": "referrals",
    "telefoondienst": "shifts",
    "contactpersonen": "street_contacts",
    "rollen": "roles",
    "uitzonderingen": "deviations",
    "vakanties": "holidays",
    "woorden": "synonyms",
    "drukwerk": "print_orders",
    "tellingen": "counts",
    "doelen": "goals",
    "nieuws": "news",
    "verhalen": "stories",
    "paginas": "pages",
}
"""Where the records of each sheet stand in the register."""

PAGES = frozenset(FIELDS) & {
    "diensten", "landelijk", "activiteiten", "organisaties", "plekken", "rubrieken", "nieuws", "verhalen",
    "paginas",
}  # fmt: skip
"""The sheets whose records have a page of their own, so that their addresses are remembered."""

_HANDLED = frozenset({"required", "blank"})  # our own reading has already said so


class Fate(Enum):
    """What becomes of a row."""

    PUBLIC = "staat op de website"
    HELD = "mag niet op de website"
    UNUSABLE = "kan niet op de website"


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one row or document of a village."""

    address: str
    row: int
    fate: Fate


@dataclass(frozen=True, slots=True)
class Made:
    """The register, what there is to say about it, and what became of each row."""

    register: Register
    problems: tuple[Problem, ...]
    rows: tuple[Row, ...]


def make(sources: Sources, today: date) -> Made:
    """Make the register of a village as it is today."""
    entries, problems = collect(sources)
    held = {entry.address: why for entry in entries if (why := publication.held(entry, today))}
    own = settings.read(sources.tables.get("instellingen"))
    entries, known = _with_stubs(entries, own.entry, held, sources.memory, today)
    read = _validated(values.read(entry, known, today) for entry in entries if entry.address not in held)
    held |= {found.entry.address: Held(discreet=False) for found in read if _is_over(found, today)}
    read = [f for f in read if f.entry.address not in held and not _changes_nothing(f, held, today)]
    facts, said = settings.make(own, known, today, sources.portal)
    register = _register(facts, [_record(found) for found in read if found.is_usable])
    register = _addressed(register, sources.memory, held, today)
    problems += [*own.problems, *said, *(why.problem for why in held.values() if why.problem)]
    problems += [problem for found in read for problem in found.problems]
    problems += [with_column(problem, sources.tables) for problem in check.problems(register, today)]
    if not any(entry.sheet.name in MAIN and not entry.stub for entry in entries):
        problems.append(nothing_to_show())
    return Made(register, tuple(problems), tuple(_fates(entries, held, read)))


def named(register: Register) -> Iterator[Named]:
    """Yield every record that has a page, with its code, for the memory of addresses."""
    for name in dict.fromkeys(FIELDS.values()):
        for record in getattr(register, name):
            if record.sheet in PAGES:
                yield Named(record.sheet, record.name, record.code)


def _with_stubs(
    entries: list[Entry], own: Entry, held: Mapping[str, Held], memory: Memory, today: date
) -> tuple[list[Entry], Names]:
    """Read the consents of what is public, and add a stub for every name that stands in no sheet."""
    entries = [
        entry if entry.address in held else publication.with_consents_read(entry, today) for entry in entries
    ]
    known = reference.names(entries, frozenset(held))
    public = (entry for entry in (*entries, own) if entry.address not in held)
    stubs = list(reference.stubs(public, known))
    if not stubs:
        return entries, known
    entries = with_codes([*entries, *stubs], memory)
    return entries, reference.names(entries, frozenset(held))


def _validated(read: Iterable[Values]) -> list[Values]:
    """Hold every sheet against its schema; a cell that it refuses is left out and said."""
    read = list(read)
    by_sheet: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(read):
        if not found.entry.stub:
            by_sheet[found.entry.sheet.name].append(place)
    for places in by_sheet.values():
        sheet = read[places[0]].entry.sheet
        for finding in validation.validate(sheet, [read[place].texts for place in places]):
            column = sheet.column(finding.column)
            if column and finding.kind not in _HANDLED:
                said = validation.words(column, finding.kind)
                place = places[finding.row]
                read[place] = read[place].without(column, said.wrong, said.do)
    return read


def _is_over(found: Values, today: date) -> bool:
    schedule = found.by_attribute.get("when")
    return isinstance(schedule, Schedule) and publication.is_over(schedule, today)


def _changes_nothing(found: Values, held: Mapping[str, Held], today: date) -> bool:
    """Tell whether an exception is about something that is not published, or was for a day that is past."""
    if found.entry.sheet.record != "Deviation":
        return False
    of, start = found.by_attribute.get("of"), found.by_attribute.get("start")
    is_past = isinstance(start, date) and start < today and not found.by_attribute.get("end")
    return is_past or of in held or (of == "" and not _points_nowhere(found))


def _points_nowhere(found: Values) -> bool:
    return any(problem.level is Level.UNUSABLE for problem in found.problems)


def _record(found: Values) -> Any:
    entry = found.entry
    facts = dict(found.by_attribute) | {"source": entry.source, "code": entry.code, "name": entry.name}
    if entry.body:
        facts["body"] = markup.html(entry.body)
    if facts.get("status") is None:
        facts["status"] = _first_status(entry)
    if facts.get("end") is None and entry.sheet.record == "Deviation":
        facts["end"] = facts["start"]
    return build(entry.sheet.record, facts)


def _first_status(entry: Entry) -> str:
    """Return the status that an empty cell means: the first of the list."""
    column = next((column for column in entry.sheet.columns if column.attribute == "status"), None)
    return column.choices[0] if column else Status.ACTIVE.value


def _register(facts: Settings, records: list[Any]) -> Register:
    fields: dict[str, Any] = defaultdict(list)
    for record in records:
        fields[FIELDS[record.sheet]].append(record)
    for name in ("news", "stories"):
        fields[name].sort(key=_newest_first)
    fields = {name: tuple(found) for name, found in fields.items()}
    return Register(settings=facts, **fields)


def _newest_first(article: Article) -> tuple[int, str]:
    return -(article.published_on or date.min).toordinal(), article.code


def _addressed(register: Register, memory: Memory, held: Mapping[str, Held], today: date) -> Register:
    """Add the short numbers, and what was published once and is no longer there."""
    public = list(named(register))
    paths = {f"{row.sheet}/{row.typed}/" for row in public}
    addresses = identity.remember(memory, public, today).addresses
    gone = tuple(
        Gone(kept.sheet, kept.code, "" if path in held and held[path].discreet else kept.name, kept.short)
        for path, kept in sorted(memory.addresses.items())
        if path not in paths
    )
    shorts = {path: addresses[path].short for path in sorted(paths)}
    return replace(register, gone=gone, shorts=shorts)


def _fates(entries: list[Entry], held: Mapping[str, Held], read: list[Values]) -> Iterator[Row]:
    usable = {found.entry.address: found.is_usable for found in read}
    for entry in entries:
        if entry.stub:
            continue
        fate = Fate.PUBLIC if usable.get(entry.address) else Fate.UNUSABLE
        yield Row(entry.address, entry.source.row, Fate.HELD if entry.address in held else fate)
