"""Metric votes: marks and their weights in, the metric with the most votes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.extract.claims.metric_bearings import FAMILIES
from pipeline.extract.claims.metric_votes import LEARNT, read_ballots

MONEY = {
    "metrics": ["funding", "price"],
    "base": [20, 0],
    "weights": {"<raise": [100, -50], "most:2": [-200, 300]},
}


def write(file: Path, families: tuple[str, ...] = FAMILIES) -> Path:
    file.write_text(json.dumps({"families": families, "kinds": {"money": MONEY}}))
    return file


def test_votes_are_what_the_marks_weigh_and_say(tmp_path: Path) -> None:
    money = read_ballots(write(tmp_path / "votes.json"))["money"]
    assert money.votes({"<raise": 0.5, "most:2": 1.0, "<never": 9.0}).tolist() == pytest.approx([-1.3, 2.75])
    assert money.elected({"<raise": 0.5, "most:2": 1.0}) == "price"


def test_without_a_known_mark_the_usual_metric_is_elected(tmp_path: Path) -> None:
    money = read_ballots(write(tmp_path / "votes.json"))["money"]
    assert money.elected({}) == money.elected({"<never": 1.0}) == "funding"


def test_weights_of_other_marks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="learnt of other marks"):
        read_ballots(write(tmp_path / "votes.json", FAMILIES[1:]))


def test_what_was_learnt_is_of_the_marks_that_there_are() -> None:
    for ballot in read_ballots(LEARNT).values():
        families = {mark.partition(":")[0] for mark in ballot.rows if mark[0] not in "<>^"}
        assert families <= set(FAMILIES)
        assert families & {"before", "nearest", "rule"}
