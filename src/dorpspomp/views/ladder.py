"""The ladder: who can help with what. Neighbours first, then volunteers, then those whose work it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dorpspomp.model import Service
from dorpspomp.views.card import Card
from dorpspomp.views.lists import ReferralView, referral_views
from dorpspomp.views.portal import Portal
from dorpspomp.views.shelf import Shelf
from dorpspomp.views.together import Warm, warm

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who helps, with what, and a few who do so near by. `count` tells how many there are."""

    name: str
    text: str
    icon: str
    cards: tuple[Card, ...] = ()
    count: int = 0


STEPS = (
    (
        "buren",
        Step("Buren", "Voor iets kleins of gezelligs. Een lamp, een praatje, een keer meerijden.", "koffie"),
    ),
    (
        "vrijwilliger",
        Step(
            "Vrijwilligers",
            "Voor wat vaker terugkomt. Zij hebben uitleg gehad en komen op afspraak.",
            "handen",
        ),
    ),
    (
        "professional",
        Step("Mensen van het vak", "Voor zorg, geld, recht en veiligheid. Het is hun beroep.", "schild"),
    ),
)
"""The steps of the ladder by the `niveau` of a service."""


@dataclass(frozen=True, slots=True)
class Referrals:
    """The page about who can help with what. `urgent` are situations that no neighbour should face alone."""

    steps: tuple[Step, ...]
    urgent: tuple[ReferralView, ...]
    situations: tuple[ReferralView, ...]
    warm: Warm | None

    @property
    def everything(self) -> tuple[ReferralView, ...]:
        """Return every situation, the urgent ones first."""
        return (*self.urgent, *self.situations)


def referrals_view(portal: Portal, shelf: Shelf) -> Referrals:
    """Make the page about who can help with what."""
    found = referral_views(portal)
    urgent = tuple(view for view in found if _is_never_for_neighbours(view))
    return Referrals(
        steps=ladder(portal, shelf),
        urgent=urgent,
        situations=tuple(view for view in found if view not in urgent),
        warm=warm(portal, shelf),
    )


def _is_never_for_neighbours(view: ReferralView) -> bool:
    return view.referral.not_neighbours.casefold().startswith("altijd")


def ladder(portal: Portal, shelf: Shelf) -> tuple[Step, ...]:
    """Return the steps, each with a few services; none where the sheets know of only one."""
    services = [service for service in portal.register.services if not service.is_national]
    made = tuple(_step(level, step, services, shelf) for level, step in STEPS)
    return made if sum(step.count > 0 for step in made) > 1 else ()


def _step(level: str, step: Step, services: Sequence[Service], shelf: Shelf) -> Step:
    found = [shelf.by_address[s.address] for s in services if s.level == level]
    found.sort(key=lambda card: (not card.highlighted, card.rank))
    return Step(step.name, step.text, step.icon, tuple(found[:_EXAMPLES]), len(found))
