"""Suites: what stands in schemas/expectations/ is read, and a file that does not fit is named with its line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from pipeline.errors import Misconfigured
from pipeline.records import Kind, Relation
from pipeline.validate.run import suites_of
from pipeline.validate.suites import KEYS, SQL, read_suites
from tests.validate.conftest import entities, settings

GOOD = "- {name: a, severity: error, says: A is wrong, type: expect_column_values_to_not_be_null, kwargs: {column: doc_id}}\n"


def read(folder: Path, text: str, **fill: str) -> list[object]:
    (folder / "documents.yaml").write_text(text, encoding="utf-8")
    return [one for suite in read_suites(folder, (), fill) for one in suite.expectations]


def test_there_are_at_least_fifty_expectations_of_every_table() -> None:
    suites = suites_of(settings(), (), entities())
    assert [suite.table for suite in suites] == list(KEYS) == list(get_args(Relation))
    every = [one for suite in suites for one in suite.expectations]
    assert len(every) >= 50
    assert set(Counter(one.severity for one in every)) == {"error", "warning"}
    assert min(len(suite.expectations) for suite in suites) >= 10


def test_each_says_in_a_sentence_what_is_wrong() -> None:
    for suite in suites_of(settings(), (), entities()):
        for one in suite.expectations:
            assert one.says[0].isupper(), one.name
            assert len(one.says.split()) >= 4, one.name
            assert "{" not in one.says, one.name


def test_only_errors_hold_rows_back_and_their_queries_name_the_rows() -> None:
    for suite in suites_of(settings(), (), entities()):
        for one in suite.expectations:
            if one.holds:
                assert one.severity == "error", one.name
            if one.holds and one.type == SQL:
                query = str(one.kwargs["unexpected_rows_query"])
                assert all(column in query for column in (*KEYS[suite.table], "what")), one.name


def test_those_that_are_named_are_read() -> None:
    assert [suite.table for suite in suites_of(settings(), ("figures", "alerts"), entities())] == [
        "figures",
        "alerts",
    ]
    with pytest.raises(Misconfigured, match="no suite weather; known are documents, mentions"):
        suites_of(settings(), ("weather",), entities())


def test_sets_and_queries_are_filled_in(tmp_path: Path) -> None:
    known, asked = read(
        tmp_path,
        "- {name: a, severity: error, says: A is wrong, type: expect_column_values_to_be_in_set, kwargs: {column: kind, value_set: Kind}}\n"
        "- {name: b, severity: warning, says: B is wrong, sql: 'SELECT 1 WHERE {moon}'}\n",
        moon="false",
    )
    assert known.kwargs == {"column": "kind", "value_set": list(get_args(Kind))}  # type: ignore[attr-defined]
    assert asked.kwargs == {"unexpected_rows_query": "SELECT 1 WHERE false"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("moon\n", "documents.yaml:1: no list of expectations"),
        (GOOD + "- {name: b, moon: 1}\n", "documents.yaml:2: an expectation has no moon"),
        ("- {name: A B, severity: error, says: x y, sql: x}\n", "documents.yaml:1: A B is no name"),
        ("- {severity: error, says: x y, sql: x}\n", "an expectation is no name"),
        (
            "- {name: a, severity: fatal, says: x y, sql: x}\n",
            "a has no severity or does not say what is wrong",
        ),
        ("- {name: a, severity: error, sql: x}\n", "a has no severity or does not say what is wrong"),
        ("- {name: a, severity: error, says: x y}\n", "a has neither sql nor type, or both"),
        (GOOD + GOOD, "the expectation a stands twice"),
        (
            GOOD.replace("doc_id", "doc_id, value_set: Moons"),
            "documents.yaml:1: a: module 'pipeline.records' has no",
        ),
        (
            GOOD.replace("doc_id", "doc_id, min_value: few"),
            "documents.yaml:1: a: could not convert string to float",
        ),
    ],
)
def test_a_file_that_does_not_fit_is_named_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(Misconfigured) as error:
        read(tmp_path, text)
    assert problem in str(error.value)
