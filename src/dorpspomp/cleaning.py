"""Cleaning one cell: taking out what a spreadsheet or a copy left behind, whatever it holds."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from dorpspomp.problem import Level

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_LINE_ENDS = re.compile(r" ?\n ?")
_MANGLED = re.compile("[\u00c2\u00c3\u00e2][^A-Za-z \n]")
_NAMES = (
    "a|abbr|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center"
    "|cite|code|col|colgroup|dd|del|details|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form"
    "|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|legend|li|link|main|map|marquee|math"
    "|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|script|section|select|small|source|span|strike"
    "|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video"
    "|wbr|o:p"
)
# "<buiten>" is how somebody writes; "<b>" is not, and what sets something ("<x onclick=...>") never is.
_TAG = re.compile(rf"</?(?:{_NAMES})(?:[\s/][^<>]*)?>|</?[a-z][^<>=]*=[^<>]*>|<!--|-->", re.IGNORECASE)
_BLOCKS = tuple(
    (re.compile(start, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for start, end in ((r"<script\b", r"</script\s*>"), (r"<style\b", r"</style\s*>"), ("<!--", "-->"))
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}[0-9]?|#[0-9]{2,5});", re.IGNORECASE)
_FORMULA = re.compile(r"=\s*(?:[A-Za-z+\-(\"'$@]|[0-9.,]+\s*[-+*/^&])|@[A-Z]+\(|[+-][A-Za-z]+[0-9(|!]")
_ERROR = re.compile(
    r"#(?:NAAM\?|NAME\?|REF!|VERW!|WAARDE!|VALUE!|DEEL/0!|DIV/0!|N/?[ABTV]|GETAL!|NUM!|LEEG!|NULL!"
    r"|SPILL!|OVERLOOP!|CALC!|BEREKENEN!|FIELD!|VELD!|BUSY!|BEZET!|GETTING_DATA|#+)|(?:Err|Fout):[0-9]{3}"
)


@dataclass(frozen=True, slots=True)
class Note:
    """What to tell about a cell: how bad, what is wrong, what to do."""

    level: Level
    wrong: str
    do: str


def cleaned(raw: str) -> tuple[str, Note | None]:
    """Return the text in a cell without what a spreadsheet or a copy left behind, and what was removed."""
    text, note = raw.strip(), None
    if not text.isascii() or not text.isprintable() or "  " in text:
        text = _LINE_ENDS.sub("\n", _SPACES.sub(" ", _UNSEEN.sub("", text.replace("\u2028", "\n")))).strip()
        text, note = _unmangled(text)
    if text[:1] in "=#@+-EF" and (_FORMULA.match(text) or _ERROR.fullmatch(text)):
        return "", Note(
            Level.NOTICE, "Hier staat een formule of een foutmelding van het rekenblad.", "Typ de tekst zelf."
        )
    if text[:1] == '"' and text.count('"') == 1:
        text, note = _told(text[1:].strip(), "Er stond een los aanhalingsteken; dat is weggehaald.")
    if ("<" in text and _TAG.search(text)) or ("&" in text and _ENTITY.search(text)):
        return _told(_without_tags(text), "Er stonden opmaakcodes in de tekst; die zijn weggehaald.")
    return text, note


def repaired(wrong: str, do: str = "U hoeft niets te doen.") -> Note:
    """Return the note of a repair."""
    return Note(Level.REPAIRED, wrong, do)


def _told(right: str, wrong: str) -> tuple[str, Note]:
    """Say what was wrong and how the cell is read now, as far as that fits in a sentence."""
    words = right.split()
    begin = " ".join(words[:8])[:60] + ("…" if len(words) > 8 or len(right) > 60 else "")
    return right, repaired(f"{wrong} Ik lees: ‘{begin}’." if right else wrong)


def _unmangled(text: str) -> tuple[str, Note | None]:
    """Put right letters of UTF-8 that a program took for Windows-1252: "CafÃ©" is "Café"."""
    if not _MANGLED.search(text):
        return text, None
    try:
        right = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text, None
    return _told(right, "Letters met een accent waren verminkt; die zijn hersteld.")


def _without_tags(text: str) -> str:
    """Take out tags, also where they were written with entities; what is left is words."""
    for _ in range(3):
        text = html.unescape(text)
        for start, end in _BLOCKS:
            text = _without_block(text, start, end)
        text = _TAG.sub(" ", text)
    return _SPACES.sub(" ", text).strip()


def _without_block(text: str, start: re.Pattern[str], end: re.Pattern[str]) -> str:
    """Take out all from a start to the first end after it; without an end nothing is taken out."""
    kept, position = [], 0
    while (begun := start.search(text, position)) and (ended := end.search(text, begun.end())):
        kept.append(text[position : begun.start()])
        position = ended.end()
    return " ".join((*kept, text[position:]))
