"""The house: which room may import which (DESIGN.md section 3), and what is slow to load is loaded where it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline

HOUSE = Path(pipeline.__file__).parent
GROUND = {
    "amounts",
    "errors",
    "settings",
    "records",
    "contract",
    "yaml_lines",
    "lifeline",
    "spoken",
    "sketch",
}
WIRING = {
    "cli",
    "cli_collect",
    "cli_digest",
    "cli_doctor",
    "cli_entities",
    "cli_evaluate",
    "cli_rates",
    "cli_work",
    "cli_keep",
    "cli_letters",
    "cli_quarantine",
    "cli_replay",
    "cli_serve",
    "cli_sources",
    "cli_sql",
    "cli_validate",
    "round",
    "scheduled",
    "stack",
    "tracker",
}
FOUNDATION = GROUND | {"topics", "warehouse"}
SLOW = (
    "duckdb",
    "pyarrow",
    "sudachipy",
    "feedparser",
    "httpx",
    "httpcore",
    "h2",
    "protego",
    "trafilatura",
    "py3langid",
    "markdown_it",
    "lxml",
    "kafka",
    "rich.console",
    "fastapi",
    "great_expectations",
    "uvicorn",
    "prometheus_client",
    "warcio",
    "spacy",
    "spellchecker",
    "babel",
)
FILES = sorted(path for path in HOUSE.rglob("*.py") if path.stat().st_size)


def _room(path: Path) -> str:
    return path.relative_to(HOUSE).with_suffix("").parts[0]


EVERY = {_room(path) for path in FILES}


def _imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name.split(".")[1] for name in names if name.startswith("pipeline."))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_room_imports_only_the_foundation_and_itself(path: Path) -> None:
    room = _room(path)
    allowed = {
        "cli": EVERY,
        **{name: EVERY - {"cli"} for name in WIRING if name.startswith("cli_")},
        "tracker": EVERY - WIRING | {"round"},
        "stack": FOUNDATION | {"scheduled", "stack"},
        "scheduled": EVERY - WIRING | {"round", "scheduled"},
        "round": EVERY - WIRING,
        "__main__": {"cli"},
        "amounts": set(),
        "errors": set(),
        "lifeline": set(),
        "sketch": set(),
        "records": {"errors"},
        "contract": {"errors", "records"},
        "settings": {"errors"},
        "yaml_lines": {"errors"},
        "schemas": GROUND,
        "topics": GROUND | {"topics"},
        "warehouse": GROUND | {"warehouse"},
    }.get(room, FOUNDATION | {room})
    assert set(_imported_rooms(path)) <= allowed


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_file_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_command_line_loads_nothing_slow() -> None:
    code = f"import pipeline.cli, sys; print([name for name in {SLOW!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"
