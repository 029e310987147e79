"""Looking into a workbook file before it is opened: Excel's and LibreOffice's are both zip archives.

A password, half a download and a bomb (a small file that unpacks to gigabytes, or XML that defines
its own entities) are refused here in plain words, so that the readers meet only sound files.
"""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from dorpspomp.table import MOST_BYTES

BROKEN = "Het bestand is beschadigd of niet helemaal bewaard."
AGAIN = "Open het bestand, bewaar het opnieuw en probeer het nog eens."
_OLD_OR_LOCKED = (
    "Het bestand heeft een wachtwoord of is een oud Excel-bestand.",
    "Haal het wachtwoord weg en bewaar het bestand als .xlsx.",
)
_TOO_LARGE = ("Het bestand is veel te groot.", "Verwijder plaatjes en overbodige rijen.")
_STRANGE = ("In het bestand zit iets wat niet in een rekenblad hoort.", AGAIN)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_UNPACKED = 400_000_000
_MOST_MEMBERS = 5_000
_IS_ENCRYPTED = 0x1


def complaint(data: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a workbook file and what to do about it, or None."""
    if len(data) > MOST_BYTES:
        return _TOO_LARGE
    if data.startswith(_OLE):
        return _OLD_OR_LOCKED
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _members(archive)
    except (BadZipFile, EOFError, zlib.error, NotImplementedError, OSError, ValueError):
        return BROKEN, AGAIN


def _members(archive: ZipFile) -> tuple[str, str] | None:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_UNPACKED:
        return _TOO_LARGE
    if any(member.flag_bits & _IS_ENCRYPTED or _is_encrypted_document(archive, member) for member in members):
        return _OLD_OR_LOCKED
    if any(_defines_entities(archive, member) for member in members):
        return _STRANGE
    return None


def _is_encrypted_document(archive: ZipFile, member: ZipInfo) -> bool:
    """Tell whether LibreOffice's list of contents speaks of a password."""
    if member.filename != "META-INF/manifest.xml":
        return False
    return b"encryption-data" in archive.read(member)


def _defines_entities(archive: ZipFile, member: ZipInfo) -> bool:
    if not member.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(member) as file:
        start = file.read(2048)
    return b"<!ENTITY" in start or b"<!DOCTYPE" in start
