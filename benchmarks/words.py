"""The words of a made-up village: what the generator makes its names and sentences from.

Every name is invented; numbers are in 0490-0, which nobody has, and addresses end in .example.
"""

from __future__ import annotations

from typing import NamedTuple


class Tile(NamedTuple):
    """A life question on the start page."""

    code: str
    name: str
    question: str
    explanation: str
    icon: str
    words: str


class Topic(NamedTuple):
    """Something a service or an activity is about. `tile` is the tile's name; `words` are keywords."""

    name: str
    tile: str
    short: str
    words: str
    asks: str = ""
    kind: str = ""


MEET, HELP, CARE, TRAVEL, EAT = "Ontmoeten", "Hulp in huis", "Zorg en luisteren", "Op weg", "Samen eten"
LEARN, YOUNG, MOVE, LIVE = "Leren en regelen", "Kind en jong", "Bewegen en beleven", "Wonen en dorp"

TILES = (
    Tile("ontmoeten", MEET, "Ik wil iemand ontmoeten", "Koffie en een praatje.", "mensen", "koffie; praatje"),
    Tile("hulp", HELP, "Ik kan hulp gebruiken", "Een lamp, een heg, een tas.", "handen", "klussen; tuin"),
    Tile(
        "zorg", CARE, "Ik zoek zorg of een luisterend oor", "Van huisarts tot thee.", "zorg", "dokter; rouw"
    ),
    Tile("op-weg", TRAVEL, "Ik wil ergens naartoe", "Met de bus of met een buur.", "bus", "vervoer; taxi"),
    Tile("eten", EAT, "Ik eet graag samen", "Aan tafel of warm aan huis.", "koffie", "maaltijd; soep"),
    Tile("leren", LEARN, "Ik wil iets leren of regelen", "Samen kijken we.", "laptop", "formulier; taal"),
    Tile("jong", YOUNG, "Ik ben jong of heb kinderen", "Spelen, oppas, huiswerk.", "kind", "oppas; school"),
    Tile("bewegen", MOVE, "Ik wil bewegen, zingen of maken", "Van gym tot koor.", "fiets", "sport; muziek"),
    Tile("wonen", LIVE, "Ik heb een vraag over mijn huis", "Afval, energie, huren.", "huis", "afval; huur"),
)

SERVICES = (
    Topic(
        "Buur met tijd", MEET, "Samen koffie drinken of een ommetje.", "praatje; maatje", "Wie komt er langs?"
    ),
    Topic(
        "Welkomstbezoek",
        MEET,
        "Een dorpsgenoot wijst u de weg.",
        "nieuw; verhuisd",
        "Wij kennen hier niemand",
    ),
    Topic(
        "Zaal voor een feest",
        MEET,
        "Een zaal of een tafel, met koffie.",
        "zaal; feest",
        "Waar vieren wij dit?",
    ),
    Topic("Klussen in huis", HELP, "Een vrijwilliger hangt uw lamp op.", "lamp; lekkage", "Mijn kraan lekt"),
    Topic(
        "Heg en onkruid",
        HELP,
        "De tuinploeg knipt, wiedt en maait.",
        "tuin; snoeien",
        "De heg groeit te hoog",
    ),
    Topic(
        "Boodschappenmaatje",
        HELP,
        "Samen of voor u naar de winkel.",
        "winkel; tas",
        "Ik kan niet zwaar tillen",
    ),
    Topic("Luisterend oor", CARE, "Een goed gesprek, zonder haast.", "praten; verdriet", "Ik pieker zo"),
    Topic(
        "Mantelzorg even vrij",
        CARE,
        "Wij blijven thuis, u gaat eruit.",
        "mantelzorg; oppas",
        "Ik moet er even uit",
    ),
    Topic(
        "Hulpmiddelen lenen",
        CARE,
        "Rolstoel, krukken of een bed op klossen.",
        "rolstoel",
        "Waar leen ik krukken?",
    ),
    Topic(
        "Rit met een buur", TRAVEL, "Met de auto naar ziekenhuis of familie.", "auto; rit", "Wie rijdt mij?"
    ),
    Topic("Duofiets", TRAVEL, "Samen trappen op één fiets.", "fiets; uitstapje", "Ik fiets niet meer alleen"),
    Topic(
        "Rolstoelbus huren",
        TRAVEL,
        "Een bus met lift, met of zonder chauffeur.",
        "bus; lift",
        "Past de rolstoel?",
    ),
    Topic(
        "Maaltijd aan huis",
        EAT,
        "Een warme maaltijd, gebracht door een buur.",
        "warm eten",
        "Koken lukt niet meer",
    ),
    Topic("Voedselpakket", EAT, "Elke week een kist als het krap is.", "voedselbank", "Het geld is op"),
    Topic(
        "Aanschuiven bij buren",
        EAT,
        "Een bord erbij, een keer per week.",
        "eten; gezelschap",
        "Ik eet altijd alleen",
    ),
    Topic(
        "Brieven en formulieren",
        LEARN,
        "Samen lezen wat er staat en antwoorden.",
        "brief",
        "Ik snap deze brief niet",
    ),
    Topic(
        "Computerhulp", LEARN, "Uw telefoon of tablet doet het weer.", "telefoon; tablet", "Mijn mail is weg"
    ),
    Topic(
        "Taalmaatje", LEARN, "Elke week een uur Nederlands praten.", "taal; lezen", "Ik wil beter Nederlands"
    ),
    Topic("Oppas", YOUNG, "Een oppas die de buurt kent.", "kinderen; avond", "Wie past er vanavond op?"),
    Topic(
        "Huiswerk aan tafel",
        YOUNG,
        "Rust, een tafel en iemand die meekijkt.",
        "school; leren",
        "Sommen lukken niet",
    ),
    Topic(
        "Kinderkleding ruilen",
        YOUNG,
        "Breng wat te klein is, neem wat past.",
        "kleren; baby",
        "De jas is te klein",
    ),
    Topic("Beweegcoach", MOVE, "Samen zoeken wat bij u past.", "sport; fit", "Ik wil weer bewegen"),
    Topic(
        "Instrument lenen",
        MOVE,
        "Trommels, fluiten en een trekharmonica.",
        "muziek",
        "Waar leen ik een fluit?",
    ),
    Topic(
        "Levensverhaal opschrijven",
        MOVE,
        "Een schrijver luistert en maakt een boekje.",
        "verhaal",
        "Mijn tijd van toen",
    ),
    Topic(
        "Energiecoach",
        LIVE,
        "Tocht, ketel en rekening onder de loep.",
        "stroom; isoleren",
        "Het huis blijft koud",
    ),
    Topic(
        "Melding doen",
        LIVE,
        "Losse tegel, kapotte lamp of volle bak.",
        "lantaarn; tegel",
        "De lantaarn is stuk",
    ),
    Topic("Veilig wonen", LIVE, "Samen lopen we uw huis na.", "slot; rookmelder", "Is mijn slot goed?"),
)

ACTIVITIES = (
    Topic("Open koffietafel", MEET, "Schuif aan waar een stoel vrij is.", "koffie", kind="inloop"),
    Topic("Kaartmiddag", MEET, "Jokeren, rikken en klaverjassen.", "kaarten; spel", kind="spel"),
    Topic("Buurtborrel", MEET, "Een glas en een schaal bitterballen.", "borrel", kind="borrel"),
    Topic("Repaircafé", HELP, "Weggooien kan altijd nog.", "reparatie; snoer", kind="inloop"),
    Topic("Klusochtend", HELP, "Vele handen, veel heggen.", "tuin; samen", kind="klusochtend"),
    Topic("Geheugencafé", CARE, "Voor wie vergeet en wie het meemaakt.", "geheugen", kind="inloop"),
    Topic(
        "Wandelen met een luisteraar", CARE, "Een rondje met ruimte om te praten.", "rouw", kind="wandelen"
    ),
    Topic("Samen naar de markt", TRAVEL, "Met de bus heen en een tas vol terug.", "markt", kind="uitstapje"),
    Topic("Opfrisrit", TRAVEL, "Een rondje rijden met een instructeur.", "auto; rijbewijs", kind="proefrit"),
    Topic("Dinsdagtafel", EAT, "Drie gangen uit de streek.", "eten; lunch", kind="maaltijd"),
    Topic("Wereldkeuken", EAT, "Elke maand een ander land op tafel.", "koken; soep", kind="maaltijd"),
    Topic("Computerinloop", LEARN, "Oefenen met een vrijwilliger naast u.", "telefoon", kind="inloop"),
    Topic("Lezing met taart", LEARN, "Een spreker en een vork.", "lezing", kind="lezing"),
    Topic("Naaicursus", LEARN, "Van knoop tot jas.", "naaien; stof", kind="cursus"),
    Topic("Peutercafé", YOUNG, "Blokken voor klein, koffie voor groot.", "peuter", kind="inloop"),
    Topic("Jongerensoos", YOUNG, "Tafelvoetbal, muziek en niets moeten.", "soos", kind="soos"),
    Topic("Stoelgym", MOVE, "Een uur bewegen op en rond een stoel.", "gym; fit", kind="sport"),
    Topic("Dorpskoor", MOVE, "Zingen met wie er is.", "zingen; koor", kind="muziek"),
    Topic("Natuurwandeling", MOVE, "Met de gids langs sloot en wal.", "vogels; natuur", kind="natuur"),
    Topic("Schildersgroep", MOVE, "Penselen liggen klaar.", "verf; kunst", kind="creatief"),
    Topic("Dorpsraad", LIVE, "Iedereen mag meepraten.", "plan; verkeer", kind="vergadering"),
    Topic("Zwerfafvalploeg", LIVE, "Met prikker en vest de straat op.", "afval", kind="klusochtend"),
)

ORGANIZATIONS = (
    Topic("Burenhulp", HELP, "Buren helpen buren.", "hulp", kind="bewonersinitiatief"),
    Topic("Zangvereniging", MOVE, "Een koor voor alle stemmen.", "zingen", kind="koor"),
    Topic("Gymvereniging", MOVE, "Fit, van kleuter tot tachtig.", "sport", kind="sportvereniging"),
    Topic("Thuiszorg", CARE, "Verpleging en verzorging aan huis.", "zorg", kind="thuiszorg"),
    Topic("Huisartsenpraktijk", CARE, "Dokters voor het dorp.", "dokter", kind="huisarts"),
    Topic("Eetclub", EAT, "Samen koken, samen eten.", "eten", kind="vereniging"),
    Topic("Rijdersgroep", TRAVEL, "Vrijwilligers met een auto.", "rit", kind="vervoer"),
    Topic("Taalhuis", LEARN, "Lezen, schrijven en praten.", "taal", kind="taalhuis"),
    Topic("Basisschool", YOUNG, "Leren om de hoek.", "school", kind="school"),
    Topic("Jeugdwerk", YOUNG, "Voor iedereen tot achttien.", "jeugd", kind="jongerenwerk"),
    Topic("Heemkundekring", MOVE, "Bewaart de verhalen van toen.", "geschiedenis", kind="heemkundekring"),
    Topic("Woonvereniging", LIVE, "Huizen voor mensen uit het dorp.", "huur", kind="woningcorporatie"),
    Topic("Bewonersraad", LIVE, "Praat namens de buurt.", "plan", kind="dorpsraad"),
    Topic("Seniorenkring", MEET, "Elke week wat te doen.", "ouderen", kind="vereniging"),
)

PLACES = (
    "dorpshuis", "bibliotheek", "sporthal", "school", "kerk", "gildehuis", "speeltuin",
    "waterpunt", "boerderij", "buurthuis", "theetuin", "werkplaats", "museum",
)  # fmt: skip

HAMLETS = tuple(
    f"{tree}{land}"
    for land in ("eind", "hoek", "akker", "broek", "heuvel", "dijk")
    for tree in (
        "Elzen",
        "Wilgen",
        "Berken",
        "Linden",
        "Dotter",
        "Reiger",
        "Otter",
        "Kievit",
        "Biezen",
        "Vlier",
    )
)

AUDIENCES = (
    "iedereen", "senioren", "jonge gezinnen", "nieuwe inwoners", "mantelzorgers", "beginners", "jongeren",
    "wie alleen woont", "vaders", "moeders", "buren", "gevorderden", "wie slecht ziet", "wie slecht hoort",
    "scootmobielrijders", "grootouders", "wie van buiten komt", "wie net gestopt is met werken",
    "wie graag buiten is", "wie het rustig wil", "tweetaligen", "doeners", "denkers", "twijfelaars",
)  # fmt: skip

TITLES = (
    "De Linde", "Het Anker", "De Zwaan", "De Brug", "Het Baken", "De Pomp", "De Schakel", "De Ploeg",
    "De Vonk", "Het Nest", "De Haven", "De Eik", "De Kruik", "Het Wiel", "De Lantaarn", "De Klok",
    "De Molensteen", "Het Kompas", "De Wissel", "De Hooiberg", "De Bron", "De Gaard", "Het Venster",
    "De Ster",
)  # fmt: skip

WHEN = (
    "ma en vr 10.00-11.30", "elke maandag 14.00-15.00 uur", "di-avond 20.00-22.00",
    "1e en 3e donderdag 17.30-19.30", "dinsdag 19.30-22.00 uur", "1e zaterdag van de maand 13.00-16.00",
    "ma 13.30-15.30, niet in de schoolvakantie", "2e en 4e woensdag 20.00-22.00",
    "2e zaterdag van de maand 10.00-12.00, april t/m oktober", "zo 9.30-10.45",
    "3e vrijdag van de maand 20.00-22.30", "4e donderdag van de maand 10.30-12.00", "dagelijks 9.00-17.00",
    "di half tien tot half twaalf", "elke dinsdag 12.00-13.30", "laatste vrijdag van de maand 17.00-19.00",
    "laatste zondag van de maand 16.30-19.00", "om de week op dinsdag 9.15-12.15, vanaf 13 januari 2026",
    "wo 14.00-16.00, niet in de schoolvakantie", "za 10-16, april t/m september", "wo en za 9.00-11.00",
    "vr 19.30-22.45, niet in juli en augustus",
    "dinsdag en donderdag 13.30 tot 15.30, 1e keer 12 januari 2027", "zaterdag 16 januari 2027 16.00-20.00",
    "5, 12 en 19 januari 2027 19.30-21.30", "22 en 23 mei 2027 11.00-17.00",
    "zondag 13 december 2026 11.00-17.00", "donderdag 4 februari 2027 14.00-17.00", "op afspraak",
    "maandagavond 19.30-21.00, niet in de schoolvakantie", "donderdag 9.30 tot 11.30 uur",
    "wisselend, zie website",
)  # fmt: skip

HOURS = (
    "ma-vr 9.00-12.00", "di en do 9.00-12.00", "ma-vr 8.30-17.30; za 9.00-12.00", "wo 13.30-16.30", "", "",
    "1e en 3e woensdag 13.30-15.30", "ma-za 9.00-22.00; zo 10.00-22.00", "werkdagen 8.30-12.30",
    "di, wo en vr 13.30-17.00; za 10.00-13.00", "24 uur per dag", "ma-vr 9-17 uur", "ma 19.00-20.30",
)  # fmt: skip

COSTS = (
    "gratis",
    "€ 2,50 per keer",
    "€ 1,50 per kop",
    "€ 3,00 per keer; eerste keer gratis",
    "",
    "vrije gift",
)
SIGN_UP = ("niet nodig", "bellen", "bellen of een briefje in de bus van het dorpshuis", "bel de Dorpslijn")
LANGUAGES = ("", "", "Nederlands; Engels", "Nederlands; Pools", "Nederlands; Engels; Arabisch")
ACCESSIBLE = ("", "rolstoel", "rolstoel; ringleiding", "rolstoel; aangepast toilet")
FACILITIES = (
    "koffie en thee; wifi",
    "zalen; keuken",
    "zitplaats",
    "computers; printer; koffie",
    "fietsenrek",
)
LEVELS = ("buren", "vrijwilliger", "professional")
EDITORS = ("redactie", "werkgroep welzijn", "werkgroep agenda")

SETTINGS = {
    "naam portaal": "De Pomp van Maatbroek",
    "slogan": "Weet u het even niet? Vraag het bij de pomp.",
    "dorp": "Maatbroek",
    "gemeente": "Meetland",
    "provincie": "Noord-Brabant",
    "regio": "zuid",
    "centraal nummer": "0490-01 02 03",
    "bereikbaar": "ma, wo en vr 9.00-12.00; di en do 9.00-12.00 en 18.30-20.00",
    "meldpunt": "Vertrouwenspersoon, 0490-01 02 44, vertrouwen@maatbroek.example",
    "e-mail": "hallo@maatbroek.example",
    "webadres": "https://maatbroek.example/",
    "noodstrip": "112 Levensgevaar, brand of inbraak; 0900-8844 Politie, geen spoed",
    "akkoord": "2026-10-01",
}
