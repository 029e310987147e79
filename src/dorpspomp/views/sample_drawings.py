"""Samples for the style guide of what is drawn: a map, and figures with their goals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dorpspomp.model import Goal, Source
from dorpspomp.views import samples
from dorpspomp.views.figures import Bar, Chart, GoalView, Row
from dorpspomp.views.lettering import Name
from dorpspomp.views.map import Drawing, Layer, Mark
from dorpspomp.views.places import Near, Stop
from dorpspomp.views.plates import Plate

DRAWING = Drawing(
    width=400,
    height=220,
    layers=(
        Layer("green", "M250 10H390V90H250z"),
        Layer("wood", "M10 130H120V210H10z"),
        Layer("water", "M300 130H390V210H300z"),
        Layer("path", "M20 20 120 60 180 110"),
        Layer("road", "M180 0V220M180 60H400"),
        Layer("main_road", "M0 110H400"),
        Layer("building", "M200 80h26v18h-26zM146 126h22v26h-22z"),
    ),
    names=(Name(90, 104, 0, "Voorbeeldstraat"), Name(345, 172, 0, "Voorbeeldplas")),
    marks=(
        Mark(Plate(1, 213, 89, (213, 89)), samples.COFFEE, "binnen"),
        Mark(Plate(2, 290, 40, (290, 40)), samples.HANDYMAN, "buiten"),
        Mark(Plate(3, 130, 170, (157, 139)), samples.HELPLINE, "aed"),
    ),
    bar=(100, "200 meter"),
)
_STOPS = (
    Stop(samples.COFFEE, "binnen", 1, "2 minuten lopen"),
    Stop(samples.CARDS["Long words and a long name"], "buiten", 2),
    Stop(samples.CARDS["Cancelled"], "weg"),
)
NEAR: Mapping[str, Near] = {
    "Places, with a map": Near(_STOPS, replace(DRAWING, own=(180, 110))),
    "Without coordinates": Near(tuple(replace(stop, number=0) for stop in _STOPS), None),
    "The start of a route": Near((), None, "De route is 4,2 kilometer lang."),
}

_BARS = (
    Bar("aug", "augustus 2026", "12", "plain", 7, 120),
    Bar("sep", "september 2026", "6", "plain", 53, 60),
    Bar("okt", "oktober 2026", "minder dan 5", "small", 99, 0),
    Bar("nov", "november 2026", "niet getoond", "hidden", 145, 0),
    Bar("dec", "december 2026", "niet geteld", "missing", 191, 0),
)
CHARTS: Mapping[str, Chart] = {
    "Every kind of month": Chart(
        "vragen",
        "Vragen",
        "zo vaak vroeg iemand om hulp",
        _BARS,
        "20",
        (),
        "Vragen: het meest in augustus 2026, 12.",
    ),
    "One month, with areas": Chart(
        "bezoekers",
        "Bezoekers",
        "zo veel mensen kwamen langs",
        _BARS[:1],
        "12",
        (Row("Voorbeelddorp", "7"), Row("buitengebied", "5")),
        "Bezoekers: 12 in augustus 2026.",
    ),
}

_GOAL = Goal(
    source=Source("doelen"),
    code="koffie",
    name="Meer koffie samen",
    reach="Iedereen die er is",
    change="Meer mensen kennen hun buren.",
    term="voor de zomer van 2027",
)
GOALS: Mapping[str, GoalView] = {
    "On its way": GoalView(_GOAL, "12 van de 20 bezoekers", 60),
    "Reached": GoalView(replace(_GOAL, reach="", term=""), "24 van de 20 bezoekers", 100),
    "Nothing is held against it": GoalView(replace(_GOAL, change=""), ""),
}
