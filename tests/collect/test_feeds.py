"""Feeds: every entry of RSS, Atom and RDF, once, with the text that it has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.collect.feeds import read_feed
from pipeline.errors import Rejected
from tests.collect.conftest import Rounds, Site

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Feed</title><language>fr-FR</language>{}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title>F</title><author><name>編集部</name></author>{}</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example"><title>F</title>
 <dc:language>ja</dc:language></channel>{}</rdf:RDF>"""


def item(**fields: str) -> str:
    return "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in fields.items()) + "</item>"


def test_an_rss_item_is_a_document() -> None:
    fields = item(
        title="Mistral &amp; fils",
        link="https://a.example/1",
        guid="1",
        pubDate="Mon, 03 Feb 2025 10:00:00 +0900",
        author="jane@a.example (Jane)",
        category="IA",
        description="Court.",
    ).replace(
        "</item>", "<content:encoded><![CDATA[<p>Mistral lève<br>600 M€.</p>]]></content:encoded></item>"
    )
    (found,) = read_feed(RSS.format(fields), "f", "src").found
    assert (found.title, found.text) == ("Mistral & fils", "Mistral lève\n600 M€.")
    assert (found.url, found.key, found.kind, found.lang) == (
        "https://a.example/1",
        "src\n1",
        "feed-item",
        "fr",
    )
    assert found.published == datetime(2025, 2, 3, 1, tzinfo=UTC)
    assert found.meta == {"categories": "IA"}


def test_an_atom_entry_is_a_document() -> None:
    entry = """<entry><title type="html">&lt;b&gt;OpenAI&lt;/b&gt; x</title><id>tag:1</id><link href="/1"/>
      <updated>2025-02-03T10:00:00Z</updated><summary>短い。</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>ソフトバンクが<i>出資</i>。</p></div></content></entry>"""
    (found,) = read_feed(ATOM.format(entry), "f", "src", "https://a.example/feed").found
    assert (found.title, found.text, found.lang) == ("OpenAI x", "ソフトバンクが出資。", "ja")
    assert (found.url, found.author) == ("https://a.example/1", "編集部")
    assert found.published == datetime(2025, 2, 3, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "feed",
    [
        """<!DOCTYPE rdf:RDF [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "x.ent"> %HTMLlat1;]>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
        <channel><title>F</title></channel>ITEM</rdf:RDF>""",
        """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
        "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>F</title>ITEM</channel></rss>""",
        '<rss version="0.92"><channel>ITEM</channel></rss>',
        '<rss><channel>ITEM</channel></rss>',
        '<?xml-stylesheet href="x.xsl"?><!-- <rss> --><rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel>ITEM</channel></rss>',
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#">ITEM</feed>',
        '<feed xmlns="http://www.w3.org/2005/Atom">ITEM</feed>',
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom">ITEM</a:feed>',
        "<RSS VERSION='2.0'><CHANNEL>ITEM</CHANNEL></RSS>",
    ],
)  # fmt: skip
def test_every_version_of_feeds_is_read(rounds: Rounds, texts: Path, feed: str) -> None:
    title, link = "<title>Caf&eacute; &amp;amp; co</title>", "<link>https://a.example/1</link>"
    if "feed" in feed:
        prefix = "a:" if "<a:" in feed else ""
        one = f'<entry>{title}<link href="https://a.example/1"/></entry>'.replace("<", f"<{prefix}").replace(
            f"<{prefix}/", f"</{prefix}"
        )
    else:
        one = f"<item>{title}{link}</item>"
    (texts / "feed.xml").write_text(feed.replace("ITEM", one))
    report = rounds.collect(texts)
    assert report.failures == []
    (made,) = rounds.documents()
    assert (made.title, made.url) in {
        ("Café & co", "https://a.example/1"),
        ("Café &amp; co", "https://a.example/1"),
    }


@pytest.mark.parametrize(
    "written",
    [
        "2025年2月3日 19時5分",
        "令和7年2月3日 19時5分",
        "lundi 3 février 2025 à 10h05",
        "Mon, 03 Feb 2025 19:05 JST",
        "1738577100",
    ],
)
def test_dates_are_read_as_people_write_them(written: str) -> None:
    (found,) = read_feed(RSS.format(item(title="a", pubDate=written)), "f", "src").found
    assert found.published == datetime(2025, 2, 3, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize("written", ["2025-13-45", "2025", "03/02/2025", "2025年13月3日", "soon"])
def test_a_date_that_is_none_is_not_guessed(written: str) -> None:
    (found,) = read_feed(RSS.format(item(title="a", pubDate=written)), "f", "src").found
    assert found.published is None


def test_a_date_of_the_future_is_not_believed_and_told(rounds: Rounds, texts: Path) -> None:
    soon = (datetime.now(UTC) + timedelta(hours=20)).replace(microsecond=0)
    entries = item(title="a", pubDate="Sat, 01 Jan 2101 00:00:00 GMT") + item(
        title="b", pubDate=soon.isoformat()
    )
    (texts / "feed.xml").write_text(RSS.format(entries))
    report = rounds.collect(texts)
    assert (report.new, report.failures) == (2, [])
    assert "holds 1 dates of the future, what they are of counts as of now" in (report.fetches[0].error or "")
    made = {one.title: one for one in rounds.documents()}
    assert (made["a"].published_at, made["a"].meta["said_published"]) == (None, "2101-01-01T00:00:00Z")
    assert (made["b"].published_at, "said_published" in made["b"].meta) == (soon, False)


def test_five_thousand_entries_are_five_thousand_documents(rounds: Rounds, texts: Path) -> None:
    object.__setattr__(rounds.settings, "max_document", 10_000_000)
    entries = (item(title=f"t{at}", guid=f"g{at}", link=f"https://a.example/{at}") for at in range(5_000))
    (texts / "feed.xml").write_text(RSS.format("".join(entries)))
    report = rounds.collect(texts)
    assert (report.new, report.failures) == (5_000, [])


def test_summaries_cut_in_their_html_do_not_count_as_deep() -> None:
    entries = (item(title=f"t{at}", guid=f"{at}", description="<![CDATA[<div><div>cut") for at in range(600))
    feed = read_feed(RSS.format("".join(entries).replace("</description>", "]]></description>")), "f", "src")
    assert (len(feed.found), feed.failures, feed.notes) == (600, [], [])


def test_what_stands_before_the_xml_is_passed_over(rounds: Rounds, site: Site) -> None:
    noise = "\n<br />\n<b>Warning</b>: Undefined index in <b>/srv/feed.php</b> on line <b>3</b><br />\n"
    address = site.put("/feed", noise + RSS.format(item(title="a")), Content_Type="application/rss+xml")
    report = rounds.collect(address)
    assert (report.new, report.failures) == (1, [])
    assert "begins with 87 characters that are no XML" in (report.fetches[0].error or "")


@pytest.mark.parametrize("wrong", [b"\0", b"\xff\xe3\x81"])
def test_wrong_bytes_cost_nothing_but_themselves(rounds: Rounds, texts: Path, wrong: bytes) -> None:
    feed = RSS.format(item(title="東京のニュース", description="AB") + item(title="a")).encode()
    (texts / "feed.xml").write_bytes(feed.replace(b"AB", b"A" + wrong + b"B"))
    report = rounds.collect(texts)
    assert (report.new, report.failures) == (2, [])


def test_entries_that_run_into_each_other_are_counted(rounds: Rounds, texts: Path) -> None:
    entries = (
        item(title="a")
        + "<item><title>b</title><description><![CDATA[no end</description></item>"
        + item(title="c")
    )
    (texts / "feed.xml").write_text(RSS.format(entries))
    report = rounds.collect(texts)
    assert any(
        "entries that cannot be told apart" in line or "is a broken feed" in line for line in report.failures
    )


def test_entries_that_a_doctype_swallows_are_counted() -> None:
    lost = "<entry><title>Lost</title><id>a</id></entry>"
    kept = "<entry><title>Kept</title><id>b</id></entry>"
    feed = read_feed(
        f"<!DOCTYPE feed [<!ENTITY l '{lost}]><feed xmlns='http://www.w3.org/2005/Atom'>{kept}</feed>",
        "x",
        "p",
    )
    assert [one.title for one in feed.found] == ["Kept"]
    assert feed.failures == ["holds 1 entries that cannot be told apart; tell those who publish it"]


def test_an_rdf_item_is_a_document() -> None:
    entry = """<item rdf:about="https://a.example/1"><title>T</title><link>https://a.example/1</link>
      <description>本文</description><dc:date>2025-02-03T10:00:00+09:00</dc:date></item>"""
    (found,) = read_feed(RDF.format(entry), "f", "src").found
    assert (found.title, found.text, found.lang, found.url) == ("T", "本文", "ja", "https://a.example/1")
    assert found.published == datetime(2025, 2, 3, 1, tzinfo=UTC)


def test_plain_text_is_not_read_as_html() -> None:
    entry = '<entry><title type="text">a &lt; b</title><id>1</id><content type="text">1 &lt; 2 &lt; 3</content></entry>'
    (found,) = read_feed(ATOM.format(entry), "f", "src").found
    assert (found.title, found.text) == ("a < b", "1 < 2 < 3")


def test_of_doubled_entries_the_one_updated_last_is_taken_and_told() -> None:
    entries = [
        item(title="old", guid="1", link="https://a.example/1", pubDate="Mon, 03 Feb 2025 10:00:00 GMT"),
        item(title="other", guid="2", link="https://a.example/2"),
        item(title="new", guid="1", link="https://a.example/1?v=2", pubDate="Tue, 04 Feb 2025 10:00:00 GMT"),
        item(title="same address", guid="3", link="https://a.example/2?utm_source=rss"),
        item(title="no guid"),
        item(title="nor here"),
    ]
    feed = read_feed(RSS.format("".join(entries)), "f", "src")
    assert [found.title for found in feed.found] == ["new", "other", "no guid", "nor here"]
    assert feed.notes == ["holds 2 entries a second time, the one updated last was taken"]


def test_an_entry_is_known_by_its_address_else_its_guid_else_its_text(rounds: Rounds, texts: Path) -> None:
    entries = (
        item(title="a", guid="1", link="https://a.example/1") + item(title="b", guid="g2") + item(title="c")
    )
    (texts / "feed.xml").write_text(RSS.format(entries))
    rounds.collect(texts)
    (texts / "feed.xml").write_text(RSS.format(entries.replace("</title>", " changed</title>")))
    report = rounds.collect(texts)
    assert (report.new, report.changed) == (1, 2), (
        "only the one without address and guid is taken for another"
    )
    (texts / "other.xml").write_text(RSS.format(item(title="d", guid="g2")))
    assert rounds.collect(texts).new == 1, "a guid holds within its feed"


def test_entries_of_nothing_are_told(rounds: Rounds, texts: Path) -> None:
    (texts / "feed.xml").write_text(RSS.format(item(link="https://a.example/1") + item(title="a") + item()))
    report = rounds.collect(texts)
    assert report.new == 1
    (line,) = report.failures
    assert "feed.xml holds 2 entries without title and text; tell those who publish it" in line
    assert report.fetches[0].error == line


def test_a_feed_without_entries_is_fine(rounds: Rounds, texts: Path) -> None:
    (texts / "feed.xml").write_text(RSS.format(""))
    report = rounds.collect(texts)
    assert (report.failures, report.fetches[0].outcome) == ([], "unchanged")


def test_a_feed_cut_in_the_middle_gives_its_whole_entries(rounds: Rounds, texts: Path) -> None:
    whole = RSS.format(
        item(title="a", link="https://a.example/1") + item(title="b", link="https://a.example/2")
    )
    (texts / "feed.xml").write_text(whole[: whole.index("</channel>")])
    report = rounds.collect(texts)
    assert (report.new, report.failures) == (2, [])
    assert "is broken XML, its entries were read nevertheless" in (report.fetches[0].error or "")


@pytest.mark.parametrize(
    "text", ["<rss><channel><item>no end", "<rss", "<html><body>A page</body></html>", "words"]
)
def test_what_is_no_feed_is_refused(text: str) -> None:
    with pytest.raises(Rejected, match=r"^f is (a broken|no) feed"):
        read_feed(text, "f", "src")


@pytest.mark.parametrize("encoding", ["utf-8", "euc_jp", "cp932", "utf-16"])
def test_a_feed_is_read_in_its_encoding(rounds: Rounds, texts: Path, encoding: str) -> None:
    label = {"cp932": "Shift_JIS"}.get(encoding, encoding.replace("_", "-"))
    feed = RSS.replace("UTF-8", label).format(item(title="東京", link="https://a.example/1"))
    (texts / "feed.xml").write_bytes(feed.encode(encoding))
    assert rounds.collect(texts).failures == []
    assert [made.title for made in rounds.documents()] == ["東京"]


def test_a_billion_laughs_stay_a_few_bytes(rounds: Rounds, texts: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>' + RSS.split("?>", 1)[1]
    (texts / "feed.xml").write_text(
        bomb.format(item(title="&l9;", link="https://a.example/1", description="text"))
    )
    rounds.collect(texts)
    assert all(len(made.text) < 1000 for made in rounds.documents())


def test_one_long_entity_many_times_stays_short(rounds: Rounds, texts: Path) -> None:
    bomb = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 40_000}">]>' + RSS.split("?>", 1)[1]
    (texts / "feed.xml").write_text(bomb.format(item(title="&a;" * 5_000, link="https://a.example/1")))
    rounds.collect(texts)
    assert all(len(made.text) < 20_000 for made in rounds.documents())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "".join(f"<a{at}:b xmlns:a{at}='u{at}'/>" for at in range(2_000)),
            "declares 2001 namespaces, more than 100",
        ),
        ("<item>" * 1_000, "nests more than 500 elements"),
        ("<item><title>a</title><description>" + "<div>" * 1_000, "nests more than 500 elements"),
    ],
)
def test_what_would_stop_a_parser_is_refused(body: str, said: str) -> None:
    with pytest.raises(Rejected, match=said):
        read_feed(RSS.format(body), "f", "src")


def test_a_file_of_another_folder_is_not_read_into_a_feed(rounds: Rounds, texts: Path) -> None:
    (texts / "secret").write_text("SECRET")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{texts}/secret">]>'
    (texts / "feed.xml").write_text(
        RSS.replace("?>", f"?>{entity}", 1).format(item(title="a &x;", description="b &x;"))
    )
    rounds.collect(texts)
    assert not any("SECRET" in made.text for made in rounds.documents())


def test_a_long_prolog_without_a_root_is_refused_at_once(rounds: Rounds, texts: Path) -> None:
    (texts / "feed.xml").write_text("<!-- x -->" * 5_000 + "words")
    (line,) = rounds.collect(texts).failures
    assert "is no feed" in line


@pytest.mark.parametrize(
    "wrong", ["&#xD800;", "&#0;", "&#x1b;", "&#x110000;", "&#99999999999;", "\x0b", "\x08"]
)
def test_a_character_that_xml_forbids_costs_nothing_but_itself(
    rounds: Rounds, texts: Path, wrong: str
) -> None:
    fields = dict.fromkeys(("title", "guid", "category", "author"), f"a{wrong}b")
    body = f"<![CDATA[<p>c{wrong}d</p><!-- {'x' * 1000} -->]]>"  # not so many that it would be no text
    entry = item(**fields, link=f"https://a.example/{wrong}", description=body)
    (texts / "feed.xml").write_text(RSS.format(entry + item(title="good")))
    report = rounds.collect(texts)
    assert (report.new, report.failures, report.fetches[0].error) == (2, [], None)
    (made,) = [one for one in rounds.documents() if one.title != "good"]
    assert made.text.replace("\ufffd", "") == "ab\n\ncd"
