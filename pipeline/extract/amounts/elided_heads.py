"""Headless counts: a bare number and the words around it in, the thing it counts by what the sentences before name out (English).

`a plan for data centres. Thirty-three are in operation`, `gas turbines, of which it wants 18 from Acme`, `6,000 of its HX-2`,
`the number of customers has grown to six`: a number that stands where its noun would.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_meant import machine_told
from pipeline.extract.amounts.nouns_named import noun_at

_FAR, _SENTENCE, _LEAST = 160, 120, 2
"""Characters before the number in which its thing may be named, over a sentence's end and within it."""
_MOST, _TALKED, _LATELY, _LEAST_THOSE = 10**6, 6, 3, 4
_SUBJECT_OF = re.compile(
    r"(?: more| others| further)? (?:are|were|have|had|will|would|remain|went|came|failed|passed|belong|sit|stand|run|do|did|can|could|may|might|must|should|got|took|made|lost|won|use|sell|work|replied|answered|agreed|refused|declined|signed|joined|responded|voted|resigned|complied|objected|accepted)\b(?! (?:per ?cent|percent|points?|times)\b)"
)
"""Behind a number that is the subject of its clause."""
_STARTS = re.compile(
    r"(?:\A|\n|[.!?;:] |[–—] |[(“\"])(?:(?:But|And|Of (?:these|those|them)|Only|Just|Another|A further|Some|About|Around|At least|So far|Today|Now|By then),? ){0,2}\Z"
)
_GOES_ON = re.compile(
    r"(?:,|\b(?:and|but|though|while|whereas|of which|of whom|of these|of those|of them),?) (?:(?:only|just|some|another|a further|about|at least|so far) ){0,2}\Z"
)
_THOSE = re.compile(r"\b(?:those|these|all|not) \Z")
_THATS_HOW = re.compile(
    r"[.:]?\*{0,2}[.:]?\s+(?:That(?:['’]s| is| was)|This is) how many (?:people|users|of us|of them)\b[^.\n]{0,24} (?:use|used|open|opened|log|visit|try|tried|chat|talk)\b"
)
"""Behind a number that the next sentence explains: `810 million. That's how many people a month use it.`"""
_GOT = re.compile(
    r"\b(?:(?:has|have|had) (?:[a-z]+ed|built|bought|sold|made|got|won|lost|taken)|order(?:s|ed)|bought|buys|built|builds|shipp?(?:s|ed)|deliver(?:s|ed)|install(?:s|ed)|open(?:s|ed)|clos(?:es|ed)|owns?|operates?|runs?|rents?|needs?|wants?|uses?|hired|counted|counts|spotted|permitted|permits|allow(?:s|ed)|authori[sz](?:es|ed)|leave to (?:operate|build|run|install)|permission (?:for|to build|to operate|to run)|unveil(?:s|ed)|presented|make[s]?|made|add(?:s|ed)|train(?:s|ed)|launch(?:es|ed)|publish(?:es|ed)|train(?:s|ed)|sign(?:s|ed)|sold|sells|takes?|took|permit was for|permits? for|licen[cs]es? for|room for|calls? for) (?:just |only |about |some |another |a further |up to |as many as )?\Z"
)
_GOT_ENDS = re.compile(
    r"\s*(?:[.;!?)]|,(?= )|\Z|\n)(?!\d)| (?:from|by|in|at|for|this|last|next|on|permanently|temporarily|there|here|outside|so far|already|since|a (?:day|week|month|year)|per|each|to begin|to start|more|of (?:them|those|these))\b"
)
_OF_NAMED = re.compile(
    r" of (?:its|the|their|his|her|our|those|these|[A-Z][\w&-]*['’]s?) (?:own )?(?:[a-z-]+ ){0,2}[A-Z][\w.-]*\b"
)
_NUMBER_OF = re.compile(
    r"\b(?:numbers? of|count of|total of) (?P<noun>[^.;:!?\n]{3,64}?) (?:(?:has|have|had|will|would|could|is|are|was|were)(?: already| now| since)?(?: expected| set| due| likely)?(?: to)? ?)?(?:(?:grown?|rise[ns]?|rose|gone|go|went|jump(?:s|ed)?|climb(?:s|ed)?|fall(?:en|s)?|fell|doubled?|tripled?|shr[aiu]nk|swollen|soar(?:s|ed)?|drop(?:s|ped)?|reach(?:es|ed)?|hit|hits|top(?:s|ped)?|pass(?:es|ed)?|exceed(?:s|ed)?|stands?|stood|is|was|at)\b ?(?:up |down )?(?:(?P<from>from) (?:[\w,.-]+ )(?:to )|(?:from|to|at|by)? ?))?(?:about |around |some |just |only |nearly |almost |over |more than |roughly )?\Z"
)
_LEAST_AFAR = 10
_CLOSED = re.compile(r"\s*(?:[.;!?)]|\Z|\n)(?!\d)")
_COUNT_ENDS = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:to|from|in|by|last|this|next|at|and|but|a year|since|over|today|now|within|as)\b"
)
_WORD = re.compile(r"(?<![\w-])[a-z][\w-]{2,}")
_NO_HEADS = frozenset(
    (
        "person",
        "parameter",
        "token",
        "share",
        "case",
        "state",
        "country",
        "company",
        "man",
        "woman",
        "word",
        "sale",
        "order",
        "call",
    )
)
"""What is named in passing too often for a number far from it to count it."""


def headless(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The thing that a number without a noun counts, where it stands as a subject or is what somebody got, and one is named before."""
    number = one.number
    if _THATS_HOW.match(text, one.end):
        return Unit("count", "user")
    if number.letters or one.low < _LEAST or one.high >= _MOST or one.low != one.low.to_integral_value():
        return None
    if not number.words and 1900 <= one.low <= 2100:
        return None
    if _OF_NAMED.match(text, one.end) and (machine := machine_told(text, start)):
        return Unit("count", machine)
    if (
        one.low >= _LEAST_THOSE
        and _THOSE.search(text, max(0, start - 12), start)
        and (_SUBJECT_OF.match(text, one.end) or cues.ENDS.match(text, end))
    ):
        told = next(
            (said for said in reversed(amounts[-_TALKED:]) if said.kind == "count" and said.low is not None),
            None,
        )
        if told and start - told.end <= 2 * _FAR:
            return Unit("count", told.unit)
    if (said := _numbered(text, start)) and _COUNT_ENDS.match(text, end):
        return Unit("count", said)
    if _SUBJECT_OF.match(text, one.end):
        opens = _STARTS.search(text, max(0, start - 32), start)
        if opens or _GOES_ON.search(text, max(0, start - 32), start):
            thing = _told(text, start, _FAR if opens else _SENTENCE, amounts)
            return Unit("count", thing) if thing else None
    if _GOT_ENDS.match(text, end) and _GOT.search(text, max(0, start - 48), start):
        first = _begin(text, start)
        thing = _named(text, first, start, amounts)
        if thing is None and one.low >= _LEAST_AFAR and _CLOSED.match(text, end):
            thing = _named(text, _begin(text, first - 2), first, ())
        return Unit("count", thing) if thing else None
    return None


def _numbered(text: str, start: int) -> str | None:
    """`the number of data centres in Ireland has gone from 30 to 89`: what is numbered."""
    said = _NUMBER_OF.search(text, max(0, start - 110), start)
    return noun_at_words(text, said.start("noun"), said.end("noun")) if said else None


def noun_at_words(text: str, start: int, end: int) -> str | None:
    """The first thing that words in the plural name between two places."""
    for word in _WORD.finditer(text, start, end):
        if noun := noun_at(text, word.start()):
            return noun
    return None


def _begin(text: str, start: int) -> int:
    """Where the sentence of a place begins, or as far back as a sentence reaches."""
    first = max(0, start - _SENTENCE)
    return max(first, *(text.rfind(mark, first, start) + 1 for mark in (". ", "\n", "? ", "! ")))


def _told(text: str, start: int, far: int, amounts: Sequence[Amount]) -> str | None:
    """What was counted last within so many characters, else what was named last."""
    first = max(0, start - far)
    for said in reversed(amounts[-_LATELY:]):
        if said.kind == "count" and said.end >= first and said.unit not in ("parameter", "token"):
            return said.unit
    return _named(text, max([first, *(said.end for said in amounts[-1:])]), start, ())


def _named(text: str, first: int, start: int, amounts: Sequence[Amount]) -> str | None:
    """The thing that the words of [first, start) name last in the plural, if no amount stands between."""
    if amounts and amounts[-1].end > first:
        return None
    found = None
    for word in _WORD.finditer(text, first, start):
        noun = noun_at(text, word.start())
        if noun and noun not in _NO_HEADS:
            found = noun
    return found
