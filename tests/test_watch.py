"""Watching: however a sheet is saved, it is built once, after the last byte, with what was saved last."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dorpspomp.publish import Busy, alone
from dorpspomp.saving import matters, snapshot
from dorpspomp.screen import Screen
from dorpspomp.village import Village
from dorpspomp.watch import LOG, MOST_LOG, Pace, Work, note, watch
from tests.conftest import NOW, TODAY
from tests.village_files import SMALL, as_csv, write_opendocument, write_workbook

QUICK = Pace(settled=0.1, patience=3.0, longest=30.0, poll=0.3, busy=0.3, again=0.3)
PATIENT = replace(QUICK, patience=600.0, longest=6000.0)
SOON, NO_MORE = 60.0, 1.0
"""How long a build is waited for at most, and how long it is looked whether there comes one too many."""


@dataclass
class Seen:
    """A village that is watched: what each build found, what was said, and the day that it is."""

    root: Path
    work: Work | None = None
    day: date = TODAY
    out: io.StringIO = field(default_factory=io.StringIO)
    builds: list[dict[str, bytes]] = field(default_factory=list)
    built: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    stop: threading.Event = field(default_factory=threading.Event)

    def once(self) -> Iterator[None]:
        """Note what the village holds at this build, and do the test's own work."""
        folder = self.root / "data"
        self.builds.append({path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()})
        try:
            yield from self.work() if self.work else ()
        finally:
            self.built.release()

    def next(self) -> dict[str, bytes]:
        """Return what the next build found."""
        assert self.built.acquire(timeout=SOON), self.said
        return self.builds[-1]

    def settled(self) -> None:
        """Prove that no build comes any more."""
        assert not self.built.acquire(timeout=NO_MORE), self.said

    def hears(self, text: str) -> None:
        """Wait until something is said."""
        for _ in range(int(SOON / 0.05)):
            if text in self.said:
                return
            self.stop.wait(0.05)
        raise AssertionError(self.said)

    @property
    def said(self) -> str:
        """Return what was told on the screen."""
        return self.out.getvalue()


@contextmanager
def watching(root: Path, pace: Pace = QUICK, work: Work | None = None) -> Iterator[Seen]:
    """Watch a village in a thread, after its first build."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    seen = Seen(root, work)
    screen = Screen(seen.out, lambda: NOW)
    thread = threading.Thread(
        target=watch, args=(root, seen.once, seen.stop, lambda: seen.day, screen, pace), daemon=True
    )
    thread.start()
    try:
        seen.next()
        yield seen
    finally:
        seen.stop.set()
        thread.join(timeout=SOON)
    assert not thread.is_alive()


def workbook(folder: Path, rows: int = 3) -> bytes:
    """Return a real workbook of some hundreds of rows."""
    some = [["naam", "rubriek", "kort"], *([f"Dienst {n}", "Hulp", "Wij helpen."] for n in range(rows * 100))]
    return (write_workbook(folder / str(rows), {"diensten": some}) / "data" / "register.xlsx").read_bytes()


def in_place(path: Path, data: bytes) -> None:
    """Write over a file."""
    path.write_bytes(data)


def temporary_and_renamed(path: Path, data: bytes) -> None:
    """Write beside a file and rename."""
    fresh = path.with_name(f".{path.name}.tmp")
    fresh.write_bytes(data)
    fresh.rename(path)


def deleted_and_made(path: Path, data: bytes) -> None:
    """Delete a file, and make it again after the time in which others would have been done."""
    path.unlink()
    time.sleep(3 * QUICK.settled)
    path.write_bytes(data)


def slowly(path: Path, data: bytes) -> None:
    """Copy in twenty pieces, with a pause between them that is longer than saving takes."""
    with path.open("wb") as file:
        for number in range(20):
            piece = -(-len(data) // 20)
            file.write(data[number * piece : (number + 1) * piece])
            file.flush()
            time.sleep(QUICK.settled * (3 if number == 10 else 1))


def with_room_reserved(path: Path, data: bytes) -> None:
    """Reserve the room first, as sync programs and Windows do, and fill it later."""
    with path.open("wb") as file:
        file.truncate(len(data))
        file.flush()
        time.sleep(4 * QUICK.settled)
        file.write(data)


def as_excel(path: Path, data: bytes) -> None:
    """Save as Excel does: a lock, a temporary file without a kind, the old one away, the new one there."""
    lock = path.with_name(f"~${path.name}")
    lock.write_bytes(b"\x03Jan")
    fresh, old = path.with_name("8A2F10C4"), path.with_name("1B7E9D00.tmp")
    fresh.write_bytes(data)
    path.rename(old)
    time.sleep(QUICK.settled)
    fresh.rename(path)
    old.unlink()


def as_libreoffice(path: Path, data: bytes) -> None:
    """Save as LibreOffice does: a lock that stays, a temporary file beside it, and a copy over the old."""
    path.with_name(f".~lock.{path.name}#").write_text(",jan,pc,22.11.2026 09:00,;", "utf-8")
    fresh = path.with_name("lu2741w5t.tmp")
    fresh.write_bytes(data)
    path.write_bytes(b"")
    time.sleep(QUICK.settled)
    path.write_bytes(fresh.read_bytes())
    fresh.unlink()


def synced(path: Path, data: bytes) -> None:
    """Replace a file as a sync program does, with the time of saving of the other computer."""
    fresh = path.with_name(f".syncthing.{path.name}.tmp")
    slowly(fresh, data)
    os.utime(fresh, (1_700_000_000, 1_700_000_000))
    fresh.replace(path)


def with_its_folder(path: Path, data: bytes) -> None:
    """Put a copy of the whole folder in the place of the folder."""
    beside = path.parent.with_name("data (kopie)")
    shutil.copytree(path.parent, beside)
    (beside / path.name).write_bytes(data)
    shutil.rmtree(path.parent)
    time.sleep(QUICK.settled)
    shutil.copytree(beside, path.parent)
    shutil.rmtree(beside)


def folder_renamed(path: Path, data: bytes) -> None:
    """Rename a folder that was made beside it into its place."""
    beside, old = path.parent.with_name("nieuw"), path.parent.with_name("oud")
    shutil.copytree(path.parent, beside)
    (beside / path.name).write_bytes(data)
    path.parent.rename(old)
    beside.rename(path.parent)
    shutil.rmtree(old)


WAYS: tuple[Callable[[Path, bytes], None], ...] = (
    in_place,
    temporary_and_renamed,
    deleted_and_made,
    slowly,
    with_room_reserved,
    as_excel,
    as_libreoffice,
    synced,
    with_its_folder,
    folder_renamed,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_however_it_is_saved_it_is_built_once(tmp_path: Path, way: Callable[[Path, bytes], None]) -> None:
    """Each way of saving leads to exactly one build, after the last byte, and so does the save after it."""
    path = tmp_path / "dorp" / "data" / "register.xlsx"
    path.parent.mkdir(parents=True)
    path.write_bytes(workbook(tmp_path))
    with watching(tmp_path / "dorp", PATIENT) as seen:
        for rows in (5, 4):
            final = workbook(tmp_path, rows)
            way(path, final)
            assert seen.next()["register.xlsx"] == final
            seen.settled()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("data/diensten.csv", True),
        ("data/register.xlsx", True),
        ("data/register (conflict van Jan).xlsx", True),
        ("content/nieuws/bank.md", True),
        ("content/beelden/bank.jpg", True),
        ("pelicanconf.py", True),
        ("data/~$register.xlsx", False),
        ("data/.~lock.register.ods#", False),
        ("data/register.xlsx.tmp", False),
        ("data/8A2F10C4", False),
        ("data/.syncthing.register.xlsx.tmp", False),
        ("data/adressen.csv", False),
        ("data/oud/diensten.csv", False),
        ("content/nieuws/.bank.md.swp", False),
        ("content/nieuws/bank.md~", False),
        ("build/verslag/index.html", False),
        ("theme/styles/base/00-base.css", False),
    ],
)
def test_what_matters(path: str, expected: bool) -> None:
    """Sheets, texts and settings start a build; our own files and what programs leave do not."""
    assert matters(path) is expected


def test_what_a_build_writes_starts_no_build(tmp_path: Path) -> None:
    """The memory of addresses, the releases and the report are written by ourselves."""

    def writes() -> Iterator[None]:
        for name in ("data/adressen.csv", "build/verslag/index.html", "build/releases/1/site/index.html"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(str(time.monotonic_ns()), "utf-8")
        yield

    with watching(tmp_path, work=writes) as seen:
        seen.settled()
        (tmp_path / "pelicanconf.py").write_text("PATH = 'content'\n", "utf-8")
        seen.next()
        seen.settled()


def test_nothing_is_missed_without_events(tmp_path: Path) -> None:
    """Where no event comes, as on a network folder or behind a link, a change is found by looking."""
    for name in ("data", "elders"):
        (tmp_path / name).mkdir()
    (tmp_path / "elders" / "diensten.csv").write_text("naam\n", "utf-8")
    (tmp_path / "data" / "diensten.csv").symlink_to("../elders/diensten.csv")
    with watching(tmp_path) as seen:
        for text in ("naam\nKlussen\n", "naam\nVervoer\nEettafel\n"):
            (tmp_path / "elders" / "diensten.csv").write_text(text, "utf-8")
            assert seen.next()["diensten.csv"] == text.encode()
        seen.settled()


def test_a_change_during_a_build_leads_to_one_more(tmp_path: Path) -> None:
    """Whatever is saved while a build runs, one more build follows, and it has the last of it."""
    going, go_on = threading.Event(), threading.Event()

    def slow() -> Iterator[None]:
        going.set()
        assert go_on.wait(SOON)
        yield

    sheet = tmp_path / "data" / "diensten.csv"
    go_on.set()
    with watching(tmp_path, work=slow) as seen:
        go_on.clear()
        going.clear()
        sheet.write_text("naam\neen\n", "utf-8")
        assert going.wait(SOON)
        for number in range(5):
            sheet.write_text(f"naam\n{number}\n", "utf-8")
            time.sleep(2 * QUICK.settled)
        go_on.set()
        seen.next()
        assert seen.next()["diensten.csv"] == b"naam\n4\n"
        seen.settled()


def test_newer_work_goes_before_paper(tmp_path: Path) -> None:
    """What takes long is left when something was saved meanwhile, and done after the newer build."""
    sheet, papers = tmp_path / "data" / "diensten.csv", []

    def quick_then_paper() -> Iterator[None]:
        if not sheet.exists():
            sheet.write_text("naam\n", "utf-8")
        yield
        papers.append(sheet.read_text("utf-8"))

    with watching(tmp_path, work=quick_then_paper) as seen:
        assert papers == []
        seen.next()
        assert papers == ["naam\n"]
        seen.settled()


def test_half_a_workbook_is_waited_for_but_not_for_ever(tmp_path: Path) -> None:
    """A copy that stops halfway is waited for, that is said, and then it is built as it is."""
    whole = workbook(tmp_path)
    with watching(tmp_path / "dorp") as seen:
        (tmp_path / "dorp" / "data" / "register.xlsx").write_bytes(whole[: len(whole) // 2])
        assert seen.next()["register.xlsx"] == whole[: len(whole) // 2]
        assert "register.xlsx is nog niet helemaal binnen" in seen.said
        seen.settled()


@pytest.mark.parametrize("writer", [write_workbook, write_opendocument])
def test_a_sheet_that_stays_open_is_built_all_the_same(
    tmp_path: Path, writer: Callable[[Path, dict[str, list[list[str]]]], Path]
) -> None:
    """The lock file of a program that keeps a sheet open all day holds nothing up."""
    writer(tmp_path, SMALL)
    path = next((tmp_path / "data").iterdir())
    path.with_name(f"~${path.name}").write_bytes(b"\x03Jan")
    path.with_name(f".~lock.{path.name}#").write_text(",jan,pc,22.11.2026 09:00,;", "utf-8")
    with watching(tmp_path, PATIENT) as seen:
        writer(tmp_path, {**SMALL, "links": [["naam", "url"], ["Buurt", "https://buurt.example"]]})
        assert seen.next()[path.name] == path.read_bytes()
        seen.settled()


def test_a_file_that_is_no_workbook_is_not_waited_for(tmp_path: Path) -> None:
    """What only is called .xlsx is built at once, for reading tells what is wrong with it."""
    with watching(tmp_path, PATIENT) as seen:
        (tmp_path / "data" / "register.xlsx").write_text("naam;rubriek\n", "utf-8")
        seen.next()


def test_a_sheet_that_is_gone_is_waited_for(tmp_path: Path) -> None:
    """A sheet that disappears may come back; that is said, and after a while it is believed."""
    sheet = tmp_path / "data" / "diensten.csv"
    sheet.parent.mkdir()
    sheet.write_text("naam\n", "utf-8")
    with watching(tmp_path) as seen:
        sheet.unlink()
        assert seen.next() == {}
        assert "diensten.csv is weg. Ik wacht even of het terugkomt." in seen.said


def test_a_sheet_with_another_name_is_not_waited_for(tmp_path: Path) -> None:
    """Renaming a sheet is no loss."""
    sheet = tmp_path / "data" / "diensten.csv"
    sheet.parent.mkdir()
    sheet.write_text("naam\n", "utf-8")
    with watching(tmp_path, PATIENT) as seen:
        sheet.rename(sheet.with_name("Diensten 2026.csv"))
        assert "Diensten 2026.csv" in seen.next()


def test_what_is_changed_back_needs_no_build(tmp_path: Path) -> None:
    """A sheet that is gone for a moment and comes back as it was is left alone."""
    sheet, away = tmp_path / "data" / "diensten.csv", tmp_path / "diensten.csv"
    sheet.parent.mkdir()
    sheet.write_text("naam\n", "utf-8")
    with watching(tmp_path, PATIENT) as seen:
        sheet.rename(away)
        seen.hears("diensten.csv is weg")
        away.rename(sheet)
        seen.hears("Er is toch niets veranderd.")
        seen.settled()


def test_a_village_that_is_away_is_waited_for(tmp_path: Path) -> None:
    """A folder on a stick or a network that goes away is told and waited for; then it goes on as before."""
    root, away = tmp_path / "dorp", tmp_path / "weg"
    (root / "data").mkdir(parents=True)
    (root / "data" / "diensten.csv").write_text("naam\n", "utf-8")
    with watching(root, PATIENT) as seen:
        root.rename(away)
        seen.hears("is er even niet. Ik wacht tot die terug is.")
        (away / "data" / "diensten.csv").write_text("naam\nKlussen\n", "utf-8")
        away.rename(root)
        seen.hears("De map is er weer.")
        assert seen.next()["diensten.csv"] == b"naam\nKlussen\n"
        (root / "data" / "plekken.csv").write_text("naam\n", "utf-8")
        assert "plekken.csv" in seen.next()
        seen.settled()


def test_a_folder_of_texts_made_again_is_followed(tmp_path: Path) -> None:
    """After content/ is deleted and made again its texts still start a build."""
    text = tmp_path / "content" / "nieuws" / "bank.md"
    text.parent.mkdir(parents=True)
    text.write_text("Een bank.", "utf-8")
    with watching(tmp_path) as seen:
        shutil.rmtree(tmp_path / "content")
        seen.next()
        text.parent.mkdir(parents=True)
        text.write_text("Een bank.", "utf-8")
        seen.next()
        text.write_text("Twee banken.", "utf-8")
        seen.next()
        seen.settled()


def test_a_new_day_has_a_new_agenda(tmp_path: Path) -> None:
    """At midnight everything is made again, once, and that is said."""
    with watching(tmp_path) as seen:
        seen.day += timedelta(days=1)
        seen.next()
        assert "Er is een nieuwe dag begonnen" in seen.said
        seen.settled()


@pytest.mark.parametrize("mistake", [ValueError("kapot"), SystemExit(3), RecursionError(), MemoryError()])
def test_a_bug_is_told_and_survived(tmp_path: Path, mistake: BaseException) -> None:
    """Whatever a build raises, it is told in Dutch, kept in a log, tried again, and the watching goes on."""
    times = iter(range(100))

    def breaks() -> Iterator[None]:
        if next(times) == 1:
            raise mistake
        yield

    with watching(tmp_path, work=breaks) as seen:
        (tmp_path / "data" / "diensten.csv").write_text("naam\n", "utf-8")
        seen.next()
        seen.next()
        seen.settled()
        assert "Er ging iets mis. De website is niet veranderd. Ik blijf opletten." in seen.said
        assert type(mistake).__name__ in (tmp_path / "build" / LOG).read_text("utf-8")


def test_the_log_stays_small(tmp_path: Path) -> None:
    """A mistake that comes back every five minutes does not fill the disk; the last of it is kept."""
    log = tmp_path / LOG
    for number in range(40):
        note(log, f"{number} " * 3000)
    assert log.stat().st_size <= MOST_LOG
    assert log.read_text("utf-8").rstrip().endswith("39")


def test_another_build_is_waited_for(tmp_path: Path) -> None:
    """While somebody else builds it is told, and tried again without a hand."""
    times = iter(range(100))

    def busy() -> Iterator[None]:
        if next(times) == 1:
            raise Busy("bezig")
        yield

    with watching(tmp_path, work=busy) as seen:
        (tmp_path / "data" / "diensten.csv").write_text("naam\n", "utf-8")
        seen.next()
        seen.next()
        seen.settled()
        assert "De website wordt al op een andere plek gemaakt." in seen.said
        assert not (tmp_path / "build" / LOG).exists()


def test_two_do_not_watch_one_village(tmp_path: Path) -> None:
    """The second that wants to watch a village is told so; the lock ends with the first."""
    with watching(tmp_path), pytest.raises(Busy, match="ander venster"):
        watch(
            tmp_path, lambda: iter(()), threading.Event(), lambda: TODAY, Screen(io.StringIO(), lambda: NOW)
        )
    with watching(tmp_path):
        pass


def test_a_village_seen_from_outside(tmp_path: Path) -> None:
    """A link to itself, a pipe and a folder that is called like a sheet do not hold up the looking."""
    data = tmp_path / "data"
    (data / "diensten.csv").mkdir(parents=True)
    os.mkfifo(data / "plekken.csv")
    (data / "links.csv").symlink_to("links.csv")
    assert set(snapshot(Village(tmp_path)) or ()) == {"data/diensten.csv", "data/plekken.csv"}
    with watching(tmp_path, PATIENT, lambda: iter(())) as seen:
        seen.settled()


class Terminal(io.StringIO):
    """A screen on which a line can be written over."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


@pytest.mark.parametrize(
    ("out", "expected"),
    [
        (io.StringIO(), "Website maken …\nDrukwerk 1 van 3 …\n9.00 uur. Klaar.\nDag.\n"),
        (
            Terminal(),
            "\r\x1b[KWebsite maken …\r\x1b[KDrukwerk 1 van 3 …\r\x1b[KDrukwerk 2 van 3 …"
            "\r\x1b[K9.00 uur. Klaar.\nDag.\n",
        ),
    ],
    ids=["log", "terminal"],
)
def test_progress(out: io.StringIO, expected: str) -> None:
    """A terminal shows progress on one line; a log gets one plain line for each step."""
    screen = Screen(out, lambda: NOW)
    for text in ("Website maken", "Drukwerk 1 van 3", "Drukwerk 2 van 3"):
        screen.step(text)
    screen.say("Klaar.", "Dag.")
    assert out.getvalue() == expected


def test_a_screen_that_is_gone_or_simple_does_not_stop_the_work() -> None:
    """A closed window is no reason to stop, and a screen without our letters shows the rest."""
    closed = io.StringIO()
    closed.close()
    Screen(closed, lambda: NOW).say("Klaar.")
    plain = io.TextIOWrapper(io.BytesIO(), "ascii")
    Screen(plain, lambda: NOW).say("‘Klaar’")
    assert plain.buffer.getvalue() == b"9.00 uur. ?Klaar?\n"  # type: ignore[attr-defined]


WATCH = [sys.executable, "-m", "dorpspomp", "watch", "--only", "site,data", "--today", "2026-11-22"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_when_asked(tmp_path: Path, number: signal.Signals) -> None:
    """The system, Ctrl+C and a closed window end it with 0, and nothing half is left."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "diensten.csv").write_text(as_csv(SMALL["diensten"]), "utf-8")
    # Whoever runs the tests in the background ignores Ctrl+C, and what they start would too.
    heard = ["env", "--default-signal"]
    with subprocess.Popen([*heard, *WATCH, str(tmp_path)], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        for line in run.stdout:
            if "Website maken" in line:
                run.send_signal(number)
        assert run.wait(SOON) == 0
    assert list((tmp_path / "build" / "releases").glob(".new-*")) == []


def test_the_second_window_ends_with_two(tmp_path: Path) -> None:
    """The command says in one line that another window is watching already."""
    (tmp_path / "data").mkdir()
    with alone(tmp_path / "build" / ".watch.lock", ""):
        run = subprocess.run([*WATCH, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "ander venster" in run.stderr


def test_a_saved_sheet_is_published_without_a_hand(tmp_path: Path) -> None:
    """From a saved file to a published page and a report, also when nothing may be published."""
    (tmp_path / "data").mkdir()
    sheet = tmp_path / "data" / "diensten.csv"
    sheet.write_text(as_csv(SMALL["diensten"]), "utf-8")
    page, shown = tmp_path / "build" / "verslag" / "index.html", tmp_path / "build" / "current" / "site"
    more = [*SMALL["diensten"], ["Fietsenmaker", *SMALL["diensten"][1][1:]]]
    with subprocess.Popen([*WATCH, str(tmp_path)], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        ends = (line for line in run.stdout if "Het hele verslag staat in" in line)
        next(ends)
        sheet.write_text(as_csv(more), "utf-8")
        next(ends)
        assert "Fietsenmaker" in (shown / "diensten" / "index.html").read_text("utf-8")
        sheet.write_text("zomaar;iets\n", "utf-8")
        next(ends)
        assert "Stop" in page.read_text("utf-8")
        assert "Fietsenmaker" in (shown / "diensten" / "index.html").read_text("utf-8")
        run.terminate()
