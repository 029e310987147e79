"""Compressed copies: the same text in fewer packets, made only for what changed."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

import brotli
import pytest

from dorpspomp.outputs.compress import LEAST, TEXTS, beside
from tests.conftest import REPOSITORY, build_quickly

TEXT = "Iedereen is welkom in het dorpshuis. De koffie is klaar. " * 60
OPENED = {".br": brotli.decompress, ".gz": gzip.decompress}


def site(folder: Path, **files: str | bytes) -> Path:
    """Write a website; `page_html` becomes `page.html`."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def copies(folder: Path) -> dict[str, bytes]:
    """Return every compressed copy by name."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.suffix in OPENED}


def test_each_text_has_two_copies_that_hold_the_same(tmp_path: Path) -> None:
    """Every kind of text gets a copy for each coding, smaller than itself; read back it is the same."""
    made = site(tmp_path / "site", **{f"a_{end.strip('.')}": TEXT for end in TEXTS})

    assert beside(made, tmp_path / "none") == len(TEXTS)

    found = copies(made)
    assert sorted(found) == sorted(f"a{end}{coding}" for end in TEXTS for coding in OPENED)
    for name, data in found.items():
        assert OPENED[Path(name).suffix](data).decode() == TEXT
        assert len(data) < len(TEXT)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("klein_html", "a" * (LEAST - 1), id="fits in a packet as it is"),
        pytest.param("foto_png", TEXT, id="not a text"),
        pytest.param("ruis_txt", os.urandom(4000), id="would not be smaller"),
        pytest.param("leeg_html", "", id="empty"),
    ],
)
def test_what_gains_nothing_has_no_copy(tmp_path: Path, name: str, content: str | bytes) -> None:
    """A copy that makes no packet fewer is not made."""
    made = site(tmp_path / "site", **{name: content})

    assert beside(made, tmp_path / "none") == 0
    assert copies(made) == {}


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds of the same site have the same copies, whenever they are made."""
    one, two = (site(tmp_path / name, a_html=TEXT, b_css=TEXT) for name in ("one", "two"))
    os.utime(two / "a.html", (0, 0))
    for folder in (one, two):
        beside(folder, tmp_path / "none")

    assert copies(one) == copies(two)


def test_only_what_changed_is_compressed_again(tmp_path: Path) -> None:
    """An equal file takes over its copies and its date; a changed file gets new ones."""
    before = site(tmp_path / "before", a_html=TEXT, b_html=TEXT)
    beside(before, tmp_path / "none")
    os.utime(before / "a.html", (1000, 1000))
    after = site(tmp_path / "after", a_html=TEXT, b_html=TEXT.replace("koffie", "thee"))

    beside(after, before)

    assert (after / "a.html").stat().st_mtime == 1000
    assert (after / "a.html.br").samefile(before / "a.html.br")
    assert (after / "a.html.gz").samefile(before / "a.html.gz")
    assert (after / "b.html").stat().st_mtime > 1000
    assert b"thee" in gzip.decompress((after / "b.html.gz").read_bytes())
    assert b"thee" in brotli.decompress((after / "b.html.br").read_bytes())


def test_a_website_without_copies_gets_them(tmp_path: Path) -> None:
    """After an upgrade from a version that made none, files that did not change get their copies."""
    before = site(tmp_path / "before", a_html=TEXT)
    after = site(tmp_path / "after", a_html=TEXT)

    assert beside(after, before) == 1
    assert sorted(copies(after)) == ["a.html.br", "a.html.gz"]


def test_a_release_has_copies_that_are_true(tmp_path: Path) -> None:
    """Every copy holds the file beside it, only the website has any, and the same again is no release."""
    root = tmp_path / "klein"
    shutil.copytree(REPOSITORY / "tests" / "villages" / "klein", root)
    release = build_quickly(root, parts=("site", "data")).release
    assert release is not None
    again = build_quickly(root, parts=("site", "data")).release
    assert again is not None
    assert not again.is_new
    found = [path for path in release.folder.rglob("*") if path.suffix in OPENED]
    assert len(found) > 40
    for path in found:
        assert OPENED[path.suffix](path.read_bytes()) == path.with_suffix("").read_bytes()
        assert path.is_relative_to(release.folder / "site")


def test_a_part_that_is_carried_keeps_its_copies(tmp_path: Path) -> None:
    """A release in which only the data changed has the website of before, copies included."""
    root = tmp_path / "klein"
    shutil.copytree(REPOSITORY / "tests" / "villages" / "klein", root)
    first = build_quickly(root, parts=("site",)).release
    second = build_quickly(root, parts=("data",)).release

    assert first is not None
    assert second is not None
    assert second.is_new
    names = [
        {path.relative_to(made.folder).as_posix() for path in (made.folder / "site").rglob("*")}
        for made in (first, second)
    ]
    assert names[0] == names[1]
    assert any(name.endswith(".br") for name in names[0])
