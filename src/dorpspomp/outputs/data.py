"""Open data: the public register as one canonical JSON file that any program can read."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from dorpspomp.model import Record, Register
from dorpspomp.views.portal import Portal
from dorpspomp.when import Schedule
from dorpspomp.when.echo import echo
from dorpspomp.when.osm import opening_hours

LISTS = {
    "diensten": "services",
    "activiteiten": "activities",
    "organisaties": "organizations",
    "plekken": "places",
    "rubrieken": "tiles",
    "links": "links",
    "platforms": "platforms",
    "prikbord": "notices",
    "doorverwijzen": "referrals",
    "contactpersonen": "street_contacts",
    "rollen": "roles",
    "uitzonderingen": "deviations",
    "vakanties": "holidays",
    "doelen": "goals",
    "nieuws": "news",
    "verhalen": "stories",
    "paginas": "pages",
}
"""What stands under which name. National services stand with `diensten`, under their own address.
Counts are left out: by month and by area they are small enough to point at somebody."""


def build(portal: Portal, output: Path) -> int:
    """Write `register.json` into `output` and return the number of records."""
    found = register_json(portal.register, portal.today)
    output.mkdir(parents=True, exist_ok=True)
    (output / "register.json").write_text(_lines(found), "utf-8")
    return sum(len(records) for records in found.values() if isinstance(records, list))


def _lines(found: dict[str, object]) -> str:
    """Write one record a line: quick to make, and a difference between two days can be read."""
    parts = [f"{json.dumps(name)}: {_listed(value)}" for name, value in sorted(found.items())]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _listed(value: object) -> str:
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False, sort_keys=True) for item in value) + "\n]"


def register_json(register: Register, today: date) -> dict[str, object]:
    """Return the public register as plain values; empty ones are left out."""
    lists = {
        name: [_record(r, register) for r in getattr(register, attribute)]
        for name, attribute in LISTS.items()
    }
    return {"stand_van": today.isoformat(), "instellingen": _values(register.settings), **lists}


def _record(record: Record, register: Register) -> dict[str, object]:
    short = register.shorts.get(record.address)
    own = {"sheet": record.sheet, "code": record.code}
    return own | ({"short_address": f"q/{short}/"} if short else {}) | _values(record)


def _values(thing: object) -> dict[str, object]:
    """Return a dataclass's filled attributes as JSON values."""
    assert is_dataclass(thing)
    pairs = ((f.name, getattr(thing, f.name)) for f in fields(thing) if f.name not in {"source", "code"})
    return {name: _plain(value) for name, value in pairs if value not in ("", (), None, False)}


def _plain(value: object) -> object:
    """Return one value as JSON knows it; a schedule as written, as read, and as OpenStreetMap says it."""
    if isinstance(value, Schedule):
        said = {"text": value.text, "verdict": value.verdict.value, "says": echo(value)}
        return said | {"opening_hours": opening_hours(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _values(value) if is_dataclass(value) else value
