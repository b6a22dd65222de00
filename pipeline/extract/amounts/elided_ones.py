"""Ellipsis by a stand-in: a bare number before `ones`, `of the things`, `context` or `edition` in, what it counts out (English).

`4 million monthly ones`, `300,000 of these things`, `a 200,000 context`, `the 12-billion version`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_loose import REACH, TALKED
from pipeline.extract.amounts.elided_things import last_thing
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_named import noun_at

_ONES = re.compile(r" (?:(?!of\b|for\b|in\b|and\b|to\b|big\b|small\b)[a-z][a-z-]+ ){0,2}ones\b")
_THINGS = re.compile(
    r" of (?:the|these|those) (?:damn(?:ed)? |bloody )?(?:things|beasts|gadgets|contraptions)\b"
)
_CONTEXT = re.compile(r"[ -](?:long )?(?:context\b|window\b)(?! (?:of|display|seat|shop|frame)s?\b)")
_WINDOW_IS = re.compile(
    r"\b(?:context(?: window| length)?|window)(?:['’]s| is| was| are| now| goes| has grown| grows| reaches)? (?:up to |to |about |now |still )?\Z"
)
_WINDOW_ENDS = re.compile(r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:and|but|so|tokens?|in|for|with|at|which|now)\b")
_LEAST_CONTEXT, _MOST_CONTEXT = 1000, 10**8
_MODEL_NEXT = re.compile(
    r"(?:-(?:param )?| )(?:[a-z-]+ )?(?:model|version|edition|variant|fine-tune|finetune|checkpoint|sibling|flagship|network|transformer|MoE|LLM|base model|one)\b"
)
_SIZES = re.compile(
    r"\b(?:sizes?|models?|versions?|variants?|weights) (?:of |up to |from |at |ranging from |between )?(?:about |around |some )?\Z"
)
_SIZE_ENDS = re.compile(r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:and|to|with|in|for|on|or)\b")
_MODELS = re.compile(
    r"\b(?:[Mm]odels?|parameters?|open[- ]weights?|weights|LLMs?|MoE|[Ll]lama|[Qq]wen|DeepSeek|Mistral|Kimi|GLM|Gemma|Grok|GPT|Falcon|Nemotron|fine-tune[sd]?)\b"
)
_BY_THE = re.compile(r"\b(?:by|in) the \Z")
_WORDS, _SENTENCE = re.compile(r"(?<![\w-])[a-z][\w-]{2,}"), 120
_LEAST_MODEL, _MOST_MODEL, _TALK = 10**8, 10**13, 220


def stands_for(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """What the word behind the number stands for; start and end are those of its bound."""
    if one.number.letters:
        return None
    if one.low >= 2 and _ONES.match(text, one.end):
        last = next((said for said in reversed(amounts[-TALKED:]) if said.kind == "count"), None)
        return Unit("count", last.unit) if last and start - last.end <= REACH else None
    if one.number.vague and _BY_THE.search(text, max(0, start - 12), start):
        noun = _last_noun(text, start)
        return Unit("count", noun) if noun else None
    if one.low >= 2 and _THINGS.match(text, one.end):
        return _thing(text, start, amounts)
    if _LEAST_CONTEXT <= one.low <= _MOST_CONTEXT:
        if _CONTEXT.match(text, one.end):
            return Unit("count", "token")
        if _WINDOW_ENDS.match(text, end) and _WINDOW_IS.search(text, max(0, start - 40), start):
            return Unit("count", "token")
    if _LEAST_MODEL <= one.low <= _MOST_MODEL and (
        _MODEL_NEXT.match(text, one.end)
        or (_SIZE_ENDS.match(text, end) and _SIZES.search(text, max(0, start - 40), start))
    ):
        talked = _MODELS.search(text, max(0, start - _TALK), min(len(text), end + _TALK // 2))
        return Unit("count", "parameter") if talked else None
    return None


def _last_noun(text: str, start: int) -> str | None:
    """What the sentence names last in the plural: it buys chips by the thousands."""
    first = max(0, start - _SENTENCE, text.rfind(". ", 0, start) + 1, text.rfind("\n", 0, start) + 1)
    found = None
    for word in _WORDS.finditer(text, first, start):
        found = noun_at(text, word.start()) or found
    return found


def _thing(text: str, start: int, amounts: Sequence[Amount]) -> Unit | None:
    if named := last_thing(text, start):
        return Unit("count", named)
    last = next((said for said in reversed(amounts[-TALKED:]) if said.kind == "count"), None)
    return Unit("count", last.unit) if last and start - last.end <= 2 * REACH else None
