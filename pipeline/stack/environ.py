"""What the processes of the stack find in their environment, the ports that they take, and where people look."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import Misconfigured
from pipeline.scheduled.connections import LIBRDKAFKA
from pipeline.settings import LOCAL, Settings
from pipeline.stack.airflow import password

ROOT = Path(__file__).resolve().parent.parent.parent
BROKER_PORT, AIRFLOW_PORT = 9092, 8080


def stack_environ(settings: Settings, sql_token: str, given: Mapping[str, str]) -> dict[str, str]:
    """What the processes find in their environment; a variable that is given already stays as it is."""
    data = settings.data.resolve()
    kafka = (
        settings.topics.partition(":")[2]
        if settings.topics.startswith("kafka:")
        else f"{LOCAL}:{BROKER_PORT}"
    )
    port = given.get("AIRFLOW__API__PORT", str(AIRFLOW_PORT))
    extra = {
        "bootstrap.servers": kafka,
        "group.id": "kikimimi-on-alert",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "session.timeout.ms": 6000,
        **{
            theirs: settings.kafka[ours.lower()]
            for theirs, ours in LIBRDKAFKA.items()
            if ours.lower() in settings.kafka
        },
    }
    tracker = {
        "conn_type": "generic",
        "host": LOCAL,
        "port": settings.http_port,
        "password": settings.http_token,
        "extra": {"sql_port": settings.sql_port, "sql_token": sql_token},
    }
    ours = {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), given.get("PATH", ""))),
        "PYTHONUNBUFFERED": "1",
        "BROKER_PORT": kafka.rpartition(":")[2],
        "KIKIMIMI_DATA": str(data),
        "KIKIMIMI_SEEDS": str(settings.seeds.resolve()),
        "KIKIMIMI_TOPICS": f"kafka:{kafka}",
    }
    airflow = {
        "AIRFLOW_HOME": str(data / "airflow"),
        "AIRFLOW_CONN_KIKIMIMI_KAFKA": json.dumps({"conn_type": "kafka", "extra": extra}),
        "AIRFLOW_CONN_KIKIMIMI_TRACKER": json.dumps(tracker),
        "AIRFLOW__API__HOST": LOCAL,
        "AIRFLOW__API__PORT": port,
        "AIRFLOW__API__WORKERS": "1",
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://{LOCAL}:{port}/execution/",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PARALLELISM": "4",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "WARNING",
        "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "15",
        "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD": "15",
        "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "60",
    }
    return ours | {name: given.get(name, value) for name, value in airflow.items()}


def ports(settings: Settings, environ: Mapping[str, str], *, broker: bool) -> dict[str, int]:
    """The ports that the stack listens on, by the setting that names each."""
    wanted = {
        "KIKIMIMI_HTTP_PORT": settings.http_port,
        "KIKIMIMI_SQL_PORT": settings.sql_port,
        "AIRFLOW__API__PORT": int(environ["AIRFLOW__API__PORT"]),
    }
    return wanted | ({"KIKIMIMI_TOPICS": int(environ["BROKER_PORT"])} if broker else {})


def check_ports(wanted: Mapping[str, int]) -> None:
    """Raises Misconfigured for a port that is taken: Airflow would go on without its pages."""
    for name, port in wanted.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOCAL, port))
            except OSError as error:
                remedy = f"end what listens there, or set {name}"
                raise Misconfigured(f"port {port} cannot be had: {error.strerror}", remedy) from error


def is_here(topics: str) -> bool:
    """Whether the Kafka that the topics name is to be on this machine."""
    return topics.partition(":")[2].rpartition(":")[0] in (LOCAL, "localhost")


def addresses(settings: Settings, environ: Mapping[str, str]) -> str:
    """Where people look."""
    return "\n".join(
        (
            "Kikimimi is up; Ctrl-C, or `make down` elsewhere, stops it. All it prints: make logs",
            f"  Airflow  http://{LOCAL}:{environ['AIRFLOW__API__PORT']}  (admin, {password(Path(environ['AIRFLOW_HOME']))})",
            f"  Tracker  http://{LOCAL}:{settings.http_port}/api/v1/status",
            f"  SQL      kikimimi sql 'FROM watchlist'  (Quack on port {settings.sql_port})",
            f"  Kafka    {environ['KIKIMIMI_TOPICS'].partition(':')[2]}",
        )
    )
