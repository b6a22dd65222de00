"""What a topic backend does: takes messages in batches, gives them back in order, remembers where groups stand.

A topic is split into partitions by the hash of a message's key, so one document's messages stay in order. Each
partition numbers its messages from 0; a position is the next offset to read. contract/test_topics.py holds every
backend to what is said here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol


class Partition(NamedTuple):
    """One ordered log of a topic."""

    topic: str
    number: int


Positions = Mapping[Partition, int]
"""The next offset to read, by partition."""
LARGEST = 34_000_000
"""Bytes of one message."""
LARGEST_KEPT = 24_000_000
"""Bytes that a dead letter keeps of an original (in base64 they fit LARGEST), thus of any message but a dead letter."""
LARGEST_BATCH = 16_000_000
"""Bytes that one poll gives, unless its first message alone is larger: memory is bounded, whatever waits."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is appended: key chooses the partition, headers name the schema and its version."""

    key: str
    value: bytes
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """A message as read back, with its place and the time (UTC) at which it was appended."""

    partition: Partition
    offset: int
    at: datetime
    message: Message


class Reader(Protocol):
    """One member of a group. Members share the partitions; each message goes to one of them at a time."""

    def poll(self, limit: int, wait: float) -> list[Stored]:
        """Up to `limit` messages from where the group stands, in order within a partition.

        Waits up to `wait` seconds for the first; [] when none came. What was polled before and not marked done
        is polled again (here or by another member).
        """

    def done(self, results: Mapping[str, Sequence[Message]]) -> bool:
        """Appends `results` (by topic) and moves the group past all that the last poll gave.

        Both in one step where the backend can; else results first, so that a kill between repeats and never loses.
        False when another member has taken the partitions over meanwhile: then nothing counts as done, and it is
        polled again by whoever holds it.
        """

    def close(self) -> None:
        """Leaves the group; what was polled and is not done goes to the others at once."""


class Tail(Protocol):
    """Reads all partitions of some topics for one who keeps the positions himself, as the loader does in DuckDB."""

    def poll(self, limit: int, wait: float) -> list[Stored]:
        """The next messages, up to `limit`, in order within a partition; each comes once.

        Waits up to `wait` seconds for the first; [] when none came. Partitions that are added later are read too.
        """

    def behind(self) -> int:
        """How many messages stand in the topics and were not polled yet."""

    def close(self) -> None:
        """Lets go of connections."""


class Topics(Protocol):
    """A set of topics. Topics come into being on first append. Safe for several processes.

    Every method raises Transient when the backend is away, and Misconfigured when it refuses us.
    """

    def append(self, topic: str, messages: Sequence[Message]) -> None:
        """Adds the batch, durable on return, in order within a partition.

        After an error the embedded topics hold nothing of the batch, and Kafka may hold some of it. Raises Rejected for
        a message larger than LARGEST.
        """

    def read(self, topic: str, positions: Positions, limit: int) -> list[Stored]:
        """Up to `limit` messages at or after the positions (0 where a partition is not named); no group moves."""

    def tail(self, topics: Sequence[str], positions: Positions) -> Tail:
        """Reads these topics from the positions on (from the log's start where a partition is not named).

        A position behind the log's end, as after a loss of its newest messages, counts as the end.
        """

    def reader(self, topic: str, group: str) -> Reader:
        """Joins the group that reads this topic."""

    def commit(self, group: str, positions: Positions) -> None:
        """Sets where the group stands."""

    def committed(self, group: str, topic: str) -> dict[Partition, int]:
        """Where the group stands, for every partition of the topic; at the log's start where it has not begun."""

    def ends(self, topic: str) -> dict[Partition, int]:
        """The offset that the next message of each partition will get; {} for a topic that is not there."""

    def identity(self, topic: str) -> str:
        """A name that no other log of this topic has, here or elsewhere: positions in one mean nothing in another.

        Makes the topic where it is not there.
        """

    def list(self) -> list[str]:
        """Names of the topics that are there, sorted."""

    def groups(self, topic: str) -> Sequence[str]:
        """Names of the groups that have read this topic, sorted."""

    def close(self) -> None:
        """Lets go of files and connections."""


def lag(topics: Topics, group: str, topic: str) -> int:
    """How many messages of the topic the group has still to read."""
    stands = topics.committed(group, topic)
    return sum(end - stands.get(partition, 0) for partition, end in topics.ends(topic).items())
