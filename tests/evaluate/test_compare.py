"""Comparison: what counts as met, as missed and as wrong, where score.py does not already say so."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate.compare import Compared, Slip, compare
from pipeline.evaluate.gold import Gold, read_gold
from pipeline.evaluate.same import Spans
from tests.evaluate.answers import Answer, figure, mention, right

HEADER = "id: x\nlang: en\n\n"
BODY = (
    "[[Acme|acme]] and [[Zed|?zed-labs]] paid {{$5 million|money|5000000|USD|exact|subject=acme|metric=price}} "
    "for {{10 chips|count|10|chip|exact|metric=other}} in {{3 days|duration|3|day|exact}}."
)


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    (tmp_path / "x.txt").write_text(HEADER + BODY, encoding="utf-8")
    return read_gold(tmp_path / "x.txt")


def judge(gold: Gold, place: int, **changed: Any) -> Compared:
    """The right answer but for what is changed in the figure at this place."""
    figures = [figure(one, **(changed if at == place else {})) for at, one in enumerate(gold.figures)]
    return compare(gold, Answer(right(gold).mentions, figures))


def whats(compared: Compared) -> list[tuple[str, str, str, str]]:
    return [(one.what, one.surface, one.expected, one.got) for one in compared.slips]


def shares(compared: Compared, measure: str) -> tuple[float, float]:
    count = compared.scores[measure]
    return count.precision, count.recall


def test_the_right_answer_has_no_slips(gold: Gold) -> None:
    compared = compare(gold, right(gold))
    assert compared.slips == []
    assert {count.f1 for count in compared.scores.values()} == {1.0}


def test_an_empty_answer_misses_everything_and_is_wrong_in_nothing(gold: Gold) -> None:
    compared = compare(gold, Answer([], []))
    assert {one.what for one in compared.slips} == {"missed name", "missed new name", "missed figure"}
    assert compared.scores["figures"].f1 == 0
    assert math.isnan(compared.scores["figures"].precision)
    assert math.isnan(compared.scores["subjects"].f1), "no figure is met, so no subject is asked for"


def test_a_subject_that_nobody_marked_is_wrong_but_not_missed(gold: Gold) -> None:
    compared = judge(gold, 1, subject="acme")
    assert shares(compared, "subjects") == (0.5, 1)
    assert whats(compared) == [("wrong subject", "10 chips", "none", "acme")]


def test_a_subject_left_out_is_missed_but_not_wrong(gold: Gold) -> None:
    compared = judge(gold, 0, subject=None)
    assert compared.scores["subjects"].gold == 1
    assert compared.scores["subjects"].found == 0
    assert whats(compared) == [("wrong subject", "$5 million", "acme", "none")]


@pytest.mark.parametrize(
    ("place", "said", "expected"),
    [
        (0, "cost", (0, 0)),
        (0, "other", (math.nan, 0)),
        (1, "cost", (1, 1)),  # marked `other`: not scored
        (2, "length", (0.5, 1)),  # where none is marked
        (2, "other", (1, 1)),  # names nothing
    ],
)
def test_metrics(gold: Gold, place: int, said: str, expected: tuple[float, float]) -> None:
    assert shares(judge(gold, place, metric=said), "metrics") == pytest.approx(expected, nan_ok=True)


def test_proposals_are_right_where_a_new_name_is_marked(gold: Gold) -> None:
    answer = right(gold)
    more = mention(gold.mentions[0], entity=None, name="Acme Inc", method="model", evidence="ORG")
    compared = compare(gold, Answer([*answer.mentions, more], answer.figures))
    assert shares(compared, "new names") == (0.5, 1)
    assert compared.slips == [Slip("x", "wrong new name", "Acme", 0, "acme", "Acme Inc", "model: ORG")]


def test_a_new_name_that_is_linked_is_not_met(gold: Gold) -> None:
    linked = [mention(one, entity="zed") for one in gold.mentions if one.new]
    compared = compare(gold, Answer([*right(gold).mentions, *linked], right(gold).figures))
    assert compared.scores["new names"].met == 0
    assert ("missed new name", "Zed", "zed-labs", "zed") in whats(compared)


def test_a_wrong_link_tells_what_it_went_by(gold: Gold) -> None:
    wrong = [
        mention(one, **({} if one.new else {"entity": "apex", "name": "Apex", "method": "phonetic"}))
        for one in gold.mentions
    ]
    slips = compare(gold, Answer(wrong, right(gold).figures)).slips
    assert [(one.what, one.expected, one.got, one.why) for one in slips] == [
        ("missed name", "acme", "apex", "phonetic: its alias"),
        ("wrong name", "acme", "apex", "phonetic: its alias"),
    ]


def test_a_wrong_bound_is_told_though_the_amount_is_met(gold: Gold) -> None:
    compared = judge(gold, 0, bound="approx")
    assert compared.scores["figures"].f1 == 1
    assert shares(compared, "bounds") == pytest.approx((2 / 3, 2 / 3))
    assert whats(compared) == [("wrong bound", "$5 million", "exact", "approx")]


def test_a_wrong_amount_is_missed_and_wrong_and_a_duration_only_missed(gold: Gold) -> None:
    assert whats(judge(gold, 0, low=6e6, high=6e6)) == [
        ("missed figure", "$5 million", "money 5000000 USD exact", "money 6000000 USD exact"),
        ("wrong figure", "$5 million", "money 5000000 USD exact", "money 6000000 USD exact"),
    ]
    assert [what for what, *_ in whats(judge(gold, 2, low=4.0, high=4.0))] == ["missed figure"]


def test_touching_spans_are_those_that_share_a_character(gold: Gold) -> None:
    acme = gold.mentions[0]
    spans = [
        mention(acme, start=start, end=end) for start, end in ((40, 50), (0, 30), (10, 12), (12, 14), (9, 10))
    ]
    assert Spans(spans).touching(mention(acme, start=10, end=12)) == [1, 2]
    assert Spans([]).touching(acme) == []
