"""Verdicts: quarantine follows the newest validation of each suite, and what people have decided is remembered."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from duckdb import DuckDBPyConnection

from pipeline.load import run as loader
from pipeline.load.batch import sort_batch
from pipeline.load.offsets import logs_of, read_offsets
from pipeline.load.run import TOPICS, load, write_batch
from pipeline.records import Extraction, Suspect, suspect_id
from pipeline.topics import open_topics
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from tests.load.conftest import Ask, Put
from tests.load.judged import decide, finding, suspect, verdict
from tests.samples import make_document, make_extraction, make_figure, make_mention

WAREHOUSES = ("file", "sqlite")
"""test_views.py has verdicts arrive and rows held back in PostgreSQL too; each test more takes seconds."""
TEXT = "OpenAI and Meta: 5 billion, or 9 billion."
DOC = make_document("one", TEXT).doc_id
FIVE, NINE = suspect(DOC, 17, 26), suspect(DOC, 31, 40)
OPENAI = suspect(DOC, 0, 6, relation="mentions", expectation="strange-name")


def one(name: str = "one") -> Extraction:
    """A document that names OpenAI and Meta, and two amounts."""
    named = (make_mention("OpenAI", 0, "openai"), make_mention("Meta", 11, "meta"))
    figures = [make_figure("5 billion", 17, 5e9), make_figure("9 billion", 31, 9e9)]
    return make_extraction(make_document(name, TEXT), *named, figures=figures)


def held(ask: Ask) -> list[tuple[Any, ...]]:
    """Where each row of quarantine begins, its status, and at which hours it was found first and last."""
    return ask(
        "SELECT char_start, status, hour(found_at), hour(validated_at) FROM quarantine ORDER BY char_start, suite"
    )


def test_a_verdict_arrives_with_what_failed_and_what_it_suspects(put: Put, ask: Ask) -> None:
    failed = [finding("b-warning", "warning"), finding("too-much", unexpected=2), finding("a-error")]
    put(verdict(1, FIVE, success=False, failed=failed))
    assert ask("SELECT * EXCLUDE verdict_id REPLACE (validated_at::VARCHAR AS validated_at) FROM verdicts") == [
        ("figures", "airflow", "2025-03-01 01:00:00", 0.5, False, 9, 2, 1, 100, ["too-much", "a-error", "b-warning"], [])
    ]  # fmt: skip
    assert ask(
        "SELECT suite, expectation, severity, sentence, unexpected, hour(validated_at) FROM findings ORDER BY expectation"
    ) == [
        ("figures", "a-error", "error", "a-error is wrong", 1, 1),
        ("figures", "b-warning", "warning", "b-warning is wrong", 1, 1),
        ("figures", "too-much", "error", "too-much is wrong", 2, 1),
    ]
    assert ask("SELECT * EXCLUDE (verdict_id, found_at, validated_at) FROM quarantine") == [
        (
            suspect_id(FIVE),
            "open",
            "too-much",
            "figures",
            DOC,
            17,
            26,
            "it says too much",
            "figures",
            None,
            None,
        )
    ]
    assert ask(
        "SELECT count(DISTINCT verdict_id) FROM (SELECT verdict_id FROM verdicts UNION ALL SELECT verdict_id FROM "
        "findings UNION ALL SELECT verdict_id FROM quarantine)"
    ) == [(1,)]


def test_the_newest_verdict_of_a_suite_takes_the_place_of_the_older(put: Put, ask: Ask) -> None:
    put(verdict(1, FIVE, NINE), verdict(1, OPENAI, suite="mentions"))
    put(verdict(2, msgspec.structs.replace(NINE, what="more than the world has")))
    assert held(ask) == [(0, "open", 1, 1), (31, "open", 1, 2)], "another suite has not spoken again"
    assert ask("SELECT what FROM quarantine WHERE char_start = 31") == [("more than the world has",)]
    put(verdict(3))
    assert held(ask) == [(0, "open", 1, 1)]
    put(verdict(4, NINE))
    assert held(ask) == [(0, "open", 1, 1), (31, "open", 4, 4)], "it comes back as a new one"


def test_what_two_suites_suspect_is_held_back_until_both_are_content(put: Put, ask: Ask) -> None:
    put(one(), verdict(1, FIVE), verdict(1, FIVE, suite="documents"))
    put(verdict(2, FIVE, suite="documents"))
    assert held(ask) == [(17, "open", 1, 2), (17, "open", 1, 1)], "each by its own suite"
    put(verdict(2))
    assert ask("SELECT suite FROM quarantine") == [("documents",)]
    assert ask("SELECT char_start FROM claims") == [(31,)]
    put(verdict(3, suite="documents"))
    assert ask("SELECT char_start FROM claims ORDER BY ALL") == [(17,), (31,)]


@pytest.mark.lakes
def test_verdicts_in_one_batch_come_to_what_they_come_to_one_by_one(put: Put, ask: Ask) -> None:
    parts = (verdict(3, NINE, part=2, parts=2), verdict(3, OPENAI, parts=2))
    put(parts[0], verdict(1, FIVE, NINE), parts[1], verdict(2, NINE))
    assert held(ask) == [(0, "open", 3, 3), (31, "open", 1, 3)]
    assert ask("SELECT count(*) FROM verdicts") == [(3,)]


def test_a_verdict_that_comes_late_changes_no_row(put: Put, ask: Ask) -> None:
    put(verdict(2, NINE))
    put(verdict(1, FIVE, NINE, failed=[finding("too-much")]))
    assert held(ask) == [(31, "open", 2, 2)]
    assert ask("SELECT hour(validated_at) FROM verdicts ORDER BY 1") == [(1,), (2,)]
    assert ask("SELECT hour(validated_at) FROM findings") == [(1,)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_parts_of_a_verdict_add_up_in_whatever_order(order: tuple[int, int], put: Put, ask: Ask) -> None:
    third = suspect("f" * 32)
    put(verdict(1, FIVE, NINE, third))
    parts = (verdict(2, FIVE, parts=2), verdict(2, NINE, part=2, parts=2))
    put(parts[order[0]])
    assert ask("SELECT count(*), count(*) FILTER (hour(validated_at) = 2) FROM quarantine") == [(3, 1)], (
        "nothing goes before all has come"
    )
    assert ask("SELECT missing FROM verdicts ORDER BY validated_at") == [([],), ([order[1] + 1],)]
    put(parts[order[1]])
    assert held(ask) == [(17, "open", 1, 2), (31, "open", 1, 2)]
    assert ask("SELECT len(missing) FROM verdicts") == [(0,), (0,)]


@pytest.mark.lakes
def test_a_message_that_comes_twice_does_no_harm(put: Put, ask: Ask) -> None:
    two_parts = (
        verdict(2, FIVE, parts=2, failed=[finding("x")]),
        verdict(2, NINE, part=2, parts=2, failed=[finding("x")]),
    )
    put(two_parts[0], two_parts[0])
    assert ask("SELECT missing FROM verdicts") == [([2],)], "the same part is not the other one"
    put(*two_parts, two_parts[1], decide("release-row", FIVE))
    before = [ask(f"FROM {table} ORDER BY ALL") for table in ("verdicts", "findings", "quarantine")]
    put(*two_parts)
    assert [ask(f"FROM {table} ORDER BY ALL") for table in ("verdicts", "findings", "quarantine")] == before
    assert [len(rows) for rows in before] == [1, 1, 2]


def test_rows_that_are_decided_on_stay_when_validations_tell_of_them_no_more(put: Put, ask: Ask) -> None:
    put(verdict(1, FIVE, NINE, OPENAI))
    put(decide("confirm-row", FIVE), decide("release-row", NINE))
    put(verdict(2))
    assert held(ask) == [(17, "confirmed", 1, 1), (31, "released", 1, 1)]


def test_a_row_confirmed_while_it_was_validated_stays(
    topics: Topics, connection: DuckDBPyConnection, put: Put, ask: Ask
) -> None:
    put(verdict(1, FIVE))
    confirmed = decide("confirm-row", FIVE)
    topics.append("verdicts", [pack("verdicts", "figures", verdict(2))])
    topics.append("edits", [pack("edits", confirmed.target, confirmed)])
    logs = logs_of(topics, TOPICS)
    stored = [
        one
        for topic in ("verdicts", "edits")
        for one in topics.read(topic, read_offsets(connection, logs), 9)
    ]
    write_batch(connection, logs, sort_batch(stored), lambda _: [])
    assert held(ask) == [(17, "confirmed", 1, 1)]


@pytest.mark.parametrize("first", ["edit", "verdict", "both"])
def test_a_decision_counts_whichever_comes_first(first: str, put: Put, ask: Ask) -> None:
    found, decided = verdict(1, FIVE), decide("release-row", FIVE)
    if first == "both":
        put(found, decided)
    else:
        put(decided if first == "edit" else found)
        put(decided, found)
    assert ask("SELECT status, who, decided_at = (SELECT edited_at FROM edits) FROM quarantine") == [
        ("released", "yuki", True)
    ]


def test_the_last_word_counts_in_whatever_order_it_comes(put: Put, ask: Ask) -> None:
    early, late = decide("release-row", FIVE, "ann"), decide("confirm-row", FIVE, "ben")
    put(verdict(1, FIVE))
    put(late)
    put(early)
    assert ask("SELECT status, who FROM quarantine") == [("confirmed", "ben")]
    at_once = [
        msgspec.structs.replace(one, at=late.at, edit_id=c * 32) for c, one in (("f", early), ("e", late))
    ]
    put(*at_once)
    assert ask("SELECT status, who FROM quarantine") == [("released", "ann")], "by edit_id, at the same time"


def test_a_decision_is_on_one_expectation_of_a_row(put: Put, ask: Ask) -> None:
    other = msgspec.structs.replace(FIVE, expectation="wrong-unit")
    put(one(), verdict(1, FIVE, other, suspect(DOC, expectation="no-date")))
    put(decide("release-row", FIVE))
    assert ask("SELECT expectations FROM held ORDER BY relation") == [(["no-date"],), (["wrong-unit"],)]
    assert ask("SELECT char_start, quarantined FROM claims_all ORDER BY ALL") == [
        (17, ["no-date", "wrong-unit"]),
        (31, ["no-date"]),
    ]


def test_a_release_outlives_replays_and_new_verdicts(put: Put, ask: Ask) -> None:
    put(one(), verdict(1, FIVE))
    assert ask("SELECT char_start FROM claims") == [(31,)]
    put(decide("release-row", FIVE))
    put(one())
    put(verdict(2, FIVE))
    assert ask("SELECT char_start FROM claims ORDER BY ALL") == [(17,), (31,)]
    assert held(ask) == [(17, "released", 1, 2)]


@pytest.mark.lakes
def test_a_document_that_is_loaded_again_is_held_back_as_before(put: Put, ask: Ask) -> None:
    put(one(), one("other"), verdict(1, FIVE, OPENAI))
    put(one(), one("other"))
    assert ask("SELECT char_start FROM claims WHERE doc_id = '" + DOC + "'") == [(31,)]
    assert ask("SELECT entity, mentions FROM watchlist ORDER BY ALL") == [("meta", 2), ("openai", 1)]
    assert ask(f"SELECT names FROM documents WHERE doc_id = '{DOC}'") == [(["Meta"],)]


@pytest.mark.lakes
def test_a_verdict_that_comes_before_its_document_holds_it_back(put: Put, ask: Ask) -> None:
    put(verdict(1, FIVE, OPENAI))
    put(one())
    assert ask("SELECT char_start FROM claims") == [(31,)]
    assert ask("SELECT entity FROM watchlist") == [("meta",)]
    assert ask("SELECT names FROM latest_documents") == [(["Meta"],)]


def test_names_are_counted_anew_when_their_mentions_are_held_back_or_released(put: Put, ask: Ask) -> None:
    meta = suspect(DOC, 11, 15, relation="mentions")
    put(one())
    put(verdict(1, OPENAI, meta))
    assert ask("SELECT (SELECT count(*) FROM appearances), names FROM documents") == [(0, [])]
    put(decide("release-row", OPENAI))
    assert ask("SELECT entity FROM appearances") == [("openai",)]
    assert ask("SELECT names FROM documents") == [(["OpenAI"],)]
    put(verdict(2))
    assert ask("SELECT names FROM documents") == [(["Meta", "OpenAI"],)]
    assert ask("SELECT count(*) FROM mentions") == [(2,)], "they were there all the time"


def test_a_merge_does_not_count_what_is_held_back(put: Put, ask: Ask) -> None:
    put(one(), verdict(1, OPENAI))
    put(
        msgspec.structs.replace(
            decide("confirm-row", OPENAI), action="merge-entity", target="openai", becomes="meta"
        )
    )
    assert ask("SELECT entity, mentions FROM watchlist") == [("meta", 1)]


def test_a_verdict_arrives_as_a_whole_or_not_at_all(
    topics: Topics, connection: DuckDBPyConnection, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    topics.append("verdicts", [pack("verdicts", "figures", verdict(1, FIVE, failed=[finding("x")]))])

    def break_down(*_: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr(loader, "follow_held", break_down)
        with pytest.raises(ConnectionError):
            load(topics, connection, lambda _: [])
    counts = "SELECT (SELECT count(*) FROM verdicts), (SELECT count(*) FROM findings), (SELECT count(*) FROM quarantine)"
    assert ask(counts) == [(0, 0, 0)]
    assert load(topics, connection, lambda _: []) == 1
    assert ask(counts) == [(1, 1, 1)]


def test_topics_that_are_read_from_their_start_again_change_nothing(
    topics: Topics, put: Put, ask: Ask, connection: DuckDBPyConnection, tmp_path: Path
) -> None:
    first, second = verdict(1, FIVE, NINE), verdict(2, NINE)
    put(one())
    put(first)
    put(second, decide("confirm-row", NINE))
    before = ask("FROM quarantine ORDER BY ALL"), ask("FROM claims ORDER BY ALL")
    other = open_topics(f"embedded:{tmp_path / 'other.db'}")
    for each in (first, second):
        other.append("verdicts", [pack("verdicts", each.suite, each)])
        load(other, connection, lambda _: [])
    other.close()
    assert (ask("FROM quarantine ORDER BY ALL"), ask("FROM claims ORDER BY ALL")) == before


def test_the_id_of_a_row_is_that_of_its_place_and_expectation() -> None:
    assert suspect_id(FIVE) == hashlib.sha256(f"figures|{DOC}|17|26|too-much".encode()).hexdigest()[:32]
    fetch = Suspect(expectation="slow", relation="fetches", key="f", what="it took long")
    assert suspect_id(fetch) == hashlib.sha256(b"fetches|f|||slow").hexdigest()[:32]
    assert suspect_id(msgspec.structs.replace(fetch, what="longer still")) == suspect_id(fetch)
