"""Dutch times as people write them: text in, a typed Schedule out, and its days and times.

The public door, module by module:

* `grammar.read(text, given=Given()) -> Schedule`; never raises, whatever the text.
* `schedule`: `Schedule` (text, verdict, rules, appointment, remarks, is_readable, is_always, proposal),
  `Verdict` (READ 'gelezen', ASK 'vraag', LITERAL 'letterlijk'), `Rule`, `Span`, `Window`, `Period`,
  `Exceptions`, `Remark` (says, wrong, do, proposal), `Given` (start, end, today, except_text, seasons),
  `END_OF_DAY` (24:00, that `datetime.time` cannot say: it is `time.max`).
* `calendar`: `Calendar(public, school)`, `Calendar.netherlands(years, school_periods, counted)`, `Period`.
* `occurrence`: `occurrences(schedule, first, last, calendar) -> tuple[Occurrence, ...]` (date, start, end,
  daypart; `starts` and `ends` as wall times), `is_open(schedule, moment, calendar) -> bool | None`,
  `next_opening(schedule, moment, calendar) -> datetime | None`, `instant(wall)` for a zoned moment.
* `echo`: `echo(schedule)`, `full_echo(schedule, today, calendar)`, `short(schedule)` for a card,
  `clock(time)`, `next_days(schedule, first, calendar, count)`.
* `series`: `series(schedule, first, last, calendar) -> tuple[Series, ...]`, the same as rules that a calendar
  program repeats.
* `osm`: `opening_hours(schedule) -> str`, as OpenStreetMap writes it, "" where that cannot say it.
* `command`: `answer(text, first, last, calendar, given) -> dict`, the contract of `dorpspomp when`.

A schedule that is a question or literal has no rules, so it can never reach the calendar; show its `text`.
"""

from dorpspomp.when.grammar import read
from dorpspomp.when.occurrence import Occurrence, is_open, next_opening, occurrences
from dorpspomp.when.schedule import Given, Period, Remark, Rule, Schedule, Span, Verdict

__all__ = [
    "Given",
    "Occurrence",
    "Period",
    "Remark",
    "Rule",
    "Schedule",
    "Span",
    "Verdict",
    "is_open",
    "next_opening",
    "occurrences",
    "read",
]
