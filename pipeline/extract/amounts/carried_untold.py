"""Untold units: a bare number that is written like an amount in (48,000; 7 trillion), with the amounts before it, the likeliest unit out.

Nobody groups the digits of a version and nobody numbers rooms by the million, so that such a number counts something even if
nothing next to it says what: a price, people, or more of what was told last. In English, after all that is surer (carried.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.counts_latin import noun_at
from pipeline.extract.amounts.currencies_untold import likely_currency
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_meant import machine_told
from pipeline.extract.amounts.nouns_people import PEOPLE
from pipeline.extract.amounts.numeral_values import ONE

_PARTED = re.compile(r"\d{1,3}(?:,\d{3})+")
_MILLION, _FEW = 10**6, 10
_FAR, _SENTENCES = 400, 200
"""Characters from the last amount, and before the number in which what it counts may be named."""
_TALKED, _CLAUSE, _NEARLY = 5, 120, 30
_NO_AMOUNT_BEHIND = re.compile(
    r"[\d%°]|-?(?:th|st|nd|rd)\b|-[a-z]| ?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|miles|feet|steps?|points?|AD|BC|BCE|hp|rpm|metres|meters|km|Hz)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:#|№|\b(?:No|Nos|no|number|ISO|RFC|bill|room|page|channel|case|docket|patent|flight|model|version|build|item|lot|CVE|article|section|chance in|one in))\.? ?\Z"
)
_SOLD = re.compile(
    r"\b(?:sells? for|sold for|selling for|retails? (?:for|at)|going for|goes for|costs?|priced at|price of|starts? at|starting at|pays?|paid|paying|spends?|spent|spending|burned|burns|charges?|charged|billed|owes?|owed|worth|invest(?:s|ed)?|put(?:s|ting)? in|fetch(?:es|ed)?|raised?|raises|earns?|earned|borrow(?:s|ed)?|lent|lends|donated?|pledged?|fined|bid|out of (?:his|her|their|its) own pocket)(?: him| her| it| them| us| me| up| in)? \Z"
)
_EACH = re.compile(
    r" (?:an?|per|each|every) (?:month\b|seat\b|head\b|share\b|user\b|megawatt|kilowatt|MWh\b|kWh\b|tonn?e?\b|barrel\b|GPU\b|gallon\b|lit(?:re|er)\b|chip\b|card\b|wafer\b|unit\b|customer\b|household\b|book\b|title\b|work\b|song\b|lawyer\b|clinician\b|doctor\b|licen[cs]e\b|million tokens\b|query\b|ride\b|pop\b)"
)
"""Behind a price that names no currency: two hundred a month."""
_POCKET = re.compile(
    r" (?:out of (?:his|her|their|its) own|of (?:cash|debt|his own|her own|their own|its own|gross|equity|revenue|sales|capital|funding|investment|profit|savings|orders|contracts|free cash|net)\b|in (?:cash|debt|equity|loans|bonds|revenue|sales|profit|funding|orders|fees|savings|damages|fines|grants|subsid\w+|tax|capital|credit|financing|penalties|stock|shares)\b|(?:dollar|euro)s?\b)"
)
_STAFF_TALK = re.compile(
    r"\b(?:staff|workforce|payroll|headcount|employees|workers|jobs|lay-?offs?|redundanc\w+|job cuts|laid off|lays off|laying off|exiting|sacked|dismiss\w+|hir(?:es|ed|ing)|recruit\w*|employ(?:s|ed|ing)?|people)\b"
)
_STAFF_DONE = re.compile(
    r"\b(?:cuts?|cutting|axe[ds]?|sack(?:s|ed)|let go(?: of)?|lays? off|laid off|dismiss(?:es|ed)|shed(?:s|ding)?|hire[sd]?|hiring|recruit(?:s|ed)?|employ(?:s|ed|ing)?|ranks of|headcount of|workforce of|staff of|payroll of|support from) \Z"
)
_WINDOW = re.compile(
    r"\b(?:context(?: window| length)?|window|input|output) (?:of|is|was|to|at|takes|holds|reaches|stretches to)(?: up to| about| some| around)? \Z"
)
"""Before so many tokens: a context of 128,000."""
_PAYROLL = re.compile(
    r" (?:on (?:its|their|the|his) (?:payroll|books|staff|rolls)|(?:full-time )?(?:staff|employees))\b"
)
_WHO = re.compile(
    r"\b(?:(?:signed|attended|joined|followed|visited|backed|endorsed|opposed|answered) by|waiting list (?:of|stands at|is|holds|has grown to|runs to)|crowd of|audience of|turnout of|membership of|a queue of) (?:about |around |some |nearly |almost |more than |over |just |only )?\Z"
)
"""Before so many people: signed by 40,000."""
_CLOSED = re.compile(r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)")
_PLACE = re.compile(
    r"\b(?:city|town|village|county|region|province|district|population|island|community|audience|metropolis) of (?:just |only |some )?\Z"
)
_PEOPLE_DO = re.compile(
    r" (?:lost their|who\b|have (?:signed|joined|died|left|applied|registered|enrolled)|live|attended|turned up|signed up|applied|marched|took part|were (?:laid|let|hired|injured|killed))"
)
_LABELLED = re.compile(
    r"(?: to [\d,]+)?: (?:the |its |monthly |weekly |daily |active |paying |new |registered |full-time |of (?:its|the) )*"
)
"""Between a number of a list and what it is the number of: 4,000: jobs that go."""
_HARDWARE = re.compile(
    r"\b(?:(?P<GPU>GPUs?|N[Vv][Ii][Dd][Ii][Aa]|(?:GB|GH|[HAB])[12378]00[A-Z]?s?|H20s?|MI\d{3}[A-Z]?s?|Blackwells?|Hoppers?)|(?P<chip>chips?|TSMC|Ascends?|semiconductors?|Trainiums?)|(?P<TPU>TPUs?))\b"
)
_HARDWARE_UNITS = ("GPU", "chip", "TPU", "accelerator", "processor", "card")
_MAKES = re.compile(
    r"\b(?:mak(?:es?|ing)|made|buil(?:ds?|t)|building|produc(?:es?|ed|ing)|assembl(?:es?|ed|ing)|deliver(?:s|ed|ing)?|ship(?:s|ped|ping)?|turn(?:s|ed)? out|manufactur(?:es?|ed|ing)|order(?:s|ed)?|deploy(?:s|ed)?|orders? for|output of|run of|parts at) \Z"
)
_OF_THEM = re.compile(r" of (?:them|these|those|which)\b")
_APPOSED = re.compile(r"(?<![\w-])(?P<noun>[a-z]{3,}s), \Z")
_NATION = re.compile(
    r" (?:[A-Z][a-z]+(?:ans|ese|is)|Poles|Swedes|Finns|Danes|Turks|Scots|Serbs|Czechs|Slovaks|Croats|Greeks|Thais|Britons|Spaniards|Filipinos|Dutch|French|British|Irish|Swiss)\b(?! [a-z]+s\b)"
)
"""Behind a number of people: a million Poles."""
_MODELS = re.compile(
    r"\b(?:[Mm]odels?|parameters?|open[- ]weights?|weights|LLMs?|MoE|Llama|Qwen|DeepSeek|Mistral|Kimi|GLM|Gemma|Grok|GPT|gpt-oss|OL[Mm]o|Phi|Falcon|Nemotron|Bielik|Apertus)\b"
)
_PAY = re.compile(r" (?:pay|paid|are paying|now pay)\b(?! (?:[$€£]|for|\d))")
_VERSIONED = re.compile(
    r"\b(?:opus|sonnet|haiku|claude|clod|gpt|gemini|llama|grok|grock|quen|qwen|kimi|version|seek|phi|mini|gemma|mistral|flash|pro|turbo|v|release|nova|imagen|sora|veo|runway|gen|python|windows|android|chapter|section|level|phase|model|number|glm|olmo|ernie|minimax|coder|codex|wan|midjourney|cuda|pytorch|firefly|point|three|five|the) \Z",
    re.IGNORECASE,
)
"""Before a version as it is said: opus four point five."""
_SCORED = re.compile(
    r"\b(?:\w*bench\w*|mmlu|gpqa|aime|arc|humanity's|exam|scor\w+|accuracy|percent|hallucinat\w+|benchmarks?|verified)\b",
    re.IGNORECASE,
)
_LEAST_MODEL, _LARGEST_MODEL = 5 * 10**8, 5 * 10**12
_TOLD = ("money", "count", "power", "energy", "data")


def untold(
    text: str, one: Measured, amounts: Sequence[Amount], currencies: Sequence[tuple[int, str]] = ()
) -> Unit | None:
    """The likeliest unit of the number; None where it is not written like an amount, or nothing near is counted."""
    number = one.number
    parted = number.scale == ONE and bool(_PARTED.fullmatch(text, number.start, number.end))
    large = number.scale >= _MILLION and not number.letters and not number.vague
    said = number.words and not number.vague and one.low == one.high and 100 <= one.low < _MILLION
    decimal = number.words and number.scale == ONE and one.low != one.low.to_integral_value()
    each = not number.vague and not number.letters and one.low > 1 and bool(_EACH.match(text, one.end))
    people = not number.vague and one.low >= _FEW and _WHO.search(text, max(0, one.start - 40), one.start)
    turned_up = not number.vague and one.low >= _FEW and _PEOPLE_DO.match(text, one.end)
    if not (parted or large or said or decimal or each or people or turned_up) or _NO_AMOUNT_BEHIND.match(text, one.end):
        return None
    _, start, end = bounded(text, one.start, one.end)
    if _NUMBERED.search(text, max(0, start - 12), start):
        return None
    before = text[max(0, start - 40) : start]
    if _WINDOW.search(before):
        return Unit("count", "token")
    if each:
        return _money(text, one, amounts, currencies)
    if decimal:
        return _as_decimal(text, one, start, before, amounts)
    if _POCKET.match(text, end) or _SOLD.search(before):
        return _money(text, one, amounts, currencies)
    if _PLACE.search(before) or (large and _NATION.match(text, end)):
        return Unit("count", "person")
    if (label := _LABELLED.match(text, end)) and (noun := noun_at(text, label.end())):
        return Unit("count", noun)
    if _OF_THEM.match(text, end) and (thing := _APPOSED.search(before)):
        return Unit("count", noun_at(text, start - 2 - len(thing["noun"])) or thing["noun"].removesuffix("s"))
    last = next((said for said in reversed(amounts[-_TALKED:]) if said.kind in _TOLD), None)
    last = last if last and start - last.end <= _FAR else None
    if _PAYROLL.match(text, end):
        return Unit("count", "employee")
    if (people and _CLOSED.match(text, end)) or turned_up or (parted and _STAFF_DONE.search(before)):
        folk = next((said.unit for said in reversed(amounts[-_TALKED:]) if said.unit in PEOPLE), "person")
        return Unit("count", folk)
    if _PAY.match(text, end) and last and last.unit in ("user", "person", "customer"):
        return Unit("count", "subscriber")
    if large:
        return _as_large(text, one, start, amounts)
    if hardware := _hardware(text, start, amounts):
        return Unit("count", hardware)
    if _MAKES.search(before) and (machine := machine_told(text, start)):
        return Unit("count", machine)
    if not parted:
        return None
    if last and last.kind == "count" and _alike(one, last):
        return Unit("count", last.unit)
    if last and last.kind == "money" and (last.high or last.low or 0) < _MILLION and _alike(one, last):
        return Unit("money", last.unit)
    if _STAFF_TALK.search(text, max(0, start - _SENTENCES), start):
        return Unit("count", "employee")
    return None


def _as_decimal(text: str, one: Measured, start: int, before: str, amounts: Sequence[Amount]) -> Unit | None:
    """`and before that Microsoft signed seventeen point four`, `SWE bench seventy four point nine`: no version is said so."""
    if _VERSIONED.search(before):
        return None
    for last in reversed(amounts[-_TALKED:]):
        if last.kind in ("money", "power", "energy") and start - last.end <= _FAR:
            found = sized(text, one, last, "en", most=MOST_GAPPED)
            if found and found.factor != ONE:
                return found
    scored = one.high <= 100 and _SCORED.search(text, max(0, start - _CLAUSE), start)
    return Unit("percent", "%") if scored else None


def _hardware(text: str, start: int, amounts: Sequence[Amount]) -> str | None:
    """The chips that the sentence or the one before talks of, by the unit that they were counted in last."""
    talked = None
    for match in _HARDWARE.finditer(text, max(0, start - _SENTENCES), start):
        talked = str(match.lastgroup)
    if talked is None:
        return None
    return next(
        (said.unit for said in reversed(amounts[-2 * _TALKED :]) if said.unit in _HARDWARE_UNITS), talked
    )


def _as_large(
    text: str,
    one: Measured,
    start: int,
    amounts: Sequence[Amount],
) -> Unit | None:
    """Of the money and the things told last what is told in such sizes, or the size of a model."""
    near = [said for said in amounts[-_TALKED:] if said.kind in _TOLD and start - said.end <= _FAR]
    for said in reversed(near):
        if said.kind in ("money", "count") and _alike(one, said, most=_NEARLY):
            return Unit(said.kind, said.unit)
    model = _MODELS.search(text, max(0, start - _CLAUSE), one.end + _CLAUSE // 2)
    if (
        model
        and _LEAST_MODEL <= one.high <= _LARGEST_MODEL
        and not any(said.kind == "money" for said in near)
    ):
        return Unit("count", "parameter")
    return None


def _money(
    text: str, one: Measured, amounts: Sequence[Amount], currencies: Sequence[tuple[int, str]]
) -> Unit:
    told = next((said.unit for said in reversed(amounts[-2 * _TALKED :]) if said.kind == "money"), None)
    return Unit("money", told or likely_currency(text, one.start, "en", currencies))


def _alike(one: Measured, last: Amount, *, most: int = 1000) -> bool:
    """Whether the two can count the same: neither is so many times the other."""
    told = last.high or last.low or 0
    return bool(told) and told <= most * one.high and one.high <= most * told
