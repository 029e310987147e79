"""Figures: what was counted by hand, month by month, beside the goals. No number says who it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dorpspomp.loose import key
from dorpspomp.model import Count, Goal
from dorpspomp.views.dutch import MONTHS, listed, number
from dorpspomp.views.portal import Portal
from dorpspomp.views.suppression import Figure, Shown, protected

MOST_MONTHS = 12
HIGH, STEP, BAR = 120, 46, 32
"""The size of a chart in units: how high its tallest bar is, and how wide a month and its bar are."""


@dataclass(frozen=True, slots=True)
class Metric:
    """Something that is counted: the attribute of a count, its name, and the column's in `doelen`."""

    attribute: str
    name: str
    text: str
    value: Callable[[Count], int | None]


METRICS = (
    Metric("questions", "Vragen", "zo vaak vroeg iemand om hulp", lambda count: count.questions),
    Metric("offers", "Aanbod", "zo vaak bood iemand hulp aan", lambda count: count.offers),
    Metric("matches", "Gelukt", "zo vaak vonden twee mensen elkaar", lambda count: count.matches),
    Metric("unmatched", "Nog niet gelukt", "zo vaak vonden wij niemand", lambda count: count.unmatched),
    Metric("calls", "Telefoontjes", "zo vaak ging de telefoon", lambda count: count.calls),
    Metric("visitors", "Bezoekers", "zo veel mensen kwamen langs", lambda count: count.visitors),
)
"""What is counted, in the order of the page."""

_NAMES = {"matches": ("matches", "gelukt", "koppelingen"), "unmatched": ("nietgelukt", "nognietgelukt")}


@dataclass(frozen=True, slots=True)
class Bar:
    """A month in a chart: its short name, what stands in the table, and the bar's place and height."""

    month: str
    full: str
    text: str
    shown: str
    x: int
    high: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table beside a chart."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One thing that was counted: a bar for each month, the sum, and the sums of the areas."""

    code: str
    name: str
    text: str
    bars: tuple[Bar, ...]
    total: str
    areas: tuple[Row, ...]
    summary: str

    @property
    def width(self) -> int:
        """Return the width of the chart in units."""
        return STEP * max(len(self.bars), MOST_MONTHS)


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal and how far it is: `reached` of `wanted`, both "" where nothing is held against it."""

    goal: Goal
    text: str
    part: int | None = None
    reached: str = ""
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The page of figures. `period` says which months, `missing` which of them were not counted."""

    charts: tuple[Chart, ...]
    goals: tuple[GoalView, ...]
    period: str
    missing: str
    hides: bool


Month = tuple[int, int]

_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def figures_view(portal: Portal) -> Figures:
    """Make the page of figures; only the last twelve months are drawn."""
    counts = [(month, count) for count in portal.register.counts if (month := _month(count.name))]
    counted = sorted({month for month, _ in counts})
    if not counted:
        return Figures((), (), "", "", False)
    months = _months(counted[0], max(counted[-1], _before(portal.today)))[-MOST_MONTHS:]
    inside = [(month, count) for month, count in counts if months[0] <= month <= months[-1]]
    charts = tuple(chart for metric in METRICS if (chart := _chart(metric, months, inside)))
    gone = [_full(month) for month in months if month not in counted]
    return Figures(
        charts=charts,
        goals=tuple(_goal(goal, charts, months) for goal in portal.register.goals),
        period=_period(months),
        missing=f"Van {listed(gone)} zijn geen tellingen." if gone else "",
        hides=any(bar.shown in {"small", "hidden"} for chart in charts for bar in chart.bars),
    )


def _month(name: str) -> Month | None:
    """Read `2026-11`."""
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", name.strip())
    month = (int(found[1]), int(found[2])) if found else None
    return month if month and 1 <= month[1] <= 12 else None


def _before(day: date) -> Month:
    """Return the last month that is over."""
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def _months(first: Month, last: Month) -> list[Month]:
    start, end = first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1
    return [(n // 12, n % 12 + 1) for n in range(max(start, end - MOST_MONTHS + 1), end + 1)]


def _full(month: Month) -> str:
    return f"{MONTHS[month[1] - 1]} {month[0]}"


def _period(months: Sequence[Month]) -> str:
    first, last = _full(months[0]), _full(months[-1])
    if first == last:
        return first
    same_year = months[0][0] == months[-1][0]
    return f"{MONTHS[months[0][1] - 1] if same_year else first} tot en met {last}"


def _chart(metric: Metric, months: Sequence[Month], counts: Sequence[tuple[Month, Count]]) -> Chart | None:
    """Draw one thing that is counted; None when nobody counts it."""
    by_month = [_sum(metric.value(count) for when, count in counts if when == month) for month in months]
    made = protected(by_month)
    if all(figure.shown is Shown.MISSING for figure in made.figures):
        return None
    tallest = max((figure.value or 0 for figure in made.figures), default=0)
    pairs = zip(months, made.figures, strict=True)
    bars = tuple(_bar(place, month, figure, tallest) for place, (month, figure) in enumerate(pairs))
    return Chart(
        code=metric.attribute,
        name=metric.name,
        text=metric.text,
        bars=bars,
        total=said(made.total),
        areas=_areas(metric, counts) if made.total.shown is Shown.PLAIN else (),
        summary=_summary(metric, bars, made.figures),
    )


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _bar(place: int, month: Month, figure: Figure, tallest: int) -> Bar:
    high = round(HIGH * figure.value / tallest) if figure.value and tallest else 0
    return Bar(
        _SHORT[month[1] - 1],
        _full(month),
        said(figure),
        figure.shown.value,
        place * STEP + (STEP - BAR) // 2,
        high,
    )


def said(figure: Figure) -> str:
    """Say a number, or why it is not there."""
    words = {Shown.SMALL: "minder dan 5", Shown.HIDDEN: "niet getoond", Shown.MISSING: "niet geteld"}
    return words[figure.shown] if figure.value is None else number(figure.value)


def _areas(metric: Metric, counts: Sequence[tuple[Month, Count]]) -> tuple[Row, ...]:
    """Return the sums of the areas, where there are at least two."""
    names = list(dict.fromkeys(count.area for _, count in counts if metric.value(count) is not None))
    if len(names) < 2:
        return ()
    made = protected([_sum(metric.value(c) for _, c in counts if c.area == name) for name in names])
    return tuple(Row(name or "overig", said(f)) for name, f in zip(names, made.figures, strict=True))


def _summary(metric: Metric, bars: Sequence[Bar], figures: Sequence[Figure]) -> str:
    """Say in one sentence what a chart shows, for who does not see it."""
    known = [(figure.value, bar.full) for bar, figure in zip(bars, figures, strict=True) if figure.value]
    if not known:
        return f"{metric.name}: de aantallen zijn te klein om te tonen."
    most = max(known, key=lambda pair: pair[0])
    return f"{metric.name} per maand. De meeste in {most[1]}: {number(most[0])}."


def _goal(goal: Goal, charts: Sequence[Chart], months: Sequence[Month]) -> GoalView:
    """Hold a goal against what was counted."""
    measure, wanted = key(goal.measure), _digits(goal.target)
    chart = next((c for c in charts if measure and measure in _NAMES.get(c.code, (key(c.name),))), None)
    if chart is None or not wanted:
        return GoalView(goal, f"Streven: {goal.target}." if goal.target else "")
    reached = _digits(chart.total)
    if not chart.total[:1].isdecimal():
        return GoalView(goal, f"Streven: {number(wanted)}.")
    part = min(100, reached * 100 // wanted)
    return GoalView(goal, progress(part), part, number(reached), number(wanted))


def _digits(text: str) -> int:
    found = re.match(r"\D*(\d[\d.]*)", text)
    return int(found[1].replace(".", "")) if found else 0


_PROGRESS = (
    (100, "Het doel is gehaald."),
    (90, "Dat is bijna alles."),
    (80, "Dat is ruim driekwart."),
    (70, "Dat is ongeveer driekwart."),
    (60, "Dat is ongeveer twee derde."),
    (45, "Dat is ongeveer de helft."),
    (30, "Dat is ongeveer een derde."),
    (20, "Dat is ongeveer een kwart."),
    (0, "Het begin is er."),
)


def progress(part: int) -> str:
    """Say how far a goal is, in words."""
    return next(text for least, text in _PROGRESS if part >= least)
