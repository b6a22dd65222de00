"""Forest: grown trees and rows of numbers in, the sum of the trees' leaves for each row out.

All splits of all trees are asked at once. Each leaf of a tree is a bit; a split that sends a row to the right rules out the
leaves on its left, and the lowest bit that is left is the row's leaf (QuickScorer: Lucchese et al., SIGIR 2015). Some numbers
are only known later: what the others decide is then decided for many rows together, and kept (`beforehand`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LEAVES = 16
"""Of a tree at most: the bits of the masks."""


@dataclass(frozen=True, slots=True)
class Splits:
    """Arrays by split and tree: which number is asked, the most of it that goes left, the leaves that going right rules out."""

    asked: npt.NDArray[np.intp]
    most: npt.NDArray[np.float32]
    ruled_out: npt.NDArray[np.uint16]

    def ruled(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.uint16]:
        """By row and tree, the leaves that are out."""
        import numpy as np

        splits, trees = self.most.shape
        numbers = rows.take(self.asked, axis=1).reshape(len(rows), splits, trees)
        goes_right = (numbers > self.most).view(np.uint8)
        out: npt.NDArray[np.uint16] = np.bitwise_or.reduce(
            np.multiply(goes_right, self.ruled_out, dtype=np.uint16), axis=1
        )
        return out


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees that ask a number which is only known later come last; `settled`: how many come before them.

    early: the splits of all trees that ask other numbers; late: those of the last trees that ask such a one, by its place among them.
    """

    names: tuple[str, ...]
    early: Splits
    late: Splits
    settled: int
    leaves: npt.NDArray[np.float64]
    lowest: npt.NDArray[np.uint8]

    def beforehand(self, rows: npt.NDArray[np.float32]) -> Beforehand:
        """What the numbers say that are known already; the others may be anything."""
        out = self.early.ruled(rows)
        return Beforehand(self, self._sum(out[:, : self.settled], 0), out[:, self.settled :])

    def votes(self, rows: npt.ArrayLike, later: npt.ArrayLike = ()) -> npt.NDArray[np.float64]:
        """One number a row: the more, the better. later: the columns of the numbers that are only known later, where there are such."""
        import numpy as np

        known = np.asarray(rows, dtype=np.float32)
        return self.beforehand(known).votes(known[:, np.asarray(later, dtype=np.intp)])

    def _sum(self, ruled_out: npt.NDArray[np.uint16], first: int) -> npt.NDArray[np.float64]:
        """The leaves of the trees from `first`, summed by row."""
        import numpy as np

        left = ~ruled_out
        places = self.lowest.take(left & -left) + np.arange(first, first + left.shape[1]) * LEAVES
        found: npt.NDArray[np.float64] = self.leaves.take(places).sum(axis=1)
        return found


@dataclass(frozen=True, slots=True)
class Beforehand:
    """Of some rows, the votes that are settled, and of the trees that are not, the leaves that are out."""

    forest: Forest
    settled: npt.NDArray[np.float64]
    ruled_out: npt.NDArray[np.uint16]

    def __getitem__(self, rows: slice | Sequence[int]) -> Beforehand:
        return Beforehand(self.forest, self.settled[rows], self.ruled_out[rows])

    def votes(self, late: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """One number a row, now that the other numbers are known."""
        if not self.ruled_out.shape[1]:
            return self.settled
        out = self.ruled_out | self.forest.late.ruled(late)
        return self.settled + self.forest._sum(out, self.forest.settled)


@lru_cache(maxsize=2)
def read_forest(file: Path, later: tuple[int, ...] = ()) -> Forest:
    """A file that benchmarks/teaching.py wrote: {"names": [...], "trees": [{"splits": [[number, most, ruled out] …], "leaves": […]}]}.

    later: the numbers that are only known later.
    """
    import numpy as np

    grown = json.loads(file.read_text())
    trees = sorted(grown["trees"], key=lambda tree: any(number in later for number, *_ in tree["splits"]))
    waits = [[split for split in tree["splits"] if split[0] in later] for tree in trees]
    settled = sum(not some for some in waits)
    leaves = np.zeros((len(trees), LEAVES))
    for row, tree in enumerate(trees):
        leaves[row, : len(tree["leaves"])] = tree["leaves"]
    lowest = np.zeros(1 << LEAVES, dtype=np.uint8)
    lowest[1 << np.arange(LEAVES)] = np.arange(LEAVES)
    early = _splits([[split for split in tree["splits"] if split[0] not in later] for tree in trees])
    late = _splits([[[later.index(split[0]), *split[1:]] for split in some] for some in waits[settled:]])
    return Forest(tuple(grown["names"]), early, late, settled, leaves, lowest)


def _splits(trees: Sequence[Sequence[Sequence[Any]]]) -> Splits:
    """The splits of each tree as arrays; where a tree has fewer, what never goes right."""
    import numpy as np

    deepest = max(map(len, trees), default=0)
    asked = np.zeros((deepest, len(trees)), dtype=np.intp)
    most = np.full((deepest, len(trees)), np.inf, dtype=np.float32)
    ruled_out = np.zeros((deepest, len(trees)), dtype=np.uint16)
    for column, tree in enumerate(trees):
        for row, (number, edge, mask) in enumerate(tree):
            asked[row, column], most[row, column], ruled_out[row, column] = number, edge, mask
    return Splits(asked.ravel(), most, ruled_out)
