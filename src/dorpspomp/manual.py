"""The manual's tables of sheets and columns, drawn from the descriptors in `schema/`.

`python -m dorpspomp.manual` writes them to `docs/kolommen.md` again; a test asserts that the page
is current.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from dorpspomp.sheet import Column, Sheet, settings, sheets

PAGE = Path("docs") / "kolommen.md"

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


if __name__ == "__main__":
    PAGE.write_text(column_tables(), "utf-8")
