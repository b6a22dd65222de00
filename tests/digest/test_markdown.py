"""A digest as Markdown: what a reader sees of it, and that what documents say cannot become more than text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.digest.clean import line
from pipeline.digest.markdown import as_markdown, plain
from pipeline.digest.parts import Listed
from tests.digest.conftest import EMPTY, whole

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a | b | c",
    "](http://evil.example) [x",
    "[click](http://evil.example)",
    "![x](http://evil.example/x.png)",
    "<http://evil.example>",
    "[x]: http://evil.example",
    "*bold* _it_ ~~gone~~ `code` **",
    "# heading\n\n- item\n\n> quote\n\n---\n\n1. one",
    "| a |\n| --- |\n| b |",
    "- item",
    "+ item",
    "2) item",
    "2025. A year",
    "===",
    "&lt;b&gt; &amp; &copy; &#60;",
    "\\",
    "\\<b>\\](x)",
    "</q></li></ul></main><style>*{}</style>",
    "\" onmouseover=alert(1) x='",
]


def tokens(text: str) -> Iterator[Token]:
    """Of Markdown with HTML, tables and strikethrough, as most who show it know it."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def words(found: list[Token]) -> str:
    return "".join(one.content for one in found if one.type in ("text", "text_special"))


def test_a_digest_reads_as_a_person_would_write_it() -> None:
    digest = whole()
    assert as_markdown(digest) == (
        """\
# Digest of 2025-02-04: 4 alerts, 1 contradiction, 1 surge, 3 new names

From 2025-02-03 07:00 to 2025-02-04 07:00 (UTC).

12 documents came in from 3 sources, 1 changed. 9 sources were read, 1 without an answer. 2 dead letters wait for a decision. \
1 of 1 suite of expectations failed.

## 4 alerts

- **OpenAI** 4 alerts in 3 documents of 2 sources “OpenAI said so.” — [A title](https://example.org/a), paper, 2025-02-03

## 1 contradiction

- **OpenAI, valuation** (2025 Q1): 5 claims of 2 publishers
  - **157 bn USD** “It is worth $157 billion.” — [A title](https://example.org/a), paper, 2025-02-03
  - **300 – 340 bn USD** (new) “It is worth more.” — [A title](https://example.org/a), paper, 2025-02-03
  - … and 3 more claims

## 1 surge

- **OpenAI** in 5 documents of 3 sources in seven days, where 0.25 were expected; since this digest

## 3 new names

- OpenAI (organization, in no catalogue yet) — [A title](https://example.org/a), paper, 2025-02-03

… and 2 more names

## What validation found

- **figures** failed; 2 rows held back
  - **error:** It is too much.

## 1 source without an answer

- **OpenAI** last answered 2025-02-03 07:00; 404
"""
    )


def test_a_day_without_news_says_so() -> None:
    assert as_markdown(whole(**EMPTY)) == (
        """\
# Digest of 2025-02-04: nothing new

From 2025-02-03 07:00 to 2025-02-04 07:00 (UTC).

No documents came in. No source was read in the week before. The data was not validated yet.

No alerts, contradicting claims, surges or new names.
"""
    )


def test_times_are_told_in_the_zone_of_the_period() -> None:
    tokyo = timezone(timedelta(hours=9), "JST")
    digest = whole()
    shown = as_markdown(whole(since=digest.since.astimezone(tokyo), until=digest.until.astimezone(tokyo)))
    assert "From 2025-02-03 16:00 to 2025-02-04 16:00 (JST)." in shown
    assert "paper, 2025-02-04" in shown, "it was published at 20:00 UTC"
    assert "last answered 2025-02-03 16:00" in shown


@pytest.mark.parametrize(
    ("lang", "shown"), [("en", "“Oui.”"), ("ja", "「Oui.」"), ("fr", "« Oui. »"), ("de", "“Oui.”")]
)
def test_a_sentence_stands_in_the_quotes_of_its_language(lang: str, shown: str) -> None:
    [alerted] = whole(lang=lang).alerted.shown
    assert shown in as_markdown(whole(alerted=Listed((replace(alerted, sentence="Oui."),), 1)))


def test_a_sentence_that_is_the_title_is_said_once() -> None:
    [alerted] = whole().alerted.shown
    shown = as_markdown(whole(alerted=Listed((replace(alerted, sentence="A title"),), 1)))
    assert (
        "- **OpenAI** 4 alerts in 3 documents of 2 sources — [A title](https://example.org/a), paper" in shown
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_what_documents_say_stays_text(text: str) -> None:
    shown = line(text, 99)
    found = list(tokens(as_markdown(whole(shown))))
    clean = list(tokens(as_markdown(whole("harmless"))))
    assert [one.type for one in found if one.type != "text_special"] == [
        one.type for one in clean if one.type != "text_special"
    ], "the same headings, lists and links"
    assert {one.attrGet("href") for one in found if one.type == "link_open"} == {"https://example.org/a"}
    assert not [one.type for one in found if one.type.startswith(("html", "image", "table", "code"))]
    assert words(found).count(shown) == words(clean).count("harmless"), "as it was, wherever it stands"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see www.evil.example now", "see www\\.evil.example now"),
        ("HTTP://evil.example", "HTTP\\://evil.example"),
        ("mailto:a@evil.example", "mailto\\:a@evil.example"),
        ("at 12:30, AT&T: 5 < 6 – $5", "at 12:30, AT&T: 5 &lt; 6 – $5"),
    ],
)
def test_addresses_in_texts_are_not_linked_where_that_happens_by_itself(text: str, written: str) -> None:
    assert plain(text) == written
