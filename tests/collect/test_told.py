"""What a fetch tells operators: how much came, when the source is asked again, and where it has gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from pipeline.collect.sources import Source, sources_from
from pipeline.records import Fetch, decode, headers
from tests.collect.conftest import Rounds, Site

FEED = "<rss version='2.0'><channel>{}</channel></rss>"
ITEM = "<item><title>Mistral {0}</title><link>https://a.example/{0}</link></item>"


def visited(rounds: Rounds, source: Source) -> Fetch:
    (fetch,) = rounds.collect_sources([source]).fetches
    assert rounds.fetches()[-1] == fetch, "the message says what the report says"
    return fetch


def source_at(address: str) -> Source:
    return replace(sources_from([address])[0], every=60)


def test_a_feed_tells_its_size_its_entries_and_when_it_is_due(rounds: Rounds, site: Site) -> None:
    body = FEED.format(ITEM.format(1) + ITEM.format(2))
    source = source_at(site.put("/feed", body, ETag='"1"'))
    first = visited(rounds, source)
    assert (first.documents, first.entries, first.size) == (2, 2, len(body))
    assert first.next_due
    assert timedelta(minutes=58) < first.next_due - first.at <= timedelta(minutes=60)
    assert (first.waits_until, first.retry_after, first.moved_to, first.gone) == (None, None, None, False)
    again = visited(rounds, source_at(site.put("/feed", body)))
    assert (again.documents, again.entries) == (0, 2), "known ones stood there too"
    site.put("/feed", "", 304)
    unchanged = visited(rounds, source_at(site.put("/etag", body, ETag='"1"')))
    assert unchanged.status == 200
    site.put("/etag", "", 304)
    unchanged = visited(rounds, source_at(site.address + "/etag"))
    assert (unchanged.status, unchanged.size, unchanged.entries) == (304, 0, None)


def test_a_server_that_wants_peace_says_for_how_long(rounds: Rounds, site: Site) -> None:
    fetch = visited(rounds, source_at(site.put("/feed", "", 429, Retry_After="7200")))
    assert (fetch.outcome, fetch.retry_after) == ("failed", 7200)
    assert fetch.waits_until == fetch.next_due == fetch.at + timedelta(hours=2)


def test_a_source_that_is_gone_is_not_due(rounds: Rounds, site: Site) -> None:
    fetch = visited(rounds, source_at(site.put("/feed", "", 410)))
    assert (fetch.gone, fetch.next_due) == (True, None)


def test_a_source_that_has_moved_names_its_new_address_from_then_on(rounds: Rounds, site: Site) -> None:
    there = site.put("/there", FEED.format(ITEM.format(1)))
    source = source_at(site.put("/here", "", 301, Location=there))
    assert [visited(rounds, source).moved_to for _ in range(2)] == [there, there]


def test_a_folder_is_due_at_no_time(rounds: Rounds, texts: Path) -> None:
    (texts / "a.txt").write_text("OpenAI raised money.")
    fetch = visited(rounds, sources_from([str(texts)])[0])
    assert (fetch.entries, fetch.size, fetch.next_due) == (1, None, None)


def test_messages_of_older_versions_stay_readable() -> None:
    old = (
        b'{"fetch_id":"0123456789abcdef0123456789abcdef","source":"s","location":"l","at":"2026-01-01T00:00:00Z",'
        b'"outcome":"new","documents":1,"seconds":0.1,"status":200,"error":null}'
    )
    fetch = decode("fetches", old, headers("fetches"))
    assert isinstance(fetch, Fetch)
    assert (fetch.size, fetch.next_due, fetch.gone) == (None, None, False)
