"""Language: plain words and a friendly tone. Only hints; the volunteer knows the village best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dorpspomp import phone
from dorpspomp.check import vocabulary
from dorpspomp.check.aside import Aside
from dorpspomp.check.hint import hint
from dorpspomp.model import Activity, Record, Register, Service
from dorpspomp.problem import Problem

MOST_WORDS = 20
"""A sentence with more words is hard to follow."""

FIELDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "services": (("short", "kort"), ("does", "wel"), ("does_not", "niet")),
    "activities": (("short", "kort"),),
    "organizations": (("short", "kort"),),
    "tiles": (("explanation", "uitleg"),),
    "links": (("explanation", "uitleg"),),
    "notices": (("text", "tekst"),),
}
"""The texts that are read, by the register's lists: attribute and heading."""

_SENTENCE = re.compile(r"(?<=[.!?…;:])\s+|\n+")
_WORD = re.compile(r"\w[\w'’\-]*")
_POINTED = re.compile(r"(?<!\w)((?:[a-z]\.){2,4}(?:[a-z](?!\w))?)", re.IGNORECASE)
_SHOUT = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{6,}(?![\w-])")
_NO_SHOUT = frozenset({"UNESCO", "UNICEF", "COVID"})
_INFORMAL = frozenset({"je", "jij", "jou", "jouw"})
_FORMAL = frozenset({"u", "uw"})
_YOUNG = re.compile(r"jong|jeugd|kind|kids|tiener|peuter|scholier|brugklas", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w+])(?:\+|0)[0-9][0-9 ()\-–./]{7,16}[0-9](?!\w)")
_DATE = re.compile(
    r"(?<![\w.])([0-9]{1,2}) (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december)(?!\w)(?! (?:19|20)[0-9]{2})",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"elk jaar|ieder jaar|jaarlijks|elke zomer|elke winter|tot en met|t/m", re.IGNORECASE)
_FEASTS = frozenset({
    "1 januari", "27 april", "4 mei", "5 mei", "11 november", "5 december", "6 december", "24 december",
    "25 december", "26 december", "31 december",
})  # fmt: skip
"""Days that everybody knows, each year again."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record, with the heading of its cell and its words in small letters."""

    record: Record
    heading: str
    text: str

    @property
    def words(self) -> list[str]:
        """Return the words in small letters."""
        return _WORD.findall(self.text.lower())

    def hint(self, wrong: str, do: str, says: str) -> Problem:
        """Return a hint about this text."""
        return hint(self.record, self.heading, wrong, do, says)


def sentences(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield sentences that are too long to follow."""
    for text in _texts(register):
        long = next((s for s in _SENTENCE.split(text.text) if len(_WORD.findall(s)) > MOST_WORDS), None)
        if long:
            wrong = "Hier staat een zin van meer dan twintig woorden."
            yield text.hint(wrong, "Maak er twee zinnen van.", long)


def words(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield difficult words, words that stress what somebody lacks, and abbreviations."""
    for text in _texts(register):
        if text.record.sheet == "prikbord":
            continue  # what people say of themselves stays in their own words
        tokens = text.words
        for word, better, is_tone in vocabulary.of(tokens):
            yield text.hint(_TONE if is_tone else _HARD, _instead(word, better), word)
        for found in _abbreviations(text.text, tokens):
            better = vocabulary.short()[found.lower().replace(".", "")]
            yield text.hint("Niet iedereen kent deze afkorting.", _instead(found, better), found)


_HARD = "Dit is een moeilijk woord."
_TONE = "Dit woord zegt wat iemand niet kan."


def manners(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield shouting, exclamation marks, and "je" in a portal that says "u"."""
    texts = list(_texts(register))
    spoken = [set(text.words) for text in texts]
    formal = sum(bool(_FORMAL & said) for said in spoken) > sum(bool(_INFORMAL & said) for said in spoken)
    for text, said in zip(texts, spoken, strict=True):
        own_words = text.record.sheet == "prikbord"
        if formal and _INFORMAL & said and not own_words and not _is_for_the_young(text.record):
            yield text.hint("Hier staat ‘je’; elders staat ‘u’.", "Schrijf ook hier ‘u’ of ‘uw’.", text.text)
        if "!" in text.text and not own_words:
            yield text.hint("Een uitroepteken klinkt als roepen.", "Schrijf een punt.", text.text)
    yield from _shouting(register, texts)


def hidden(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield telephone numbers and dates that hide in a text, where nothing can keep them up to date."""
    for text in _texts(register):
        if text.heading == "kort" and (number := _number(text.text)):
            wrong = "In deze tekst staat een telefoonnummer."
            yield text.hint(wrong, "Zet het nummer in de kolom ‘telefoon’.", number)
        if text.record.sheet != "prikbord" and (day := _date(text.text)):
            yield text.hint("Bij deze datum staat geen jaar.", "Zet het jaar erbij.", day)


def _texts(register: Register) -> Iterator[Text]:
    """Yield every text that a volunteer wrote; what ships with the program is not theirs."""
    for name, fields in FIELDS.items():
        for record in getattr(register, name):
            if record.sheet != "landelijk":
                for attribute, heading in fields:
                    if text := getattr(record, attribute):
                        yield Text(record, heading, text)


def _abbreviations(text: str, tokens: list[str]) -> list[str]:
    known = vocabulary.short()
    pointed = [match for match in _POINTED.findall(text) if match.lower().replace(".", "") in known]
    bare = [token for token in tokens if len(token) > 2 and token in known]
    return list(dict.fromkeys([*pointed, *bare]))


def _shouting(register: Register, texts: list[Text]) -> Iterator[Problem]:
    """Yield words in capitals, in texts and in names."""
    names = (
        Text(record, "naam", record.name)
        for record in (*register.services, *register.activities, *register.organizations)
        if record.sheet != "landelijk"
    )
    for text in (*names, *texts):
        loud = [word for word in _SHOUT.findall(text.text) if word not in _NO_SHOUT]
        if loud:
            yield text.hint("Hoofdletters lezen als schreeuwen.", "Gebruik gewone letters.", loud[0])


def _is_for_the_young(record: Record) -> bool:
    """Tell whether a record is for the young, to whom nobody says "u"."""
    about = (record.name, record.audience, record.tile) if isinstance(record, (Service, Activity)) else (
        record.name, getattr(record, "kind", ""), getattr(record, "tile", ""),
    )  # fmt: skip
    return any(_YOUNG.search(text) for text in about)


def _number(text: str) -> str:
    found = (match.group() for match in _NUMBER.finditer(text))
    return next((number for number in found if phone.read(number)), "")


def _date(text: str) -> str:
    if _YEARLY.search(text):
        return ""
    found = (match.group() for match in _DATE.finditer(text))
    return next((day for day in found if day.lower() not in _FEASTS), "")


def _instead(word: str, better: str) -> str:
    if better.startswith("laat "):
        return f"{better[0].upper()}{better[1:]}."
    return f"Schrijf in plaats van ‘{word}’ liever ‘{better}’."
