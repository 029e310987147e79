"""Former addresses: a page that was published once keeps answering when there is no longer such a page.

Records are remembered by the register, with their names. This is for the pages that the program makes
of its own accord: an area, the figures, a language of the interface.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from dorpspomp.model import Gone
from dorpspomp.views.page import Page


def addresses(site: Path) -> frozenset[str]:
    """Return the address below the root (`agenda/`; "" is home) of every page in a folder, if it is there."""
    folders = (Path(folder) for folder, _, names in os.walk(site) if "index.html" in names)
    return frozenset(_address(folder.relative_to(site)) for folder in folders)


def pages(left: Iterable[str]) -> Iterator[Page]:
    """Yield a page for each address at which there is nothing any more."""
    nothing = Gone(sheet="", code="", name="")
    return (Page(address, "gone", "Deze pagina is er niet meer", nothing) for address in sorted(left))


def _address(folder: Path) -> str:
    return "" if folder == Path() else f"{folder.as_posix()}/"
