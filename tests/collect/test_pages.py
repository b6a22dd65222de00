"""Pages: the article of an HTML page, with what the page says of itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.collect.html_text import html_to_text
from pipeline.collect.pages import read_page
from tests.collect.conftest import Rounds

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html lang="en-GB"><head><title>DeepSeek shakes markets - Example Wire</title>
<meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="2025-01-28T09:30:00+09:00">
<meta name="author" content="Jane Roe">
<link rel="canonical" href="https://wire.example.com/2025/deepseek/"></head>
<body><nav><a href="/">Home</a> <a href="/ai">All of AI</a></nav>
<article><h1>DeepSeek shakes markets</h1><p>5 min read</p>
<p>NVIDIA lost almost $600 billion in market value on Monday after the Chinese lab DeepSeek released
its open reasoning model, R1.</p>
<p>Sam Altman called the model impressive &amp; said that OpenAI would <a href="/x">pull up some releases</a>.</p>
<script>track()</script><table><tr><th>Model</th><th>Price</th></tr><tr><td>R1</td><td>$2.19</td></tr></table></article>
<footer>© 2025 Example Wire. All rights reserved. Imprint, terms and contact.</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself(rounds: Rounds, texts: Path) -> None:
    (texts / "page.html").write_text(PAGE)
    assert rounds.collect(texts).failures == []
    (made,) = rounds.documents()
    assert made.text.startswith("DeepSeek shakes markets\nNVIDIA lost almost $600 billion")
    assert "the Chinese lab DeepSeek released its open" in made.text
    assert "impressive & said that OpenAI would pull up some releases." in made.text
    assert "$2.19" in made.text
    for furniture in ("Home", "min read", "track", "Imprint", "---"):
        assert furniture not in made.text
    assert (made.title, made.author, made.lang, made.kind) == (
        "DeepSeek shakes markets",
        "Jane Roe",
        "en",
        "article",
    )
    assert made.url == "https://wire.example.com/2025/deepseek"
    assert made.published_at == datetime(2025, 1, 28, 0, 30, tzinfo=UTC)
    assert made.meta == {"reading_minutes": 5}


def test_a_page_in_an_old_encoding_is_read(rounds: Rounds, texts: Path) -> None:
    page = '<html><head><meta charset="Shift_JIS"><title>見出し</title></head><body><p>ソフト\nバンクは5億ドルを出資。</p>'
    (texts / "page.htm").write_bytes(page.encode("cp932"))
    rounds.collect(texts)
    assert [made.text for made in rounds.documents()] == ["見出し\n\nソフトバンクは5億ドルを出資。"]


def test_a_page_that_says_little_has_nulls() -> None:
    page = read_page("<p>OpenAI raised $40 billion.", "x")
    assert page.text == "OpenAI raised $40 billion."
    assert (page.title, page.url, page.author, page.lang, page.published) == ("", None, None, None, None)


def test_a_front_page_as_canonical_address_is_not_believed() -> None:
    link = '<html><head><link rel="canonical" href="https://a.example/"></head><body><p>Some text.</p></body></html>'
    assert read_page(link, "x").url is None


GRAPH = """{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "@id": "https://a.example/#site", "name": "Example Wire"},
 {"@type": ["Person"], "@id": "#jane", "name": "Jane Roe"},
 {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another one", "url": "https://a.example/other",
   "author": "Nobody", "datePublished": "2001-01-01"}]},
 {"@type": "NewsArticle", "headline": "Mistral lève 600 M€ &amp; plus", "url": "https://a.example/2025/mistral",
  "author": [{"@id": "#jane"}, {"@type": "Person", "name": "東京太郎"}, {"name": "https://x.example/jo"}],
  "datePublished": "3 février 2025 à 10h05", "inLanguage": "fr-FR", "isAccessibleForFree": "False",
  "mainEntityOfPage": {"@type": "WebPage", "@id": "https://a.example/2025/mistral"}}]}"""


def page(head: str, html: str = "<html>") -> str:
    return f"{html}<head>{head}</head><body><article><p>OpenAI raised $40 billion from SoftBank, as both of them said.</p></article></body></html>"


def test_what_json_ld_says_of_the_article_is_taken() -> None:
    found = read_page(
        page(f'<script type="application/ld+json">\n<!--{GRAPH}--></script><title>x</title>'),
        "x",
        "https://a.example/2025/mistral?utm_source=rss",
    )
    assert (found.title, found.author, found.lang) == (
        "Mistral lève 600 M€ & plus",
        "Jane Roe, 東京太郎",
        "fr",
    )
    assert found.published == datetime(2025, 2, 3, 10, 5, tzinfo=UTC)
    assert (found.url, found.meta) == ("https://a.example/2025/mistral", {"paywalled": True})


@pytest.mark.parametrize("script", ["{broken", "[" * 100_000, "null", '{"@type": 5, "author": {"name": {}}}', '[[{"@type": "Article", "headline": ["a"], "author": 3}]]'])  # fmt: skip
def test_broken_json_ld_is_passed_over(script: str) -> None:
    found = read_page(
        page(f'<script type="application/ld+json">{script}</script><meta property="og:title" content="T">'),
        "x",
    )
    assert found.title in ("T", "a")
    assert found.author is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-02-03T19:05:00+09:00">',
        '<meta name="parsely-pub-date" content="2025-02-03T10:05:00Z">',
        '<meta name="DC.date.issued" content="2025-02-03 10:05">',
        '<meta itemprop="datePublished" content="Mon, 03 Feb 2025 10:05:00 GMT">',
        '<time itemprop="datePublished">2025年2月3日 19:05</time>',
        '<script type="application/ld+json">{"@type": "BlogPosting", "datePublished": "2025-02-03T10:05Z"}</script>',
    ],
)
def test_the_date_is_found_where_systems_put_it(head: str) -> None:
    assert read_page(page(head), "x").published == datetime(2025, 2, 3, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="By Jane Roe">', "Jane Roe"),
        (
            '<meta property="article:author" content="https://facebook.com/jane"><meta name="dc.creator" content="Jane">',
            "Jane",
        ),
        (
            '<script type="application/ld+json">{"@type": "Article", "author": "Jane Roe"}</script>',
            "Jane Roe",
        ),
    ],
)
def test_the_author_is_a_name(head: str, author: str) -> None:
    assert read_page(page(head), "x").author == author


def test_a_headline_that_is_cut_gives_way_to_the_whole_title() -> None:
    long = "OpenAI raises forty billion dollars from SoftBank and others"
    head = f'<script type="application/ld+json">{{"@type": "Article", "headline": "{long[:40]}…"}}</script>'
    assert read_page(page(f'{head}<meta property="og:title" content="{long}">'), "x").title == long


AMP = "https://cdn.example/c/s/a.example/2025/x"


@pytest.mark.parametrize(
    ("url", "head", "html", "address"),
    [
        (AMP, '<link rel="canonical" href="https://a.example/2025/x">', "<html amp>", "https://a.example/2025/x"),
        (AMP, '<link rel="canonical" href="https://a.example/2025/x">', "<html ⚡>", "https://a.example/2025/x"),
        ("https://m.a.example/x?id=1", '<link rel="Canonical" href="//www.a.example/2025/x">', "<html>", "https://www.a.example/2025/x"),
        ("https://a.example/x?p=1", '<meta property="og:url" content="/2025/x?ref_src=b">', "<html>", "https://a.example/2025/x"),
        # What cannot be believed: another site, the front page, the section.
        ("https://a.example/2025/x", '<link rel="canonical" href="https://b.example/2025/x">', "<html>", "https://a.example/2025/x"),
        ("https://a.example/2025/x", '<link rel="canonical" href="https://a.example">', "<html>", "https://a.example/2025/x"),
        ("https://a.example/2025/x", '<link rel="canonical" href="https://a.example/2025/">', "<html>", "https://a.example/2025/x"),
        ("https://a.example/2025/x", '<link rel="canonical" href="http://[broken">', "<html>", "https://a.example/2025/x"),
    ],
)  # fmt: skip
def test_the_address_that_a_page_gives_itself_is_weighed(
    url: str, head: str, html: str, address: str
) -> None:
    assert read_page(page(head, html), "x", url).url == address


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain &lt;words&gt;", "plain <words>"),
        ("<p>one</p><p>two<br>three</p>", "one\ntwo\nthree"),
        ("a <b>bold</b>\n  word<script>x()</script><style>y</style><!-- z -->", "a bold word"),
        ("<ul><li>a<li>b</ul>c", "a\nb\nc"),
        ("ソフト\n  バンク<i>は</i>", "ソフトバンクは"),
        ("<table><tr><td>1<td>2<tr><td>3</table>", "1 2\n3"),
        ("<!-- nothing -->", ""),
        ("", ""),
        ("<p>&#xD800;a&#x1b;\x0bb&#0;</p>", "�a�b�"),
    ],
)
def test_html_becomes_the_lines_that_are_shown(html: str, text: str) -> None:
    assert html_to_text(html) == text


def test_html_nested_without_end_is_read_or_refused_but_ends(rounds: Rounds, texts: Path) -> None:
    (texts / "deep.html").write_text("<html><body>" + "<div>" * 15_000 + "deep")
    (texts / "good.txt").write_text("good")
    rounds.collect(texts)
    assert "good" in [made.text for made in rounds.documents()]
