"""Discovery: a feed, or a page that links to one, becomes a source that knows its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.collect.discover import Discovery, discover
from pipeline.collect.joining import named
from pipeline.errors import Rejected, Transient
from pipeline.settings import Settings, read_settings
from tests.collect.conftest import Site

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Lab &amp;amp; News</title><language>fr-FR</language>
<item><title>Une IA</title><link>https://lab.example/1</link><pubDate>Mon, 03 Feb 2025 09:30:00 GMT</pubDate></item>
<item><title>Deux</title><link>https://lab.example/2</link><pubDate>Sat, 01 Feb 2025 09:30:00 GMT</pubDate></item></channel></rss>"""
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title>AI の動き</title><entry><id>1</id><title>新しい</title></entry></feed>'
HTML = "text/html; charset=utf-8"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"KIKIMIMI_DATA": str(tmp_path / "data"), "KIKIMIMI_MAX_DOCUMENT": "100000"})


def found_at(location: str, settings: Settings, name: str = "") -> Discovery:
    return discover(named(location, name=name, private=True), settings)


def test_a_feed_is_named_as_it_calls_itself(site: Site, settings: Settings) -> None:
    found = found_at(site.put("/feed", RSS), settings)
    source, finding = found.source, found.finding
    assert (source.name, source.lang, source.kind) == ("Lab & News", "fr", "feed")
    assert (finding.form, finding.entries, finding.languages, finding.status) == ("feed", 2, ("fr",), 200)
    assert f"{finding.newest:%Y-%m-%d}" == "2025-02-03"
    assert found_at(site.address + "/feed", settings, name="Mine").source.name == "Mine"
    assert found_at(site.put("/atom", ATOM), settings).source.name == "AI の動き"


def test_the_feed_of_a_page_is_taken(site: Site, settings: Settings) -> None:
    site.put("/blog/rss", RSS)
    page = """<html><head><title>Lab</title><base href="/blog/">
      <link rel="stylesheet" type="text/css" href="style.css">
      <link rel="alternate" type="application/rss+xml" title="Comments Feed" href="comments/feed/">
      <link rel="alternate" hreflang="ja" href="/ja">
      <link rel="ALTERNATE home" type="application/rss+xml; charset=utf-8" href=" rss ">
      <link rel="alternate" type="application/atom+xml" href="javascript:alert(1)">
      <link rel="alternate" type="application/atom+xml" href="https://other.example/atom"></head><body>x</body></html>"""
    found = found_at(site.put("/", page, Content_Type=HTML), settings)
    assert found.source.location == site.address + "/blog/rss"
    assert (found.source.name, found.source.kind) == ("Lab & News", "feed")
    assert found.others == ("https://other.example/atom",)
    assert [path for path, _ in site.asked if path != "/robots.txt"] == ["/", "/blog/rss"]


def test_a_page_without_a_feed_is_a_source_itself(site: Site, settings: Settings) -> None:
    text = (
        "OpenAI said on Tuesday that it had raised five billion dollars to build data centres in Texas. " * 3
    )
    page = f'<html lang="en"><head><title>The talk</title></head><body><article><p>{text}</p></article></body></html>'
    found = found_at(site.put("/talk", page, Content_Type=HTML), settings)
    assert (found.source.name, found.source.lang, found.source.kind) == ("The talk", "en", "file")
    assert (found.finding.form, found.finding.entries) == ("page", 1)


def test_a_feed_without_entries_is_one(site: Site, settings: Settings) -> None:
    found = found_at(
        site.put("/feed", '<rss version="2.0"><channel><title>Soon</title></channel></rss>'), settings
    )
    assert (found.source.kind, found.finding.entries, found.source.name) == ("feed", 0, "Soon")


def test_a_folder_is_looked_into(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("OpenAI raised money.")
    found = found_at(str(tmp_path / "texts"), settings)
    assert (found.source.kind, found.finding.form, found.finding.entries) == ("folder", "text", 1)


@pytest.mark.parametrize(
    ("path", "error", "said"),
    [
        ("/missing", Rejected, "answers 404"),
        ("/away", Transient, "answers 503"),
        ("/empty", Rejected, "is empty"),
        ("/broken", Rejected, "is a broken feed"),
        ("/leads-astray", Rejected, "/talk, which is no feed; name its feed"),
    ],
)
def test_what_cannot_be_read_is_told(
    site: Site, settings: Settings, path: str, error: type[Exception], said: str
) -> None:
    site.put("/away", "", status=503)
    site.put("/empty", "", Content_Type=HTML)
    site.put("/broken", "<rss><channel><item>no end")
    site.put("/talk", "<html><body>No feed at all.</body></html>", Content_Type=HTML)
    site.put(
        "/leads-astray",
        '<html><head><link rel="alternate" type="application/rss+xml" href="/talk"></head></html>',
        Content_Type=HTML,
    )
    with pytest.raises(error) as told:
        found_at(site.address + path, settings)
    assert said in str(told.value)
    assert str(told.value).endswith("nothing was written; --no-check writes it all the same")


def test_an_address_where_nobody_listens_is_told(settings: Settings) -> None:
    with pytest.raises(Transient, match="cannot be reached"):
        found_at("http://127.0.0.1:9/feed", settings)
