"""Dutch telephone numbers: read as people write them, shown and dialled in one way.

Numbering plan: https://www.acm.nl/nl/onderwerpen/telecommunicatie/telefoonnummers (10 digits, of
which 2, 3 or 4 are the area's; 112, 113 and 14 0xx are short; 0800 and 0900 have 8 or 11).
"""

from __future__ import annotations

import re

from dorpspomp.model import Phone

_AREAS_OF_THREE = (
    "010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058"
    " 070 071 072 073 074 075 076 077 078 079 085 087 088 091 097"
)
_LABEL = re.compile(r"\A(?:tel(?:efoon)?|mob(?:iel)?|bel|nummer|nr|t|m)\b[.: ]*(?=[+0-9(])", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s().\-/–—‐‑]+")
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_SHORT = re.compile(r"11[23]|14[0-9]|1400|116[0-9]{3}|18[0-9]{2}|140[0-9]{2,3}")
_SERVICE = re.compile(r"0(?:800|90[069])(?:[0-9]{4}|[0-9]{7})")
_NATIONAL = re.compile(r"0[1-9][0-9]{8}|097[0-9]{9}")
_FOREIGN = re.compile(r"\+(?!31)[1-9][0-9]{6,14}")


def read(text: str) -> Phone | None:
    """Return the telephone number that a text is, whole and valid, or None.

    >>> read("+31 (0)6 12345678")
    Phone(shown='06-12 34 56 78', dial='0612345678')
    >>> read("0490-012345").shown, read("14 0492").shown, read("0900 8844").shown, read("112").dial
    ('0490-01 23 45', '14 0492', '0900-8844', '112')
    """
    if not text.isascii() and any(c.isdigit() and not c.isascii() for c in text):
        return None
    digits = _national(_BETWEEN.sub("", _TRUNK_ZERO.sub("", _LABEL.sub("", text.strip()))))
    if _SHORT.fullmatch(digits):
        return Phone(f"14 {digits[2:]}" if digits.startswith("140") and len(digits) > 4 else digits, digits)
    if _SERVICE.fullmatch(digits):
        return Phone(f"{digits[:4]}-{_in_pairs(digits[4:]) if len(digits) > 8 else digits[4:]}", digits)
    if _NATIONAL.fullmatch(digits):
        return Phone(_shown(digits), digits)
    if _FOREIGN.fullmatch(digits):
        return Phone(" ".join(text.split()) if text.lstrip().startswith("+") else digits, digits)
    return None


def read_without_zero(text: str) -> Phone | None:
    """Return the number of which a spreadsheet took the zero (or the +) in front, or None.

    >>> read_without_zero("612345678").dial, read_without_zero("9008844").dial
    ('0612345678', '09008844')
    """
    digits = _BETWEEN.sub("", text)
    if not digits.isdecimal() or digits.startswith("0") or len(digits) not in {7, 9, 10, 11}:
        return None
    return read(f"+{digits}") if digits.startswith("31") and len(digits) == 11 else read(f"0{digits}")


def _national(digits: str) -> str:
    """Write a Dutch number without the country's."""
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    return f"0{digits[3:].removeprefix('0')}" if digits.startswith("+31") else digits


def _shown(digits: str) -> str:
    if digits.startswith("06"):
        return f"06-{_in_pairs(digits[2:])}"
    if digits[:3] in _AREAS_OF_THREE:
        return f"{digits[:3]}-{digits[3:6]} {_in_pairs(digits[6:])}"
    return f"{digits[:4]}-{_in_pairs(digits[4:])}"


def _in_pairs(digits: str) -> str:
    first = len(digits) % 2 and 3
    pairs = [digits[:first]] if first else []
    return " ".join(pairs + [digits[i : i + 2] for i in range(first, len(digits), 2)])
