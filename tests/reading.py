"""Ways to look into what was produced, as a curious person would."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader
from pypdf.generic import StreamObject

Rows = list[dict[str, str]]


def edit(path: Path, change: Callable[[Rows], None]) -> None:
    """Change the rows of a CSV sheet, as a volunteer with a spreadsheet would."""
    text = path.read_text("utf-8")
    reader = csv.DictReader(io.StringIO(text), delimiter=";")
    headings, rows = list(reader.fieldnames or ()), list(reader)
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, headings, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), "utf-8")


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield every produced file as text; PDFs and workbooks are unpacked whole."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        yield path, _UNPACK.get(path.suffix, _plain)(path)


def pdf_text(path: Path) -> str:
    """Return what a person reads on a PDF, lines joined (pdftotext of poppler)."""
    found = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(found.stdout.split())


def _pdf(path: Path) -> str:
    """Return all that a PDF holds: what is read, its metadata, and every object and stream unpacked."""
    reader = PdfReader(path)
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    objects = [reader.get_object(number) for number in sorted(numbers)]
    streams = [found.get_data().decode("latin-1") for found in objects if isinstance(found, StreamObject)]
    return "\n".join([pdf_text(path), str(reader.metadata), *map(str, objects), *streams])


def _workbook(path: Path) -> str:
    """Return every part of a workbook, which is a zip archive."""
    with ZipFile(path) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def _plain(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


_UNPACK = {".pdf": _pdf, ".xlsx": _workbook, ".ods": _workbook}


def holding(folder: Path, word: str) -> list[str]:
    """Return the files in which a word stands."""
    return [path.relative_to(folder).as_posix() for path, text in texts(folder) if word in text]
