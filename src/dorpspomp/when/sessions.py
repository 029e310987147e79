"""Sessions: a morning, afternoon or evening on which it is closed, taken out of the times of that day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dorpspomp.when.leftout import Closed
from dorpspomp.when.remarks import Doubt, question
from dorpspomp.when.schedule import Rule, Span

NOON, ONE, FIVE = dt.time(12), dt.time(13), dt.time(17)


def without_session(rules: list[Rule], closed: Closed) -> tuple[list[Rule], list[Doubt]]:
    """Leave out 'woensdagmiddag gesloten' where the times of the day are cut at noon, and ask elsewhere."""
    kept: list[Rule] = []
    for rule in rules:
        days = tuple(day for day in rule.weekdays if day in closed.weekdays)
        if not days:
            kept.append(rule)
            continue
        sessions = [_session(span) for span in rule.times]
        if rule.nths or "" in sessions or closed.part not in sessions:
            return rules, [question("part-closed", what=closed.text)]
        times = tuple(span for span, part in zip(rule.times, sessions, strict=True) if part != closed.part)
        others = tuple(day for day in rule.weekdays if day not in days)
        kept += [replace(rule, weekdays=others)] if others else []
        kept += [replace(rule, weekdays=days, times=times)] if times else []
    return kept, []


def _session(span: Span) -> str:
    """Tell in which part of the day a time lies, or nothing when it lies in two."""
    if span.start is None or span.end is None or span.is_overnight:
        return span.daypart
    if span.start >= FIVE:
        return "avond"
    if span.start >= NOON:
        return "middag"
    return "ochtend" if span.end <= ONE else ""
