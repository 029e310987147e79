"""Taking part: roles and vacancies, the contacts in the streets, and who comes along the first time."""

from __future__ import annotations

from dataclasses import dataclass

from dorpspomp.model import Role, Service, StreetContact
from dorpspomp.views.card import Card
from dorpspomp.views.portal import Portal
from dorpspomp.views.shelf import Shelf

WARM = ("meega", "mee te gaan", "gaat mee", "ga mee", "gaan mee", "maatje", "stelt u voor", "kennismaken")
"""Words by which a role or a service is known as somebody who comes along."""

_MOST = 3


@dataclass(frozen=True, slots=True)
class Warm:
    """Warm contact: who comes along the first time, and introduces you."""

    roles: tuple[Role, ...] = ()
    cards: tuple[Card, ...] = ()
    contacts: tuple[StreetContact, ...] = ()


@dataclass(frozen=True, slots=True)
class TogetherView:
    """Who may take part: roles that are open and that are filled, contacts in the streets, warm contact."""

    roles: tuple[Role, ...]
    contacts: tuple[StreetContact, ...]
    warm: Warm | None = None


def together_view(portal: Portal, shelf: Shelf) -> TogetherView:
    """Make the page of roles and street contacts; what is still open comes first."""
    register = portal.register
    roles = sorted(register.roles, key=lambda role: role.status.value == "bezet")
    return TogetherView(tuple(roles), register.street_contacts, warm(portal, shelf))


def warm(portal: Portal, shelf: Shelf) -> Warm | None:
    """Return who comes along the first time; None when a village names nobody."""
    register = portal.register
    roles = tuple(role for role in register.roles if _is_warm(f"{role.name} {role.task}"))
    services = [s for s in register.services if not s.is_national and s.level != "professional"]
    cards = tuple(shelf.by_address[s.address] for s in services if _is_warm(_said(s)))
    contacts = register.street_contacts
    return Warm(roles, cards[:_MOST], contacts) if roles or cards or contacts else None


def _said(service: Service) -> str:
    return f"{service.name} {service.short} {service.does}"


def _is_warm(text: str) -> bool:
    return any(word in text.casefold() for word in WARM)
