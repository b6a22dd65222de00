"""Ellipsis of more of them: a bare number and the amounts before it in, the thing counted last out where its clause says so (English).

`54 satellites, with 100 planned`; `18 reactors at work and 40 on order`; `lost 9,000 subscribers, leaving it with 3 million`;
`hired 40 people and will hire 60 more`; `its users (4m at last count)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_named import noun_at

_NEAR, _FEW, _THOUSAND = 130, 2, 1000
_AND = re.compile(
    r"(?:,|;|\band|\bbut) (?:with |and |but )?(?:another |a further |some |about |only |just |perhaps )?\Z"
)
_IN_A_STATE = re.compile(
    r" (?:(?:are |is |were |have been |to be |being |already |now |still |more |others )*(?:planned|ordered|delivered|installed|sold|shipped|signed|booked|built|leased|rented|licensed|approved|cleared|filed|granted|pending|proposed|announced|earmarked|reserved|running|operating|flying|working|online|ready|finished|complete|completed|retired|scrapped|closed|idle|mothballed|occupied|empty|abroad|elsewhere|overseas|at home|under (?:construction|way|contract|review)|on order|on the way|in (?:operation|use|service|the works|production|training|trials|testing|orbit|the air|reserve)|at work|to (?:come|follow|go|be built))|in the (?:works|pipeline))\b"
)
_OF_WHICH = re.compile(
    r"\b(?:of which|of whom|of these|of those|of them),? (?:only |just |about |some |around )?\Z"
)
_DONE = re.compile(
    r" (?:[a-z]{3,}(?:ed|ught|ade|ent)|are|were|have|had|came|won|lost|led|took|run|ran|work)\b"
)
"""Around those of whom something is told: 3,400 letters, of which 900 praised it."""
_LEAVING = re.compile(
    r"\b(?:leav(?:es|ing)|left) (?:it|them|him|her|us|the (?:company|firm|group|service|lab|start-?up)|[A-Z][\w-]+) (?:with )?(?:about |around |some |only |just |nearly |fewer than |more than |over )?\Z"
)
_LEFT_ENDS = re.compile(r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:in|at|by|after|and|worldwide|globally|now|when)\b")
_STAFF_BRACKET = re.compile(
    r"\b(?:staff|workforce|headcount|payroll|employees|workers|engineers|team) \((?:now |currently |about |around |some |today |still |once )?\Z"
)
_BRACKET = re.compile(
    r"(?P<noun>[a-z]{3,}s) \((?:now |currently |about |around |some |over |more than |nearly )?\Z"
)
_BRACKET_ENDS = re.compile(
    r"(?: (?:at last count|in all|in total|so far|of them|today|now|last [a-z]+|this [a-z]+|a (?:day|week|month|year)|worldwide|in 20\d\d|by 20\d\d|at the last count))?[),;]"
)
_TEN = 10
_HEAD = re.compile(
    r"(?:\A|\n|[.;!?] )(?P<noun>[A-Z][a-z]+s)\b(?: [^.:;!?\n\d]{1,70})?(?::| so far,|, so far:?) \Z|(?:\A|\n|[.;!?] )(?P<topic>[A-Za-z][a-z]+s) they(?:['’]ve| have)?(?: got)? \Z"
)
_HEAD_ENDS = re.compile(r"\s*(?:[.;!?)]|\Z|\n)(?!\d)| (?:on|in|of them|at|so far|and)\b")
"""Around how many of what a line begins with: Robots sold in the year: 900."""
_WANTS = re.compile(
    r"\b(?:wants?|wanted|needs?|needed|order(?:s|ed)?|buys?|bought|takes?|took|keeps?|kept|adds?|added|sells?|sold|rents?|rented|installs?|installed|signed up for|down to|up to) (?:only |just |about |around |some )?\Z"
)
_EACH = re.compile(r" (?:a|an|per|each|every|apiece|each\b)")
_DEAREST = 100_000
_HIRES = re.compile(
    r"\b(?:hir(?:es?|ed|ing)|recruit(?:s|ed|ing)?|tak(?:es?|ing) on|took on|employ(?:s|ed|ing)?|lay(?:s|ing)? off|laid off|sack(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|poach(?:es|ed|ing)?) (?:about |around |some |another |up to |as many as |perhaps )?\Z"
)
_MORE = re.compile(
    r" (?:more|others)(?=\s*[.,;:!?)]|\Z| (?:by|in|this|next|last|at|for|from|before|over|and|to)\b)"
)


def more_of_them(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The thing of which the number tells more; start and end are those of its bound."""
    number = one.number
    if one.low < _FEW or one.low != one.low.to_integral_value():
        return None
    if text[start - 1 : start] == "(" or text.rfind("(", max(0, start - 12), start) >= 0:
        return _bracketed(text, one, start)
    if number.letters or (not number.words and 1900 <= one.low <= 2100):
        return None
    begun = text.startswith((": ", ", "), start - 2) or text.startswith(
        ("'ve ", "hey ", "ave ", "got "), start - 4
    )
    if begun and (head := _HEAD.search(text, max(0, start - 100), start)) and _HEAD_ENDS.match(text, end):
        noun = noun_at(text, head.start(str(head.lastgroup)))
        if noun and (one.low >= _TEN or noun in ("customer", "robot", "user", "client")):
            return Unit("count", noun)
    if _MORE.match(text, end) and _HIRES.search(text, max(0, start - 40), start):
        return Unit("count", "person")
    last = amounts[-1] if amounts else None
    if (
        last is None
        or last.kind != "count"
        or start - last.end > _NEAR
        or last.unit in ("parameter", "token")
    ):
        return None
    between = text[last.end : start]
    if "\n" in between or ". " in between:
        return None
    if _LEAVING.search(between) and _LEFT_ENDS.match(text, end):
        return Unit("count", last.unit)
    value = last.high or last.low or 0
    if one.high < value and _OF_WHICH.search(between) and _DONE.match(text, end):
        return Unit("count", last.unit)
    alike = value <= one.high * _THOUSAND and one.high <= value * _THOUSAND
    if alike and _IN_A_STATE.match(text, end) and _AND.search(between):
        return Unit("count", last.unit)
    return None


def _of_priced(text: str, one: Measured, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """`took 900 seats at $30 a month. Next year it will want 700`: what the price is of, and no price."""
    if len(amounts) < _FEW or one.low < _TEN or not _LEFT_ENDS.match(text, end):
        return None
    price, things = amounts[-1], amounts[-2]
    told = things.high or things.low or 0
    alike = things.kind == "count" and one.low * _TEN >= told and one.high <= told * _TEN
    each = _EACH.match(text, price.end) and (price.high or price.low or 0) < _DEAREST
    return Unit("count", things.unit) if alike and each and one.start - things.end <= 2 * _NEAR else None


def _bracketed(text: str, one: Measured, start: int) -> Unit | None:
    """`its users (4m at last count)`, `the staff (now 45)`."""
    if not _BRACKET_ENDS.match(text, one.end):
        return None
    before = max(0, start - 48)
    if one.low < 10**6 and not one.number.letters and _STAFF_BRACKET.search(text, before, start):
        plain = one.number.words or not 1900 <= one.low <= 2100
        return Unit("count", "person") if plain else None
    if one.low < _THOUSAND or (1900 <= one.low <= 2100):
        return None
    named = _BRACKET.search(text, before, start)
    noun = noun_at(text, named.start("noun")) if named else None
    return Unit("count", noun) if noun and noun not in ("share", "sale", "order", "contract") else None
