"""The door to a village: its folder is read here, and nowhere else.

data/       the sheets: one workbook, or a file for each, or both
content/    long texts, news, stories and pages in Markdown
build/      what was made of it
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from dorpspomp import assets, delimited, frontmatter, identity, opendocument, register
from dorpspomp.collection import Sources
from dorpspomp.frontmatter import Document
from dorpspomp.heading import Headed, is_heading, sheet_named
from dorpspomp.identity import Memory
from dorpspomp.model import Holiday, Register
from dorpspomp.problem import Level, Problem, worst_first
from dorpspomp.recognition import recognise
from dorpspomp.register import Row
from dorpspomp.table import Opened, unreadable

MEMORY = "adressen.csv"
_NOT_READABLE = (
    "Het bestand kan niet worden gelezen.",
    "Sluit het bestand in andere programma's en probeer het opnieuw.",
)
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

    `memory` knows the addresses that were published before, not yet those of this register. `sheets`
    are the sheets as they were found, for a report that shows a volunteer their own.
    """

    register: Register
    problems: tuple[Problem, ...]
    memory: Memory = field(default_factory=Memory)
    rows: tuple[Row, ...] = ()
    sheets: Mapping[str, Headed] = field(default_factory=dict)


def read(root: Path, today: date) -> Reading:
    """Read a village as it is today. Bad data never raises; it becomes a problem."""
    village = Village(root)
    opened = [_opened(path, kind) for path, kind in _files(village.data)]
    found = recognise(table for item in opened for table in item.tables)
    documents, unread = _documents(village.content)
    documents += _defaults(documents)
    memory, forgotten = _memory(village.memory)
    made = register.make(Sources(found.sheets, documents, memory, village.title), today)
    problems = [problem for item in opened for problem in item.problems]
    everything = (*problems, *found.problems, *unread, *forgotten, *made.problems)
    return Reading(made.register, worst_first(everything), memory, made.rows, found.sheets)


def remember(root: Path, published: Register, today: date) -> None:
    """Write down the addresses of a register that was published; they are kept for good."""
    path = Village(root).memory
    text = identity.remember(_memory(path)[0], register.named(published), today, published.shorts).text()
    if path.exists() and path.read_text("utf-8-sig") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, "utf-8-sig")
    fresh.replace(path)


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


def _files(data: Path) -> Iterator[tuple[Path, str]]:
    """Yield the sheets in a folder; a program's lock files and our own memory are not sheets."""
    for path in sorted(data.iterdir()) if data.is_dir() else ():
        kind = path.suffix.lower()
        if path.name == MEMORY or path.name.startswith((".", "~", "_")) or not path.is_file():
            continue
        if kind in _READERS or (kind in _FORMER and (sheet_named(path.stem) or path.stem == "register")):
            yield path, kind


def _opened(path: Path, kind: str) -> Opened:
    if kind in _FORMER:
        return Opened(problems=(unreadable(path.name, path.stem, *_OLD),))
    try:
        data = path.read_bytes()
    except OSError:
        return Opened(problems=(unreadable(path.name, path.stem, *_NOT_READABLE),))
    return _READERS[kind](data, path.stem, path.name)


def _documents(content: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read the Markdown of every sheet's folder."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for folder in sorted(content.iterdir()) if content.is_dir() else ():
        sheet = sheet_named(folder.name) if folder.is_dir() and not folder.name.startswith(".") else None
        for path in sorted(folder.iterdir()) if sheet else ():
            if sheet and path.suffix.lower() in _TEXTS and not path.name.startswith((".", "_")):
                text = _text(path)
                if text is None:
                    problems.append(_unread(path, sheet.name))
                else:
                    documents.append(frontmatter.read(text, PurePosixPath(sheet.name, path.name)))
    return tuple(documents), tuple(problems)


def _defaults(own: tuple[Document, ...]) -> tuple[Document, ...]:
    """Return the pages that every portal has, such as privacy, where the village has not written its own."""
    ready, _ = _documents(assets.starter("content"))
    written = {(document.sheet, document.code) for document in own}
    return tuple(document for document in ready if (document.sheet, document.code) not in written)


def _text(path: Path) -> str | None:
    try:
        return delimited.decode(path.read_bytes())
    except OSError:
        return None


def _unread(path: Path, sheet: str) -> Problem:
    wrong, do = _NOT_READABLE
    return Problem(level=Level.UNUSABLE, sheet=sheet, says=path.name, wrong=wrong, do=do)


def _memory(path: Path) -> tuple[Memory, tuple[Problem, ...]]:
    """Read the addresses that were published; a memory that is damaged stops, for no address may get lost."""
    if not path.exists():
        return Memory(), ()
    text = _text(path)
    if text is None or not identity.is_memory(text):
        return Memory(), (unreadable(path.name, "adressen", *_FORGOTTEN),)
    return identity.read_memory(text), ()
