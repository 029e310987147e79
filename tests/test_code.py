"""QR codes: read back by another library (zxing-cpp), and made as small and as strong as they can be."""

from __future__ import annotations

import base64
import re
import string

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

from dorpspomp.outputs import code
from dorpspomp.outputs.code import QUIET, Codes, matrix

SCALE = 2
"""Pixels a module: as coarse as a decoder can be asked to read."""

ADDRESS = "https://wilgenbroek.example/q/4821/"

addresses = st.builds(
    lambda rest: f"https://{rest}",
    st.text(string.ascii_letters + string.digits + "-._~/?#=&%+", min_size=1, max_size=52),
)
"""Web addresses of up to 60 letters."""


def drawn(svg: str) -> list[list[bool]]:
    """Return the modules that an SVG draws, quiet zone included."""
    size = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    modules = [[False] * size for _ in range(size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg):
        modules[int(y)][int(x) : int(x) + int(length)] = [True] * int(length)
    return modules


def read(modules: list[list[bool]]) -> zxingcpp.Barcode:
    """Let another library read a picture of modules."""
    picture = Image.new("L", (len(modules), len(modules)), 255)
    picture.putdata([0 if dark else 255 for row in modules for dark in row])
    large = picture.resize((picture.width * SCALE, picture.height * SCALE), Image.Resampling.NEAREST)
    (found,) = zxingcpp.read_barcodes(large)
    return found


def smallest(text: str, level: int) -> int:
    """Return how many modules a code of this level needs, according to the library's own search."""
    made: QRCode[None] = QRCode(error_correction=level, border=0)
    made.add_data(text)
    made.make(fit=True)
    return len(made.modules)


@settings(max_examples=30, deadline=None)
@given(addresses)
def test_a_code_reads_back_as_its_address(address: str) -> None:
    """Every address that a village can have is read back letter by letter."""
    assert read(drawn(Codes().svg(address))).text == address


@settings(max_examples=30, deadline=None)
@given(addresses)
def test_a_code_is_as_strong_as_its_size_allows(address: str) -> None:
    """A code is never larger than level M asks for, and of level Q where that costs no module."""
    plain, strong = (smallest(address, level) for level in (ERROR_CORRECT_M, ERROR_CORRECT_Q))
    assert len(matrix(address)) == plain
    assert read(drawn(Codes().svg(address))).ec_level == ("Q" if strong == plain else "M")


@pytest.mark.parametrize("text", [ADDRESS.upper(), "0490010000", "€ – é", string.punctuation])
def test_every_kind_of_text_reads_back(text: str) -> None:
    """Digits, capitals and letters with accents each have their own way of being written in a code."""
    assert read(drawn(Codes().svg(text))).text == text


def test_the_drawing_is_the_matrix_in_a_quiet_zone() -> None:
    """The drawing holds the modules and nothing else, with four modules of white on every side."""
    modules, picture = matrix(ADDRESS), drawn(Codes().svg(ADDRESS))
    assert QUIET == 4
    assert len(picture) == len(modules) + 8 == Codes().modules(ADDRESS)
    assert [row[QUIET:-QUIET] for row in picture[QUIET:-QUIET]] == modules
    assert sum(map(sum, picture)) == sum(map(sum, modules))


def test_a_code_survives_dirt() -> None:
    """A short address is still read when a thumb has soiled a corner."""
    picture = drawn(Codes().svg(ADDRESS))
    for row in picture[-QUIET - 5 : -QUIET]:
        row[-QUIET - 5 : -QUIET] = [True] * 5
    assert read(picture).text == ADDRESS


def test_an_address_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same address, asked for by a poster and a kiosk, is drawn once."""
    asked: list[str] = []
    monkeypatch.setattr(code, "matrix", lambda text: asked.append(text) or matrix(text))
    codes = Codes()
    first = codes.svg(ADDRESS)
    assert base64.b64decode(codes.data_uri(ADDRESS).partition(",")[2]).decode() == first
    assert codes.svg(ADDRESS) is first
    assert asked == [ADDRESS]


def test_the_same_text_gives_the_same_code() -> None:
    """Nothing of a code depends on chance or on what was drawn before it."""
    codes = Codes()
    codes.svg("https://w.example/")
    assert codes.svg(ADDRESS) == Codes().svg(ADDRESS)
