"""Items: a text's amounts with what they measure in, the money that opens an item and says nothing, told by the other items, out.

A newsletter of rounds, deals or fines has one paragraph for each; what most of them open with the terse ones open with too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.extract.amounts.find import Amount
from pipeline.records import Metric

_LEAST, _MOST = 3, 0.6
"""So many items must tell, and so large a part of them the same."""
_TELLING: frozenset[Metric] = frozenset(("funding", "investment", "valuation", "revenue", "price", "cost"))


def told_by_items(text: str, amounts: Sequence[Amount], metrics: Sequence[Metric]) -> list[Metric]:
    """`6. Tessellate. The modest one: £9m`: the metric of money that opens a paragraph and has none of its own."""
    opening = _opening(text, amounts)
    told = Counter(metrics[index] for index in opening if metrics[index] in _TELLING)
    if sum(told.values()) < _LEAST:
        return list(metrics)
    metric, times = told.most_common(1)[0]
    if times < _MOST * sum(told.values()):
        return list(metrics)
    silent = {index for index in opening if metrics[index] == "other"}
    return [metric if index in silent else one for index, one in enumerate(metrics)]


def _opening(text: str, amounts: Sequence[Amount]) -> list[int]:
    """The amounts of money that are the first in their line."""
    first: list[int] = []
    last = -1
    for index, amount in enumerate(amounts):
        if amount.kind != "money":
            continue
        if last < 0 or text.find("\n", last, amount.start) >= 0:
            first.append(index)
        last = amount.end
    return first
