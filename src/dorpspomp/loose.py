"""Comparing words loosely: case, accents, points, hyphens and spaces do not count.

Volunteers write "Tel.", "telefoonnr" and "Café De Linde" as it comes; one key per word decides
whether two of them mean the same. Nothing here guesses: a near match must be the only one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ĳ": "ij"})
_LONGEST_SLUG = 40

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""What Windows takes for a device, so that no folder can have that name (Microsoft, Naming Files)."""


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Return the letters and digits that count.

    >>> key("E-mail "), key("Café 't Hoekje")
    ('email', 'cafethoekje')
    """
    return _OTHER.sub("", _plain(text))


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Return a short name that is safe in an address and as a file name, "" when nothing is left.

    >>> slug("Café 't Hoekje / Zaal 2"), slug("Con")
    ('cafe-t-hoekje-zaal-2', 'con-1')
    """
    whole = _OTHER.sub("-", _plain(text)).strip("-")
    if whole in _DEVICES:
        return f"{whole}-1"
    if len(whole) <= _LONGEST_SLUG:
        return whole
    cut = whole[: _LONGEST_SLUG + 1].rpartition("-")[0]
    return (cut or whole[:_LONGEST_SLUG]).strip("-")


def is_near(left: str, right: str) -> bool:
    """Tell whether one slip lies between two keys: a letter more, less or other, or two swapped.

    >>> is_near("vrijwiliger", "vrijwilliger"), is_near("gestotp", "gestopt"), is_near("wel", "niet")
    (True, True, False)
    """
    if abs(len(left) - len(right)) > 1:
        return False
    start = _common(left, right)
    left, right = left[start:], right[start:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[1::-1] == right[:2] and left[2:] == right[2:])
    longer, shorter = sorted((left, right), key=len, reverse=True)
    return longer[1:] == shorter


def only_near(word: str, keys: Iterable[str], shortest: int) -> str:
    """Return the one key that is a slip away from a word of at least `shortest` letters, else ""."""
    if len(word) < shortest:
        return ""
    found = {other for other in keys if is_near(word, other)}
    return found.pop() if len(found) == 1 else ""


def suggestion(text: str, names: Iterable[str]) -> str:
    """Return the name that looks most like a text, for "Bedoelt u ...?", or ""."""
    by_key = {key(name): name for name in names}
    close = get_close_matches(key(text), by_key, n=1, cutoff=0.6)
    return by_key[close[0]] if close else ""


def _plain(text: str) -> str:
    text = text.lower()
    if text.isascii():
        return text
    text = text.translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _common(left: str, right: str) -> int:
    size = min(len(left), len(right))
    return next((i for i in range(size) if left[i] != right[i]), size)
