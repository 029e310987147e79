"""Soft hyphens for long Dutch words, so that a heading fits on a narrow screen.

Browsers do not all hyphenate Dutch, and patterns alone go wrong where two words were joined
(`zor-gon-dersteuning`). So a compound is first split into words that are known: those of
`parts.txt` and the village's own. Only inside a known word do the patterns of `pyphen` decide.
A word that cannot be split for certain stays whole: a wrong break is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources

import pyphen

from dorpspomp.views.portal import Portal

SOFT = "\u00ad"
LONG = 12
"""Words of more letters than this are broken."""

_LETTERS = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouyéëïöü")
_LONG_PART = 8
_SHORTEST, _SHORTEST_OWN = 3, 5
_JOINTS = ("", "s", "en")
_ENDINGS = ("", "s", "en", "n", "e", "je", "jes", "tje", "tjes", "pje", "pjes")


class Hyphenator:
    """Puts soft hyphens into long words; `own` are words of the village, such as its name."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        self._known = parts() | {word for word in own if _SHORTEST_OWN <= len(word) <= LONG}
        self._word = lru_cache(maxsize=20_000)(self._broken)

    def __call__(self, text: str) -> str:
        """Return a text with soft hyphens in its long words.

        >>> Hyphenator()("Mantelzorgondersteuning").replace(SOFT, "-")
        'Mantel-zorg-onder-steu-ning'
        """
        return _LETTERS.sub(lambda found: self._word(found[0]), text)

    def _broken(self, word: str) -> str:
        folded = word.lower()
        if len(word) <= LONG or len(folded) != len(word):
            return word
        at = self._breaks(folded)
        return "".join(SOFT + letter if place in at else letter for place, letter in enumerate(word))

    def _breaks(self, word: str) -> frozenset[int]:
        """Return the places that every way of splitting in the fewest parts has in common."""
        if _is_known(word):
            return frozenset(_inside(word, 0))
        ways = self._ways(word, parts()) or self._ways(word, self._known)
        places = [frozenset(self._places(way)) for way in ways]
        return frozenset.intersection(*places) if places else frozenset()

    def _ways(self, word: str, known: frozenset[str]) -> list[tuple[str, ...]]:
        """Return the ways to split a word into the fewest known parts, shortest first letter to last."""
        ways: dict[int, list[tuple[str, ...]]] = {0: [()]}
        for end in range(_SHORTEST, len(word) + 1):
            is_last = end == len(word)
            longer = [
                (*way, word[start:end])
                for start in range(end - _SHORTEST + 1)
                if start in ways and _fits(word[start:end], known, is_last)
                for way in ways[start]
            ]
            fewest = min(map(len, longer), default=0)
            if longer:
                ways[end] = [way for way in longer if len(way) == fewest]
        return ways.get(len(word), [])

    def _places(self, way: tuple[str, ...]) -> Iterator[int]:
        start = 0
        for part in way:
            if start:
                yield start
            yield from _inside(part, start)
            start += len(part)


def hyphenator(portal: Portal) -> Hyphenator:
    """Return a hyphenator that knows the words in the village's own names."""
    register, settings = portal.register, portal.settings
    names = [record.name for record in (*portal.findable, *register.tiles)]
    texts = [settings.village, settings.municipality, settings.portal, *names]
    return Hyphenator(word.lower() for text in texts for word in _LETTERS.findall(text))


@cache
def parts() -> frozenset[str]:
    """Return the words that Dutch compounds are often made of, as they ship with the program."""
    return frozenset(resources.files(__package__).joinpath("parts.txt").read_text("utf-8").split())


def _fits(part: str, known: frozenset[str], is_last: bool) -> bool:
    """Tell whether a part is a known word; a joint may follow it, or an ending when it is the last."""
    extras = _ENDINGS if is_last else _JOINTS
    return any(part.endswith(extra) and part.removesuffix(extra) in known for extra in extras)


def _is_known(word: str) -> bool:
    return _fits(word, parts(), is_last=True)


def _inside(part: str, start: int) -> Iterator[int]:
    """Yield where the patterns break a part of a word, if it ships with the program and is long."""
    if len(part) >= _LONG_PART and (_is_known(part) or _fits(part, parts(), is_last=False)):
        places = [int(place) for place in _patterns().positions(part)]
        yield from (start + place for place in places if not _is_single(part, place, places))


def _is_single(part: str, place: int, places: list[int]) -> bool:
    """Tell whether a break would leave one letter alone: `ver-eniging` and `biblio-theek` need no other."""
    if place + 1 in places:
        return part[place - 1] in _VOWELS
    return place - 1 in places and part[place - 2] not in _VOWELS


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=3, right=3)
