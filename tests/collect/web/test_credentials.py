"""Users and passwords in addresses: the site gets them, and nobody else ever sees them."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from pipeline.collect.sources import Source, sources_from, without_passwords
from pipeline.collect.web.client import Web
from pipeline.collect.web.terms import bare, scrubbed
from pipeline.errors import Misconfigured, Rejected
from pipeline.records import encode
from tests.collect.conftest import Rounds, Site
from tests.collect.web.conftest import Rude, get, ok

FEED = "<rss version='2.0'><channel><item><title>Mistral</title><link>/1</link></item></channel></rss>"
SECRET = "pass:w0rd"
LOGIN = "zoe7%40a.example:pass%3Aw0rd@"
GIVEN = "Basic " + base64.b64encode(f"zoe7@a.example:{SECRET}".encode()).decode()
HIDDEN = ("w0rd", "zoe7", GIVEN.split()[1])


def with_login(address: str) -> str:
    return address.replace("http://", f"http://{LOGIN}")


def logins(site: Site) -> list[tuple[str, str | None]]:
    return [(path, headers.get("Authorization")) for path, headers in site.asked if path != "/robots.txt"]


def test_they_are_used_and_stored_nowhere(rounds: Rounds, site: Site) -> None:
    feed = Source("news", with_login(site.put("/feed", FEED)), "feed")
    page = Source("page", with_login(site.put("/page", "<p>text</p>")), "file")
    bad = Source("bad", with_login(site.put("/bad", "<html>no feed")), "feed")
    gone = Source("gone", with_login(site.address) + "/none", "feed")
    moved = Source("moved", with_login(site.put("/old", "", 301, Location="/feed")), "feed")
    away = Source("away", f"http://{LOGIN}127.0.0.1:9/", "feed")
    sources = [feed, page, bad, gone, moved, away]
    first, second = rounds.collect_sources(sources), rounds.collect_sources(sources, "ready")
    assert {login for _, login in logins(site)} == {GIVEN}
    said = [*first.failures, *first.notes, *second.failures, *second.notes]
    records = [*rounds.documents(), *rounds.fetches(), *rounds.letters()]
    assert rounds.documents()
    assert rounds.letters()
    assert len(said) >= 6
    written = "\n".join([*said, *(encode(one).decode() for one in records)]).encode()
    stored = b"".join(path.read_bytes() for path in rounds.settings.data.rglob("*") if path.is_file())
    for word in HIDDEN:
        assert word.encode() not in written + stored


def test_a_move_on_the_same_host_keeps_them(rounds: Rounds, site: Site) -> None:
    source = Source("moved", with_login(site.put("/old", "", 301, Location="/feed")), "feed")
    site.put("/feed", FEED)
    rounds.collect_sources([source])
    rounds.collect_sources([source])
    assert logins(site) == [("/old", GIVEN), ("/feed", GIVEN), ("/1", GIVEN), ("/feed", GIVEN)]


def test_another_host_does_not_see_them(rude: Rude, web: Web) -> None:
    there = rude.address.replace("127.0.0.1", "localhost")
    rude.put("/there", ok(b"text"))
    here = rude.put("/here", ok(b"", f"Location: {there}/there", status="302 Found"))
    assert get(web, with_login(here), private="yes").body == b"text"
    assert ["Authorization" in head for head in rude.asked if "robots" not in head] == [True, False]


def test_those_of_a_redirect_are_used_and_hidden(rude: Rude, web: Web) -> None:
    rude.put("/there", ok(b"text"))
    target = with_login(rude.address) + "/there"
    reply = get(web, rude.put("/here", ok(b"", f"Location: {target}", status="301 Moved")))
    assert (reply.url, reply.moved) == (f"{rude.address}/there", f"{rude.address}/there")
    assert GIVEN in rude.asked[-1]
    wrong = rude.put("/wrong", ok(b"", "Location: ftp://ann:w0rd@a.example/", status="301 Moved"))
    with pytest.raises(Rejected) as caught:
        get(web, wrong)
    assert "w0rd" not in str(caught.value)


@pytest.mark.parametrize(
    "word", ["ftp://ann:w0rd@a.example/", "https://ann:w0rd@a.example:port/", "https://ann:w0rd@/"]
)
def test_a_wrong_address_is_told_without_them(word: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        sources_from([word])
    assert "w0rd" not in str(caught.value)


def test_the_tables_know_sources_without_them(tmp_path: Path) -> None:
    sources = [Source("a", "https://ann:w0rd@a.example/feed", "feed"), Source("b", str(tmp_path), "folder")]
    assert [one.location for one in without_passwords(sources)] == ["https://a.example/feed", str(tmp_path)]


def test_addresses_without_any_stay_as_they_are() -> None:
    for address in ("https://a.example/@ann/feed", "https://a.example?q=a@b.example", "https://a.example/#@"):
        assert bare(address) == scrubbed(address) == address
    assert scrubbed("it says https://ann:w0rd@a.example/x") == "it says https://a.example/x"
