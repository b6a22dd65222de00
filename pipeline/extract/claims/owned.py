"""Owned: a figure as the rules of subjects see it: where it stands, what it measures, how much it is."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Kind, Metric


@dataclass(frozen=True, slots=True)
class Owned:
    """`amount`: what makes two amounts the same (amounts/amount.py)."""

    start: int
    end: int
    kind: Kind
    unit: str
    amount: tuple[object, object]
    metric: Metric
