"""robots.txt: obeyed, asked for once, and RFC 9309's rules where it cannot be had."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.collect.sources import Source
from pipeline.collect.web.client import Web
from pipeline.collect.web.robots import Rules, delay_of, is_fresh, refuse_disallowed, rules_after
from pipeline.collect.web.terms import Reply
from pipeline.errors import KikimimiError, Rejected, Transient
from tests.collect.conftest import Rounds, Site
from tests.collect.web.conftest import Rude, get, ok, reset

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FORBIDDEN = "User-agent: *\nDisallow: /private/\n"
URL = "https://a.example/robots.txt"


def test_what_it_forbids_is_not_asked_unless_the_source_says_so(rude: Rude, web: Web) -> None:
    rude.put(
        "/robots.txt", ok(b"User-agent: other\nDisallow: /\n\nUser-agent: Kikimimi\nDisallow: /private/\n")
    )
    page, inner = rude.put("/page", ok(b"text")), rude.put("/private/page", ok(b"inner"))
    assert get(web, page).body == b"text"
    with pytest.raises(
        Rejected, match=r"is not for programs, says the robots.txt of its host; .*robots: ignore"
    ):
        get(web, inner)
    assert get(web, inner, robots=False).body == b"inner"
    assert rude.paths() == ["/robots.txt", "/page", "/private/page"]


def test_where_a_page_leads_is_looked_up_too(rude: Rude, web: Web) -> None:
    rude.put("/robots.txt", ok(FORBIDDEN.encode()))
    rude.put("/private/page", ok(b"inner"))
    page = rude.put("/page", ok(b"", "Location: /private/page", status="301 Moved"))
    with pytest.raises(Rejected, match=r"/page \(sent on to .*/private/page\) is not for programs"):
        get(web, page)


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"])
def test_a_host_without_one_is_free(rude: Rude, web: Web, status: str) -> None:
    rude.put("/robots.txt", ok(FORBIDDEN.encode(), status=status))
    assert get(web, rude.put("/private/page", ok(b"text"))).body == b"text"


def test_it_is_found_where_it_has_gone(rude: Rude, web: Web) -> None:
    rude.put("/robots.txt", ok(b"", "Location: /rules.txt", status="302 Found"))
    rude.put("/rules.txt", ok(FORBIDDEN.encode()))
    with pytest.raises(Rejected, match="not for programs"):
        get(web, rude.put("/private/page", ok(b"text")))


def test_one_that_leads_round_in_circles_is_none(rude: Rude, web: Web) -> None:
    rude.put("/robots.txt", ok(b"", "Location: /robots.txt", status="302 Found"))
    assert get(web, rude.put("/page", ok(b"text"))).body == b"text"


@pytest.mark.parametrize(
    ("status", "said"),
    [("500 Oops", "answers 500"), ("503 Busy", "answers 503"), ("429 Slowly", "answers 429")],
)
def test_nothing_is_asked_of_a_host_that_gives_none(rude: Rude, web: Web, status: str, said: str) -> None:
    rude.put("/robots.txt", ok(b"", status=status))
    with pytest.raises(Transient, match=f"/page is not asked while the robots.txt of its host {said}"):
        get(web, rude.put("/page", ok(b"text")))
    assert rude.paths() == ["/robots.txt"]


def test_a_host_that_resets_it_is_away(rude: Rude, web: Web) -> None:
    rude.put("/robots.txt", reset(b""))
    with pytest.raises(Transient, match=r"/page (cannot be reached|does not keep to HTTP)"):
        get(web, rude.put("/page", ok(b"text")))


def answered(status: int, text: str = "") -> Reply:
    return Reply(URL, status, text.encode(), True, 0.1)


@pytest.mark.parametrize("now", [answered(503), Transient(f"{URL} cannot be reached: no route")])
def test_an_old_one_holds_for_thirty_days_and_then_the_host_is_free(now: Reply | KikimimiError) -> None:
    old = rules_after(None, URL, answered(200, FORBIDDEN), NOW)
    away = rules_after(old, URL, now, NOW + timedelta(days=2))
    again = rules_after(away, URL, now, NOW + timedelta(days=29))
    assert not is_fresh(again, NOW + timedelta(days=29))
    with pytest.raises(Rejected):
        refuse_disallowed("https://a.example/private/", "it", again, NOW + timedelta(days=29))
    refuse_disallowed("https://a.example/page", "it", again, NOW + timedelta(days=29))
    with pytest.raises(Transient):
        refuse_disallowed("https://a.example/page", "it", again, NOW + timedelta(days=31))
    refuse_disallowed("https://a.example/private/", "it", again, NOW + timedelta(days=33))
    back = rules_after(again, URL, answered(200, ""), NOW + timedelta(days=40))
    assert is_fresh(back, NOW + timedelta(days=40))


def test_it_is_good_for_a_day() -> None:
    rules = rules_after(None, URL, answered(404), NOW)
    assert is_fresh(rules, NOW + timedelta(hours=23))
    assert not is_fresh(rules, NOW + timedelta(hours=25))
    assert not is_fresh(rules, NOW - timedelta(hours=1)), "a clock was set back"


@pytest.mark.parametrize(("written", "seconds"), [("2.5", 2.5), ("3600", 10), ("-1", 0), ("soon", 0)])
def test_its_delay_counts_within_bounds(written: str, seconds: float) -> None:
    assert delay_of(Rules(f"User-agent: *\nCrawl-delay: {written}\n", NOW)) == seconds


def test_it_is_asked_for_once_a_day_and_not_once_a_round(rounds: Rounds, site: Site) -> None:
    sources = [Source(name, site.put(f"/{name}", "<p>text</p>"), "file") for name in ("a", "b")]
    rounds.collect_sources(sources)
    rounds.collect_sources(sources)
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_a_source_of_the_file_may_ignore_it(rounds: Rounds, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /\n")
    page = site.put("/page", "<p>text</p>")
    report = rounds.collect_sources([Source("a", page, "file"), Source("b", page, "file", robots="ignore")])
    assert [fetch.outcome for fetch in report.fetches] == ["failed", "new"]
    assert "is not for programs" in report.failures[0]
