"""Claims: a text's amounts, names and sentences in, whose each amount is and what it measures out.

borders of clauses → what each amount measures → names and pronouns with their standing → whose each is → capex and carrying
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pipeline.extract.amounts.find import Amount
from pipeline.extract.claims.carried import once
from pipeline.extract.claims.cast import cast_of
from pipeline.extract.claims.clauses import clauses_of
from pipeline.extract.claims.measured import CLAUSE, Measure, metrics_of
from pipeline.extract.claims.nearest_cue import Reading
from pipeline.extract.claims.owned import Owned
from pipeline.extract.claims.owned_by import owned_as
from pipeline.extract.claims.owners import Judge, by_forest
from pipeline.extract.claims.purchases import purchases
from pipeline.extract.claims.spending import spent_as
from pipeline.extract.claims.subjects import subjects_of
from pipeline.extract.claims.suits import damages
from pipeline.extract.named import Named
from pipeline.extract.sentences import Sentences, trimmed
from pipeline.records import EntityType, Metric

NEAR = 400
"""Characters in which other figures and names may bear on a figure."""


class Placed(Protocol):
    """Anything with a start."""

    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=Placed)


class _Span(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose an amount is (an entity's id, None where the text does not say) and what it measures."""

    subject: str | None
    metric: Metric


def claims_of(
    text: str,
    lang: str,
    amounts: Sequence[Amount],
    names: Sequence[Named],
    sentences: Sentences,
    judge: Judge = by_forest,
    measure: Measure = metrics_of,
) -> list[Claim]:
    """The claim of each amount, in order. `lang` is ja, en or fr; names and amounts are sorted by start.

    `judge`: who says whose an amount is where no form of speech tells. `measure`: who says what the amounts measure.
    """
    if not amounts:
        return []
    clauses = clauses_of(text, lang, _inside([*amounts, *names]))
    reading = Reading(text, lang, clauses)
    metrics = measure(reading, amounts, names, sentences)
    owned = [
        Owned(
            amount.start, amount.end, amount.kind, amount.unit, once(amount), _owned_as(text, amount, metric)
        )
        for amount, metric in zip(amounts, metrics, strict=True)
    ]
    cast = cast_of(text, lang, sentences, clauses, names)
    bought = purchases(text, lang, sentences, cast, owned)
    metrics = ["price" if index in bought else metric for index, metric in enumerate(metrics)]
    owned = [
        replace(one, metric=metric) if index in bought else one
        for index, (one, metric) in enumerate(zip(owned, metrics, strict=True))
    ]
    told = damages(text, cast, owned) | bought
    subjects = subjects_of(text, lang, sentences, clauses, cast, owned, told, judge)
    types: dict[str, EntityType] = {role.entity: role.type for role in cast.roles}
    return [
        Claim(
            subject,
            spent_as(
                text,
                amount,
                owned_as(amount, metric, types.get(subject or "")),
                types.get(subject or ""),
                clause_around(text, amount.start, amount.end, sentences),
            ),
        )
        for amount, metric, subject in zip(amounts, metrics, subjects, strict=True)
    ]


def clause_around(text: str, start: int, end: int, sentences: Sentences) -> tuple[int, int]:
    """What may bear on [start, end): its sentence, at most CLAUSE characters on each side."""
    first, last = trimmed(text, sentences.around(start))
    return max(first, start - CLAUSE), min(last, end + CLAUSE)


def near(items: Sequence[T], start: int, end: int) -> Sequence[T]:
    """The items, sorted by start, that begin within NEAR characters of [start, end)."""
    first = bisect_left(items, start - NEAR, key=lambda item: item.start)
    last = bisect_left(items, end + NEAR, key=lambda item: item.start)
    return items[first:last]


def _inside(spans: Sequence[_Span]) -> Callable[[int], bool]:
    """Whether a position lies inside a name or an amount, whose commas are none."""
    ordered = sorted((span.start, span.end) for span in spans)
    starts = [start for start, _ in ordered]

    def covered(position: int) -> bool:
        index = bisect_right(starts, position) - 1
        return index >= 0 and position < ordered[index][1]

    return covered


def _owned_as(text: str, amount: Amount, metric: Metric) -> Metric:
    """The metric that tells who may own it: the price of a share is the company's, as its valuation is."""
    if amount.kind == "duration":
        return "other"  # how long something lasts tells nothing of whose it is
    if metric == "price" and _OF_STOCK.match(text, amount.end):
        return "valuation"
    if amount.kind == "percent" and _STOCK.search(text, max(0, amount.start - 50), amount.start):
        return "valuation"
    return metric


_OF_STOCK = re.compile(r"\s(?:a|per|each|apiece|l['’]|par)\s?(?:share|action|titre)\b")
_STOCK = re.compile(r"\b(?:shares?|stock|market value|l['’]action|le titre|en Bourse)\b[^.;\n]*\Z")
