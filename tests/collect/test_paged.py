"""The past of a feed: each page is read once, as far back as is asked for, and an end that is none is named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from math import inf
from time import monotonic

import pytest

from pipeline.collect.paged import past_items
from pipeline.collect.period import Period
from pipeline.collect.sources import Source
from pipeline.collect.visit import Item, Visit
from pipeline.collect.web.client import open_web
from pipeline.collect.web.terms import Terms
from pipeline.records import DeadLetter, Document
from tests.collect.conftest import Site

WORDPRESS = "<generator>https://wordpress.org/?v=6.4.2</generator>"


def rss(days: Sequence[str | int], rest: str = "") -> str:
    """A feed with an entry a day of January 2025; "3: text" gives the entry of the 3rd a text of its own."""
    items = ""
    for day, _, text in (str(one).partition(": ") for one in days):
        items += (
            f"<item><title>News of the {day}th: {text or 'OpenAI'}</title><link>https://a.example/{day}</link>"
            f"<pubDate>{int(day):02} Jan 2025 12:00:00 GMT</pubDate></item>"
        )
    return (
        f"<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>{rest}{items}</channel></rss>"
    )


def link(rel: str, href: str) -> str:
    return f"<atom:link rel='{rel}' href='{href}'/>"


def day(number: int) -> datetime:
    return datetime(2025, 1, number, tzinfo=UTC)


def read(visit: Visit, since: datetime | None = None, most: int = 20, delay: float = 0.0) -> list[Item]:
    with open_web(Terms("tests", 100_000, inf, delay=delay)) as web:
        return list(past_items(visit, web, Period(since), most))


def walk(
    address: str, since: datetime | None = None, most: int = 20, kind: str = "feed"
) -> tuple[list[str], Visit]:
    """The days of January that came, in their order; a dead letter is "letter"."""
    visit = Visit(Source("news", address, "feed" if kind == "feed" else "file", private="yes"))
    items = read(visit, since, most)
    days = [str(one.url).rpartition("/")[2] for one in items if isinstance(one, Document)]
    return days + ["letter" for one in items if isinstance(one, DeadLetter)], visit


def paths(site: Site) -> list[str]:
    return [path for path, _ in site.asked if path != "/robots.txt"]


def test_an_archived_feed_is_followed_into_its_past(site: Site) -> None:
    first = site.put(
        "/feed", rss([9, 8], link("self", "/feed") + link("prev-archive", "archive/2") + link("next", "x"))
    )
    site.put("/archive/2", rss([6, 5], link("prev-archive", "/archive/1") + link("next-archive", "/feed")))
    site.put("/archive/1", rss([4], link("next-archive", "/archive/2")))
    days, visit = walk(first)
    assert (days, visit.failures) == (["9", "8", "6", "5", "4"], [])
    assert paths(site) == ["/feed", "/archive/2", "/archive/1"]
    assert visit.status == 200


def test_a_paged_feed_is_followed_and_none_of_its_pages_is_read_twice(site: Site) -> None:
    """The last page links back to the one before it and, in a loop, to the first."""
    first = site.put("/feed", rss([9, 8], link("next", "?p=2") + link("last", "?p=3")))
    site.put("/feed?p=2", rss([7], link("next", "?p=3") + link("previous", "/feed")))
    site.put("/feed?p=3", rss([6], link("previous", "?p=2") + link("next", "/feed/#again")))
    days, visit = walk(first)
    assert (days, visit.failures) == (["9", "8", "7", "6"], [])
    assert paths(site) == ["/feed", "/feed?p=2", "/feed?p=3"]


def test_some_feeds_call_the_older_page_previous(site: Site) -> None:
    first = site.put("/feed", rss([9], link("previous", "/older")))
    site.put("/older", rss([8]))
    assert walk(first)[0] == ["9", "8"]


def test_wordpress_is_asked_for_its_numbered_pages_until_there_is_none(site: Site) -> None:
    first = site.put("/feed?cat=ai", rss([9, 8], WORDPRESS))
    site.put("/feed?cat=ai&paged=2", rss([7, 6], WORDPRESS))
    site.put("/feed?cat=ai&paged=3", rss([5], WORDPRESS))
    days, visit = walk(first)
    assert (days, visit.failures) == (["9", "8", "7", "6", "5"], [])
    assert paths(site)[-1] == "/feed?cat=ai&paged=4"
    assert visit.status == 200, "an end is no failure"


def test_a_feed_that_names_no_past_is_one_page(site: Site) -> None:
    first = site.put("/feed", rss([9, 8], "<generator>Hugo</generator>"))
    assert walk(first)[0] == ["9", "8"]
    assert paths(site) == ["/feed"]


def test_a_page_for_people_in_place_of_a_numbered_one_is_the_end(site: Site) -> None:
    first = site.put("/feed", rss([9], WORDPRESS))
    site.put("/feed?paged=2", "<html><body><p>Nothing here</p></body></html>", Content_Type="text/html")
    days, visit = walk(first, kind="file")
    assert (days, visit.failures) == (["9"], [])


def test_a_site_that_shows_its_first_page_for_every_number_is_read_twice_at_most(site: Site) -> None:
    first = site.put("/feed", rss([9, 8], WORDPRESS))
    for number in range(2, 9):
        site.put(f"/feed?paged={number}", rss([9, 8], WORDPRESS))
    days, _ = walk(first)
    assert days == ["9", "8"]
    assert paths(site) == ["/feed", "/feed?paged=2"]


def test_a_number_that_redirects_to_the_first_page_is_the_end(site: Site) -> None:
    first = site.put("/feed", rss([9], WORDPRESS))
    site.put("/feed?paged=2", "", status=302, Location="/feed")
    assert walk(first)[0] == ["9"]


def test_an_entry_on_two_pages_is_taken_as_the_newer_page_has_it(site: Site) -> None:
    first = site.put("/feed", rss(["9", "8: corrected"], link("next", "/2")))
    site.put("/2", rss(["8: wrong", "7"]))
    items = read(Visit(Source("news", first, "feed", private="yes")))
    titles = [one.title for one in items if isinstance(one, Document)]
    assert titles == ["News of the 9th: OpenAI", "News of the 8th: corrected", "News of the 7th: OpenAI"]


def test_reading_stops_behind_the_page_on_which_all_is_older(site: Site) -> None:
    first = site.put("/feed", rss([9, 8], link("next", "/2")))
    site.put("/2", rss([7, 4], link("next", "/3")))
    site.put("/3", rss([3, 2], link("next", "/4")))
    site.put("/4", rss([1]))
    assert walk(first, since=day(5))[0] == ["9", "8", "7", "4", "3", "2"]
    assert paths(site) == ["/feed", "/2", "/3"]


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (500, "", "/2 answers 500; what lies behind it was not read: run it again"),
        (403, "", "/2 answers 403: it does not let us in; what lies behind it was not read"),
        (200, "<html><body><p>Log in</p></body></html>", "/2 is no feed"),
    ],
)
def test_a_page_that_fails_in_the_middle_is_named_and_what_came_before_stays(
    site: Site, status: int, body: str, said: str
) -> None:
    first = site.put("/feed", rss([9, 8], link("next", "/2")))
    site.put("/2", body, status=status, Content_Type="text/html")
    site.put("/3", rss([7]))
    days, visit = walk(first, kind="file")
    assert [one for one in days if one != "letter"] == ["9", "8"]
    assert days.count("letter") == (1 if status == 200 else 0), "there are bytes to keep"
    (failure,) = visit.failures
    assert failure.startswith("news: ")
    assert said in failure
    assert visit.status == 200


def test_a_first_page_that_fails_is_a_failed_source(site: Site) -> None:
    days, visit = walk(site.address + "/none")
    assert (days, visit.status) == ([], 404)
    (failure,) = visit.failures
    assert "/none answers 404; correct the address or take the source out" in failure


def test_a_feed_without_end_is_left_at_a_bound_that_names_where_to_go_on(site: Site) -> None:
    for number in range(1, 9):
        site.put(f"/{number}", rss([20 - number], link("next", f"/{number + 1}")))
    days, visit = walk(site.address + "/1", most=3)
    assert days == ["19", "18", "17"]
    (failure,) = visit.failures
    assert "/1 goes back further than 3 pages; go on from there: kikimimi collect" in failure
    assert f"{site.address}/4" in failure
    assert len(paths(site)) == 3


def test_a_host_is_left_in_peace_between_two_pages(site: Site) -> None:
    first = site.put("/feed", rss([9], link("next", "/2")))
    site.put("/2", rss([8]))
    began = monotonic()
    assert len(read(Visit(Source("news", first, "feed", private="yes")), delay=0.3)) == 2
    assert monotonic() - began >= 0.3


def test_a_page_is_no_feed_and_has_no_past(site: Site) -> None:
    body = "<html><body><article><p>OpenAI raised 5 billion dollars.</p></article></body></html>"
    days, visit = walk(site.put("/page", body, Content_Type="text/html"), kind="file")
    assert (days, visit.failures) == (["page"], [])
