"""Components: a spaCy Doc in, the same Doc with one thing more out; each says what it needs and what it sets.

spaCy users add them to a pipeline of their own: `nlp.add_pipe("kikimimi_amounts")` (docs/extraction.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, cast

import numpy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extract.amounts.currencies_told import homes_of
from pipeline.extract.amounts.cut_names import before_name, cuts_number
from pipeline.extract.amounts.find import find_amounts
from pipeline.extract.attributes import declare, text_of
from pipeline.extract.candidates.propose import propose
from pipeline.extract.claims.claim import Claim, claims_of, near
from pipeline.extract.contexts.context import Context, contexts_of
from pipeline.extract.found import figures_of, mentions_of
from pipeline.extract.language import detect
from pipeline.extract.named import named_in
from pipeline.extract.names.linking import names_of
from pipeline.extract.sentences import split_sentences
from pipeline.extract.tokens import has_japanese, tokenize
from pipeline.records import Figure, Mention

declare()
Component = Callable[[Doc], Doc]
UNDERSTOOD = frozenset(("ja", "en", "fr"))
"""Languages whose sentences are read; of others only names of the catalogue and plain amounts are taken."""


@Language.component("kikimimi_language", assigns=["doc._.language"])
def language(doc: Doc) -> Doc:
    """The language, where nobody has told it."""
    doc._.language = doc._.language or detect(text_of(doc))
    return doc


@Language.component("kikimimi_words", assigns=["doc._.words"])
def words(doc: Doc) -> Doc:
    """Sudachi's words, where our tokenizer has not left them already; none for a text without Japanese."""
    text = text_of(doc)
    if not doc._.words and has_japanese(text):
        doc._.words = tokenize(text)
    return doc


@Language.component("kikimimi_sentences", assigns=["doc._.sentences", "token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Where sentences end; for spaCy, the first token behind an end begins a sentence, and the others begin none."""
    found = split_sentences(text_of(doc))
    doc._.sentences = found
    if len(doc):
        starts = numpy.full(len(doc) + 1, -1, dtype=numpy.int64)
        starts[numpy.searchsorted(_places(doc), [0, *found.ends])] = 1
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
        doc._.entities, doc._.holds = known.entities, known.holds
        doc._.links = known.find(text_of(doc), doc._.words)
        return doc

    return names


@Language.component(
    "kikimimi_amounts",
    assigns=["doc._.amounts"],
    requires=["doc._.language", "doc._.words", "doc._.entities", "doc._.links"],
)
def amounts(doc: Doc) -> Doc:
    """Amounts, but for numbers inside names; a name in small letters that a larger number goes beyond is part of that."""
    text, links = text_of(doc), doc._.links
    doc._.amounts = []
    homes = list(homes_of([(link.start, link.entity) for link in links], doc._.entities))
    for amount in find_amounts(text, doc._.language, doc._.words, homes):
        touched = [
            link
            for link in near(links, amount.start, amount.end)
            if link.start < amount.end and amount.start < link.end
        ]
        if len(touched) == 1 and (short := before_name(text, touched[0].start, touched[0].end, amount)):
            doc._.amounts.append(short)
        elif all(cuts_number(text, link.start, link.end, amount) for link in touched):
            doc._.amounts.append(amount)
            if touched:
                doc._.links = [link for link in doc._.links if link not in touched]
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
    if doc._.language in UNDERSTOOD:
        taken = sorted((one.start, one.end) for one in chain(doc._.links, doc._.amounts))
        doc._.candidates = propose(
            text_of(doc), doc._.language, doc._.words, doc._.sentences, taken, doc._.holds
        )
    doc._.named = named_in(doc._.links, doc._.candidates, doc._.entities)
    return doc


@Language.component(
    "kikimimi_claims",
    assigns=["doc._.claims"],
    requires=["doc._.language", "doc._.sentences", "doc._.named", "doc._.amounts"],
)
def claims(doc: Doc) -> Doc:
    """Whose each amount is and what it measures."""
    if doc._.language in UNDERSTOOD:
        doc._.claims = claims_of(text_of(doc), doc._.language, doc._.amounts, doc._.named, doc._.sentences)
    else:
        doc._.claims = [Claim(None, "other")] * len(doc._.amounts)
    return doc


@Language.component(
    "kikimimi_contexts",
    assigns=["doc._.contexts"],
    requires=["doc._.language", "doc._.sentences", "doc._.entities", "doc._.named", "doc._.amounts"],
)
def contexts(doc: Doc) -> Doc:
    """The time each amount is about, how it is said, and by whom."""
    if doc._.language in UNDERSTOOD:
        doc._.contexts = contexts_of(
            text_of(doc),
            doc._.language,
            doc._.published,
            doc._.amounts,
            doc._.named,
            doc._.sentences,
            doc._.entities,
        )
    else:
        doc._.contexts = [Context(None, "asserted", None)] * len(doc._.amounts)
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
    text = text_of(doc)
    doc._.mentions = mentions_of(text, doc._.sentences, doc._.links, doc._.candidates, doc._.entities)
    doc._.figures = figures_of(text, doc._.sentences, doc._.amounts, doc._.claims, doc._.contexts)
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
