"""What a digest tells: all that came in within its period, and nothing of before or after."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from duckdb import DuckDBPyConnection

from pipeline.digest.read import SHOWN, read_digest
from pipeline.load.catalogue import write_catalogue
from pipeline.load.rates import write_rates
from pipeline.load.sources import write_sources
from pipeline.records import DeadLetter, Edit, Entity, Fetch
from pipeline.settings import read_settings
from pipeline.warehouse.asking import Ask, asking
from tests.digest.conftest import NIGHT, SINCE, UNTIL, Put, naming, said
from tests.load.judged import decide, finding, suspect, verdict
from tests.load.test_views import Source

DAY = timedelta(days=1)
CATALOGUE = [
    Entity(id="stargate", name="Stargate", type="project"),
    Entity(id="openai", name="OpenAI", type="organization"),
    Entity(id="stargate-llc", name="Stargate LLC", type="organization"),
]


@pytest.fixture(autouse=True)
def seeds(connection: DuckDBPyConnection) -> None:
    write_catalogue(connection, CATALOGUE)
    write_sources(connection, [Source("paper"), Source("wire-en", "wire"), Source("wire-ja", "wire")])
    write_rates(connection, [("JPY", date(2025, 1, 1), 0.006)])


def named(ask: Ask, since: datetime = SINCE, until: datetime = UNTIL) -> set[str]:
    return {one.name for one in read_digest(ask, since, until, "d").named.shown}


def test_the_samples_are_told_on_the_day_that_they_came(samples: Path) -> None:
    now = datetime.now(UTC)
    with asking(read_settings({"KIKIMIMI_DATA": str(samples)})) as ask:
        today = read_digest(ask, now - DAY, now, "today")
        long_ago = read_digest(ask, SINCE, UNTIL, "then")
    assert (today.health.documents, today.health.sources, today.health.read) == (15, 2, 2)
    assert today.alerts == 10
    deepseek, star = today.alerted.shown
    assert (deepseek.name, deepseek.alerts, deepseek.documents, deepseek.sources) == ("DeepSeek", 6, 6, 2)
    assert "DepSIC" in deepseek.sentence, "of the document that names it most"
    assert (star.name, star.alerts) == ("Stargate", 4)
    [conflict] = today.conflicts.shown
    assert (conflict.subject, conflict.metric, conflict.families) == ("DeepSeek", "cost", 2)
    assert [one.amount for one in conflict.said] == [
        "5.5 m USD",
        "≤ 6 m USD",
        "~ 200 – 900 m USD",
        "~ 200 – 900 m USD",
    ]
    assert [one.cited.lang for one in conflict.said] == ["ja", "fr", "ja", "fr"]
    assert today.named.total > SHOWN
    assert len(today.named.shown) == SHOWN
    assert [one.suite for one in today.suites if not one.success] == ["figures"]
    assert [one.held for one in today.suites if one.suite == "figures"] == [1]
    assert (long_ago.health.documents, long_ago.alerts, long_ago.named.total, long_ago.suites) == (
        0,
        0,
        0,
        (),
    )


def test_what_counts_is_when_it_came_in_and_not_when_it_was_written(put: Put, ask: Ask) -> None:
    put(naming("Stargate old", "Stargate", day=UNTIL - 900 * DAY))
    put(naming("Stargate before", "Stargate", came=SINCE - 3 * DAY, day=NIGHT), at=SINCE - 3 * DAY)
    put(naming("Stargate after", "Stargate", came=UNTIL), at=UNTIL)
    digest = read_digest(ask, SINCE, UNTIL, "d")
    assert (digest.health.documents, digest.alerts) == (1, 1)
    assert digest.alerted.shown[0].cited.title == "Stargate old"


def test_a_document_that_was_loaded_late_is_told_by_the_next_digest(put: Put, ask: Ask) -> None:
    put(said("in time", came=SINCE - DAY / 2), at=SINCE - DAY / 2)
    put(said("held up", came=SINCE - DAY / 2), at=NIGHT)
    put(said("read again", came=SINCE - 9 * DAY), at=NIGHT)
    put(said("held up for longer", came=SINCE - DAY / 2), at=UNTIL + DAY / 2)
    assert read_digest(ask, SINCE, UNTIL, "d").health.documents == 1
    assert read_digest(ask, SINCE - DAY, SINCE, "d").health.documents == 3, (
        "a replay does not take it out of its day"
    )


def test_an_empty_tracker_has_nothing_to_tell(ask: Ask) -> None:
    digest = read_digest(ask, SINCE, UNTIL, "d")
    assert (digest.alerts, digest.alerted.total, digest.surges.total, digest.named.total) == (0, 0, 0, 0)
    assert (digest.conflicts.total, digest.suites, digest.health.documents, digest.health.read) == (
        0,
        (),
        0,
        0,
    )


def test_alerts_stand_together_by_entity_with_the_document_that_names_it_most(put: Put, ask: Ask) -> None:
    put(
        naming("Stargate once", "Stargate", source="wire-en", day=NIGHT),
        naming(
            "Stargate three times",
            "Stargate",
            "Stargate",
            "Stargate",
            url=None,
            lang="fr",
            day=NIGHT - 5 * DAY,
        ),
    )
    digest = read_digest(ask, SINCE, UNTIL, "d")
    assert digest.alerts == 3, "two rules fire on the second"
    [one] = digest.alerted.shown
    assert (one.name, one.alerts, one.documents, one.sources) == ("Stargate", 3, 2, 2)
    assert (one.sentence, one.cited.title, one.cited.source) == (
        "Stargate three times: Stargate, Stargate, Stargate.",
        "Stargate three times",
        "paper",
    )
    assert (one.cited.url, one.cited.lang) == (None, "fr"), "nothing of the other document"
    assert one.cited.said_at == NIGHT - 5 * DAY


def test_alerts_on_names_that_were_merged_count_as_one(put: Put, ask: Ask) -> None:
    put(naming("Stargate one", "Stargate"))
    put(
        Edit(
            edit_id="e" * 32,
            action="merge-entity",
            target="stargate",
            becomes="stargate-llc",
            who="yuki",
            at=NIGHT,
        )
    )
    assert [one.name for one in read_digest(ask, SINCE, UNTIL, "d").alerted.shown] == ["Stargate LLC"]


@pytest.mark.parametrize("relation", ["documents", "alerts"])
def test_an_alert_that_is_held_back_is_not_told(
    put: Put, ask: Ask, connection: DuckDBPyConnection, relation: Any
) -> None:
    put(naming("Stargate one", "Stargate"), naming("Stargate two", "Stargate", day=NIGHT - DAY))
    [(alert, document)] = connection.execute(
        "SELECT alert_id, doc_id FROM alerts JOIN documents USING (doc_id) WHERE documents.title = 'Stargate one'"
    ).fetchall()
    put(verdict(0, suspect(document if relation == "documents" else alert, relation=relation), at=NIGHT))
    digest = read_digest(ask, SINCE, UNTIL, "d")
    assert digest.alerts == 1
    assert digest.alerted.shown[0].cited.title == "Stargate two"


def test_a_name_is_new_when_no_document_before_had_it(put: Put, ask: Ask) -> None:
    put(naming("long ago", "OpenAI", came=SINCE - 200 * DAY), at=SINCE - 200 * DAY)
    put(naming("last week", "Meta", came=SINCE - 5 * DAY), at=SINCE - 5 * DAY)
    put(naming("today", "OpenAI", "Meta", "Stargate"))
    put(naming("tomorrow", "Stargate", "Qwen", came=UNTIL + DAY), at=UNTIL + DAY)
    assert named(ask) == {"Stargate"}
    assert named(ask, UNTIL, UNTIL + 2 * DAY) == {"Qwen"}


def test_a_name_stays_known_when_its_documents_were_read_again(put: Put, ask: Ask) -> None:
    put(naming("replayed", "OpenAI", came=SINCE - 90 * DAY), at=NIGHT)
    put(naming("replayed too", "Zhipu", candidates=True, came=SINCE - 90 * DAY), at=NIGHT)
    put(naming("today", "OpenAI"), naming("today too", "Zhipu", candidates=True))
    assert named(ask) == set()


def test_a_candidate_is_new_too_and_says_so(put: Put, ask: Ask) -> None:
    put(naming("before", "Zhipu", candidates=True, came=SINCE - 90 * DAY), at=SINCE - 90 * DAY)
    put(
        naming("a", "Zhipu", "Moonshot", candidates=True, day=NIGHT),
        naming("b", "Moonshot", candidates=True, day=SINCE),
    )
    [one] = read_digest(ask, SINCE, UNTIL, "d").named.shown
    assert (one.name, one.type, one.candidate, one.documents) == ("Moonshot", "organization", True, 2)
    assert one.cited.title == "b", "the first that was published"


def test_a_contradiction_is_told_when_one_side_is_new(put: Put, ask: Ask) -> None:
    put(
        said("before", came=SINCE - 5 * DAY, value=4e9),
        said("wire", came=SINCE - 4 * DAY, value=9e9, metric="users"),
        at=SINCE - 4 * DAY,
    )
    put(said("after", came=SINCE - 3 * DAY, value=1e9, metric="users"), at=SINCE - 3 * DAY)
    assert read_digest(ask, SINCE, UNTIL, "d").conflicts.total == 0, "it was told before"
    put(said("now", source="wire-en", lang="fr", value=None, low=5e9, high=6e9, bound="range"))
    [one] = read_digest(ask, SINCE, UNTIL, "d").conflicts.shown
    assert (one.subject, one.metric, one.quarter) == ("OpenAI", "funding", date(2025, 1, 1))
    assert (one.claims, one.families, one.planned) == (2, 2, False)
    low, high = one.said
    assert (low.amount, low.is_new, low.cited.source, low.cited.lang) == ("4 bn USD", False, "paper", "en")
    assert (high.amount, high.is_new, high.cited.source, high.cited.lang) == (
        "5 – 6 bn USD",
        True,
        "wire-en",
        "fr",
    )
    assert high.sentence == "now. It is worth 5 billion."


def test_the_sides_that_are_furthest_apart_are_shown_before_what_came_in_last(put: Put, ask: Ask) -> None:
    hour = timedelta(hours=1)
    before = SINCE - DAY
    put(said("low", value=1e9, came=before), said("high", value=9e9, came=before), at=before)
    put(
        *(said(f"copy {n}", value=5e9) for n in range(6)),
        said("a bit more", value=6e9, day=NIGHT - hour),
        said("a bit less", value=4e9, day=NIGHT - 2 * hour),
    )
    [one] = read_digest(ask, SINCE, UNTIL, "d").conflicts.shown
    assert [side.amount for side in one.said] == ["1 bn USD", "5 bn USD", "6 bn USD", "9 bn USD"]
    assert one.claims == 10


def test_another_currency_stands_with_its_dollars(put: Put, ask: Ask) -> None:
    put(said("yen", value=1e12, unit="JPY"), said("dollars", value=1.1e10, bound="approx"))
    [one] = read_digest(ask, SINCE, UNTIL, "d").conflicts.shown
    assert [side.amount for side in one.said] == ["1 tn JPY, 6 bn USD", "≈ 11 bn USD"]


def test_the_contradictions_of_most_publishers_come_first(put: Put, ask: Ask) -> None:
    put(said("a", value=1e9, metric="users"), said("b", value=9e9, metric="users"))
    put(said("c", value=4e9, metric="cost"), said("d", value=5e9, metric="cost", source="wire-en"))
    put(
        said("e", value=4e9, metric="cost", modality="planned"),
        said("f", value=9e9, metric="cost", modality="planned"),
    )
    conflicts = read_digest(ask, SINCE, UNTIL, "d").conflicts
    assert conflicts.total == 3
    assert [(one.metric, one.planned) for one in conflicts.shown] == [
        ("cost", False),
        ("users", False),
        ("cost", True),
    ]


def test_a_backfill_of_years_asks_for_the_quarters_that_say_most(put: Put, ask: Ask) -> None:
    for years, claims in ((1, 4), (2, 2), (3, 3)):
        day = NIGHT - years * 365 * DAY
        put(*(said(f"{years} {n}", day=day, value=(n + 1) * 1e9) for n in range(claims)))
    assert {one.quarter.year for one in read_digest(ask, SINCE, UNTIL, "d").conflicts.shown} == {2024, 2022}


def test_the_last_verdict_before_the_end_counts(put: Put, ask: Ask) -> None:
    wrong = suspect("d" * 32, 0, 4)
    put(
        verdict(0, at=SINCE - DAY, failed=[finding("long-gone")], success=False),
        verdict(
            1,
            suspect("d" * 32, 5, 9),
            wrong,
            at=NIGHT,
            success=False,
            failed=[finding("too-much"), finding("drift", "warning")],
        ),
        verdict(2, at=NIGHT, suite="mentions"),
        decide("release-row", wrong),
    )
    put(verdict(3, at=UNTIL + DAY, suite="mentions", success=False, failed=[finding("to-come")]))
    figures, mentions = read_digest(ask, SINCE, UNTIL, "d").suites
    assert (figures.suite, figures.success, figures.held) == ("figures", False, 1)
    assert [(one.severity, one.sentence) for one in figures.findings] == [
        ("error", "too-much is wrong"),
        ("warning", "drift is wrong"),
    ]
    assert (mentions.suite, mentions.success, mentions.findings) == ("mentions", True, ())


def test_sources_fail_when_their_last_answer_did(put: Put, ask: Ask) -> None:
    def fetch(number: int, source: str, outcome: Any, at: datetime, error: str | None = None) -> Fetch:
        return Fetch(
            fetch_id=f"{number:032x}", source=source, location="x", at=at, outcome=outcome, documents=0, seconds=1, error=error
        )  # fmt: skip

    put(
        fetch(1, "paper", "new", SINCE - 2 * DAY),
        fetch(2, "paper", "failed", NIGHT, "503 <b>Service\nUnavailable</b>"),
        fetch(3, "wire-en", "failed", NIGHT),
        fetch(4, "wire-en", "unchanged", NIGHT + timedelta(hours=1)),
        fetch(5, "wire-ja", "failed", UNTIL - 8 * DAY, "given up long ago"),
        fetch(6, "never", "failed", NIGHT, "404"),
        fetch(7, "wire-en", "failed", UNTIL, "too late to be told"),
    )
    health = read_digest(ask, SINCE, UNTIL, "d").health
    assert (health.read, health.failing.total) == (3, 2)
    never, paper = health.failing.shown
    assert (never.name, never.since, never.error) == ("never", None, "404")
    assert (paper.since, paper.error) == (SINCE - 2 * DAY, "503 <b>Service Unavailable</b>")


def test_changed_documents_and_letters_that_wait_are_counted(put: Put, ask: Ask) -> None:
    def letter(name: str, at: datetime) -> DeadLetter:
        return DeadLetter(
            letter_id=name * 32, stage="collect", origin="x", source="paper", error="empty", at=at, size=0, payload=b""
        )  # fmt: skip

    put(said("one", came=SINCE - 5 * DAY), said("two", came=SINCE - 5 * DAY), at=SINCE - 5 * DAY)
    put(said("one", text="It says more now."), said("three"))
    put(letter("a", NIGHT), letter("b", NIGHT), letter("c", SINCE - DAY))
    put(Edit(edit_id="e" * 32, action="drop-letter", target="a" * 32, who="yuki", at=NIGHT))
    health = read_digest(ask, SINCE, UNTIL, "d").health
    assert (health.documents, health.changed, health.letters) == (1, 1, 1)


def test_a_surge_is_new_on_its_first_day_and_goes_on(put: Put, ask: Ask) -> None:
    put(naming("long ago", "OpenAI", came=UNTIL - 60 * DAY))
    put(*(naming(f"{n}", "Stargate", day=UNTIL - timedelta(hours=2 + n), came=NIGHT) for n in range(4)))
    [one] = read_digest(ask, SINCE, UNTIL, "d").surges.shown
    assert (one.name, one.documents, one.expected, one.sources, one.is_new) == ("Stargate", 4, 0, 1, True)
    [one] = read_digest(ask, UNTIL, UNTIL + DAY, "d").surges.shown
    assert not one.is_new
