"""The commands keep their contracts: exit codes, JSON, and no traceback for wrong use."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dorpspomp.cli import COMMANDS, main
from tests.conftest import REPOSITORY

QUICK = ("--today", "2026-11-22", "--only", "site,kiosk,data")


def small(root: Path) -> Path:
    """Make a village of one sheet with three rows."""
    (root / "data").mkdir(parents=True)
    (root / "data" / "diensten.csv").write_text(
        "naam;rubriek;kort;telefoon\n"
        "Klussendienst;Hulp;Wij helpen met kleine klussen.;0490-01 11 11\n"
        "Eettafel;Ontmoeten;Samen warm eten.;0490-01 22 22\n"
        "Boekenkast;Ontmoeten;Ruil een boek.;\n",
        "utf-8",
    )
    return root


def test_build_leaves_site_kiosk_and_data(tmp_path: Path) -> None:
    """`build --only` makes the named parts below `build/current` and ends with 0."""
    root = small(tmp_path / "dorp")

    assert main(["build", str(root), *QUICK]) == 0

    assert sorted(p.name for p in (root / "build" / "current").iterdir()) == [
        "data",
        "kiosk",
        "manifest.json",
        "site",
    ]


def test_every_check_and_build_leaves_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report is a page beside the releases; it says whether the website changed."""
    root = small(tmp_path / "dorp")
    page = root / "build" / "verslag" / "index.html"
    for command, sentence in {
        ("check",): "Dit was alleen een controle.",
        ("build", "--only", "data"): "De website is bijgewerkt.",
        ("build", "--only", "data", "--accept"): "er was niets nieuws",
    }.items():
        assert main([command[0], str(root), "--today", "2026-11-22", *command[1:]]) == 0
        assert sentence in page.read_text("utf-8")
        assert str(page) in capsys.readouterr().out


def test_build_waits_for_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """When most rows are gone the build ends with 1 and changes nothing; --accept goes on."""
    root = small(tmp_path / "dorp")
    assert main(["build", str(root), *QUICK]) == 0
    current = (root / "build" / "current").resolve()
    sheet = root / "data" / "diensten.csv"
    sheet.write_text("".join(sheet.read_text("utf-8").splitlines(keepends=True)[:2]), "utf-8")

    assert main(["build", str(root), *QUICK]) == 1
    assert "2 van de 3 rijen" in capsys.readouterr().out
    assert (root / "build" / "current").resolve() == current
    assert main(["build", str(root), *QUICK, "--accept"]) == 0
    assert (root / "build" / "current").resolve() != current


def test_work_lists_what_to_look_after(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`work` writes the work list and the phone list, on a page and for print."""
    root = small(tmp_path / "dorp")
    assert main(["work", str(root), "--today", "2026-11-22", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["chores"] > 0
    made = {path.name for path in (root / "build" / "werklijst").iterdir()}
    assert made == {"index.html", "werklijst.pdf", "bellijst.html", "bellijst.pdf"}


def test_build_answers_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`build --json` says whether it published, and every problem."""
    main(["build", str(small(tmp_path / "dorp")), *QUICK, "--json"])

    told = json.loads(capsys.readouterr().out)
    assert told["published"] is True
    assert {"level", "sheet", "row", "column", "heading", "code", "says", "wrong", "do"} <= set(
        told["problems"][0]
    )


def test_a_register_that_stops_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a sheet that is needed nothing is published, and the exit code is 1."""
    root = tmp_path / "dorp"
    (root / "data").mkdir(parents=True)
    (root / "data" / "links.csv").write_text("naam;url\nBuurt;https://buurt.example\n", "utf-8")

    assert main(["build", str(root), *QUICK]) == 1
    assert main(["check", str(root), "--today", "2026-11-22", "--json"]) == 1
    assert not (root / "build" / "current").exists()
    assert '"published": false' in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "nergens"),
        ("check", "nergens"),
        ("serve", "{empty}"),
        ("build", "{dorp}", "--only", "radio"),
        ("new", "{dorp}"),
    ],
)
def test_wrong_use_ends_with_two_and_one_dutch_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    """Wrong use is told in one line on standard error, without a traceback."""
    small(tmp_path / "dorp")
    (tmp_path / "leeg").mkdir()
    places = {"dorp": tmp_path / "dorp", "empty": tmp_path / "leeg"}

    assert main([argument.format(**places) for argument in arguments]) == 2

    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.rstrip().endswith((".", "build")) or "dorpspomp new" in told


def test_when_reads_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    """`when --json` answers verdict, echo and occurrences."""
    code = main(["when", "elke dinsdag 10-12", "--from", "2026-12-01", "--to", "2026-12-08", "--json"])

    assert code == 0
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "gelezen"
    assert told["occurrences"] == [["2026-12-01", "10:00", "12:00"], ["2026-12-08", "10:00", "12:00"]]


def test_when_reads_lines_from_standard_input() -> None:
    """`when --stdin --json` answers one JSON object a line, through a pipe."""
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "dorpspomp",
            "when",
            "--stdin",
            "--json",
            "--from",
            "2026-12-01",
            "--to",
            "2026-12-31",
        ],
        input="di 10-12\nals de kat van huis is\n",
        capture_output=True,
        text=True,
        check=True,
    )

    assert [json.loads(line)["verdict"] for line in run.stdout.splitlines()] == ["gelezen", "letterlijk"]


def test_a_new_village_builds_at_once(tmp_path: Path) -> None:
    """What `new` makes can be built without typing anything, and holds the national services."""
    root = tmp_path / "sint-anna"

    assert main(["new", str(root)]) == 0
    assert main(["build", str(root), *QUICK]) == 0

    site = root / "build" / "current" / "site"
    assert "Sint Anna" in (site / "index.html").read_text("utf-8")
    assert (site / "landelijk" / "112" / "index.html").is_file()


def test_a_village_is_built_from_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A village can be named by a relative path, and from inside by none at all."""
    monkeypatch.chdir(tmp_path)

    assert main(["new", "kwakel"]) == 0
    assert main(["build", "kwakel", *QUICK]) == 0
    monkeypatch.chdir(tmp_path / "kwakel")
    assert main(["build", *QUICK]) == 0

    assert (tmp_path / "kwakel" / "build" / "current" / "site" / "index.html").is_file()


def test_print_writes_paper_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`print --to` makes the paper and nothing else."""
    root = small(tmp_path / "dorp")

    assert main(["print", str(root), "--to", str(tmp_path / "papier"), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["pieces"] == len(list((tmp_path / "papier").rglob("*.pdf"))) >= 4
    assert not (root / "build" / "current").exists()


def test_every_command_is_in_the_readme() -> None:
    """A command that a person can type stands in the README."""
    readme = (REPOSITORY / "README.md").read_text("utf-8")

    assert [name for name, _, _ in COMMANDS if f"dorpspomp {name}" not in readme] == []


def test_every_make_command_in_the_readme_exists() -> None:
    """The README names no `make` command that is not there."""
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    made = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.M))

    assert set(re.findall(r"`make ([a-z]+)", readme)) <= made
