"""One register, every medium: what changes in a sheet changes everywhere."""

from __future__ import annotations

from pathlib import Path

from dorpspomp.build import build
from tests.conftest import NOW, TODAY, thin
from tests.reading import Rows, edit, holding

NEW = "0490-09 87 65"


def test_a_new_number_is_everywhere_and_the_old_one_nowhere(village: Path) -> None:
    """A changed telephone number changes in site, kiosk, data and print; the old one is gone."""
    thin(village)
    old = ""

    def change(rows: Rows) -> None:
        nonlocal old
        used = [row["telefoon"] for row in rows if row["telefoon"]]
        lone = next(row for row in rows if row["telefoon"] and used.count(row["telefoon"]) == 1)
        old, lone["telefoon"] = lone["telefoon"], NEW

    edit(village / "data" / "diensten.csv", change)
    for path in [*village.glob("data/*.csv"), *village.glob("content/**/*.md")]:
        # The same number may stand with the organisation, or in a text; a volunteer replaces it there too.
        path.write_text(path.read_text("utf-8").replace(old, NEW), "utf-8")

    release = build(village, TODAY, NOW).release

    assert release is not None
    assert holding(release.folder, old) == []
    assert {p.split("/")[0] for p in holding(release.folder, NEW)} >= {"site", "kiosk", "data", "print"}
