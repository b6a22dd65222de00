"""The embedded topics: what the contract does not say, above all that kill -9 leaves every batch whole or absent."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import Misconfigured
from pipeline.topics import open_topics
from pipeline.topics.base import Message, Topics

COPY = """if True:
    import sys
    from pipeline.topics import open_topics
    topics = open_topics("embedded:" + sys.argv[1])
    reader = topics.reader("in", "g")
    print("ready", flush=True)
    while batch := reader.poll(3, 0.2):
        reader.done({"out": [stored.message for stored in batch]})
    """
APPEND = """if True:
    import sys
    from pipeline.topics import open_topics
    from pipeline.topics.base import Message
    topics = open_topics("embedded:" + sys.argv[1])
    print("ready", flush=True)
    for batch in range(100_000):
        topics.append("t", [Message(f"{batch}-{n}", str(batch).encode()) for n in range(7)])
    """


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "topics.db"


@pytest.fixture
def topics(path: Path) -> Iterator[Topics]:
    opened = open_topics(f"embedded:{path}")
    yield opened
    opened.close()


def kill_after(code: str, path: Path, seconds: float) -> bool:
    """Starts the code, kills it so long after it is ready; False when it had ended by then."""
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
    return process.returncode == -signal.SIGKILL


def test_a_killed_writer_leaves_whole_batches_and_no_gaps(topics: Topics, path: Path) -> None:
    moments = random.Random(1)
    for _ in range(5):
        assert kill_after(APPEND, path, moments.uniform(0, 0.1))
    stored = topics.read("t", {}, 1_000_000)
    assert stored
    assert len(stored) % 7 == 0
    assert sum(topics.ends("t").values()) == len(stored)
    assert len({(one.partition, one.offset) for one in stored}) == len(stored)


def test_a_killed_member_repeats_and_loses_nothing(topics: Topics, path: Path) -> None:
    expected = [str(number).encode() for number in range(1500)]
    topics.append("in", [Message(f"key-{n % 20}", value) for n, value in enumerate(expected)])
    moments = random.Random(2)
    killed = sum(kill_after(COPY, path, moments.uniform(0, 0.15)) for _ in range(8))
    subprocess.run([sys.executable, "-c", COPY, str(path)], check=True, capture_output=True)
    assert killed >= 3
    out = [stored.message.value for stored in topics.read("out", {}, 10_000)]
    assert sorted(out, key=int) == expected


def test_the_claim_of_a_dead_process_is_void_at_once(topics: Topics, path: Path) -> None:
    topics.append("in", [Message("k", b"1")])
    code = f"""if True:
        from pipeline.topics import open_topics
        import os, signal
        reader = open_topics("embedded:{path}").reader("in", "g")
        assert reader.poll(10, 1)
        os.kill(os.getpid(), signal.SIGKILL)"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -signal.SIGKILL
    assert len(topics.reader("in", "g").poll(10, 0)) == 1


def test_a_member_that_was_overtaken_appends_nothing(topics: Topics, path: Path) -> None:
    topics.append("in", [Message("k", b"1")])
    slow, fast = topics.reader("in", "g"), topics.reader("in", "g")
    (stored,) = slow.poll(10, 0)
    with sqlite3.connect(path) as connection:  # as if the slow one's claim had run out
        connection.execute("UPDATE claims SET until = 0")
    assert fast.poll(10, 0) == [stored]
    assert fast.done({"out": [stored.message]})
    assert not slow.done({"out": [stored.message]})
    assert len(topics.read("out", {}, 10)) == 1


def test_readers_do_not_wait_for_a_writer(topics: Topics, path: Path) -> None:
    topics.append("t", [Message("k", b"1")])
    with sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert len(topics.read("t", {}, 10)) == 1


def test_a_file_of_another_kind_is_named_with_the_remedy(path: Path) -> None:
    path.write_bytes(b"a text, not a database" * 100)
    with pytest.raises(Misconfigured, match=r"topics\.db cannot be opened.*KIKIMIMI_TOPICS"):
        open_topics(f"embedded:{path}")


def test_a_folder_in_its_place_is_named(path: Path) -> None:
    path.mkdir()
    with pytest.raises(Misconfigured, match=r"topics\.db cannot be opened"):
        open_topics(f"embedded:{path}")


def test_a_newer_format_is_refused(topics: Topics, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(Misconfigured, match=r"format 99.*newer kikimimi"):
        open_topics(f"embedded:{path}")


@pytest.mark.parametrize("address", ["kafka", "embedded:", "redis:localhost", ""])
def test_an_unknown_address_shows_the_right_form(address: str) -> None:
    with pytest.raises(Misconfigured, match=r"embedded:data/topics\.db"):
        open_topics(address)
