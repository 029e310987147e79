"""The installable app: its icons in the village's colours, the manifest, and the browser's own search box."""

from __future__ import annotations

import json
import struct
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from PIL import Image

from dorpspomp.outputs.emblem import Emblem, lines
from tests.conftest import build_quickly
from tests.village_files import SMALL, Rows, write

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
SETTINGS: Rows = [
    ["naam", "waarde"],
    ["naam portaal", 'De "Pomp" & zo <van> Lindedorp'],
    ["dorp", "Lindedorp aan de Grote Beek"],
    ["webadres", "https://beek.example/dorp"],
    ["kleur", "#ffcc00"],
    ["meldpunt", "0490-01 02 44"],
]


def site(root: Path, settings: Rows | None = SETTINGS) -> Path:
    """Build the website of a small village."""
    sheets = SMALL | ({"instellingen": settings} if settings else {})
    release = build_quickly(write(root, sheets), parts=("site",)).release
    assert release is not None
    return release.folder / "site"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the website of a village with a yellow sign."""
    return site(tmp_path_factory.mktemp("app"))


def manifest(folder: Path) -> dict[str, object]:
    """Read the manifest."""
    found: dict[str, object] = json.loads((folder / "manifest.webmanifest").read_text("utf-8"))
    return found


def opened(path: Path, mode: str) -> Image.Image:
    """Open a picture and close its file."""
    with Image.open(path) as picture:
        return picture.convert(mode)


def test_the_manifest_holds_what_a_browser_asks_for(own: Path) -> None:
    """Name, language, display and colours come from the settings, and every icon is what it says."""
    found = manifest(own)

    assert found["name"] == 'De "Pomp" & zo <van> Lindedorp'
    assert found["short_name"] == "Lindedorp aan de Grote Beek"
    assert (found["lang"], found["display"]) == ("nl", "standalone")
    assert found["theme_color"] == "#ffcc00"
    assert isinstance(found["icons"], list)
    drawn = [icon for icon in found["icons"] if icon["type"] == "image/png"]
    assert {(icon["sizes"], icon.get("purpose", "any")) for icon in drawn} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in drawn:
        with Image.open(own / icon["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]


@pytest.mark.parametrize("root", ["https://dorp.example/", "https://host.example/dorpen/linde/"])
def test_the_app_works_in_any_folder(own: Path, root: str) -> None:
    """Every address of the manifest stays below it, wherever the portal stands, and its pages exist."""
    found = manifest(own)
    shortcuts, icons = found["shortcuts"], found["icons"]
    assert isinstance(shortcuts, list) and isinstance(icons, list)
    addresses = [found["start_url"], found["scope"], *(shortcut["url"] for shortcut in shortcuts)]
    whole = [urljoin(f"{root}manifest.webmanifest", str(address)) for address in addresses]

    assert "id" not in found, "a relative one would be the same for every portal of a host"
    assert all(url.startswith(root) for url in whole)
    assert all((own / url.removeprefix(root) / "index.html").is_file() for url in whole)
    assert all((own / icon["src"]).is_file() for icon in icons)


def test_icons_have_the_colours_of_the_sign(own: Path) -> None:
    """The plate is the sign's colour and the pump its ink; a full one leaves the corners to the system."""
    for name, corner in (("app/icoon-512.png", 0), ("app/icoon-vol.png", 255), ("apple-touch-icon.png", 255)):
        picture = opened(own / name, "RGBA")
        colors = {color for _, color in picture.getcolors(1 << 20) or ()}
        top = picture.getpixel((0, 0))
        assert isinstance(top, tuple)
        assert {(0xFF, 0xCC, 0, 255), (0, 0, 0, 255)} <= colors, name
        assert top[3] == corner, name
    assert 'fill="#ffcc00"' in (own / "favicon.svg").read_text("utf-8")
    assert 'stroke="#000000"' in (own / "favicon.svg").read_text("utf-8")


def test_what_a_system_may_cut_off_is_empty(own: Path) -> None:
    """All of the pump is in the inner circle that every system shows (W3C: four tenths of the width)."""
    picture = opened(own / "app/icoon-vol.png", "RGB")
    middle, safe = picture.width / 2, 0.4 * picture.width
    ink = [
        (x, y)
        for y in range(0, picture.height, 2)
        for x in range(0, picture.width, 2)
        if picture.getpixel((x, y)) == (0, 0, 0)
    ]

    assert ink
    assert max(((x - middle) ** 2 + (y - middle) ** 2) ** 0.5 for x, y in ink) <= safe


def test_the_old_kind_of_icon_holds_three_sizes(own: Path) -> None:
    """favicon.ico has 16, 32 and 48 pixels."""
    data = (own / "favicon.ico").read_bytes()
    count = struct.unpack("<HHH", data[:6])[2]

    assert sorted(data[6 + 16 * number] for number in range(count)) == [16, 32, 48]
    assert Image.open(BytesIO(data)).format == "ICO"


def test_the_same_colours_give_the_same_bytes() -> None:
    """An icon tells nothing of when it was made."""
    one, other = Emblem("#0b3f8c", "#ffffff"), Emblem("#0b3f8c", "#ffffff")

    assert one.png(192) == other.png(192)
    assert one.ico(16, 32) == other.ico(16, 32)
    assert one.png(192) != Emblem("#0b3f8d", "#ffffff").png(192)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("M1 2 3 4", [[(1, 2), (3, 4)]]),
        ("m1 2 3 4", [[(1, 2), (4, 6)]]),
        ("M0 0h2v-3H1V5", [[(0, 0), (2, 0), (2, -3), (1, -3), (1, 5)]]),
        ("M0 0L1 1zM5 5l.5-.5", [[(0, 0), (1, 1), (0, 0)], [(5, 5), (5.5, 4.5)]]),
    ],
)
def test_a_path_is_read_as_svg_has_it(path: str, expected: list[list[tuple[float, float]]]) -> None:
    """Commands in capitals are places, in small letters steps; after a move come lines."""
    assert list(lines(path)) == expected


def test_a_curve_ends_where_it_says() -> None:
    """A curve begins at the pen, ends at its last point and bends towards the points between."""
    (curve,) = lines("M0 0C0 4 4 4 4 0")

    assert (curve[0], curve[-1]) == ((0, 0), (4, 0))
    assert 2.9 < max(y for _, y in curve) <= 3


def test_the_search_box_asks_the_search_page(own: Path) -> None:
    """The OpenSearch description has a name of at most sixteen letters, and leads to the page of search."""
    root = ElementTree.fromstring((own / "opensearch.xml").read_text("utf-8"))
    name, url = root.findtext(f"{OPENSEARCH}ShortName"), root.find(f"{OPENSEARCH}Url")

    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert name == "Lindedorp aan de"
    assert url is not None
    assert url.get("template") == "https://beek.example/dorp/zoeken/?q={searchTerms}"
    assert "<van>" in (root.findtext(f"{OPENSEARCH}Description") or "")
    page = (own / "startpagina" / "index.html").read_text("utf-8")
    assert 'rel="search" type="application/opensearchdescription+xml"' in page


def test_without_an_address_there_is_an_app_but_no_search_box(tmp_path: Path) -> None:
    """A portal without a web address can be installed where it is; nothing names an address it has not."""
    folder = site(tmp_path, None)

    assert manifest(folder)["start_url"] == "./"
    assert not (folder / "opensearch.xml").exists()
    assert not (folder / "startpagina" / "beheer").exists()
    assert "opensearch.xml" not in (folder / "startpagina" / "index.html").read_text("utf-8")


def test_every_page_names_manifest_and_icons(own: Path) -> None:
    """A page leads to the app's files from where it stands."""
    for name in ("index.html", "diensten/klussendienst/index.html", "404.html"):
        page = (own / name).read_text("utf-8")
        for rel in ("manifest", "icon", "apple-touch-icon"):
            assert page.count(f'<link rel="{rel}"') == 1, (name, rel)
