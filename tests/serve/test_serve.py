"""The tracker as a process of its own: documents flow in, alerts out; how it ends, and what a kill leaves."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.serve.conftest import Place, Running, free_port, naming, wait_for

KILLED = """
import os, signal, sys
from pipeline.topics.embedded import EmbeddedTopics
append = EmbeddedTopics.append
def killed(self, topic, messages):
    if topic == "alerts":
        if {after}:
            append(self, topic, messages)
        os.kill(os.getpid(), signal.SIGKILL)
    append(self, topic, messages)
EmbeddedTopics.append = killed
from pipeline.cli import main
sys.argv = ["kikimimi", "serve"]
main()
"""
"""The tracker, killed in the very moment in which it appends an alert: before, or after it is on the disk."""
SLOW = """
import sys, time
from pathlib import Path
from pipeline.load import run
write = run._write
def slow(*given):
    write(*given)
    Path({flag!r}).touch()
    time.sleep(1)
run._write = slow
from pipeline.cli import main
sys.argv = ["kikimimi", "serve"]
main()
"""
BROKEN = """
import sys
from pipeline.load import run
def broken(*_): raise ZeroDivisionError("nobody thought of this")
run.load_batch = broken
from pipeline.cli import main
sys.argv = ["kikimimi", "serve"]
main()
"""


def held(data: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, Running]]:
    """One tracker for the tests that only ask; it must leave well at their end."""
    place = Place(tmp_path_factory.mktemp("running"))
    with place.serving() as running:
        yield place, running


def test_documents_become_rows_alerts_and_numbers(running: tuple[Place, Running]) -> None:
    place, tracker = running
    wait_for(lambda: place.get("/readyz").status_code == 200, "it is ready with nothing to load")
    place.feed(naming("one", "two"))
    place.wait_for_rows("documents", 2)
    wait_for(lambda: len(place.published()) == 2, "alerts on the topic")
    assert {alert.entity for alert in place.published()} == {"stargate"}
    assert "Stargate is named" in tracker.wait_for_line("ALERT", 2)[1]
    place.feed(naming("three"))
    place.wait_for_rows("documents", 3)
    wait_for(lambda: place.status()["alerts_waiting"] == {"console": 0, "topic": 0}, "all are told")
    found = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(place.get("/metrics").text)
        for sample in family.samples
    }
    assert found["kikimimi_messages_loaded_total",] == 3
    assert found["kikimimi_alerts_delivered_total", "topic"] == 3
    assert found["kikimimi_sql_up",] == 1
    assert place.status()["sql"] == f"quack:127.0.0.1:{place.environ['KIKIMIMI_SQL_PORT']}"
    assert found["kikimimi_rows", "entities"] > 100, "the catalogue is there"
    assert found["process_start_time_seconds",] <= time.time()


def test_queries_that_want_all_memory_do_not_stop_the_loader(tmp_path: Path) -> None:
    place = Place(tmp_path / "data", {"KIKIMIMI_WAREHOUSE_MEMORY": "64MB", "KIKIMIMI_SQL_SECONDS": "4"})
    hungry = "SELECT count(*) FROM (SELECT DISTINCT md5(i::VARCHAR), md5((i + 1)::VARCHAR) FROM range(30000000) t(i))"
    ask = [sys.executable, "-m", "pipeline", "sql", hungry]
    with place.serving() as tracker:
        asking = [
            subprocess.Popen(
                ask, env=place.environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
            )
            for _ in range(3)
        ]
        for number in range(40):
            place.feed(naming(*(f"{number}-{one}" for one in range(50))))
        place.wait_for_rows("documents", 2000)
        for one in asking:
            said = one.communicate(timeout=60)[1]
            assert one.returncode == 1
            assert "kikimimi: the query failed: " in said
        place.feed(naming("afterwards"))
        place.wait_for_rows("documents", 2001)
        assert tracker.process.poll() is None
    assert held(place.data, "SELECT count(*), count(DISTINCT doc_id) FROM mentions") == [(2001, 2001)]


def test_who_asks_for_the_status_is_answered_by_the_tracker(
    running: tuple[Place, Running],
) -> None:
    place, _ = running
    place.feed(naming("status"))
    wait_for(lambda: bool(place.status()["tables"]["documents"]), "a row")
    said = place.run("status", "--seconds", "0")
    assert ["documents", str(place.status()["tables"]["documents"])] in [
        line.split() for line in said.splitlines()
    ]
    said = place.run("status", "--seconds", "0", KIKIMIMI_HTTP_PORT=str(free_port()))
    assert "is held by process" in said
    assert "KIKIMIMI_HTTP_PORT" in said


def test_a_second_one_is_refused_in_one_line(running: tuple[Place, Running], tmp_path: Path) -> None:
    place, tracker = running
    same_file = place.environ | {"KIKIMIMI_HTTP_PORT": str(free_port())}
    same_port = place.environ | {"KIKIMIMI_DATA": str(tmp_path)}
    same_sql = same_port | {"KIKIMIMI_HTTP_PORT": str(free_port())}
    sql_port = place.environ["KIKIMIMI_SQL_PORT"]
    for environ, said in (
        (same_file, f"held by process {tracker.process.pid}"),
        (same_port, f"port {place.port}"),
        (same_sql, sql_port),
    ):
        command = [sys.executable, "-m", "pipeline", "serve"]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=30)
        (line,) = done.stderr.splitlines()
        assert (done.returncode, done.stdout) == (2, "")
        assert said in line


def test_told_to_leave_in_the_middle_it_finishes_its_batch_and_the_next_one_goes_on(tmp_path: Path) -> None:
    place = Place(tmp_path)
    names = [str(number) for number in range(1500)]
    place.feed(naming(*names))
    with place.serving():
        wait_for(lambda: place.status()["load"]["batches"] > 0, "a batch")
    before = held(tmp_path, "SELECT count(*) FROM documents")[0][0]
    place.feed(naming("last"))
    with place.serving():
        place.wait_for_rows("documents", 1501)
        wait_for(lambda: place.get("/readyz").status_code == 200, "caught up")
    assert before
    assert held(tmp_path, "SELECT count(*), count(DISTINCT doc_id) FROM mentions") == [(1501, 1501)]
    told = held(
        tmp_path,
        "SELECT channel, count(*), count(DISTINCT alert_id) FROM deliveries GROUP BY ALL ORDER BY ALL",
    )
    assert told == [("console", 1501, 1501), ("topic", 1501, 1501)]
    assert len({alert.alert_id for alert in place.published()}) == len(place.published()) == 1501


def test_the_batch_in_hand_is_finished_and_told_before_anything_is_closed(tmp_path: Path) -> None:
    place, flag = Place(tmp_path), tmp_path / "flag"
    place.feed(naming("one"))
    tracker = Running(place.start(sys.executable, "-c", SLOW.format(flag=str(flag))))
    try:
        wait_for(flag.exists, "a batch begins")
        tracker.process.terminate()
        tracker.process.wait(30)
    finally:
        tracker.close()
    assert (tracker.process.returncode, tracker.complaints) == (0, "")
    assert held(tmp_path, "SELECT count(*) FROM documents") == [(1,)]
    assert len(place.published()) == 1


@pytest.mark.parametrize(("after", "times"), [(False, 1), (True, 2)])
def test_killed_while_it_tells_an_alert_it_tells_it_again_under_its_id(
    tmp_path: Path, after: bool, times: int
) -> None:
    place = Place(tmp_path)
    place.feed(naming("one"))
    killed = place.start(sys.executable, "-c", KILLED.format(after=after))
    killed.communicate(timeout=60)
    assert killed.returncode == -9
    assert len(place.published()) == times - 1
    assert held(tmp_path, "SELECT channel FROM deliveries") == [("console",)]
    with place.serving():
        wait_for(lambda: len(place.published()) == times, "the alert is told")
        wait_for(lambda: place.status()["alerts_waiting"]["topic"] == 0, "and marked")
    ids = {alert.alert_id for alert in place.published()}
    assert held(tmp_path, "SELECT alert_id FROM alerts") == [(*ids,)]
    assert len(place.published()) == times


def test_alerts_from_before_there_was_a_topic_for_them_are_told(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.feed(naming("one", "two"))
    place.run("work", "load", "--until-empty")
    with duckdb.connect(str(tmp_path / "tracker.duckdb")) as connection:
        connection.execute("DELETE FROM deliveries WHERE channel = 'topic'")
    (tmp_path / "topics.db").rename(tmp_path / "old.db")
    with place.serving():
        wait_for(lambda: len(place.published()) == 2, "they are told")


def test_what_nobody_thought_of_ends_the_process(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.feed(naming("one"))
    process = place.start(sys.executable, "-c", BROKEN)
    _, complaints = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "nobody thought of this" in complaints


def test_want_of_memory_is_outlasted_and_readyz_says_so(tmp_path: Path) -> None:
    place = Place(tmp_path)
    code = """
import sys, duckdb
from pathlib import Path
from pipeline.load import run
write = run._write
def short(*given):
    if Path({flag!r}).exists():
        raise duckdb.OutOfMemoryException("Out of Memory Error: as if")
    write(*given)
run._write = short
from pipeline.cli import main
sys.argv = ["kikimimi", "serve"]
main()
"""
    flag = tmp_path / "flag"
    flag.touch()
    place.feed(naming("one"))
    process = place.start(sys.executable, "-c", code.format(flag=str(flag)))
    try:
        wait_for(lambda: _answers(place, "/readyz", "no memory left"), "it says what is wrong")
        assert place.get("/healthz").status_code == 200
        assert place.run("healthy") == ""
        # between two tries it is catching up
        wait_for(lambda: "no memory left" in _why_not_ready(place), "a supervisor is told what is wrong")
        flag.unlink()
        wait_for(lambda: _answers(place, "/readyz", '"ok"'), "it goes on")
        assert place.status()["tables"]["documents"] == 1
        process.terminate()
        _, complaints = process.communicate(timeout=30)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0
    assert complaints.count("\n") == 1
    assert "KIKIMIMI_WAREHOUSE_MEMORY" in complaints


def _why_not_ready(place: Place) -> str:
    asked = subprocess.run(
        [sys.executable, "-m", "pipeline", "healthy", "--ready"],
        env=place.environ, capture_output=True, text=True, check=False, timeout=30,
    )  # fmt: skip
    assert asked.returncode == 1
    return asked.stderr


def _answers(place: Place, path: str, words: str) -> bool:
    try:
        return words in place.get(path).text
    except httpx.TransportError:  # it is not there yet
        return False


def test_with_a_token_the_status_needs_it(tmp_path: Path) -> None:
    place = Place(tmp_path, {"KIKIMIMI_HTTP_TOKEN": "hush"})
    place.feed(naming("one"))
    with place.serving():
        assert place.get("/api/v1/status").status_code == 401
        shown = place.get("/api/v1/status", authorization="Bearer hush")
        assert shown.json()["warehouse"]["path"] == str(tmp_path / "tracker.duckdb")
        said = place.run("status", "--seconds", "0")
        assert "rows" in said
        assert "hush" not in said
