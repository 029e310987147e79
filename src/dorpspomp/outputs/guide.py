"""The style guide: one page with every colour, size, icon and component, for who makes or changes one.

`python -m dorpspomp.outputs.guide VILLAGE DAY` writes it into the village's `build/guide`, in the house
style of that village. It is no part of a website.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dorpspomp import assets
from dorpspomp.outputs import template
from dorpspomp.reading import read_portal
from dorpspomp.views import guide, sample_drawings, samples
from dorpspomp.views.portal import Portal
from dorpspomp.village import Village

PAGE, STYLES = "index.html", "stijl.css"


def build(portal: Portal, folder: Path) -> Path:
    """Write the style guide of a village into a folder and return its page."""
    theme = assets.folder("theme")
    frame = template.Frame(portal)
    stylesheet = frame.all_styles
    made = template.environment(theme / "templates", theme / "guide")
    template.prepare(made, portal)
    text = made.get_template("guide.html").render(
        **frame.shared,
        to=lambda address: f"#{address}",
        components=tuple(components(theme / "templates")),
        icons=sorted(path.stem for path in (theme / "icons").glob("*.svg")),
        schemes=guide.schemes(stylesheet),
        sizes=guide.sizes(stylesheet),
        spaces=guide.spaces(stylesheet),
        real=guide.real(portal),
        samples=samples,
        drawings=sample_drawings,
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / STYLES).write_text(stylesheet + _own(theme, stylesheet), "utf-8")
    (folder / PAGE).write_text(text, "utf-8")
    return folder / PAGE


def components(templates: Path) -> Iterator[guide.Component]:
    """Yield every component of the theme, in order of name; a new one may not have examples yet."""
    for path in sorted((templates / "components").glob("*.html")):
        example = templates / "examples" / path.name
        shown = example.read_text("utf-8") if example.is_file() else ""
        yield guide.component(path.stem, path.read_text("utf-8"), shown)


def _own(theme: Path, stylesheet: str) -> str:
    """Return the guide's own rules, with one for each size of letters: nothing is styled inline."""
    shown = (
        f".size-{n}{{font-size:min({size.high:g}rem,14vw)}}" for n, size in enumerate(guide.sizes(stylesheet))
    )
    return (theme / "guide" / "guide.css").read_text("utf-8") + "\n".join(shown)


def main(arguments: Sequence[str]) -> int:
    """Write the guide of a village on a day and tell where it is; 2 on wrong use."""
    try:
        root, today = Path(arguments[0]), date.fromisoformat(arguments[1])
    except (IndexError, ValueError):
        print("usage: python -m dorpspomp.outputs.guide VILLAGE YYYY-MM-DD", file=sys.stderr)
        return 2
    print(build(read_portal(root, today).portal, Village(root).build / "guide"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
