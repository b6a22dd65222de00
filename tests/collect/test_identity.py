"""Identity: one document, one id, whichever way it came."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.collect.address import canonical_url
from pipeline.collect.found import Found
from pipeline.collect.identity import make_document
from pipeline.collect.sources import Source
from pipeline.errors import Rejected
from pipeline.records import Document

NOW = datetime(2025, 2, 3, tzinfo=UTC)
SOURCE = Source("blog", "https://a.example/feed", "feed")


def document(
    source: Source = SOURCE, title: str = "", text: str = "A text.", url: str = "", key: str = ""
) -> Document:
    return make_document(Found(text=text, title=title, url=url or None, key=key, kind="article"), source, NOW)


@pytest.mark.parametrize(
    ("variant", "canonical"),
    [
        ("HTTPS://News.Example.COM/a", "https://news.example.com/a"),
        ("https://news.example.com:443/a", "https://news.example.com/a"),
        ("http://news.example.com:8080/a", "http://news.example.com:8080/a"),
        ("https://user:word@news.example.com/a#part", "https://news.example.com/a"),
        ("https://news.example.com/", "https://news.example.com"),
        (
            "https://news.example.com/a/?utm_source=x&utm_medium=y&fbclid=1&gclid=2&mc_cid=3",
            "https://news.example.com/a",
        ),
        ("https://news.example.com/?p=12&b=&a=2", "https://news.example.com?a=2&b=&p=12"),
        ("https://news.example.com/a/amp/", "https://news.example.com/a"),
        ("https://news.example.com/a/amp?x=1", "https://news.example.com/a?x=1"),
        ("https://news.example.com/a.amp.html", "https://news.example.com/a.html"),
        ("https://amp.example.com/a", "https://example.com/a"),
        ("https://m.example.com/a?amp=1", "https://example.com/a"),
        ("https://en.m.example.org/a", "https://en.example.org/a"),
        ("https://m.co.jp/a", "https://m.co.jp/a"),
        ("https://m.example.co.jp/a", "https://example.co.jp/a"),
        ("https://news.example.com/camp", "https://news.example.com/camp"),
        ("https://news.example.com/記事", "https://news.example.com/%E8%A8%98%E4%BA%8B"),
        ("https://news.example.com/%e8%a8%98", "https://news.example.com/%E8%A8%98"),
        ("http://[::1]:80/a", "http://[::1]/a"),
        ("mailto:a@example.com", None),
        ("tag:example.com,2025:1", None),
        ("https://", None),
        ("http://a.example:port/", None),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_the_variants_of_an_address_are_one(variant: str, canonical: str | None) -> None:
    assert canonical_url(variant) == canonical


PARTS = [
    "m",
    "amp",
    "mobile",
    "a",
    "co",
    "jp",
    ".",
    "/",
    "/amp",
    ".amp",
    ".html",
    "?",
    "&",
    "=",
    "utm_x",
    "%e8",
    "記",
    " ",
    "#",
]


@given(st.lists(st.sampled_from(PARTS)))
def test_a_canonical_address_is_its_own_canonical_address(parts: list[str]) -> None:
    once = canonical_url("https://" + "".join(parts))
    if once:
        assert canonical_url(once) == once


def test_an_address_is_the_identity_whatever_else_differs() -> None:
    one = document(url="https://a.example/1?utm_source=x", text="One.", title="One", key="k")
    two = document(Source("other", "https://b.example", "feed"), url="https://a.example/1/", text="Two.")
    assert one.doc_id == two.doc_id
    assert one.revision != two.revision
    assert re.fullmatch("[0-9a-f]{32}", one.doc_id)
    assert one.url == "https://a.example/1"


def test_without_an_address_the_key_is_and_without_a_key_the_content() -> None:
    assert document(key="a\n1", text="One.").doc_id == document(key="a\n1", text="Two.").doc_id
    assert document(key="a\n1").doc_id != document(key="b\n1").doc_id
    assert document(text="One.").doc_id != document(text="Two.").doc_id
    assert document(text="One.").doc_id == document(text="One.").doc_id


def test_a_revision_is_of_title_and_text() -> None:
    revisions = {document(title="A", text="A. B").revision, document(title="A.", text="A. B").revision,
                 document(title="A", text="A. C").revision}  # fmt: skip
    assert len(revisions) == 3


def test_the_text_holds_the_title_once() -> None:
    assert document(title="OpenAI grows", text="It does.").text == "OpenAI grows\n\nIt does."
    assert document(title="OpenAI grows", text="OpenAI grows\nIt does.").text == "OpenAI grows\nIt does."
    assert document(title="OpenAI grows", text="").text == "OpenAI grows"


def test_a_text_without_title_takes_its_first_line() -> None:
    assert document(text="\n\n  First line  \nrest").title == "First line"
    title = document(text="長" * 500).title
    assert (len(title), title[-1]) == (120, "…")


def test_text_is_stored_without_furniture_and_control_characters() -> None:
    made = document(text="\r\nA\r\nB\rC\x1b[31m\x00\ud800D\n\n5 min read\n\n")
    assert made.text == "A\nB\nC[31mD"
    assert made.meta == {"reading_minutes": 5}


def test_a_document_of_nothing_is_refused() -> None:
    with pytest.raises(Rejected, match="neither a title nor a text"):
        document(text=" \x00 ")


def test_a_source_adds_its_name_tags_and_language() -> None:
    made = document(Source("blog", "x", "feed", "article", "ja", ("press", "ja"), "The Blog"))
    assert (made.lang, made.source, made.meta) == (
        "ja",
        "blog",
        {"publisher": "The Blog", "tags": "press, ja"},
    )
