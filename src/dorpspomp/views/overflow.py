"""What a volunteer is told when a text does not fit on paper: which cell to make shorter."""

from __future__ import annotations

from dorpspomp.problem import Level, Problem
from dorpspomp.views.bookmark import BookmarkView
from dorpspomp.views.fridge import FridgeView
from dorpspomp.views.leaflet import LeafletView
from dorpspomp.views.paper import cut
from dorpspomp.views.portal import Portal
from dorpspomp.views.poster import PosterView

SAID = 80
"""How many letters of a text that is too long are told back."""


def of_poster(view: PosterView, portal: Portal) -> Problem:
    """Return what is told of a poster, at the cell that takes most room."""
    kind = "wanneer" if view.card.sheet == "activiteiten" else "openingstijden"
    headings = {"Voor wie": "voor wie", "Kosten": "kosten", "Neem mee": "meenemen", "Aanmelden": "aanmelden"}
    cells = {"naam": view.name, "kort": view.text, kind: f"{view.when.day} {view.when.but}".strip()}
    cells |= {headings[fact.label]: fact.text for fact in view.facts if fact.label in headings}
    weight = {"naam": 4, kind: 2}
    heading = max(cells, key=lambda cell: len(cells[cell]) * weight.get(cell, 1))
    source = portal.by_address[view.card.address].source
    return _problem(
        source.sheet, heading, cells[heading], row=source.row, code=view.card.address, name=view.name
    )


def of_bookmark(view: BookmarkView, portal: Portal) -> Problem:
    """Return what is told of a bookmark, at the cell that takes most room."""
    cells = {
        "titel": view.title,
        "motto": view.motto,
        "punten": "; ".join(point.text for point in view.points),
    }
    heading = max(cells, key=lambda cell: len(cells[cell]) * (1 if cell == "punten" else 4))
    order = next((order for order in portal.register.print_orders if order.code == view.code), None)
    if order is None:
        return _problem("rubrieken", "vraag", cells["punten"])
    return _problem(
        "drukwerk", heading, cells[heading], row=order.source.row, code=order.address, name=view.title
    )


def _problem(sheet: str, heading: str, says: str, row: int = 0, code: str = "", name: str = "") -> Problem:
    return Problem(
        level=Level.NOTICE,
        sheet=sheet,
        row=row,
        heading=heading,
        code=code,
        name=name,
        says=cut(says, SAID),
        wrong="Deze tekst is te lang voor het papier.",
        do="Maak deze tekst korter.",
    )


def of_fridge(view: FridgeView) -> Problem:
    """Return what is told of the sheet for the fridge: only the emergency numbers can be that many."""
    return _problem("instellingen", "noodstrip", "; ".join(one.text for one in view.emergencies))


def of_leaflet(view: LeafletView, portal: Portal) -> Problem:
    """Return what is told of the leaflet about the start page: the name of who helps, or their hours."""
    record = portal.by_address.get(view.help.address)
    if record is None:
        return _problem("instellingen", "slogan", portal.settings.slogan)
    kind = "wanneer" if record.sheet == "activiteiten" else "openingstijden"
    cells = {"naam": view.help.name, kind: view.help.hours, "aanmelden": view.help.sign_up}
    heading = max(cells, key=lambda cell: len(cells[cell]))
    source = record.source
    return _problem(
        source.sheet, heading, cells[heading], row=source.row, code=record.address, name=record.name
    )
