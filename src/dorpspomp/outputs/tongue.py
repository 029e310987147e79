"""The languages of the interface: gettext catalogues, with Dutch as the source. Only here Babel is met.
`python -m dorpspomp.outputs.tongue fy` makes an empty one.

What volunteers write stays in their own language. What the program says is translated: whole
sentences by `said`, and times and dates, which it puts together from a small stock of words, phrase
by phrase. A text of which one word is not known is shown in Dutch, and marked as Dutch; of
"Gaat niet door: de zaal is bezet" the first half is ours, and only the second is the village's.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path

from babel.dates import format_date
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from babel.numbers import get_decimal_symbol
from babel.support import Translations
from markupsafe import Markup

from dorpspomp.languages import DUTCH

PHRASES = "tijd"
"""The context (`msgctxt`) of the words that times are made of."""
NAME = "naam"
"""The context of the language's own name: elsewhere "Nederlands" is Dutch."""

_FOLDER = Path(__file__).parents[1] / "locale"
_SIGNS = r"[0-9][0-9.:]*|[\s,;:.()\u20ac\u2013\u2060\u00a0-]+"
"""What is the same in every language: numbers, spaces and signs."""

_SOFT = "\u00ad"
_POINT = re.compile(r"(?<=\d),(?=\d)")

_SAME = "const _ = (text) => text;"
_ASKED = re.compile(r'\b_\("([^"\n]*)"\)')
"""How a script asks for a text, and what it does so with in Dutch."""


@dataclass(frozen=True)
class Tongue:
    """A language of the interface: whole texts in `words` (`known` are theirs), `phrases` of times."""

    code: str
    name: str
    words: NullTranslations = field(default_factory=NullTranslations)
    known: frozenset[str] = frozenset()
    phrases: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_dutch(self) -> bool:
        """Tell whether this is the language of the source."""
        return self.code == DUTCH

    @property
    def folder(self) -> str:
        """Return where the pages in this language are: Dutch ones at the root, others in a folder."""
        return "" if self.is_dutch else f"{self.code}/"

    @property
    def own(self) -> Markup:
        """Return the attribute that marks a village's own words, where those are foreign."""
        return Markup("") if self.is_dutch else Markup(f' lang="{DUTCH}"')

    def translated(self, text: str) -> str:
        """Translate one of our own texts; an unknown one stays as it is."""
        return text if (found := self._found(text)) is None else found

    def said(self, text: str) -> str | Markup:
        """Translate one of our own texts; what cannot be said is Dutch and marked so."""
        if (found := self._found(text)) is not None:
            return found
        label, colon, rest = text.partition(": ")
        if rest and (known := self._found(label)) is not None:
            return Markup("{}{}{}").format(known, colon, self.said(rest))
        return self.as_is(text)

    def as_is(self, text: str) -> str | Markup:
        """Mark a village's own words, where no element of their own can carry the mark."""
        marked = text and not self.is_dutch
        return Markup('<span lang="{}">{}</span>').format(DUTCH, text) if marked else text

    def _found(self, text: str) -> str | None:
        """Return a text in this language, None when it is not known."""
        if self.is_dutch or not text:
            return text
        text = str(text).replace(_SOFT, "")
        return self.words.gettext(text) if text in self.known else self._phrased(text)

    def _phrased(self, text: str) -> str | None:
        """Translate what is made of known phrases, longest first; None when one word is not known."""
        if self._piece.sub("", text):
            return None
        said = self._piece.sub(lambda found: self._phrase(found[0]), text)
        said = re.sub(r"\s+([,;.)]|$)", r"\1", re.sub(r"\s+", " ", said)).strip()
        return _POINT.sub(get_decimal_symbol(self.code), said)

    def _phrase(self, found: str) -> str:
        """Translate a phrase, with a capital where it has one as the first of a sentence."""
        small = self.phrases.get(_small(found))
        return self.phrases.get(found) or (_capital(small) if small else found)

    @cached_property
    def _piece(self) -> re.Pattern[str]:
        words = {*self.phrases, *map(_capital, self.phrases)}
        known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{known or '(?!)'})(?!\w)|{_SIGNS}")

    def written(self, day: date, form: str, dutch: Callable[[date], str]) -> str:
        """Write a date: by our own hand in Dutch, else in the form of CLDR (`EEEE d MMMM`)."""
        return dutch(day) if self.is_dutch else format_date(day, form, locale=self.code)

    def script(self, code: str) -> str:
        """Give a script the words that it says (`_("…")`) in this language."""
        code = _ASKED.sub(lambda asked: json.dumps(self.translated(asked[1]), ensure_ascii=False), code)
        return code.replace(_SAME, "", 1)


def tongue(code: str) -> Tongue:
    """Return a language. Raises FileNotFoundError when there is no catalogue for it."""
    if code == DUTCH:
        return Tongue(DUTCH, "Nederlands")
    catalog = _catalog(code)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    told = [message for message in catalog if message.id and message.string]
    phrases = {str(m.id): str(m.string) for m in told if m.context == PHRASES}
    known = frozenset(str(m.id) for m in told if not m.context)
    words = Translations(compiled)
    return Tongue(code, str(words.pgettext(NAME, "Nederlands")), words, known, phrases)


def _catalog(code: str) -> Catalog:
    with (_FOLDER / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def empty(code: str, like: str = "en") -> bytes:
    """Return the catalogue of a new language, to be filled in: every text that another language knows."""
    made = Catalog(locale=code, project="dorpspomp", fuzzy=False)
    for told in _catalog(like):
        if told.id:
            made.add(
                told.id, locations=told.locations, user_comments=told.user_comments, context=told.context
            )
    written = io.BytesIO()
    write_po(written, made, width=0)
    return written.getvalue()


def main(arguments: Sequence[str]) -> int:
    """Write the empty catalogue of a language; 2 on wrong use, or where there is one."""
    path = _FOLDER / f"{arguments[0] if arguments else ''}.po"
    if len(arguments) != 1 or path.exists():
        print("usage: python -m dorpspomp.outputs.tongue CODE (of a new language)", file=sys.stderr)
        return 2
    path.write_bytes(empty(arguments[0]))
    print(path)
    return 0


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
