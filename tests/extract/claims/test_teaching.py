"""Teaching: LightGBM's trees in, the file out by which the same rows get the same votes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.teaching import passages, worsened, written
from pipeline.extract.claims.bearings import NAMES
from pipeline.extract.claims.forest import read_forest


def leaf(value: float) -> dict[str, Any]:
    return {"leaf_value": value}


def split(number: int, most: float, left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    return {"split_feature": number, "threshold": most, "left_child": left, "right_child": right}


TREE = split(0, 5.0, split(1, 2.0, leaf(1), split(2, 0.0, leaf(2), leaf(3))), split(1, 7.0, leaf(4), leaf(5)))


def walk(node: dict[str, Any], row: list[float]) -> float:
    while "leaf_value" not in node:
        goes_left = row[node["split_feature"]] <= node["threshold"]
        node = node["left_child" if goes_left else "right_child"]
    return float(node["leaf_value"])


@pytest.mark.parametrize("x", [5.0, 5.5])
@pytest.mark.parametrize("y", [2.0, 2.5, 7.5])
@pytest.mark.parametrize("z", [0.0, 0.5])
def test_a_row_goes_the_same_way_as_in_the_tree_that_was_grown(
    tmp_path: Path, x: float, y: float, z: float
) -> None:
    file = tmp_path / "trees.json"
    trees = SimpleNamespace(dump_model=lambda: {"tree_info": [{"tree_structure": TREE}]})
    file.write_text(written(trees))
    row = [x, y, z, *[0.0] * (len(NAMES) - 3)]
    assert read_forest(file).votes([row]).tolist() == [walk(TREE, row)]


def test_worsened_texts_lose_names_and_what_is_known_of_others() -> None:
    whole = passages()
    worse = [worsened(lesson, 0) for lesson in whole]
    assert sum(len(lesson.names) for lesson in worse) < sum(len(lesson.names) for lesson in whole)
    assert sum(name.known for lesson in worse for name in lesson.names) < sum(
        name.known for lesson in whole for name in lesson.names
    )
    assert [lesson.amounts for lesson in worse] == [lesson.amounts for lesson in whole]
