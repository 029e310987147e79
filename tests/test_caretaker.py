"""What a watch does at each change: quickly what is quick, then all of it, and always a whole portal."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from dorpspomp.build import PARTS, Built, build
from dorpspomp.caretaker import Caretaker
from dorpspomp.outputs.site import SiteRefused
from dorpspomp.publish import checksums
from dorpspomp.reporting import report_build
from dorpspomp.screen import Screen
from tests.conftest import NOW, TODAY
from tests.village_files import SMALL, Sheets, write

CONSENTING: Sequence[Sequence[str]] = [
    [*SMALL["diensten"][0], "publiceren"],
    *([*row, "ja"] for row in SMALL["diensten"][1:]),
]


def caretaker(root: Path, parts: Sequence[str] = PARTS) -> tuple[Caretaker, io.StringIO]:
    """Return who looks after a village, and what is told."""
    out = io.StringIO()
    screen = Screen(out, lambda: NOW)

    def make(some: Sequence[str]) -> Built:
        return build(root, TODAY, NOW, some, screen.step)

    return Caretaker(make, lambda built: report_build(root, built), screen, parts), out


def whole(root: Path) -> dict[str, str]:
    """Return every file of the current release, after proving that its manifest says the same."""
    release = (root / "build" / "current").resolve()
    manifest = json.loads((release / "manifest.json").read_text("utf-8"))
    assert dict(checksums(release)) == manifest["files"]
    assert {path.name for path in release.iterdir() if path.is_dir()} == set(manifest["counts"])
    return dict(manifest["files"])


def test_the_website_comes_before_the_paper(tmp_path: Path) -> None:
    """A saved row stands on the website before its paper is made; the old paper stays until then."""
    root = write(tmp_path, SMALL)
    keeper, out = caretaker(root)
    assert len(list(keeper.work())) == 1
    first = whole(root)
    write(root, {"diensten": [*SMALL["diensten"], ["Fietsenmaker", *SMALL["diensten"][1][1:]]]})

    work = keeper.work()
    next(work)

    between = whole(root)
    paper = {path for path in first if path.startswith("print/")}
    assert len(paper) > 3
    assert {path: between[path] for path in paper} == {path: first[path] for path in paper}
    assert "site/diensten/fietsenmaker/index.html" in between
    assert list(work) == []
    assert {path: whole(root).get(path) for path in paper} != {path: first[path] for path in paper}
    assert out.getvalue().rstrip().endswith("Het drukwerk is ook klaar.")
    # What the first part changed is news, although the second changed only paper.
    assert "De website is bijgewerkt." in (root / "build" / "verslag" / "index.html").read_text("utf-8")


def test_a_part_on_its_own_leaves_the_rest(tmp_path: Path) -> None:
    """`--only` makes one part anew and takes the others over from the current release."""
    root = write(tmp_path, SMALL)
    build(root, TODAY, NOW)
    before = whole(root)
    write(root, {"diensten": SMALL["diensten"][:-1]})

    assert build(root, TODAY, NOW, ("data",)).release

    after = whole(root)
    assert {path for path in before if before[path] != after.get(path)} == {
        path for path in before if path.startswith("data/") and before[path] != after.get(path)
    }
    assert after != before


@pytest.mark.parametrize("sheets", [{}, {"plekken": [["soort"], ["zaal"]]}], ids=["good", "stopped"])
def test_what_may_no_longer_be_shown_leaves_every_part(tmp_path: Path, sheets: Sheets) -> None:
    """A row without consent is taken off paper too, at once, also when the register stops."""
    root = write(tmp_path, {"diensten": CONSENTING})
    build(root, TODAY, NOW)
    shown = {path: total for path, total in whole(root).items() if path.startswith("print/")}
    write(root, {"diensten": [*CONSENTING[:-1], [*CONSENTING[-1][:-1], "nee"]], **sheets})

    built = build(root, TODAY, NOW, ("site",))

    assert (built.release is None) is bool(sheets)
    after = whole(root)
    assert "eettafel" not in (root / "build/current/data/register.json").read_text("utf-8").casefold()
    assert {path: after.get(path) for path in shown} != shown


def test_a_stop_is_told_once_with_what_to_do(tmp_path: Path) -> None:
    """When nothing may be published no paper is tried; what to do first is said, and the report is there."""
    root = write(tmp_path, {"diensten": [["zomaar"], ["iets"]]})
    keeper, out = caretaker(root)
    assert list(keeper.work()) == []
    assert out.getvalue().count("De website is niet veranderd.") == 1
    assert "Doe eerst dit: " in out.getvalue()
    assert "× stop" in out.getvalue()
    assert (root / "build" / "verslag" / "index.html").is_file()


def test_a_site_that_is_refused_is_told(tmp_path: Path) -> None:
    """A mistake in the settings of the village's own is told in Dutch; what was published stays."""
    root = write(tmp_path, SMALL)
    (root / "pelicanconf.py").write_text("PLUGINS = []\nDIRECT_TEMPLATES = []\n", "utf-8")
    keeper, out = caretaker(root, ("site",))
    with pytest.raises(SiteRefused):
        list(keeper.work())
    assert "De website kon niet worden gemaakt." in out.getvalue()
