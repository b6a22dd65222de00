"""Currencies in French untold: a place of the text and the money told before it in, what those whom its own clause names count in out.

« Acme a levé 40 millions de dollars. Le lyonnais Bolt en cherche 12 » : euros, where the text talks of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.amounts import carried_cues as cues
from pipeline.extract.amounts.currencies_told import Placed

DOLLARS = re.compile(
    cues.DOLLAR_PEOPLE.pattern
    + r"|\b(?:Redmond|Mountain View|Cupertino|Menlo Park|Pentagone|californienne?s?|new-yorkaise?s?|texane?s?|San Francisco|Palo Alto|Santa Clara|Seattle|Washington|Trump)\b"
)
"""Who counts in dollars."""
EUROS = re.compile(
    r"\b(?:EDF|RTE|Enedis|Engie|Bruxelles|Bercy|Matignon|Élysée|Commission|CNIL|Garante|Autorité de la concurrence|Bundes\w+|Caisse des dépôts|Région|département|métropole|amendes?|sanctions?|l['’]État|le contribuable|le gouvernement (?:français|allemand)"
    r"|français(?:es?)?|allemande?s?|néerlandaise?s?|italienne?s?|espagnole?s?|belges?|irlandaise?s?|finlandaise?s?|autrichienne?s?|portugaise?s?|tricolores?"
    r"|[Pp]arisienne?s?|[Ll]yonnaise?s?|[Tt]oulousaine?s?|[Ll]illoise?s?|[Mm]arseillaise?s?|[Bb]ordelaise?s?|[Nn]antaise?s?|[Rr]ennaise?s?|[Gg]renobloise?s?|[Ss]trasbourgeoise?s?|[Rr]oubaisienne?s?|[Bb]erlinoise?s?|[Mm]unichoise?s?|[Ff]rancilienne?s?|Italien(?:ne)?s?|Allemande?s?|Néerlandaise?s?|Français(?:es?)?|Espagnole?s?)\b"
)
"""Who counts in euros; young firms, and makers who sell all over the world, are told of in dollars as often."""
_SENTENCE = re.compile(r"[.!?] |\n")
_CLAUSE = re.compile(r"; |, (?:et|mais|quand|tandis que|alors que|contre) | – ")
_WHOLE, _BEHIND = 160, 80
"""Characters before that are looked at, and behind in the same sentence."""


def currency_of_clause(text: str, start: int, last: int, told: str, homes: Placed = ()) -> str:
    """The currency of money that names none, told behind other money that ends at `last`: of those whom its sentence or clause names."""
    if told not in ("EUR", "USD"):
        ends = _begin(_SENTENCE, text, last, start)
        return "USD" if ends is not None and _nearest(text, ends, start, homes) == "USD" else told
    first = _begin(_SENTENCE, text, last, start)
    if first is None:
        first = _begin(_CLAUSE, text, last, start)
        if first is None:
            return told
        return _nearest(text, first, start, homes) or told
    stop = _SENTENCE.search(text, start, start + _BEHIND)
    end = stop.start() if stop else start + _BEHIND
    return _nearest(text, first, start, homes) or _nearest(text, start, end, homes) or told


def _begin(cut: re.Pattern[str], text: str, last: int, start: int) -> int | None:
    ends = [match.end() for match in cut.finditer(text, max(last, start - _WHOLE), start)]
    return ends[-1] if ends else None


def _nearest(text: str, first: int, end: int, homes: Placed) -> str | None:
    """The currency of those who are named last in a stretch; None where nobody is."""
    units = {unit for place, unit in homes if first <= place < end}
    units |= {unit for _, unit in _named(text, first, end)}
    return units.pop() if len(units) == 1 else None


def _named(text: str, first: int, end: int) -> Iterator[tuple[int, str]]:
    for unit, people in (("USD", DOLLARS), ("EUR", EUROS)):
        yield from ((match.start(), unit) for match in people.finditer(text, first, end))
