"""The frame: what narrows a draft, settled as a rule that has no days and times yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypeVar

from dorpspomp.when.dates import RawDate, RawRange
from dorpspomp.when.days import Selector
from dorpspomp.when.drafts import Draft
from dorpspomp.when.halfday import say
from dorpspomp.when.leftout import Except, Target
from dorpspomp.when.modifiers import Cycle, MonthSpan, Season, Validity
from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.schedule import WEEK, Exceptions, Given, Period, Rule, Window
from dorpspomp.when.years import FAR, Resolver, say_date, window

M = TypeVar("M")
DAY = dt.timedelta(days=1)


@dataclass
class Framer:
    """Settles what narrows a draft, and adds to what must be said."""

    given: Given
    resolver: Resolver
    doubts: list[Doubt]

    def frame(self, draft: Draft) -> Rule:
        """Gather everything that narrows the draft, as a rule without days."""
        frame = Rule(since=self.given.start, until=self.given.end, anchor=self.given.start)
        for validity in mods(draft, Validity):
            frame = self._valid(frame, validity)
        for cycle in mods(draft, Cycle):
            frame = self._cycled(frame, cycle)
        for season in mods(draft, Season):
            frame = self._seasoned(frame, season, draft)
        for left_out in mods(draft, Except):
            frame = replace(frame, off=frame.off | self.exceptions(left_out))
        return frame

    def _valid(self, frame: Rule, validity: Validity) -> Rule:
        found = self._bound(validity)
        if found is None:
            return frame
        if validity.is_start:
            return replace(frame, since=max(found, frame.since or found), anchor=found)
        return replace(frame, until=min(found, frame.until or found))

    def _bound(self, validity: Validity) -> dt.date | None:
        """Resolve the first or last date; a far 'vanaf' without a year may long have begun."""
        if validity.month:
            raw = self._month_bound(validity)
        else:
            raw = validity.date or RawDate(1, 1)
        found = self.resolver.date(raw, self.doubts)
        base = self.resolver.base
        if found and validity.is_start and raw.year is None and base and found - base > FAR:
            self.doubts.append(question("far-since", what=str(raw)))
        if found and validity.is_till and not validity.month:
            self.doubts.append(note("till-exclusive", what=say_date(found)))
            return found - DAY
        return found

    def _month_bound(self, validity: Validity) -> RawDate:
        month = validity.month or MonthSpan(1, 1)
        if validity.is_till:
            self.doubts.append(question("till-month", what=validity.text.removeprefix("tot ")))
        day = 1 if validity.is_start else month.window().end[1]
        if day == 29:
            day = 28
        return RawDate(day, month.last, month.year)

    def _cycled(self, frame: Rule, cycle: Cycle) -> Rule:
        if (cycle.parity and frame.parity) or frame.interval > 1 or (cycle.interval > 1 and frame.parity):
            self.doubts.append(question("both-cycles"))
        if cycle.parity:
            return replace(frame, parity=cycle.parity)
        if frame.anchor is None:
            self.doubts.append(question("no-anchor"))
        return replace(frame, interval=cycle.interval)

    def _seasoned(self, frame: Rule, season: Season, draft: Draft) -> Rule:
        if season.stretch:
            return self._stretched(frame, season.stretch, draft)
        if season.name:
            return replace(frame, windows=(*frame.windows, *self._named(season)))
        if season.school or season.breaks:
            self._note_vacation(season)
            breaks = (*frame.only_breaks, *season.breaks)
            return replace(frame, only_school=frame.only_school or season.school, only_breaks=breaks)
        for months in season.months:
            frame = self._monthly(frame, months)
        return frame

    def _note_vacation(self, season: Season) -> None:
        if season.is_vacation:
            self.doubts.append(note("vacation", what=season.text))

    def _stretched(self, frame: Rule, stretch: RawRange, draft: Draft) -> Rule:
        if not draft.is_always and (not draft.selectors or draft.selectors[0].dates == (stretch,)):
            return frame
        self.doubts += spoilt_dates((stretch,), draft)
        if stretch.start.year is None:
            return replace(frame, windows=(*frame.windows, window(stretch, self.doubts)))
        if stretch.is_till:
            self.doubts.append(question("till-date", what=str(stretch.end)))
        period = self.resolver.period(stretch, self.doubts)
        return self._within(frame, period) if period else frame

    def _within(self, frame: Rule, period: Period) -> Rule:
        since, until = (
            max(period.start, frame.since or period.start),
            min(period.end, frame.until or period.end),
        )
        return replace(frame, since=since, until=until, anchor=period.start)

    def _named(self, season: Season) -> tuple[Window, ...]:
        seasons = {name.lower(): ends for name, ends in self.given.seasons.items()}
        ends = seasons.get(season.name) or seasons.get(season.text)
        if ends is None:
            self.doubts.append(question("season", what=season.text))
            return ()
        return (Window(*ends),)

    def _monthly(self, frame: Rule, months: MonthSpan) -> Rule:
        if months.is_till:
            self.doubts.append(
                question("till-month", what=RawDate(1, months.last).__str__().removeprefix("1 "))
            )
        if months.year is None:
            return replace(frame, windows=(*frame.windows, months.window()))
        start = dt.date(months.year - (months.first > months.last), months.first, 1)
        end = dt.date(months.year, months.last, 28)
        while (end + DAY).month == months.last:
            end += DAY
        return self._within(frame, Period("", start, end))

    def exceptions(self, left_out: Except) -> Exceptions:
        """Settle what is left out."""
        off = Exceptions()
        for target in left_out.targets:
            off |= self._target(target)
        return off

    def _target(self, target: Target) -> Exceptions:
        if target.selector:
            return _off_days(target.selector)
        if target.dates:
            return self._off_dates(target.dates.items)
        season = target.season or Season("")
        if season.school or season.breaks:
            self._note_vacation(season)
            return Exceptions(school=season.school, breaks=season.breaks)
        frame = self._seasoned(Rule(), season, Draft(0, 0, selectors=[Selector(weekdays=WEEK)]))
        if frame.since and frame.until:
            return Exceptions(periods=(Period("", frame.since, frame.until),))
        return Exceptions(windows=frame.windows)

    def _off_dates(self, items: tuple[RawDate | RawRange, ...]) -> Exceptions:
        single = tuple(item for item in items if isinstance(item, RawDate))
        off = Exceptions(dates=tuple(sorted(self.resolver.dates(single, self.doubts))))
        for item in items:
            if isinstance(item, RawDate):
                continue
            if item.start.year is None:
                off |= Exceptions(windows=(window(item, self.doubts),))
            elif period := self.resolver.period(item, self.doubts):
                off |= Exceptions(periods=(period,))
        return off


def mods(draft: Draft, kind: type[M]) -> list[M]:
    """Give the narrowings of one kind."""
    return [mod for mod in draft.modifiers if isinstance(mod, kind)]


def _off_days(selector: Selector) -> Exceptions:
    if selector.nths:
        pairs = tuple((nth, day) for nth in selector.nths for day in selector.weekdays)
        return Exceptions(nth_days=pairs)
    return Exceptions(weekdays=selector.weekdays, feasts=selector.feasts, public=selector.is_public)


def spoilt_dates(items: tuple[RawDate | RawRange, ...], draft: Draft) -> list[Doubt]:
    """A date without a time may have been a time before the spreadsheet changed it."""
    if draft.spans:
        return []
    for item in items:
        if isinstance(item, RawDate) and item.is_excel and item.day < 24:
            return [spoilt(item.day, item.month)]
        if isinstance(item, RawDate) and item.is_numeric:
            return [question("date-or-time", what=f"{item.day}/{item.month}")]
        if isinstance(item, RawRange) and item.is_dashed and not item.end.year and item.end.day <= 24:
            return [question("date-or-time", what=f"{item.start.day}-{item.end.day}")]
    return []


def spoilt(day: int, month: int) -> Doubt:
    """Propose the times behind a date that a spreadsheet made of them."""
    near = f"{say(min(day, month) * 60)}-{say(max(day, month) * 60)} uur"
    return question("excel", proposal=near, near=near)
