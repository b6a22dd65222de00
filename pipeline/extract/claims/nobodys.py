"""Nobody's: a figure and what stands around it in, whether it is no entity's out: a market, a country, mankind, the author's own channel.

Only words that are right far more often than wrong; whatever they do not tell goes to the names of the text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Protocol

from pipeline.records import Kind, Metric

_NATIONS = Decimal(40_000_000_000)
"""Watts, and by three thousand watt hours: more than any company draws, so it is what a country or the world does."""
_BEFORE, _BEHIND = 80, 40
_CHANNEL = re.compile(
    r"\bthank(?:s| you)\b|\b(?:this|my|our|the) channel\b|\b(?:we|I)(?:['’]ve)? (?:just |finally )?(?:hit|passed|reached|crossed)\b|\bsmash\b|\blike and subscribe\b"
    r"|\bmerci\b|\b(?:ma|la|cette|notre) chaîne\b|\bon (?:est|a|vient)\b|\babonnez\b|チャンネル|高評価|読者|視聴者|登録者|メルマガ",
    re.IGNORECASE,
)
_THRESHOLD: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:firms|companies|businesses|developers|labs|platforms|providers|operators|employers|groups|outfits|organi[sz]ations|any (?:model|system|company|firm|business|buyer|customer)|a (?:buyer|customer|user) (?=who|that)|(?:models|systems|sites|users|start-?ups) (?=with|that|whose|above))"
        r"\s?(?:with|whose|that|which|who|above|over|below|making|earning|employing|inside)\s[^.;:\n]{0,50}\Z"
        r"|\b(?:if|once|when|where) (?:you|your|their|annual|a company|a firm)(?:['’]s|r)? (?:\w+ ){0,4}(?:revenues?|sales|turnover|earn|make|exceeds?)[^.;\n]{0,24}\Z",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:entreprises|sociétés|acteurs|plateformes|fournisseurs|développeurs|groupes|employeurs|tout (?:modèle|acteur)|PME|sites)\s(?:de|dont|qui|ayant|réalisant|comptant|employant|au-delà|au-dessus|avec)\b[^.;:\n]{0,50}\Z"
        r"|\b[Aa]u-delà d(?:e |['’])\Z",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"(?!)"),
}
_THRESHOLD_BEHIND = re.compile(
    r"(?:を(?:超え|上回|下回)(?:る|た)|以上の|以下の|未満の|超の)(?:[^。、はがを\n]{0,8})?(?:企業|会社|事業者|開発者|開発会社|法人|組織|プラットフォーム|モデルに|世帯)(?:は|に|を|が|と|で|へ|の場合)"
    r"|\s(?:de chiffre d['’]affaires|in (?:annual )?(?:revenues?|sales))(?: annuels?)?,?\s(?:il faut|you|needs?|must|vous|une licence|need)"
)
_MARKET: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!in the )\b(?:market|industry|sector|(?:global|worldwide|world) (?:\w+ ){0,3}(?:spending|demand|sales|shipments|output|consumption|investment))\b(?! (?:share|leader|value|cap))"
        r"[^.;\n]{0,44}\b(?:worth|reach(?:es|ed)?|hit|grow(?:s|n|ing)?|grew|total(?:s|led)?|swell|be|to|was|is|at|of|rise|rose|fell|exceed|top|pass|come to|came to)\s(?:\w+ ){0,3}\Z",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?<!du )\b(?:marché|secteur|filière|(?:dépenses|demande|ventes|consommation|investissements|production) (?:[a-zà-ÿ]+ ){0,3}?(?:mondiales?|mondiaux|nationale|européenne))\b"
        r"[^.;\n]{0,60}\b(?:atteindr\w+|atteint|pès\w+|pèse|représent\w+|vaudr\w+|dépass\w+|pass(?:er|era|e|é)|s['’]él\w+|à|de|frôl\w+|avoisin\w+|bondi\w*|gonfl\w+)\s(?:[a-zà-ÿ'’]+ ){0,3}\Z",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"(?:市場(?:規模)?|業界全体|世界(?:全体)?の(?:需要|投資額?|支出))(?:は|が|も|で)[^。はが\n]{0,24}\Z"
    ),
}
_PLACES_EN = r"(?:America|Britain|Germany|France|China|Japan|India|Europe|Ireland|Italy|Spain|Korea|South Korea|Taiwan|the (?:US|UK|EU|country|nation|world|continent|bloc|grid|state|government)|Americans|Britons|Europeans)"
_GENERIC = re.compile(
    r"\b(?:[Dd]ata cent(?:er|re)s (?:already |now |will |could |would |may |might )*(?:swallow|use|consume|need|draw|account for|guzzl|make up|devour|eat)\w*"
    r"|[Ll]es centres de données (?:[a-zà-ÿ]+ )?(?:consomm|aval|absorb|engloutiss|pès|représent)\w+)\s(?:up )?(?:[a-zà-ÿ]+ ){0,3}\Z"
)
"""Data centres in general."""
_PLACES_FR = r"(?:la France|l['’]Allemagne|le Royaume-Uni|l['’]Irlande|la Chine|le Japon|l['’]Inde|l['’]Europe|l['’]Italie|l['’]Espagne|les États-Unis|les Etats-Unis|la Corée|le pays|le monde|l['’]État|l['’]Etat|le gouvernement|l['’]Hexagone|les Français|les Américains|le continent)"
_COUNTRY: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"(?:\A|[.;:\n]\s?|\n\s?|\b(?:and|but|while|that|as) ){_PLACES_EN}\s(?:now |already |alone |only |still |itself )?(?:has|have|had|uses?|used|consumes?|consumed|needs?|generates?|counts?|spends?|spent|produces?|imports?|pays?|will (?:need|use|consume|spend|have|lend|put|invest|pay)|could (?:need|use)|lent|lends|puts)\s(?:\w+ ){{0,3}}\Z",
    ),
    "fr": re.compile(
        rf"(?:\A|[.;:\n]\s?|\b(?:et|mais|que|car) ){_PLACES_FR}\s(?:ne |n['’]en |en |y |)?(?:a|ont|compte|comptent|consomme|consomment|utilise|produit|dépense|paie|aura|avait|met|mettra|apporte|apportera|investit|investira|versera|verse|détient|détiendra|prêtera|prête|devrait (?:\w+ )?)\s?(?:[a-zà-ÿ'’]+ ){{0,3}}\Z",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"(?!)"),
}
_SHARE_OF_IT = re.compile(r"\b(?:shares?|its|parts?|détien\w+|son|sa)\b|シェア|占め")
_MANKIND: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:[Hh]umans?|(?:the )?(?:average|typical) (?:person|human|doctor|lawyer|household|home|reader)|human (?:experts|brains?|beings|doctors)|the (?:human )?brain|(?:PhD|human) (?:experts|students))\b(?! (?:resources|ity))[^.;,\n]{0,32}\Z"
    ),
    "fr": re.compile(
        r"\b(?:un humain|un être humain|les humains|le cerveau(?: humain)?|un foyer|une personne|un médecin|l['’]humain|l['’]être humain)\b[^.;,\n]{0,32}\Z"
    ),
    "ja": re.compile(
        r"(?:人間|人類|ヒト|(?<![一-龯])脳|専門家|一般家庭|平均的な[^。、\n]{1,8})(?:の[^。、\n]{0,12})?(?:は|が|も|なら|だと)[^。、はが\n]{0,16}\Z"
    ),
}
_RATE = re.compile(r"(?:1|１|一)(?:ドル|ユーロ|ポンド|元|ウォン)(?:=|＝|は|が|当たり|＝約)?\s?(?:約)?\Z")
_POWER_PRICE = re.compile(r"\s?(?:per|a|an|par|le|du|/)\s?(?:kilowatt|megawatt|kWh|MWh)", re.IGNORECASE)
_POWER_PRICE_BEFORE = re.compile(
    r"\b(?:[Ee]lectricity|[Pp]ower|[Ii]ndustrial users|[Hh]ouseholds|[Cc]onsumers|[Ee]lectricité|[ÉE]lectricité|[Cc]ourant)\b[^.;\n]{0,60}\Z"
)
_MINE = re.compile(r"(?:僕|ぼく|私|わたし|俺|筆者|自分)の[^。、\n]{0,14}(?:は|が|も)[^。、\n]{0,8}\Z")
_OF_PEOPLE = re.compile(
    r"\s(?:of (?:all )?(?:the )?(?:executives|adults|Americans|Britons|Germans|workers|respondents|households|teenagers|teens|parents|teachers|voters|students|employees surveyed|jobs|managers|doctors|(?:European|American|British|German|French|US|U\.S\.) (?:companies|firms|businesses|workers|adults)|(?:the )?(?:world|nation|country|planet|America|Britain|Ireland|Germany|France|Japan|China|India|Europe)['’]s (?:electricity|power|energy|population|water))"
    r"|des (?:(?:firmes|entreprises|sociétés|PME) (?:européennes|françaises|allemandes|américaines|interrogées|du pays)|Français|personnes interrogées|sondés|ménages|foyers|cadres|dirigeants|adultes|jeunes|répondants|enseignants|emplois|actifs)|de (?:la consommation (?:nationale|mondiale|électrique)|l['’]électricité (?:mondiale|nationale|du pays|irlandaise|française|américaine|européenne|produite)))\b"
)
_ITS_REACH = re.compile(
    r"\b(?:used by|reach(?:es|ed)?|cut(?:s|ting)?|laid off|its|their|utilisé\w* par|séduit|touche|supprim\w+)\b"
)


class Figure(Protocol):
    """What the rules need of a figure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def metric(self) -> Metric: ...
    @property
    def amount(self) -> tuple[object, object]: ...


def is_nobodys(text: str, lang: str, figure: Figure, floor: int, ceiling: int, *, named_before: bool) -> bool:
    """Whether the figure, in a sentence at [floor, ceiling), is no entity's. `named_before`: a name stands right before it."""
    low, high = max(floor, figure.start - _BEFORE), min(ceiling, figure.end + _BEHIND)
    start, end = figure.start, figure.end
    if figure.metric in ("subscribers", "users") and _CHANNEL.search(
        text, max(0, start - 40), min(len(text), end + 40)
    ):
        return True
    if _is_a_nations(figure) and not named_before:
        return True
    if _THRESHOLD[lang].search(text, low, start) or _THRESHOLD_BEHIND.match(text, end, high):
        return True
    if _MARKET[lang].search(text, low, start) and not _SHARE_OF_IT.search(text, low, start):
        return True
    if _COUNTRY[lang].search(text, max(0, low - 2), start) or _MANKIND[lang].search(text, low, start):
        return True
    if lang != "ja" and _GENERIC.search(text, low, start):
        return True
    if lang == "ja" and (_RATE.search(text, low, start) or _MINE.search(text, low, start)):
        return True
    if figure.kind == "percent" and _OF_PEOPLE.match(text, end, high):
        return not _ITS_REACH.search(text, low, start)
    priced = figure.kind == "money" and _POWER_PRICE.match(text, end, high)
    return bool(priced and _POWER_PRICE_BEFORE.search(text, low, start))


def _is_a_nations(figure: Figure) -> bool:
    most = figure.amount[1] if isinstance(figure.amount[1], Decimal) else figure.amount[0]
    if not isinstance(most, Decimal):
        return False
    return (figure.kind == "power" and most >= _NATIONS) or (
        figure.kind == "energy" and most >= _NATIONS * 3000
    )
