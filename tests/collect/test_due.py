"""Due sources: none is visited too often, none is forgotten, and no host is visited by two tasks at once."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.collect import run as run_module
from pipeline.collect.due import batches, chosen, due
from pipeline.collect.seen import append_new
from pipeline.collect.sources import Source
from pipeline.errors import Misconfigured
from pipeline.topics import open_topics
from tests.collect.conftest import Rounds, Site

FEED = "<rss version='2.0'><channel><item><title>Mistral</title></item></channel></rss>"


def due_after(rounds: Rounds, sources: list[Source], minutes: float) -> list[str]:
    now = datetime.now(UTC) + timedelta(minutes=minutes)
    return [source.id for source in due(rounds.settings, rounds.topics, sources, now)]


def test_a_source_is_due_at_first_and_then_after_its_minutes(rounds: Rounds, texts: Path, site: Site) -> None:
    (texts / "a.txt").write_text("OpenAI")
    sources = [
        Source("often", site.put("/a.xml", FEED), "feed", every=5),
        Source("daily", str(texts), "folder", every=24 * 60),
    ]
    assert due_after(rounds, sources, 0) == ["often", "daily"]
    rounds.collect_sources(sources)
    assert due_after(rounds, sources, 0) == []
    assert due_after(rounds, sources, 4) == []
    assert due_after(rounds, sources, 5) == ["often"]
    assert due_after(rounds, sources, 24 * 60) == ["often", "daily"]
    first = rounds.fetches()[0].at
    rounds.collect_sources(sources)
    second = rounds.fetches()[2].at
    between = first + (second - first) / 2 + timedelta(minutes=4.5)
    assert due(rounds.settings, rounds.topics, sources, between) == [], "the last visit counts"


@pytest.mark.parametrize(("every", "slack"), [(15, 60), (600, 60), (5, 30), (1, 6)])
def test_a_schedule_that_comes_a_little_early_skips_nothing(
    rounds: Rounds, texts: Path, every: float, slack: int
) -> None:
    (texts / "a.txt").write_text("OpenAI")
    sources = [Source("texts", str(texts), "folder", every=every)]
    (fetch,) = rounds.collect_sources(sources).fetches
    early = fetch.at + timedelta(minutes=every, seconds=-slack)
    assert due(rounds.settings, rounds.topics, sources, early) == sources
    assert due(rounds.settings, rounds.topics, sources, early - timedelta(seconds=1)) == []


def test_a_source_that_fails_is_left_alone_as_long_as_one_that_does_not(rounds: Rounds, site: Site) -> None:
    sources = [Source("gone", site.put("/gone.xml", "", status=500), "feed")]
    assert rounds.collect_sources(sources).failures
    assert due_after(rounds, sources, 10) == []
    assert due_after(rounds, sources, 15) == ["gone"]


def test_a_visit_that_was_killed_does_not_count(
    rounds: Rounds, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    for name in ("first", "second"):
        (texts / name).mkdir()
        (texts / name / "a.txt").write_text(name)
    sources = [Source(name, str(texts / name), "folder") for name in ("first", "second")]
    monkeypatch.setattr(
        run_module,
        "append_new",
        lambda *given, **more: append_new(*given, **more) if given[2][0].source == "first" else die(),
    )
    with pytest.raises(Killed):
        rounds.collect_sources(sources)
    assert due_after(rounds, sources, 0) == ["second"]


def test_a_source_that_moved_is_due_at_once(rounds: Rounds, texts: Path, site: Site) -> None:
    (texts / "a.txt").write_text("OpenAI")
    rounds.collect_sources([Source("news", site.put("/a.xml", FEED), "feed")])
    rounds.collect(texts)  # whose id is that of its folder
    assert due_after(rounds, [Source("news", site.address + "/b.xml", "feed")], 0) == ["news"]
    assert due_after(rounds, [Source("texts", str(texts.parent), "folder")], 0) == ["texts"]
    assert due_after(rounds, [Source("texts", f"{texts}/../texts", "folder")], 0) == [], "the same place"


def test_visits_outlive_other_topics_and_an_older_state(rounds: Rounds, texts: Path) -> None:
    (texts / "a.txt").write_text("OpenAI")
    sources = [Source("texts", str(texts), "folder")]
    rounds.collect_sources(sources)
    rounds.topics.close()
    for path in rounds.settings.data.glob("topics.db*"):
        path.unlink()
    rounds.topics = open_topics(rounds.settings.topics)
    assert due_after(rounds, sources, 0) == []
    with sqlite3.connect(rounds.settings.data / "collect.db", isolation_level=None) as state:
        state.execute("PRAGMA user_version = 1")
    assert due_after(rounds, sources, 0) == []


def test_a_state_of_before_there_were_visits_makes_all_due_and_collects_nothing_twice(
    rounds: Rounds, texts: Path
) -> None:
    (texts / "a.txt").write_text("OpenAI")
    sources = [Source("texts", str(texts), "folder")]
    rounds.collect_sources(sources)
    with sqlite3.connect(rounds.settings.data / "collect.db", isolation_level=None) as state:
        state.execute("DROP TABLE visits")
        state.execute("PRAGMA user_version = 2")
    assert due_after(rounds, sources, 0) == ["texts"]
    report = rounds.collect_sources(sources)
    assert (report.new, report.unchanged) == (0, 1)
    assert due_after(rounds, sources, 0) == []


def test_a_clock_that_was_set_back_waits_for_nothing(rounds: Rounds, texts: Path) -> None:
    sources = [Source("texts", str(texts), "folder")]
    rounds.collect_sources(sources)
    assert due_after(rounds, sources, -60) == ["texts"]


def web(name: str, host: str) -> Source:
    return Source(name, f"https://{host}/{name}.xml", "feed")


def test_sources_of_one_host_are_one_batch_and_all_others_are_alone() -> None:
    sources = [
        web("a", "one.example"),
        web("b", "two.example"),
        Source("c", "http://ONE.example.:8080/c", "file"),
        Source("d", "texts", "folder"),
        Source("e", "more", "folder"),
    ]
    assert batches(sources) == [["a", "c"], ["b"], ["d"], ["e"]]
    assert batches([]) == []


def test_more_hosts_than_batches_are_spread_evenly_and_kept_together() -> None:
    hosts = ["big", "x", "big", "y", "big", "z", "v", "w"]
    sources = [web(f"s{number}", f"{host}.example") for number, host in enumerate(hosts)]
    shared = batches(sources, most=3)
    assert sorted(map(len, shared)) == [2, 3, 3]
    assert ["s0", "s2", "s4"] in shared, "the sources of one host"
    assert sorted(one for batch in shared for one in batch) == [source.id for source in sources]
    assert shared == batches(sources, most=3), "and so each time"
    assert [batch[0] for batch in shared] == sorted(batch[0] for batch in shared)
    assert batches(sources, most=1) == [[source.id for source in sources]]


def test_sources_are_chosen_by_their_ids() -> None:
    sources = [web("a", "one.example"), web("b", "two.example"), web("c", "three.example")]
    assert [source.id for source in chosen(sources, ["c", "a", "c"])] == ["c", "a"]
    with pytest.raises(Misconfigured, match="no source has the id d; known are a, b, c"):
        chosen(sources, ["a", "d"])
