"""Parallels in Japanese: a bare number and the amount before it in, its unit out where one is told of each of several.

A社が42%、B社が31、C社は20だった; 国内に340店、海外に85ある; 24万枚、うち6万が大学に渡る.
"""

from __future__ import annotations

import re

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.carried_cues import JAPANESE_ENDS
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_LONGEST, _MOST_TIMES, _TIMES_SIZED, _PART = 28, 20, 50, 64
"""Characters between the two, how many times the one the other may be, and characters to what it is a part of."""
_PARTICLES = frozenset("がはにもで")
_NEXT_ONE = re.compile(
    r"(?:だった|でし?た?|と|だが|ですが|あり|に対し(?:て)?|なのに対し)?[、。]\s?(?:一方|逆に|そして|次いで|続いて|対して)?、?"
    r"[^、。\n]{1,16}[がはにもで](?:約|およそ|わずか|、)?"
)
"""Between what is told of the one and what is told of the next."""
_ENDS = re.compile(
    r"(?:以上|弱|強|前後|程度|ほど|近く)?(?:[、。）)\n]|\Z|だ[。っが]|です|でし|で(?:[、。]|あ[るっ]|し)|と(?:な[るっ]|続[くい])|に(?:とど|な[るっ])|ある|あ[りっ]|しか|なの|だと)"
)
_PART_OF = re.compile(
    r"(?:[^。\n]{0,48}[、。で])?\s?(?:このうち|そのうち|うち|同じく|残る|残りの?|別の|さらに|もう)(?:の|、)?(?:約|およそ)?"
)
_PART_ENDS = re.compile(r"(?:[がはをも](?![\d]))")
_BECOMES = re.compile(
    r"(?:以上|超|弱|強|近く|程度|前後)?から、?(?:約|およそ|わずか|一気に|今は|いまは|いまや|今の|(?:1[0-2]|[1-9])月(?:に)?は?|[1-9一二三]年で)*"
)
_BECOME_ENDS = re.compile(
    r"(?:以上|程度|前後|近く|弱|強)?(?:に|へ|まで)(?!限|つい|対し|わた|よ[りる]|お[いけ])"
)
"""Between what was and what is, and behind the second: 1万2,000人から8,000へ減らす."""
_TIME = re.compile(
    r"(?:年初|当初|昨年|去年|前年|前期|前回|来年|再来年|来春|来期|年内|年末|将来|いずれ|やがて|今後|[\d一二三四五六七八九十]{1,2}(?:年|[カか]月)前|半年前|[12]年後|20\d\d年)"
    r"(?:末|度|初め|春|夏|秋|冬|中|ごろ)?(?:は|に|には|に?は、|までに|までには|から|の)?(?:約|およそ|わずか|まだ|もう)?\Z"
)
_TELLS = re.compile(r"[^。\n]{0,24}[。、][^。\n]{0,16}")
"""Before what it was or will be at another time, in this sentence or the next."""
_MORE_ENDS = re.compile(
    r"(?:[をはがもに]|ずつ|あ[るっり])(?![^。、\n]{0,14}(?:利用者|ユーザ|人(?!件費)|パラメ|トークン|ダウンロード|再生|世帯|台|枚|件|回))"
)
_OTHER_TALK = re.compile(r"パラメ|トークン|モデル|利用者|ユーザ|会員|人口|ダウンロード|再生")
"""Behind money of which only the size is said, and what else between two amounts is told in hundreds of millions."""
_SCALED, _LARGE, _TIMES_MONEY = 10_000, 10**8, 1000
_COUNTED = ("count", "money")


def beside_it(text: str, one: Measured, last: Amount, *, near: bool) -> Unit | None:
    """The unit that the number shares with the last amount; near: both stand in one sentence."""
    return (
        in_parallel(text, one, last)
        or part_of(text, one, last)
        or become(text, one, last)
        or at_another_time(text, one, last)
        or (more_money(text, one, last) if near else None)
    )


def in_parallel(text: str, one: Measured, last: Amount) -> Unit | None:
    """A社が42%、B社が31: of each of two so much, the particles alike before both."""
    if one.number.scale != 1 or one.number.vague or one.low < 2 or one.start - last.end > _LONGEST:
        return None
    if not _NEXT_ONE.fullmatch(text, last.end, one.start) or not _ENDS.match(text, one.end):
        return None
    if one.number.kanji and one.low < _MOST_TIMES:
        return None
    if text[last.start - 1 : last.start] not in _PARTICLES or last.kind == "duration":
        return None
    return sized(text, one, last, "ja", most=_MOST_TIMES)


def part_of(text: str, one: Measured, last: Amount) -> Unit | None:
    """GPUは24万枚。うち6万が大学に、同じく4万が病院に: a part of those that were counted, with no counter of its own."""
    if one.number.scale < _SCALED or last.kind not in _COUNTED or one.start - last.end > _PART:
        return None
    whole = last.low if last.low is not None else last.high
    if whole is None or not one.low <= whole <= one.low * 1000:
        return None
    if not _PART_OF.fullmatch(text, last.end, one.start) or not _PART_ENDS.match(text, one.end):
        return None
    return Unit(last.kind, last.unit)


def become(text: str, one: Measured, last: Amount) -> Unit | None:
    """株価は120ドルから180に: what the amount right before becomes, in its unit and size."""
    if one.number.vague or one.low < 2 or last.kind == "duration":
        return None
    if not _BECOMES.fullmatch(text, last.end, one.start) or not _BECOME_ENDS.match(text, one.end):
        return None
    return sized(text, one, last, "ja", most=_TIMES_SIZED)


def at_another_time(text: str, one: Measured, last: Amount) -> Unit | None:
    """利用者は7億人。年初は3億だった: as many as there were or will be of what was counted last."""
    if (
        last.kind != "count"
        or one.number.scale < _SCALED
        or one.end - one.start < 2
        or one.start - last.end > _PART
    ):
        return None
    whole = last.low if last.low is not None else last.high
    if whole is None or not whole <= one.low * _TIMES_MONEY <= whole * _TIMES_MONEY**2:
        return None
    if not _TIME.search(text, max(last.end, one.start - _LONGEST), one.start):
        return None
    told = _TELLS.fullmatch(text, last.end, one.start)
    return Unit("count", last.unit) if told and JAPANESE_ENDS.match(text, one.end) else None


def more_money(text: str, one: Measured, last: Amount) -> Unit | None:
    """和解金は15億ドル、弁護士費用に3億を求める: hundreds of millions in the sentence of an amount of money."""
    if last.kind != "money" or one.number.scale < _LARGE or one.end - one.start < 2:
        return None
    whole = last.low if last.low is not None else last.high
    if not whole or not whole <= one.low * _TIMES_MONEY <= whole * _TIMES_MONEY**2:
        return None
    if not _MORE_ENDS.match(text, one.end) or _OTHER_TALK.search(text, last.end, one.start):
        return None
    return Unit("money", last.unit)
