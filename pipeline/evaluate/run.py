"""Evaluation from end to end: gold documents and a reader in, scores by half and language and what was wrong out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.errors import Misconfigured
from pipeline.evaluate.compare import Compared, Found, compare
from pipeline.evaluate.gold import Gold, find_documents, read_gold
from pipeline.evaluate.scores import Scores, in_short, summed

Read = Callable[[str, str, date | None], Found]
"""What finds: a text, its language and the day of its publication in."""
ALL = "all"


@dataclass(frozen=True, slots=True)
class Row:
    """The scores of the documents of one half and language; ALL for those of every one."""

    half: str
    lang: str
    documents: int
    characters: int
    scores: Scores


@dataclass(frozen=True, slots=True)
class Report:
    """What came of all documents. seconds: that the reader took."""

    compared: Sequence[Compared]
    seconds: float

    @property
    def rows(self) -> list[Row]:
        """By half and language, in this order; the last is that of all."""
        return list(_rows(self.compared))


def choose(places: Sequence[Path], half: str | None, lang: str | None) -> list[Gold]:
    """The documents there that are of this half and language. Raises Misconfigured where none is, or one is broken."""
    documents = [read_gold(path) for path in find_documents(places)]
    chosen = [one for one in documents if half in (None, one.half) and lang in (None, one.lang)]
    if not chosen:
        there = ", ".join(sorted({f"{one.lang} ({one.half})" for one in documents}))
        words = " ".join(filter(None, (half and f"of the half {half}", lang and f"in {lang}")))
        raise Misconfigured(f"no gold document is {words}", f"there are {there}")
    return chosen


def evaluate(documents: Sequence[Gold], read: Read, on_document: Callable[[int], None]) -> Report:
    """Has each document read and compares what was found with what is marked."""
    compared: list[Compared] = []
    took = 0.0
    for gold in documents:
        began = time.perf_counter()
        found = read(gold.text, gold.lang, gold.published)
        took += time.perf_counter() - began
        compared.append(compare(gold, found))
        on_document(1)
    return Report(compared, took)


def as_dict(report: Report, *, errors: bool) -> dict[str, Any]:
    """The report for programs: every count and score, and with `errors` every slip; null where there is no score."""
    rows = [
        {
            "half": row.half,
            "lang": row.lang,
            "documents": row.documents,
            "characters": row.characters,
            **{name.replace(" ", "_"): _count(row, name) for name in row.scores},
        }
        for row in report.rows
    ]
    whole = in_short(report.rows[-1].scores)
    answer: dict[str, Any] = {
        **{name: _number(value) for name, value in whole.items()},
        "seconds": round(report.seconds, 3),
        "scores": rows,
    }
    if errors:
        answer["errors"] = [
            {
                "document": slip.document, "what": slip.what, "surface": slip.surface, "start": slip.start,
                "expected": slip.expected, "got": slip.got, "why": slip.why,
            }
            for one in report.compared
            for slip in one.slips
        ]  # fmt: skip
    return answer


def last_line(report: Report) -> str:
    """The line that score.py ends with too, for programs that read the end of what is printed."""
    return " ".join(f"{name}={value:.3f}" for name, value in in_short(report.rows[-1].scores).items())


def _rows(compared: Sequence[Compared]) -> Iterator[Row]:
    halves = sorted({one.gold.half for one in compared}, reverse=True)  # tune before test
    for half in (*halves, ALL):
        of_half = [one for one in compared if half in (ALL, one.gold.half)]
        for lang in (*sorted({one.gold.lang for one in of_half}), ALL):
            chosen = [one for one in of_half if lang in (ALL, one.gold.lang)]
            characters = sum(len(one.gold.text) for one in chosen)
            yield Row(half, lang, len(chosen), characters, summed(one.scores for one in chosen))


def _count(row: Row, name: str) -> dict[str, float | None]:
    count = row.scores[name]
    return {
        "precision": _number(count.precision), "recall": _number(count.recall), "f1": _number(count.f1),
        "gold": count.gold, "met": count.met, "found": count.found, "right": count.right,
    }  # fmt: skip


def _number(value: float) -> float | None:
    return None if value != value else round(value, 6)  # nan, which JSON does not know
