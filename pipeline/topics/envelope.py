"""The envelope: a record in, a message for its topic out, checked against the schema before it is sent."""

from __future__ import annotations

from pipeline.errors import Rejected
from pipeline.records import Record, decode, encode, headers
from pipeline.topics.base import LARGEST, LARGEST_KEPT, Message


def pack(topic: str, key: str, record: Record) -> Message:
    """The record as a message of this topic, with its schema's name and version in the headers.

    It is read back as its readers will do it. Raises Rejected for a record that breaks the schema or is too large.
    """
    marks = headers(topic)
    try:
        value = encode(record)
    except UnicodeEncodeError as error:  # half of a surrogate pair is no text
        raise Rejected(f"a record for {topic} is not text: {error}") from error
    decode(topic, value, marks)
    most = LARGEST if topic == "dead-letters" else LARGEST_KEPT
    if len(value) > most:
        problem = f"a record for {topic} is too large: {len(value):,} bytes, {most:,} are the most"
        raise Rejected(problem, "lower KIKIMIMI_MAX_DOCUMENT")
    return Message(key, value, marks)
