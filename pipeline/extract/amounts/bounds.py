"""Bounds: the words around an amount in, whether it is exact, about, at least or at most out, and the span with them.

A word that only shades (強, 近く, nearly) makes an amount approximate; at least and at most need a word that says so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Shade = Literal["exact", "approx", "min", "max"]

_BEFORE: dict[Shade, str] = {
    "min": r"(?<!通)過|少なくとも|少なく見積もっても|最低でも|最短でも|最低|最小|最短で?|優に|下限|軽く|more than|greater than|higher than|larger than|over|at least|above|exceed(?:s|ed|ing)?|upwards? of|north of"
    r"|in excess of|no (?:less|fewer) than|not (?:less|fewer) than|topp(?:ed|ing)|surpass(?:es|ed|ing)?|minimum of|a minimum of|beyond|well over|well above|far more than"
    r"|>=|>|≥|as (?:little|few) as|a floor of"
    r"|plus d(?:[eu']|es)|bien plus d[e']|au moins|à tout le moins|au-delà d[eu']|au-dessus d[eu']|supérieure?s? (?:à|aux?)|au minimum|minimum|un minimum d[e']|dépass(?:e|ent|ée?s?|ait|aient|er|ant)(?! d['’eu])|dépass(?:era|eront|erait|eraient)(?= le )|excéd(?:er|ait|ant|é)|excèd(?:e|ent)|en plus d[eu']|au-delà des|pas moins d[e']|au bas mot"
    r"|à partir d[eu']|plancher d[e']",
    "max": r"sans dépasser|ne dépass\w+ (?:pas|jamais)|(?:does|do|did) not exceed|sans excéder|(?:not|cannot|never|allowed to|may) exceed(?:ing)?|最大でも|最長でも|最高でも|最大で|最大|最長で|最長|最高で?|多くて|多くとも|上限|せいぜい|高々|遅くとも|sub-|less than|fewer than|f[ae]ll(?:s|ing)? short of|lower than|smaller than|under|well under|well below|below|(?<!\badd )(?<!\badds )(?<!\badded )(?<!\badding )up to|at most|at the most|nor more than|nor to exceed|no more than|not more than"
    r"|as (?:much|many|high|large) as|maximum of|a maximum of|capped at|a (?:cap|ceiling|maximum) of|limit(?:ed)? to|<=|<|≤|moins d[eu']|jusqu'à|jusqu'aux?|en deçà d[eu']|en-deçà d[eu']|au plus|tout au plus|au maximum|maximum|un maximum d[e']|inférieure?s? (?:à|aux?)|pas plus d[e']"
    r"|no longer than|not longer than|dans (?:un|le) délai d[e']|plafonnée?s? à|au-dessous d[eu']|en dessous d[eu']|en-dessous d[eu']|un plafond d[e']|within|sous",
    "approx": r"(?<![契予節公条解制規集要誓倹盟特婚協成])約|およそ|おおよそ|ほぼ|概ね|おおむね|推定|推計|平均で?約|ざっと|だいたい|大体|凡そ|概算で?|かれこれ|ざっくり|about|around|roughly|approximately|some|nearly|nearer(?: to)?|near|almost|close to|close on|a (?:hair|shade|touch|whisker|tad|fraction|smidgen) (?:over|under|above|below|more than|less than|short of)|just (?:over|under|above|below|shy of)|shy of|barely|approach(?:es|ed|ing)?"
    r"|an estimated|estimated|circa|approx\.?|ca\.|maybe|perhaps|probably|(?<!would )(?<!'d )like|peut-être|slightly (?:more|less) than|slightly (?:over|under|above|below)|a little (?:more|less|over|under)(?: than)?|a bit (?:more|less|over|under)(?: than)?|≈|~|≃"
    r"|in the (?:region|neighbou?rhood|range|vicinity) of|on the order of|something like|more or less|or so"
    r"|environ|dans les|à peine|près d[eu']|(?:avoisin|frôl|approch)(?:e|ent|ait|erait|ant|é)|autour d[e']|presque|quasi(?:ment)?|approximativement|grosso modo|quelque|à peu près(?: à)?|aux? alentours d[e']|de l'ordre d[e']|une? moyenne d[e']|en moyenne"
    r"|(?:un peu|légèrement|guère|à peine) (?:plus|moins) d[e']|aux environs d[e']|pas loin d[e']|à hauteur d'environ|proche d[e']|estimée?s? à",
    "exact": r"平均で?|平均して|an average of|averag(?:es|ed|ing)|en moyenne|une? moyenne d[e']",
}
_BEHIND: dict[Shade, str] = {
    "min": r"以上|超え|超過|超(?![過え伝高大越音小並電知人党党流域])|を超(?!えな)|を上回|越え|を越|を優に超|を下らない|あまり(?!に)|余り|余(?=[のり])|とちょっと|より上|オーバー|よりも?多|よりも?大き|（税[^）]{1,4}）から|(?<=[円ルロ])から(?=ご?(?:提供|利用))"
    r"|(?: or more| (?:or|and) older| or (?:above|higher|greater|over|better)| and (?:up|counting|above|over|more)(?! ?[\d$€£]| than)|-plus\b|(?<!%)(?<!fois)(?<!demie) plus\b(?! [\d$€£]| (?:tard|tôt|loin|haut|bas|que|de)\b)|\+(?! ?[\d$€£¥])| at least\b| at a minimum| minimum\b)|(?: ou plus| et plus| au moins| au minimum| ou davantage| voire plus| au bas mot| minimum)",
    "max": r"未満|以下|足らず|を下回|以内|まで(?= ?(?:を|の(?!間|あいだ)|[。、）)」』\n]|\Z|だ|です|でし|と(?!ど)|なら|は(?![いくとま])|しか|が(?:上限|限度|無料|対象|補助|国の)|出(?:す|し|せ|資)|貸|借り|入れ|投じ|払|認め|許|可能|使え|送れ|受け|扱え|処理でき|(?:売|買)(?:って|え|る|れ(?!て))|無料|無償|補償|補助|負担|保証|拠出|融資|対応))|に満たない|[をが]上限|[をが]限度|弱以下|よりも?少な|よりも?小さ|を超えない"
    r"|(?: (?:or|and) younger| or (?:less|fewer|below|under|lower)| at (?:the )?most| tops\b| (?:or )?max(?:imum)?\b(?!(?-i: [A-Z])))|(?: ou moins| au plus| au maximum| maximum| tout au plus| maxi\b)",
    "approx": r"に迫[るりっ]|に近い|近い|弱(?!い|点|ま|体|小|者|冷)|強(?!い|み|化|気|く|力|制|調|固|豪|盗|打|さ|者|行)|近く(?!に(?![達なまも増減上の膨拡下引迫縮伸届及落]))|前後|程度|ほど|くらい|ぐらい|内外|規模(?![はが])|見当|そこそこ|ちょっと|(?: or so\b| or thereabouts|-odd\b|-ish\b|,? give or take(?! an?\b))|(?: environ\b| à peu près| ou presque| à peine\b(?= [a-zà-ÿ]{3,}ent\b))",
}
_DIVISION = r"(?:の)?"
_ORDER: tuple[Shade, ...] = ("approx", "min", "max", "exact")
_KANA_OR_KANJI = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")


def _ending_here(japanese: bool) -> dict[Shade, re.Pattern[str]]:
    """By shade the words of a script that may stand before an amount."""
    chosen = {
        shade: [one for one in _alternatives(pattern) if bool(_KANA_OR_KANJI.search(one)) == japanese]
        for shade, pattern in _BEFORE.items()
    }
    return {
        shade: re.compile(
            rf"(?:(?<![A-Za-zÀ-ÿ])(?:{'|'.join(words)}))(?: (?:the|a|an|la|le|les|des|d[e']|about|some|around|roughly|approximately|un|une|environ))?[ 、]?\Z",
            re.IGNORECASE,
        )
        for shade, words in chosen.items()
        if words
    }


def _alternatives(pattern: str) -> list[str]:
    """What stands between the bars of a pattern, but for those in brackets."""
    found, depth = [""], 0
    for one in pattern:
        depth += (one in "([") - (one in ")]")
        if one == "|" and not depth:
            found.append("")
        else:
            found[-1] += one
    return found


_LATIN_BEFORE, _JAPANESE_BEFORE = _ending_here(japanese=False), _ending_here(japanese=True)
_JAPANESE_ENDS = frozenset(_KANA_OR_KANJI.findall("".join(_BEFORE.values())))
"""A letter before an amount that is none of these ends no word that shades."""
_BEHIND_PATTERNS = {
    shade: re.compile(rf"{_DIVISION}(?:{pattern})(?<![a-z](?=[a-zà-ÿ]))", re.IGNORECASE)
    for shade, pattern in _BEHIND.items()
}
_RIVAL = re.compile(r"を(?:上回|下回|超え)")
_PLANNED = re.compile(r"(?:とした|としていた|だった|であった|予想の|目標の|計画の|見込みの|めどの|想定の)\Z")
"""Before what was planned, so that を超えた behind it compares with it: 当初めどとした1300億円を超えた."""
_UNDER_A_DEAL = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:agreements?|contracts?|deals?|leases?|terms?|pacts?|accords?|plans?|licen[cs]es?|warrant(?:y|ies)|programmes?|programs?|mandates?|arrangements?|commitments?)\b"
)
"""Behind the length of a deal under which something is done: power under 12-year agreements."""
_REACHED = re.compile(
    r"\b(?:mont|grimp|bond|chut|tomb|descend|recul|pass)(?:e|ent|é|ée|és|ées|a|ait|u|ue) (?:[a-zà-ÿ]+ )?jusqu'(?:à|aux) \Z",
    re.IGNORECASE,
)
"""What moved to so much, which is where it came and no limit: le cours monte jusqu'à 600 dollars."""
_RIGHTS = re.compile(
    r"\b(?:warrants?|options?|control|power|rights?|claims?|monopoly|(?:an?|no|the|its|any) say|sway|stake|hand(?:s|ed)?|turn(?:s|ed|ing)?|sign(?:s|ed)?|tak(?:e|es|en)|took) over (?:the |about |around |some |nearly |almost |roughly )?\Z|\b(?:beat|su(?:e|es|ed|ing)|fin(?:e|es|ed)|fought|row with|suit against|talks?|negotiat\w+|dispute|fight|deal) (?:[\w .]{1,20} )?over (?:an? |the )?\Z",
    re.IGNORECASE,
)
"""What one has over so much, which is no more than it."""
_TALKED = re.compile(
    r"\b(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|think(?:s|ing)?|dream(?:s|ing)?|ask(?:s|ed|ing)?|quarrel\w*|complain\w*|bother\w*)(?: (?:to|with) [\w' -]{1,24})? about \Z"
)
"""What is about an amount and not about so much: they talk about $4 billion."""
_THAN_THE = re.compile(
    r"\b(?:more than|less than|fewer than|greater than|higher than|lower than|larger than|smaller than|above|below|under|beyond|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)) the \Z",
    re.IGNORECASE,
)
"""Before an amount that is known, to which another is compared: more than the $3 billion that it was offered."""
_MAY_BEGIN = re.compile(rf"(?:{'|'.join(_BEHIND.values())})|の", re.IGNORECASE)
_WINDOW, _SHORT = 28, 14
"""Characters in which the words before an amount are looked for, of Latin letters and of Japanese."""
_MAY_FOLLOW = (" ", "、")
_WIDE = 44


@lru_cache(maxsize=8)
def bounded(text: str, start: int, end: int) -> tuple[Shade, int, int]:
    """The shade of the amount at [start, end), and the span widened over the words that say it.

    Each step that looks at a number asks for it again, so the last few answers are kept.
    """
    behind = _behind(text, start, end)
    before = _before(text, start, end)
    if behind and before:
        shade = behind[0] if before[0] in ("approx", "exact") else before[0]
        return shade, before[1], behind[1]
    if behind:
        return behind[0], start, behind[1]
    if before:
        return before[0], before[1], end
    return "exact", start, end


def _before(text: str, start: int, end: int) -> tuple[Shade, int] | None:
    """The longest words that end here and shade: `no more than` before `more than`."""
    last = text[start - 1 : start]
    if last in _MAY_FOLLOW:
        last = text[start - 2 : start - 1]
    japanese = bool(_KANA_OR_KANJI.match(last))
    if japanese and last not in _JAPANESE_ENDS:
        return None
    patterns, window = (_JAPANESE_BEFORE, _SHORT) if japanese else (_LATIN_BEFORE, _WINDOW)
    window, wide = max(0, start - window), max(0, start - _WIDE)
    found: tuple[Shade, int] | None = None
    for shade in _ORDER:
        match = patterns[shade].search(text, window, start)
        if match and shade == "min" and _RIGHTS.search(text, wide, start):
            continue
        if match and shade in ("min", "max") and _THAN_THE.search(text, window, start):
            continue
        if (
            match
            and shade == "max"
            and "-" in text[start:end]
            and text.startswith(("under ", "Under "), match.start())
            and _UNDER_A_DEAL.match(text, end)
        ):
            continue
        if match and shade == "approx" and _TALKED.search(text, wide, start):
            continue
        if match and shade == "max" and _REACHED.search(text, wide, start):
            continue
        if match and (found is None or match.start() < found[1]):
            found = shade, match.start()
    return found


def _behind(text: str, start: int, end: int) -> tuple[Shade, int] | None:
    if not _MAY_BEGIN.match(text, end):
        return None
    if _RIVAL.match(text, end) and (
        (text[start - 1 : start] == "の" and not text.startswith("を超", end))
        or _PLANNED.search(text, max(0, start - 8), start)
    ):
        return None  # 「A」の88.9%を上回る: another's amount, told exactly
    for shade in _ORDER[:3]:
        match = _BEHIND_PATTERNS[shade].match(text, end)
        if match:
            return shade, match.end()
    return None
