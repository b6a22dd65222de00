"""Ellipsis beside an amount: a bare number in that what was expected, another period or the other price gives, the unit of the last amount out (English).

`sales of $3.1bn beat the 2.9 expected`; `two dollars in and eight out, the old one was four and ten`; `Gross margin: 60%. Net margin: 21.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_NEAR, _FAR, _SMALL, _ALIKE, _HUNDRED = 140, 240, 1000, 8, 100
_BESIDE = ("money", "percent", "power", "energy", "count", "data")
_THE = re.compile(
    r"\b(?:the|than|against|below|above|beat(?:ing)?|miss(?:ed|ing)?|topp(?:ed|ing)|exceed(?:ed|ing)|after|from|versus|vs\.?|where|and not|not|instead of|short of) (?:the |about |around |some |only |just |a mere )?\Z"
)
_EXPECTED = re.compile(
    r" (?:(?:that |which )?(?:was |were |had been |had |has been |is )?(?:expected|forecast|hoped for|predicted|pencilled in|penciled in|promised|planned|projected|budgeted|seen|reported|earned|lost|made|spent|paid|needed|required|consensus)\b|(?:that |which )?(?:analysts|economists|investors|Wall Street|the (?:market|street|company|group|firm|consensus)|bankers|it|they|he|she) (?:had|have|has|were|was|expected|forecast|promised|predicted|hoped|wanted|needed|asked)\b|(?:a|one) (?:year|quarter|month) (?:ago|earlier|before)|(?:the|last) (?:year|quarter|month)(?: before)?\b|of (?:the|a) (?:year|quarter|month) (?:ago|earlier|before)|in the (?:same|previous|prior|year-ago|preceding) )"
)
_WAS = re.compile(
    r"\b(?:[Ii]t|[Tt]hat|[Tt]his|[Tt]hey|[Tt]here) (?:was|were|is|are|had been|will be|would be|should be|could be) (?:only |just |about |still |now |already |nearly |almost |around )?\Z"
)
_AT_A_TIME = re.compile(
    r" (?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?) (?:years?|months?|weeks?|quarters?|decades?) (?:ago|earlier|before)|last (?:year|quarter|month|week|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August|September|October|November|December)|in (?:20\d\d|19\d\d|twenty [a-z]+|January|February|March|April|May|June|July|August|September|October|November|December|[a-z]+ of last year)|the (?:year|quarter|month) before|at the (?:start|end|beginning|turn) of|by (?:20\d\d|the end)|before (?:the|that))\b"
)
_COMES_TO = re.compile(
    r"\b(?:amount(?:s|ed|ing)?|comes?|came|adds? up|added up|total(?:s|led)?(?= )|add(?:s|ed)? up|work(?:s|ed)? out|r[ua]ns?) (?:up )?to (?:about |around |some |only |just |nearly |almost |roughly )?\Z"
)
_PRICED = re.compile(
    r"\b(?:is|was|are|were|it['’]s|that['’]s|one['’]s|one is|one was|at|costs?|cost|charges?|also|now|then|gets? you|from|for|run you|asks?|wants?) (?:like |about |only |just |still |now |also )?\Z"
)
_AND_NUMBER = re.compile(
    r" and (?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|four|fif|six|seven|eigh|nine|twenty|forty|sixty|eighty)(?:teen|ty)?\b)(?! (?:million|billion|thousand|percent|times|years|months|weeks|days|hours|people|models|gigawatts|megawatts|half))"
)
_PAIR_ENDS = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:out|in|for|so|and the|and that|but|it['’]s|which|context|per|a|the|now|on|if|when|with|depending|respectively)\b(?! (?:half|year|month|week|day|percent))"
)
_CENTS = re.compile(r"\b(?:cents|pence)\Z")
_LABEL = re.compile(
    r"(?:\A|\n|[.;,] )(?:[A-Z]?[\w-]+ ){0,2}(?:margins?|share|rate|growth|accuracy|utili[sz]ation|churn|retention|tax)\b[^.;:\n\d]{0,16}[:,] \Z"
)
_LABEL_ENDS = re.compile(r"\s*(?:[.;!?)]|,(?= )|\Z|\n)(?!\d)")


def beside(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The unit that the number shares with the last amount; start and end are those of its bound."""
    number = one.number
    last = amounts[-1] if amounts else None
    if last is None or number.letters or number.scale != ONE or number.vague or last.kind not in _BESIDE:
        return None
    if start - last.end > _FAR or (not number.words and 1900 <= one.low <= 2100):
        return None
    price = next((said for said in reversed(amounts[-3:]) if said.unit != "token"), last)
    if last.unit == "token" and price.kind == "money" and start - price.end <= _FAR:
        last = price  # above so many tokens it is four and nine
    between = text[last.end : start]
    if start - last.end <= _NEAR and _EXPECTED.match(text, one.end) and _THE.search(between):
        return sized(text, one, last, "en", most=_ALIKE)
    if start - last.end <= _NEAR and _WAS.search(between) and _AT_A_TIME.match(text, end):
        return sized(text, one, last, "en", most=_ALIKE)
    if _COMES_TO.search(between) and _LABEL_ENDS.match(text, end) and between.count(". ") <= 1:
        return sized(text, one, last, "en", most=_SMALL)
    if last.kind == "percent" and one.high <= _HUNDRED and _LABEL_ENDS.match(text, end):
        return Unit("percent", "%") if _LABEL.search(text, last.end - 1, start) else None
    if (
        last.kind == "money"
        and (last.high or last.low or 0) < _SMALL
        and one.high < _SMALL
        and "\n" not in between
    ):
        return _price(text, one, start, end, last, between)
    return None


def _price(text: str, one: Measured, start: int, end: int, last: Amount, between: str) -> Unit | None:
    """Two prices, of what goes in and what comes out: the old one was four and ten."""
    if text[last.end - 1] == "s" and _CENTS.search(text, last.start, last.end):
        dollars = Unit("money", last.unit, Decimal("0.01"))
    else:
        dollars = Unit("money", last.unit)
    if last.onward and between == " and " and _PAIR_ENDS.match(text, end):
        return dollars
    paired = _AND_NUMBER.match(text, one.end) and _PRICED.search(between)
    told = re.search(
        r"\b(?:in|out|input|output|tokens?|cents)\b", text[max(0, last.start - _HUNDRED) : start]
    )
    return dollars if paired and told else None
