"""What would vanish from the website: many rows of a sheet at once are a slip until a person says not.

A row that may no longer be shown is no loss: it is withdrawn, whatever else is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dorpspomp import publication, values
from dorpspomp.lastgood import LastGood, Version
from dorpspomp.problem import Level, Problem
from dorpspomp.publication import Held
from dorpspomp.reference import Names
from dorpspomp.when import Schedule

_MOST = 5  # one in so many rows may go
_FEW = 1  # so many rows may always go: taking one row out is no accident
_TIDIED = frozenset({"nieuws", "verhalen", "paginas"})  # a file that is removed was chosen by hand
_DO = "Klopt dit? Zet dan de datum van vandaag achter ‘akkoord’ in het blad instellingen."


@dataclass(frozen=True, slots=True)
class Loss:
    """What the last release showed, what is shown now, what is held back, the settings that are filled."""

    before: LastGood
    shown: Collection[str]
    held: Mapping[str, Held]
    settings: Mapping[str, str]

    def withdrawn(self, today: date) -> Iterator[str]:
        """Yield the addresses of the last release that may no longer be shown."""
        for path, version in self.before.versions.items():
            said = self.held.get(path)
            if (said and said.is_certain) or (path not in self.shown and _is_past(version, today)):
                yield path

    def problems(self, today: date) -> Iterator[Problem]:
        """Yield a `stop` for every sheet of which more than one in five rows would vanish."""
        gone = set(self.before.versions) - set(self.shown) - set(self.withdrawn(today))
        counts = Counter(version.sheet for version in self.before.versions.values())
        by_sheet: dict[str, list[str]] = {}
        for path in sorted(gone, key=lambda path: self.before.versions[path].row):
            by_sheet.setdefault(self.before.versions[path].sheet, []).append(self.before.versions[path].name)
        by_sheet["instellingen"] = [name for name in self.before.settings if name not in self.settings]
        counts["instellingen"] = len(self.before.settings)
        for sheet, names in by_sheet.items():
            if len(names) > max(_FEW, counts[sheet] / _MOST) and sheet not in _TIDIED:
                yield _stop(sheet, names, counts[sheet])


def _is_past(version: Version, today: date) -> bool:
    """Tell whether the last day of a row is past."""
    entry = version.entry()
    if publication.held(entry, today):
        return True
    schedule = values.read(entry, Names({}), today).by_attribute.get("when") if entry.cell("when") else None
    return isinstance(schedule, Schedule) and publication.is_over(schedule, today)


def _stop(sheet: str, names: list[str], count: int) -> Problem:
    some = " en ".join(f"‘{name}’" for name in names[:2])
    wrong = f"Er zijn {len(names)} van de {count} rijen weg, zoals {some}."
    return Problem(level=Level.STOP, sheet=sheet, wrong=wrong, do=_DO)
