"""An entry: one row or one Markdown file with its cells by column name, before they are read.

This is where private columns stay behind: an entry holds none of them, so nothing after it can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from dorpspomp import frontmatter
from dorpspomp.cleaning import cleaned
from dorpspomp.frontmatter import Document
from dorpspomp.heading import Headed, Heading, column_headed, is_intern
from dorpspomp.loose import suggestion
from dorpspomp.model import Source
from dorpspomp.problem import Level, Problem
from dorpspomp.sheet import Column, Sheet

ABOUT_PEOPLE = frozenset({"consent", "show_name", "person"})
"""The attributes whose cells are not repeated: they hold what people said about a person."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written about one record. `cells` holds no private column and no blank cell.

    `consented` tells that what needs somebody's consent was taken out already.
    """

    sheet: Sheet
    source: Source
    cells: Mapping[str, str]
    headings: Mapping[str, Heading] = field(default_factory=dict)
    code: str = ""
    body: str = ""
    stub: bool = False
    consented: bool = False

    def cell(self, attribute: str) -> str:
        """Return the text of the column that fills this attribute of the record."""
        return next((self.cells.get(c.name, "") for c in self.sheet.columns if c.attribute == attribute), "")

    @property
    def name(self) -> str:
        """Return what people call the record: its name, or what stands in its first column."""
        name = self.cell("name") or self.cell("title") or self.cells.get(self.sheet.columns[0].name, "")
        return " ".join((cleaned(name)[0] or name).split())[:120]

    @property
    def address(self) -> str:
        """Return the record's address: `diensten/klussendienst/`."""
        return f"{self.sheet.name}/{self.code}/"

    def problem(self, column: Column | None, level: Level, wrong: str, do: str) -> Problem:
        """Say what is wrong with a cell of this entry, or with all of it."""
        heading = self.headings.get(column.name) if column else None
        return Problem(
            level=level, sheet=self.sheet.name, row=self.source.row, code=self.address if self.code else "",
            name=self.name, column=heading.letter if heading else "",
            heading=heading.text if heading else column.name if column else "",
            says=self._says(column), wrong=wrong, do=do,
        )  # fmt: skip

    def _says(self, column: Column | None) -> str:
        """Return what a cell says; what people wrote about a person's consent is not repeated."""
        if column is None or column.attribute in ABOUT_PEOPLE:
            return ""
        return _short(self.cells.get(column.name, ""))


def from_table(table: Headed) -> Iterator[Entry]:
    """Yield an entry for every row of a sheet."""
    headings = table.by_column
    places = [(name, heading.index) for name, heading in headings.items()]
    for row in table.rows:
        cells, width = row.cells, len(row.cells)
        filled = {name: cells[i] for name, i in places if i < width and cells[i] and not cells[i].isspace()}
        if filled:
            yield Entry(table.sheet, Source(table.sheet.name, row.number, table.file), filled, headings)


def from_document(document: Document, sheet: Sheet) -> tuple[Entry, tuple[Problem, ...]]:
    """Make an entry of a Markdown file; what its keys do not say is listed."""
    cells: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value in document.fields:
        column = column_headed(sheet, name)
        if is_intern(name) or (column and column.private):
            continue
        if column is None:
            problems.append(_unknown_key(document, sheet, name))
        elif value.strip():
            cells.setdefault(column.name, value)
    code = next((column.name for column in sheet.columns if column.attribute == "code"), None)
    if code:
        cells.setdefault(code, document.code)
    return Entry(sheet, Source(sheet.name, 0, document.file), cells, body=document.body), tuple(problems)


def article(entry: Entry) -> Entry:
    """Give an article without a title the first heading of its text."""
    title, body = frontmatter.title(entry.body)
    column = next(column for column in entry.sheet.columns if column.attribute == "name")
    if entry.cells.get(column.name):
        return replace(entry, body=body) if title == entry.cells[column.name] else entry
    name = title or entry.cell("code").replace("-", " ").capitalize()
    return replace(entry, cells={**entry.cells, column.name: name}, body=body)


def _unknown_key(document: Document, sheet: Sheet, name: str) -> Problem:
    near = suggestion(name, [column.name for column in sheet.columns if not column.private])
    return Problem(
        level=Level.NOTICE, sheet=sheet.name, heading=name, says=document.file,
        wrong="Dit kopje ken ik niet; het komt niet op de website.",
        do=f"Bedoelt u ‘{near}’? Verander dan het kopje." if near else "U mag het zo laten staan.",
    )  # fmt: skip


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 120 else f"{text[:117]}..."
