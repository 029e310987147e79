"""The portal: the register on one day, with what every view looks up in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dorpspomp.model import (
    Activity,
    Deviation,
    Organization,
    Place,
    Record,
    Register,
    Service,
    Settings,
    Tile,
)
from dorpspomp.when.calendar import Calendar

Findable = Service | Activity | Organization | Place
"""The records that have a page and a card of their own."""


@dataclass(frozen=True, eq=False)
class Portal:
    """A register as it is on `today`; `calendar` knows the holidays of the village's region.

    Two portals are the same only when they are one: what is worked out from one can be remembered.
    """

    register: Register
    today: date
    calendar: Calendar

    @property
    def settings(self) -> Settings:
        """Return the village's own facts."""
        return self.register.settings

    @cached_property
    def findable(self) -> tuple[Findable, ...]:
        """Return every record with a card: local services, activities, organisations, places, national."""
        register = self.register
        local = tuple(s for s in register.services if not s.is_national)
        national = tuple(s for s in register.services if s.is_national)
        return (*local, *register.activities, *register.organizations, *register.places, *national)

    @cached_property
    def by_address(self) -> Mapping[str, Record]:
        """Return every record that can be pointed at, by its address."""
        return {record.address: record for record in (*self.findable, *self.register.tiles)}

    @cached_property
    def _deviations(self) -> Mapping[str, tuple[Deviation, ...]]:
        found: dict[str, list[Deviation]] = {}
        for deviation in self.register.deviations:
            found.setdefault(deviation.of, []).append(deviation)
        return {address: tuple(changes) for address, changes in found.items()}

    def deviations(self, record: Record) -> tuple[Deviation, ...]:
        """Return the exceptions to a record's schedule."""
        return self._deviations.get(record.address, ())

    def place(self, code: str) -> Place | None:
        """Return the place with this code."""
        found = self.by_address.get(f"plekken/{code}/")
        return found if isinstance(found, Place) else None

    def organization(self, code: str) -> Organization | None:
        """Return the organisation with this code."""
        found = self.by_address.get(f"organisaties/{code}/")
        return found if isinstance(found, Organization) else None

    def tile(self, code: str) -> Tile | None:
        """Return the tile with this code."""
        found = self.by_address.get(f"rubrieken/{code}/")
        return found if isinstance(found, Tile) else None

    def short_url(self, short: str) -> str:
        """Return the full short address that stands on paper; "" without a web address or a number."""
        return f"{self.settings.url.rstrip('/')}/q/{short}/" if self.settings.url and short else ""


def typed(url: str) -> str:
    """Return an address as people type it: without `https://` and the last slash."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")
