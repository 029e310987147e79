"""Addresses: given once, kept for good."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dorpspomp import identity, memory
from dorpspomp.identity import Claim
from dorpspomp.loose import slug
from dorpspomp.memory import Address, Memory, Named

TODAY = date(2026, 11, 22)


def known_as(*names: str, sheet: str = "diensten") -> Memory:
    """Return a memory that knows these names, each by the code it would be given."""
    return Memory().with_published([Named(sheet, name, slug(name)) for name in names], TODAY)


def codes(known: Memory, *names: str | tuple[str, str]) -> list[str]:
    """Return the codes of rows in one sheet; a pair has a typed code."""
    rows = [Claim("diensten", *(name if isinstance(name, tuple) else (name,))) for name in names]
    return list(identity.assign(known, rows).codes)


def test_a_code_is_proposed_from_the_name() -> None:
    """A code is short, ascii and safe as a path; without letters it is the sheet's name."""
    assert codes(Memory(), "Café 't Hoekje", "../../etc/passwd", "…", "x" * 90) == [
        "cafe-t-hoekje",
        "etc-passwd",
        "diensten",
        "x" * 40,
    ]


def test_codes_are_unique_in_a_sheet() -> None:
    """A name or a code that comes twice gets a number behind it."""
    assert codes(Memory(), "Bingo", "Bingo", ("Kaarten", "bingo")) == ["bingo-2", "bingo-3", "bingo"]
    rows = [Claim("diensten", "Bingo"), Claim("plekken", "Bingo")]
    assert identity.assign(Memory(), rows).codes == ("bingo", "bingo")


def test_a_long_name_that_comes_twice() -> None:
    """The number behind a long code is part of it, also when it is asked and remembered again."""
    name = "Samen wandelen met de buren van het hele dorp"
    first, second = codes(Memory(), name, name)
    assert second == f"{first}-2"
    assert codes(Memory(), (name, first), (name, second)) == [first, second]
    known = Memory().with_published([Named("diensten", name, second)], TODAY)
    assert memory.read(known.text()) == known


def test_a_typed_code_is_kept() -> None:
    """What is typed counts, also when the name is another by now; of two equal ones the first."""
    assert codes(known_as("Klussen"), ("Wij klussen voor u", "klussen")) == ["klussen"]
    assert codes(Memory(), ("Een", "zelfde"), ("Twee", "zelfde")) == ["zelfde", "twee"]


def test_a_remembered_name_keeps_its_address() -> None:
    """The address of a known name does not depend on the order of rows or on other rows."""
    known = Memory().with_published([Named("diensten", "Bingo", "spelmiddag")], TODAY)
    assert codes(known, "Nieuw", "BINGO ") == ["nieuw", "spelmiddag"]


def test_a_renamed_record_keeps_its_address() -> None:
    """One name that vanished and one new name like it are the same record."""
    known = known_as("Klussendienst", "Eetcafé")
    assert codes(known, "Klussendienst Lindedorp", "Eetcafé") == ["klussendienst", "eetcafe"]
    assert codes(known, "Klussendinest", "Eetcafé") == ["klussendienst", "eetcafe"]


def test_another_record_gets_another_address() -> None:
    """A new name that is not like the old one, or like two old ones, is a new record."""
    assert codes(known_as("Bridgeclub"), "Bingo") == ["bingo"]
    assert codes(known_as("Koffieochtend A", "Koffieochtend B"), "Koffieochtend C") == ["koffieochtend-c"]


def test_an_address_is_never_given_to_another_record() -> None:
    """What was published once stays reserved when its record is gone."""
    known = Memory().with_published([Named("diensten", "Oud", "bingo")], TODAY)
    assert codes(known, "Bingo") == ["bingo-2"]


def test_memory_is_a_sheet() -> None:
    """The memory is written as a sheet and read back the same, also after Excel saved it."""
    known = known_as("Bingo; met prijzen", 'Café "De Linde"')
    text = known.text()
    assert text.splitlines()[0] == "sheet;code;naam;kort nummer;eerst gezien;vroegere namen"
    assert memory.read(text) == known
    assert memory.read("\ufeff" + text.replace("\n", "\r\n")) == known


def test_nonsense_in_the_memory_is_passed_over() -> None:
    """A line that cannot be an address is not one."""
    text = (
        "sheet;code;naam;kort nummer;eerst gezien\n../x;bingo;B;1;\ndiensten;../x;B;2;\ndiensten;;B;3;\nx\n"
    )
    assert memory.read(text) == Memory()


def test_short_numbers_are_kept_and_differ() -> None:
    """A short number has four digits, is the same for ever and belongs to one address."""
    first = known_as(*(f"Dienst {n}" for n in range(2000)))
    shorts = [kept.short for kept in first.addresses.values()]
    assert len(set(shorts)) == 2000
    assert all(len(short) == 4 and short.isdecimal() and short[0] != "0" for short in shorts)
    later = first.with_published([Named("diensten", "Nieuw", "nieuw")], date(2027, 1, 1))
    assert {path: later.addresses[path].short for path in first.addresses} == {
        path: kept.short for path, kept in first.addresses.items()
    }
    assert later.addresses["diensten/nieuw/"].first_seen == "2027-01-01"


def test_a_large_village_gets_longer_numbers() -> None:
    """With more than 4,000 records a short number has five digits."""
    shorts = {kept.short for kept in known_as(*(f"Dienst {n}" for n in range(4001))).addresses.values()}
    assert len(shorts) == 4001
    assert {len(short) for short in shorts} == {5}


def test_numbers_that_were_given_out_are_kept() -> None:
    """A number that a release carries is the one that is remembered."""
    made = Memory().with_published([Named("diensten", "Bingo", "bingo")], TODAY, {"diensten/bingo/": "1234"})
    assert made.addresses["diensten/bingo/"] == Address("diensten", "bingo", "Bingo", "1234", "2026-11-22")


_NAMES = st.lists(st.text("abcéÉ -/.", max_size=8), max_size=8)


@given(_NAMES, _NAMES)
def test_codes_hold_whatever_the_names(before: list[str], after: list[str]) -> None:
    """Codes are always safe, unique, the same when asked again, and never a reserved one of another name."""
    known = Memory().with_published(
        [Named("diensten", n, c) for n, c in zip(before, codes(Memory(), *before), strict=True)],
        TODAY,
    )
    given_out = codes(known, *after)
    assert len(set(given_out)) == len(after)
    assert all(code and code == slug(code) for code in given_out)
    assert codes(known, *after) == given_out
