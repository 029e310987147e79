"""Chores: what in a register asks for somebody's attention, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from dorpspomp.check import holidays
from dorpspomp.check.aside import NOTHING, Aside
from dorpspomp.check.rota import RUNS_OUT
from dorpspomp.model import (
    Activity,
    Checked,
    Notice,
    Organization,
    Phone,
    Place,
    Platform,
    Record,
    Service,
    Source,
    Status,
)
from dorpspomp.views.chore import INCOMPLETE, LATER, OLD, Chore
from dorpspomp.views.dutch import day_and_date, long_date
from dorpspomp.views.portal import Portal
from dorpspomp.when import Schedule
from dorpspomp.when.schedule import Verdict

COORDINATOR = "coördinator"
MANAGER = "beheerder"

EXPIRES = timedelta(days=14)
"""So long before something ends, somebody asks whether it goes on."""

FRESH = timedelta(days=30)
"""What was checked in the last month need not be asked again just before it takes place."""

WAITS = {"vraag": timedelta(days=14), "aanbod": timedelta(days=60)}
"""How long a card may hang without a match; an offer may wait longer than a question."""

CARD = 44
"""How many letters of a card stand on the list."""


def chores(portal: Portal, beside: Aside = NOTHING) -> tuple[Chore, ...]:
    """Return everything there is to do, what matters most first."""
    found = [chore for kind in KINDS for chore in kind(portal, beside)]
    return tuple(sorted(found, key=lambda c: (c.rank, c.since, c.sheet, c.row, c.kind)))


def _rota(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield the end of the rota when it is near."""
    shifts = sorted(portal.register.shifts, key=lambda shift: shift.end)
    if shifts and shifts[-1].end < portal.today + RUNS_OUT:
        last = shifts[-1]
        yield Chore(
            kind="rooster", owner=COORDINATOR, record=last, title="Telefoondienst", heading="tot en met",
            why=f"Het rooster loopt tot en met {day_and_date(last.end)}.",
            do="Vraag wie daarna de telefoon opneemt.", minutes=5, since=last.end,
        )  # fmt: skip


def _prints(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield what hangs somewhere and has had its time."""
    for order in portal.register.print_orders:
        if order.replace_on and order.replace_on < portal.today + EXPIRES:
            kind = order.kind.capitalize()
            yield Chore(
                kind="drukwerk", owner=_manager(portal), record=order, title=order.title or kind,
                heading="vervang op", why=f"{kind}, goed tot {long_date(order.replace_on)}.",
                do="Druk een nieuwe af en hang die op.", minutes=5, since=order.replace_on,
            )  # fmt: skip


def _ending(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield activities that soon have their last day, unless somebody has just asked."""
    for activity in portal.register.activities:
        last = _last_day(activity)
        is_near = last is not None and portal.today <= last < portal.today + EXPIRES
        if last and is_near and not _just_checked(activity, portal.today):
            once = all(len(rule.dates) == 1 for rule in activity.when.rules)
            yield (_once if once else _last_time)(activity, last, portal)


def _once(activity: Activity, day: date, portal: Portal) -> Chore:
    """Ask whether what takes place once goes on."""
    return Chore(
        kind="loopt af", owner=_owner(activity, portal), record=activity, heading="gecontroleerd op",
        why=f"Dit is op {day_and_date(day)}.", do="Vraag of het doorgaat.", minutes=3, since=day,
        phone=_phone(activity, portal), ask=f"Gaat het door op {day_and_date(day)}?",
    )  # fmt: skip


def _last_time(activity: Activity, day: date, portal: Portal) -> Chore:
    """Ask whether a series goes on after its last day."""
    return Chore(
        kind="loopt af", owner=_owner(activity, portal), record=activity, heading="tot en met",
        why=f"De laatste keer is op {day_and_date(day)}.", do="Vraag of het daarna verdergaat.", minutes=3,
        since=day, phone=_phone(activity, portal), ask=f"Gaat het na {day_and_date(day)} verder?",
    )  # fmt: skip


def _cards(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield cards on the board that end soon, and cards that nobody answered."""
    for notice in portal.register.notices:
        waits = portal.today - notice.placed_on
        if notice.status is Status.OPEN and notice.valid_until < portal.today + EXPIRES:
            yield _card_ends(notice)
        elif notice.status is Status.OPEN and waits > WAITS.get(notice.kind, EXPIRES):
            yield _card_waits(notice)


def _card_ends(notice: Notice) -> Chore:
    return Chore(
        kind="kaart loopt af", owner=COORDINATOR, record=notice, title=_title(notice), heading="geldig tot",
        why=f"Deze kaart hangt tot en met {day_and_date(notice.valid_until)}.",
        do="Vraag of de kaart mag blijven hangen.", minutes=4, since=notice.valid_until,
    )  # fmt: skip


def _card_waits(notice: Notice) -> Chore:
    return Chore(
        kind="kaart wacht", owner=COORDINATOR, record=notice, title=_title(notice), heading="status",
        why=f"Deze kaart hangt sinds {long_date(notice.placed_on)} zonder antwoord.",
        do="Bel iemand die hierbij past." if notice.is_question else "Vraag of het aanbod nog staat.",
        minutes=4, rank=OLD, since=notice.placed_on,
    )  # fmt: skip


def _stale(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield what nobody has looked at for long; a national service is looked up, not rung."""
    steps = sorted(portal.settings.stale_after) or [180]
    records: tuple[Checked | Platform, ...] = (*portal.findable, *portal.register.platforms)
    for record in records:
        is_national = record.sheet == "landelijk"
        most = steps[-1] if is_national else steps[0]
        if record.checked_on and (portal.today - record.checked_on).days > most:
            phone = None if is_national else _phone(record, portal)
            yield Chore(
                kind="verouderd", owner=_owner(record, portal), record=record, heading="gecontroleerd op",
                why=f"Nagekeken op {long_date(record.checked_on)}.",
                do="Bel en vraag of alles nog klopt." if phone else "Zoek uit of alles nog klopt.",
                minutes=3, rank=OLD, since=record.checked_on, phone=phone,
                ask=_QUESTIONS.get(record.sheet, "Klopt alles nog?"),
            )  # fmt: skip


_QUESTIONS = {
    "diensten": "Kloppen de tijden, de kosten en het nummer nog?",
    "activiteiten": "Kloppen de dag, de tijd en de kosten nog?",
    "organisaties": "Kloppen het adres en de tijden nog?",
    "plekken": "Kloppen de openingstijden nog?",
}


def _without_phone(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield local services and organisations that cannot be rung."""
    records: tuple[Service | Organization, ...] = (*_local(portal), *portal.register.organizations)
    for record in records:
        if record.phone is None and record.source != Source(record.sheet):
            yield Chore(
                kind="zonder telefoon", owner=_owner(record, portal), record=record, heading="telefoon",
                why="Er staat geen telefoonnummer bij.", do="Zoek het nummer op en vul het in.", minutes=3,
                rank=INCOMPLETE, since=record.checked_on or portal.today,
            )  # fmt: skip


def _without_costs(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield what does not tell whether it costs anything."""
    records: tuple[Service | Activity, ...] = (*_local(portal), *portal.register.activities)
    for record in records:
        if not record.costs:
            phone = _phone(record, portal)
            yield Chore(
                kind="zonder kosten", owner=_owner(record, portal), record=record, heading="kosten",
                why="Er staat niet bij wat het kost.",
                do="Vraag wat het kost." if phone else "Zoek uit wat het kost.", minutes=3, rank=INCOMPLETE,
                since=record.checked_on or portal.today, phone=phone, ask="Wat kost het, of is het gratis?",
            )  # fmt: skip


def _unread_times(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield times that were a question: they stand on the page as written, not in the agenda."""
    for record in portal.findable:
        for attribute, heading in _TIMES:
            schedule = getattr(record, attribute, None)
            if isinstance(schedule, Schedule) and schedule.verdict is Verdict.ASK:
                yield Chore(
                    kind="tijd", owner=_owner(record, portal), record=record, heading=heading,
                    why=f"Deze tijd is niet duidelijk: ‘{schedule.text}’.",
                    do="Schrijf de tijd zo: elke dinsdag 10.00-12.00.", minutes=2, rank=INCOMPLETE,
                    since=record.checked_on or portal.today, phone=_phone(record, portal),
                    ask="Op welke dag en hoe laat is het precies?",
                )  # fmt: skip


_TIMES = (("when", "wanneer"), ("hours", "openingstijden"), ("reachable", "bereikbaar"))


def _holidays(portal: Portal, beside: Aside) -> Iterator[Chore]:
    """Yield the first school holiday of the coming year that may still change, and the end of the list."""
    known, soon = holidays.ours(portal.register), portal.today + holidays.SOON
    may_change = [h for h in known if h.source.row in beside.provisional and portal.today <= h.start < soon]
    for holiday in may_change[:1]:
        yield Chore(
            kind="vakantie", owner=_manager(portal), record=holiday, heading="opmerking",
            why=f"Deze vakantie begint op {long_date(holiday.start)} en is nog voorlopig.",
            do="Kijk de datums na op rijksoverheid.nl.", minutes=5, rank=LATER, since=holiday.start,
        )  # fmt: skip
    if known and known[-1].end < portal.today + holidays.ENOUGH:
        yield Chore(
            kind="vakantie", owner=_manager(portal), record=known[-1], heading="tot en met",
            why="Dit is de laatste schoolvakantie in dit blad.", do="Zet de volgende schoolvakanties erbij.",
            minutes=5, rank=LATER, since=known[-1].end,
        )  # fmt: skip


KINDS: tuple[Callable[[Portal, Aside], Iterator[Chore]], ...] = (
    _rota, _prints, _ending, _cards, _stale, _without_phone, _without_costs, _unread_times, _holidays,
)  # fmt: skip
"""Every kind of chore."""


def _local(portal: Portal) -> tuple[Service, ...]:
    return tuple(service for service in portal.register.services if not service.is_national)


def _owner(record: Record, portal: Portal) -> str:
    return (record.checked_by if isinstance(record, Checked) else "") or _manager(portal)


def _manager(portal: Portal) -> str:
    return portal.settings.manager or MANAGER


def _phone(record: Record, portal: Portal) -> Phone | None:
    """Return the number to ring: the record's own, or its organisation's; never our own central one."""
    own = record.phone if isinstance(record, (Service, Activity, Organization, Place)) else None
    code = record.organization if isinstance(record, (Service, Activity)) else ""
    found = portal.organization(code)
    phone = own or (found.phone if found else None)
    return None if phone == portal.settings.phone else phone


def _last_day(activity: Activity) -> date | None:
    """Return the last day of an activity that ends."""
    lasts = [max(rule.dates) if rule.dates else rule.until for rule in activity.when.rules]
    known = [last for last in lasts if last]
    return activity.end or (max(known) if known and len(known) == len(lasts) else None)


def _just_checked(record: Checked, today: date) -> bool:
    return record.checked_on is not None and today - record.checked_on < FRESH


def _title(notice: Notice) -> str:
    """Name a card by its number and its first words."""
    text = notice.text
    start = text if len(text) <= CARD else f"{text[:CARD].rsplit(' ', 1)[0]} …"
    return f"{notice.number}: {start}"
