"""History: who had the figures of a text so far in, what that says of each entity that may own the next one out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from pipeline.extract.claims.bearings import HAD
from pipeline.extract.claims.lineup import ABSENT

if TYPE_CHECKING:
    from pipeline.extract.claims.lineup import Rows, Whole

_BACK = 12
"""Figures back that it counts who had them."""


class History:
    """The owners of the figures so far."""

    def __init__(self, entities: dict[str, int]) -> None:
        self._entities = entities
        self._owners: list[int] = []
        self._had: Counter[int] = Counter()

    def add(self, subject: str | None) -> None:
        """The next figure's owner."""
        owner = self._entities.get(subject, ABSENT) if subject else ABSENT
        self._owners.append(owner)
        if owner != ABSENT:
            self._had[owner] += 1

    def told(self, rows: Rows, entities: Whole, *, in_sentence: bool) -> Rows:
        """The rows of the next figure's entities, with what is known of who had those before.

        in_sentence: whether the figure before stands in the same sentence.
        """
        latest = next((one for one in reversed(self._owners[-_BACK:]) if one != ABSENT), ABSENT)
        rows = rows.copy()
        again = entities == latest
        rows[:, HAD] = again
        rows[:, HAD + 1] = again & in_sentence
        rows[:, HAD + 2] = np.array([self._had[one] for one in entities.tolist()])
        return rows
