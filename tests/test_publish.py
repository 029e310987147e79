"""Publishing: whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from dorpspomp import __version__
from dorpspomp.publish import KEPT, Busy, Maker, publish

NOW = datetime(2026, 11, 22, 9, 0)


def page(text: str) -> Maker:
    """Return a maker of a portal of one page."""

    def make(folder: Path) -> Mapping[str, int]:
        (folder / "site").mkdir()
        (folder / "site" / "index.html").write_text(text, "utf-8")
        return {"site": 1}

    return make


def shown(build: Path) -> str:
    """Return what a visitor reads."""
    return (build / "current" / "site" / "index.html").read_text("utf-8")


def test_a_release_lists_every_file_with_its_sum(tmp_path: Path) -> None:
    """The manifest holds a sha256 per file, the counts and the tool's version."""
    release = publish(tmp_path, page("een"), NOW)

    manifest = json.loads((release.folder / "manifest.json").read_text("utf-8"))
    assert manifest["files"] == {"site/index.html": sha256(b"een").hexdigest()}
    assert manifest["counts"] == {"site": 1}
    assert manifest["tool"] == f"dorpspomp {__version__}"
    assert manifest["release"] == release.folder.name


def test_a_failed_build_changes_nothing(tmp_path: Path) -> None:
    """When making fails, the old portal stays and nothing half is left."""
    publish(tmp_path, page("een"), NOW)

    def fails(folder: Path) -> Mapping[str, int]:
        (folder / "half").write_text("half", "utf-8")
        raise ValueError("kapot")

    with pytest.raises(ValueError, match="kapot"):
        publish(tmp_path, fails, NOW + timedelta(minutes=1))

    assert shown(tmp_path) == "een"
    assert len(list((tmp_path / "releases").iterdir())) == 1


def test_a_release_without_change_is_not_made(tmp_path: Path) -> None:
    """The same output leads to no new release."""
    first = publish(tmp_path, page("een"), NOW)
    second = publish(tmp_path, page("een"), NOW + timedelta(minutes=1))

    assert (first.is_new, second.is_new) == (True, False)
    assert second.folder == first.folder


def test_five_releases_are_kept(tmp_path: Path) -> None:
    """The newest five stay and the current one is the newest."""
    for minute in range(KEPT + 3):
        publish(tmp_path, page(f"versie {minute}"), NOW + timedelta(minutes=minute))

    assert len(list((tmp_path / "releases").iterdir())) == KEPT
    assert shown(tmp_path) == f"versie {KEPT + 2}"


def test_going_back_within_a_second_is_a_release_of_its_own(tmp_path: Path) -> None:
    """The same portal as an earlier release, made in the same second, gets a folder of its own."""
    for text in ("een", "twee", "een"):
        publish(tmp_path, page(text), NOW)

    assert shown(tmp_path) == "een"


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    """An unfinished folder of a killed build disappears at the next build."""
    leftover = tmp_path / "releases" / ".new-20260101T000000"
    leftover.mkdir(parents=True)
    (leftover / "half").write_text("half", "utf-8")

    publish(tmp_path, page("een"), NOW)

    assert not leftover.exists()


def test_two_builds_do_not_run_at_once(tmp_path: Path) -> None:
    """A second build of the same village is refused while the first runs."""

    def meanwhile(folder: Path) -> Mapping[str, int]:
        with pytest.raises(Busy):
            publish(tmp_path, page("twee"), NOW)
        return page("een")(folder)

    publish(tmp_path, meanwhile, NOW)

    assert shown(tmp_path) == "een"


def test_a_damaged_manifest_leads_to_a_new_release(tmp_path: Path) -> None:
    """A manifest that cannot be read counts as a change, never as a crash."""
    first = publish(tmp_path, page("een"), NOW)
    (first.folder / "manifest.json").write_text("{half", "utf-8")

    assert publish(tmp_path, page("een"), NOW + timedelta(minutes=1)).is_new
