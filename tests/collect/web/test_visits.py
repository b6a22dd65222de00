"""Visits: what servers answer, and the line that a person reads of it."""

from __future__ import annotations

import gzip

import pytest

from pipeline.collect.sources import Source
from tests.collect.conftest import Rounds, Site

FEED = "<rss version='2.0'><channel><item><title>Mistral</title><link>{}</link></item></channel></rss>"


def test_a_feed_and_a_page_are_told_apart_by_what_they_are(rounds: Rounds, site: Site) -> None:
    feed = site.put("/latest", FEED.format("https://a.example/1"), Content_Type="text/plain")
    page = site.put(
        "/page", "<html lang=ja><title>T</title><p>本文です。</p></html>", Content_Type="text/html"
    )
    text = site.put("/notes.md", "# Notes\n\nSome *text*.", Content_Type="text/plain; charset=utf-8")
    report = rounds.collect(feed, page, text)
    assert report.failures == []
    made = {document.kind: document for document in rounds.documents()}
    assert (made["feed-item"].title, made["feed-item"].url) == ("Mistral", "https://a.example/1")
    assert (made["article"].text, made["article"].lang, made["article"].url) == (
        "T\n\n本文です。",
        "ja",
        page,
    )
    assert (made["transcript"].text, made["transcript"].url) == ("Notes\n\nSome text.", text)
    assert [one.status for one in report.fetches] == [200, 200, 200]
    assert rounds.collect(feed, page, text).unchanged == 3


def test_the_site_is_told_who_reads(rounds: Rounds, site: Site) -> None:
    object.__setattr__(rounds.settings, "contact", "ears@a.example")
    rounds.collect(site.put("/page", "<p>text"))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/page"]
    assert site.asked[1][1]["User-Agent"] == "kikimimi/0.1.0 (+ears@a.example)"


def test_a_redirect_is_followed_to_the_address_of_the_document(rounds: Rounds, site: Site) -> None:
    there = site.put("/there", "<p>text</p>")
    rounds.collect(site.put("/here", "", 302, Location="/there"))
    assert [made.url for made in rounds.documents()] == [there]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "answers 404; correct the address"),
        (403, "answers 403: it does not let us in"),
        (410, "answers 410: it is gone for good; correct the address"),
        (429, "answers 429; the next round tries again"),
        (503, "answers 503; the next round tries again"),
    ],
)
def test_a_bad_status_is_a_failed_fetch_without_a_letter(
    rounds: Rounds, site: Site, status: int, said: str
) -> None:
    report = rounds.collect(site.put("/feed", "<html>error page</html>", status))
    (line,) = report.failures
    assert said in line
    (fetched,) = report.fetches
    assert (fetched.outcome, fetched.status, fetched.error) == ("failed", status, line)
    assert rounds.letters() == []


def test_a_page_where_a_feed_should_be_is_a_dead_letter(rounds: Rounds, site: Site) -> None:
    body = "<html><body><p>We have moved.</p></body></html>"
    address = site.put("/feed.xml", body)
    report = rounds.collect_sources([Source("wire", address, "feed")])
    assert report.failures == [
        f"wire: {address} is no feed; name an RSS, Atom, RDF or JSON feed, or leave out `kind: feed`"
    ]
    (letter,) = rounds.letters()
    assert (letter.payload, letter.origin, letter.source) == (body.encode(), address, "wire")


def test_a_body_above_the_limit_is_cut_and_says_so(rounds: Rounds, site: Site) -> None:
    bomb = gzip.compress(b"OpenAI " * 1_000_000)
    (line,) = rounds.collect(site.put("/page", bomb, Content_Encoding="gzip")).failures
    assert (
        "has more than 100,000 bytes (the dead letter keeps the first 100,000); raise KIKIMIMI_MAX_DOCUMENT"
        in line
    )
    (letter,) = rounds.letters()
    assert len(letter.payload) == 100_000
