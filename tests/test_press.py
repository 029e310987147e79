"""The press: pieces made on every core come back in order, and nobody goes on after the end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from dorpspomp.outputs.press import spread
from tests.conftest import REPOSITORY

LONGEST = 60.0


def doubled(number: int) -> int:
    """Return twice a number; thirteen brings bad luck."""
    if number == 13:
        raise ValueError("dertien")
    return 2 * number


def slow_mark(path: str) -> None:
    """Leave a mark, slowly."""
    time.sleep(0.3)
    Path(path).touch()


def test_the_results_come_in_order() -> None:
    """Whoever is ready first, the results stand in the order of the pieces."""
    assert list(spread(doubled, [5, 4, 3, 2, 1, 0, 7])) == [10, 8, 6, 4, 2, 0, 14]


def test_a_mistake_is_raised_and_ends_the_rest() -> None:
    """What goes wrong in another process is raised here, with what happened there."""
    with pytest.raises(RuntimeError, match="dertien"):
        list(spread(doubled, range(20)))
    assert active_children() == []


def test_what_is_broken_off_leaves_nobody_behind() -> None:
    """When nobody wants the rest any more the processes end."""
    results = spread(doubled, range(10))
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert active_children() == []


def test_a_kill_leaves_nobody_behind(tmp_path: Path) -> None:
    """After a kill the processes notice by themselves that nobody takes what they send."""
    code = "import sys; from tests.test_press import *; list(spread(slow_mark, sys.argv[1:]))"
    marks = [str(tmp_path / str(number)) for number in range(400)]
    with subprocess.Popen([sys.executable, "-c", code, *marks], cwd=REPOSITORY) as run:
        for _ in range(int(LONGEST / 0.05)):
            if len(os.listdir(tmp_path)) >= 2:  # noqa: PTH208
                break
            time.sleep(0.05)
        run.kill()
    time.sleep(2)
    before = {path.name for path in tmp_path.iterdir()}
    time.sleep(2)
    assert 2 <= len(before) < 400
    assert {path.name for path in tmp_path.iterdir()} == before
