"""Our scores and those of score.py, which others use too: the same of the same answers, however wrong they are."""

from __future__ import annotations

import importlib.util
import random
import re
import sys
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.evaluate.gold import read_gold
from pipeline.evaluate.run import evaluate, last_line
from tests.evaluate.answers import GOLD, Answer, ask_score_py, right, said_by_score_py, said_by_us, spoiled

DOCUMENTS = {path: read_gold(path) for path in sorted(GOLD.glob("*.txt"))}


@pytest.fixture(scope="module")
def shared() -> ModuleType:
    """The shared gold.py, which no package holds."""
    spec = importlib.util.spec_from_file_location("shared_gold", GOLD / "gold.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "shared_gold", module)  # its dataclasses look themselves up
        spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_gold_py_reads_it(shared: ModuleType, path: Path) -> None:
    ours, theirs = DOCUMENTS[path], shared.parse(path)
    assert (ours.id, ours.lang, ours.text) == (theirs.id, theirs.lang, theirs.text)
    assert list(map(asdict, ours.mentions)) == theirs.mentions
    assert list(map(asdict, ours.figures)) == theirs.figures


@pytest.mark.parametrize("seed", [None, *range(6)])
def test_scores_are_those_of_score_py(tmp_path: Path, seed: int | None) -> None:
    chance = random.Random(seed)
    answers = {
        path: right(gold) if seed is None else spoiled(gold, chance) for path, gold in DOCUMENTS.items()
    }
    queue = iter(answers.values())

    def read(*_: object) -> Answer:
        return next(queue)

    report = evaluate(list(DOCUMENTS.values()), read, lambda _: None)
    printed = ask_score_py(answers, [gold.id for gold in DOCUMENTS.values()], tmp_path)
    assert said_by_us(report) == said_by_score_py(printed)
    assert last_line(report) == printed.splitlines()[-1]
    reached = {float(share) for share in re.findall(r"=([\d.]+)", last_line(report))}
    assert (reached == {1.0}) is (seed is None), "the spoiled answers are spoiled"
