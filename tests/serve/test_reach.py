"""The tracker and other machines: what it answers to them, and what a command does whose tables are on another one.

127.0.0.2 is this machine too, but another address of it: nobody answers there who listens at 127.0.0.1 alone.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import duckdb
import httpx
import pytest

from pipeline.errors import Misconfigured
from pipeline.keep.holder import take_snapshot
from pipeline.serve.listen import bind
from pipeline.settings import read_settings
from pipeline.warehouse.extensions import load_quack
from pipeline.warehouse.quack import serving_sql
from tests import warm
from tests.serve.conftest import Place, free_port, naming, wait_for

SQL_TOKEN, HTTP_TOKEN = "an open sesame for SQL", "an open sesame for pages"
OTHER = "127.0.0.2"
GARBAGE = b"whoever opens this as a DuckDB file is told so"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A tracker that other machines may ask, with two documents."""
    settings = {
        "KIKIMIMI_LISTEN": "0.0.0.0",
        "KIKIMIMI_SQL_TOKEN": SQL_TOKEN,
        "KIKIMIMI_HTTP_TOKEN": HTTP_TOKEN,
        "KIKIMIMI_KEEP_ROWS": "30000",
    }
    place = Place(tmp_path_factory.mktemp("reached"), settings)
    with place.serving() as tracker:
        assert f"SQL over Quack   quack:127.0.0.1:{place.environ['KIKIMIMI_SQL_PORT']}" in tracker.lines
        place.feed(naming("one", "two"))
        wait_for(lambda: "2" in place.run("sql", "SELECT count(*) FROM documents"), "two documents")
        yield place


@pytest.fixture
def afar(place: Place, tmp_path: Path) -> Iterator[dict[str, str]]:
    """What a command of another machine has in its environment; its own DuckDB file is none, and stays as it is."""
    file = tmp_path / "tracker.duckdb"
    file.write_bytes(GARBAGE)
    yield {"KIKIMIMI_DATA": str(tmp_path), "KIKIMIMI_TRACKER": OTHER, "KIKIMIMI_KEEP_ROWS": "0"}
    assert file.read_bytes() == GARBAGE


def failing(environ: dict[str, str], *words: str) -> tuple[int, str]:
    """The exit code of a command that fails, and the one line that it says."""
    command = [sys.executable, "-m", "pipeline", *words]
    done = warm.run(command, env=environ, text=True)
    (line,) = done.stderr.splitlines()
    return done.returncode, line


def page(place: Place, path: str, method: str = "GET", **given: object) -> httpx.Response:
    address = f"http://{OTHER}:{place.port}{path}"
    return httpx.request(method, address, timeout=20, trust_env=False, **given)  # type: ignore[arg-type]


def refused(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex((OTHER, port)) != 0


def test_who_listens_on_this_machine_alone_is_not_reached_from_elsewhere() -> None:
    pages, sql = free_port(), free_port()
    with (
        closing(bind("127.0.0.1", pages)),
        closing(duckdb.connect()) as owner,
        serving_sql(owner, sql, SQL_TOKEN, 5),
    ):
        assert refused(pages)
        assert refused(sql)


def test_other_machines_are_answered_under_whatever_name_they_know(place: Place) -> None:
    shown = {"Authorization": f"Bearer {HTTP_TOKEN}"}
    assert page(place, "/healthz").status_code == 200
    assert page(place, "/api/v1/status").status_code == 401
    for host in (OTHER, f"tracker:{place.port}", "tracker.example"):
        answer = page(place, "/api/v1/status", headers=shown | {"Host": host})
        assert answer.status_code == 200
        assert answer.json()["sql"] == f"quack:127.0.0.1:{place.environ['KIKIMIMI_SQL_PORT']}"
    metrics = page(place, "/metrics", headers=shown).text
    assert "kikimimi_sql_up 1.0" in metrics


def test_an_analyst_elsewhere_attaches_it_and_cannot_write(place: Place) -> None:
    address = f"quack:{OTHER}:{place.environ['KIKIMIMI_SQL_PORT']}"
    with closing(duckdb.connect()) as own:
        load_quack(own)
        own.execute(f"ATTACH '{address}' AS far (TOKEN '{SQL_TOKEN}', DISABLE_SSL true)")
        assert own.execute("SELECT count(*) FROM far.documents").fetchall() == [(2,)]
        with pytest.raises(duckdb.Error):
            own.execute("DROP TABLE far.documents")
        with pytest.raises(duckdb.Error, match="Authentication failed"):
            own.execute(f"ATTACH '{address}' AS other (TOKEN 'open barley to all', DISABLE_SSL true)")


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        ({}, "KIKIMIMI_SQL_TOKEN is not set; set it to a secret of 16 characters or more"),
        ({"KIKIMIMI_HTTP_TOKEN": HTTP_TOKEN}, "KIKIMIMI_SQL_TOKEN is not set"),
        ({"KIKIMIMI_SQL_TOKEN": SQL_TOKEN}, "KIKIMIMI_HTTP_TOKEN is not set"),
        ({"KIKIMIMI_SQL_TOKEN": SQL_TOKEN, "KIKIMIMI_HTTP_TOKEN": "x" * 15}, "KIKIMIMI_HTTP_TOKEN is too short"),
        ({"KIKIMIMI_SQL_TOKEN": "x" * 15, "KIKIMIMI_HTTP_TOKEN": HTTP_TOKEN}, "KIKIMIMI_SQL_TOKEN is too short"),
    ],
)  # fmt: skip
def test_without_good_tokens_nobody_else_is_let_in(tmp_path: Path, tokens: dict[str, str], said: str) -> None:
    place = Place(tmp_path / "data", {"KIKIMIMI_LISTEN": "0.0.0.0", **tokens})
    code, line = failing(place.environ, "serve")
    assert code == 2
    assert f"KIKIMIMI_LISTEN=0.0.0.0 lets other machines in, and {said}" in line
    assert "x" * 15 not in line
    assert not place.data.exists(), "nothing was begun"


def test_a_port_that_somebody_has_on_this_machine_alone_is_named(place: Place, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        for name in ("KIKIMIMI_HTTP_PORT", "KIKIMIMI_SQL_PORT"):
            changed = {"KIKIMIMI_DATA": str(tmp_path), "KIKIMIMI_HTTP_PORT": str(free_port()), name: port}
            code, line = failing(place.environ | changed, "serve")
            assert (code, port in line, name in line) == (2, True, True)


def test_questions_go_to_the_machine_that_is_named(place: Place, afar: dict[str, str]) -> None:
    assert "2" in place.run("sql", "SELECT count(*) FROM documents", **afar).split()
    assert "watchlist" in place.run("schema", **afar)
    assert "two" in place.run("sql", "--format", "csv", "SELECT title FROM documents", **afar).split()
    rows = [line.split() for line in place.run("status", "--seconds", "0", **afar).splitlines()]
    assert ["documents", "2"] in rows
    assert ["test", "2", "2", "0"] in [
        line.split() for line in place.run("replay", "--dry-run", **afar).splitlines()
    ]


def test_no_proxy_stands_between(place: Place, afar: dict[str, str]) -> None:
    names = ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
    proxies = dict.fromkeys(names, f"http://127.0.0.1:{free_port()}")
    assert "2" in place.run("sql", "SELECT count(*) FROM documents", **afar, **proxies).split()
    rows = [line.split() for line in place.run("status", "--seconds", "0", **afar, **proxies).splitlines()]
    assert ["documents", "2"] in rows
    here = {"KIKIMIMI_TRACKER": ""}
    assert "2" in place.run("sql", "SELECT count(*) FROM documents", **here, **proxies).split()


def test_copies_and_upkeep_are_done_by_the_machine_that_is_named(
    place: Place, afar: dict[str, str], tmp_path: Path
) -> None:
    backup, export = tmp_path / "backup.duckdb", tmp_path / "export"
    assert f"{backup}: 2 documents" in place.run("backup", "--to", str(backup), **afar)
    with duckdb.connect(str(backup), read_only=True) as held:
        assert held.execute("SELECT count(*) FROM documents").fetchall() == [(2,)]
    assert "2 documents and" in place.run("export", "--to", str(export), **afar)
    assert (export / "manifest.json").exists()
    assert "older than 30000 days: 0 documents" in place.run("maintain", **afar), (
        "by the settings of the tracker"
    )
    assert [file.name for file in (place.data / "snapshots").iterdir()] == []


def test_verdicts_and_decisions_come_to_it_through_the_topics(place: Place, afar: dict[str, str]) -> None:
    said = place.run("validate", "--suite", "alerts", **afar)
    assert "Who holds the warehouse loads this verdict." in said
    wait_for(lambda: "alerts" in place.run("sql", "SELECT suite FROM verdicts", **afar), "the verdict")
    said = place.run("entities", "merge", "xai", "--into", "openai", **afar)
    assert "as soon as the tracker has loaded it" in said
    edits = "SELECT target FROM edits"
    wait_for(lambda: "xai" in place.run("sql", edits, **afar), "the edit")


@pytest.mark.parametrize(
    "words", [("run",), ("work", "load", "--until-empty"), ("serve",), ("restore", "nothing.duckdb", "--yes")]
)
def test_what_needs_the_file_itself_is_refused(
    place: Place, afar: dict[str, str], words: Sequence[str]
) -> None:
    code, line = failing(place.environ | afar, *words)
    assert code == 2
    assert f"that of the tracker on {OTHER} (KIKIMIMI_TRACKER); do this on its machine" in line


@pytest.mark.parametrize("host", [OTHER, "nowhere.invalid"])
def test_a_machine_where_no_tracker_answers_is_named(place: Place, afar: dict[str, str], host: str) -> None:
    nobody = {
        "KIKIMIMI_TRACKER": host,
        "KIKIMIMI_SQL_PORT": str(free_port()),
        "KIKIMIMI_HTTP_PORT": str(free_port()),
    }
    environ = place.environ | afar | nobody
    for words, named in (
        (("sql", "SELECT 1"), f"nobody answers SQL at quack:{host}:{nobody['KIKIMIMI_SQL_PORT']}: "),
        (("maintain",), f"no tracker answers at http://{host}:{nobody['KIKIMIMI_HTTP_PORT']}/api/v1"),
        (("backup",), f"no tracker answers at http://{host}:{nobody['KIKIMIMI_HTTP_PORT']}/api/v1"),
        (("healthy",), f"no tracker answers at http://{host}:{nobody['KIKIMIMI_HTTP_PORT']}/healthz"),
    ):
        code, line = failing(environ, *words)
        assert (code, named in line) == (1, True), line
    assert f"no tracker answers at http://{host}" in place.run("status", "--seconds", "0", **afar | nobody)


def test_wrong_tokens_are_told_and_not_shown(place: Place, afar: dict[str, str]) -> None:
    wrong = {"KIKIMIMI_SQL_TOKEN": "open barley to all", "KIKIMIMI_HTTP_TOKEN": "open barley to all"}
    for words, name in ((("sql", "SELECT 1"), "KIKIMIMI_SQL_TOKEN"), (("maintain",), "KIKIMIMI_HTTP_TOKEN")):
        code, line = failing(place.environ | afar | wrong, *words)
        assert (code, name in line, "barley" in line) == (2, True, False)


def test_a_snapshot_that_is_only_on_the_other_machine_is_told_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = str(tmp_path / "snapshots" / "x.duckdb")
    monkeypatch.setattr("pipeline.keep.holder.ask_tracker", lambda *_: {"path": gone})
    settings = read_settings({"KIKIMIMI_DATA": str(tmp_path), "KIKIMIMI_TRACKER": OTHER})
    with pytest.raises(Misconfigured, match=rf"written {gone}, which is not on this machine; .*share"):
        take_snapshot(settings)


def test_a_browser_logs_in_with_the_token_as_its_password(place: Place) -> None:
    asked = page(place, "/quality/")
    assert asked.status_code == 401
    challenges = asked.headers.get_list("www-authenticate")
    assert challenges == ['Basic realm="Kikimimi", charset="UTF-8"', "Bearer"]
    for user in ("yuki", ""):
        assert page(place, "/metrics", auth=(user, HTTP_TOKEN)).status_code == 200
    for user, password in (
        ("yuki", "open barley to all"),
        ("yuki", ""),
        (HTTP_TOKEN, ""),
        ("yuki", SQL_TOKEN),
    ):
        assert page(place, "/metrics", auth=(user, password)).status_code == 401


def test_a_page_elsewhere_cannot_use_a_browser_that_is_logged_in(place: Place) -> None:
    login = ("yuki", HTTP_TOKEN)
    for said in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": f"http://{OTHER}:{place.port}"},
        {},  # a browser so old that it says nothing
    ):
        assert page(place, "/api/v1/maintain", "POST", auth=login, headers=said).status_code == 403
    for said in ({"Origin": f"http://{OTHER}:{place.port}"}, {"Sec-Fetch-Site": "same-origin"}):
        assert page(place, "/api/v1/maintain", "POST", auth=login, headers=said).status_code == 200
    bearer = {"Authorization": f"Bearer {HTTP_TOKEN}"}
    assert page(place, "/api/v1/maintain", "POST", headers=bearer).status_code == 200


def test_a_health_check_is_one_command(place: Place, afar: dict[str, str]) -> None:
    for here in ({}, afar):
        bare = {"KIKIMIMI_SQL_TOKEN": "", "KIKIMIMI_HTTP_TOKEN": ""}
        assert place.run("healthy", **here, **bare) == ""
        assert place.run("healthy", "--ready", **here, **bare) == ""
