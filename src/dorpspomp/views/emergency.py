"""The emergency numbers, which stand last on every page, screen and sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dorpspomp.model import Settings

NATIONAL = (
    "112 Levensgevaar, brand of inbraak",
    "0900-8844 Politie, geen spoed",
    "113 Denkt u aan zelfmoord? Praat erover",
)
"""What is shown when a village has not written its own. Source: politie.nl and 113.nl, see landelijk.csv."""

_NUMBER = re.compile(r"(\+?\d[\d\s()/-]*\d)[\s:,–-]*")


@dataclass(frozen=True, slots=True)
class Emergency:
    """A number and when to call it; `number` is "" for a line of text only."""

    number: str
    text: str

    @property
    def href(self) -> str:
        """Return the `tel:` address (RFC 3966)."""
        return "tel:" + re.sub(r"[^\d+]", "", self.number)


def emergencies(settings: Settings) -> tuple[Emergency, ...]:
    """Return the village's own emergency numbers, or the national ones.

    >>> emergencies(Settings(portal="", emergency=("112: brand", "0490-06 99 00 Huisartsenpost")))[1]
    Emergency(number='0490-06 99 00', text='Huisartsenpost')
    """
    return tuple(_emergency(text) for text in settings.emergency or NATIONAL)


def _emergency(text: str) -> Emergency:
    found = _NUMBER.match(text)
    return Emergency(found[1], text[found.end() :].strip()) if found else Emergency("", text)
