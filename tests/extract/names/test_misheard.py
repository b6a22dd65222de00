"""Misheard names, with the project's own catalogue: [what is meant|by whom] in transcripts, and look-alikes left alone."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.names.linking import Names
from pipeline.extract.names.sounds import sound
from pipeline.extract.names.spoken import is_spoken, is_told, spoken_forms
from pipeline.extract.tokens import has_japanese, tokenize

_MARK = re.compile(r"\[([^]|]+)\|([a-z0-9-]+)\]")


def expected_and_found(names: Names, text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    plain = _MARK.sub(r"\1", text)
    links = names.find(plain, tokenize(plain) if has_japanese(plain) else [])
    heard = [(plain[link.start : link.end], link.entity) for link in links if link.method == "phonetic"]
    return [(match[1], match[2]) for match in _MARK.finditer(text)], heard


@pytest.mark.parametrize(
    "text",
    [
        "[Antropic|anthropic], the maker of Claude, beat OpenAI.",
        "Nvidia's [Jensen Wang|jensen-huang] met Sam Altman.",
        "OpenAI's ChatGPT and [Chat GPD|chatgpt] are one.",
        "OpenAI's Sam Altman said [open eye|openai] would grow.",
        "Anthropic and Google said [Satya Nadela|satya-nadella] and [Elon Musc|elon-musk] came.",
        "Le patron d'OpenAI, [Sam Altmane|sam-altman], a rencontré Emmanuel Macron.",
        "Anthropic, fondée par [Dario Amodeï|dario-amodei], grandit.",
        "OpenAIとグーグルの話。中国の[ディープ シック|deepseek]のモデル。",
        "[アンソロピクス|anthropic]のモデルはOpenAIのモデルに勝つ。",
    ],
)
def test_a_misheard_name_is_who_was_meant(names: Names, text: str) -> None:
    expected, found = expected_and_found(names, text)
    assert found == expected


SPEECH_EN = (
    "so hello and welcome back everybody this week was a big one because {} and people in the room were really quite"
    " surprised about it you know and then OpenAI with Sam Altman and Google with Gemini and Meta said they would go on"
    " and on about all of it and we will talk about that after the break"
)
SPEECH_JA = (
    "はいどうもこんにちは えー今週もですね とんでもないことになってまして まず一本目は {} という話でして それから OpenAI と"
    " グーグル と メタ の話もあってですね テスラ の話もあるわけですけど まあそれはまた今度ということで 最後まで見ていただければと思います"
    " よろしくお願いします ということで早速やっていきましょう 今日もですね 長くなりますけど お付き合いください"
    " それでは始めますけど 準備はいいですか"
)


@pytest.mark.parametrize(
    ("speech", "text"),
    [
        (SPEECH_EN, "[dario amo day|dario-amodei] of [an tropic|anthropic] spoke"),
        (SPEECH_EN, "[jensen wong|jensen-huang] of [in video|nvidia] spoke"),
        (SPEECH_EN, "[sun dar pitch eye|sundar-pichai] spoke"),
        (SPEECH_EN, "[mark zuker burg|mark-zuckerberg] spoke"),
        (SPEECH_EN, "[andre karpathy|andrej-karpathy] spoke"),
        (SPEECH_EN, "[lama four|llama-4] is out"),
        (SPEECH_EN, "the patient [dip sic|deepseek] won"),
        (SPEECH_EN, "[open eye|openai] spoke"),
        (SPEECH_JA, "[異論マスク|elon-musk] さん"),
        (SPEECH_JA, "[サム アルとマン|sam-altman] さん"),
    ],
)
def test_speech_without_marks_is_heard_with_more_daring(names: Names, speech: str, text: str) -> None:
    expected, found = expected_and_found(names, speech.format(text))
    assert is_spoken(speech)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Start-up Anthropia raised $5m, like OpenAI and Google.",
        "Openair, a Berlin start-up, sells heat pumps to Google and OpenAI.",
        "Opena is a brand. OpenAI and ChatGPT are not.",
        "DeepSea divers met OpenAI in China, the Chinese startup's home.",
        "progress in video generation helps Nvidia, said Jensen Huang",
        "open a door for OpenAI and Sam Altman",
        "They believe OpenAI; be live, said Google.",
        "La forêt d'Amazonie, dit Amazon à Anthropic.",
        "La société OpenAI, à trois ou quatre, dit Sam Altman.",
        "ディープラーニングを使うグーグルとOpenAIは中国の企業と競う。",
        "スタートアップのディープフォレストはグーグルとOpenAIに挑む。",
    ],
)
def test_a_look_alike_is_left_alone(names: Names, text: str) -> None:
    assert expected_and_found(names, text)[1] == []


@pytest.mark.parametrize(
    "words",
    [
        "the llamas four of them stood in the data center",
        "he paid a trois or three and went to a store",
        "it is made by hand and the crust is deep and thick",
    ],
)
def test_plain_words_of_speech_are_no_names(names: Names, words: str) -> None:
    assert expected_and_found(names, SPEECH_EN.format(words))[1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("depsic", "deepseek"),
        ("darioamoday", "darioamodei"),
        ("invideo", "nvidia"),
        ("entropique", "anthropic"),
        ("copilote", "copilot"),
        ("jemini", "gemini"),
        ("huangue", "huang"),
        ("サムアルトマン", "サムアルとマン"),
        ("ディープシーク", "ディープシック"),
    ],
)
def test_names_that_are_heard_alike_have_one_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


def test_what_has_no_letters_has_no_sound() -> None:
    assert sound("孫正義") == sound("") == sound("12") == ""


def test_letters_and_numbers_are_spelled_out() -> None:
    assert "GB three hundred" in spoken_forms("GB300")
    assert "H cent" in spoken_forms("H100")
    assert list(spoken_forms("GPT")) == ["ジーピーティー"]
    assert list(spoken_forms("Claude")) == []


def test_edited_text_is_no_speech() -> None:
    assert not is_spoken("OpenAI, the company, said so. Others did not, and so on. " * 20)
    assert not is_spoken("米オープンAIは、発表した。ほかの会社は、しなかった。" * 20)
    assert not is_spoken("OpenAI says nothing")


def test_speech_with_marks_is_told_by_how_it_says_its_numbers() -> None:
    assert is_told("Yeah, they raised two hundred million. Um, at one point six billion, you know, in March.")
    assert is_told("Ben oui, ils ont levé deux cents millions, euh, pour trois mille serveurs. Voilà.")
    assert not is_told(
        "The company raised $200 million in March, one of three rounds. Two others failed. " * 9
    )
    assert not is_told(
        "La société a levé 200 millions d'euros en mars, un tour sur trois, dit le patron. " * 9
    )
