"""The week as ready text, for a post, a message and the village paper; each names the number and the address.

Plain text, made from the register: who copies it types nothing, and so nothing is copied wrongly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import quote

from dorpspomp.model import Article
from dorpspomp.views.agenda import WINDOW, Entry, agenda, entries
from dorpspomp.views.card import brief
from dorpspomp.views.dutch import MONTHS, day_and_date, sentence
from dorpspomp.views.lists import NoticeView, board_view
from dorpspomp.views.portal import Portal

POST, MESSAGE, ARTICLE = 280, 900, 3500
"""How many signs each text has at most."""

_WEEK = timedelta(days=6)
_NEW = timedelta(days=14)
_RARE = 4
"""What happens at most so often in ninety days is worth a place before what happens every week."""

_BARE = str.maketrans({"*": "", "_": " ", "~": "", "`": ""})
"""Signs that a message program takes for bold or slanted letters."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be copied: for what it is, and the message that it can be sent in."""

    code: str
    name: str
    use: str
    text: str
    mail: str

    @property
    def lines(self) -> int:
        """Return about how many lines it takes."""
        return sum(1 + len(line) // 60 for line in self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The three texts of a week."""

    week: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _Week:
    """What there is to tell: what is on, the rare things first, what is new on the board, the news."""

    title: str
    on: tuple[Entry, ...]
    rare: frozenset[str]
    questions: tuple[NoticeView, ...]
    offers: tuple[NoticeView, ...]
    news: Article | None
    ends: tuple[str, ...]


def bulletin(portal: Portal, shelf: object = None) -> Bulletin:
    """Make the texts of the coming seven days."""
    found = _week(portal)
    dates = _dates(portal.today)
    made = (
        ("kort", "Kort bericht", "Voor Facebook, Mastodon of een scherm.", _post(found)),
        ("bericht", "Bericht", "Voor WhatsApp of mail.", _message(found)),
        ("krant", "Voor de dorpskrant", "Of voor een nieuwsbrief.", _article(found)),
    )
    return Bulletin(
        dates, tuple(Text(code, name, use, text, _mail(found.title, text)) for code, name, use, text in made)
    )


def _mail(subject: str, text: str) -> str:
    """Return the address of a message, "" where the text is too long for one."""
    if len(text) > MESSAGE + 300:
        return ""
    body = text.replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def _week(portal: Portal) -> _Week:
    settings, today = portal.settings, portal.today
    days = agenda(portal, today, today + _WEEK)
    on = tuple(entry for day in days for entry in day.entries if not entry.cancelled)
    board = board_view(portal)
    since = today - _NEW
    news = next((a for a in portal.register.news if a.published_on is None or a.published_on >= since), None)
    where = settings.village or settings.portal
    return _Week(
        title=f"Deze week in {where}: {_dates(today)}",
        on=on,
        rare=_rare(portal),
        questions=tuple(n for n in board.questions if n.notice.placed_on >= since),
        offers=tuple(n for n in board.offers if n.notice.placed_on >= since),
        news=news,
        ends=tuple(_ends(portal)),
    )


def _rare(portal: Portal) -> frozenset[str]:
    until = portal.today + WINDOW
    return frozenset(
        activity.address
        for activity in portal.register.activities
        if activity.highlighted or len(entries(activity, portal, portal.today, until)) <= _RARE
    )


def _dates(first: date) -> str:
    last = first + _WEEK
    start = f"{first.day}" if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} tot en met {last.day} {MONTHS[last.month - 1]}"


def _ends(portal: Portal) -> Iterator[str]:
    """Yield the number with its hours, and the address: what every text ends with."""
    settings = portal.settings
    if settings.phone:
        hours = brief(settings.reachable)
        yield f"Bel {settings.phone.shown}" + (f" ({hours})." if hours else ".")
    address = settings.url.partition("://")[2].rstrip("/")
    if address:
        yield f"Kijk op {address}"
    elif settings.place and (place := portal.place(settings.place)):
        yield f"Loop binnen bij {place.name}."


def _post(week: _Week) -> str:
    """Make a text of a few lines: a few things, the rare ones first, and where to ask."""
    ends = " ".join(part.partition(" (")[0].rstrip(".") + "." if "(" in part else part for part in week.ends)
    lines = [f"{week.title}."]
    chosen: list[Entry] = []
    for entry in _rare_first(week):
        tried = sorted([*chosen, entry], key=lambda e: e.starts)
        if len(_joined([*lines, *(_short(e) for e in tried), ends])) <= POST:
            chosen = tried
    return _joined([*lines, *(_short(entry) for entry in chosen), ends])


def _rare_first(week: _Week) -> list[Entry]:
    """Return each activity once: the rare ones first, then the first of each day, the second, and so on."""
    once = sorted({entry.address: entry for entry in reversed(week.on)}.values(), key=lambda e: e.starts)
    turn: Counter[date] = Counter()
    order: dict[str, tuple[bool, int, str]] = {}
    for entry in once:
        order[entry.address] = (entry.address not in week.rare, turn[entry.date], entry.starts)
        turn[entry.date] += 1
    return sorted(once, key=lambda entry: order[entry.address])


def _short(entry: Entry) -> str:
    weekday = day_and_date(entry.date)[:2]
    return " ".join(part for part in (weekday, _clock(entry), entry.name) if part)


def _clock(entry: Entry) -> str:
    return entry.time.partition(" tot ")[0].removesuffix(" uur")


def _message(week: _Week) -> str:
    """Make a message of a screen, with bold letters as message programs know them."""
    ends = "\n".join(week.ends)
    parts = [f"*{week.title.translate(_BARE)}*"]
    if week.news:
        parts.append(week.news.name.translate(_BARE))
    board = [f"*{name}* {n.notice.text.translate(_BARE)} ({n.notice.number})" for name, n in _newest(week)]
    room = MESSAGE - len(_joined([*parts, *board, ends])) - 80
    shown: list[Entry] = []
    for entry in _rare_first(week):
        line = _line(entry).translate(_BARE)
        if len(line) + 1 <= room:
            room -= len(line) + 1
            shown.append(entry)
    listing = [_line(entry).translate(_BARE) for entry in sorted(shown, key=lambda e: e.starts)]
    more = len(_rare_first(week)) - len(shown)
    parts += ["\n" + "\n".join(listing) + _and_more(more)] if listing else []
    return _joined([*parts, *(f"\n{line}" for line in board), f"\n{ends}"])


def _newest(week: _Week) -> list[tuple[str, NoticeView]]:
    pairs = (("Gevraagd:", week.questions[:1]), ("Aangeboden:", week.offers[:1]))
    return [(name, notice) for name, found in pairs for notice in found]


def _and_more(count: int) -> str:
    return f"\nEn nog {count} andere dingen." if count > 1 else ""


def _line(entry: Entry) -> str:
    """Say one thing on one line: `di 10.00 Koffie-inloop, Dorpshuis De Linde`."""
    return ", ".join(part for part in (_short(entry), entry.where) if part)


def _article(week: _Week) -> str:
    """Make a text for a paper: sentences, day by day, and the board with its numbers."""
    head = [week.title, *_told(week.news)]
    tail = [*_section("Gevraagd", week.questions), *_section("Aangeboden", week.offers), "", *week.ends]
    room = ARTICLE - len(_joined([*head, *tail]))
    chosen: list[Entry] = []
    for entry in _rare_first(week):
        room -= len(_row(entry)) + 12
        if room < 0:
            break
        chosen.append(entry)
    more = len(_rare_first(week)) - len(chosen)
    return _joined([*head, *_by_day(chosen), *([_and_more(more).strip()] if more > 1 else []), *tail])


def _told(news: Article | None) -> list[str]:
    return ["", news.name, *([sentence(news.summary)] if news.summary else [])] if news else []


def _by_day(found: Sequence[Entry]) -> Iterator[str]:
    for day, group in groupby(sorted(found, key=lambda entry: entry.starts), key=lambda entry: entry.date):
        yield ""
        yield day_and_date(day).capitalize()
        yield from map(_row, group)


def _row(entry: Entry) -> str:
    details = ", ".join(part for part in (entry.where, entry.costs) if part)
    note = f" {sentence(entry.note)}" if entry.note else ""
    return f"{f'{entry.time}: ' if entry.time else ''}{entry.name}{f' ({details})' if details else ''}.{note}"


def _section(name: str, found: Sequence[NoticeView]) -> Iterator[str]:
    if found:
        yield from ("", name)
        for view in found:
            yield f"{view.notice.text} Reageren? Noem nummer {view.notice.number}."


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip()
