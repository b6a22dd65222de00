"""Corruption of single mentions and figures: each is caught by the expectation meant for it.

All of them are planted in one tracker, each in a document of its own, and every row is told of as often as it is wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validate.conftest import Kinds, counts_meant, told_of

FIRST = "{one} AND char_start = (SELECT min(char_start) FROM mentions WHERE {one})"
FIGURE = "{one} AND char_start = (SELECT min(char_start) FROM figures WHERE {one})"
NEVER = "ffffffffffffffffffffffffffffffff"

KINDS: Kinds = {
    # mentions
    "orphan mentions": (
        "mention-document",
        f"INSERT INTO mentions SELECT * REPLACE ('{NEVER}' AS doc_id) FROM mentions WHERE {{one}}",
    ),
    "swapped spans": (
        "mention-span",
        f"UPDATE mentions SET (char_start, char_end) = (char_end, char_start) WHERE {FIRST}",
    ),
    "spans beyond the text": (
        "mention-inside-text",
        f"UPDATE mentions SET (char_start, char_end, sentence_end) = (90000, 90006, 90006) WHERE {FIRST}",
    ),
    "spans before the text": (
        "mention-start",
        f"UPDATE mentions SET (char_start, sentence_start) = (-5, -5) WHERE {FIRST}",
    ),
    "offsets in bytes or off by one": (
        "mention-reads",
        f"UPDATE mentions SET (char_start, char_end, sentence_end) = (char_start + 1, char_end + 1, sentence_end + 1) WHERE {FIRST}",
    ),
    "a mention outside its sentence": (
        "mention-inside-sentence",
        f"UPDATE mentions SET (sentence_start, sentence_end) = (0, 1) WHERE {FIRST}",
    ),
    "a mention without a surface": ("mention-surface", f"UPDATE mentions SET surface = NULL WHERE {FIRST}"),
    "a mention without a name": ("mention-name", f"UPDATE mentions SET name = NULL WHERE {FIRST}"),
    "a type that is not tracked": ("mention-type", f"UPDATE mentions SET type = 'animal' WHERE {FIRST}"),
    "a method that is not known": ("mention-method", f"UPDATE mentions SET method = 'guess' WHERE {FIRST}"),
    "a score of two": ("mention-score", f"UPDATE mentions SET score = 2 WHERE {FIRST}"),
    "a catalogue id that does not exist": (
        "mention-entity-known",
        f"UPDATE mentions SET entity = 'no-such-thing' WHERE {FIRST}",
    ),
    "a mention loaded twice": ("mention-once", f"INSERT INTO mentions FROM mentions WHERE {FIRST}"),
    "appearances that were counted twice": (
        "mention-appearances-sum",
        "UPDATE appearances SET mentions = mentions + 1 WHERE {one}",
    ),
    # figures
    "orphan figures": (
        "figure-document",
        f"INSERT INTO figures SELECT * REPLACE ('{NEVER}' AS doc_id) FROM figures WHERE {{one}}",
    ),
    "wrong units": ("figure-unit", f"UPDATE figures SET unit = 'kg' WHERE {FIGURE}"),
    "a kind of figure that is not known": ("figure-kind", f"UPDATE figures SET kind = 'mood' WHERE {FIGURE}"),
    "a bound that is not known": ("figure-bound", f"UPDATE figures SET bound = 'perhaps' WHERE {FIGURE}"),
    "a metric that is not known": ("figure-metric", f"UPDATE figures SET metric = 'vibes' WHERE {FIGURE}"),
    "negative counts": (
        "figure-not-negative",
        f"UPDATE figures SET (kind, unit, metric, value, low, high) = ('count', 'person', 'other', -3, -3, -3) WHERE {FIGURE}",
    ),
    "bounds that are swapped": (
        "figure-low-below-high",
        f"UPDATE figures SET (bound, value, low, high) = ('range', NULL, 3e9, 2e9) WHERE {FIGURE}",
    ),
    "an exact figure without a value": ("figure-value-of-bound", f"UPDATE figures SET value = NULL WHERE {FIGURE}"),
    "a value without end": (
        "figure-finite",
        f"UPDATE figures SET (value, low, high, kind, unit, metric) = ('inf', 'inf', 'inf', 'count', 'chip', 'other') WHERE {FIGURE}",
    ),
    "figures that read otherwise": ("figure-reads", f"UPDATE figures SET surface = '$1' WHERE {FIGURE}"),
    "a sentence of another text": ("figure-sentence-reads", f"UPDATE figures SET sentence = 'Nobody said so.' WHERE {FIGURE}"),
    "a subject that does not exist": ("figure-subject-known", f"UPDATE figures SET subject = 'no-such-thing' WHERE {FIGURE}"),
    "a period that ends before it begins": (
        "figure-period",
        f"UPDATE figures SET (period_start, period_end) = ('2026-01-01', '2025-01-01') WHERE {FIGURE}",
    ),
    "a title that is not the document's": ("figure-of-its-document", f"UPDATE figures SET title = 'Another' WHERE {FIGURE}"),
    "a figure loaded twice": ("figure-once", f"INSERT INTO figures FROM figures WHERE {FIGURE}"),
    "a sum that cannot be": (
        "figure-plausible",
        f"UPDATE figures SET (value, low, high) = (7e15, 7e15, 7e15) WHERE {FIGURE}",
    ),
    "a currency that nobody knows": ("figure-money-rate", f"UPDATE figures SET unit = 'XTS' WHERE {FIGURE}"),
}  # fmt: skip
BESIDE = {
    "a type that is not tracked": {"mention-type-of-entity": 1},
    "a mention loaded twice": {"document-mentions-counted": 1, "mention-appearances-sum": 1},
    "orphan mentions": {"mention-document": 2},
    "orphan figures": {"figure-document": 2},
    "wrong units": {"figure-money-rate": 1},
    "negative counts": {"figure-plausible": 1},
    "a figure loaded twice": {"document-figures-counted": 1},
    "a sum that cannot be": {"figure-outlier": 1},
}
"""What else is wrong then, and in how many rows."""


@pytest.fixture(scope="module")
def told(loose: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    return told_of(KINDS, loose, tmp_path_factory.mktemp("findings"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_that_is_wrong_is_caught_by_the_expectation_meant_for_it(
    kind: str, told: dict[str, int]
) -> None:
    meant, *_ = KINDS[kind]
    assert told.get(meant) == counts_meant(KINDS, BESIDE)[meant]


def test_nothing_else_is_told(told: dict[str, int]) -> None:
    assert told == counts_meant(KINDS, BESIDE)
