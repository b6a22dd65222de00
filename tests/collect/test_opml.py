"""OPML: the lists of feeds of other readers come in, ours go out and come back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.collect.joining import join
from pipeline.collect.opml import read_opml, write_opml
from pipeline.collect.sources import Source, read_sources
from pipeline.errors import Rejected
from tests.conftest import ROOT

READER = """<?xml version="1.0" encoding="UTF-8"?>
<!-- as feed readers export it -->
<opml version="1.0">
  <head><title>Subscriptions</title></head>
  <body>
    <outline text="Research &amp; labs">
      <outline text="Papers">
        <outline type="rss" text="Deep" title="Deep  Papers" xmlUrl="https://deep.example/rss" language="en-US"/>
      </outline>
      <outline text="Blog" xmlurl="https://blog.example/feed?utm_source=reader" category="/tech/ai,news"/>
    </outline>
    <outline text="日本" xmlUrl="https://ja.example/feed"><outline text="inside" xmlUrl="https://in.example/feed"/></outline>
    <outline text="a page" type="link" url="https://page.example/"/>
    <outline text="nothing"/>
  </body>
</opml>
"""


def test_feeds_come_with_the_names_around_them_as_tags() -> None:
    found = read_opml(READER.encode(), "list.opml")
    assert found.wrong == []
    assert found.sources == [
        Source("", "https://deep.example/rss", "feed", lang="en", tags=("Research-&-labs", "Papers"), name="Deep Papers"),
        Source("", "https://blog.example/feed?utm_source=reader", "feed", tags=("Research-&-labs", "tech", "ai", "news"), name="Blog"),
        Source("", "https://ja.example/feed", "feed", name="日本"),
        Source("", "https://in.example/feed", "feed", name="inside"),
    ]  # fmt: skip


def test_what_is_exported_comes_back_as_it_was() -> None:
    sources = [
        Source(
            "a", "https://a.example/feed?x=1&y=<2>", "feed", None, "ja", ("lab", "ja"), "A & B", "fam", 90.5
        ),
        Source("b", "https://b.example/page", "file", "transcript", tags=("lab",)),
        Source("c", "https://c.example/feed", "feed", name="しー"),
    ]
    assert read_opml(write_opml(sources), "x").sources == sources


def test_the_seeds_come_back_as_they_were() -> None:
    remote = [one for one in read_sources(ROOT / "seeds" / "sources.yaml") if one.remote]
    back = join(read_opml(write_opml(remote), "x").sources, []).new
    assert sorted(back, key=lambda one: one.id) == sorted(remote, key=lambda one: one.id)


def test_local_paths_and_passwords_are_not_exported() -> None:
    sources = [
        Source("a", "/home/me/texts", "folder"),
        Source("b", "https://me:secret@b.example/feed", "feed"),
    ]
    written = write_opml(sources)
    assert b"secret" not in written
    assert b"/home/me" not in written
    assert [one.location for one in read_opml(written, "x").sources] == ["https://b.example/feed"]


def test_the_encoding_that_it_declares_is_read() -> None:
    text = READER.replace("UTF-8", "Shift_JIS")
    assert read_opml(text.encode("shift_jis"), "x").sources[2].name == "日本"


def test_an_address_that_cannot_be_read_is_told_and_the_rest_is_taken() -> None:
    outlines = "".join(f'<outline text="{n}" xmlUrl="{url}"/>' for n, url in enumerate(("ftp://a.example/x", "notes/a.xml", "https://", "https://d.example")))  # fmt: skip
    found = read_opml(f"<opml><body>{outlines}</body></opml>".encode(), "x")
    assert [one.location for one in found.sources] == ["https://d.example"]
    assert len(found.wrong) == 3
    assert "ftp://a.example/x is read over ftp" in found.wrong[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "list.opml:1: broken OPML"),
        (b"<opml><body>\n<outline text='a & b' xmlUrl='https://a.example'/></body></opml>", "list.opml:2: broken OPML"),
        (b"<opml><body>", "broken OPML"),
        (b"<html><body/></html>", "is no OPML: it begins with <html>"),
        (b"<opml><body><outline text='a'/></body></opml>", "holds no feeds"),
        (b"just words", "broken OPML"),
        (b"\x00\x01\x02" * 50, "is not text"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_feeds_is_told(data: bytes, said: str) -> None:
    with pytest.raises(Rejected) as error:
        read_opml(data, "list.opml")
    assert said in str(error.value)


def test_entities_neither_grow_nor_reach_out() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    outline = '<outline text="&e9;" xmlUrl="https://a.example"/>'
    bomb = f'<!DOCTYPE opml [<!ENTITY e0 "{"ha" * 10}">{levels}]><opml><body>{outline}</body></opml>'
    with pytest.raises(Rejected, match="broken OPML"):
        read_opml(bomb.encode(), "x")
    outline = '<outline text="a" xmlUrl="https://a.example/">&out;</outline>'
    reach = f'<!DOCTYPE opml [<!ENTITY out SYSTEM "file:///etc/passwd">]><opml><body>{outline}</body></opml>'
    (found,) = read_opml(reach.encode(), "x").sources
    assert found == Source("", "https://a.example/", "feed", name="a")


def test_a_list_from_elsewhere_cannot_loosen_how_we_read() -> None:
    data = '<opml xmlns:k="urn:kikimimi:opml"><body><outline xmlUrl="https://a.example" k:id="No Slug" k:every="0" k:document="poem" k:private="yes"/></body></opml>'
    assert read_opml(data.encode(), "x").sources == [Source("", "https://a.example", "feed")]


def test_a_feed_that_is_there_already_is_left_out_and_told() -> None:
    known = [Source("ours", "https://a.example/feed", "feed")]
    found = [
        Source("", "http://A.example/feed/?utm_medium=rss", "feed", name="Again"),
        Source("", "https://b.example/feed", "feed", name="New"),
        Source("", "https://b.example/feed#top", "feed", name="New too"),
    ]
    joined = join(found, known)
    assert [one.id for one in joined.new] == ["new"]
    assert joined.known == ["Again is there already, as ours", "New too is there already, as new"]


@pytest.mark.parametrize(
    ("name", "location", "id_"),
    [
        ("OpenAI News", "https://openai.com/news/rss.xml", "openai-news"),
        ("Siècle Digital – l'IA", "https://siecledigital.fr/feed/", "siecle-digital-l-ia"),
        ("日経クロステック", "https://www.xtech.nikkei.com/rss/index.rdf", "xtech-nikkei-com-rss-index-rdf"),
        ("テレ東BIZ", "https://biz.example/", "biz-example"),
        ("", "https://例え.jp/", "jp"),
        ("", "notes/My Notes.txt", "my-notes"),
        ("", "文書", "file"),
        ("x" * 80, "https://x.example", "x" * 60),
    ],
)
def test_an_id_is_made_from_the_name_or_the_place(name: str, location: str, id_: str) -> None:
    assert join([Source("", location, "file", name=name)], []).new[0].id == id_


def test_an_id_that_is_taken_gets_a_number() -> None:
    known = [Source("news", "https://a.example", "feed"), Source("news-2", "https://b.example", "feed")]
    found = [replace(known[0], id="", name="News", location=f"https://{host}.example") for host in "cd"]
    assert [one.id for one in join(found, known).new] == ["news-3", "news-4"]
