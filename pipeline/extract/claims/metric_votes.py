"""Metric votes: the marks that bear on figures in, how much speaks for each metric out (a linear judge: softmax regression)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.extract.claims.metric_bearings import FAMILIES
from pipeline.extract.claims.metric_words import Marks
from pipeline.records import Metric

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LEARNT = Path(__file__).with_name("metrics.json")
"""What benchmarks/teaching_metrics.py learnt from the tuning half of tests/gold."""
HUNDREDTHS = 100
"""Weights are written as whole numbers."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """The metrics that a kind of figure may measure, what speaks for each from the start, and by each mark (a row of `weights`)."""

    metrics: tuple[Metric, ...]
    base: npt.NDArray[np.float32]
    rows: dict[str, int]
    weights: npt.NDArray[np.float32]

    def votes(self, marks: Marks) -> npt.NDArray[np.float32]:
        """One number a metric: the more, the better."""
        import numpy as np

        places = [*map(self.rows.get, marks)]
        rows = [row for row in places if row is not None]
        if not rows:
            return self.base
        weights = [weight for row, weight in zip(places, marks.values(), strict=True) if row is not None]
        found: npt.NDArray[np.float32] = np.array(weights, np.float32) @ self.weights.take(rows, axis=0)
        return self.base + found

    def elected(self, marks: Marks) -> Metric:
        """The metric with the most votes."""
        return self.metrics[int(self.votes(marks).argmax())]


@lru_cache(maxsize=2)
def read_ballots(file: Path = LEARNT) -> dict[str, Ballot]:
    """By kind of figure. {"families": […], "kinds": {kind: {"metrics": […], "base": […], "weights": {mark: […]}}}}, in hundredths.

    Raises ValueError for weights that were learnt of other families of marks than those of metric_bearings.py.
    """
    import numpy as np

    learnt = json.loads(file.read_text(encoding="utf-8"))
    if tuple(learnt["families"]) != FAMILIES:
        raise ValueError(f"{file.name} was learnt of other marks: run python -m benchmarks.teaching_metrics")
    return {
        kind: Ballot(
            tuple(one["metrics"]),
            np.array(one["base"], np.float32) / np.float32(HUNDREDTHS),
            {mark: row for row, mark in enumerate(one["weights"])},
            np.array(list(one["weights"].values()), np.float32).reshape(-1, len(one["metrics"]))
            / np.float32(HUNDREDTHS),
        )
        for kind, one in learnt["kinds"].items()
    }
