"""Turns: what stands around a figure in, how much that turns its owner from the sentence's subject to another name, out.

`fined X $3m` is X's, `put $3m into X` is not; `$3m for X`, `valued X at $3m`, `a $3m cheque from X`, Xに3億円の制裁金 and
3兆のパラメーターを持つX are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.claims.affinity import OF_THINGS as _OF_THINGS
from pipeline.extract.claims.affinity import THINGS as _THINGS
from pipeline.extract.claims.standing import MODIFIER, OBJECT, OBLIQUE
from pipeline.extract.claims.standing_ja import has_its_own
from pipeline.extract.claims.turns_ja import before_in_japanese, behind_in_japanese
from pipeline.records import EntityType, Kind, Metric

_FINE = re.compile(
    r"\bfine[ds]?\b|\bfining\b|penalt|réclam|違反|amende|astreinte|écop\w+|sanction|罰金|制裁金|課徴金|過料|反則金",
    re.IGNORECASE,
)
_GRANT = re.compile(
    r"補助(?:する|した|を決|を受)|助成|支給|交付|\bgrants?\b|\bsubsid|subvention|\baides? de\b|doté[es]*\s",
    re.IGNORECASE,
)
_STOCK = re.compile(r"株価|株は|株が|時価総額|配当|1株")
_LEGAL = re.compile(
    r"法律|法案|義務|違反|罰則|罰金|罰を|制裁金|課徴金|規制|規定|施行|適用|禁止|対象となる|対象は|届け出|報告し|猶予|条文"
)

_VALUES = re.compile(r"\b(?:valu(?:e|es|ed|ing)|put(?:s|ting)?|valoris\w+)\s*\Z", re.IGNORECASE)
_AT = re.compile(r"\s*(?:(?:une|la) )?(?:at|à|de)?\s*(?:hauteur de )?\Z")
_IN_ITS_BRACKET = re.compile(r"\s?[」』]?[(（][^()（）\n]{0,24}\Z")
_ADJACENT = re.compile(r"(?:\s?[,(（:：–—]\s?|,\s(?:an?|une?)\s|\s(?:at|on|à)\s|\s[-–—]\s)\Z")
_CITED = re.compile(r"(?:[Ss]elon|[Dd]['’]après|[Aa]ccording to)\s?(?:the |l['’]|le |la )?\Z")
_SOLD_AT = re.compile(r"\s(?:at|for|à|pour)\s(?:just |only |seulement )?\Z")
"""X sells its Y for $20: the price is Y's."""
_MEASURED: frozenset[Metric] = frozenset(
    ("power-use", "parameters", "context", "benchmark", "tokens", "length")
)
_OF_MATTER: frozenset[Kind] = frozenset(("mass", "energy", "power", "temperature", "area", "data"))
_SAYS = re.compile(
    r"\s(?:has |have |had |also |now |a |avait )?(?:says?|said|claim(?:s|ed)|estimate[sd]|reports|reported|dit|affirme|évalue|évaluait|estime|annonce|assure)\b"
)
"""What a company says of a thing it makes is the thing's."""
_TRAINING = re.compile(r"\b(?:train(?:ed|ing)?|pre-?training|(?:pré-?)?entraîn\w+)\b")
_OF_TRAINING: frozenset[Metric] = frozenset(("cost", "tokens", "hardware", "other"))
_TO_HIM = re.compile(r"\s(?:lui|leur)\s")
_DONE_TO_HIM: frozenset[Metric] = frozenset(("cost", "revenue", "loss"))
"""Lui coûte, lui rapporte."""
_ITS_OWN = re.compile(r"['’]s?\s(?:about |roughly |own )?\Z|\s(?:et|and|avec|with)\s(?:ses|son|sa|its)\s\Z")
"""X's 25 %, X and its 25 %."""
_LEADS = re.compile(
    r"\s(?:has |have |had |also |a |is )?(?:co-)?(?:led|leads|leading|mène|mené|conduit|co-mène)\b"
)
_SUBSCRIBERS = re.compile(
    r"\b(?:[Ss]ubscribers|[Cc]ustomers|[Uu]sers|[Aa]ccess|[Aa]bonnés|[Aa]bonnement|[Cc]lients|[Uu]tilisateurs) (?:to|of|à|au|de|d['’])\s?(?:the |le |la |l['’])?\Z"
)
_OF_IT = re.compile(r"\s(?:(?:de|of|with|à|has|a|avec(?: ses)?|at|and its)\s|d['’])?\Z")
_OBJECT_OF_FINE = re.compile(
    r"\s(?:(?:a |of |à |d['’]|to pay |à payer |à verser |with )?(?:an? |une amende (?:record )?de |fine of |penalty of )?)?\Z"
)
_COMPARING = re.compile(
    r"\b(?:contre|face (?:à|aux?)|against|versus|vs\.?|compared (?:with|to)|ahead of|than)\s(?:\w+\s)?\Z"
)
_TAKES = re.compile(
    r"\s(?:takes?|uses?|costs?|draws?|needs?|consumes?|has|have|is|are|was|reached|hit|totals?|came to|stood at|coûte|consomme|requiert|réclame|nécessite|engloutit|absorbe|atteint|compte|est de)\s(?:\w+ )?\Z"
)
"""A prompt to X takes …: nobody stands between the oblique name and the verb."""
_GIVEN_TO = re.compile(r"\b(?:à|pour|for|to)\s(?:the |la |l['’])?\Z")
_FINED_BEFORE = re.compile(
    r"\b(?:à|contre|to|on|against|fine[ds]?|encontre de|encontre d['’])\s?(?:the |la |l['’])?\Z"
)
_IMPOSES = re.compile(
    r"(?:\s(?!(?:a|est|has|had|is|was|and|et)\b)[a-zà-ÿ]+)?\s(?:lui |leur )?(?:has |have |had |also |a |vient d['’](?:y )?|avait )?(?:fine[sd]?|imposed?|levied|ordered|slapped|hit|penali[sz]ed|inflige?|infligé|condamn|sanctionn|prononc)"
)
_RELATIVE = re.compile(
    r"(?:,\s(?:the|an?|its|le|la|l['’]|une?)\s[^,;.]{3,50})?,?\s(?:which|who|that|whose|qui|lequel|laquelle|dont (?:l['’]|les?\b|la\b))[^;]*"
)
_APPOSED = re.compile(
    r"(?:\s[a-zà-ÿ-]+)?,\s(?:[^,;.\n]{0,60}\s)?(?:valorisée?|évaluée?|estimée?|dotée?|forte?|cotée?|valued|worth)\s(?:[^,;.\n]{0,30}\s)?"
)
"""Wiz, a young company worth …: the participle is of the name before the comma."""
_HELD = re.compile(
    r",\s(?:an?|une?)\s(?!\w*\s?(?:valuation|valorisation|loss|perte|profit|bénéfice|hausse|rise|contrat|contract|croissance|growth|budget|enveloppe|amende|fine"
    r"|investissement|investment|deal|price|prix|record|somme|montant|dette|coût|cost|increase|drop|baisse|stake|round|tour|premium|total)\b)"
    r"[a-zà-ÿ][^,;.\n]{2,50}\s(?:with|of|de|à|avec|d['’]|worth)\s?\Z"
)
"""X, a machine with 1,500 chips."""
_ENDS_THE_RELATIVE = re.compile(r",\s(?!and\b|et\b|dont\b|which\b|avec\b|with\b|pour\b|for\b)")
_WORDS = (
    r"(?:\s(?!(?:and|et|in|to|from|with|auprès|into|dans)\b)(?!\w+(?:é|ée|és|ées|ed)\b)[a-zà-ÿ'’-]+){0,3}"
)
_OF_BEHIND = re.compile(
    _WORDS
    + r"\s(?:of|for|at|chez|de|du|des|d['’]|pour)\s?(?:[Tt]he |[Ll]['’]|la |le )?(?:[A-Z][\w.]+['’]s )?\Z"
)
_FOR_DIRECTLY = re.compile(r"\s(?:for|at|chez|pour)\s\Z")
_OF_DIRECTLY = re.compile(r"\s(?:of|for|at|chez|de|d['’])\s?\Z")
_USED_BEHIND = re.compile(
    r"(?:\s[a-z]+){0,4}\s(?:on|using)\s\Z|(?:\s[a-zà-ÿ'’-]+){0,3}\s(?:use|using|build on|built on|rely on|subscribe to|signed up for|pay for|utilisent|emploient|adoptent)(?:\s[a-zà-ÿ'’-]+){0,3}\s(?:[A-Z][\w.]+['’]s )?\Z"
)
_USE_OF_IT = re.compile(
    r"\s(?:per|par|for|pour|for each|pour chaque)\s(?:an? |une? )?(?:[a-zà-ÿ-]+\s){1,3}(?:of|to|on|with|de|à|sur|avec|posée à|adressée à)\s(?:the |l['’]|la |le )?\Z"
)
"""0.3 Wh per question to X."""
_FROM_BEHIND = re.compile(
    r"(?:\s[a-zà-ÿ]+){0,3}?\s?(?:souscrits?|apportés?|versés?|financés?|promis|invested|contributed|pledged|provided|put up|cheque|check|investment|injection)?"
    r"\s(?:from|by|par|de la part d[e'’])\s(?:(?:the |le |la |l['’])(?:[a-zà-ÿ-]+\s)?(?:à )?)?\Z"
)
_TO_BEHIND = re.compile(r"[^;:.]*\s(?:à|to|on|against|contre)\s(?:the |l['’]|la )?\Z")
_OF_SALES = re.compile(
    r"\s(?:of|des|de|du)\s?(?:the |all |ventes (?:de|d['’])|revenus (?:de|d['’])|recettes (?:de|d['’])|chiffre d['’]affaires (?:de|d['’]))?\s?\Z"
)
_SALES = re.compile(
    r"[\w.-]+(?:\s[A-Z][\w.-]+){0,2}(?:['’]s?)?\s(?:\w+\s)?(?:sales|revenues?|turnover|orders|profits?|business)\b"
)
"""87 per cent of X's sales."""
_OWNED_BY_BEHIND = re.compile(r"\s(?:par|by|owned by|held by|détenus? par)\s(?:the |le |la |l['’])?\Z")


@dataclass(frozen=True, slots=True)
class Turn:
    """How one figure's surroundings turn its ownership; `before` and `behind` give costs to be added for a role."""

    lang: str
    metric: Metric
    kind: Kind
    unit: str
    fine: bool
    grant: bool
    compared: bool
    legal: bool
    stock: bool
    end: int
    training: bool = False
    """Whether somebody or something is trained: that is a model's."""
    labelled: bool = False
    """Whether it follows a colon: X: $5m from Y."""

    def before(
        self, text: str, start: int, end: int, figure: int, standing: float, type_: EntityType
    ) -> float:
        """For a role at [start, end) before the figure, which begins at `figure`."""
        if self.lang == "ja":
            return before_in_japanese(self, text, end, figure, standing, type_)
        gap = figure - end
        if _IMPOSES.match(text, end):
            return 70 if self.fine else 40
        measured = self.metric in _MEASURED or self.kind in _OF_MATTER
        if measured and type_ == "organization" and _SAYS.match(text, end):
            return 20.0
        if self.metric in ("cost", "hardware", "funding", "price") and _TO_HIM.match(text, end):
            return 40.0
        if gap <= 40 and self.metric in _DONE_TO_HIM and text[start:end].lower() in ("lui", "leur"):
            return -30 - standing
        if self.fine:
            if gap <= 60 and _FINED_BEFORE.search(text, max(0, start - 18), start):
                return -30 - (standing if standing <= OBLIQUE else 0)
            if gap <= 22 and _OBJECT_OF_FINE.fullmatch(text, end, figure):
                return -30 - (standing if standing <= OBLIQUE else 0)
        if gap <= 8 and _ITS_OWN.fullmatch(text, end, figure):
            return -40 - standing
        if self.metric in ("funding", "valuation") and _LEADS.match(text, end):
            return 45.0
        used = self.metric in ("price", "users", "subscribers", "other") and type_ in _THINGS
        if used and standing >= OBLIQUE and _SUBSCRIBERS.search(text, max(0, start - 24), start):
            return -44.0
        cost = 20.0 if self.metric == "hardware" and standing == MODIFIER else 0.0
        if self.metric == "price" and type_ in _THINGS and gap <= 8 and _SOLD_AT.fullmatch(text, end, figure):
            return cost - 20 - standing * 0.7
        if self.metric == "valuation" and gap <= 24 and _AT.fullmatch(text, end, figure):
            cost -= 60 if _VALUES.search(text, max(0, start - 16), start) else 0
        given = type_ == "project" or self.metric not in ("investment", "funding")
        if (
            gap <= 2
            and given
            and self.metric != "investment"
            and _GIVEN_TO.search(text, max(0, start - 12), start)
        ):
            cost -= 34
        if standing >= OBLIQUE and gap <= 24 and given and _TAKES.fullmatch(text, end, figure):
            cost -= 24
        if gap <= 28 and _IN_ITS_BRACKET.fullmatch(text, end, figure):
            cost -= 30 + standing * 0.7
        cited = _CITED.search(text, max(0, start - 24), start)
        if gap <= 6 and standing != OBJECT and given and not cited and _ADJACENT.fullmatch(text, end, figure):
            cost -= 20 + standing * 0.7
        if (
            type_ in _THINGS
            and self.metric in _OF_THINGS
            and gap <= 6
            and _OF_IT.fullmatch(text, end, figure)
        ):
            cost -= 20 + standing * 0.7
        elif type_ == "project" and standing >= OBLIQUE and _is_size(self.metric, self.kind):
            cost -= 22
        return cost

    def relative(self, text: str, end: int, figure: int) -> bool:
        """Whether the figure stands in a clause that a who or which begins behind the role: ASML, qui apporte 1,3 milliard."""
        if (
            self.lang != "ja"
            and figure - end <= 110
            and (_APPOSED.fullmatch(text, end, figure) or _HELD.fullmatch(text, end, figure))
        ):
            return True
        if self.lang == "ja" or figure - end > 260 or not _RELATIVE.fullmatch(text, end, figure):
            return False
        return not _ENDS_THE_RELATIVE.search(text, end + 2, figure)

    def rival(self, text: str, end: int, type_: EntityType) -> bool:
        """Whether a thing that ends at `end` is compared and has a figure of its own: GPT-4oの88.9%を上回る."""
        return self.lang == "ja" and type_ in ("model", "product", "hardware") and has_its_own(text, end)

    def behind(self, text: str, start: int, figure: int, type_: EntityType) -> float:
        """For a role that begins at `start` behind the figure, which ends at `figure`."""
        if start - figure >= 60:
            return 0.0
        if self.lang == "ja":
            return behind_in_japanese(self, text, start, figure, type_)
        between = text[figure:start]
        if (self.fine or self.grant or self.metric == "revenue") and _TO_BEHIND.fullmatch(between):
            return -70
        if self.metric in ("investment", "share") and _FROM_BEHIND.fullmatch(between):
            return -36 if self.labelled else -62
        if self.metric == "share" and _OWNED_BY_BEHIND.fullmatch(between):
            return -62
        if self.metric in ("users", "subscribers") and _USED_BEHIND.fullmatch(between):
            return -50
        if self.metric == "share" and _OF_SALES.fullmatch(between) and _SALES.match(text, start):
            return -66.0
        if self.metric == "share":
            return -50 if _FOR_DIRECTLY.fullmatch(between) else 0.0
        if (
            self.metric in ("power-use", "price", "hardware", "other", "context", "benchmark")
            and type_ in _THINGS
            and not (self.metric == "other" and self.kind == "money")
        ):
            if _FOR_DIRECTLY.fullmatch(between) or _USE_OF_IT.fullmatch(between):
                return -60.0
            return -40.0 if self.metric == "price" and _OF_BEHIND.fullmatch(between) else 0.0
        if self.metric in ("investment", "funding", "hardware", "power-use", "capex", "price"):
            return 0.0
        if self.unit == "share":
            return 0.0
        if self.fine:
            return 0.0
        if _OF_DIRECTLY.fullmatch(between):
            return -50 - (24 if self.compared else 0)
        return -40 - (24 if self.compared else 0) if _OF_BEHIND.fullmatch(between) else 0.0


def _is_size(metric: Metric, kind: Kind) -> bool:
    """Whether a figure tells how big a site is: its power or its ground."""
    return metric == "power-use" or kind in ("area", "length")


def turn_of(
    text: str,
    lang: str,
    start: int,
    end: int,
    kind: Kind,
    unit: str,
    metric: Metric,
    floor: int,
    ceiling: int,
) -> Turn:
    """The turn of the figure at [start, end) of a sentence at [floor, ceiling)."""
    low, high = max(floor, start - 90), min(ceiling, end + 60)
    fine = metric in ("cost", "other", "share") and bool(_FINE.search(text, low, high))
    grant = metric in ("funding", "investment", "other") and bool(_GRANT.search(text, low, high))
    compared = bool(_COMPARING.search(text, max(floor, start - 28), start))
    legal = lang == "ja" and bool(_LEGAL.search(text, low, high))
    stock = lang == "ja" and bool(_STOCK.search(text, max(floor, start - 24), start))
    labelled = lang != "ja" and text[max(floor, start - 2) : start].strip() == ":"
    training = lang != "ja" and metric in _OF_TRAINING and bool(_TRAINING.search(text, low, high))
    return Turn(lang, metric, kind, unit, fine, grant, compared, legal, stock, end, training, labelled)
