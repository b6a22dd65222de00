"""What a round of collecting tells a task, and when the topic counts as grown."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.collect.run import Report
from pipeline.errors import Transient
from pipeline.records import Fetch
from pipeline.scheduled import collecting
from pipeline.scheduled.collecting import collect_batch, due_batches, grown, told
from pipeline.settings import read_settings


def fetch(source: str, outcome: str, error: str | None = None) -> Fetch:
    return Fetch(
        fetch_id="0" * 32,
        source=source,
        location="https://news.example/feed",
        at=datetime(2025, 2, 3, tzinfo=UTC),
        outcome=outcome,  # type: ignore[arg-type]
        documents=0,
        seconds=0,
        error=error,
    )


def test_the_counts_of_a_round_are_told() -> None:
    report = Report(new=2, changed=1, unchanged=5, dead_letters=1, fetches=[fetch("news", "new")])
    assert told(report) == {"new": 2, "changed": 1, "unchanged": 5, "dead_letters": 1}


def test_a_broken_entry_is_a_line_in_the_log_and_a_failed_source_fails_the_task(
    caplog: pytest.LogCaptureFixture,
) -> None:
    report = Report(failures=["news: entry 3 is empty"], fetches=[fetch("news", "new", "entry 3 is empty")])
    told(report)
    with pytest.raises(Transient, match="entry 3 is empty"):
        told(report, whole=True)
    assert "entry 3 is empty" in caplog.text
    report.fetches.append(fetch("gone", "failed", "gone: it is not there"))
    with pytest.raises(Transient, match="gone: it is not there"):
        told(report)


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ({"0": 0, "1": 0}, {}, False),
        ({"0": 0, "1": 1}, {}, True),
        ({"0": 4, "1": 1}, {"0": 4, "1": 1}, False),
        ({"0": 4, "1": 2}, {"0": 4, "1": 1}, True),
        ({"0": 4, "1": 1, "2": 1}, {"0": 4, "1": 1}, True),
        ({"0": 1}, {"0": 4}, True),
        ({}, {"0": 4}, False),
    ],
    ids=["empty", "first", "the same", "more", "a new partition", "made anew", "gone"],
)
def test_the_topic_has_grown(now: dict[str, int], before: dict[str, int], expected: bool) -> None:
    assert grown(now, before) is expected


def test_who_starts_a_run_himself_has_all_visited_the_schedule_what_is_due(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.txt").write_text("OpenAI was valued at $300 billion.")
    (tmp_path / "sources.yaml").write_text(
        "sources:\n  - {id: notes, location: notes, document: transcript}\n"
    )
    settings = read_settings({"KIKIMIMI_DATA": str(tmp_path / "data"), "KIKIMIMI_SEEDS": str(tmp_path)})
    monkeypatch.setattr(collecting, "settings_of_task", lambda: settings)
    assert due_batches(transcripts=True) == [["notes"]]
    assert due_batches(transcripts=False) == []
    assert collect_batch(["notes"])["new"] == 1
    assert due_batches(transcripts=True) == []
    assert due_batches(transcripts=True, by_hand=True) == [["notes"]]
