"""What is left out of a rule: 'niet in juli', 'zondag gesloten', 'm.u.v. feestdagen', 'lunchpauze 12-13'."""

from __future__ import annotations

from dataclasses import dataclass

from dorpspomp.when.clock import RawSpan, span, times
from dorpspomp.when.cursor import Cursor
from dorpspomp.when.dates import Dates, dates
from dorpspomp.when.days import Selector
from dorpspomp.when.days import item as day_item
from dorpspomp.when.modifiers import SOFT, Season, season, text_of
from dorpspomp.when.tokens import Token
from dorpspomp.when.words import Kind


@dataclass(frozen=True)
class Target:
    """One thing that is left out."""

    selector: Selector | None = None
    dates: Dates | None = None
    season: Season | None = None

    @property
    def kind(self) -> tuple[bool, bool]:
        """Tell days, dates and seasons apart."""
        return self.selector is not None, self.dates is not None


@dataclass(frozen=True)
class Except:
    """What is left out of a rule."""

    text: str
    targets: tuple[Target, ...]
    is_postfix: bool = False


@dataclass(frozen=True)
class Pause:
    """Hours that are left out of the times: 'lunchpauze 12-13'."""

    text: str
    span: RawSpan


@dataclass(frozen=True)
class Closed:
    """A part of a day that is left out: 'woensdagmiddag gesloten'."""

    text: str
    weekdays: tuple[int, ...]
    part: str


def exception(cursor: Cursor) -> Except | Pause | Closed | None:
    """Read what is left out: 'niet in juli', 'zondag gesloten', 'lunchpauze 12-13'."""
    found = cursor.attempt(_pause) or cursor.attempt(_negated) or cursor.attempt(_closed)
    return found or cursor.attempt(_session)


def _session(cursor: Cursor) -> Closed | None:
    """Read 'woensdagmiddag gesloten' and 'behalve vrijdagmiddag'."""
    start = cursor.at
    negated = cursor.take(Kind.NOT, Kind.CLOSED)
    found = day_item(cursor)
    if found is None or not found.part or not found.is_plain:
        return None
    cursor.skip(Kind.COLON, Kind.FILLER)
    if not negated and not cursor.take(Kind.CLOSED):
        return None
    at_end = cursor.peek() is None or cursor.sees(Kind.COMMA, Kind.BREAK, Kind.CLOSE)
    return Closed(text_of(cursor, start), found.weekdays, found.part) if at_end else None


def _pause(cursor: Cursor) -> Pause | None:
    start = cursor.at
    opened = cursor.take(Kind.PAUSE) or cursor.take(Kind.CLOSED)
    if opened:
        cursor.skip(Kind.COLON)
    found = cursor.attempt(span)
    if found is None or found.start is None or found.end is None:
        return None
    if opened is None:
        cursor.skip(Kind.FILLER)
    if opened is None and (not cursor.take(Kind.CLOSED) or cursor.sees(*SOFT, Kind.COLON)):
        return None
    return Pause(text_of(cursor, start), found)


SOFT_TARGET = (*SOFT, Kind.LABEL, Kind.NAME, Kind.COLON)


def _negated(cursor: Cursor) -> Except | None:
    start = cursor.at
    if not cursor.take(Kind.NOT, Kind.CLOSED):
        return None
    found = targets(cursor)
    return Except(text_of(cursor, start), found) if found else None


def _closed(cursor: Cursor) -> Except | None:
    """Read 'zondag gesloten' and 'in de schoolvakantie niet'."""
    start = cursor.at
    found = targets(cursor, is_strict=True)
    if not found:
        return None
    cursor.skip(Kind.COLON, Kind.FILLER)
    if cursor.take(Kind.CLOSED) and not cursor.sees(Kind.PREPOSITION, Kind.FROM):
        return Except(text_of(cursor, start), found, is_postfix=True)
    if not cursor.take(Kind.NOT):
        return None
    cursor.skip(Kind.LABEL, Kind.NAME, Kind.FILLER)
    at_end = cursor.peek() is None or cursor.sees(Kind.COMMA, Kind.BREAK, Kind.CLOSE)
    return Except(text_of(cursor, start), found, is_postfix=True) if at_end else None


def targets(cursor: Cursor, is_strict: bool = False) -> tuple[Target, ...]:
    """Read a list of things that are left out; strictly, 'di, juli gesloten' is two."""
    first = cursor.attempt(_target)
    found = [first] if first else []
    while found and (
        following := cursor.attempt(lambda it: _next_target(it, found[-1] if is_strict else None))
    ):
        found.append(following)
    return tuple(found)


def _next_target(cursor: Cursor, like: Target | None) -> Target | None:
    joint = cursor.take(Kind.COMMA, Kind.AND, Kind.SLASH)
    if joint is None:
        return None
    cursor.skip(Kind.AND, Kind.NOT)
    found = _target(cursor, joint.kind is not Kind.AND)
    is_unlike = found and like and joint.kind is Kind.COMMA and found.kind != like.kind
    return None if is_unlike else found


def _target(cursor: Cursor, is_loose: bool = False) -> Target | None:
    first = cursor.at
    cursor.skip(*SOFT_TARGET)
    found = cursor.attempt(_date_target) or cursor.attempt(_day_target) or cursor.attempt(_season_target)
    if found is None or (
        (is_loose or not _awaits_time(cursor.tokens[:first])) and _is_new_rule(cursor, found)
    ):
        return None
    return found


def _date_target(cursor: Cursor) -> Target | None:
    found = dates(cursor)
    return Target(dates=found) if found else None


def _day_target(cursor: Cursor) -> Target | None:
    found = day_item(cursor)
    if found is None or found.part or found.monthdays or found.doubts:
        return None
    if found.nths:
        cursor.skip(Kind.UNANCHORED)
    return Target(selector=found)


def _season_target(cursor: Cursor) -> Target | None:
    found = season(cursor)
    return Target(season=found) if found else None


def _awaits_time(before: tuple[Token, ...]) -> bool:
    """In 'dagelijks behalve zondag 10-17' the time belongs to 'dagelijks'."""
    kinds = {token.kind for token in before}
    return bool(kinds & {Kind.DAY, Kind.GROUP}) and not kinds & {Kind.CLOCK, Kind.NUMBER, Kind.DAYPART}


def _is_new_rule(cursor: Cursor, found: Target) -> bool:
    """A day that is followed by a time begins a rule of its own."""
    if found.season:
        return False
    before = cursor.at
    cursor.skip(Kind.COLON)
    is_timed = cursor.attempt(times) is not None
    cursor.at = before
    return is_timed


def instead(cursor: Cursor) -> Token | None:
    """Read the 'behalve' of 'behalve wo: 9-12' or 'behalve vr tot 16 uur': a day with another time."""
    save = cursor.take(Kind.NOT)
    if save is None or save.text not in ("behalve", "uitgezonderd"):
        return None
    begun = cursor.at
    is_day = day_item(cursor) is not None
    has_colon = cursor.take(Kind.COLON) is not None
    found = cursor.attempt(times)
    cursor.at = begun
    is_other = found and (has_colon or all(one.start is None and one.end for one in found.spans))
    return save if is_day and is_other else None


def positive(cursor: Cursor) -> str | None:
    """Read 'ook op feestdagen' and 'feestdagen geopend', which leave nothing out."""
    also = cursor.take(Kind.ALSO)
    cursor.skip(*SOFT)
    token = cursor.take(Kind.PUBLIC, Kind.SCHOOL, Kind.VACATION)
    if token is None:
        return None
    while cursor.attempt(_next_positive):
        pass
    opened = cursor.take(Kind.OPENED)
    timed = cursor.attempt(times) is not None
    return token.text if (also or opened) and not timed else None


def _next_positive(cursor: Cursor) -> bool | None:
    joint = cursor.take(Kind.AND, Kind.COMMA)
    cursor.skip(*SOFT, Kind.ALSO)
    return True if joint and cursor.take(Kind.PUBLIC, Kind.SCHOOL, Kind.VACATION) else None


def outside_school(cursor: Cursor) -> Except | None:
    """Read 'tijdens schooltijd', 'in schoolweken'."""
    start = cursor.at
    cursor.skip(*SOFT)
    if not cursor.take(Kind.TERM):
        return None
    return Except(text_of(cursor, start), (Target(season=Season("schoolvakantie", school=True)),))
