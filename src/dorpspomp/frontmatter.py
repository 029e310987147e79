"""Markdown files with front matter: a long text for a row, or a whole record of its own.

The front matter is read as plain text, key by key: YAML would make a number of 10:00 and a truth of
"nee", and this has the same column names and cells as a sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from dorpspomp.loose import slug

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([^\s:#\-][^:\n]{0,60}?)[ \t]*:(?:[ \t]+(.*)|)\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)\Z")
_TITLE = re.compile(r"\A\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file: which sheet and record it belongs to, its fields and its text."""

    sheet: str
    code: str
    file: str
    fields: tuple[tuple[str, str], ...] = ()
    body: str = ""


def read(text: str, path: PurePosixPath) -> Document:
    """Read a file at `<sheet>/<code>.md`.

    >>> read("---\\nnaam: Bingo\\n---\\nElke week.", PurePosixPath("activiteiten/bingo.md")).fields
    (('naam', 'Bingo'),)
    """
    fields, body = split(text)
    return Document(path.parts[0], slug(path.stem), str(path), fields, body)


def split(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Split a text in its fields and its body. Without front matter everything is body."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    match = _FENCE.match(text)
    if not match:
        return (), text.strip()
    return _fields(match[1]), text[match.end() :].strip()


def title(body: str) -> tuple[str, str]:
    """Take the first heading off a body when it opens with one: (title, the rest)."""
    match = _TITLE.match(body)
    return (match[1], body[match.end() :].strip()) if match else ("", body)


def _fields(block: str) -> tuple[tuple[str, str], ...]:
    """Read `key: value` lines; `- item` lines make a list, indented lines go on with the value."""
    fields: list[tuple[str, list[str], str]] = []
    for line in block.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if fields and (item := _ITEM.match(line)):
            fields[-1][1].append(_unquoted(item[1]))
            fields[-1] = (fields[-1][0], fields[-1][1], "|")
        elif fields and line[0] in " \t":
            fields[-1][1].append(line.strip())
        elif field := _FIELD.match(line):
            fields.append((field[1].strip(), [_unquoted(field[2] or "")], " "))
    return tuple((name, joint.join(part for part in parts if part)) for name, parts, joint in fields)


def _unquoted(value: str) -> str:
    value = value.strip()
    if value in (">", "|", ">-", "|-"):
        return ""
    is_list = value[:1] == "[" and value[-1:] == "]"
    if is_list:
        return "|".join(_bare(part.strip()) for part in value[1:-1].split(","))
    return _bare(value)


def _bare(value: str) -> str:
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value
