"""Rules: a draft settled into one or more rules, with everything that is doubtful said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dorpspomp.when.clock import RawSpan
from dorpspomp.when.dates import RawDate
from dorpspomp.when.days import Selector
from dorpspomp.when.drafts import Draft
from dorpspomp.when.feasts import SEVERAL_DAYS
from dorpspomp.when.frame import Framer, mods, spoilt_dates
from dorpspomp.when.halfday import Setting
from dorpspomp.when.hours import settle
from dorpspomp.when.leftout import Closed, Pause
from dorpspomp.when.modifiers import Count, Season, Validity
from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.schedule import END_OF_DAY, WEEK, Given, Rule, Span
from dorpspomp.when.sessions import without_session
from dorpspomp.when.topics import part_in
from dorpspomp.when.words import WEEKDAYS
from dorpspomp.when.years import Resolver, say_date

WHOLE_DAY = Span(dt.time(0), END_OF_DAY)
LATE = {WEEKDAYS.index("vrijdag"), WEEKDAYS.index("zaterdag")}
"""When a bar is open into the night; a date may be such a day."""

MONTHLY = ("maand", "maand-vrij")


@dataclass
class Settler:
    """Settles drafts into rules for one text, and keeps what must be said."""

    given: Given
    doubts: list[Doubt] = field(default_factory=list)

    def __post_init__(self) -> None:
        days = [day for day in (self.given.today, self.given.start) if day]
        self.resolver = Resolver(max(days, default=None))
        self.framer = Framer(self.given, self.resolver, self.doubts)

    def rules(self, draft: Draft) -> list[Rule]:
        """Settle one draft; every selector makes its own rule."""
        selectors = self._selectors(draft)
        frame = self.framer.frame(draft)
        times = self._times(draft, selectors)
        found = []
        for selector in selectors:
            base = self._chosen(selector, draft)
            spans = times or ((Span(daypart=selector.part),) if selector.part else ())
            found.append(self._framed(replace(base, times=spans), frame, draft))
        for closed in mods(draft, Closed):
            found, doubts = without_session(found, closed)
            self.doubts += doubts
        return found

    # Which days.

    def _selectors(self, draft: Draft) -> list[Selector]:
        selectors = draft.selectors or self._implied(draft)
        if not selectors:
            self.doubts.append(question("no-day"))
        is_mixed = len({bool(selector.dates) for selector in selectors}) > 1
        parts = {selector.part for selector in selectors}
        if is_mixed or (len(parts) > 1 and "" in parts and not draft.spans):
            self.doubts.append(question("which-times"))
        for selector in selectors:
            self.doubts += [(note if code == "day-range" else question)(code) for code in selector.doubts]
        return selectors

    def _implied(self, draft: Draft) -> list[Selector]:
        """Find the day elsewhere: in a stretch of dates, in the columns, or in 'altijd open'."""
        stretches = [
            mod.stretch for mod in draft.modifiers if isinstance(mod, Season) and mod.stretch and not mod.name
        ]
        if draft.is_always:
            return [Selector(weekdays=WEEK)]
        if stretches:
            return [Selector(dates=tuple(stretches))]
        if self.given.start and self.given.start == self.given.end and draft.spans:
            day = self.given.start
            return [Selector(dates=(RawDate(day.day, day.month, day.year),))]
        return []

    def _chosen(self, selector: Selector, draft: Draft) -> Rule:
        if selector.is_public:
            return Rule(weekdays=WEEK, only_public=True)
        if selector.feasts:
            self.doubts += [question("feast", what=name) for name in selector.feasts if name in SEVERAL_DAYS]
            return Rule(feasts=selector.feasts)
        if selector.dates:
            return self._dated(selector, draft)
        if selector.monthdays and not any(_counts(draft, *MONTHLY)):
            self.doubts.append(question("no-month-day"))
        return Rule(
            weekdays=tuple(sorted(set(selector.weekdays))),
            nths=tuple(dict.fromkeys(selector.nths)),
            monthdays=selector.monthdays,
        )

    def _dated(self, selector: Selector, draft: Draft) -> Rule:
        items = selector.dates
        if any(_counts(draft, "jaar")) and all(isinstance(it, RawDate) and it.year is None for it in items):
            return Rule(yeardays=tuple(it.month_day for it in items if isinstance(it, RawDate)))
        self.doubts += list(spoilt_dates(items, draft))
        return Rule(dates=tuple(sorted(self.resolver.dates(items, self.doubts))))

    # At what time.

    def _times(self, draft: Draft, selectors: list[Selector]) -> tuple[Span, ...]:
        if draft.is_always:
            return (WHOLE_DAY,)
        if not draft.spans:
            self.doubts.append((question if mods(draft, Pause) else note)("no-time"))
            return ()
        self._check_starts(draft.spans)
        settings = _settings(draft, selectors)
        spans = self._common_spans(draft.spans, settings)
        for pause in mods(draft, Pause):
            spans = self._without(spans, self._spans([pause.span], replace(settings[0], part="")))
        if _overlaps(spans):
            self.doubts.append(question("overlap"))
        return tuple(dict.fromkeys(spans))

    def _common_spans(self, raws: list[RawSpan], settings: list[Setting]) -> list[Span]:
        """Settle times that stand with days of different day parts, if they mean the same with each."""
        found = [self._spans(raws, setting) for setting in settings]
        if any(spans != found[0] for spans in found):
            self.doubts.append(question("which-times"))
        return found[0]

    def _spans(self, raws: list[RawSpan], setting: Setting) -> list[Span]:
        spans: list[Span] = []
        before: int | None = None
        for raw in raws:
            span, doubts = settle(raw, setting, before)
            self.doubts += doubts
            if span:
                spans.append(span)
                before = span.end.hour * 60 + span.end.minute if span.end else None
        return spans

    def _check_starts(self, spans: list[RawSpan]) -> None:
        """'19.00 uur, 19.30 uur' is a door and a beginning; '10 en 14 uur' is two sessions."""
        opens = [at for at, span in enumerate(spans) if (span.start is None) != (span.end is None)]
        if len(spans) > 1 and opens and not all(span.is_joined for span in spans[1:]):
            self.doubts.append(question("two-starts"))

    def _without(self, spans: list[Span], pauses: list[Span]) -> list[Span]:
        for pause in pauses:
            cut = [piece for span in spans for piece in _cut(span, pause)]
            if cut == spans:
                self.doubts.append(question("overlap"))
            spans = cut
        return spans

    def _framed(self, base: Rule, frame: Rule, draft: Draft) -> Rule:
        rule = replace(
            frame,
            weekdays=base.weekdays, nths=base.nths, monthdays=base.monthdays, dates=base.dates,
            yeardays=base.yeardays, feasts=base.feasts, times=base.times, only_public=base.only_public,
            anchor=frame.anchor if frame.interval > 1 else None,
        )  # fmt: skip
        rule = _limited(rule, draft)
        self._check_anchor(rule, draft)
        self._check_count(rule, draft)
        self._check_dates(rule)
        self._check_closed(rule, draft)
        return rule

    def _check_anchor(self, rule: Rule, draft: Draft) -> None:
        firsts = [mod for mod in mods(draft, Validity) if mod.is_first and mod.is_start]
        day = rule.anchor or (rule.since if firsts else None)
        if day is None or not rule.weekdays or day.weekday() in rule.weekdays:
            return
        if firsts or all(weekday < day.weekday() for weekday in rule.weekdays):
            self.doubts.append(question("anchor-day", date=say_date(day)))

    def _check_count(self, rule: Rule, draft: Draft) -> None:
        for count in mods(draft, Count):
            if not _fits(count, rule, draft):
                code = "no-month-day" if count.unit in MONTHLY and count.number == 1 else "count"
                self.doubts.append(question(code, what=count.text))

    def _check_closed(self, rule: Rule, draft: Draft) -> None:
        """A day that is named as open is not closed as well."""
        named = {day for selector in draft.selectors for day in selector.named}
        both = sorted(named & set(rule.off.weekdays) & set(rule.weekdays))
        if both and not set(rule.weekdays) <= set(rule.off.weekdays):
            self.doubts.append(question("open-closed", what=WEEKDAYS[both[0]]))

    def _check_dates(self, rule: Rule) -> None:
        since, until = rule.since or dt.date.min, rule.until or dt.date.max
        if rule.dates and not any(since <= day <= until for day in rule.dates):
            self.doubts.append(question("outside"))
        if since > until:
            self.doubts.append(question("past-range"))
        if rule.weekdays and set(rule.weekdays) <= set(rule.off.weekdays):
            self.doubts.append(question("never"))


def _settings(draft: Draft, selectors: list[Selector]) -> list[Setting]:
    """Say for each day part what stands around the times."""
    hint = next((part for label in draft.labels if (part := part_in(label))), "")
    is_late = all(set(selector.weekdays) <= LATE for selector in selectors)
    return [Setting(part, hint, is_late) for part in sorted({one.part for one in selectors} or {""})]


def _limited(rule: Rule, draft: Draft) -> Rule:
    """End '6 dinsdagen vanaf 12 januari' with the sixth."""
    count = next((one for one in mods(draft, Count) if one.unit == "reeks"), None)
    if count is None or rule.since is None or len(rule.weekdays) != 1:
        return rule
    first = rule.since + dt.timedelta(days=(rule.weekdays[0] - rule.since.weekday()) % 7)
    return replace(rule, since=first, until=first + dt.timedelta(weeks=count.number - 1))


def _is_series(rule: Rule, draft: Draft) -> bool:
    """A number of weeks is clear only when no week is left out and one day and a beginning are named."""
    frame = replace(rule, weekdays=(), since=None, until=None, times=())
    return bool(rule.since) and frame == Rule() and sum(len(one.weekdays) for one in draft.selectors) == 1


def _counts(draft: Draft, *units: str) -> list[bool]:
    return [count.unit in units for count in mods(draft, Count)]


def _fits(count: Count, rule: Rule, draft: Draft) -> bool:
    """Hold '2x per week' against the days that are named."""
    checks: dict[str, Callable[[], bool]] = {
        "week": lambda: not rule.nths and sum(len(one.weekdays) for one in draft.selectors) == count.number,
        "reeks": lambda: _is_series(rule, draft),
        "maand": lambda: sum(len(one.nths) + len(one.monthdays) for one in draft.selectors) == count.number,
        "maand-vrij": lambda: bool(rule.nths or rule.monthdays),
        "jaar": lambda: count.number == 1 and _is_once_a_year(rule),
    }
    return checks[count.unit]()


def _is_once_a_year(rule: Rule) -> bool:
    one_month = len(rule.windows) == 1 and rule.windows[0].start[0] == rule.windows[0].end[0]
    return bool(rule.yeardays or rule.feasts or rule.dates) or (len(rule.nths) == 1 and one_month)


def _overlaps(spans: list[Span]) -> bool:
    """Tell whether two times on the same day run through each other."""
    full = [span for span in spans if span.start is not None]
    return any(overlap(one, other) for at, one in enumerate(full) for other in full[at + 1 :])


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two times share a moment; a time without an end is only its beginning."""
    ends = [span.end if span.end and not span.is_overnight else END_OF_DAY for span in (one, other)]
    ends = [end if span.end else span.start or end for end, span in zip(ends, (one, other), strict=True)]
    starts = [span.start or dt.time(0) for span in (one, other)]
    if starts[0] == starts[1]:
        return True
    return starts[0] < ends[1] and starts[1] < ends[0]


def _cut(span: Span, pause: Span) -> list[Span]:
    """Take a pause out of a time."""
    if span.start is None or span.end is None or pause.start is None or pause.end is None:
        return [span]
    if not span.start < pause.start < pause.end < span.end:
        return [span]
    return [Span(span.start, pause.start), Span(pause.end, span.end)]
