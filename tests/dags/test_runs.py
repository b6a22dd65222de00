"""Each DAG run by dag.test() over a real Kafka and a running tracker: what became of its tasks, and the rows at the end."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.dags.conftest import Stack, states, wait_for

pytestmark = pytest.mark.timeout(400)  # a fixture runs several DAGs
Trial = Callable[..., dict[str, Any]]
BACKFILL = "backfill_collect=" + json.dumps(
    {"since": "2025-02-01", "until": "2025-02-28", "sources": ["news"], "warcs": []}
)


@pytest.fixture(scope="module")
def collected(trial: Trial, stack: Stack) -> dict[str, Any]:
    """What the collecting DAGs did; all of it is loaded. The second run of each finds what the first has left."""
    stack.follow_feeds()
    done = trial("collect_feeds", "collect_transcripts", "collect_feeds")
    stack.feeds.add("news.xml", "later", "Later", "OpenAI was valued at $300 billion.")
    done |= trial(BACKFILL, BACKFILL)
    wait_for(lambda: len(stack.ask("FROM documents")) == 4, "four documents are loaded")
    return done


@pytest.fixture(scope="module")
def daily(trial: Trial, collected: dict[str, Any], stack: Stack) -> dict[str, Any]:
    """What the DAGs did that look at what is loaded; validate twice."""
    done = trial("validate")
    wait_for(lambda: len(stack.ask("FROM verdicts")) == 6, "six verdicts are loaded")
    again = trial("validate", "digest", "maintain", "on_alert")
    return {**again, "validate": done["validate"] + again["validate"]}


def test_collect_feeds_fails_for_the_source_that_fails_alone(collected: dict[str, Any]) -> None:
    first, _ = collected["collect_feeds"]
    tried = {name: (state, tries) for task, name, state, tries in first["instances"] if task == "collect"}
    assert tried == {"news": ("success", 1), "nouvelles": ("success", 1), "gone": ("failed", 3)}
    assert states(first, "announce") == ["success"]


def test_a_second_run_by_hand_visits_all_again_and_tells_of_nothing(collected: dict[str, Any]) -> None:
    _, again = collected["collect_feeds"]
    assert sorted(states(again, "collect")) == ["failed", "success", "success"]
    assert states(again, "announce") == ["skipped"]


def test_a_backfill_brings_the_days_asked_for_and_nothing_twice(collected: dict[str, Any]) -> None:
    first, again = collected["backfill_collect"]
    assert (states(first, "read"), states(first, "announce")) == (["success"], ["success"])
    assert (states(again, "read"), states(again, "announce")) == (["success"], ["skipped"])


def test_what_was_collected_is_in_the_tracker_once(collected: dict[str, Any], stack: Stack) -> None:
    [transcripts] = collected["collect_transcripts"]
    assert states(transcripts, "collect") == ["success"]
    assert stack.ask("SELECT source, count(*) FROM documents GROUP BY ALL ORDER BY ALL") == [
        ("news", 2),
        ("nouvelles", 1),
        ("transcripts", 1),
    ]
    claims = "SELECT subject, low, unit FROM claims WHERE source IN ('news', 'nouvelles') ORDER BY low"
    assert stack.ask(claims) == [
        ("mistral-ai", 6e8, "EUR"),
        ("openai", 3e11, "USD"),
        ("openai", 5e11, "USD"),
    ]
    assert len(stack.messages("documents")) == 4


def test_validate_fails_for_the_suite_that_fails_alone(daily: dict[str, Any], stack: Stack) -> None:
    for run in daily["validate"]:
        judged = {name: state for task, name, state, _ in run["instances"] if task == "judge"}
        assert {name for name, state in judged.items() if state == "failed"} == {"figures"}
        assert len(judged) == 6
    assert {suite for (suite,) in stack.ask("SELECT suite FROM verdicts WHERE NOT success")} == {"figures"}


def test_a_failing_suite_is_told_on_the_topic_once(daily: dict[str, Any], stack: Stack) -> None:
    told = [one["title"] for one in stack.messages("alerts") if one["kind"] == "quality"]
    assert [title.partition(" of ")[0] for title in told] == ["figures: 1 expectation fails"]


def test_the_digest_is_written_and_told(daily: dict[str, Any], stack: Stack) -> None:
    assert daily["digest"][0]["state"] == "success"
    [page] = (stack.data / "digests").glob("*.html")
    assert "Stargate" in page.read_text(encoding="utf-8")
    [told] = [one for one in stack.messages("alerts") if one["kind"] == "digest"]
    assert told["body"] == page.with_suffix(".md").read_text(encoding="utf-8")


def test_the_digest_comes_with_an_export(daily: dict[str, Any], stack: Stack) -> None:
    manifest = json.loads((stack.data / "export" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["tables"]["documents"]["rows"] == 4


def test_maintain_leaves_a_backup_and_finds_the_seeds_good(daily: dict[str, Any], stack: Stack) -> None:
    [run] = daily["maintain"]
    assert run["state"] == "success"
    assert len(list((stack.data / "backups").glob("tracker-*.duckdb"))) == 1
    assert states(run, "check_seeds") == ["success"]


def test_on_alert_acts_on_the_newest_alert_when_it_is_tried_by_hand(daily: dict[str, Any]) -> None:
    [run] = daily["on_alert"]
    assert states(run, "act") == ["success"]
    [title] = [name for task, name, _, _ in run["instances"] if task == "act"]
    assert title.startswith("Digest of ")


def test_no_task_opened_the_duckdb_file(daily: dict[str, Any], stack: Stack) -> None:
    assert not (stack.data / "tracker.duckdb").exists()  # where the tasks would have opened, and so made, one
