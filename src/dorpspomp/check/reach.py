"""Reach: everybody can use what is offered, and what is heavy has a professional behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from dorpspomp.check.aside import Aside
from dorpspomp.check.hint import hint
from dorpspomp.loose import key
from dorpspomp.model import Activity, Organization, Platform, Register, Service, Tile
from dorpspomp.problem import Problem

_PROFESSIONAL = "professional"

HEAVY = re.compile(
    r"(?<![^\W\d_])(?:"
    r"zorg(?!eloos)|mantelzorg|verple[eg]|dokter|huisarts|ziek(?!enhuis)|dement|alzheimer|geheugen"
    r"|geld(?!er)|schuld|deurwaarder"
    r"|armoede|toeslag|uitkering|veilig|onveilig|geweld|mishandel|politie|oplicht|eenza|rouw|verdriet|verlies"
    r"|somber|depress|zelfmoord|suïcid|verslaa|verslav|alcohol|drugs|gokk|psych|echtscheid"
    r")",
    re.IGNORECASE,
)
"""How words begin that stand for care, money, safety, loneliness, grief, dementia or addiction."""


def only_a_website(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield services that people without internet cannot reach."""
    records: tuple[Service | Organization, ...] = (*register.services, *register.organizations)
    for record in records:
        elsewhere = record.phone or record.email or record.place or getattr(record, "visiting_address", "")
        if record.website and not elsewhere and record.sheet != "landelijk":
            yield hint(record, "telefoon", "Hier staat alleen een website.", "Zet er een telefoonnummer bij.")


def platforms(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield platforms that shut people out, and needs with two favourites."""
    for platform in register.platforms:
        if platform.needs_account and not platform.without_account:
            yield hint(
                platform, "zonder account", "Voor dit platform is een account nodig.",
                "Schrijf op hoe het zonder account kan.",
            )  # fmt: skip
    preferred = sorted((p for p in register.platforms if p.preferred), key=_need)
    for _, group in groupby(preferred, key=_need):
        for extra in list(group)[1:]:
            yield hint(
                extra, "voorkeur", f"Voor ‘{extra.need}’ hebben twee platforms de voorkeur.",
                "Laat er één met ‘ja’ staan.",
            )  # fmt: skip


def costs(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield what does not tell whether it costs anything."""
    records: tuple[Service | Activity, ...] = (*register.services, *register.activities)
    for record in records:
        if not record.costs and record.sheet != "landelijk":
            yield hint(record, "kosten", "Er staat niet bij wat het kost.", "Vul een bedrag in, of ‘gratis’.")


def without_a_professional(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield tiles about heavy matters under which no professional, referral or national service stands."""
    parents = {tile.code: tile.parent for tile in register.tiles}
    covered = {s.tile for s in register.services if s.is_national or s.level == _PROFESSIONAL}
    covered |= {referral.tile for referral in register.referrals}
    covered |= {parents.get(tile, "") for tile in covered}
    for tile in register.tiles:
        if tile.code not in covered and (about := _heavy(tile)):
            yield hint(
                tile, "woorden", "Dit gaat ook over zware zaken. Er staat nog geen vakmens bij.",
                "Zet bij ‘doorverwijzen’ een rij met deze rubriek.", about,
            )  # fmt: skip


def _heavy(tile: Tile) -> str:
    """Return the first of a tile's texts that speaks of a heavy matter, or ""."""
    return next((text for text in (tile.name, tile.question, *tile.words) if HEAVY.search(text)), "")


def _need(platform: Platform) -> str:
    return key(platform.need)
