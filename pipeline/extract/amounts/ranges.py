"""Ranges: two numbers side by side in, whether the words around them say `from … to`, and where that begins, out."""

from __future__ import annotations

import re
from decimal import Decimal

_ABOUT = r"(?:約|およそ|about|around|perhaps|maybe|even|roughly|nearly|environ|près de|voire|plus de|more than|over|as much as|as many as|最大)"
_BETWEEN = re.compile(
    rf"\s*(?:~|-|から|ないし|乃至|または|か|to|and|or|à|et|ou|through|up to|jusqu'à|until)\s*{_ABOUT}?\s*[+-]?",
    re.IGNORECASE,
)
TO = re.compile(r"\s*(?:から|to|à)\s*", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:(?:somewhere |anywhere )?\bbetween|(?:anywhere |ranging )?\bfrom|\bentre|\bde|\bd')\s*(?:about |around |roughly |environ |some )?\Z",
    re.IGNORECASE,
)
_PAIRS = re.compile("between|entre", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(
    r"\b(?:rais(?:ed?|ing)|rose|ris(?:e[ns]?|ing)|gr[eo]w(?:n|s|ing|th)?|jump\w*|increas\w*|fell|fall\w*|dropp?\w*|cut|lower\w*|climb\w*|surg\w*|soar\w*"
    r"|up|down|went|gone|go(?:ing|es)?|expand\w*|doubl\w*|tripl\w*|declin\w*|decreas\w*|reduc\w*|chang\w*|slip\w*|shr[aiu]nk\w*|swell\w*|boost\w*|slash\w*|mov(?:ed?|ing)"
    r"|(?<!l'an )(?<!année )(?<!mois )(?<!semaine )(?<!trimestre )pass(?:era|eront|erait|eraient|é|e|er|ée|és|ées|ait|aient|ent|ant|èrent)|augment\w*|grimp\w*|bond(?:i\w*|it)|chut\w*|rédui\w*|rel[eè]v\w*|port(?:ée?s?|er\w*|ent|ant|ait|aient)|baiss\w*|abaiss\w*|hauss\w*|réhauss\w*|rehauss\w*|ram[eè]n\w*|recul\w*|mont(?:ée?s?|er\w*|ent|ait|ant)|tomb(?:ée?s?|er\w*|ent|ait|e)|gonfl\w*|étend\w*|élargi\w*|dégringol\w*|plong(?:ée?|er|e|ent|eait)|fond(?:u|re|ent)|dégonfl\w*|allong\w*|raccourci\w*|écourt\w*|remont\w*|retomb\w*|descend\w*|glissé)\b[^.;:。]{0,60}\Z",
    re.IGNORECASE,
)
_CHANGE_BEHIND = re.compile(
    r"(?:以上|超|程度|前後|近く|弱|強|未満|以下)?(?:に|へ)(?!の)|(?:まで|に)(?:増|減|引き上げ|引き下げ|拡大|縮小|上昇|低下|伸|上方修正|下方修正)"
)


_ALIKE = re.compile(
    r"(?P<counter>[人社台年割倍枚個%本件])か(?:、)?[\d一二三四五六七八九十百千万]{1,6}(?P=counter)(?!に1)"
)
"""Two numbers of one counter of which either may be: 30人か40人."""
_GROWS = re.compile(
    r"(?:以上|超|程度|前後|近く|弱|強)?(?:に|へ|まで)(?:は)?(?:延|伸|増|引き上げ|引き下げ|拡|縮|減|高め|高ま|改め|変|膨らん|上が|上げ|上昇|下が|下げ|低下|跳ね|急|落ち|なった|なって|達し)"
)
"""3万2,000から12万8,000トークンに延ばした."""
_CHANGED_BY = re.compile(
    r"\b(?:hausses?|baisses?|reculs?|augmentations?|diminutions?|réductions?|progressions?|croissances?|chutes?|replis?|bonds?|gains?|remises?|rabais|ristournes?|économies?|décotes?|primes?|surcoûts?|ralentissement|accélération|inflation|contraction|majorations?|rallonges?|(?:bond(?:ir|it|issent|i|ira|iront|issait)|augment(?:er|e|ent|é|era|eront|ait)|progress(?:er|e|ent|é|era|eront|ait)|croître|croît|croîtra|croîtront|crû|renchéri\w*|major(?:er|e|é|és|ées)|gonfl(?:er|e|ent|é|era)|diminu(?:er|e|ent|é|era|eront)|recul(?:er|e|ent|é|era)|chut(?:er|e|ent|é|era)|plong(?:er|e|ent|é)|baiss(?:er|e|ent|é|era|eront)|s['’]apprécier|dépréci\w+|réduire|réduit|réduira|allég\w+|améliorer|améliore|accélér\w+|surpass\w+|supérieure?s?|inférieure?s?)(?: encore| ainsi| même)?) "
    r"(?:annuell?e?s? |moyenn?e?s? |comprises? )?d(?:e |['’])\Z"
)
"""Before so much to so much by which something changed: une hausse de 8 à 12 %."""
_PERCENT_NEXT = re.compile(r" ?(?:%|pour cent|points?\b)")
_SHARE_BEFORE = re.compile(
    r"\b(?:taux|parts?|marges?|proportion|pourcentage|participation|quota|TVA)\b[^.;:]*\Z"
)
"""What is itself told in percent, and so goes from so much to so much."""
_FAR_APART = 20
_NAMED = re.compile(
    r"(?<![.!?:;] )(?<!\A)(?<!\n)\b(?!(?:From|Between|About|Around|Over|De|Entre|Environ|Some)\b)[A-Z][A-Za-z-]+ \Z"
)
_AIMED = re.compile(
    r"\b(?:to|at|for|of|by|à|sur|makes? up|made up|making up|costs?|costing|charg(?:es?|ed|ing)|pays?|paid|earns?|earned|takes?|took|needs?|wants?|is|are|was|were|be|been|worth|weighs?|expects?|expected|sees?|spends?|spent|gets?|got|draws?|uses?|consumes?|holds?|owns?|employs?|has|have|had|an extra|another) (?:about |around |roughly |some |anywhere from |from |perhaps |maybe |only |just )?\Z"
)
"""Before a range that is itself the end of a change: cut its forecast to $12 billion to $14 billion."""


def is_version(text: str, start: int, low: Decimal, other: Decimal) -> bool:
    """Whether the first number is part of a name and no end of a range: lifts what it asks for a Flip 4 to $399."""
    return low * _FAR_APART < other and bool(_NAMED.search(text, max(0, start - 24), start))


def range_start(
    text: str, start: int, end: int, other_start: int, other_end: int, *, bare: bool
) -> int | None:
    """Where the range begins (its opening word included), or None where the two are apart or a change is told.

    `A and B` needs a between, `A to B` may do without; `rose from A to B` and AからBに増えた are two amounts. bare: the first
    has no unit of its own; only then `two or three` is a range.
    """
    between = _BETWEEN.fullmatch(text, end, other_start)
    if not between:
        return None
    word = between[0].strip().lower().split()[0] if between[0].strip() else ""
    opening = _OPENS.search(text, max(0, start - 28), start)
    if word in ("and", "et") and not (opening and _PAIRS.search(opening[0])):
        return None
    if (
        word in ("or", "ou", "か", "または")
        and not bare
        and not (word == "か" and _ALIKE.match(text, end - 1))
    ):
        return None
    if word == "から" and _GROWS.match(text, other_end):
        return None
    changed_by = word == "à" and bare and _is_changed_by(text, start, other_start, other_end)
    if (
        word in ("to", "à", "から")
        and (opening or not bare)
        and not changed_by
        and _tells_change(text, start, other_end, word)
    ):
        return None
    if word == "à" and not opening and not bare and text[end - 1].isalpha():
        return None
    return opening.start() if opening and word not in ("or", "ou") else start


def _is_changed_by(text: str, start: int, other_start: int, other_end: int) -> bool:
    """« une hausse de 8 à 12 % » is by how much, and a smaller second number or a sum of money from what to what."""
    percent = _PERCENT_NEXT.match(text, other_end) or text[other_start:other_end].endswith(
        ("%", "cent", "points")
    )
    shares = _SHARE_BEFORE.search(text, max(0, start - 90), start)
    return bool(percent and not shares and _CHANGED_BY.search(text, max(0, start - 48), start))


def _tells_change(text: str, start: int, other_end: int, word: str) -> bool:
    if word == "から":
        return bool(_CHANGE_BEHIND.match(text, other_end))
    if _AIMED.search(text, max(0, start - 20), start):
        return False
    return bool(_CHANGE_BEFORE.search(text, max(0, start - 80), start))
