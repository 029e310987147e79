"""What is done for a village that is watched: build, write the report, say how it went.

First what is made in a few seconds, then all of it: paper takes longer than all the rest. Both are
whole releases, for a part that is not made anew stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dorpspomp import report as words
from dorpspomp.build import Built
from dorpspomp.problem import Level
from dorpspomp.screen import Screen

SLOW = ("print",)
"""The parts that take long."""

_REFUSED = "De website kon niet worden gemaakt."
_PAPER = "Het drukwerk is ook klaar."
_WHERE = "Het hele verslag staat in {page}"
_FINE = "U hoeft nu niets te doen."


@dataclass(frozen=True, slots=True)
class Caretaker:
    """How a watched village is built and reported: `build` takes the parts to make."""

    build: Callable[[Sequence[str]], Built]
    report: Callable[[Built], Path]
    screen: Screen
    parts: Sequence[str]

    def work(self) -> Iterator[None]:
        """Build and report; yields before the part that takes long, which may then be left."""
        quick = tuple(part for part in self.parts if part not in SLOW)
        if not quick or quick == tuple(self.parts):
            self._built(self.parts)
            return
        first = self._built(quick)
        if first.release is None:  # the whole would stop for the same reason
            return
        yield
        whole = self._one(self.parts)
        self.report(_with_news(whole, first))
        self.screen.say(_PAPER if whole.release else summary(whole)[0])

    def _built(self, parts: Sequence[str]) -> Built:
        built = self._one(parts)
        page = self.report(built)
        self.screen.say(*summary(built), _WHERE.format(page=page))
        return built

    def _one(self, parts: Sequence[str]) -> Built:
        from dorpspomp.outputs.site import SiteRefused  # slow: the build needs it all the same

        try:
            return self.build(parts)
        except SiteRefused:
            self.screen.say(_REFUSED)
            raise


def summary(built: Built) -> tuple[str, ...]:
    """Say in a few lines what happened to the website, how many messages there are, what comes first."""
    found = words.told(built.problems)
    counts = [
        f"{sum(problem.level is level for problem in found)} × {level.value}"
        for level in dict.fromkeys(problem.level for problem in found)
    ]
    urgent = [p for p in found if p.level in {Level.STOP, Level.UNUSABLE}] or [*found]
    first = next((f"{p.where}: {p.wrong} {p.do}" for p in urgent if words.asks(p.do)), "")
    return (
        " ".join(built.ending.sentences(found)),
        *([f"Meldingen: {', '.join(counts)}."] if counts else []),
        f"Doe eerst dit: {first}" if first else _FINE,
    )


def _with_news(whole: Built, first: Built) -> Built:
    """Return the whole as the report tells it: what the first part changed is news too."""
    if whole.release and first.release and first.release.is_new:
        return replace(whole, release=replace(whole.release, is_new=True))
    return whole
