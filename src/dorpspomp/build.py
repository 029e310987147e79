"""Building: from a village's folder to a published release.

read       the village's files become a register, and that a portal   (reading.py)
outputs    site, kiosk, data and print, each into the same new folder (outputs/)
publish    one switch; then the addresses given out are remembered     (publish.py)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from dorpspomp import village
from dorpspomp.outputs.code import Codes
from dorpspomp.problem import Problem, stops
from dorpspomp.publish import Release, carried, publish
from dorpspomp.reading import Drawn, drawn, read_portal
from dorpspomp.report import Ending, Outcome
from dorpspomp.views.portal import Portal

PARTS = ("site", "kiosk", "data", "print")
"""What a portal consists of, in the order of making."""

Told = Callable[[str], None]
"""Is told, in Dutch, what is being done."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the release, None when the register stops publishing; what was read and noticed.

    `withdrawn` names the rows that were taken off a portal that otherwise stayed as it was.
    """

    release: Release | None
    found: Drawn
    noticed: tuple[Problem, ...] = ()
    withdrawn: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return all there is to say; what a check says already is not said again by what was made."""
        said = {(problem.sheet, problem.row, problem.heading) for problem in self.found.problems}
        new = (p for p in self.noticed if not p.row or (p.sheet, p.row, p.heading) not in said)
        return (*self.found.problems, *new)

    @property
    def ending(self) -> Ending:
        """Return what happened to the website."""
        if self.release is None:
            return Ending(Outcome.WITHDRAWN if self.withdrawn else Outcome.STOPPED, self.withdrawn)
        return Ending(Outcome.UPDATED if self.release.is_new else Outcome.NOTHING_NEW)


def build(
    root: Path,
    today: date,
    now: datetime,
    parts: Sequence[str] = PARTS,
    told: Told = lambda text: None,
    accepted: bool = False,
) -> Built:
    """Build and publish a village's portal; a register that cannot be trusted changes nothing.

    Even then what may no longer be shown is taken off: consent outranks all else. `accepted` tells
    that a person has agreed to what would vanish.
    Raises SiteRefused when Pelican reports errors, Busy when another build is running.
    """
    told("Register lezen")
    found = read_portal(root, today, accepted)
    noticed: list[Problem] = []
    if found.reading.made.withdrawn:
        parts = _with_all(root, parts)
    withdrawn = village.withdrawn(found.reading) if stops(found.problems) else ()
    shown = drawn(village.read_again(found.reading, today), today) if withdrawn else found
    release = None
    if withdrawn or not stops(found.problems):
        release = publish(
            village.Village(root).build,
            lambda folder: make(Job(shown.portal, root, folder, told, noticed), parts),
            now,
            village.kept(shown.reading, today),
        )
        village.remember(root)
    return Built(None if withdrawn else release, found, tuple(noticed), withdrawn)


def _with_all(root: Path, parts: Sequence[str]) -> Sequence[str]:
    """Add the parts that are published now: what may no longer be shown must leave them too."""
    current = village.Village(root).build / "current"
    return tuple(part for part in PARTS if part in parts or (current / part).is_dir())


@dataclass(frozen=True, slots=True)
class Job:
    """What every maker needs: a portal, the village's folder, the release's folder, who is told."""

    portal: Portal
    root: Path
    folder: Path
    told: Told
    noticed: list[Problem]
    codes: Codes = field(default_factory=Codes)


def make(job: Job, parts: Sequence[str]) -> Mapping[str, int]:
    """Write the chosen parts into a folder and return how many pages, records or sheets each has.

    A part that is not chosen stays as it is in the current release, so that a portal is always whole.
    """
    counts: dict[str, int] = {}
    for part in PARTS:
        if part in parts:
            told, maker = MAKERS[part]
            job.told(told)
            counts[part] = maker(job)
        else:
            counts |= carried(village.Village(job.root).build, job.folder, part)
    return counts


# The outputs are imported when they are made: pelican and weasyprint take a while to load.


def _site(job: Job) -> int:
    from dorpspomp.outputs import compress, site

    made = site.build(job.portal, job.root, job.folder / "site")
    compress.beside(job.folder / "site", village.Village(job.root).build / "current" / "site")
    return made


def _kiosk(job: Job) -> int:
    from dorpspomp.outputs import kiosk

    return kiosk.build(job.portal, job.folder / "kiosk", job.codes)


def _data(job: Job) -> int:
    from dorpspomp.outputs import data

    return data.build(job.portal, job.folder / "data")


def _print(job: Job) -> int:
    from dorpspomp.outputs import paper

    made, problems = paper.build(job.portal, job.folder / "print", job.codes, job.told)
    job.noticed.extend(problems)
    return made


MAKERS: Mapping[str, tuple[str, Callable[[Job], int]]] = {
    "site": ("Website maken", _site),
    "kiosk": ("Kiosk maken", _kiosk),
    "data": ("Gegevens schrijven", _data),
    "print": ("Drukwerk maken", _print),
}
"""What is told about each part, and what makes it."""
