"""Samples for the style guide: what components show, in every state, of a village that does not exist.

Each table is a component's states by their title. A part that is left out here is one that a village
may leave out too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

from dorpspomp.model import Notice, Phone, Settings, Source, Tile
from dorpspomp.views.agenda import Entry
from dorpspomp.views.calendar import Subscription
from dorpspomp.views.card import Card, Fact, Number
from dorpspomp.views.emergency import Emergency
from dorpspomp.views.ladder import Step
from dorpspomp.views.lists import Group, NoticeView
from dorpspomp.views.page import Page
from dorpspomp.views.share import Share
from dorpspomp.views.together import Warm
from dorpspomp.views.week import Regular, Weekday

SITE = "https://voorbeelddorp.example/"
DAY = date(2026, 11, 24)

LONG = "Arbeidsongeschiktheidsverzekeringsspreekuur"
LONGER = "Stichting Samenwerkende Mantelzorgondersteuning en Buurtbemiddeling Voorbeelddorp-Buitengebied"

OWN = Number(Phone("0490-01 23 45", "0490012345"), "ma–vr 9.00–12.00 uur")
CENTRAL = Number(Phone("0490-01 00 00", "0490010000"), "ma–vr 9.00–16.30 uur; za 10.00–12.00 uur", own=False)

NUMBERS: Mapping[str, Number] = {
    "With hours": OWN,
    "Without hours": replace(OWN, hours=""),
    "The village's number, where a record has none": CENTRAL,
    "Day and night, from abroad too": Number(Phone("+31 490 01 99 99", "+31490019999"), "dag en nacht"),
}

COFFEE = Card(
    sheet="activiteiten",
    code="koffie",
    address="activiteiten/koffie/",
    short="4821",
    name="Koffie in de kerk",
    kind="activiteit",
    text="Een kop koffie en een praatje. U hoeft zich niet aan te melden.",
    area="Voorbeelddorp",
    number=CENTRAL,
    when="elke dinsdag 10.00–12.00 uur",
    following="dinsdag 24 november, 10.00 tot 12.00 uur",
    where="De Voorbeeldkerk",
    place="plekken/kerk/",
    costs="Gratis",
    checked="Gecontroleerd in oktober 2026",
)
HANDYMAN = Card(
    sheet="diensten",
    code="klussen",
    address="diensten/klussen/",
    short="3310",
    name="Klussendienst",
    kind="dienst",
    text="Een lamp ophangen, een lekkende kraan, een heg die te hoog is.",
    area="Voorbeelddorp",
    number=OWN,
    when="ma–vr 9.00–12.00 uur",
    costs="€\u00a05,00 per klus",
    ways=(Fact("E-mail", "klus@voorbeelddorp.example", "mailto:klus@voorbeelddorp.example"),),
    checked="Gecontroleerd in september 2026",
)
HELPLINE = Card(
    sheet="landelijk",
    code="voorbeeldlijn",
    address="landelijk/voorbeeldlijn/",
    short="7702",
    name="De Voorbeeldlijn",
    kind="landelijke dienst",
    text="Een luisterend oor, op elk uur van de dag.",
    area="Heel Nederland",
    rank=2,
    number=Number(Phone("0490-01 77 77", "0490017777"), "dag en nacht"),
)

CARDS: Mapping[str, Card] = {
    "An activity, without a number of its own": COFFEE,
    "A service with its own number": HANDYMAN,
    "Of the municipality, with ways to get in touch": replace(
        HANDYMAN,
        name="Wegwijzer in de gemeente",
        area="Gemeente Voorbeeldmeer",
        rank=1,
        number=None,
        costs="",
        when="",
        ways=(
            Fact("Aanmelden", "Loop binnen of stuur een e-mail."),
            *HANDYMAN.ways,
            Fact("Website", "voorbeeldmeer.example/wegwijzer", "https://voorbeeldmeer.example/wegwijzer"),
        ),
    ),
    "National": HELPLINE,
    "Cancelled": replace(COFFEE, notice="Gaat niet door", following="", number=OWN),
    "Not checked for a long time": replace(
        HANDYMAN, stale=True, checked="In januari 2025 gecontroleerd; bel even of het nog klopt"
    ),
    "Long words and a long name": replace(
        HANDYMAN,
        name=f"{LONG} van de {LONGER}",
        kind="dienst",
        text="Voor vragen over arbeidsongeschiktheidsverzekeringen, huishoudelijke ondersteuning en "
        "gemeentelijke kwijtscheldingsregelingen.",
        area="Voorbeelddorp en het omliggende buitengebied",
        where="Multifunctioneel dorpshuis De Voorbeeldontmoetingsplaats",
        ways=(
            Fact(
                "E-mail",
                "mantelzorgondersteuning@samenwerkendestichtingen.voorbeelddorp.example",
                "mailto:mantelzorgondersteuning@samenwerkendestichtingen.voorbeelddorp.example",
            ),
        ),
    ),
    "Only a name": Card(
        sheet="organisaties", code="club", address="organisaties/club/", short="", name="Wandelclub"
    ),
}
"""Every state of a card."""

PICKS = tuple(replace(card, short=f"kies-{n}") for n, card in enumerate(CARDS.values()))
"""The same, each with a number of its own."""

ENTRY = Entry(
    date=DAY,
    start=time(10),
    end=time(12),
    time="10.00 tot 12.00 uur",
    sheet="activiteiten",
    code="koffie",
    address="activiteiten/koffie/",
    name="Koffie in de kerk",
    where="De Voorbeeldkerk",
    costs="€\u00a02,50",
)
ENTRIES: Mapping[str, Entry] = {
    "Ordinary": ENTRY,
    "Free": replace(ENTRY, costs="Gratis"),
    "Cancelled": replace(ENTRY, cancelled=True, note="Gaat niet door: de kerk is dicht"),
    "Moved": replace(ENTRY, note="Andere plek: dorpshuis De Voorbeeldhoeve"),
    "No end, no place, no costs": replace(
        ENTRY, start=time(19, 30), end=None, time="19.30 uur", where="", costs="", name="Dorpsraad"
    ),
    "All day": replace(ENTRY, start=None, end=None, time="", name="Dag van de buren", where="Op straat"),
    "Part of a day": replace(ENTRY, start=None, end=None, time="’s middags", name="Jeu de boules"),
    "Long words": replace(ENTRY, name=f"Informatiebijeenkomst {LONG}", where=LONGER),
}

FACTS: Mapping[str, tuple[Fact, ...]] = {
    "Text, a page of ours, a web address, a number": (
        Fact("Voor wie", "Iedereen"),
        Fact("Waar", "De Voorbeeldkerk", "plekken/kerk/"),
        Fact("Website", "voorbeelddorp.example", SITE),
        Fact("Telefoon", "0490-01 23 45", "tel:0490012345"),
    ),
    "Long labels and long addresses": (
        Fact("Toegankelijkheid", "Rolstoeltoegankelijk, gehandicaptenparkeerplaats en een ringleiding"),
        Fact("E-mail", f"{LONG.lower()}@voorbeelddorp.example", f"mailto:{LONG}@voorbeelddorp.example"),
    ),
    "One": (Fact("Kosten", "Gratis"),),
}

_NOTICE = Notice(
    source=Source("prikbord"),
    code="v-12",
    name="12",
    number="12",
    kind="vraag",
    tile="klussen",
    text="Wie wil mij helpen de heg te snoeien? Ik zorg voor koffie.",
    placed_on=date(2026, 11, 16),
    valid_until=date(2026, 12, 16),
    via="0490-01 00 00",
    area="Voorbeelddorp-Zuid",
    frequency="één keer",
    time="op een zaterdag",
)
NOTICES: Mapping[str, NoticeView] = {
    "A question": NoticeView(_NOTICE, "Klussen", "gereedschap", "16 december"),
    "An offer, with something in return": NoticeView(
        replace(_NOTICE, kind="aanbod", number="13", text="Ik rijd u graag.", in_return="Een praatje."),
        "Vervoer",
        "bus",
        "16 december",
    ),
    "With the least": NoticeView(
        replace(
            _NOTICE, number="14", text="Wie wandelt mee?", area="", frequency="", time="", via="de balie"
        ),
        "",
        "info",
        "31 december",
    ),
    "Long words": NoticeView(
        replace(_NOTICE, number="1500", text=f"Wie gaat er mee naar het {LONG.lower()}?", area=LONGER),
        "",
        "info",
        "16 december",
    ),
}

_TILE = Tile(source=Source("rubrieken"), code="o", name="Ontmoeten", question="Even onder de mensen?")
TILES: Mapping[str, tuple[Tile, int]] = {
    "A life question": (replace(_TILE, icon="koffie"), 24),
    "One record": (replace(_TILE, question="Hulp in en om het huis?", icon="gereedschap"), 1),
    "A name instead of a question, nothing counted": (replace(_TILE, question="", icon="mensen"), 0),
    "Long words": (replace(_TILE, question="Financieel-administratieve ondersteuning?", icon="euro"), 1204),
}

LETTERS: Mapping[str, tuple[Group[Card], ...]] = {
    "Up to three letters: no bar": (Group("V", (HELPLINE,)), Group("W", (CARDS["Only a name"],))),
    "More letters, with a bar": (
        Group("0-9", (replace(HANDYMAN, name="55-plussers", number=None),)),
        Group("A", (CARDS["Long words and a long name"],)),
        Group("K", (HANDYMAN, COFFEE)),
        Group("M", (replace(CARDS["Cancelled"], name="Muziek in de kerk"),)),
    ),
}

_REGULAR = Regular(
    time(10), "10.00 tot 12.00 uur", "activiteiten", "koffie", "activiteiten/koffie/", "Koffie", "De kerk"
)
WEEK = (
    Weekday("maandag", (replace(_REGULAR, name=LONG, where=LONGER),)),
    Weekday(
        "dinsdag",
        (_REGULAR, replace(_REGULAR, time="’s avonds", name="Zangkoor", note="elke tweede dinsdag")),
    ),
    Weekday("donderdag", (replace(_REGULAR, time="hele dag", name="Inloop", where=""),)),
)

SUBSCRIPTIONS: Mapping[str, Subscription] = {
    "With a web address": Subscription("agenda/agenda.ics", "Agenda", f"{SITE}agenda/agenda.ics"),
    "Without a web address": Subscription("agenda/agenda.ics", "Agenda"),
}

EMERGENCIES = (
    Emergency("112", "Levensgevaar, brand of inbraak"),
    Emergency("0490-01 99 00", "Huisartsenspoedpost Voorbeeldmeer, ’s avonds en in het weekend"),
    Emergency("", "Een AED hangt aan het dorpshuis"),
)

_SHARE = Share(
    "Koffie in de kerk", "https://wa.me/?text=Koffie", "mailto:?subject=Koffie", "sms:?&body=Koffie"
)
PASSED: Mapping[str, tuple[Card, Share, str]] = {
    "With a short address": (COFFEE, _SHARE, "voorbeelddorp.example"),
    "Without a web address": (COFFEE, _SHARE, ""),
    "Without a short number": (replace(COFFEE, short=""), _SHARE, "voorbeelddorp.example"),
}

PAGE = Page("agenda/", "agenda", "Agenda van Voorbeelddorp", description="Wat er te doen is in ons dorp.")
VILLAGE = Settings(portal="Dorpspunt Voorbeelddorp", village="Voorbeelddorp", url=SITE)

STEPS = (
    Step("Buren", "Even iets dragen, of samen koffie drinken.", "huis", (COFFEE,)),
    Step(
        "Vrijwilligers",
        "Hulp die vaker terugkomt.",
        "handen",
        (HANDYMAN, CARDS["Long words and a long name"]),
    ),
    Step("Vakmensen", "Zorg, en alles waar een opleiding voor is.", "zorg"),
)
WARM = Warm(cards=(COFFEE, HANDYMAN))
