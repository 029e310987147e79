"""Bound words: the closed class of Dutch words that can change when something is, so that no name is one.

A text may hold any name of what happens, where and with whom; those are an open class. What a stranger
may never be taken for is listed here: how often, how sure, save when, on what terms, and the small words
that make a sentence of it. To guard against a new one, add it here.
"""

from __future__ import annotations

OFTEN = """
zelden soms vaak vaker meestal doorgaans gewoonlijk normaal normaliter regelmatig geregeld incidenteel
weleens eens keer keren maal tweemaal driemaal viermaal eenmaal eenmalig altijd steeds telkens voortdurend
wekelijks dagelijks maandelijks jaarlijks halfjaarlijks tweemaandelijks driemaandelijks tweedaags driedaags
meerdaags afwisselend wisselend wissel beurtelings beurt toerbeurt tourbeurt roulerend rooster roosters
schema ritme cyclus bijna nagenoeg vrijwel hooguit hoogstens minstens minimaal maximaal tenminste minder
meer meerdere veel weinig sporadisch periodiek bijwijlen even oneven paar onpaar pare onpare lustrum
verscheidene allerlei hoogfrequent cursusjaar nimmer immer ooit doorlopend aaneengesloten achtereen
achtereenvolgens herhaaldelijk weer wederom opnieuw nogmaals frequent tussentijds sommige enkele enige menig
elkaar dubbel enkelvoud
"""
SURE = """
ongeveer circa omstreeks plusminus misschien wellicht mogelijk eventueel evt waarschijnlijk vermoedelijk
voorlopig concept voorbehoud optie optioneel indien mits tenzij zolang zodra wanneer als of dan terwijl
totdat voordat nadat sinds omdat doordat behoudens afhankelijk naargelang hangt onzeker vast vaste flexibel
soepel globaal grofweg richttijd streef streven geschat verwacht normaalgesproken principe beginsel ong
bijvoorbeeld bijv waaronder zogenaamd keuze vooralsnog regulier reguliere facultatief experiment pilot test
voorgenomen respectievelijk resp tba tbd tbc oid enz etc
"""
TERMS = """
weersomstandigheden weersafhankelijk regen regent droog droogte zon zonnig sneeuw sneeuwt ijs vorst vriest
wind windkracht waait storm stormt hitte warm koud mooi slecht goed gunstig voldoende genoeg belangstelling
deelname animo drukte druk rustig behoefte nodig noodzakelijk noodgeval nood code calamiteit ziekte ziek
verhindering verhinderd bezetting onderbezetting aanbod voorraad leeg uitverkocht volgeboekt volzet vol
vergunning toestemming besloten prive privé verhuur verhuurd bezet onbezet onbemand bemand mist onweer
hoogwater laagwater eb vloed getij getijden tij zonsopgang zonsopkomst zonsondergang schemering schemer
donker licht daglicht dageraad dauw dauwtrappen personeelstekort verbouwing inventarisatie schoonmaak
onderhoud storing spoed spoedgevallen waarneming waarnemer waarnemend dienstdoend gladheid sluitingstijd
hitteplan inspectie krieken ochtendgloren maan volle zicht vloedlijn temperatuur graden
"""
CHANGES = """
vervallen vervalt verplaatst verplaatsen verzet verzetten uitgesteld uitstel opgeschort gewijzigd wijziging
wijzigingen wijzigt aangepast aanpassing aangepaste afgezegd afzegging afgelast afgelasting geannuleerd
annulering gecanceld geschrapt tijdelijk definitief nieuw nieuwe oud oude voormalig voorheen vroeger vroeg
vroege eerder later laat late straks binnenkort spoedig nog pas al reeds eindelijk intussen inmiddels
ondertussen momenteel nu heden vandaag morgen overmorgen gisteren vanavond vanmiddag vanochtend vanmorgen
vannacht thans tegenwoordig voortaan toekomst toekomstig aanstaande aankomend aankomende komend komende
volgend volgende volgt vorig vorige huidig afgelopen eerstvolgend eerstkomend laatstgenoemd verhuisd
verhuist verhuizing stopt stoppen gestopt stopgezet beëindigd opgeheven opheffing begint beginnen einde eind
eindigt eindigen verlengd verkort vervroegd verlaat vertraagd vertraging staking gestaakt staakt hervat
herstart geopend heropend heropening onderbroken onderbreking pauze pauzes rust rusten uitval uitgevallen
valt vallen ingevallen invallen inval inhaal ingehaald inhalen verschoven verschuift verschuiven geruild
ruilen omgewisseld vervangt vervangen vervangend vervanging proef proeftijd reserve extra bonus anders
andere ander overige overig resterend rest restant zelfde dezelfde hetzelfde idem dito ditto update bericht
let opgelet attentie correctie fout onjuist gelden geldt geldig ongeldig bijzonder bijzondere speciaal
speciale afwijkend afwijking beperkt beperking ruimer ruimere ingekort terugwerkend ruilt kruist wisselt ipv
ovb inhaaldatum uitwijk uitwijkdatum vertrokken gaat gaan doorgaan doorgang door overslaan overgeslagen sla
slaat slaan openstaand
"""
SAVE = """
behalve uitgezonderd uitzondering uitzonderingen uitzonderlijk buiten zonder maar echter doch wel niet geen
niets niemand noch evenmin alleen slechts enkel louter uitsluitend exclusief inclusief verder daarbuiten
daarnaast bovendien tevens ook eveneens alsmede alsook hooguit afwezig absent afwezigheid verlof vrijaf
ontbreekt ontbreken dicht sluit sluiten sluiting sluitingsdag gesloten onbereikbaar ontoegankelijk half
halve heel hele gehele deel gedeelte deels gedeeltelijk grotendeels geheel volledig ruim krap kort korte
lang lange langer korter vrij vrije
"""
CALENDAR = """
dag dagen dagdeel dagdelen week weken maand maanden jaar jaren kwartaal kwartalen semester trimester seizoen
seizoenen weekend begin medio midden halverwege eindejaar jaarwisseling zomer winter herfst lente voorjaar
najaar vakantie schoolvrij lesvrij bouwvak recessie reces zomerreces competitie examens toetsweek stage
ramadan suikerfeest offerfeest advent vasten vastentijd veertigdagentijd carnaval carnavalsdagen chanoeka
pesach diwali halloween allerzielen allerheiligen lichtmis aswoensdag palmzondag palmpasen sinterklaas sint
moederdag vaderdag prinsjesdag dierendag burendag kermisweek kermis allerhande oogst oogsttijd jachtseizoen
broedseizoen paastijd kersttijd maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari
maart april juni juli augustus september oktober november december feestdag feestdagen weekdag weekdagen
werkweek schoolweek ochtend voormiddag middag namiddag avond nacht middernacht datum data tijdstip
tijdstippen moment momenten tijd tijden periode periodes termijn kalender agenda planning jaarplanning
programma dienstregeling uurtje uurtjes brugdag brugdagen studiedag studiedagen schooldag schooldagen
werkdag rustdag rustdagen margedag snipperdag inhaaldag lesdag reservedag uitwijkdag zittingsdag spreekdag
ophaaldag valentijn bevrijding aovend smiddag smiddags smorgens savonds snachts sochtends dagje dagdienst
nachtdienst dagploeg nachtploeg ochtendploeg avondploeg
"""
UNITS = """
uur uren minuut minuten min seconde seconden kwartier kwartiertje halfuur halfuurtje uurs procent punt pk
"""
ASKING = """
afspraak afspraken afspreken afgesproken overleg overleggen aanvraag aanvragen verzoek reservering
reserveren reserveer gereserveerd aanmelden aanmelding aanmeldingen aangemeld meld melden afmelden opgave
opgeven geef inschrijven inschrijving inschrijfdatum uitnodiging uitgenodigd bellen bel belt gebeld mail
mailen mailt mailtje contact verwijzing recept vooraf tevoren vooral verplicht gewenst wens wensen voorkeur
voorrang uiterlijk deadline sluitingsdatum informeer informeren navraag navragen check kijk kijken raadpleeg
vermeld vermelding aangekondigd aankondiging aangegeven bekend bekendgemaakt bekendmaking onbekend nader
bepaald bepalen vastgesteld
"""
PLACING = """
na naar tegen rond rondom tot totaan vanaf tijdens gedurende tussen binnen voorafgaand daarvoor daarna
daarvan hierna hiervoor erna ervoor vervolgens voortvloeiend per sedert met ingang conform volgens wegens
vanwege ivm nav tgv tzt zsm ondanks dankzij zie ook hierboven hieronder bovenstaand onderstaand boven onder
bovengenoemd genoemd
"""
SMALL = """
ik jij jullie hij zij hem haar hen hun mij mijn jouw uw uzelf zich die dat deze dit wie wat waar waarom hoe
hoeveel welk welke zulk zulke zodoende daar hier ergens nergens overal iets alles iemand elkeen te ter ten
dus toch even gewoon echt zeer heel erg zo zoals juist best beter liefst liever graag helaas zelfs zeker nou
toen weg terug samen ben bent was waren wordt worden werd geworden heb hebt heeft hebben had hadden moet
moeten moest mag mogen mocht zal zullen zou zouden wil willen wilt wilde komt kwam doet doen deed laat laten
blijft blijven bleef staat staan stond zit zitten ligt liggen lijkt lijken hoort horen hoeft hoeven weet
weten zegt zeggen vraag vraagt vragen krijgt krijgen geeft geven neemt neem nemen brengt breng brengen maakt
rijdt vaart loopt vertrekt draait draaien doorloopt houdt houden gehouden haalt ophalen gehaald vindt vinden
plaatsvindt plaatsvinden plaats treedt telt tellen mee aan af uit toe om bij over mits wegens namens nodigen
verwelkomen welkom hartelijk
"""
ENGLISH = """
monday tuesday wednesday thursday friday saturday sunday geschlossen geöffnet fermé ouvert daily weekly
monthly yearly closed open only except from until till appointment morning afternoon evening night every
each week month year holiday holidays weekday weekdays noon midnight not and the montag dienstag mittwoch
donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
"""

TIMELY = frozenset(" ".join((OFTEN, SURE, TERMS, CHANGES, SAVE, CALENDAR, UNITS, ASKING, PLACING)).split())
"""What no name may look like."""

BOUND = TIMELY | frozenset((SMALL + ENGLISH).split())

_COUNTED = """
personen persoon mensen deelnemers deelnemer plaatsen stuks stuk euro euros ct cent km kilometer meter mtr
jarigen jarige jaar jr kinderen leerlingen leden bezoekers gasten kg liter gram rijen tafels banen lessen
avonden ochtenden middagen groepen teams spelers paren koppels plekken kaarten
"""
COUNTED = frozenset(_COUNTED.split())
"""What numbers count: 'di 10-12 personen' holds no time."""

INFLECTIONS = ("e", "en", "s", "n", "t", "de", "te", "er", "re", "ste")

BEGINS = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "weekend", "week",
    "werkdag", "feestdag", "vakantie", "maand", "kwartaal", "seizoen", "vroeg", "sluit", "gesloten",
    "vervang", "reserve", "proef", "tussen", "telken", "tijdelijk", "uitgest", "verzet", "verplaats",
    "afgela", "dauw", "ingang", "eerste", "tweede", "derde", "vierde", "vijfde", "laatste",
)  # fmt: skip
ENDS = (
    "vakantie", "vakanties", "maand", "maanden", "weken", "weekend", "weekenden", "seizoen", "seizoenen",
    "periode", "periodes", "tijd", "tijden", "uren", "kwartier", "lijks", "lijkse", "maal", "malig",
    "malige", "keer", "keren", "tijds", "daags", "daagse", "lings", "gewijs", "stop", "sluiting",
    "gesloten", "pauze", "verlof", "rooster", "vrij", "vrije", "halfjaar", "dagdeel", "termijn",
    "afhankelijk", "wisseling", "sgewijs", "afspraak", "jaren", "wisselend", "reces", "weer", "day",
    "datum", "elijk", "elijke", "kend", "lend", "nend", "rend", "send", "tend", "vend", "ende", "datums",
    "jarig", "jarige",
)  # fmt: skip
"""How a word begins or ends that says when: 'weekendploeg', 'kantooruren', 'lesvrij'."""

PARTICIPLES = (
    "ge", "afge", "uitge", "aange", "opge", "inge", "omge", "doorge", "overge", "weerge", "terugge",
    "stilge", "vastge", "wegge", "voorge", "ver", "her", "ont",
)  # fmt: skip
PARTICIPLE_ENDS = ("d", "t")
NO_PARTICIPLES = ("heid", "raad", "gebied", "bed", "band")


def is_bound(piece: str) -> bool:
    """Tell whether a word may change when something is, as it stands, bent, or as a part of a longer word.

    >>> is_bound("tijdelijke"), is_bound("kantooruren"), is_bound("geannuleerd"), is_bound("crèche")
    (True, True, True, False)
    """
    stems = {piece.removesuffix(ending) for ending in INFLECTIONS if len(piece) - len(ending) > 3}
    if piece in BOUND or stems & BOUND:
        return True
    is_timed = piece.startswith(BEGINS) or (piece.endswith(ENDS) and not piece.endswith("ochtend"))
    return is_timed or _is_participle(piece)


def _is_participle(piece: str) -> bool:
    is_shaped = len(piece) > 5 and piece.startswith(PARTICIPLES) and piece.endswith(PARTICIPLE_ENDS)
    return is_shaped and not piece.endswith(NO_PARTICIPLES)
