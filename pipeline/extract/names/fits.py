"""Fits: an alias and a place of a text that has its letters in, whether it stands there as a word of its own out.

Each script has its own idea of where a word ends: no OpenAI in OpenAIR, no メタ in メタ認知, no ラマ in ドラマ.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import msgspec

from pipeline.extract.names.aliases import Alias
from pipeline.extract.names.common_words import is_everyday
from pipeline.extract.names.fold import is_cjk, is_kanji, is_katakana, is_latin
from pipeline.extract.names.versions import version_end
from pipeline.extract.names.written import JOINT, LEAST_SPLIT, capitals_kept, joined_like_a_name

_HOST_TAIL = re.compile(r"\.[a-z]{2,}(?![A-Za-z])", re.ASCII)
_PLURAL = re.compile(r"s(?![A-Za-z0-9])")
# A name that ends in a small word is a piece of a sentence where the sentence goes on: AI inside the annexes.
_SMALL_END = re.compile(r" (?:inside|in|on|of|for|with|at|by|to|now|here|up|out)\Z")
_GOES_ON = re.compile(r" [a-zà-ÿ]")
_SIZE = re.compile(r"-\d{1,4}B")
NUMBER_GOES_ON = re.compile(
    r"[ -](?:hundreds?|thousands?|[mbt]rillions?|cents?|mille|millions?|milliards?|percent|per cent|pour cent|of|times|fois|point|virgule|dot|and a half|et demie?"
    r"|one|two|three|five|seven|eight|nine|deux|trois|quatre|cinq|sept|huit|neuf|years?|ans|days?|jours|hours?|heures|weeks?|semaines|months?|mois|people|users?|enfants)\b|[十百千万億兆倍人年月日時個台社]"
)
# A number that counts something is no version: ジェミニ3億人, Gemini 3 million users.
_COUNTS = re.compile(r"[ \u00a0](?:[mb]illions?|milliards?|trillions?)\b")
_COUNTED = re.compile(
    r"[億万兆割倍%％]|人(?![工型間材気])|カ月|か月|ヶ月|ドル|ユーロ|パーセント|年間|時間|トークン"
)
"""What makes the number at the end of a name a number: ジェミニ3億人."""
_DESCRIBED = re.compile(
    r"(?:モデル|アプリ|サービス|メーカー|ロボット|アシスタント|チャットボット|ツール|チップ|スタートアップ|ベンチャー)\Z"
)
_LEAST_JOINED = 10
"""Letters of a spelled-out name from which on its words may stand together as one."""
# Words that end a company's or an institution's own name.
_OTHERS_BEHIND = re.compile(
    r"(?:証券|銀行|信託|生命|損保|損害保険|海上|火災|製薬|薬品|化学|化成|電機|電工|電子工業|工業|工務店|産業|興業|商事|商会|物産|建設|建機|不動産|食品|飲料|運輸"
    r"|物流|航空|鉄道|重工|製作所|製鋼|製紙|出版|書房|書店|新聞|放送|学園|学院|高校|高等学校|病院|医院|神社|財団|法律事務所|会計事務所|特許事務所|税理士法人|監査法人)"
)
# What stands right before a name of kanji without being a part of it: 米, 韓国, 新, 政府.
_USUAL_BEFORE = re.compile(
    r"(?:[米英仏独伊韓中台印欧加豪蘭日露新旧元現同各対反親前両当国州省庁市都府県会社側]|日本|台湾|欧州|政府)\Z"
)


def fits(
    text: str,
    start: int,
    end: int,
    alias: Alias,
    word_edges: Collection[int],
    *,
    caseless: bool,
    spoken: bool,
) -> bool:
    surface = text[start:end]
    return (
        _edge(text, start, start - 1, start, alias, word_edges)
        and _edge(text, end, end, end - 1, alias, word_edges)
        and capitals_kept(text, end, surface, alias, caseless=caseless)
        and joined_like_a_name(surface, alias, spoken=spoken)
        and not ((alias.given or alias.head or alias.noun) and len(surface) != len(alias.text))  # de l'A M D
        and not (_SMALL_END.search(alias.text) and _GOES_ON.match(text, end))
        and not _HOST_TAIL.match(text, end)
        and not (surface[-1].isdigit() and (_COUNTS.match(text, end) or _COUNTED.match(text, end)))
        and (alias.said or not _is_in_another_name(text, start, end, surface))
        and not (alias.said and not _is_said(text, end, surface, alias))
    )


def open_if_split(surface: str, alias: Alias) -> Alias:
    """In speech, a name of one word that was written as two everyday ones needs evidence: we ride."""
    split = (
        len(alias.text) <= LEAST_SPLIT
        and " " not in alias.text
        and surface.islower()
        and alias.text.isascii()
        and alias.text.isalpha()
    )
    return (
        msgspec.structs.replace(alias, ambiguous=True)
        if split and all(map(is_everyday, surface.split()))
        else alias
    )


def _is_said(text: str, end: int, surface: str, alias: Alias) -> bool:
    """Whether the words of a spelled-out name stand apart, and its number is whole: o one, no gpt four million."""
    spaces = alias.text.count(" ")
    apart = len(alias.text) >= _LEAST_JOINED or len(JOINT.findall(surface)) >= spaces
    return apart and not NUMBER_GOES_ON.match(text, end)


def _is_in_another_name(text: str, start: int, end: int, surface: str) -> bool:
    """Whether a word that is joined to it makes another name of it: ハイペリオン証券, 通信AI基本法."""
    if not is_kanji(surface[-1]):
        return bool(_OTHERS_BEHIND.match(text, end))
    if is_kanji(surface[0]) or not is_kanji(text[start - 1 : start] or " "):
        return False
    return not _USUAL_BEFORE.search(text, max(0, start - 4), start)


def _edge(text: str, edge: int, outside: int, inside: int, alias: Alias, word_edges: Collection[int]) -> bool:
    """Whether a word may begin or end at `edge`, between the characters `outside` and `inside` the match."""
    if not 0 <= outside < len(text):
        return True
    near, own = text[outside], text[inside]
    if is_cjk(own):
        if is_katakana(own) and is_katakana(near):
            described = outside < inside and _DESCRIBED.search(text, max(0, edge - 8), edge)
            return not alias.ambiguous and len(alias.text) > 2 and (edge in word_edges or bool(described))
        if alias.ambiguous and outside < inside and is_kanji(own) and is_kanji(near):
            return False  # 日本俳優連合 is no 連合
        titled = (
            outside > inside and near == "氏" and (alias.short or len(alias.text) > 2)
        )  # 習氏 is one word to Sudachi, 麟氏 of 楊植麟氏
        return not is_cjk(near) or edge in word_edges or titled
    if is_latin(own):
        if is_latin(near):
            if outside < inside:
                return False
            if alias.countable and _PLURAL.match(text, outside):
                return True
            return (
                alias.versioned
                and own.isalpha()
                and near.isdigit()
                and version_end(text, edge, spoken=False) > edge
            )
        if near == "-" and _SIZE.match(text, outside):
            return True
        if near in ".,-" and own.isdigit():  # 4 in 4.1, 4,000 or 4-5 is no whole number
            beyond = outside + (1 if outside > inside else -1)
            return not (0 <= beyond < len(text) and text[beyond].isdigit())
    return True
