"""Identity over months of edits: an address once published goes on meaning the same record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpspomp.identity import Assigned, Claim, assign
from dorpspomp.lastgood import Version
from dorpspomp.loose import slug
from dorpspomp.memory import Memory, Named

TODAY = date(2026, 11, 22)
WORDS = ["klus", "fiets", "eet", "tuin", "lees", "brei", "wandel", "zang", "kaart", "koor", "taal", "kook"]
TYPES = ["dienst", "club", "groep", "tafel", "hulp", "middag"]
NAMES = [f"{word.capitalize()}{kind}" for word in WORDS for kind in TYPES]


@dataclass(frozen=True)
class Row:
    """A row as a volunteer sees it; `who` is which record it is, which only the test knows."""

    who: int
    name: str
    cells: tuple[tuple[str, str], ...]

    def claim(self, number: int) -> Claim:
        """Return what the tool sees of it."""
        return Claim("diensten", self.name, "", {"naam": self.name, **dict(self.cells)}, number)


@dataclass(frozen=True)
class Village:
    """A sheet, everything that was published of it, and which record each address was given to."""

    rows: tuple[Row, ...] = ()
    memory: Memory = field(default_factory=Memory)
    versions: dict[str, Version] = field(default_factory=dict)
    owners: dict[str, int] = field(default_factory=dict)

    def assigned(self) -> Assigned:
        """Give every row an address."""
        claims = [row.claim(number) for number, row in enumerate(self.rows, start=2)]
        return assign(self.memory, claims, self.versions)

    def published(self) -> Village:
        """Publish the sheet as it stands."""
        codes = self.assigned().codes
        named = [Named("diensten", row.name, code) for row, code in zip(self.rows, codes, strict=True)]
        made = [
            Version("diensten", code, row.name, dict(row.claim(0).cells), TODAY, number)
            for number, (row, code) in enumerate(zip(self.rows, codes, strict=True), start=2)
        ]
        owners = self.owners | {code: row.who for row, code in zip(self.rows, codes, strict=True)}
        memory = self.memory.with_published(named, TODAY)
        return replace(self, memory=memory, versions={v.address: v for v in made}, owners=owners)


def row(who: int, name: str = "") -> Row:
    """Return a row of its own: a sentence, a number and an address that no other row has."""
    name = name or NAMES[who % len(NAMES)] + (f" {who}" if who >= len(NAMES) else "")
    cells = (
        ("rubriek", "Hulp" if who % 2 else "Ontmoeten"),
        ("kort", f"Dit is wat nummer {who} voor u doet op dag {who * 7}."),
        ("telefoon", f"0490-01 {who:04d}"),
        ("kosten", "gratis"),
    )
    return Row(who, name, cells)


def reordered(rows: list[Row], draw: st.DrawFn) -> list[Row]:
    """Sort or shuffle the sheet."""
    return draw(st.permutations(rows))


def renamed(rows: list[Row], draw: st.DrawFn) -> list[Row]:
    """Give one row an entirely other name, and leave the rest of it."""
    place = draw(st.integers(0, len(rows) - 1))
    other = f"Nieuw {draw(st.sampled_from(NAMES))} {draw(st.integers(100, 999))}"
    return [replace(r, name=other) if n == place else r for n, r in enumerate(rows)]


def corrected(rows: list[Row], draw: st.DrawFn) -> list[Row]:
    """Change another cell of a row."""
    place = draw(st.integers(0, len(rows) - 1))
    sentence = f"Een andere zin, van dag {draw(st.integers(1000, 9999))}."
    cells = tuple((n, sentence if n == "kort" else t) for n, t in rows[place].cells)
    return [replace(r, cells=cells) if n == place else r for n, r in enumerate(rows)]


def emptied(rows: list[Row], draw: st.DrawFn) -> list[Row]:
    """Lose the name of one row by a slip."""
    place = draw(st.integers(0, len(rows) - 1))
    return [replace(r, name="") if n == place else r for n, r in enumerate(rows)]


def removed(rows: list[Row], draw: st.DrawFn) -> list[Row]:
    """Take a row out."""
    place = draw(st.integers(0, len(rows) - 1))
    return rows[:place] + rows[place + 1 :] if len(rows) > 1 else rows


EDITS = (reordered, renamed, corrected, emptied, removed)


@st.composite
def histories(draw: st.DrawFn) -> list[list[Row]]:
    """Return a sheet as it is at each of its publications: one edit, or a new row, between two of them."""
    rows = [row(who) for who in range(draw(st.integers(1, 8)))]
    sheets, fresh = [rows], len(rows)
    for _ in range(draw(st.integers(1, 8))):
        edit = draw(st.sampled_from((*EDITS, None)))
        rows = edit(list(rows), draw) if edit else [*rows, row(fresh)]
        fresh += edit is None
        sheets.append(list(rows))
    return sheets


@given(histories())
def test_an_address_goes_on_meaning_its_record(sheets: list[list[Row]]) -> None:
    """Sorted, renamed, corrected, emptied, added, taken out: no address changes hands or is lost."""
    village = Village()
    for rows in sheets:
        before = village.owners
        village = replace(village, rows=tuple(rows)).published()
        assert {code: village.owners[code] for code in before} == before
        codes = {row.who: code for code, row in zip(village.assigned().codes, rows, strict=True)}
        kept = {who: code for code, who in before.items() if who in codes}
        assert {who: codes[who] for who in kept} == kept


@given(histories())
def test_old_names_go_on_meaning_the_record(sheets: list[list[Row]]) -> None:
    """A name that a record had is remembered with its address, up to five of them."""
    village = Village()
    for rows in sheets:
        village = replace(village, rows=tuple(rows)).published()
        for address in village.memory.addresses.values():
            assert len(address.former) <= 5 and address.name not in address.former


def changed(*rows: Row) -> Assigned:
    """Publish three services and return what becomes of the next sheet."""
    three = Village((row(1), row(2), row(3))).published()
    return replace(three, rows=rows).assigned()


def half(name: str) -> Row:
    """Return a row that has the number of the second service, and all else of its own."""
    cells = row(2).cells
    return Row(2, name, tuple((n, t if n == "telefoon" else f"Iets anders over {name}.") for n, t in cells))


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        # one row became two that are equally like it
        ([row(1), row(3), half("Eerste helft"), half("Tweede helft")], 2),
        # a row whose name and sentence are new, but whose number is not
        ([row(1), row(3), half("Heel iets anders")], 1),
        # a row that has nothing of the one that vanished
        ([row(1), row(3), row(40, "Schaakclub")], 0),
    ],
)  # fmt: skip
def test_splits_are_asked(rows: list[Row], asked: int) -> None:
    """Where a new row may be the record that vanished, the volunteer is asked and nothing is guessed."""
    found = changed(*rows)
    assert len(found.questions) == asked
    assert all(not question.is_kept for question in found.questions.values())
    gone = slug(row(2).name)
    assert gone not in found.codes
    assert {kept.code for question in found.questions.values() for kept in question.candidates} <= {gone}


def test_merges_are_asked() -> None:
    """A row that was made of two others is one of them only when a volunteer says so."""
    merged = Row(
        9, "Samen sterk", (("kort", dict(row(1).cells)["kort"]), ("telefoon", dict(row(2).cells)["telefoon"]))
    )
    found = changed(row(3), merged)
    assert [len(question.candidates) for question in found.questions.values()] == [2]


@pytest.mark.parametrize(
    ("typed", "codes", "kept"),
    [
        (("anders", "", ""), ["own", "own", "own"], {0}),
        (("", "own", ""), ["own", "own", "own"], set()),
        (("second", "", ""), ["own", "own", "own"], {0}),
        (("second", "second", ""), ["own", "own", "own"], {0}),
    ],
)
def test_a_code_that_was_changed(typed: tuple[str, ...], codes: list[str], kept: set[int]) -> None:
    """A code that is typed over by a slip takes no address away, not from its own row nor from another."""
    rows = [row(1), row(2), row(3)]
    own = [slug(r.name) for r in rows]
    words = {"own": own[1], "second": own[1]}
    claims = [
        replace(r.claim(n + 2), typed=words.get(text, text))
        for n, (r, text) in enumerate(zip(rows, typed, strict=True))
    ]
    published = Village(tuple(rows)).published()
    found = assign(published.memory, claims, published.versions)
    assert list(found.codes) == own
    assert {place for place, question in found.questions.items() if question.is_kept} == kept


def test_a_name_alone_is_not_enough() -> None:
    """A new row that is named like a record that vanished, but holds nothing of it, is asked about."""
    found = changed(row(1), row(3), row(50, f"{row(2).name} Plus"))
    assert slug(row(2).name) not in found.codes
    assert [[kept.code for kept in q.candidates] for q in found.questions.values()] == [[slug(row(2).name)]]
