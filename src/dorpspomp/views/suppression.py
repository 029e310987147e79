"""Hiding small numbers: what is under five could point at a person, also when it can be worked out.

A number that is hidden alone in a sum that is shown is not hidden at all. So the next smallest are hidden
with it, and where even that says too much the sum is hidden too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

LEAST = 5
"""The smallest number that is shown."""

_ROOM = 2
"""How far apart the smallest and the largest value that a reader can think of must be, at least."""

_WITH = 2
"""How many are hidden with a small number that is alone."""


class Shown(Enum):
    """How a number is shown."""

    PLAIN = "plain"
    SMALL = "small"
    HIDDEN = "hidden"
    """Not small itself, but another could be worked out from it."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it may be shown; `value` is None where it may not."""

    shown: Shown
    value: int | None = None


MISSING = Figure(Shown.MISSING)


@dataclass(frozen=True, slots=True)
class Sum:
    """Numbers and their total, none of which gives a small one away."""

    figures: tuple[Figure, ...]
    total: Figure


def protected(values: Sequence[int | None]) -> Sum:
    """Return numbers and their total as they may be shown together; None is a number that is missing."""
    known = [(value, place) for place, value in enumerate(values) if value is not None]
    small = {place for value, place in known if value < LEAST}
    others = sorted(pair for pair in known if pair[1] not in small)
    # How many are hidden may not depend on how small the small one is, or that would give it away.
    hidden = {place for _, place in others[:_WITH]} if len(small) == 1 else set()
    total = sum(value for value, _ in known)
    figures = tuple(_figure(value, place, small, hidden) for place, value in enumerate(values))
    if not known:
        return Sum(figures, MISSING)
    if total < LEAST:
        return Sum(figures, Figure(Shown.SMALL))
    is_shown = not small or _is_safe(values, small, hidden)
    return Sum(figures, Figure(Shown.PLAIN, total) if is_shown else Figure(Shown.HIDDEN))


def _figure(value: int | None, place: int, small: set[int], hidden: set[int]) -> Figure:
    if value is None:
        return MISSING
    if place in small:
        return Figure(Shown.SMALL)
    return Figure(Shown.HIDDEN) if place in hidden else Figure(Shown.PLAIN, value)


def _is_safe(values: Sequence[int | None], small: set[int], hidden: set[int]) -> bool:
    """Tell whether every small number stays open to a reader who knows the total and how this is done.

    Such a reader knows of a small number that it is under five, of one hidden with it that it is not,
    and that it is smaller than every number that is shown.
    """
    shown = [v for place, v in enumerate(values) if v is not None and place not in small | hidden]
    rest = sum(values[place] or 0 for place in small | hidden)
    most_hidden = min(shown, default=rest + 1) - 1
    others = len(small) - 1
    low = rest - others * (LEAST - 1) - len(hidden) * most_hidden
    high = rest - len(hidden) * LEAST
    return min(high, LEAST - 1) - max(low, 0) >= _ROOM
