"""The vocabulary of Dutch time texts, in tables. To teach a word, add it here."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a token is."""

    DAY = "dag"
    GROUP = "dagen"
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
    "ochtend": ("ochtend", "ochtends", "ochtenden", "morgens", "voormiddag", "voormiddags"),
    "middag": ("middag", "middags", "middagen", "namiddag", "namiddags"),
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
SEASON_STEMS = ("zomer", "winter", "lente", "voorjaar", "voorjaars", "herfst", "najaar", "najaars", "hoog", "laag")

LABELS = (
    "inloop", "aanvang", "start", "zaal", "deuren", "deur", "balie", "telefonisch", "tel", "telefoon", "telefoontijden",
    "spreekuur", "spreekuren", "inloopspreekuur", "inloopuur", "koffie", "thee", "soep", "lunch", "eten",
    "bibliotheek", "bieb", "winkel", "keuken", "bar", "receptie", "secretariaat", "kantoor", "loket",
    "repetitie", "training", "les", "lessen", "cursus", "kerkdienst", "dienst", "markt", "weekmarkt", "wandeling",
    "wandelen", "fietsen", "biljarten", "kaarten", "bingo", "zingen", "koor", "yoga", "gym", "gymnastiek",
    "koffieochtend", "koffiemiddag", "koffietijd", "inloopochtend", "inloopmiddag", "inloopavond", "avondopenstelling",
    "openstelling", "rondleiding", "rondleidingen", "museum", "kerk", "zwembad", "terras", "café", "cafe",
    "dorpshuis", "buurthuis", "gymzaal", "sporthal", "kantine", "pastorie",
)  # fmt: skip

FILLERS = (
    "de", "het", "'s", "s", "is", "zijn", "er", "wij", "we", "men", "je", "kunt", "kan", "terecht", "steeds",
    "telkens", "alleen", "uitsluitend", "enkel", "welkom", "gratis", "bereikbaar", "bijeenkomst",
    "bijeenkomsten", "openingstijden", "openingstijd", "tijd", "tijden", "wekelijks", "wekelijkse", "iedereen",
    "stipt", "datum", "data", "zonder_afspraak", "hele_jaar", "bezoek", "bezoekuur", "bezoektijd",
    "bezoektijden", "activiteit", "wanneer", "ons", "onze", "jaarrond",
)  # fmt: skip

SIMPLE: dict[Kind, tuple[str, ...]] = {
    Kind.THROUGH: ("t/m",),
    Kind.TO: ("tot",),
    Kind.AND: ("en", "alsook", "plus"),
    Kind.HOUR: ("uur", "u", "h", "uren", "hr", "ur"),
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
    Kind.NOT: ("niet", "geen", "behalve", "uitgezonderd", "buiten", "zonder", "nooit"),
    Kind.CLOSED: ("gesloten", "dicht", "vervalt", "vervallen", "afgelast", "gesl", "vrijaf"),
    Kind.PAUSE: ("lunchpauze", "pauze", "middagpauze", "lunchsluiting"),
    Kind.OPENED: ("open", "geopend", "opengesteld"),
    Kind.ALSO: ("ook", "inclusief", "incl", "tevens", "extra"),
    Kind.SCHOOL: (
        "schoolvakantie", "schoolvakanties", "schoolvakantieperiode", "schoolvakantieperiodes",
        "schoolvakantieweken", "basisschoolvakanties", "basisschoolvakantie", "schoolvakantiedagen",
    ),
    Kind.TERM: ("schooltijd", "schoolweken", "schoolperiode", "schoolperiodes", "schooljaar_buiten"),
    Kind.VACATION: ("vakantie", "vakanties", "vakantieperiode", "vakantieperiodes", "vakantietijd", "vakantieweken"),
    Kind.PUBLIC: ("feestdag", "feestdagen", "feestd", "nationale_feestdagen"),
    Kind.YEARLY: ("jaarlijks", "jaarlijkse"),
    Kind.ALWAYS: ("altijd_open",),
    Kind.START: ("eerste_keer", "beginnend", "begin", "begint", "startdatum", "startend", "aanvangsdatum"),
    Kind.LAST: ("laatste_keer",),
    Kind.APPOINTMENT: ("op_afspraak",),
    Kind.ELSEWHERE: ("zie_elders",),
    Kind.VARYING: ("wisselend", "wisselende", "variabel", "onregelmatig", "divers", "diverse", "nvt", "onbekend",
                   "volgt", "nader", "ntb"),
    Kind.UNANCHORED: ("maandelijks", "elke_maand", "per_maand"),
    Kind.LABEL: LABELS,
    Kind.FILLER: FILLERS,
}  # fmt: skip

IDIOMS: tuple[tuple[str, str], ...] = (
    (r"\bt\s?[/.\\]\s?m\b\.?", " t/m "),
    (r"\btm\b|\btot(?: en met|/met| & met|\+met|enmet)\b|\bt\.?e\.?m\b\.?", " t/m "),
    (r"\bm\.?\s?u\.?\s?v\b\.?|\bmet uitzondering van\b|\buitgez\.?(?= )|\bexcl\b\.?|\bexclusief\b", " behalve "),
    (r"\bm\.?i\.?v\b\.?|\bmet ingang van\b|\bv\.a\b\.?|\bva\.|\bte beginnen (?:op|met)\b|\bvan af\b", " vanaf "),
    (r"\b(?:eerste|1e|1ste) (?:keer|bijeenkomst|les|avond is|dag is)\b(?: is| op| op is)?", " eerste_keer "),
    (r"\b(?:laatste) (?:keer|bijeenkomst|les)\b(?: is| op)?", " laatste_keer "),
    (r"\b(?:op |na |volgens |alleen op |uitsluitend (?:op|na) |via |enkel (?:op|na) )(?:telefonische )?(?:afspraak|afspr\b\.?|verzoek|aanvraag)", " op_afspraak "),
    (r"\bin (?:onderling )?overleg\b|\bin overleg met\b|\bafspraak (?:noodzakelijk|nodig|verplicht)\b", " op_afspraak "),
    (r"\bzonder (?:telefonische )?afspraak\b|\bafspraak (?:is )?niet nodig\b|\bgeen afspraak nodig\b", " zonder_afspraak "),
    (r"\bzie (?:ook )?(?:de |onze |het )?(?:website|site|agenda|facebook|rooster|programma|kalender)\b", " zie_elders "),
    (r"\bnader te bepalen\b|\bn\.?t\.?b\b\.?|\bn\.n\.b\b\.?|\bnog niet bekend\b|\bnog onbekend\b", " ntb "),
    (r"\bn\.?v\.?t\b\.?|\bniet van toepassing\b", " nvt "),
    (r"\bwordt nader bekend ?gemaakt\b|\bverschilt per (?:keer|week|maand)\b", " wisselend "),
    (r"\b24 ?/ ?7\b|\b24 (?:uur|u)(?: per| op een| p/?)? ?(?:dag|etmaal)\b(?:,? ?(?:en )?7 (?:dagen|dgn) (?:per|in de|p/?) ?week)?", " altijd_open "),
    (r"\b(?:altijd|dag en nacht|de klok rond|continu) (?:open|geopend|toegankelijk|bereikbaar|beschikbaar)\b|\bdag en nacht\b|\b24-?uurs\b", " altijd_open "),
    (r"\b(?:7|zeven) (?:dagen|dgn) (?:per|in de|p/?) ?week\b|\b(?:elke|iedere|alle) dag(?:en)?(?: van de week)?\b|\b(?:hele|gehele) week\b", " dagelijks "),
    (r"\bdoor ?-?de ?-?weeks?(?:e)?(?: dagen)?\b|\b(?:op )?(?:alle|elke|iedere) werkdag(?:en)?\b", " doordeweeks "),
    (r"\bhet weekend\b|\b(?:elk|ieder) weekend\b|\bin de weekenden\b", " weekend "),
    (r"\bom de (?:andere )?week\b|\b(?:twee|2) ?-?wekelijks(?:e)?\b|\bveertiendaags(?:e)?\b|\b14-?daags(?:e)?\b|\belke andere week\b", " om_de_2 "),
    (r"\b(?:drie|3)-?wekelijks\b", " om_de_3 "),
    (r"\b(?:vier|4)-?wekelijks\b", " om_de_4 "),
    (r"\b(?:om de|elke|iedere|eens (?:per|in de|om de)|(?:1|een|één) ?(?:x|keer|maal) (?:per|in de|om de|elke)) (?:14|veertien) dagen\b", " om_de_2 "),
    (r"\b(?:om de|elke|iedere|eens (?:per|in de|om de)|(?:1|een|één) ?(?:x|keer|maal) (?:per|in de|om de|elke)) (twee|drie|vier|vijf|zes|[2-8]) (?:weken|wkn|wk)\b", r" om_de_\1 "),
    (r"\b(?:elke|iedere|de|in|in de)? ?(oneven|even) ?(?:weken|week|weeknummers|weeknrs?|wkn|wk)\b\.?", r" \1_weken "),
    (r"\bweek ?(oneven|even)\b", r" \1_weken "),
    (r"\b([1-7]|een|één|twee|drie|vier|vijf) ?(?:x|keer|maal) (?:per|in de|p/?) ?(week|maand|jaar)\b", r" keer_\1_\2 "),
    (r"\beens (?:per|in de) (week|maand|jaar)\b", r" keer_1_\1 "),
    (r"\b(?:v\.? ?d\.?|v/d|van|van de|vd|in|in de|per|van elke|van iedere|elke|iedere|uit de|der|binnen de) ?(?:maand|mnd|mnd\.|mnd's)(?![a-z])\.?", " elke_maand "),
    (r"\b(?:van|in) (?:het|elk|ieder) kwartaal\b|\bper kwartaal\b", " elk_kwartaal "),
    (r"\b(?:elk|ieder|per) jaar\b", " jaarlijks "),
    (r"\b(?:het )?(?:hele|gehele) ?jaar(?: door| rond)?\b|\bjaarrond\b|\bhet jaar rond\b", " hele_jaar "),
    (r"\b(?:1e|1ste|eerste) ?(kerst|paas|pinkster)dag\b", r" eerste_\1dag "),
    (r"\b(?:2e|2de|tweede) ?(kerst|paas|pinkster)dag\b", r" tweede_\1dag "),
    (r"\bgoede vrijdag\b", " goedevrijdag "),
    (r"\bwitte donderdag\b", " wittedonderdag "),
    (r"\boud ?(?:en|&|-|/) ?nieuw\b|\boud ?- ?en ?nieuw(?:jaar)?\b", " oud_en_nieuw "),
    (r"\b(?:st|sint)[. -]+maarten\b", " sint-maarten "),
    (r"\bgrote vakantie\b", " grote_vakantie "),
    (r"\b(?:nationale|officiële|officiele|erkende|algemeen erkende|christelijke) (?=feestdag)", " "),
    (r"\bzon- ?(?:en|&) feestdagen\b|\bzon ?(?:en|&) feestdagen\b", " zondag en feestdagen "),
    (r"\been[- ]na[- ]laatste\b|\bop (?:een|één|1) na (?:de )?laatste\b|\bvoor-laatste\b", " voorlaatste "),
    (r"\b(?:vrije|vrij) inloop\b", " inloop "),
    (r"\bzaal open\b|\bdeuren? open\b|\bde zaal gaat open\b", " zaal "),
    (r"\btel\. ?(?=bereikbaar)", " telefonisch "),
    (r"\bu kunt\b", " "),
    (r"\b(?:graag )?(?:vooraf |van tevoren )?(?:aanmelden|aanmelding|opgeven|reserveren) (?:(?:is )?(?:verplicht|gewenst|nodig|noodzakelijk|vooraf|niet nodig|hoeft niet))", " "),
    (r"\bin de (?=ochtend|middag|avond|nacht)", " "),
    (r"\bop schooldagen\b", " schooldagen "),
)
"""Expressions of several words, brought to one word of the tables above before the text is cut up."""

NOT_A_TYPO = frozenset(
    ("maar", "kaart", "taart", "vaart", "staart", "baard", "zaak", "maat", "jui", "mais", "juist", "zonder", "zomer", "april's")
)
"""Dutch words one letter away from a day or month, which must not be taken for one."""
