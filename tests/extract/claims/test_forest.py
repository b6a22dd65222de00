"""Forest: each row gets the leaves that its numbers lead to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.extract.claims import owners
from pipeline.extract.claims.bearings import NAMES
from pipeline.extract.claims.forest import read_forest
from pipeline.extract.claims.owners import GROWN, forest

FIRST = {"splits": [[0, 5.0, 0b001], [1, 2.0, 0b010]], "leaves": [1.0, 10.0, 100.0]}
"""x > 5 rules out the first leaf, y > 2 the second: x <= 5 → 1; else y <= 2 → 10; else 100."""
SECOND = {"splits": [[1, 0.0, 0b01]], "leaves": [0.25, 0.5]}


@pytest.fixture
def grown(tmp_path: Path) -> Path:
    file = tmp_path / "trees.json"
    file.write_text(json.dumps({"names": ["x", "y"], "trees": [FIRST, SECOND]}))
    return file


def test_a_rows_leaves_are_added_up(grown: Path) -> None:
    rows = [[5.0, 9.0], [6.0, 2.0], [6.0, 3.0], [0.0, -1.0]]
    assert read_forest(grown).votes(rows).tolist() == [1.5, 10.5, 100.5, 1.25]


def test_what_has_no_place_counts_as_far_away(grown: Path) -> None:
    assert read_forest(grown).votes([[9999.0, 9999.0]]).tolist() == [100.5]


def test_the_trees_were_grown_on_the_numbers_that_bear_on_owners() -> None:
    assert read_forest(GROWN).names == NAMES


def test_trees_of_other_numbers_are_refused(grown: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owners, "GROWN", grown)
    with pytest.raises(ValueError, match="grown on other numbers"):
        forest()
