"""Bystanders: a name's place in a text in, whether it only stands beside what the text is about out.

Who takes part in another's round, who stands in a clause of contrast (while X …), who founded what is spoken of.
"""

from __future__ import annotations

import re

from pipeline.records import EntityType

_BACKS = re.compile(
    r"(?:(?:,| and| et|, and) (?:the |l['’]|la |le )?(?:[A-Z][\w-]+ ?){1,3}){0,4}\s?(?:also |have |has |had |earlier |already |déjà |auparavant |avait |both |all |a |ont |pourrait |y |lui )*"
    r"(?:took part|participated|joined|led|chipped in|contributed|backed|mené|mène|mènent|participé|participent|participe|pris part|apporter|apporté|apporte|complété|invested|bought in|put in|put up|investi|injecté|injecte|remis au pot)\b"
)
"""Who takes part in a round: the company that is spoken of next is another."""
_BACKED_BY = re.compile(
    r"\b(?:(?:co-)?led by|backed by|backers (?:include|such as)|investors (?:include|including|such as)|funding from|auprès d(?:e|['’])|menée? par|conduite? par|soutenue? par|financée? par)\s?(?:the |l['’]|la |le )?\Z"
)
_WHILE = re.compile(
    r"\b(?:while|whereas|where|là où|tandis qu(?:e |['’])|alors qu(?:e |['’])|quand|\bonly|\bseule?|\beven|by comparison,|by contrast,|par comparaison,)\s?(?:the |l['’]|la |le )?\Z",
    re.IGNORECASE,
)
_FOUNDED_BY = re.compile(
    r"\b(?:[Ff]ondée?|[Cc]réée?|[Ll]ancée?|[Dd]irigée?|[Ff]ounded|[Ss]tarted|run|headed) (?:en \d{4} |in \d{4} )?(?:par|by) (?:[A-Z][\w-]+ [A-Z][\w-]+(?:, | et | and )){0,2}\Z"
)


def is_minor(text: str, start: int, end: int, type_: EntityType) -> bool:
    """Whether what is said next is hardly about this name."""
    before = max(0, start - 40)
    if _WHILE.search(text, before, start):
        return True
    return type_ == "organization" and bool(_BACKS.match(text, end) or _BACKED_BY.search(text, before, start))


def is_founder(text: str, start: int, end: int) -> bool:
    """Whether a name of several words is that of a founder: Fondée en 2019 par …"""
    return " " in text[start:end] and bool(_FOUNDED_BY.search(text, max(0, start - 70), start))
