"""Watching: a saved sheet is built once, and passing files are left alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dorpspomp.watch import matters, watch


@contextmanager
def watching(root: Path) -> Iterator[threading.Semaphore]:
    """Watch a village in a thread; each build releases the semaphore once."""
    stop, built = threading.Event(), threading.Semaphore(0)
    thread = threading.Thread(target=watch, args=(root, built.release, stop, 0.1))
    thread.start()
    try:
        yield built
    finally:
        stop.set()
        thread.join(timeout=10)
    assert not thread.is_alive()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("diensten.csv", True),
        ("register.xlsx", True),
        ("bank.md", True),
        ("~$register.xlsx", False),
        (".~lock.register.ods#", False),
        ("register.xlsx.tmp", False),
        (".syncthing.register.xlsx.tmp", False),
        ("adressen.csv", False),
    ],
)
def test_lock_files_and_our_own_memory_do_not_matter(name: str, expected: bool) -> None:
    """Files that programs leave while saving, and the memory that a build writes, start no build."""
    assert matters(name) is expected


def test_a_saved_sheet_is_built(tmp_path: Path) -> None:
    """It builds at the start, and again after a sheet is saved or replaced by renaming."""
    (tmp_path / "data").mkdir()
    with watching(tmp_path) as built:
        assert built.acquire(timeout=10)
        (tmp_path / "data" / "diensten.csv").write_text("naam\n", "utf-8")
        assert built.acquire(timeout=10)
        fresh = tmp_path / "data" / ".diensten.csv.tmp"
        fresh.write_text("naam\nKlussen\n", "utf-8")
        fresh.rename(tmp_path / "data" / "diensten.csv")
        assert built.acquire(timeout=10)


def test_a_slow_save_is_built_once(tmp_path: Path) -> None:
    """Many writes in quick succession lead to one build, after the last of them."""
    (tmp_path / "data").mkdir()
    with watching(tmp_path) as built:
        assert built.acquire(timeout=10)
        with (tmp_path / "data" / "diensten.csv").open("w") as sheet:
            for row in range(20):
                sheet.write(f"rij {row}\n")
                sheet.flush()
        assert built.acquire(timeout=10)
        assert not built.acquire(timeout=0.5)
