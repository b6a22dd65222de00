"""What stands right beside a figure and tells by itself what it measures: a figure's place in, a metric or None out.

The words are lists of each language (told_beside_en, _fr, _ja). Sure ones are asked before the nearest cue, the others where none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extract.claims import told_beside_en, told_beside_fr, told_beside_ja
from pipeline.extract.claims.nearest_cue import Place, Reading
from pipeline.records import Kind, Metric

BEFORE, BEHIND = 90, 60
"""Characters before and behind a figure in which such words stand."""
TO_THE_DOLLAR = {"JPY": 140, "KRW": 1300, "TWD": 30, "CNY": 7, "INR": 80, "RUB": 90}
"""Units of a currency to a dollar of 2025, roughly, of those whose units are small: only the order of magnitude is asked."""

_PEOPLE = ("person", "people")
"""Of counts only theirs need such words: a thing that is counted tells by itself."""

Row = tuple[Kind, Metric, float, float, str, str]
"""Kind, metric, least and most (dollars or units), what ends right before the figure, what begins right behind it."""


@dataclass(frozen=True, slots=True)
class _Rule:
    metric: Metric
    least: float
    most: float
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


def _rules(rows: Iterable[Row], about: str) -> dict[Kind, list[_Rule]]:
    rules: dict[Kind, list[_Rule]] = {}
    for kind, metric, least, most, before, behind in rows:
        first = re.compile(rf"(?:{before})\s?(?:{about})?\Z") if before else None
        then = re.compile(behind) if behind else None
        rules.setdefault(kind, []).append(_Rule(metric, least, most, first, then))
    return rules


_WORDS = {"en": told_beside_en, "fr": told_beside_fr, "ja": told_beside_ja}
_SURE = {lang: _rules(words.SURE, words.ABOUT) for lang, words in _WORDS.items()}
_ELSE = {lang: _rules(words.ELSE, words.ABOUT) for lang, words in _WORDS.items()}


def told_for_sure(reading: Reading, at: Place) -> Metric | None:
    """What the words right beside the figure say it measures, whatever else its sentence says."""
    return _first(_SURE[reading.lang].get(at.kind, ()), reading, at)


def told_else(reading: Reading, at: Place) -> Metric | None:
    """What they probably say where no other word tells."""
    return _first(_ELSE[reading.lang].get(at.kind, ()), reading, at)


def _first(rules: Iterable[_Rule], reading: Reading, at: Place) -> Metric | None:
    if at.kind == "count" and at.unit not in _PEOPLE:
        return None
    text, much = reading.text, at.most / TO_THE_DOLLAR.get(at.unit, 1)
    low, high = max(at.floor, at.start - BEFORE), min(len(text), at.end + BEHIND)
    for rule in rules:
        if (
            rule.least <= much < rule.most
            and (rule.before is None or rule.before.search(text, low, at.start))
            and (rule.behind is None or rule.behind.match(text, at.end, high))
        ):
            return rule.metric
    return None
