"""Soft hyphens: where a long Dutch word may be broken, and where it never is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dorpspomp.views.hyphenation import LONG, SOFT, Hyphenator

BY_HAND = """
man-tel-zorg-on-der-steu-ning man-tel-zorg-ma-ke-laar man-tel-zorg-lunch man-tel-zor-gers-ca-fé
vrij-wil-li-gers-werk vrij-wil-li-gers-cen-tra-le vrij-wil-li-gers-va-ca-tu-re
vrij-wil-li-gers-ver-ze-ke-ring vrij-wil-li-gers-vier-daag-se huis-art-sen-post huis-art-sen-prak-tijk
wijk-ver-pleeg-kun-di-ge wijk-ver-ple-ging thuis-zorg-or-ga-ni-sa-tie dorps-on-der-steu-ner
dorps-coör-di-na-tor dorps-co-ö-pe-ra-tie buurt-be-mid-de-ling buurt-ver-e-ni-ging buurt-pre-ven-tie
buurt-huis-ka-mer buurt-sport-coach buurt-maal-tijd buurt-bus-ver-e-ni-ging zorg-ver-ze-ke-ring
zorg-ver-ze-ke-raar zorg-boer-de-rij zorg-co-ö-pe-ra-tie zorg-ver-le-ner zorg-toe-slag zorg-in-stel-ling
ge-hei-men-zaal kin-der-op-vang-toe-slag kin-der-kle-ding-kast kin-der-dag-ver-blijf kin-der-te-le-foon
kin-der-boer-de-rij kin-der-mis-han-de-ling peu-ter-speel-zaal jeugd-ge-zond-heids-zorg
jeugd-ver-pleeg-kun-di-ge jeugd-hulp-ver-le-ning jon-ge-ren-wer-ker jon-ge-ren-cen-trum
ou-de-ren-mis-han-de-ling ou-de-ren-ad-vi-seur ou-de-ren-ver-voer se-ni-o-ren-ver-e-ni-ging
se-ni-o-ren-mid-dag se-ni-o-ren-wo-ning rol-stoel-ver-voer rol-stoel-schom-mel rol-la-tor-spreek-uur
scoot-mo-biel-trai-ning blin-den-ge-lei-de-hond ge-han-di-cap-ten-par-keer-plaats
ge-han-di-cap-ten-ver-voer par-keer-ver-gun-ning par-keer-plaat-sen toe-gan-ke-lijk-heid
ge-meen-te-raads-ver-kie-zin-gen ge-meen-te-be-las-ting ge-meen-te-huis-plein bur-ger-ser-vi-ce-num-mer
bur-ger-ini-ti-a-tief bur-ger-hulp-ver-le-ning be-las-ting-te-le-foon be-las-ting-aan-gif-te
be-las-ting-dienst schuld-hulp-ver-le-ning schuld-hulp-maat-jes voed-sel-bank-pak-ket
voed-sel-ver-gif-ti-ging ge-zond-heids-cen-trum ge-zond-heids-ver-kla-ring tand-art-sen-prak-tijk
fy-sio-the-ra-pie-prak-tijk die-ren-arts-prak-tijk die-ren-am-bu-lan-ce die-ren-be-scher-ming
die-ren-am-bu-lan-ces bi-bli-o-theek-punt bi-bli-o-theek-me-de-wer-ker voor-lees-mid-dag
taal-ca-fé-och-tend com-pu-ter-spreek-uur com-pu-ter-cur-sus com-pu-ter-in-loop te-le-foon-cir-kel
te-le-foon-num-mer in-ter-net-ca-fé for-mu-lie-ren-bri-ga-de for-mu-lie-ren-spreek-uur
ver-trou-wens-per-soon klach-ten-func-ti-o-na-ris klach-ten-re-ge-ling ken-nis-ma-kings-ge-sprek
keu-ken-ta-fel-ge-sprek er-va-rings-des-kun-di-ge lot-ge-no-ten-con-tact rouw-ver-wer-king
slacht-of-fer-hulp zelf-moord-pre-ven-tie ver-sla-vings-zorg ge-heu-gen-spreek-uur Alz-hei-mer-ca-fé
do-den-her-den-king ko-nings-dag-co-mi-té car-na-vals-stich-ting car-na-vals-op-tocht avond-vier-daag-se
lan-taarn-wan-de-ling lam-pi-on-nen-op-tocht nieuw-jaars-re-cep-tie nieuw-jaars-con-cert
sin-ter-klaas-in-tocht kerst-markt-co-mi-té voet-bal-ver-e-ni-ging gym-nas-tiek-ver-e-ni-ging
gym-ver-e-ni-ging ten-nis-ver-e-ni-ging mu-ziek-ver-e-ni-ging to-neel-ver-e-ni-ging oran-je-ver-e-ni-ging
na-tuur-ver-e-ni-ging han-del-vis-ver-e-ni-ging duif-hou-ders-ver-e-ni-ging heem-kun-de-kring
gym-nas-tiek-zaal sport-ac-com-mo-da-tie wan-del-ver-e-ni-ging wan-del-maat-jes fiets-ver-huur-pun-ten
pan-nen-koe-ken-huis pan-nen-koe-ken-dag kof-fie-och-tend kof-fie-au-to-maat spel-le-tjes-mid-dag
spel-le-tjes-avond bil-jart-ver-e-ni-ging hand-werk-mid-dag schil-ders-ver-e-ni-ging fo-to-club-avond
mu-ziek-in-stru-ment knot-wil-gen-rou-te na-tuur-wan-de-ling af-val-ka-len-der af-val-con-tai-ner
mi-lieu-straat-pas ka-pel-le-tjes-rou-te stroom-sto-ring gas-ont-vangst-sta-ti-on ener-gie-re-ke-ning
ener-gie-co-ö-pe-ra-tie ener-gie-coa-ches wa-ter-schaps-be-las-ting wo-ning-cor-po-ra-tie
wo-ning-zoe-ken-den huur-com-mis-sie huis-uit-zet-ting huis-hou-de-lijk le-vens-mid-de-len
on-der-steu-ning vrij-wil-li-gers ver-pleeg-kun-di-ge ver-ant-woor-de-lijk be-reik-baar-heid
dis-cri-mi-na-tie ad-mi-ni-stra-tie voor-zie-nin-gen voor-be-rei-ding vluch-te-lin-gen her-in-ne-rin-gen
werk-zaam-he-den be-lang-stel-ling valk-uil-de-tec-tor mas-sa-ge-bed-den kwart-sla-gen-bord
bom-mel-ding-pro-to-col ge-bruik-te-lin-gen dins-dag-och-tend don-der-dag-mid-dag woens-dag-mid-dag
za-ter-dag-och-tend zon-dag-mid-dag-po-di-um herfst-va-kan-tie voor-jaars-va-kan-tie kerst-va-kan-tie
zo-mer-va-kan-tie school-va-kan-ties
"""
"""Long words of villages, broken by hand at every syllable, some on purpose of words that nobody knows."""

WORDS = BY_HAND.split()
ENOUGH = 0.9
"""The least share of long words that get a break."""


@pytest.mark.parametrize("by_hand", [word for word in WORDS if len(word.replace("-", "")) > LONG])
def test_a_word_is_never_broken_wrongly(by_hand: str) -> None:
    """Each break is one that somebody who knows Dutch would make too."""
    broken = Hyphenator()(by_hand.replace("-", ""))

    assert breaks(broken.replace(SOFT, "-")) <= breaks(by_hand), broken.replace(SOFT, "-")


def breaks(word: str) -> set[int]:
    """Return after how many letters a word is broken."""
    return {len(word[:at].replace("-", "")) for at in range(len(word)) if word[at] == "-"}


def test_most_long_words_are_broken() -> None:
    """Of the long words most get a break, and nearly all of those pieces fit on a line of 320 pixels."""
    long = [word.replace("-", "") for word in WORDS if len(word.replace("-", "")) > LONG]
    broken = [found for word in long if SOFT in (found := Hyphenator()(word))]

    assert len(long) >= 150
    assert len(broken) / len(long) >= ENOUGH
    assert [word for word in broken if max(map(len, word.split(SOFT))) > LONG] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Koffietafel", "Koffietafel"),
        ("Xyzwvqbnmklprst", "Xyzwvqbnmklprst"),
        ("Mantelzorg-ondersteuning", "Mantelzorg-onder¬steu¬ning"),
        ("Mantelzorglunch in de Dorpsboerderij", "Man¬tel¬zorg¬lunch in de Dorps¬boer¬de¬rij"),
        ("WOENSDAGMIDDAG", "WOENS¬DAG¬MIDDAG"),
        ("hallo@vrijwilligerswerk.example", "hallo@vrij¬wil¬li¬gers¬werk.example"),
        ("", ""),
    ],
)
def test_only_long_words_are_touched(text: str, expected: str) -> None:
    """Words of twelve letters and fewer, and words that cannot be split, stay as they are."""
    assert Hyphenator()(text).replace(SOFT, "¬") == expected


def test_a_village_knows_its_own_names() -> None:
    """The words of a village's own names are parts too, whole."""
    name = "Oosterwoldevereniging"

    assert Hyphenator(["oosterwolde"])(name).replace(SOFT, "-") == "Oosterwolde-ver-eni-ging"
    assert Hyphenator()(name) == name


def test_soft_hyphens_stay_in_what_is_seen(built: Path) -> None:
    """No title, description, address, label, data attribute or machine's text of a page has a soft hyphen."""
    seen = 0
    for page in (built / "site").rglob("*.html"):
        text = page.read_text("utf-8")
        seen += SOFT in text
        hidden = [*re.findall(r"<title>.*?</title>|<script.*?</script>", text, re.DOTALL)]
        hidden += re.findall(r'<[a-z][^>]*="[^">]*\u00ad[^">]*"', text)
        assert [part for part in hidden if SOFT in part] == [], page
    assert seen > 20
    for path in (built / "site").rglob("*.json"):
        assert SOFT not in json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False)


@pytest.mark.browser
def test_a_broken_word_is_found_and_fits(browser: Browser) -> None:
    """A browser finds a word with soft hyphens in a page, and breaks it where a line is too narrow."""
    page = browser.new_page(viewport={"width": 320, "height": 600})
    heading = Hyphenator()("Jeugdgezondheidszorgvereniging")
    page.set_content(f"<h1 style='font-size:32px'>{heading}</h1>")

    assert page.evaluate("window.find('jeugdgezondheidszorgvereniging')")
    assert page.evaluate("document.documentElement.scrollWidth <= 320")
    page.close()
