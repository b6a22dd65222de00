"""JSON Feed: its entries are documents as those of other feeds are; what cannot be one is counted."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.collect.json_feed import read_json_feed
from pipeline.errors import Rejected
from tests.collect.conftest import Rounds, Site


def feed(*items: Any, version: str = "1.1", **fields: Any) -> str:
    top = {"version": f"https://jsonfeed.org/version/{version}", "title": "F", **fields, "items": list(items)}
    return json.dumps(top, ensure_ascii=False)


def test_all_fields_that_documents_need_are_read() -> None:
    item = {
        "id": 7,
        "url": "/1",
        "external_url": "https://b.example/",
        "title": "Mistral & fils",
        "content_html": "<p>Mistral lève<br>600 M€.</p>",
        "summary": "Court.",
        "date_published": "2025-02-03T10:00:00+09:00",
        "date_modified": "2025-02-04T10:00:00Z",
        "authors": [{"name": "Jane"}, {"url": "https://x"}, {"name": "東京太郎"}],
        "tags": ["IA", "IA", 5],
        "language": "fr-FR",
        "attachments": [{"url": "https://a.example/a.mp3"}],
    }
    text = feed(item, language="ja", next_url="/feed.json?page=2")
    read = read_json_feed(text, "f", "src", "https://a.example/feed.json")
    (found,) = read.found
    assert (found.title, found.text, found.lang) == ("Mistral & fils", "Mistral lève\n600 M€.", "fr")
    assert (found.url, found.key, found.author) == ("https://a.example/1", "src\n7", "Jane, 東京太郎")
    assert found.published == datetime(2025, 2, 3, 1, tzinfo=UTC)
    assert (found.meta, found.kind) == ({"categories": "IA"}, "feed-item")
    assert (read.older, read.failures, read.notes) == (("https://a.example/feed.json?page=2",), [], [])


def test_version_1_0_and_what_items_leave_to_the_feed() -> None:
    items = [
        {"id": "https://a.example/1", "content_text": " a <b>\n\n c "},
        {"id": "2", "external_url": "https://b.example/2", "title": "t"},
    ]
    text = feed(*items, version="1", author={"name": "Jane"}, home_page_url="https://a.example/")
    first, second = read_json_feed(text, "f", "src").found
    assert (first.url, first.text, first.author) == ("https://a.example/1", "a <b>\nc", "Jane")
    assert (second.url, second.author) == ("https://b.example/2", "Jane")


def test_doubled_broken_and_empty_items_are_told() -> None:
    items = [{"id": "1", "title": "old", "date_modified": "2025-02-03"}, {"id": "1", "title": "new", "date_modified": "2025-02-04"},
             "no object", {"id": "2"}, {"title": "no id"}, None, {"id": ["x"], "title": {}, "summary": "s", "tags": 3, "authors": "Jo"}]  # fmt: skip
    read = read_json_feed(feed(*items), "f", "src")
    assert [found.title or found.text for found in read.found] == ["new", "no id", "s"]
    assert read.found[2].author == "Jo"
    assert read.notes == ["holds 1 entries a second time, the one updated last was taken"]
    assert read.failures == [
        "holds 1 entries without title and text; tell those who publish it",
        "holds 2 entries that are no objects; tell those who publish it",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_it_is_known_by_its_content(rounds: Rounds, site: Site, encoding: str) -> None:
    text = feed(
        {"id": "1", "title": "ソフトバンク"},
        {"id": "2", "content_text": "a\ud800b".replace("\ud800", "\\ud800")},
    )
    rounds.collect(site.put("/feed", text.encode(encoding)))
    assert sorted(made.text for made in rounds.documents()) == ["a\\ud800b", "ソフトバンク"]


def test_a_folder_gives_its_json_feeds_and_no_other_json(rounds: Rounds, texts: Path) -> None:
    (texts / "news.feed.json").write_text(feed({"id": "1", "title": "a"}))
    (texts / "package.json").write_text('{"name": "x"}')
    report = rounds.collect(texts)
    assert (report.new, report.failures) == (1, [])


@pytest.mark.parametrize("text", [feed({"id": "1", "title": "a"})[:-3], '{"items": {}}', '{"a": 1}', "{" + '"a":[' * 100_000, '{"items": [1e999999, ' + "9" * 5000 + "]}"])  # fmt: skip
def test_what_is_no_json_feed_is_a_dead_letter(rounds: Rounds, texts: Path, text: str) -> None:
    object.__setattr__(rounds.settings, "max_document", 1_000_000)
    (texts / "a.feed.json").write_text(text)
    (line,) = rounds.collect(texts / "a.feed.json").failures
    assert "feed" in line
    assert len(rounds.letters()) == 1


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from(["id", "url", "external_url", "title", "content_html", "content_text", "summary", "date_published",
                         "date_modified", "author", "authors", "tags", "language"])  # fmt: skip


@given(
    st.lists(st.dictionaries(names, values, max_size=8) | values, max_size=6), st.dictionaries(names, values)
)
def test_each_item_is_an_entry_or_counted(items: list[Any], fields: dict[str, Any]) -> None:
    try:
        read = read_json_feed(feed(*items, **fields), "f", "src")
    except Rejected:
        assert any(isinstance(one, int) and abs(one) > 10**4000 for one in items)
        return
    told = sum(int(line.split()[1]) for line in read.failures + read.notes)
    assert len(read.found) + told == len(items)
