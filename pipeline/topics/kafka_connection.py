"""The way to a Kafka cluster: an address and the KIKIMIMI_KAFKA_* settings in, clients and errors of our tree out."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer
from kafka.coordinator.assignors.cooperative_sticky import CooperativeStickyAssignor
from kafka.errors import (
    AuthorizationError,
    KafkaConfigurationError,
    KafkaError,
    MessageSizeTooLargeError,
    RetriableError,
    SaslAuthenticationFailedError,
    UnsupportedSaslMechanismError,
)

from pipeline.errors import Misconfigured, Rejected, Transient
from pipeline.topics.base import LARGEST, LARGEST_BATCH

REACH = 3.0
"""Seconds to reach a server at all."""
LOOK = 2.0
"""Seconds between two looks whether the cluster is there, while nothing comes."""
GOODBYE = 3.0
"""Seconds to leave a group; who cannot is missed after SESSION."""
BOOTSTRAP = 10.0
"""Seconds for the first talk with it, TLS and SASL included."""
PATIENCE = 30.0
"""Seconds for one request, its retries included, before the cluster counts as away."""
SESSION = 6.0
"""Seconds after which the group gives the partitions of a member that was killed to the others; brokers take no less."""
HEARTBEAT = 1.0
"""Seconds in which a member hears that another has come or gone."""
LONGEST_BATCH = 900.0
"""Seconds that a member may work on one batch before the group goes on without it."""
BACKOFF = 0.1

T = TypeVar("T")

logging.getLogger("kafka").addHandler(logging.NullHandler())  # what matters comes back as an error of ours
logging.getLogger("kafka").propagate = False


class Connection:
    """Makes the clients of one cluster; all share the address, TLS and SASL settings."""

    def __init__(self, servers: str, options: Mapping[str, object]) -> None:
        self.servers = servers
        self._looked = 0.0
        self._options: dict[str, Any] = {
            "bootstrap_servers": servers.split(","),
            "bootstrap_timeout_ms": int(BOOTSTRAP * 1000),
            "request_timeout_ms": int(PATIENCE * 1000),
            "reconnect_backoff_max_ms": 1000,
            **options,
        }

    def producer(self) -> KafkaProducer:
        """Idempotent and acknowledged by all replicas in sync; batched, compressed with lz4."""
        return self._made(
            KafkaProducer,
            acks="all",
            enable_idempotence=True,
            compression_type="lz4",
            linger_ms=5,
            batch_size=256 * 1024,
            max_request_size=LARGEST,
            max_block_ms=int(PATIENCE * 1000),
            delivery_timeout_ms=int(PATIENCE * 1000) + 5,
            allow_auto_create_topics=False,
        )

    def consumer(self) -> KafkaConsumer:
        """Belongs to no group: partitions and places are given to it."""
        return self._made(KafkaConsumer, **_READING)

    def member(self, topic: str, group: str) -> KafkaConsumer:
        """A member of the group that reads the topic; commits nothing by itself."""
        consumer = self._made(
            KafkaConsumer,
            group_id=group,
            partition_assignment_strategy=[CooperativeStickyAssignor],
            session_timeout_ms=int(SESSION * 1000),
            heartbeat_interval_ms=int(HEARTBEAT * 1000),
            max_poll_interval_ms=int(LONGEST_BATCH * 1000),
            **_READING,
        )
        with self.errors():
            consumer.partitions_for_topic(
                topic
            )  # known before it joins: it may be the one that shares them out
        consumer.subscribe([topic])
        return consumer

    def admin(self) -> KafkaAdminClient:
        return self._made(KafkaAdminClient)

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turns an error of Kafka's into ours."""
        try:
            yield
        except MessageSizeTooLargeError as error:
            raise Rejected("a message is larger than Kafka takes", "lower KIKIMIMI_MAX_DOCUMENT") from error
        except (SaslAuthenticationFailedError, UnsupportedSaslMechanismError, AuthorizationError) as error:
            raise Misconfigured(
                f"Kafka at {self.servers} refuses us: {error}", "see KIKIMIMI_KAFKA_*"
            ) from error
        except KafkaError as error:
            raise Transient(f"Kafka at {self.servers} does not answer: {error}", "is it running?") from error

    def patiently(self, call: Callable[[], T]) -> T:
        """The answer to a call; one that a moving cluster refuses for now is made again for a while."""
        deadline = time.monotonic() + PATIENCE
        with self.errors():
            while True:
                try:
                    return call()
                except RetriableError:
                    if time.monotonic() > deadline:
                        raise
                    self._reach()
                    time.sleep(BACKOFF)

    def notice_outage(self) -> None:
        """For a poll that brought nothing, since clients keep silent about a cluster that is away; looks now and then."""
        if time.monotonic() > self._looked + LOOK:
            self._reach()
            self._looked = time.monotonic()

    def _made(self, client: Callable[..., Any], *words: Any, **options: Any) -> Any:
        self._reach()
        with self.errors():
            try:
                return client(*words, **self._options, **options)
            except (KafkaConfigurationError, TypeError, ValueError, AssertionError, OSError) as error:
                raise Misconfigured(f"Kafka's settings are wrong: {error}", "see KIKIMIMI_KAFKA_*") from error

    def _reach(self) -> None:
        """Raises Transient where no server takes a connection: at once, and with the reason, which the clients hide."""
        reasons = []
        for server in self.servers.split(","):
            host, _, port = server.rpartition(":")
            try:
                socket.create_connection((host.strip("[]"), int(port)), REACH).close()
            except OSError as error:
                reasons.append(f"{server}: {error.strerror or error}")
            else:
                return
        raise Transient(
            f"Kafka cannot be reached ({', '.join(reasons)})", "is it running? `kikimimi broker` starts one"
        )


_READING: Mapping[str, Any] = {
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "allow_auto_create_topics": False,
    "fetch_max_wait_ms": 100,
    "fetch_max_bytes": LARGEST_BATCH,
    "max_partition_fetch_bytes": LARGEST_BATCH // 16,
}
"""Of every consumer: begins at the log's start, holds no more than LARGEST_BATCH bytes or one message."""
