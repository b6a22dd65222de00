"""Feeds broken in every way that could be thought of: reading ends, and no entry is dropped in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.collect.feeds import read_feed
from pipeline.errors import Rejected
from tests.collect.broken_feeds import Broken, broken_promise, draw
from tests.collect.conftest import Rounds

RSS = "<rss version='2.0'><channel>{}</channel></rss>"


@pytest.mark.parametrize("first", range(0, 1000, 250))
def test_a_thousand_broken_feeds_end_in_documents_letters_or_lines(first: int) -> None:
    said = {number: told for number in range(first, first + 250) if (told := broken_promise(draw(number)))}
    assert said == {}


def test_the_promise_can_be_broken() -> None:
    """The looking glass itself: an entry that stands in the bytes and is in nothing that came out is seen."""
    whole = next(
        broken for number in range(100) if len((broken := draw(number)).intact) > 1 and not broken.how
    )
    assert broken_promise(whole) == ""
    lost = Broken(whole.data.replace(whole.intact[0].encode(), b"zq"), whole.intact, [], whole.content_type)
    assert broken_promise(lost) == f"lost {whole.intact[0]} in silence"


# One that its like was found for by the draw, or by thinking.
@example(
    "<item><title>a</title><description>x<![CDATA[ y</description></item><item><title>b</title><d><![CDATA[]]></d></item>"
)
@example("<item><link>https:/</item>/a.example</link><title>a</title></item>")
@example("<x xmlns:y='http://a b'/><item><title>a</title></item>")
@example("<item><title>a</title></item><?x <item><title>b</title></item> ?>")
@given(st.lists(st.sampled_from(["<item>", "</item>", "<title>a", "</title>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "&", "<", ">",
                                 "<link>/b</link>", "<guid>", "<b xmlns:c='d e'>", "<content type='xhtml'>", "x"]), max_size=30).map("".join))  # fmt: skip
def test_any_markup_in_a_channel_is_read_or_refused(body: str) -> None:
    try:
        feed = read_feed(RSS.format(body), "f", "src")
    except Rejected:
        return
    assert feed.found or feed.failures or "<item>" not in body or "--" in body or "<?" in body


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_a_letter(data: bytes) -> None:
    broken = Broken(b"<rss><channel><item><title>a" + data, [], [], "")
    assert broken_promise(broken) == ""


def test_a_folder_of_broken_feeds_leaves_nothing_untold(rounds: Rounds, texts: Path) -> None:
    for number in range(40):
        (texts / f"{number}.xml").write_bytes(draw(number).data)
    report = rounds.collect(texts)
    assert report.new > 40
    assert report.dead_letters == len(rounds.letters()) <= len(report.failures)
