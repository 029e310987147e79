"""Which row is which record: every row gets the address that its record already has, or a new one.

Volunteers rename, move, split and merge rows and seldom type a code. A row is recognised by its code,
by its name, by what else stands in it, and by a name that changed a little, in that order. Where two
answers are possible nothing is guessed: the volunteer is asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from dorpspomp.lastgood import Version
from dorpspomp.likeness import Cells, Likeness, Weights, is_alike, likeness, weights
from dorpspomp.loose import key, slug
from dorpspomp.memory import Address, Memory, is_code
from dorpspomp.sheet import sheets

_MOST_RENAMED = 5  # more new names at once is a new list, not a correction
_SAME, _PERHAPS = 0.5, 0.2  # how much of a row's weight must have stayed
_CLEARLY = 0.2  # by how much one answer must be better than the next
_MOST_TWINS = 10_000  # pairs of rows with one name; more are taken in order


@dataclass(frozen=True, slots=True)
class Claim:
    """A row that asks for an address. `typed` is what the volunteer put in `code`, mostly nothing."""

    sheet: str
    name: str
    typed: str = ""
    cells: Cells = field(default_factory=dict)
    row: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What must be asked about a row: is it one of these records?

    `is_kept` tells that the row did get the address of the one candidate, although its code was
    changed; otherwise it got an address of its own.
    """

    candidates: tuple[Address, ...]
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Assigned:
    """A code for every row, and what must be asked, by the row's place."""

    codes: tuple[str, ...]
    questions: Mapping[int, Question]


@dataclass(frozen=True)
class Known:
    """The records of one sheet that are known: all that were ever published, and what stood in them.

    Both by code; `versions` holds only the records of the last release.
    """

    sheet: str
    addresses: Mapping[str, Address]
    versions: Mapping[str, Version]

    @cached_property
    def weights(self) -> Weights:
        """Return how much every cell of the last release says about which row it is in."""
        return weights(sheets()[self.sheet], self.versions.values())


Rows = Mapping[int, Claim]


def assign(memory: Memory, rows: Sequence[Claim], published: Mapping[str, Version] | None = None) -> Assigned:
    """Return a code for every row, unique in its sheet: what is typed, recognised or else proposed.

    `published` holds the records of the last release, by their address.
    """
    by_sheet: dict[str, dict[int, Claim]] = defaultdict(dict)
    for place, row in enumerate(rows):
        by_sheet[row.sheet][place] = row
    known = _known(memory, published or {}, rows)
    codes: dict[int, str] = {}
    questions: dict[int, Question] = {}
    for sheet, numbered in by_sheet.items():
        found, asked = _in_sheet(known[sheet], numbered)
        codes |= found
        questions |= asked
    return Assigned(tuple(codes[place] for place in range(len(rows))), questions)


def _known(memory: Memory, published: Mapping[str, Version], rows: Sequence[Claim]) -> Mapping[str, Known]:
    known = {sheet: Known(sheet, {}, {}) for sheet in {row.sheet for row in rows}}
    addresses: dict[str, dict[str, Address]] = defaultdict(dict)
    versions: dict[str, dict[str, Version]] = defaultdict(dict)
    for version in published.values():
        versions[version.sheet][version.code] = version
        addresses[version.sheet][version.code] = Address(version.sheet, version.code, version.name)
    for kept in memory.addresses.values():
        addresses[kept.sheet][kept.code] = kept
    return known | {sheet: Known(sheet, found, versions[sheet]) for sheet, found in addresses.items()}


def _in_sheet(known: Known, rows: Rows) -> tuple[dict[int, str], dict[int, Question]]:
    codes, refused = _typed(known, rows)
    renewed = {place: rows[place] for place, code in codes.items() if code not in known.addresses}
    codes |= _by_present_name(known, _without(rows, codes), codes.values())
    moved = _moved(known, renewed, codes.values())
    codes |= moved
    for recognise in (_by_content, _by_name, _renamed):
        codes |= recognise(known, _without(rows, codes), codes.values())
    changed = [*moved, *(place for place in refused if place in codes)]
    asked = {place: Question((known.addresses[codes[place]],), is_kept=True) for place in changed}
    rest = _without(rows, codes)
    asked |= _asked(known, rest, codes.values())
    return codes | _proposed(known, rest, codes.values()), asked


def _without(rows: Rows, codes: Mapping[int, str]) -> Rows:
    return {place: row for place, row in rows.items() if place not in codes}


def _typed(known: Known, rows: Rows) -> tuple[dict[int, str], set[int]]:
    """Return the codes that volunteers typed, and the rows whose code belongs to another row."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for place, row in rows.items():
        if typed := row.typed if is_code(row.typed) else slug(row.typed):
            wanted[typed].append(place)
    untyped = {key(row.name) for row in rows.values() if not row.typed}
    names = {key(known.addresses[code].name) for code in known.versions}
    codes = {}
    for code, places in wanted.items():
        name = key(known.addresses[code].name) if code in known.addresses else ""
        owner = next((place for place in places if key(rows[place].name) == name), places[0])
        own = key(rows[owner].name)
        if not (name in untyped and own != name and own in names):
            codes[code] = owner
    owners = {place: code for code, place in codes.items()}
    return owners, {place for places in wanted.values() for place in places if place not in owners}


def _by_present_name(known: Known, rows: Rows, taken: Iterable[str]) -> dict[int, str]:
    """Match rows to the names of the last release; a record that was gone before comes after all else."""
    present = {code: known.addresses[code] for code in known.versions}
    return _by_name(replace(known, addresses=present), rows, taken)


def _by_name(known: Known, rows: Rows, taken: Iterable[str]) -> dict[int, str]:
    """Match rows to remembered names; where a name comes twice, to what stands in the rows."""
    named: dict[str, list[str]] = defaultdict(list)
    used = set(taken)
    for code in sorted(known.addresses, key=lambda code: (code not in known.versions, len(code), code)):
        if code not in used and (name := key(known.addresses[code].name)):
            named[name].append(code)
    groups: dict[str, list[int]] = defaultdict(list)
    for place, row in rows.items():
        if key(row.name) in named:
            groups[key(row.name)].append(place)
    found: dict[int, str] = {}
    for name, places in groups.items():
        found |= _paired(known, {place: rows[place] for place in places}, named[name])
    return found


def _paired(known: Known, rows: Rows, codes: Sequence[str]) -> dict[int, str]:
    """Pair rows and codes of one name: what is most alike first, then in order."""
    if len(rows) == len(codes) == 1 or len(rows) * len(codes) > _MOST_TWINS:
        return dict(zip(rows, codes, strict=False))
    free = {code: known.versions[code] for code in codes if code in known.versions}
    like = likeness({p: (row.row, row.cells) for p, row in rows.items()}, free, known.weights)
    found: dict[int, str] = {}
    for (place, code), _ in sorted(like.items(), key=lambda item: -item[1]):
        if place not in found and code not in found.values():
            found[place] = code
    rest = (place for place in rows if place not in found)
    return found | dict(zip(rest, (code for code in codes if code not in free), strict=False))


def _moved(known: Known, rows: Rows, taken: Iterable[str]) -> dict[int, str]:
    """Return the old code of rows that got another code, but are still the record of the last release."""
    free = set(known.versions) - set(taken)
    if not free:
        return {}
    names = Counter(key(known.addresses[code].name) for code in free)
    by_name = {key(known.addresses[code].name): code for code in free}
    found = {
        place: by_name[name]
        for place, row in rows.items()
        if (name := key(row.name))
        and names[name] == 1
        and sum(key(r.name) == name for r in rows.values()) == 1
    }
    rest = {place: row for place, row in rows.items() if place not in found}
    return found | _by_content(known, rest, {*taken, *found.values()})


def _by_content(known: Known, rows: Rows, taken: Iterable[str]) -> dict[int, str]:
    """Match rows to records of the last release that hold the same, whatever they are called now."""
    likeness = _likeness(known, rows, taken)
    by_row: dict[int, list[float]] = defaultdict(list)
    by_code: dict[str, list[float]] = defaultdict(list)
    for (place, code), part in likeness.items():
        by_row[place].append(part)
        by_code[code].append(part)
    return {
        place: code
        for (place, code), part in likeness.items()
        if part >= _SAME and all(_is_clear(part, parts) for parts in (by_row[place], by_code[code]))
    }


def _is_clear(best: float, parts: Sequence[float]) -> bool:
    """Tell whether none of the others comes near."""
    return sum(part > best - _CLEARLY for part in parts) == 1


def _likeness(known: Known, rows: Rows, taken: Iterable[str]) -> Likeness:
    vanished = {code: known.versions[code] for code in known.versions.keys() - set(taken)}
    return (
        likeness({p: (row.row, row.cells) for p, row in rows.items()}, vanished, known.weights)
        if rows
        else {}
    )


def _renamed(known: Known, rows: Rows, taken: Iterable[str]) -> dict[int, str]:
    """Pair a name that vanished with a new one when they are alike and nothing else is."""
    pairs = [pair for pair in _alike(known, rows, taken) if _is_supported(known, pair[0], rows[pair[1]])]
    codes, places = Counter(code for code, _ in pairs), Counter(place for _, place in pairs)
    return {place: code for code, place in pairs if codes[code] == places[place] == 1}


def _is_supported(known: Known, code: str, row: Claim) -> bool:
    """Tell whether what stands in a row speaks for a record too, where it is known what stood there."""
    if not known.versions:
        return True
    version = known.versions.get(code)
    if version is None or not (version.cells.keys() & row.cells.keys() - {"naam"}):
        return version is not None
    return likeness({0: (0, row.cells)}, {code: version}, known.weights).get((0, code), 0.0) >= _PERHAPS


def _alike(known: Known, rows: Rows, taken: Iterable[str]) -> Iterator[tuple[str, int]]:
    if len(rows) > _MOST_RENAMED:
        return
    for code in sorted(known.addresses.keys() - set(taken)):
        for place, row in rows.items():
            if is_alike(known.addresses[code].name, row.name):
                yield code, place


def _asked(known: Known, rows: Rows, taken: Iterable[str]) -> dict[int, Question]:
    """Ask about rows that may be a record of the last release that has vanished."""
    taken = set(taken)
    perhaps: dict[int, dict[str, None]] = defaultdict(dict)
    for (place, code), part in _likeness(known, rows, taken).items():
        if part >= _PERHAPS:
            perhaps[place][code] = None
    for code, place in _alike(known, rows, taken):
        if code in known.versions:
            perhaps[place][code] = None
    return {
        place: Question(tuple(known.addresses[code] for code in codes)) for place, codes in perhaps.items()
    }


def _proposed(known: Known, rows: Rows, taken: Iterable[str]) -> dict[int, str]:
    """Give every other row a code that no record ever had."""
    reserved = {*taken, *known.addresses}
    numbers: dict[str, int] = defaultdict(lambda: 1)
    codes: dict[int, str] = {}
    for place, row in rows.items():
        base = code = slug(row.name) or slug(row.typed) or row.sheet
        while code in reserved:
            numbers[base] += 1
            code = f"{base}-{numbers[base]}"
        reserved.add(code)
        codes[place] = code
    return codes
