"""Captions: WebVTT and SRT are transcripts, in which each sentence's second and speaker can be found again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.collect.captions import read_captions
from pipeline.collect.cues import is_captions
from pipeline.errors import Rejected
from pipeline.records import Document
from pipeline.spoken import seconds_at, speakers_at
from tests.collect.conftest import Rounds, Site


def srt(*cues: tuple[float, float, str]) -> str:
    def clock(seconds: float) -> str:
        return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{seconds % 60:06.3f}".replace(
            ".", ","
        )

    return "".join(
        f"{number}\n{clock(start)} --> {clock(end)}\n{text}\n\n"
        for number, (start, end, text) in enumerate(cues, start=1)
    )


def read(text: str) -> str:
    (found,) = read_captions(text, "x").found
    return found.text


def said(document: Document, words: str) -> tuple[float | None, str | None]:
    """The second and the speaker of these words, found as an analyst does: by the offset of a figure."""
    at = document.text.index(words)
    return seconds_at(document.meta)(at), speakers_at(document.meta)(at)


ROLLING = """WEBVTT
Kind: captions
Language: en-US

00:00:00.160 --> 00:00:02.389 align:start position:0%
\x20
OpenAI<00:00:00.480><c> raised</c><00:00:00.900><c> no</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
OpenAI raised no
\x20

00:00:02.399 --> 00:00:05.030 align:start position:0%
OpenAI raised no
less<00:00:02.600><c> than</c><00:00:03.480><c> $40</c><c.colorE5E5E5> billion</c>

00:00:05.030 --> 00:00:05.040 align:start position:0%
less than $40 billion
\x20

00:00:05.040 --> 00:00:07.030 align:start position:0%
less than $40 billion
[Music] &gt;&gt; really&nbsp;so
"""


def test_rolling_captions_give_each_line_once(rounds: Rounds, texts: Path) -> None:
    (texts / "talk.vtt").write_text(ROLLING)
    assert rounds.collect(texts).failures == []
    (made,) = rounds.documents()
    assert made.text == "OpenAI raised no less than $40 billion\nreally so"
    assert (made.kind, made.lang, made.meta["seconds"]) == ("transcript", "en", 7)
    assert said(made, "$40 billion") == (2.4, None)


def test_lines_that_grow_word_by_word_are_taken_when_grown() -> None:
    grown = srt(
        (0, 1, "Nvidia"), (1, 2, "Nvidia said"), (2, 3, "Nvidia said that"), (3, 4, "Nvidia said that it")
    )
    assert read(grown) == "Nvidia said that it"
    assert read(srt((0, 1, "今日は"), (1, 2, "今日は5億"), (2, 3, "今日は5億ドル"))) == "今日は5億ドル"


def test_who_repeats_himself_is_left_his_words() -> None:
    assert read(srt((0, 1, "No."), (1, 2, "No."), (2, 3, "We"), (3, 4, "won't."), (4, 5, "Never."))) == (
        "No. No. We won't. Never."
    )


def test_speakers_leave_the_text_and_stay_in_meta(rounds: Rounds, texts: Path) -> None:
    captions = srt(
        (1, 2.5, ">> SAM ALTMAN: We raised\nforty billion dollars."),
        (2.6, 4, "It's a lot."),
        (8, 9, "- Ezra Klein: <i>Really?</i>\n- Sam Altman: Project Stargate: a plan of $500 billion."),
        (9.5, 11, "- Nobody knows."),
    )
    (texts / "talk.srt").write_text(captions)
    (texts / "talk.meta.yaml").write_text("title: The interview\npublished: 2025-02-03\n")
    rounds.collect(texts)
    (made,) = rounds.documents()
    assert made.text == (
        "The interview\n\nWe raised forty billion dollars. It's a lot.\nReally?\n"
        "Project Stargate: a plan of $500 billion.\nNobody knows."
    )
    assert made.meta["speakers"] == "Sam Altman; Ezra Klein"
    assert said(made, "forty billion") == (1, "Sam Altman")
    assert said(made, "It's a lot") == (2.6, "Sam Altman")
    assert said(made, "Really?") == (8, "Ezra Klein")
    assert said(made, "$500 billion") == (8, "Sam Altman")
    assert said(made, "Nobody") == (9.5, None)
    assert seconds_at(made.meta)(0) is None, "nobody said the title"


def test_voices_are_speakers(rounds: Rounds, texts: Path) -> None:
    (texts / "talk.vtt").write_text(
        "WEBVTT - a talk\n\nSTYLE\n::cue { color: red }\n\nNOTE not\nshown\n\nintro\n00:01.000 --> 00:02.000 line:0\n"
        "<v.loud Fei-Fei Li>Hello <b>world</b>.</v> <v Masayoshi Son>5 &lt; 6 &amp; more.\n\n"
        "01:00:00.000 --> 01:00:02.000\n<v Fei-Fei Li>A hundred billion.\n"
    )
    rounds.collect(texts)
    (made,) = rounds.documents()
    assert made.text == "Hello world.\n5 < 6 & more.\nA hundred billion."
    assert said(made, "more") == (1, "Masayoshi Son")
    assert said(made, "A hundred") == (3600, "Fei-Fei Li")


@pytest.mark.parametrize(
    ("cues", "text"),
    [
        # Japanese: no space between lines, a paragraph for each sentence where nobody writes full stops.
        ([(0, 2, "今日はソフトバンクの\n話です"), (2, 4, "出資額は"), (4, 6, "5億ドルです")], "今日はソフトバンクの話です\n出資額は5億ドルです"),
        ([(0, 2, "OpenAIは"), (2, 4, "伸びた。利益も"), (4, 6, "出た。")], "OpenAIは伸びた。利益も出た。"),
        ([(0, 2, "（田中）そうです"), (2, 4, "（笑）（田中）はい")], "そうです\nはい"),
        ([(0, 2, "司会：では\u3000どうぞ"), (2, 4, "司会：はい。")], "では\u3000どうぞ\nはい。"),
        # French and English: a space; a pause behind a sentence ends the paragraph, one within it does not.
        ([(0, 2, "Mistral a levé"), (9, 11, "600 M€."), (14, 15, "C'est tout.")], "Mistral a levé 600 M€.\nC'est tout."),
        ([(0, 2, "— Oui."), (2, 3, "— Non.")], "Oui.\nNon."),
        ([(0, 2, "[Musique] ♪♪"), (2, 4, "Bien. (rires)"), (4, 5, "[Applause]")], "Bien."),
        ([(0, 2, "{\\an8}<font color='#fff'>One</font>\\Ntwo."), (2, 3, "a < b, x>y.")], "One two. a < b, x>y."),
        ([(0, 2, "<ruby>東京<rt>とうきょう</rt></ruby>。")], "東京。"),
        ([(0, 2, "It rose -"), (2, 3, "-5% in 10:30 minutes: so.")], "It rose - -5% in 10:30 minutes: so."),
        ([(0, 2, "He said: go."), (2, 3, "He said: stay.")], "He said: go. He said: stay."),
        ([(0, 2, "Host: Go."), (2, 3, "https://a.example"), (3, 4, "Host: Stay.")], "Go. https://a.example\nStay."),
    ],
)  # fmt: skip
def test_lines_become_sentences(cues: list[tuple[float, float, str]], text: str) -> None:
    assert read(srt(*cues)) == text


@pytest.mark.parametrize(
    ("captions", "text"),
    [
        ("00:01.000 --> 00:02.000\nno header.", "no header."),
        ("WEBVTT\n\n00:00:01,5 --> 00:00:02,000\ncomma.", "comma."),
        ("WEBVTT\n00:01.000 --> 00:02.000\none,\n00:03.000 --> 00:04.000\ntwo.", "one, two."),
        ("1\n0:0:1.0 --> 0:0:2\none\n2\n0:0:2 --> 0:0:3\ntwo", "one two"),
        (
            "1\n00:00:01,000 -> 00:00:02,000\none\n\nmore\n\n7\n00:00:05,000 --> 00:00:06,000\ntwo.",
            "one more two.",
        ),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\none\n\n00:03.000 --> 00:04.0", "one"),
        ("WEBVTT\n\n00:09.000 --> 00:02.000\nbackwards.", "backwards."),
        ("\n\n1\n00:00:01,000 --> 00:00:02,000 X1:201 X2:516\none", "one"),
    ],
)
def test_sloppy_files_are_read(captions: str, text: str) -> None:
    assert is_captions(captions)
    assert read(captions) == text


def test_the_text_below_a_broken_time_is_kept_and_told(rounds: Rounds, texts: Path) -> None:
    broken = srt((1, 2, "One."), (3, 4, "Two."), (5, 6, "Three.")).replace("00:00:03,000", "00:00:xx,000")
    (texts / "a.srt").write_text(broken)
    report = rounds.collect(texts)
    (made,) = rounds.documents()
    assert (made.text, report.failures) == ("One. Two.\nThree.", [])
    assert said(made, "Two") == (2, None)
    assert "holds broken times (1), the text below them" in (report.fetches[0].error or "")


@pytest.mark.parametrize(
    "text", ["WEBVTT", "WEBVTT\n\nNOTE nothing\n", "words", "1\n00:00:01,000 --> 00:00:02,000\n\n"]
)
def test_a_file_without_captions_is_a_dead_letter(rounds: Rounds, texts: Path, text: str) -> None:
    (texts / "a.vtt").write_text(text)
    (line,) = rounds.collect(texts).failures
    assert "a.vtt holds no captions; give a WebVTT or SRT file with times and text" in line
    assert len(rounds.letters()) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp", "iso2022_jp"])
def test_captions_are_read_in_their_encoding(rounds: Rounds, texts: Path, encoding: str) -> None:
    words = ["ソフトバンクは", "5億ドルを出資した。", "OpenAIの評価額は", "三千億ドルになった。"]
    text = srt(*((at, at + 1, line) for at, line in enumerate(words))).replace("\n", "\r\n")
    (texts / "a.srt").write_bytes(text.encode(encoding))
    assert rounds.collect(texts).failures == []
    assert [made.text for made in rounds.documents()] == ["".join(words)]


def test_a_name_of_yt_dlp_gives_title_language_and_video(rounds: Rounds, texts: Path) -> None:
    for lang, words in (("en", "It costs $5."), ("fr-FR", "Ça coûte 5 $.")):
        (texts / f"Sam Altman on Stargate [dQw4w9WgXcQ].{lang}.srt").write_text(srt((1, 2, words)))
    (texts / "talk.ja.srt").write_text(srt((1, 2, "5ドルです。")))
    rounds.collect(texts)
    made = {one.lang: one for one in rounds.documents()}
    assert set(made) == {"en", "fr", "ja"}, "two languages of one video are two documents"
    assert made["en"].title == "Sam Altman on Stargate"
    assert made["fr"].meta["video"] == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert said(made["fr"], "5 $") == (1, None)
    assert made["ja"].title == "5ドルです。"


@pytest.mark.parametrize("header", ["text/vtt", "text/plain"])
def test_captions_at_an_address_are_known_by_their_content(rounds: Rounds, site: Site, header: str) -> None:
    address = site.put("/captions?id=1", ROLLING, Content_Type=header)
    rounds.collect(address)
    (made,) = rounds.documents()
    assert (made.text[:16], made.url, made.lang) == ("OpenAI raised no", address, "en")


# As docs/operations.md gives it to analysts, with constants in place of its columns.
SECOND = """SELECT split_part(list_filter(string_split(?::JSON->>'times', ' '),
    lambda pair: split_part(pair, '=', 1)::INT <= ?)[-1], '=', 2)::DOUBLE"""


def test_an_analyst_finds_the_second_in_sql(rounds: Rounds, texts: Path) -> None:
    (texts / "a.srt").write_text(
        srt((1, 2, "One million."), (3.5, 5, "It costs $5 billion."), (3600, 3601, "Then."))
    )
    rounds.collect(texts)
    (made,) = rounds.documents()
    for words, second in (("One", 1), ("$5 billion", 3.5), ("Then", 3600)):
        found = duckdb.execute(SECOND, [json.dumps(made.meta), made.text.index(words)]).fetchone()
        assert found == (second,)
        assert said(made, words)[0] == second


words = st.lists(st.from_regex(r"[a-z東京]{1,8}", fullmatch=True), min_size=1, max_size=5)


@given(st.lists(words, min_size=1, max_size=20))
def test_no_word_is_lost_and_each_is_found_at_its_second(rounds_of_words: list[list[str]]) -> None:
    lines = [" ".join(["w" + str(at), *some]) for at, some in enumerate(rounds_of_words)]
    feed = read_captions(srt(*((at * 3, at * 3 + 2, line) for at, line in enumerate(lines))), "x")
    (found,) = feed.found
    assert re.sub(r"\s", "", found.text) == re.sub(r"\s", "", "".join(lines))
    assert [one.start for one in found.said] == [at * 3 for at in range(len(lines))]


@given(st.lists(st.sampled_from(["WEBVTT", "", " ", "1", "NOTE x", "00:01.000 --> 00:02.000", "0:0 --> x", "-->", "<v A>b",
                                 "- A: b", ">>", "\x02", "</c", "a: b", "♪", "[x]", "（", "<rt>"]), max_size=30))  # fmt: skip
def test_any_captions_are_read_or_refused(lines: list[str]) -> None:
    try:
        feed = read_captions("\n".join(lines), "x")
    except Rejected:
        return
    assert feed.found[0].said or not feed.found[0].text
