"""Days: 'ma, wo en vr', 'werkdagen', '1e en 3e donderdag', 'dinsdagochtend', 'Koningsdag'."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dorpspomp.when.cursor import Cursor
from dorpspomp.when.dates import RawItem
from dorpspomp.when.schedule import WEEK
from dorpspomp.when.words import Kind

SOFT = (Kind.EVERY, Kind.FILLER, Kind.PREPOSITION, Kind.FROM)


NOT_ALL_YEAR = (
    Kind.THROUGH, Kind.GROUP, Kind.PUBLIC, Kind.FEAST, Kind.MONTH, Kind.SCHOOL, Kind.VACATION, Kind.SEASON,
)  # fmt: skip
"""With these about it is not plain which days 'overige dagen' are."""


@dataclass(frozen=True)
class Selector:
    """One way to choose days, as written."""

    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    monthdays: tuple[int, ...] = ()
    dates: tuple[RawItem, ...] = ()
    feasts: tuple[str, ...] = ()
    is_public: bool = False
    part: str = ""
    named: tuple[int, ...] = ()
    """The weekdays that stand there by name: of 'ma t/m vr' the first and the last."""
    doubts: tuple[str, ...] = ()
    """Codes of questions and notes about it."""

    @property
    def is_plain(self) -> bool:
        """Tell whether these are weekdays and nothing else."""
        return bool(self.weekdays) and not self.nths


@dataclass(frozen=True)
class Days:
    """A list of days."""

    selectors: tuple[Selector, ...]


def days(cursor: Cursor) -> Days | None:
    """Read a list of days."""
    first = cursor.attempt(item)
    if first is None:
        return None
    found, waiting = [first], []
    while following := cursor.attempt(_following):
        selector, is_hyphenated, is_every = following
        waiting += [len(found) - 1] if is_hyphenated else []
        while waiting and is_hyphenated and selector.part:
            at = waiting.pop()
            found[at] = replace(found[at], part=selector.part)
        if found[-1].nths and selector.is_plain and not is_every:
            selector = replace(selector, doubts=(*selector.doubts, "nth-list"))
        found.append(selector)
    return Days(tuple(_merged(found)))


def _following(cursor: Cursor) -> tuple[Selector, bool, bool] | None:
    is_hyphen = cursor.sees(Kind.DASH) and cursor.sees(Kind.AND, Kind.COMMA, Kind.SLASH, ahead=1)
    hyphen = is_hyphen and cursor.take(Kind.DASH)
    if not cursor.take(Kind.COMMA, Kind.AND, Kind.SLASH):
        return None
    cursor.skip(Kind.AND)
    is_every = cursor.sees(Kind.EVERY) or (cursor.sees(Kind.PREPOSITION) and cursor.sees(Kind.EVERY, ahead=1))
    selector = item(cursor)
    return (selector, bool(hyphen), is_every) if selector else None


def _merged(found: list[Selector]) -> list[Selector]:
    """Join plain weekdays that share a day part into one selector."""
    merged: list[Selector] = []
    for selector in found:
        last = merged[-1] if merged else None
        if last and last.is_plain and selector.is_plain and last.part == selector.part:
            weekdays = tuple(dict.fromkeys((*last.weekdays, *selector.weekdays)))
            doubts = (*last.doubts, *selector.doubts)
            named = (*last.named, *selector.named)
            merged[-1] = Selector(weekdays=weekdays, part=last.part, named=named, doubts=doubts)
        else:
            merged.append(selector)
    return merged


def item(cursor: Cursor) -> Selector | None:
    """Read one day, stretch of days, or kind of day."""
    start = cursor.at
    cursor.skip(*SOFT)
    is_every = any(token.kind is Kind.EVERY for token in cursor.tokens[start : cursor.at])
    if feast := cursor.take(Kind.FEAST):
        return Selector(feasts=(feast.name,))
    if group := cursor.take(Kind.GROUP):
        return Selector(weekdays=group.days, part=_part(cursor))
    if cursor.sees(Kind.REST):
        return _rest(cursor)
    if cursor.take(Kind.PUBLIC):
        return Selector(is_public=True)
    found = cursor.attempt(_nth)
    if found and is_every and _is_any_nth(found, cursor):
        return replace(found, doubts=(*found.doubts, "every-nth"))
    return found or cursor.attempt(_weekdays)


def _rest(cursor: Cursor) -> Selector | None:
    """Read the 'overige dagen' of 'zo en ma gesloten, overige dagen 9-17' as all that are not named."""
    before, named = cursor.tokens[: cursor.at], [one for one in cursor.tokens if one.kind is Kind.DAY]
    cursor.take(Kind.REST)
    is_clear = any(token.kind is Kind.CLOSED for token in before) and len(named) < 5
    joined = any(token.kind in NOT_ALL_YEAR for token in cursor.tokens)
    days = set(WEEK) - {token.number for token in named}
    return Selector(weekdays=tuple(sorted(days))) if is_clear and not joined else None


def _is_any_nth(found: Selector, cursor: Cursor) -> bool:
    """'Elke tweede donderdag' may be every other week, unless something says that it is of the month."""
    is_said = any(token.kind in (Kind.UNANCHORED, Kind.COUNT) for token in cursor.tokens)
    return found.nths in ((2,), (3,), (4,)) and not is_said


def _weekdays(cursor: Cursor) -> Selector | None:
    first = cursor.take(Kind.DAY)
    if first is None:
        return None
    last = None if first.name else cursor.attempt(_stretch_end)
    if last is None:
        return Selector(weekdays=(first.number,), part=first.name or _part(cursor), named=(first.number,))
    end, doubts = last
    weekdays = tuple((first.number + step) % 7 for step in range((end - first.number) % 7 + 1))
    part = cursor.tokens[cursor.at - 1].name or _part(cursor)
    return Selector(weekdays=weekdays, part=part, named=(first.number, end), doubts=doubts)


def _stretch_end(cursor: Cursor) -> tuple[int, tuple[str, ...]] | None:
    joint = cursor.take(Kind.DASH, Kind.THROUGH, Kind.TO)
    cursor.skip(Kind.FILLER)
    end = cursor.take(Kind.DAY) if joint else None
    if joint is None or end is None or (cursor.sees(Kind.NUMBER) and cursor.sees(Kind.MONTH, ahead=1)):
        return None
    return end.number, ("day-range",) if joint.kind is Kind.TO else ()


def _part(cursor: Cursor) -> str:
    """Read a day part that is tied to its day by a dash: 'di-avond'."""

    def tied(it: Cursor) -> str | None:
        it.take(Kind.DASH)
        token = it.take(Kind.DAYPART)
        return token.name if token else None

    return cursor.attempt(tied) or ""


def _nth(cursor: Cursor) -> Selector | None:
    """Read '1e en 3e donderdag', or '15e' as a day of the month."""
    first = cursor.take(Kind.ORDINAL)
    if first is None:
        return None
    nths = [first.number]
    while following := cursor.attempt(_next_nth):
        nths.append(following)
    cursor.skip(Kind.FILLER)
    if day := cursor.take(Kind.DAY):
        doubts = () if all(-2 <= nth <= 5 for nth in nths) else ("nth-list",)
        return Selector((day.number,), tuple(nths), part=day.name or _part(cursor), doubts=doubts)
    if cursor.sees(Kind.MONTH, Kind.GROUP, Kind.DAYPART) or not all(1 <= nth <= 31 for nth in nths):
        return None
    return Selector(monthdays=tuple(nths))


def _next_nth(cursor: Cursor) -> int | None:
    if not cursor.take(Kind.COMMA, Kind.AND, Kind.SLASH):
        return None
    cursor.skip(Kind.AND, Kind.FILLER, Kind.EVERY)
    token = cursor.take(Kind.ORDINAL)
    return token.number if token else None
