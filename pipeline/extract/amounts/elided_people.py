"""Ellipsis of people: a bare number in, people out where the words around it say what is done with so many (English).

`is letting 3,000 go`, `cuts 250 from its research arm`, `gives work to 700`, `the team shrank from 80 to 30`, `a country of nine million`.
"""

from __future__ import annotations

import re

from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_LEAST, _MOST_STAFF, _LARGE, _MOST_PEOPLE = 10, 3 * 10**6, 10**5, 10**10
_SOME = r"(?:about |around |some |another |nearly |almost |roughly |over |more than |up to |a further )?\Z"
_LETTING = re.compile(r"\b(?:let|lets|letting) " + _SOME)
_GO = re.compile(r" (?:[a-z]+ )?go\b")
_LET_GO = re.compile(
    r" (?:more |others )?(?:(?:were |are |was |being |to be )?(?:let go|laid off|made redundant|furloughed|sacked)\b|lost their jobs\b|(?:are |were )?out of (?:a job|work)\b)"
)
_CUTS = re.compile(
    r"\b(?:cut(?:s|ting)?|ax(?:es|ed|ing)|shed(?:s|ding)?|los(?:es?|t|ing)|dropp?(?:s|ed|ing)|slash(?:es|ed|ing)?|trimm?(?:s|ed|ing)?|remov(?:es?|ed|ing)|hir(?:es?|ed|ing)|poach(?:es|ed|ing)?|recruit(?:s|ed|ing)?|add(?:s|ed|ing)?) "
    + _SOME
)
_FROM_TEAM = re.compile(
    r" (?:from|in|at|of|across|to) (?:its|the|their|his|her) (?:[\w&'-]+ ){0,4}?(?:units?|teams?|staff|divisions?|workforce|departments?|labs?|arm|group|headcount|payroll|ranks|desks?|newsroom|organi[sz]ation)\b"
)
_TEAM_FROM = re.compile(
    r"\b(?:teams?|staff|workforce|headcount|crew|payroll|department|division|newsroom|ranks|personnel)(?: (?:of|at|in) (?:[\w'-]+ ){1,3}?)?(?: (?:has|had|have|was|were|is|will|would|could))?(?: (?:been|be))?(?: (?:cut|grown?|grew|shr[aiu]nk|reduced|trimmed|fallen|fell|risen|rose|gone|went|expanded|swelled|doubled|tripled))?(?: back| down| up)? from "
    + _SOME
)
_TO = re.compile(r" (?:\w+ )?(?:people )?(?:a (?:year|decade) ago )?(?:down |up )?to\b")
_WORK_TO = re.compile(
    r"\b(?:(?:giv(?:es?|ing)|gave|provid(?:es?|ed|ing)|offer(?:s|ed|ing)?|bring(?:s|ing)?|mean(?:s|t)?|create[sd]?|creating|promis(?:es?|ed|ing)) (?:work|jobs|employment|permanent work|permanent jobs)|work|employment|jobs) (?:to|for) "
    + _SOME
)
_AND_TO = re.compile(r"\b(?:work|jobs|employment) (?:to|for) [^.;:!?]{1,48}\band (?:to|for) " + _SOME)
_WORK_ENDS = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:during|in|at|on|once|while|when|after|afterwards|and|for|from|by|permanently|full-time|as|later|there|here)\b"
)
_PLACE = re.compile(
    r"\b(?:[Aa]|an|the|this|our|their) (?:[a-z-]+ )?(?:country|nation|state|city|town|region|island|province|village|market|continent|people) of (?:just |only |some |about |around |nearly |almost |over |more than )?\Z"
)
_PLACE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?!dollars|euros|pounds|users|customers|subscribers|tokens|parameters)[a-z]+\b"
)
_LEAST_USERS = 10_000
_SERVES = re.compile(
    r"\b(?:serv(?:es?|ed|ing)|reach(?:es|ed)?|attract(?:s|ed)?|draw(?:s|n)?|drew|welcom(?:es?|ed)|entertain(?:s|ed)?|host(?:s|ed)?|visited by|used by|opened by|pulls? in) "
    + _SOME
)
_AT_A_TIME = re.compile(r" (?:(?:a|each|every|per) (?:day|week|month)|daily|weekly|monthly)\b")
"""Around those whom a service has: it serves 3 million every week."""
_HEADS_BY = re.compile(r"\b[Hh]ead ?counts?\b[^.;:!?\n]{0,40}? (?:by|to|from|of|at|was|is) " + _SOME)
_HEADS_TO = re.compile(r"\b[Hh]ead ?counts?\b[^.;:!?\n]{0,120}?, to " + _SOME)
_HEADS_END = re.compile(
    r"\s*(?:[.;:!?)]|,(?= )|\Z|\n)(?!\d)| (?:in|by|at|from|to|last|this|over|since|during|after|a|on|and|worldwide|globally)\b"
)


def people_said(text: str, one: Measured, start: int, end: int) -> Unit | None:
    """People, where what is done with the number is done with people; start and end are those of its bound."""
    low = one.low
    if low < _LEAST or one.number.letters or low != low.to_integral_value():
        return None
    before = max(0, start - 72)
    if low >= _LARGE and low < _MOST_PEOPLE and _PLACE.search(text, before, start):
        return Unit("count", "person") if _PLACE_ENDS.match(text, end) else None
    if low > _MOST_STAFF and not _AT_A_TIME.match(text, end):
        return None
    if low >= _LEAST_USERS and _AT_A_TIME.match(text, end) and _SERVES.search(text, before, start):
        return Unit("count", "user")
    said = (
        _LET_GO.match(text, end)
        or (_GO.match(text, end) and _LETTING.search(text, before, start))
        or (_FROM_TEAM.match(text, end) and _CUTS.search(text, before, start))
        or (_TO.match(text, end) and _TEAM_FROM.search(text, before, start))
        or (
            _WORK_ENDS.match(text, end)
            and (_WORK_TO.search(text, before, start) or _AND_TO.search(text, before, start))
        )
        or (
            _HEADS_END.match(text, end)
            and (_HEADS_BY.search(text, before, start) or _HEADS_TO.search(text, max(0, start - 150), start))
        )
    )
    return Unit("count", "person") if said else None
