"""A batch: stored messages in, records by what they are out, and a dead letter for each that breaks its schema or its contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.contract import check_extraction
from pipeline.errors import Rejected
from pipeline.records import DeadLetter, Document, Edit, Extraction, Fetch, Record, Verdict, decode
from pipeline.topics.base import Message, Partition, Stored
from pipeline.topics.poison import dead_letter


@dataclass
class Batch:
    """Records of one transaction, by their ids; broken: dead letters; positions: where the batch ends.

    revisions: every revision that came, also those that are no document's newest. former: extractions of other texts than
    their document's newest.
    """

    extractions: dict[str, Extraction] = field(default_factory=dict)
    revisions: list[Document] = field(default_factory=list)
    former: list[Extraction] = field(default_factory=list)
    fetches: dict[str, Fetch] = field(default_factory=dict)
    verdicts: dict[tuple[str, int], Verdict] = field(default_factory=dict)
    edits: dict[str, Edit] = field(default_factory=dict)
    letters: dict[str, DeadLetter] = field(default_factory=dict)
    broken: list[Message] = field(default_factory=list)
    positions: dict[Partition, int] = field(default_factory=dict)


def sort_batch(stored: Sequence[Stored]) -> Batch:
    """Reads the messages; of several extractions of a document the newest revision stays, the later one if equal."""
    batch = Batch()
    for one in stored:
        batch.positions[one.partition] = one.offset + 1
        try:
            record = decode(one.partition.topic, one.message.value, one.message.headers)
            if isinstance(record, Extraction):
                check_extraction(record)
        except Rejected as error:
            batch.broken.append(dead_letter(one, "load", str(error)))
            continue
        _put(batch, record)
    return batch


def _put(batch: Batch, record: Record) -> None:
    match record:
        case Extraction():
            batch.revisions.append(record.document)
            here = batch.extractions.get(record.document.doc_id)
            newest, older = record, here
            if here and here.document.collected_at > record.document.collected_at:
                newest, older = here, record
            batch.extractions[record.document.doc_id] = newest
            if older and older.document.revision != newest.document.revision:
                batch.former.append(older)
        case Fetch():
            batch.fetches[record.fetch_id] = record
        case Verdict():
            batch.verdicts[record.verdict_id, record.part] = record
        case Edit():
            batch.edits[record.edit_id] = record
        case DeadLetter():
            batch.letters[record.letter_id] = record
