"""A message that is appended once, though whoever appends it is run again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from pipeline.topics import open_topics
from pipeline.topics.base import Message
from pipeline.topics.once import append_once


def test_a_message_of_a_key_that_stands_there_is_left_out(tmp_path: Path) -> None:
    with closing(open_topics(f"embedded:{tmp_path / 'topics.db'}")) as topics:
        topics.append("alerts", [Message(f"other {number}", b"{}") for number in range(1200)])
        assert append_once(topics, "alerts", Message("day", b"first"))
        assert not append_once(topics, "alerts", Message("day", b"second"))
        assert append_once(topics, "alerts", Message("next day", b"third"))
        last = topics.read("alerts", {}, 2000)
    assert sorted(one.message.value for one in last if one.message.value != b"{}") == [b"first", b"third"]
    assert len(last) == 1202


def test_a_topic_that_is_not_there_yet_holds_nothing(tmp_path: Path) -> None:
    with closing(open_topics(f"embedded:{tmp_path / 'topics.db'}")) as topics:
        assert append_once(topics, "alerts", Message("day", b"first"))
