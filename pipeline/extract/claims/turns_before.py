"""Turns before: a name that stands before a figure of English or French in, how much the words between and around give it the figure out.

`fined X $3m` is X's, `put $3m into X` is not, `valued X at $3m` is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.claims.affinity import OF_THINGS, THINGS
from pipeline.extract.claims.standing import MODIFIER, OBJECT, OBLIQUE
from pipeline.records import EntityType, Kind, Metric

if TYPE_CHECKING:
    from pipeline.extract.claims.turns import Turn

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
_TO_HIM = re.compile(r"\s(?:lui|leur)\s")
_DONE_TO_HIM: frozenset[Metric] = frozenset(("cost", "revenue", "loss"))
"""Lui coûte, lui rapporte."""
_ITS_OWN = re.compile(r"['’]s?\s(?:about |roughly |own )?\Z|\s(?:et|and|avec|with)\s(?:ses|son|sa|its)\s\Z")
"""X's 25 %, X and its 25 %."""
_LEADS = re.compile(
    r"\s(?:has |have |had |also |a |is )?(?:co-)?(?:led|leads|leading|mène|mené|conduit|co-mène)\b"
)
_PUTS_IN = re.compile(
    r"\s(?:y |en |lui |also |has |have |had |a |ont |vient d['’]|va |will )*(?:injecte|injecté|apporte|apporté|investit|investi|met\b|mis\b|souscrit|participe|invests?\b|invested|put\b|puts\b|poured|contributed|chipped in|pitched in)"
)
_ROUND = re.compile(
    r"\b(?:tour(?: de table)?|levée(?: de fonds)?|round|série [A-G]|[Ss]eries [A-G])\s(?:[a-zà-ÿ-]+\s)?(?:de|of)\s\Z"
)
"""Of who raises the round, not of who puts money in."""
_SUBSCRIBERS = re.compile(
    r"\b(?:[Ss]ubscribers|[Cc]ustomers|[Uu]sers|[Aa]ccess|[Aa]bonnés|[Aa]bonnement|[Cc]lients|[Uu]tilisateurs) (?:to|of|à|au|de|d['’])\s?(?:the |le |la |l['’])?\Z"
)
_OF_IT = re.compile(r"\s(?:(?:de|of|with|à|has|a|avec(?: ses)?|at|and its)\s|d['’])?\Z")
_OBJECT_OF_FINE = re.compile(
    r"\s(?:(?:a |of |à |d['’]|to pay |à payer |à verser |with )?(?:an? |une amende (?:record )?de |fine of |penalty of )?)?\Z"
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
    r"(?:\s[a-zà-ÿ-]+)?,\s(?:[^,;.\n]{0,60}\s)?(?:valorisée?|évaluée?|estimée?|dotée?|forte?|cotée?|(?<!is )(?<!was )(?<!are )(?:valued|worth))\s(?:[^,;.\n]{0,30}\s)?"
)
"""Wiz, a young company worth …: the participle is of the name before the comma."""
_HELD = re.compile(
    r",\s(?:an?|une?)\s(?!\w*\s?(?:valuation|valorisation|loss|perte|profit|bénéfice|hausse|rise|contrat|contract|croissance|growth|budget|enveloppe|amende|fine"
    r"|investissement|investment|deal|price|prix|record|somme|montant|dette|coût|cost|increase|drop|baisse|stake|round|tour|premium|total)\b)"
    r"[a-zà-ÿ][^,;.\n]{2,50}\s(?:with|of|de|à|avec|d['’]|worth)\s?\Z"
)
"""X, a machine with 1,500 chips."""
_ENDS_THE_RELATIVE = re.compile(r",\s(?!and\b|et\b|dont\b|which\b|avec\b|with\b|pour\b|for\b)")


def before_in_latin(
    turn: Turn, text: str, start: int, end: int, figure: int, standing: float, type_: EntityType
) -> float:
    """For a role at [start, end) before the figure, which begins at `figure`."""
    gap = figure - end
    if _IMPOSES.match(text, end):
        return 70 if turn.fine else 40
    measured = turn.metric in _MEASURED or turn.kind in _OF_MATTER
    if measured and type_ == "organization" and _SAYS.match(text, end):
        return 20.0
    if turn.metric in ("cost", "hardware", "funding", "price") and _TO_HIM.match(text, end):
        return 40.0
    if gap <= 40 and turn.metric in _DONE_TO_HIM and text[start:end].lower() in ("lui", "leur"):
        return -30 - standing
    if turn.fine:
        if gap <= 60 and _FINED_BEFORE.search(text, max(0, start - 18), start):
            return -30 - (standing if standing <= OBLIQUE else 0)
        if gap <= 22 and _OBJECT_OF_FINE.fullmatch(text, end, figure):
            return -30 - (standing if standing <= OBLIQUE else 0)
    if gap <= 8 and _ITS_OWN.fullmatch(text, end, figure):
        return -40 - standing
    if turn.metric in ("funding", "valuation") and _LEADS.match(text, end):
        return 45.0
    raised = turn.metric in ("funding", "valuation") or _ROUND.search(text, max(0, figure - 40), figure)
    if raised and type_ == "organization" and _PUTS_IN.match(text, end):
        return 36.0
    used = turn.metric in ("price", "users", "subscribers", "other") and type_ in THINGS
    if used and standing >= OBLIQUE and _SUBSCRIBERS.search(text, max(0, start - 24), start):
        return -44.0
    cost = 20.0 if turn.metric == "hardware" and standing == MODIFIER else 0.0
    if turn.metric == "price" and type_ in THINGS and gap <= 8 and _SOLD_AT.fullmatch(text, end, figure):
        return cost - 20 - standing * 0.7
    if turn.metric == "valuation" and gap <= 24 and _AT.fullmatch(text, end, figure):
        cost -= 60 if _VALUES.search(text, max(0, start - 16), start) else 0
    given = type_ == "project" or turn.metric not in ("investment", "funding")
    if (
        gap <= 2
        and given
        and turn.metric != "investment"
        and _GIVEN_TO.search(text, max(0, start - 12), start)
    ):
        cost -= 34
    if standing >= OBLIQUE and gap <= 24 and given and _TAKES.fullmatch(text, end, figure):
        cost -= 24
    if gap <= 28 and _IN_ITS_BRACKET.fullmatch(text, end, figure):
        cost -= 30 + standing * 0.7
    cited = _CITED.search(text, max(0, start - 24), start)
    if (
        gap <= 6
        and (standing != OBJECT or type_ == "project")
        and given
        and not cited
        and _ADJACENT.fullmatch(text, end, figure)
        and not (standing >= OBLIQUE and type_ == "organization" and _AT.fullmatch(text, end, figure))
    ):
        cost -= 20 + standing * 0.7
    if type_ in THINGS and turn.metric in OF_THINGS and gap <= 6 and _OF_IT.fullmatch(text, end, figure):
        cost -= 20 + standing * 0.7
    elif (
        type_ == "project"
        and standing >= (OBJECT if gap <= 40 else OBLIQUE)
        and _is_size(turn.metric, turn.kind)
    ):
        cost -= 22
    return cost


def in_relative(text: str, end: int, figure: int) -> bool:
    """Whether, in English or French, the figure stands in a clause that a who or which begins behind the role: ASML, qui apporte 1,3 milliard."""
    if figure - end <= 110 and (_APPOSED.fullmatch(text, end, figure) or _HELD.fullmatch(text, end, figure)):
        return True
    if figure - end > 260 or not _RELATIVE.fullmatch(text, end, figure):
        return False
    return not _ENDS_THE_RELATIVE.search(text, end + 2, figure)


def _is_size(metric: Metric, kind: Kind) -> bool:
    """Whether a figure tells how big a site is: its power or its ground."""
    return metric == "power-use" or kind in ("area", "length")
