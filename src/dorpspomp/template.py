"""What a sheet to fill in looks like, whatever program it is made for.

Headings, explanations, drop-downs and the form of the cells are drawn from the descriptors in
`schema/`, the example rows from `schema/examples.json`. Columns in which a spreadsheet would do
damage (times, telephone numbers, codes) are text, so that `10-12` stays a time and `0612345678`
keeps its nought. `template_excel.py` and `template_opendocument.py` write what is described here.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from dorpspomp.sheet import Column, Sheet, settings

Row = Mapping[str, str]
Value = str | date | float

SETTINGS = "instellingen"
EXPLANATION = "Uitleg"
LAST_ROW = 2000
"""Drop-downs and forms reach this far down."""
HELP = (
    "Zo werkt dit bestand",
    "Elk blad heeft zijn eigen rijen. De bovenste rij zegt wat er in elk vak hoort; laat die rij staan.",
    "Vul in wat u weet. Alleen wat hieronder verplicht is, hoort er altijd te staan.",
    "Houd de muis op een kopje. Dan ziet u wat er hoort, met een voorbeeld.",
    "Een rij die begint met ‘Voorbeeld:’ komt nooit op de website. Typ eroverheen, of haal de rij weg.",
    "Zet daarna ook de status goed. Bij ‘concept’ ziet niemand de rij.",
    "Wat onder een kopje met ‘intern’ staat, wordt nooit gepubliceerd.",
)
HELP_HEADINGS = ("Blad", "Kolom", "Verplicht", "Wat u invult", "Zo bijvoorbeeld", "Kies uit")
HELP_WIDTHS = (18.0, 24.0, 11.0, 60.0, 46.0, 46.0)
_WIDTHS: Mapping[str, float] = MappingProxyType(
    {"yes": 11, "date": 13, "number": 12, "choice": 18, "code": 24, "postcode": 11, "phone": 18}
    | {"when": 34, "except": 30, "list": 40, "url": 36, "email": 30, "reference": 28}
)
_STAMP = (1980, 1, 1, 0, 0, 0)


class Form(Enum):
    """The form of a cell."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a page: its heading and note, how wide it is and what form its cells have."""

    heading: str
    note: str
    width: float
    form: Form
    private: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be chosen or typed in some cells of a column (counted from 1).

    `words` is a fixed list; `names` the sheet and column whose cells are offered. With neither, the
    form of the column is checked. Programs warn about something else but let it pass, as we do.
    """

    column: int
    first: int
    last: int = LAST_ROW
    words: tuple[str, ...] = ()
    names: tuple[str, int] | None = None

    @property
    def title(self) -> str:
        """Return the title of the warning."""
        return "Staat dit woord in de lijst?" if self.words else "Klopt dit?"

    def message(self, form: Form) -> str:
        """Return the text of the warning."""
        return f"Kies liever uit: {', '.join(self.words)}."[:255] if self.words else _TYPE_LIKE_THIS[form]


_TYPE_LIKE_THIS = {
    Form.DATE: "Typ de datum als 1-2-2027.",
    Form.NUMBER: "Typ hier een getal, zoals 12 of 51,44.",
    Form.TEXT: "",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet to fill in. `notes` are those of the cells in column A, by row."""

    name: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
    rules: tuple[Rule, ...] = ()
    notes: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """A workbook to fill in: the rows of its first sheet, "Uitleg", and its pages."""

    explanation: tuple[tuple[str, ...], ...]
    pages: tuple[Page, ...]


def template(sheets: Iterable[Sheet], rows: Mapping[str, Sequence[Row]] | None = None) -> Template:
    """Describe a workbook: what it explains, and one page per sheet with its rows, if it has any.

    `rows` holds, by name of the sheet, text by name of the column, as a volunteer would type it; a
    date in ISO form becomes a real date.
    """
    chosen = tuple(sheets)
    pages = (_page(sheet, (rows or {}).get(sheet.name, ()), chosen) for sheet in chosen)
    return Template(explanation(chosen), tuple(pages))


def csv_template(sheet: Sheet, rows: Sequence[Row] = ()) -> str:
    """Return a sheet as text with `;`: its headings and its rows, as a volunteer types them.

    The sheet `instellingen` always lists the names of the settings: without them it says nothing.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.name for column in sheet.columns)
    for row in _all_settings(rows) if sheet.name == SETTINGS else rows:
        writer.writerow(_typed(row.get(column.name, ""), column) for column in sheet.columns)
    return text.getvalue()


def explanation(sheets: Iterable[Sheet]) -> tuple[tuple[str, ...], ...]:
    """Return the rows under the headings of "Uitleg": one for each column of each sheet."""
    return tuple(
        (
            sheet.name,
            column.name,
            "ja" if column.required else "",
            column.description,
            column.written,
            ", ".join(column.options),
        )
        for sheet in sheets
        for column in (settings() if sheet.name == SETTINGS else sheet.columns)
    )


@cache
def examples() -> Mapping[str, tuple[Row, ...]]:
    """Return the example rows of each sheet; none of them can be published."""
    text = (files("dorpspomp") / "schema" / "examples.json").read_text("utf-8")
    return MappingProxyType({sheet: tuple(rows) for sheet, rows in json.loads(text).items()})


def steady(package: bytes) -> bytes:
    """Return a zip archive without the moment at which it was written, so that equal input is equal bytes."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as source, ZipFile(made, "w") as target:
        for entry in source.infolist():
            # An OpenDocument file tells what it is in its first member, which must not be packed.
            packing = ZIP_STORED if entry.filename == "mimetype" else ZIP_DEFLATED
            target.writestr(ZipInfo(entry.filename, _STAMP), source.read(entry), packing)
    return made.getvalue()


def _page(sheet: Sheet, rows: Sequence[Row], sheets: Sequence[Sheet]) -> Page:
    fields = tuple(_field(column) for column in sheet.columns)
    rules = _settings_rules() if sheet.name == SETTINGS else _rules(sheet, sheets)
    notes = {line: _note(column) for line, column in enumerate(settings(), start=2)}
    filled = _all_settings(rows) if sheet.name == SETTINGS else rows
    return Page(
        sheet.name,
        fields,
        tuple(tuple(_value(row.get(c.name, ""), c) for c in sheet.columns) for row in filled),
        tuple(rules),
        notes if sheet.name == SETTINGS else {},
    )


def _field(column: Column) -> Field:
    width = max(_WIDTHS.get(column.kind, 28.0), len(column.name) + 4.0)
    return Field(column.name, _note(column), width, _form(column), column.private)


def _note(column: Column) -> str:
    """Return the note of a heading: what belongs here, an example, and whether it must be filled in."""
    need = "\nVerplicht." if column.required else ""
    return f"{column.description}\nBijvoorbeeld: {column.written}{need}"


def _form(column: Column) -> Form:
    return {"date": Form.DATE, "number": Form.NUMBER}.get(column.kind, Form.TEXT)


def _rules(sheet: Sheet, sheets: Sequence[Sheet]) -> Iterator[Rule]:
    """Yield the drop-downs (fixed words, or the names in the sheet a reference points to) and checks."""
    for number, column in enumerate(sheet.columns, start=1):
        target = next((s for s in sheets if column.refers == (s.name,)), None)
        if column.options:
            yield Rule(number, 2, words=column.options)
        elif target:
            yield Rule(number, 2, names=(target.name, _place_of_names(target)))
        elif _form(column) is not Form.TEXT:
            yield Rule(number, 2)


def _place_of_names(sheet: Sheet) -> int:
    return next(number for number, column in enumerate(sheet.columns, 1) if column.attribute == "name")


def _settings_rules() -> Iterator[Rule]:
    for line, column in enumerate(settings(), start=2):
        if column.options:
            yield Rule(2, line, line, column.options)


def _all_settings(rows: Sequence[Row]) -> list[Row]:
    """Return every setting in the order of the manual, with what the village filled in already."""
    filled = {row.get("naam", ""): row for row in rows}
    known = [filled.pop(column.name, {"naam": column.name}) for column in settings()]
    return [*known, *filled.values()]


def _value(text: str, column: Column) -> Value:
    """Turn text into a real date or number where the column is made for it and the text is one."""
    form = _form(column)
    if form is Form.DATE and (day := _day(text)):
        return day
    if form is Form.NUMBER and re.fullmatch(r"-?\d{1,15}([.,]\d{1,12})?", text):
        return float(text.replace(",", "."))
    return text


def _typed(text: str, column: Column) -> str:
    """Write a date in ISO form as a volunteer types it."""
    is_day = column.kind == "date" and _day(text)
    return replace(column, example=text).written if is_day else text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None
