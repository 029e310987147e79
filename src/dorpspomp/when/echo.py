"""The echo: a Schedule said back in Dutch words, so that a volunteer sees how the text was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dorpspomp.when.calendar import Calendar
from dorpspomp.when.feasts import SEVERAL_DAYS
from dorpspomp.when.occurrence import LOOK_AHEAD, occurrences
from dorpspomp.when.schedule import (
    END_OF_DAY,
    WEEK,
    Exceptions,
    MonthDay,
    Period,
    Rule,
    Schedule,
    Span,
    Window,
)
from dorpspomp.when.words import MONTHS, WEEKDAYS
from dorpspomp.when.years import say_date

ORDINALS = {-1: "laatste", -2: "voorlaatste"}
DAYPARTS = {"ochtend": "'s ochtends", "middag": "'s middags", "avond": "'s avonds", "nacht": "'s nachts"}
SHORT_DAYS = tuple(name[:2] for name in WEEKDAYS)
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WHOLE_DAY = (Span(dt.time(0), END_OF_DAY),)


def clock(time: dt.time) -> str:
    """Write a clock time the Dutch way.

    >>> clock(dt.time(9, 5)), clock(END_OF_DAY)
    ('9.05', '24.00')
    """
    return "24.00" if time == END_OF_DAY else f"{time.hour}.{time.minute:02}"


def _early(time: dt.time) -> str:
    """Write an hour before seven with a nought, so that it is not taken for the afternoon."""
    return f"0{clock(time)}" if time.hour < 7 else clock(time)


def echo(schedule: Schedule) -> str:
    """Say a schedule in words; what was not read is said as it stands."""
    if not schedule.is_readable:
        return schedule.text
    if schedule.is_always:
        said = "altijd open"
    else:
        said = "; ".join(_rule(rule) for rule in schedule.rules)
    return f"{said}, op afspraak" if schedule.appointment else said


def full_echo(schedule: Schedule, today: dt.date, calendar: Calendar) -> str:
    """Say how a text was read, with the next three dates; or what was not understood."""
    if not schedule.is_readable:
        said = " ".join(str(remark) for remark in schedule.remarks)
        return said or f"Dit blijft staan zoals u het schreef: {schedule.text}"
    days = next_days(schedule, today, calendar, 3)
    dates = ", ".join(short_date(day, today) for day in days) or "geen dagen in het komende jaar"
    return f"Ik lees: {echo(schedule)}. Eerstvolgende: {dates}"


def next_days(schedule: Schedule, first: dt.date, calendar: Calendar, count: int) -> list[dt.date]:
    """Give the next days on which it happens, at most this many."""
    days: dict[dt.date, None] = {}
    start, limit = first, first + LOOK_AHEAD
    while start <= limit and len(days) < count:
        last = min(start + dt.timedelta(days=31), limit)
        days |= {item.date: None for item in occurrences(schedule, start, last, calendar)}
        start = last + dt.timedelta(days=1)
    return list(days)[:count]


def short_date(day: dt.date, today: dt.date) -> str:
    """Write a date briefly; with its year when that is not clear.

    >>> short_date(dt.date(2026, 11, 24), dt.date(2026, 11, 22))
    '24 nov'
    """
    year = f" {day.year}" if abs((day - today).days) > 300 else ""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}{year}"


def listed(words: Iterable[str]) -> str:
    """Join words the Dutch way: 'a, b en c'."""
    *most, last = list(words)
    return f"{', '.join(most)} en {last}" if most else last


def _rule(rule: Rule) -> str:
    said = " ".join(part for part in (_days(rule), _times(rule.times)) if part)
    return ", ".join([said, *_frame(rule), *_off(rule.off)])


def _days(rule: Rule) -> str:
    if rule.weekdays and not rule.only_public:
        return _nth_days(rule) if rule.nths else _week_days(rule)
    if rule.yeardays:
        return "jaarlijks op " + listed(_month_day(day) for day in rule.yeardays)
    if rule.monthdays:
        return "elke " + listed(f"{day}e" for day in rule.monthdays) + " van de maand"
    return "op " + listed([*(_dated(day) for day in rule.dates), *rule.feasts] or ["feestdagen"])


def _week_days(rule: Rule) -> str:
    return _cycle(rule) + _weekdays(rule.weekdays, with_every=rule.interval == 1 and not rule.parity)


def _dated(day: dt.date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {say_date(day)}"


def _nth_days(rule: Rule) -> str:
    nths = listed(ORDINALS.get(nth, f"{nth}e") for nth in rule.nths)
    days = listed(f"{nths} {WEEKDAYS[day]}" for day in rule.weekdays)
    return f"{_cycle(rule)}elke {days} van de maand"


def _cycle(rule: Rule) -> str:
    if rule.parity:
        return f"in {rule.parity} weken op "
    if rule.interval > 1:
        return "om de week op " if rule.interval == 2 else f"elke {rule.interval} weken op "
    return ""


def _weekdays(days: tuple[int, ...], with_every: bool) -> str:
    """Say weekdays: all of them, a run of three or more, or one by one."""
    if days == WEEK:
        return "elke dag" if with_every else "maandag t/m zondag"
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return f"{WEEKDAYS[days[0]]} t/m {WEEKDAYS[days[-1]]}"
    return ("elke " if with_every else "") + listed(WEEKDAYS[day] for day in days)


def _times(spans: tuple[Span, ...]) -> str:
    if spans == WHOLE_DAY:
        return "24 uur per dag"
    return listed(_span(span) for span in spans) if spans else ""


def _span(span: Span) -> str:
    if span.start and span.end:
        return f"van {_early(span.start)} tot {clock(span.end)} uur"
    if span.start:
        return f"vanaf {_early(span.start)} uur"
    if span.end:
        return f"tot {_early(span.end)} uur"
    return DAYPARTS[span.daypart]


def _frame(rule: Rule) -> list[str]:
    frame = [_windows(rule.windows)] if rule.windows else []
    if rule.only_school:
        frame.append("alleen in de schoolvakantie")
    if rule.only_breaks:
        frame.append("alleen in de " + listed(rule.only_breaks))
    if rule.since and not rule.dates:
        frame.append(f"vanaf {say_date(rule.since)}")
    if rule.until and not rule.dates:
        frame.append(f"t/m {say_date(rule.until)}")
    return frame


def _windows(windows: tuple[Window, ...]) -> str:
    """Say parts of the year: 'in juli en augustus', 'van april t/m september'."""
    whole = all(window.start[0] == window.end[0] and _is_months(window) for window in windows)
    return f"{'in' if whole else 'van'} {listed(_window(window) for window in windows)}"


def _is_months(window: Window) -> bool:
    return window.start[1] == 1 and window.end[1] == _last_day(window.end[0])


def _window(window: Window) -> str:
    """Say a part of the year: in months when it is whole months."""
    first, last = window.start[0], window.end[0]
    if _is_months(window):
        return MONTHS[first - 1] if first == last else f"{MONTHS[first - 1]} t/m {MONTHS[last - 1]}"
    return f"{_month_day(window.start)} t/m {_month_day(window.end)}"


def _last_day(month: int) -> int:
    return 29 if month == 2 else (dt.date(2027, month % 12 + 1, 1) - dt.timedelta(days=1)).day


def _month_day(day: MonthDay) -> str:
    return f"{day[1]} {MONTHS[day[0] - 1]}"


def _off(off: Exceptions) -> list[str]:
    said = []
    if off.school:
        said.append("niet in de schoolvakantie")
    if off.breaks:
        said.append("niet in de " + listed(off.breaks))
    if off.public:
        said.append("niet op feestdagen")
    if off.feasts:
        said.append("niet " + listed(_feast(name) for name in off.feasts))
    if off.weekdays:
        said.append("niet op " + listed(WEEKDAYS[day] for day in off.weekdays))
    said += [
        f"niet op {ORDINALS.get(nth, f'{nth}e')} {WEEKDAYS[day]} van de maand" for nth, day in off.nth_days
    ]
    if off.windows:
        said.append("niet " + _windows(off.windows))
    if off.dates:
        said.append("niet op " + listed(say_date(day) for day in off.dates))
    return said + [_period(period) for period in off.periods]


def _feast(name: str) -> str:
    return f"met {name}" if name in SEVERAL_DAYS else f"op {name}"


def _period(period: Period) -> str:
    return f"niet van {say_date(period.start)} t/m {say_date(period.end)}"


def short(schedule: Schedule) -> str:
    """Say a schedule briefly, for a card: 'di en do 10.00–12.00 uur'."""
    if not schedule.is_readable:
        return schedule.text
    if schedule.is_always:
        return "altijd open"
    said = "; ".join(_short_rule(rule) for rule in schedule.rules)
    return f"{said}, op afspraak" if schedule.appointment else said


def _short_rule(rule: Rule) -> str:
    if not rule.weekdays or rule.nths or rule.only_public:
        days = _days(rule).removeprefix("op ")
    else:
        days = _cycle(rule) + _short_weekdays(rule.weekdays)
    times = listed(_short_span(span) for span in rule.times) if rule.times else ""
    hours = " uur" if any(span.start or span.end for span in rule.times) else ""
    return ", ".join([f"{days} {times}{hours}".strip(), *_frame(rule), *_off(rule.off)])


def _short_weekdays(days: tuple[int, ...]) -> str:
    if days == WEEK:
        return "elke dag"
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return f"{SHORT_DAYS[days[0]]} t/m {SHORT_DAYS[days[-1]]}"
    return listed(SHORT_DAYS[day] for day in days)


def _short_span(span: Span) -> str:
    if span.start and span.end:
        return f"{clock(span.start)}–{clock(span.end)}"
    if span.start:
        return f"vanaf {clock(span.start)}"
    return f"tot {clock(span.end)}" if span.end else DAYPARTS[span.daypart]
