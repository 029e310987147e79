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
from dorpspomp.heading import Headed
from dorpspomp.outputs.code import Codes
from dorpspomp.problem import Problem, stops
from dorpspomp.publish import Release, publish
from dorpspomp.reading import drawn, read_portal
from dorpspomp.views.portal import Portal

PARTS = ("site", "kiosk", "data", "print")
"""What a portal consists of, in the order of making."""

Told = Callable[[str], None]
"""Is told, in Dutch, what is being done."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the release, None when the register stops publishing; all problems; the sheets.

    `withdrawn` counts the rows that were taken off a portal that otherwise stayed as it was.
    """

    release: Release | None
    problems: tuple[Problem, ...]
    sheets: Mapping[str, Headed]
    withdrawn: int = 0


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
    withdrawn = len(found.reading.made.withdrawn) if stops(found.problems) else 0
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
    return Built(
        None if withdrawn else release, found.problems + tuple(noticed), found.reading.sheets, withdrawn
    )


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
    """Write the chosen parts into a folder and return how many pages, records or sheets each has."""
    counts: dict[str, int] = {}
    for part in PARTS:
        if part in parts:
            told, maker = MAKERS[part]
            job.told(told)
            counts[part] = maker(job)
    return counts


# The outputs are imported when they are made: pelican and weasyprint take a while to load.


def _site(job: Job) -> int:
    from dorpspomp.outputs import site

    return site.build(job.portal, job.root, job.folder / "site")


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
