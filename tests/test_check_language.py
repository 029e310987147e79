"""Plain words and a friendly tone: what is pointed out, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dorpspomp.check import vocabulary
from tests.conftest import REPOSITORY
from tests.village_files import TODAY, Rows, read, write

HEADINGS = ["naam", "rubriek", "kort", "voor wie", "kosten", "telefoon"]
LONG = (
    "Wij komen graag bij u langs om samen te kijken wat er in uw huis en in uw tuin nog moet gebeuren"
    " voor de winter."
)


def said(root: Path, kort: str, name: str = "Klussen", audience: str = "Iedereen") -> list[tuple[str, str]]:
    """Return what is said of a row among others that say "u": wrong and what to do."""
    rows: Rows = [
        HEADINGS,
        ["Vervoer", "Hulp", "Wij rijden u naar uw afspraak.", "Iedereen", "gratis", "0490-01 23 45"],
        [name, "Hulp", kort, audience, "gratis", "0490-01 23 46"],
        ["Eettafel", "Hulp", "U schuift aan.", "Iedereen", "gratis", "0490-01 23 47"],
    ]
    found = read(write(root, {"diensten": rows})).problems
    return [(p.wrong, p.do) for p in found if p.sheet == "diensten" and p.row == 3]


@pytest.mark.parametrize(
    ("kort", "wrong", "do"),
    [
        (LONG, "meer dan twintig woorden", "twee zinnen"),
        ("Wij helpen middels een praatje.", "moeilijk woord", "liever ‘met’"),
        ("Dit is er ten behoeve van u.", "moeilijk woord", "‘ten behoeve van’ liever ‘voor’"),
        ("Samen eten voor Eenzame ouderen.", "wat iemand niet kan", "wie graag meer mensen ziet"),
        ("Voor een zielige kat.", "wat iemand niet kan", "Laat dit woord weg."),
        ("Bel a.u.b. vooraf.", "afkorting", "‘a.u.b.’ liever ‘graag’"),
        ("Dit gaat ivm de vorst niet door.", "afkorting", "‘ivm’ liever ‘vanwege’"),
        ("Wij komen bij je thuis.", "elders staat ‘u’", "‘u’ of ‘uw’"),
        ("Kom gezellig langs!", "uitroepteken", "punt"),
        ("Hier is alles GRATIS voor u.", "schreeuwen", "gewone letters"),
        ("Bel 0490-01 99 99 voor een afspraak.", "telefoonnummer", "kolom ‘telefoon’"),
        ("De start is op 14 maart in de zaal.", "geen jaar", "jaar erbij"),
    ],
)
def test_what_is_pointed_out(tmp_path: Path, kort: str, wrong: str, do: str) -> None:
    """Each thing is said once, with one thing to do."""
    found = said(tmp_path, kort)

    assert len(found) == 1
    assert wrong in found[0][0]
    assert do in found[0][1]


@pytest.mark.parametrize(
    "kort",
    [
        "Wij helpen u met alles. Dat kost niets; bel gerust. Wij komen graag langs, ook in de avond.",
        "Bij ons leert u DigiD en EHBO.",
        "Wij zijn er van 9.00 tot 12.00 uur, t/m vrijdag.",
        "Elk jaar op 14 maart vieren wij feest.",
        "Een maaltijd op 25 december.",
        "De start is op 14 maart 2027.",
        "Een reis van 2026 tot en met 2027, voor 12-18 personen.",
        "Iemand doet het met een indiender.",
    ],
)
def test_what_is_left_alone(tmp_path: Path, kort: str) -> None:
    """Ordinary Dutch gives no hint."""
    assert said(tmp_path, kort) == []


@pytest.mark.parametrize(("name", "audience"), [("Jeugdsoos", ""), ("Pool", "Jongeren tot 18 jaar")])
def test_the_young_are_spoken_to_as_they_speak(tmp_path: Path, name: str, audience: str) -> None:
    """Where a row is for the young, "je" is right."""
    assert said(tmp_path, "Neem je vrienden mee.", name, audience) == []


def test_what_villagers_say_stays_in_their_words(tmp_path: Path) -> None:
    """A card on the board is somebody's own voice: only its length is looked at."""
    board: Rows = [
        ["nummer", "soort", "rubriek", "tekst", "geplaatst", "geldig tot", "via", "toestemming"],
        ["1", "vraag", "Hulp", "Wie helpt je met indien nodig HALLOOO! Bel a.u.b.", "1-11-2026", "1-1-2027",
         "0490-01 23 45", "ja"],
    ]  # fmt: skip
    rows: Rows = [HEADINGS, ["Vervoer", "Hulp", "Wij rijden u.", "", "gratis", "0490-01 23 45"]]
    found = read(write(tmp_path, {"diensten": rows, "prikbord": board})).problems

    assert [p.wrong for p in found if p.sheet == "prikbord"] == ["Hoofdletters lezen als schreeuwen."]


def test_one_cause_is_one_message(tmp_path: Path) -> None:
    """The same word in many rows is one message: nothing but the row differs."""
    rows = [[f"Dienst {i}", "Hulp", "Wij helpen middels raad.", "", "gratis", ""] for i in "abc"]
    found = read(write(tmp_path, {"diensten": [HEADINGS, *rows]})).problems

    assert len({(p.wrong, p.do, p.column) for p in found if "moeilijk" in p.wrong}) == 1


def test_every_word_has_something_better() -> None:
    """The tables are whole: each entry once, in small letters, with a short alternative."""
    tables = (vocabulary.plain(), vocabulary.tone(), vocabulary.short())

    assert len(vocabulary.plain()) > 60
    for table in tables:
        for word, better in table.items():
            assert word == word.lower().strip()
            assert better
            assert better != word
            assert not set(better.split()) & {w for w in vocabulary.plain() if " " not in w}


def test_the_example_is_written_plainly() -> None:
    """Our own example gives no hint about its language."""
    found = read(REPOSITORY, TODAY).problems
    marks = (
        "woord",
        "afkorting",
        "twintig",
        "uitroepteken",
        "schreeuwen",
        "geen jaar",
        "‘je’",
        "telefoonnummer",
    )

    assert [p.where for p in found if any(mark in p.wrong for mark in marks)] == []
