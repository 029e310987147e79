"""Making a record of what was read: the descriptor says which column fills which attribute.

One function makes every kind of record. What a record does not know (a column without an attribute
of its own) is left out, and what is empty keeps the record's own default.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from dorpspomp import model

Convert = Callable[[Any], Any]


def build(record: str, values: Mapping[str, object]) -> Any:
    """Make a record of the class with this name; a text that must be there but is empty is ""."""
    kind, converters, blanks = _shape(record)
    known = {
        name: converters[name](value) if name in converters else value
        for name, value in values.items()
        if name in _names(record) and value is not None
    }
    return kind(**{**blanks, **known})


@cache
def _names(record: str) -> frozenset[str]:
    return frozenset(item.name for item in fields(getattr(model, record)))


@cache
def _shape(record: str) -> tuple[Any, Mapping[str, Convert], Mapping[str, object]]:
    """Return a record's class, what turns a cell's value into its attribute, and its blanks."""
    kind = getattr(model, record)
    hints = get_type_hints(kind)
    converters = {name: convert for name, hint in hints.items() if (convert := _converter(hint))}
    must = [item.name for item in fields(kind) if item.default is MISSING and item.default_factory is MISSING]
    blanks: dict[str, object] = {name: _blank(hints[name]) for name in must if _may_be_blank(hints[name])}
    if "status" in hints:
        blanks["status"] = model.Status.ACTIVE
    return kind, converters, blanks


def _converter(hint: Any) -> Convert | None:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is int or int in get_args(hint):
        return _whole if get_args(hint)[1:] != (...,) else _whole_numbers
    return None


def _whole(value: float) -> int:
    return round(value)


def _whole_numbers(value: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(int(number) for text in value for number in re.findall(r"[0-9]{1,4}", text))


def _may_be_blank(hint: Any) -> bool:
    """Tell whether an attribute may be empty; a day or a schedule may not, so its absence is a bug."""
    return hint is str or get_origin(hint) is tuple or type(None) in get_args(hint)


def _blank(hint: Any) -> object:
    if hint is str:
        return ""
    return () if get_origin(hint) is tuple else None
