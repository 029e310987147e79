"""Spelling: whether a word may be a typing error of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

LONG = 9
"""From this length on a word may hold two typing errors."""
SHORT = 4
"""Below this length every word is near another."""


def is_one_letter_away(piece: str, name: str) -> bool:
    """Tell whether one letter was added, dropped, changed, or two neighbours swapped.

    >>> is_one_letter_away("dinsdga", "dinsdag"), is_one_letter_away("dnsdga", "dinsdag")
    (True, False)
    """
    if abs(len(piece) - len(name)) > 1 or piece == name:
        return False
    start = next((at for at, (a, b) in enumerate(zip(piece, name, strict=False)) if a != b), None)
    if start is None:
        return True
    mine, other = piece[start:], name[start:]
    swapped = mine[:2] == other[1::-1] and mine[2:] == other[2:]
    return swapped or mine[1:] in (other, other[1:]) or mine == other[1:]


def is_two_letters_away(piece: str, name: str) -> bool:
    """Tell whether one typing error makes of a word one that is a letter away from another.

    >>> is_two_letters_away("vakaties", "vakanties"), is_two_letters_away("vakaaties", "vakanties")
    (False, True)
    """
    start = next((at for at, (a, b) in enumerate(zip(piece, name, strict=False)) if a != b), None)
    if start is None or abs(len(piece) - len(name)) > 2:
        return False
    head, mine, other = piece[:start], piece[start:], name[start:]
    repaired = [other[:1] + mine[1:], mine[1:], other[:1] + mine]
    if mine[:2] == other[1::-1]:
        repaired.append(other[:2] + mine[2:])
    return any(is_one_letter_away(head + rest, name) for rest in repaired)


class Guard:
    """Words that no stranger may look like."""

    def __init__(self, words: Iterable[str]) -> None:
        self.near: dict[str, set[str]] = defaultdict(set)
        self.long: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) < SHORT:
                continue
            for form in _shortened(word):
                self.near[form].add(word)
            if len(word) >= LONG:
                self.long[word[0]].append(word)

    def stops(self, piece: str) -> bool:
        """Tell whether a word is one typing error, or two when it is long, away from a guarded one."""
        if len(piece) < SHORT:
            return False
        alike = {word for form in _shortened(piece) for word in self.near.get(form, ())}
        alike = {word for word in alike if piece[0] in word[:2]}
        if any(is_one_letter_away(piece, word) for word in alike):
            return True
        return len(piece) >= LONG and any(is_two_letters_away(piece, word) for word in self.long[piece[0]])


def _shortened(word: str) -> Iterator[str]:
    """Give a word with each letter dropped in turn; two words that are near share one."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
