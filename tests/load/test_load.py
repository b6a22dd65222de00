"""The loader: rows, offsets and alerts arrive together and once, whatever is repeated or broken."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from duckdb import DuckDBPyConnection

from pipeline.load import run as loader
from pipeline.load.catalogue import write_catalogue
from pipeline.load.offsets import logs_of, read_offsets
from pipeline.load.run import TOPICS, load
from pipeline.records import Alert, Edit, Entity, Extraction, Fetch, headers
from pipeline.topics import open_topics
from pipeline.topics.base import Message, Topics, lag
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests.samples import make_document, make_extraction, make_mention


def fire(extraction: Extraction) -> list[Alert]:
    """One alert for a document that names anything."""
    doc_id = extraction.document.doc_id
    alert_id = hashlib.sha256(doc_id.encode()).hexdigest()[:32]
    count = len(extraction.mentions)
    fired = Alert(
        alert_id=alert_id,
        rule="r",
        entity="stargate",
        doc_id=doc_id,
        title="T",
        sentence="S",
        mentions=count or 1,
    )
    return [fired] if count else []


def put(topics: Topics, *extractions: Extraction) -> None:
    topics.append("extractions", [pack("extractions", one.document.doc_id, one) for one in extractions])


def rows(connection: DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def test_a_document_arrives_with_its_mentions_alerts_and_offsets(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    put(topics, make_extraction(make_document(), make_mention("Stargate", 0)))
    assert load(topics, connection, fire) == 1
    assert rows(connection, "SELECT lang, title, published_at::VARCHAR FROM documents") == [
        ("ja", "Title", "2025-02-02 00:00:00")
    ]
    assert rows(connection, "SELECT surface, char_start, char_end FROM mentions") == [("Stargate", 0, 8)]
    assert rows(connection, "SELECT rule, mentions FROM alerts") == [("r", 1)]
    assert {p: o for p, o in read_offsets(connection, logs_of(topics, TOPICS)).items() if o} == {
        p: o for p, o in topics.ends("extractions").items() if o
    }


def test_loading_again_changes_nothing(topics: Topics, connection: DuckDBPyConnection) -> None:
    put(topics, make_extraction(make_document(), make_mention("Stargate", 0)))
    load(topics, connection, fire)
    before = rows(connection, "SELECT * FROM alerts")
    assert load(topics, connection, fire) == 0
    assert rows(connection, "SELECT * FROM alerts") == before


def test_a_new_revision_takes_the_place_of_the_old_and_alerts_once(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    put(topics, make_extraction(make_document(text="old Stargate"), make_mention("Stargate", 4)))
    load(topics, connection, fire)
    put(topics, make_extraction(make_document("two"), make_mention("Stargate", 0)))
    put(topics, make_extraction(make_document(text="Stargate, new"), make_mention("Stargate", 0)))
    load(topics, connection, fire)
    texts = rows(connection, "SELECT text FROM documents ORDER BY text")
    assert texts == [("Stargate, new",), ("Stargateは巨大だ。",)]
    assert rows(connection, "SELECT count(*), count(DISTINCT doc_id) FROM mentions") == [(2, 2)]
    assert rows(connection, "SELECT count(*) FROM alerts") == [(2,)]


def test_two_revisions_in_one_batch_leave_the_later(topics: Topics, connection: DuckDBPyConnection) -> None:
    put(topics, make_extraction(make_document(text="first")), make_extraction(make_document(text="second")))
    load(topics, connection, fire)
    assert rows(connection, "SELECT text FROM documents") == [("second",)]


@pytest.mark.lakes
def test_a_batch_that_fails_leaves_neither_rows_nor_offsets(
    topics: Topics, connection: DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(topics, make_extraction(make_document(), make_mention("Stargate", 0)))

    def break_down(*_: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr(loader, "write_offsets", break_down)
        with pytest.raises(ConnectionError):
            load(topics, connection, fire)
    assert rows(connection, "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM alerts)") == [
        (0, 0)
    ]
    assert load(topics, connection, fire) == 1


def test_duckdb_offsets_count_and_not_the_group_of_the_topics(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    put(topics, make_extraction(make_document()))
    topics.commit(
        "load", topics.ends("extractions")
    )  # as if killed between the two commits, the other way round
    assert load(topics, connection, fire) == 1


def test_a_group_that_a_kill_left_behind_is_set_right(topics: Topics, connection: DuckDBPyConnection) -> None:
    put(topics, make_extraction(make_document()))
    load(topics, connection, fire)
    topics.commit(
        "load", dict.fromkeys(topics.ends("extractions"), 0)
    )  # as if killed between the two commits
    assert load(topics, connection, fire) == 0
    assert lag(topics, "load", "extractions") == 0


@pytest.mark.lakes
def test_a_new_file_sets_the_group_back_before_anything_is_loaded(
    topics: Topics, connection: DuckDBPyConnection, tmp_path: Path
) -> None:
    put(topics, make_extraction(make_document()))
    load(topics, connection, fire)
    with open_for_writing(tmp_path / "new.duckdb") as new:
        load(topics, new, fire, stop=lambda: True)
    assert lag(topics, "load", "extractions") == 1, "which is what /readyz and `status` go by"


def test_a_broken_message_becomes_a_dead_letter_with_its_bytes_and_the_rest_arrives(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    broken = Message("k", b'{"document": 7}', headers("extractions"))
    topics.append("extractions", [broken])
    put(topics, make_extraction(make_document()))
    load(topics, connection, fire)
    assert rows(connection, "SELECT count(*) FROM documents") == [(1,)]
    assert rows(connection, "SELECT stage, size FROM dead_letters") == [("load", len(broken.value))]
    (stored,) = topics.read("dead-letters", {}, 10)
    assert b"eyJkb2N1bWVudCI6IDd9" in stored.message.value  # the bytes in base64


@pytest.mark.lakes
def test_an_older_revision_that_comes_late_changes_nothing(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    old, new = make_document(text="old Stargate"), make_document(text="Stargate, new")
    new = msgspec.structs.replace(new, collected_at=old.collected_at + timedelta(microseconds=1))
    put(topics, make_extraction(new, make_mention("Stargate", 0)))
    load(topics, connection, fire)
    put(topics, make_extraction(old))  # from a worker that was held up
    assert load(topics, connection, fire) == 1
    assert rows(connection, "SELECT text FROM documents") == [("Stargate, new",)]
    assert rows(connection, "SELECT count(*) FROM mentions") == [(1,)]
    newest = msgspec.structs.replace(new, collected_at=new.collected_at + timedelta(days=1), text="newest")
    put(topics, make_extraction(newest), make_extraction(old))  # both in one batch
    load(topics, connection, fire)
    assert rows(connection, "SELECT text FROM documents") == [("newest",)]


def test_the_same_revision_again_takes_the_place_of_its_rows(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    put(topics, make_extraction(make_document()))
    load(topics, connection, fire)
    put(topics, make_extraction(make_document(), make_mention("Stargate", 0)))  # a better extractor
    load(topics, connection, fire)
    assert rows(connection, "SELECT count(*) FROM documents") == [(1,)]
    assert rows(connection, "SELECT count(*) FROM mentions") == [(1,)]


def test_other_topics_are_loaded_from_their_start(
    topics: Topics, connection: DuckDBPyConnection, tmp_path: Path
) -> None:
    put(topics, make_extraction(make_document("one")))
    load(topics, connection, fire)
    other = open_topics(f"embedded:{tmp_path / 'other.db'}")
    put(other, make_extraction(make_document("two")))
    assert load(other, connection, fire) == 1
    assert load(topics, connection, fire) == 0, "and the first are still known"
    assert rows(connection, "SELECT count(*) FROM documents") == [(2,)]
    other.close()


def test_a_decision_of_a_person_arrives_once(topics: Topics, connection: DuckDBPyConnection) -> None:
    edit = Edit(
        edit_id="a" * 32,
        action="drop-letter",
        target="b" * 32,
        who="yuki",
        at=datetime(2025, 2, 3, tzinfo=UTC),
    )
    topics.append("edits", [pack("edits", "k", edit)] * 2)
    load(topics, connection, fire)
    assert rows(connection, "SELECT action, target, who, edited_at::VARCHAR FROM edits") == [
        ("drop-letter", "b" * 32, "yuki", "2025-02-03 00:00:00")
    ]


def test_fetches_arrive_once(topics: Topics, connection: DuckDBPyConnection) -> None:
    fetch = Fetch(
        fetch_id="a" * 32,
        source="s",
        location="l",
        at=datetime.now(UTC),
        outcome="new",
        documents=1,
        seconds=0.1,
    )
    topics.append("fetches", [pack("fetches", "s", fetch)] * 2)
    load(topics, connection, fire)
    assert rows(connection, "SELECT source, outcome, documents FROM fetches") == [("s", "new", 1)]


def test_the_catalogue_is_replaced_as_a_whole(connection: DuckDBPyConnection) -> None:
    one = Entity(id="meta", name="Meta", type="organization", aliases=("Facebook",), ambiguous=("Meta",))
    two = Entity(id="sam-altman", name="Sam Altman", type="person", short=("Altman",))
    write_catalogue(connection, [one])
    write_catalogue(connection, [one, two])
    assert rows(connection, "SELECT entity FROM entities ORDER BY ALL") == [("meta",), ("sam-altman",)]
    assert rows(connection, "SELECT alias, use FROM aliases ORDER BY ALL") == [
        ("Altman", "short"), ("Facebook", "full"), ("Meta", "ambiguous"), ("Sam Altman", "full"),
    ]  # fmt: skip
