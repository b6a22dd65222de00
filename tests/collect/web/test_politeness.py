"""Politeness over several rounds: what a site has said once is remembered, and people are told what they should know."""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.collect.due import due
from pipeline.collect.sources import Source
from pipeline.topics import open_topics
from tests.collect.conftest import Rounds, Site

FEED = "<rss version='2.0'><channel>{}<item><title>Mistral {}</title><guid isPermaLink='false'>1</guid></item></channel></rss>"


def conditional(site: Site) -> list[tuple[str | None, str | None]]:
    """What each request but those for robots.txt knew."""
    return [
        (headers.get("If-None-Match"), headers.get("If-Modified-Since"))
        for path, headers in site.asked
        if path != "/robots.txt"
    ]


def paths(site: Site) -> list[str]:
    return [path for path, _ in site.asked if path != "/robots.txt"]


def later(rounds: Rounds, **changed: float) -> None:
    """Makes what is remembered that much older."""
    with sqlite3.connect(rounds.settings.data / "collect.db", isolation_level=None) as state:
        for place, said in state.execute("SELECT place, said FROM web").fetchall():
            aged = re.sub(
                r'"(\d{4}-[^"]+Z)"',
                lambda found: f'"{(datetime.fromisoformat(found[1]) - timedelta(**changed)).isoformat()}"',
                said,
            )
            state.execute("UPDATE web SET said = ? WHERE place = ?", (aged, place))


def is_due(rounds: Rounds, source: Source, minutes: float) -> bool:
    now = datetime.now(UTC) + timedelta(minutes=minutes)
    return due(rounds.settings, rounds.topics, [source], now) == [source]


def test_what_has_not_changed_is_not_sent_again(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.put("/feed", FEED, ETag='"1"', Last_Modified="yesterday"), "feed")
    assert rounds.collect_sources([source]).new == 1
    site.put("/feed", "", 304)
    report = rounds.collect_sources([source])
    (fetch,) = report.fetches
    assert (report.failures, fetch.outcome, fetch.status, fetch.documents) == ([], "unchanged", 304, 0)
    assert conditional(site) == [(None, None), ('"1"', "yesterday")]
    site.put("/feed", FEED.format("", "again"), ETag='"2"')
    assert rounds.collect_sources([source]).changed == 1
    rounds.collect_sources([source])
    assert conditional(site)[2:] == [('"1"', "yesterday"), ('"2"', None)]


def test_each_source_is_read_in_full_once_a_day(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.put("/feed", FEED, ETag='"for ever"'), "feed")
    rounds.collect_sources([source])
    later(rounds, hours=25)
    rounds.collect_sources([source])
    assert conditional(site) == [(None, None), (None, None)]


def test_what_could_not_be_read_is_read_again_and_told_again(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.put("/feed", "<html>We have moved", ETag='"1"'), "feed")
    first, second = rounds.collect_sources([source]), rounds.collect_sources([source])
    assert first.failures == second.failures != []
    assert conditional(site) == [(None, None), (None, None)]


def test_other_topics_are_filled_from_the_beginning(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.put("/feed", FEED, ETag='"1"'), "feed")
    rounds.collect_sources([source])
    rounds.topics.close()
    for path in rounds.settings.data.glob("topics.db*"):
        path.unlink()
    rounds.topics = open_topics(rounds.settings.topics)
    assert rounds.collect_sources([source]).new == 1
    assert conditional(site) == [(None, None), (None, None)]


@pytest.mark.parametrize(
    ("status", "asked_again"), [(301, "/new"), (308, "/new"), (302, "/old"), (307, "/old")]
)
def test_a_move_for_good_is_remembered_and_told_of_once(
    rounds: Rounds, site: Site, status: int, asked_again: str
) -> None:
    there = site.put("/new", FEED)
    source = Source("news", site.put("/old", "", status, Location="/new"), "feed")
    first, second = rounds.collect_sources([source]), rounds.collect_sources([source])
    assert paths(site)[2] == asked_again
    told = [f"news: {source.location} has moved for good to {there}; write that into sources.yaml"]
    assert (first.notes, second.notes) == ((told, []) if status in (301, 308) else ([], []))
    assert (second.new, second.unchanged) == (0, 1)
    assert [fetch.location for fetch in rounds.fetches()] == [source.location] * 2


def test_a_way_that_is_not_all_for_good_is_remembered_as_far_as_it_is(rounds: Rounds, site: Site) -> None:
    site.put("/today", FEED)
    site.put("/new", "", 302, Location="/today")
    source = Source("news", site.put("/old", "", 301, Location="/new"), "feed")
    rounds.collect_sources([source])
    rounds.collect_sources([source])
    assert paths(site) == ["/old", "/new", "/today", "/new", "/today"]


def test_a_new_address_that_fails_is_forgotten(rounds: Rounds, site: Site) -> None:
    site.put("/new", FEED)
    source = Source("news", site.put("/old", "", 301, Location="/new"), "feed")
    rounds.collect_sources([source])
    site.put("/new", "", 410)
    site.put("/old", FEED)
    assert "answers 410" in rounds.collect_sources([source]).failures[0]
    assert rounds.collect_sources([source], "ready").failures == [], "the old one is asked, and is not gone"
    assert paths(site)[-2:] == ["/new", "/old"]


def test_a_source_that_is_gone_is_asked_no_more_told_each_time_and_comes_back_elsewhere(
    rounds: Rounds, site: Site
) -> None:
    source = Source("news", site.put("/feed", "", 410), "feed")
    (line,) = rounds.collect_sources([source], "ready").failures
    assert "answers 410: it is gone for good; correct the address" in line
    for which in ("ready", "ready"):
        report = rounds.collect_sources([source], which)
        assert len(report.failures) == 1
        assert "news: it is gone for good and is not asked any more" in report.failures[0]
        assert report.fetches == []
    assert paths(site) == ["/feed"]
    assert not is_due(rounds, source, 60 * 24 * 900)
    moved = Source("news", site.put("/elsewhere", FEED), "feed")
    assert is_due(rounds, moved, 0)
    assert rounds.collect_sources([moved], "ready").new == 1
    site.put("/feed", FEED.format("", "is back"))
    assert rounds.collect_sources([source], "named").failures == [], "who names it has it asked"
    assert is_due(rounds, source, 15)


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_wants_to_be_left_alone_is(rounds: Rounds, site: Site, status: int) -> None:
    source = Source("news", site.put("/feed", "", status, Retry_After="7200"), "feed")
    assert f"answers {status}" in rounds.collect_sources([source], "ready").failures[0]
    assert "news: it is not asked before" in rounds.collect_sources([source], "ready").failures[0]
    assert (is_due(rounds, source, 119), is_due(rounds, source, 121)) == (False, True)
    assert paths(site) == ["/feed"]
    later(rounds, hours=3)
    site.put("/feed", FEED)
    assert rounds.collect_sources([source], "ready").new == 1


def test_a_host_that_says_slower_is_asked_no_more_in_the_round(rounds: Rounds, site: Site) -> None:
    sources = [Source(f"n{one}", site.put(f"/{one}", "", 429), "feed") for one in range(5)]
    report = rounds.collect_sources(sources)
    assert len(report.failures) == 5
    assert len(paths(site)) <= 2, "those that were on their way"
    put_off = [line for line in report.failures if "was asked no more" in line]
    assert len(put_off) == 5 - len(paths(site))
    left = [one for one in sources if is_due(rounds, one, 0)]
    assert len(left) == len(put_off), "they are still due"


def test_a_source_that_goes_on_failing_is_asked_less_and_told_of(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.address + "/none", "feed")
    asked = []
    for _ in range(8):
        report = rounds.collect_sources([source], "ready")
        assert len(report.failures) == 1, "never silent"
        asked.append(bool(report.fetches))
        later(rounds, minutes=16)
    assert asked[:2] == [True, True]
    assert asked.count(False) >= 3


def test_a_feeds_wishes_count_when_it_is_due(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.put("/feed", FEED.format("<ttl>60</ttl>", "")), "feed")
    rounds.collect_sources([source])
    assert [is_due(rounds, source, minutes) for minutes in (15, 58, 60)] == [False, False, True]


def test_a_watching_round_visits_what_is_due(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.put("/feed", FEED), "feed")
    assert rounds.collect_sources([source], "due").new == 1
    report = rounds.collect_sources([source], "due")
    assert (report.fetches, report.failures) == ([], [])
    assert paths(site) == ["/feed"]
