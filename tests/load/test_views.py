"""Views: what analysts read of what was loaded."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from duckdb import DuckDBPyConnection

from pipeline.load.rates import write_rates
from pipeline.load.sources import write_sources
from pipeline.records import Extraction
from tests.load.conftest import Ask, Put
from tests.samples import make_document, make_extraction, make_figure, make_mention

DAY = datetime(2025, 2, 2, tzinfo=UTC)


class Source:
    """One of sources.yaml."""

    name, location, tags = "", "https://example.org/", ("press",)

    def __init__(self, id_: str, family: str = "") -> None:
        self.id, self.family = id_, family


@pytest.fixture(autouse=True)
def seeds(connection: DuckDBPyConnection) -> None:
    write_sources(connection, [Source("wire-en", "wire"), Source("wire-ja", "wire"), Source("paper")])
    days = [date(2025, 1, 1), date(2025, 2, 2)]
    write_rates(connection, [("JPY", days[0], 0.006), ("JPY", days[1], 0.0065)])


def said(name: str, source: str = "paper", day: datetime = DAY, *mentions: Any, **figure: Any) -> Extraction:
    """A document of a source that names and says so."""
    document = make_document(name, text="It is worth 5 billion. Nothing else.")
    document = msgspec.structs.replace(document, source=source, published_at=day, collected_at=day)
    figures = [make_figure("5 billion", 12, **figure)] if figure else []
    return make_extraction(document, *mentions, figures=figures)


def test_a_claim_tells_its_amount_in_dollars_of_its_day(put: Put, ask: Ask) -> None:
    put(
        said("a", day=DAY, value=1e12, unit="JPY"),
        said("b", day=DAY - timedelta(days=1), value=1e12, unit="JPY"),
        said("before the first rate", day=DAY - timedelta(days=900), value=1e12, unit="JPY"),
        said("after the last rate", day=DAY + timedelta(days=900), value=1e12, unit="JPY"),
        said("a range", value=None, low=1e12, high=None, unit="JPY", bound="min"),
        said("dollars", value=7.0),
        said("no money", value=7.0, kind="count", unit="user"),
        said("no rate", value=7.0, unit="XYZ"),
    )
    rows = ask("SELECT unit, value, round(usd), round(usd_low), round(usd_high) FROM claims")
    assert sorted(rows, key=str) == sorted([
        ("JPY", 1e12, 6.5e9, 6.5e9, 6.5e9), ("JPY", 1e12, 6e9, 6e9, 6e9),
        ("JPY", 1e12, 6e9, 6e9, 6e9), ("JPY", 1e12, 6.5e9, 6.5e9, 6.5e9),
        ("JPY", None, None, 6.5e9, None), ("USD", 7.0, 7.0, 7.0, 7.0),
        ("user", 7.0, None, None, None), ("XYZ", 7.0, None, None, None),
    ], key=str)  # fmt: skip


def test_a_claim_stands_with_its_sentence_source_and_family(put: Put, ask: Ask) -> None:
    put(said("a", "wire-ja", value=5e9))
    assert ask("SELECT sentence, source, family, title, lang FROM claims") == [
        ("It is worth 5 billion", "wire-ja", "wire", "Title", "ja")
    ]


def test_claims_that_have_no_amount_in_common_are_a_conflict(put: Put, ask: Ask) -> None:
    put(
        said("a", "paper", value=4e9),
        said("b", "wire-en", value=5e9),
        said("c", "wire-ja", value=5e9),
    )
    assert ask(
        "SELECT subject, metric, unit, claims, families, lowest, highest, lowest_source FROM claim_conflicts"
    ) == [("openai", "funding", "USD", 3, 2, 4e9, 5e9, "paper")]


@pytest.mark.parametrize(
    "other",
    [
        {"value": 4.3e9, "bound": "approx"},  # a tenth up is 4.73
        {"value": None, "low": 3e9, "high": None, "bound": "min"},
        {"value": None, "low": None, "high": 6e9, "bound": "max"},
        {"value": None, "low": 4e9, "high": 6e9, "bound": "range"},
        {"value": 4e9, "metric": "valuation"},
        {"value": 4e9, "subject": "meta"},
        {"value": 4e9, "modality": "denied"},
        {"value": 4e9, "modality": "planned"},
        {"value": 4e9, "day": DAY - timedelta(days=40)},
        {"value": 4e9, "period_start": "2024-01-01", "period_end": "2024-12-31"},
    ],
)  # fmt: skip
def test_claims_that_can_both_be_true_are_none(other: dict[str, Any], put: Put, ask: Ask) -> None:
    put(said("a", value=4.7e9), said("b", **other))
    assert ask("SELECT * FROM claim_conflicts") == []


def test_two_amounts_in_one_document_are_two_things(put: Put, ask: Ask) -> None:
    last_year = make_figure("5 billion", 12, 5e9)
    this_year = make_figure("5 billion", 12, 9e9)
    both = make_extraction(said("a").document, figures=[last_year, this_year])
    put(both, said("b", value=7e9))
    assert ask("SELECT * FROM claim_conflicts") == []
    put(said("c", value=9.5e9))
    assert ask("SELECT claims, lowest, highest FROM claim_conflicts") == [(4, 7e9, 9.5e9)]


def test_one_family_corroborates_once(put: Put, ask: Ask) -> None:
    put(
        said("a", "wire-en", DAY + timedelta(hours=1), value=5e9),
        said("b", "wire-ja", DAY, value=5.1e9),
        said("c", "paper", DAY + timedelta(hours=2), value=5.2e9, bound="approx"),
        said("d", "paper", value=9e9),
    )
    assert ask("SELECT amount, claims, families, by_family, first_source FROM corroboration") == [
        (5.1e9, 3, 2, ["paper", "wire"], "wire-ja"), (9e9, 1, 1, ["paper"], "paper"),
    ]  # fmt: skip


def test_pairs_are_seen_from_both_sides(put: Put, ask: Ask) -> None:
    named = (make_mention("OpenAI", 0, "openai"), make_mention("Stargate", 9), make_mention("Stargate", 20))
    put(said("a", "paper", DAY, *named), said("b", "wire-en", DAY - timedelta(days=9), *named))
    pair = "SELECT other, documents, sources FROM entity_pairs"
    assert ask(f"{pair} WHERE entity = 'stargate'") == [("openai", 2, 2)]
    assert ask(f"{pair} WHERE entity = 'openai'") == [("stargate", 2, 2)]
    since = ask(
        "SELECT other, documents FROM entity_pairs_since(TIMESTAMP '2025-02-01') WHERE entity = 'openai'"
    )
    assert since == [("stargate", 1)]


def test_a_surge_is_a_week_far_above_the_four_before(put: Put, ask: Ask) -> None:
    def on(day: int, name: str, entity: str) -> Extraction:
        return said(f"{name}{day}", "paper", DAY + timedelta(days=day), make_mention("X", 0, entity))

    put(*[on(-n, "steady", "openai") for n in range(35)])
    put(*[on(-n % 7, f"sudden{n}", "deepseek") for n in range(12)], on(-20, "once", "deepseek"))
    last = (DAY + timedelta(days=6)).date()
    assert ask(f"SELECT entity, documents, expected, score FROM surges_at(DATE '{last}')") == [
        ("deepseek", 12, 0.25, 5.93)
    ]
    assert ask("SELECT count(*) FROM surges") == [(0,)], "long ago"


def test_a_tracker_of_a_few_days_knows_no_surge_yet(put: Put, ask: Ask) -> None:
    named = make_mention("X", 0, "openai")
    put(*[said(f"{n}", "paper", DAY + timedelta(days=n % 7), named) for n in range(20)])
    assert ask(f"SELECT count(*) FROM surges_at(DATE '{(DAY + timedelta(days=6)).date()}')") == [(0,)]
    put(*[said(f"before {n}", "paper", DAY - timedelta(days=n), named) for n in range(14)])
    assert ask(f"SELECT documents, expected FROM surges_at(DATE '{(DAY + timedelta(days=6)).date()}')") == [
        (21, 7)
    ]


def test_the_watchlist_counts_mentions_documents_sources_and_families(put: Put, ask: Ask) -> None:
    stargate = make_mention("Stargate", 0)
    heard = msgspec.structs.replace(stargate, method="phonetic", start=20, end=28)
    put(
        said("a", "wire-en", DAY, stargate, heard),
        said("b", "wire-ja", DAY - timedelta(days=1), stargate),
        said("c", "elsewhere", DAY, stargate),
    )
    assert ask(
        "SELECT entity, mentions, documents, sources, families, misheard, first_seen::VARCHAR FROM watchlist"
    ) == [("stargate", 4, 3, 3, 2, 1, "2025-02-01 00:00:00")]
    assert ask("SELECT day::VARCHAR, mentions, documents, sources FROM entity_daily") == [
        ("2025-02-02", 3, 2, 2), ("2025-02-01", 1, 1, 1),
    ]  # fmt: skip


def test_a_document_without_mentions_is_among_the_latest(put: Put, ask: Ask) -> None:
    put(said("a"))
    assert ask("SELECT title, mentions, figures, names FROM latest_documents") == [("Title", 0, 0, [])]
    assert ask("SELECT source, documents, latest_said::VARCHAR FROM freshness") == [
        ("paper", 1, "2025-02-02 00:00:00")
    ]
