"""Conflicts: two rules on the same day; one replaces the other, comes on top of it, or is a question."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.rules import overlap
from dorpspomp.when.schedule import Exceptions, Rule, Span, Window
from dorpspomp.when.words import WEEKDAYS

EVENING, DAY_ENDS = dt.time(17), dt.time(18)


@dataclass(frozen=True)
class Candidate:
    """A rule, and whether the text says that it comes on top of the others."""

    rule: Rule
    is_extra: bool
    draft: int


def settle_conflicts(found: list[Candidate], has_labels: bool) -> tuple[list[Rule], list[Doubt]]:
    """Hold every rule against the later ones."""
    rules = [candidate.rule for candidate in found]
    closed = _closing(rules)
    is_closed = [one != other for one, other in zip(rules, closed, strict=True)]
    rules = closed
    doubts: list[Doubt] = []
    for later in range(len(found)):
        for earlier in range(later):
            if found[earlier].draft == found[later].draft:
                continue
            is_named = has_labels and not is_closed[later]
            verdict = _judge(rules[earlier], rules[later], found[later].is_extra, is_named)
            if isinstance(verdict, Rule):
                rules[earlier] = verdict
                doubts.append(note("replaces", what=_name(rules[later])))
            elif verdict:
                doubts.append(verdict)
    return rules, doubts


def _closing(rules: list[Rule]) -> list[Rule]:
    """In 'ma-vr 9-17, do tot 20 uur' Thursday begins as the other days do."""
    closed = list(rules)
    for at, rule in enumerate(rules):
        ends = [span.end for span in rule.times if span.start is None and span.end]
        day = next((one for one in rules[:at] if _is_alike(one, rule) and _has_more_days(one, rule)), None)
        if day and len(ends) == len(rule.times) == 1 and (times := _until(day.times, ends[0])):
            closed[at] = replace(rule, times=times)
    return closed


def _has_more_days(one: Rule, other: Rule) -> bool:
    return bool(other.weekdays) and set(other.weekdays) < set(one.weekdays) and one.nths == other.nths


def _until(spans: tuple[Span, ...], end: dt.time) -> tuple[Span, ...]:
    """End the last of these times at another hour."""
    if any(span.start is None or span.end is None or span.is_overnight for span in spans):
        return ()
    kept = [span for span in spans if span.start and span.start < end]
    if not kept or (len(kept) < len(spans) and kept[-1].end != end):
        return ()
    return (*kept[:-1], replace(kept[-1], end=end))


def _judge(one: Rule, other: Rule, is_extra: bool, has_labels: bool) -> Rule | Doubt | None:
    """Give the earlier rule as the later one changes it, a question, or nothing when they live together."""
    if _are_apart(one, other):
        return None
    if one.times == other.times:
        return question("extra-or-instead", what=_name(other)) if _is_idle(one, other, is_extra) else None
    narrowed = _narrowed(one, other)
    if _overlap(one, other):
        return (
            question("overlap")
            if narrowed is None or is_extra or has_labels or _is_open_ended(other)
            else narrowed
        )
    if is_extra or (narrowed is None and not _is_within(other, one)):
        return None
    code = note("extra", what=_name(other)) if _is_evening_extra(one, other) else None
    return code or question("extra-or-instead", what=_name(other))


def _is_evening_extra(one: Rule, other: Rule) -> bool:
    """After 'ma-vr 9-12' a 'do 18.30-20' comes on top: only so is what was said of Thursday still true.

    In the daytime it stays a question: 'ma-vr 9-12, wo 13-17' is also written for a Wednesday that differs.
    """
    if not _is_alike(one, other):
        return False
    is_day = all(span.end and not span.is_overnight and span.end <= DAY_ENDS for span in one.times)
    return is_day and all(span.start and span.start >= EVENING for span in other.times)


def _is_alike(one: Rule, other: Rule) -> bool:
    """Tell whether two rules differ in their weekdays and times only."""
    return replace(one, weekdays=other.weekdays, nths=other.nths, times=other.times) == other


def _is_idle(one: Rule, other: Rule, is_extra: bool) -> bool:
    """A later rule that adds nothing was meant otherwise."""
    within = bool(one.weekdays and other.weekdays) and set(other.weekdays) <= set(one.weekdays)
    narrower = (other.windows and not one.windows) or (other.only_school and not one.only_school)
    return (
        not is_extra
        and within
        and (set(other.weekdays) < set(one.weekdays) or bool(narrower))
        and not one.nths
    )


def _is_open_ended(rule: Rule) -> bool:
    return any(span.start is None or span.end is None for span in rule.times)


def _overlap(one: Rule, other: Rule) -> bool:
    return any(overlap(a, b) for a in one.times for b in other.times) or not one.times or not other.times


def _are_apart(one: Rule, other: Rule) -> bool:
    """Tell whether two rules can never fall on the same day."""
    if one.weekdays and other.weekdays:
        if not set(one.weekdays) & set(other.weekdays) or _nths_apart(one.nths, other.nths):
            return True
        if one.parity and other.parity and one.parity is not other.parity:
            return True
    if _dates_apart(one, other) or _dates_apart(other, one):
        return True
    if one.windows and other.windows and not any(_meet(a, b) for a in one.windows for b in other.windows):
        return True
    return _periods_apart(one, other) or _school_apart(one, other) or _school_apart(other, one)


def _nths_apart(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """The last may be the fourth or fifth; the others differ when their numbers do."""
    if not one or not other:
        return False
    reach = {-1: {4, 5, -1}, -2: {3, 4, -2}}
    spread = [{form for nth in nths for form in reach.get(nth, {nth})} for nths in (one, other)]
    return not spread[0] & spread[1]


def _dates_apart(one: Rule, other: Rule) -> bool:
    if not one.dates:
        return False
    if other.dates:
        return not set(one.dates) & set(other.dates)
    return bool(other.weekdays) and not any(day.weekday() in other.weekdays for day in one.dates)


def _meet(one: Window, other: Window) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in _pieces(one) for b in _pieces(other))


def _pieces(window: Window) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    if window.start <= window.end:
        return [(window.start, window.end)]
    return [(window.start, (12, 31)), ((1, 1), window.end)]


def _periods_apart(one: Rule, other: Rule) -> bool:
    return any(a.until and b.since and a.until < b.since for a, b in ((one, other), (other, one)))


def _school_apart(one: Rule, other: Rule) -> bool:
    return (one.only_school and other.off.school) or (other.only_public and one.off.public)


def _is_within(other: Rule, one: Rule) -> bool:
    """Tell whether the later rule falls only on days of the earlier one."""
    if not (one.weekdays and other.weekdays):
        return True
    return set(other.weekdays) < set(one.weekdays) or bool(other.nths and not one.nths)


def _narrowed(one: Rule, other: Rule) -> Rule | None:
    """Take the days of the later rule out of the earlier, when the later is a special case of it."""
    if one.nths or one.interval > 1 or one.dates or not one.weekdays:
        return None
    plain = replace(other, times=one.times)
    if replace(one, weekdays=other.weekdays) == plain and set(other.weekdays) < set(one.weekdays):
        kept = tuple(day for day in one.weekdays if day not in other.weekdays)
        return replace(one, weekdays=kept)
    off = _special_days(one, other)
    return replace(one, off=one.off | off) if off else None


def _special_days(one: Rule, other: Rule) -> Exceptions | None:
    """Say as exceptions on which days the later rule falls."""
    pairs = [(rule.since, rule.until, rule.parity, rule.interval) for rule in (one, other)]
    if pairs[0] != pairs[1]:
        return None
    if other.dates or other.feasts:
        return Exceptions(dates=other.dates, feasts=other.feasts)
    if other.only_public and not other.windows:
        return Exceptions(public=True)
    if not set(one.weekdays) <= set(other.weekdays) or other.nths or one.only_school or one.windows:
        return None
    if bool(other.windows) is other.only_school:
        return None
    return Exceptions(windows=other.windows, school=other.only_school)


def _name(rule: Rule) -> str:
    if rule.only_public:
        return "feestdagen"
    if rule.weekdays:
        return ", ".join(WEEKDAYS[day] for day in rule.weekdays)
    return ", ".join(rule.feasts) or "die datum"
