"""Retention: what is old goes, the rest stays as it is, and whatever comes again is neither lost nor double."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from duckdb import DuckDBPyConnection

from pipeline.alert.outbox import Outbox
from pipeline.keep import retention
from pipeline.keep.retention import Removed, retain, young
from pipeline.load.run import load
from pipeline.records import Extraction, Fetch, Relation, Suspect, Verdict
from pipeline.round import build_stages
from pipeline.settings import read_settings
from pipeline.topics import open_topics
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests.conftest import ROOT
from tests.samples import make_document, make_extraction, make_figure, make_mention

NOW = datetime(2025, 6, 1, tzinfo=UTC)
TEXT = "Stargateは5億ドル。"
TABLES = (
    "documents",
    "mentions",
    "figures",
    "extractor_runs",
    "appearances",
    "revisions",
    "alerts",
    "deliveries",
)


def say(name: str, days: float, text: str = TEXT) -> Extraction:
    """A document that was collected so many days ago; each names Stargate, which a rule waits for."""
    document = msgspec.structs.replace(
        make_document(name, text), collected_at=NOW - timedelta(days=days), published_at=None
    )
    return make_extraction(document, make_mention("Stargate", 0), figures=[make_figure("5億ドル", 9)])


@pytest.fixture
def topics(tmp_path: Path) -> Iterator[Topics]:
    with closing(open_topics(f"embedded:{tmp_path / 'topics.db'}")) as opened:
        yield opened


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[DuckDBPyConnection]:
    with closing(open_for_writing(tmp_path / "tracker.duckdb")) as opened:
        yield opened


class Pipeline:
    """The loader with the seeds' alert rules and an outbox that notes whom it told of what."""

    def __init__(self, topics: Topics, connection: DuckDBPyConnection, keep_rows: float = 0) -> None:
        environ = {"KIKIMIMI_SEEDS": str(ROOT / "seeds"), "KIKIMIMI_KEEP_ROWS": str(keep_rows)}
        self.fire = build_stages(read_settings(environ)).fire
        self.topics, self.connection = topics, connection
        self.told: list[str] = []

    def load(self, *extractions: Extraction) -> None:
        messages = [pack("extractions", one.document.doc_id, one) for one in extractions]
        self.topics.append("extractions", messages)
        load(self.topics, self.connection, self.fire)
        Outbox(self.connection).tell("console", lambda notice: self.told.append(notice.alert_id))

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        return {table: self.connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in TABLES}


def names(connection: DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row
    return int(row[0])


def test_texts_go_and_what_was_found_in_them_stays(topics: Topics, connection: DuckDBPyConnection) -> None:
    pipeline = Pipeline(topics, connection)
    pipeline.load(say("old", 91), say("new", 89))
    before = pipeline.rows()
    assert retain(connection, nullcontext(), 90, 0, NOW) == Removed(texts=1)
    texts = connection.execute("SELECT text FROM documents ORDER BY collected_at").fetchall()
    assert texts == [(None,), (TEXT,)]
    assert connection.execute("SELECT DISTINCT sentence FROM claims").fetchall() == [("Stargateは5億ドル",)]
    after = pipeline.rows()
    assert {table: after[table] for table in TABLES[1:]} == {table: before[table] for table in TABLES[1:]}
    assert retain(connection, nullcontext(), 90, 0, NOW) == Removed(), "there is nothing left to do"


def test_rows_go_from_every_table_and_the_rest_stays(topics: Topics, connection: DuckDBPyConnection) -> None:
    pipeline = Pipeline(topics, connection)
    fetches = [
        Fetch(
            fetch_id=f"{days:032x}", source="s", location="l", at=NOW - timedelta(days=days), outcome="new",
            documents=1, seconds=0.1,
        )
        for days in (40, 31, 29)
    ]  # fmt: skip
    topics.append("fetches", [pack("fetches", "s", one) for one in fetches])
    pipeline.load(say("new", 29))
    kept = pipeline.rows()
    pipeline.load(say("old", 31), say("older", 400))
    assert all(len(pipeline.rows()[table]) == 3 * len(kept[table]) > 0 for table in TABLES)
    assert retain(connection, nullcontext(), 0, 30, NOW) == Removed(documents=2, fetches=2)
    assert pipeline.rows() == kept
    assert names(connection, "fetches") == 1


def test_what_was_held_back_goes_with_its_document_or_fetch(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    pipeline = Pipeline(topics, connection)
    fetch = Fetch(
        fetch_id="f" * 32, source="s", location="l", at=NOW - timedelta(days=31), outcome="new", documents=1, seconds=0.1,
    )  # fmt: skip
    topics.append("fetches", [pack("fetches", "s", fetch)])
    old, new = say("old", 31), say("new", 29)
    pipeline.load(old, new)
    alerts = [alert_id for (alert_id,) in connection.execute("SELECT alert_id FROM alerts").fetchall()]
    both = [old.document.doc_id, new.document.doc_id]
    keys_of: dict[Relation, Sequence[str]] = {
        "documents": both, "mentions": both, "figures": both, "alerts": alerts, "fetches": [fetch.fetch_id, "e" * 32],
        "entities": ["stargate"],
    }  # fmt: skip
    suspects = [
        Suspect(expectation="strange", relation=relation, key=key, what="it is strange")
        for relation, keys in keys_of.items()
        for key in keys
    ]
    found = Verdict(
        verdict_id="a" * 32, suite="all", who="w", at=NOW, seconds=1, success=True, evaluated=9, rows=9, failed=[],
        suspects=suspects,
    )  # fmt: skip
    topics.append("verdicts", [pack("verdicts", "all", found)])
    pipeline.load()
    assert names(connection, "quarantine") == 11
    retain(connection, nullcontext(), 20, 0, NOW)
    assert names(connection, "quarantine") == 11, "texts went, rows did not"
    retain(connection, nullcontext(), 0, 30, NOW)
    assert connection.execute(
        "SELECT relation, count(*) FROM quarantine GROUP BY ALL ORDER BY ALL"
    ).fetchall() == [
        (relation, 1) for relation in ("alerts", "documents", "entities", "fetches", "figures", "mentions")
    ]
    rest = "SELECT DISTINCT key FROM quarantine WHERE relation IN ('documents', 'mentions', 'figures')"
    assert connection.execute(rest).fetchall() == [(new.document.doc_id,)]
    assert names(connection, "verdicts") == 1


def test_nothing_is_removed_unless_it_is_asked_for(topics: Topics, connection: DuckDBPyConnection) -> None:
    pipeline = Pipeline(topics, connection)
    pipeline.load(say("old", 10_000))
    before = pipeline.rows()
    assert retain(connection, nullcontext(), 0, 0, NOW) == Removed()
    assert pipeline.rows() == before


def test_an_alert_that_nobody_was_told_of_goes_too_and_is_counted(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    Pipeline(topics, connection).load(say("told", 40))
    topics.append("extractions", [pack("extractions", "k", say("untold", 40))])
    load(topics, connection, Pipeline(topics, connection).fire)
    assert retain(connection, nullcontext(), 0, 30, NOW) == Removed(documents=2, untold=1)


def test_a_text_that_comes_again_is_there_once_and_tells_nobody(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    pipeline = Pipeline(topics, connection)
    pipeline.load(say("old", 91), say("edited", 95))
    before, told = pipeline.rows(), list(pipeline.told)
    assert len(told) == 2
    retain(connection, nullcontext(), 90, 0, NOW)
    late = say("edited", 96, f"{TEXT}古い版が遅れて来た。")
    pipeline.load(say("old", 91), late)
    assert connection.execute("SELECT text FROM documents ORDER BY collected_at").fetchall() == [
        (None,),
        (TEXT,),
    ]
    pipeline.load(say("edited", 1, f"{TEXT}新しい文。"))
    texts = connection.execute("SELECT text, revisions FROM documents ORDER BY collected_at").fetchall()
    assert texts == [(TEXT, 1), (f"{TEXT}新しい文。", 3)]
    after = pipeline.rows()
    assert [len(after[table]) for table in TABLES if table != "revisions"] == [
        len(before[table]) for table in TABLES if table != "revisions"
    ]
    assert pipeline.told == told


def test_topics_that_are_read_from_their_start_again_tell_nobody(
    topics: Topics, connection: DuckDBPyConnection, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    recent = (now - NOW).total_seconds() / 86400  # say() counts from NOW
    pipeline = Pipeline(topics, connection, keep_rows=30)
    old = [say(f"old{number}", 25 - recent) for number in range(3)]
    pipeline.load(*old, say("new", 1 - recent))
    assert len(pipeline.told) == 4
    later = now + timedelta(days=10)
    assert retain(connection, nullcontext(), 0, 30, later) == Removed(documents=3)
    aged = [msgspec.structs.replace(one, document=msgspec.structs.replace(
        one.document, collected_at=one.document.collected_at - timedelta(days=10))) for one in old]  # fmt: skip
    with closing(open_topics(f"embedded:{tmp_path / 'other.db'}")) as other:  # what ten days later look like
        again = Pipeline(other, connection, keep_rows=30)
        again.load(*aged, say("new", 1 - recent))
    assert again.told == []
    assert names(connection, "documents") == 4, "until the next time"
    assert retain(connection, nullcontext(), 0, 30, now) == Removed(documents=3)


def test_the_loader_has_its_turn_between_the_chunks(
    topics: Topics, connection: DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "CHUNK", 10)
    pipeline = Pipeline(topics, connection)
    pipeline.load(*(say(f"old{number}", 40) for number in range(100)))
    turn, own = threading.Lock(), connection.cursor()
    seen: list[int] = []

    def look() -> None:
        while not seen or seen[-1]:
            with turn:
                seen.append(names(own, "documents"))

    loader = threading.Thread(target=look)
    loader.start()
    removed = retain(connection.cursor(), turn, 0, 30, NOW)
    loader.join()
    assert removed.documents == 100
    assert set(seen) <= set(range(0, 101, 10)), "never a part of a chunk"
    assert len(set(seen)) >= 5


@pytest.mark.parametrize(("days", "keep", "fires"), [(29, 30, True), (31, 30, False), (10_000, 0, True)])
def test_a_document_past_its_rows_sets_off_nothing(days: float, keep: float, fires: bool) -> None:
    assert young(NOW - timedelta(days=days), keep, NOW) == fires
