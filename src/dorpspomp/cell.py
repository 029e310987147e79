"""Reading one cell: a table of small converters, one for each kind of column.

A cell never raises and never guesses in silence. What it becomes is a value, the one way in which
that value is written (the text that Frictionless checks), and a note for the volunteer if something
had to be repaired or could not be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dorpspomp import damage, day, phone
from dorpspomp.cleaning import Note, cleaned, repaired
from dorpspomp.loose import key, only_near, slug
from dorpspomp.problem import Level
from dorpspomp.sheet import Column


@dataclass(frozen=True, slots=True)
class Cell:
    """What was read. `value` is None and `text` "" when the cell is empty or cannot be used."""

    value: object = None
    text: str = ""
    note: Note | None = None


EMPTY = Cell()
Reader = Callable[[str, Column, date], Cell]

YES = frozenset({"ja", "j", "x", "waar", "1", "yes", "y", "true", "v", "akkoord", "✓", "✔", "☑", "√"})
NO = frozenset({"nee", "n", "onwaar", "0", "no", "false", "neen", "niet", "-", "–", "☐"})
_NUMERIC = frozenset({"phone", "date", "number", "money", "postcode"})
_LOOKS_BACK = frozenset({"checked_on", "published_on", "placed_on", "accepted_on"})

_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE)
_ITEMS = re.compile(r"[;|\n]")
_EMAIL = re.compile(r"[\w.+'&=~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_WEB_ADDRESS = re.compile(
    r"https?://(?:(?:\w(?:[\w-]*\w)?\.)+[a-z]{2,}\.?|localhost)(?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\`{}]*)?",
    re.IGNORECASE,
)
_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#].*)?", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_AMOUNT = re.compile(r"(?:€|eur(?:o)?)?\s*([0-9]{1,6})(?:[.,]([0-9]{1,2}|-+))?\s*(?:€|euro?)?", re.IGNORECASE)
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")
_PHONE_INSIDE = re.compile(r"\+?[0-9(][0-9 ()./–-]+[0-9]|\b11[23]\b")


def read(raw: str, column: Column, today: date) -> Cell:
    """Read one cell of this column."""
    if not raw:
        return EMPTY
    text, note = cleaned(raw)
    if column.kind in _NUMERIC:
        text = text.lstrip("'’`")  # what a spreadsheet puts before a number that must stay text
    if not text or damage.means_nothing(text, column):
        return Cell(note=note)
    text, told = damage.mended(text, column)
    cell = _BY_NAME.get(column.name, READERS[column.kind])(text, column, today)
    note = repaired(f"{told} Ik lees: {text}.", "Klopt dat?") if told else note
    return replace(cell, note=note) if note and not cell.note else cell


def is_yes(text: str) -> bool | None:
    """Read ja or nee loosely; None means that it is neither.

    >>> [is_yes(text) for text in ("Ja", "x", "WAAR", "nee", "misschien")]
    [True, True, True, False, None]
    """
    word = key(text) or text.strip()
    if word in YES:
        return True
    return False if word in NO else None


def _unusable(wrong: str, do: str) -> Cell:
    return Cell(note=Note(Level.NOTICE, wrong, do))


def _text(text: str, column: Column, today: date) -> Cell:
    return Cell(text, text)


def _list(text: str, column: Column, today: date) -> Cell:
    items = tuple(dict.fromkeys(item for part in _ITEMS.split(text) if (item := part.strip())))
    return Cell(items or None, "|".join(items))


def _yes(text: str, column: Column, today: date) -> Cell:
    value = is_yes(text)
    if value is None:
        return _unusable("Hier hoort ‘ja’ of ‘nee’.", "Vul ‘ja’ of ‘nee’ in.")
    return Cell(value, "ja" if value else "nee")


def _phone(text: str, column: Column, today: date) -> Cell:
    if _SCIENTIFIC.fullmatch(text):
        return _unusable(
            "Het rekenblad heeft cijfers van dit nummer weggegooid.",
            "Zet het vak op ‘Tekst’ en typ het nummer opnieuw.",
        )
    if found := phone.read(text):
        return Cell(found, found.shown)
    if found := phone.read_without_zero(text):
        return Cell(
            found,
            found.shown,
            repaired(f"De nul vooraan ontbrak. Ik lees: {found.shown}.", "Klopt het nummer?"),
        )
    return _phone_among(text)


def _phone_among(text: str) -> Cell:
    """Take the first number out of a text with more in it."""
    numbers = (phone.read(part) for part in _PHONE_INSIDE.findall(text[:200]))
    found = next((number for number in numbers if number), None)
    if found is None:
        return _unusable("Dit is geen geldig telefoonnummer.", "Typ het hele nummer, zoals 0123-45 67 89.")
    wrong = f"Er staat meer dan één nummer of ook tekst. Ik lees: {found.shown}."
    return Cell(found, found.shown, Note(Level.NOTICE, wrong, "Zet hier alleen het nummer."))


def _email(text: str, column: Column, today: date) -> Cell:
    address = text.removeprefix("mailto:").strip("<> ")
    if len(address) > 254 or not _EMAIL.fullmatch(address):
        return _unusable("Dit is geen geldig e-mailadres.", "Typ het adres opnieuw, zoals info@dorp.nl.")
    return Cell(address, address)


def _url(text: str, column: Column, today: date) -> Cell:
    address = f"https://{text}" if _BARE_ADDRESS.fullmatch(text) else text
    if len(address) > 2000 or not _WEB_ADDRESS.fullmatch(address):
        return _unusable("Dit is geen geldig webadres.", "Typ het adres opnieuw, zoals www.dorp.nl.")
    return Cell(address, address)


def _date(text: str, column: Column, today: date) -> Cell:
    if found := day.read(text):
        return Cell(found, found.isoformat())
    if found := day.read_serial(text):
        wrong = f"De datum was een getal geworden. Ik lees: {day.written(found)}."
        return Cell(found, found.isoformat(), repaired(wrong, "Klopt de datum?"))
    if column.attribute in _LOOKS_BACK and (found := day.read_last(text, today)):
        wrong = f"Het jaar ontbrak. Ik lees: {day.written(found)}."
        return Cell(found, found.isoformat(), repaired(wrong, "Zet het jaar erbij."))
    if day.is_without_year(text):
        return _unusable("Het jaar ontbreekt in deze datum.", "Zet het jaar erbij, zoals 1 februari 2027.")
    return _unusable("Dit is geen geldige datum.", "Typ de datum als 1-2-2027.")


def _month(text: str, column: Column, today: date) -> Cell:
    """Read a month as `2026-11`; spreadsheets like to make a day of it."""
    if found := day.read(text) or day.read(f"1 {text}") or day.read(f"1-{text}") or day.read_serial(text):
        return Cell(month := f"{found:%Y-%m}", month)
    return Cell(text, text)


def _days(text: str, column: Column, today: date) -> Cell:
    """Read numbers of days, however they are parted."""
    numbers = tuple(re.findall(r"[0-9]{1,4}", text))
    return Cell(numbers or None, "|".join(numbers)) if numbers else _number(text, column, today)


def _number(text: str, column: Column, today: date) -> Cell:
    bare = text.replace(" ", "")
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    if not _NUMBER.fullmatch(bare):
        return _unusable("Hier hoort een getal.", "Vul een getal in, zoals 12 of 51,44.")
    value = float(bare.replace(",", "."))
    return Cell(value, str(int(value)) if value.is_integer() else repr(value))


def _choice(text: str, column: Column, today: date) -> Cell:
    by_key = {key(choice): choice for choice in column.choices}
    if found := _chosen(key(text), by_key):
        return Cell(found, found)
    options = ", ".join(column.choices)
    return _unusable("Dit woord staat niet in de lijst voor deze kolom.", f"Kies uit: {options}.")


def _chosen(word: str, by_key: dict[str, str]) -> str:
    """Return the choice that is meant: the word itself, a slip away, begun, or followed by more words."""
    if word in by_key:
        return by_key[word]
    if near := only_near(word, by_key, 4):
        return by_key[near]
    begun = [
        k for k in by_key if (len(word) > 3 and k.startswith(word)) or (len(k) > 3 and word.startswith(k))
    ]
    return by_key[begun[0]] if len(begun) == 1 else ""


def _money(text: str, column: Column, today: date) -> Cell:
    if likely := damage.amount_of_date(text):
        return _unusable("Het rekenblad maakte van dit bedrag een datum.", f"Typ {likely}, als dat klopt.")
    match = _AMOUNT.fullmatch(text)
    if not match:
        return Cell(text, text)
    euros, cents = int(match[1]), (match[2] or "").strip("-").ljust(2, "0")
    if not euros and cents == "00":
        return Cell("gratis", "gratis")
    shown = f"€ {euros}" if cents == "00" else f"€ {euros},{cents}"
    return Cell(shown, shown)


def _postcode(text: str, column: Column, today: date) -> Cell:
    match = _POSTCODE.fullmatch(text)
    if not match:
        return _unusable("Dit is geen geldige postcode.", "Typ vier cijfers en twee letters, zoals 5741 AB.")
    postcode = f"{match[1]} {match[2].upper()}"
    return Cell(postcode, postcode)


def _code(text: str, column: Column, today: date) -> Cell:
    code = slug(text)
    if not code:
        return _unusable(
            "In een code staan alleen letters en cijfers.", "Laat het vak leeg, dan maak ik een code."
        )
    return Cell(code, code, None if code == text else repaired(f"De code is nu: {code}."))


READERS: dict[str, Reader] = {
    "text": _text,
    "list": _list,
    "yes": _yes,
    "phone": _phone,
    "email": _email,
    "url": _url,
    "date": _date,
    "number": _number,
    "choice": _choice,
    "money": _money,
    "postcode": _postcode,
    "code": _code,
    "code list": _list,
    "reference": _text,
    "except": _text,
    "when": _text,
}
"""The converter of each kind. What needs the rest of the register (when, reference) stays text here."""

_BY_NAME: dict[str, Reader] = {"maand": _month, "verouderd na": _days}
