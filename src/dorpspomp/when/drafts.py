"""Drafts: the parts of a sentence gathered into rules-to-be, each narrowing laid where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from dorpspomp.when.clock import RawSpan, Times
from dorpspomp.when.dates import Dates, RawDate
from dorpspomp.when.days import Days, Selector
from dorpspomp.when.leftout import Closed, Except
from dorpspomp.when.modifiers import Count, Cycle, Season
from dorpspomp.when.remarks import Doubt, question
from dorpspomp.when.sentence import FIRM, LINE, LOOSE, NONE, Also, Always, Label, Modifier, Part


@dataclass
class Draft:
    """Days and times that stand together, and what narrows them."""

    first: int
    gap: int
    """How strongly it is separated from the draft before."""
    last: int = 0
    selectors: list[Selector] = field(default_factory=list)
    spans: list[RawSpan] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    modifiers: list[Modifier] = field(default_factory=list)
    is_time_first: bool = False
    is_unjoined: bool = False
    """Two lists of days stand side by side, with no word or mark between them."""
    is_extra: bool = False
    is_always: bool = False

    @property
    def has_times(self) -> bool:
        """Tell whether it says at what time."""
        return bool(self.spans) or self.is_always or bool(self._parts)

    @property
    def _parts(self) -> bool:
        return bool(self.selectors) and all(selector.part for selector in self.selectors)


def drafts(parts: list[Part]) -> tuple[list[Draft], list[Doubt]]:
    """Gather the parts into drafts and lay the modifiers on them."""
    found: list[Draft] = []
    waiting: list[Part] = []
    gap = NONE
    for at, part in enumerate(parts):
        gap = max(gap, part.gap)
        if part.is_block:
            if _is_seasonal(found, parts, at):
                found.append(Draft(at, gap, selectors=list(found[-1].selectors)))
            _add_block(found, part, at, gap, waiting)
            waiting, gap = [], NONE
        elif isinstance(part.value, Label | Also):
            waiting.append(part)
    if found and any(isinstance(part.value, Also) for part in waiting):
        found[-1].is_extra = True
    found = _joined_dates(_restated(found)) or _only_stretch(parts)
    doubts = _lay(parts, found)
    for one, other in pairwise(found):
        _repeat_times(one, other)
    return found, doubts


def _repeat_times(one: Draft, other: Draft) -> None:
    """In 'wo en zo 14-17; in juli en augustus dagelijks' the time holds in July as well."""
    seasons = [mod for mod in other.modifiers if isinstance(mod, Season)]
    if seasons and not other.has_times and not any(mod in one.modifiers for mod in seasons):
        other.spans = list(one.spans)


def _is_seasonal(found: list[Draft], parts: list[Part], at: int) -> bool:
    """In 'dagelijks, april t/m oktober 10-17, november t/m maart 11-16' the day holds for both."""
    if not found or not found[-1].spans or not isinstance(parts[at].value, Times):
        return False
    begun = next(place for place in range(found[-1].first, at) if isinstance(parts[place].value, Times))
    seasons = [isinstance(part.value, Season) for part in parts]
    return seasons[at - 1] and any(seasons[:begun])


def _add_block(found: list[Draft], part: Part, at: int, gap: int, waiting: list[Part]) -> None:
    draft = found[-1] if found else None
    if draft is None or _begins_anew(draft, part, gap):
        draft = Draft(first=at, gap=gap, is_time_first=isinstance(part.value, Times | Always))
        found.append(draft)
    draft.is_unjoined |= gap is NONE and _is_unjoined(draft, part, at)
    draft.last = at
    draft.is_extra |= any(isinstance(word.value, Also) for word in waiting)
    draft.labels += [word.value.text for word in waiting if isinstance(word.value, Label)]
    match part.value:
        case Days():
            draft.selectors += part.value.selectors
        case Dates():
            draft.selectors.append(_dates_selector(part.value))
        case Times():
            draft.spans += part.value.spans
        case Always():
            draft.is_always = True


def _is_unjoined(draft: Draft, part: Part, at: int) -> bool:
    """'Ma di do' is a list; 'Nieuwjaar: di' may be anything."""
    found = part.value.selectors if isinstance(part.value, Days) else ()
    is_list = (
        bool(found)
        and at == draft.last + 1
        and all(selector.is_plain for selector in (*draft.selectors, *found))
    )
    return isinstance(part.value, Days | Dates) and bool(draft.selectors) and not is_list


def _dates_selector(value: Dates) -> Selector:
    parts = {item.part for item in value.items if isinstance(item, RawDate)}
    return Selector(dates=value.items, part=parts.pop() if len(parts) == 1 else "")


def _begins_anew(draft: Draft, part: Part, gap: int) -> bool:
    if isinstance(part.value, Times | Always):
        return draft.is_time_first and bool(draft.selectors)
    if not draft.selectors:
        return draft.is_time_first and gap > LOOSE and draft.first > 0
    return draft.has_times or gap > LOOSE


def _restated(found: list[Draft]) -> list[Draft]:
    """Read 'zo 12-17 (elke 1e zo v.d. maand)' as said twice, the second time better."""
    if len(found) != 2 or found[1].has_times or found[1].gap is not NONE or found[0].is_time_first:
        return found
    [plain, better] = found
    if len(plain.selectors) != 1 or len(better.selectors) != 1:
        return found
    [day, nth] = [plain.selectors[0], better.selectors[0]]
    if not (day.is_plain and len(day.weekdays) == 1 and nth.nths and nth.weekdays == day.weekdays):
        return found
    plain.selectors, plain.last = [replace(nth, part=day.part)], better.last
    return [plain]


def _joined_dates(found: list[Draft]) -> list[Draft]:
    """Read 'di 10-12, 5, 12 en 19 januari' as those dates, each on a Tuesday."""
    if len(found) != 2 or found[1].spans or found[1].gap > LOOSE or found[0].is_time_first:
        return found
    [day, dated] = found
    weekly = day.selectors[0] if len(day.selectors) == 1 else None
    if weekly is None or len(weekly.weekdays) != 1 or weekly.nths or not _has_single_dates(dated):
        return found
    day.selectors = [_on_weekday(dated.selectors[0], weekly)]
    day.last = dated.last
    return [day]


def _only_stretch(parts: list[Part]) -> list[Draft]:
    """Read '6 t/m 8 mei' on its own as those days."""
    stretches = [
        part.value.stretch for part in parts if isinstance(part.value, Season) and part.value.stretch
    ]
    return [Draft(0, NONE, selectors=[Selector(dates=tuple(stretches))])] if len(stretches) == 1 else []


def _has_single_dates(dated: Draft) -> bool:
    if len(dated.selectors) != 1 or not dated.selectors[0].dates:
        return False
    return all(isinstance(item, RawDate) and item.weekday is None for item in dated.selectors[0].dates)


def _on_weekday(dated: Selector, weekly: Selector) -> Selector:
    items = tuple(
        RawDate(item.day, item.month, item.year, weekly.weekdays[0])
        for item in dated.dates
        if isinstance(item, RawDate)
    )
    return Selector(dates=items, part=weekly.part)


# From here on: which rules a modifier belongs to. Separators decide; a tie is a question.


def _lay(parts: list[Part], found: list[Draft]) -> list[Doubt]:
    doubts = _adjacent(parts)
    if not found:
        return doubts
    placed: list[tuple[int, range]] = []
    for at, part in enumerate(parts):
        if not part.is_modifier:
            continue
        scope = _scope(parts, found, at)
        if scope is None:
            doubts.append(question("scope", what=_text(part)))
            continue
        placed.append((at, scope))
        for index in scope:
            found[index].modifiers.append(part.value)  # type: ignore[arg-type]
    return doubts


def _text(part: Part) -> str:
    return getattr(part.value, "text", "")


def _adjacent(parts: list[Part]) -> list[Doubt]:
    """'Niet op zondag in juli' may mean both or only the Sundays of July."""
    for one, other in pairwise(parts):
        if other.gap is NONE and other.is_modifier and isinstance(one.value, Except) and not _is_frame(other):
            return [question("scope", what=_text(other))]
        if (
            other.gap is NONE
            and isinstance(other.value, Except)
            and other.value.is_postfix
            and one.is_modifier
        ):
            return [question("scope", what=_text(one))]
    return []


def _is_frame(part: Part) -> bool:
    return isinstance(part.value, Count | Cycle | Except)


def _scope(parts: list[Part], found: list[Draft], at: int) -> range | None:
    """Find the drafts that the modifier at this place belongs to, or None when it is not clear."""
    everything = range(len(found))
    if len(found) == 1 or _is_global(parts[at]):
        return everything
    for index, draft in enumerate(found):
        if draft.first < at < draft.last:
            return range(index, index + 1)
    before = sum(draft.last < at for draft in found)
    left = _distance(parts, found[before - 1].last, at) if before else LINE + 1
    right = _distance(parts, at, found[before].first) if before < len(found) else LINE + 1
    if parts[at].has_colon and before < len(found):
        right = NONE
    if left == right:
        left, right = (LINE + 1, right) if parts[0].is_modifier else (left, right)
    if left == right:
        return None
    if left < right:
        return _leftward(parts, found, at, left)
    return _rightward(parts, found, at)


def _is_global(part: Part) -> bool:
    """A weekday that is closed is closed in every rule."""
    value = part.value
    if isinstance(value, Closed):
        return True
    return isinstance(value, Except) and all(
        target.selector is not None and target.selector.is_plain for target in value.targets
    )


def _distance(parts: list[Part], start: int, end: int) -> int:
    return max((part.gap for part in parts[start + 1 : end + 1]), default=NONE)


def _same(parts: list[Part], at: int, start: int, end: int) -> bool:
    """Tell whether a modifier of the same kind stands between two places."""
    kind = type(parts[at].value)
    return any(isinstance(parts[place].value, kind) for place in range(start, end) if place != at)


def _leftward(parts: list[Part], found: list[Draft], at: int, left: int) -> range | None:
    """Reach back to the last modifier of the same kind, if no stronger separator lies between."""
    last = sum(draft.last < at for draft in found) - 1
    first = last
    is_end = last == len(found) - 1
    while first > 0 and not _same(parts, at, found[first - 1].last, found[first].first):
        if found[first].gap > left:
            break
        first -= 1
    stopped = first > 0 and not _same(parts, at, found[first - 1].last, found[first].first)
    own_line = found[first].gap >= LINE and left < LINE
    if stopped and not own_line and (is_end or left is NONE):
        return None
    return range(first, last + 1)


def _rightward(parts: list[Part], found: list[Draft], at: int) -> range | None:
    """Reach forward to the next modifier of the same kind."""
    first = sum(draft.last < at for draft in found)
    last = first
    while last + 1 < len(found) and not _same(parts, at, found[last].last, found[last + 1].first):
        last += 1
    reached = found[first + 1 : last + 1]
    is_heading = parts[at].has_colon or _distance(parts, at, found[first].first) >= LINE
    if not is_heading and any(_is_loose(parts[at], draft) for draft in reached):
        return None
    return range(first, last + 1)


def _is_loose(part: Part, draft: Draft) -> bool:
    return draft.gap >= FIRM or isinstance(part.value, Cycle | Count)
