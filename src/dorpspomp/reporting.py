"""Reporting: after every check and build, a page and copies of the sheets that say what was found.

They are for the volunteers, so they stand beside the releases and never in one.
"""

from __future__ import annotations

from pathlib import Path

from dorpspomp import check
from dorpspomp.build import Built
from dorpspomp.outputs import report as page
from dorpspomp.problem import Problem
from dorpspomp.reading import Drawn
from dorpspomp.report import Ending, Outcome
from dorpspomp.views.report import report
from dorpspomp.village import Village

REPORT, WORK = "verslag", "werklijst"
"""The folders in `build/` for the report and the work list."""


def report_check(root: Path, found: Drawn) -> Path:
    """Write the report of a register that was only checked, and return its page."""
    return _written(root, found, found.problems, Ending(Outcome.CHECKED))


def report_build(root: Path, built: Built) -> Path:
    """Write the report of a build, and return its page."""
    return _written(root, built.found, built.problems, built.ending)


def work_list(root: Path, found: Drawn) -> tuple[Path, int]:
    """Write the work list of a village; return its page, and how many chores there are."""
    from dorpspomp.outputs import work  # slow: weasyprint waits until there is something to print

    folder = Village(root).build / WORK
    count = work.build(found.portal, folder, check.aside(found.reading.sheets))
    return folder / "index.html", count


def _written(root: Path, found: Drawn, problems: tuple[Problem, ...], ending: Ending) -> Path:
    settings = found.portal.settings
    view = report(problems, found.reading.sheets, ending, found.portal.today, settings.portal)
    village = Village(root)
    return page.write(view, village.build / REPORT, village.data)
