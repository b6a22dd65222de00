"""What an amount measures where no word tells, by what its owner is: an amount and its owner's type in, a metric out.

Money of a project is what is put into it; a model's is what it cost to make, or its price where it is small; people that an
organisation counts without a word are those who work there.
"""

from __future__ import annotations

from pipeline.extract.amounts.find import Amount
from pipeline.records import EntityType, Metric

_SMALL, _LARGE = 1e5, 1e6
"""Units of a currency, roughly: what a customer pays, and what he does not."""
_PAIR, _FIRM = 2, 5_000
"""People that nobody is said to count are a firm's too, if they are neither a few nor a town."""
_STAFF = 500_000
"""Hardly a company of the industry has more people."""
_PEOPLE = ("person", "people")
_THINGS: frozenset[EntityType] = frozenset(("model", "product", "hardware"))


def owned_as(amount: Amount, metric: Metric, owner: EntityType | None) -> Metric:
    """The metric as it is, or where it is `other` the one that such an owner's amount usually has."""
    if metric != "other":
        return metric
    most = float(amount.high if amount.high is not None else amount.low or 0)
    if amount.kind == "count" and amount.unit in _PEOPLE and owner is None and _PAIR < most < _FIRM:
        return "employees"
    if owner is None:
        return metric
    if amount.kind == "money":
        if owner == "project":
            return "investment" if most >= _LARGE else metric
        if owner in _THINGS:
            return "price" if most < _SMALL else "cost" if most >= _LARGE and owner == "model" else metric
    if amount.kind == "count" and owner == "organization" and amount.unit in _PEOPLE and most < _STAFF:
        return "employees"
    return metric
