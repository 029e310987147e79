"""Nothing that stands in a village's folder can do harm: not to the machine, not to who reads the pages."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dorpspomp.sheet import sheets
from tests.hostile import NO_FILES, UNREADABLE, blank_rows
from tests.reading import holding
from tests.village_files import SMALL, Sheets, document, write

MEMORY, SECONDS = 1_500_000_000, 100
"""What a run may use at most; the machine itself ends one that takes more."""
DAY = ("--today", "2026-11-22")
PARTS = ("--only", "site,kiosk,data")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program with little room and little time."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    return subprocess.run(
        [sys.executable, "-m", "dorpspomp", *map(str, arguments)],
        capture_output=True, text=True, check=False, preexec_fn=bound,
    )  # fmt: skip


def fingerprint(folder: Path) -> dict[str, str]:
    """Return every file in a folder that is not an output, with the print of its bytes."""
    paths = (path for path in folder.rglob("*") if path.is_file() and "build" not in path.parts)
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in paths if path.name != "adressen.csv"}


def refused(root: Path, file: str) -> str:
    """Check a village of which one sheet cannot be read; return what is said."""
    before = fingerprint(root.parent)
    done = run("check", root, *DAY)
    assert (done.returncode, done.stderr) == (1, "")
    assert fingerprint(root.parent) == before
    assert file in done.stdout
    assert "De website is niet veranderd" in done.stdout
    return done.stdout


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_trusted_stops_in_plain_words(tmp_path: Path, name: str) -> None:
    """Whatever somebody put in the folder: a word about it, in little room and time, and nothing changes."""
    root = write(tmp_path / "dorp", SMALL)
    file, make = UNREADABLE[name]
    (root / "data" / file).write_bytes(make())
    said = refused(root, file)
    assert "Traceback" not in said
    assert "root:" not in said


@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_file_is_never_opened(tmp_path: Path, name: str) -> None:
    """A folder, a pipe or a link to somewhere else is told, and what lies behind it stays there."""
    root = write(tmp_path / "dorp", SMALL)
    NO_FILES[name](root / "data" / "plekken.csv")
    assert "GEHEIM" not in refused(root, "plekken.csv")


def test_a_million_rows_that_are_only_coloured_are_no_rows(tmp_path: Path) -> None:
    """A volunteer who colours a whole column has done nothing wrong."""
    root = write(tmp_path / "dorp", SMALL)
    (root / "data" / "plekken.xlsx").write_bytes(blank_rows())
    done = run("check", root, *DAY)
    assert (done.returncode, done.stderr) == (0, "")


MARK = "BOEFJE42"
SCHEMES = (
    "javascript:{m}", "JaVaScRiPt:{m}", " javascript:{m}", "java\tscript:{m}", "vbscript:{m}",
    "//{m}.example",
    "data:text/html,<script>{m}</script>", 'https://x.example/"onclick="{m}', "file:///etc/{m}",
)  # fmt: skip
WORDS = (
    "<script>alert('{m}')</script>", "<img src=x onerror={m}>", "<img src=x onerror={m} ",
    '"><svg/onload={m}>', "'-{m}-'", "</script><script>{m}</script>", "&lt;script&gt;{m}&lt;/script&gt;",
    "<!--{m}--><b>", "{{{{ 7919*7907 }}}}{m}", "{{% for x in range(9) %}}{m}{{% endfor %}}", "{{# {m} #}}",
    "{{{{ ''.__class__.__mro__ }}}}", "{{filename}}/../../etc/passwd", "{{static}}/x", "|filename|x.md",
    '=HYPERLINK("http://x.example/{m}")', "=cmd|'/c calc'!A0", "@SUM(1+1)*cmd|'{m}'", "${{{m}}}",
    "\\u003cscript\\u003e{m}", "%(m)s %s %n", "]]><script>{m}</script>", "\u202e{m}\u2066",
)  # fmt: skip
CODES = (
    "../../etc/passwd", "..", ".", "con", "NUL", "a/b", "a\\b", "/etc/passwd", "C:\\x", "x" * 5000, "Bingo",
    "BINGO", "bingo", "bi\u0301ngo", "b\u00edngo", "bingo\u200b", "%2e%2e%2f", "index.html", "gone", "~root",
)  # fmt: skip


APART = {"instellingen", "nieuws", "verhalen", "paginas", "vakanties"}


def filled(sheet: str, words: list[str]) -> list[list[str]]:
    """Return a sheet of which every cell for words, addresses and codes holds something that does harm."""
    columns = sheets()[sheet].columns
    rows = [[column.name for column in columns]]
    for place, word in enumerate(words):
        address = SCHEMES[place % len(SCHEMES)].format(m=MARK)
        kinds = {"date": "2026-11-20", "url": address, "email": f"{MARK}@x.example", "phone": "0490-01 02 03"}
        kinds |= {"number": str(place), "yes": "ja", "postcode": "5490 SS", "code": CODES[place % len(CODES)]}
        kinds |= {"geldig tot": "2027-12-31", "tot en met": "2027-12-31", "wanneer": f"di 10-12 {word}"}
        cells = (kinds.get(c.name) or kinds.get(c.kind) or next(iter(c.options), "") for c in columns)
        rows.append([cell or f"{word} {place}" for cell in cells])
    return rows


def hostile_village(root: Path) -> Path:
    """Write a village in which every cell means harm."""
    words = [word.format(m=MARK) for word in WORDS]
    village: Sheets = {name: filled(name, words) for name in sheets() if name not in APART}
    write(root, village)
    schemes = [scheme.format(m=MARK) for scheme in SCHEMES]
    links = [link for scheme in schemes for link in (f"[klik]({scheme})", f"![x]({scheme})", f"<{scheme}>")]
    text = "\n\n".join((*words, *links, f"[x]\n\n[x]: javascript:{MARK}", "> " * 100 + MARK))
    for sheet in ("nieuws", "verhalen", "paginas"):
        document(root, f"{sheet}/kwaad.md", f"---\ntitel: {words[0]}\ndatum: 2026-11-20\n---\n{text}")
    return root


@pytest.fixture(scope="module")
def harmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the village in which every cell means harm, after it was built."""
    parent = tmp_path_factory.mktemp("harm")
    root = hostile_village(parent / "dorp")
    before = fingerprint(parent)
    done = run("build", root, *DAY, *PARTS)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert fingerprint(parent) == before
    return root


def pages(root: Path) -> Iterator[tuple[str, Page]]:
    """Yield every page that was made, taken apart as a browser does."""
    for path in sorted((root / "build" / "current").rglob("*.html")):
        page = Page()
        page.feed(path.read_text("utf-8"))
        yield path.name, page


class Page(HTMLParser):
    """A page: everything in it that a browser would follow or run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag leads to or runs."""
        self.inside = tag if tag in ("script", "style") else ""
        for name, value in attrs:
            if name.startswith("on") or name in ("srcdoc", "style", "formaction"):
                self.runs.append(f"{name}={value}")
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            leads = name in ("href", "src", "action", "data")
            if leads and re.match("javascript|vbscript|data|file", address):
                self.runs.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        """Note the words of a script or a style."""
        if self.inside:
            self.runs.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or a style."""
        self.inside = ""


def test_no_page_runs_or_follows_what_a_cell_says(harmed: Path) -> None:
    """No script, no handler and no address but the web's holds a word of the village."""
    found = list(pages(harmed))
    assert len(found) > 100
    assert [(name, run) for name, page in found for run in page.runs if MARK.lower() in run.lower()] == []


def test_no_file_holds_a_cell_as_code(harmed: Path) -> None:
    """In no byte that was made a tag stands as it was typed; templates are words and are never worked out."""
    for word in (
        f"<script>alert('{MARK}",
        f"<script>{MARK}",
        f"onerror={MARK}>",
        f"onload={MARK}>",
        "62615533",
    ):
        assert holding(harmed / "build" / "current", word) == [], word
    assert holding(harmed / "build" / "current", "__mro__ }}")
    assert holding(harmed / "build" / "current", "root:x:") == []
    assert holding(harmed / "build" / "current", MARK * 2) == []


def test_a_code_is_only_ever_a_name(harmed: Path) -> None:
    """Every address is short and plain, no two records share one, and nothing lies outside the release."""
    site = harmed / "build" / "current" / "site"
    folders = [path for path in (site / "diensten").iterdir() if path.is_dir()]
    assert len(folders) == len({path.name.casefold() for path in folders})
    assert len(folders) == len(WORDS) - 3  # three names are formulas
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.name) and len(path.name) < 60 for path in folders)
    links = {path.name for path in (harmed / "build").rglob("*") if path.is_symlink()}
    assert links <= {"current"}


HEAVY = {
    "ten megabytes": "x" * 10_000_000,
    "a megabyte of front matter": f"---\nnaam: {'x' * 1_000_000}\n---\nTekst",
    "much front matter": "---\n" + "naam: x\n" * 12_000 + "---\nTekst",
    "front matter without an end": "---\n" + "naam: x\n" * 12_000,
    "a list in a list in a list": f"---\nnaam: {'[' * 49_000}{']' * 49_000}\n---\nTekst",
    **{
        f"much of {mark}": mark * (99_000 // len(mark)) for mark in ("[", "[a](", "<a ", "> ", "---\n", "*a ")
    },
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_text_that_is_heavy_to_read_is_read_or_refused(tmp_path: Path, name: str) -> None:
    """A text no person would write takes little room and time, and the rest of the village is made."""
    root = write(tmp_path / "dorp", SMALL)
    document(root, "verhalen/zwaar.md", HEAVY[name])
    done = run("build", root, *DAY, *PARTS)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
