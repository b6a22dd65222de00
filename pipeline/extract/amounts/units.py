"""Units: what may stand before or behind a number in, its kind, base unit and factor out (tests/gold/GUIDE.md's units).

The words and symbols themselves are in measures.py and currencies.py; here is what the words around a number decide.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.extract.amounts import currencies, measures
from pipeline.extract.amounts.measures import FAHRENHEIT, Unit

_RATE = re.compile(
    r"(?:/[hs]\b|/sec|ps\b| ?per (?:hour|second)| an hour\b| par heure| par seconde|毎時|毎秒)|[x×]\w|[x×] ?\d"
)
_BITS = re.compile(r"bit|ビット|b\Z")
_RATE_IN_SHORT = re.compile(r"/|ps\b| ?per ")
"""Behind bytes of which so many move a second, where that is a speed in a table of features; in words it is told as an amount."""
_SPEED_BEFORE = re.compile(r"(?:時速|秒速|分速|毎秒|毎時|毎分)(?:約)?[\d.,]*\Z")
_PROCESS = re.compile(
    r"(?:[、やと・]\d{1,2}nm){0,3}(?:と|へと?|への?|の)?微細化|[^\S\n-]?-?(?:プロセス|品|世代|ノード|級|製程|の(?:[A-Z]|チップ|半導体|推論用|演算用|先端)|(?:[a-z]+ )?(?:process|node|class|chip|dies?\b|silicon)|gravure|EUV|technology|GAA)",
    re.IGNORECASE,
)
_PROCESS_BEFORE = re.compile(
    r"(?:gravée?s? en|gravure (?:en|de|à)|finesse de|線幅|微細化[はがを]?) ?(?:[\d.,]+|deux|trois|quatre|cinq|sept|dix|douze|quatorze)\Z"
    r"|\bau-delà du (?:deux|[\d.,]+)\Z"
)
_NANO_MADE = re.compile(
    r"-? ?(?:line|fab|generation|production|output|capacity|wafers?|parts?|transistors?)\b"
)
"""What is made so finely: behind nanometres it names the process."""
_NANO_ENGLISH = re.compile(r"nanomet(?:er|re)s?\b|nm\b", re.IGNORECASE)
_FINE = re.compile(
    r"\b(?:wavelengths?|pitch|resolution|thick\w*|width|wide|gap|diameter|features?|apart|accuracy|precision|light|distance|spaced|particles?|laser)\b(?:[^.;]|\.(?=\d)){0,40}\Z",
    re.IGNORECASE,
)
_FINE_BEHIND = re.compile(
    r"-? ?(?:thick|wide|apart|across|in diameter|long|light|laser|wavelength|resolution|gaps?|pitch|features?|films?|particles?|of (?:light|resolution|each other|space))\b"
)
"""Around nanometres that measure something; of a chip they only name how it is made: SMIC on seven nanometres, five-nanometre parts."""
_CLASS = re.compile(
    r"-? ?(?:class|standard|generation|links?|ports?|switch(?:es)?|optics|transceivers?|modules?|Ethernet|lanes?)\b"
)
_CUBED = re.compile(r" (?:cubes?|cubed)\b")
_LINK = re.compile(
    r"(?: (?:premi(?:er|ère)s|derni(?:er|ère)s|nouve(?:aux|lles)|additional|extra|more|new|further))?[ -]?(?:of (?:a |an )?|de |d' ?)?",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?:[ -]times(?= (?:as|more|less|fewer|faster|slower|bigger|larger|cheaper|better|higher|greater|lower|longer|the|its|their|my|your|our|his|her|[A-Z][\w]+['’]s|(?:today|yesterday|tomorrow)['’]s|last|what|that|smaller|over(?! ?[.,;!?)]|\Z)|current"
    r"|annual|forward|trailing|expected|projected|estimated|next|gross|operating|book|free|annuali[sz]ed|profits?|oversubscribed|over-?subscribed|ebitda|EBITDA|earnings|revenue|sales|stronger|quicker|worse|normal|than|last|this)\b)| fois (?:et demie|trop\b|plus\b|moins\b|davantage\b|autant\b|l['’]équivalent|supérieure?s?|inférieure?s?|mieux"
    r"|(?:le|la|les|l'|son|sa|ses|leur|leurs) ?(?=taille|prix|coûts?|vitesse|puissance|nombre|montant|valeur|chiffre|poids|capacité|moyenne|volume|consommation|surface|performances?|niveau|total|PIB"
    r"|budget|salaire|production|durée|longueur|hauteur|revenus?|bénéfices?|ventes|effectifs?|quantité|mise|population|masse|énergie|demande|limite|normale|résultat|quotient|densité|cours|loyer|tarif|débit|mémoire|charge|part|parc|rythme|seuil|objectif|temps|superficie|dose|besoins?|moyens|réserves?|capitalisation|valorisation|trésorerie|dette|marge|rendement|trafic|fréquence|bande passante|résolution|contexte|fenêtre|force|distance|profondeur|somme|investissement|dépense|recette|perte|facture|levée|enveloppe|subvention|dotation|audience|quota|stock|produit intérieur|plafond|minimum|maximum|record|SMIC|revenu|équivalent|total)|ce que|ce qu'|celui|celle|ceux|celles|(?:son|sa|ses|leurs?) [a-zé]|les (?=\d|[a-zà-ÿ-]+ (?:mille|milli))))"
)
_GRAND = re.compile(r" grand\b(?! (?:jur|slam|piano|prix|hall|old|total|plan|master|strateg|[A-Z]))")
_OVERSUBSCRIBED = re.compile(
    r"\b(?:orders?|bids?|demand|subscri\w+|cover(?:s|ed)?|applications?|applied|offer(?:ing)?)\b"
)
_GROWN = re.compile(
    r"\b(?:gone up|go(?:es)? up|went up|risen|rose|rises|grown|grew|grows|multiplied|multiplies|increased|increases|climbed|jumped|soared|shot up) (?:by )?(?:about |around |some |almost |nearly |more than |over |at least )?\Z"
)
_GROWN_ENDS = re.compile(r"\s*(?:[.,;:!?)]|\Z)| (?:in|since|over|within|between|from|to|this|and|by|on)\b")
"""Around how many times something has grown: prices have risen four times since May."""
_OVER = re.compile(r" over\b")
"""Around how many times an offer was taken up: orders covered it 40 times over."""
_TIMES_SHORT = re.compile(r" (?:de )?(?:fois|times)\b")
_TIMES_THE = re.compile(
    r" (?:le |la |les |l['’]|un |une )(?!(?:jour|journée|semaine|mois|an|année|heure|minute|nuit|matin|soir|même|mêmes|titre|coupe|tour|prix Nobel|Goncourt|film|championnat|élection|question|feu)\b)[a-zà-ÿ]"
)
_SO_MUCH = re.compile(
    r"(?:[,(:;–—] ?|\b(?:soit|vau[td]\w*|représent\w+|pès\w+|coût\w+|fait|faisait|près de|environ|plus de|moins de|presque|quasiment|jusqu['’]à|éga\w+ à|équiva\w+ à|attein\w+|dépass\w+|approch\w+|consomm\w+|produi\w+|occup\w+|c['’]est|à peine|quelque|jusqu['’]à)) ?\Z"
)
"""Around how many times as much as something it is: quatre fois le modèle sortant."""
_DONE_TIMES = re.compile(
    r"\b(?:(?P<download>téléchargée?s?|downloaded|fetched|pulled)|(?P<install>installée?s?|installed)|(?P<view>vue?s?|visionnée?s?|regardée?s?|viewed|watched|streamed|seen|played|écoutée?s?)|(?P<share>partagée?s?|shared)|(?P<citation>citée?s?|cited))\b[^.;\d]{0,32}\Z"
)
_WEIGHS = re.compile(
    r"\b(?:kg|kilos?|kilograms?|weigh\w*|weight|payload|thrust|lift\w*|heav\w+)\b[^.;$]{0,30}\Z",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r" (?:of (?:thrust|weight|payload|food|fuel|cargo|force)|heavier|lighter|in weight)\b", re.IGNORECASE
)
_HEAVY = re.compile("荷|巨体|体重|重さ|重量|搭載|積|持ち上げ|減量|太|痩|可搬|米|肉")
_FAR = re.compile(
    "長さ|トンネル|地下|配管|導管|周囲|外周|ルート|縦|横|ケーブル|送電線|電線|回線|線路|先|離れ|敷|埋設|ファイバ|管路|架線|走|航続|距離|道|沿岸|圏|全長|延長|沖|徒歩|飛行|移動|四方|東|西|南|北"
)
_FROM_THERE = re.compile(r"(?:から|まで|半径|隣の.{1,3}と)(?:約|およそ|わずか|ほんの)?\Z")
_BRACKETED = re.compile(r"[(（](?P<size>百万|十億|千|万|億|兆)(?P<name>円|ドル|ユーロ|元|ウォン)[)）]")
_SIZES = {
    "千": Decimal("1e3"), "万": Decimal("1e4"), "百万": Decimal("1e6"), "億": Decimal("1e8"), "十億": Decimal("1e9"), "兆": Decimal("1e12"),
}  # fmt: skip
_ELECTRIC = re.compile("電力|出力|消費|給電|発熱|電源")
_WARM_BEHIND = re.compile(r"度(?:以上|以下|前後|程度)?の?(?:温水|冷水|水|湯|熱|高温|低温|気温|暑)")
_WARM = re.compile(
    r"\b(?:temperatures?|thermometer|thermostat|fever|boil\w*|freez\w*|froze|minus|summer|winter|heatwave|weather|outside|heat|water|warm\w*|cool\w*|cold|hot|températures?|thermomètre|chaleur|dehors|froid|l'eau|eaux|il fait)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_DEGREES = re.compile(r" degrees?(?![A-Za-z])| degrés?(?![A-Za-zÀ-ÿ])|°(?![A-Za-z])| ?[CF](?![A-Za-z0-9-])")
_OF_ELEMENTS = tuple("系素論化的祖老")
"""Behind 元, so that it is no yuan: 三元系."""
_WARM_AFTER = re.compile(
    r" (?:l'été|en été|l'hiver|en hiver|à l'ombre|au soleil|dehors|dans la salle|outside|inside|in (?:the )?(?:shade|summer|winter|sun))\b"
)
_JAPANESE_DEGREES = re.compile(
    r"(?:気温|温度|水温|室温|体温|摂氏|零下|氷点下|マイナス|室は|水は|液は|砂漠|真夏|真冬|猛暑)[^。]{0,8}\Z"
)
_SAID = 40
"""Characters before a bare キロ in which kilowatts were told."""
_TENTHS = re.compile(
    r"割(?!合|り当|当(?!て[るたよらま]|た[りるっ])|引き?当|れ|っ|く(?!らい))(?:(?P<tenth>[\d一二三四五六七八九])分)?(?:(?P<hundredth>[\d一二三四五六七八九])厘)?"
)
_KATAKANA = re.compile("[ァ-ヺー秒]")
_LONGER_IN_KATAKANA = frozenset(
    (
        "ミリ",
        "センチ",
        "ギガ",
        "メガ",
        "テラ",
        "ナノ",
        "パー",
        "ドン",
        "ランド",
        "リラ",
        "リアル",
        "フラン",
        "ギニー",
    )
)
_MULTIPLE_PAID = re.compile(
    r"\b(?:trad(?:e[ds]?|ing) (?:at|on|for)|fetch(?:es|ed)?|valued at|priced at|(?:sells?|sold|goes|bought) (?:for|at)|multiple of|se (?:négocie|paie|paye|traite)(?:nt)?|valorisée?s?|s'échange(?:nt)?)(?: à)? (?:more than |less than |about |around |nearly |some |almost |over |under |plus de |moins de |près de |environ |quelque )?\Z"
)
_SPELLED = re.compile(r" [a-z] (?:[a-z]\b|us\b)")
_SIZE = re.compile(r" ?\d")
_NANO = Decimal("1e-9")
_POUND = Unit("mass", "g", Decimal("453.59237"))


def unit_behind(text: str, position: int, lang: str) -> tuple[Unit, int] | None:
    """The unit that begins at a position (a space or de/of may stand between) and where it ends."""
    symbols = measures.symbols(lang)
    link = _LINK.match(text, position)
    for start in dict.fromkeys(
        (link.end() if link else position, position + (text[position : position + 1] in (" ", "-")))
    ):
        found = symbols.at(text, start) or measures.names().at(text, start)
        if found and _fits(text, position, *found):
            return found
    if lang == "en" and (grand := _GRAND.match(text, position)):
        return Unit("money", "USD", Decimal(1000)), grand.end()
    times = _TIMES.match(text, position)
    if times:
        end = position + (6 if times[0][1] == "t" else 5)
        end += next((len(word) for word in (" plus", " moins") if text.startswith(word, end)), 0)
        return Unit("multiple", "x"), end
    return None


def bracketed_behind(text: str, position: int) -> tuple[Unit, int] | None:
    """238(億円): size and currency of a bare number in brackets behind it."""
    match = _BRACKETED.match(text, position)
    if not match:
        return None
    named = measures.names().at(text, match.start("name"))
    return (replace(named[0], factor=named[0].factor * _SIZES[match["size"]]), match.end()) if named else None


def bare_times_behind(text: str, start: int, position: int, *, whole: bool) -> tuple[Unit, int] | None:
    """`1,5 fois` says a multiple where the number is no whole one, and `26 times` where a price is told."""
    match = _TIMES_SHORT.match(text, position)
    if match and (done := _DONE_TIMES.search(text, max(0, start - 48), start)):
        return Unit("count", str(done.lastgroup)), match.end()
    if match and _GROWN.search(text, max(0, start - 24), start) and _GROWN_ENDS.match(text, match.end()):
        return Unit("multiple", "x"), match.end()
    if match and _OVERSUBSCRIBED.search(text, max(0, start - 64), start) and _OVER.match(text, match.end()):
        return Unit("multiple", "x"), match.end()
    if match and _TIMES_THE.match(text, match.end()) and _SO_MUCH.search(text, max(0, start - 24), start):
        return Unit("multiple", "x"), match.end()
    if match and whole and not _MULTIPLE_PAID.search(text, max(0, start - 40), start):
        return None
    return (Unit("multiple", "x"), match.end()) if match else None


def _fits(text: str, position: int, unit: Unit, end: int) -> bool:
    """Whether it is no speed, no rate, no name of a process and no size (1024x768)."""
    if (
        text[end : end + 1] > "\u30a0"
        and _KATAKANA.match(text, end)
        and text[position:end].strip() in _LONGER_IN_KATAKANA
    ):
        return False  # ミリオン
    if unit.kind == "money":
        if text[end - 1] == "元" and text[end : end + 1] in _OF_ELEMENTS:
            return False
        if text[end : end + 2] in ("'t", "’t"):
            return False  # its 405 billion won't fit
        return text[end - 1].isalpha() or not text[end : end + 1].isdigit()  # $5-$6
    if unit.kind == "data" and text.startswith(("行", "バンク", "銀", "ソーラー", "ヒット"), end):
        return False  # 3メガ行
    bandwidth = unit.kind == "data" and (_BITS.search(text, position, end) or _RATE_IN_SHORT.match(text, end))
    if (bandwidth or unit.kind == "length") and (
        _RATE.match(text, end) or _SPEED_BEFORE.search(text, max(0, position - 14), position)
    ):
        return False
    if unit.kind == "length" and unit.factor == _NANO and _NANO_MADE.match(text, end):
        return False
    if unit.kind == "length" and unit.factor == _NANO and _NANO_ENGLISH.search(text, position, end):
        fine = _FINE.search(text, max(0, position - 64), position) or _FINE_BEHIND.match(text, end)
        if not fine:
            return False
    attributive = unit.kind == "data" and text[position : position + 1] == "-"
    if attributive and _BITS.search(text, position, end) and _CLASS.match(text, end):
        return False
    if unit.kind == "length" and unit.factor == _NANO and text.endswith("ナノ", position, end):
        return False  # 4ナノ, as processes are called; what is measured has メートル
    if unit.kind == "length" and _CUBED.match(text, end):
        return False
    if unit.kind == "length" and (
        _PROCESS.match(text, end) or _PROCESS_BEFORE.search(text, max(0, position - 20), position)
    ):
        return False
    if unit.kind == "mass" and _SPELLED.match(text, end):
        return False  # a hundred thousand g p us
    if unit.kind == "multiple":
        sized = text[end - 1] in "xX×" and _SIZE.match(text, end)  # 12 x 8 metres
        return (not sized and not text[end : end + 1].isalnum()) or text[end - 1] == "倍"
    return True


def pounds_are_mass(text: str, start: int, end: int) -> bool:
    """Whether the pounds of an amount weigh something."""
    return bool(_WEIGHS.search(text, max(0, start - 40), start) or _WEIGHED.match(text, end))


def mass_in_pounds(unit: Unit) -> Unit:
    """What an amount of pounds is where they weigh."""
    return _POUND if unit == Unit("money", "GBP") else unit


def kilo_behind(text: str, start: int, position: int) -> tuple[Unit, int] | None:
    """A bare キロ, in grams or metres where the words around it tell which."""
    if not text.startswith("キロ", position) or _KATAKANA.match(text, position + 2):
        return None
    if _SPEED_BEFORE.search(text, max(0, start - 8), start):
        return None
    around = text[max(0, start - 14) : start] + "|" + text[position + 2 : position + 12]
    if (
        _ELECTRIC.search(text, max(0, start - 20), start)
        or "キロワット" in text[max(0, start - _SAID) : start]
    ):
        return Unit("power", "W", Decimal(1000)), position + 2
    if _HEAVY.search(around):
        return Unit("mass", "g", Decimal(1000)), position + 2
    far = _FAR.search(around) or _FROM_THERE.search(text, max(0, start - 8), start)
    return (Unit("length", "m", Decimal(1000)), position + 2) if far else None


def degrees_behind(text: str, start: int, position: int) -> tuple[Unit, int] | None:
    """度 behind a number where the words before it talk of warmth (摂氏30度), with 華氏 in Fahrenheit."""
    plain = _DEGREES.match(text, position)
    if plain:
        fahrenheit = plain[0].strip() == "F"
        return (
            (FAHRENHEIT if fahrenheit else Unit("temperature", "Cel"), plain.end())
            if _WARM.search(text, max(0, start - 80), start) or _WARM_AFTER.match(text, plain.end())
            else None
        )
    if not text.startswith("度", position) or text.startswith("度目", position):
        return None
    if text[max(0, start - 3) : start].startswith("華氏") or text[max(0, start - 2) : start] == "華氏":
        return FAHRENHEIT, position + 1
    return (
        (Unit("temperature", "Cel"), position + 1)
        if _JAPANESE_DEGREES.search(text, max(0, start - 16), start) or _WARM_BEHIND.match(text, position)
        else None
    )


def currency_before(text: str, position: int) -> tuple[Unit, int] | None:
    """The currency sign or code that ends at a position, and where it begins."""
    match = currencies.before().search(text, max(0, position - 6), position)
    found = currencies.named_before(match["sign"]) if match else None
    return (Unit("money", found.code, found.factor), match.start()) if match and found else None


def tenths_behind(text: str, position: int) -> tuple[Decimal, int] | None:
    """3割5分2厘 is 35.2 %: the percent that 割 adds behind a number of tenths, and where it ends."""
    match = _TENTHS.match(text, position)
    if not match:
        return None
    tenth, hundredth = (_digit(match[name]) for name in ("tenth", "hundredth"))
    return tenth + hundredth / 10, match.end()


def _digit(written: str | None) -> Decimal:
    return (
        Decimal(max("_123456789".find(written), "_一二三四五六七八九".find(written)))
        if written
        else Decimal(0)
    )
