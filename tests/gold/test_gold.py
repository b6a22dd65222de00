"""The gold documents: no score falls below what was reached before, by half and language (docs/extraction.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline.contract import check_extraction
from pipeline.evaluate.compare import Found
from pipeline.evaluate.gold import Gold, read_gold
from pipeline.evaluate.run import Report, Row, evaluate, last_line
from pipeline.evaluate.scores import in_short
from pipeline.extract.read import load_extractor
from tests.conftest import ROOT, Run
from tests.evaluate.answers import GOLD, Answer, ask_score_py, said_by_score_py, said_by_us
from tests.samples import make_document, make_extraction

RECORDED: Mapping[tuple[str, str], tuple[float, float, float, float, float]] = {
    ("tune", "en"): (0.959, 0.962, 0.782, 0.931, 0.802),
    ("tune", "fr"): (0.968, 0.950, 0.815, 0.944, 0.902),
    ("tune", "ja"): (0.970, 0.967, 0.774, 0.950, 0.810),
    ("tune", "all"): (0.966, 0.961, 0.788, 0.942, 0.833),
    ("test", "en"): (0.957, 0.922, 0.711, 0.849, 0.848),
    ("test", "fr"): (0.932, 0.886, 0.702, 0.843, 0.771),
    ("test", "ja"): (0.941, 0.941, 0.742, 0.871, 0.819),
    ("test", "all"): (0.944, 0.917, 0.719, 0.856, 0.815),
}
"""By half and language: mention_f1, figure_f1, subject, metric, new. May only rise; a failure prints the present ones."""
SAMPLE = {"mention_f1": 0.996, "figure_f1": 1.000, "subject": 0.882, "metric": 0.964}
"""What the sample transcript reaches by itself."""
NAMES = ("mention_f1", "figure_f1", "subject", "metric", "new")
ROUNDED = 0.0005
"""Scores are recorded to three places."""


@dataclass(frozen=True, slots=True)
class Read:
    """Every gold document with what the extractor found in it, and what came of comparing them."""

    answers: Mapping[Path, Answer]
    golds: Mapping[Path, Gold]
    report: Report


@pytest.fixture(scope="module")
def everything() -> Read:
    golds = {path: read_gold(path) for path in sorted(GOLD.glob("*.txt"))}
    extractor = load_extractor(ROOT / "seeds" / "catalogue")
    answers: list[Answer] = []

    def read(text: str, lang: str, published: date | None) -> Found:
        found = extractor.read(text, lang, published)
        answers.append(Answer(found.mentions, found.figures))
        return answers[-1]

    report = evaluate(list(golds.values()), read, lambda _: None)
    return Read(dict(zip(golds, answers, strict=True)), golds, report)


def reached(row: Row) -> tuple[float, ...]:
    return tuple(in_short(row.scores)[name] for name in NAMES)


def fallen(rows: list[Row]) -> Iterator[str]:
    """What has fallen below its record, in words."""
    for row in rows:
        for name, score, least in zip(NAMES, reached(row), RECORDED[row.half, row.lang], strict=True):
            if score < least - ROUNDED:
                yield f"{row.half} {row.lang}: {name} {score:.3f} < {least:.3f}"


def as_table(rows: list[Row]) -> str:
    """The present scores, in the form in which they are recorded above."""
    return "\n".join(
        f'    ("{row.half}", "{row.lang}"): ({", ".join(f"{score:.3f}" for score in reached(row))}),' for row in rows
    )  # fmt: skip


def test_no_score_has_fallen(everything: Read) -> None:
    rows = [row for row in everything.report.rows if row.half != "all"]
    assert {(row.half, row.lang) for row in rows} == RECORDED.keys(), f"record these:\n{as_table(rows)}"
    assert not list(fallen(rows)), f"reached now:\n{as_table(rows)}"


def test_the_sample_transcript_keeps_its_scores(everything: Read) -> None:
    sample = [GOLD / "seed-ja.txt"]
    report = evaluate(
        [everything.golds[path] for path in sample],
        lambda *_: everything.answers[sample[0]],
        lambda _: None,
    )
    scores = in_short(report.rows[-1].scores)
    assert all(scores[name] >= least - ROUNDED for name, least in SAMPLE.items()), last_line(report)


def test_what_is_found_passes_the_loaders_gate(everything: Read) -> None:
    for path, answer in everything.answers.items():
        document = make_document(text=everything.golds[path].text)
        check_extraction(make_extraction(document, *answer.mentions, figures=answer.figures))
    empty = [one for one in everything.answers.values() if not (one.mentions and one.figures)]
    assert len(empty) < len(everything.answers) / 10, "but for one or two of other matters than the industry"


@pytest.mark.parametrize("half", ["tune", "test", "all"])
def test_the_scores_are_those_of_score_py(everything: Read, tmp_path: Path, half: str) -> None:
    golds = {path: gold for path, gold in everything.golds.items() if half in ("all", gold.half)}
    answers = {path: everything.answers[path] for path in golds}
    queue = iter(answers.values())
    report = evaluate(list(golds.values()), lambda *_: next(queue), lambda _: None)
    printed = ask_score_py(answers, [gold.id for gold in golds.values()], tmp_path)
    assert said_by_us(report) == said_by_score_py(printed)
    assert last_line(report) == printed.splitlines()[-1]


def test_the_command_says_the_same_of_the_sample(kikimimi: Run, everything: Read) -> None:
    done = kikimimi("evaluate", str(GOLD / "seed-ja.txt"))
    assert done.returncode == 0, done.stderr
    sample = GOLD / "seed-ja.txt"
    report = evaluate([everything.golds[sample]], lambda *_: everything.answers[sample], lambda _: None)
    assert done.stdout.splitlines()[-1] == last_line(report)
