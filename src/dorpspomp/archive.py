"""Looking into a workbook file before it is opened: Excel's and LibreOffice's are both zip archives.

A password, half a download, a letter that was named `.xlsx` and a bomb (a small file that unpacks to
gigabytes, or XML that defines its own entities) are refused here in plain words, so that the readers
meet only sound files. Nothing that a file says about itself is believed.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from dorpspomp.table import MOST_BYTES

DAMAGE = (BadZipFile, EOFError, zlib.error, struct.error, NotImplementedError, OSError, ValueError)
"""What the library of zip archives lets through when an archive is not what it says."""

BROKEN = "Het bestand is beschadigd of niet helemaal bewaard."
AGAIN = "Open het bestand, bewaar het opnieuw en probeer het nog eens."
_OLD_OR_LOCKED = (
    "Het bestand heeft een wachtwoord of is een oud Excel-bestand.",
    "Haal het wachtwoord weg en bewaar het bestand als .xlsx.",
)
_TOO_LARGE = ("Het bestand is veel te groot.", "Verwijder plaatjes en overbodige rijen.")
_STRANGE = ("In het bestand zit iets wat niet in een rekenblad hoort.", AGAIN)
_OTHER = (
    "Dit bestand is geen rekenblad van de soort die de naam zegt.",
    "Open het in uw rekenblad en bewaar het opnieuw als .xlsx of .ods.",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_UNPACKED = 200_000_000
_MOST_MEMBERS = 5_000
_IS_ENCRYPTED = 0x1
_PIECE, _OVERLAP = 1_000_000, 64
# In the three ways in which the program that reads XML may take the letters.
_DEFINES = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y|E\0?N\0?T\0?I\0?T)")
_LOCAL_HEADER = struct.Struct("<4s22xHH")

Complaint = tuple[str, str]


def complaint(data: bytes, kind: bytes = b"") -> Complaint | None:
    """Return what is wrong with a workbook file and what to do about it, or None.

    `kind` is the word by which a workbook of this sort tells what it is: `EXCEL`, `OPENDOCUMENT` or any.
    """
    if len(data) > MOST_BYTES:
        return _TOO_LARGE
    if data.startswith(_OLE):
        return _OLD_OR_LOCKED
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _outside(archive, kind) or _inside(archive, data)
    except DAMAGE:
        return BROKEN, AGAIN


EXCEL = b"spreadsheetml"
OPENDOCUMENT = b"opendocument.spreadsheet"
_TELLING = ("[Content_Types].xml", "mimetype")


def _outside(archive: ZipFile, kind: bytes) -> Complaint | None:
    """Return what is wrong with the list of members."""
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_UNPACKED:
        return _TOO_LARGE
    if any(member.flag_bits & _IS_ENCRYPTED for member in members):
        return _OLD_OR_LOCKED
    telling = [member for member in members if member.filename in _TELLING and member.file_size < _PIECE]
    if telling and not any(kind in archive.open(member).read(_PIECE) for member in telling):
        return _OTHER
    return None


def _inside(archive: ZipFile, data: bytes) -> Complaint | None:
    """Unpack every member once, piece by piece, and return what is wrong with what comes out."""
    for member in archive.infolist():
        is_xml = member.filename.endswith((".xml", ".rels"))
        is_manifest = member.filename == "META-INF/manifest.xml"
        size, tail = 0, b""
        for piece in _unpacked(member, data):
            size += len(piece)
            if size > member.file_size:  # the list of members lies
                return _STRANGE
            if is_xml and _DEFINES.search(tail + piece):
                return _STRANGE
            if is_manifest and b"encryption-data" in tail + piece:
                return _OLD_OR_LOCKED
            tail = piece[-_OVERLAP:]
    return None


def _unpacked(member: ZipInfo, data: bytes) -> Iterator[bytes]:
    """Yield what a member unpacks to, whatever its size is said to be."""
    mark, name, extra = _LOCAL_HEADER.unpack_from(data, member.header_offset)
    if mark != b"PK\x03\x04" or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile
    start = member.header_offset + _LOCAL_HEADER.size + name + extra
    packed = data[start : start + member.compress_size]
    if member.compress_type == ZIP_STORED:
        yield packed
        return
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    while packed and not unpacking.eof:
        yield unpacking.decompress(packed, _PIECE)
        packed = unpacking.unconsumed_tail
