"""The memory of addresses: every address that was ever published, with its short number for print.

A printed code must work for years, so an address that was published never goes to another record and
keeps answering when its record is gone. The memory is a small sheet of its own, `data/adressen.csv`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from types import MappingProxyType

from dorpspomp import delimited
from dorpspomp.loose import key

HEADINGS = ("sheet", "code", "naam", "kort nummer", "eerst gezien", "vroegere namen")
PAGES = frozenset(
    {"diensten", "landelijk", "activiteiten", "organisaties", "plekken", "rubrieken"}
    | {"nieuws", "verhalen", "paginas"}
)
"""The sheets whose records have a page of their own, so that their addresses are remembered."""

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_CODE = 100
_CROWDED = 4_000
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A record and its code: what the memory is asked to keep."""

    sheet: str
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Address:
    """One address that was published once. `former` holds the names its record had before, newest first."""

    sheet: str
    code: str
    name: str
    short: str = ""
    first_seen: str = ""
    former: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Return the address: `diensten/klussendienst/`."""
        return f"{self.sheet}/{self.code}/"

    def renamed(self, name: str) -> Address:
        """Return the same address under another name; the old name goes on meaning it."""
        if name == self.name:
            return self
        former = dict.fromkeys((self.name, *self.former) if key(name) != key(self.name) else self.former)
        return replace(self, name=name, former=tuple(old for old in former if old != name)[:_MOST_NAMES])


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
            former = "|".join(name.replace("|", " ") for name in kept.former)
            writer.writerow((kept.sheet, kept.code, kept.name, kept.short, kept.first_seen, former))
        return out.getvalue()

    def with_published(
        self, public: Iterable[Named], today: date, shorts: Mapping[str, str] = MappingProxyType({})
    ) -> Memory:
        """Return a memory that also knows these records. `shorts` are numbers given out, by address."""
        addresses = dict(self.addresses)
        numbers = {kept.short for kept in addresses.values()} | set(shorts.values())
        named = {f"{row.sheet}/{row.code}/": row for row in public}
        digits = 4 if len(addresses.keys() | named.keys()) <= _CROWDED else 5
        for path, row in sorted(named.items()):
            kept = addresses.get(path)
            if kept and kept.short:
                addresses[path] = kept.renamed(row.name)
                continue
            short = shorts.get(path) or _short_number(f"{row.sheet}/{row.code}", digits, numbers)
            numbers.add(short)
            addresses[path] = Address(row.sheet, row.code, row.name, short, today.isoformat())
        return Memory(addresses)


def read(text: str) -> Memory:
    """Read the kept sheet; a line that cannot be an address is passed over."""
    found: dict[str, Address] = {}
    for row in delimited.rows(text.lstrip("\ufeff").replace("\r\n", "\n"), 0, ";"):
        if len(row) >= 4 and row[3].isdecimal() and is_code(row[0]) and is_code(row[1]):
            first_seen, former = [*row[4:6], "", ""][:2]
            names = tuple(name for name in former.split("|") if name)
            kept = Address(row[0], row[1], row[2], row[3], first_seen, names)
            found.setdefault(kept.path, kept)
    return Memory(found)


def is_memory(text: str) -> bool:
    """Tell whether a text is the sheet that `Memory.text` writes, however a program saved it."""
    return text.lstrip("\ufeff").startswith(";".join(HEADINGS[:2]))


def is_code(text: str) -> bool:
    """Tell whether a text can be part of an address as it stands, and the name of a folder."""
    return len(text) <= _LONGEST_CODE and bool(_CODE.fullmatch(text))


def _short_number(address: str, digits: int, taken: set[str]) -> str:
    """Return a number of its own for print; it depends on nothing but the address and what is taken."""
    first, size = 10 ** (digits - 1), 9 * 10 ** (digits - 1)
    start = int.from_bytes(sha256(address.encode()).digest()[:8], "big") % size
    step = next(step for step in range(size) if str(first + (start + step) % size) not in taken)
    return str(first + (start + step) % size)
