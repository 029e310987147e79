"""Files that somebody made to do harm, or that came from a broken disk."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl import Workbook

HEAD = '<?xml version="1.0"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
DOCTYPES = {
    "a billion laughs": f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
    "laughs behind a long remark": f'<!-- {"x" * 5000} --><!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
    "a file of the machine": '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
}
SHEET = '<worksheet xmlns="{main}">{size}<sheetData>{rows}</sheetData></worksheet>'


def excel(rows: str = "", head: str = HEAD, encoding: str = "utf-8", size: str = "") -> bytes:
    """Return a workbook of which the XML of the only sheet is this."""
    book = Workbook()
    book.worksheets[0].title = "plekken"
    raw = io.BytesIO()
    book.save(raw)
    sheet = (head + SHEET.format(main=MAIN, rows=rows, size=size)).encode(encoding)
    return replaced(raw.getvalue(), {"xl/worksheets/sheet1.xml": sheet})


def laughing(doctype: str) -> bytes:
    """Return a workbook with a document type in front of its sheet."""
    return excel("<row><c><v>&a9;</v></c></row>", HEAD + doctype)


def opendocument(doctype: str) -> bytes:
    """Return a LibreOffice workbook with a document type in front of its content."""
    raw = io.BytesIO()
    OpenDocumentSpreadsheet().write(raw)
    with zipfile.ZipFile(raw) as package:
        content = package.read("content.xml").decode("utf-8")
    declaration, rest = content.split("?>", 1)
    return replaced(raw.getvalue(), {"content.xml": f"{declaration}?>{doctype}{rest}".encode()})


def replaced(package: bytes, members: dict[str, bytes]) -> bytes:
    """Return a package with other bytes in some of its members."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *members]):
            new.writestr(name, members.get(name) or old.read(name))
    return made.getvalue()


def letter() -> bytes:
    """Return a letter of Word."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        types = f"{HEAD}<Types><Override ContentType='wordprocessingml'/></Types>"
        package.writestr("[Content_Types].xml", types)
        package.writestr("word/document.xml", f"{HEAD}<document>Lieve burgemeester</document>")
    return made.getvalue()


def locked() -> bytes:
    """Return what Excel makes of a workbook with a password: an OLE file with an encrypted package."""
    names = "".join(f"{name:\0<32}" for name in ("EncryptionInfo", "EncryptedPackage")).encode("utf-16-le")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    return header.ljust(512, b"\0") + names + os.urandom(4096)


def lying() -> bytes:
    """Return a workbook with a member of two gigabytes that says it holds a hundred bytes."""
    bomb = excel(head=f"{HEAD}<!--{' ' * 60_000_000}-->")
    with zipfile.ZipFile(io.BytesIO(bomb)) as package:
        size = package.getinfo("xl/worksheets/sheet1.xml").file_size
    return bomb.replace(struct.pack("<L", size), struct.pack("<L", 100))


def bomb() -> bytes:
    """Return a package of ninety members of ten megabytes in a hundred kilobytes."""
    return replaced(excel(), {f"xl/media/{n}.xml": bytes(10_000_000) for n in range(90)})


def inline(text: str) -> str:
    """Return a cell with a text."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def blank_rows() -> bytes:
    """Return a sheet with three rows and then a million that are only coloured."""
    words = ("naam", "soort", "plaats"), ("De Linde", "dorpshuis", "Lindedorp"), ("Bank", "bank", "Lindedorp")
    rows = ("<row>" + "".join(inline(text) for text in row) + "</row>" for row in words)
    blank = (f'<row r="{n}"><c r="A{n}" s="0"/><c r="B{n}" s="0"/></row>' for n in range(4, 1_048_577))
    return excel("".join((*rows, *blank)), size='<dimension ref="A1:B1048576"/>')


def wide(number: int) -> bytes:
    """Return a sheet with this many columns."""
    return excel(f"<row>{inline('x') * number}</row>")


def text_of(size: int) -> bytes:
    """Return a sheet with one cell of this many letters."""
    return excel(f"<row>{inline('x' * size)}</row>")


UNREADABLE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a letter of Word": ("plekken.xlsx", letter),
    "a letter of Word, as LibreOffice": ("plekken.ods", letter),
    "an old letter of Word": ("plekken.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)),
    "a password": ("plekken.xlsx", locked),
    "half a file": ("plekken.xlsx", lambda: excel()[:1500]),
    "nothing": ("plekken.xlsx", lambda: b""),
    "a bomb": ("plekken.xlsx", bomb),
    "a bomb that lies about its size": ("plekken.xlsx", lying),
    "a cell of forty megabytes": ("plekken.xlsx", lambda: text_of(40_000_000)),
    "a hundred thousand columns": ("plekken.xlsx", lambda: wide(100_000)),
    "a hundred thousand columns of text": ("plekken.csv", lambda: b"naam;" * 100_000),
    "a hundred megabytes": ("plekken.csv", lambda: b"naam;soort;adres\n" + b"x;y;z\n" * 16_000_000),
    "a cell of text without an end": ("plekken.csv", lambda: b'naam;soort;adres\n"' + b"x\n" * 2_000_000),
    "zeros": ("plekken.csv", lambda: b"naam;soort\n" + bytes(5_000_000)),
    **{f"{name}, in Excel": ("plekken.xlsx", partial(laughing, text)) for name, text in DOCTYPES.items()},
    **{f"{name}, in ODF": ("plekken.ods", partial(opendocument, text)) for name, text in DOCTYPES.items()},
    "laughs in letters of two bytes": (
        "plekken.xlsx",
        lambda: excel("<row/>", DOCTYPES["a billion laughs"], "utf-16"),
    ),
}
"""Files that no sheet can be read from, by what they are: a name and what makes them."""


def pipe(path: Path) -> None:
    """Make a pipe that nobody writes to."""
    os.mkfifo(path)


def link_outside(path: Path) -> None:
    """Make a link to a file of the machine that looks like a sheet."""
    other = path.parents[2] / "geheim.csv"
    other.write_text("naam;soort;adres\nGEHEIM;kluis;Achter de plint\n", "utf-8")
    path.symlink_to(other)


def link_to_itself(path: Path) -> None:
    """Make a link that leads nowhere."""
    path.symlink_to(path)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a pipe": pipe,
    "a link outside the village": link_outside,
    "a link to a machine without an end": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": link_to_itself,
}
