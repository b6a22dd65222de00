"""A digest as a page: what it shows, in which language, and that it needs and runs nothing."""

from __future__ import annotations

import re

import lxml.html
import pytest

from pipeline.digest.clean import line
from pipeline.digest.page import as_page
from tests.digest.conftest import EMPTY, whole
from tests.digest.test_markdown import HOSTILE


def texts(page: str, path: str) -> list[str]:
    return [
        " ".join(str(one.text_content()).split()) for one in lxml.html.document_fromstring(page).xpath(path)
    ]


def test_a_page_says_what_the_digest_says() -> None:
    page = as_page(whole())
    assert texts(page, "//title") == texts(page, "//h1")
    assert texts(page, "//h1") == ["Digest of 2025-02-04: 4 alerts, 1 contradiction, 1 surge, 3 new names"]
    assert texts(page, "//h2") == [
        "4 alerts", "1 contradiction", "1 surge", "3 new names", "What validation found", "1 source without an answer",
    ]  # fmt: skip
    assert texts(page, "//section[2]/ul/li/ul/li/b") == ["157 bn USD", "300 – 340 bn USD"]
    assert texts(page, "//section[2]//q") == ["It is worth $157 billion.", "It is worth more."]
    assert texts(page, "//p[@class='more']") == ["… and 2 more names"]


def test_a_day_without_news_says_so() -> None:
    page = as_page(whole(**EMPTY))
    assert texts(page, "//section") == []
    assert texts(page, "//header/p")[-1] == "No alerts, contradicting claims, surges or new names."


def test_titles_and_sentences_say_their_language() -> None:
    page = lxml.html.document_fromstring(as_page(whole(lang="ja")))
    assert page.get("lang") == "en"
    assert {one.get("lang") for one in page.xpath("//q | //cite//span")} == {"ja"}


def test_a_document_without_an_address_is_named_without_a_link() -> None:
    page = as_page(whole(url=None))
    assert texts(page, "//a") == []
    assert "A title, paper, 2025-02-03" in texts(page, "//cite")


def test_it_fetches_and_runs_nothing_and_knows_the_dark() -> None:
    page = as_page(whole())
    root = lxml.html.document_fromstring(page)
    assert not root.xpath(
        "//script | //link | //img | //iframe | //object | //form | //base | //@onclick | //@style"
    )
    assert not re.search(r"url\(|@import|@font-face", page)
    assert "prefers-color-scheme: dark" in page
    assert 'name="viewport" content="width=device-width"' in page
    assert {one.get("rel") for one in root.xpath("//a")} == {"noreferrer"}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_documents_say_stays_text(text: str) -> None:
    shown = line(text, 99)
    page = lxml.html.document_fromstring(as_page(whole(shown, lang='x" onload="y')))
    clean = lxml.html.document_fromstring(as_page(whole("harmless")))
    assert [one.tag for one in page.iter()] == [one.tag for one in clean.iter()]
    assert [sorted(one.keys()) for one in page.iter()] == [sorted(one.keys()) for one in clean.iter()]
    assert {one.get("href") for one in page.xpath("//a")} == {"https://example.org/a"}
    assert shown in [str(one.text_content()) for one in page.xpath("//cite//span")]
    assert {one.get("lang") for one in page.xpath("//q")} == {'x" onload="y'}
    assert f"{shown}, it says" in texts(as_page(whole(shown)), "//q")
