"""Described: the words by which a text calls a company (the Dutch chip maker, le groupe japonais) in, what they tell of it out.

Country, city and trade, to be compared with what the catalogue knows of a company. What is not known is None or empty, and
speaks neither for nor against.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from pipeline.extract.profile import Profile
from pipeline.records import OrganizationKind


@dataclass(frozen=True, slots=True)
class Description:
    """What a word tells of the company that it means."""

    country: str | None = None
    city: str | None = None
    kinds: frozenset[OrganizationKind] = frozenset()


NOTHING = Description()
_ADJECTIVES = {
    "us": r"american|u\.?s\.?|californian|silicon valley|texan|américaine?|californien(?:ne)?|texane?|米",
    "ca": r"canadian|québec|canadien(?:ne)?|québécoise?|カナダ",
    "fr": r"french|parisian|française?|parisien(?:ne)?|lyonnaise?|toulousaine?|tricolore|hexagonale?|仏|フランス",
    "gb": r"british|uk|britannique|londonien(?:ne)?|écossaise?|英",
    "ie": r"irish|irlandaise?|アイルランド",
    "nl": r"dutch|néerlandaise?|hollandaise?|オランダ|蘭",
    "be": r"belgian|belge|bruxelloise?|ベルギー",
    "de": r"german|bavarian|allemande?|berlinoise?|munichoise?|独|ドイツ",
    "at": r"austrian|autrichien(?:ne)?|オーストリア",
    "ch": r"swiss|suisse|helvétique|zurichoise?|genevoise?|スイス",
    "it": r"italian|italien(?:ne)?|milanaise?|伊|イタリア",
    "es": r"spanish|espagnole?|madrilène|スペイン",
    "pt": r"portuguese|portugaise?|ポルトガル",
    "se": r"swedish|suédoise?|スウェーデン",
    "no": r"norwegian|norvégien(?:ne)?|ノルウェー",
    "dk": r"danish|danoise?|デンマーク",
    "fi": r"finnish|finlandaise?|フィンランド",
    "ee": r"estonian|estonien(?:ne)?|エストニア",
    "pl": r"polish|polonaise?|ポーランド",
    "cz": r"czech|tchèque|チェコ",
    "ua": r"ukrainian|ukrainien(?:ne)?|ウクライナ",
    "ru": r"russian|russe|露|ロシア",
    "tr": r"turkish|turque|turc|トルコ",
    "jp": r"japanese|japonaise?|tokyoïte|nippone?|日本",
    "kr": r"(?:south[ -])?korean|(?:sud-)?coréen(?:ne)?|韓",
    "tw": r"taiwanese|taïwanaise?|台湾",
    "cn": r"chinese|chinoise?|pékinoise?|中国",
    "hk": r"hong kong(?:ais(?:e)?)?|hongkongaise?|香港",
    "sg": r"singaporean|singapourien(?:ne)?|シンガポール",
    "my": r"malaysian|malaisien(?:ne)?|マレーシア",
    "id": r"indonesian|indonésien(?:ne)?|インドネシア",
    "vn": r"vietnamese|vietnamien(?:ne)?|ベトナム",
    "th": r"thai|thaïlandaise?|タイ",
    "in": r"indian|indien(?:ne)?|インド(?!ネシア)",
    "au": r"australian|australien(?:ne)?|豪",
    "nz": r"new zealand|néo-zélandaise?|ニュージーランド",
    "ae": r"emirati|émiratie?|アラブ首長国連邦",
    "sa": r"saudi|saoudien(?:ne)?|サウジ(?:アラビア)?",
    "qa": r"qatari|qatarien(?:ne)?|カタール",
    "il": r"israeli|israélien(?:ne)?|イスラエル",
    "br": r"brazilian|brésilien(?:ne)?|ブラジル",
    "mx": r"mexican|mexicaine?|メキシコ",
    "za": r"south african|sud-africaine?|南アフリカ",
    "eg": r"egyptian|égyptien(?:ne)?|エジプト",
    "ng": r"nigerian|nigériane?|ナイジェリア",
    "ke": r"kenyan|kényane?|ケニア",
    "ma": r"moroccan|marocaine?|モロッコ",
}
_ORIGIN = re.compile(
    "|".join(rf"(?P<{country}_>(?<![\w-])(?:{words})(?![\w-]))" for country, words in _ADJECTIVES.items()),
    re.IGNORECASE,
)
_TRADES: tuple[tuple[str, tuple[OrganizationKind, ...]], ...] = (
    (r"labs?|laborator(?:y|ies)|laboratoires?|model maker|研究所", ("lab", "university")),
    (r"(?:ai[ -])?chip(?:[ -]?(?:maker|designer|giant|firm|company|group))?|chipmaker|foundry|semiconductor|fondeur|puces?|半導体", ("chips",)),
    (r"auto ?maker|car ?maker|carmaker|robotaxi|constructeur automobile|automobile|自動車", ("cars",)),
    (r"robotics?|robot ?maker|robotique|roboticien", ("robots", "cars")),
    (r"bank|lender|broker|banque|courtier|銀行|同行", ("bank", "fund", "fintech")),
    (r"fintech|payments?|neobank|néobanque|フィンテック", ("fintech", "bank")),
    (r"insurer|assureur|保険", ("insurer",)),
    (r"fund|investor|venture firm|fonds|investisseur|ファンド", ("fund", "holding", "bank")),
    (r"utility|power (?:company|producer|group|firm)|energy (?:company|group|firm|giant)|oil (?:company|group|major|giant)|électricien|énergéticien|pétrolier|電力", ("power",)),
    (r"telecoms?|carrier|phone company|télécoms?|opérateur télécom|通信", ("telecom", "holding")),
    (r"retailer|grocer|bookseller|enseigne|distributeur|小売", ("retail", "platform")),
    (r"drug ?maker|pharma(?:ceutical)?|biotech|hospital|laboratoire pharmaceutique|製薬|病院", ("health",)),
    (r"publisher|newspaper|broadcaster|news agency|éditeur de presse|journal|quotidien|同紙|同誌|新聞", ("media", "culture")),
    (r"(?:record )?label|studio|maison de disques", ("culture", "media")),
    (r"airline|compagnie aérienne|logistics|航空", ("transport",)),
    (r"regulator|watchdog|régulateur|gendarme|autorité|同委", ("regulator", "government")),
    (r"agency|ministry|agence|ministère|同省|同庁", ("government", "regulator", "media", "consulting")),
    (r"university|school|université|école|大学|同大", ("university",)),
    (r"neocloud|cloud|hyperscaler|hosting|hébergeur|data cent(?:er|re)|landlord|クラウド", ("cloud", "platform", "software", "telecom")),
    (r"defen[cs]e|arms|drone|défense|armement|防衛", ("defence", "robots")),
    (r"social network|search (?:company|giant|engine)|e-?commerce|réseau social|moteur de recherche", ("platform", "software", "lab")),
    (r"consult(?:ancy|ing)|cabinet|コンサル", ("consulting", "analyst")),
    (r"conglomerate|trading house|conglomérat|商社", ("holding", "industry", "power", "telecom", "platform", "hardware")),
)  # fmt: skip
"""What a word of trade may be said of; where it may be said of anyone (giant, group, maker) it is not here."""
_TRADE = [(re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE), kinds) for words, kinds in _TRADES]
_CITY = re.compile(r"\b[A-Z][a-zà-ÿ'’-]+(?: [A-Z][a-zà-ÿ'’-]+)?")
_ARTICLES = frozenset(("The", "This", "That", "La", "Le", "Cette", "Ce", "Cet", "Sa", "Son"))


def described(words: str, cities: Collection[str]) -> Description:
    """What they tell. `cities`: those of the companies that the text names."""
    return Description(_country(words), _city(words, cities), _kinds(words))


def _country(words: str) -> str | None:
    match = _ORIGIN.search(words)
    return match.lastgroup.rstrip("_") if match and match.lastgroup else None


def _city(words: str, cities: Collection[str]) -> str | None:
    if not cities:
        return None
    for match in _CITY.finditer(words):
        found = match[0].removesuffix("-based")
        first, _, rest = found.partition(" ")
        found = rest if first in _ARTICLES else found
        if found in cities:
            return found
    return None


def _kinds(words: str) -> frozenset[OrganizationKind]:
    """Of the last word of trade: a hospital software maker is no hospital."""
    last, found = -1, frozenset[OrganizationKind]()
    for pattern, kinds in _TRADE:
        for match in pattern.finditer(words):
            if match.end() > last:
                last, found = match.end(), frozenset(kinds)
    return found


_SAME, _OTHER = 16.0, 60.0
"""What it takes off that a word tells the company's country or city, and costs that it tells another."""
_TRADES_AGREE, _TRADES_DIFFER = 6.0, 24.0


def oddity(told: Description, profile: Profile) -> float:
    """What it costs that a word which tells this means a company of which that is known; below zero where they agree."""
    cost = 0.0
    if told.city and profile.city:
        cost += -_SAME if told.city == profile.city else _OTHER
    elif told.country and profile.country:
        cost += -_SAME if told.country == profile.country else _OTHER
    if told.kinds and profile.kind:
        cost += -_TRADES_AGREE if profile.kind in told.kinds else _TRADES_DIFFER
    return cost
