"""Turns behind: a name that stands behind a figure of English or French in, how much the words between give it the figure out.

`$3m for X`, `a $3m cheque from X` and `3 % of X's sales` are X's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.claims.affinity import THINGS
from pipeline.records import EntityType

if TYPE_CHECKING:
    from pipeline.extract.claims.turns import Turn

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


def behind_in_latin(turn: Turn, text: str, start: int, figure: int, type_: EntityType) -> float:
    """For a role that begins at `start` behind the figure, which ends at `figure`."""
    between = text[figure:start]
    if (turn.fine or turn.grant or turn.metric == "revenue") and _TO_BEHIND.fullmatch(between):
        return -70
    if turn.metric in ("investment", "share") and _FROM_BEHIND.fullmatch(between):
        return -36 if turn.labelled else -62
    if turn.metric == "share" and _OWNED_BY_BEHIND.fullmatch(between):
        return -62
    if turn.metric in ("users", "subscribers") and _USED_BEHIND.fullmatch(between):
        return -50
    if turn.metric == "share" and _OF_SALES.fullmatch(between) and _SALES.match(text, start):
        return -66.0
    if turn.metric == "share":
        return -50 if _FOR_DIRECTLY.fullmatch(between) else 0.0
    if (
        turn.metric in ("power-use", "price", "hardware", "other", "context", "benchmark")
        and type_ in THINGS
        and not (turn.metric == "other" and turn.kind == "money")
    ):
        if _FOR_DIRECTLY.fullmatch(between) or _USE_OF_IT.fullmatch(between):
            return -60.0
        return -40.0 if turn.metric == "price" and _OF_BEHIND.fullmatch(between) else 0.0
    if turn.metric in ("investment", "funding", "hardware", "power-use", "capex", "price"):
        return 0.0
    if turn.unit == "share":
        return 0.0
    if turn.fine:
        return 0.0
    if _OF_DIRECTLY.fullmatch(between):
        return -50 - (24 if turn.compared else 0)
    return -40 - (24 if turn.compared else 0) if _OF_BEHIND.fullmatch(between) else 0.0
