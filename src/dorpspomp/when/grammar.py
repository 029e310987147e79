"""The grammar's door: a Dutch time text in, a Schedule out. It never raises, and rather asks than guesses."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dorpspomp.when import words
from dorpspomp.when.asides import has_labels, mixed, once, with_end, without_doors
from dorpspomp.when.conflicts import Candidate, settle_conflicts
from dorpspomp.when.cursor import Cursor
from dorpspomp.when.drafts import Draft, drafts
from dorpspomp.when.frame import spoilt
from dorpspomp.when.leftout import Except, targets
from dorpspomp.when.remarks import Doubt, note, question
from dorpspomp.when.rules import Settler
from dorpspomp.when.schedule import Exceptions, Given, Remark, Rule, Schedule, Verdict
from dorpspomp.when.sentence import Sentence, sentence
from dorpspomp.when.tokens import Token, nearest, normal, tokens
from dorpspomp.when.words import Kind

NOTHING = ("", "-", "--", "nvt", "n.v.t.", "geen", "nee", "x", ".")
NOTHING_GIVEN = Given()
_MOST_STRANGE = 4
LONGEST = 1000
"""A longer cell is a story, not a time."""


def read(text: str, given: Given = NOTHING_GIVEN) -> Schedule:
    """Read a time text.

    >>> read("elke dinsdag 10.00-12.00").rules[0].weekdays
    (1,)
    >>> str(read("om de week op donderdag 10-12").verdict)
    'vraag'
    """
    if not text.strip() or len(text) > LONGEST:
        return Schedule(text, Verdict.LITERAL)
    if damaged := _damage(text):
        return _asked(text, [damaged])
    cut = tokens(text, given.seasons)
    found = sentence(cut)
    doubts = _unknown(found) + _repairs(cut)
    excel = _excel_month(text)
    if excel and (found.is_empty or found.unknown):
        return _asked(text, [excel])
    if found.is_empty:
        return _literal(text, found, doubts)
    if found.varying:
        doubts.append(question("varying"))
    rules, more = _rules(found, given)
    return _concluded(text, rules, found, [*doubts, *more])


def _rules(found: Sentence, given: Given) -> tuple[list[Rule], list[Doubt]]:
    settler = Settler(given)
    parts, asides = without_doors(with_end(found.parts))
    gathered, doubts = drafts(parts)
    doubts += [*asides, *mixed(found, parts), *_unclear(found, gathered)]
    candidates = [
        Candidate(rule, draft.is_extra, at)
        for at, draft in enumerate(gathered)
        for rule in settler.rules(draft)
    ]
    rules, more = settle_conflicts(candidates, has_labels(parts))
    if all(span.start for rule in rules for span in rule.times):
        settler.doubts = [doubt for doubt in settler.doubts if doubt.code != "no-start"]
    off, problems = _except_column(given, settler)
    rules = [replace(rule, off=rule.off | off) for rule in rules]
    more += once(parts, rules)
    return list(dict.fromkeys(rules)), [*doubts, *settler.doubts, *more, *problems]


def _unclear(found: Sentence, gathered: list[Draft]) -> list[Doubt]:
    """Ask where the days and times do not make a whole."""
    checks = {
        "no-day": not gathered,
        "which-times": len({draft.has_times for draft in gathered}) > 1,
        "which-day": any(draft.is_unjoined for draft in gathered),
        "only": found.only and len(gathered) > 1,
    }
    return [question(code) for code, is_so in checks.items() if is_so]


def _except_column(given: Given, settler: Settler) -> tuple[Exceptions, list[Doubt]]:
    """Read the column 'niet op'; what is not understood there makes the whole a question."""
    if given.except_text.strip().lower() in NOTHING:
        return Exceptions(), []
    cursor = Cursor(tokens(given.except_text, given.seasons))
    off = Exceptions()
    while cursor.peek():
        cursor.skip(Kind.NOT, Kind.CLOSED, Kind.BREAK, Kind.COMMA, Kind.AND, Kind.OPEN, Kind.CLOSE)
        if cursor.peek() is None:
            break
        found = targets(cursor)
        if not found:
            return off, [question("except-column")]
        off |= settler.framer.exceptions(Except("", found))
    return off, []


def _unknown(found: Sentence) -> list[Doubt]:
    doubts, strange = [], []
    for token in found.unknown:
        if token.kind in (Kind.CLOSED, Kind.NOT):
            doubts.append(question("closed-what" if token.kind is Kind.CLOSED else "not-what"))
            continue
        near = nearest(token.text)
        text = token.text.replace("_", " ")
        if near:
            doubts.append(question("unknown-near", proposal=near, what=text, near=near))
        else:
            strange.append(text)
    return doubts + _strange(strange[:_MOST_STRANGE])


def _strange(words: list[str]) -> list[Doubt]:
    """Ask about all words that are not understood in one question."""
    if len(words) < 2:
        return [question("unknown", what=word) for word in words]
    return [question("unknown-words", what=f"{'’, ‘'.join(words[:-1])}’ en ‘{words[-1]}")]


def _repairs(cut: tuple[Token, ...]) -> list[Doubt]:
    return [note("spelling", what=token.text, near=token.repair) for token in cut if token.repair]


def _literal(text: str, found: Sentence, doubts: list[Doubt]) -> Schedule:
    """Keep a text without times as it is."""
    known = found.appointment or found.elsewhere or found.varying
    remarks = [doubt.remark for doubt in doubts if doubt.blocks]
    if not found.appointment:
        remarks.insert(0, (note("elsewhere") if known else note("free-text")).remark)
    return Schedule(text, Verdict.LITERAL, (), found.appointment, _said(text, remarks))


def _concluded(text: str, rules: list[Rule], found: Sentence, doubts: list[Doubt]) -> Schedule:
    if any(doubt.blocks for doubt in doubts) or not rules:
        return _asked(text, doubts, found.appointment)
    remarks = [doubt.remark for doubt in doubts]
    return Schedule(text, Verdict.READ, tuple(rules), found.appointment, _said(text, remarks))


def _asked(text: str, doubts: list[Doubt], appointment: bool = False) -> Schedule:
    doubts = [doubt for doubt in doubts if doubt.blocks]
    if any(doubt.code == "no-day" for doubt in doubts):  # without a day the other words hardly matter
        doubts = [doubt for doubt in doubts if not doubt.code.startswith("unknown")]
    remarks = sorted((doubt.remark for doubt in doubts), key=lambda it: not it.proposal)
    return Schedule(text, Verdict.ASK, (), appointment, _said(text, remarks))


def _said(text: str, remarks: list[Remark]) -> tuple[Remark, ...]:
    says = " ".join(text.split())
    return tuple(dict.fromkeys(replace(remark, says=says) for remark in remarks))


# What a spreadsheet makes of a time. A whole cell that is only this is a question with a proposal.

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?")
DUTCH = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})")
SERIAL = re.compile(r"[345]\d{4}(?:[.,]\d+)?")
FRACTION = re.compile(r"0[.,]\d{2,}")
MONTHS = "|".join(words.MONTH_SHORT)
EXCEL_MONTH = re.compile(rf"\b(\d{{1,2}})-({MONTHS})\b|\b({MONTHS})-(\d{{1,2}})\b")
EPOCH = dt.date(1899, 12, 30)


def _damage(text: str) -> Doubt | None:
    plain = normal(text).strip()
    if match := ISO.fullmatch(plain) or DUTCH.fullmatch(plain):
        numbers = [int(part) for part in match.groups()]
        day, month = (numbers[2], numbers[1]) if numbers[0] > 31 else (numbers[0], numbers[1])
        return spoilt(day, month) if day <= 12 and month <= 12 and day != month else None
    if SERIAL.fullmatch(plain):
        near = (EPOCH + dt.timedelta(days=int(plain[:5]))).strftime("%d-%m-%Y")
        return question("excel", proposal=near, near=near)
    if FRACTION.fullmatch(plain):
        minutes = round(float(plain.replace(",", ".")) * 24 * 60)
        near = f"{minutes // 60}.{minutes % 60:02} uur"
        return question("excel", proposal=near, near=near)
    return None


def _excel_month(text: str) -> Doubt | None:
    """'10-dec' in a text that was not understood may have been '10-12'."""
    match = EXCEL_MONTH.search(normal(text))
    if match is None:
        return None
    day = int(match[1] or match[4])
    month = words.MONTH_SHORT[match[2] or match[3]]
    return spoilt(day, month) if 0 < day < 24 else None
