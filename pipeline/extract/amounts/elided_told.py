"""Told by its place: a bare number and the amounts before it in, the unit that its list or its owner gives it out (English).

`hired 50: more than 20 from OpenAI, 13 from Google`; `had 250 a year ago and now has 400`;
`hopes to sell hundreds of thousands`; `keeps its lead with 41m`; `the lease runs for five`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_heads import noun_at_words
from pipeline.extract.amounts.elided_scores import scored
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_FAR, _NEAR, _TALKED = 320, 160, 6
"""Characters to an amount that a number is more of, over some sentences and within about one, and amounts back."""
_TWO, _LEAST_HAD, _LEAST_VAGUE, _MILLION, _THOUSAND, _ALIKE, _HUNDRED = 2, 10, 200, 10**6, 1000, 100, 100
_OWNED = frozenset(
    (
        "customer",
        "client",
        "user",
        "subscriber",
        "vehicle",
        "robot",
        "GPU",
        "store",
        "data-center",
        "satellite",
        "model",
        "drone",
    )
)
"""What firms have so many of that a rival's number is one of the same."""
_IN_LIST = re.compile(
    r"(?:[^.!?;:\n\d]{0,40})?(?::|,|;|,? and|,? plus|\() (?:(?:about|around|some|another|a further|at least|more than|over|nearly|up to) )?"
)
"""Between a total, or one of its parts, and the next part."""
_PART_OF_LIST = re.compile(r" (?:from|for|in|at|to|by|with|of|on) (?:the |its )?[A-Z]")
_YEAR_OF_LIST = re.compile(
    r" (?:in|for|by|through) (?:19|20)\d\d\b| (?:this|last|next) (?:year|quarter|month|week)\b"
)
_OR_SO_MANY = re.compile(
    r" of (?:the |its |their |all |our )?(?P<words>[a-z][a-z' -]{2,40}), (?:or |that is,? |which is |i\.e\. )?(?:about |around |some |roughly |nearly |almost |just |over |more than )?"
)
_YEARS_BETWEEN = re.compile(
    r"(?: (?:in|for|by) (?:19|20)\d\d| (?:this|last) year)(?:,|;|,? and)(?: and)? (?:perhaps |maybe |about |some |nearly )?"
)
_STAFF = re.compile(r"staff|workforce|payroll|headcount")
"""Between a share and how many that is: 3 per cent of pupils, or 210,000."""
_HAD = re.compile(
    r"\b(?:has|have|had|counts?|counted|claims?|claimed|boasts?|serves?|served) (?:now |just |only |already |about |some |nearly |over )?\Z"
)
_HAD_ENDS = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:a (?:year|month|week)|last|this|in|by|when|before|at|today|now|and|but|so far|already|to begin|at the (?:end|start))\b"
)
_REACHES = re.compile(
    r"\b(?:reach(?:es|ed)?|to|of|has|have|had|with|for|at|by|in|into|like|want[s]?|needs?|holds?|costs?|paid|worth|loses?|lost|makes?|made|order(?:s|ed)|buys?|bought|ships?|shipped|sells?|sold|sees?|runs? to|the|by the|than|over|expects?) (?:about |some |perhaps |many |just |only )?[“\"‘]?\Z"
)
_VAGUE_ENDS = re.compile(
    r"[”\"’]?\s*(?:[.,;:!?)]|\Z|\n)(?!\d)|[”\"’]? (?:by|in|at|for|from|this|next|last|a (?:day|week|month|year)|and|but|more|to|on|through|if|when|of (?:them|those|these))\b"
)
_LETTERED = re.compile(
    r"\b(?:with|at|to|has|had|of|on|from|reached|hit|past|passed|says?|against|than|counts?|claims?|is|was|nearly|over|some|about) \Z"
)
_RUNS_FOR = re.compile(
    r"\b(?:runs?|ran|lasts?|lasted|goes on|holds?|valid|good|fixed|signed|binding|locked in) for \Z"
)
_FURTHER = re.compile(r"\b(?:another|a further|an additional|an extra) \Z")
_CHIPPED_IN = re.compile(
    r"\b(?:(?:put(?:s|ting)?|chip(?:s|ped|ping)|kick(?:s|ed|ing)) in|contribut(?:es|ed|ing)|add(?:s|ed|ing)|lent|lends|invest(?:s|ed|ing)|supplied|giv(?:es|ing)|gave) (?:about |another |a further |some )?\Z"
)
"""What another party gives to a sum just told: a round of $12m, with Index putting in 8."""
_HOLDS = re.compile(
    r"\b(?:holds?|held|owns?|owned|keeps?|kept|retains?|sold|sells|bought|has|controls?) (?:about |some |another |only )?\Z"
)
_OWN_NUMBER = re.compile(
    r"[^.!?;:\n]{0,48}(?:,|;| and)(?: and)? (?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)? \Z"
)
_OWN_ENDS = re.compile(
    r"\s*(?:[.;!?)]|\Z|\n)(?!\d)|,? and (?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)? (?:about |some |just |only )?\d|, (?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)? (?:about |some |just |only )?\d"
)
"""Around one of a list in which each has its own: `has bought 32 firms, Google 21 and Meta 18`."""
_WITHIN = re.compile(
    r"\b(?:takes?|took|need(?:s|ed)?|wait(?:s|ed)?|lasts?)\b[^.!?\n]{0,90}\b(?:in|within|to|only|just) \Z"
)


def told(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The unit that list, score, owner or order of magnitude give to a number; None where none of them does."""
    number = one.number
    near = [said for said in amounts[-_TALKED:] if start - said.end <= _FAR]
    if number.vague:
        return _vague(text, one, start, end, near)
    if number.letters:
        return _lettered(text, one, start, end, near)
    if score := scored(text, one, start, end, near):
        return score
    if near and (_shares(text, one, start, end, near)):
        return Unit("count", "share")
    if (
        number.scale >= _MILLION
        or one.low < _TWO
        or not near
        or (not number.words and 1900 <= one.low <= 2100)
    ):
        return None
    last = near[-1]
    if last.kind == "multiple" and len(near) > 1 and cues.RAISED_TO.search(text, max(0, start - 56), start):
        return sized(text, one, near[-2], "en") if near[-2].kind in ("money", "count", "power") else None
    if last.kind == "duration":
        return _lasts(text, one, start, end, last)
    if one.low != one.low.to_integral_value():
        return None
    if (
        last.kind == "count"
        and last.unit not in ("parameter", "token")
        and one.high < (last.high or last.low or 0) + (last.onward and (last.high or last.low or 0) * _ALIKE)
        and _IN_LIST.fullmatch(text, last.end, start)
        and _PART_OF_LIST.match(text, end)
    ):
        return Unit("count", last.unit)
    if (
        last.kind == "percent"
        and (said := _OR_SO_MANY.fullmatch(text, last.end, start))
        and cues.ENDS.match(text, end)
    ):
        staff = _STAFF.search(said["words"])
        thing = "person" if staff else noun_at_words(text, said.start("words"), said.end("words"))
        return Unit("count", thing) if thing else None
    if (
        last.kind == "count"
        and _is_alike(one, last)
        and _YEAR_OF_LIST.match(text, end)
        and _YEARS_BETWEEN.fullmatch(text, last.end, start)
    ):
        return Unit("count", last.unit)
    if last.kind == "money" and text[last.end : one.start] == " over " and one.low < _LEAST_HAD:
        span = next((said for said in reversed(near) if said.kind == "duration" and said.unit != "s"), None)
        return Unit("duration", span.unit) if span else None  # $80 million over nine
    if last.kind == "money" and (given := _chipped(text, one, start, end, last)):
        return given
    if (
        last.kind == "count"
        and last.unit not in ("parameter", "token")
        and one.low >= _LEAST_HAD
        and _is_alike(one, last)
        and _OWN_NUMBER.fullmatch(text, last.end, start)
        and cues.NAME_ALONE.search(text, max(0, start - 48), start)
        and _OWN_ENDS.match(text, end)
    ):
        return Unit("count", last.unit)
    if one.low >= _LEAST_HAD and last.kind == "money" and _HAD.search(text, max(0, start - 32), start):
        counted = next((said for said in reversed(near) if said.unit in _OWNED), None)
        if counted and _HAD_ENDS.match(text, end) and _is_alike(one, counted):
            return Unit("count", counted.unit)
    return None


def _vague(text: str, one: Measured, start: int, end: int, near: Sequence[Amount]) -> Unit | None:
    """`hopes to sell hundreds of thousands`, `might have run to tens of millions`: of what was told last in such sizes."""
    if one.low < _LEAST_VAGUE or not _VAGUE_ENDS.match(text, end):
        return None
    if not _REACHES.search(text, max(0, start - 32), start):
        return None
    for said in reversed(near):
        large = said.high or said.low or 0
        if said.kind == "money" and large >= _MILLION <= one.low:
            return Unit("money", said.unit)
        if said.kind == "count" and large * _ALIKE >= one.low and said.unit not in ("parameter", "token"):
            return Unit("count", said.unit)
    return None


def _lettered(text: str, one: Measured, start: int, end: int, near: Sequence[Amount]) -> Unit | None:
    """`reached 100m users; the older one keeps its lead with 41m`."""
    last = next((said for said in reversed(near) if said.kind in ("money", "count")), None)
    if (
        last is None
        or last.kind != "count"
        or not _is_alike(one, last)
        or one.number.letters not in ("m", "k", "M", "K", "bn", "mn")
    ):
        return None
    fits = cues.ENDS.match(text, end) and _LETTERED.search(text, max(0, start - 24), start)
    return Unit("count", last.unit) if fits else None


def _shares(text: str, one: Measured, start: int, end: int, near: Sequence[Amount]) -> bool:
    """`sold 120,000 shares for $21m and still holds 3.4 million`."""
    shares = next((said for said in reversed(near) if said.unit == "share"), None)
    return bool(
        shares
        and near[-1].kind in ("money", "count", "percent")
        and one.low >= _THOUSAND
        and _HOLDS.search(text, max(0, start - 24), start)
        and cues.ENDS.match(text, end)
    )


def _chipped(text: str, one: Measured, start: int, end: int, last: Amount) -> Unit | None:
    """What another gives to the sum told last, in the same millions: a round of $12m, with Index putting in 8."""
    if (
        start - last.end > _NEAR
        or not _CHIPPED_IN.search(text, max(0, start - 32), start)
        or not cues.ENDS.match(text, end)
    ):
        return None
    unit = sized(text, one, last, "en")
    return (
        unit
        if unit and unit.factor > 1 and one.high * unit.factor <= 2 * (last.high or last.low or 0)
        else None
    )


def _lasts(text: str, one: Measured, start: int, end: int, last: Amount) -> Unit | None:
    """`leases run for 15 years; that of the lab runs for five`, `take others 120 days and leave here in 50`."""
    if start - last.end > _NEAR or not cues.CLOSED_OR_COMMA.match(text, end):
        return None
    before = text[max(0, start - _HUNDRED - 20) : start]
    maybe = text[last.end : start].endswith(", ") and cues.MAYBE.match(text, start)
    if maybe or any(cue.search(before) for cue in (_RUNS_FOR, _WITHIN, _FURTHER)):
        return sized(text, one, last, "en") if last.unit == "s" else Unit("duration", last.unit)
    return None


def _is_alike(one: Measured, last: Amount) -> bool:
    """Whether the two can count the same: neither is a hundred times the other."""
    value = last.high or last.low or 0
    return bool(value) and value <= _ALIKE * one.high and one.high <= _ALIKE * value
