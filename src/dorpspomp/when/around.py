"""Around: what is said around a time and changes nothing, as patterns that are left out of a text.

How welcome one is, for whom it is, how to sign up, what it costs and where it is. The patterns at the top are
pieces that other tables of patterns are made of.
"""

from __future__ import annotations

Patterns = tuple[tuple[str, str], ...]

MONTH = (
    r"(?:jan|febr?|mrt|maart|apr|mei|jun|jul|aug|sept?|okt|nov|dec)(?:uari|ruari|il|i|ustus|ember|ober)?\b\.?"
)
DAY = r"(?:ma|di|wo|do|vr|za|zo)"
WEEKDAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)"
AGES = r"(?:(?:van|vanaf|t/m|tot) )?\d{1,2} ?(?:(?:-|tot|t/m|en) ?\d{1,2} ?)?(?:jaar|jr)\b\.?"
SAVES = (
    r"(?![^,;.()\n]*\b(?:niet|geen|behalve|uitgezonderd|m\.?u\.?v|gesloten|dicht|alleen|elke|iedere|ook|even|oneven"
    r"|\w*vakanties?|feestdagen|zomers?|winters?)\b)"
)
"""Nothing ahead in the clause says when it is or is not."""
UNDATED = rf"{SAVES}(?![^,;.()\n]*\b(?:{WEEKDAY}s?|{MONTH})\b)"
CLAUSE_ENDS = r"(?=\s*(?:$|[,;)\n]|\.(?!\d)))"

COURTESIES: Patterns = (
    (r"\b(?:u|je|iedereen) (?:bent|ben|is) (?:van harte |altijd |hartelijk )?welkom\b", " "),
    (r"\b(?:kom|loop) (?:gerust |gezellig )?(?:langs|binnen)\b|\bvan harte welkom\b", " "),
    (r"\b(?:komen|komt) (?:wij |we )?(?:bij elkaar|samen|bijeen)\b|\bwarme? (?=maaltijd|eten|lunch)", " "),
    (r"\b(?:staat|is) (?:de koffie )?(?:klaar|bruin)\b|\bsamen (?=eten|koken|zingen)", " "),
    (
        r"\b(?:entree|toegang|deelname)(?: is)?:? (?:gratis|vrij)\b|\b(?:gratis|vrije?) (?:entree|toegang)\b",
        " ",
    ),
    (
        r"\bvoor (?:iedereen|ouderen|senioren|jongeren|kinderen|volwassenen|dames|heren|vrouwen|mannen"
        r"|beginners|gevorderden|leden|alle leeftijden|jong en oud|stilte(?: en gebed)?|gebed)\b",
        " ",
    ),
    (
        r"\((?:voor )?(?:kinderen |jeugd )?(?:van |vanaf )?\d{1,2} ?(?:(?:-|tot|t/m|en) ?\d{1,2} ?)?"
        r"(?:\+|jaar|jr\.?) ?\)",
        " ",
    ),
    (r"(?<![\d.:-])\b[4-7][05]\+(?=\s*(?:$|[:,(]|[a-z]))", " "),
    (
        r"[,;(] ?(?:(?:de )?(?:kassa|keuken|bar|balie|poort) (?:sluit|dicht)"
        r"|laatste (?:toegang|entree|ronde|instap|bezoekers?|rondleiding|bestelling))"
        r"(?: is)?(?: om| tot)? \d{1,2}[.:]\d\d(?: ?uur| ?u)?\b",
        " ",
    ),
    (r"\bdaarna (?=elke|iedere|alle|wekelijks|om de)|^\s*let op\b ?[:!]*", " "),
    (r"\bnuchter (?:komen|zijn|blijven)\b", " "),
    (rf"\b(?:neem|breng) {UNDATED}[^,;.()\n\d]{{1,40}} mee\b", " "),
    (rf"(?<=[,;.(]){UNDATED}[^,;.()\n\d]{{1,40}} (?:meenemen|meebrengen)\b", " "),
    (
        r"\b(?:groep|groepen|klas|klassen) \d(?: ?(?:t/m|tot en met|-|en|/) ?\d)?\b"
        r"(?! ?:|.*\b(?:groep|klas))",
        " groep ",
    ),
    (
        rf"[,;.(] ?(?:en )?(?:daarna|na afloop|aansluitend|erna|nadien|vooraf) "
        rf"{UNDATED}[^,;.()\n\d]{{1,50}}{CLAUSE_ENDS}",
        " ",
    ),
    (r"\bh\. (?=[a-z]{3})", " "),
    (r"\(koopavond\)|\(nuchter\)|\(lunchpauze\)(?!\s*\d)", " "),
)
"""What is said around a time and changes nothing: how welcome one is, for whom, and what it costs."""

SIGN_UP = (
    r"(?:aanmelden|aanmelding|opgave|opgeven|inschrijven|inschrijving|reserveren|reservering|afmelden"
    r"|meld(?: je| u)? aan|geef(?: je| u)? op|bestellen)"
)
DEADLINE = (
    rf"(?:voor|vóór|uiterlijk|t/m|tot|en met|de|een|één|1|twee|2|dag|dagen|week|weken|tevoren|van te voren"
    rf"|van|vooraf|ervoor|daarvoor|op|{WEEKDAY}(?:ochtend|morgen|middag|avond)?|\d{{1,2}}(?:[.:]\d\d)?|uur|u|{MONTH})"
)
UNTIL = r"(?:voor|vóór|uiterlijk|t/m|tot|een|één|1|2|twee)"
CHANNEL = rf"(?:bij|via|per|aan|op)\b{SAVES}[^,;()\n\d]*"
MANNER = (
    r"(?:(?:is|graag|svp|wel|vooraf|verplicht|gewenst|nodig|noodzakelijk|mogelijk|kan|vereist"
    r"|niet nodig|hoeft niet)\b *)*"
)
SIGNING_UP: Patterns = (
    (r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+", " "),
    (r"(?:\btel\b\.?:? ?)?(?<![\d.:-])0\d{1,3}[- ]?\d{6,8}(?![\d.:-])", " "),
    (r"(?:\btel\b\.?:? ?)?(?<![\d.:-])06[- ]?(?:\d ?){8}(?![\d.:-])", " "),
    (
        rf"(?<=\S)([,;.(\n]?[ -]*)(?:(?:graag|wel|svp|s\.v\.p\.?|vooraf|tijdig|even) )*"
        rf"{SIGN_UP}\b:? *{MANNER}"
        rf"(?:{CHANNEL})?(?:{UNTIL}\b(?: ?{DEADLINE}\b)*)?(?: ?{CHANNEL})?{CLAUSE_ENDS}",
        r"\1 ",
    ),
)
"""How and until when to sign up, which says nothing about when it is."""

COSTS: Patterns = (
    (
        r"(?:\b(?:kosten|eigen bijdrage|bijdrage|entree|toegang|prijs|inleg|à|a)\b:? ?)?"
        r"(?:€ ?\d+(?:[.,](?:\d\d|-))?|\b\d+(?:,\d\d)? euro\b)"
        r"(?: p\.?p\.?\b\.?| per (?:keer|persoon|les|kopje))?",
        " ",
    ),
    (
        r"\b(?:max(?:imaal|\.)?|min(?:imaal|\.)?) \d+ (?:personen|deelnemers|pers\b\.?|plaatsen|kinderen)",
        " ",
    ),
)
"""What it costs and for how many."""

PLACES: Patterns = (
    (r"\b(?:st|sint|heilige)[. -]+(?=\w+(?:kerk|kapel|school|huis)\b)", " "),
    (
        r"\bvertrek (?:vanaf|bij|van) (?=(?:het|de) \w+(?:huis|kerk|zaal|hal|plein|school|kantine)\b)",
        " vertrek ",
    ),
    (r"\b(?:grote|kleine) (?=zaal\b)", " "),
    (
        r"\b(zaal|café|cafe|eetcafé|dorpshuis|buurthuis|wijkcentrum|gebouw|restaurant|sporthal|mfa|mfc) "
        rf"(?:de|het|den|'t) (?!laatste|eerste|{WEEKDAY}\b)[a-z]+(?=\s*(?:$|[,;:.)|\n]))",
        r"\1 ",
    ),
    (r"\boud papier\b", " oud_papier "),
    (r"\b(?:st\.?|sint) (?=[a-z])(?!maarten)", " "),
    (r"\b(?:o\.?l\.?v|i\.?s\.?m|m\.?m\.?v|t\.?h\.?v)\b\.?|\bonder leiding van\b", " "),
    (r"\b(?:bij|met|door) jan\b(?! ?\d| en feb)|(?<!in |en |/m )\bjan (?=van |de |jansen)", " "),
    (
        r"\b(\w*(?:straat|laan|plein|dijk|brink|kade|singel|zaal|ruimte|kamer|lokaal|gebouw|hal|steeg|pad|weg))"
        rf" (?:nr\.? ?)?\d{{1,3}}[a-d]?(?=\s*(?:$|[,;:)\n]|\.(?!\d)| {WEEKDAY}\b))",
        r"\1 ",
    ),
)
"""Where it is."""

AROUND: Patterns = (*COURTESIES, *SIGNING_UP, *COSTS, *PLACES)
