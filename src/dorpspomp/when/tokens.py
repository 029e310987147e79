"""Tokens: a time text cut into words, numbers, clock times and dates that the grammar knows."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dorpspomp.when import words
from dorpspomp.when.bound import BOUND
from dorpspomp.when.idioms import IDIOMS
from dorpspomp.when.names import Names
from dorpspomp.when.spelling import is_one_letter_away
from dorpspomp.when.topics import is_topic
from dorpspomp.when.words import Kind


@dataclass(frozen=True)
class Token:
    """One piece of the text. `glued` means that no space stands before it."""

    kind: Kind
    text: str
    number: int = 0
    minute: int = 0
    name: str = ""
    days: tuple[int, ...] = ()
    date: dt.date | None = None
    glued: bool = False
    repair: str = ""
    """What a misspelt word was taken for."""


CLOCK_SEPARATORS = {"–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-", "’": "'", "‘": "'", "`": "'", "´": "'"}
NORMAL = str.maketrans(CLOCK_SEPARATORS | {"“": '"', "”": '"', "\r": "\n", "\t": " ", "_": " "})

PATTERN = re.compile(
    r"""
      (?P<space>[^\S\n]+)
    | (?P<iso>\d{4}-\d{1,2}-\d{1,2}(?:[ t]00:00(?::00)?)?(?!\d))
    | (?P<dmy>\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\d|[.:]\d|-\d))
    | (?P<clock>\d{1,2}(?:[.:]|[uh](?=\d))\d{2}(?::00)?(?!\d)
        |\d{1,2},(?:00|15|30|45)(?=\s?(?:-|u|tot))
        |\d{1,2};(?:00|30|45)(?!\d)
        | (?<=-)\d{1,2},(?:00|15|30|45)(?!\d))
    | (?P<ordinal>\d{1,2}(?:e|ste|de|ᵉ|º)(?!\w))
    | (?P<number>\d+)
    | (?P<word>t/m|sint-maarten|'s(?!\w)|[^\W\d_](?:[^\W_]|'(?=\w)|_(?=\w))*)
    | (?P<mark>.|\n)
    """,
    re.VERBOSE,
)

MARKS = {
    ",": Kind.COMMA, ";": Kind.BREAK, "\n": Kind.BREAK, "!": Kind.BREAK, "*": Kind.BREAK, "•": Kind.BREAK,
    "|": Kind.BREAK, ".": Kind.BREAK, "·": Kind.BREAK, ":": Kind.COLON, "(": Kind.OPEN, ")": Kind.CLOSE,
    "[": Kind.OPEN, "]": Kind.CLOSE, "/": Kind.SLASH, "-": Kind.DASH, "&": Kind.AND, "+": Kind.AND,
    "±": Kind.ABOUT,
}  # fmt: skip
SILENT = {'"', "'"}

_IDIOMS = tuple((re.compile(pattern), result) for pattern, result in IDIOMS)


def normal(text: str) -> str:
    """Bring a text to small letters, plain dashes, quotes and spaces."""
    return unicodedata.normalize("NFKC", text).translate(NORMAL).lower()


def tokens(text: str, seasons: Collection[str] = ()) -> tuple[Token, ...]:
    """Cut a text into tokens; `seasons` are words that the settings explain."""
    plain = normal(text)
    for pattern, result in _IDIOMS:
        plain = pattern.sub(result, plain)
    return tuple(_without_points(_cut(plain, frozenset(map(str.lower, seasons)))))


def _cut(plain: str, seasons: frozenset[str]) -> Iterator[Token]:
    glued = False
    for match in PATTERN.finditer(plain):
        kind, piece = match.lastgroup or "", match.group()
        if kind == "space" or piece in SILENT:
            glued = False
            continue
        yield replace(_token(kind, piece, seasons), glued=glued)
        glued = True


def _token(group: str, piece: str, seasons: frozenset[str]) -> Token:
    match group:
        case "iso" | "dmy":
            return _date(piece)
        case "clock":
            return _clock(piece)
        case "ordinal":
            return Token(Kind.ORDINAL, piece, int(re.match(r"\d+", piece)[0]))  # type: ignore[index]
        case "number":
            return _number(piece)
        case "word":
            return Token(Kind.SEASON, piece, name=piece) if piece in seasons else word(piece)
    return Token(MARKS.get(piece, Kind.UNKNOWN), piece)


def _date(piece: str) -> Token:
    parts = [int(part) for part in re.findall(r"\d+", piece)[:3]]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    year += 2000 if year < 100 else 0
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return Token(Kind.UNKNOWN, piece)
    return Token(Kind.DATE, piece, date=date) if 2000 <= year < 2100 else Token(Kind.UNKNOWN, piece)


def _clock(piece: str) -> Token:
    hour, minute = (int(part) for part in re.findall(r"\d+", piece)[:2])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return Token(Kind.UNKNOWN, piece)
    return Token(Kind.CLOCK, piece, hour, minute)


def _number(piece: str) -> Token:
    if not piece.isascii() or len(piece) > 5:
        return Token(Kind.UNKNOWN, piece)
    return Token(Kind.NUMBER, piece, int(piece))


@lru_cache(maxsize=4096)
def word(piece: str) -> Token:
    """Look a word up: as it stands, as a day with a day part, last as a typing error in a day or month."""
    known = VOCABULARY.get(piece) or _cycle(piece)
    found = known or _compound(piece) or _misspelt(piece)
    return found or Token(_stranger(piece), piece)


def _stranger(piece: str) -> Kind:
    if is_topic(piece):
        return Kind.LABEL
    return Kind.NAME if _names().holds(piece) else Kind.UNKNOWN


@cache
def _names() -> Names:
    return Names(_forms(set(Kind) - {Kind.LABEL, Kind.FILLER}), _forms({Kind.DAY, Kind.MONTH}))


def _forms(kinds: set[Kind]) -> frozenset[str]:
    return frozenset(form for form, token in VOCABULARY.items() if token.kind in kinds)


def _cycle(piece: str) -> Token | None:
    """Read the words that the idioms make: `om_de_2`, `even_weken`, `keer_2_week`."""
    match piece.split("_"):
        case ["om", "de", count]:
            return Token(Kind.CYCLE, piece, _count(count))
        case ["even" | "oneven" as parity, "weken"]:
            return Token(Kind.PARITY, piece, name=parity)
        case ["keer", count, unit]:
            return Token(Kind.COUNT, piece, _count(count), name=unit)
    return None


def _count(piece: str) -> int:
    return int(piece) if piece.isdigit() else words.NUMBERS[piece]


def _compound(piece: str) -> Token | None:
    """Read 'dinsdagochtend' as a day that carries its day part in `name`."""
    for ending, part in words.COMPOUND_PARTS.items():
        stem = piece.removesuffix(ending)
        if stem == piece or len(stem) < 2:
            continue
        day = VOCABULARY.get(stem) or _misspelt(stem)
        if day and day.kind is Kind.DAY and not day.name:
            repair = f"{day.repair}{ending}" if day.repair else ""
            return Token(Kind.DAY, piece, day.number, name=part, days=day.days, repair=repair)
    return _misspelt_part(piece)


def _misspelt_part(piece: str) -> Token | None:
    """Read 'dinsdagavomd'."""
    day = next((name for name in words.WEEKDAYS if piece.startswith(name)), "")
    rest = piece.removeprefix(day)
    near = {form for form in words.COMPOUND_PARTS if day and is_one_letter_away(rest, form)}
    parts = {words.COMPOUND_PARTS[form] for form in near}
    if len(rest) < 4 or len(parts) != 1:
        return None
    return replace(VOCABULARY[day], text=piece, name=parts.pop(), repair=day + min(near))


def _misspelt(piece: str) -> Token | None:
    """Take a word for the one day or month that is one letter away, if there is exactly one."""
    if len(piece) < 4 or piece in words.NOT_A_TYPO or piece in BOUND:
        return None
    near = {name for name in TYPO_TARGETS if piece[0] == name[0] and is_one_letter_away(piece, name)}
    found = {VOCABULARY[name].number for name in near}
    if len(found) != 1 or len({VOCABULARY[name].kind for name in near}) != 1:
        return None
    target = min(near)
    return replace(VOCABULARY[target], text=piece, repair=target)


def nearest(piece: str) -> str:
    """Offer the known word that is one letter away, or nothing."""
    if len(piece) < 4:
        return ""
    near = [name for name in VOCABULARY if "_" not in name and is_one_letter_away(piece, name)]
    return min(near, default="")


def _without_points(found: Iterator[Token]) -> Iterator[Token]:
    """Drop the point after an abbreviation: 'di.', 'jan.', 'u.', 'tel.'."""
    before: Token | None = None
    for token in found:
        if token.text == "." and token.glued and before and before.text in ABBREVIATIONS:
            continue
        yield token
        before = token


ABBREVIATIONS = frozenset(
    (*words.DAY_SHORT, *words.MONTH_SHORT, "u", "tel", "ca", "plm", "incl", "gesl", "feestd", "hr")
)


def _vocabulary() -> dict[str, Token]:
    found = {form: Token(kind, form) for kind, forms in words.SIMPLE.items() for form in forms}
    found |= {form: Token(Kind.FEAST, form, name=name) for form, name in words.FEAST_WORDS.items()}
    found |= {form: Token(Kind.SCHOOL, form, name=name) for form, name in words.BREAK_WORDS.items()}
    found |= {form: Token(Kind.ORDINAL, form, number) for form, number in words.ORDINALS.items()}
    found |= {form: Token(Kind.NUMBER, form, number) for form, number in words.NUMBERS.items()}
    found |= {
        form: Token(Kind.DAYPART, form, name=part) for part, forms in words.DAYPARTS.items() for form in forms
    }
    found |= {
        form: Token(Kind.GROUP, form, days=tuple(map(words.WEEKDAYS.index, days)))
        for form, days in words.GROUPS.items()
    }
    return found | _seasons() | _day_forms() | _month_forms()


def _seasons() -> dict[str, Token]:
    return {
        stem + ending: Token(Kind.SEASON, stem + ending, name=stem.removesuffix("s"))
        for stem in words.SEASON_STEMS
        for ending in words.SEASON_ENDINGS
    }


def _day_forms() -> dict[str, Token]:
    forms = {name + ending: at for at, name in enumerate(words.WEEKDAYS) for ending in ("", "s", "en", "se")}
    found = {form: Token(Kind.DAY, form, at, days=(at,)) for form, at in (forms | words.DAY_SHORT).items()}
    for form, meant in words.DOUBTFUL_SHORT.items():
        found[form] = replace(found[form], repair=meant)
    return found


def _month_forms() -> dict[str, Token]:
    forms = {name: at for at, name in enumerate(words.MONTHS, 1)} | words.MONTH_SHORT
    return {form: Token(Kind.MONTH, form, number) for form, number in forms.items()}


VOCABULARY = _vocabulary()
TYPO_TARGETS = (
    *(form for form, token in VOCABULARY.items() if token.kind is Kind.DAY and len(form) > 5),
    *(name for name in words.MONTHS if len(name) > 3),
)
