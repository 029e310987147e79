"""How much a row is like a record that was published: by what stands in it, and by its name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from dorpspomp.lastgood import Version
from dorpspomp.loose import key
from dorpspomp.sheet import Sheet

Cells = Mapping[str, str]
Weights = Mapping[tuple[str, str], float]
Likeness = Mapping[tuple[int, str], float]
"""Which part of a record, by its code, still stands in a row, by its place; 0 to about 1."""

_ALIKE = 0.75
_COMMON = 3  # a text that more rows share says little about which row it is
_LITTLE = 0.05  # what such a text weighs
_ENOUGH = 0.5  # less in common is chance
_TELLING = frozenset(
    {"text", "phone", "email", "url", "when", "except", "date", "number", "postcode", "list"}
)
_LEAST = 1.0  # the weight of the shortest text that no other row has
_SAME_PLACE = 0.25  # what it adds that a row stands where it stood
_UNTELLING = frozenset({"naam", "code", "status", "publiceren", "gecontroleerd op", "gecontroleerd door"})


def weights(sheet: Sheet, versions: Iterable[Version]) -> Weights:
    """Weigh every cell: a long text that no other row has says most, one that many share hardly anything."""
    telling = {column.name for column in sheet.columns if column.kind in _TELLING}
    counts = Counter(item for version in versions for item in version.cells.items())
    return {
        (name, text): (_LEAST + min(len(text), 200) / 50) / count
        if name in telling and count <= _COMMON
        else _LITTLE
        for (name, text), count in counts.items()
    }


def likeness(
    rows: Mapping[int, tuple[int, Cells]], versions: Mapping[str, Version], weigh: Weights
) -> Likeness:
    """Compare rows, each a row number and its cells, with records; pairs that share nothing are left out."""
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    whole: dict[str, float] = defaultdict(float)
    for code, version in sorted(versions.items()):
        telling = [item for item in version.cells.items() if item[0] not in _UNTELLING]
        whole[code] = sum(weigh[item] for item in telling)
        for item in telling:
            holders[item].append(code)
    shared: dict[tuple[int, str], float] = defaultdict(float)
    for place, (_, cells) in rows.items():
        for item in cells.items():
            for code in holders.get(item, ()):
                shared[place, code] += weigh[item]
    return {
        (place, code): weight / whole[code] + (versions[code].row == rows[place][0]) * _SAME_PLACE
        for (place, code), weight in shared.items()
        if weight >= _ENOUGH
    }


def is_alike(old: str, new: str) -> bool:
    """Tell whether a name may be another name with a slip or a word more."""
    before, after = key(old), key(new)
    if min(len(before), len(after)) >= 6 and (before in after or after in before):
        return True
    matcher = SequenceMatcher(None, before, after)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
