"""Places on a map: what the village's own file may hold, what is drawn of it, and what is near."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from dorpspomp import geojson, saving
from dorpspomp.model import Point
from dorpspomp.views import plane
from dorpspomp.views.plates import placed
from dorpspomp.views.spot import length, walk
from tests import village_files as files
from tests.conftest import build_quickly, serving

HEAD = ["naam", "soort", "breedtegraad", "lengtegraad"]
PLACES = [
    HEAD,
    ["Dorpshuis De Linde", "dorpshuis", "51.6000", "5.6000"],
    ["AED bij de kerk", "AED", "51.6010", "5.6010"],
    ["Praatbank", "bank", "51.6020", "5.6000"],
    ["Bushalte Kerk", "bushalte", "51.6010", "5.6020"],
]
VILLAGE: files.Sheets = {**files.SMALL, "plekken": PLACES}

ROAD = {"type": "LineString", "coordinates": [[5.598, 51.600], [5.604, 51.602]]}
SQUARE = [[5.599, 51.599], [5.601, 51.599], [5.601, 51.601], [5.599, 51.601], [5.599, 51.599]]


def feature(geometry: object, **properties: object) -> dict[str, object]:
    """Return a feature with properties."""
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: object) -> str:
    """Return the text of a map."""
    return json.dumps({"type": "FeatureCollection", "features": features})


def site(root: Path, sheets: files.Sheets = VILLAGE, ground: str | None = None) -> Path:
    """Build the website of a village, with a map of its own or without."""
    files.write(root, sheets)
    if ground is not None:
        (root / "data" / "kaart.geojson").write_text(ground, "utf-8")
    built = build_quickly(root, parts=("site",))
    assert built.release, built.problems
    return root / "build" / "current" / "site"


def page(made: Path, path: str = "plekken/") -> str:
    """Return the main part of a page."""
    return (made / path / "index.html").read_text("utf-8").partition("<main")[2].partition("</main>")[0]


def plates(html: str) -> list[tuple[str, str]]:
    """Return the numbers on a map with the address each leads to."""
    drawn = html.partition("<svg")[2]
    return [(number, to) for to, number in re.findall(r'<a href="([^"]*)"><title>(\d+): ', drawn)]


def numbered(html: str) -> list[tuple[str, str]]:
    """Return the numbers of the list with the address beside each."""
    return re.findall(r'class="plate[^"]*">(\d+)</b> <a href="([^"]*)"', html)


def test_the_numbers_of_list_and_map_agree(tmp_path: Path) -> None:
    """Each number on the map leads to the place that has this number in the list, which comes first."""
    html = page(site(tmp_path))
    assert sorted(plates(html)) == sorted(numbered(html))
    assert len(numbered(html)) == 4
    assert html.index('class="plate') < html.index('role="group"')


KINDS: Mapping[str, object] = {
    "a line": feature(ROAD, soort="weg", naam="Kerkstraat"),
    "a line of OpenStreetMap": feature(ROAD, highway="residential", name="Kerkstraat"),
    "several lines": feature({"type": "MultiLineString", "coordinates": [ROAD["coordinates"]]}),
    "an area": feature({"type": "Polygon", "coordinates": [SQUARE]}, natural="water"),
    "several areas": feature({"type": "MultiPolygon", "coordinates": [[SQUARE]]}, landuse="forest"),
    "a collection": feature({"type": "GeometryCollection", "geometries": [ROAD]}),
    "with heights": feature({"type": "LineString", "coordinates": [[5.598, 51.6, 12], [5.604, 51.602, 12]]}),
    "a bare geometry": ROAD,
}


@pytest.mark.parametrize("found", KINDS.values(), ids=KINDS)
def test_every_kind_of_geometry_is_drawn(found: object) -> None:
    """What RFC 7946 knows is read without a word."""
    ground = geojson.read(json.dumps(found))
    assert ground.shapes
    assert ground.problems == ()


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ({"highway": "primary"}, "main_road"),
        ({"highway": "footway"}, "path"),
        ({"waterway": "stream"}, "stream"),
        ({"soort": "Bebouwde kom"}, "built"),
        ({"soort": "Vijver"}, "water"),
        ({"building": "yes"}, "building"),
        ({"building": "no"}, "road"),
        ({"soort": 12, "naam": ["x"]}, "road"),
        ({}, "road"),
    ],
)
def test_properties_say_what_it_is(properties: dict[str, object], kind: str) -> None:
    """Tags of OpenStreetMap and plain Dutch words are known; anything else is a road."""
    shape = geojson.read(json.dumps(feature(ROAD, **properties))).shapes[0]
    assert shape.kind == kind


BAD: Mapping[str, str] = {
    "nothing": "",
    "no JSON": "breedte;lengte",
    "cut off": '{"type": "FeatureCollection", "features": [{"type"',
    "a list": "[1, 2]",
    "a number": "12",
    "deep": "[" * 100_000,
    "deep objects": '{"type":"GeometryCollection","geometries":[' * 5_000,
    "a very long number": f'{{"type": "Point", "coordinates": [{"9" * 5000}, 1]}}',
    "not a number": '{"type": "Point", "coordinates": [NaN, Infinity]}',
    "the national grid": collection(
        feature({"type": "LineString", "coordinates": [[160000, 400000], [160100, 400100]]})
    ),
    "text for numbers": collection(feature({"type": "Point", "coordinates": ["5", "51"]})),
    "truth for numbers": collection(feature({"type": "Point", "coordinates": [True, False]})),
    "empty": collection(),
    "no geometry": collection(feature(None, naam="x")),
    "a line of one point": collection(feature({"type": "LineString", "coordinates": [[5, 51]]})),
    "an unknown kind": collection(feature({"type": "Circle", "coordinates": [5, 51]})),
    "features of another kind": '{"type": "FeatureCollection", "features": {"a": 1}}',
    "too many points": json.dumps(
        {"type": "LineString", "coordinates": [[5.6, 51.6]] * (geojson.MOST_POINTS + 1)}
    ),
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_what_is_no_map_is_told_and_leaves_it_blank(tmp_path: Path, text: str) -> None:
    """A wrong or hostile file stops nothing: it is told, and the numbers stand on plain paper."""
    found = geojson.read(text)
    assert found.shapes == ()
    assert [problem.level.value for problem in found.problems] == ["let op"]


def test_a_wrong_map_does_not_stop_a_build(tmp_path: Path) -> None:
    """The website is made, with its numbers, and the volunteer is told about the file."""
    html = page(site(tmp_path, ground=BAD["deep"]))
    assert len(plates(html)) == 4
    assert "kaart.geojson" in {problem.says for problem in files.read(tmp_path).problems}


@pytest.mark.parametrize("make", ["folder", "too large", "elsewhere", "utf-16"])
def test_what_is_no_ordinary_file_is_told(tmp_path: Path, make: str) -> None:
    """A folder, a file of megabytes and a link to elsewhere are told; another encoding is read."""
    files.write(tmp_path / "dorp", VILLAGE)
    path = tmp_path / "dorp" / "data" / "kaart.geojson"
    if make == "folder":
        path.mkdir()
    elif make == "too large":
        path.write_text(" " * (geojson.MOST_BYTES + 1), "utf-8")
    elif make == "elsewhere":
        (tmp_path / "geheim.geojson").write_text(collection(feature(ROAD)), "utf-8")
        path.symlink_to(tmp_path / "geheim.geojson")
    else:
        path.write_bytes(collection(feature(ROAD)).encode("utf-16"))
    reading = files.read(tmp_path / "dorp")
    told = [problem for problem in reading.problems if problem.sheet == "kaart"]
    assert bool(told) == (make != "utf-16")
    assert bool(reading.register.ground) == (make == "utf-16")


def test_a_part_that_cannot_be_drawn_is_left_out(tmp_path: Path) -> None:
    """One bad feature among good ones is told; the others are drawn."""
    found = geojson.read(collection(feature(ROAD), feature({"type": "Blob"})))
    assert (len(found.shapes), len(found.problems)) == (1, 1)


def test_a_name_cannot_break_the_page(tmp_path: Path) -> None:
    """Markup and signs in a name are words at most, and a name is short."""
    evil = "<script>alert(1)</script>\u202e\ud800" + "x" * 500
    html = page(site(tmp_path, ground=collection(feature(ROAD, naam=evil, soort='"><script>'))))
    assert "<script" not in html
    assert "x" * 70 not in html


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["type", "features", "geometry", "geometries", "coordinates", "properties"]),
        inner | st.sampled_from(["Feature", "FeatureCollection", "Polygon", "Point", "GeometryCollection"]),
        max_size=4), max_leaves=12))  # fmt: skip
def test_no_document_raises(found: object) -> None:
    """Whatever stands in the file becomes shapes or words."""
    assert geojson.read(json.dumps(found)).problems or geojson.read(json.dumps(found)).shapes


def test_a_place_in_the_next_town_does_not_shrink_the_village(tmp_path: Path) -> None:
    """What is far off is listed as off the map, with how far and which way; the village keeps its size."""
    far = [*PLACES, ["Ziekenhuis Verweg", "ziekenhuis", "51.7000", "5.6000"]]
    near, with_far = page(site(tmp_path / "a")), page(site(tmp_path / "b", {**VILLAGE, "plekken": far}))
    assert "buiten de kaart, ongeveer 11 kilometer naar het noorden" in with_far
    assert "Ziekenhuis Verweg</title>" not in with_far
    assert (
        re.findall(r"viewBox=\S+ \S+ (\d+)", near)[:1] == re.findall(r"viewBox=\S+ \S+ (\d+)", with_far)[:1]
    )


def test_a_place_without_coordinates_is_only_in_the_list(tmp_path: Path) -> None:
    """It has no number, and no map stands on its page."""
    made = site(tmp_path, {**VILLAGE, "plekken": [*PLACES, ["Ergens", "zaal", "", ""]]})
    assert ">Ergens<" in page(made)
    assert len(numbered(page(made))) == 4
    assert 'class="map"' not in page(made, "plekken/ergens/")


@pytest.mark.parametrize("rows", [[], [["Alleen", "zaal", "51.6", "5.6"]], [["Nergens", "zaal", "", ""]]])
def test_less_than_two_places_make_no_map(tmp_path: Path, rows: list[list[str]]) -> None:
    """A map of nothing, or of one dot, is not drawn."""
    sheets = {**files.SMALL, "plekken": [HEAD, *rows]} if rows else files.SMALL
    assert 'class="map"' not in page(site(tmp_path, sheets))


def test_a_place_shows_what_is_near(tmp_path: Path) -> None:
    """Nearby places are listed by walking time, the nearest AED among them, with their numbers on the map."""
    html = page(site(tmp_path), "plekken/praatbank/")
    near = html.partition('class="near"')[2]
    assert sorted(plates(near)) == sorted(numbered(near))
    assert "3 minuten lopen" in near
    assert "AED bij de kerk" in near
    assert "Praatbank</title>" not in near


def test_a_route_is_drawn_where_it_starts(tmp_path: Path) -> None:
    """A line whose name or code is a place's is drawn on that place's page, with its length."""
    walked = [[5.600, 51.602], [5.610, 51.602], [5.610, 51.610], [5.600, 51.602]]
    route = feature({"type": "LineString", "coordinates": walked}, soort="route", naam="Praatbank")
    made = site(tmp_path, ground=collection(feature(ROAD), route))
    assert "De route is ongeveer 2,5 kilometer lang." in page(made, "plekken/praatbank/")
    assert "De route" not in page(made, "plekken/bushalte-kerk/")


@pytest.mark.parametrize(
    ("away", "said"),
    [(0, "hiernaast"), (30, "hiernaast"), (60, "1 minuut lopen"), (210, "4 minuten lopen"),
     (700, "15 minuten lopen"), (3000, "60 minuten lopen"), (5000, "ongeveer 6,5 kilometer")],
)  # fmt: skip
def test_a_distance_is_said_as_a_walk(away: float, said: str) -> None:
    """Minutes at the pace of somebody of 75; more than an hour is said in kilometres."""
    assert walk(away) == said


def test_a_length_is_said_roundly() -> None:
    """Metres by fifty, kilometres by half."""
    assert [length(away) for away in (20, 430, 3600)] == [
        "ongeveer 50 meter", "ongeveer 450 meter", "ongeveer 3,5 kilometer",
    ]  # fmt: skip


spots = st.lists(st.tuples(st.floats(10, 390), st.floats(10, 290)), min_size=1, max_size=25)


@given(spots)
def test_no_plate_lies_over_another(found: list[tuple[float, float]]) -> None:
    """However crowded a village is, numbers stand apart and inside the drawing."""
    plates = [plate for plate in placed(found, 400, 300) if plate and plate.is_apart]
    for plate in plates:
        assert plate.wide / 2 <= plate.x <= 400 - plate.wide / 2
        assert not any(plate.meets(other) for other in plates if other is not plate)


points = st.tuples(st.floats(51.59, 51.61), st.floats(5.59, 5.61))


@given(st.lists(points, min_size=3, max_size=12))
def test_what_is_cut_off_stays_inside(found: list[tuple[float, float]]) -> None:
    """Lines and areas never reach further than the edge of the drawing and a little."""
    frame = plane.fitted([Point(51.599, 5.599), Point(51.601, 5.601)], 400, margin=20, least=100)
    ring = [frame.at(Point(*where)) for where in found]
    for spot in [*plane.inside(ring, frame), *(s for piece in plane.pieces(ring, frame) for s in piece)]:
        assert -7 <= spot[0] <= frame.width + 7
        assert -7 <= spot[1] <= frame.height + 7


def test_a_watched_village_notices_its_map(tmp_path: Path) -> None:
    """A map that is saved, changed or deleted counts as a change of the village."""
    assert saving.matters("data/kaart.geojson")
    assert not saving.matters("data/beeld/kaart.geojson")


def test_the_same_map_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds of one village are equal, to the byte."""
    ground = (Path(__file__).parents[1] / "data" / "kaart.geojson").read_text("utf-8")
    first = page(site(tmp_path, ground=ground))
    shutil.rmtree(tmp_path / "build")
    assert first == page(site(tmp_path, ground=ground))


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_a_map_fits_and_has_no_barrier(tmp_path: Path, browser: Browser, axe_source: str, width: int) -> None:
    """A map runs not sideways, its numbers are links with a name, and axe finds nothing."""
    made = site(tmp_path, ground=collection(feature(ROAD, soort="weg", naam="Kerkstraat")))
    with serving(made) as address:
        window = browser.new_page(viewport={"width": width, "height": 800})
        for path in ("plekken/", "plekken/praatbank/"):
            window.goto(f"{address}/{path}")
            assert window.get_by_role("link", name="1: AED bij de kerk").count() == 1
            assert not window.evaluate("document.documentElement.scrollWidth > innerWidth")
            window.evaluate(axe_source)
            found = window.evaluate("axe.run(document)")
            assert [v["id"] for v in found["violations"]] == []
        window.close()
