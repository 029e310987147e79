"""What is said to the volunteer about a time text: one table of plain Dutch sentences."""

from __future__ import annotations

from dataclasses import dataclass

from dorpspomp.when.schedule import Remark

SENTENCES: dict[str, tuple[str, str]] = {
    "unknown": (
        "‘{what}’ begrijp ik niet.",
        "Schrijf de tijd zonder dat woord, of zet het in een andere kolom.",
    ),
    "unknown-words": (
        "‘{what}’ begrijp ik niet.",
        "Schrijf de tijd zonder die woorden, of zet ze in een andere kolom.",
    ),
    "unknown-near": ("‘{what}’ begrijp ik niet.", "Bedoelt u ‘{near}’?"),
    "closed-what": ("Het is niet duidelijk wat er gesloten is.", "Noem de tijden waarop het open is."),
    "no-day": ("Er staat geen dag of datum bij.", "Zet de dag erbij, zoals ‘dinsdag 10.00-12.00 uur’."),
    "which-day": ("Er staan twee dagen naast elkaar.", "Zet ‘en’ tussen de dagen, of laat er één weg."),
    "no-month-day": (
        "Er staat niet op welke dag van de maand.",
        "Schrijf bijvoorbeeld ‘eerste dinsdag van de maand’.",
    ),
    "which-times": ("Niet bij elke dag staat een tijd.", "Zet bij elke dag een tijd."),
    "no-anchor": (
        "‘Om de week’ heeft een eerste datum nodig.",
        "Vul de kolom ‘vanaf’ in met de eerste keer.",
    ),
    "anchor-day": ("De begindatum {date} valt niet op de genoemde dag.", "Geef de datum van de eerste keer."),
    "disagree": ("{date} is een {weekday}, geen {said}.", "Verbeter de dag of de datum."),
    "disagree-feast": ("{date} is geen {said}.", "Verbeter de dag of de datum."),
    "no-such-date": ("De datum ‘{what}’ bestaat niet.", "Verbeter de datum."),
    "no-year": ("Bij ‘{what}’ staat geen jaar.", "Zet het jaar erbij."),
    "far-since": ("Bij ‘vanaf {what}’ is niet duidelijk welk jaar.", "Zet het jaar erbij."),
    "half-day": ("‘{what}’ kan ochtend of avond zijn.", "Schrijf de tijd als 9.30 of 21.30 uur."),
    "order": (
        "De eindtijd in ‘{what}’ past niet bij de begintijd.",
        "Schrijf de tijden als 13.30-15.30 uur.",
    ),
    "part-clash": ("De tijd ‘{what}’ past niet bij ‘{part}’.", "Verbeter de tijd of het dagdeel."),
    "only": ("Het is niet duidelijk waar ‘alleen’ op slaat.", "Schrijf elke dag apart met zijn tijden."),
    "overlap": ("Twee tijden op dezelfde dag lopen door elkaar heen.", "Schrijf per dag één keer de tijd."),
    "extra-or-instead": (
        "Komt ‘{what}’ erbij, of is het in plaats van de andere tijd?",
        "Schrijf elke dag apart met zijn tijden.",
    ),
    "two-starts": ("Er staan meer begintijden bij elkaar.", "Noem één begintijd en één eindtijd."),
    "scope": (
        "Het is niet duidelijk bij welke dag ‘{what}’ hoort.",
        "Schrijf het bij elke dag waarvoor het geldt.",
    ),
    "season": (
        "Het is niet duidelijk wanneer ‘{what}’ begint en eindigt.",
        "Noem de maanden, zoals ‘april t/m september’.",
    ),
    "till-month": ("Hoort ‘{what}’ er nog bij?", "Schrijf ‘t/m’ in plaats van ‘tot’."),
    "till-date": ("Gaat het op ‘{what}’ zelf ook nog door?", "Schrijf ‘t/m’ in plaats van ‘tot’."),
    "past-range": ("De einddatum ligt voor de begindatum.", "Verbeter een van de twee datums."),
    "outside": ("De datum valt buiten ‘vanaf’ en ‘tot en met’.", "Verbeter de datum of die kolommen."),
    "never": ("Zo gaat het op geen enkele dag door.", "Kijk de dagen en de uitzonderingen na."),
    "part-closed": (
        "Bij ‘{what}’ is niet duidelijk hoe laat het dan dichtgaat.",
        "Schrijf die dag apart met zijn tijden.",
    ),
    "open-closed": ("Op ‘{what}’ is het open en gesloten tegelijk.", "Kies een van de twee."),
    "nth-list": ("Geldt ‘eerste’ of ‘tweede’ ook voor de volgende dag?", "Zet het bij elke dag erbij."),
    "every-nth": (
        "‘Elke tweede’ kan om de week zijn, of één keer per maand.",
        "Schrijf ‘tweede dinsdag van de maand’ of ‘om de week’.",
    ),
    "own-times": (
        "‘{what}’ heeft een eigen tijd; het is niet duidelijk op welke dag.",
        "Schrijf elk apart, met dag en tijd.",
    ),
    "services": (
        "‘{one}’ en ‘{other}’ hebben elk een eigen tijd.",
        "Zet ze in twee rijen, elk met een eigen tijd.",
    ),
    "telephone": (
        "Het is niet duidelijk welke tijd voor de telefoon is.",
        "Noem hier alleen de tijden waarop iemand kan langskomen.",
    ),
    "part-appointment": (
        "Geldt ‘op afspraak’ voor alle tijden?",
        "Noem hier de tijden zonder afspraak, en de rest in een andere kolom.",
    ),
    "once": ("‘{what}’ is niet elke week.", "Zet de datum erbij."),
    "count": (
        "‘{what}’ past niet bij het aantal dagen dat er staat.",
        "Noem precies de dagen waarop het is.",
    ),
    "not-what": (
        "Het is niet duidelijk wanneer het niet doorgaat.",
        "Schrijf bijvoorbeeld ‘niet op 24 december 2026’.",
    ),
    "feast": (
        "‘{what}’ duurt twee dagen; het is niet duidelijk welke.",
        "Schrijf bijvoorbeeld ‘Tweede Kerstdag’.",
    ),
    "varying": ("De tijden wisselen, maar er staan ook tijden.", "Noem alleen de vaste tijden."),
    "year-span": ("Er staan te veel dagen in ‘{what}’.", "Zet erbij op welke dagen van de week het is."),
    "excel": (
        "Het rekenblad heeft hier een datum of getal van gemaakt.",
        "Bedoelt u ‘{near}’? Zet er ook de dag bij.",
    ),
    "date-or-time": (
        "‘{what}’ kan een datum of een tijd zijn.",
        "Schrijf ‘10.00-12.00 uur’ of ‘10 december 2026’.",
    ),
    "both-cycles": ("Er staan twee ritmes, zoals ‘even weken’ en ‘om de week’.", "Kies er één."),
    "except-column": (
        "De kolom ‘niet op’ begrijp ik niet.",
        "Schrijf daar datums, maanden of ‘schoolvakantie’.",
    ),
    # What follows is read all the same, and only shown for a check.
    "spelling": ("‘{what}’ is gelezen als ‘{near}’.", "Verbeter het als dat niet klopt."),
    "no-end": ("Er staat geen eindtijd bij.", "Zet de eindtijd erbij als die bekend is."),
    "no-start": ("Er staat geen begintijd bij.", "Zet de begintijd erbij als die bekend is."),
    "no-time": ("Er staat geen tijd bij.", "Zet de tijd erbij als die bekend is."),
    "check-half": (
        "De tijd is gelezen als {time} uur.",
        "Bedoelt u de avond? Schrijf dan bijvoorbeeld ‘20.00 uur’.",
    ),
    "afternoon": ("‘{what}’ is gelezen als {time} uur.", "Verbeter het als dat niet klopt."),
    "replaces": (
        "‘{what}’ is gelezen in plaats van de andere tijd op die dag.",
        "Verbeter het als dat niet klopt.",
    ),
    "extra": (
        "‘{what}’ is gelezen als extra opening in de avond.",
        "Verbeter het als dat niet klopt.",
    ),
    "doors": (
        "De tijd bij ‘{what}’ is gelezen als inloop vóór het begin.",
        "Verbeter het als dat niet klopt.",
    ),
    "till-exclusive": ("‘tot {what}’ is gelezen zonder die dag zelf.", "Schrijf ‘t/m’ als die dag meetelt."),
    "day-range": ("‘tot’ is gelezen als ‘tot en met’.", "Schrijf ‘t/m’ als u dat bedoelt."),
    "resolved-year": ("‘{what}’ is gelezen als {date}.", "Zet het jaar erbij."),
    "vacation": ("‘{what}’ is gelezen als de schoolvakanties.", "Verbeter het als dat niet klopt."),
    "about": ("De tijd is niet precies.", "Noem de juiste tijd als die bekend is."),
    "elsewhere": ("Dit is geen vaste tijd en komt niet in de agenda.", "Dat mag zo blijven."),
    "free-text": ("Hierin staat geen tijd die ik herken.", "Schrijf bijvoorbeeld ‘dinsdag 10.00-12.00 uur’."),
}


@dataclass(frozen=True)
class Doubt:
    """Something to say about a text; when it blocks, the text is a question."""

    remark: Remark
    blocks: bool = True
    code: str = ""


def question(code: str, proposal: str = "", **words: str) -> Doubt:
    """Make a remark that keeps the text from being read."""
    return Doubt(_remark(code, proposal, words), True, code)


def note(code: str, proposal: str = "", **words: str) -> Doubt:
    """Make a remark about a text that is read all the same."""
    return Doubt(_remark(code, proposal, words), False, code)


def _remark(code: str, proposal: str, words: dict[str, str]) -> Remark:
    wrong, do = SENTENCES[code]
    return Remark("", wrong.format(**words), do.format(**words), proposal)
