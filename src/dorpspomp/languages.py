"""The languages of the interface, as volunteers name them; `locale/` holds a catalogue for each but Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dorpspomp.loose import key

DUTCH = "nl"

NAMES = {DUTCH: "Nederlands", "en": "Engels"}
"""Each language by its code (ISO 639-1)."""

_CODES = {key(text): code for code, name in NAMES.items() for text in (code, name)} | {"english": "en"}


def code(text: str) -> str:
    """Return the code of a language by its name or code; "" for one that we do not speak.

    >>> code("Engels"), code("en"), code("Klingon")
    ('en', 'en', '')
    """
    return _CODES.get(key(text), "")


def spoken(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of the languages that a portal speaks: Dutch first, each once."""
    return tuple(dict.fromkeys([DUTCH, *filter(None, map(code, texts))]))


def unknown(texts: Iterable[str]) -> Iterator[str]:
    """Yield the languages that we do not speak."""
    return (text for text in texts if not code(text))
