"""The work list on disk: a page, the same on paper, and a list of whom to ring. Never published."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from dorpspomp import assets
from dorpspomp.check.aside import NOTHING, Aside
from dorpspomp.outputs import paper, template
from dorpspomp.views.portal import Portal
from dorpspomp.views.work import work_view

PAGES = (
    ("werklijst.html", "index.html", "werklijst.pdf"),
    ("bellijst.html", "bellijst.html", "bellijst.pdf"),
)
"""Each template, with the page and the PDF that are made of it."""


def build(portal: Portal, folder: Path, beside: Aside = NOTHING) -> int:
    """Write the work list and the phone list into a folder and return how many chores there are."""
    view = work_view(portal, beside)
    place = assets.folder("theme") / "work"
    environment = template.environment(place)
    shared = {
        "view": view,
        "village": portal.settings,
        "sign": template.sign(portal),
        "colors": Markup(template.colors(portal)),
        "stylesheet": Markup((place / "work.css").read_text("utf-8")),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, page, printed in PAGES:
        html = environment.get_template(name).render(shared)
        (folder / page).write_text(html, "utf-8")
        (folder / printed).write_bytes(paper.pdf(html))
    return sum(len(share.week) + len(share.later) + share.more for share in view.shares)
