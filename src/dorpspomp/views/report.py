"""The report as a page: what to do first, every cause once, and the volunteer's own sheets.

Nothing here is longer for a sheet of ten thousand wrong rows than for one of fifty: what is left
out is counted and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from dorpspomp import report as words
from dorpspomp.heading import Headed
from dorpspomp.problem import Level, Problem
from dorpspomp.report import Ending
from dorpspomp.views import dutch
from dorpspomp.views.grid import Grid, Message, grid, message
from dorpspomp.views.marks import Marked, marked

MOST_CAUSES = 40
MOST_PLACES = 12
MOST_ABOVE = 12

_EXPLAINED: Mapping[Level, tuple[str, str]] = MappingProxyType(
    {
        Level.STOP: ("dit moet eerst gebeuren", "Pas als dit klaar is, kan de website worden bijgewerkt."),
        Level.UNUSABLE: (
            "kan zo niet op de website",
            "Kijk hier het eerst naar. De rest gaat gewoon door.",
        ),
        Level.NOTICE: ("kijk dit eens na", "Dit staat gewoon op de website. Kijk het na als u tijd hebt."),
        Level.REPAIRED: ("dit is al voor u gedaan", "Dit is al voor u hersteld. Kijk alleen of het klopt."),
    }
)
"""What each level means: beside its number, and above its messages."""

_FINE = ("Alles klopt.", "Er is niets te doen. Mooi werk!")
_REPAIRED = ("Alles klopt.", "Kleine foutjes in de bladen zijn al voor u hersteld.")
_NOTICE = ("Bijna alles klopt.", "Hieronder staat wat u nog eens kunt nakijken. Er is geen haast bij.")
_UNUSABLE = (
    "Enkele rijen kunnen zo niet.",
    "De rest van uw bladen is goed. Hieronder staat wat u kunt doen.",
)
_STOP = ("Eerst moet er iets gebeuren.", "Hieronder staat wat, en hoe u dat doet.")
_HELLO: Mapping[Level | None, tuple[str, str]] = MappingProxyType(
    {
        None: _FINE,
        Level.REPAIRED: _REPAIRED,
        Level.NOTICE: _NOTICE,
        Level.UNUSABLE: _UNUSABLE,
        Level.STOP: _STOP,
    }
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many problems there are of one level."""

    level: Level
    number: str
    about: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A row that a message is about; `anchor` is its place on the page, "" where it is not shown."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """One message: where, what stands there, what is wrong, what is shown now, and what to do."""

    level: Level
    sheet: str
    where: str
    spots: tuple[Spot, ...]
    more: str
    says: str
    wrong: str
    now: tuple[str, ...]
    do: str

    @property
    def asks(self) -> bool:
        """Tell whether there is something to do."""
        return words.asks(self.do)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The messages of one level."""

    level: Level
    title: str
    about: str
    causes: tuple[Cause, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """One sheet of the volunteer with the messages in its cells."""

    name: str
    file: str
    above: tuple[Message, ...]
    grid: Grid


@dataclass(frozen=True)
class Report:
    """Everything that the page shows; `marked` is for the copies with comments."""

    village: str
    today: date
    hello: tuple[str, str]
    counts: tuple[Count, ...]
    first: Cause | None
    chapters: tuple[Chapter, ...]
    sheets: tuple[Own, ...]
    ending: tuple[str, ...]
    marked: tuple[Marked, ...] = ()
    is_live: bool = False


def report(
    problems: Iterable[Problem], sheets: Mapping[str, Headed], ending: Ending, today: date, village: str
) -> Report:
    """Return the report of these problems on one day."""
    found = words.told(problems)
    is_live = ending.outcome.is_live
    own = marked(found, sheets)
    shown = tuple(_own(sheet, is_live, today) for sheet in own)
    anchors = {(sheet.name, row): anchor for sheet in shown for row, anchor in sheet.grid.anchors.items()}
    chapters = tuple(_chapters(found, anchors, is_live, today))
    return Report(
        village=village,
        today=today,
        hello=_HELLO[found[0].level if found else None],
        counts=tuple(_count(level, found) for level in dict.fromkeys(problem.level for problem in found)),
        first=_first(chapters),
        chapters=chapters,
        sheets=shown,
        ending=ending.sentences(found),
        marked=own,
        is_live=is_live,
    )


def _first(chapters: Sequence[Chapter]) -> Cause | None:
    """Return what to begin with; a single message needs no beginning, and a repair asks for nothing."""
    causes = [cause for chapter in chapters for cause in chapter.causes if cause.level is not Level.REPAIRED]
    return causes[0] if len(causes) > 1 else None


def _count(level: Level, problems: Sequence[Problem]) -> Count:
    number = sum(problem.level is level for problem in problems)
    return Count(level, dutch.number(number), _EXPLAINED[level][0])


def _chapters(
    problems: Sequence[Problem], anchors: Mapping[tuple[str, int], str], is_live: bool, today: date
) -> Iterator[Chapter]:
    for level in dict.fromkeys(problem.level for problem in problems):
        groups = list(words.causes(problem for problem in problems if problem.level is level))
        causes = tuple(_cause(group, anchors, is_live, today) for group in groups[:MOST_CAUSES])
        more = len(groups) - MOST_CAUSES
        rest = f"Er zijn nog {dutch.number(more)} opmerkingen van deze soort." if more > 0 else ""
        yield Chapter(level, words.TITLES[level], _EXPLAINED[level][1], causes, rest)


def _cause(
    group: Sequence[Problem], anchors: Mapping[tuple[str, int], str], is_live: bool, today: date
) -> Cause:
    first = group[0]
    column = f"kolom\u00a0{first.column} ({first.heading})" if first.column else f"‘{first.heading}’"
    more = len(group) - MOST_PLACES
    return Cause(
        level=first.level,
        sheet=first.sheet,
        where=", ".join(part for part in (f"blad {first.sheet}", column) if part != "‘’"),
        spots=tuple(_spots(group[:MOST_PLACES], anchors)),
        more=f"en nog {dutch.number(more)} rijen" if more > 0 else "",
        says=words.says(group),
        wrong=first.wrong,
        now=words.fates(group, is_live, today),
        do=first.do,
    )


def _spots(group: Sequence[Problem], anchors: Mapping[tuple[str, int], str]) -> Iterator[Spot]:
    for problem in group:
        name = f"‘{problem.name}’" if problem.name else ""
        row = f"rij {problem.row}" if problem.row else ""
        if text := " ".join(part for part in (row, name) if part):
            yield Spot(text, anchors.get((problem.sheet, problem.row), ""))


def _own(sheet: Marked, is_live: bool, today: date) -> Own:
    above = tuple(message(problem, is_live, today) for problem in sheet.above[:MOST_ABOVE])
    return Own(sheet.headed.sheet.name, sheet.headed.file, above, grid(sheet, is_live, today))
