"""Forest: grown trees and rows of numbers in, the sum of the trees' leaves for each row out.

All splits of all trees are asked at once. Each leaf of a tree is a bit; a split that sends a row to the right rules out the
leaves on its left, and the lowest bit that is left is the row's leaf (QuickScorer: Lucchese et al., SIGIR 2015).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LEAVES = 16
"""Of a tree at most: the bits of the masks."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Arrays by split and tree: which number is asked, the most of it that goes left, the leaves that going right rules out."""

    names: tuple[str, ...]
    asked: npt.NDArray[np.intp]
    most: npt.NDArray[np.float32]
    ruled_out: npt.NDArray[np.uint16]
    leaves: npt.NDArray[np.float64]
    lowest: npt.NDArray[np.uint8]

    def votes(self, rows: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """One number a row: the more, the better."""
        import numpy as np

        splits, trees = self.most.shape
        numbers = np.asarray(rows, dtype=np.float32).take(self.asked, axis=1).reshape(-1, splits, trees)
        goes_right = (numbers > self.most).view(np.uint8)
        left = ~np.bitwise_or.reduce(np.multiply(goes_right, self.ruled_out, dtype=np.uint16), axis=1)
        leaf = self.lowest.take(left & -left)
        found: npt.NDArray[np.float64] = self.leaves.take(leaf + np.arange(trees) * LEAVES).sum(axis=1)
        return found


@lru_cache(maxsize=2)
def read_forest(file: Path) -> Forest:
    """A file that benchmarks/teaching.py wrote: {"names": [...], "trees": [{"splits": [[number, most, ruled out] …], "leaves": […]}]}."""
    import numpy as np

    grown = json.loads(file.read_text())
    trees = grown["trees"]
    splits = max(len(tree["splits"]) for tree in trees)
    asked = np.zeros((splits, len(trees)), dtype=np.intp)
    most = np.full((splits, len(trees)), np.inf, dtype=np.float32)
    ruled_out = np.zeros((splits, len(trees)), dtype=np.uint16)
    leaves = np.zeros((len(trees), LEAVES))
    for column, tree in enumerate(trees):
        leaves[column, : len(tree["leaves"])] = tree["leaves"]
        for row, (number, edge, mask) in enumerate(tree["splits"]):
            asked[row, column], most[row, column], ruled_out[row, column] = number, edge, mask
    lowest = np.zeros(1 << LEAVES, dtype=np.uint8)
    lowest[1 << np.arange(LEAVES)] = np.arange(LEAVES)
    return Forest(tuple(grown["names"]), asked.ravel(), most, ruled_out, leaves, lowest)
