"""Where the theme, the kiosk and the starter are: in the wheel, or beside `src/` in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def folder(name: str) -> Path:
    """Return a folder that ships with the program: `theme` or `kiosk`.

    Raises FileNotFoundError when the installation is incomplete.
    """
    for place in (_PACKAGE / name, _CHECKOUT / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the folder {name!r} is missing from this installation of dorpspomp")


def starter(path: str) -> Path:
    """Return a file that every new village starts with, such as `data/landelijk.csv`."""
    packed = _PACKAGE / "starter" / path
    return packed if packed.exists() else _CHECKOUT / path
