"""The register as types: every record a villager can meet, frozen, with its sheet and row.

Names follow Open Referral HSDS and schema.org where these have one (see the glossary in
docs/ARCHITECTURE.md). An empty cell is "" or (), never a guess; `None` is kept for facts that are a
type of their own: a telephone number, a date, a schedule. References hold the code of the other
record, "" when there is none. Nothing private is in here: columns headed "intern" stay behind when
the register is made, so that no output can show them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from dorpspomp.when import Schedule


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was written: sheet, row as the volunteer counts (0 in Markdown), file."""

    sheet: str
    row: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: as it is shown, and as it is dialled (digits, or + and digits)."""

    shown: str
    dial: str

    @property
    def href(self) -> str:
        """Return the `tel:` address (RFC 3966)."""
        return f"tel:{self.dial}"


class Status(Enum):
    """What is going on with a record."""

    ACTIVE = "actief"
    PAUSED = "tijdelijk gestopt"
    STOPPED = "gestopt"
    CANCELLED = "afgelast"
    DRAFT = "concept"
    WANTED = "gezocht"
    FILLED = "bezet"
    OPEN = "open"
    FOUND = "gevonden"
    EXPIRED = "verlopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share. `body` is sanitised HTML made from Markdown, "" when there is none."""

    source: Source
    code: str
    name: str
    status: Status = Status.ACTIVE
    body: str = ""

    @property
    def sheet(self) -> str:
        """Return the sheet's own name, the first part of the record's address."""
        return self.source.sheet

    @property
    def address(self) -> str:
        """Return the record's page, relative to the root: `diensten/klussendienst/`."""
        return f"{self.sheet}/{self.code}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Record):
    """A record that somebody has checked on a day."""

    checked_on: date | None = None
    checked_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Checked):
    """A place to get help or information (HSDS service). Sheets `diensten` and `landelijk`."""

    tile: str
    short: str
    examples: tuple[str, ...] = ()
    audience: str = ""
    area: str = ""
    phone: Phone | None = None
    reachable: Schedule | None = None
    place: str = ""
    hours: Schedule | None = None
    email: str = ""
    website: str = ""
    sign_up: str = ""
    costs: str = ""
    organization: str = ""
    level: str = ""
    does: str = ""
    does_not: str = ""
    home_visits: bool = False
    safety: str = ""
    languages: tuple[str, ...] = ()
    accessible: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    highlighted: bool = False
    urgent: bool = False
    origin: str = ""

    @property
    def is_national(self) -> bool:
        """Tell whether this is one of the national services that every village has."""
        return self.sheet == "landelijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Checked):
    """An activity or a series of them (schema.org Event). Sheet `activiteiten`."""

    tile: str
    when: Schedule
    short: str = ""
    kind: str = ""
    start: date | None = None
    end: date | None = None
    place: str = ""
    start_point: str = ""
    sign_up: str = ""
    phone: Phone | None = None
    email: str = ""
    website: str = ""
    costs: str = ""
    audience: str = ""
    bring: str = ""
    organization: str = ""
    accessible: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    highlighted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Checked):
    """An organisation, desk, network, church, club or initiative. Sheet `organisaties`."""

    kind: str = ""
    short: str = ""
    tile: str = ""
    phone: Phone | None = None
    reachable: Schedule | None = None
    visiting_address: str = ""
    place: str = ""
    hours: Schedule | None = None
    email: str = ""
    website: str = ""
    area: str = ""
    kvk: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Checked):
    """A village hall, library, AED, bench or start of a route (HSDS location). Sheet `plekken`."""

    kind: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    latitude: float | None = None
    longitude: float | None = None
    hours: Schedule | None = None
    phone: Phone | None = None
    accessible: tuple[str, ...] = ()
    facilities: tuple[str, ...] = ()
    host: str = ""
    kiosk: bool = False

    @property
    def one_line(self) -> str:
        """Return the address on one line."""
        town = f"{self.postcode} {self.town}".strip()
        return ", ".join(part for part in (self.street, town) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile(Record):
    """A tile of the start page, phrased as a life question (HSDS taxonomy term). Sheet `rubrieken`."""

    question: str = ""
    explanation: str = ""
    icon: str = ""
    order: float = 0
    parent: str = ""
    words: tuple[str, ...] = ()
    upl: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """A link on the start page. Sheet `links`."""

    url: str
    group: str = ""
    explanation: str = ""
    order: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform(Record):
    """An existing platform and what it is for. Sheet `platforms`."""

    need: str
    purpose: str = ""
    url: str = ""
    needs_account: bool = False
    without_account: str = ""
    managed_by: str = ""
    preferred: bool = False
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Record):
    """A question or an offer on the board, entered by the coordinator. Sheet `prikbord`."""

    number: str
    kind: str
    tile: str
    text: str
    placed_on: date
    valid_until: date
    via: str
    area: str = ""
    frequency: str = ""
    time: str = ""
    place: str = ""
    in_return: str = ""
    consent: bool = False

    @property
    def is_question(self) -> bool:
        """Tell a question from an offer."""
        return self.kind == "vraag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Record):
    """A situation and who to turn to. Sheet `doorverwijzen`; `name` is the situation."""

    first_step: str
    organization: str
    not_neighbours: str = ""
    phone: Phone | None = None
    tile: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Record):
    """A period in which somebody answers the shared number. Who it is stays private."""

    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetContact(Record):
    """A contact in a street; `person` only with dated consent. Sheet `contactpersonen`."""

    street: str
    role: str
    via: str
    area: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Record):
    """A volunteer's role or vacancy. Sheet `rollen`; `name` is the role."""

    task: str
    phone: Phone | None
    hours_a_week: str = ""
    minimum: str = ""
    training: str = ""


class Change(Enum):
    """What an exception does to a schedule."""

    CLOSED = "gesloten"
    OTHER_TIME = "andere tijd"
    MOVED = "verplaatst"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation(Record):
    """One exception to a schedule. `of` is the address (`sheet/code/`) of what it changes."""

    of: str
    start: date
    end: date
    change: Change
    time: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(Record):
    """A school holiday or a public holiday in one region. Sheet `vakanties`."""

    kind: str
    region: str
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym(Record):
    """A word people say (`name`) and what it means here. Sheet `woorden`."""

    means: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder(Record):
    """Something to print. Sheet `drukwerk`; `over` holds addresses (`sheet/code/`)."""

    kind: str
    size: str = ""
    title: str = ""
    motto: str = ""
    points: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    area: str = ""
    quantity: str = ""
    replace_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Record):
    """Counts by hand of one month (`name` is `2026-11`). Sheet `tellingen`."""

    area: str = ""
    questions: int | None = None
    offers: int | None = None
    matches: int | None = None
    unmatched: int | None = None
    calls: int | None = None
    visitors: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """A goal that the counts are held against (`name` is the goal). Sheet `doelen`."""

    term: str = ""
    reach: str = ""
    change: str = ""
    measure: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """A piece of news, a story or a page, written in Markdown (`name` is its title)."""

    published_on: date | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The village's own facts. Sheet `instellingen`; one attribute per name."""

    portal: str
    slogan: str = ""
    village: str = ""
    municipality: str = ""
    province: str = ""
    region: str = ""
    phone: Phone | None = None
    reachable: Schedule | None = None
    place: str = ""
    setup_help: str = ""
    email: str = ""
    report_line: str = ""
    manager: str = ""
    url: str = ""
    color: str = "#0b3f8c"
    accent: str = "#ffc53d"
    logo: str = ""
    text_size: str = ""
    emergency: tuple[str, ...] = ()
    counted_holidays: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    kiosk_rest_after: int = 120
    stale_after: tuple[int, ...] = (180, 240, 365)
    accepted_on: date | None = None


class Form(Enum):
    """How a shape of the map is drawn."""

    POINT = "point"
    LINE = "line"
    AREA = "area"


class Point(NamedTuple):
    """A position in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of the village's map; the `lines` of an area are its rings. `kind` as in `geojson.KINDS`."""

    kind: str
    form: Form
    lines: tuple[tuple[Point, ...], ...]
    name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that was published once and is no longer: its address keeps answering."""

    sheet: str
    code: str
    name: str
    short: str = ""

    @property
    def address(self) -> str:
        """Return the address it had."""
        return f"{self.sheet}/{self.code}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Everything that may be published, today. Sorted, so that equal sheets give equal output.

    `shorts` maps each public address (`sheet/code/`) to its short number for print: `/q/4821/`.
    `ground` is the village's own map, on which places are drawn.
    """

    settings: Settings
    services: tuple[Service, ...] = ()
    activities: tuple[Activity, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    tiles: tuple[Tile, ...] = ()
    links: tuple[Link, ...] = ()
    platforms: tuple[Platform, ...] = ()
    notices: tuple[Notice, ...] = ()
    referrals: tuple[Referral, ...] = ()
    shifts: tuple[Shift, ...] = ()
    street_contacts: tuple[StreetContact, ...] = ()
    roles: tuple[Role, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    print_orders: tuple[PrintOrder, ...] = ()
    counts: tuple[Count, ...] = ()
    goals: tuple[Goal, ...] = ()
    news: tuple[Article, ...] = ()
    stories: tuple[Article, ...] = ()
    pages: tuple[Article, ...] = ()
    gone: tuple[Gone, ...] = ()
    ground: tuple[Shape, ...] = ()
    shorts: dict[str, str] = field(default_factory=dict)
