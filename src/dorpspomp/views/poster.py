"""Posters: what stands on the one of a service or an activity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dorpspomp.model import Activity, PrintOrder, Service
from dorpspomp.views.agenda import entries
from dorpspomp.views.card import AHEAD, Card, Fact, words
from dorpspomp.views.dutch import MONTHS, listed, long_date, sentence
from dorpspomp.views.paper import BRIEF, cut
from dorpspomp.views.portal import Portal, typed
from dorpspomp.views.record import facts
from dorpspomp.views.shelf import shelf

YEAR = timedelta(days=365)

EXAMPLES = 3
"""How many sentences as people say them fit on a poster."""

TIMES = 5
"""How many dates a poster names when people cannot know the week by heart."""


@dataclass(frozen=True, slots=True)
class Moments:
    """When something is, cut for large type: the day, the time, and what comes in smaller letters."""

    day: str = ""
    time: str = ""
    but: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterView:
    """A poster of one service or activity. `qr` is "" when the village has no web address.

    `more` tells where the rest is, when texts had to be cut.
    """

    card: Card
    name: str
    text: str
    when: Moments
    examples: tuple[str, ...]
    facts: tuple[Fact, ...]
    valid_until: str
    qr: str
    typed: str
    more: str = ""


def poster_views(portal: Portal) -> Iterator[PosterView]:
    """Yield a poster for each local service and each activity that goes on.

    National services get none: nobody hangs a poster for 112, and it stands on every other piece.
    """
    made = shelf(portal)
    replaced = _replaced(portal.register.print_orders)
    for record in portal.findable:
        if isinstance(record, Activity) or (isinstance(record, Service) and not record.is_national):
            yield _poster(record, made.by_address[record.address], portal, replaced.get(record.address))


def shortened_poster(view: PosterView, portal: Portal) -> PosterView:
    """Return a poster with its texts cut, for one that fits in no type size; it says where the rest is."""
    rest = [f"kijk op {view.typed}"] if view.typed else []
    call = ["bel gerust"] if view.card.number else []
    when = view.when
    return replace(
        view,
        name=cut(view.name, BRIEF["name"]),
        text=cut(view.text, BRIEF["text"]),
        when=Moments(
            cut(when.day, BRIEF["when"]), cut(when.time, BRIEF["when"]), cut(when.but, BRIEF["when"])
        ),
        examples=(),
        facts=tuple(replace(fact, text=cut(fact.text, BRIEF["fact"])) for fact in view.facts),
        more=f"Meer weten? {sentence(listed([*call, *rest], 'of'))}" if call or rest else "",
    )


def _replaced(orders: Sequence[PrintOrder]) -> Mapping[str, date]:
    """Return the day on which the volunteer hangs a new poster, by address."""
    posters = (order for order in orders if order.kind.startswith("poster") and order.replace_on)
    return {address: order.replace_on for order in posters for address in order.over if order.replace_on}


def _poster(record: Service | Activity, card: Card, portal: Portal, replaced: date | None) -> PosterView:
    activity = record if isinstance(record, Activity) else None
    until = (_last_day(activity) if activity else None) or replaced or portal.today + YEAR
    when = split(words(activity.when if activity else record.hours if isinstance(record, Service) else None))
    return PosterView(
        card=card,
        name=record.name,
        text=card.text,
        when=_with_dates(when, activity, portal) if activity else when,
        examples=record.examples[:EXAMPLES] if isinstance(record, Service) else (),
        facts=_facts(record, portal),
        valid_until=long_date(until),
        qr=portal.short_url(card.short),
        typed=typed(portal.short_url(card.short)),
    )


def _last_day(activity: Activity) -> date | None:
    """Return the last day of an activity that ends: its own, or the last of its dates."""
    rules = activity.when.rules
    ends = [rule.until or max(rule.dates, default=None) for rule in rules]
    return activity.end or max((end for end in ends if end), default=None) if all(ends) else activity.end


def _with_dates(when: Moments, activity: Activity, portal: Portal) -> Moments:
    """Name the next dates of what is every other week: nobody knows by heart which week it is."""
    if not any(rule.interval > 1 or rule.parity for rule in activity.when.rules):
        return when
    coming = entries(activity, portal, portal.today, portal.today + AHEAD)
    days = [entry.date for entry in coming if not entry.cancelled][:TIMES]
    if not days:
        return when
    named = f"de eerste keren: {listed([f'{day.day} {MONTHS[day.month - 1]}' for day in days])}"
    rest = [part for part in when.but.split(", ") if part and not part.startswith("vanaf ")]
    return replace(when, but="; ".join([named, *rest]))


def _facts(record: Service | Activity, portal: Portal) -> tuple[Fact, ...]:
    """Return the facts that a poster has room for, in the order of asking."""
    known = {fact.label: fact.text for fact in facts(record, portal)}
    place = portal.place(record.place)
    where = place.name if place else ""
    street = place.street if place else ""
    town = place.town if place and place.town != portal.settings.village else ""
    start = known.get("Startpunt", "")
    chosen = (
        Fact("Waar", ", ".join(part for part in (where, street, town) if part)),
        Fact("Start", start if start != where else ""),
        Fact("Kosten", known.get("Kosten", "")),
        Fact("Voor wie", known.get("Voor wie", "")),
        Fact("Neem mee", known.get("Meenemen", "")),
        Fact("Bij u thuis", "ja, wij komen naar u toe" if known.get("Komt bij u thuis") else ""),
        Fact("Aanmelden", sentence(record.sign_up)),
    )
    return tuple(fact for fact in chosen if fact.text)


def split(when: str) -> Moments:
    """Cut a schedule with one time into day, time and exceptions; others stay whole.

    >>> split("elke dinsdag van 10.00 tot 12.00 uur, niet in de schoolvakantie")
    Moments(day='elke dinsdag', time='10.00 – 12.00 uur', but='niet in de schoolvakantie')
    >>> split("op zondag 13 december 2026 om 11.00 uur")
    Moments(day='zondag 13 december 2026', time='11.00 uur', but='')
    >>> split("elke maandag van 9.00 tot 12.00 uur; elke dinsdag vanaf 13.00 uur").time
    ''
    """
    found = re.fullmatch(
        r"(?:op )?([^;:]+?) (van|vanaf|om) (\d+\.\d\d)(?: tot (\d+\.\d\d))? uur(?:, ([^;.]+))?", when
    )
    if not found:
        return Moments(when)
    day, word, start, end, but = found.groups("")
    since = "vanaf " if word == "vanaf" else ""
    return Moments(day, f"{start} – {end} uur" if end else f"{since}{start} uur", but)
