"""Steps: a text and what is known of it so far in, one thing more out, written into its notes.

They run in the order of docs/extraction.md. The extractor keeps the notes in an object of its own; for spaCy's users
they are what stands on a Doc (components.py), which is why a step takes any object with these attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.find import cuts_number, find_amounts
from pipeline.extract.candidates.propose import Candidate, propose
from pipeline.extract.claims.claim import Claim, claims_of, near
from pipeline.extract.contexts.context import Context, contexts_of
from pipeline.extract.found import figures_of, mentions_of
from pipeline.extract.language import detect
from pipeline.extract.named import Named, named_in
from pipeline.extract.names.linking import Link, Names
from pipeline.extract.sentences import Sentences, split_sentences
from pipeline.extract.tokens import Token, has_japanese, tokenize
from pipeline.records import Entity, Figure, Mention

UNDERSTOOD = frozenset(("ja", "en", "fr"))
"""Languages whose sentences are read; of others only names of the catalogue and plain amounts are taken."""


@dataclass(slots=True)
class Notes:
    """What is known of one text; attributes.py says what each is."""

    language: str | None = None
    published: date | None = None
    words: Sequence[Token] = ()
    sentences: Sentences = field(default_factory=lambda: Sentences([]))
    entities: Mapping[str, Entity] = field(default_factory=dict)
    holds: Callable[[str], bool] = lambda _: False
    links: Sequence[Link] = ()
    amounts: Sequence[Amount] = ()
    candidates: Sequence[Candidate] = ()
    named: Sequence[Named] = ()
    claims: Sequence[Claim] = ()
    contexts: Sequence[Context] = ()
    mentions: list[Mention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def language(text: str, notes: Notes) -> str:
    """The language, where nobody has told it."""
    notes.language = notes.language or detect(text)
    return notes.language


def words(text: str, notes: Notes) -> None:
    """Sudachi's words, where nobody has left them already; none for a text without Japanese."""
    if not notes.words and has_japanese(text):
        notes.words = tokenize(text)


def sentences(text: str, notes: Notes) -> None:
    """Where sentences end."""
    notes.sentences = split_sentences(text)


def names(text: str, notes: Notes, known: Names) -> None:
    """Names of the catalogue."""
    notes.entities, notes.holds = known.entities, known.holds
    notes.links = known.find(text, notes.words)


def amounts(text: str, notes: Notes) -> None:
    """Amounts, but for numbers inside names; a name in small letters that a larger number goes beyond is part of that."""
    links = notes.links
    kept: list[Amount] = []
    parts: set[Link] = set()
    for amount in find_amounts(text, language(text, notes), notes.words):
        touched: list[Link] = [
            link
            for link in near(links, amount.start, amount.end)
            if link.start < amount.end and amount.start < link.end
        ]
        if all(cuts_number(text, link.start, link.end, amount) for link in touched):
            kept.append(amount)
            parts.update(touched)
    notes.amounts = kept
    if parts:
        notes.links = [link for link in links if link not in parts]


def candidates(text: str, notes: Notes) -> None:
    """Names that no catalogue has."""
    if (lang := language(text, notes)) in UNDERSTOOD:
        taken = sorted(
            [*((one.start, one.end) for one in notes.links), *((one.start, one.end) for one in notes.amounts)]
        )
        notes.candidates = propose(text, lang, notes.words, notes.sentences, taken, notes.holds)
    notes.named = named_in(notes.links, notes.candidates, notes.entities)


def claims(text: str, notes: Notes) -> None:
    """Whose each amount is and what it measures."""
    if (lang := language(text, notes)) in UNDERSTOOD:
        notes.claims = claims_of(text, lang, notes.amounts, notes.named, notes.sentences)
    else:
        notes.claims = [Claim(None, "other")] * len(notes.amounts)


def contexts(text: str, notes: Notes) -> None:
    """The time each amount is about, how it is said, and by whom."""
    if (lang := language(text, notes)) in UNDERSTOOD:
        told = (notes.published, notes.amounts, notes.named, notes.sentences, notes.entities)
        notes.contexts = contexts_of(text, lang, *told)
    else:
        notes.contexts = [Context(None, "asserted", None)] * len(notes.amounts)


def records(text: str, notes: Notes) -> None:
    """Mentions and figures as the pipeline's records."""
    notes.mentions = mentions_of(text, notes.sentences, notes.links, notes.candidates, notes.entities)
    notes.figures = figures_of(text, notes.sentences, notes.amounts, notes.claims, notes.contexts)


def read_through(text: str, notes: Notes, known: Names) -> None:
    """All steps, one after the other."""
    language(text, notes)
    words(text, notes)
    sentences(text, notes)
    names(text, notes, known)
    amounts(text, notes)
    candidates(text, notes)
    claims(text, notes)
    contexts(text, notes)
    records(text, notes)
