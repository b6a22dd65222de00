"""Components: a spaCy Doc in, the same Doc with one thing more out; each says what it needs and what it sets.

spaCy users add them to a pipeline of their own: `nlp.add_pipe("kikimimi_amounts")` (docs/extraction.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import numpy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extract import steps
from pipeline.extract.attributes import declare, text_of
from pipeline.extract.names.linking import names_of
from pipeline.records import Figure, Mention

declare()
Component = Callable[[Doc], Doc]


def _notes(doc: Doc) -> steps.Notes:
    """What our attributes hold, by the same names as the extractor's own notes."""
    return cast("steps.Notes", doc._)


@Language.component("kikimimi_language", assigns=["doc._.language"])
def language(doc: Doc) -> Doc:
    """The language, where nobody has told it."""
    steps.language(text_of(doc), _notes(doc))
    return doc


@Language.component("kikimimi_words", assigns=["doc._.words"])
def words(doc: Doc) -> Doc:
    """Sudachi's words, where our tokenizer has not left them already; none for a text without Japanese."""
    steps.words(text_of(doc), _notes(doc))
    return doc


@Language.component("kikimimi_sentences", assigns=["doc._.sentences", "token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Where sentences end; for spaCy, the first token behind an end begins a sentence, and the others begin none."""
    steps.sentences(text_of(doc), _notes(doc))
    if len(doc):
        starts = numpy.full(len(doc) + 1, -1, dtype=numpy.int64)
        starts[numpy.searchsorted(_places(doc), [0, *doc._.sentences.ends])] = 1
        starts = starts[:-1]
        doc.from_array([SENT_START], cast(Any, starts.astype(numpy.uint64).reshape(-1, 1)))
    return doc


@Language.factory(
    "kikimimi_names",
    default_config={"catalogue": "seeds/catalogue"},
    assigns=["doc._.entities", "doc._.holds", "doc._.links"],
    requires=["doc._.words"],
)
def create_names(nlp: Language, name: str, catalogue: str) -> Component:
    """Names of the catalogue in this folder of YAML files. Raises Misconfigured for a file that does not fit."""
    del nlp, name  # which spaCy tells every factory
    known = names_of(Path(catalogue))

    def names(doc: Doc) -> Doc:
        steps.names(text_of(doc), _notes(doc), known)
        return doc

    return names


@Language.component(
    "kikimimi_amounts",
    assigns=["doc._.amounts"],
    requires=["doc._.language", "doc._.words", "doc._.links"],
)
def amounts(doc: Doc) -> Doc:
    """Amounts, but for numbers inside names; a name in small letters that a larger number goes beyond is part of that."""
    steps.amounts(text_of(doc), _notes(doc))
    return doc


@Language.component(
    "kikimimi_candidates",
    assigns=["doc._.candidates", "doc._.named"],
    requires=[
        "doc._.language",
        "doc._.words",
        "doc._.sentences",
        "doc._.entities",
        "doc._.holds",
        "doc._.links",
        "doc._.amounts",
    ],
)
def candidates(doc: Doc) -> Doc:
    """Names that no catalogue has."""
    steps.candidates(text_of(doc), _notes(doc))
    return doc


@Language.component(
    "kikimimi_claims",
    assigns=["doc._.claims"],
    requires=["doc._.language", "doc._.sentences", "doc._.named", "doc._.amounts"],
)
def claims(doc: Doc) -> Doc:
    """Whose each amount is and what it measures."""
    steps.claims(text_of(doc), _notes(doc))
    return doc


@Language.component(
    "kikimimi_contexts",
    assigns=["doc._.contexts"],
    requires=["doc._.language", "doc._.sentences", "doc._.entities", "doc._.named", "doc._.amounts"],
)
def contexts(doc: Doc) -> Doc:
    """The time each amount is about, how it is said, and by whom."""
    steps.contexts(text_of(doc), _notes(doc))
    return doc


@Language.component(
    "kikimimi_records",
    assigns=["doc._.mentions", "doc._.figures"],
    requires=[
        "doc._.sentences",
        "doc._.entities",
        "doc._.links",
        "doc._.candidates",
        "doc._.amounts",
        "doc._.claims",
        "doc._.contexts",
    ],
)
def records(doc: Doc) -> Doc:
    """Mentions and figures as the pipeline's records."""
    steps.records(text_of(doc), _notes(doc))
    return doc


@Language.component("kikimimi_spans", requires=["doc._.mentions", "doc._.figures"])
def spans(doc: Doc) -> Doc:
    """The same as spaCy's spans, for displacy and other components: `doc.spans["mentions"]` and `["figures"]`."""
    doc.spans["mentions"] = _spans(doc, doc._.mentions, lambda one: (one.type, one.entity or ""))
    doc.spans["figures"] = _spans(doc, doc._.figures, lambda one: (one.kind, ""))
    return doc


def _spans(
    doc: Doc, found: Sequence[Mention | Figure], label: Callable[[Any], tuple[str, str]]
) -> list[Span]:
    first = _token_at(doc, [one.start for one in found])
    last = _token_at(doc, [one.end - 1 for one in found])
    return [
        Span(doc, int(start), int(end) + 1, label=label(one)[0], kb_id=label(one)[1])
        for one, start, end in zip(found, first, last, strict=True)
    ]


def _token_at(doc: Doc, offsets: Sequence[int]) -> Any:
    """The index of the token that holds each offset, as an array."""
    return numpy.searchsorted(_places(doc), offsets, side="right") - 1


def _places(doc: Doc) -> Any:
    """Where each token begins, as an array."""
    return doc.to_array([IDX]).reshape(-1)
