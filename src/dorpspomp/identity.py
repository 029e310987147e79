"""The addresses of records: proposed from the name once, then remembered for good.

A printed code must work for years, so an address that was published never goes to another record and
keeps answering when its record is gone. The memory is a small sheet of its own, `data/adressen.csv`.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from hashlib import sha256
from types import MappingProxyType

from dorpspomp import delimited
from dorpspomp.loose import key, slug

HEADINGS = ("sheet", "code", "naam", "kort nummer", "eerst gezien")
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ALIKE = 0.75
_CROWDED = 4_000
_MOST_RENAMED = 5  # more new names at once is a new list, not a correction


@dataclass(frozen=True, slots=True)
class Address:
    """One address that was published once."""

    sheet: str
    code: str
    name: str
    short: str
    first_seen: str

    @property
    def path(self) -> str:
        """Return the address: `diensten/klussendienst/`."""
        return f"{self.sheet}/{self.code}/"


@dataclass(frozen=True, slots=True)
class Memory:
    """Every address that was ever published, by its path."""

    addresses: Mapping[str, Address] = field(default_factory=dict)

    def text(self) -> str:
        """Write the memory as the sheet in which it is kept."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerow(HEADINGS)
        for _, kept in sorted(self.addresses.items()):
            writer.writerow((kept.sheet, kept.code, kept.name, kept.short, kept.first_seen))
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class Named:
    """A row that asks for an address. `typed` is what the volunteer put in `code`, mostly nothing."""

    sheet: str
    name: str
    typed: str = ""


def read_memory(text: str) -> Memory:
    """Read the kept sheet; a line that cannot be an address is passed over."""
    found: dict[str, Address] = {}
    for row in delimited.rows(text.lstrip("\ufeff").replace("\r\n", "\n"), 0, ";"):
        if len(row) >= 4 and row[3].isdecimal() and _is_code(row[0]) and _is_code(row[1]):
            kept = Address(row[0], row[1], row[2], row[3], row[4] if len(row) > 4 else "")
            found.setdefault(kept.path, kept)
    return Memory(found)


def is_memory(text: str) -> bool:
    """Tell whether a text is the sheet that `Memory.text` writes, however a program saved it."""
    return text.lstrip("\ufeff").startswith(";".join(HEADINGS[:2]))


def assign(memory: Memory, rows: Sequence[Named]) -> tuple[str, ...]:
    """Return a code for every row, unique in its sheet: what is typed, remembered or else proposed."""
    by_sheet: dict[str, list[tuple[int, Named]]] = defaultdict(list)
    for place, row in enumerate(rows):
        by_sheet[row.sheet].append((place, row))
    remembered: dict[str, list[Address]] = defaultdict(list)
    for kept in memory.addresses.values():
        remembered[kept.sheet].append(kept)
    codes: dict[int, str] = {}
    for sheet, numbered in by_sheet.items():
        codes |= _in_sheet(remembered[sheet], numbered)
    return tuple(codes[place] for place in range(len(rows)))


def remember(
    memory: Memory, public: Iterable[Named], today: date, shorts: Mapping[str, str] = MappingProxyType({})
) -> Memory:
    """Return a memory that also knows these public records; `typed` holds the code each one has.

    `shorts` are numbers that were already given out, by address.
    """
    addresses = dict(memory.addresses)
    numbers = {kept.short for kept in addresses.values()} | set(shorts.values())
    named = {f"{row.sheet}/{row.typed}/": row for row in public}
    digits = 4 if len(addresses.keys() | named.keys()) <= _CROWDED else 5
    for path, row in sorted(named.items()):
        if kept := addresses.get(path):
            addresses[path] = replace(kept, name=row.name)
            continue
        short = shorts.get(path) or _short_number(f"{row.sheet}/{row.typed}", digits, numbers)
        numbers.add(short)
        addresses[path] = Address(row.sheet, row.typed, row.name, short, today.isoformat())
    return Memory(addresses)


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text))


def _in_sheet(remembered: list[Address], rows: list[tuple[int, Named]]) -> dict[int, str]:
    codes = _typed(rows)
    taken = set(codes.values())
    open_rows = [(place, row) for place, row in rows if place not in codes]
    codes |= _recognised([kept for kept in remembered if kept.code not in taken], open_rows)
    reserved = {*codes.values(), *(kept.code for kept in remembered)}
    for place, row in open_rows:
        if place not in codes:
            codes[place] = _proposed(row, reserved)
            reserved.add(codes[place])
    return codes


def _typed(rows: list[tuple[int, Named]]) -> dict[int, str]:
    """Return the codes that volunteers typed; of two equal ones the first counts."""
    first: dict[str, int] = {}
    for place, row in rows:
        if typed := row.typed if _is_code(row.typed) else slug(row.typed):
            first.setdefault(typed, place)
    return {place: code for code, place in first.items()}


def _recognised(free: list[Address], rows: list[tuple[int, Named]]) -> dict[int, str]:
    """Match rows without a code to remembered names; one name that changed a little is recognised too."""
    by_name: dict[str, list[str]] = {}
    for kept in sorted(free, key=lambda kept: (len(kept.code), kept.code)):
        by_name.setdefault(key(kept.name), []).append(kept.code)
    found = {place: by_name[name].pop(0) for place, row in rows if by_name.get(name := key(row.name))}
    new = [(place, row) for place, row in rows if place not in found]
    known = set(found.values())
    vanished = [kept for kept in free if kept.code not in known]
    return found | _renamed(vanished, new)


def _renamed(vanished: list[Address], new: list[tuple[int, Named]]) -> dict[int, str]:
    """Pair a name that vanished with a new one when they are alike and nothing else is."""
    if len(new) > _MOST_RENAMED:
        return {}
    pairs = [(kept.code, place) for kept in vanished for place, row in new if _is_alike(kept.name, row.name)]
    codes, places = Counter(code for code, _ in pairs), Counter(place for _, place in pairs)
    return {place: code for code, place in pairs if codes[code] == places[place] == 1}


def _is_alike(old: str, new: str) -> bool:
    before, after = key(old), key(new)
    if min(len(before), len(after)) >= 6 and (before in after or after in before):
        return True
    matcher = SequenceMatcher(None, before, after)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _proposed(row: Named, reserved: set[str]) -> str:
    base = slug(row.name) or slug(row.typed) or row.sheet
    code, number = base, 2
    while code in reserved:
        code, number = f"{base}-{number}", number + 1
    return code


def _short_number(address: str, digits: int, taken: set[str]) -> str:
    """Return a number of its own for print; it depends on nothing but the address and what is taken."""
    first, size = 10 ** (digits - 1), 9 * 10 ** (digits - 1)
    start = int.from_bytes(sha256(address.encode()).digest()[:8], "big") % size
    step = next(step for step in range(size) if str(first + (start + step) % size) not in taken)
    return str(first + (start + step) % size)
