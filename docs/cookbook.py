"""The SQL cookbook: its page in, its queries asked of a tracker filled from the samples, the page with their results out.

`python docs/cookbook.py` rewrites the results in docs/sql-cookbook.md; tests/walk/test_cookbook.py compares them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.warehouse import open_for_reading

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "sql-cookbook.md"
NOWHERE = "http://127.0.0.1:9/"
"""Where the feeds of the internet are looked for, so that only the samples load, on every machine."""
EMPTY = "*No rows.*"

_RECIPE = re.compile(
    r"^### (?P<question>.+)\n"
    r"(?:(?!#|```).*\n)*"  # why, in words
    r"^```sql\n(?P<sql>(?:(?!```).*\n)+)```\n"
    r"(?P<marker>\n<!-- varies: .+ -->\n)?"
    r"(?P<result>(?:\n(?:\|.*\n)+|\n\*No rows\.\*\n)?)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question with its query and the result that the page shows. varies: it tells of a time or a version."""

    question: str
    sql: str
    varies: bool
    result: str


def read_recipes(page: str) -> list[Recipe]:
    """The recipes of the page that have a query, in its order."""
    return [_recipe(found) for found in _RECIPE.finditer(page)]


def ask(connection: DuckDBPyConnection, query: str) -> str:
    """The result of the query as a Markdown table."""
    answer = connection.execute(query)
    names = [column[0] for column in answer.description or ()]
    rows = answer.fetchall()
    if not rows:
        return EMPTY
    return "\n".join((_line(names), _line(["---"] * len(names)), *(_line(row) for row in rows)))


def filled(page: str, ask_tracker: Callable[[str], str]) -> str:
    """The page with the results of now."""

    def anew(found: re.Match[str]) -> str:
        unchanged = found[0][: len(found[0]) - len(found["result"])]
        return f"{unchanged}\n{ask_tracker(found['sql'])}\n"

    return _RECIPE.sub(anew, page)


def fill_tracker(place: Path) -> Path:
    """Runs `kikimimi run` on the sample seeds in an empty folder; its DuckDB file."""
    seeds = place / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    sources = seeds / "sources.yaml"
    sources.write_text(re.sub(r"https?://", NOWHERE, sources.read_text("utf-8")), "utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KIKIMIMI_")}
    environ = {**kept, "KIKIMIMI_DATA": str(place / "data"), "KIKIMIMI_SEEDS": str(seeds)}
    subprocess.run(
        [sys.executable, "-m", "pipeline", "run"],
        env=environ,
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return place / "data" / "tracker.duckdb"


def main() -> None:
    with tempfile.TemporaryDirectory() as place, closing(_open(Path(place))) as connection:
        page = filled(PAGE.read_text("utf-8"), lambda query: ask(connection, query))
    PAGE.write_text(page, "utf-8")


def _open(place: Path) -> DuckDBPyConnection:
    return open_for_reading(fill_tracker(place))


def _recipe(found: re.Match[str]) -> Recipe:
    return Recipe(found["question"], found["sql"], bool(found["marker"]), found["result"].strip())


def _line(cells: Sequence[Any]) -> str:
    return f"| {' | '.join(_cells(cells))} |"


def _cells(cells: Sequence[Any]) -> Iterator[str]:
    for cell in cells:
        text = "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell).strip()
        yield re.sub(r"\s+", " ", text).replace("|", "\\|")


if __name__ == "__main__":
    main()
