"""Figures: what was counted is drawn with its table, and no small number can be read or worked out."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorpspomp.reading import drawn
from dorpspomp.views.figures import figures_view, progress
from dorpspomp.views.portal import Portal
from dorpspomp.views.suppression import LEAST, Shown, Sum, protected
from tests import village_files as files
from tests.conftest import TODAY, build_quickly

HEAD = ["maand", "gebied", "vragen", "aanbod"]
COUNTS = [
    HEAD,
    ["2026-07", "dorp", "12", "9"],
    ["2026-07", "buiten", "6", "3"],
    ["2026-08", "dorp", "20", "8"],
    ["2026-10", "dorp", "31", "7"],
    ["2026-10", "buiten", "8", "6"],
]
GOALS = [
    ["doel", "termijn", "bereik", "verandering", "meetwaarde", "streef"],
    ["Vragen is gewoon", "2026", "iedereen", "Men belt.", "Vragen", "100 vragen"],
    ["Meer buren", "2026", "iedereen", "Men helpt.", "iets anders", "veel"],
]


def portal(root: Path, counts: list[list[str]], goals: list[list[str]] | None = None) -> Portal:
    """Read a village that counts."""
    sheets = {**files.SMALL, "tellingen": counts, **({"doelen": goals} if goals else {})}
    return drawn(files.read(files.write(root, sheets)), TODAY).portal


def site(root: Path, counts: list[list[str]] | None, goals: list[list[str]] | None = None) -> Path:
    """Build the website of a village that counts."""
    extra = {"tellingen": counts} if counts else {}
    files.write(root, {**files.SMALL, **extra, **({"doelen": goals} if goals else {})})
    assert build_quickly(root, parts=("site",)).release
    return root / "build" / "current" / "site"


def test_every_month_is_counted_over_all_areas(tmp_path: Path) -> None:
    """A bar is the sum of the areas; the sum of the areas stands below."""
    chart = figures_view(portal(tmp_path, COUNTS)).charts[0]
    assert [(bar.full, bar.text) for bar in chart.bars] == [
        ("juli 2026", "18"), ("augustus 2026", "20"), ("september 2026", "niet geteld"),
        ("oktober 2026", "39"),
    ]  # fmt: skip
    assert chart.total == "77"
    assert [(row.name, row.text) for row in chart.areas] == [("dorp", "63"), ("buiten", "14")]


def test_a_month_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    """Also the months after the last count, as far as they are over."""
    view = figures_view(portal(tmp_path, COUNTS[:4]))
    assert view.missing == "Van september 2026 en oktober 2026 zijn geen tellingen."
    assert view.period == "juli tot en met oktober 2026"


def test_what_nobody_counts_has_no_chart(tmp_path: Path) -> None:
    """A column without numbers is left out."""
    assert [chart.name for chart in figures_view(portal(tmp_path, COUNTS)).charts] == ["Vragen", "Aanbod"]


def test_goals_are_held_against_what_was_counted(tmp_path: Path) -> None:
    """A goal with a known measure says how far it is in words; another says what is wanted."""
    goals = figures_view(portal(tmp_path, COUNTS, GOALS)).goals
    assert [(goal.reached, goal.wanted, goal.text, goal.part) for goal in goals] == [
        ("77", "100", "Dat is ongeveer driekwart.", 77), ("", "", "Streven: veel.", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (0, "begin"),
        (25, "kwart"),
        (33, "derde"),
        (50, "helft"),
        (66, "twee derde"),
        (95, "bijna"),
        (100, "gehaald"),
    ],
)
def test_progress_is_said_in_words(part: int, said: str) -> None:
    """Every stage has its words."""
    assert said in progress(part)


def test_the_page_has_a_picture_and_a_table(tmp_path: Path) -> None:
    """Each chart is an image with a title, and the same numbers stand in a table."""
    html = (site(tmp_path, COUNTS, GOALS) / "cijfers" / "index.html").read_text("utf-8")
    assert html.count('role="img"') == html.count("<table>") == 2
    assert "<title id=" in html
    assert re.search(r"<th scope=\"row\">juli 2026</th><td>18</td>", html)
    assert "niet geteld" in html


def test_a_village_that_does_not_count_has_no_page(tmp_path: Path) -> None:
    """Nor is there a link to it."""
    made = site(tmp_path, None)
    assert not (made / "cijfers").exists()
    assert not [page for page in made.rglob("*.html") if "cijfers/" in page.read_text("utf-8")]


@pytest.mark.parametrize(
    ("month", "is_read"), [("2026-10", True), ("2026-13", False), ("oktober", False), ("", False)]
)
def test_a_month_that_cannot_be_read_is_left_out(tmp_path: Path, month: str, is_read: bool) -> None:
    """A slip in a month takes nothing else down."""
    view = figures_view(portal(tmp_path, [HEAD, ["2026-09", "dorp", "12", "9"], [month, "dorp", "40", "9"]]))
    assert ("40" in {bar.text for bar in view.charts[0].bars}) == is_read


def test_only_twelve_months_are_drawn(tmp_path: Path) -> None:
    """What is older is not added to what is shown, so that nothing can be subtracted."""
    rows = [[f"{year}-{month:02}", "dorp", "10", ""] for year in (2025, 2026) for month in range(1, 11)]
    chart = figures_view(portal(tmp_path, [HEAD, *rows])).charts[0]
    assert len(chart.bars) == 12
    assert chart.total == "100"


def test_no_small_number_is_on_the_page(tmp_path: Path) -> None:
    """A month under five says so; with it others are hidden, and the page says why."""
    rows = [["2026-08", "dorp", "3", ""], ["2026-09", "dorp", "17", ""], ["2026-10", "dorp", "23", ""]]
    html = (site(tmp_path, [HEAD, *rows]) / "cijfers" / "index.html").read_text("utf-8")
    assert "minder dan 5" in html
    assert "ook niet als u het kunt uitrekenen" in html
    assert "<td>3</td>" not in html


def thinkable(made: Sum) -> set[tuple[int, ...]]:
    """Return all numbers that a reader can think of who knows everything but the numbers."""
    ranges = {Shown.SMALL: range(LEAST), Shown.HIDDEN: range(LEAST, 20)}
    options = [[f.value] if f.value is not None else ranges[f.shown] for f in made.figures]
    return {
        numbers
        for numbers in itertools.product(*options)
        if made.total.value in {None, sum(numbers)} and protected(numbers) == made
    }


@settings(max_examples=150)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_no_small_number_can_be_worked_out(numbers: list[int]) -> None:
    """Whoever knows the sum and how hiding is done has at least two numbers to choose from."""
    made = protected(numbers)
    found = thinkable(made)
    assert tuple(numbers) in found or max(numbers) > 19
    for place, figure in enumerate(made.figures):
        assert figure.value is None or figure.value >= LEAST
        if figure.shown is Shown.SMALL:
            assert len({numbers[place] for numbers in found}) > 1


@given(st.lists(st.integers(LEAST, 1000), min_size=1, max_size=12))
def test_large_numbers_are_all_shown(numbers: list[int]) -> None:
    """Where nothing is small nothing is hidden."""
    made = protected(numbers)
    assert [figure.value for figure in made.figures] == numbers
    assert made.total.value == sum(numbers)
