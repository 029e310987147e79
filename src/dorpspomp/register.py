"""Making the register: from recognised sheets and documents to everything that may be published today.

Each step is a function: entries with their codes, what is held back, stubs for names that stand in no
sheet, values, records. Nothing here reads a file or a clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any

from dorpspomp import check, lastgood, loss, markup, publication, reference, settings, validation, values
from dorpspomp.building import build
from dorpspomp.collection import Sources, collect, with_codes
from dorpspomp.entry import Entry
from dorpspomp.lastgood import LastGood
from dorpspomp.memory import PAGES, Memory, Named
from dorpspomp.mending import mended
from dorpspomp.model import Article, Gone, Register, Settings, Status
from dorpspomp.problem import Level, Problem
from dorpspomp.publication import Held
from dorpspomp.recognition import MAIN, nothing_to_show, with_column
from dorpspomp.reference import Names
from dorpspomp.settings import Own
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

_HANDLED = frozenset({"required", "blank"})  # our own reading has already said so


class Fate(Enum):
    """What becomes of a row."""

    PUBLIC = "staat op de website"
    KEPT = "staat op de website zoals het was"
    HELD = "mag niet op de website"
    UNUSABLE = "kan niet op de website"


_SHOWN = (Fate.PUBLIC, Fate.KEPT)


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one row or document of a village."""

    address: str
    row: int
    fate: Fate


@dataclass(frozen=True, slots=True)
class Made:
    """The register, what there is to say about it, and what became of each row.

    `good` is what the next release will know as the last good version of every row; `withdrawn` are
    the addresses of the last release that may no longer be shown, whatever else is wrong.
    """

    register: Register
    problems: tuple[Problem, ...]
    rows: tuple[Row, ...]
    good: LastGood = field(default_factory=LastGood)
    withdrawn: frozenset[str] = frozenset()


def make(sources: Sources, today: date) -> Made:
    """Make the register of a village as it is today."""
    entries, asked = collect(sources)
    made = _made(entries, settings.read(sources.tables.get("instellingen")), sources, today)
    problems = [*asked, *made.problems]
    if not any(entry.sheet.name in MAIN for entry in entries):
        problems.append(nothing_to_show())
    return replace(made, problems=tuple(with_column(problem, sources.tables) for problem in problems))


def make_again(sources: Sources, without: Collection[str], today: date) -> Made:
    """Make the register of the last release again, without the rows at these addresses."""
    entries = [v.entry() for v in sources.before.in_order() if v.address not in without]
    return _made(entries, settings.of(sources.before.settings), sources, today)


def named(register: Register) -> Iterator[Named]:
    """Yield every record that has a page, with its code, for the memory of addresses."""
    for name in dict.fromkeys(FIELDS.values()):
        for record in getattr(register, name):
            if record.sheet in PAGES:
                yield Named(record.sheet, record.name, record.code)


def _made(entries: list[Entry], own: Own, sources: Sources, today: date) -> Made:
    held = {entry.address: why for entry in entries if (why := publication.held(entry, today))}
    entries, known = _with_stubs(entries, own.entry, held, sources, today)
    read = _read([entry for entry in entries if entry.address not in held], known, sources.before, today)
    held |= {found.entry.address: why for found in read if (why := _held_after_all(found, today))}
    read = [f for f in read if f.entry.address not in held and not _changes_nothing(f, held, today)]
    made = settings.make(own, known, sources.before, today, sources.portal)
    register = _register(made.settings, [_record(found) for found in read if found.is_usable])
    register = replace(_addressed(register, sources.memory, held, today), ground=sources.ground)
    rows = tuple(_fates(entries, held, read))
    lost = loss.Loss(sources.before, {row.address for row in rows if row.fate in _SHOWN}, held, own.cells)
    problems = [*own.problems, *made.problems, *(why.problem for why in held.values() if why.problem)]
    problems += [problem for found in read for problem in found.problems]
    problems += check.problems(register, today, check.aside(sources.tables))
    if not sources.accepted and register.settings.accepted_on != today:
        problems += lost.problems(today)
    good = _good(read, made.cells, sources.before, today)
    return Made(register, tuple(problems), rows, good, frozenset(lost.withdrawn(today)))


def _with_stubs(
    entries: list[Entry], own: Entry, held: Mapping[str, Held], sources: Sources, today: date
) -> tuple[list[Entry], Names]:
    """Read the consents of what is public, and add a stub for every name that stands in no sheet."""
    entries = [
        entry if entry.address in held else publication.with_consents_read(entry, today) for entry in entries
    ]
    known = reference.names(entries, frozenset(held), sources.memory)
    public = (entry for entry in (*entries, own) if entry.address not in held)
    stubs = list(reference.stubs(public, known))
    if not stubs:
        return entries, known
    entries, _ = with_codes([*entries, *stubs], sources)
    return entries, reference.names(entries, frozenset(held), sources.memory)


def _read(entries: list[Entry], known: Names, before: LastGood, today: date) -> list[Values]:
    """Read all entries; what cannot be used is as it was in the last release."""
    read = _validated(values.read(entry, known, today) for entry in entries)
    return [mended(found, before.versions.get(found.entry.address), known, today) for found in read]


def _good(read: list[Values], own: Mapping[str, str], before: LastGood, today: date) -> LastGood:
    """Return the rows as they are shown from now on, each with the day since when."""
    versions = {}
    for found in read:
        entry, old = found.entry, before.versions.get(found.entry.address)
        if found.is_usable and not entry.stub:
            versions[entry.address] = old if found.is_kept and old else lastgood.version(entry, old, today)
    since = before.since if before.settings == own else today
    return LastGood(versions, own, since)


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


def _held_after_all(found: Values, today: date) -> Held | None:
    """Return why a row that was read may not be shown: its last day is past."""
    schedule = found.by_attribute.get("when")
    if isinstance(schedule, Schedule) and publication.is_over(schedule, today):
        return Held(discreet=False)
    return publication.held(found.entry, today) if found.lost or found.is_kept else None


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
    paths = {f"{row.sheet}/{row.code}/" for row in public}
    addresses = memory.with_published(public, today).addresses
    gone = tuple(
        Gone(kept.sheet, kept.code, "" if path in held and held[path].discreet else kept.name, kept.short)
        for path, kept in sorted(memory.addresses.items())
        if path not in paths
    )
    shorts = {path: addresses[path].short for path in sorted(paths)}
    return replace(register, gone=gone, shorts=shorts)


def _fates(entries: list[Entry], held: Mapping[str, Held], read: list[Values]) -> Iterator[Row]:
    usable = {found.entry.address: found for found in read if found.is_usable}
    for entry in entries:
        found = usable.get(entry.address)
        shown = Fate.KEPT if found and found.is_kept else Fate.PUBLIC if found else Fate.UNUSABLE
        if not entry.stub:
            yield Row(entry.address, entry.source.row, Fate.HELD if entry.address in held else shown)
