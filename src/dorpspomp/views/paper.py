"""Paper: what stands on a poster, a bookmark and the sheet for the fridge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dorpspomp.model import Activity, PrintOrder, Service, Settings
from dorpspomp.views.agenda import entries
from dorpspomp.views.card import AHEAD, Card, Fact, Number, Shelf, number, shelf, words
from dorpspomp.views.dutch import MONTHS, listed, long_date, sentence
from dorpspomp.views.emergency import Emergency, emergencies
from dorpspomp.views.lists import top_tiles
from dorpspomp.views.portal import Portal
from dorpspomp.views.record import facts

YEAR = timedelta(days=365)
POINTS = 7
"""How many everyday examples fit on a bookmark."""

EXAMPLES = 3
"""How many sentences as people say them fit on a poster."""

TIMES = 5
"""How many dates a poster names when people cannot know the week by heart."""

USED = 5
"""How many numbers stand on the sheet for the fridge, besides the central one."""

LINE = 8
"""How many letters of a number fit on one line of the back of a bookmark, very large."""

URGENT = 8
"""How many emergency numbers fit on the sheet for the fridge in any case."""

BRIEF: Mapping[str, int] = {"name": 60, "text": 120, "when": 90, "fact": 60, "point": 24, "title": 40}
"""How many letters a text keeps when it does not fit on paper, however small."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line with an icon."""

    icon: str
    text: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class BookmarkView:
    """A bookmark: `title` stands large, `motto` is what people recognise, `points` are everyday examples.

    `tall` is the format of 210 instead of 180 mm; `code` is "" for the one that every village gets.
    `cards` stand on the back of a village without a central number.
    """

    code: str
    title: str
    motto: str
    points: tuple[Point, ...]
    area: str
    number: Number | None
    place: str
    qr: str
    typed: str
    cards: tuple[Card, ...] = ()
    tall: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the number as it stands very large on the back, on one line or two."""
        return in_two(self.number.phone.shown) if self.number else ()


@dataclass(frozen=True, slots=True)
class FridgeView:
    """The sheet for the fridge: the central number, the five most used, emergencies, and whom to tell."""

    number: Number | None
    cards: tuple[Card, ...]
    emergencies: tuple[Emergency, ...]
    safety: str
    place: str
    typed: str


def poster_views(portal: Portal) -> Iterator[PosterView]:
    """Yield a poster for each local service and each activity that goes on.

    National services get none: nobody hangs a poster for 112, and it stands on every other piece.
    """
    made = shelf(portal)
    replaced = _replaced(portal.register.print_orders)
    for record in portal.findable:
        if isinstance(record, Activity) or (isinstance(record, Service) and not record.is_national):
            yield _poster(record, made.by_address[record.address], portal, replaced.get(record.address))


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


def cut(text: str, most: int) -> str:
    """Cut a text to at most so many letters: after a sentence if one fits, otherwise after a word.

    >>> cut("Een buur helpt u. Bel gerust, ook voor een ander.", 25)
    'Een buur helpt u.'
    >>> cut("Een buur die u helpt met alles in huis", 25)
    'Een buur die u helpt met …'
    """
    if len(text) <= most:
        return text
    head = text[: most + 1]
    stop = max(head.rfind(f"{sign} ") for sign in ".!?")
    if stop >= most // 3:
        return head[: stop + 1]
    space = head.rfind(" ")
    return f"{head[: space if space >= most // 3 else most - 1].rstrip(' ,;:')} …"


def bookmark_views(portal: Portal) -> tuple[BookmarkView, ...]:
    """Return the bookmarks of the sheet `drukwerk`, or one that draws on the tiles when there are none."""
    made = shelf(portal)
    orders = [order for order in portal.register.print_orders if order.kind == "boekenlegger"]
    default = _default(portal, made)
    return tuple(_ordered(order, default, portal, made) for order in orders) or (default,)


def _ordered(order: PrintOrder, default: BookmarkView, portal: Portal, made: Shelf) -> BookmarkView:
    icons = [_icon(address, made) for address in order.over]
    points = [Point(icons[i] if i < len(icons) else "ster", text) for i, text in enumerate(order.points)]
    return replace(
        default,
        code=order.code,
        title=order.title or default.title,
        motto=order.motto or default.motto,
        points=tuple(points[:POINTS]) or default.points,
        area=order.area or default.area,
        tall="210" in order.size,
    )


def _default(portal: Portal, made: Shelf) -> BookmarkView:
    place = portal.place(portal.settings.place)
    return BookmarkView(
        code="",
        title="Weet u het even niet?",
        motto=portal.settings.slogan,
        points=tuple(_examples(portal, made))[:POINTS],
        area=portal.settings.village,
        number=number(None, None, portal.settings),
        cards=() if portal.settings.phone else tuple(_own_numbers(portal, made)[:USED]),
        place=place.name if place else "",
        qr=portal.settings.url,
        typed=typed(portal.settings.url),
    )


def _examples(portal: Portal, made: Shelf) -> Iterator[Point]:
    """Yield for each tile a sentence as people say it, or else its own question; then names of services."""
    local = [service for service in portal.register.services if not service.is_national]
    for tile in top_tiles(portal):
        said = (example for service in local if service.tile == tile.code for example in service.examples)
        short = (example for example in said if len(example) <= 2 * BRIEF["point"])
        yield Point(tile.icon, next(short, tile.question or tile.name))
    yield from (Point(_icon(service.address, made), service.name) for service in local)


def _icon(address: str, made: Shelf) -> str:
    """Return the icon of the record that a point is about."""
    found = made.by_address.get(address)
    return found.icon if found else "ster"


def shortened_bookmark(view: BookmarkView) -> BookmarkView:
    """Return a bookmark with its texts cut, for one that fits in no type size."""
    points = tuple(
        replace(point, text=cut(point.text, BRIEF["point"])) for point in view.points[: POINTS - 1]
    )
    title, motto = cut(view.title, BRIEF["title"]), cut(view.motto, BRIEF["title"])
    return replace(
        view,
        title=title,
        motto=motto,
        points=points,
        area=cut(view.area, BRIEF["title"]),
        place=cut(view.place, BRIEF["title"]),
    )


def fridge_view(portal: Portal) -> FridgeView:
    """Return the sheet for the fridge.

    Its numbers are those that the volunteer chose (`drukwerk`, a row about the fridge); without such a
    row the highlighted services come first, then the others with a number of their own.
    """
    made = shelf(portal)
    place = portal.place(portal.settings.place)
    orders = [order for order in portal.register.print_orders if "koelkast" in order.kind]
    chosen = [made.by_address[a] for order in orders[:1] for a in order.over if a in made.by_address]
    cards = [card for card in chosen if card.number] or _own_numbers(portal, made)
    return FridgeView(
        number(None, None, portal.settings),
        tuple(cards[:USED]),
        emergencies(portal.settings),
        portal.settings.report_line,
        place.name if place else "",
        typed(portal.settings.url),
    )


def shortened_fridge(view: FridgeView) -> FridgeView:
    """Return the sheet with fewer numbers and its texts cut, for one that fits in no type size."""
    urgent = view.emergencies[:URGENT]
    return replace(
        view,
        cards=tuple(replace(card, name=cut(card.name, BRIEF["title"])) for card in view.cards[: USED - 2]),
        emergencies=tuple(replace(one, text=cut(one.text, BRIEF["title"])) for one in urgent),
        safety=cut(view.safety, BRIEF["text"]),
        place=cut(view.place, BRIEF["title"]),
    )


def _own_numbers(portal: Portal, made: Shelf) -> list[Card]:
    """Return the local services with another number than the central one, highlighted ones first."""
    central = portal.settings.phone.dial if portal.settings.phone else ""
    local = (card for card in made.cards if card.sheet == "diensten")
    own = [card for card in local if card.number and card.number.phone.dial != central]
    return sorted(own, key=lambda card: not card.highlighted)


def typed(url: str) -> str:
    """Return an address as people type it: without `https://` and the last slash."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")


def in_two(shown: str) -> tuple[str, ...]:
    """Cut a telephone number for two lines of large type: after its dash, or else near the middle.

    >>> in_two("0490-01 02 03"), in_two("06-12 34 56 78"), in_two("112")
    (('0490-', '01 02 03'), ('06-12 34', '56 78'), ('112',))
    """
    if len(shown) <= LINE:
        return (shown,)
    at = shown.find("-") + 1
    if not 0 < len(shown) - at <= LINE:
        places = [place for place, letter in enumerate(shown) if letter == " "]
        at = min(places, key=lambda place: abs(place - len(shown) / 2), default=len(shown))
    return tuple(part for part in (shown[:at].strip(), shown[at:].strip()) if part)


def report(settings: Settings) -> str:
    """Ask readers to tell what is wrong: by the central number, or else by e-mail."""
    if settings.phone:
        return f"Klopt er iets niet? Bel {settings.phone.shown}."
    return f"Klopt er iets niet? Mail naar {settings.email}." if settings.email else ""


def dated(day: date) -> str:
    """Say how old a piece of paper is."""
    return f"stand van {long_date(day)}"
