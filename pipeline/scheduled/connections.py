"""Airflow's connections in, the settings of a task out: topics and tracker are where the connections say.

`kikimimi_kafka` is what the Kafka provider reads too: its extra holds librdkafka's settings. `kikimimi_tracker` holds
host, port and password (the HTTP token), and in its extra `sql_port` and `sql_token`. All else comes from KIKIMIMI_*.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pipeline.errors import Misconfigured
from pipeline.settings import Settings, read_settings

if TYPE_CHECKING:
    from airflow.sdk import Connection

KAFKA, TRACKER = "kikimimi_kafka", "kikimimi_tracker"
LIBRDKAFKA = {
    "security.protocol": "SECURITY_PROTOCOL",
    "sasl.mechanism": "SASL_MECHANISM",
    "sasl.mechanisms": "SASL_MECHANISM",
    "sasl.username": "SASL_PLAIN_USERNAME",
    "sasl.password": "SASL_PLAIN_PASSWORD",
    "ssl.ca.location": "SSL_CAFILE",
    "ssl.certificate.location": "SSL_CERTFILE",
    "ssl.key.location": "SSL_KEYFILE",
    "ssl.key.password": "SSL_PASSWORD",
}
"""By librdkafka's names (its CONFIGURATION.md), ours behind KIKIMIMI_KAFKA_."""


def settings_of_task() -> Settings:
    """The settings of the task that runs. Raises Misconfigured where a connection is missing or says too little."""
    return read_settings({**os.environ, **_topics(_connection(KAFKA)), **_tracker(_connection(TRACKER))})


def _connection(name: str) -> Connection:
    from airflow.sdk import Connection
    from airflow.sdk.exceptions import AirflowNotFoundException

    try:
        found: Connection = Connection.get(name)
    except AirflowNotFoundException as error:
        remedy = f"add it under Admin, or set AIRFLOW_CONN_{name.upper()} (docs/operations.md)"
        raise Misconfigured(f"Airflow has no connection {name}", remedy) from error
    return found


def _topics(connection: Connection) -> Mapping[str, str]:
    extra: dict[str, Any] = connection.extra_dejson
    servers = extra.get("bootstrap.servers")
    if not servers:
        remedy = 'write {"bootstrap.servers": "host:9092", "group.id": "…"} there'
        raise Misconfigured(f"the extra of the connection {KAFKA} names no bootstrap.servers", remedy)
    options = {
        f"KIKIMIMI_KAFKA_{ours}": str(extra[theirs]) for theirs, ours in LIBRDKAFKA.items() if theirs in extra
    }
    return {
        "KIKIMIMI_TOPICS": f"kafka:{servers}",
        **{key: _as_kafka_python(value) for key, value in options.items()},
    }


def _as_kafka_python(value: str) -> str:
    """Protocols are written in capitals there, and in either way here."""
    return value.upper() if value.lower() in ("plaintext", "ssl", "sasl_plaintext", "sasl_ssl") else value


def _tracker(connection: Connection) -> Mapping[str, str]:
    if not connection.host:
        raise Misconfigured(f"the connection {TRACKER} names no host", "write the tracker's there")
    extra: dict[str, Any] = connection.extra_dejson
    said = {
        "HTTP_PORT": connection.port,
        "HTTP_TOKEN": connection.password,
        "SQL_PORT": extra.get("sql_port"),
        "SQL_TOKEN": extra.get("sql_token"),
    }
    return {
        "KIKIMIMI_TRACKER": connection.host,
        **{f"KIKIMIMI_{name}": str(value) for name, value in said.items() if value},
    }
