"""The records that travel between rooms: frozen, typed, versioned. Their JSON Schemas stand in schemas/topics/.

Offsets into text are Unicode code points, [start, end), in a document's `text` as stored. Times are UTC.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from pipeline.errors import Rejected

VERSION = 1
"""Version of every message's form; raised when a field changes its meaning or goes away."""

Id = Annotated[str, Meta(pattern="^[0-9a-f]{32}$", description="32 hexadecimal digits of a hash")]
Slug = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", description="slug of the usual English name")]
Offset = Annotated[int, Meta(ge=0, description="in code points")]
Time = Annotated[datetime, Meta(tz=True)]
Score = Annotated[float, Meta(ge=0, le=1)]
Language = Annotated[str, Meta(pattern="^[a-z]{2,3}$", description="ISO 639 code")]

DocumentKind = Literal["article", "transcript", "feed-item"]
EntityType = Literal["organization", "person", "model", "product", "hardware", "project", "law"]
Method = Literal["alias", "short-name", "phonetic", "cue", "model"]
Kind = Literal["money", "percent", "power", "energy", "data", "length", "area", "mass", "temperature",
               "duration", "age", "count", "multiple"]  # fmt: skip
Bound = Literal["exact", "approx", "min", "max", "range", "vague"]
Modality = Literal["asserted", "reported", "denied", "planned"]
EditAction = Literal["replay-letter", "drop-letter", "merge-entity", "split-entity", "promote-candidate",
                     "release-row", "confirm-row"]  # fmt: skip
Severity = Literal["error", "warning"]
AlertKind = Literal["mention", "quality", "digest"]
Relation = Literal["documents", "mentions", "figures", "entities", "alerts", "fetches"]
Metric = Literal["investment", "funding", "valuation", "revenue", "cost", "price", "loss", "profit", "capex", "cash",
                 "power-use", "hardware", "users", "subscribers", "employees", "share", "growth", "parameters",
                 "tokens", "context", "benchmark", "length", "other"]  # fmt: skip


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """Base of all messages."""


class Document(Record, frozen=True):
    """One revision of one text, as collected."""

    doc_id: Id
    revision: Annotated[Id, Meta(description="hash of title and text: a changed text is a new revision")]
    source: Annotated[str, Meta(min_length=1, description="id of the source it came from")]
    kind: DocumentKind
    title: str
    text: Annotated[str, Meta(min_length=1)]
    collected_at: Time
    url: str | None = None
    author: str | None = None
    lang: Annotated[
        Language | None, Meta(description="as declared by the source; null where it says nothing")
    ] = None
    published_at: Time | None = None
    meta: dict[str, str | int | float | bool] = {}


class Mention(Record, frozen=True):
    """A name in a document, linked to an entity of the catalogue, or a candidate (entity null)."""

    entity: Slug | None
    name: str
    type: EntityType
    surface: str
    start: Offset
    end: Offset
    sentence_start: Offset
    sentence_end: Offset
    method: Method
    score: Score
    evidence: Annotated[str, Meta(description="why: the alias hit, the phonetic key, the context names")]


class Figure(Record, frozen=True):
    """An amount in a document: unit, bounds, what it measures and whose it is.

    `value` is set for exact and approximate amounts (then low = high = value); `min` has no high, `max` no low.
    """

    surface: str
    start: Offset
    end: Offset
    sentence_start: Offset
    sentence_end: Offset
    kind: Kind
    value: float | None
    low: float | None
    high: float | None
    unit: Annotated[
        str, Meta(description="ISO 4217, %, W, Wh, B, m, m2, g, Cel, s, day … year, x, or the thing counted")
    ]
    bound: Bound
    subject: Slug | None = None
    metric: Metric | None = None
    period_start: str | None = None
    period_end: str | None = None
    modality: Modality = "asserted"
    speaker: Slug | None = None


class Extraction(Record, frozen=True):
    """All that one extractor version found in one document; the document travels along."""

    document: Document
    extractor: Annotated[str, Meta(description="version of the program and of the catalogue")]
    lang: Language
    mentions: list[Mention]
    figures: list[Figure]
    sketch: Annotated[
        bytes, Meta(description="of its text, by which copies are known; empty for a short one")
    ] = b""


class Fetch(Record, frozen=True):
    """One attempt to read one source."""

    fetch_id: Id
    source: str
    location: str
    at: Time
    outcome: Literal["new", "unchanged", "failed"]
    documents: Annotated[int, Meta(ge=0, description="new or changed documents it brought")]
    seconds: Annotated[float, Meta(ge=0)]
    status: int | None = None
    error: str | None = None
    size: Annotated[int, Meta(ge=0, description="bytes of the answer, unpacked")] | None = None
    entries: (
        Annotated[
            int, Meta(ge=0, description="documents that stood there, known ones included; null if unread")
        ]
        | None
    ) = None
    retry_after: (
        Annotated[
            float, Meta(ge=0, description="seconds for which a failing server wants to be left in peace")
        ]
        | None
    ) = None
    moved_to: Annotated[str | None, Meta(description="address to which it has moved for good")] = None
    next_due: Annotated[
        Time | None, Meta(description="when it is due again; null of what is gone, or waits for nothing")
    ] = None
    waits_until: Annotated[Time | None, Meta(description="after failures: it is not asked before")] = None
    gone: Annotated[bool, Meta(description="it answered 410 and is not asked any more")] = False


class Finding(Record, frozen=True):
    """An expectation that data did not meet."""

    expectation: Slug
    severity: Severity
    sentence: Annotated[str, Meta(description="what is wrong, in plain words")]
    unexpected: Annotated[int, Meta(ge=1, description="rows, days or sources that are not as expected")]


class Suspect(Record, frozen=True):
    """A row that fails an expectation on single rows: it drops out of the analysts' views until it is released."""

    expectation: Slug
    relation: Relation
    key: Annotated[
        str, Meta(description="doc_id of documents, mentions and figures; else entity, alert_id, fetch_id")
    ]
    what: Annotated[str, Meta(description="what it says and why that is not as expected")]
    start: Annotated[int | None, Meta(description="of a mention or figure; may be wrong itself")] = None
    end: int | None = None


def suspect_id(suspect: Suspect) -> str:
    """Names a suspect in quarantine, the same for ever: what `release-row` and `confirm-row` decide on."""
    start, end = ("" if one is None else str(one) for one in (suspect.start, suspect.end))
    text = "|".join((suspect.relation, suspect.key, start, end, suspect.expectation))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


class Verdict(Record, frozen=True):
    """The outcome of one validation of one suite. success: no expectation of severity error has failed.

    Its suspects may be too many for one message: then each part holds some of them, and else the same.
    """

    verdict_id: Id
    suite: Slug
    who: Annotated[str, Meta(description="who ran it: a user name")]
    at: Time
    seconds: Annotated[float, Meta(ge=0)]
    success: bool
    evaluated: Annotated[int, Meta(ge=0, description="expectations")]
    rows: Annotated[int, Meta(ge=0, description="rows of the table it looked at")]
    failed: list[Finding]
    suspects: list[Suspect] = []
    part: Annotated[int, Meta(ge=1)] = 1
    parts: Annotated[int, Meta(ge=1)] = 1


class Alert(Record, frozen=True):
    """What is told to whoever listens: a rule fired on a document, a suite has failed, or the day's digest is there.

    The same rule, entity and document, the same findings of a suite and the same day give the same id for ever.
    """

    alert_id: Id
    rule: Slug
    title: str
    sentence: str
    kind: Annotated[AlertKind, Meta(description="what it is about: decides which fields are set")] = "mention"
    entity: Annotated[Slug | None, Meta(description="of a mention")] = None
    doc_id: Annotated[Id | None, Meta(description="of a mention")] = None
    mentions: Annotated[int, Meta(ge=1, description="how often the entity stands in the document")] | None = (
        None
    )
    body: Annotated[str | None, Meta(description="Markdown: of a digest")] = None


class StoryAlert(Alert, frozen=True):
    """An alert that is told once a story and language: the loader drops it where another such document has set it off."""


class DeadLetter(Record, frozen=True):
    """What could not be handled, with its bytes (base64 in JSON), where it came from and why."""

    letter_id: Id
    stage: Literal["collect", "extract", "load"]
    origin: Annotated[str, Meta(description="a path, a URL, or topic/partition/offset")]
    source: str
    error: str
    at: Time
    size: Annotated[int, Meta(ge=0, description="bytes of the original")]
    payload: bytes


ENTITY_ACTIONS: tuple[EditAction, ...] = ("merge-entity", "split-entity", "promote-candidate")
ROW_ACTIONS: tuple[EditAction, ...] = ("release-row", "confirm-row")
CANDIDATE = "candidate:"
"""Begins the target of an edit on a name that is in no catalogue."""


class Edit(Record, frozen=True):
    """What a person has decided; loaded like everything else, so the tables keep who did what and when."""

    edit_id: Id
    action: EditAction
    target: Annotated[
        str,
        Meta(
            description="what was decided on: a letter_id, the id of an entity, candidate:NAME, or a suspect_id of quarantine"
        ),
    ]
    who: str
    at: Time
    becomes: Annotated[Slug | None, Meta(description="entity that the target is from then on")] = None
    name: Annotated[str | None, Meta(description="usual English name of a promoted candidate")] = None
    type: EntityType | None = None


OrganizationKind = Literal[
    "lab", "software", "platform", "chips", "hardware", "cloud", "telecom", "power", "cars", "robots", "defence", "industry",
    "transport", "retail", "health", "media", "culture", "bank", "fintech", "insurer", "fund", "analyst", "consulting", "holding",
    "government", "regulator", "university", "association", "other",
]  # fmt: skip
"""What the press would first call an organization; docs/extraction.md says what counts as which."""
Stage = Literal["startup", "established"]
"""`established` is who is listed, large, old or public: nobody would call it a start-up."""


class Entity(Record, frozen=True):
    """A tracked thing of the catalogue. `ambiguous` aliases are plain words too and need evidence in the document.

    Of organizations: `country` of its seat as ISO 3166 has it (eu for the Union's bodies), `city` as the English press writes it.
    """

    id: Slug
    name: str
    type: EntityType
    parent: Slug | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    ticker: str | None = None
    kind: OrganizationKind | None = None
    country: Annotated[str, Meta(pattern="^[a-z]{2}$")] | None = None
    city: str | None = None
    stage: Stage | None = None


TOPICS: dict[str, type[Record]] = {
    "documents": Document,
    "extractions": Extraction,
    "fetches": Fetch,
    "verdicts": Verdict,
    "alerts": Alert,
    "edits": Edit,
    "dead-letters": DeadLetter,
}
"""Which record each topic carries."""

_encoder = msgspec.json.Encoder()
_decoders = {name: msgspec.json.Decoder(record) for name, record in TOPICS.items()}


def encode(record: Record) -> bytes:
    """The record as the JSON of its topic's schema."""
    return _encoder.encode(record)


def headers(topic: str) -> dict[str, str]:
    """Headers of a message on this topic: its schema's name and version."""
    return {"schema": topic, "version": str(VERSION)}


def decode(topic: str, value: bytes, marks: Mapping[str, str]) -> Record:
    """The record in a message of this topic. Raises Rejected for another version or a broken body."""
    if (marks.get("schema"), marks.get("version")) != (topic, str(VERSION)):
        found = f"{marks.get('schema')} version {marks.get('version')}"
        raise Rejected(f"a message on {topic} says it is {found}, not {topic} version {VERSION}")
    try:
        return _decoders[topic].decode(value)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:  # ValidationError is a DecodeError
        raise Rejected(f"a message on {topic} breaks its schema: {error}") from error
