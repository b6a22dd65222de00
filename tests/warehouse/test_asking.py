"""Asking: of the file or of the tracker that holds it, with the same answers and the same refusals."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import Misconfigured, Rejected, Transient
from pipeline.settings import Settings, read_settings
from pipeline.topics.broker import free_port
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.asking import HELD, asking, token_of
from pipeline.warehouse.quack import serving_sql
from tests.serving import TABLES, TOKEN, Client, Served, served
from tests.warehouse.statements import ANSWERED, REFUSED


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("served") / "tracker.duckdb", free_port()) as one:
        yield one


@pytest.fixture(scope="module")
def held(server: Served) -> Settings:
    """Settings of a file that a tracker holds, and none of the port that it serves on."""
    return read_settings(server.environ() | {"KIKIMIMI_SQL_PORT": str(free_port())})


@pytest.fixture(scope="module")
def free(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a file with the same tables that nobody holds."""
    path = tmp_path_factory.mktemp("free") / "tracker.duckdb"
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute(TABLES)
    return read_settings({"KIKIMIMI_DATA": str(path.parent), "KIKIMIMI_WAREHOUSE": str(path)})


def test_the_file_and_the_tracker_give_the_same_answers(held: Settings, free: Settings) -> None:
    with asking(held) as far, asking(free) as near:
        for query in ANSWERED:
            there, here = far(query), near(query)
            assert there.columns == here.columns, query
            assert there.types == here.types, query
            assert there.fetchall() == here.fetchall(), query


def test_the_file_and_the_tracker_refuse_the_same_with_the_same_words(held: Settings, free: Settings) -> None:
    before = free.warehouse.read_bytes()
    with asking(held) as far, asking(free) as near:
        for query in [query for queries in REFUSED.values() for query in queries] + [
            "FROM nothing",
            "SELECT 1 +",
        ]:
            said = []
            for ask in (far, near):
                with pytest.raises(Rejected, match="the query failed: ") as caught:
                    ask(query)
                said.append(str(caught.value))
            assert said[0] == said[1], query
            assert "quack" not in said[0] or "quack" in query, query
            assert "\n" not in said[0]
    assert free.warehouse.read_bytes() == before
    assert [path.name for path in free.warehouse.parent.iterdir()] == ["tracker.duckdb"]


@pytest.mark.parametrize("where", ["held", "free"])
def test_no_more_rows_come_than_are_wanted_and_the_first_ones(
    where: str, request: pytest.FixtureRequest
) -> None:
    with asking(request.getfixturevalue(where)) as ask:
        few = ask("SELECT i FROM range(200000) t(i) ORDER BY i DESC", 3)
        assert few.fetchall() == [(199_999,), (199_998,), (199_997,)]


def test_an_answer_is_there_until_some_more_were_asked(free: Settings) -> None:
    with asking(free) as ask:
        first = ask("SELECT 1")
        for number in range(HELD - 1):
            ask(f"SELECT {number}")
        assert first.fetchall() == [(1,)]
        ask("SELECT 2")
        with pytest.raises(duckdb.Error):
            ask("SELECT 3").query("x", "FROM answer_0")


def test_a_query_of_the_file_takes_no_longer_than_one_of_the_tracker(free: Settings) -> None:
    with asking(replace(free, sql_seconds=0.2)) as ask:
        with pytest.raises(Rejected, match=r"longer than the 0\.2 s that KIKIMIMI_SQL_SECONDS"):
            ask("SELECT count(*) FROM range(100000000) a, range(100000000) b")
        assert ask("SELECT 1").fetchall() == [(1,)]


def test_no_file_yet_says_how_to_get_one(tmp_path: Path) -> None:
    with (
        pytest.raises(Misconfigured, match="is not there yet; fill it first: kikimimi run"),
        asking(read_settings({"KIKIMIMI_DATA": str(tmp_path)})),
    ):
        pass


def test_another_token_than_the_trackers_is_told_with_the_remedy(held: Settings) -> None:
    with (
        asking(replace(held, sql_token="open barley")) as ask,
        pytest.raises(Misconfigured, match="does not take the token; set KIKIMIMI_SQL_TOKEN"),
    ):
        ask("SELECT 1")


def test_no_token_at_all_is_told_with_the_file_where_it_would_be(held: Settings) -> None:
    with pytest.raises(Misconfigured, match=r"sql-token.*No such file"), asking(replace(held, sql_token="")):
        pass


def test_a_file_that_is_held_by_who_serves_no_sql_is_told(held: Settings, tmp_path: Path) -> None:
    link = tmp_path / "tracker.duckdb"  # whose address file is not beside it
    link.hardlink_to(held.warehouse)
    with asking(replace(held, warehouse=link)) as ask:
        with pytest.raises(
            Transient, match=r"held by process \d+, and nobody answers SQL at quack:127"
        ) as caught:
            ask("SELECT 1")
        assert TOKEN not in str(caught.value)


def test_a_token_is_made_once_for_its_owners_eyes_only(tmp_path: Path) -> None:
    settings = read_settings({"KIKIMIMI_DATA": str(tmp_path / "data")})
    with pytest.raises(Misconfigured, match="KIKIMIMI_SQL_TOKEN"):
        token_of(settings, make=False)
    token = token_of(settings, make=True)
    assert len(token) > 30
    assert token_of(settings, make=True) == token_of(settings, make=False) == token
    (file,) = (tmp_path / "data").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert token_of(replace(settings, sql_token="mine"), make=True) == "mine"
    assert token not in repr(settings)


def test_a_lake_is_asked_from_any_process_and_read_only(tmp_path: Path) -> None:
    pytest.importorskip("duckdb_extension_ducklake")
    pytest.importorskip("duckdb_extension_sqlite_scanner")
    lake = f"ducklake:sqlite:{tmp_path / 'lake.sqlite'}"
    settings = read_settings({"KIKIMIMI_DATA": str(tmp_path), "KIKIMIMI_WAREHOUSE": lake})
    with closing(open_for_writing(settings.warehouse)) as writer:
        writer.execute(
            "INSERT INTO aliases SELECT 'e' || i, 'a' || i, 'full' FROM range(2000) t(i)"
        )  # a Parquet file
        with asking(settings) as ask:
            assert ask("SELECT count(*) FROM aliases").fetchall() == [(2000,)]
            for query in ("DELETE FROM aliases", "FROM read_text('/etc/hostname')", "FROM __ducklake_metadata_tracker.ducklake_metadata"):  # fmt: skip
                with pytest.raises(Rejected, match="is refused"):
                    ask(query)
        with serving_sql(writer, free_port(), TOKEN, 5) as address:
            assert Client(address).ask("SELECT count(*) FROM aliases") == [(2000,)]
