"""Properties: expansion agrees with python-dateutil, the echo reads back, and no text is too strange."""

from __future__ import annotations

import datetime as dt

from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekdays
from hypothesis import given, settings
from hypothesis import strategies as st

from dorpspomp.when.calendar import Calendar
from dorpspomp.when.echo import echo, full_echo, short
from dorpspomp.when.feasts import FEASTS
from dorpspomp.when.grammar import read
from dorpspomp.when.occurrence import occurrences, rule_days
from dorpspomp.when.schedule import (
    END_OF_DAY,
    Exceptions,
    Given,
    Parity,
    Period,
    Rule,
    Schedule,
    Span,
    Verdict,
    Window,
)
from tests.when.villages import GIVEN, TODAY, rows, zuid

NONE = Calendar()
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))
WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True).map(
    lambda days: tuple(sorted(days))
)


def plain(found: rrule, first: dt.date, last: dt.date) -> list[dt.date]:
    """Give the days that dateutil finds between two days."""
    start, end = (dt.datetime.combine(day, dt.time()) for day in (first, last))
    return [moment.date() for moment in found.between(start, end, inc=True)]


@given(days=WEEKDAYS, anchor=DAYS, interval=st.integers(2, 6), first=DAYS, length=st.integers(0, 500))
def test_every_so_many_weeks_as_dateutil(
    days: tuple[int, ...], anchor: dt.date, interval: int, first: dt.date, length: int
) -> None:
    """'Om de week' agrees with dateutil, over every New Year and clock change."""
    last = first + dt.timedelta(days=length)
    rule = Rule(weekdays=days, interval=interval, anchor=anchor, since=anchor)
    begin = dt.datetime.combine(anchor, dt.time())
    expected = rrule(WEEKLY, interval=interval, dtstart=begin, byweekday=days, wkst=MO)
    assert list(rule_days(rule, first, last, NONE)) == plain(expected, first, last)


@given(
    days=WEEKDAYS,
    nths=st.lists(st.sampled_from((1, 2, 3, 4, 5, -1, -2)), min_size=1, max_size=3, unique=True),
    first=DAYS,
    length=st.integers(0, 800),
)
def test_nth_weekdays_as_dateutil(
    days: tuple[int, ...], nths: list[int], first: dt.date, length: int
) -> None:
    """'Eerste', 'derde' and 'laatste' agree with dateutil."""
    last = first + dt.timedelta(days=length)
    codes = [weekdays[day](nth) for day in days for nth in nths]
    expected = rrule(MONTHLY, dtstart=dt.datetime(2023, 1, 1), byweekday=codes)
    found = rule_days(Rule(weekdays=days, nths=tuple(nths)), first, last, NONE)
    assert list(found) == plain(expected, first, last)


@given(
    monthdays=st.lists(st.one_of(st.integers(1, 31), st.just(-1)), min_size=1, max_size=3, unique=True),
    first=DAYS,
    length=st.integers(0, 800),
)
def test_monthdays_as_dateutil(monthdays: list[int], first: dt.date, length: int) -> None:
    """'Elke 31e' falls only in months that have one."""
    last = first + dt.timedelta(days=length)
    expected = rrule(MONTHLY, dtstart=dt.datetime(2023, 1, 1), bymonthday=monthdays)
    found = rule_days(Rule(monthdays=tuple(monthdays)), first, last, NONE)
    assert list(found) == plain(expected, first, last)


@given(first=DAYS, length=st.integers(0, 800), day=st.integers(0, 6))
def test_parity_is_that_of_the_iso_week(first: dt.date, length: int, day: int) -> None:
    """Even and odd weeks together are all weeks, and week 53 and week 1 are both odd."""
    last = first + dt.timedelta(days=length)
    even, odd, every = (
        set(rule_days(Rule(weekdays=(day,), parity=parity), first, last, NONE))
        for parity in (Parity.EVEN, Parity.ODD, Parity.ANY)
    )
    assert even | odd == every
    assert not even & odd
    assert all(int(one.strftime("%V")) % 2 == 0 for one in even)


# The echo.

MINUTES = st.integers(0, 24 * 12 - 1).map(lambda at: dt.time(at // 12, at % 12 * 5))


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Make times by day that a volunteer could mean: after seven in the morning, in order."""
    kind = draw(st.sampled_from(("two", "one", "open", "part", "none", "late")))
    if kind == "none":
        return ()
    if kind == "part":
        return (Span(daypart=draw(st.sampled_from(("ochtend", "middag", "avond", "nacht")))),)
    start = dt.time(draw(st.integers(8, 20)), draw(st.sampled_from((0, 15, 30, 45))))
    if kind == "open":
        return (Span(start),)
    if kind == "late":
        return (Span(dt.time(20, 30), draw(st.sampled_from((END_OF_DAY, dt.time(0), dt.time(1, 30))))),)
    first = Span(start, dt.time(start.hour + 1, start.minute))
    return (first,) if kind == "one" else (first, Span(dt.time(22), dt.time(23)))


@st.composite
def exceptions(draw: st.DrawFn) -> Exceptions:
    """Make exceptions of every kind."""
    date = st.dates(dt.date(2026, 12, 1), dt.date(2027, 12, 31))
    return Exceptions(
        dates=tuple(sorted(set(draw(st.lists(date, max_size=2))))),
        windows=draw(windows(1)),
        school=draw(st.booleans()),
        public=draw(st.booleans()),
        feasts=tuple(draw(st.lists(st.sampled_from(sorted(FEASTS)), max_size=2, unique=True))),
        periods=draw(st.sampled_from(((), (Period("", dt.date(2027, 2, 3), dt.date(2027, 2, 20)),)))),
    )


@st.composite
def windows(draw: st.DrawFn, most: int) -> tuple[Window, ...]:
    """Make parts of the year: months, or from day to day."""
    months = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(_months)
    dates = st.tuples(st.integers(1, 12), st.integers(1, 12), st.integers(2, 27)).map(
        lambda it: Window((it[0], it[2]), (it[1] % 12 + 1, it[2]))
    )
    return tuple(draw(st.lists(st.one_of(months, dates), max_size=most)))


def _months(pair: tuple[int, int]) -> Window:
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return Window((pair[0], 1), (pair[1], lengths[pair[1] - 1]))


@st.composite
def rules(draw: st.DrawFn) -> Rule:  # noqa: PLR0911
    """Make one rule of any kind."""
    kind = draw(st.sampled_from(("week", "nth", "monthday", "date", "cycle", "parity", "feast", "year")))
    times, off, season = draw(spans()), draw(exceptions()), draw(windows(1))
    days = draw(WEEKDAYS)
    since = draw(st.sampled_from((None, dt.date(2027, 1, 4), dt.date(2026, 3, 2))))
    match kind:
        case "nth":
            nths = tuple(
                draw(st.lists(st.sampled_from((1, 2, 3, 4, -1)), min_size=1, max_size=2, unique=True))
            )
            return Rule(weekdays=days[:1], nths=nths, times=times, off=off, windows=season, since=since)
        case "monthday":
            return Rule(monthdays=(draw(st.integers(1, 28)),), times=times, off=off, windows=season)
        case "date":
            date = draw(st.dates(dt.date(2026, 12, 1), dt.date(2027, 12, 31)))
            return Rule(dates=(date,), times=times)
        case "feast":
            return Rule(
                feasts=(draw(st.sampled_from(("Koningsdag", "Kerstavond", "Hemelvaartsdag"))),), times=times
            )
        case "year":
            return Rule(yeardays=((draw(st.integers(1, 12)), draw(st.integers(1, 28))),), times=times)
        case "cycle":
            anchor = dt.date(2027, 1, 4)
            interval = draw(st.integers(2, 4))
            return Rule(days, interval=interval, anchor=anchor, since=anchor, times=times, off=off)
    parity = draw(st.sampled_from((Parity.EVEN, Parity.ODD))) if kind == "parity" else Parity.ANY
    return Rule(days, parity=parity, times=times, off=off, windows=season, since=since)


@settings(max_examples=400)
@given(rule=rules())
def test_echo_reads_back(rule: Rule) -> None:
    """What is echoed is read again as the same days and times."""
    schedule = Schedule("", Verdict.READ, (rule,))
    said = echo(schedule)
    again = read(said, GIVEN)
    assert again.is_readable, (said, [str(remark) for remark in again.remarks])
    first, last = dt.date(2026, 12, 1), dt.date(2028, 3, 1)
    assert occurrences(again, first, last, zuid()) == occurrences(schedule, first, last, zuid()), said


def test_echo_of_every_case_reads_back() -> None:
    """The echo of a text means what the text meant, with each rule on a line of its own."""
    first, last = dt.date(2026, 12, 1), dt.date(2027, 12, 31)
    for row in rows("gevallen.csv"):
        schedule = read(row["tekst"], GIVEN)
        if schedule.is_readable:
            again = read(echo(schedule).replace("; ", "\n"), GIVEN)
            assert again.is_readable, (row["tekst"], echo(schedule), [str(it) for it in again.remarks])
            assert occurrences(again, first, last, zuid()) == occurrences(schedule, first, last, zuid())


# Strange texts.

PIECES = st.sampled_from(
    [piece for row in rows("gevallen.csv") for piece in row["tekst"].split()]
    + [
        "niet",
        "gesloten",
        "tot",
        "t/m",
        "-",
        "vanaf",
        "12",
        "24",
        "2027",
        "om",
        "(",
        ")",
        ";",
        "\n",
        "31",
        "0",
    ]
)


@settings(max_examples=500)
@given(text=st.text(max_size=60))
def test_any_text_gets_a_verdict(text: str) -> None:
    """No text raises, and what is not read has no occurrences."""
    schedule = read(text, GIVEN)
    assert schedule.text == text
    assert schedule.is_readable == bool(schedule.rules)
    full_echo(schedule, TODAY, NONE)


@settings(max_examples=1500)
@given(pieces=st.lists(PIECES, max_size=9))
def test_any_words_get_a_verdict(pieces: list[str]) -> None:
    """Known words in any order neither raise nor are read without being said back."""
    schedule = read(" ".join(pieces), GIVEN)
    full_echo(schedule, TODAY, zuid())
    short(schedule)
    if not schedule.is_readable:
        assert schedule.rules == ()
        assert schedule.remarks or schedule.appointment or not "".join(pieces).strip()


@given(
    text=st.sampled_from([row["tekst"] for row in rows("gevallen.csv")]),
    at=st.integers(0, 80),
    letter=st.characters(max_codepoint=255),
)
def test_a_changed_letter_never_raises(text: str, at: int, letter: str) -> None:
    """A case with one letter changed is read, asked or left, but never breaks."""
    read(text[:at] + letter + text[at + 1 :], Given())
    read(text[:at] + text[at + 1 :], Given(start=dt.date(2027, 1, 1), end=dt.date(2026, 1, 1)))


@given(text=st.text(max_size=40), off=st.text(max_size=30))
def test_any_column_gets_a_verdict(text: str, off: str) -> None:
    """The column 'niet op' may hold anything."""
    read(f"di 10-12 {text}", Given(except_text=off))
