"""A real Kafka of one node, for laptops and tests: a folder and a port in, a running child process out.

KRaft, so without ZooKeeper; its log is kept in the folder from one start to the next.
"""

from __future__ import annotations

import base64
import random
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import Misconfigured, Transient
from pipeline.lifeline import die_with_parent
from pipeline.settings import user_cache
from pipeline.topics.base import LARGEST
from pipeline.topics.broker_jars import find_jars, find_java
from pipeline.topics.kafka_connection import Connection

PATIENCE = 60.0
"""Seconds to be ready (it takes two to five) and to stop."""
GLANCE = 0.1
"""Seconds between two looks whether it answers."""
HOST = "127.0.0.1"
_SERVERS = range(20_000, 32_000)
"""Ports below those of outgoing connections, and above those of well-known services."""
_JVM = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")
"""A small heap and a quick start: one laptop's load needs no more."""
# With one node no other can take its place: after a kill it need not wait long until its old session has run out.
_SETTINGS = """\
process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://{host}:{port},CONTROLLER://{host}:{controller}
advertised.listeners=PLAINTEXT://{host}:{port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
controller.quorum.voters=1@{host}:{controller}
log.dirs={log}
message.max.bytes={largest}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
"""
_LOGGING = """\
status = error
appender.file.type = File
appender.file.name = file
appender.file.fileName = {file}
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d %p %m (%c)%n
rootLogger.level = warn
rootLogger.appenderRef.file.ref = file
"""


@contextmanager
def running_broker(folder: Path, port: int, more: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """A broker at 127.0.0.1:`port` that answers, stopped at the end; its data and log are in `folder`.

    more: lines of server.properties, which count before ours.
    Raises Misconfigured for a port that is taken or where Java is missing, Transient when it does not become ready.
    """
    if _is_taken(port):
        raise Misconfigured(
            f"port {port} is taken, perhaps by a broker that runs already", "name another with --port"
        )
    java = [find_java(), *_JVM]
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    settings, logging = folder / "server.properties", folder / "log4j2.properties"
    words = {"host": HOST, "port": port, "controller": free_port(), "log": folder / "log", "largest": LARGEST}
    settings.write_text(_SETTINGS.format(**words) + more)
    logging.write_text(_LOGGING.format(file=folder / "broker.log"))
    java += [f"-Dlog4j2.configurationFile={logging}", "-cp", ":".join(map(str, find_jars(user_cache())))]
    if not (folder / "log" / "meta.properties").exists():
        _format(java, settings)
    with (folder / "broker.out").open("wb") as out:
        process = subprocess.Popen(  # noqa: S603
            [*java, "kafka.Kafka", str(settings)],
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            preexec_fn=die_with_parent,
        )
    try:
        _await_answer(process, f"{HOST}:{port}", folder)
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Asks the broker to end, so that its log needs no recovery; kills it when it does not."""
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _format(java: Sequence[str], settings: Path) -> None:
    """Gives the folder its cluster id, once."""
    name = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
    given = f"--cluster-id={name}"  # in one word: it may begin with a hyphen
    words = ["kafka.tools.StorageTool", "format", given, "-c", str(settings)]
    done = subprocess.run([*java, *words], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        raise Misconfigured(
            f"{settings.parent} cannot hold Kafka's log: {told[0]}", "name another folder with --data"
        )


def _await_answer(process: subprocess.Popen[bytes], server: str, folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            Connection(server, {"bootstrap_timeout_ms": 500}).admin().close()
        except Transient:
            with suppress(subprocess.TimeoutExpired):  # a moment, or until it has ended
                process.wait(GLANCE)
            continue
        return
    raise Transient(f"Kafka did not start at {server}", f"{folder / 'broker.log'} and broker.out say why")


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def free_port() -> int:
    """A port of this machine that nobody listens at now, of those that systems do not give to outgoing connections (from 32,768 on)."""
    for port in random.SystemRandom().sample(_SERVERS, len(_SERVERS)):
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise Misconfigured("no port is free", f"end some of the servers at {HOST}")
