"""A record to pass on: a short text, and addresses that open a message with that text.

The coming time is named with its date beside the usual times, so that who reads it later sees what is past.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from dorpspomp.views.card import Card
from dorpspomp.views.portal import Portal


@dataclass(frozen=True, slots=True)
class Share:
    """What is passed on of a record. The addresses hold the whole text; nothing is sent by opening one."""

    text: str
    whatsapp: str
    mail: str
    sms: str


def share(card: Card, portal: Portal) -> Share:
    """Make the text of a record and the messages that hold it."""
    text = "\n".join(line for line in _lines(card, portal) if line)
    body = quote(text.replace("\n", "\r\n"), safe="")
    return Share(
        text=text,
        whatsapp=f"https://wa.me/?text={quote(text, safe='')}",
        mail=f"mailto:?subject={quote(card.name, safe='')}&body={body}",
        sms=f"sms:?&body={quote(text, safe='')}",  # the & is for iPhones, which know no first question mark
    )


def _lines(card: Card, portal: Portal) -> tuple[str, ...]:
    return (
        card.name,
        card.notice,
        "" if card.text == card.where else card.text,
        _labelled("Wanneer" if card.sheet == "activiteiten" else "Open", card.when or card.following),
        _labelled("Eerstvolgende keer", card.coming),
        _labelled("Waar", _where(card, portal)),
        _labelled("Bel", _number(card)),
        portal.short_url(card.short),
    )


def _where(card: Card, portal: Portal) -> str:
    place = portal.place(card.place.split("/")[1]) if card.place else None
    address = place.one_line if place else ""
    return ", ".join(part for part in (card.where, address) if part)


def _number(card: Card) -> str:
    if card.number is None:
        return ""
    shown = card.number.phone.shown
    return shown if card.number.own else f"{shown} (het centrale nummer)"


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""
