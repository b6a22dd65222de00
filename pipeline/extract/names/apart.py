"""Apart: the sounds of two names in, how far they are apart and how much there is to tell them by out.

An edit distance whose costs say what hearers, translators and writers of katakana mix up: voiced and unvoiced, n and m, one
vowel and another; the vowels that kana must add are nearly free, a consonant too much or too few is dear.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain, pairwise

from pipeline.extract.names.phonemes import LATIN_VOWELS, REMEMBERED, VOWELS

DIFFERENT, LOST = 1.0, 0.9
"""A consonant for another, and one that is not there."""
VOWEL_FOR_CONSONANT = 1.3
OTHER_VOWEL, LOST_VOWEL = 0.4, 0.45

_NEAR = """
kg.3 td.3 sz.2 pb.3 SJ.3 CJ.3 sS.3 zJ.2 tC.35 tT.35 dJ.5 sT.25 zT.15 TC.25 SC.35 bf.5 pf.4 hf.25 bw.25 nm.3 gJ.5 hk.6 dr.7 bm.7 zS.4 sC.4
PC.3 Ps.1 Pz.1 Pt.1 Pd.1 PS.3 XC.0 XS.1 Xk.1 XJ.3 Xh.3 GJ.0 Gg.0 GS.35 GC.35 Gk.35 Gh.3 jJ.0 jy.0 jh.2 jS.35 ji.1 Lr.0 La.05 Lu.3 Lo.2
ao.35 ei.3 uo.15 ae.35 au.35 iu.35 Ya.25 Ye.25 Yi.3 Wo.2 Wa.25 Wu.3 wu.1 yi.1 we.4
Aa.0 Ae.05 Ao.15 AY.2 Ai.3 Au.3 AW.2 Ee.0 Ei.05 Ea.15 Eu.2 Eo.3 EY.2 Ii.0 IY.05 Ia.3 Ie.15 Iu.25 Oo.0 Oa.1 OW.1 Ou.1 Oe.35
Uu.0 Ua.05 Uo.15 Ui.25 Ue.25 UW.2 Qo.0 QW.0 Qa.05 Ze.0 ZY.0 Za.1 Zi.2 Va.1 Vu.0 Vo.0 VW.0 wU.1 yI.1 wO.3
"""
_COST = {
    pair: float(cost)
    for both in _NEAR.split()
    for pair, cost in ((both[:2], both[2:]), (both[1::-1], both[2:]))
}
_ALL_VOWELS = frozenset(VOWELS + LATIN_VOWELS + "V")


class _OfOne(dict[str, float]):
    """What it costs to take each sound for this one, worked out when first asked for."""

    def __init__(self, sound: str) -> None:
        super().__init__()
        self._sound = sound

    def __missing__(self, other: str) -> float:
        cost = self[other] = 0.0 if other == self._sound else _cost(self._sound, other)
        return cost


class _Costs(dict[str, _OfOne]):
    """The same by sound."""

    def __missing__(self, sound: str) -> _OfOne:
        costs = self[sound] = _OfOne(sound)
        return costs


COSTS_OF = _Costs()
"""What it costs to take one sound for another."""


@lru_cache(maxsize=REMEMBERED)
def size(sounds: str) -> float:
    """How much there is to tell a name by: its consonants, and a little for its vowels."""
    return sum(
        0.3 if one == "L" else 0.5 if one in "wyhj" else 0.25 if one in _ALL_VOWELS else 1
        for one, lost in zip(sounds, losses_of(sounds), strict=True)
        if lost > 0.1 or one == "L"
    )


def apart(one: str, other: str, most: float) -> float:
    """The distance of two names' sounds; something above `most` where it is more."""
    lost, added = losses_of(one), losses_of(other)
    row = [0.0]
    for cost in added:
        row.append(row[-1] + cost)
    for mine, gone in zip(one, lost, strict=True):
        costs = COSTS_OF[mine]
        left, diagonal, least = row[0] + gone, row[0], row[0] + gone
        row[0] = left
        for index, (theirs, extra) in enumerate(zip(other, added, strict=True), start=1):
            above = row[index]
            cost = diagonal + costs[theirs]
            if above + gone < cost:
                cost = above + gone
            if left + extra < cost:
                cost = left + extra
            diagonal, left = above, cost
            row[index] = cost
            if cost < least:
                least = cost
        if least > most:
            return least
    return row[-1]


def _cost(one: str, other: str) -> float:
    cost = _COST.get(one + other)
    if cost is not None:
        return cost
    vowels = (one in _ALL_VOWELS) + (other in _ALL_VOWELS)
    return OTHER_VOWEL if vowels == 2 else VOWEL_FOR_CONSONANT if vowels else DIFFERENT


@lru_cache(maxsize=REMEMBERED)
def losses_of(sounds: str) -> tuple[float, ...]:
    """What it costs to leave out each sound."""
    last = len(sounds) - 1
    if sounds.endswith("u"):
        last -= 1  # コアウィーブス
    return tuple(
        [
            _loss(one, before, place >= last)
            for place, (before, one) in enumerate(pairwise(chain(" ", sounds)))
        ]
    )


@cache
def _loss(one: str, before: str, last: bool) -> float:
    """Of one sound behind another; a space is before the first."""
    before = before.strip()
    if one in _ALL_VOWELS:
        after_consonant = bool(before) and before not in _ALL_VOWELS
        if one == "u":
            return 0.12 if before == "y" else 0.04 if after_consonant else 0.3
        if one == "o" and before and before in "td":
            return 0.08
        if one == "i" and before and before in "SCJ":
            return 0.1
        if one == "I" and before == "U":
            return 0.1  # fluid, fruit
        if one in LATIN_VOWELS or one == "V":
            return 0.15 if one == "E" else 0.3
        return 0.6 if one in "YW" else LOST_VOWEL
    if one in "yjwhL":
        return {"y": 0.1, "j": 0.4, "w": 0.2, "h": 0.25, "L": 0.05}[one]
    if last and one == "g" and before == "n":
        return 0.1  # ワング, ワン
    if last and before:
        return 0.5 if one in "szrtdkgT" else 0.7
    return LOST
