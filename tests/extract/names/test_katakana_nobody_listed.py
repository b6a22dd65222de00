"""Names in katakana of entities whom the catalogue has in Latin letters alone: [what is meant|by whom]."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.names.linking import Names
from pipeline.extract.tokens import tokenize
from pipeline.records import Entity

_MARK = re.compile(r"\[([^]|]+)\|([a-z0-9-]+)\]")
_LISTED = (
    Entity(id="openai", name="OpenAI", type="organization", aliases=("オープンAI",)),
    Entity(id="anthropic", name="Anthropic", type="organization", aliases=("アンソロピック",)),
    Entity(id="nvidia", name="NVIDIA", type="organization", aliases=("エヌビディア",)),
    Entity(id="jesse-marden", name="Jesse Marden", type="person", aliases=("ジェシー・マーデン",)),
    Entity(id="jesse-holbrook", name="Jesse Holbrook", type="person", parent="openai"),
    Entity(id="qiao-xingzhe", name="Qiao Xingzhe", type="person"),
    Entity(id="park-sung-joon", name="Park Sung-joon", type="person"),
    Entity(id="arthur-penhallow", name="Arthur Penhallow", type="person", aliases=("アーサー・ペンハロー",)),
    Entity(id="arthur-lindholm", name="Arthur Lindholm", type="person"),
    Entity(id="tarvendale-energy", name="Tarvendale Energy", type="organization"),
    Entity(id="quillmont", name="Quillmont", type="organization"),
    Entity(id="veltro-ai", name="Veltro AI", type="organization"),
    Entity(id="abirenda", name="Abirenda", type="organization"),
    Entity(id="galdoros", name="Galdoros", type="project", parent="nvidia"),
)


@pytest.fixture(scope="module")
def few() -> Names:
    return Names(_LISTED)


def heard(names: Names, text: str) -> list[tuple[str, str]]:
    plain = _MARK.sub(r"\1", text)
    links = names.find(plain, tokenize(plain))
    return [(plain[link.start : link.end], link.entity) for link in links if link.method == "phonetic"]


@pytest.mark.parametrize(
    "text",
    [
        "オープンAIの[ジェシー・ホルブルック|jesse-holbrook]氏がエヌビディアを訪ねた。",
        "オープンAIの[ホルブルック|jesse-holbrook]氏がエヌビディアを訪ねた。",
        "[チャオ・シンジョー|qiao-xingzhe]氏はオープンAIとアンソロピックを比べた。",
        "[パク・ソンジュン|park-sung-joon]氏はオープンAIとアンソロピックを比べた。",
        "[アーサー・リンドホルム|arthur-lindholm]氏はオープンAIとアンソロピックを比べた。",
        "オープンAIとアンソロピックは[ターベンデール|tarvendale-energy]から電力を買う。",
        "オープンAIとアンソロピックの株を[クイルモント|quillmont]が売った。",
        "オープンAIとアンソロピックの株を[ベルトロAI|veltro-ai]が売った。",
        "エヌビディアは[ガルドロス|galdoros]を公開した。",
    ],
)
def test_it_is_known_by_its_sound(few: Names, text: str) -> None:
    assert heard(few, text) == [(match[1], match[2]) for match in _MARK.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "オープンAIとアンソロピックはテキサス州アビレンダに拠点を持つ。",
        "オープンAIとアンソロピックはアビレンダで工事を始めた。",
        "ガルドロス証券はエヌビディアの株を売った。",
        "ジェシー・ウォーカー氏はオープンAIとアンソロピックを比べた。",
        "ホルブルック氏は村でパンを焼いている。",
    ],
)
def test_another_of_that_sound_is_nobody(few: Names, text: str) -> None:
    assert heard(few, text) == []


def test_an_article_of_names_that_nobody_listed_is_not_taken_for_speech(few: Names) -> None:
    text = "クイルモント、ターベンデール、ベルトロAIはオープンAIとアンソロピックに並ぶ。コメントと効率の話。"
    assert {entity for _, entity in heard(few, text)} == {"quillmont", "tarvendale-energy", "veltro-ai"}
