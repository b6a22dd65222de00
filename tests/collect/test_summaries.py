"""Summaries: which entries send for the page behind their link, and which hold their text themselves."""

from __future__ import annotations

import pytest

from pipeline.collect.feeds import read_feed
from pipeline.collect.found import Found
from pipeline.collect.json_feed import read_json_feed
from pipeline.collect.summaries import is_brief, wants_page

SENTENCE = {
    "en": "The Japanese group doubles its stake in the maker of ChatGPT. ",
    "ja": "ソフトバンクグループはChatGPTの開発元への出資を倍増させる。",
}


def entry(text: str, url: str | None = "https://a.example/1", *, whole: bool = False) -> Found:
    return Found(text=text, kind="feed-item", title="SoftBank", url=url, whole=whole)


@pytest.mark.parametrize("lang", SENTENCE)
def test_a_short_text_is_a_summary_and_a_long_one_is_not(lang: str) -> None:
    assert wants_page(entry(""), "auto", brief=False)
    assert wants_page(entry(SENTENCE[lang] * 4), "auto", brief=False)
    assert not wants_page(entry(SENTENCE[lang] * 16), "auto", brief=False)


def test_where_all_entries_are_short_they_are_excerpts() -> None:
    excerpts = [entry(SENTENCE["en"] * 16)] * 3
    assert is_brief(excerpts)
    assert wants_page(excerpts[0], "auto", brief=True)
    assert not is_brief([*excerpts, entry(SENTENCE["en"] * 40)])
    assert not wants_page(entry(SENTENCE["en"] * 40), "auto", brief=True)


def test_a_text_that_says_it_is_cut_is_one_however_long() -> None:
    assert wants_page(entry(SENTENCE["en"] * 80 + "[…]"), "auto", brief=False)
    assert wants_page(entry(SENTENCE["ja"] * 80 + "（続きを読む）", whole=True), "auto", brief=False)


def test_what_a_feed_gives_as_the_whole_is_whole() -> None:
    item = "<item><title>A</title><link>https://a.example/1</link>{}</item>"
    rss = "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>{}</channel></rss>"
    both = (
        "<description>In short.</description><content:encoded>In short, and then in full.</content:encoded>"
    )
    same = "<description>In short.</description><content:encoded>In short.</content:encoded>"
    alone = "<content:encoded>Is it short, or is it all?</content:encoded>"
    for body, whole in (
        (both, True),
        (same, False),
        (alone, False),
        ("<description>Short.</description>", False),
    ):
        (found,) = read_feed(rss.format(item.format(body)), "x", "src").found
        assert (found.whole, wants_page(found, "auto", brief=True)) == (whole, not whole), body
    items = '[{"id": "1", "url": "https://a.example/1", "summary": "In short.", "content_text": "In short, and in full."}]'
    top = f'{{"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": {items}}}'
    assert [one.whole for one in read_json_feed(top, "x", "src").found] == [True]


def test_the_source_has_the_last_word() -> None:
    long, short = entry(SENTENCE["en"] * 80, whole=True), entry("")
    assert wants_page(long, "always", brief=False)
    assert not wants_page(short, "never", brief=True)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "mailto:a@a.example",
        "/1",
        "https://a.example/paper.pdf",
        "https://a.example/42.MP3?from=feed",
    ],
)
def test_what_has_no_page_is_asked_for_none(url: str | None) -> None:
    assert not wants_page(entry("", url), "always", brief=True)


def test_a_page_has_no_page_behind_it() -> None:
    assert not wants_page(Found(text="", kind="article", url="https://a.example/1"), "always", brief=True)
