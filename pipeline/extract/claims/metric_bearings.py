"""Metric bearings: a text's figures with what the rules say of them in, what bears on what each measures out, as marks with weights.

What it is and how large, which cues stand how near on which side (nearest_cue.py), what stands right beside it, who is named
there, what the figures before measure, what the rules say; and the words around it (metric_words.py) and their senses (word_senses.py). The marks are
weighed by metric_votes.py, with weights that were learnt from gold documents (benchmarks/teaching_metrics.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import exp, floor, log10

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.claims.faint_cues import FAINT
from pipeline.extract.claims.metric_cues import BY_COUNTED, CUES, OPEN_COUNTS, Patterns
from pipeline.extract.claims.metric_words import REACH, Beside, Marks
from pipeline.extract.claims.nearest_cue import FAR, Place, Reading, costs_of
from pipeline.extract.claims.pairings import is_conversion
from pipeline.extract.claims.told_beside import TO_THE_DOLLAR, told_else
from pipeline.extract.claims.word_senses import add_senses, senses_before, senses_of
from pipeline.extract.named import Named
from pipeline.extract.sentences import Sentences
from pipeline.records import Metric

FAMILIES = (
    "most", "bound", "lang", "noun", "counted", "before", "behind", "near", "nearest", "nearest_how", "nearest_most", "faint", "sure", "perhaps", "text",
    "named", "named_behind", "last", "last_but_one", "last_here", "last_close", "last_alike", "alike", "converts", "again",
    "rule", "rule_first", "rule_how", "sense", "next", "next_close",
)  # fmt: skip
"""What a mark `family:value` says; marks of words begin with `<` or `>`."""
_NAMED_WITHIN, _CLOSE = 80, 40
_STEPS_OF_PERCENT = (1, 5, 10, 20, 30, 50, 70, 90, 100.01)
_NEAR, _FARTHER, _FAINT = 25.0, 60.0, 40.0
"""At so high a cost a cue weighs a third."""
_LEAST_OF_MONEY, _MOST = -2, 12
"""Powers of ten that are told apart."""
_OFTEN = 3.0
"""So many cues of other metrics each text is thought to have."""
_JUDGED = ("money", "percent", "multiple", "count")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what bears on its figures: their places, what the words right beside them tell for sure, what rules say first
    (with the cost), and what they say in the end."""

    reading: Reading
    sentences: Sentences
    amounts: Sequence[Amount]
    names: Sequence[Named]
    places: Sequence[Place]
    sure: Sequence[Metric | None]
    first: Sequence[tuple[Metric, float]]
    told: Sequence[Metric]


def ballot_of(amount: Amount) -> str:
    """Under which name the votes on such an amount are counted: its kind; of counts, tokens and what may be anybody apart."""
    if amount.kind != "count":
        return amount.kind
    noun = amount.unit.lower().rsplit("-", 1)[-1]
    return "token" if noun == "token" else "count" if noun in OPEN_COUNTS else "thing"


def bearings_of(case: Case, asked: Collection[int]) -> dict[int, Marks]:
    """The marks of each figure that is asked for and is money, a percentage, a multiple or a count, by its index."""
    judged = [index for index, amount in enumerate(case.amounts) if amount.kind in _JUDGED]
    if not asked:
        return {}
    reading = case.reading
    spans = [
        *((one.start, one.end, one.type) for one in case.names),
        *((one.start, one.end, one.kind) for one in case.amounts),
    ]
    beside = Beside(reading.text, reading.lang, sorted(spans))
    topics = _topics(reading)
    hits = senses_of(reading.text, reading.lang)
    said: dict[int, Marks] = {}
    twins: dict[tuple[object, ...], Counter[Metric]] = {}
    for index in judged:
        twins.setdefault(_value(case.amounts[index]), Counter())[case.first[index][0]] += 1
    found: dict[int, Marks] = {}
    for index in judged:
        if index not in asked:
            continue
        marks: Marks = {}
        at = case.places[index]
        _size(case.amounts[index], at, marks)
        _cues(reading, at, marks)
        if at.kind == "money":
            marks.update(topics)
        _named(case, at, marks)
        for metric, times in twins[_value(case.amounts[index])].items():
            if times > (metric == case.first[index][0]):
                marks[f"again:{metric}"] = 0.5
        _rules(case, index, marks)
        marks[f"lang:{reading.lang}"] = 1.0
        beside.add(at.start, at.end, at.floor, at.ceiling, marks)
        floor, ceiling = max(at.floor, at.start - REACH), min(at.ceiling, at.end + REACH)
        size = _how_much(at) if at.kind == "money" else at.kind
        add_senses(hits, reading.lang, at.start, at.end, floor, ceiling, size, marks)
        low = case.sentences.around(at.floor)[0]
        if low not in said:
            said[low] = senses_before(hits, low)
        marks.update(said[low])
        _next(case, index, marks)
        found[index] = marks
    return found


def _next(case: Case, index: int, marks: Marks) -> None:
    """What the rules say of the next figure, if it is not far."""
    if index + 1 == len(case.amounts):
        return
    one, then, metric = case.amounts[index], case.amounts[index + 1], case.first[index + 1][0]
    away = case.sentences.count_between(one.start, then.start)
    if away <= 1:
        marks[f"next:{'next' if away else 'here'} {then.kind} {metric}"] = 0.5
        if not away and then.kind == one.kind and then.start - one.end <= _CLOSE:
            marks[f"next_close:{metric}"] = 0.5


def _topics(reading: Reading) -> Marks:
    """Of the cues of money that were found so far in the text, how large a part is each metric's."""
    money = id(CUES[reading.lang].money)
    said = Counter(
        metric for (patterns, _, _), cues in reading.found.items() if patterns == money for *_, metric in cues
    )
    whole = sum(said.values()) + _OFTEN
    return {f"text:{metric}": _OFTEN * count / whole for metric, count in said.items()}


def _value(amount: Amount) -> tuple[object, ...]:
    return (amount.kind, amount.unit, amount.low, amount.high)


def _size(amount: Amount, at: Place, marks: Marks) -> None:
    """How much it is, in powers of ten (of dollars), and of what."""
    marks[f"bound:{amount.bound}"] = 1.0
    if at.kind == "percent":
        for step in _STEPS_OF_PERCENT:
            if at.most >= step:
                marks[f"most:{step}"] = 1.0
        return
    if at.kind == "multiple":
        marks[
            "most:" + ("less" if at.most < 1 else "2" if at.most == 2 else "10" if at.most >= 10 else "more")
        ] = 1.0
        return
    money = at.kind == "money"
    much = at.most / TO_THE_DOLLAR.get(at.unit, 1) if money else at.most
    for power in range(_LEAST_OF_MONEY if money else 1, min(_MOST, floor(log10(max(much, 0.01)))) + 1):
        marks[f"most:{power}"] = 1.0
    if at.kind == "count":
        noun = at.unit.lower().rsplit("-", 1)[-1]
        marks[f"noun:{noun}"] = 2.0
        marks[f"noun:{at.unit.lower()}"] = marks.get(f"noun:{at.unit.lower()}", 0) + 1.0
        marks[f"counted:{BY_COUNTED.get(noun, '-')}"] = 2.0


def _cues(reading: Reading, at: Place, marks: Marks) -> None:
    """How near the cues of each metric stand, on either side, and which is nearest."""
    costs: dict[str, float] = {}
    for (metric, before), cost in costs_of(reading, at, _patterns(reading, at)).items():
        marks[f"{'before' if before else 'behind'}:{metric}"] = 1.5 * exp(-max(cost, 0.0) / _NEAR)
        costs[metric] = min(cost, costs.get(metric, FAR))
    marks.update({f"near:{metric}": exp(-max(cost, 0.0) / _FARTHER) for metric, cost in costs.items()})
    if costs:
        first = min(costs, key=lambda metric: costs[metric])
        marks[f"nearest:{first}"] = 1.0
        marks[f"nearest_how:{first} {_how_near(costs[first])}"] = 0.5
        if at.kind == "money":
            marks[f"nearest_most:{first} {_how_much(at)}"] = 1.0
    if at.kind == "money":
        for (metric, _), cost in costs_of(reading, at, FAINT[reading.lang]).items():
            mark = f"faint:{metric}"
            marks[mark] = max(marks.get(mark, 0.0), exp(-max(cost, 0.0) / _FAINT))
    if perhaps := told_else(reading, at):
        marks[f"perhaps:{perhaps}"] = 1.0


def _how_near(cost: float) -> str:
    return "at" if cost <= 5 else "near" if cost < 30 else "far" if cost < 60 else "farther"


def _how_much(at: Place) -> str:
    dollars = at.most / TO_THE_DOLLAR.get(at.unit, 1)
    return "little" if dollars < 1e3 else "some" if dollars < 1e5 else "much" if dollars < 1e8 else "more"


def _patterns(reading: Reading, at: Place) -> Patterns:
    cues = CUES[reading.lang]
    if at.kind == "count":
        return cues.tokens if at.unit.rsplit("-", 1)[-1] == "token" else cues.persons
    return {"money": cues.money, "percent": cues.percent}.get(at.kind, cues.multiple)


def _named(case: Case, at: Place, marks: Marks) -> None:
    """What is named last before it and first behind it, in its sentence and near."""
    then = bisect_left(case.names, at.start, key=lambda name: name.start)
    if then and case.names[then - 1].end >= max(at.floor, at.start - _NAMED_WITHIN):
        marks[f"named:{case.names[then - 1].type}"] = 1.0
    if then < len(case.names) and case.names[then].start < min(at.ceiling, at.end + _NAMED_WITHIN):
        marks[f"named_behind:{case.names[then].type}"] = 1.0


def add_before(case: Case, index: int, so_far: Sequence[Metric], marks: Marks) -> None:
    """Adds what the two figures before measure, and the last one of its kind. `so_far`: the metrics of those before."""
    amount = case.amounts[index]
    for back, family in ((1, "last"), (2, "last_but_one")):
        if index < back:
            marks[f"{family}:-"] = 0.5
            continue
        other, metric = case.amounts[index - back], so_far[index - back]
        away = case.sentences.count_between(other.start, amount.start)
        where = "here" if away == 0 else "next" if away == 1 else "far"
        marks[f"{family}:{where} {other.kind} {metric}"] = 0.5
        if back == 2:
            continue
        marks[f"last_here:{where} {metric}"] = 0.5
        marks[f"alike:{where} {(other.kind, other.unit) == (amount.kind, amount.unit)}"] = 0.5
        if other.kind == amount.kind:
            marks[f"last_alike:{metric}"] = 0.5
            if away == 0 and amount.start - other.end <= _CLOSE:
                marks[f"last_close:{metric}"] = 0.5
        if is_conversion(case.reading.text, other, amount):
            marks[f"converts:{metric}"] = 1.5
    for back in range(index - 1, max(-1, index - 6), -1):
        if case.amounts[back].kind == amount.kind:
            mark = f"last_alike:{so_far[back]}"
            marks[mark] = marks.get(mark, 0.0) + 0.5
            break


def _rules(case: Case, index: int, marks: Marks) -> None:
    """What the rules say."""
    if sure := case.sure[index]:
        marks[f"sure:{sure}"] = 1.0
    metric, cost = case.first[index]
    marks[f"rule_first:{metric}"] = 0.5
    marks[f"rule:{case.told[index]}"] = 0.5
    how = _how_near(cost) if cost < FAR - 3 else "no"
    marks[f"rule_how:{how} {metric}"] = 0.5
