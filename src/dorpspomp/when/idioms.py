"""Idioms: expressions of several words, brought to one word of the vocabulary before a text is cut up."""

from __future__ import annotations

from dorpspomp.when.around import AGES, AROUND, DAY, MONTH, WEEKDAY, Patterns

HEADINGS: Patterns = (
    (r"\bopen ?dag(?:en)?\b", " open_dag "),
    (rf"\b((?:elke|iedere) {WEEKDAY}) (?:van|in) (?:de|elke|iedere) maand\b", r"\1 "),
    (rf"^((?:[a-z]+ )*){AGES} ?:", r"\1:"),
    (rf"(?<=uur)[ ,]+{AGES}", " "),
    (
        rf"\b({WEEKDAY})(?:ochtend|middag|avond)? "
        r"(?:(?:gesloten|dicht) (?:vanaf|na|om) (\d{1,2}(?:[.:]\d\d)?)"
        r"|(?:vanaf|na) (\d{1,2}(?:[.:]\d\d)?)(?: uur| u)? (?:gesloten|dicht))\b"
        rf"(?!\s*(?:[-/.:]\d|{MONTH}))",
        r"\1 tot \2\3 ",
    ),
    (rf"\b({WEEKDAY})\s?\|\s?(?={WEEKDAY}\b)", r"\1, "),
    (
        rf"\b({WEEKDAY}) (\d{{1,2}} {MONTH}(?: \d{{4}})?) (?:t/m|tot en met|-) \1 (?=\d{{1,2}} {MONTH})"
        r"(?=.*\b(?:wekelijks|elke week|iedere week)\b)",
        r"\1 van \2 t/m ",
    ),
    (
        r"[,;.(]? ?\b(?:of|en|verder|daarbuiten|daarnaast|en verder|(?:op )?(?:de )?(?:overige|andere)"
        r" (?:dagen|tijden|dagdelen|momenten)) (?:alleen |uitsluitend |ook )?"
        r"(?:op|na|volgens) (?:telefonische )?afspraak"
        r"(?=[.)]*\s*$)",
        " ",
    ),
    (r"^(?:elke|iedere) (ochtend|middag|avond) (?=(?:om |van |vanaf |tussen )?\d)", r"dagelijks 's \1s "),
    (r"[,;.(] ?(?:de )?(?:overige|andere) dagen (?:gesloten|dicht)\b(?=\s*(?:$|[).;\n]))", " "),
    (r"\b(?:dag(?:en)?|hoe laat|tijdstip) ?:", " "),
    (rf"\bseizoen\b ?:? ?(?=(?:van )?(?:\d{{1,2}} )?{MONTH})", " "),
    (
        rf"\bkoop(?:avond|zondag)(?:en)?\b ?:? ?(?=(?:op )?(?:de |elke |iedere )?"
        rf"(?:(?:[a-z]+|\d{{1,2}}e) )?(?:{DAY}\b|\w+dag))",
        " ",
    ),
)
"""Words that stand before a day or a time like the head of a column."""

SHORTHAND: Patterns = (
    (rf"\b({DAY})[.-]{{1,2}} ?(?:mo|och|ocht|vm|voorm)\b\.?", r"\1-ochtend"),
    (rf"\b({DAY})[.-]{{1,2}} ?(?:mi|mid|midd|nm|nam|nami)\b\.?", r"\1-middag"),
    (rf"\b({DAY})[.-]{{1,2}} ?(?:av|avd)\b\.?", r"\1-avond"),
    (rf"\b({DAY})[.-]{{1,2}} ?morgen\b", r"\1-ochtend"),
    (rf"\b({WEEKDAY})( en | & | ?/ ?)vrij\b", r"\1\2vr"),
    (r"(?<![a-z.])v\.? (?=\d)", "van "),
    (r"^dag\. (?=\d)", "dagelijks "),
    (
        r"\b(\d{1,2}) (?:lessen|keer|avonden|ochtenden|middagen|bijeenkomsten) op (\w+dag)(?=,? vanaf)",
        r"\1 \2en",
    ),
    (rf"\b({DAY})-({DAY})-({DAY})(?:-({DAY}))?(?:-({DAY}))?\b(?!-)", r"\1,\2,\3,\4,\5"),
    (r"\bbij (?:de )?zon\b", " bij zonneschijn "),
    (rf"\b({MONTH}) a\.?s\b\.?", r"\1 "),
    (rf"\b({MONTH}) '(\d\d)\b(?![.:]\d)", r"\1 20\2 "),
    (r"[\u23f0-\u23f3\U0001f550-\U0001f567\U0001f4c5\U0001f4c6\U0001f5d3\U0001f4cd\u2615\ufe0f]", " "),
)
"""'wo-mi', 'vr-av', "jan '27", and the little clocks of a website."""

IDIOMS: Patterns = (
    *SHORTHAND,
    *HEADINGS,
    *AROUND,
    (r"\bt\s?[/.\\]\s?m\b\.?", " t/m "),
    (r"\btm\b|\btot(?: en met|/met| & met|\+met|enmet)\b|\bt\.?e\.?m\b\.?", " t/m "),
    (
        r"\bm\.?\s?u\.?\s?v\b\.?|\bmet uitzondering van\b|\buitgez\.?(?= )|\bexcl\b\.?"
        r"|\bexclusief\b",
        " behalve ",
    ),
    (
        r"\bm\.?i\.?v\b\.?|\bmet ingang van\b|\bv\.a\b\.?|\bva\.|\bte beginnen (?:op|met)\b"
        r"|\bvan af\b",
        " vanaf ",
    ),
    (
        r"\b(?:eerste|1e|1ste) (?:keer|bijeenkomst|les|avond is|dag is)\b(?: is| op| op is)?",
        " eerste_keer ",
    ),
    (r"\b(?:laatste) (?:keer|bijeenkomst|les)\b(?: is| op)?", " laatste_keer "),
    (
        r"\b(?:op |na |volgens |alleen op |uitsluitend (?:op|na) |via |enkel (?:op"
        r"|na) )(?:telefonische )?(?:afspraak|afspr\b\.?|verzoek|aanvraag)",
        " op_afspraak ",
    ),
    (
        r"\bzonder (?:telefonische )?afspraak\b|\bafspraak (?:is )?niet nodig\b"
        r"|\bgeen afspraak nodig\b",
        " zonder_afspraak ",
    ),
    (
        r"\bin (?:onderling )?overleg\b|\bin overleg met\b|\bafspraak (?:noodzakelijk|nodig"
        r"|verplicht)\b",
        " op_afspraak ",
    ),
    (
        r"\bzie (?:ook )?(?:de |onze |het )?(?:website|site|agenda|facebook|rooster|programma"
        r"|kalender)\b",
        " zie_elders ",
    ),
    (
        r"\bnader te bepalen\b|\bn\.?t\.?b\b\.?|\bn\.n\.b\b\.?|\bnog niet bekend\b"
        r"|\bnog onbekend\b",
        " ntb ",
    ),
    (r"\bn\.?v\.?t\b\.?|\bniet van toepassing\b", " nvt "),
    (r"\bwordt nader bekend ?gemaakt\b|\bverschilt per (?:keer|week|maand)\b", " wisselend "),
    (
        r"\b24 ?/ ?7\b|\b24 (?:uur|u)(?: per| op een| p/?)? ?(?:dag"
        r"|etmaal)\b(?:,? ?(?:en )?7 (?:dagen|dgn) (?:per|in de|p/?) ?week)?",
        " altijd_open ",
    ),
    (
        r"\b(?:altijd|dag en nacht|de klok rond|continu) (?:open|geopend|toegankelijk|bereikbaar"
        r"|beschikbaar)\b|\bdag en nacht\b|\b24-?uurs\b",
        " altijd_open ",
    ),
    (
        r"\b(?:7|zeven) (?:dagen|dgn) (?:per|in de|p/?) ?week\b|\b(?:elke|iedere"
        r"|alle) dag(?:en)?(?: van de week)?\b|\b(?:hele|gehele) week\b",
        " dagelijks ",
    ),
    (
        r"\bdoor ?-?de ?-?weeks?(?:e)?(?: dagen)?\b|\b(?:op )?(?:alle|elke"
        r"|iedere) werkdag(?:en)?\b",
        " doordeweeks ",
    ),
    (r"\bhet weekend\b|\b(?:elk|ieder) weekend\b|\bin de weekenden\b", " weekend "),
    (
        r"\bom de (?:andere )?week\b|\b(?:twee|2) ?-?wekelijks(?:e)?\b|\bveertiendaags(?:e)?\b"
        r"|\b14-?daags(?:e)?\b|\belke andere week\b",
        " om_de_2 ",
    ),
    (r"\b(?:drie|3)-?wekelijks\b", " om_de_3 "),
    (r"\b(?:vier|4)-?wekelijks\b", " om_de_4 "),
    (
        r"\b(?:om de|elke|iedere|eens (?:per|in de|om de)|(?:1|een|één) ?(?:x|keer|maal) (?:per"
        r"|in de|om de|elke)) (?:14|veertien) dagen\b",
        " om_de_2 ",
    ),
    (
        r"\b(?:om de|elke|iedere|eens (?:per|in de|om de)|(?:1|een|één) ?(?:x|keer|maal) (?:per"
        r"|in de|om de|elke)) (twee|drie|vier|vijf|zes|[2-8]) (?:weken|wkn|wk)\b",
        r" om_de_\1 ",
    ),
    (
        r"\b(?:elke|iedere|de|in|in de)? ?(oneven|even) ?(?:weken|week|weeknummers|weeknrs?|wkn"
        r"|wk)\b\.?",
        r" \1_weken ",
    ),
    (r"\bweek ?(oneven|even)\b", r" \1_weken "),
    (
        r"\b([1-7]|een|één|twee|drie|vier|vijf) ?(?:x|keer|maal) (?:per|in de|p/?) ?(week|maand"
        r"|jaar)\b",
        r" keer_\1_\2 ",
    ),
    (r"\beens (?:per|in de) (week|maand|jaar)\b", r" keer_1_\1 "),
    (
        r"\b(?:v\.? ?d\.?|v/d|van|van de|vd|in|in de|per|van elke|van iedere|elke|iedere|uit de"
        r"|der|binnen de) ?(?:maand|mnd|mnd\.|mnd's)(?![a-z])\.?",
        " elke_maand ",
    ),
    (r"\b(?:van|in) (?:het|elk|ieder) kwartaal\b|\bper kwartaal\b", " elk_kwartaal "),
    (r"\b(?:elk|ieder|per) jaar\b", " jaarlijks "),
    (
        r"\b(?:het )?(?:hele|gehele) ?jaar(?: door| rond)?\b|\bjaarrond\b|\bhet jaar rond\b",
        " hele_jaar ",
    ),
    (
        r"\b(?:1e|1ste|eerste) (?:en|&|\+) (?:2e|2de|tweede) ?(kerst|paas|pinkster)dag\b",
        r" eerste_\1dag en tweede_\1dag ",
    ),
    (r"\b(?:1e|1ste|eerste) ?(kerst|paas|pinkster)dag\b", r" eerste_\1dag "),
    (r"\b(?:2e|2de|tweede) ?(kerst|paas|pinkster)dag\b", r" tweede_\1dag "),
    (r"\bgoede vrijdag\b", " goedevrijdag "),
    (r"\bwitte donderdag\b", " wittedonderdag "),
    (r"\boud ?(?:en|&|-|/) ?nieuw\b|\boud ?- ?en ?nieuw(?:jaar)?\b", " oud_en_nieuw "),
    (r"\b(?:st|sint)[. -]+maarten\b", " sint-maarten "),
    (r"\bgrote vakantie\b", " grote_vakantie "),
    (r"\b(?:nationale|officiële|officiele|erkende|algemeen erkende|christelijke) (?=feestdag)", " "),
    (r"\bzon?-? ?(?:en|&) feestdagen\b|\bzondag- (?:en|&) feestdagen\b", " zondag en feestdagen "),
    (
        r"\been[- ]na[- ]laatste\b|\bop (?:een|één|1) na (?:de )?laatste\b|\bvoor-laatste\b",
        " voorlaatste ",
    ),
    (r"\b(?:vrije|vrij) inloop\b", " inloop "),
    (r"\b(?:kerk|kantine|bar|theater|deur) open(?= ?:? ?(?:om |vanaf )?\d\d?[.:]\d\d(?! ?-))", " zaal "),
    (r"\bdeuren gaan open\b|\bzaal open\b|\bdeuren? open\b|\bde zaal gaat open\b", " zaal "),
    (r"\btel\. ?(?=bereikbaar)", " telefonisch "),
    (r"\bu kunt (?:ons |mij )?(?:bellen|bereiken)\b", " telefonisch "),
    (r"\bu kunt\b", " "),
    (r"\bte bereiken\b", " bereikbaar "),
    (r"\b(?:op )?(?:de |alle )?(?:overige|andere) dagen\b", " overige_dagen "),
    (r"'s-(?=[a-z])", "'s "),
    (r"\bs(?=(?:ochtends|morgens|middags|avonds|nachts)\b)", "'s "),
    (
        r"\b(?:graag )?(?:vooraf |van tevoren )?(?:aanmelden|aanmelding|opgeven"
        r"|reserveren) (?:(?:is )?(?:verplicht|gewenst|nodig|noodzakelijk|vooraf|niet nodig"
        r"|hoeft niet))",
        " ",
    ),
    (r"\bin de (?=ochtend|middag|avond|nacht)", " "),
    (r"\bop schooldagen\b", " schooldagen "),
    (r"\b(?:elke|iedere) week\b", " wekelijks "),
    (r"\b(?:slaan|slaat) (?:we |wij )?over\b", " overgeslagen "),
    (r"\b([a-z])\.([a-z])\.(?:([a-z])\.)?(?![a-z\d])", r"\1\2\3 "),
)
