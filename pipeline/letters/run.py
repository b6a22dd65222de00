"""Dead letters: the topic in; what waits for a decision, and that decision as an edit, out.

A letter waits until somebody replays or drops it. The topic keeps it all the same: what was decided stands on `edits`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Literal, cast

from pipeline.contract import check_extraction
from pipeline.errors import Rejected
from pipeline.records import TOPICS, DeadLetter, Edit, Extraction, Record, decode, headers
from pipeline.topics.base import Message, Partition, Topics
from pipeline.topics.envelope import pack

PAGE = 100
"""Messages read at once."""
SHORTEST_ID = 4

Recollect = Callable[[DeadLetter], None]
"""Reads a letter of the collect stage again and appends its documents; raises Rejected where it is as bad as before."""


def waiting(topics: Topics) -> Iterator[DeadLetter]:
    """The letters that nobody has decided on, in the order of the topic; one at a time, since each may be large."""
    decided = {cast("Edit", edit).target for edit in _records(topics, "edits")}
    for record in _records(topics, "dead-letters"):
        letter = cast("DeadLetter", record)
        if letter.letter_id not in decided:
            decided.add(letter.letter_id)  # after a kill a letter may stand there twice
            yield letter


def find(topics: Topics, beginning: str) -> DeadLetter:
    """The letter whose id begins so. Raises Rejected when none or several do."""
    remedy = "see kikimimi dead-letters list"
    if len(beginning) < SHORTEST_ID:
        raise Rejected(
            f"{beginning!r} is too short for an id", f"give {SHORTEST_ID} characters or more of it"
        )
    found = [letter for letter in waiting(topics) if letter.letter_id.startswith(beginning.lower())]
    if len(found) != 1:
        raise Rejected(f"{len(found) or 'no'} dead letters have an id that begins with {beginning}", remedy)
    return found[0]


def replay(topics: Topics, letter: DeadLetter, recollect: Recollect, who: str) -> None:
    """Sends the letter's bytes the way they came once more, then notes that it was done.

    Killed in between, they are sent again: the same document is the same rows. Raises Rejected, and the letter waits
    on, where its bytes were cut or are as bad as before.
    """
    if letter.size > len(letter.payload):
        remedy = f"raise KIKIMIMI_MAX_DOCUMENT and collect it again: kikimimi collect {letter.origin}"
        raise Rejected(
            f"{letter.letter_id[:8]} keeps {len(letter.payload):,} of {letter.size:,} bytes", remedy
        )
    if letter.stage == "collect":
        recollect(letter)
    else:
        topic = letter.origin.partition("/")[0]
        record = _record(topic, letter.payload)
        topics.append(topic, [Message(_key(record), letter.payload, headers(topic))])
    _decide(topics, letter, "replay-letter", who)


def drop(topics: Topics, letter: DeadLetter, who: str) -> None:
    """Notes that nothing is to be done about the letter."""
    _decide(topics, letter, "drop-letter", who)


def _decide(
    topics: Topics, letter: DeadLetter, action: Literal["replay-letter", "drop-letter"], who: str
) -> None:
    now = datetime.now(UTC)
    name = hashlib.sha256(f"{letter.letter_id} {action} {now.isoformat()}".encode()).hexdigest()[:32]
    edit = Edit(edit_id=name, action=action, target=letter.letter_id, who=who, at=now)
    topics.append("edits", [pack("edits", letter.letter_id, edit)])


def _record(topic: str, value: bytes) -> Record:
    """What the bytes say now, by schema and contract as they stand. Raises Rejected where they break them still."""
    if topic not in TOPICS:
        raise Rejected(f"{topic} is no topic of ours", "drop the letter")
    record = decode(topic, value, headers(topic))
    if isinstance(record, Extraction):
        check_extraction(record)
    return record


def _key(record: Record) -> str:
    """The partition key of a record: its document's id, else its own."""
    document = getattr(record, "document", record)
    fields = record.__struct_fields__
    return cast("str", getattr(document, "doc_id", None) or getattr(record, fields[0]))


def _records(topics: Topics, topic: str) -> Iterator[Record]:
    """What stands on the topic; broken messages are left out: the loader makes dead letters of them."""
    positions: dict[Partition, int] = {}
    while batch := topics.read(topic, positions, PAGE):
        for stored in batch:
            positions[stored.partition] = stored.offset + 1
            try:
                yield decode(topic, stored.message.value, stored.message.headers)
            except Rejected:
                continue
