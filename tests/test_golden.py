"""The golden tree: a small village gives exactly the files that somebody has looked at."""

from __future__ import annotations

import os
import shutil
from filecmp import cmp
from pathlib import Path

from tests.conftest import build_quickly

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "klein"


def test_the_small_village_is_as_it_was_seen(tmp_path: Path) -> None:
    """Site, kiosk and data of `villages/klein` equal the golden tree; `make bless` takes a new one."""
    root = tmp_path / "klein"
    shutil.copytree(HERE / "villages" / "klein", root)
    release = build_quickly(root, parts=("site", "kiosk", "data")).release
    assert release is not None
    if os.environ.get("DORPSPOMP_BLESS"):
        bless(release.folder)

    made, golden = tree(release.folder), tree(GOLDEN)
    assert sorted(made - golden) == [], "new files"
    assert sorted(golden - made) == [], "missing files"
    assert [n for n in sorted(made) if not cmp(release.folder / n, GOLDEN / n, shallow=False)] == []


def tree(folder: Path) -> set[str]:
    """Return the files that a village decides; styles, scripts and fonts are the theme's own."""
    kept = {".html", ".ics", ".json", ".svg"}
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in kept)
    return {name for name in names if not name.startswith(("site/theme/", "kiosk/kiosk/", "manifest"))}


def bless(made: Path) -> None:
    """Take what was made as the golden tree."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name in tree(made):
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made / name, GOLDEN / name)
