"""The layers hold: who may import what, and who may touch the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dorpspomp"

FOREIGN = {
    "pelican": {"outputs/site.py"},
    "frictionless": {"validation.py"},
    "weasyprint": {"outputs/paper.py"},
    "qrcode": {"outputs/code.py"},
    "PIL": {"outputs/emblem.py"},
    "brotli": {"outputs/compress.py"},
    "watchdog": {"watch.py"},
    "jinja2": {"outputs/template.py"},
    "markdown": {"markup.py"},
    "babel": {"outputs/tongue.py"},
    "pyphen": {"views/hyphenation.py"},
    "nh3": {"markup.py"},
    "holidays": {"when/calendar.py"},
    "openpyxl": {"spreadsheet.py", "template_excel.py", "annotation/excel.py"},
    "odf": {"template_opendocument.py"},
    "argparse": {"cli.py", "commands.py"},
}
"""Each foreign library and the one module that knows it (openpyxl: one reads, one writes)."""

PURE = (
    "model.py",
    "problem.py",
    "heading.py",
    "cell.py",
    "identity.py",
    "register.py",
    "check",
    "views",
    "when",
)
"""The pure middle: no disk, no clock, no network, no process."""

WORLD = ("os", "pathlib", "shutil", "subprocess", "socket", "tempfile", "time", "threading", "random", "sys")
NETWORK = ("urllib.request", "http", "requests")


def modules() -> list[Path]:
    """Return every module of the package."""
    return sorted(SOURCE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield the full names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    """Return a module's path inside the package."""
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("library", sorted(FOREIGN))
def test_a_foreign_library_is_met_in_one_module(library: str) -> None:
    """A library's name stands only in the module that wraps it."""
    found = {name(path) for path in modules() if any(i.split(".")[0] == library for i in imports(path))}

    assert found <= FOREIGN[library]


@pytest.mark.parametrize("place", PURE)
def test_the_middle_is_pure(place: str) -> None:
    """A module of the middle imports nothing that touches the world, and no output."""
    paths = [path for path in modules() if name(path) == place or name(path).startswith(f"{place}/")]

    assert paths, f"{place} is gone: name what took its place"
    for path in paths:
        touched = [i for i in imports(path) if any(f"{i}.".startswith(f"{w}.") for w in WORLD + NETWORK)]
        assert not touched, f"{name(path)} imports {touched}"
        assert not any(i.startswith(("dorpspomp.outputs", "dorpspomp.village")) for i in imports(path))


@pytest.mark.parametrize("path", modules(), ids=name)
def test_nouns_do_not_import_verbs(path: Path) -> None:
    """Only the command line imports commands; nothing imports the command line."""
    verbs = {"dorpspomp.cli", "dorpspomp.cli.main"}
    if name(path) != "__main__.py":
        assert not verbs & set(imports(path))


@pytest.mark.parametrize("path", modules(), ids=name)
def test_nobody_reads_the_clock_in_the_middle(path: Path) -> None:
    """Only the edges ask what day it is; everywhere else today is an argument."""
    asked = {"commands.py", "outputs/site.py"}
    calls = [
        node.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"today", "now", "utcnow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"date", "datetime", "dt"}
    ]

    assert not calls or name(path) in asked
