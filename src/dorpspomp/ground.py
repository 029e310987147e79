"""The ground under the map of the places: the village's own map, read from beside its sheets."""

from __future__ import annotations

from pathlib import Path

from dorpspomp import delimited, disk, geojson
from dorpspomp.geojson import Ground


def read(data: Path) -> Ground:
    """Read the map in a village's folder of sheets; most villages have none."""
    path = data / geojson.FILE
    if not path.exists() and not path.is_symlink():
        return Ground()
    found = disk.content(path, geojson.MOST_BYTES)
    if isinstance(found, tuple):
        return geojson.without_ground(*found)
    return geojson.read(delimited.decode(found) or "")
