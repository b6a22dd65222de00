"""The contract of the topics (pipeline/topics/base.py), the same for every backend."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.errors import Rejected
from pipeline.topics import open_topics
from pipeline.topics.base import LARGEST, LARGEST_BATCH, Message, Partition, Reader, Stored, Tail, Topics, lag

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


def drain_tail(tail: Tail) -> list[Stored]:
    """All that the tail has before it."""
    read: list[Stored] = []
    while batch := tail.poll(100, WAIT if not read else 0.5):
        read += batch
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
    first, again = set(values(reader.poll(100, WAIT))), set[int]()
    while not first <= again:  # from Kafka some partitions may come later than others
        batch = values(reader.poll(100, WAIT))
        assert batch
        again.update(batch)
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
    lock, stop = threading.Lock(), threading.Event()
    held: set[int] = set()
    seen: dict[int, list[int]] = {0: [], 1: []}

    def work(number: int, reader: Reader) -> None:
        while not stop.is_set():
            batch = set(values(reader.poll(10, 0.2)))
            with lock:
                assert not held & batch
                held.update(batch)
            time.sleep(0.01)
            with lock:  # let go before it is done: from then on the other may have it
                held.difference_update(batch)
            if batch and reader.done({}):
                seen[number] += batch
        reader.close()

    with ThreadPoolExecutor() as pool:
        members = [pool.submit(work, number, open_again().reader("t", "g")) for number in seen]
        appended, deadline = 0, time.monotonic() + 40
        while (not all(seen.values()) or lag(topics, "g", "t")) and time.monotonic() < deadline:
            if not all(seen.values()):
                topics.append("t", numbered(20, appended, keys=40))
                appended += 20
            time.sleep(0.05)
        stop.set()
        for member in members:
            member.result()
    assert all(seen.values()), "both have worked"
    assert sorted(seen[0] + seen[1]) == list(range(appended))


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


def test_a_tail_reads_every_topic_from_its_places_on_and_then_what_arrives(
    topics: Topics, open_again: Open
) -> None:
    topics.append("a", numbered(30))
    topics.append("b", numbered(10, first=100))
    begun = topics.read("a", {}, 12)
    tail = topics.tail(("a", "b"), {stored.partition: stored.offset + 1 for stored in begun})
    assert tail.behind() == 40 - len(begun)
    assert sorted(values(drain_tail(tail)) + values(begun)) == [*range(30), *range(100, 110)]
    assert tail.behind() == 0
    open_again().append("b", numbered(3, first=200))
    assert sorted(values(drain_tail(tail))) == [200, 201, 202]
    tail.close()


def test_a_tail_of_topics_that_are_not_there_waits_for_them(topics: Topics, open_again: Open) -> None:
    tail = topics.tail(("new",), {})
    assert tail.poll(10, 0.01) == []
    assert tail.behind() == 0
    open_again().append("new", numbered(2))
    assert sorted(values(drain_tail(tail))) == [0, 1]


def test_a_tail_from_behind_the_end_gets_what_arrives(topics: Topics) -> None:
    topics.append("t", numbered(20))
    tail = topics.tail(("t",), {one: end + 5 for one, end in topics.ends("t").items()})
    assert tail.poll(10, 0.01) == []
    assert tail.behind() == 0
    topics.append("t", numbered(20, first=20))
    assert sorted(values(drain_tail(tail))) == list(range(20, 40))


def test_a_poll_holds_a_bounded_number_of_bytes(topics: Topics) -> None:
    size = LARGEST_BATCH // 8
    for number in range(24):
        topics.append("t", [Message(f"key-{number}", bytes([number]) * size)])
    reader = topics.reader("t", "g")
    seen = 0
    while batch := reader.poll(100, WAIT if seen < 24 else 0.1):
        assert len(batch) == 1 or sum(len(stored.message.value) for stored in batch) <= 2 * LARGEST_BATCH
        seen += len(batch)
        assert reader.done({})
    assert seen == 24
    assert sum(len(stored.message.value) for stored in topics.read("t", {}, 100)) <= 2 * LARGEST_BATCH


def test_a_message_that_is_too_large_is_rejected_and_the_next_one_arrives(topics: Topics) -> None:
    with pytest.raises(Rejected):
        topics.append("t", [Message("k", b"x" * (LARGEST + 1))])
    topics.append("t", [Message("k", b"small")])
    assert [stored.message.value for stored in topics.read("t", {}, 10)] == [b"small"]


def test_a_log_has_an_identity_that_lasts_and_is_its_own(
    topics: Topics, open_again: Open, tmp_path: Path
) -> None:
    mine = topics.identity("t")
    assert open_again().identity("t") == mine
    other = open_topics(f"embedded:{tmp_path / 'other.db'}")
    assert other.identity("t") != mine
    other.close()
