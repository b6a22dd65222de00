"""Bounds: the words around an amount in, whether it is exact, about, at least or at most out, and the span with them.

A word that only shades (強, 近く, nearly) makes an amount approximate; at least and at most need a word that says so.
"""

from __future__ import annotations

import re
from typing import Literal

Shade = Literal["exact", "approx", "min", "max"]

_BEFORE: dict[Shade, str] = {
    "min": r"少なくとも|最低でも|最低|more than|over|at least|above|exceed(?:s|ed|ing)?|upwards? of|north of|greater than|in excess of"
    r"|no (?:less|fewer) than|not less than|topp(?:ed|ing)|surpass(?:es|ed|ing)?|minimum of|beyond|crossed|well over|>"
    r"|plus d[e']|au moins|au-delà d[e']|supérieure?s? à|au minimum|minimum|dépass(?:e|ent|é|ait|er|ant)|pas moins d[e']",
    "max": r"最大でも|最大で|最大|最高で?|多くて|多くとも|上限|less than|fewer than|under|below|up to|at most|no more than|not more than|as (?:much|many) as"
    r"|maximum of|a maximum of|capped at|<|moins d[e']|jusqu'à|au plus|au maximum|maximum|inférieure?s? à|pas plus d[e']|plafonnée?s? à",
    "approx": r"約|およそ|おおよそ|ほぼ|概ね|おおむね|推定|平均で?|ざっと|推計|about|around|roughly|approximately|some|nearly|almost|close to|just (?:over|under|above|below)"
    r"|an estimated|estimated|circa|approx\.?|an average of|averag(?:es|ing)|slightly (?:more|less) than|≈|~|environ|près d[e']|autour d[e']|presque"
    r"|quelque|à peu près|aux? alentours d[e']|de l'ordre d[e']|une? moyenne d[e']|en moyenne|un peu (?:plus|moins) d[e']",
}
_BEHIND: dict[Shade, str] = {
    "min": r"以上|超え|超過|超(?=[のがはをで、。に）)\s]|\Z)|を超|を上回|を突破|越え|を越|あまり|余り|余(?=[のり])"
    r"|(?: or more| and (?:up|counting|above)| or (?:above|higher)|-plus\b|\+)|(?: ou plus| et plus| au moins| au minimum)",
    "max": r"未満|以下|足らず|を下回|以内|まで(?!に|の間)|(?: or (?:less|fewer)| at most| (?:or )?max(?:imum)?\b)|(?: ou moins| au plus| au maximum)",
    "approx": r"弱(?!い|点|ま)|強(?!い|み|化|気|く|力|制|調|固)|近く|前後|程度|ほど|くらい|ぐらい|内外|(?: or so\b)|(?: environ\b)",
}
_DIVISION = r"(?:の)?"
_ORDER: tuple[Shade, ...] = ("approx", "min", "max")
_BEFORE_PATTERNS = {
    shade: re.compile(
        rf"(?:(?<![A-Za-zÀ-ÿ])(?:{pattern}))(?: the| a| an| les| des| d[e'])?[ 、]?\Z", re.IGNORECASE
    )
    for shade, pattern in _BEFORE.items()
}
_BEHIND_PATTERNS = {
    shade: re.compile(rf"{_DIVISION}(?:{pattern})", re.IGNORECASE) for shade, pattern in _BEHIND.items()
}
_STILL_COMPARING = re.compile(r"(?:\bno|\bnot|pas|n'est|ではな)\s*\Z", re.IGNORECASE)


def bounded(text: str, start: int, end: int) -> tuple[Shade, int, int]:
    """The shade of the amount at [start, end), and the span widened over the words that say it."""
    behind = _behind(text, end)
    before = _before(text, start)
    if behind and before:
        shade = behind[0] if before[0] == "approx" else before[0]
        return shade, before[1], behind[1]
    if behind:
        return behind[0], start, behind[1]
    if before:
        return before[0], before[1], end
    return "exact", start, end


def _before(text: str, start: int) -> tuple[Shade, int] | None:
    window = max(0, start - 24)
    for shade in _ORDER:
        match = _BEFORE_PATTERNS[shade].search(text, window, start)
        if match:
            return shade, match.start()
    return None


def _behind(text: str, end: int) -> tuple[Shade, int] | None:
    for shade in _ORDER:
        match = _BEHIND_PATTERNS[shade].match(text, end)
        if match:
            return shade, match.end()
    return None
