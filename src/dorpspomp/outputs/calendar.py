"""The calendars as files, written with the website: `agenda.ics` in every folder that has one."""

from __future__ import annotations

from pathlib import Path

from dorpspomp.outputs import ical
from dorpspomp.views.calendar import FILE, feeds
from dorpspomp.views.portal import Portal


def build(portal: Portal, output: Path, before: str = "") -> int:
    """Write every calendar into `output` and return their number; `before` as `published` has it."""
    found = feeds(portal)
    written = ical.blocks(found[0].events, before, portal.today)
    for feed in found:
        path = output / feed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(ical.text(feed, written).encode())
    return len(found)


def published(site: Path) -> str:
    """Return the calendar of all that a published site has: it remembers when what changed."""
    try:
        return (site / FILE).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
