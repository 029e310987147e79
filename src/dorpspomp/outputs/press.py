"""The press: one task for many pieces, on every core.

The processes end with ours, however ours ends: at Ctrl+C, after a mistake, and when it is killed, for
then nobody takes what they send. So a build that is broken off leaves nobody behind who still writes.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def spread(task: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
    """Do a task for every piece and yield the results in order; a mistake in one is raised here."""
    count = min(os.cpu_count() or 1, len(pieces))
    hands: list[tuple[BaseProcess, Connection]] = []
    try:
        for number in range(count):
            hands.append(_hand(task, pieces[number::count]))
        for number in range(len(pieces)):
            yield _received(hands[number % count][1])
    finally:
        for hand, end in hands:
            end.close()
            hand.kill()
            hand.join()


def _hand(task: Callable[[Piece], Result], pieces: Sequence[Piece]) -> tuple[BaseProcess, Connection]:
    # Spawned, not forked: a fork next to threads can stand still for ever.
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    hand = context.Process(target=_work, args=(task, pieces, theirs), daemon=True)
    hand.start()
    theirs.close()
    return hand, ours


def _work(task: Callable[[Piece], Result], pieces: Sequence[Piece], end: Connection) -> None:
    """Do the task for some of the pieces, in another process; Ctrl+C is for the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for piece in pieces:
        try:
            answer: tuple[Result | None, str] = (task(piece), "")
        except Exception:
            answer = (None, traceback.format_exc())
        try:
            end.send(answer)
        except BrokenPipeError:
            return


def _received(end: Connection) -> Any:
    try:
        result, wrong = end.recv()
    except EOFError:
        raise RuntimeError("a process that makes paper has ended") from None
    if wrong:
        raise RuntimeError(wrong)
    return result
