"""The theme's own texts are held to what volunteers are asked: short sentences, plain words, "u"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from dorpspomp.check import language
from dorpspomp.check.aside import NOTHING
from dorpspomp.model import Register, Service, Settings, Source
from tests.conftest import REPOSITORY, TODAY

FOLDERS = ("theme", "kiosk")
APART = ("theme/guide", "theme/templates/examples")
"""What only makers read, in English."""

CHECKS = (language.sentences, language.words, language.manners)

SAID = {"title", "aria-label", "alt", "placeholder", "label", "summary", "content"}
"""The attributes that are read; so is every `data-` attribute in which words stand."""

INSIDE = frozenset(
    {"a", "b", "i", "em", "strong", "s", "span", "br", "wbr", "abbr", "time", "code", "svg", "path"}
)
"""The elements that end no sentence."""

_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
_OUTPUT = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_OTHERWISE = re.compile(r"\{% *el(?:se|if).*?%\}", re.DOTALL)
_BLOCK = re.compile(r"\{%.*?%\}", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`""")
_FILLED = re.compile(r"%\(\w+\)s|\$\{[^}]*\}|\{\w*\}")
_WORDS = re.compile(r"[A-Za-zÀ-ÿ’]{2,}[ ,:][^=<>{}]*[A-Za-zÀ-ÿ’?.…]")
_CODE = re.compile(r"\.html$|^[a-z-]+ [a-z_-]+$|[\[\]#]|^\.|--|://|rem\b|\bvar\b|=|^[a-z0-9 _-]+$")
"""Names of classes, selectors and paths; a text that is said has a capital or a sign, or is one word."""


class Reader(HTMLParser):
    """Gathers what is read of a page: running text up to the end of its block, and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._line: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes that are read."""
        self.found += [text for name, text in attrs if text and (name in SAID or name.startswith("data-"))]
        self._silent = tag in {"style", "script"}
        self._end(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a sentence where a block ends."""
        self._silent = False
        self._end(tag)

    def handle_data(self, data: str) -> None:
        """Note running text."""
        if not self._silent:
            self._line.append(data)

    def _end(self, tag: str) -> None:
        if tag not in INSIDE:
            self.found.append("".join(self._line))
            self._line = []


def of_template(source: str) -> Iterator[str]:
    """Yield what a template says: its texts, and those in its expressions; what is filled in is one word."""
    source = _REMARK.sub("", source)
    for code in (*_OUTPUT.findall(source), *_BLOCK.findall(source)):
        yield from of_script(code)
    reader = Reader()
    reader.feed(_BLOCK.sub("", _OTHERWISE.sub("; ", _OUTPUT.sub(_filled, source))))
    reader.close()
    yield from reader.found


def _filled(output: re.Match[str]) -> str:
    """Return the words of `_("…")`, so that a sentence round a link is read whole; else one word.

    A drawing is no word.
    """
    if output[1].strip().startswith("icon("):
        return ""
    said = re.fullmatch(r"""\s*_\((["'])(.*?)\1.*\)\s*""", output[1], re.DOTALL)
    return said[2] if said else "iets"


def of_script(source: str) -> Iterator[str]:
    """Yield the texts in quotes."""
    for match in _QUOTED.finditer(source):
        yield next(part for part in match.groups() if part is not None)


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Return every text of the theme and the kiosk with the file it is in."""
    found: dict[tuple[str, str], None] = {}
    for path in sorted(p for folder in FOLDERS for p in (REPOSITORY / folder).rglob("*")):
        name = path.relative_to(REPOSITORY).as_posix()
        reads = {".html": of_template, ".js": of_script}.get(path.suffix)
        if reads and not name.startswith(APART):
            for text in reads(_without_remarks(path)):
                said = re.sub(r"\s+", " ", _TAG.sub("", _FILLED.sub("iets", text))).strip()
                if _WORDS.search(said) and not _CODE.search(said):
                    found[name, said] = None
    return tuple(found)


def _without_remarks(path: Path) -> str:
    source = path.read_text("utf-8")
    return (
        re.sub(r"/\*.*?\*/|^\s*//.*?$", "", source, flags=re.DOTALL | re.MULTILINE)
        if path.suffix == ".js"
        else source
    )


def test_the_theme_speaks_plainly() -> None:
    """No sentence over twenty words, no difficult word or abbreviation, no "je", no shouting."""
    services = tuple(
        Service(source=Source(name, number), code=str(number), name="tekst", tile="", short=text)
        for number, (name, text) in enumerate(texts())
    )
    register = Register(settings=Settings(portal="Dorp"), services=services)
    problems = [problem for check in CHECKS for problem in check(register, TODAY, NOTHING)]

    assert [(p.sheet, p.wrong, p.do, texts()[p.row][1]) for p in problems] == []


def test_enough_is_read() -> None:
    """The texts of templates, expressions, attributes and scripts are all among them."""
    said = {text for _, text in texts()}

    assert len(said) > 300
    assert {"Waar bent u naar op zoek?", "De hele agenda"} <= said
    assert {Path(name).suffix for name, _ in texts()} == {".html", ".js"}
