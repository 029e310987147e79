"""The vocabulary of Dutch time texts, in tables. To teach a word, add it here."""

from __future__ import annotations

from enum import StrEnum

from dorpspomp.when.topics import EVENTS, LABELS


class Kind(StrEnum):
    """What a token is."""

    DAY = "dag"
    GROUP = "dagen"
    REST = "overige dagen"
    DAYPART = "dagdeel"
    MONTH = "maandnaam"
    ORDINAL = "rangtelwoord"
    NUMBER = "getal"
    CLOCK = "kloktijd"
    DATE = "datum"
    THROUGH = "tot en met"
    TO = "tot"
    DASH = "streepje"
    AND = "en"
    SLASH = "schuine streep"
    COMMA = "komma"
    BREAK = "scheiding"
    COLON = "dubbele punt"
    OPEN = "haakje open"
    CLOSE = "haakje sluiten"
    HOUR = "uur"
    HALF = "half"
    QUARTER = "kwart"
    PAST = "over"
    BEFORE = "voor"
    MIDNIGHT = "middernacht"
    AT = "om"
    FROM = "van"
    SINCE = "vanaf"
    BETWEEN = "tussen"
    ABOUT = "ongeveer"
    EVERY = "elke"
    PREPOSITION = "voorzetsel"
    NOT = "niet"
    CLOSED = "gesloten"
    PAUSE = "pauze"
    OPENED = "open"
    ALSO = "ook"
    ONLY = "alleen"
    SCHOOL = "schoolvakantie"
    TERM = "schooltijd"
    VACATION = "vakantie"
    PUBLIC = "feestdag"
    FEAST = "feest"
    SEASON = "seizoen"
    PARITY = "even of oneven"
    CYCLE = "om de week"
    UNANCHORED = "soms"
    COUNT = "keer per"
    YEARLY = "elk jaar"
    ALWAYS = "altijd"
    START = "eerste keer"
    LAST = "laatste keer"
    APPOINTMENT = "op afspraak"
    ELSEWHERE = "zie website"
    VARYING = "wisselend"
    LABEL = "soort"
    NAME = "naam"
    FILLER = "vulwoord"
    UNKNOWN = "onbekend"


WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

DAY_SHORT = {
    "ma": 0, "maa": 0, "di": 1, "din": 1, "dins": 1, "wo": 2, "woe": 2, "woens": 2,
    "do": 3, "don": 3, "dond": 3, "vr": 4, "vrijd": 4, "vrd": 4, "za": 5, "zat": 5, "zater": 5,
    "zo": 6, "zon": 6,
}  # fmt: skip
"""'maand' (a month) and 'vrij' (free) are words of their own, so they are left to the question."""

DOUBTFUL_SHORT = {"maa": "maandag"}
"""Abbreviations that are read, but said aloud: 'maa' might have been a month."""

MONTH_SHORT = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

DAYPARTS = {
    "ochtend": ("ochtend", "ochtends", "ochtenden", "morgens", "voormiddag", "voormiddags", "vm"),
    "middag": ("middag", "middags", "middagen", "namiddag", "namiddags", "nm"),
    "avond": ("avond", "avonds", "avonden"),
    "nacht": ("nacht", "nachts", "nachten"),
}
COMPOUND_PARTS = {"morgen": "ochtend", "morgens": "ochtend"} | {
    form: part for part, forms in DAYPARTS.items() for form in forms
}
"""What may follow a day in one word: 'dinsdagmorgen'. On its own 'morgen' is tomorrow."""

GROUPS = {
    "dagelijks": WEEKDAYS,
    "werkdagen": WEEKDAYS[:5], "werkdag": WEEKDAYS[:5], "doordeweeks": WEEKDAYS[:5],
    "doordeweekse": WEEKDAYS[:5],
    "weekend": WEEKDAYS[5:], "weekenden": WEEKDAYS[5:], "weekends": WEEKDAYS[5:], "weekeinde": WEEKDAYS[5:],
    "weekeinden": WEEKDAYS[5:], "weekeind": WEEKDAYS[5:],
}  # fmt: skip

ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "laatste": -1, "voorlaatste": -2,
}  # fmt: skip
NUMBERS = {
    "één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "twintig": 20,
}  # fmt: skip

FEAST_WORDS = {
    "nieuwjaarsdag": "Nieuwjaarsdag", "nieuwjaar": "Nieuwjaarsdag", "driekoningen": "Driekoningen",
    "valentijnsdag": "Valentijnsdag", "wittedonderdag": "Witte Donderdag", "goedevrijdag": "Goede Vrijdag",
    "eerste_paasdag": "Eerste Paasdag", "paaszondag": "Eerste Paasdag", "tweede_paasdag": "Tweede Paasdag",
    "paasmaandag": "Tweede Paasdag", "pasen": "Pasen", "paasdagen": "Pasen", "koningsdag": "Koningsdag",
    "dodenherdenking": "Dodenherdenking", "bevrijdingsdag": "Bevrijdingsdag", "hemelvaart": "Hemelvaartsdag",
    "hemelvaartsdag": "Hemelvaartsdag", "hemelvaartdag": "Hemelvaartsdag",
    "eerste_pinksterdag": "Eerste Pinksterdag", "tweede_pinksterdag": "Tweede Pinksterdag",
    "pinkstermaandag": "Tweede Pinksterdag", "pinksterzondag": "Eerste Pinksterdag",
    "pinksteren": "Pinksteren", "pinksterdagen": "Pinksteren", "sint-maarten": "Sint-Maarten",
    "sinterklaas": "Sinterklaas", "sinterklaasavond": "Sinterklaas", "pakjesavond": "Sinterklaas",
    "kerstavond": "Kerstavond", "eerste_kerstdag": "Eerste Kerstdag", "tweede_kerstdag": "Tweede Kerstdag",
    "kerst": "Kerst", "kerstmis": "Kerst", "kerstdagen": "Kerst", "oudejaarsdag": "Oudejaarsdag",
    "oudejaarsavond": "Oudejaarsdag", "oudjaar": "Oudejaarsdag", "oud_en_nieuw": "Oud en Nieuw",
}  # fmt: skip

BREAK_WORDS = {
    "zomervakantie": "zomervakantie", "grote_vakantie": "zomervakantie", "herfstvakantie": "herfstvakantie",
    "kerstvakantie": "kerstvakantie", "voorjaarsvakantie": "voorjaarsvakantie",
    "krokusvakantie": "voorjaarsvakantie", "meivakantie": "meivakantie",
}  # fmt: skip

SEASON_ENDINGS = ("", "s", "maanden", "seizoen", "periode", "tijden", "halfjaar", "dienstregeling")
SEASON_STEMS = (
    "zomer",
    "winter",
    "lente",
    "voorjaar",
    "voorjaars",
    "herfst",
    "najaar",
    "najaars",
    "hoog",
    "laag",
)

FILLERS = (
    "de", "het", "'s", "s", "is", "zijn", "er", "wij", "we", "men", "je", "kunt", "kan", "terecht", "steeds",
    "telkens", "welkom", "gratis", "bereikbaar", "bijeenkomst",
    "bijeenkomsten", "openingstijden", "openingstijd", "tijd", "tijden", "wekelijks", "wekelijkse",
    "iedereen",
    "stipt", "datum", "data", "zonder_afspraak", "hele_jaar", "bezoek", "bezoekuur", "bezoektijd",
    "bezoektijden", "activiteit", "wanneer", "ons", "onze", "jaarrond", "aansluitend", "aanwezig",
    "repeteert", "traint", "vergadert", "oefent", "bijeen", "samen", "den", "'t", "t", "achter", "naast",
    "tegenover", "nabij", "langs", "vanuit", "fc", "vv", "tc", "sv", "cv", "ds", "rk", "pg",
)  # fmt: skip

SIMPLE: dict[Kind, tuple[str, ...]] = {
    Kind.REST: ("overige_dagen",),
    Kind.THROUGH: ("t/m",),
    Kind.TO: ("tot",),
    Kind.AND: ("en", "alsook", "plus"),
    Kind.HOUR: ("uur", "u", "h", "uren", "hr", "ur", "urr", "uru", "uurr"),
    Kind.HALF: ("half", "halfje"),
    Kind.QUARTER: ("kwart",),
    Kind.PAST: ("over",),
    Kind.BEFORE: ("voor",),
    Kind.MIDNIGHT: ("middernacht",),
    Kind.AT: ("om", "à"),
    Kind.FROM: ("van",),
    Kind.SINCE: ("vanaf", "va", "sinds", "ingaande", "ingang"),
    Kind.BETWEEN: ("tussen",),
    Kind.ABOUT: ("circa", "ca", "rond", "ongeveer", "omstreeks", "plm", "±", "rondom"),
    Kind.EVERY: ("elke", "elk", "iedere", "ieder", "alle"),
    Kind.PREPOSITION: ("op", "in", "tijdens", "met", "gedurende", "bij", "aan"),
    Kind.NOT: ("niet", "geen", "behalve", "uitgezonderd", "buiten", "zonder", "nooit", "zomerstop",
        "winterstop"),
    Kind.CLOSED: ("gesloten", "dicht", "vervalt", "vervallen", "afgelast", "gesl", "vrijaf", "overgeslagen",
        "afwezig"),
    Kind.PAUSE: ("lunchpauze", "pauze", "middagpauze", "lunchsluiting"),
    Kind.OPENED: ("open", "geopend", "opengesteld"),
    Kind.ALSO: ("ook", "inclusief", "incl", "tevens", "extra"),
    Kind.ONLY: ("alleen", "uitsluitend", "enkel", "slechts"),
    Kind.SCHOOL: (
        "schoolvakantie", "schoolvakanties", "schoolvakantieperiode", "schoolvakantieperiodes",
        "schoolvakantieweken", "basisschoolvakanties", "basisschoolvakantie", "schoolvakantiedagen",
    ),
    Kind.TERM: ("schooltijd", "schoolweken", "schoolperiode", "schoolperiodes", "schooljaar_buiten"),
    Kind.VACATION: ("vakantie", "vakanties", "vakantieperiode", "vakantieperiodes", "vakantietijd",
        "vakantieweken"),
    Kind.PUBLIC: ("feestdag", "feestdagen", "feestd", "nationale_feestdagen"),
    Kind.YEARLY: ("jaarlijks", "jaarlijkse"),
    Kind.ALWAYS: ("altijd_open",),
    Kind.START: ("eerste_keer", "beginnend", "begin", "begint", "startdatum", "startend", "aanvangsdatum"),
    Kind.LAST: ("laatste_keer",),
    Kind.APPOINTMENT: ("op_afspraak",),
    Kind.ELSEWHERE: ("zie_elders",),
    Kind.VARYING: ("wisselend", "wisselende", "variabel", "onregelmatig", "divers", "diverse", "nvt",
        "onbekend",
                   "volgt", "nader", "ntb"),
    Kind.UNANCHORED: ("maandelijks", "elke_maand", "per_maand"),
    Kind.LABEL: (*LABELS, *EVENTS),
    Kind.FILLER: FILLERS,
}  # fmt: skip

NOT_A_TYPO = frozenset(
    (
        "maar",
        "kaart",
        "taart",
        "vaart",
        "staart",
        "baard",
        "zaak",
        "maat",
        "jui",
        "mais",
        "juist",
        "zonder",
        "zomer",
        "april's",
    )
)
"""Dutch words one letter away from a day or month, which must not be taken for one."""
