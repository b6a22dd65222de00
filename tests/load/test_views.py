"""Views: what analysts read of what was loaded."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec
import pytest
from duckdb import DuckDBPyConnection

from pipeline.load.rates import write_rates
from pipeline.load.sources import write_sources
from pipeline.records import Extraction, Fetch
from tests.load.conftest import Ask, Put
from tests.load.judged import decide, finding, suspect, verdict
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


TEXT = "It is worth 5 billion. OpenAI and Stargate, and Stargate again."
OPENAI, STARGATE, AGAIN = 23, 34, 48
"""Where these stand in the text."""


def said(name: str, source: str = "paper", day: datetime = DAY, *mentions: Any, **figure: Any) -> Extraction:
    """A document of a source that names and says so."""
    document = make_document(name, text=TEXT)
    document = msgspec.structs.replace(document, source=source, published_at=day, collected_at=day)
    figures = [make_figure("5 billion", 12, **figure)] if figure else []
    return make_extraction(document, *mentions, figures=figures)


def news(name: str, day: datetime, *mentions: Any) -> Extraction:
    """A document that tells a story of its own: what it says beside is in no other."""
    one = said(name, "paper", day, *mentions)
    text = f"{TEXT} {sha256(name.encode()).hexdigest()} {sha256(name.encode()[::-1]).hexdigest()}."
    document = make_document(name, text=text)
    changes = dict.fromkeys(("published_at", "collected_at"), day)
    return msgspec.structs.replace(one, document=msgspec.structs.replace(document, source="paper", **changes))


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
)
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
        (5.1e9, 3, 2, ["paper", "wire"], "wire-ja"),
        (9e9, 1, 1, ["paper"], "paper"),
    ]


def test_pairs_are_seen_from_both_sides(put: Put, ask: Ask) -> None:
    named = (
        make_mention("OpenAI", OPENAI, "openai"),
        make_mention("Stargate", STARGATE),
        make_mention("Stargate", AGAIN),
    )
    put(said("a", "paper", DAY, *named), said("b", "wire-en", DAY - timedelta(days=9), *named))
    pair = "SELECT other, documents, sources FROM entity_pairs"
    assert ask(f"{pair} WHERE entity = 'stargate'") == [("openai", 2, 2)]
    assert ask(f"{pair} WHERE entity = 'openai'") == [("stargate", 2, 2)]
    since = ask(
        "SELECT other, documents FROM entity_pairs_since(TIMESTAMP '2025-02-01') WHERE entity = 'openai'"
    )
    assert since == [("stargate", 1)]


@pytest.mark.lakes
def test_a_surge_is_a_week_far_above_the_four_before(put: Put, ask: Ask) -> None:
    def on(day: int, name: str, entity: str) -> Extraction:
        return news(f"{name}{day}", DAY + timedelta(days=day), make_mention("OpenAI", OPENAI, entity))

    put(*[on(-n, "steady", "openai") for n in range(35)])
    put(*[on(-n % 7, f"sudden{n}", "deepseek") for n in range(12)], on(-20, "once", "deepseek"))
    last = (DAY + timedelta(days=6)).date()
    assert ask(f"SELECT entity, documents, expected, score FROM surges_at(DATE '{last}')") == [
        ("deepseek", 12, 0.25, 5.93)
    ]
    assert ask("SELECT count(*) FROM surges") == [(0,)], "long ago"


def test_a_tracker_of_a_few_days_knows_no_surge_yet(put: Put, ask: Ask) -> None:
    named = make_mention("OpenAI", OPENAI, "openai")
    put(*[news(f"{n}", DAY + timedelta(days=n % 7), named) for n in range(20)])
    assert ask(f"SELECT count(*) FROM surges_at(DATE '{(DAY + timedelta(days=6)).date()}')") == [(0,)]
    put(*[news(f"before {n}", DAY - timedelta(days=n), named) for n in range(14)])
    assert ask(f"SELECT documents, expected FROM surges_at(DATE '{(DAY + timedelta(days=6)).date()}')") == [
        (21, 7)
    ]


def test_the_watchlist_counts_mentions_documents_sources_and_families(put: Put, ask: Ask) -> None:
    stargate = make_mention("Stargate", STARGATE)
    heard = msgspec.structs.replace(
        stargate, method="phonetic", start=AGAIN, end=AGAIN + 8, sentence_end=len(TEXT)
    )
    put(
        said("a", "wire-en", DAY, stargate, heard),
        said("b", "wire-ja", DAY - timedelta(days=1), stargate),
        said("c", "elsewhere", DAY, stargate),
    )
    assert ask(
        "SELECT entity, mentions, documents, sources, families, misheard, first_seen::VARCHAR FROM watchlist"
    ) == [("stargate", 4, 3, 3, 2, 1, "2025-02-01 00:00:00")]
    assert ask("SELECT day::VARCHAR, mentions, documents, sources FROM entity_daily") == [
        ("2025-02-02", 3, 2, 2),
        ("2025-02-01", 1, 1, 1),
    ]


def test_a_document_without_mentions_is_among_the_latest(put: Put, ask: Ask) -> None:
    put(said("a"))
    assert ask("SELECT title, mentions, figures, names FROM latest_documents") == [("Title", 0, 0, [])]
    assert ask("SELECT source, documents, latest_said::VARCHAR FROM freshness") == [
        ("paper", 1, "2025-02-02 00:00:00")
    ]


def test_a_claim_that_is_held_back_is_in_claims_all_with_the_reason(put: Put, ask: Ask) -> None:
    put(said("a", "paper", value=4e9), said("b", "wire-en", value=5e9), said("c", "wire-ja", value=5.1e9))
    assert ask("SELECT lowest, highest FROM claim_conflicts") == [(4e9, 5.1e9)]
    figure = suspect(make_document("a").doc_id, 12, 21, expectation="too-little")
    whole = suspect(make_document("c").doc_id, expectation="no-date")
    put(verdict(1, figure, whole))
    assert ask("SELECT value FROM claims") == [(5e9,)]
    assert ask("SELECT value, quarantined FROM claims_all ORDER BY value") == [
        (4e9, ["too-little"]),
        (5e9, None),
        (5.1e9, ["no-date"]),
    ]
    assert ask("SELECT * FROM claim_conflicts") == []
    assert ask("SELECT amount, claims FROM corroboration") == [(5e9, 1)]
    put(decide("release-row", figure), decide("confirm-row", whole))
    assert ask("SELECT value FROM claims ORDER BY value") == [(4e9,), (5e9,)]


def test_claims_and_claims_all_have_the_same_columns_but_one(ask: Ask) -> None:
    claims, every = ([name for name, *_ in ask(f"DESCRIBE {view}")] for view in ("claims", "claims_all"))
    assert every == [*claims, "quarantined"]


def test_a_document_that_is_held_back_is_in_no_view(put: Put, ask: Ask) -> None:
    named = (make_mention("OpenAI", OPENAI, "openai"), make_mention("Stargate", STARGATE))
    new = msgspec.structs.replace(make_mention("Stargate", AGAIN), entity=None, name="Gate")
    views = (
        "watchlist",
        "entity_daily",
        "entity_pairs",
        "candidates_ranked",
        "latest_documents",
        "freshness",
        "claims",
    )
    put(said("a", "paper", DAY, *named, value=5e9), said("b", "wire-en", DAY, named[0]))
    before = {view: ask(f"FROM {view}") for view in views}
    bad = said("bad", "elsewhere", DAY - timedelta(days=30_000), *named, new, value=9e9)
    put(bad)
    changed = [view for view in views if ask(f"FROM {view}") != before[view]]
    assert changed == list(views), "else this would tell nothing"
    put(verdict(1, suspect(bad.document.doc_id), suite="documents"))
    assert {view: ask(f"FROM {view}") for view in views} == before
    assert ask("SELECT count(*) FROM documents") == [(3,)]
    put(decide("release-row", suspect(bad.document.doc_id)))
    assert ask("SELECT source FROM latest_documents ORDER BY source") == [
        ("elsewhere",),
        ("paper",),
        ("wire-en",),
    ]
    assert ask("SELECT name, documents FROM candidates_ranked") == [("Gate", 1)]


def test_a_mention_that_is_held_back_does_not_count(put: Put, ask: Ask) -> None:
    named = (
        make_mention("OpenAI", OPENAI, "openai"),
        make_mention("Stargate", STARGATE),
        make_mention("Stargate", AGAIN),
    )
    put(said("a", "paper", DAY, *named))
    doc_id = make_document("a").doc_id
    put(verdict(1, suspect(doc_id, STARGATE, STARGATE + 8, relation="mentions")))
    counted = "SELECT entity, mentions FROM {} ORDER BY entity"
    for view in ("watchlist", "entity_daily"):
        assert ask(counted.format(view)) == [("openai", 1), ("stargate", 1)]
    put(verdict(2, *(suspect(doc_id, at, at + 8, relation="mentions") for at in (STARGATE, AGAIN))))
    for view in ("watchlist", "entity_daily"):
        assert ask(counted.format(view)) == [("openai", 1)]
    assert ask("FROM entity_pairs") == []
    assert ask("SELECT names, mentions FROM latest_documents") == [(["OpenAI"], 3)], "found is found"


def test_a_surge_does_not_count_what_is_held_back(put: Put, ask: Ask) -> None:
    """Nor does a document with a wrong date make the tracker old enough to know surges."""
    named = make_mention("OpenAI", OPENAI, "openai")
    put(*[news(f"{n}", DAY + timedelta(days=n % 7), named) for n in range(12)])
    surges = f"SELECT documents FROM surges_at(DATE '{(DAY + timedelta(days=6)).date()}')"
    put(said("old", "paper", DAY - timedelta(days=900)))
    assert ask(surges) == [(12,)]
    put(verdict(1, suspect(make_document("3").doc_id, OPENAI, OPENAI + 6, relation="mentions")))
    assert ask(surges) == [(11,)]
    put(verdict(1, suspect(make_document("old").doc_id), suite="documents"))
    assert ask(surges) == []


def test_a_fetch_that_is_held_back_says_nothing_of_its_source(put: Put, ask: Ask) -> None:
    now = datetime.now(UTC)
    good = Fetch(
        fetch_id="a" * 32, source="paper", location="l", at=now - timedelta(hours=1), outcome="new", documents=1, seconds=0.1,
    )  # fmt: skip
    bad = msgspec.structs.replace(good, fetch_id="b" * 32, at=now + timedelta(days=900), outcome="failed")
    put(good, bad)
    health = "SELECT last_outcome, fetches, failures FROM source_health"
    assert ask(health) == [("failed", 2, 1)]
    put(verdict(1, suspect(bad.fetch_id, relation="fetches"), suite="fetches"))
    assert ask(health) == [("new", 1, 0)]


def test_a_claim_of_a_recording_says_its_second_and_its_speaker(put: Put, ask: Ask) -> None:
    text = "It cost $1 billion. No, it cost $2 billion."
    first, second = text.index("$1"), text.index("$2")
    meta: dict[str, str | int | float | bool] = {
        "times": f"0=3.5 {second - 12}=61", "speakers": "Sam Altman; Ezra Klein", "turns": f"0=2 {second - 12}=1",
    }  # fmt: skip
    figures = [make_figure(text[at : at + 10], at, 1e9) for at in (first, second)]
    put(
        make_extraction(msgspec.structs.replace(make_document("talk", text), meta=meta), figures=figures),
        make_extraction(make_document("page", text), figures=figures[:1]),
    )
    spoken = "SELECT spoken_at, spoken_by FROM claims ORDER BY spoken_at NULLS LAST"
    assert ask(spoken) == [(3.5, "Ezra Klein"), (61.0, "Sam Altman"), (None, None)]


def test_source_health_says_how_each_source_stands(put: Put, ask: Ask) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    soon = now + timedelta(hours=2)

    def fetch(number: int, source: str, hours: float, outcome: Any = "unchanged", **facts: Any) -> Fetch:
        at = now - timedelta(hours=hours)
        told = {"error": "it answers 500" if outcome == "failed" else None} | facts
        return Fetch(
            fetch_id=f"{number:032x}", source=source, location="l", at=at, outcome=outcome, documents=0, seconds=0.1, **told,
        )  # fmt: skip

    put(
        fetch(1, "well", 3, status=200, size=1_000, entries=20, next_due=soon),
        fetch(2, "well", 2, status=200, size=3_000, entries=25, next_due=soon),
        fetch(3, "well", 1, status=304, size=0, next_due=soon, moved_to="https://new.example/feed"),
        fetch(4, "once", 2, status=200, next_due=now),
        fetch(5, "once", 1, "failed", status=500, next_due=soon),
        fetch(6, "often", 900, status=200, next_due=now),
        fetch(7, "often", 800, "failed", next_due=now, waits_until=now - timedelta(hours=790)),
        fetch(8, "often", 1, "failed", next_due=soon, waits_until=soon),
        fetch(9, "busy", 1, "failed", status=429, retry_after=7200.0, next_due=soon, waits_until=soon),
        fetch(10, "over", 2, "failed", status=410, gone=True),
        fetch(11, "back", 3, "failed", status=410, gone=True),
        fetch(12, "back", 2, status=200, next_due=soon),
        fetch(13, "back", 1),  # a backfill, which says nothing of what is due
    )
    assert dict(ask("SELECT source, state FROM source_health")) == {
        "well": "ok", "once": "failing", "often": "waiting", "busy": "put-off", "over": "gone", "back": "ok",
    }  # fmt: skip
    naive = {"soon": soon.replace(tzinfo=None), "now": now.replace(tzinfo=None)}
    since = "SELECT source, failures_in_a_row, failing_since, next_due FROM source_health ORDER BY source"
    assert ask(since) == [
        ("back", 0, None, naive["soon"]),
        ("busy", 1, naive["now"] - timedelta(hours=1), naive["soon"]),
        ("often", 2, naive["now"] - timedelta(hours=800), naive["soon"]),
        ("once", 1, naive["now"] - timedelta(hours=1), naive["soon"]),
        ("over", 1, naive["now"] - timedelta(hours=2), None),
        ("well", 0, None, naive["soon"]),
    ]
    assert ask(
        "SELECT fetches, bytes, not_modified, entries, moved_to, retired, error FROM source_health WHERE source = 'well'"
    ) == [(3, 4_000, 0.333, 22.5, "https://new.example/feed", None, None)]
    retired = "SELECT source, retired FROM source_health WHERE retired IS NOT NULL"
    assert ask(retired) == [("over", naive["now"] - timedelta(hours=2))]


@pytest.mark.lakes
def test_held_lists_what_the_views_leave_out(put: Put, ask: Ask) -> None:
    figure, whole = suspect("d", 12, 21), suspect("d")
    put(verdict(1, figure, msgspec.structs.replace(figure, expectation="a-slip"), whole))
    assert ask("FROM held ORDER BY relation") == [
        ("documents", "d", None, None, ["too-much"]),
        ("figures", "d", 12, 21, ["a-slip", "too-much"]),
    ]
    put(decide("release-row", figure), decide("release-row", whole))
    assert ask("FROM held") == [("figures", "d", 12, 21, ["a-slip"])]


def test_quality_is_the_newest_verdict_of_each_suite(put: Put, ask: Ask) -> None:
    figure = suspect("d", 12, 21)
    put(
        verdict(1, figure, success=False, failed=[finding("old")]),
        verdict(2, suite="documents"),
        verdict(
            3, figure, msgspec.structs.replace(figure, expectation="a-slip"), suspect("e", 1, 2), success=False,
            failed=[finding("a-slip", "warning"), finding("too-much")],
        ),
    )  # fmt: skip
    assert ask("SELECT * REPLACE (hour(validated_at) AS validated_at) FROM quality") == [
        ("figures", 3, "airflow", False, 9, 1, 1, 100, 2, ["too-much is wrong", "a-slip is wrong"]),
        ("documents", 2, "airflow", True, 9, 0, 0, 100, 0, []),
    ]
    put(decide("release-row", suspect("e", 1, 2)), decide("release-row", figure))
    assert ask("SELECT suite, quarantined FROM quality") == [("figures", 1), ("documents", 0)]
