"""Asides: doors that open before the beginning, and two kinds of hours that may not be thrown together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorpspomp.when.clock import RawSpan, Times
from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.schedule import Rule
from dorpspomp.when.sentence import NONE, Label, Part, Sentence
from dorpspomp.when.topics import BEGINNINGS, DOORS, REMOTE, is_event

LONGEST_WAIT = 90
"""In minutes, between the doors and the beginning."""


def without_doors(parts: list[Part]) -> tuple[list[Part], list[Doubt]]:
    """Leave out 'zaal open 19.30' behind '20.00 uur'; before it, the two are left to the question."""
    doors = [at for at in range(1, len(parts) - 1) if _is_doors(parts, at)]
    if len(doors) != 1:
        return parts, []
    at = doors[0]
    said = note("doors", what=_label(parts[at]))
    return [*parts[:at], *parts[at + 2 :]], [said]


def with_end(parts: list[Part]) -> list[Part]:
    """Join 'vanaf 9.30 uur koffie, tot 11.30 uur' into one time."""
    blocks = [at for at, part in enumerate(parts) if part.is_block]
    found = {at: value for at in blocks if isinstance(value := parts[at].value, Times)}
    times, spans = list(found), [span for value in found.values() for span in value.spans]
    if len(spans) != 2 or blocks.index(times[-1]) - blocks.index(times[0]) != len(times) - 1:
        return parts
    begin, end = spans
    if begin.end or end.start or not begin.start or not end.end or begin.is_about:
        return parts
    joined = replace(parts[times[0]], value=Times((replace(begin, end=end.end),)))
    return [joined if at == times[0] else part for at, part in enumerate(parts) if at not in times[1:]]


def _is_doors(parts: list[Part], at: int) -> bool:
    before, behind = parts[at - 1].value, parts[at + 1].value
    if _label(parts[at]) not in DOORS or not isinstance(before, Times) or not isinstance(behind, Times):
        return False
    if len(before.spans) != 1 or len(behind.spans) != 1 or behind.spans[0].end:
        return False
    begin, opened = _start(before.spans[0]), _start(behind.spans[0])
    is_last = at + 2 == len(parts) or not isinstance(parts[at + 2].value, Times)
    return is_last and begin is not None and opened is not None and 0 < begin - opened <= LONGEST_WAIT


def _start(span: RawSpan) -> int | None:
    return span.start.minutes if span.start else None


def _label(part: Part) -> str:
    return part.value.text if isinstance(part.value, Label) else ""


def has_labels(parts: list[Part]) -> bool:
    """Tell whether a word for what happens stands among the times, rather than once at the head."""
    places = [at for at, part in enumerate(parts) if _label(part)]
    first = next((at for at, part in enumerate(parts) if part.is_block), 0)
    return len(places) > 1 or any(at > first for at in places)


def mixed(found: Sentence, parts: list[Part]) -> list[Doubt]:
    """Ask when one time may be of another kind than the next: by telephone, or by appointment."""
    return [*_own_times(parts), *_services(parts), *_telephone(parts), *_part_appointment(found)]


def _own_times(parts: list[Part]) -> list[Doubt]:
    """In 'ma-vr 9-12, yoga 19-21' nothing says on which day the yoga is."""
    after_time, label = False, ""
    for part in parts:
        if isinstance(part.value, Times):
            if label:
                return [question("own-times", what=label)]
            after_time = True
        elif part.is_block:
            after_time, label = False, ""
        elif after_time and _label(part) not in BEGINNINGS:
            label = _label(part) or label
    return []


def _services(parts: list[Part]) -> list[Doubt]:
    """Two names, each with its own hours, are two services in one cell."""
    seen: list[tuple[list[str], object]] = []
    for names, times in _named_times(parts):
        for others, hours in seen if names else []:
            if times != hours and not set(names) & set(others):
                return [question("services", one=others[0], other=names[0])]
        seen += [(names, times)] if names else []
    return []


def _named_times(parts: list[Part]) -> Iterator[tuple[list[str], object]]:
    """Give the names before or right behind each time, with that time."""
    before: list[str] = []
    behind: list[str] = []
    time: object = None
    for part in parts:
        if isinstance(part.value, Times):
            yield behind, time
            time, before, behind = part.value, [], before
        elif (label := _label(part)) and label not in BEGINNINGS:
            is_behind = time is not None and not before and part.gap is NONE and not part.has_colon
            (behind if is_behind else before).append(label)
    yield behind, time


def _telephone(parts: list[Part]) -> list[Doubt]:
    labels = [(at, _label(part) in REMOTE) for at, part in enumerate(parts) if _label(part)]
    first = next((at for at, part in enumerate(parts) if part.is_block), 0)
    if _count(parts) < 2 or not any(is_remote for _, is_remote in labels):
        return []
    is_first = any(is_remote and at < first for at, is_remote in labels)
    is_clear = is_first and all(is_remote for at, is_remote in labels if at > first)
    return [] if is_clear else [question("telephone")]


def _count(parts: list[Part]) -> int:
    return sum(len(part.value.spans) for part in parts if isinstance(part.value, Times))


def _part_appointment(found: Sentence) -> list[Doubt]:
    """In 'ma-vr 9-12, 13-17 op afspraak' only the afternoon may be by appointment."""
    is_doubtful = _count(found.parts) > 1 and any(
        _is_partial(found.parts, at, gap) for at, gap in found.appointments
    )
    return [question("part-appointment")] if is_doubtful else []


def _is_partial(parts: list[Part], at: int, gap: int) -> bool:
    blocks = [place for place, part in enumerate(parts) if part.is_block]
    if at <= blocks[0]:
        return False
    return at <= blocks[-1] or (gap is NONE and not _is_one_list(parts))


def _is_one_list(parts: list[Part]) -> bool:
    """'9-12 en 13-17' on the same days is one whole."""
    lists = [part.value for part in parts if isinstance(part.value, Times)]
    return len(lists) == 1 and all(span.is_joined for span in lists[0].spans[1:])


def once(parts: list[Part], rules: list[Rule]) -> list[Doubt]:
    """A fair or a concert needs a date; 'kerstmarkt za 10-16' is not every week."""
    event = next((label for part in parts if is_event(label := _label(part))), "")
    is_dated = all(rule.dates or rule.yeardays or rule.feasts or rule.nths for rule in rules)
    return [question("once", what=event)] if event and not is_dated else []
