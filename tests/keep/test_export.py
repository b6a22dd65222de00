"""Exporting: everything of one moment, in a folder that is whole or not there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.errors import Misconfigured, Transient
from pipeline.keep.days import tables_of
from pipeline.keep.export import DATABASE, MANIFEST, write_export
from pipeline.keep.folder import filling
from pipeline.warehouse import open_for_writing
from tests.conftest import Fill, Run
from tests.serve.conftest import Place, naming

KILLED = """
import os, signal, sys
from pipeline.keep import export
honest, written = export._write, []
def killed(connection, table, folder, since):
    written.append(table)
    if len(written) == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return honest(connection, table, folder, since)
export._write = killed
from pipeline.cli import main
sys.argv = ["kikimimi", "export", "--to", "out"]
main()
"""
FILES = {"one.txt": "OpenAIは5億ドルを調達した。", "two.txt": "DeepSeekは3億ドル、Stargateは5億ドル。"}
DOCUMENT = """INSERT INTO documents BY NAME SELECT ? AS doc_id, '' AS revision, 's' AS source, 'article' AS kind, '' AS title,
    'ja' AS lang, ?::TIMESTAMP AS said_at, ?::TIMESTAMP AS collected_at, collected_at AS first_seen, 1 AS revisions,
    collected_at AS loaded_at, 0 AS mentions, 0 AS figures, [] AS names, '{}' AS meta"""


@pytest.fixture
def filled(kikimimi: Run, fill: Fill, tmp_path: Path) -> Run:
    """The command, with two documents loaded."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    fill(*(str(tmp_path / name) for name in FILES))
    return kikimimi


def rows(path: Path, table: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as connection:
        return connection.execute(f"FROM '{path}/{table}/**/*.parquet' ORDER BY ALL").fetchall()


def answer(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_tables_are_parquet_by_day_beside_the_whole_file(filled: Run, tmp_path: Path) -> None:
    done = filled("export", "--to", "out")
    assert done.stdout.splitlines()[-1].startswith("2 documents and "), done.stderr
    out = tmp_path / "out"
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    tables = manifest["tables"]
    assert {"documents", "mentions", "figures", "entities", "fetches", "offsets"} <= tables.keys()
    for table, told in tables.items():
        held = answer(out / DATABASE, f"SELECT * FROM {table} ORDER BY ALL")
        assert told["rows"] == len(held), table
        with_days = rows(out, table) if held else []
        assert [row[:-1] if told["by_day"] else row for row in with_days] == held, table
        assert [column["name"] for column in told["columns"]]
    today = datetime.now(UTC).date()
    assert {row[-1] for row in rows(out, "mentions")} == {today}
    assert [file.name for file in (out / "mentions").iterdir()] == [f"day={today}"]
    assert [file.name for file in (out / "entities").iterdir()] == ["all.parquet"]
    assert manifest["offsets"][0].keys() == {"topic", "partition", "position", "log"}
    assert not list(out.glob("*.wal"))
    assert not list((tmp_path / "data" / "snapshots").iterdir()), "the snapshot was moved, not copied"
    with duckdb.connect() as connection:
        query = f"SELECT compression FROM parquet_metadata('{out}/documents/*/*.parquet')"
        assert set(connection.execute(query).fetchall()) == {("ZSTD",)}


def test_the_next_export_takes_its_place_and_other_things_stay(
    filled: Run, fill: Fill, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "diary.txt").write_text("mine")
    done = filled("export", "--to", "out")
    assert done.returncode == 2
    assert "out is not empty, and no export of ours" in done.stderr
    assert [file.name for file in out.iterdir()] == ["diary.txt"]
    (out / "diary.txt").unlink()
    assert filled("export", "--to", "out").returncode == 0
    (tmp_path / "three.txt").write_text("Anthropicは1億ドルを調達した。", encoding="utf-8")
    fill(str(tmp_path / "three.txt"))
    assert "3 documents" in filled("export", "--to", "out").stdout
    assert len(rows(out, "documents")) == 3
    (out / "diary.txt").write_text("mine")
    done = filled("export", "--to", "out")
    assert (done.returncode, "diary.txt, which no export wrote" in done.stderr) == (2, True)
    assert len(rows(out, "documents")) == 3
    assert [file for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_killed_export_leaves_nothing_that_looks_like_one(
    filled: Run, tmp_path: Path, environ: dict[str, str]
) -> None:
    for before in (0, 2):  # without and with an export of before
        done = subprocess.run([sys.executable, "-c", KILLED], cwd=tmp_path, env=environ, check=False)
        assert done.returncode == -signal.SIGKILL
        assert (tmp_path / "out").exists() == bool(before)
        if before:
            assert len(rows(tmp_path / "out", "documents")) == before
        assert filled("export", "--to", "out").returncode == 0
        assert len(rows(tmp_path / "out", "documents")) == 2
        assert [file for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_since_leaves_older_days_out_and_the_whole_file_is_whole(filled: Run, tmp_path: Path) -> None:
    assert filled("export", "--to", "out", "--since", "2999-01-01").returncode == 0
    assert not (tmp_path / "out" / "documents").exists()
    assert rows(tmp_path / "out", "entities")
    assert answer(tmp_path / "out" / DATABASE, "SELECT count(*) FROM documents") == [(2,)]
    assert json.loads((tmp_path / "out" / MANIFEST).read_text())["since"] == "2999-01-01"
    assert filled("export", "--to", "out", "--since", "yesterday").returncode == 2


def test_nothing_to_export_is_said(kikimimi: Run, tmp_path: Path) -> None:
    done = kikimimi("export", "--to", "out")
    assert (done.returncode, "fill it first: kikimimi run" in done.stderr) == (2, True)
    assert [file.name for file in tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "words", [("export", "--to", "out"), ("backup",), ("restore", "x", "--yes"), ("maintain",)], ids=" ".join
)
def test_a_lake_is_kept_by_other_means(kikimimi: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = kikimimi(*words, KIKIMIMI_WAREHOUSE="ducklake:sqlite:lake.sqlite")
    assert (done.returncode, "the warehouse is no DuckDB file" in done.stderr) == (2, True)
    assert [file.name for file in tmp_path.iterdir()] == []


def test_a_tracker_goes_on_loading_and_the_export_is_of_one_moment(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    with place.serving():
        place.feed(naming(*(f"a{number}" for number in range(200))))
        place.wait_for_rows("documents", 200)
        place.feed(naming(*(f"b{number}" for number in range(3000))))
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", "export", "--to", str(tmp_path / "out")],
            env=place.environ, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        place.wait_for_rows("documents", 3200)
    out = tmp_path / "out"
    documents = {row[0] for row in rows(out, "documents")}
    assert 200 <= len(documents) <= 3200
    for table in ("mentions", "extractor_runs"):
        assert {row[0] for row in rows(out, table)} == documents
    assert answer(out / DATABASE, "SELECT count(*) FROM documents") == [(len(documents),)]
    assert not list((place.data / "snapshots").iterdir())


def test_days_follow_the_columns_that_are_there(tmp_path: Path) -> None:
    with closing(open_for_writing(tmp_path / DATABASE)) as connection:
        for doc_id, said in (("a", "2025-01-02 23:59:59"), ("b", "2025-03-04"), ("c", "2025-03-05")):
            connection.execute(DOCUMENT, [doc_id, said, "2025-06-01"])
        connection.execute(
            "INSERT INTO extractor_runs SELECT doc_id, 'x', 0, 0, loaded_at FROM documents UNION ALL "
            "SELECT 'gone', 'x', 0, 0, now()::TIMESTAMP"
        )
        connection.execute("INSERT INTO deliveries VALUES ('a', 'console', '2025-05-05')")
        connection.execute("CREATE TABLE later (note VARCHAR, noted_at TIMESTAMP NOT NULL)")
        connection.execute("INSERT INTO later VALUES ('x', '2025-07-07'), ('y', '2025-07-08')")
        connection.execute("CREATE TABLE loose (note VARCHAR, maybe_at TIMESTAMP)")
        connection.execute("INSERT INTO loose VALUES ('x', NULL)")
        kinds = {table.name: table.rows is not None for table in tables_of(connection)}
    assert not any(kinds[name] for name in ("entities", "offsets", "fx_rates", "loose"))
    manifest = write_export(tmp_path, "0", "256MB", date(2025, 3, 1))

    def days(table: str) -> list[str]:
        return sorted(file.name for file in (tmp_path / table).iterdir())

    assert days("documents") == ["day=2025-03-04", "day=2025-03-05"]
    assert days("extractor_runs") == [
        "day=2025-03-04",
        "day=2025-03-05",
        "day=__HIVE_DEFAULT_PARTITION__",
    ]
    assert [row[-1] for row in rows(tmp_path, "extractor_runs")][-1:] == [None]
    assert days("deliveries") == ["day=2025-05-05"]
    assert days("later") == ["day=2025-07-07", "day=2025-07-08"]
    assert days("loose") == ["all.parquet"]
    assert manifest["tables"]["extractor_runs"]["rows"] == 3


def test_many_days_and_long_texts_fit_little_memory(tmp_path: Path) -> None:
    with closing(open_for_writing(tmp_path / DATABASE)) as connection:
        connection.execute(
            DOCUMENT.replace("SELECT ? AS doc_id", "SELECT md5(range::VARCHAR) AS doc_id, repeat(md5(range::VARCHAR), 200) AS text")
            .replace("?::TIMESTAMP AS said_at", "TIMESTAMP '2022-01-01' + INTERVAL 1 DAY * (range % 700)::INT AS said_at")
            .replace("?::TIMESTAMP AS collected_at", "TIMESTAMP '2025-01-01' AS collected_at")
            + " FROM range(14_000)"
        )  # fmt: skip
    manifest = write_export(tmp_path, "0", "100MB")
    assert (manifest["tables"]["documents"]["rows"], manifest["tables"]["documents"]["days"]) == (14_000, 700)


def test_two_exports_do_not_fill_one_folder(tmp_path: Path) -> None:
    with (
        filling(tmp_path / "out"),
        pytest.raises(Transient, match="another export is filling"),
        filling(tmp_path / "out"),
    ):
        pass
    assert (tmp_path / "out").is_dir()


def test_after_an_error_the_folder_is_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for text in ("first", "second"):
        with filling(out) as folder:
            (folder / DATABASE).write_text(text)
            (folder / MANIFEST).write_text('{"tables": {}}')
    with pytest.raises(ZeroDivisionError), filling(out) as folder:
        (folder / DATABASE).write_text(str(1 / 0))
    assert (out / DATABASE).read_text() == "second"
    out.rename(tmp_path / ".out.kikimimi-replaced")  # killed between the two renames
    with pytest.raises(Transient, match="cannot be filled: No space left"), filling(out):
        raise OSError(28, os.strerror(28))
    assert (out / DATABASE).read_text() == "second"
    assert [file.name for file in tmp_path.iterdir()] == ["out"]
    (tmp_path / "file").write_text("")
    with pytest.raises(Misconfigured, match="file is no folder"), filling(tmp_path / "file"):
        pass
