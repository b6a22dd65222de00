"""Names: which words of a text are entities, shown with a small catalogue of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.names.link import Link
from pipeline.extract.names.linking import Names
from pipeline.extract.tokens import tokenize
from pipeline.records import Entity

CATALOGUE = (
    Entity(id="openai", name="OpenAI", type="organization", aliases=("オープンAI",)),
    Entity(id="sam-altman", name="Sam Altman", type="person", parent="openai", aliases=("サム・アルトマン",),
           short=("Altman", "アルトマン")),
    Entity(id="o3-mini", name="o3-mini", type="model", parent="openai"),
    Entity(id="gpt", name="GPT", type="model", parent="openai"),
    Entity(id="gpt-4-1", name="GPT-4.1", type="model", parent="openai"),
    Entity(id="meta", name="Meta", type="organization", aliases=("Meta Platforms", "Facebook", "メタ"),
           ambiguous=("Meta", "メタ"), context=("zuckerberg", "ザッカーバーグ")),
    Entity(id="llama", name="Llama", type="model", parent="meta", aliases=("ラマ",), ambiguous=("Llama", "ラマ"),
           context=("model", "モデル")),
    Entity(id="claude", name="Claude", type="model", parent="anthropic", aliases=("クロード",),
           ambiguous=("Claude", "クロード"), context=("chatbot",)),
    Entity(id="anthropic", name="Anthropic", type="organization", aliases=("アンソロピック",), context=("claude", "モデル")),
    Entity(id="gemini", name="Gemini", type="model", parent="google", ambiguous=("Gemini",), context=("deepmind",)),
    Entity(id="google", name="Google", type="organization", aliases=("グーグル",)),
    Entity(id="softbank", name="SoftBank", type="organization", aliases=("ソフトバンク", "ソフトバンクグループ")),
    Entity(id="masayoshi-son", name="Masayoshi Son", type="person", parent="softbank", aliases=("孫正義",),
           short=("Son", "孫"), ambiguous=("Son", "孫")),
    Entity(id="deepseek", name="DeepSeek", type="organization", aliases=("ディープシーク",),
           context=("china", "chinese", "中国", "startup", "スタートアップ")),
    Entity(id="moonshot-ai", name="Moonshot AI", type="organization"),
    Entity(id="kimi-k2", name="Kimi K2", type="model", parent="moonshot-ai"),
    Entity(id="stargate", name="Stargate", type="project", parent="openai", aliases=("スターゲート",),
           ambiguous=("Stargate", "スターゲート"), context=("データセンター", "data center")),
)  # fmt: skip
NAMES = Names(CATALOGUE)


def find(text: str) -> list[Link]:
    return NAMES.find(text, tokenize(text))


def found(text: str) -> list[tuple[str, str]]:
    return [(text[link.start : link.end], link.entity) for link in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAIは新モデルを発表した", [("OpenAI", "openai")]),
        ("ＯｐｅｎＡＩとオープンAI", [("ＯｐｅｎＡＩ", "openai"), ("オープンAI", "openai")]),
        ("サムアルトマンとサム・アルトマン", [("サムアルトマン", "sam-altman"), ("サム・アルトマン", "sam-altman")]),
        ("O3 miniとo3-mini", [("O3 mini", "o3-mini"), ("o3-mini", "o3-mini")]),
        ("ソフトバンクグループの発表", [("ソフトバンクグループ", "softbank")]),
        ("OpenAI's GPT-4.1, not GPT-4.7 nor GPT-3", [
            ("OpenAI", "openai"), ("GPT-4.1", "gpt-4-1"), ("GPT-4.7", "gpt"), ("GPT-3", "gpt")]),
        ("Open AI said so", [("Open AI", "openai")]),
        ("米OpenAI社", [("OpenAI", "openai")]),
    ],
)  # fmt: skip
def test_names_are_found_in_all_their_writings(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "OpenAIR is an airline",
        "many open AI models",
        "GPTs are chips",  # the plural is another word
        "Facebookとメタ認知の研究",
        "ドラマとコアラマーチ、Facebook",
        "see https://openai.com/blog or mail press@openai.com",
        "openai.com",
    ],
)
def test_a_name_inside_another_word_or_address_is_none(text: str) -> None:
    assert [entity for _, entity in found(text) if entity != "meta"] == []
    assert ("メタ", "meta") not in found(text)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Facebook, now Meta, hired more people.", "meta"),
        ("Meta and Google and OpenAI compete.", "meta"),
        ("ザッカーバーグ氏のメタは発表した。", "meta"),
        ("Anthropic updated Claude today.", "claude"),
        ("アンソロピックはクロードを更新した。", "claude"),
        ("Google said Gemini is faster.", "gemini"),
        ("OpenAIのStargateは巨大なデータセンターだ。", "stargate"),
    ],
)
def test_a_plain_word_is_a_name_where_the_document_speaks_for_it(text: str, entity: str) -> None:
    assert entity in [link.entity for link in find(text)]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("A meta analysis of Google's data by OpenAI.", "meta"),
        ("Claude Monet painted it, says Google.", "claude"),
        ("クロード・モネの絵をグーグルが公開した。", "claude"),
        ("She is a Gemini.", "gemini"),
        ("OpenAIの社名は映画「スターゲート」とは関係がない。", "stargate"),
        ("A llama ate grass in Peru.", "llama"),
        ("Facebook and OpenAI wait. Gemini is a star sign.", "gemini"),
        ("The Son of a preacher and OpenAI", "masayoshi-son"),
        ("孫と遊ぶソフトバンクの社員", "masayoshi-son"),
    ],
)
def test_a_plain_word_stays_a_word_where_nothing_speaks_for_it(text: str, entity: str) -> None:
    assert entity not in [link.entity for link in find(text)]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Sam Altman spoke. Altman left.", "Altman"),
        ("サム・アルトマン氏が語った。アルトマン氏は", "アルトマン"),
        ("ソフトバンクの孫氏は", "孫"),
        ("孫正義会長。孫氏は", "孫"),
    ],
)
def test_a_short_name_is_the_person_named_before_or_beside_the_company(text: str, surface: str) -> None:
    assert surface in [text[link.start : link.end] for link in find(text) if link.method == "short-name"]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Kimi K2 by Moonshot AI. Later K2 grew.", [("Kimi K2", "kimi-k2"), ("Moonshot AI", "moonshot-ai"), ("K2", "kimi-k2")]),
        ("Moonshot AI sells its K2.", [("Moonshot AI", "moonshot-ai"), ("K2", "kimi-k2")]),
        ("He climbed K2.", []),
    ],
)  # fmt: skip
def test_a_model_is_called_by_its_letter_and_number_beside_its_name_or_maker(
    text: str, linked: list[tuple[str, str]]
) -> None:
    assert found(text) == linked


def test_a_short_name_alone_is_nobody() -> None:
    assert found("Altman left. アルトマン氏は去った。") == []


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("中国のスタートアップDepSICはOpenAIを驚かせた。", "DepSIC", "deepseek"),
        ("The Chinese startup Deapseek shook OpenAI.", "Deapseek", "deepseek"),
        ("アンソロピッグのモデルとOpenAIのモデル", "アンソロピッグ", "anthropic"),
        ("the Chinese startup deep sick shook OpenAI", "deep sick", "deepseek"),
        ("中国のスタートアップ、ディープシックはOpenAIに挑む。", "ディープシック", "deepseek"),
        ("OpenAI's CEO Sam Altmann spoke.", "Sam Altmann", "sam-altman"),
    ],
)
def test_a_misheard_name_is_who_was_meant_and_says_why(text: str, surface: str, entity: str) -> None:
    heard = [link for link in find(text) if link.method == "phonetic"]
    assert [(text[link.start : link.end], link.entity) for link in heard] == [(surface, entity)]
    assert 0 < heard[0].score < 1
    assert "like" in heard[0].evidence


@pytest.mark.parametrize(
    "text",
    [
        "Topsoik is a village.",  # nothing in the document speaks for DeepSeek
        "OpenAI and Google like soup, topics and tubes.",
        "中国のスタートアップがディープラーニングでOpenAIに挑む。",
        "The Chinese startup OpenAI fears dips six times, deep seas and all.",
    ],
)
def test_a_word_that_only_sounds_alike_is_left_alone(text: str) -> None:
    assert [link for link in find(text) if link.method == "phonetic"] == []


@given(st.text(alphabet=st.sampled_from(list("OpenAIo3-mini 孫氏。メタMeta・ｶﾞé\0\n.")), max_size=80))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for link in find(text):
        assert last <= link.start < link.end <= len(text)
        last = link.end
