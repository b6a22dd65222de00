"""The gold documents: no score falls below what was reached before (docs/extraction.md)."""

from __future__ import annotations

import re

from tests.conftest import ROOT, Run

REACHED = {"mention_f1": 0.985, "figure_f1": 0.985, "subject": 0.89, "metric": 0.93}
SAMPLE = {"mention_f1": 0.99, "figure_f1": 1.0, "subject": 0.94, "metric": 0.96}


def scores(printed: str) -> dict[str, float]:
    return {name: float(value) for name, value in re.findall(r"(\w+)=([\d.]+|nan)", printed.splitlines()[-1])}


def test_evaluate_prints_scores_that_have_not_fallen(kikimimi: Run) -> None:
    done = kikimimi("evaluate", str(ROOT / "tests" / "gold"))
    assert done.returncode == 0, done.stderr
    reached = scores(done.stdout)
    assert {name: reached[name] >= least for name, least in REACHED.items()} == dict.fromkeys(
        REACHED, True
    ), done.stdout


def test_the_sample_transcript_keeps_its_scores(kikimimi: Run) -> None:
    done = kikimimi("evaluate", str(ROOT / "tests" / "gold" / "seed-ja.txt"))
    assert done.returncode == 0, done.stderr
    reached = scores(done.stdout)
    assert {name: reached[name] >= least for name, least in SAMPLE.items()} == dict.fromkeys(SAMPLE, True), (
        done.stdout
    )
