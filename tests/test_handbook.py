"""The handbook for volunteers and the caretaker's guide: plain, whole, and true of the tool as it is."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from markdown import Markdown
from PIL import Image
from weasyprint import HTML

from dorpspomp import cli
from dorpspomp.manual import MESSAGES, MESSAGES_PAGE, Explained, explained, message_page
from dorpspomp.problem import Problem
from dorpspomp.reading import shipped_calendar
from dorpspomp.sheet import sheets
from dorpspomp.when.command import answer
from tests import test_wording as wording
from tests import village_files as files
from tests.conftest import REPOSITORY, TODAY
from tests.handbook import FOLDER, MOST_BYTES

DOCS = REPOSITORY / "docs"
HANDBOOK = sorted((DOCS / "handboek").glob("*.md"))
CARE = sorted((DOCS / "beheer").glob("*.md"))
TASKS = [path for path in HANDBOOK if path.name[:2].isdigit()]
PAGES = [*HANDBOOK, *CARE]
TIMES = DOCS / "handboek" / "04-tijden-schrijven.md"
INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"(?<![\w/.-])(?:/opt/dorpspomp/bin/)?dorpspomp ((?:[a-z]+|--version)(?: [^`\n|>]+)?)")
OFFICE = ("dienen te", "dient te", "middels", "derhalve", "indien", "teneinde", "conform", "gelieve", "reeds")
"""The words of offices; to whoever installs, the words of programmers may be said."""
SPEAK_ELSEWHERE = frozenset(
    {"manual.py", "serve.py", "template.py", "views/notes.py", "views/page.py", "views/paper.py"}
    | {"views/bookmark.py", "views/fridge.py", "views/leaflet.py", "views/policy.py", "views/poster.py"}
    | {"views/bulletin.py", "views/figures.py", "views/ladder.py", "views/places.py"}
    | {"views/agenda.py", "views/samples.py", "views/sample_drawings.py"}
)
"""Modules whose sentences are not messages: those of pages, paper and the sheets to fill in."""

ON_PAPER = """
@page { size: A4; margin: 16mm } body { font: 10.5pt/1.35 sans-serif } h1 { font-size: 20pt; margin: 0 }
h2 { font-size: 13pt; margin: 3mm 0 1mm } p, ul, ol, table { margin: 1.5mm 0 }
img { max-width: 100%; max-height: 66mm } td, th { padding: .4mm 2mm; text-align: left; font-size: 9.5pt }
"""
"""How a page of the handbook is printed."""

ids = {"ids": lambda path: f"{path.parent.name}/{path.stem}"}


def blocks(markdown: str) -> Iterator[str]:
    """Yield every paragraph, item, heading, cell and alt text as it is read; code stands as one word."""
    bare = re.sub(r"<!--.*?-->", "", FENCE.sub("\n\n", markdown), flags=re.DOTALL)
    yield from (alt for alt, _ in IMAGE.findall(bare))
    bare = LINK.sub(r"\1", IMAGE.sub("", bare))
    bare = re.sub(r"https?://[^\s)`]*\w/?", "iets", re.sub(r"`[^`\n]+`", "iets", bare))
    for part in re.split(r"\n\s*\n|\n(?=\s*(?:[*#|]|\d+\.\s))", f"\n{bare}"):
        text = re.sub(r"^\s*(?:[*]|#+|\d+\.)\s+", "", part.strip())
        cells = text.strip("|").split("|") if text.startswith("|") else [text]
        yield from (" ".join(cell.split()) for cell in cells if cell.strip(" -\n"))


@pytest.mark.parametrize("path", PAGES, **ids)
def test_every_sentence_is_plain(path: Path) -> None:
    """No sentence has more than twenty words, and no word is jargon."""
    wrong = {text: bad for text in blocks(path.read_text("utf-8")) if (bad := complaints(text, path in CARE))}
    assert wrong == {}


def complaints(text: str, is_for_care: bool) -> list[str]:
    """Return what is wrong with a text; the caretaker may be told the names of technical things."""
    if not is_for_care:
        return wording.complaints(text)
    long = [one for one in wording.sentences(text) if len(one.split()) > wording.MOST_WORDS]
    return [*long, *(word for word in OFFICE if f" {word} " in f" {text.casefold()} ")]


@pytest.mark.parametrize("path", PAGES, **ids)
def test_the_reader_is_u(path: Path) -> None:
    """The reader is addressed with "u", except where a word is quoted."""
    spoken = re.sub(r"‘[^’]*’", "", path.read_text("utf-8"))
    assert INFORMAL.findall(spoken) == []


@pytest.mark.parametrize("path", PAGES, **ids)
def test_every_link_leads_somewhere(path: Path) -> None:
    """Each link is to a file that is there, and to a heading of it where one is named."""
    for _, target in LINK.findall(path.read_text("utf-8")):
        place, _, heading = target.partition("#")
        file = (path.parent / place).resolve() if place else path
        assert file.is_file(), target
        assert not heading or heading in anchors(file), target


def anchors(path: Path) -> set[str]:
    """Return the addresses of the headings of a page."""
    found = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for text in found}


@pytest.mark.parametrize("folder", ["handboek", "beheer"])
def test_the_contents_name_every_page(folder: str) -> None:
    """Each page is in the list of its folder under its own title, and the numbers run on."""
    listed = {target: name for name, target in LINK.findall((DOCS / folder / "README.md").read_text("utf-8"))}
    pages = sorted((DOCS / folder).glob("[0-9]*.md"))
    assert {page.name: title(page) for page in pages}.items() <= listed.items()
    assert [page.name[:2] for page in pages] == [f"{number:02}" for number in range(1, len(pages) + 1)]


def title(path: Path) -> str:
    """Return the heading of a page."""
    return path.read_text("utf-8").partition("\n")[0].removeprefix("# ")


@pytest.mark.parametrize("path", TASKS, **ids)
def test_a_task_fits_on_one_sheet(path: Path) -> None:
    """One task is one A4 on paper, with its steps and at least one picture."""
    text = path.read_text("utf-8")
    html = Markdown(extensions=["tables", "fenced_code"]).convert(text)
    made = HTML(string=f"<style>{ON_PAPER}</style>{html}", base_url=str(path)).render()
    assert len(made.pages) == 1
    assert IMAGE.search(text)


def test_pictures_are_there_and_used() -> None:
    """Each picture that a page shows exists with an alt text, and each that exists is shown."""
    shown = [(path, alt, target) for path in PAGES for alt, target in IMAGE.findall(path.read_text("utf-8"))]
    assert [
        target for path, alt, target in shown if len(alt) < 15 or not (path.parent / target).is_file()
    ] == []
    used = {(path.parent / target).resolve() for path, _, target in shown}
    assert {path.resolve() for path in FOLDER.iterdir()} == used


def test_pictures_are_light() -> None:
    """A picture is at most 150 kB and wide enough to be read."""
    for path in FOLDER.iterdir():
        assert path.stat().st_size <= MOST_BYTES, path.name
        with Image.open(path) as picture:
            assert 300 <= picture.width <= 1400, path.name


def time_rows() -> Iterator[tuple[str, str]]:
    """Yield what a volunteer writes and what the page says about it."""
    yield from re.findall(r"^\| `([^`]+)` \| (.+) \|$", TIMES.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("written", "said"), list(time_rows()))
def test_a_time_is_read_as_the_page_says(written: str, said: str) -> None:
    """Every example on the page about times is answered by the reader in the same words."""
    last = date(2027, 12, 31)
    echo = answer(written, TODAY, last, shipped_calendar("zuid", TODAY, last))["echo"]
    told = echo.removeprefix("Ik lees: ").partition(". Eerstvolgende")[0]
    assert told == said if echo.startswith("Ik lees") else echo.startswith((f"{said}.", f"{said}:"))


def test_there_are_many_times() -> None:
    """The page shows what is read, what stays as it is and what is asked."""
    assert len(list(time_rows())) > 20


def commands() -> Iterator[tuple[str, str]]:
    """Yield every command of the tool that a page names, with its page."""
    for path in PAGES:
        text = path.read_text("utf-8")
        code = [body for kind, body in FENCE.findall(text) if kind in {"sh", "ini"}]
        code += re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
        for part in code:
            for found in COMMAND.findall(part):
                yield f"{path.parent.name}/{path.stem}", found.strip()


@pytest.mark.parametrize(("page", "typed"), sorted(set(commands())))
def test_a_command_exists(page: str, typed: str) -> None:
    """Each command that a page names is known to the tool, with its options."""
    try:
        cli.parser().parse_args(shlex.split(typed) + (["lindedorp"] if typed == "new" else []))
    except SystemExit as ended:
        assert not ended.code, f"{page}: dorpspomp {typed}"


def test_the_commands_were_found() -> None:
    """The guide names nearly every command."""
    assert len({typed.split()[0] for _, typed in commands()} - {"--version"}) >= 8


@cache
def messages() -> tuple[Explained, ...]:
    """Return every message that the handbook explains."""
    return tuple(one for one in explained((REPOSITORY / MESSAGES).read_text("utf-8")) if one.said)


def test_the_page_of_messages_is_current() -> None:
    """`docs/handboek/meldingen.md` is made of its CSV; `python -m dorpspomp.manual` writes it again."""
    made = message_page(explained((REPOSITORY / MESSAGES).read_text("utf-8")))
    assert (REPOSITORY / MESSAGES_PAGE).read_text("utf-8") == made


def in_the_source() -> Iterator[tuple[str, str]]:
    """Yield every text in the source that can be told to a volunteer; what is filled in is "iets"."""
    for path in sorted(wording.SOURCE.rglob("*.py")):
        module = path.relative_to(wording.SOURCE).as_posix()
        if module in SPEAK_ELSEWHERE:
            continue
        for text in wording._texts(ast.parse(path.read_text("utf-8"))):
            whole = text.replace("{}", "iets")
            if wording._is_told(whole) or re.match(r"iets [^\n]*\w [^\n]*[.?!]\Z", whole):
                yield module, whole


def test_every_message_is_explained() -> None:
    """A sentence in the source that no row of the handbook holds is a new message: add a row."""
    told = [bare(text.replace("…", "iets")) for one in messages() for text in (one.said, *one.dos)]
    parts = {text: place for place, text in in_the_source()}
    missing = {text: place for text, place in parts.items() if not any(bare(text) in whole for whole in told)}
    assert missing == {}


def bare(text: str) -> str:
    """Leave out quotes, and the word that stands for a sentence of its own before what was read."""
    return re.sub(r"[‘’]", "", text).removeprefix("iets Ik").strip()


def pattern(text: str) -> re.Pattern[str]:
    """Return what a message looks like when its words are filled in."""
    return re.compile(".*".join(map(re.escape, text.split("…"))), re.DOTALL)


def test_every_produced_message_is_explained() -> None:
    """What damaged sheets lead to is found too: what is wrong, together with what to do about it."""
    rows = [(pattern(one.said), [pattern(do) for do in one.dos]) for one in messages()]
    missing = {
        (problem.wrong, problem.do)
        for problem in wording.produced()
        if not any(
            w.fullmatch(problem.wrong) and any(d.fullmatch(problem.do) for d in dos) for w, dos in rows
        )
    }
    assert missing == set()


def test_no_explanation_is_left_over() -> None:
    """Each message of the handbook is still said somewhere in the source, at least its longest part."""
    source = "\n".join(wording.SOURCE.joinpath(name).read_text("utf-8") for name in sources())
    whole = re.sub(r'["\']\s*\n\s*f?["\']', "", source)
    gone = [one.said for one in messages() if max(one.said.split("…"), key=len).strip(" .‘’") not in whole]
    assert [said for said in gone if not is_composed(said, whole)] == []


def sources() -> list[str]:
    """Return the modules of the tool."""
    return [path.relative_to(wording.SOURCE).as_posix() for path in wording.SOURCE.rglob("*.py")]


def is_composed(said: str, source: str) -> bool:
    """Tell whether each sentence of a message stands somewhere by itself."""
    parts = [part.strip(" .‘’") for part in re.split(r"…|(?<=[.;]) ", said)]
    return all(part in source for part in parts)


def test_a_message_is_explained_once_in_a_group() -> None:
    """No group holds the same message with the same thing to do twice."""
    found = [(one.group, one.said, one.dos) for one in messages()]
    assert len(found) == len(set(found))


GOOD: dict[str, dict[str, str]] = {
    "diensten": {
        "naam": "Klussendienst", "rubriek": "Hulp", "kort": "Een buur helpt u.", "telefoon": "0490-03 04 06",
        "kosten": "gratis",
    },
    "activiteiten": {
        "naam": "Koffie-inloop", "rubriek": "Hulp", "wanneer": "elke dinsdag 10.00-12.00",
        "plek": "Dorpshuis De Linde", "kosten": "gratis",
    },
    "plekken": {"naam": "Dorpshuis De Linde", "soort": "dorpshuis"},
    "prikbord": {
        "nummer": "26-014", "soort": "vraag", "rubriek": "Hulp", "tekst": "Wie wandelt met mij?",
        "geplaatst": "10-11-2026", "geldig tot": "31-1-2027", "via": "0490-03 04 05", "toestemming": "ja",
    },
    "rubrieken": {"naam": "Hulp", "vraag": "Ik zoek hulp"},
}  # fmt: skip
EXAMPLES = [one for one in messages() if one.place]


def said_of(place: str, text: str) -> list[Problem]:
    """Return what is said of one cell, in sheets in which all else is well."""
    sheet, _, heading = place.partition("/")
    rows = {
        name: [[column.name for column in sheets()[name].columns if not column.private] for _ in (0,)]
        for name in GOOD
    }
    filled = {
        name: [
            headings[0],
            [text if (name, h) == (sheet, heading) else GOOD[name].get(h, "") for h in headings[0]],
        ]
        for name, headings in rows.items()
    }
    with TemporaryDirectory() as folder:
        reading = files.read(files.write(Path(folder), filled))
    return [problem for problem in reading.problems if (problem.sheet, problem.heading) == (sheet, heading)]


@pytest.mark.parametrize("one", EXAMPLES, ids=[f"{one.place}: {one.before}" for one in EXAMPLES])
def test_an_example_is_true(one: Explained) -> None:
    """What stood there leads to the message; what is better leads to none."""
    found = said_of(one.place, one.before)
    assert any(
        pattern(one.said).fullmatch(p.wrong) and any(pattern(do).fullmatch(p.do) for do in one.dos)
        for p in found
    )
    assert said_of(one.place, one.after) == []


def test_most_messages_have_an_example() -> None:
    """Of what is said about a cell, nearly all is shown before and after."""
    assert len(EXAMPLES) > 70
