"""Topics: words for what happens or who opens, which say nothing about when. To teach one, add it here."""

from __future__ import annotations

LABELS = (
    "inloop", "aanvang", "start", "zaal", "deuren", "deur", "balie", "telefonisch", "tel", "telefoon",
    "telefoontijden", "spreekuur", "spreekuren", "inloopspreekuur", "inloopuur", "koffie", "thee", "soep",
    "lunch", "eten", "bibliotheek", "bieb", "winkel", "keuken", "bar", "receptie", "secretariaat",
    "kantoor", "loket", "repetitie", "training", "les", "lessen", "cursus", "kerkdienst", "dienst",
    "markt", "weekmarkt", "boerenmarkt", "warenmarkt", "versmarkt", "biomarkt", "vismarkt", "dans",
    "bier", "zegen", "kerkelijk", "kerkelijke", "gemeentelijk", "landelijk", "ambtelijk", "gezamenlijk",
    "feestelijk", "beginners", "gevorderden", "halfgevorderden", "brandweer", "vlier", "pan", "tegel",
    "borreltijd", "theetijd", "juf", "meester", "mevrouw", "mevr", "dhr", "zuster", "pastoor", "dominee",
    "pater", "heren", "dames", "meisjes", "jongens", "hoeve", "brink", "hoek", "kaart", "wandeling",
    "wandelen", "fietsen", "biljarten", "kaarten", "bingo", "zingen", "koor", "yoga", "gym", "gymnastiek",
    "koffieochtend", "koffiemiddag", "koffietijd", "inloopochtend", "inloopmiddag", "inloopavond",
    "avondopenstelling", "openstelling", "rondleiding", "rondleidingen", "museum", "kerk", "zwembad",
    "terras", "café", "cafe", "dorpshuis", "buurthuis", "gymzaal", "sporthal", "kantine", "pastorie",
    # places
    "gemeentehuis", "stadhuis", "raadhuis", "gemeentewinkel", "servicepunt", "infopunt", "milieustraat",
    "praktijk", "huisarts", "huisartsenpraktijk", "apotheek", "tandarts", "prikpost", "consultatiebureau",
    "fysio", "fysiotherapie", "pedicure", "kapper", "kapsalon", "dierenarts", "wijkcentrum",
    "buurtcentrum", "gemeenschapshuis", "wijkgebouw", "wijkhuis", "clubhuis", "clubgebouw", "kerkgebouw",
    "parochiehuis", "parochiecentrum", "kapel", "moskee", "tempel", "kerkhof", "begraafplaats", "archief",
    "heemkamer", "oudheidkamer", "heemhuis", "molen", "galerie", "atelier", "expositie",
    "tentoonstelling", "theater", "bioscoop", "filmhuis", "supermarkt", "bakker", "bakkerij", "slager",
    "slagerij", "kringloop", "kringloopwinkel", "dorpswinkel", "boerderijwinkel", "landwinkel",
    "postkantoor", "postpunt", "bank", "pinautomaat", "geldautomaat", "benzinestation", "tankstation",
    "cafetaria", "snackbar", "restaurant", "eetcafé", "eetcafe", "lunchroom", "ijssalon", "sportpark",
    "sportzaal", "speeltuin", "kinderboerderij", "camping", "manege", "tennisbaan", "peuterspeelzaal",
    "kinderopvang", "school", "basisschool", "werkplaats", "tuin", "moestuin", "schoolbieb",
    "speelotheek", "recyclepunt", "kerkplein", "dorpsplein",
    # help
    "formulierenhulp", "sociaal", "team", "digitaal", "digitale", "wijkteam", "dorpsteam", "taalhuis",
    "taalcafé", "taalcafe", "taalpunt", "voedselbank", "kledingbank", "speelgoedbank", "uitgifte",
    "afgifte", "bloedprikken", "bloedafname", "wijkverpleging", "maatschappelijk", "werk", "rechtswinkel",
    "wijkagent", "wethouder", "burgemeester", "dorpsondersteuner", "ouderenadviseur", "seniorenconsulent",
    "mantelzorg", "mantelzorgcafé", "vrijwilligerspunt", "klussendienst", "computerhulp", "computercafé",
    "telefonische", "bereikbaarheid", "spreektijden", "baliemedewerker",
    # pastimes
    "voorlezen", "voorleesuurtje", "leeskring", "leesclub", "boekenclub", "schrijfcafé", "breicafé",
    "breiclub", "breien", "haken", "handwerken", "handwerkclub", "naaien", "quilten", "creaclub",
    "creatief", "creatieve", "crea", "hobbyclub", "schilderen", "tekenen", "schildersclub", "boetseren",
    "fotoclub", "film", "filmavond", "muziek", "zang", "zanggroep", "kerkkoor", "mannenkoor",
    "vrouwenkoor", "kinderkoor", "popkoor", "shantykoor", "fanfare", "harmonie", "drumband", "slagwerk",
    "dansen", "lijndansen", "linedance", "volksdansen", "stijldansen", "ballet", "zumba", "pilates",
    "aerobics", "fitness", "sport", "sporten", "conditietraining", "seniorengym", "stoelyoga", "tai",
    "chi", "meditatie", "mindfulness", "zwemmen", "zwemles", "aquagym", "judo", "karate", "voetbal",
    "volleybal", "badminton", "tafeltennis", "tennis", "handbal", "korfbal", "hockey", "hardlopen",
    "wandelclub", "wandelgroep", "fietsclub", "fietstocht", "nordic", "walking", "jeu", "boules",
    "koersbal", "sjoelen", "darten", "biljart", "biljartclub", "bridge", "bridgeclub", "bridgen",
    "klaverjassen", "rikken", "jokeren", "schaken", "schaakclub", "dammen", "dammclub", "spelletjes",
    "gezelschapsspellen", "jeugdsoos", "soos", "jeugdhonk", "jeugdclub", "scouting", "welpen",
    "kinderclub", "kindermiddag", "peutergym", "kleutergym", "speelmorgen", "peuters", "ouderensoos",
    "seniorensoos", "repair", "repaircafé", "repaircafe", "eettafel", "eetclub", "dorpsdiner", "maaltijd",
    "maaltijden", "diner", "ontbijt", "brunch", "borrel", "koken", "kookclub", "koffiedrinken",
    "koffietafel", "koffieuurtje", "koffieinloop", "ontmoeting", "tuinieren", "tuinclub", "weven",
    "houtbewerking", "houtwerkplaats", "vergadering", "bestuur", "vertrek", "vertrektijd", "workshop",
    "workshops", "cursussen", "trainen", "oefenen", "repeteren", "taalles", "taallessen", "computerles",
    "engels", "spaans", "frans", "duits", "nederlands", "schaatsen",
    # faith
    "diensten", "eredienst", "erediensten", "viering", "vieringen", "mis", "heilige", "eucharistie",
    "eucharistieviering", "woord", "communieviering", "gebedsviering", "gebed", "rozenkrans",
    "rozenkransgebed", "vesper", "catechese", "bijbelkring", "bijbelstudie", "zondagsschool", "stilte",
    "ochtendgebed", "avondgebed", "kindernevendienst",
    # selling
    "football", "alzheimer", "oecumenische", "assistente", "assistent", "prikken", "bibliobus",
    "oud_papier", "senioren", "ouderen", "verzamelen", "inleveren", "bridgedrive", "voetreflex",
    "diëtist", "diëtiste", "verloskundige", "logopedie", "logopedist", "notaris", "makelaar",
    "ziekenhuis", "poli", "vogelhut", "info", "informatie", "administratie", "informatiepunt",
    "peuteropvang", "bso", "wmo", "werf", "gemeentewerf", "stort", "muziekschool", "muziekles",
    "dansschool", "kerkbestuur", "parochie", "koster", "vvv", "toerisme", "frietkraam", "viskar",
    "groente", "groenten", "fruit", "bloemen", "kaas", "vis", "kippen", "eieren", "kleding", "speelgoed",
    "boeken", "minibieb", "buurtmoestuin", "natuurtuin", "heemtuin", "schaapskooi", "hertenkamp",
    "dierenweide", "zaalvoetbal", "turnen", "atletiek", "boksen", "fietswerkplaats", "houtdraaien",
    "keramiek", "bloemschikken", "patchwork", "spinnen", "kantklossen", "mozaïek", "toneel",
    "toneelgroep", "blaaskapel", "orkest", "gitaarles", "dorpsraad", "wijkraad", "buurtpreventie", "ehbo",
    "reanimatie", "rolstoeldansen", "ballroom", "salsa", "tango", "qigong", "bootcamp", "spinning",
    "kangoeroe", "sjoelclub", "petanque", "darts", "poolen", "schieten", "handboog", "kegelen", "bowlen",
    "vissen", "paardrijden", "ponyrijden", "gospel", "gospelkoor", "verkoop", "loketten", "openbare",
    "selfservice", "zelfbediening", "kassa", "afhalen", "bezorging",
)  # fmt: skip

ENDINGS = (
    "café", "cafe", "club", "koor", "kring", "spreekuur", "winkel", "museum", "kerk", "kapel", "huis",
    "theek", "bureau", "praktijk", "groep", "training", "trainingen", "gym", "les", "lessen", "cursus",
    "repetitie", "viering", "gebed", "tennis", "bal", "dansen", "zwemmen", "soos", "tafel", "maaltijd",
    "hulp", "steunpunt", "loket", "balie", "inloop", "zaal", "hal", "kamer", "centrum", "vereniging",
    "werkplaats", "atelier", "boerderij", "therapie", "zorg", "wandeling", "wandelen", "fietsen", "plein",
    "spel", "spelen", "studie", "dienst", "post", "lijn", "fitness", "kraam", "bus", "wagen", "sport",
    "voetbal", "arts", "boer", "automaat", "kiosk", "baan", "bad", "kast", "bieb", "opvang", "tuin",
    "keuring", "kundige", "punt", "advies", "coach", "koffie", "ontmoeting", "crea", "bridge", "biljart",
    "yoga", "straat",
)  # fmt: skip
"""How made-up words for a club or a place end: 'vlindertuinclub', 'Ontmoetingskerk'."""

TIMELY = (
    "dag", "nacht", "ochtend", "morgen", "middag", "avond", "week", "weken", "maand", "jaar", "vakantie",
    "feest", "kerst", "paas", "pasen", "pinkster", "zomer", "winter", "herfst", "lente", "voorjaar",
    "najaar", "seizoen", "school", "inhaal", "sluit", "gesloten", "pauze", "oud", "nieuw", "vervang",
    "reserve", "proef", "niet", "geen", "alles", "zonder",
)  # fmt: skip
"""What such a word may not hold: a 'weekendwinkel' or a 'sluitingsmarkt' does say when."""

EVENTS = (
    "kerstmarkt", "kerstviering", "kerstconcert", "kerstborrel", "kerstdiner", "kerstnachtdienst",
    "nachtmis", "nieuwjaarsborrel", "nieuwjaarsreceptie", "nieuwjaarsduik", "paasviering", "lezing",
    "concert", "jaarvergadering", "ledenvergadering", "jaarmarkt", "rommelmarkt", "braderie", "kermis",
    "intocht", "optocht", "opening", "voorstelling", "uitvoering", "filmvoorstelling", "excursie",
    "informatieavond", "infoavond", "thema-avond", "themaavond", "feestavond", "pubquiz", "quiz",
    "toernooi", "open_dag", "dorpsfeest", "presentatie", "boekpresentatie", "herdenking", "ouderavond",
    "ledenavond", "bewonersavond", "dorpsavond", "slotavond", "startavond", "wijkavond", "openingsavond",
    "informatiebijeenkomst", "verkiezing", "verkiezingen", "jubileum",
)  # fmt: skip
EVENT_BEGINS = (
    "kerst", "paas", "pinkster", "sinterklaas", "halloween", "carnavals", "nieuwjaars", "eindejaars",
    "jaar", "zomer", "winter", "herfst", "lente", "voorjaars", "najaars", "feest", "jubileum",
    "bevrijdings",
)  # fmt: skip
EVENT_ENDS = (
    "markt", "beurs", "feest", "feesten", "concert", "festival", "toernooi", "wedstrijd", "tocht",
    "kermis", "show", "veiling", "reünie", "gala", "cross", "rally", "marathon", "uitje", "reis",
    "reisje", "receptie", "voorstelling", "première", "presentatie", "onthulling", "uitreiking",
    "loterij", "actie", "fair", "braderie", "lezing", "dag", "dagen", "week", "nacht", "jaar", "daagse",
    "vergadering", "viering", "festijn", "spektakel", "duik", "quiz", "finale", "premiere", "intocht",
    "opening", "avondje", "ontsteking", "dodenherdenking",
)  # fmt: skip
"""What is held once or now and then: with a date it is clear, with only a weekday it is a question."""

DOORS = ("zaal", "deur", "deuren", "inloop", "koffie", "ontvangst", "inloop_vanaf")
"""What comes before the beginning: '20.00 uur, zaal open 19.30'."""

BEGINNINGS = ("aanvang", "start")
"""What stands before the beginning itself."""

REMOTE = ("telefonisch", "tel", "telefoon", "telefoontijden", "telefonische")
"""Hours on the telephone, which are not hours to come along."""


DAY_PARTS = {
    "ochtend": "ochtend", "ochtenden": "ochtend", "morgen": "ochtend",
    "middag": "middag", "middagen": "middag",
    "avond": "avond", "avonden": "avond", "nacht": "nacht",
}  # fmt: skip
"""Day parts as a name may hold them."""


def part_in(label: str) -> str:
    """Give the day part that a name begins or ends with.

    >>> part_in("kaartmiddag"), part_in("avondopenstelling"), part_in("yoga")
    ('middag', 'avond', '')
    """
    held = (part for form, part in DAY_PARTS.items() if label.endswith(form) or label.startswith(form))
    return next(held, "")


def is_event(label: str) -> bool:
    """Tell whether a name is of something that is held once or now and then.

    >>> is_event("ruilbeurs"), is_event("kerststukjes"), is_event("weekmarkt")
    (True, True, False)
    """
    if label in EVENTS:
        return True
    is_shaped = label.startswith(EVENT_BEGINS) or label.endswith(EVENT_ENDS)
    return is_shaped and label not in LABELS and not label.endswith(("middag", "middagen"))


def is_topic(piece: str) -> bool:
    """Tell whether an unlisted word is a made-up name for a club, a place or a pastime.

    >>> is_topic("vlindertuinclub"), is_topic("weekendwinkel"), is_topic("club")
    (True, False, True)
    """
    ending = next((form for form in ENDINGS if piece.endswith(form)), "")
    stem = piece.removesuffix(ending)
    return bool(ending) and len(stem) != 1 and not any(form in piece for form in TIMELY)
