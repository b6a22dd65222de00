"""The pages, asked in this process: what they say when all is well, and when something is not; and who may ask."""

from __future__ import annotations

import asyncio
import base64
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from duckdb import DuckDBPyConnection
from fastapi import APIRouter, FastAPI
from prometheus_client.parser import text_string_to_metric_families

from pipeline.load.run import load
from pipeline.serve.app import build_app
from pipeline.serve.contents import Contents
from pipeline.serve.listen import bind
from pipeline.serve.loading import Loading, Turn
from pipeline.serve.lookout import Lookout
from pipeline.serve.tracker import Tracker
from pipeline.topics import open_topics
from pipeline.topics.base import Topics
from pipeline.warehouse import open_for_writing
from tests.serve.conftest import Place, free_port, naming

READS = {"load": ("extractions", "edits"), "extract": ("documents",)}
PAGES = ("/metrics", "/api/v1/status", "/api/v1/openapi.json", "/", "/nowhere")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def topics(place: Place) -> Iterator[Topics]:
    with closing(open_topics(place.environ["KIKIMIMI_TOPICS"])) as opened:
        yield opened


@pytest.fixture
def connection(new_file: Path) -> Iterator[DuckDBPyConnection]:
    with open_for_writing(new_file) as opened:
        yield opened


@pytest.fixture
def tracker(connection: DuckDBPyConnection, topics: Topics, tmp_path: Path) -> Iterator[Tracker]:
    """One that has just begun; nobody has looked at its topics, and its loader has not read."""
    loading = Loading()
    with closing(Contents(connection, tmp_path / "t.duckdb", ("console", "topic"))) as contents:
        yield Tracker(
            version="9.9",
            started_at=datetime(2025, 2, 3, tzinfo=UTC),
            sql_address="quack:here",
            sql_host="127.0.0.1",
            sql_port=free_port(),
            loading=loading,
            lookout=Lookout(lambda: topics, READS, lambda: loading.trouble is None),
            contents=contents,
        )


def ask(app: FastAPI, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
            shown = {name.replace("_", "-").encode(): value.encode() for name, value in headers.items()}
            return await client.request(method, path, headers=shown)

    return asyncio.run(answer())


def basic(said: str) -> dict[str, str]:
    """As a browser shows a user and a password."""
    return {"authorization": "Basic " + base64.b64encode(said.encode()).decode()}


def metrics(app: FastAPI) -> dict[Any, float]:
    """By name and labels; Prometheus's own parser reads them, and each has words."""
    families = list(text_string_to_metric_families(ask(app, "/metrics").text))
    assert all(family.documentation for family in families)
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def test_it_is_ready_when_all_that_stood_there_at_its_start_is_loaded(
    tracker: Tracker, topics: Topics, connection: DuckDBPyConnection, place: Place
) -> None:
    app = build_app(tracker)
    assert ask(app, "/readyz").status_code == 503
    place.feed(naming("one", "two"))
    topics.commit(
        "load", topics.ends("extractions")
    )  # by an older file, until the loader sets the group back
    tracker.lookout.look(topics)
    assert ask(app, "/readyz").json()["reason"] == "the loader is starting"
    topics.commit("load", dict.fromkeys(topics.ends("extractions"), 0))
    tracker.loading.reads()
    tracker.lookout.look(topics)
    answer = ask(app, "/readyz")
    assert (answer.status_code, answer.json()["reason"]) == (503, "still catching up: 2 messages to load")
    assert ask(app, "/healthz").json() == {"status": "ok"}
    load(topics, connection, lambda _: [])
    place.feed(naming("three"))  # which came later
    tracker.lookout.look(topics)
    assert ask(app, "/readyz").json() == {"status": "ok"}
    assert metrics(app)["kikimimi_ready",] == 1
    place.feed(naming("four"))
    tracker.lookout.look(topics)
    assert ask(app, "/readyz").status_code == 200, "working is ready"


def test_readyz_says_what_is_away_and_healthz_what_has_died(tracker: Tracker, topics: Topics) -> None:
    app = build_app(tracker)
    tracker.loading.reads()
    tracker.lookout.look(topics)
    assert ask(app, "/readyz").status_code == 200
    tracker.loading.fails("Kafka is away")
    assert ask(app, "/readyz").json() == {"status": "unavailable", "reason": "Kafka is away"}
    assert ask(app, "/healthz").status_code == 200
    tracker.loading.reads()
    assert ask(app, "/readyz").status_code == 200
    tracker.loading.ends(ValueError("of a sudden"))
    for path in ("/readyz", "/healthz"):
        answer = ask(app, path)
        assert (answer.status_code, answer.json()["reason"]) == (503, "the loader has ended: of a sudden")


def test_topics_that_do_not_answer_are_noticed(
    tracker: Tracker, topics: Topics, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app, stop = build_app(tracker), threading.Event()
    tracker.loading.reads()
    tracker.lookout.look(topics)
    monkeypatch.setattr("pipeline.serve.lookout.STALE", -1.0)  # as if it were long ago
    assert "they have not answered for" in ask(app, "/readyz").json()["reason"]
    assert metrics(app)["kikimimi_topics_up",] == 0
    monkeypatch.undo()
    broken = Lookout(lambda: open_topics(f"embedded:{tmp_path}"), READS, lambda: True)
    monkeypatch.setattr(stop, "wait", lambda _: stop.set())
    broken.run(stop)
    assert broken.trouble
    assert str(tmp_path) in broken.trouble


def test_metrics_and_status_tell_what_is_held_and_what_waits(
    tracker: Tracker, topics: Topics, connection: DuckDBPyConnection, place: Place, tmp_path: Path
) -> None:
    app = build_app(tracker)
    place.feed(naming("one", "two"))
    turn = Turn(threading.Lock(), tracker.loading.seconds.observe)
    load(topics, connection, lambda _: [], on_progress=tracker.loading.loaded, turn=turn)
    place.feed(naming("three"))
    connection.execute("INSERT INTO alerts VALUES ('a', 'r', 'e', 'd', 't', 's', 1, now()::TIMESTAMP)")
    connection.execute("INSERT INTO deliveries VALUES ('a', 'console', now()::TIMESTAMP)")
    letter = "INSERT INTO dead_letters VALUES (?, 'load', 'o', 's', 'e', now()::TIMESTAMP, 1)"
    connection.executemany(letter, [["x"], ["y"]])
    connection.execute(
        "INSERT INTO edits (edit_id, action, target, who, edited_at) VALUES ('e', 'drop-letter', 'x', 'w', now()::TIMESTAMP)"
    )
    tracker.loading.told({"console": 1, "topic": 0})
    tracker.loading.reads()
    tracker.lookout.look(topics)

    found = metrics(app)
    expected = {
        ("kikimimi_build_info", "9.9"): 1,
        ("kikimimi_sql_up",): 0,
        ("kikimimi_topics_up",): 1,
        ("kikimimi_messages_loaded_total",): 2,
        ("kikimimi_batches_loaded_total",): 1,
        ("kikimimi_load_batch_seconds_count",): 1,
        ("kikimimi_alerts_delivered_total", "console"): 1,
        ("kikimimi_alerts_delivered_total", "topic"): 0,
        ("kikimimi_alerts_waiting", "console"): 0,
        ("kikimimi_alerts_waiting", "topic"): 1,
        ("kikimimi_dead_letters_waiting",): 1,
        ("kikimimi_lag_messages", "load", "extractions"): 1,
        ("kikimimi_lag_messages", "extract", "documents"): 0,
        ("kikimimi_rows", "documents"): 2,
        ("kikimimi_rows", "mentions"): 2,
        ("kikimimi_newest_document_timestamp_seconds",): datetime(2025, 2, 3, tzinfo=UTC).timestamp(),
    }
    assert {key: found.get(key) for key in expected} == expected
    assert found["kikimimi_load_batch_seconds_sum",] > 0
    assert found["process_resident_memory_bytes",] > 0
    assert found["kikimimi_warehouse_file_bytes",] + found["kikimimi_warehouse_wal_bytes",] > 0

    status = ask(app, "/api/v1/status").json()
    assert (status["version"], status["sql"], status["ready"]) == ("9.9", "quack:here", False)
    assert status["tables"]["documents"] == 2
    assert status["alerts_waiting"] == {"console": 0, "topic": 1}
    assert status["load"]["messages"] == 2
    assert status["load"]["last_at"].endswith("Z")
    (waiting,) = (one for one in status["topics"] if one["lag"])
    assert (waiting["group"], waiting["topic"], sum(waiting["partitions"].values())) == (
        "load",
        "extractions",
        1,
    )
    assert status["warehouse"]["path"] == str(tmp_path / "t.duckdb")


def test_many_who_ask_are_answered_from_one_look(tracker: Tracker, connection: DuckDBPyConnection) -> None:
    app = build_app(tracker)
    before = ask(app, "/api/v1/status").json()["tables"]
    connection.execute("INSERT INTO deliveries VALUES ('a', 'console', now()::TIMESTAMP)")
    assert ask(app, "/api/v1/status").json()["tables"] == before


def test_where_memory_is_short_the_rest_is_told(
    tracker: Tracker, connection: DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = build_app(tracker)
    heavy = "SELECT 'documents' FROM (SELECT list(md5(i::VARCHAR)) AS texts FROM range(3000000) r(i)) WHERE len(texts) > 0"
    monkeypatch.setattr("pipeline.serve.contents._TABLES", heavy)
    connection.execute("SET memory_limit = '32MB'")
    answer = ask(app, "/api/v1/status")
    assert answer.status_code == 503
    assert "KIKIMIMI_WAREHOUSE_MEMORY" in answer.json()["detail"]
    found = metrics(app)
    assert ("kikimimi_rows", "documents") not in found
    assert found["kikimimi_messages_loaded_total",] == 0


def test_a_token_keeps_everything_but_health(tracker: Tracker) -> None:
    app = build_app(tracker, "hush")
    for path in PAGES:
        for shown in (
            {},
            {"authorization": "Bearer hus"},
            {"authorization": "Bearer hüsh"},
            {"authorization": "hush"},
            {"authorization": "Basic hush"},
            {"authorization": "Basic"},
            {"authorization": "Digest hush"},
            basic("hush:hus"),
            basic("hush"),
        ):
            answer = ask(app, path, **shown)
            assert answer.status_code == 401
            assert answer.headers.get_list("www-authenticate") == [
                'Basic realm="Kikimimi", charset="UTF-8"',
                "Bearer",
            ]
            assert list(answer.json()) == ["detail"]
    assert ask(app, "/healthz").status_code == 200
    assert ask(app, "/readyz").status_code == 503
    for path in PAGES[:3]:
        assert ask(app, path, authorization="Bearer hush").status_code == 200
        assert ask(app, path, authorization="bearer hush").status_code == 200
        assert ask(app, path, **basic("yuki:hush")).status_code == 200
    for token in ("聞き耳", "colons: two"):
        app = build_app(tracker, token)
        assert ask(app, "/metrics", **basic(f"yuki:{token}")).status_code == 200
    assert ask(build_app(tracker), "/metrics").status_code == 200, "without a token it is open"


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("[::1]:8000", 200),
        ("rebound.example:8000", 400),
        ("", 400),
    ],
)
def test_only_names_of_this_machine_are_answered(tracker: Tracker, host: str, code: int) -> None:
    assert ask(build_app(tracker), "/metrics", host=host).status_code == code
    assert ask(build_app(tracker, "hush"), "/healthz", host=host).status_code == (200 if code == 200 else 400)


def test_a_foreign_page_cannot_have_a_browser_post(tracker: Tracker) -> None:
    router = APIRouter()
    router.add_api_route("/api/v1/deed", lambda: "done", methods=["POST"])
    app = build_app(tracker, more=[router])
    for shown in ({}, {"origin": "http://localhost:8000"}, {"sec_fetch_site": "same-origin"}):
        assert ask(app, "/api/v1/deed", "POST", **shown).json() == "done"
    for shown in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec_fetch_site": "cross-site"}):
        assert ask(app, "/api/v1/deed", "POST", **shown).status_code == 403
    app = build_app(tracker, "hush", more=[router])
    assert ask(app, "/api/v1/deed", "POST").status_code == 401
    login = basic("yuki:hush")  # which a browser shows by itself, once it knows
    for shown in ({"origin": "http://localhost:8000"}, {"sec_fetch_site": "same-origin"}):
        assert ask(app, "/api/v1/deed", "POST", **login, **shown).json() == "done"
    for shown in ({}, {"origin": "http://evil.example"}, {"origin": "null"}, {"sec_fetch_site": "same-site"}):
        assert ask(app, "/api/v1/deed", "POST", **login, **shown).status_code == 403
    assert ask(app, "/api/v1/deed", "POST", authorization="Bearer hush").json() == "done", "a program"


def test_answers_are_not_for_frames_caches_or_guesses_and_the_description_is_complete(
    tracker: Tracker,
) -> None:
    app = build_app(tracker)
    for answer in (ask(app, "/metrics"), ask(app, "/nowhere"), ask(app, "/healthz", host="evil.example")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    described = ask(app, "/api/v1/openapi.json").json()
    assert {"/healthz", "/readyz", "/metrics", "/api/v1/status"} <= described["paths"].keys()
    assert "alerts_waiting" in described["components"]["schemas"]["Status"]["properties"]
    assert ask(app, "/docs").status_code == 404


def test_answers_do_not_wait_for_an_acknowledgement() -> None:
    """Of a socket that is made without its protocol's name asyncio leaves Nagle's algorithm on."""
    with closing(bind("127.0.0.1", free_port())) as bound:
        assert bound.proto == socket.IPPROTO_TCP
