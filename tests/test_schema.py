"""The descriptors: complete, valid, plain, and one with the model."""

from __future__ import annotations

import dataclasses
import re
from copy import deepcopy

import pytest
from frictionless import Schema

from dorpspomp import loose, model
from dorpspomp.sheet import Column, Sheet, descriptor, settings, sheets
from dorpspomp.validation import validate, validate_settings

# Sheets and columns as docs and data know them; `*` is required.
CONTRACT = {
    "diensten": "naam*;rubriek*;kort*;voorbeelden;voor wie;gebied;telefoon;bereikbaar;plek;openingstijden;"
    "e-mail;website;aanmelden;kosten;organisatie;niveau;wel;niet;komt thuis;veiligheid;talen;toegankelijk;"
    "trefwoorden;uitgelicht;gecontroleerd op;gecontroleerd door;status;publiceren;code",
    "activiteiten": "naam*;rubriek*;kort;soort;wanneer*;vanaf;tot en met;niet op;plek;startpunt;aanmelden;"
    "telefoon;e-mail;website;kosten;voor wie;meenemen;organisatie;toegankelijk;trefwoorden;uitgelicht;"
    "gecontroleerd op;gecontroleerd door;status;publiceren;code",
    "organisaties": "naam*;soort;kort;rubriek;telefoon;bereikbaar;bezoekadres;plek;openingstijden;e-mail;"
    "website;gebied;kvk;trefwoorden;gecontroleerd op;gecontroleerd door;status;publiceren;code",
    "plekken": "naam*;soort;adres;postcode;plaats;breedtegraad;lengtegraad;openingstijden;telefoon;"
    "toegankelijk;voorzieningen;gastheer;kiosk;gecontroleerd op;status;publiceren;code",
    "rubrieken": "naam*;vraag;uitleg;icoon;volgorde;boven;woorden;upl;code",
    "links": "naam*;url*;groep;uitleg;volgorde;code",
    "platforms": "naam*;behoefte*;waarvoor*;url;account nodig;zonder account;beheerd door;voorkeur;status;"
    "gecontroleerd op;code",
    "prikbord": "nummer*;soort*;rubriek*;tekst*;gebied;hoe vaak;tijd;plek;geplaatst*;geldig tot*;via*;"
    "terugdoen;toestemming*;status;intern naam;intern telefoon",
    "doorverwijzen": "situatie*;eerste stap*;organisatie*;wanneer niet de buren;telefoon;rubriek",
    "telefoondienst": "van*;tot en met*;intern coordinator*;intern vervanger;opmerking",
    "contactpersonen": "straat*;gebied;rol*;toon naam;intern naam;naam;via*",
    "rollen": "rol*;taak*;tijd per week;minimaal;opleiding;telefoon*;status*",
    "uitzonderingen": "waarvan*;van*;tot en met;wat*;tijd;reden",
    "vakanties": "soort*;naam*;regio*;van*;tot en met*;opmerking;bron",
    "woorden": "woord*;betekent ook*",
    "drukwerk": "soort*;formaat;titel;motto;punten;over;gebied;aantal;waar opgehangen;vervang op;code",
    "tellingen": "maand*;gebied;vragen;aanbod;matches;niet gelukt;telefoontjes;bezoekers",
    "doelen": "doel*;termijn;bereik;verandering;meetwaarde;streef",
    "instellingen": "naam*;waarde",
    "landelijk": "naam*;rubriek*;kort*;voorbeelden;voor wie;gebied;telefoon;bereikbaar;e-mail;website;"
    "aanmelden;kosten;organisatie;niveau;wel;niet;veiligheid;talen;trefwoorden;spoed;bron;gecontroleerd op;"
    "code",
    "nieuws": "titel*;datum;samenvatting;status;publiceren;code",
    "verhalen": "titel*;datum;samenvatting;status;publiceren;code",
    "paginas": "titel*;datum;samenvatting;status;publiceren;code",
}
SETTINGS = (
    "naam portaal;slogan;dorp;gemeente;provincie;regio;centraal nummer*;bereikbaar;plek;"
    "hulp bij instellen;e-mail;meldpunt*;"
    "beheerder;webadres;kleur;accentkleur;logo;lettergrootte;noodstrip;feestdagen;talen;kiosk rust na;"
    "verouderd na;"
    "akkoord"
)
KINDS = {
    *("text", "list", "yes", "phone", "email", "url", "when", "except", "date", "number", "choice"),
    *("reference", "code", "code list", "money", "postcode"),
}
TYPES = {
    "yes": {"boolean"},
    "date": {"date"},
    "number": {"number", "integer"},
    "text": {"string", "yearmonth"},
}
# Read while the register is made; the model holds what follows from them.
STEERING = {"publish", "not_on", "show_name"}
# Made, not typed: the source, the code of a sheet without one, the name of a card, the long text.
DERIVED = {"source", "code", "name", "status", "body"}
UNFED = {"Place": {"checked_by"}}

EVERY = tuple(sheets().values())
COLUMNS = [(sheet.name, column) for sheet in EVERY for column in sheet.columns]
COLUMNS += [("instellingen", column) for column in settings()]
IDS = [f"{name}-{column.name}" for name, column in COLUMNS]


def starred(columns: tuple[Column, ...]) -> str:
    """Write columns as the contract does."""
    return ";".join(column.name + "*" * column.required for column in columns)


def attributes(record: str) -> set[str]:
    """Return the names of a record's fields."""
    return {field.name for field in dataclasses.fields(getattr(model, record))}


def test_every_sheet_and_column_is_described() -> None:
    """The descriptors hold exactly the sheets and columns of the contract, in its order."""
    assert {sheet.name: starred(sheet.columns) for sheet in EVERY} == CONTRACT
    assert starred(settings()) == SETTINGS


@pytest.mark.parametrize("sheet", EVERY, ids=lambda sheet: sheet.name)
def test_frictionless_accepts_the_descriptor(sheet: Sheet) -> None:
    """Each descriptor is a valid Table Schema, its examples included."""
    plain = deepcopy(descriptor(sheet.name))
    assert [error.message for error in Schema.metadata_validate(plain)] == []


def test_frictionless_accepts_the_settings() -> None:
    """The settings have the form of fields of a valid Table Schema too."""
    plain = {"fields": deepcopy(descriptor("instellingen")["dorpspomp"]["settings"])}
    assert [error.message for error in Schema.metadata_validate(plain)] == []


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=IDS)
def test_a_column_has_a_known_kind_and_type(name: str, column: Column) -> None:
    """A column's kind has a converter and agrees with its type in Table Schema."""
    own = descriptor(name)
    fields = [*own["fields"], *own["dorpspomp"].get("settings", ())]
    field = next(field for field in fields if field["name"] == column.name)
    assert column.kind in KINDS
    assert field["type"] in TYPES.get(column.kind, {"string"})
    assert (column.kind == "choice") == bool(column.choices)
    assert (column.kind in ("reference", "code list")) == bool(column.refers)
    assert set(column.refers) <= set(sheets())


@pytest.mark.parametrize("sheet", EVERY, ids=lambda sheet: sheet.name)
def test_attributes_are_those_of_the_record(sheet: Sheet) -> None:
    """Each column feeds an attribute that its record has, and no two columns feed the same."""
    columns = settings() if sheet.record == "Settings" else sheet.columns
    fed = [column.attribute for column in columns if column.attribute]
    assert set(fed) - STEERING <= attributes(sheet.record)
    assert len(fed) == len(set(fed))


@pytest.mark.parametrize("record", sorted({sheet.record for sheet in EVERY} - {"Settings"}))
def test_every_attribute_is_fed(record: str) -> None:
    """Each attribute of a record that is not derived has a column in one of its sheets."""
    fed = {c.attribute for sheet in EVERY if sheet.record == record for c in sheet.columns}
    assert attributes(record) - fed <= DERIVED | UNFED.get(record, set())


def test_every_setting_is_fed() -> None:
    """Each attribute of the settings has a row in `instellingen`."""
    assert {column.attribute for column in settings()} == attributes("Settings")


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=IDS)
def test_a_description_is_one_plain_sentence(name: str, column: Column) -> None:
    """A description is a sentence of at most twenty words that addresses the reader with `u`."""
    assert re.fullmatch(r"[A-Z].*[^.]\.", column.description), name
    assert len(column.description.split()) <= 20
    assert not re.search(r"\b(je|jij|jouw|jullie)\b", column.description.lower())


@pytest.mark.parametrize("sheet", EVERY, ids=lambda sheet: sheet.name)
def test_a_sheet_says_what_a_row_is(sheet: Sheet) -> None:
    """A sheet has a title, a singular and a sentence of at most twenty words."""
    assert sheet.title
    assert sheet.singular
    assert sheet.description.endswith(".")
    assert len(sheet.description.split()) <= 20


def test_every_column_has_an_example() -> None:
    """No column goes without an example."""
    assert [column.name for _, column in COLUMNS if not column.example] == []


@pytest.mark.parametrize("sheet", EVERY, ids=lambda sheet: sheet.name)
def test_examples_make_a_right_row(sheet: Sheet) -> None:
    """A row of all examples is a row without findings."""
    assert validate(sheet, [{column.name: column.example for column in sheet.columns}]) == ()


def test_examples_make_right_settings() -> None:
    """The examples of the settings are settings without findings."""
    assert validate_settings({column.name: column.example for column in settings()}) == ()


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("gecontroleerd op", "2-11-2026"),
        ("trefwoorden", "tuin; heg; snoeien"),
        ("kosten", "€ 2,50 per keer"),
    ],
)
def test_an_example_is_written_as_a_volunteer_types_it(column: str, typed: str) -> None:
    """People see Dutch dates and lists with `;`, not the canonical form."""
    found = sheets()["diensten"].column(column)
    assert found is not None
    assert found.written == typed


def test_a_number_is_written_with_a_comma() -> None:
    """People see a decimal comma."""
    found = sheets()["plekken"].column("breedtegraad")
    assert found is not None
    assert found.written == "51,7012"


@pytest.mark.parametrize(
    ("name", "columns"),
    [*((sheet.name, sheet.columns) for sheet in EVERY), ("instellingen-waarden", settings())],
)
def test_a_heading_means_one_column(name: str, columns: tuple[Column, ...]) -> None:
    """No name or synonym fits two columns of one sheet, however loosely it is written."""
    owner: dict[str, str] = {}
    for column in columns:
        for heading in (column.name, column.title, *column.synonyms):
            assert owner.setdefault(loose.key(heading), column.name) == column.name, (name, heading)


def test_a_name_means_one_sheet() -> None:
    """No name or synonym fits two sheets, however loosely it is written."""
    owner: dict[str, str] = {}
    for sheet in EVERY:
        for heading in (sheet.name, sheet.title, *sheet.synonyms):
            assert owner.setdefault(loose.key(heading), sheet.name) == sheet.name, heading


def test_internal_columns_are_private() -> None:
    """What is headed `intern` is private and reaches no record; nothing else hides in a public sheet."""
    for sheet in EVERY:
        for column in sheet.columns:
            assert column.private == (column.name.startswith("intern") or column.name in OWN[sheet.name])
            assert not (column.private and column.attribute)


OWN = {sheet.name: {"opmerking"} if sheet.private else set() for sheet in EVERY}


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=IDS)
def test_names_of_the_field_have_their_form(name: str, column: Column) -> None:
    """HSDS names are `table.column`; the RDF type is the last step of the schema.org path."""
    assert re.fullmatch(r"|[a-z_]+\.[a-z0-9_]+", column.hsds), name
    assert re.fullmatch(r"|[a-zA-Z]+(\.[a-zA-Z]+)*", column.schema_org)


def test_the_rdf_type_follows_the_path() -> None:
    """`rdfType` is the address of the term that `schemaOrg` ends in."""
    for sheet in EVERY:
        for field in descriptor(sheet.name)["fields"]:
            path = field["dorpspomp"].get("schemaOrg", "")
            assert field.get("rdfType", "") == (path and f"https://schema.org/{path.rpartition('.')[2]}")


@pytest.mark.parametrize("sheet", EVERY, ids=lambda sheet: sheet.name)
def test_foreign_keys_follow_the_references(sheet: Sheet) -> None:
    """A reference to one sheet is a foreign key to its code; "" is the sheet itself."""
    keys = {k["fields"][0]: k["reference"] for k in descriptor(sheet.name).get("foreignKeys", ())}
    expected = {
        column.name: {
            "resource": "" if column.refers == (sheet.name,) else column.refers[0],
            "fields": ["code"],
        }
        for column in sheet.columns
        if column.kind == "reference" and len(column.refers) == 1
    }
    assert keys == expected
