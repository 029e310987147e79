"""The command line: `dorpspomp new · check · work · build · watch · serve · print · when`.

Exit codes: 0 done or nothing to do, 1 the register has a problem that stops publishing, 2 wrong use
or settings; anything else is a bug, with its traceback. What a volunteer reads is Dutch.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dorpspomp import __version__
from dorpspomp.build import PARTS, Built, build
from dorpspomp.problem import stops
from dorpspomp.publish import Busy
from dorpspomp.reading import read_portal
from dorpspomp.report import Ending, Outcome, as_json, as_text

DONE, STOPPED, MISUSED = 0, 1, 2
ZONE = ZoneInfo("Europe/Amsterdam")


class Misuse(Exception):
    """Wrong use or wrong settings: one line for the person, exit code 2."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    asked = parser().parse_args(arguments)
    try:
        code: int = asked.run(asked)
        return code
    except (Misuse, Busy) as error:
        print(error, file=sys.stderr)
        return MISUSED
    except BrokenPipeError:
        # Somebody closed the pipe (`| head`): nothing is wrong, and there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; the manual is drawn from it."""
    top = argparse.ArgumentParser(
        prog="dorpspomp", description="Van één bestand maakt u een startpagina, een kiosk en papier."
    )
    top.add_argument("--version", action="version", version=f"dorpspomp {__version__}")
    commands = top.add_subparsers(metavar="OPDRACHT", required=True)
    for name, run, arguments in COMMANDS:
        text = (run.__doc__ or "").strip()
        command = commands.add_parser(name, help=text.splitlines()[0], description=text)
        command.set_defaults(run=run)
        for flags, options in arguments:
            command.add_argument(*flags, **options)  # type: ignore[arg-type]
    return top


def run_new(asked: argparse.Namespace) -> int:
    """Maak een nieuw dorp in een lege map."""
    from dorpspomp.new import Occupied, new

    try:
        made = new(asked.dir)
    except Occupied:
        raise Misuse(f"De map {asked.dir} is niet leeg. Kies een nieuwe naam.") from None
    if asked.json:
        print(json.dumps({"folder": str(asked.dir), "files": made}, ensure_ascii=False))
    else:
        print(
            f"Uw dorp staat klaar in {asked.dir}. Open {asked.dir / 'data' / 'register.xlsx'} en vul het in."
        )
        print(f"Maak daarna de website: dorpspomp build {asked.dir}")
    return DONE


def run_check(asked: argparse.Namespace) -> int:
    """Lees uw bladen en zeg wat er beter kan."""
    from dorpspomp.reporting import report_check

    root = _village(asked)
    found = read_portal(root, _today(asked), asked.accept)
    page = report_check(root, found)
    stopped = stops(found.problems)
    # Checking publishes nothing; `published` tells whether a build of this register would.
    if asked.json:
        print(as_json(found.problems, not stopped))
    else:
        print(as_text(found.problems, False, found.portal.today, Ending(Outcome.CHECKED)))
        print(f"Het hele verslag staat in {page}")
    return STOPPED if stopped else DONE


def run_build(asked: argparse.Namespace) -> int:
    """Maak alles: website, kiosk, gegevens en drukwerk."""
    from dorpspomp.outputs.site import SiteRefused
    from dorpspomp.reporting import report_build

    root = _village(asked)
    try:
        built = build(root, _today(asked), _now(), _parts(asked.only), _teller(), asked.accept)
    except SiteRefused as refused:
        print(
            "De website kon niet worden gemaakt. Er is niets veranderd.",
            *refused.args,
            sep="\n",
            file=sys.stderr,
        )
        return STOPPED
    page = report_build(root, built)
    print(as_json(built.problems, built.release is not None) if asked.json else _summary(root, built, page))
    return DONE if built.release else STOPPED


def run_work(asked: argparse.Namespace) -> int:
    """Maak de werklijst: wat u deze week kunt nakijken, in een kwartier."""
    from dorpspomp.reporting import work_list

    root = _village(asked)
    page, count = work_list(root, read_portal(root, _today(asked)))
    if asked.json:
        print(json.dumps({"page": str(page), "chores": count}))
    else:
        print(f"{'Er staat 1 klus' if count == 1 else f'Er staan {count} klussen'} op de werklijst: {page}")
    return DONE


def run_watch(asked: argparse.Namespace) -> int:
    """Maak alles opnieuw zodra u een bestand bewaart."""
    from dorpspomp.watch import watch

    root, parts = _village(asked), _parts(asked.only)
    print(f"Ik let op {root / 'data'} en {root / 'content'}. Stop met Ctrl+C.", flush=True)
    try:
        watch(root, lambda: _rebuild(root, asked, parts), threading.Event())
    except KeyboardInterrupt:
        print()
    return DONE


def _rebuild(root: Path, asked: argparse.Namespace, parts: tuple[str, ...]) -> None:
    """Build once and say how it went; a bug is shown whole, and the watching goes on."""
    from dorpspomp.reporting import report_build

    try:
        built = build(root, _today(asked), _now(), parts, _teller())
        print(f"{_now():%H.%M} uur. {_summary(root, built, report_build(root, built))}", flush=True)
    except Busy as busy:
        print(busy, file=sys.stderr)
    except Exception:
        traceback.print_exc()
        print("Er ging iets mis. De website is niet veranderd. Ik blijf opletten.", file=sys.stderr)


def run_serve(asked: argparse.Namespace) -> int:
    """Bekijk de website op deze computer."""
    from dorpspomp.serve import server

    current = _village(asked) / "build" / "current"
    if not current.exists():
        raise Misuse("Er is nog geen website. Maak die eerst: dorpspomp build")
    with server(current / asked.part, asked.port) as web:
        print(f"Uw website staat op http://127.0.0.1:{web.server_port}/ . Stop met Ctrl+C.", flush=True)
        try:
            web.serve_forever()
        except KeyboardInterrupt:
            print()
    return DONE


def run_print(asked: argparse.Namespace) -> int:
    """Maak alleen het drukwerk, in een map naar keuze."""
    from dorpspomp.outputs import paper
    from dorpspomp.outputs.code import Codes

    root = _village(asked)
    drawn = read_portal(root, _today(asked))
    if stops(drawn.problems):
        print(as_text(drawn.problems, False))
        return STOPPED
    target = asked.to or root / "build" / "print"
    made, noticed = paper.build(drawn.portal, target, Codes(), _teller())
    if asked.json:
        print(json.dumps({"folder": str(target), "pieces": made, "problems": [p.as_dict() for p in noticed]}))
    else:
        print(f"Het drukwerk staat in {target} ({made} stuks).")
    return DONE


def run_when(asked: argparse.Namespace) -> int:
    """Lees een tijd zoals u die schrijft, en zeg hoe die gelezen is."""
    from dorpspomp.reading import shipped_calendar
    from dorpspomp.when.command import answer
    from dorpspomp.when.schedule import Given

    first = asked.first or _today(asked)
    last = asked.last or date.fromordinal(first.toordinal() + 60)
    calendar = shipped_calendar(asked.region, first, last)
    texts = sys.stdin.read().splitlines() if asked.stdin else [asked.text]
    if texts == [None]:
        raise Misuse("Geef een tekst, of gebruik --stdin.")
    for text in texts:
        told = answer(text, first, last, calendar, Given(today=first))
        print(json.dumps(told, ensure_ascii=False) if asked.json else told["echo"])
    return DONE


def _village(asked: argparse.Namespace) -> Path:
    root = Path(asked.village)
    if not root.is_dir():
        raise Misuse(f"De map {root} bestaat niet. Kijk of de naam klopt.")
    if not (root / "data").is_dir():
        raise Misuse(f"In {root} staat geen map data. Maak een dorp met: dorpspomp new {root}")
    return root


def _today(asked: argparse.Namespace) -> date:
    return asked.today or _now().date()


def _now() -> datetime:
    """Return the wall time in the Netherlands; SOURCE_DATE_EPOCH stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(ZONE)


def _parts(only: str) -> tuple[str, ...]:
    asked = tuple(part.strip() for part in only.split(",")) if only else PARTS
    unknown = [part for part in asked if part not in PARTS]
    if unknown:
        raise Misuse(f"--only {', '.join(unknown)}: kies uit {', '.join(PARTS)}.")
    return asked


def _teller() -> Callable[[str], None]:
    """Return what tells progress: on a terminal one line at a time, nothing when piped."""
    if not sys.stderr.isatty():
        return lambda text: None
    return lambda text: print(f"\r\x1b[K{text} …", end="", file=sys.stderr, flush=True)


def _summary(root: Path, built: Built, page: Path) -> str:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    text = as_text(built.problems, built.release is not None, built.found.portal.today, built.ending)
    places = [f"Het hele verslag staat in {page}"]
    if built.release:
        places.append(f"Bekijk het resultaat: {root / 'build' / 'current'} of dorpspomp serve {root}")
    return "\n".join([text, *places])


Argument = tuple[tuple[str, ...], dict[str, object]]

VILLAGE: Argument = (
    ("village",),
    {"metavar": "DORP", "nargs": "?", "default": ".", "help": "de map van het dorp"},
)
TODAY: Argument = (
    ("--today",),
    {"metavar": "JJJJ-MM-DD", "type": date.fromisoformat, "help": "doe alsof het deze dag is"},
)
ACCEPT: Argument = (
    ("--accept",),
    {"action": "store_true", "help": "akkoord: veel rijen mogen van de website verdwijnen"},
)
JSON: Argument = (("--json",), {"action": "store_true", "help": "antwoord voor een ander programma"})

COMMANDS: tuple[tuple[str, Callable[[argparse.Namespace], int], tuple[Argument, ...]], ...] = (
    ("new", run_new, ((("dir",), {"metavar": "MAP", "type": Path, "help": "de nieuwe map"}), JSON)),
    ("check", run_check, (VILLAGE, TODAY, ACCEPT, JSON)),
    ("work", run_work, (VILLAGE, TODAY, JSON)),
    (
        "build",
        run_build,
        (
            VILLAGE,
            TODAY,
            ACCEPT,
            JSON,
            (("--only",), {"default": "", "help": f"alleen deze delen: {','.join(PARTS)}"}),
        ),
    ),
    (
        "watch",
        run_watch,
        (VILLAGE, TODAY, (("--only",), {"default": "", "help": f"alleen deze delen: {','.join(PARTS)}"})),
    ),
    (
        "serve",
        run_serve,
        (
            VILLAGE,
            (("--port",), {"type": int, "default": 8000, "help": "nummer van de poort (gewoon 8000)"}),
            (("--part",), {"choices": PARTS, "default": "site", "help": "welk deel (gewoon site)"}),
        ),
    ),
    (
        "print",
        run_print,
        (VILLAGE, TODAY, JSON, (("--to",), {"type": Path, "help": "de map voor het drukwerk"})),
    ),
    (
        "when",
        run_when,
        (
            (("text",), {"metavar": "TEKST", "nargs": "?", "help": "bijvoorbeeld 'elke dinsdag 10-12'"}),
            (
                ("--from",),
                {"dest": "first", "type": date.fromisoformat, "metavar": "JJJJ-MM-DD", "help": "eerste dag"},
            ),
            (
                ("--to",),
                {"dest": "last", "type": date.fromisoformat, "metavar": "JJJJ-MM-DD", "help": "laatste dag"},
            ),
            (
                ("--region",),
                {"choices": ("noord", "midden", "zuid"), "default": "midden", "help": "schoolvakanties"},
            ),
            (
                ("--stdin",),
                {"action": "store_true", "help": "lees tijden van een ander programma, één per regel"},
            ),
            TODAY,
            JSON,
        ),
    ),
)
"""Every command with its arguments; its help is the docstring of what it runs."""


if __name__ == "__main__":
    sys.exit(main())
