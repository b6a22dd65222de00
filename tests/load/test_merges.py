"""Merges: variants become one entity and can be parted again; the tables keep what was extracted and who decided."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import msgspec
import pytest
from duckdb import DuckDBPyConnection

from pipeline.load.catalogue import write_catalogue
from pipeline.load.merges import merged, resolve
from pipeline.load.run import load
from pipeline.records import Edit, Entity, Extraction, Mention
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from tests.load.conftest import Ask, Put
from tests.samples import make_document, make_extraction, make_figure, make_mention

CATALOGUE = [
    Entity(id="openai", name="OpenAI", type="organization"),
    Entity(id="open-ai-lp", name="OpenAI LP", type="organization"),
    Entity(id="meta", name="Meta", type="organization"),
]
_clock = count()


def edit(action: Any, target: str, **more: Any) -> Edit:
    at = datetime(2025, 3, 1, tzinfo=UTC) + timedelta(seconds=next(_clock))
    edit_id = hashlib.sha256(f"{target}{action}{at}".encode()).hexdigest()[:32]
    return Edit(edit_id=edit_id, action=action, target=target, who="yuki", at=at, **more)


def candidate(name: str, start: int = 0) -> Mention:
    return msgspec.structs.replace(make_mention(name, start), entity=None, type="organization")


def both(name: str = "both") -> Extraction:
    """A document that names OpenAI twice, once as OpenAI LP."""
    named = (make_mention("OpenAI", 0, "openai"), make_mention("OpenAI LP", 10, "open-ai-lp"))
    return make_extraction(make_document(name, "OpenAI is OpenAI LP."), *named)


@pytest.fixture(autouse=True)
def catalogue(connection: DuckDBPyConnection) -> None:
    write_catalogue(connection, CATALOGUE)


def watched(ask: Ask) -> list[tuple[Any, ...]]:
    return ask("SELECT entity, name, mentions, documents FROM watchlist ORDER BY entity")


def test_a_merge_counts_a_document_once_and_a_split_parts_them_again(put: Put, ask: Ask) -> None:
    put(both())
    apart = [("open-ai-lp", "OpenAI LP", 1, 1), ("openai", "OpenAI", 1, 1)]
    assert watched(ask) == apart
    put(edit("merge-entity", "open-ai-lp", becomes="openai"))
    assert watched(ask) == [("openai", "OpenAI", 2, 1)]
    assert ask("SELECT names FROM latest_documents") == [(["OpenAI"],)]
    put(edit("split-entity", "open-ai-lp"))
    assert watched(ask) == apart
    assert ask("SELECT action, who FROM edits ORDER BY edited_at") == [
        ("merge-entity", "yuki"),
        ("split-entity", "yuki"),
    ]


def test_what_is_loaded_after_a_merge_follows_it(put: Put, ask: Ask) -> None:
    put(edit("merge-entity", "open-ai-lp", becomes="openai"))
    put(both())
    assert watched(ask) == [("openai", "OpenAI", 2, 1)]
    assert ask("SELECT DISTINCT entity FROM mentions ORDER BY entity") == [("open-ai-lp",), ("openai",)]


def test_claims_follow_the_merge(put: Put, ask: Ask) -> None:
    figure = msgspec.structs.replace(make_figure("$5", 0), subject="open-ai-lp", speaker="open-ai-lp")
    put(make_extraction(make_document(text="$5 was paid."), figures=[figure]))
    put(edit("merge-entity", "open-ai-lp", becomes="openai"))
    assert ask("SELECT subject, subject_name, speaker FROM claims") == [("openai", "OpenAI", "openai")]
    put(edit("split-entity", "open-ai-lp"))
    assert ask("SELECT subject, subject_name FROM claims") == [("open-ai-lp", "OpenAI LP")]


@pytest.mark.lakes
def test_a_promoted_candidate_is_an_entity_and_survives_a_new_catalogue(
    put: Put, ask: Ask, connection: DuckDBPyConnection
) -> None:
    put(make_extraction(make_document(text="Foo Labs, Bar"), candidate("Foo Labs"), candidate("Bar", 10)))
    assert ask("SELECT name FROM candidates_ranked ORDER BY name") == [("Bar",), ("Foo Labs",)]
    put(
        edit(
            "promote-candidate",
            "candidate:Foo Labs",
            becomes="foo-labs",
            name="Foo Labs",
            type="organization",
        )
    )
    write_catalogue(connection, CATALOGUE)
    assert ask("SELECT name FROM candidates_ranked") == [("Bar",)]
    assert watched(ask) == [("foo-labs", "Foo Labs", 1, 1)]
    assert ask("SELECT name, origin FROM entities WHERE entity = 'foo-labs'") == [("Foo Labs", "promoted")]
    assert ask("SELECT alias FROM aliases WHERE entity = 'foo-labs'") == [("Foo Labs",)]
    put(edit("split-entity", "candidate:Foo Labs"))
    assert ask("SELECT count(*) FROM entities WHERE origin = 'promoted'") == [(0,)]
    assert watched(ask) == []


def test_a_candidate_that_is_a_variant_joins_its_entity(put: Put, ask: Ask) -> None:
    document = make_document(text="Open A.I. is OpenAI.")
    put(make_extraction(document, candidate("Open A.I."), make_mention("OpenAI", 13, "openai")))
    put(edit("merge-entity", "candidate:Open A.I.", becomes="openai"))
    assert watched(ask) == [("openai", "OpenAI", 2, 1)]


@pytest.mark.lakes
def test_an_edit_that_arrives_twice_or_late_comes_to_the_same(put: Put, ask: Ask) -> None:
    merge, split = edit("merge-entity", "open-ai-lp", becomes="openai"), edit("split-entity", "open-ai-lp")
    put(both())
    put(split, merge)  # the other way round than they were made
    put(merge)
    assert [row[0] for row in watched(ask)] == ["open-ai-lp", "openai"]


def test_alerts_follow_the_merge(topics: Topics, connection: DuckDBPyConnection, put: Put) -> None:
    seen: list[list[str | None]] = []

    def fire(extraction: Extraction) -> list[Any]:
        seen.append([one.entity for one in extraction.mentions])
        return []

    put(edit("merge-entity", "open-ai-lp", becomes="openai"))
    topics.append("extractions", [pack("extractions", "k", both())])
    load(topics, connection, fire)
    assert seen == [["openai", "openai"]]


def test_without_merges_an_extraction_is_left_alone() -> None:
    extraction = both()
    assert merged(extraction, {}) is extraction


def test_chains_are_followed_and_circles_are_not() -> None:
    merge = "merge-entity"
    assert resolve([(merge, "a", "b"), (merge, "b", "c")]) == {"a": "c", "b": "c"}
    assert resolve([(merge, "a", "b"), (merge, "b", "a")]) == {"a": "b"}
    assert resolve([(merge, "a", "b"), (merge, "b", "c"), (merge, "c", "a")]) == {"a": "c", "b": "c"}
    assert resolve([(merge, "a", "a")]) == {}
    assert resolve([(merge, "a", "b"), (merge, "a", "c")]) == {"a": "c"}
    assert resolve([(merge, "a", "b"), ("split-entity", "a", None), (merge, "b", "a")]) == {"b": "a"}
