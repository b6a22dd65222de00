"""Measured: a text's amounts, names and sentences in, what each amount measures out.

Rules say what a word, a form or the amounts before tell (metrics.py, carried.py, items.py). Of money, percentages, multiples and
counts votes decide (metric_votes.py), in which the rules have one among many; of other kinds the rules do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.claims.carried import carried
from pipeline.extract.claims.items import told_by_items
from pipeline.extract.claims.metric_bearings import Case, add_before, ballot_of, bearings_of
from pipeline.extract.claims.metric_votes import Ballot, read_ballots
from pipeline.extract.claims.metrics import metric_of
from pipeline.extract.claims.nearest_cue import Place, Reading
from pipeline.extract.claims.pairings import is_conversion
from pipeline.extract.claims.told_beside import told_for_sure
from pipeline.extract.named import Named
from pipeline.extract.sentences import Sentences
from pipeline.records import Metric

CLAUSE = 120
"""Characters of its sentence, on each side of a figure, in which a word may say what it measures."""
BESIDE = 8
"""Amounts on each side that may stand between an amount and its cue."""
BETWEEN = 150
"""Characters on each side in which another amount may part an amount from its cue."""

Measure = Callable[[Reading, Sequence[Amount], Sequence[Named], Sentences], list[Metric]]
"""A reading, its amounts, its names and its sentences in, what each amount measures out."""


def metrics_of(
    reading: Reading, amounts: Sequence[Amount], names: Sequence[Named], sentences: Sentences
) -> list[Metric]:
    """What each amount measures, in order; names and amounts are sorted by start."""
    return elected(case_of(reading, amounts, names, sentences), read_ballots())


def elected(case: Case, ballots: Mapping[str, Ballot]) -> list[Metric]:
    """What has the most votes, or where a kind has no ballot what the rules say.

    What the words right beside a figure tell for sure is not voted on, and a conversion measures what it converts.
    """
    text, amounts = case.reading.text, case.amounts
    converts = [
        index > 0 and is_conversion(text, amounts[index - 1], amount) for index, amount in enumerate(amounts)
    ]
    voted_on = {
        index
        for index, amount in enumerate(amounts)
        if not (converts[index] or case.sure[index]) and ballot_of(amount) in ballots
    }
    bearings = bearings_of(case, voted_on)
    metrics: list[Metric] = []
    for index, amount in enumerate(amounts):
        if converts[index]:
            metrics.append(metrics[-1])
        elif sure := case.sure[index]:
            metrics.append(sure)
        elif index in bearings:
            add_before(case, index, metrics, bearings[index])
            metrics.append(ballots[ballot_of(amount)].elected(bearings[index]))
        else:
            metrics.append(case.told[index])
    return metrics


def case_of(
    reading: Reading, amounts: Sequence[Amount], names: Sequence[Named], sentences: Sentences
) -> Case:
    """The amounts with what the rules say of each."""
    places = [_place(amounts, index, sentences) for index in range(len(amounts))]
    sure = [told_for_sure(reading, place) for place in places]
    first = [
        (said, 0.0) if said else metric_of(reading, place) for said, place in zip(sure, places, strict=True)
    ]
    told = told_by_items(reading.text, amounts, carried(reading.text, amounts, sentences, first))
    return Case(reading, sentences, amounts, names, places, sure, first, told)


def _place(amounts: Sequence[Amount], index: int, sentences: Sentences) -> Place:
    amount = amounts[index]
    start, end = sentences.around(amount.start)
    if end - start > 2 * CLAUSE:
        # in steps, so that the amounts of one stretch share its cues
        start = max(start, (amount.start // CLAUSE - 1) * CLAUSE)
        end = min(end, (amount.end // CLAUSE + 2) * CLAUSE)
    around = (*amounts[max(0, index - BESIDE) : index], *amounts[index + 1 : index + 1 + BESIDE])
    others = [
        (other.start, other.end, other.kind)
        for other in around
        if start <= other.start < end and amount.start - BETWEEN <= other.start <= amount.end + BETWEEN
    ]
    most = float(amount.high if amount.high is not None else amount.low or 0)
    limit = amount.bound == "max"
    return Place(amount.start, amount.end, amount.kind, amount.unit, start, end, most, limit, others)
