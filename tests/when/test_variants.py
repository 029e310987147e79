"""Variants: a meaning written in thousands of ways is read as that meaning, or asked, never otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from dorpspomp.when.grammar import read
from dorpspomp.when.occurrence import occurrences
from tests.when import oracle
from tests.when.villages import FIRST, GIVEN, times, zuid

Forms = tuple[tuple[str, str], ...]
LAST = dt.date(2027, 9, 30)

DAYS: Forms = (
    ("di", "W:TU"), ("elke dinsdag", "W:TU"), ("Dinsdags", "W:TU"), ("op iedere dinsdag", "W:TU"),
    ("alle dinsdagen", "W:TU"), ("di.", "W:TU"), ("dinsdg", "W:TU"), ("wekelijks op dinsdag", "W:TU"),
    ("ma-vr", "W:MO,TU,WE,TH,FR"), ("maandag tot en met vrijdag", "W:MO,TU,WE,TH,FR"),
    ("ma t/m vr", "W:MO,TU,WE,TH,FR"), ("op werkdagen", "W:MO,TU,WE,TH,FR"), ("ma, wo en vr", "W:MO,WE,FR"),
    ("ma/wo/vr", "W:MO,WE,FR"), ("za en zo", "W:SA,SU"), ("in het weekend", "W:SA,SU"),
    ("dagelijks", "W:ALL"),
    ("elke eerste dinsdag van de maand", "M:1TU"), ("1e en 3e do v.d. maand", "M:1TH,3TH"),
    ("laatste vrijdag van de maand", "M:-1FR"), ("even weken op donderdag", "EVEN:TH"),
    ("do (oneven weken)", "ODD:TH"), ("elke 15e van de maand", "MD:15"),
    ("5 en 12 januari 2027", "D:2027-01-05,2027-01-12"),
    ("zo 6 december", "D:2026-12-06"), ("24-12-2026", "D:2026-12-24"),
    ("zaterdag 5 dec. 2026", "D:2026-12-05"),
)  # fmt: skip
TIMES: Forms = (
    ("10-12", "10:00-12:00"), ("10.00-12.00 uur", "10:00-12:00"), ("van 10 tot 12 uur", "10:00-12:00"),
    ("10:00 – 12:00", "10:00-12:00"), ("10u-12u", "10:00-12:00"), ("10u00 tot 12u00", "10:00-12:00"),
    ("tussen 10 en 12 uur", "10:00-12:00"), ("van half 10 tot 12", "09:30-12:00"), ("om 19.30 uur", "19:30-"),
    ("vanaf 14.00", "14:00-"), ("v.a. 14u", "14:00-"), ("9-12 en 13-17", "09:00-12:00,13:00-17:00"),
    ("9.00-12.00, 13.00-17.00 uur", "09:00-12:00,13:00-17:00"), ("'s avonds 8 uur", "20:00-"),
    ("van 8 tot 10 's avonds", "20:00-22:00"), ("22.00-02.00", "22:00-02:00"),
    ("half acht 's avonds", "19:30-"),
)  # fmt: skip
REST: Forms = (
    ("", ""), (", niet in de schoolvakantie", "NOT SH"), (" (m.u.v. feestdagen)", "NOT PH"),
    (", behalve in juli en augustus", "NOT 0701-0831"), (", niet op 24 december 2026", "NOT 2026-12-24"),
    (", juli gesloten", "NOT 0701-0731"), (", april t/m september", "IN 0401-0930"),
    (" van september tot en met mei", "IN 0901-0531"), (", vanaf 5 januari 2027", "FROM 2027-01-05"),
    (" t/m 30 juni 2027", "TO 2027-06-30"), (", alleen in de schoolvakantie", "SCHOOL"),
    ("; niet van 20 december 2026 t/m 3 januari 2027", "NOT 2026-12-20/2027-01-03"),
    (", in de zomervakantie niet", "NOT BR:zomervakantie"), (", geen inloop op feestdagen", "NOT PH"),
)  # fmt: skip


def test_no_variant_is_read_wrongly() -> None:
    """Of every fifth variant: right or asked, and nearly always read."""
    school = {
        period.start + dt.timedelta(days=at): period.name
        for period in zuid().school
        for at in range((period.end - period.start).days + 1)
    }
    known = cache(lambda spec: oracle.expand(spec, FIRST, LAST, school, set(zuid().public)))
    total = asked = 0
    for text, spec, hours in islice(variants(), 0, None, 5):
        schedule = read(text, GIVEN)
        total += 1
        if not schedule.is_readable:
            asked += 1
            continue
        found = occurrences(schedule, FIRST, LAST, zuid())
        assert list(dict.fromkeys(item.date for item in found)) == known(spec), text
        assert times(schedule) == set(hours.split(",")), text
    print(f"{total} variants, {asked} asked")
    assert asked < 0.03 * total


def variants() -> Iterator[tuple[str, str, str]]:
    """Give every day with every time and every exception: the text, the rule and the hours."""
    for (day, rule), (time, hours), (rest, limit) in product(DAYS, TIMES, REST):
        for text in (f"{day} {time}{rest}", f"{time} {day}{rest}", f"{day}: {time}{rest}"):
            yield text, f"{rule} {limit}".strip(), hours


def test_two_rules_side_by_side() -> None:
    """Two days with their own times, however separated, are both read and do not mix."""
    later = (("do", "W:TH"), ("elke 2e vr v.d. maand", "M:2FR"), ("15 januari 2027", "D:2027-01-15"))
    known = cache(lambda spec: oracle.expand(spec, FIRST, LAST, {}, set()))
    for (day, rule), (one, hours), (second, other), (two, more), joint in product(
        DAYS[:4], TIMES[::2], later, TIMES[1::3], (", ", "; ", " en ", "\n", ". ", " ")
    ):
        text = f"{day} {one}{joint}{second} {two}"
        schedule = read(text, GIVEN)
        if schedule.is_readable:
            found = occurrences(schedule, FIRST, LAST, zuid())
            assert list(dict.fromkeys(item.date for item in found)) == known(f"{rule} + {other}"), text
            assert times(schedule) == {*hours.split(","), *more.split(",")}, text
