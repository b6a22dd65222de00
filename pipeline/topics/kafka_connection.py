"""The way to a Kafka cluster: an address and the KIKIMIMI_KAFKA_* settings in, clients and errors of our tree out."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer
from kafka.coordinator.assignors.cooperative_sticky import CooperativeStickyAssignor
from kafka.errors import (
    AuthorizationError,
    KafkaConfigurationError,
    KafkaError,
    KafkaTimeoutError,
    MessageSizeTooLargeError,
    RetriableError,
    SaslAuthenticationFailedError,
    UnsupportedSaslMechanismError,
)
from kafka.net.compat import KafkaNetClient
from kafka.net.inet import KafkaNetSocket

from pipeline.errors import Misconfigured, Rejected, Transient
from pipeline.topics.base import LARGEST, LARGEST_BATCH

REACH = 3.0
"""Seconds to reach a server at all."""
LOOK = 2.0
"""Seconds between two looks whether the cluster is there, while nothing comes."""
GOODBYE = 3.0
"""Seconds to leave a group; who cannot is missed after SESSION."""
BOOTSTRAP = 5.0
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

_REFUSALS = (SaslAuthenticationFailedError, UnsupportedSaslMechanismError, AuthorizationError)
_WORDS = {
    "security_protocol": ("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"),
    "sasl_mechanism": ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "GSSAPI", "OAUTHBEARER"),
}
"""What kafka-python knows for these settings."""


class _Failures(logging.Handler):
    """Keeps the errors that Kafka's clients log: why a connection failed stands there and not in what they raise."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[Exception] = []

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple):
            self.seen += [one for one in record.args if isinstance(one, Exception)]
        del self.seen[:-100]


_failures = _Failures()
_log = logging.getLogger("kafka")
_log.addHandler(_failures)
_log.propagate = False  # what matters comes back as an error of ours


class Connection:
    """Makes the clients of one cluster; all share the address, TLS and SASL settings."""

    def __init__(self, servers: str, options: Mapping[str, object]) -> None:
        _check(options)
        self.servers = servers
        self._looked = 0.0
        self._options: dict[str, Any] = {
            "bootstrap_servers": servers.split(","),
            "bootstrap_timeout_ms": int(BOOTSTRAP * 1000),
            "request_timeout_ms": int(PATIENCE * 1000),
            "reconnect_backoff_max_ms": 1000,
            "proxy_url": "direct://",  # the scheme of _Direct
            **options,
        }

    def producer(self) -> KafkaProducer:
        """Idempotent and acknowledged by all replicas in sync; batched, compressed with lz4."""
        return self._made(
            _Producer,
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
        consumer.subscribe([topic])
        with self.errors():
            # the partitions must be known before it joins: who shares them out without must join once more
            consumer.bootstrap(timeout_ms=int(BOOTSTRAP * 1000), refresh=True)
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
        except _REFUSALS as error:
            raise Misconfigured(
                f"Kafka at {self.servers} refuses us: {error}", "see KIKIMIMI_KAFKA_*"
            ) from error
        except KafkaError as error:
            remedy = "is it running, and do KIKIMIMI_KAFKA_* fit it?"
            raise Transient(f"Kafka at {self.servers} does not answer: {error}", remedy) from error

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

    def flush(self, producer: KafkaProducer) -> None:
        """Waits until all that was given to the producer is acknowledged or has failed."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                producer.flush(timeout=LOOK)
                return
            except KafkaTimeoutError:
                if time.monotonic() > deadline:
                    raise
                self.notice_outage()

    def _made(self, client: Callable[..., Any], *words: Any, **options: Any) -> Any:
        self._reach()
        _failures.seen.clear()
        opened: list[KafkaNetClient] = []

        def open_net(**configs: Any) -> KafkaNetClient:
            opened.append(KafkaNetClient(**configs))
            return opened[-1]

        with self.errors(), _closed_on_error(opened):
            try:
                return client(*words, kafka_client=open_net, **self._options, **options)
            except KafkaTimeoutError as error:
                raise _reason(_failures.seen, error) from error
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


class _Direct(KafkaNetSocket):  # type: ignore[misc]
    """Makes sockets that are closed when nobody holds them: kafka-python 3.0 drops those whose connection fails."""

    SCHEMES = ("direct",)

    def socket(self, *kind: int) -> socket.socket:
        return _Socket(*kind)


class _Socket(socket.socket):
    def __del__(self) -> None:
        self.close()


class _Producer(KafkaProducer):  # type: ignore[misc]
    """Closed with no time to wait, it gives up what it has not sent; kafka-python's would raise and go on trying."""

    def flush(self, timeout: float | None = None) -> None:
        if timeout != 0:
            super().flush(timeout)


def _reason(failures: Sequence[Exception], error: Exception) -> Exception:
    """Of all that went wrong while a client tried to connect, what tells most: a refusal, else the first."""
    told = [one for one in failures if isinstance(one, _REFUSALS)] or [*failures, error]
    first: Exception = told[0]
    if isinstance(first, OSError) or "CERTIFICATE_VERIFY_FAILED" in str(first):
        return Misconfigured(f"Kafka cannot be connected to: {first}", "see KIKIMIMI_KAFKA_SSL_*")
    return first


def _check(options: Mapping[str, object]) -> None:
    """Raises Misconfigured for what the clients would pass over in silence: a word they do not know, a missing file."""
    for name, value in options.items():
        known = _WORDS.get(name)
        wrong = value not in known if known else name.endswith("file") and not Path(str(value)).is_file()
        if wrong:
            remedy = f"known are {', '.join(known)}" if known else "there is no such file"
            raise Misconfigured(f"KIKIMIMI_KAFKA_{name.upper()}={value} is wrong", remedy)


@contextmanager
def _closed_on_error(opened: Sequence[KafkaNetClient]) -> Iterator[None]:
    """A client that cannot be made leaves its thread and sockets behind."""
    try:
        yield
    except BaseException:
        for one in opened:
            one.close()
        raise


_READING: Mapping[str, Any] = {
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "allow_auto_create_topics": False,
    "fetch_max_wait_ms": 100,
    "fetch_max_bytes": LARGEST_BATCH,
    "max_partition_fetch_bytes": LARGEST_BATCH // 16,
}
"""Of every consumer: begins at the log's start, holds no more than LARGEST_BATCH bytes or one message."""
