"""Watching a village: a saved sheet becomes a published portal. The only module that knows watchdog.

    notice   an event, or every few seconds a look of our own, says that something may have changed
    look     what the files look like now is compared with what they looked like at the last build
    settle   wait until saving has stopped and every changed file is whole (saving.py)
    work     one build at a time; what changes meanwhile leads to exactly one more

An event only makes us look sooner. So nothing is missed where events do not come (a network folder),
and nothing is done twice where too many come. A bug in a build is told, and the watching goes on.
"""

from __future__ import annotations

import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED_NO_WRITE,
    EVENT_TYPE_OPENED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from dorpspomp import saving
from dorpspomp.publish import Busy, alone
from dorpspomp.saving import Snapshot, snapshot
from dorpspomp.screen import Screen
from dorpspomp.views import dutch
from dorpspomp.village import Village

Work = Callable[[], Iterator[None]]
"""Does the work; between two parts of it, it yields, and may be left for newer work."""

LOG = "watch.log"
MOST_LOG = 200_000

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_SLICE = 0.2  # so soon is a request to stop noticed
_FIRST = "Ik maak eerst alles opnieuw."
_FOUND = "Ik zie een verandering in {files}. Even wachten tot het bewaren klaar is."
_SAME = "Er is toch niets veranderd."
_GOES_ON = "Het duurt te lang. Ik ga verder met wat er is."
_AWAY = "De map {folder} is er even niet. Ik wacht tot die terug is."
_BACK = "De map is er weer. Ik ga verder."
_NEW_DAY = "Er is een nieuwe dag begonnen. Ik maak de agenda opnieuw."
_AGAIN = "Ik probeer het nog een keer."
_BUSY = "De website wordt al op een andere plek gemaakt. Ik probeer het zo opnieuw."
_WRONG = "Er ging iets mis. De website is niet veranderd. Ik blijf opletten."
_NOTED = "Wat er misging, staat in {log}. Laat dat lezen door wie u helpt."
_TWICE = "Er let al een ander venster op dit dorp. U hoeft niets te doen."


@dataclass(frozen=True, slots=True)
class Pace:
    """How long is waited, in seconds."""

    settled: float = 0.5
    """Between two looks; a file that is the same at both is saved."""
    patience: float = 30.0
    """For a file that is half, or gone, and does not change any more."""
    longest: float = 600.0
    """For files that do not stop changing."""
    poll: float = 5.0
    """Until we look ourselves, where no event comes."""
    busy: float = 15.0
    """Until it is tried again while another build is running."""
    again: float = 300.0
    """Until it is tried again after something went wrong; a disk may have been full."""


class Changes(FileSystemEventHandler):
    """Raises a flag when something in a village may have changed."""

    def __init__(self, village: Village) -> None:
        self.flag = threading.Event()
        self.observer = Observer()
        self._village = village
        self._places: dict[str, tuple[int, int]] = {}

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Raise the flag; that a file was read is no change."""
        if event.event_type not in {EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE}:
            self.flag.set()

    def aim(self) -> None:
        """Follow the folders that are there now: one that was deleted and made again is another."""
        wanted = (self._village.root, self._village.data, self._village.content)
        places = {str(path): place for path in wanted if (place := _place(path))}
        if places == self._places:
            return
        self._places = places
        with suppress(OSError, KeyError):  # no more room for events: our own looks remain
            self.observer.unschedule_all()
            for path in places:
                self.observer.schedule(self, path, recursive=path == str(self._village.content))


@contextmanager
def _noticing(village: Village) -> Iterator[Changes]:
    changes = Changes(village)
    changes.observer.start()
    try:
        yield changes
    finally:
        changes.observer.stop()
        changes.observer.join()


def _place(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


@dataclass(slots=True)
class _Watch:
    """One watch over a village, and what it looked like at the last build."""

    village: Village
    work: Work
    stop: threading.Event
    today: Callable[[], date]
    screen: Screen
    pace: Pace
    changes: Changes
    built: Snapshot | None = None
    day: date | None = None
    again_at: float | None = None

    def run(self) -> None:
        """Look, and work where there is something to do, until asked to stop."""
        while not self.stop.is_set():
            self.changes.flag.clear()
            self.changes.aim()
            now = self.present()
            reason = self.reason(now) if now is not None else ""
            if now is None or not reason:
                self.wait(self.pace.poll)
                continue
            if reason != _AGAIN:
                self.screen.say(reason)
            self.saved(self.settle(now))

    def saved(self, settled: Snapshot | None) -> None:
        """Work for what was saved; what was changed back needs none."""
        if settled is None:
            return
        if self.reason(settled):
            self.attend(settled)
        else:
            self.screen.say(_SAME)

    def present(self) -> Snapshot | None:
        """Return what the village looks like; while it cannot be reached, say so and wait."""
        now = snapshot(self.village)
        if now is None and not self.stop.wait(self.pace.settled):
            now = snapshot(self.village)
        if now is not None:
            return now
        self.screen.say(_AWAY.format(folder=self.village.data))
        while now is None and not self.stop.wait(self.pace.settled):
            now = snapshot(self.village)
        if now is not None:
            self.screen.say(_BACK)
            self.changes.aim()
        return now

    def reason(self, now: Snapshot) -> str:
        """Say why there is work to do; "" where there is none."""
        if self.built is None:
            return _FIRST
        if names := saving.changed(self.built, now):
            return _FOUND.format(files=_few(names))
        if self.today() != self.day:
            return _NEW_DAY
        return _AGAIN if self.again_at is not None and time.monotonic() >= self.again_at else ""

    def settle(self, now: Snapshot) -> Snapshot | None:
        """Wait until two looks are the same and all is whole; None when there is nothing to wait for."""
        still = waited = 0.0
        told: set[str] = set()
        while not self.stop.wait(self.pace.settled):
            before, found = now, snapshot(self.village)
            if found is None:
                return None
            now, waited = found, waited + self.pace.settled
            still = still + self.pace.settled if now == before else 0.0
            half = saving.unfinished(self.village, self.built or {}, now) if still else []
            if still and not half:
                return now
            if still >= self.pace.patience or waited >= self.pace.longest:
                self.screen.say(_GOES_ON)
                return now
            self.tell(half, told)
        return None

    def tell(self, half: list[str], told: set[str]) -> None:
        """Say once what is waited for."""
        for text in half:
            if text not in told:
                told.add(text)
                self.screen.say(text)

    def attend(self, settled: Snapshot) -> None:
        """Do the work for what the village looks like now; whatever happens, the watching goes on."""
        self.built, self.day, self.again_at = settled, self.today(), None
        try:
            for _ in self.work():
                if self.stop.is_set() or snapshot(self.village) != settled:
                    self.again_at = time.monotonic()
                    return
        except Busy:
            self.screen.say(_BUSY)
            self.again_at = time.monotonic() + self.pace.busy
        except (Exception, SystemExit):
            if self.stop.is_set():  # the system stops what we started as well, and that is noticed first
                return
            log = self.village.build / LOG
            note(log, f"{self.screen.now():%Y-%m-%d %H.%M}\n{traceback.format_exc()}")
            self.screen.say(_WRONG, _NOTED.format(log=log))
            self.again_at = time.monotonic() + self.pace.again

    def wait(self, seconds: float) -> None:
        """Wait for a change, for so many seconds at most."""
        until = time.monotonic() + seconds
        while not self.stop.is_set() and (left := until - time.monotonic()) > 0:
            if self.changes.flag.wait(min(left, _SLICE)):
                self.stop.wait(_SLICE / 2)  # a program that writes without end must not keep us busy
                return


def watch(
    root: Path,
    work: Work,
    stop: threading.Event,
    today: Callable[[], date],
    screen: Screen,
    pace: Pace = Pace(),
) -> None:
    """Work now, after every change and on every new day, until `stop` is set.

    Raises Busy when somebody else is watching this village already.
    """
    village = Village(root)
    with alone(village.build / ".watch.lock", _TWICE), _noticing(village) as changes:
        _Watch(village, work, stop, today, screen, pace, changes).run()


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """Yield what tells to stop: Ctrl+C, a closed window and the system all end the work cleanly."""
    stop = threading.Event()

    def end(number: int, frame: object) -> None:
        if not stop.is_set():  # once: what is tidied up afterwards is not to be broken off too
            stop.set()
            raise KeyboardInterrupt

    heard = [one for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN]
    before = {one: signal.signal(one, end) for one in heard}
    try:
        yield stop
    except KeyboardInterrupt:
        pass
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def note(log: Path, text: str, most: int = MOST_LOG) -> None:
    """Add a text to a log of a bounded size; where that cannot be written it is left."""
    with suppress(OSError):
        before = log.read_text("utf-8", "replace") if log.exists() else ""
        fresh = log.with_name(f".{log.name}.new")
        fresh.write_text(f"{before}{text}\n"[-most:], "utf-8")
        fresh.replace(log)


def _few(names: list[str]) -> str:
    more = len(names) - 3
    return dutch.listed([*names[:3], f"nog {more}"] if more > 0 else names)
