"""Turns: what stands around a figure in, how much that turns its owner from the sentence's subject to another name, out.

What surrounds it is told here, what stands before and behind a name in turns_before.py, turns_behind.py and turns_ja.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.claims.standing_ja import has_its_own
from pipeline.extract.claims.turns_before import before_in_latin, in_relative
from pipeline.extract.claims.turns_behind import behind_in_latin
from pipeline.extract.claims.turns_ja import before_in_japanese, behind_in_japanese
from pipeline.records import EntityType, Kind, Metric

_FINE = re.compile(
    r"\bfine[ds]?\b|\bfining\b|penalt|réclam|違反|amende|astreinte|écop\w+|sanction|罰金|制裁金|課徴金|過料|反則金",
    re.IGNORECASE,
)
_GRANT = re.compile(
    r"補助(?:する|した|を決|を受)|助成|支給|交付|\bgrants?\b|\bsubsid|subvention|\baides? de\b|doté[es]*\s",
    re.IGNORECASE,
)
_STOCK = re.compile(r"株価|株は|株が|時価総額|配当|1株")
_LEGAL = re.compile(
    r"法律|法案|義務|違反|罰則|罰金|罰を|制裁金|課徴金|規制|規定|施行|適用|禁止|対象となる|対象は|届け出|報告し|猶予|条文"
)
_TRAINING = re.compile(r"\b(?:train(?:ed|ing)?|pre-?training|(?:pré-?)?entraîn\w+)\b")
_OF_TRAINING: frozenset[Metric] = frozenset(("cost", "tokens", "hardware", "other"))
_COMPARING = re.compile(
    r"\b(?:contre|face (?:à|aux?)|against|versus|vs\.?|compared (?:with|to)|ahead of|than)\s(?:\w+\s)?\Z"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """How one figure's surroundings turn its ownership; `before` and `behind` give costs to be added for a role."""

    lang: str
    metric: Metric
    kind: Kind
    unit: str
    fine: bool
    grant: bool
    compared: bool
    legal: bool
    stock: bool
    end: int
    training: bool = False
    """Whether somebody or something is trained: that is a model's."""
    labelled: bool = False
    """Whether it follows a colon: X: $5m from Y."""

    def before(
        self, text: str, start: int, end: int, figure: int, standing: float, type_: EntityType
    ) -> float:
        """For a role at [start, end) before the figure, which begins at `figure`."""
        if self.lang == "ja":
            return before_in_japanese(self, text, end, figure, standing, type_)
        return before_in_latin(self, text, start, end, figure, standing, type_)

    def relative(self, text: str, end: int, figure: int) -> bool:
        """Whether the figure stands in a clause that a who or which begins behind the role: ASML, qui apporte 1,3 milliard."""
        return self.lang != "ja" and in_relative(text, end, figure)

    def rival(self, text: str, end: int, type_: EntityType) -> bool:
        """Whether a thing that ends at `end` is compared and has a figure of its own: GPT-4oの88.9%を上回る."""
        return self.lang == "ja" and type_ in ("model", "product", "hardware") and has_its_own(text, end)

    def behind(self, text: str, start: int, figure: int, type_: EntityType) -> float:
        """For a role that begins at `start` behind the figure, which ends at `figure`."""
        if start - figure >= 60:
            return 0.0
        if self.lang == "ja":
            return behind_in_japanese(self, text, start, figure, type_)
        return behind_in_latin(self, text, start, figure, type_)


def turn_of(
    text: str,
    lang: str,
    start: int,
    end: int,
    kind: Kind,
    unit: str,
    metric: Metric,
    floor: int,
    ceiling: int,
) -> Turn:
    """The turn of the figure at [start, end) of a sentence at [floor, ceiling)."""
    low, high = max(floor, start - 90), min(ceiling, end + 60)
    fine = metric in ("cost", "other", "share") and bool(_FINE.search(text, low, high))
    grant = metric in ("funding", "investment", "other") and bool(_GRANT.search(text, low, high))
    compared = bool(_COMPARING.search(text, max(floor, start - 28), start))
    legal = lang == "ja" and bool(_LEGAL.search(text, low, high))
    stock = lang == "ja" and bool(_STOCK.search(text, max(floor, start - 24), start))
    labelled = lang != "ja" and text[max(floor, start - 2) : start].strip() == ":"
    training = lang != "ja" and metric in _OF_TRAINING and bool(_TRAINING.search(text, low, high))
    return Turn(lang, metric, kind, unit, fine, grant, compared, legal, stock, end, training, labelled)
