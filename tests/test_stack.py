"""`make up` before anything runs: what its processes find in their environment, and what it refuses."""

from __future__ import annotations

import io
import json
import os
import socket
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.errors import Misconfigured
from pipeline.settings import Settings, read_settings
from pipeline.stack.environ import check_ports, ports, stack_environ
from pipeline.stack.run import PID, down, up
from pipeline.stack.screen import Screen


class Line(NamedTuple):
    """As honcho hands it to its printer."""

    data: bytes | str
    name: str
    time: datetime = datetime(2025, 2, 3, 4, 5, 6)  # noqa: DTZ001 - as honcho has it


@pytest.fixture
def given(tmp_path: Path) -> dict[str, str]:
    return {"KIKIMIMI_DATA": str(tmp_path / "data"), "KIKIMIMI_SEEDS": str(tmp_path)}


def environ(given: dict[str, str]) -> dict[str, str]:
    return stack_environ(read_settings(given), "a token", given)


def test_without_a_kafka_of_yours_the_topics_are_on_one_of_its_own(given: dict[str, str]) -> None:
    found = environ(given)
    assert found["KIKIMIMI_TOPICS"] == "kafka:127.0.0.1:9092"
    assert found["BROKER_PORT"] == "9092"
    assert json.loads(found["AIRFLOW_CONN_KIKIMIMI_TRACKER"])["extra"] == {
        "sql_port": 9494,
        "sql_token": "a token",
    }


def test_a_kafka_of_yours_is_used_with_its_passwords(given: dict[str, str]) -> None:
    yours = {"KIKIMIMI_TOPICS": "kafka:kafka.example:9093", "KIKIMIMI_KAFKA_SASL_PLAIN_PASSWORD": "secret"}
    extra = json.loads(environ(given | yours)["AIRFLOW_CONN_KIKIMIMI_KAFKA"])["extra"]
    assert extra["bootstrap.servers"] == "kafka.example:9093"
    assert extra["sasl.password"] == "secret"


def test_what_is_set_already_stays(given: dict[str, str]) -> None:
    assert environ(given | {"AIRFLOW__CORE__PARALLELISM": "16"})["AIRFLOW__CORE__PARALLELISM"] == "16"
    assert environ(given)["AIRFLOW__CORE__PARALLELISM"] == "4"


def test_a_port_that_is_taken_is_named_with_its_setting(given: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        given["AIRFLOW__API__PORT"] = str(taken.getsockname()[1])
        wanted = ports(read_settings(given), environ(given), broker=False)
        assert set(wanted) == {"KIKIMIMI_HTTP_PORT", "KIKIMIMI_SQL_PORT", "AIRFLOW__API__PORT"}
        with pytest.raises(Misconfigured, match=r"cannot be had.*set AIRFLOW__API__PORT"):
            check_ports({"AIRFLOW__API__PORT": wanted["AIRFLOW__API__PORT"]})


def test_it_is_up_once(given: dict[str, str]) -> None:
    settings = running(given, os.getpid())
    with pytest.raises(Misconfigured, match=f"up already, as process {os.getpid()}"):
        up(settings)


def test_what_a_killed_one_has_left_counts_for_nothing(
    given: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert down(running(given, 2**22 + 1)) == 0  # above the largest pid of Linux
    assert "not up" in capsys.readouterr().out


def running(given: dict[str, str], pid: int) -> Settings:
    settings = read_settings(given)
    settings.data.mkdir()
    (settings.data / PID).write_text(f"{pid}\n")
    return settings


def test_the_terminal_is_spared_what_airflow_says_and_the_log_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log = io.StringIO()
    screen = Screen(log, "Look at http://127.0.0.1:8080")
    screen.width = 9
    for line in (
        Line(b"api-server | \xff started", "airflow.1"),
        Line("ALERT Stargate is named", "tracker.1"),
        Line(b"standalone | Airflow is ready", "airflow.1"),
    ):
        screen.write(line)
    assert capsys.readouterr().out.splitlines() == [
        "04:05:06 tracker.1 | ALERT Stargate is named",
        "Look at http://127.0.0.1:8080",
    ]
    assert len(log.getvalue().splitlines()) == 3
