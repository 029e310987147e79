"""The command line: which commands there are, with which arguments.

Exit codes: 0 done or nothing to do, 1 the register has a problem that stops publishing, 2 wrong use
or settings; anything else is a bug, with its traceback.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from dorpspomp import __version__
from dorpspomp.build import PARTS
from dorpspomp.commands import (
    DONE,
    MISUSED,
    Misuse,
    run_build,
    run_check,
    run_new,
    run_print,
    run_serve,
    run_watch,
    run_when,
    run_work,
)
from dorpspomp.publish import Busy


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
    (
        "new",
        run_new,
        (
            (("dir",), {"metavar": "MAP", "type": Path, "help": "de nieuwe map"}),
            (("--form",), {"choices": ("xlsx", "ods", "csv"), "default": "xlsx", "help": "de soort bladen"}),
            JSON,
        ),
    ),
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
        (
            VILLAGE,
            TODAY,
            (("--only",), {"default": "", "help": f"alleen deze delen: {','.join(PARTS)}"}),
            (("--port",), {"type": int, "help": "laat de website meteen zien, bijvoorbeeld op poort 8000"}),
        ),
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
