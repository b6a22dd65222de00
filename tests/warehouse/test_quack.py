"""SQL over Quack: another process reads all there is, changes nothing, and takes neither time nor memory for good."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import Misconfigured
from pipeline.topics.broker import free_port
from pipeline.warehouse.extensions import load_quack
from pipeline.warehouse.quack import serving_sql
from tests.serving import TABLES, TOKEN, Client, Served, served
from tests.warehouse.statements import ANSWERED, REFUSED

SECONDS = 2.0
ENDLESS = {
    "a join": "SELECT count(*) FROM range(100000000) a, range(100000000) b",
    "rows without end": "SELECT * FROM range(100000000) a, range(100000000) b",
    "a recursion": "WITH RECURSIVE x AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM x) SELECT count(*) FROM x",
    "a recursion's rows": "WITH RECURSIVE x AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM x) FROM x",
    "EXPLAIN ANALYZE": "EXPLAIN ANALYZE SELECT count(*) FROM range(100000000) a, range(100000000) b",
}
STATE = (
    "SELECT table_name, sql, comment FROM duckdb_tables() ORDER BY ALL",
    "SELECT view_name, sql FROM duckdb_views() ORDER BY ALL",
    "FROM documents ORDER BY ALL",
    "FROM mentions ORDER BY ALL",
    "FROM duckdb_sequences()",
    "FROM duckdb_databases() ORDER BY ALL",
    "FROM duckdb_settings() ORDER BY ALL",
    "SELECT count(*) FROM duckdb_functions()",
)
"""All that a client could change, as the owner sees it."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("served") / "tracker.duckdb", free_port(), SECONDS) as one:
        yield one


@pytest.fixture(scope="module")
def client(server: Served) -> Client:
    return Client(server.address)


@pytest.mark.parametrize("kind", REFUSED)
def test_what_does_more_than_read_is_refused_and_leaves_no_trace(
    server: Served, client: Client, kind: str
) -> None:
    before = [server.owner(query) for query in STATE]
    files = sorted(server.path.parent.iterdir())
    for query in REFUSED[kind]:
        with pytest.raises(duckdb.Error) as caught:
            client.ask(query)
        said = str(caught.value).partition("\n\nLINE")[0]
        assert len(said) > 30, query
        assert "Authorization failed" not in said, query
        assert TOKEN not in str(caught.value), query
        assert client.ask("SELECT 1") == [(1,)], query
    assert [server.owner(query) for query in STATE] == before
    assert sorted(server.path.parent.iterdir()) == files


@pytest.mark.parametrize("query", ANSWERED)
def test_a_question_has_the_answer_that_duckdb_gives(tmp_path: Path, client: Client, query: str) -> None:
    with closing(duckdb.connect(str(tmp_path / "tracker.duckdb"))) as own:
        own.execute(TABLES)
        expected = own.execute(query).fetchall()
    assert client.ask(query) == expected


def test_a_client_that_attaches_sees_the_tables_and_nothing_else(server: Served, client: Client) -> None:
    for query in ("SELECT 1", "FROM documents"):
        client.ask(query)  # whose answers wait somewhere
    with duckdb.connect() as own:
        load_quack(own)
        own.execute(f"ATTACH '{server.address}' AS far (TOKEN '{TOKEN}')")
        assert own.execute("SELECT count(*) FROM far.documents").fetchall() == [(5,)]
        assert own.execute("SELECT title FROM far.titles WHERE doc_id = 'd3'").fetchall() == [("Title 3",)]
        joined = "FROM far.query('SELECT count(*) FROM documents JOIN mentions USING (doc_id)')"
        assert own.execute(joined).fetchall() == [(15,)]
        for query in ("INSERT INTO far.documents VALUES ('x', 'y', NULL)", "DROP TABLE far.documents",
                      "CREATE TABLE far.mine (a INT)", "FROM far.answer_0"):  # fmt: skip
            with pytest.raises(duckdb.Error):
                own.execute(query)
        assert own.execute("SELECT count(*) FROM far.documents").fetchall() == [(5,)]


def test_what_quack_itself_runs_in_is_out_of_reach(client: Client) -> None:
    for query in ("FROM answer_0", "FROM memory.main.answer_1", "SELECT answered('a', 'SELECT 1')"):
        with pytest.raises(duckdb.Error, match=r"Catalog Error|not the tracker's"):
            client.ask(query)


def test_many_rows_come_in_their_order(client: Client) -> None:
    rows = client.ask("SELECT i, md5(i::VARCHAR) FROM range(300000) t(i) ORDER BY i DESC")
    assert [i for i, _ in rows] == list(range(299_999, -1, -1))


def test_errors_say_what_is_wrong_with_the_query(client: Client) -> None:
    with pytest.raises(
        duckdb.Error, match=r'Referenced column "tittle" not found.*\(line 2: FROM documents WHERE tittle'
    ):
        client.ask("SELECT count(*)\nFROM documents WHERE tittle = 'it''s'")
    with pytest.raises(duckdb.Error, match="Could not convert string 'x999' to INT32"):
        client.ask("SELECT ('x' || i)::INTEGER FROM range(1000) t(i) WHERE i > 998")
    with pytest.raises(duckdb.Error, match="late"):
        client.ask("SELECT CASE WHEN i < 900000 THEN i ELSE error('late') END FROM range(1000000) t(i)")


def test_a_wrong_token_is_told_nothing(server: Served) -> None:
    with pytest.raises(duckdb.Error, match="Authentication failed"):
        Client(server.address, "open barley").ask("SELECT 1")


@pytest.mark.parametrize("kind", ENDLESS)
def test_a_question_without_end_ends_and_holds_nobody_up(server: Served, kind: str) -> None:
    began = time.monotonic()
    endless = [_Asked(lambda: Client(server.address).ask(ENDLESS[kind])) for _ in range(2)]
    time.sleep(0.3)
    others = time.monotonic()
    assert Client(server.address).ask("SELECT count(*) FROM mentions") == [(15,)]
    server.owner("INSERT INTO mentions VALUES ('d0', 'while it ran')")
    server.owner("DELETE FROM mentions WHERE name = 'while it ran'")
    assert time.monotonic() - others < 1
    for one in endless:
        assert "longer than the 2 s that KIKIMIMI_SQL_SECONDS gives" in one.error()
    assert time.monotonic() - began < SECONDS + 2
    assert Client(server.address).ask("SELECT 1") == [(1,)]


def test_a_question_that_wants_all_memory_ends_alone(server: Served, client: Client) -> None:
    with pytest.raises(
        duckdb.Error, match=r"(Out of Memory|more memory than there is).*ask for less at once"
    ):
        client.ask("SELECT list(i) FROM range(100000000) t(i)")
    server.owner("CREATE TABLE big AS SELECT i, md5(i::VARCHAR) AS s FROM range(200000) t(i)")
    server.owner("DROP TABLE big")
    assert client.ask("SELECT count(*) FROM mentions") == [(15,)]


def test_questions_that_want_all_memory_do_not_stop_the_loader(server: Served) -> None:
    before = server.owner("SELECT count(*) FROM mentions")[0][0]
    hogs = ("SELECT list(i) FROM range(100000000) t(i)", "SELECT name, list(s) FROM (SELECT i % 3 AS name, md5(i::VARCHAR) AS s FROM range(9000000) t(i)) GROUP BY name")  # fmt: skip
    ended = threading.Event()

    def hog(query: str) -> None:
        client = Client(server.address)
        while not ended.is_set():
            with pytest.raises(duckdb.Error, match="ask for less at once"):
                client.ask(query)

    threads = [threading.Thread(target=hog, args=(query,)) for query in hogs]
    for thread in threads:
        thread.start()
    server.owner("load 50")
    until = time.monotonic() + 30
    while server.owner("SELECT count(*) FROM mentions") != [[before + 150]] and time.monotonic() < until:
        time.sleep(0.1)
    ended.set()
    for thread in threads:
        thread.join()
    assert server.owner("SELECT count(*) FROM mentions") == [[before + 150]]
    server.owner("CHECKPOINT")
    server.owner("DELETE FROM mentions WHERE doc_id LIKE 'n%'")
    server.owner("DELETE FROM documents WHERE doc_id LIKE 'n%'")


def test_answers_do_not_pile_up(client: Client) -> None:
    for number in range(100):  # each of them takes a megabyte, of a memory of 64
        assert client.ask(f"SELECT {number}, {', '.join(['md5(1::VARCHAR)'] * 80)}")[0][0] == number


def test_a_reader_sees_whole_transactions_only(server: Served) -> None:
    client = Client(server.address)
    seen: set[int] = set()
    before = client.ask("SELECT count(*) FROM documents")[0][0]
    server.owner("load 200")
    until = time.monotonic() + 60
    while max(seen, default=0) < before + 200 and time.monotonic() < until:
        ((documents, mentions),) = client.ask(
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM mentions)"
        )
        assert mentions == 3 * documents
        seen.add(documents)
    assert max(seen) == before + 200
    assert len(seen) > 3, "it looked while they were written"


def test_the_end_waits_for_nobody(tmp_path: Path) -> None:
    with served(tmp_path / "tracker.duckdb", free_port(), 60) as server:
        asked = _Asked(lambda: Client(server.address).ask(ENDLESS["a join"]))
        time.sleep(0.5)
        began = time.monotonic()
        assert (tmp_path / "tracker.duckdb.sql-address").read_text().strip() == server.address
    assert time.monotonic() - began < 5
    assert asked.error()
    assert [path.name for path in tmp_path.iterdir()] == ["tracker.duckdb"]


def test_a_port_in_use_is_named_with_the_remedy() -> None:
    with socket.socket() as other, closing(duckdb.connect()) as connection:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with (
            pytest.raises(Misconfigured, match=rf"127\.0\.0\.1:{port}.*KIKIMIMI_SQL_PORT"),
            _serving(connection, port),
        ):
            pass


@pytest.mark.parametrize("listen", ["127.0.0.1", "0.0.0.0"])
def test_two_trackers_do_not_share_a_port(server: Served, listen: str) -> None:
    port = int(server.address.rpartition(":")[2])
    with (
        closing(duckdb.connect()) as connection,
        pytest.raises(Misconfigured, match="KIKIMIMI_SQL_PORT"),
        serving_sql(connection, port, TOKEN, 5, listen),
    ):
        pass


def test_a_token_that_is_too_short_is_named() -> None:
    with (
        closing(duckdb.connect()) as connection,
        pytest.raises(Misconfigured, match="KIKIMIMI_SQL_TOKEN is too short"),
        _serving(connection, free_port(), "abc"),
    ):
        pass


def _serving(
    connection: duckdb.DuckDBPyConnection, port: int, token: str = TOKEN
) -> AbstractContextManager[str]:
    return serving_sql(connection, port, token, 5)


class _Asked:
    """A question in a thread of its own, and what came of it."""

    def __init__(self, ask: Callable[[], object]) -> None:
        self._ask = ask
        self._error = ""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def error(self) -> str:
        self._thread.join(30)
        return self._error

    def _run(self) -> None:
        try:
            self._ask()
        except duckdb.Error as error:
            self._error = str(error)
