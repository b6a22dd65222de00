"""The extractor: a text in, its language, mentions and figures out. Pure but for the catalogue it is built with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Protocol, TypeVar

from pipeline.extract.catalogue import Catalogue
from pipeline.extract.figures import Amount, find_amounts
from pipeline.extract.language import detect
from pipeline.extract.metrics import SPENDING, metric_of, modality_of, spent_on_infrastructure
from pipeline.extract.names import Link, Names
from pipeline.extract.sentences import Sentences, split_sentences, trimmed
from pipeline.extract.subjects import Owned, subjects_of
from pipeline.extract.tokens import has_japanese, tokenize
from pipeline.records import Document, Extraction, Figure, Mention, Metric

CLAUSE = 120
"""Characters of its sentence, on each side of a figure, in which a word may say what it measures."""
NEAR = 400
"""Characters in which other figures and names may bear on a figure."""


class Placed(Protocol):
    """Anything with a start."""

    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=Placed)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in one text."""

    lang: str
    mentions: list[Mention]
    figures: list[Figure]


def version_of(catalogue: Catalogue) -> str:
    """What an extractor with this catalogue calls itself in its extractions."""
    return f"{version('kikimimi')}+{catalogue.version}"


class Extractor:
    """The current rules with one catalogue. Building takes a good tenth of a second; share one a process."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names = Names(catalogue.entities.values())
        self.version = version_of(catalogue)

    def extract(self, document: Document) -> Extraction:
        """The extraction of a document."""
        found = self.read(document.text, document.lang)
        return Extraction(
            document=document,
            extractor=self.version,
            lang=found.lang,
            mentions=found.mentions,
            figures=found.figures,
        )

    def read(self, text: str, lang: str | None = None) -> Found:
        """What stands in a text of this language (detected where None)."""
        lang = lang or detect(text)
        tokens = tokenize(text) if has_japanese(text) else []
        sentences = split_sentences(text)
        links = self._names.find(text, tokens)
        amounts = [
            amount
            for amount in find_amounts(text, lang, tokens)
            if not any(link.start < amount.end and amount.start < link.end for link in _near(links, amount))
        ]
        return Found(
            lang=lang,
            mentions=[self._mention(text, link, sentences) for link in links],
            figures=self._figures(text, lang, amounts, links, sentences),
        )

    def _mention(self, text: str, link: Link, sentences: Sentences) -> Mention:
        entity = self._names.entities[link.entity]
        sentence_start, sentence_end = trimmed(text, sentences.around(link.start))
        return Mention(
            entity=entity.id,
            name=entity.name,
            type=entity.type,
            surface=text[link.start : link.end],
            start=link.start,
            end=link.end,
            sentence_start=sentence_start,
            sentence_end=sentence_end,
            method=link.method,
            score=link.score,
            evidence=link.evidence,
        )

    def _figures(
        self, text: str, lang: str, amounts: Sequence[Amount], links: Sequence[Link], sentences: Sentences
    ) -> list[Figure]:
        japanese = lang == "ja"
        metrics = _said_again(amounts, [_metric(text, one, amounts, sentences, japanese) for one in amounts])
        owned = [
            Owned(amount.start, amount.end, amount.kind, amount.unit, (amount.low, amount.high), metric)
            for amount, metric in zip(amounts, metrics, strict=True)
        ]
        subjects = subjects_of(text, sentences, links, owned, self._names.entities, japanese=japanese)
        return [
            self._figure(text, amount, metric, subject, sentences)
            for amount, metric, subject in zip(amounts, metrics, subjects, strict=True)
        ]

    def _figure(
        self, text: str, amount: Amount, metric: Metric, subject: str | None, sentences: Sentences
    ) -> Figure:
        start, end = trimmed(text, sentences.around(amount.start))
        clause = text[max(start, amount.start - CLAUSE) : min(end, amount.end + CLAUSE)]
        owner = self._names.entities[subject].type if subject else None
        spent = metric == "investment" or (metric == "cost" and SPENDING.search(clause))
        if spent and owner == "organization" and spent_on_infrastructure(clause):
            metric = "capex"  # what a company puts into its own machines, not into another company
        low, high = (None if bound is None else float(bound) for bound in (amount.low, amount.high))
        return Figure(
            surface=text[amount.start : amount.end],
            start=amount.start,
            end=amount.end,
            sentence_start=start,
            sentence_end=end,
            kind=amount.kind,
            value=low if amount.bound in ("exact", "approx") else None,
            low=low,
            high=high,
            unit=amount.unit,
            bound=amount.bound,
            subject=subject,
            metric=metric,
            modality=modality_of(clause),
        )


def _metric(
    text: str, amount: Amount, amounts: Sequence[Amount], sentences: Sentences, japanese: bool
) -> Metric:
    start, end = sentences.around(amount.start)
    start, end = max(start, amount.start - CLAUSE), min(end, amount.end + CLAUSE)
    others = [
        (other.start - start, other.end - start)
        for other in _near(amounts, amount)
        if other is not amount and start <= other.start < end
    ]
    return metric_of(
        text[start:end], amount.start - start, amount.end - start, amount.kind, amount.unit, others, japanese
    )


def _said_again(amounts: Sequence[Amount], metrics: list[Metric]) -> list[Metric]:
    """An amount that is said twice measures the same thing, where only one sentence tells what."""
    told: dict[tuple[object, ...], Metric] = {}
    for amount, metric in zip(amounts, metrics, strict=True):
        if metric != "other":
            told.setdefault((amount.kind, amount.unit, amount.low, amount.high), metric)
    return [
        told.get((amount.kind, amount.unit, amount.low, amount.high), "other")
        if metric == "other"
        else metric
        for amount, metric in zip(amounts, metrics, strict=True)
    ]


def _near(items: Sequence[T], amount: Amount) -> Sequence[T]:
    """The items, sorted by start, that begin within NEAR characters of the amount."""
    first = bisect_left(items, amount.start - NEAR, key=lambda item: item.start)
    last = bisect_left(items, amount.end + NEAR, key=lambda item: item.start)
    return items[first:last]
