"""What each command does: `dorpspomp new · check · work · build · watch · serve · print · when`.

Each takes what was asked at the command line and returns an exit code: 0 done or nothing to do, 1 the
register has a problem that stops publishing. What a volunteer reads is Dutch.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dorpspomp.build import PARTS, Built, build
from dorpspomp.problem import stops
from dorpspomp.reading import read_portal
from dorpspomp.report import Ending, Outcome, as_json, as_text
from dorpspomp.screen import Screen

DONE, STOPPED, MISUSED = 0, 1, 2
ZONE = ZoneInfo("Europe/Amsterdam")


class Misuse(Exception):
    """Wrong use or wrong settings: one line for the person, exit code 2."""


def run_new(asked: argparse.Namespace) -> int:
    """Maak een nieuw dorp in een lege map."""
    from dorpspomp.new import Occupied, new

    try:
        made = new(asked.dir, asked.form)
    except Occupied:
        raise Misuse(f"De map {asked.dir} is niet leeg. Kies een nieuwe naam.") from None
    if asked.json:
        print(json.dumps({"folder": str(asked.dir), "files": made}, ensure_ascii=False))
    else:
        name = "diensten.csv" if asked.form == "csv" else f"register.{asked.form}"
        print(f"Uw dorp staat klaar in {asked.dir}. Open {asked.dir / 'data' / name} en vul het in.")
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
    from dorpspomp.caretaker import Caretaker
    from dorpspomp.reporting import report_build
    from dorpspomp.watch import stopping, watch

    root, parts = _village(asked), _parts(asked.only)
    screen = Screen(sys.stdout, _now)

    def once(parts: Sequence[str]) -> Built:
        return build(root, _today(asked), _now(), parts, screen.step)

    caretaker = Caretaker(once, lambda built: report_build(root, built), screen, parts)
    with _shown(root, asked.port) as address, stopping() as stop:
        screen.say(f"Ik let op {root}. Stop met Ctrl+C.", *address)
        watch(root, caretaker.work, stop, lambda: _today(asked), screen)
    return DONE


@contextmanager
def _shown(root: Path, port: int | None) -> Iterator[list[str]]:
    """Show the village meanwhile, where a port was given, and yield what to say about it."""
    if port is None:
        yield []
        return
    from dorpspomp.serve import REPORT

    with _preview(root, "site", port) as address:
        yield ["Uw website:", address, "Het verslag:", f"{address.rstrip('/')}{REPORT}"]


@contextmanager
def _preview(root: Path, part: str, port: int) -> Iterator[str]:
    from dorpspomp.serve import Shown, preview

    with ExitStack() as stack:
        try:
            address = stack.enter_context(preview(Shown(root / "build", part), port))
        except OSError:
            other = f"Kies een ander nummer, zoals {port + 1}."
            raise Misuse(f"--port {port} is al in gebruik. {other}") from None
        yield address


def run_serve(asked: argparse.Namespace) -> int:
    """Bekijk de website op deze computer; de bladzijde ververst zichzelf."""
    root = _village(asked)
    if not (root / "build" / "current").exists():
        raise Misuse("Er is nog geen website. Maak die eerst: dorpspomp build")
    from dorpspomp.watch import stopping

    with _preview(root, asked.part, asked.port) as address, stopping() as stop:
        print(f"Uw website staat op {address} . Stop met Ctrl+C.", flush=True)
        stop.wait()
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
