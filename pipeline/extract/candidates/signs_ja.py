"""Signs of a name in Japanese: a name and the words around it in, cues for what it is out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.extract.candidates.cues_ja import (
    ACTS,
    BEHIND,
    CORPORATIONS,
    COUNTED,
    DESCRIBERS,
    FIRM,
    HONORIFICS,
    INSIDE,
    INTRODUCED,
    LAWFUL,
    STARTING_UP,
    TERMS,
)
from pipeline.extract.candidates.plain_words import FIRST_NAMES, dictionary
from pipeline.extract.candidates.sightings import Cue
from pipeline.extract.candidates.word_lists import words_in
from pipeline.extract.tokens import Token

KANJI: Final = re.compile(r"[\u3400-\u9fff々]+")
KATAKANA: Final = re.compile(r"[ァ-ヺー]+")
LATIN: Final = re.compile(r"[A-Za-zＡ-Ｚａ-ｚÀ-ÿ][A-Za-z0-9Ａ-Ｚａ-ｚÀ-ÿ'’.]*")
NO_NAMES: Final = words_in("社 氏 君 様 的 化 性 系 型 製 発 用 向け 版 産 側")
"""Suffixes that end no name."""
LONGEST_DESCRIBER: Final = max(map(len, DESCRIBERS))

_LISTED: Final = re.compile("、|や|と|および|及び")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?[BM]?")
_SPACES: Final = (" ", "\u3000")
_OF: Final = words_in("オブ アンド フォー ザ バンク エンド")
"""Small words of English in names of firms and funds, and never of persons."""
_OPEN: Final = frozenset("「『の 、")
_TOPICS: Final = ("は", "が", "も")
_CLEFT: Final = words_in("の 買い手 売り手 出資者 主役 相手 運営 開発 製造 設計 首位")
_MODEL_NUMBER: Final = re.compile(r"[A-Z][A-Za-z]{0,8}[ -]?\d[\w.-]{0,8}")
ABBREVIATED: Final = words_in(
    "機関 機構 省 庁 局 委員会 協会 大学 大 取引所 公社 研究所 連盟 連合 裁判所 基金 組合 グループ ホールディングス 電力 技術 製造 銀行 証券 会社 財団 評議会 社 院"
)
"""Last words of houses that are known by their initials: 国際エネルギー機関（IEA）, and no 大規模言語モデル（LLM）."""
_TO_ANYBODY: Final = ("さん", "くん", "ちゃん")
LOANED: Final = re.compile(
    r"[ァ-ヺー]{2,}(?:ション|ィング|イング|メント|ネス|シップ|ライザー|ナイザー|レーター|フォーマー|スケーラー|イズム|ティブ|モーダル|ビリティー?|ロジー|ザビリティ|プライシング|チューニング)"
)
"""How loan words end that name no one: ハルシネーション, プラットフォーマー."""
_DISTRICTS: Final = frozenset("州省県市町村区郡島湾川山港駅")
_NATIONS: Final = frozenset("米英独仏伊韓中印加豪台露蘭西")


def is_foreign(surface: str) -> bool:
    """Katakana or Latin letters."""
    return bool(KATAKANA.fullmatch(surface) or LATIN.fullmatch(surface))


def is_unknown(word: Token) -> bool:
    """A word that no dictionary explains, but as a name."""
    return word.oov or word.pos[1] == "固有名詞"


def own_words(words: Sequence[Token]) -> Iterator[Cue]:
    """What the words of a name in katakana or Latin letters say."""
    head = words[0]
    last = words[-1].surface
    if len(words) > 1 and last in INSIDE:
        named = is_unknown(head) or LATIN.fullmatch(head.surface)
        weight = 0.6 if last in FIRM else 0.45 if named else 0.2
        if last == "AI" and not named and not _is_common(head):
            weight = 0.4
        yield Cue(INSIDE[last], weight, f"ends with {last}")
    if sum(word.pos[2] == "人名" for word in words) >= 2 or (
        len(words) > 2 and head.surface.lower() in FIRST_NAMES
    ):
        yield Cue("person", 0.65, "two names of persons")
    if (
        len(words) > 1
        and head.surface not in COUNTED
        and any(_NUMBER.fullmatch(word.surface) for word in words)
    ):
        yield Cue("model", 0.25, "a version behind it")
        if KATAKANA.fullmatch(head.surface) and not is_unknown(head):
            yield Cue("name", 0.27, "katakana with a number")
    if LATIN.fullmatch(head.surface):
        known = head.surface.lower() in dictionary()
        if head.surface.isupper() and len(head.surface) <= 4:
            alone = 0.38 if len(head.surface) > 2 else 0.25
            yield Cue("name", 0.4 if len(words) > 1 else alone, "capitals")
        else:
            yield Cue("name", 0.37 if known and len(words) == 1 else 0.5, "Latin letters")
    elif len(words) > 1 and any(word.surface == "・" for word in words):
        weight = 0.55 if any(map(is_unknown, words)) else 0.2 if any(map(_is_common, words[:-1])) else 0.35
        yield Cue("name", weight, "katakana joined by ・")
        if any(word.surface in _OF for word in words):
            yield Cue("organization", 0.5, "joined by オブ")
        elif any(map(is_unknown, words)) and last not in INSIDE and not _is_common(words[-1]):
            yield Cue("person", 0.3, "the shape of a person's name")
    elif head.pos[1] == "固有名詞":
        yield Cue("name", 0.3, "a proper noun")
    elif head.oov and len(head.surface) >= 3:
        if closing := next((one for one in FIRM if head.surface.endswith(one) and head.surface != one), None):
            yield Cue("organization", 0.4, f"ends with {closing}")
        compound = len(words) == 1 and _describer(head.surface)
        loaned = len(words) == 1 and LOANED.fullmatch(head.surface)
        yield Cue("name", 0.15 if compound or loaned else 0.4, "katakana that no dictionary holds")
    elif sum(map(_is_katakana, words)) > 1 and not (
        any(map(_is_common, words)) or words[-1].pos[2] == "サ変可能"
    ):
        yield Cue("name", 0.36, "words in katakana that stand together")
    elif len(head.surface) >= 3:
        yield Cue("name", 0.05, "katakana")


def _is_common(word: Token) -> bool:
    """A word of which plain terms are made: モデル, トレーニング, データ."""
    return _is_katakana(word) and (word.surface in DESCRIBERS or word.surface in TERMS)


def _is_katakana(word: Token) -> bool:
    return bool(KATAKANA.fullmatch(word.surface))


def words_before(tokens: Sequence[Token], index: int, *, plain: bool) -> Iterator[Cue]:
    """What the words before a name say of it: 新興企業X, スタートアップの「X」, 株式会社X. A plain word needs more of them."""
    at = index - 1
    quoted = of = comma = False
    while at >= 0 and index - at <= 3 and tokens[at].surface in _OPEN:
        quoted |= tokens[at].surface in "「『"
        of |= tokens[at].surface == "の"
        comma |= tokens[at].surface == "、"
        at -= 1
    if at > 0 and tokens[at].surface == "名":  # 計画名「X」
        at -= 1
    if at < 0:
        return
    word = _describer(tokens[at].surface)
    if not plain and not quoted and not comma:
        if tokens[at].surface in _NATIONS and not of:
            yield Cue("organization", 0.4, f"{tokens[at].surface} before it")
        elif of and at == index - 2 and tokens[index].oov and _is_trade(tokens[at]):
            yield Cue("organization", 0.2, f"{tokens[at].surface}の before it")
        elif tokens[at].pos[2] == "地名" and of:
            yield Cue("organization", 0.2, "a place before it")
        elif at == index - 1 and tokens[at].surface == "ある" and at and tokens[at - 1].surface == "で":
            pass  # ヘビであるマンバ: what it is stands before it
        elif at == index - 1 and tokens[at].pos[0] in ("動詞", "助動詞"):
            yield Cue("organization", 0.2, "a clause before it")
        elif at == index - 1 and tokens[at].surface == "は" and tokens[at - 1].surface in _CLEFT:
            yield Cue("organization", 0.25, f"{tokens[at - 1].surface}は before it")
    if word in CORPORATIONS and not comma:
        yield Cue("organization", 0.8, f"{word} before it")
    elif tokens[at].surface == "発" and at and tokens[at - 1].pos[2] == "地名" and not comma and not plain:
        yield Cue("organization", 0.45, f"{tokens[at - 1].surface}発 before it")
    elif tokens[at].surface == "発" and of and at and tokens[at - 1].surface.endswith(("大学", "大")):
        yield Cue("organization", 0.55, "大学発 before it")
    elif word and (word in STARTING_UP or not comma):
        kind = DESCRIBERS[word]
        weight = 0.6 if quoted else 0.4
        if not quoted and of and kind not in ("organization", "person"):
            weight = 0.1  # 半導体のX is anything
        if not quoted and plain:
            starts_up = word in STARTING_UP and KATAKANA.fullmatch(tokens[index].surface)
            weight = 0.5 if starts_up else 0.1  # 新興アケビ, but モデルトレーニング
        yield Cue(kind, weight, f"{word} before it")


def _is_trade(word: Token) -> bool:
    """What somebody does or makes: 運転, 生成, 保険."""
    return (
        word.pos[1] == "普通名詞"
        and bool(KANJI.fullmatch(word.surface))
        and len(word.surface) > 1
        and word.surface not in DESCRIBERS
    )


def _describer(surface: str) -> str:
    """The describer that the word is or ends with (クラウドサービス), else nothing."""
    start = max(0, len(surface) - LONGEST_DESCRIBER)
    return next((surface[at:] for at in range(start, len(surface) - 1) if surface[at:] in DESCRIBERS), "")


def words_behind(text: str, end: int, *, plain: bool, common: bool) -> Iterator[Cue]:
    """What the words behind a name say of it. Of a common noun only 氏 makes a person: 創業者, 登録者さん are none."""
    if not plain and text[end : end + 1] in _DISTRICTS:
        yield Cue("place", 0.9, f"{text[end]} behind it")
        return
    if text[end : end + 1] in _SPACES and not plain:  # speech: 反町 さん
        end += 1
    if match := HONORIFICS.match(text, end):
        if not common or match.group() == "氏":
            anybody = plain and match.group() in _TO_ANYBODY  # パイロットさん
            yield Cue("person", 0.3 if anybody else 0.6, f"{match.group()} behind it")
        return
    if match := INTRODUCED.match(text, end):
        kind = DESCRIBERS.get(match[1])
        yield Cue(kind or "name", 0.5, f"{match.group()} behind it")
    elif match := BEHIND.match(text, end):
        group = match.lastgroup
        if group == "firm":
            yield Cue("organization", 0.4 if common else 0.6, f"{match.group()} behind it")
        elif group == "seat":
            yield Cue("organization", 0.6, "its seat behind it")
        elif group == "initials":
            if not plain and (
                closing := next((one for one in ABBREVIATED if text[:end].endswith(one)), None)
            ):
                yield Cue("organization", 0.4, f"{closing} with its initials behind it")
        elif group == "aged":
            yield Cue("person", 0.7, "an age behind it")
        elif group == "spelt":
            if not plain:
                yield Cue("name", 0.3, "spelt in Latin letters")
        elif group in ("owns", "deal", "staff"):
            yield Cue("organization", 0.18 if plain else 0.35, f"{match.group()} behind it")
        elif group == "named":
            yield Cue("name", 0.3, f"{match.group()} behind it")
        elif group == "project":
            yield Cue("project", 0.4, f"{match.group()} behind it")
        else:
            yield Cue("name", 0.2, f"{match.group()} behind it")
    elif text[end - 1] in "法案" and LAWFUL.match(text, end):
        yield Cue("law", 0.4, "what becomes of laws behind it")
    elif ACTS.match(text, end):
        yield Cue("organization", 0.18 if plain else 0.3, "does what companies do")
    elif not plain and text[end : end + 1] in _TOPICS:
        yield Cue("organization", 0.2, "the topic of a sentence")


def is_owned(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the name is letters and digits of what a known name makes: エヌビディアの「H200」."""
    at = start - 1 - (text[start - 1 : start] in "「『" and start > 0)
    if text[at : at + 1] != "の" or not _MODEL_NUMBER.fullmatch(text, start, end):
        return False
    index = bisect_left(taken, (at, 0))
    return any(high == at and not text[low].isdigit() for low, high in taken[max(0, index - 1) : index])


def is_listed(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the name stands in a list beside a known one."""
    at = bisect_left(taken, (start, start))
    return any(
        not text[low].isdigit()
        and (_LISTED.fullmatch(text, high, start) or _LISTED.fullmatch(text, end, low))
        for low, high in taken[max(0, at - 1) : at + 1]
        if high <= start or end <= low
    )
