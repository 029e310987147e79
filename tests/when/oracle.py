"""An oracle for the cases: days by python-dateutil and plain arithmetic, sharing no code with the package.

A rule is written as `W:TU,TH` (weekly), `M:1WE,-1FR` (monthly), `MD:15` (day of the month),
`D:2027-03-14` (dates), `Y:0504` (yearly), `I2:TH@2026-01-08` (every second week from), `EVEN:TH`,
`ODD:TH` (ISO weeks); then, if need be, `IN 0401-0930,1101-1130`, `FROM date`, `TO date`, `SCHOOL` or
`PUBLIC` (only then), `NOT SH,PH,WD:SU,BR:zomervakantie,0701-0831,2026-12-24,2026-12-20/2027-01-03`.
Rules are joined by ` + `.
"""

from __future__ import annotations

import datetime as dt

from dateutil.rrule import MO, MONTHLY, WEEKLY, YEARLY, rrule, weekdays

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
School = dict[dt.date, str]


def expand(spec: str, first: dt.date, last: dt.date, school: School, public: set[dt.date]) -> list[dt.date]:
    """Give the days of all rules in order, each once."""
    days = {day for rule in spec.split(" + ") for day in _rule(rule.split(), first, last, school, public)}
    return sorted(days)


def _rule(
    words: list[str], first: dt.date, last: dt.date, school: School, public: set[dt.date]
) -> list[dt.date]:
    options = {words[at]: words[at + 1] for at in range(1, len(words) - 1)}
    since = dt.date.fromisoformat(options.get("FROM", first.isoformat()))
    until = dt.date.fromisoformat(options.get("TO", last.isoformat()))
    days = [day for day in _days(words[0], first, last) if max(first, since) <= day <= min(last, until)]
    if "IN" in words:
        days = [day for day in days if any(_in(window, day) for window in options["IN"].split(","))]
    if "SCHOOL" in words:
        days = [day for day in days if day in school]
    if "PUBLIC" in words:
        days = [day for day in days if day in public]
    left_out = options["NOT"].split(",") if "NOT" in words else []
    return [day for day in days if not any(_hits(one, day, school, public) for one in left_out)]


def _days(head: str, first: dt.date, last: dt.date) -> list[dt.date]:
    kind, _, value = head.partition(":")
    start = dt.datetime(first.year, 1, 1)
    stop = dt.datetime.combine(last, dt.time())
    if kind == "D":
        return [dt.date.fromisoformat(one) for one in value.split(",")]
    if kind in ("EVEN", "ODD"):
        found = rrule(WEEKLY, dtstart=start, until=stop, byweekday=_codes(value))
        wanted = 0 if kind == "EVEN" else 1
        return [day.date() for day in found if int(day.strftime("%V")) % 2 == wanted]
    if kind.startswith("I"):
        days, _, anchor = value.partition("@")
        begin = dt.datetime.fromisoformat(anchor)
        rule = rrule(
            WEEKLY, interval=int(kind[1:]), dtstart=begin, until=stop, byweekday=_codes(days), wkst=MO
        )
    elif kind == "W":
        rule = rrule(WEEKLY, dtstart=start, until=stop, byweekday=_codes(value))
    elif kind == "M":
        nths = [weekdays[DAY_CODES.index(one[-2:])](int(one[:-2])) for one in value.split(",")]
        rule = rrule(MONTHLY, dtstart=start, until=stop, byweekday=nths)
    elif kind == "MD":
        rule = rrule(MONTHLY, dtstart=start, until=stop, bymonthday=[int(one) for one in value.split(",")])
    else:
        month, day = int(value[:2]), int(value[2:])
        rule = rrule(YEARLY, dtstart=start, until=stop, bymonth=month, bymonthday=day)
    return [day.date() for day in rule]


def _codes(value: str) -> list[int]:
    return list(range(7)) if value == "ALL" else [DAY_CODES.index(one) for one in value.split(",")]


def _in(window: str, day: dt.date) -> bool:
    start, _, end = window.partition("-")
    here = day.strftime("%m%d")
    return start <= here <= end if start <= end else here >= start or here <= end


def _hits(one: str, day: dt.date, school: School, public: set[dt.date]) -> bool:
    if one == "SH":
        return day in school
    if one == "PH":
        return day in public
    if one.startswith("WD:"):
        return DAY_CODES[day.weekday()] == one[3:]
    if one.startswith("BR:"):
        return school.get(day, "").lower() == one[3:]
    if "/" in one:
        start, _, end = one.partition("/")
        return start <= day.isoformat() <= end
    return day.isoformat() == one if len(one) == 10 else _in(one, day)
