"""Watching a village: a saved sheet becomes a published portal. The only module that knows watchdog.

An event only raises a flag. One loop waits until saving has stopped (programs write a file in
several steps), and then builds, so that there is never more than one build at a time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from dorpspomp.village import MEMORY, Village

SETTLED = 0.5
"""Seconds without any change after which a file counts as saved."""

PASSING = ("~$", ".~lock.", ".", "~", "_")
"""Beginnings of the names of lock files and temporary files of Excel, LibreOffice and sync programs."""

TEMPORARY = (".tmp", ".part", ".crdownload", "~")


class Changes(FileSystemEventHandler):
    """Raises a flag at each change that may matter to the portal."""

    def __init__(self) -> None:
        self.flag = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look at one event: the flag is raised for a file that a volunteer may have saved."""
        paths = (str(path) for path in (event.src_path, event.dest_path) if path)
        if event.event_type in {"opened", "closed_no_write"} or event.is_directory:
            return
        if any(matters(Path(path).name) for path in paths):
            self.flag.set()


def matters(name: str) -> bool:
    """Tell whether a file's name can be a sheet, a text or a setting; our own memory is not."""
    return name != MEMORY and not name.startswith(PASSING) and not name.endswith(TEMPORARY)


def watch(root: Path, build: Callable[[], None], stop: threading.Event, settled: float = SETTLED) -> None:
    """Build now and after every change, until `stop` is set."""
    changes = Changes()
    observer = Observer()
    village = Village(root)
    for folder in (village.data, village.content):
        if folder.is_dir():
            observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    try:
        changes.flag.set()
        while not stop.is_set():
            if changes.flag.wait(timeout=0.2):
                _settle(changes.flag, settled)
                build()
    finally:
        observer.stop()
        observer.join()


def _settle(flag: threading.Event, seconds: float) -> None:
    """Wait until nothing has changed for so many seconds, and lower the flag."""
    flag.clear()
    while flag.wait(timeout=seconds):
        flag.clear()
