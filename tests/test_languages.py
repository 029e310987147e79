"""The interface speaks other languages, and what it cannot say is marked as Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from playwright.sync_api import Browser

from dorpspomp import assets, languages
from dorpspomp.outputs import tongue as tongues
from dorpspomp.outputs.template import NAV
from dorpspomp.outputs.tongue import PHRASES, tongue
from dorpspomp.reading import read_portal
from dorpspomp.views.page import pages
from dorpspomp.views.record import RecordView
from dorpspomp.views.shelf import shelf
from dorpspomp.when.echo import echo, short
from dorpspomp.when.grammar import read
from tests.conftest import NOW, REPOSITORY, TODAY
from tests.when.villages import GIVEN, rows

OTHERS = tuple(code for code in languages.NAMES if code != languages.DUTCH)
LOCALE = REPOSITORY / "src" / "dorpspomp" / "locale"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READ = ("aria-label", "alt", "placeholder", "title")
SAME = {"Start", "Apps", "Outlook", "Website", "mail", "Internet", "Homepage", "Open", "Routes", "School"}
SAME |= {"Chrome", "Chromium", "Edge", "Firefox", "Safari", "Samsung", "Android", "iPad", "Windows", "Mac"}
SAME |= {"Linux", "about", "policies", "policy", "chrome", "edge", "Locked", "true", "false"}
"""Words that are the same in both languages."""

ADDRESS = re.compile(r"[^\s@]+(@|\.\w)\S*|\S+@")
"""An address of the internet, or the first half of one, is in no language."""


class Texts(HTMLParser):
    """Gathers the texts of a page with the language that each is marked with."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[tuple[str, str]] = []
        self.is_address = self.is_read = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the language; an attribute that is read aloud is a text too."""
        given = dict(attrs)
        spoken = given.get("lang") or (self.open[-1][1] if self.open else "")
        self.found += [(spoken, value) for name in READ if (value := given.get(name))]
        if tag == "wbr" and self.is_read:
            # What stands around a place where an address may break is its halves.
            self.found.pop()
        self.is_address, self.is_read = tag == "wbr", False
        if tag not in VOID:
            self.open.append((tag, spoken))

    def handle_endtag(self, tag: str) -> None:
        """Forget it again, also what was not closed inside."""
        self.is_address = self.is_read = False
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take a text, but for what only machines read."""
        text = " ".join(data.split())
        is_told = self.open and self.open[-1][0] not in {"script", "style", "title", "code"}
        self.is_read = bool(is_told and text and not self.is_address and not ADDRESS.fullmatch(text))
        if self.is_read:
            self.found.append((self.open[-1][1], text))


def translated_pages(built: Path, code: str) -> Iterator[tuple[str, Path, Path]]:
    """Yield each page in another language with its Dutch page."""
    root = built / "site"
    for page in sorted((root / code).rglob("index.html")):
        path = page.relative_to(root / code)
        yield path.as_posix(), page, root / path


def own_words(built: Path) -> set[str]:
    """Return every word of the village's own: from its register, its settings and its texts."""
    texts = [path.read_text("utf-8") for path in (built / "data").rglob("*.json")]
    texts += [path.read_text("utf-8") for path in (REPOSITORY / "data").glob("*.csv")]
    return set(re.findall(r"\w+", " ".join(texts)))


@pytest.mark.parametrize("code", OTHERS)
def test_every_page_is_there(built: Path, code: str) -> None:
    """Every Dutch page has one in the other language, but for what only leads on or is gone."""
    root = built / "site"
    pages = {path.relative_to(root).as_posix() for path in root.rglob("index.html")}
    dutch = {p for p in pages if p.split("/")[0] not in {"q", *OTHERS} and is_indexed(root / p)}

    assert {path for path, _, _ in translated_pages(built, code)} == dutch


def is_indexed(page: Path) -> bool:
    """Tell whether a page may be kept by a search engine."""
    return 'name="robots" content="noindex"' not in page.read_text("utf-8")


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_dutch_is_left_unmarked(built: Path, code: str) -> None:
    """What stands unmarked in a translated page stands otherwise in the Dutch one, or is a name or number."""
    left: dict[str, str] = {}
    for path, page, dutch in translated_pages(built, code):
        there = {text for _, text in Texts(dutch.read_text("utf-8")).found}
        for spoken, text in Texts(page.read_text("utf-8")).found:
            words = set(re.findall(r"[^\W\d]{2,}", text)) - SAME
            if spoken == code and words and text in there and not text.startswith("Wilgenbroek"):
                left.setdefault(text, path)

    assert left == {}


@pytest.mark.parametrize("code", OTHERS)
def test_the_page_says_its_language(built: Path, code: str) -> None:
    """A translated page names its language, leads to the Dutch page, and the Dutch one to it."""
    for path, page, dutch in translated_pages(built, code):
        assert f'<html lang="{code}">' in page.read_text("utf-8"), path
        assert 'hreflang="nl"' in page.read_text("utf-8"), path
        assert f'hreflang="{code}"' in dutch.read_text("utf-8"), path


@pytest.mark.parametrize("code", OTHERS)
def test_a_search_engine_finds_each_language(built: Path, code: str) -> None:
    """Each page names its languages with whole addresses; the start page leaves that to the site map."""
    home = "https://wilgenbroek.example/"
    for path, page, dutch in translated_pages(built, code):
        address = path.removesuffix("index.html")
        links = [
            f'<link rel="alternate" hreflang="nl" href="{home}{address}">',
            f'<link rel="alternate" hreflang="{code}" href="{home}{code}/{address}">',
        ]
        for text in (page.read_text("utf-8"), dutch.read_text("utf-8")):
            assert [link in text for link in links] == [bool(address)] * 2, path
        assert f'href="{home}{code}/{address}"' in (built / "site" / "sitemap.xml").read_text("utf-8")
        locale = tongue(code).translated("nl-NL").replace("-", "_")
        assert not address or f'property="og:locale" content="{locale}"' in page.read_text("utf-8"), path


def test_search_answers_in_english(browser: Browser, site_server: str) -> None:
    """The English page finds the village's own words, marks them as Dutch, and leads to English pages."""
    page = browser.new_context(timezone_id="Europe/Amsterdam").new_page()
    page.clock.install(time=NOW)
    page.goto(f"{site_server}/en/zoeken/?q=koffie")
    first = page.locator("#gevonden[lang=nl] article a").first
    first.wait_for()

    assert "answers to “koffie”" in page.locator("#stand").inner_text()
    first.click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.context.close()


def test_an_empty_catalogue_asks_for_everything(tmp_path: Path) -> None:
    """A new language begins with every text of English, none of them said."""
    with (LOCALE / "en.po").open("rb") as file:
        wanted = [(m.context, m.id) for m in read_po(file)]
    (tmp_path / "fy.po").write_bytes(tongues.empty("fy"))
    with (tmp_path / "fy.po").open("rb") as file:
        made = [*read_po(file, locale="fy")]

    assert [(m.context, m.id) for m in made] == wanted
    assert not any("".join(m.string) for m in made if m.id)
    assert tongues.main([]) == tongues.main(["en"]) == 2


@pytest.mark.parametrize("code", OTHERS)
def test_the_catalogue_is_whole(code: str) -> None:
    """Every text of the templates is in the catalogue, and nothing that is no longer asked for."""
    with (LOCALE / f"{code}.po").open("rb") as file:
        catalog = read_po(file, locale=code)
    said = {m.id if isinstance(m.id, str) else m.id[0] for m in catalog if m.id and not m.context}
    unsaid = [
        m.id for m in catalog if m.id and not (m.string if isinstance(m.string, str) else all(m.string or []))
    ]

    assert unsaid == []
    wanted = asked()
    assert sorted(wanted - said) == []
    # Only what templates ask for names a template.
    assert sorted(str(m.id) for m in catalog if m.locations and not {m.id, m.id[0]} & wanted) == []


def asked() -> set[str]:
    """Return every text that a template or a script of the theme asks to be said."""
    theme = assets.folder("theme")
    options = {"**.html": {"trimmed": "false", "silent": "false", "newstyle_gettext": "true"}}
    found = extract_from_dir(
        str(theme / "templates"), method_map=[("**.html", "jinja2")], options_map=options
    )
    texts = {text if isinstance(text, str) else text[0] for _, _, text, _, _ in found}
    for script in (theme / "scripts").rglob("*.js"):
        texts |= set(re.findall(r'\b_\("([^"\n]*)"', script.read_text("utf-8")))
    return texts


TIMES = {
    "elke dinsdag van 10.00 tot 12.00 uur": "every Tuesday from 10.00 to 12.00",
    "ma, wo en vr 9.00–12.00 uur": "Mon, Wed and Fri 9.00–12.00",
    "ma t/m vr 9.00–17.00 uur, niet op feestdagen": "Mon to Fri 9.00–17.00, not on public holidays",
    "elke 1e en 3e donderdag van de maand vanaf 19.30 uur": (
        "every 1st and 3rd Thursday of the month from 19.30"
    ),
    "elke laatste vrijdag van de maand 17.00–19.00 uur": "every last Friday of the month 17.00–19.00",
    "woensdag 25 november, 9.30 tot 11.00 uur": "Wednesday 25 November, 9.30 to 11.00",
    "om de week op donderdag van 10.00 tot 12.00 uur": "every other week on Thursday from 10.00 to 12.00",
    "za 10.00–16.00 uur, van april t/m september": "Sat 10.00–16.00, from April to September",
    "altijd open": "always open",
    "ma 9.00–12.00 uur, op afspraak": "Mon 9.00–12.00, by appointment",
    "elke dag 's avonds": "every day in the evening",
}


@pytest.mark.parametrize(("dutch", "english"), TIMES.items())
def test_times_in_english(dutch: str, english: str) -> None:
    """A time that the program says is said in English, phrase by phrase."""
    assert tongue("en").translated(dutch) == english


def marked(text: str) -> bool:
    """Tell whether English says a text, or a part of it, in Dutch."""
    return 'lang="nl"' in tongue("en").said(text)


def test_every_time_is_said_in_english() -> None:
    """Whatever can be read of times can be said, in full and in short."""
    read_well = [found for row in rows("gevallen.csv") if (found := read(row["tekst"], GIVEN)).is_readable]
    said = {say(found) for found in read_well for say in (echo, short)}

    assert len(said) > 500
    assert sorted(filter(marked, said)) == []


def test_what_views_say_is_said_in_english(example: Path) -> None:
    """Titles of our own, the menu, labels of facts, kinds and freshness are in the catalogue."""
    portal = read_portal(example, TODAY).portal
    shown = [page for page in pages(portal) if page.is_indexed]
    said = {page.title for page in shown if not page.is_named} | {name for _, name in NAV}
    said |= {fact.label for page in shown if isinstance(page.view, RecordView) for fact in page.view.facts}
    for card in shelf(portal).cards:
        said |= {card.notice, card.following, card.checked, *(way.label for way in card.ways)}

    assert sorted(filter(marked, said)) == []


SAID = {
    "Gaat niet door: de zaal is bezet": 'Cancelled: <span lang="nl">de zaal is bezet</span>',
    "Andere tijd: 14.00 uur": "Other time: 14.00",
    "Gesloten op donderdag 24 december: <b>feest</b>": (
        'Closed on Thursday 24 December: <span lang="nl">&lt;b&gt;feest&lt;/b&gt;</span>'
    ),
    "In mei 2025 gecontroleerd; bel even of het nog klopt.": (
        "Last checked in May 2025; please ring to check that it is still right."
    ),
    "De route is ongeveer 3,5 kilometer lang.": "The route is about 3.5 km long.",
    "Nederlands en Engels": "Dutch and English",
    "Nederlands": "Dutch",
    "€\u00a02,50 met koffie": "€ 2.50 with coffee",
    "Open": "Open",
    "Ont\u00admoeten": '<span lang="nl">Ont\u00admoeten</span>',
    f"{'0490' * 20} Kees": f'<span lang="nl">{"0490" * 20} Kees</span>',
}


@pytest.mark.parametrize(("dutch", "english"), SAID.items())
def test_what_is_ours_is_said_and_what_is_theirs_is_marked(dutch: str, english: str) -> None:
    """What the program says is English, what the village wrote is marked as Dutch and never markup."""
    assert tongue("en").said(dutch) == english
    assert tongue("nl").said(dutch) == dutch


def test_a_time_with_an_unknown_word_stays_dutch() -> None:
    """A text of which one word is not known is Dutch as a whole, and marked so."""
    assert (
        tongue("en").said("di 10.00 uur bij Kees & Co")
        == '<span lang="nl">di 10.00 uur bij Kees &amp; Co</span>'
    )


def test_every_language_has_a_catalogue() -> None:
    """Each language that volunteers may choose is there, and no other."""
    assert sorted(path.stem for path in LOCALE.glob("*.po")) == sorted(OTHERS)


def test_phrases_are_only_words() -> None:
    """A phrase of times holds no placeholder, since it is put in as it is."""
    with (LOCALE / "en.po").open("rb") as file:
        phrases = [m for m in read_po(file) if m.context == PHRASES]
    assert phrases
    assert [m.id for m in phrases if "%" in str(m.id) + str(m.string)] == []


def test_scripts_speak(built: Path) -> None:
    """The scripts of the English pages say English words, and ask for none that was not said."""
    for script in (built / "site" / "theme" / "en").glob("*.js"):
        assert '_("' not in script.read_text("utf-8"), script.name
    code = (built / "site" / "theme" / "en" / "now.js").read_text("utf-8")
    assert '"Today"' in code
    assert "Vandaag" not in code
