"""Ellipsis of money: a bare number and the amounts before it in, the money (and size) that its clause leaves to it out (English).

`raised 300 million at four point five` (billion); `$8bn, three of it in shares`; `70 billion under management`; `it would cost trillions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.currencies_told import NO_CURRENCIES, Currencies
from pipeline.extract.amounts.currencies_untold import likely_currency
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_NEAR, _THOUSAND, _MILLION = 90, 1000, 10**6
_RAISED = re.compile(
    r"\b(?:rais(?:e[sd]?|ing)|took in|takes in|collect(?:s|ed)|secur(?:es|ed)|land(?:s|ed)|clos(?:es|ed)|gets?|got|bagg?(?:s|ed)|rounds? of|series [a-h](?: of)?|we did|did|sold|bought|invest(?:s|ed)|put in) (?:another |some |about |a further |just |only |over |nearly |almost )?\Z",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?: (?:more|again|in [a-z]+|last [a-z]+|this [a-z]+|from|led by|off|off of|with) ?[^.;:!?\n\d]{0,48})?,? (?:all )?at (?:a |about |around |like |roughly |nearly |over )?\Z"
)
_AT_ENDS = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:pre|post|so|and|but|it['’]s|which|with|after|before|from|led|in|three|six|last|that|this|valuation|the|they|just|now)\b(?! (?:per|times))"
)
_OF_IT = re.compile(
    r" of (?:it|that|this|which)\b(?! (?:kind|sort|size|type|year|month|group|class|firm|company))"
)
_IS_PART = re.compile(
    r" (?:is|was|will be|comes|came|goes|went|as|in) (?:a |the |all |mostly |from the )?(?:debt|equity|cash|stock|shares|loans?|bonds?|bank debt|credit|grants?|aid|subsid\w+|tax credits?)\b"
)
_AND = re.compile(r"(?:\b(?:and|plus)|[,;]) (?:the other |another |only |just |about |some )?\Z")
_KEEPS = re.compile(
    r" (?:(?:of |in )?(?:assets )?under (?:management|administration|custody)|(?:of|in) (?:assets|dry powder)|lying around|in the bank|on hand|in hand|in the till|in the kitty|on its balance sheet|on their balance sheets|off (?:its|the|their) (?:books|balance sheets?)|to spend|in hard cash|in cash|of dry powder|in write-downs|in ARR|of ARR|in run[- ]rate|in annuali[sz]ed|in market (?:value|cap)|of market (?:value|cap))\b"
)

_LONE = re.compile(r"(?:(?:m|b|tr)illions)(?: (?:and|up)?on (?:m|b|tr)illions)?", re.IGNORECASE)
_SPENDS = re.compile(
    r"\b(?:spend(?:s|ing)?|spent|sav(?:es?|ed|ing)|costs?|costing|los(?:es?|t|ing)|invest(?:s|ed|ing)?|rais(?:es?|ed|ing)|pay(?:s|ing)?|paid|earn(?:s|ed|ing)?|mak(?:es?|ing)|made|burn(?:s|ed|t|ing)?(?: through)?|worth|borrow(?:s|ed|ing)?|ow(?:es?|ed|ing)|pour(?:s|ed|ing)?(?: in)?|sink(?:s|ing)?|sank|sunk|lend(?:s|ing)?|lent|wip(?:es?|ed|ing)(?: out)?|pump(?:s|ed|ing)?(?: in)?|commit(?:s|ted|ting)?|pledg(?:es?|ed|ing)|bring(?:s|ing)? in|brought in|collect(?:s|ed|ing)?|receiv(?:es?|ed|ing)|need(?:s|ed)?|fetch(?:es|ed)?|add(?:s|ed|ing)?|plough(?:s|ed|ing)?|plow(?:s|ed|ing)?|risk(?:s|ed|ing)?|gambl(?:es?|ed|ing)|throw(?:s|ing)?|threw|chang(?:es?|ed|ing) hands for|runs? (?:in)?to(?: the)?) (?:many |the |up |out |it |them |its |their |another |untold |literally |hundreds of |tens of )?[“\"‘]?\Z"
)
_SPENT_ENDS = re.compile(
    r"[”\"’]?\s*(?:[.,;:!?)]|\Z|\n)(?!\d)|[”\"’]? (?:more|a (?:year|month|day|week|quarter)|on|in|into|from|for|to|by|every|per|over|this|last|next|at|and|but|before|so|that|with|of (?:it|them|which))\b(?! (?:people|users|others|customers))"
)


def lone_money(
    text: str, one: Measured, amounts: Sequence[Amount], currencies: Currencies = NO_CURRENCIES
) -> Unit | None:
    """`it would cost trillions`: an order of magnitude alone that somebody spends, saves or loses."""
    if not one.number.vague or not _LONE.fullmatch(text, one.start, one.end):
        return None
    if not _SPENT_ENDS.match(text, one.end) or not _SPENDS.search(text, max(0, one.start - 40), one.start):
        return None
    near = [said for said in amounts[-4:] if one.start - said.end <= 2 * _NEAR]
    if near and near[-1].kind == "count":
        return None  # used by 3 million people, hopes to add millions
    told = next((said.unit for said in reversed(amounts[-4:]) if said.kind == "money"), None)
    return Unit("money", told or likely_currency(text, one.start, "en", currencies))


def money_said(
    text: str,
    one: Measured,
    start: int,
    end: int,
    amounts: Sequence[Amount],
    currencies: Currencies = NO_CURRENCIES,
) -> Unit | None:
    """Money, where the words before or behind the number say so; start and end are those of its bound."""
    number = one.number
    if number.letters or one.low <= 0:
        return None
    last = amounts[-1] if amounts else None
    if number.scale >= _MILLION and _KEEPS.match(text, end):
        told = next((said.unit for said in reversed(amounts[-4:]) if said.kind == "money"), None)
        return Unit("money", told or likely_currency(text, start, "en", currencies))
    if last is None or last.kind != "money" or start - last.end > _NEAR or (number.scale != ONE):
        return None
    between = text[last.end : start]
    if "\n" in between or (last.high or last.low or 0) < _MILLION:
        return None
    if (
        one.high < _THOUSAND
        and _AT.fullmatch(between)
        and _RAISED.search(text, max(0, last.start - 32), last.start)
        and _AT_ENDS.match(text, end)
    ):
        return _worth(one, last)
    part = _OF_IT.match(text, end) or (
        last.onward and _IS_PART.match(text, end) and _AND.search(text, max(0, start - 24), start)
    )
    if part and "." not in between.strip(". "):
        unit = sized(text, one, last, "en")
        largest = last.low or last.high or Decimal(0)
        return (
            unit if unit and unit.factor > 1 and (last.onward or one.high * unit.factor <= largest) else None
        )
    return None


def _worth(one: Measured, last: Amount) -> Unit | None:
    """What the firm is worth that raised the last amount: more than the round, so in millions or billions."""
    raised = last.high or last.low or Decimal(0)
    for factor in (Decimal(10**6), Decimal(10**9)):
        if one.low * factor > raised:
            return Unit("money", last.unit, factor)
    return None
