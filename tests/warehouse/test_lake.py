"""A DuckLake as the warehouse: the commands work on it as on a file, and what is wrong with one is said in a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import Misconfigured, Transient
from pipeline.warehouse import open_for_reading, open_for_writing
from pipeline.warehouse.lake import hidden
from tests.conftest import Fill, Run

TEXT = "OpenAI raised $5 billion. Stargate is next."


@pytest.fixture(params=["sqlite", "postgres"])
def lake(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The setting that names one with its catalogue there."""
    if request.param == "sqlite":
        return {"KIKIMIMI_WAREHOUSE": f"ducklake:sqlite:{tmp_path / 'lake.sqlite'}"}
    database = request.getfixturevalue("database")
    return {"KIKIMIMI_WAREHOUSE": f"ducklake:postgres:{database} DATA_PATH={tmp_path / 'files'}"}


def test_run_sql_and_entities_work_on_it(
    kikimimi: Run, fill: Fill, tmp_path: Path, lake: dict[str, str]
) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    if "sqlite" in lake["KIKIMIMI_WAREHOUSE"]:  # once is enough for the validation, which takes seconds
        done = kikimimi("run", "note.txt", **lake)
        assert done.returncode == 0, done.stderr
        assert "Stargate is named" in done.stdout
    else:
        fill("note.txt", **lake)
    claims = kikimimi("sql", "SELECT subject, usd FROM claims", "--format", "csv", **lake)
    assert claims.stdout.split() == ["subject,usd", "openai,5000000000.0"], claims.stderr
    assert "No new documents" in fill("note.txt", **lake)
    assert kikimimi("entities", "merge", "stargate", "--into", "openai", **lake).returncode == 0
    names = kikimimi("sql", "SELECT entity, mentions FROM watchlist", "--format", "csv", **lake)
    assert names.stdout.split() == ["entity,mentions", "openai,2"]
    assert not (tmp_path / "data" / "tracker.duckdb").exists()


def test_files_beside_its_own_are_not_read(
    kikimimi: Run, fill: Fill, tmp_path: Path, lake: dict[str, str]
) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    fill("note.txt", **lake)
    for query in ("FROM read_text('note.txt')", "DELETE FROM documents", "FROM 'note.txt'"):
        assert kikimimi("sql", query, **lake).returncode == 1
    assert "1" in kikimimi("sql", "SELECT count(*) FROM documents", "--format", "csv", **lake).stdout.split()


@pytest.mark.parametrize("words", [("serve",), ("backup",), ("export", "--to", "out"), ("maintain",)])
def test_what_keeps_a_file_refuses_a_lake(kikimimi: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = kikimimi(*words, KIKIMIMI_WAREHOUSE=f"ducklake:sqlite:{tmp_path / 'lake.sqlite'}")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "DuckLake" in done.stderr


def test_the_tables_of_a_lake_are_explained_too(tmp_path: Path) -> None:
    with open_for_writing(Path(f"ducklake:sqlite:{tmp_path / 'lake.sqlite'}")) as connection:
        silent = connection.execute(
            """SELECT table_name FROM duckdb_tables() WHERE database_name = 'tracker' AND comment IS NULL
            UNION ALL SELECT view_name FROM duckdb_views() WHERE database_name = 'tracker' AND comment IS NULL"""
        ).fetchall()
    assert silent == []


@pytest.mark.parametrize(
    ("where", "error", "said"),
    [
        ("ducklake:mysql:db", Misconfigured, "names no catalogue that is known; write ducklake:sqlite:FILE"),
        ("ducklake:sqlite:", Misconfigured, "names no catalogue"),
        ("ducklake:sqlite:none.sqlite", Misconfigured, r"none\.sqlite is not there yet; fill it first"),
        (
            "ducklake:postgres:dbname=x host=127.0.0.1 port=1 password=geheim",
            Transient,
            "port=1 password=… cannot be opened: .*; is its database there",
        ),
    ],
)
def test_what_is_wrong_with_a_lake_is_said(where: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said) as raised:
        open_for_reading(Path(where))
    assert "geheim" not in str(raised.value)


def test_passwords_are_hidden_however_they_are_quoted() -> None:
    assert (
        hidden("host=db password='a b' dbname=x Password = c") == "host=db password=… dbname=x Password = …"
    )
