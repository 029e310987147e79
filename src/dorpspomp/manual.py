"""The pages of the manual that are drawn: the columns, and every message with what it means.

The columns come from the descriptors in `schema/`, the messages from `docs/handboek/meldingen.csv`.
`python -m dorpspomp.manual` writes both pages again; tests assert that they are current and that no
message is missing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dorpspomp.sheet import Column, Sheet, settings, sheets

PAGE = Path("docs") / "kolommen.md"
MESSAGES = Path("docs") / "handboek" / "meldingen.csv"
MESSAGES_PAGE = MESSAGES.with_suffix(".md")

_START = """\
# Bladen en kolommen

<!-- Gemaakt door `python -m dorpspomp.manual` uit src/dorpspomp/schema/; niet met de hand veranderen. -->

Op deze bladzijde staat elk blad, met de kolommen die erin horen.
Alleen wat verplicht is, hoort er altijd te staan.
Hoofdletters, accenten, streepjes en punten in een kopje maken niet uit.
Een kolom waarvan het kopje met `intern` begint, wordt nooit gepubliceerd.
"""
_OPEN_DATA = """\
## Namen in de open data

Voor wie de open data leest: zo heten de kolommen in Open Referral HSDS 3.0 en bij schema.org.
"""

_MESSAGES_START = """\
# Alle meldingen

<!-- Gemaakt door `python -m dorpspomp.manual` uit meldingen.csv; niet met de hand veranderen. -->

Hier staat alles wat de Dorpspomp tegen u kan zeggen, met uitleg.
Zoek met Ctrl+F op een paar woorden uit de melding.
Waar … staat, leest u in uw verslag een woord, een naam of een getal van uzelf.

Terug naar het [handboek](README.md), of naar [Het verslag lezen](09-het-verslag-lezen.md).
"""


def column_tables() -> str:
    """Return the page: a table for each sheet, the settings, and the names in the open data."""
    parts = [_START, *map(_section, sheets().values()), _OPEN_DATA, _open_data(sheets().values())]
    return "\n".join(parts)


def _section(sheet: Sheet) -> str:
    private = "\n\nDit blad wordt nooit gepubliceerd." if sheet.private else ""
    lines = [f"## {sheet.title} (`{sheet.name}`)\n\n{sheet.description}{private}\n", _columns(sheet.columns)]
    if sheet.name == "instellingen":
        lines += ["Deze namen kunt u in de kolom `naam` zetten:\n", _columns(settings())]
    return "\n".join(lines)


def _columns(columns: Iterable[Column]) -> str:
    headings = ("kolom", "verplicht", "wat u invult", "voorbeeld", "kies uit", "mag ook heten")
    return _table(
        headings,
        (
            (
                f"`{column.name}`",
                "ja" if column.required else "",
                column.description,
                column.written,
                ", ".join(column.options),
                ", ".join(column.synonyms),
            )
            for column in columns
        ),
    )


def _open_data(every: Iterable[Sheet]) -> str:
    rows: list[tuple[str, ...]] = []
    for sheet in every:
        rows.append((f"**{sheet.name}**", "", sheet.hsds, sheet.schema_org))
        columns = settings() if sheet.name == "instellingen" else sheet.columns
        rows += [("", c.name, c.hsds, c.schema_org) for c in columns if c.hsds or c.schema_org]
    return _table(("blad", "kolom", "HSDS 3.0", "schema.org"), rows)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


@dataclass(frozen=True, slots=True)
class Explained:
    """One message of the tool: what is said (… where words are filled in), what to do, what it means.

    `place` is the sheet and the column of the example, "" when it is not a cell; `before` and `after`
    are what stands there.
    """

    group: str
    said: str
    dos: tuple[str, ...]
    means: str
    place: str
    before: str
    after: str


def explained(text: str) -> tuple[Explained, ...]:
    """Read the messages; a row of which the message is empty introduces its group."""
    return tuple(_explained(row) for row in csv.DictReader(text.splitlines(), delimiter=";"))


def _explained(row: Mapping[str, str]) -> Explained:
    dos = tuple(do for do in row["doe"].split(" | ") if do)
    return Explained(
        row["groep"], row["melding"], dos, row["betekent"], row["waar"], row["voor"], row["na"]
    )  # fmt: skip


def message_page(messages: Iterable[Explained]) -> str:
    """Return the page of all messages: a list of groups, and a piece about each message."""
    groups = [(name, list(found)) for name, found in groupby(messages, key=lambda one: one.group)]
    index = "".join(f"* [{name}](#{_anchor(name)})\n" for name, _ in groups)
    parts = [f"## {name}\n\n" + "\n".join(map(_message, found)) for name, found in groups]
    return "\n".join([_MESSAGES_START, index, *parts])


def _message(one: Explained) -> str:
    if not one.said:
        return f"{one.means}\n"
    return (
        f"### {one.said}\n\n{one.means}\n"
        + "".join(f"\n* {line}" for line in _lines(one))
        + "\n" * bool(one.dos or one.before or one.after)
    )


def _lines(one: Explained) -> Iterator[str]:
    """Yield what to do, and the example."""
    if one.dos:
        yield f"Wat u kunt doen: {' Of: '.join(one.dos)}"
    if one.before or one.after:
        column = f"In de kolom {one.place.partition('/')[2]} stond" if one.place else "Er stond"
        yield f"{column}: {_shown(one.before)}. Beter is: {_shown(one.after)}."


def _shown(text: str) -> str:
    return f"`{text}`" if text else "niets"


def _anchor(heading: str) -> str:
    """Return the address of a heading, as a page of Markdown makes it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(column_tables(), "utf-8")
    MESSAGES_PAGE.write_text(message_page(explained(MESSAGES.read_text("utf-8"))), "utf-8")
