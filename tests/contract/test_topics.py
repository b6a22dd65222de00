"""The contract of the topics (pipeline/topics/base.py), the same for every backend."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.topics.base import Message, Partition, Reader, Stored, Topics, lag

Open = Callable[[], Topics]
WAIT = 10.0
"""Seconds that a poll may take to find what is there."""


def numbered(count: int, first: int = 0, keys: int = 7) -> list[Message]:
    return [Message(f"key-{number % keys}", str(number).encode()) for number in range(first, first + count)]


def values(batch: Iterable[Stored]) -> list[int]:
    return [int(stored.message.value) for stored in batch]


def drain(reader: Reader, limit: int = 100) -> list[Stored]:
    """All that waits for the group, marked done batch by batch."""
    read: list[Stored] = []
    while batch := reader.poll(limit, WAIT if not read else 0.5):
        read += batch
        assert reader.done({})
    return read


@pytest.mark.parametrize(
    "message",
    [
        Message("key", b"value", {"schema": "documents", "version": "1"}),
        Message("聞き耳", "値".encode(), {"題": "é"}),
        Message("k", b""),
        Message("k", bytes(range(256))),
        Message("k", b"x" * 900_000),
    ],
    ids=["plain", "japanese", "empty", "binary", "large"],
)
def test_a_message_comes_back_as_it_went(topics: Topics, message: Message) -> None:
    topics.append("t", [message])
    (stored,) = topics.read("t", {}, 10)
    assert stored.message == message
    assert stored.offset == 0
    assert abs(stored.at - datetime.now(UTC)) < timedelta(minutes=1)


def test_messages_of_a_key_stay_in_one_partition_in_order(topics: Topics, open_again: Open) -> None:
    topics.append("t", numbered(50))
    open_again().append("t", numbered(50, first=50))
    by_key: dict[str, list[Stored]] = defaultdict(list)
    for stored in topics.read("t", {}, 1000):
        by_key[stored.message.key].append(stored)
    assert len(by_key) == 7
    for found in by_key.values():
        assert len({one.partition for one in found}) == 1
        assert values(found) == sorted(values(found))


def test_offsets_count_from_zero_without_gaps(topics: Topics) -> None:
    for first in range(0, 60, 20):
        topics.append("t", numbered(20, first))
    offsets: dict[Partition, list[int]] = defaultdict(list)
    for stored in topics.read("t", {}, 1000):
        offsets[stored.partition].append(stored.offset)
    assert all(found == list(range(len(found))) for found in offsets.values())
    assert {partition: len(found) for partition, found in offsets.items()} == {
        partition: end for partition, end in topics.ends("t").items() if end
    }


def test_reading_goes_on_from_a_position_and_stops_at_the_limit(topics: Topics) -> None:
    topics.append("t", numbered(40))
    seen: list[int] = []
    positions: dict[Partition, int] = {}
    while batch := topics.read("t", positions, 7):
        assert len(batch) <= 7
        seen += values(batch)
        positions |= {stored.partition: stored.offset + 1 for stored in batch}
    assert sorted(seen) == list(range(40))


def test_a_full_partition_does_not_starve_the_others(topics: Topics) -> None:
    topics.append("t", [*[Message("busy", b"0")] * 50, *numbered(20)])
    positions: dict[Partition, int] = {}
    for _ in range(8):
        positions |= {stored.partition: stored.offset + 1 for stored in topics.read("t", positions, 10)}
    assert len(positions) == sum(end > 0 for end in topics.ends("t").values())


def test_a_topic_that_is_not_there_is_empty(topics: Topics) -> None:
    assert topics.read("none", {}, 10) == []
    assert topics.ends("none") == {}
    assert lag(topics, "g", "none") == 0
    assert topics.reader("none", "g").poll(10, 0.01) == []


def test_an_empty_batch_is_no_change(topics: Topics) -> None:
    topics.append("t", numbered(3))
    before = topics.ends("t")
    topics.append("t", [])
    assert topics.ends("t") == before


def test_topics_and_groups_are_listed(topics: Topics) -> None:
    topics.append("b", numbered(1))
    topics.append("a", numbered(1))
    drain(topics.reader("a", "extract"))
    assert [name for name in topics.list() if name in "ab"] == ["a", "b"]
    assert list(topics.groups("a")) == ["extract"]
    assert list(topics.groups("b")) == []


def test_a_position_is_kept_for_each_group_and_over_a_restart(topics: Topics, open_again: Open) -> None:
    topics.append("t", numbered(20))
    ends = topics.ends("t")
    topics.commit("one", ends)
    again = open_again()
    assert again.committed("one", "t") == ends
    assert set(again.committed("two", "t").values()) == {0}
    assert lag(again, "one", "t") == 0
    assert lag(again, "two", "t") == 20


def test_a_group_reads_everything_once_and_goes_on_after_a_restart(topics: Topics, open_again: Open) -> None:
    topics.append("t", numbered(30))
    reader = topics.reader("t", "g")
    assert sorted(values(drain(reader, limit=8))) == list(range(30))
    reader.close()
    topics.append("t", numbered(5, first=30))
    assert sorted(values(drain(open_again().reader("t", "g")))) == list(range(30, 35))


def test_groups_do_not_disturb_each_other(topics: Topics) -> None:
    topics.append("t", numbered(10))
    for group in ("one", "two"):
        assert sorted(values(drain(topics.reader("t", group)))) == list(range(10))


def test_what_was_polled_and_is_not_done_is_polled_again(topics: Topics, open_again: Open) -> None:
    topics.append("t", numbered(10))
    reader = topics.reader("t", "g")
    first = values(reader.poll(100, WAIT))
    assert values(reader.poll(100, WAIT)) == first
    reader.close()
    assert sorted(values(drain(open_again().reader("t", "g")))) == list(range(10))


def test_done_appends_results_and_moves_the_group(topics: Topics) -> None:
    topics.append("in", numbered(10))
    reader = topics.reader("in", "g")
    while batch := reader.poll(4, 0.5):
        assert reader.done({"out": [stored.message for stored in batch], "other": []})
    assert sorted(values(topics.read("out", {}, 100))) == list(range(10))
    assert lag(topics, "g", "in") == 0


def test_two_members_share_the_work_and_never_hold_the_same_message(topics: Topics, open_again: Open) -> None:
    topics.append("t", numbered(200, keys=40))
    readers = [topics.reader("t", "g"), open_again().reader("t", "g")]
    seen: list[int] = []
    worked = set()
    idle = 0
    while idle < 4 and len(seen) < 200:
        batches = [reader.poll(10, 0.5) for reader in readers]
        held = [value for batch in batches for value in values(batch)]
        assert len(held) == len(set(held))
        idle = 0 if held else idle + 1
        for number, (reader, batch) in enumerate(zip(readers, batches, strict=True)):
            if batch and reader.done({}):
                seen += values(batch)
                worked.add(number)
    assert sorted(seen) == list(range(200))
    assert worked == {0, 1}


def test_a_member_that_leaves_hands_its_work_to_the_others(topics: Topics, open_again: Open) -> None:
    topics.append("t", numbered(10))
    leaving = topics.reader("t", "g")
    assert leaving.poll(100, WAIT)
    leaving.close()
    assert sorted(values(drain(open_again().reader("t", "g")))) == list(range(10))


def test_a_waiting_member_gets_what_arrives(topics: Topics, open_again: Open) -> None:
    reader = topics.reader("t", "g")
    assert reader.poll(10, 0.01) == []
    open_again().append("t", numbered(1))
    assert values(reader.poll(10, WAIT)) == [0]


def test_several_processes_append_at_once_and_nothing_is_lost(topics: Topics, address: str) -> None:
    code = """if True:
        import sys
        from pipeline.topics import open_topics
        from pipeline.topics.base import Message
        topics = open_topics(sys.argv[1])
        for number in range(40):
            topics.append("t", [Message(f"{sys.argv[2]}-{n}", f"{sys.argv[2]} {number} {n}".encode()) for n in range(5)])
        """
    writers = [subprocess.Popen([sys.executable, "-c", code, address, str(name)]) for name in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    stored = topics.read("t", {}, 1000)
    assert len({one.message.value for one in stored}) == len(stored) == 3 * 40 * 5
    assert len({(one.partition, one.offset) for one in stored}) == len(stored)
