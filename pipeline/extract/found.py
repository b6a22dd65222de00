"""What was found, in the records' form: names, candidates, amounts, claims and contexts of one text in, mentions and figures out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extract.amounts.find import Amount
from pipeline.extract.candidates.propose import Candidate
from pipeline.extract.claims.claim import Claim
from pipeline.extract.contexts.context import Context
from pipeline.extract.names.link import Link
from pipeline.extract.sentences import Sentences, trimmed
from pipeline.records import Entity, Figure, Mention


def mentions_of(
    text: str,
    sentences: Sentences,
    links: Sequence[Link],
    candidates: Sequence[Candidate],
    entities: Mapping[str, Entity],
) -> list[Mention]:
    """The mentions by position: names of the catalogue, and candidates with no entity."""
    linked = [_linked(text, sentences, link, entities[link.entity]) for link in links]
    proposed = [_proposed(text, sentences, candidate) for candidate in candidates]
    return sorted([*linked, *proposed], key=lambda mention: mention.start)


def figures_of(
    text: str,
    sentences: Sentences,
    amounts: Sequence[Amount],
    claims: Sequence[Claim],
    contexts: Sequence[Context],
) -> list[Figure]:
    """The figures by position."""
    return [
        _figure(text, sentences, amount, claim, context)
        for amount, claim, context in zip(amounts, claims, contexts, strict=True)
    ]


def _linked(text: str, sentences: Sentences, link: Link, entity: Entity) -> Mention:
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


def _proposed(text: str, sentences: Sentences, candidate: Candidate) -> Mention:
    sentence_start, sentence_end = trimmed(text, sentences.around(candidate.start))
    return Mention(
        entity=None,
        name=candidate.name,
        type=candidate.type,
        surface=text[candidate.start : candidate.end],
        start=candidate.start,
        end=candidate.end,
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        method="cue",
        score=candidate.score,
        evidence=candidate.evidence,
    )


def _figure(text: str, sentences: Sentences, amount: Amount, claim: Claim, context: Context) -> Figure:
    sentence_start, sentence_end = trimmed(text, sentences.around(amount.start))
    low, high = (None if bound is None else float(bound) for bound in (amount.low, amount.high))
    period_start, period_end = context.period or (None, None)
    return Figure(
        surface=text[amount.start : amount.end],
        start=amount.start,
        end=amount.end,
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        kind=amount.kind,
        value=low if amount.bound in ("exact", "approx") else None,
        low=low,
        high=high,
        unit=amount.unit,
        bound=amount.bound,
        subject=claim.subject,
        metric=claim.metric,
        period_start=period_start,
        period_end=period_end,
        modality=context.modality,
        speaker=context.speaker,
    )
