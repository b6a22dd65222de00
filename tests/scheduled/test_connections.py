"""Airflow's connections in, settings of a task out: where topics and tracker are, and what is wrong with a connection."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import Misconfigured
from pipeline.scheduled.connections import settings_of_task

KAFKA = {"conn_type": "kafka", "extra": {"bootstrap.servers": "kafka:9092", "group.id": "on-alert"}}
TRACKER = {
    "conn_type": "generic",
    "host": "tracker",
    "port": 8001,
    "password": "pages",
    "extra": {"sql_port": 9495, "sql_token": "queries"},
}


@pytest.fixture
def connect(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    monkeypatch.setenv("AIRFLOW_HOME", str(tmp_path))
    monkeypatch.setenv("KIKIMIMI_TOPICS", "embedded:elsewhere.db")
    monkeypatch.setenv("AIRFLOW_CONN_KIKIMIMI_KAFKA", json.dumps(KAFKA))
    monkeypatch.setenv("AIRFLOW_CONN_KIKIMIMI_TRACKER", json.dumps(TRACKER))
    return monkeypatch


def test_topics_and_tracker_are_where_the_connections_say(connect: pytest.MonkeyPatch) -> None:
    settings = settings_of_task()
    assert settings.topics == "kafka:kafka:9092"
    assert (settings.tracker, settings.http_port, settings.http_token) == ("tracker", 8001, "pages")
    assert (settings.sql_port, settings.sql_token) == (9495, "queries")


def test_all_else_comes_from_the_environment(connect: pytest.MonkeyPatch, tmp_path: Path) -> None:
    connect.setenv("KIKIMIMI_DATA", str(tmp_path / "here"))
    connect.setenv("AIRFLOW_CONN_KIKIMIMI_TRACKER", json.dumps({"conn_type": "generic", "host": "tracker"}))
    settings = settings_of_task()
    assert settings.data == tmp_path / "here"
    assert (settings.http_port, settings.sql_port, settings.http_token) == (8000, 9494, "")


def test_librdkafkas_names_are_understood(connect: pytest.MonkeyPatch) -> None:
    extra = {
        **KAFKA["extra"],  # type: ignore[dict-item]
        "security.protocol": "sasl_ssl",
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.username": "kikimimi",
        "sasl.password": "secret",
        "ssl.ca.location": "/ca.pem",
    }
    connect.setenv("AIRFLOW_CONN_KIKIMIMI_KAFKA", json.dumps({**KAFKA, "extra": extra}))
    assert settings_of_task().kafka == {
        "security_protocol": "SASL_SSL",
        "sasl_mechanism": "SCRAM-SHA-512",
        "sasl_plain_username": "kikimimi",
        "sasl_plain_password": "secret",
        "ssl_cafile": "/ca.pem",
    }


def test_a_connection_without_its_servers_or_host_is_named(connect: pytest.MonkeyPatch) -> None:
    connect.setenv("AIRFLOW_CONN_KIKIMIMI_KAFKA", json.dumps({"conn_type": "kafka", "extra": {}}))
    with pytest.raises(Misconfigured, match=r"kikimimi_kafka names no bootstrap\.servers"):
        settings_of_task()
    connect.setenv("AIRFLOW_CONN_KIKIMIMI_KAFKA", json.dumps(KAFKA))
    connect.setenv("AIRFLOW_CONN_KIKIMIMI_TRACKER", json.dumps({"conn_type": "generic"}))
    with pytest.raises(Misconfigured, match="kikimimi_tracker names no host"):
        settings_of_task()
