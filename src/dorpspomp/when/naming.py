"""Naming: where in a text a word that is listed nowhere may be a name."""

from __future__ import annotations

from dorpspomp.when.bound import COUNTED
from dorpspomp.when.cursor import Cursor
from dorpspomp.when.tokens import Token
from dorpspomp.when.topics import is_event
from dorpspomp.when.words import Kind

NAMED = (Kind.LABEL, Kind.NAME)
LINKS = (*NAMED, Kind.FILLER, Kind.PREPOSITION, Kind.FROM, Kind.AND, Kind.SLASH, Kind.DASH)
BORDERS = (*NAMED, Kind.COMMA, Kind.BREAK, Kind.OPEN, Kind.CLOSE, Kind.COLON)
MOMENTS = (
    Kind.CLOCK, Kind.HOUR, Kind.NUMBER, Kind.DATE, Kind.MONTH, Kind.DAY, Kind.GROUP, Kind.DAYPART,
)  # fmt: skip
SOFT = (Kind.FILLER, Kind.FROM, Kind.PREPOSITION)
WHILE = ("tijdens", "gedurende")
"""What follows these says when, whatever it is."""


def name(cursor: Cursor) -> Token | None:
    """Read a name: at the start, before a colon, behind a day or a time, in brackets, beside another name."""
    if not cursor.sees(Kind.NAME):
        return None
    is_placed = _is_heading(cursor) or _is_behind_border(cursor)
    return cursor.take(Kind.NAME) if is_placed else None


def origin(cursor: Cursor) -> Token | None:
    """Read the place in 'vanaf de Brink'."""
    since, article = cursor.take(Kind.SINCE), cursor.take(Kind.FILLER)
    place = cursor.take(*NAMED)
    return place if since and article and place and not is_event(place.text) else None


def audience(cursor: Cursor) -> Token | None:
    """Read 'voor mantelzorgers' and 'voor een kaarsje'; 'voor de lunch' may say when."""
    before = cursor.take(Kind.BEFORE)
    cursor.skip(Kind.EVERY)
    if cursor.peek() and cursor.tokens[cursor.at].text == "een":
        cursor.at += 1
    who = cursor.take(*NAMED)
    return who if before and who and not is_event(who.text) and not cursor.sees(*MOMENTS) else None


def _is_heading(cursor: Cursor) -> bool:
    """Tell whether only names stand between here and a colon."""
    ahead = 0
    while cursor.sees(*LINKS, ahead=ahead):
        ahead += 1
    return cursor.sees(Kind.COLON, ahead=ahead) and not _is_condition(cursor, cursor.peek(-1))


def _is_condition(cursor: Cursor, before: Token | None) -> bool:
    """'Tijdens' and 'bij' without an article may begin a condition: 'bij vorst'."""
    return cursor.at > 0 and before is not None and before.text in (*WHILE, "bij", "aan")


def _is_behind_border(cursor: Cursor) -> bool:
    at = cursor.at - 1
    if at >= 0 and _is_condition(cursor, cursor.tokens[at]):
        return False
    while at >= 0 and cursor.tokens[at].kind in SOFT:
        if cursor.tokens[at].text in WHILE:
            return False
        at -= 1
    return at < 0 or _is_border(cursor, at)


def _is_border(cursor: Cursor, at: int) -> bool:
    token = cursor.tokens[at]
    if token.kind is Kind.NUMBER and cursor.tokens[cursor.at].text in COUNTED:
        return False
    if token.kind in (Kind.DASH, Kind.AND):
        is_between = at > 0 and cursor.tokens[at - 1].kind in NAMED
        return is_between or (token.kind is Kind.DASH and not token.glued and not cursor.tokens[at + 1].glued)
    return token.kind in BORDERS or token.kind in MOMENTS
