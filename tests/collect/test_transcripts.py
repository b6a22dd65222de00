"""Transcripts: plain text and Markdown, with what they say of themselves in their head or beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.collect.transcripts import markdown_to_text
from tests.collect.conftest import Rounds

HEAD = """---
title: "OpenAI: a year"
url: https://a.example/1?utm_source=x
author: Jane Roe
published: 2025-02-03T09:00:00+09:00
lang: en-US
kind: article
source: The Wire
meta: {views: 1200, ratio: 0.5, checked: true, code: 007x}
---
"""


def test_front_matter_says_what_the_text_is(rounds: Rounds, texts: Path) -> None:
    (texts / "a.txt").write_bytes(b"\xef\xbb\xbf" + (HEAD + "OpenAI grew.\n").replace("\n", "\r\n").encode())
    assert rounds.collect(texts).failures == []
    (made,) = rounds.documents()
    assert made.text == "OpenAI: a year\n\nOpenAI grew."
    assert (made.title, made.url, made.author, made.lang, made.kind) == (
        "OpenAI: a year",
        "https://a.example/1",
        "Jane Roe",
        "en",
        "article",
    )
    assert made.published_at == datetime(2025, 2, 3, tzinfo=UTC)
    assert made.meta == {
        "publisher": "The Wire",
        "views": 1200,
        "ratio": 0.5,
        "checked": True,
        "code": "007x",
    }


def test_a_sidecar_beside_the_text_has_the_last_word(rounds: Rounds, texts: Path) -> None:
    (texts / "a.ja.txt").write_text("---\nlang: no\nauthor: Jane\n---\nソフトバンク\n本文", encoding="utf-8")
    (texts / "a.ja.meta.yaml").write_text("lang: ja\npublished: 2025-02-03\ntitle: 題\n", encoding="utf-8")
    rounds.collect(texts / "a.ja.txt")
    (made,) = rounds.documents()
    assert (made.lang, made.title, made.published_at) == ("ja", "題", datetime(2025, 2, 3, tzinfo=UTC))
    assert made.text == "題\n\nソフトバンク\n本文"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("title: one\nlang: Japanese\n", "a.txt:3: Japanese is no language code; write one as in ISO 639-1"),
        ("published: yesterday\n", "a.txt:2: yesterday is no date; write it as 2025-02-03"),
        ("published: 2025-02-30\n", "a.txt:2: 2025-02-30 is no date"),
        ("title: one\nurl: a.example\n", "a.txt:3: a.example is no http(s) address"),
        ("kind: book\n", "a.txt:2: kind book is not known; known are article, transcript, feed-item"),
        ("title: [one]\n", "a.txt:2: title is no plain value"),
        ("meta: words\n", "a.txt:2: meta is no list of plain values"),
        ("meta: {a: [b]}\n", "a.txt:2: meta is no list of plain values"),
        ("title: one\ntitle: two\n", "a.txt:3: title stands twice"),
        ("title: 'one\n", "mend the YAML"),
        ("just prose\n", "a.txt:2: the front matter is no list of keys"),
        ("a: " + "[" * 100_000 + "\n", "a.txt:2: the front matter is longer than 10,000 characters"),
    ],
)
def test_bad_front_matter_is_named_with_its_line(rounds: Rounds, texts: Path, head: str, said: str) -> None:
    (texts / "a.txt").write_text(f"---\n{head}---\ntext")
    object.__setattr__(rounds.settings, "max_document", 1_000_000)
    (line,) = rounds.collect(texts).failures
    assert said in line
    assert len(rounds.letters()) == 1


def test_a_bad_sidecar_is_named_with_its_line(rounds: Rounds, texts: Path) -> None:
    (texts / "a.txt").write_text("text")
    (texts / "a.meta.yaml").write_text("title: one\nlanguage: ja\n")
    (line,) = rounds.collect(texts).failures
    assert f"{texts}/a.meta.yaml:2: unknown key language; known are title, url" in line


YAML = """---
layout: post
url: /2025/mistral/
Title: Mistral lève
date: 3 février 2025 à 10h05
authors: [Jane Roe, 東京太郎]
language: fr-FR
canonical_url: https://a.example/1
publisher: Le Fil
tags: [ia, levée]
cover: {image: x.png}
draft: false
---
"""
TOML = """+++
title = "Mistral lève"
date = 2025-02-03T11:05:00+01:00
authors = ["Jane Roe", "東京太郎"]
language = "fr-FR"
canonical_url = "https://a.example/1"
publisher = "Le Fil"
layout = "post"
url = "/2025/mistral/"
tags = ["ia", "levée"]
draft = false
[cover]
image = "x.png"
+++
"""
JSON = """{
  "title": "Mistral lève", "date": "Mon, 03 Feb 2025 11:05:00 +0100", "authors": ["Jane Roe", "東京太郎"],
  "language": "fr-FR", "link": "https://a.example/1", "site": "Le Fil", "layout": "post", "url": "/2025/mistral/", "tags": ["ia", "levée"],
  "draft": false, "cover": {"image": "x.png"}
}
"""


@pytest.mark.parametrize("ending", ["md", "txt"])
@pytest.mark.parametrize("head", [YAML, TOML, JSON])
def test_the_heads_of_other_programs_are_understood(
    rounds: Rounds, texts: Path, head: str, ending: str
) -> None:
    (texts / f"a.{ending}").write_text(f"{head}\nUne levée de 600 M€.\n")
    assert rounds.collect(texts).failures == []
    (made,) = rounds.documents()
    assert made.text == "Mistral lève\n\nUne levée de 600 M€."
    assert (made.title, made.author, made.lang) == ("Mistral lève", "Jane Roe, 東京太郎", "fr")
    assert (made.url, made.published_at) == ("https://a.example/1", datetime(2025, 2, 3, 10, 5, tzinfo=UTC))
    assert made.meta == {
        "publisher": "Le Fil",
        "layout": "post",
        "url": "/2025/mistral/",
        "tags": "ia, levée",
        "draft": False,
    }


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("+++\ntitle = 'one'\nlang = 'Japanese'\n+++\n", "a.txt:3: Japanese is no language code"),
        ("+++\ntitle = 'one'\nlang =\n+++\n", "a.txt:3: Invalid value"),
        ("+++\ndate = 'soon'\n+++\n", "a.txt:2: soon is no date"),
        (f"+++\na = '{'x' * 10_000}'\n+++\n", "a.txt:2: the front matter is longer than 10,000 characters"),
        ('{"date": "soon"}\n', "a.txt:1: soon is no date"),
    ],
)
def test_a_bad_head_is_named_in_every_form(rounds: Rounds, texts: Path, head: str, said: str) -> None:
    (texts / "a.txt").write_text(f"{head}text")
    (line,) = rounds.collect(texts).failures
    assert said in line
    assert len(rounds.letters()) == 1


@pytest.mark.parametrize("text", ["+++ a\ntext", "{ a brace } text", '{"a": [broken\ntext', "+++\nno end"])
def test_what_only_looks_like_a_head_stays(rounds: Rounds, texts: Path, text: str) -> None:
    (texts / "a.txt").write_text(text)
    rounds.collect(texts)
    assert [made.text for made in rounds.documents()] == [text]


@pytest.mark.parametrize("text", ["--- a dash\ntext", "----\nlong\n---\n", "text\n---\ntitle: x\n---\n"])
def test_lines_that_are_no_front_matter_stay(rounds: Rounds, texts: Path, text: str) -> None:
    (texts / "a.txt").write_text(text)
    rounds.collect(texts)
    assert [made.text for made in rounds.documents()] == [text.strip()]


def test_empty_front_matter_says_nothing(rounds: Rounds, texts: Path) -> None:
    (texts / "a.txt").write_text("---\n---\ntext")
    rounds.collect(texts)
    assert [made.text for made in rounds.documents()] == ["text"]


@pytest.mark.parametrize(
    ("markdown", "title", "text"),
    [
        (
            "# OpenAI *grows*\n\nA [link](https://x) and `code`.",
            "OpenAI grows",
            "OpenAI grows\n\nA link and code.",
        ),
        ("Title\n=====\n\n## Second\n\ntext", "Title", "Title\n\nSecond\n\ntext"),
        ("no heading\nover two lines", "", "no heading over two lines"),
        ("ソフト\nバンクは\nOpenAI に", "", "ソフトバンクは OpenAI に"),
        ("one  \ntwo<br>three", "", "one\ntwo\nthree"),
        ("- a\n- b\n  - c\n\n1. d\n\nafter", "", "a\nb\nc\n\nd\n\nafter"),
        ("![image](x.png)text", "", "text"),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n\nafter", "", "A B \n1 2 \n\nafter"),
        ("```python\nx = 1\n```\nafter", "", "x = 1\n\nafter"),
        ("> quoted\n\nafter", "", "quoted\n\nafter"),
        ("<div><script>x()</script><p>block</p></div>\n\nafter", "", "block\n\nafter"),
        ("5 &lt; 6 &amp; a\\*b", "", "5 < 6 & a*b"),
    ],
)
def test_markdown_becomes_the_text_that_is_read(markdown: str, title: str, text: str) -> None:
    assert markdown_to_text(markdown) == (title, text)


def test_a_markdown_file_is_read_as_markdown(rounds: Rounds, texts: Path) -> None:
    (texts / "a.md").write_text("---\nlang: fr\n---\n# Mistral\n\nUne **levée** de [600 M€](https://x).")
    rounds.collect(texts)
    (made,) = rounds.documents()
    assert (made.title, made.text, made.lang) == ("Mistral", "Mistral\n\nUne levée de 600 M€.", "fr")
