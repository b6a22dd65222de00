"""What was seen: documents and dead letters in, only those that the topics do not hold yet appended to them.

The state (state.py) pictures two topics: which revision of which document stands in `documents`, which letters stand
in `dead-letters`. It is brought up to date from the topics before every batch and held while the batch is appended. So
a process that is killed between appending and noting it repeats nothing, and several processes may collect at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from pipeline.collect.state import forget, writing
from pipeline.records import DeadLetter, Document
from pipeline.topics.base import Message, Partition, Topics
from pipeline.topics.envelope import pack

STATE = "collect.db"
"""The state's file, in KIKIMIMI_DATA."""
FEED_REVISION = "feed_revision"
"""In the meta of a text that is a page's: the revision of the entry that led to it, as its feed holds it."""
PAGE = 100
"""Messages read at once when catching up; each may be as large as KIKIMIMI_MAX_DOCUMENT."""


class _KnownMeta(msgspec.Struct):
    feed_revision: str = ""


class _Known(msgspec.Struct):
    """What the state remembers of a message on `documents`; its text is skipped unread."""

    doc_id: str
    source: str
    revision: str
    collected_at: datetime
    meta: _KnownMeta = msgspec.field(default_factory=_KnownMeta)


_known = msgspec.json.Decoder(_Known)


@dataclass(frozen=True, slots=True)
class Counts:
    """What appending a batch came to: documents new, changed and unchanged; letters not seen before."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    letters: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.letters + other.letters,
        )


def logs_of(topics: Topics) -> str:
    """Which logs the state is a picture of."""
    return " ".join(topics.identity(topic) for topic in ("documents", "dead-letters"))


def append_new(
    state: sqlite3.Connection,
    topics: Topics,
    records: Sequence[Document | DeadLetter],
    *,
    past: bool = False,
    on_news: Callable[[Callable[[Document], bool]], None] = lambda _: None,
) -> Counts:
    """Appends the documents that are new or changed and the letters that are new: one append for each topic.

    past: their collected_at is of a time long gone, not the clock's word for now. One whose document is known as of
    later is left out, for the text of today must not give way to an older one; it counts as unchanged.
    on_news: called before documents are appended, with a function that tells whether one is new or changed.
    """
    with writing(state):
        _catch_up(state, topics)
        documents: list[Message] = []
        news: set[tuple[str, str]] = set()
        letters: list[Message] = []
        outcomes = {"new": 0, "changed": 0, "unchanged": 0}
        for record in records:
            if isinstance(record, DeadLetter):
                if _note_letter(state, record.letter_id):
                    letters.append(pack("dead-letters", record.letter_id, record))
                continue
            outcome = "unchanged" if past and _is_older(state, record) else _outcome(state, record)
            outcomes[outcome] += 1
            if outcome != "unchanged":
                newest = _after_the_last(state, record) if outcome == "changed" else record
                _note_document(state, newest)
                news.add((newest.doc_id, newest.revision))
                documents.append(pack("documents", newest.doc_id, newest))
        if documents:
            on_news(lambda one: (one.doc_id, one.revision) in news or _outcome(state, one) != "unchanged")
            topics.append("documents", documents)
        if letters:
            topics.append("dead-letters", letters)
        _catch_up(state, topics)  # so that every id stands beside the position of its message
    return Counts(**outcomes, letters=len(letters))


def _outcome(state: sqlite3.Connection, document: Document) -> str:
    """What a document is beside what is known: new, changed or unchanged.

    Two sources may give two texts for one address: each is compared with its own last text, so that they do not take
    turns in changing it. A page's text is known by the revision of the entry that led to it, too: its feed goes on to
    hold the summary. A document without an address that stands word for word under another id is that document:
    a file that was moved, or a copy.
    """
    query = "SELECT source, revision, entry FROM documents WHERE doc_id = ?"
    known = {source: texts for source, *texts in state.execute(query, (document.doc_id,))}
    if document.revision in known.get(document.source, ()):
        return "unchanged"
    if document.source not in known and any(document.revision in texts for texts in known.values()):
        return "unchanged"
    if known:
        return "changed"
    copies = "SELECT 1 FROM documents WHERE revision = ? LIMIT 1"
    if document.url is None and state.execute(copies, (document.revision,)).fetchone():
        return "unchanged"
    return "new"


def _is_older(state: sqlite3.Connection, document: Document) -> bool:
    last = _last_collected(state, document)
    return last is not None and document.collected_at < last


def _after_the_last(state: sqlite3.Connection, document: Document) -> Document:
    """With a collected_at after that of every revision before: the loader knows the newest one by it, not by clocks."""
    last = _last_collected(state, document) or document.collected_at
    after = last + timedelta(microseconds=1)
    return msgspec.structs.replace(document, collected_at=max(document.collected_at, after))


def _last_collected(state: sqlite3.Connection, document: Document) -> datetime | None:
    query = "SELECT max(collected_at) FROM documents WHERE doc_id = ?"
    (last,) = state.execute(query, (document.doc_id,)).fetchone()
    return datetime.fromisoformat(last) if last else None


def _catch_up(state: sqlite3.Connection, topics: Topics) -> None:
    """Notes what the topics hold behind the noted positions; forgets all if they are shorter than these, thus others."""
    for topic in ("documents", "dead-letters"):
        ends = topics.ends(topic)
        if any(position > ends.get(partition, 0) for partition, position in _positions(state, topic).items()):
            forget(state)
    for topic in ("documents", "dead-letters"):
        while stored := topics.read(topic, _positions(state, topic), PAGE):
            for one in stored:
                if topic == "dead-letters":
                    _note_letter(state, one.message.key)
                else:
                    _note_message(state, one.message.value)
            ends = {one.partition: one.offset + 1 for one in stored}
            rows = [(*partition, position) for partition, position in ends.items()]
            state.executemany("INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", rows)


def _note_message(state: sqlite3.Connection, value: bytes) -> None:
    try:
        known = _known.decode(value)
    except (msgspec.DecodeError, UnicodeDecodeError):  # not ours: the extract room makes a dead letter of it
        return
    _note_document(state, known)


def _note_document(state: sqlite3.Connection, known: _Known | Document) -> None:
    at = known.collected_at.astimezone(UTC).isoformat(timespec="microseconds")
    entry = known.meta.feed_revision if isinstance(known, _Known) else known.meta.get(FEED_REVISION, "")
    row = (known.doc_id, known.source, known.revision, entry, at)
    state.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)", row)


def _note_letter(state: sqlite3.Connection, letter_id: str) -> bool:
    """Whether it was not noted before."""
    return state.execute("INSERT OR IGNORE INTO letters VALUES (?)", (letter_id,)).rowcount > 0


def _positions(state: sqlite3.Connection, topic: str) -> dict[Partition, int]:
    rows = state.execute("SELECT number, position FROM positions WHERE topic = ?", (topic,))
    return {Partition(topic, number): position for number, position in rows}
