"""Teaching of metrics: texts with figures in, weights out that know what they were taught."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.teaching_metrics import Text, examples_of, passages, share_right, taught, written
from pipeline.extract.claims.metric_bearings import FAMILIES
from pipeline.extract.claims.metric_votes import read_ballots
from tests.extract.claims.claimed import claimed

FEW = 40


def text_of(marked: str, number: int, id_: str = "en") -> Text:
    told = claimed(marked)
    metrics = [metric for _, metric in told.expected]
    return Text(f"{id_}-{number}", told.text, "en", told.names, told.amounts, metrics, 1.0)  # type: ignore[arg-type]


def test_what_is_taught_is_known(tmp_path: Path) -> None:
    pytest.importorskip("scipy")
    texts = [
        *(text_of("The zorb was {{$5m|money 5e6 USD exact|-|cash}}.", number) for number in range(FEW)),
        *(text_of("The flib was {{$5m|money 5e6 USD exact|-|loss}}.", number) for number in range(FEW)),
    ]
    ballots = taught(texts)
    assert share_right(texts, ballots) == (2 * FEW, 2 * FEW)
    file = tmp_path / "metrics.json"
    file.write_text(written(ballots))
    assert share_right(texts, read_ballots(file)) == (2 * FEW, 2 * FEW)
    assert written(taught(texts)) == written(ballots)


def test_the_rules_answers_are_left_out_of_half_of_the_documents_but_of_no_lesson() -> None:
    marked = "It raised {{$5m|money 5e6 USD exact|-|funding}}."

    def share(id_: str) -> float:
        told = [one for number in range(FEW) for one in examples_of(text_of(marked, number, id_))]
        return sum("rule:funding" in one.marks for one in told) / len(told)

    assert 0.2 < share("en") < 0.8
    assert share("lesson-en") == 1.0


def test_a_file_has_whole_numbers_and_no_mark_that_says_nothing() -> None:
    pytest.importorskip("scipy")
    told = json.loads(written(taught(passages())))
    assert tuple(told["families"]) == FAMILIES
    for kind in told["kinds"].values():
        for weights in kind["weights"].values():
            assert len(weights) == len(kind["metrics"])
            assert all(isinstance(weight, int) for weight in weights)
            assert max(abs(weight) for weight in weights) > 0
