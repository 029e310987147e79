"""The door to a village: its folder is read here, and nowhere else.

data/       the sheets: one workbook, or a file for each, or both
content/    long texts, news, stories and pages in Markdown
build/      what was made of it
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from dorpspomp import assets, copies, delimited, disk, frontmatter, lastgood, opendocument, publish, register
from dorpspomp import ground as background
from dorpspomp.collection import Sources
from dorpspomp.frontmatter import Document
from dorpspomp.heading import Headed, is_heading, sheet_named
from dorpspomp.memory import Memory, is_memory
from dorpspomp.memory import read as read_memory
from dorpspomp.model import Holiday, Register
from dorpspomp.problem import Level, Problem, stops, worst_first
from dorpspomp.recognition import recognise
from dorpspomp.register import Made, Row
from dorpspomp.table import MOST_BYTES, Opened, unreadable

MEMORY = "adressen.csv"
_OLD = ("Dit soort bestand kan ik niet lezen.", "Bewaar het als .xlsx, .ods of .csv.")
_FORGOTTEN = ("De lijst met adressen is beschadigd.", "Zet een oudere versie van dit bestand terug.")
_TEXTS = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Village:
    """The folders of a village."""

    root: Path

    @property
    def data(self) -> Path:
        """Return the folder with the sheets."""
        return self.root / "data"

    @property
    def content(self) -> Path:
        """Return the folder with the Markdown."""
        return self.root / "content"

    @property
    def build(self) -> Path:
        """Return the folder for what is made."""
        return self.root / "build"

    def kept(self, name: str) -> str | None:
        """Return a text that was kept with the current release."""
        return _text(publish.kept(self.build, name))

    @property
    def memory(self) -> Path:
        """Return the sheet that remembers every address that was published."""
        return self.data / MEMORY

    @property
    def title(self) -> str:
        """Return a name for a portal that nobody has named yet: the folder's."""
        words = self.root.resolve().name.replace("_", "-").split("-")
        return " ".join(word[:1].upper() + word[1:] for word in words if word) or "Dorpspomp"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a village: the register, what there is to say, and the fate of each row.

    `made` also tells what the next release keeps; `sources` holds the sheets as they were found and
    the memory of addresses, not yet with those of this register.
    """

    made: Made
    problems: tuple[Problem, ...]
    sources: Sources

    @property
    def register(self) -> Register:
        """Return everything that may be published."""
        return self.made.register

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return what became of each row."""
        return self.made.rows

    @property
    def memory(self) -> Memory:
        """Return the addresses that were published before."""
        return self.sources.memory

    @property
    def sheets(self) -> Mapping[str, Headed]:
        """Return the sheets as they were found, for a report that shows volunteers their own."""
        return self.sources.tables


def read(root: Path, today: date, accepted: bool = False) -> Reading:
    """Read a village as it is today. Bad data never raises; it becomes a problem.

    `accepted` tells that a person has agreed to what would vanish.
    """
    village = Village(root)
    files, double = _without_copies(_files(village.data), {MEMORY})
    opened = [_opened(path) for path in files]
    found = recognise(table for item in opened for table in item.tables)
    documents, unread = _documents(village.content)
    documents += _defaults(documents)
    memory, forgotten = _memory(village)
    before = lastgood.read(village.kept(lastgood.FILE) or "")
    ground = background.read(village.data)
    problems = [*double, *(problem for item in opened for problem in item.problems), *found.problems]
    problems += ground.problems
    # Where a sheet cannot be read its rows are missing for that reason; saying so twice helps nobody.
    accepted = accepted or stops(problems)
    sources = Sources(found.sheets, documents, memory, before, accepted, village.title, ground.shapes)
    made = register.make(sources, today)
    return Reading(made, worst_first([*problems, *unread, *forgotten, *made.problems]), sources)


def withdrawn(reading: Reading) -> tuple[str, ...]:
    """Return the names of the rows of the last release that may no longer be shown."""
    before = reading.sources.before.versions
    return tuple(before[address].name for address in sorted(reading.made.withdrawn))


def read_again(reading: Reading, today: date) -> Reading:
    """Return the last release once more, without what may no longer be shown."""
    made = register.make_again(reading.sources, reading.made.withdrawn, today)
    return Reading(made, reading.problems, reading.sources)


def kept(reading: Reading, today: date) -> Mapping[str, str]:
    """Return the texts that are kept with a release for the next build: its rows, all addresses so far."""
    found = reading.register
    memory = reading.memory.with_published(register.named(found), today, found.shorts)
    return {lastgood.FILE: reading.made.good.text(), MEMORY: memory.text()}


def remember(root: Path) -> None:
    """Write down the addresses of the current release beside the sheets; they are kept for good."""
    village = Village(root)
    text = village.kept(MEMORY)
    if text is None or (village.memory.exists() and _text(village.memory) == text):
        return
    fresh = village.memory.with_name(f".{MEMORY}.new")
    with fresh.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(village.memory)


def read_holidays(path: Path) -> tuple[Holiday, ...]:
    """Read one sheet `vakanties` on its own."""
    opened = delimited.read(path.read_bytes(), "vakanties", path.name, is_heading)
    made = register.make(Sources(recognise(opened.tables).sheets), date.min)
    return made.register.holidays


Reader = Callable[[bytes, str, str], Opened]


def _read_text(data: bytes, name: str, file: str) -> Opened:
    return delimited.read(data, name, file, is_heading)


def _read_workbook(data: bytes, name: str, file: str) -> Opened:
    # Imported when there is a workbook: openpyxl takes a while to load, and most villages use CSV or ODS.
    from dorpspomp import spreadsheet

    return spreadsheet.read(data, name, file)


_READERS: dict[str, Reader] = {
    ".csv": _read_text,
    ".tsv": _read_text,
    ".txt": _read_text,
    ".xlsx": _read_workbook,
    ".xlsm": _read_workbook,
    ".ods": opendocument.read,
}
_FORMER = frozenset({".xls", ".numbers", ".sxc", ".xlsb"})


def is_sheet(name: str) -> bool:
    """Tell whether a file's name is that of a sheet; lock files and our own memory are not."""
    path = PurePosixPath(name)
    kind = path.suffix.lower()
    if name == MEMORY or name.startswith((".", "~", "_")):
        return False
    return kind in _READERS or (
        kind in _FORMER and (sheet_named(path.stem) is not None or path.stem == "register")
    )


def _files(data: Path) -> Iterator[Path]:
    """Yield the sheets in a folder."""
    for path in sorted(data.iterdir()) if data.is_dir() else ():
        if is_sheet(path.name):
            yield path


def _without_copies(paths: Iterable[Path], more: Iterable[str] = ()) -> tuple[list[Path], list[Problem]]:
    """Return the files without the copies that stand beside one of them, and what to say about those."""
    files = list(paths)
    names = {path.name for path in files} | {*more}
    beside = {path: found for path in files if (found := copies.original(path.name, names))}
    problems = [copies.left_out(path.name, found) for path, found in beside.items()]
    return [path for path in files if path not in beside], problems


def _opened(path: Path) -> Opened:
    kind = path.suffix.lower()
    if kind in _FORMER:
        return Opened(problems=(unreadable(path.name, path.stem, *_OLD),))
    data = disk.content(path)
    if isinstance(data, tuple):
        return Opened(problems=(unreadable(path.name, path.stem, *data),))
    return _READERS[kind](data, path.stem, path.name)


def _documents(content: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read the Markdown of every sheet's folder."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for folder in sorted(content.iterdir()) if content.is_dir() else ():
        sheet = sheet_named(folder.name) if folder.is_dir() and not folder.name.startswith(".") else None
        if sheet is None:
            continue
        files, double = _without_copies(_written(folder))
        problems.extend(replace(problem, sheet=sheet.name) for problem in double)
        for path in files:
            text = _text(path, disk.MOST_TEXT)
            if text is None:
                problems.append(_unread(path, sheet.name))
            else:
                documents.append(frontmatter.read(text, PurePosixPath(sheet.name, path.name)))
    return tuple(documents), tuple(problems)


def _written(folder: Path) -> Iterator[Path]:
    """Yield the texts in a folder; a name that begins with a low line is a draft."""
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _TEXTS and not path.name.startswith((".", "_")):
            yield path


def _defaults(own: tuple[Document, ...]) -> tuple[Document, ...]:
    """Return the pages that every portal has, such as privacy, where the village has not written its own."""
    ready, _ = _documents(assets.starter("content"))
    written = {(document.sheet, document.code) for document in own}
    return tuple(document for document in ready if (document.sheet, document.code) not in written)


def _text(path: Path, most: int = MOST_BYTES) -> str | None:
    data = disk.content(path, most)
    return None if isinstance(data, tuple) else delimited.decode(data)


def _unread(path: Path, sheet: str) -> Problem:
    found = disk.content(path, disk.MOST_TEXT)
    wrong, do = found if isinstance(found, tuple) else disk.NOT_READABLE
    return Problem(level=Level.UNUSABLE, sheet=sheet, says=path.name, wrong=wrong, do=do)


def _memory(village: Village) -> tuple[Memory, tuple[Problem, ...]]:
    """Read the addresses that were published, from the sheet and from the release, which completes it.

    A sheet that is damaged while there is no release stops, for no address may get lost.
    """
    own, released = _text(village.memory), village.kept(MEMORY)
    kept = [read_memory(text).addresses for text in (own, released) if text and is_memory(text)]
    problems: tuple[Problem, ...] = ()
    if village.memory.exists() and not (own and is_memory(own)):
        problems = (_restored() if kept else unreadable(MEMORY, "adressen", *_FORGOTTEN),)
    return Memory({path: address for known in kept for path, address in known.items()}), problems


def _restored() -> Problem:
    wrong = "De lijst met adressen was beschadigd. Die is teruggezet."
    return Problem(
        level=Level.REPAIRED, sheet="adressen", says=MEMORY, wrong=wrong, do="U hoeft niets te doen."
    )
