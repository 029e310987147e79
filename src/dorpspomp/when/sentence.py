"""The sentence: a row of tokens read as days, times and what narrows them, in the order they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dorpspomp.when import leftout, modifiers
from dorpspomp.when.clock import Times, times
from dorpspomp.when.cursor import Cursor
from dorpspomp.when.dates import Dates, RawRange, dates
from dorpspomp.when.days import Days, days
from dorpspomp.when.leftout import Closed, Except, Pause
from dorpspomp.when.modifiers import Count, Cycle, Season, Validity
from dorpspomp.when.naming import NAMED, audience, name, origin
from dorpspomp.when.tokens import Token
from dorpspomp.when.words import Kind

NONE, LOOSE, FIRM, LINE = 0, 1, 2, 3
"""How strongly two parts are separated: not, by a comma, by a semicolon or point, by a new line."""

MODIFIERS = (Closed, Count, Cycle, Except, Pause, Season, Validity)


@dataclass(frozen=True)
class Always:
    """Day and night."""


@dataclass(frozen=True)
class Label:
    """A word for what happens, which narrows nothing but tells two rules apart."""

    text: str


@dataclass(frozen=True)
class Also:
    """'ook': what follows comes on top of what went before."""


Modifier = Season | Cycle | Validity | Except | Closed | Pause | Count
Value = Days | Times | Dates | Modifier | Always | Label | Also


@dataclass(frozen=True)
class Part:
    """One part of the sentence and how strongly it is separated from the part before."""

    value: Value
    gap: int
    has_colon: bool = False
    """A colon follows, so it is a heading."""

    @property
    def is_modifier(self) -> bool:
        """Tell whether this narrows a rule, rather than being a day or a time."""
        return isinstance(self.value, MODIFIERS)

    @property
    def is_block(self) -> bool:
        """Tell whether this is a day or a time."""
        return isinstance(self.value, Days | Times | Dates | Always)


@dataclass
class Sentence:
    """Everything that was read from a text."""

    parts: list[Part] = field(default_factory=list)
    unknown: list[Token] = field(default_factory=list)
    appointment: bool = False
    appointments: list[tuple[int, int]] = field(default_factory=list)
    """Where 'op afspraak' stands: before which part, and how far from the part before it."""
    elsewhere: bool = False
    varying: bool = False
    only: bool = False
    """'alleen' stands in it, which with two rules may take days away from the other."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing in it says anything about a time."""
        return not any(part.is_block or part.is_modifier for part in self.parts)


Parser = Callable[[Cursor], Value | None]

PARSERS: tuple[Parser, ...] = (
    leftout.exception,
    leftout.outside_school,
    modifiers.cycle,
    modifiers.count,
    modifiers.validity,
    dates,
    days,
    modifiers.season,
    times,
)
"""In this order, for what is left out looks like a day until its last word."""

SILENT = (
    Kind.FILLER, Kind.PREPOSITION, Kind.EVERY, Kind.FROM, Kind.OPENED, Kind.OPEN, Kind.PAUSE,
)  # fmt: skip
GAPS = {Kind.COMMA: LOOSE, Kind.AND: LOOSE, Kind.SLASH: LOOSE, Kind.CLOSE: LOOSE, Kind.BREAK: FIRM}


def sentence(tokens: tuple[Token, ...]) -> Sentence:
    """Read all tokens; what fits nowhere is kept as unknown."""
    cursor, found = Cursor(tokens), Sentence()
    gap = NONE
    while token := cursor.peek():
        if strength := _gap(cursor):
            gap = max(gap, strength)
        elif value := _value(cursor):
            part = Part(value, gap, cursor.sees(Kind.COLON))
            found.parts.append(part)
            gap = NONE
        elif not _aside(cursor, found, gap):
            found.unknown.append(token)
            cursor.at += 1
    return found


def _gap(cursor: Cursor) -> int:
    """Read a separator; a dash separates only with a space on both sides, or at the start of a line."""
    token = cursor.peek()
    if token is None:
        return NONE
    strength = LINE if token.text == "\n" else GAPS.get(token.kind, NONE)
    if token.kind is Kind.DASH and _is_spaced(cursor):
        strength = LOOSE
    if strength:
        cursor.at += 1
    return strength


def _is_spaced(cursor: Cursor) -> bool:
    token, after = cursor.peek(), cursor.peek(1)
    before = cursor.peek(-1) if cursor.at else None
    if token is None or after is None or after.kind is Kind.DASH:
        return False
    return (before is None or before.text == "\n" or not token.glued) and not after.glued


def _value(cursor: Cursor) -> Value | None:
    before = cursor.at
    for parser in PARSERS:
        cursor.at = before
        found = parser(cursor)
        if isinstance(found, Dates) and found.is_range:
            stretch = found.items[0]
            return Season(str(stretch), stretch=stretch) if isinstance(stretch, RawRange) else None
        if found is not None:
            return found
    cursor.at = before
    if cursor.take(Kind.ALWAYS):
        return Always()
    if label := cursor.take(Kind.LABEL) or name(cursor):
        return Label(label.text)
    return None


def _aside(cursor: Cursor, found: Sentence, gap: int) -> bool:
    """Read what is no day, time or narrowing, and is known all the same."""
    if cursor.attempt(leftout.positive) or cursor.attempt(_hyphen):
        return True
    if cursor.attempt(leftout.instead) or cursor.attempt(origin) or cursor.attempt(audience):
        return True
    token = cursor.take(
        *SILENT, Kind.COLON, Kind.APPOINTMENT, Kind.ELSEWHERE, Kind.VARYING, Kind.ALSO, Kind.ONLY
    )
    if token is None:
        return _article(cursor)
    if token.kind is Kind.APPOINTMENT:
        found.appointment = True
        found.appointments.append((len(found.parts), gap))
    found.elsewhere |= token.kind is Kind.ELSEWHERE
    found.varying |= token.kind is Kind.VARYING
    found.only |= token.kind is Kind.ONLY and not _is_season_next(cursor)
    if token.kind is Kind.ALSO:
        found.parts.append(Part(Also(), NONE))
    return True


def _is_season_next(cursor: Cursor) -> bool:
    """'Alleen in de schoolvakantie' is clear: it narrows, and takes nothing from another rule."""
    before = cursor.at
    is_season = modifiers.season(cursor) is not None
    cursor.at = before
    return is_season


def _hyphen(cursor: Cursor) -> Token | None:
    """Read the hyphen in 'koffie-inloop'."""
    is_after = cursor.at > 0 and cursor.sees(*NAMED, ahead=-1)
    hyphen = cursor.take(Kind.DASH)
    return hyphen if is_after and cursor.sees(*NAMED) else None


def _article(cursor: Cursor) -> bool:
    token = cursor.peek()
    if token is None or token.text != "een":
        return False
    cursor.at += 1
    return True
