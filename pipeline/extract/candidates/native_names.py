"""Names in Chinese characters and kana: the tokens of a chunk of nouns in, where a name ends and what its words say out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipeline.extract.candidates.cues_ja import (
    ANY_SUCH,
    CERTAIN,
    CHINESE_FAMILIES,
    DESCRIBERS,
    FIRM,
    HONORIFICS,
    HOUSES,
    INSIDE,
    OF_PEOPLE,
)
from pipeline.extract.candidates.sightings import Cue
from pipeline.extract.candidates.signs_ja import KANJI, NO_NAMES, is_unknown
from pipeline.extract.candidates.word_lists import words_in
from pipeline.extract.tokens import Token

_GIVEN: Final = re.compile(r"[\u3400-\u9fff々]{1,2}|[ぁ-ん]{2,4}")
_HIRAGANA: Final = re.compile(r"[ぁ-んー]{2,}")
_PEOPLE: Final = frozenset("者員家人方側界業士手")
_COUNTS: Final = frozenset("一二三四五六七八九十百千万億兆数何幾各両同")
_STREETS: Final = frozenset("通町駅区橋寺坂丁")
_LAST_LETTERS: Final = frozenset(closing[-1] for closing in INSIDE)
_PARTICLES: Final = words_in("は が も を に と の 、")


def native_name(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]]:
    """A name in Chinese characters or kana: a person's, or one that a company word closes."""
    token = tokens[index]
    closed = closed_name(tokens, index, last) if token.pos[0] != "接頭辞" else None
    if closed and (closed[1][0].kind == "law" or tokens[closed[0] - 1].surface in FIRM | HOUSES):
        return closed
    if token.surface in DESCRIBERS or token.pos[0] == "接頭辞" or HONORIFICS.fullmatch(token.surface):
        return index, []
    if token.pos[2] == "人名" and index + 1 < last and tokens[index + 1].pos[2] == "人名":
        street = tokens[index + 1].surface[-1] in _STREETS
        end = index + 2
        if len(token.surface) == 1 and len(tokens[index + 1].surface) == 1 and end < last:  # 趙|明|宇
            end += len(tokens[end].surface) == 1 and _of_a_name(tokens[end])
        return end, [] if street else [Cue("person", 0.65, "family name and first name")]
    if closed:
        return closed
    if chinese := _chinese_name(tokens, index, last):
        return chinese
    if person := _before_honorific(tokens, index, last):
        return person
    if token.pos[2] == "地名":
        return _named_as_a_place(tokens, index, last)
    if token.pos[3] == "姓":
        return _family_name(tokens, index, last)
    if token.pos[1] == "固有名詞":
        return index + 1, [Cue("name", 0.35, "a proper noun"), *_closed_in_one(token)]
    if token.surface[-1] == "法" and len(token.surface) > 3:
        return index + 1, [Cue("law", 0.3, "ends with 法")]
    return (index + 1, [Cue("name", 0.0, "a noun")]) if _could_be(token) else (index, [])


def _closed_in_one(token: Token) -> list[Cue]:
    """What the end of a name says that the dictionary holds as one word: 関西電力, 経済産業省."""
    closing = _closing(token.surface[1:])
    kind = INSIDE.get(closing)
    if kind != "organization" or not KANJI.fullmatch(token.surface):
        return []
    return [Cue(kind, 0.4, f"ends with {closing}")]


def _named_as_a_place(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]]:
    """A person whose family name is also a place's: 佐伯さん, 技術者の佐伯は, 日比谷千紘議員."""
    family = _family_name(tokens, index, last)
    if family[0] > index + 1:
        return family
    behind = tokens[index + 1].surface if index + 1 < len(tokens) else ""
    described = index > 1 and tokens[index - 1].surface == "の" and _is_person(tokens[index - 2].surface)
    if len(tokens[index].surface) > 3:
        return index, []
    if OF_PEOPLE.fullmatch(behind) or (described and behind in _PARTICLES):
        return index + 1, [Cue("person", 0.3, "a name")]
    return index, []


def closed_name(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]] | None:
    """A name of two to four words that ends as a company's, a project's or a law's does."""
    for end in range(min(last, index + 5), index + 1, -1):
        if tokens[end - 1].surface[-1] not in _LAST_LETTERS:
            continue
        words = tokens[index:end]
        closing = _closing("".join(word.surface for word in words[1:]))
        kind = INSIDE.get(closing)
        opens = words[-1].end - len(closing)
        if len(closing) == 1 and words[-1].surface != closing and kind != "law":  # 最大
            continue
        modifiers = [word for word in words if word.start < opens]
        if words[-1].surface in DESCRIBERS and words[-1].surface != closing:  # ベンチャーキャピタル
            continue
        if kind == "law" and len(modifiers) > 1 and not any(word.pos[1] == "数詞" for word in modifiers):
            return end, [Cue("law", 0.5 if closing == "法案" else 0.3, f"ends with {closing}")]
        if kind in ("organization", "project") and not any(
            word.surface in DESCRIBERS or word.surface in ANY_SUCH or word.pos[1] == "数詞"
            for word in modifiers
        ):
            return end, [Cue(kind, _weight_of_closing(modifiers, closing), f"ends with {closing}")]
    return None


def _closing(text: str) -> str:
    """The longest word of INSIDE with which the text ends, else nothing."""
    return next((text[at:] for at in range(max(0, len(text) - 8), len(text)) if text[at:] in INSIDE), "")


def _weight_of_closing(words: Sequence[Token], closing: str) -> float:
    """How much a company's or project's word behind these says: much behind unknown words, little behind plain ones."""
    place = words[0].pos[2] == "地名"
    if closing == "機構" and len(words) == 1 and not place and not is_unknown(words[0]):
        return 0.05  # 注意機構, 減速機構: how something works
    if closing in FIRM:
        return 0.55 if is_unknown(words[0]) and not place else 0.5
    if any(is_unknown(word) for word in words) and not place:
        return 0.55
    if INSIDE[closing] == "project":
        return 0.5 if _HIRAGANA.fullmatch(words[0].surface) else 0.15
    if closing in CERTAIN:
        return 0.55
    if closing in HOUSES:
        return 0.4 if len(words) == 1 else 0.5
    return 0.35 if place else 0.15


def _before_honorific(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]] | None:
    """A person whose name the dictionary takes to pieces: two to four Chinese characters, all up to 氏."""
    if last - index not in (2, 3, 4) or last == len(tokens) or tokens[last].surface != "氏":
        return None
    words = tokens[index:last]
    name = "".join(word.surface for word in words)
    if len(name) > 4 or not KANJI.fullmatch(name) or any(word.surface in DESCRIBERS for word in words):
        return None
    return last, [Cue("person", 0.3, "characters of a name")]


def _chinese_name(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]] | None:
    """Three single characters of which the first is a Chinese or Korean family name, with nothing else in the chunk."""
    words = tokens[index : index + 3]
    if last - index != 3 or words[0].surface not in CHINESE_FAMILIES:
        return None
    if HONORIFICS.fullmatch("".join(word.surface for word in words)):
        return None  # 董事長
    if any(len(word.surface) > 1 or not _of_a_name(word) or word.pos[1] == "数詞" for word in words):
        return None
    return last, [Cue("person", 0.5, "a Chinese or Korean name")]


def _of_a_name(word: Token) -> bool:
    """A single Chinese character that may end a name: no 氏, no 社."""
    return bool(KANJI.fullmatch(word.surface)) and not (
        word.surface in NO_NAMES or word.surface in "社家党派陣" or HONORIFICS.fullmatch(word.surface)
    )


def _is_person(word: str) -> bool:
    return DESCRIBERS.get(word) == "person"


def _family_name(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]]:
    """A family name, with a first name that the dictionary has not where an honorific follows it."""
    if index + 2 < len(tokens) and (index + 1 < last or tokens[index + 1].pos[0] in ("副詞", "動詞")):
        first, behind = tokens[index + 1].surface, tokens[index + 2].surface
        unknown = _GIVEN.fullmatch(first) and not HONORIFICS.fullmatch(first)
        if unknown and HONORIFICS.fullmatch(behind):
            return index + 2, [Cue("person", 0.5, "a family name before it")]
    return index + 1, [Cue("person", 0.25, "a family name")]


def _could_be(token: Token) -> bool:
    """A noun that only strong cues (氏, 社, 株式会社) make a name."""
    surface = token.surface
    return (
        token.pos[1] == "普通名詞"
        and token.pos[2] == "一般"
        and 2 <= len(surface) <= 6
        and surface[-1] not in _PEOPLE
        and surface[0] not in _COUNTS
    )
