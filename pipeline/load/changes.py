"""Changes: two texts of one document, each with what was found in it, in; what the later one says otherwise out.

Compared are the sentences that stand in one of the texts only, and the figures in them: what another extractor reads in an
unchanged sentence is no news.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.records import Extraction

MOST_TOKENS = 5_000
"""Words of changed sentences that are compared word by word; beyond it, all of them count."""
MOST_PAIRS = 2_500
"""Pairs of figures whose sentences are compared; beyond it, figures are paired in their order."""
ALIKE = 0.5
"""How alike two sentences must be for the amounts in them to be one that was changed, where neither says whose it is."""

_END = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[\u30a0-\u30ff]+|[\u3400-\u9fff]+|[^\W\u3040-\u9fff]+|.", re.S)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, with what is compared of it."""

    kind: str
    metric: str | None
    subject: str | None
    unit: str
    value: float | None
    low: float | None
    high: float | None
    bound: str
    modality: str
    speaker: str | None
    surface: str
    sentence: str
    start: int
    end: int

    @property
    def about(self) -> tuple[str, str | None, str | None]:
        return self.kind, self.metric, self.subject

    @property
    def amount(self) -> tuple[object, ...]:
        return self.unit, self.value, self.low, self.high, self.bound, self.modality


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a document. text: None once `maintain` has removed it."""

    doc_id: str
    revision: str
    collected_at: datetime
    title: str
    text: str | None
    extractor: str | None
    names: frozenset[str]
    figures: Sequence[Told]


Pair = tuple[Told | None, Told | None]
"""A figure before and after; None where it was not there."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a text. gone, come: its sentences that the other has not; None where one text is not there any
    more. removed, added: characters of them that the other has not."""

    before: Text
    after: Text
    gone: Sequence[str] | None
    come: Sequence[str] | None
    removed: int | None
    added: int | None
    figures: Sequence[Pair]


def text_of(extraction: Extraction) -> Text:
    """As the message has it."""
    document = extraction.document
    return Text(
        doc_id=document.doc_id,
        revision=document.revision,
        collected_at=document.collected_at,
        title=document.title,
        text=document.text,
        extractor=extraction.extractor,
        names=frozenset(one.name for one in extraction.mentions),
        figures=[
            Told(
                kind=one.kind,
                metric=one.metric,
                subject=one.subject,
                unit=one.unit,
                value=one.value,
                low=one.low,
                high=one.high,
                bound=one.bound,
                modality=one.modality,
                speaker=one.speaker,
                surface=one.surface,
                sentence=document.text[one.sentence_start : one.sentence_end].strip(),
                start=one.start,
                end=one.end,
            )
            for one in extraction.figures
        ],
    )


def change(before: Text, after: Text) -> Change:
    """What the later text says otherwise."""
    if before.text is None or after.text is None:  # then sentences are known only where figures stand in them
        old, new = ({one.sentence for one in text.figures} for text in (before, after))
        pairs = _paired(
            [one for one in before.figures if one.sentence not in new],
            [one for one in after.figures if one.sentence not in old],
        )
        return Change(before, after, None, None, None, None, pairs)
    old_sentences, new_sentences = _sentences(before.text), _sentences(after.text)
    kept = {one for _, one in old_sentences} & {one for _, one in new_sentences}
    gone, come = ([one for _, one in all_ if one not in kept] for all_ in (old_sentences, new_sentences))
    removed, added = _characters(gone, come)
    pairs = _paired(
        _in_changed(before.figures, old_sentences, kept), _in_changed(after.figures, new_sentences, kept)
    )
    return Change(before, after, gone, come, removed, added, pairs)


def _sentences(text: str) -> list[tuple[int, str]]:
    """Where each begins, and its words."""
    found, start = [], 0
    for end in (*_END.finditer(text), None):
        piece = text[start : end.start() if end else len(text)]
        if words := " ".join(piece.split()):
            found.append((start, words))
        start = end.end() if end else len(text)
    return found


def _in_changed(figures: Iterable[Told], sentences: Sequence[tuple[int, str]], kept: set[str]) -> list[Told]:
    starts = [start for start, _ in sentences]
    return [
        one for one in figures if sentences and sentences[bisect_right(starts, one.start) - 1][1] not in kept
    ]


def _characters(gone: Sequence[str], come: Sequence[str]) -> tuple[int, int]:
    """How many were taken out and put in, word by word."""
    from rapidfuzz.distance import LCSseq

    old, new = (_WORD.findall("\n".join(sentences)) for sentences in (gone, come))
    if max(len(old), len(new)) > MOST_TOKENS:
        return sum(map(len, old)), sum(map(len, new))
    removed = added = 0
    for step in LCSseq.opcodes(old, new):
        if step.tag != "equal":
            removed += sum(map(len, old[step.src_start : step.src_end]))
            added += sum(map(len, new[step.dest_start : step.dest_end]))
    return removed, added


def _paired(before: Iterable[Told], after: Iterable[Told]) -> list[Pair]:
    """Figures on the same thing whose amount is another, and those that stand in one text only."""
    groups: dict[object, tuple[list[Told], list[Told]]] = defaultdict(lambda: ([], []))
    for side, figures in enumerate((before, after)):
        for one in figures:
            groups[one.about][side].append(one)
    pairs: list[Pair] = []
    for old, new in groups.values():
        _drop_equal(old, new)
        pairs += _matched(old, new)
    return sorted(pairs, key=lambda pair: (pair[1] or pair[0]).start)  # type: ignore[union-attr]


def _drop_equal(old: list[Told], new: list[Told]) -> None:
    """The same amount in other words is no change."""
    for one in list(old):
        if same := next((other for other in new if other.amount == one.amount), None):
            old.remove(one)
            new.remove(same)


def _matched(old: list[Told], new: list[Told]) -> list[Pair]:
    """The most alike sentences first."""
    known = bool((old or new) and (old or new)[0].subject)
    pairs: list[Pair] = []
    for before, after in _candidates(old, new, 0.0 if known else ALIKE):
        if before in old and after in new:
            old.remove(before)
            new.remove(after)
            pairs.append((before, after))
    return [*pairs, *((one, None) for one in old), *((None, one) for one in new)]


def _candidates(old: Sequence[Told], new: Sequence[Told], least: float) -> list[tuple[Told, Told]]:
    from rapidfuzz.distance import Indel

    if len(old) * len(new) > MOST_PAIRS:
        return list(zip(old, new, strict=False))
    scored = [
        (Indel.normalized_similarity(one.sentence, other.sentence), place, one, other)
        for place, (one, other) in enumerate((one, other) for one in old for other in new)
    ]
    scored.sort(key=lambda found: (-found[0], found[1]))
    return [(one, other) for score, _, one, other in scored if score >= least]
