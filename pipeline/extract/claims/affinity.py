"""Affinity: a metric and a type of entity in, how odd it is that one has the other out: chips own no revenue, people no parameters."""

from __future__ import annotations

from pipeline.records import EntityType, Kind, Metric

_NEVER = 70.0
_Row = dict[EntityType, float]

_OF_COMPANIES: _Row = {"person": 10, "project": 14, "product": 24, "model": 26, "hardware": 40, "law": _NEVER}
_OF_MODELS: _Row = {
    "organization": 6,
    "model": -34,
    "product": -18,
    "hardware": 4,
    "project": 24,
    "person": 44,
    "law": _NEVER,
}
_OF_THINGS: _Row = {
    "organization": 4,
    "product": -14,
    "model": -14,
    "hardware": -8,
    "project": -4,
    "person": 22,
    "law": 60,
}
_ROWS: dict[Metric, _Row] = {
    "revenue": _OF_COMPANIES | {"product": 14},
    "profit": _OF_COMPANIES,
    "loss": _OF_COMPANIES,
    "valuation": _OF_COMPANIES,
    "funding": _OF_COMPANIES,
    "cash": _OF_COMPANIES,
    "employees": _OF_COMPANIES,
    "capex": _OF_COMPANIES | {"project": 4},
    "investment": _OF_COMPANIES | {"project": -10, "person": 4},
    "cost": {"project": -6, "model": -4, "product": 6, "hardware": 20, "person": 12, "law": 6},
    "parameters": _OF_MODELS,
    "context": _OF_MODELS,
    "tokens": _OF_MODELS,
    "benchmark": _OF_MODELS,
    "price": _OF_THINGS,
    "users": {"product": -12, "model": -10, "hardware": 20, "project": 4, "person": 24, "law": 60},
    "subscribers": {"product": -10, "model": 0, "hardware": 30, "person": 16, "law": 60},
    "power-use": {"hardware": -20, "project": -14, "product": -4, "model": -2, "person": 14, "law": 60},
    "hardware": {"project": -14, "person": 12, "model": 8, "hardware": 10, "product": 8, "law": 60},
    "share": {"person": 10, "hardware": 20, "model": 10, "product": 4, "law": 0},
    "growth": {"person": 12, "hardware": 16, "model": 6, "product": 4, "law": 30},
    "length": {"hardware": -6, "product": -6, "project": -6, "person": 30, "law": 60},
}
_AGE: _Row = {
    "person": -60,
    "organization": 20,
    "product": 60,
    "model": 60,
    "hardware": 60,
    "project": 60,
    "law": 60,
}
_REST: _Row = {"person": 8, "law": 4, "hardware": 14, "model": 6, "product": 4}
_MEASURED: _Row = {"hardware": -18, "project": -18, "product": -12, "model": -12, "person": 20, "law": 60}
"""Lengths, weights, areas, temperatures and data are of things."""
_MATERIAL: frozenset[Kind] = frozenset(("length", "area", "mass", "temperature", "data"))
THINGS: frozenset[EntityType] = frozenset(("model", "product", "hardware", "project"))
PRESENTED: frozenset[EntityType] = frozenset(("model", "product", "hardware"))
"""What somebody launches and a text presents."""


def oddity(metric: Metric, kind: Kind, type_: EntityType, *, known: bool) -> float:
    """What it costs that an entity of this type has such a figure. A candidate's type is a guess, and
    speaks less against it.
    """
    if kind == "age":
        return _AGE[type_]
    row = _MEASURED if kind in _MATERIAL else _ROWS.get(metric, _REST)
    cost = row.get(type_, 0.0)
    if not known and type_ == "hardware" and metric == "hardware":
        return 0.0
    return cost if known or cost < 0 else cost * 0.7
