"""The report on disk: one page that stands on its own, and copies of the sheets with comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from markupsafe import Markup

from dorpspomp import assets
from dorpspomp.outputs.template import environment
from dorpspomp.problem import Level
from dorpspomp.views.notes import notes
from dorpspomp.views.report import Report

PAGE = "index.html"
MARK = " - met opmerkingen"
"""What a copy's name ends in."""

_COPIES = (".xlsx", ".ods")


def write(report: Report, folder: Path, data: Path | None = None) -> Path:
    """Write the report as a page into a folder and return its path.

    With `data`, the folder of the village's sheets, every file that has problems gets a copy with
    comments in the cells beside the page. Copies of an earlier report are removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copies = dict(_copies(report, folder, data)) if data else {}
    _sweep(folder, frozenset(copies.values()))
    _put(folder / PAGE, _page(report, copies).encode("utf-8"))
    return folder / PAGE


def _page(report: Report, copies: Mapping[str, str]) -> str:
    """Return the page; `copies` names the copy of each file."""
    place = assets.folder("theme") / "report"
    stylesheet = Markup((place / "report.css").read_text("utf-8"))
    template = environment(place).get_template("report.html")
    return template.render(report=report, copies=copies, stylesheet=stylesheet, fine=Level.REPAIRED)


def _copies(report: Report, folder: Path, data: Path) -> Iterator[tuple[str, str]]:
    """Write a copy of each file with problems; one that cannot be read has none."""
    from dorpspomp import annotation  # slow: openpyxl waits until there is something to write

    taken: set[str] = set()
    for file in dict.fromkeys(sheet.headed.file for sheet in report.marked):
        copy = annotation.copied(_bytes(data / file), notes(report, file))
        if copy is None:
            continue
        name = _name(file, copy.suffix, taken)
        try:
            _put(folder / name, copy.data)
        except OSError:  # somebody has the earlier copy open
            continue
        taken.add(name.casefold())
        yield file, name


def _name(file: str, suffix: str, taken: set[str]) -> str:
    """Name a copy after its file; two files that differ only in their kind keep their kind."""
    stem = PurePath(file).stem
    name = f"{stem}{MARK}{suffix}"
    return f"{file}{MARK}{suffix}" if name.casefold() in taken else name


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _sweep(folder: Path, kept: frozenset[str]) -> None:
    """Remove the copies of an earlier report."""
    for suffix in _COPIES:
        for path in folder.glob(f"*{MARK}{suffix}"):
            if path.name not in kept:
                try:
                    path.unlink()
                except OSError:  # somebody has it open
                    continue


def _put(path: Path, data: bytes) -> None:
    """Write a file in one step, so that nobody ever reads half of it."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)
