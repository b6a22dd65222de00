"""Lakes: what a tracker hears in its life in, each table and each view out as a DuckDB file has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from duckdb import DuckDBPyConnection
from msgspec.structs import replace

from pipeline.alert.rules import Rule, fire
from pipeline.load.catalogue import write_catalogue
from pipeline.load.rates import write_rates
from pipeline.load.run import load
from pipeline.load.sources import write_sources
from pipeline.records import Edit, Entity, Extraction, Fetch, Verdict, headers
from pipeline.topics import open_topics
from pipeline.topics.base import Message, Topics
from pipeline.warehouse import open_for_writing
from tests.load.conftest import append
from tests.load.judged import decide, finding, suspect, verdict
from tests.load.stories.texts import EN, JA, OTHER_EN, edited
from tests.samples import make_document, make_extraction, make_figure, make_mention

DAY = datetime(2025, 2, 3, 12, tzinfo=UTC)
NAMES = ("openai", "nvidia", "oracle", "microsoft")
AMOUNTS = {"funding": 6.6e9, "valuation": 1.57e11, "revenue": 3.7e9, "cost": 2.5e8}
CLOCK = {"loaded_at", "latest_loaded", "seconds_to_load", "fired_at", "failed_at", "letter_id", "log"}
"""Columns that are others each time."""
EMPTY = {"deliveries", "surges", "surges_at(DATE '2025-02-05')"}
"""Where nothing is at the end: nobody was told, and a surge takes weeks (test_views.py)."""
CALLED = ("entity_pairs_since(TIMESTAMP '2025-01-01')", "surges_at(DATE '2025-02-05')")
"""Views that ask for a day."""

Rows = dict[str, list[tuple[Any, ...]]]
Heard = Extraction | Fetch | Verdict | Edit


class Source:
    """One of sources.yaml."""

    name, location, tags = "", "https://example.org/", ("press",)

    def __init__(self, id_: str, family: str = "") -> None:
        self.id, self.family = id_, family


def told(source: str, text: str, lang: str = "en", days: float = 0, times: float = 1) -> Extraction:
    """A document with four names, one of them new, and four sums."""
    at = DAY + timedelta(days=days)
    document = replace(
        make_document(source, text), source=source, lang=lang, published_at=at, collected_at=at
    )
    named = [make_mention(text[n : n + 3], n, one) for n, one in enumerate(NAMES)]
    named.append(replace(make_mention(text[9:13], 9), entity=None, name="Nordwind", type="organization"))
    figures = [
        make_figure(text[n : n + 2], n, times * amount, metric=metric)
        for n, (metric, amount) in enumerate(AMOUNTS.items())
    ]
    return replace(make_extraction(document, *named, figures=figures), lang=lang)


def fetch(number: int, outcome: Any = "new") -> Fetch:
    return Fetch(
        fetch_id=f"{number:032x}",
        source="wire-en",
        location="l",
        at=DAY + timedelta(hours=number),
        outcome=outcome,
        documents=1,
        seconds=0.1,
    )


@cache
def life() -> Sequence[Sequence[Heard]]:
    """Batches of what it hears, the same messages for each warehouse."""
    first = told("wire-en", EN, times=1.2)
    doc = first.document.doc_id
    japanese = told("shimbun", JA, "ja", 1)
    other = told("paper", OTHER_EN, days=1, times=2)
    figure, whole = suspect(doc, 0, 2), suspect(other.document.doc_id, expectation="no-date")
    held = suspect(japanese.document.doc_id, expectation="no-date")
    mention = suspect(doc, 1, 4, relation="mentions")
    changed = replace(
        told("wire-en", EN + "And more.", days=2, times=3), figures=[make_figure(EN[:2], 0, 1e9)]
    )
    merge = replace(decide("confirm-row", figure), action="merge-entity", target="oracle", becomes="openai")
    promotion = replace(
        decide("confirm-row", figure),
        action="promote-candidate",
        target="candidate:nordwind",
        becomes="nordwind",
        name="Nordwind",
        type="organization",
    )
    return (
        (told("daily", edited(EN, "en"), days=0.5, times=1.1), japanese, fetch(1)),
        (first, other, fetch(2, "failed")),
        (verdict(1, figure, whole, success=False, failed=[finding("too-much")]), changed),
        (verdict(2, figure, parts=2), decide("confirm-row", figure), decide("release-row", whole)),
        (merge, promotion, verdict(2, mention, part=2, parts=2), verdict(1, whole, held, suite="documents")),
        (replace(merge, action="split-entity", becomes=None, edit_id="e" * 32, at=DAY), first, other),
        (told("late", OTHER_EN, days=-1, times=2.1), decide("confirm-row", mention)),
    )


def lived(connection: DuckDBPyConnection, topics: Topics) -> Rows:
    """All that its tables and views hold at the end of that."""
    entities = [Entity(id=one, name=one.title(), type="organization") for one in NAMES]
    rule = Rule("r", "OpenAI", ("openai",))
    for _ in range(2):  # as each start lays them
        write_catalogue(connection, entities)
        write_sources(connection, [Source("wire-en", "wire"), Source("daily", "wire"), Source("paper")])
        write_rates(connection, [("JPY", date(2025, 1, 1), 0.006)])
    topics.append("extractions", [Message("k", b"no extraction", headers("extractions"))])
    for batch in life():
        append(topics, *batch)
        load(topics, connection, lambda one: fire([rule], one))
    return everything(connection)


def everything(connection: DuckDBPyConnection) -> Rows:
    here = "database_name = current_database()"
    tables = f"SELECT table_name FROM duckdb_tables() WHERE {here} AND table_name <> 'migrations'"
    views = f"SELECT view_name FROM duckdb_views() WHERE {here} AND NOT internal"
    named = [name for (name,) in connection.execute(f"{tables} UNION {views} ORDER BY 1").fetchall()]
    return {name: rows(connection, name) for name in (*named, *CALLED)}


def rows(connection: DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    columns = [f'"{one}"' for one, *_ in connection.execute(f"DESCRIBE FROM {name}").fetchall()]
    kept = [one for one in columns if one.strip('"') not in CLOCK]
    return sorted(connection.execute(f"SELECT {', '.join(kept)} FROM {name}").fetchall(), key=repr)


@pytest.fixture(scope="module")
def in_a_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    folder = tmp_path_factory.mktemp("file")
    file = folder / "t.duckdb"
    file.write_bytes(empty_file.read_bytes())
    with (
        open_for_writing(file, threads=1) as connection,
        closing(open_topics(f"embedded:{folder / 't.db'}")) as topics,
    ):
        return lived(connection, topics)


def test_something_is_in_each(in_a_file: Rows) -> None:
    assert {name for name, found in in_a_file.items() if not found} == EMPTY


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_lake_holds_what_a_file_holds(
    kind: str, in_a_file: Rows, topics: Topics, request: pytest.FixtureRequest
) -> None:
    anew: Callable[[], DuckDBPyConnection] = request.getfixturevalue(f"lake_in_{kind}")
    found = lived(anew(), topics)
    assert found.keys() == in_a_file.keys()
    for name in found:
        assert found[name] == in_a_file[name], name
