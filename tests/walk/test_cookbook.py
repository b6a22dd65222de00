"""The SQL cookbook: each of its queries gives the answer that the page shows, on the samples as `kikimimi run` loads them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from docs.cookbook import EMPTY, PAGE, Recipe, ask, fill_tracker, filled, read_recipes
from pipeline.warehouse import open_for_reading
from pipeline.warehouse.gate import check
from tests import warm
from tests.conftest import ROOT, environment

TEXT = PAGE.read_text("utf-8")
RECIPES = read_recipes(TEXT)
each = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.question)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill_tracker(tmp_path_factory.mktemp("cookbook"))


@pytest.fixture(scope="module", params=["file", "lake"])
def tracker(file: Path, request: pytest.FixtureRequest) -> Iterator[DuckDBPyConnection]:
    """The tracker as `run` has left it, or a lake that was loaded from the same topics."""
    warehouse = str(file)
    if request.param == "lake":
        place = file.parent.parent
        warehouse = f"ducklake:sqlite:{place / 'lake.sqlite'}"
        command = [sys.executable, "-m", "pipeline", "work", "load", "--until-empty"]
        ours = {"KIKIMIMI_SEEDS": str(place / "seeds"), "KIKIMIMI_WAREHOUSE": warehouse}
        warm.run(command, env=environment(place) | ours).check_returncode()
    with closing(open_for_reading(Path(warehouse))) as connection:
        yield connection


@each
def test_the_answer_is_that_of_the_page(tracker: DuckDBPyConnection, recipe: Recipe) -> None:
    answer = ask(tracker, recipe.sql)
    if recipe.varies:
        assert answer == EMPTY or recipe.result == EMPTY or head(answer) == head(recipe.result)
    else:
        assert answer == recipe.result, "python docs/cookbook.py writes the answers of now"


@each
def test_the_tracker_takes_the_query_over_the_network(tracker: DuckDBPyConnection, recipe: Recipe) -> None:
    check(tracker, recipe.sql)


@each
def test_the_order_of_an_answer_is_told(recipe: Recipe) -> None:
    assert re.search(r"^ORDER BY ", recipe.sql, re.MULTILINE)


@each
def test_what_asks_the_clock_says_so(recipe: Recipe) -> None:
    asks = re.search(r"\b(now|today|current_\w+)\b|^FROM (surges|source_health)\b", recipe.sql, re.MULTILINE)
    assert recipe.varies or not asks


def test_there_are_enough_questions_each_once() -> None:
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    assert [name for name, times in Counter(headings).items() if times > 1] == []
    assert len(RECIPES) >= 25
    assert TEXT.count("```sql\n") == len(RECIPES), "each query stands below a question and is read"
    assert sum(recipe.result not in ("", EMPTY) for recipe in RECIPES) >= 20, "most have an answer"


def test_every_view_is_used() -> None:
    asked = "\n".join(recipe.sql for recipe in RECIPES)
    views = [path.stem.partition("_")[2] for path in (ROOT / "schemas" / "views").glob("*.sql")]
    assert views
    assert [view for view in views if not re.search(rf"\b(FROM|JOIN) {view}\b", asked)] == []


def test_a_changed_answer_is_seen_and_put_right() -> None:
    page = "### How many?\n\nMany.\n\n```sql\nSELECT 1;\n```\n\n| n |\n| --- |\n| 1 |\n\n## Next\n"
    wrong = page.replace("| 1 |", "| 2 |")
    (recipe,) = read_recipes(wrong)
    assert (recipe.question, recipe.sql, recipe.varies) == ("How many?", "SELECT 1;\n", False)
    assert recipe.result == "| n |\n| --- |\n| 2 |"
    assert filled(wrong, lambda _: "| n |\n| --- |\n| 1 |") == page
    assert filled(filled(wrong, lambda _: EMPTY), lambda _: "| n |\n| --- |\n| 1 |") == page


def head(table: str) -> str:
    return table.partition("\n")[0]
