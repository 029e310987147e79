"""Telling a person at a screen what is being done, in Dutch.

A terminal shows the progress on one line; a pipe or a log gets a plain line for each step.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TextIO

_CLEARED = "\r\x1b[K"


@dataclass(slots=True)
class Screen:
    """Where it is told, and the clock that stands before what is told."""

    out: TextIO
    now: Callable[[], datetime]
    _last: str = field(default="", init=False)

    def step(self, text: str) -> None:
        """Tell what is being done now: `Website maken`."""
        kind = re.sub(r"\d+", "", text)
        if self._is_live:
            self._write(f"{_CLEARED}{text} …")
        elif kind != self._last:  # of "12 van 143" a log needs only the first
            self._write(f"{text} …\n")
        self._last = kind

    def say(self, *lines: str) -> None:
        """Tell what happened, with the time before it."""
        first, *rest = lines
        start = _CLEARED if self._is_live else ""
        moment = self.now()
        self._write("\n".join([f"{start}{moment.hour}.{moment.minute:02} uur. {first}", *rest, ""]))
        self._last = ""

    @property
    def _is_live(self) -> bool:
        return not self.out.closed and self.out.isatty()

    def _write(self, text: str) -> None:
        """Write, whatever the screen can show; when nobody looks any more the work goes on."""
        code = self.out.encoding or "utf-8"
        with suppress(OSError, ValueError):
            self.out.write(text.encode(code, "replace").decode(code))
            self.out.flush()
