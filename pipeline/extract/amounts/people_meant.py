"""People meant: people counted and the text around them in, users out where it says that they use something (English).

`used by 40,000 teachers`, `the 2 million people who visit the site`.
"""

from __future__ import annotations

import re

_LEAST = 1000
_MORE = r"(?:who |that |which |have |had |now |already |regularly |currently |actively |still |each |every |per |all |also |will |could |can |are said to |are expected to |are believed to |are reported to |are known to |are allowed to |a (?:day|week|month) |day |week |month )*"
_USE = re.compile(
    rf" (?:[a-z]+ (?:in|of|at|across|from) (?:[A-Z][\w.-]*|the [a-z]+|[a-z]+)(?: [A-Z][\w.-]*)? )?{_MORE}(?:use[sd]?|using|tried|try|downloaded|install(?:ed)?|open(?:ed)?|visit(?:ed)?|turn(?:ed)? to|rel(?:y|ied) on|log(?:ged)? (?:in|on)(?:to)?|chat(?:ted)? (?:with|to)|talk(?:ed)? (?:to|with)|consult(?:ed)?|ask(?:ed)?|sign(?:ed)? in|access(?:ed)?|frequent(?:ed)?|adopted)\b(?! (?:questions|for|to)\b)"
)
_USED_BY = re.compile(
    r"\b(?:used|read|watched|tried|downloaded|installed|opened|adopted|consulted|visited|tested|played|trusted|relied on|in use)(?: \w+){0,3}? by (?:about |around |some |nearly |almost |more than |over |roughly )?\Z"
)
_OPEN_TO = re.compile(
    r"\b(?:roll(?:s|ed|ing)? (?:it |them |this )?out|available|coming|comes|offer(?:s|ed)?|giv(?:es|ing|en)|gave|open(?:s|ed)?|speaks?|talks?|serv(?:es|ed|ing)) (?:[a-z]+ ){0,3}?(?:to|for) (?:about |around |some |nearly |almost |more than |over |its |all )?\Z"
)
_AT_A_TIME = re.compile(r" (?:a|per|each|every) (?:day|week|month)\b")
_LARGE = 10**6


def used_by(text: str, start: int, end: int, value: float) -> bool:
    """Whether so many people, counted at [start, end), are told as those who use something."""
    if value < _LEAST:
        return False
    return bool(
        _USE.match(text, end)
        or _AT_A_TIME.match(text, end)
        or _USED_BY.search(text, max(0, start - 56), start)
        or (value >= _LARGE and _OPEN_TO.search(text, max(0, start - 56), start))
    )
