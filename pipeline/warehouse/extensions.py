"""DuckDB's extensions: the files of PyPI's wheels in, loaded into a connection."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Misconfigured

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def load_quack(connection: DuckDBPyConnection) -> None:
    """Loads quack, and httpfs, with which it speaks HTTP."""
    load_extensions(connection, ("httpfs", "quack"))


def load_extensions(connection: DuckDBPyConnection, names: Sequence[str]) -> None:
    """Loads them from their wheels: nothing is fetched, and nothing is written to the home folder."""
    import duckdb

    for name in names:
        spec = find_spec(f"duckdb_extension_{name}")
        folder = Path(spec.origin).parent if spec and spec.origin else Path("nowhere")
        file = folder / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
        if not file.exists():
            remedy = "install kikimimi with its dependencies again, for DuckLake kikimimi[lake]"
            raise Misconfigured(
                f"duckdb-extension-{name.replace('_', '-')} for DuckDB {duckdb.__version__} is missing",
                remedy,
            )
        connection.execute("LOAD '{}'".format(str(file).replace("'", "''")))
