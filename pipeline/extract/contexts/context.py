"""Contexts: a text's amounts, sentences and names in; of each amount the time it is about, how it is said, and by whom, out."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from pipeline.extract.amounts.find import Amount
from pipeline.extract.contexts.modality import modalities_of
from pipeline.extract.contexts.periods import periods_of
from pipeline.extract.contexts.speakers import speakers_of
from pipeline.extract.named import Named
from pipeline.extract.sentences import Sentences
from pipeline.records import Entity, Modality


@dataclass(frozen=True, slots=True)
class Context:
    """First and last day (ISO dates) of the time an amount is about, how it is said, and the id of who says it."""

    period: tuple[str, str] | None
    modality: Modality
    speaker: str | None


def contexts_of(
    text: str,
    lang: str,
    published: date | None,
    amounts: Sequence[Amount],
    names: Sequence[Named],
    sentences: Sentences,
    entities: Mapping[str, Entity],
) -> list[Context]:
    """The context of each amount, in order."""
    places = [(amount.start, amount.end) for amount in amounts]
    proposed = {
        one.entity: Entity(id=one.entity, name=text[one.start : one.end], type=one.type)
        for one in names
        if not one.known
    }
    # One over the other: to copy a catalogue takes a millisecond.
    everybody = ChainMap(proposed, cast("dict[str, Entity]", entities)) if proposed else entities
    told = zip(
        periods_of(text, lang, places, sentences, published),
        modalities_of(text, lang, places, sentences),
        speakers_of(text, lang, places, sentences, names, everybody),
        strict=True,
    )
    return [Context(*one) for one in told]
