"""A tracker to ask: in this process, or the real command in its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from pipeline.records import Alert, Extraction, decode
from pipeline.topics import open_topics
from pipeline.topics.broker import free_port as free_port
from pipeline.topics.envelope import pack
from tests import warm
from tests.conftest import ROOT, WARNINGS
from tests.samples import make_document, make_extraction, make_mention

COMMAND = (sys.executable, "-m", "pipeline", "serve")


def naming(*names: str) -> list[Extraction]:
    """An extraction of a document by each of these names; it names Stargate, which a rule waits for."""
    return [
        make_extraction(make_document(name, f"Stargate, {name}", title=name), make_mention("Stargate", 0))
        for name in names
    ]


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


class Running:
    """The command's process, whose words are read as they come: a full pipe would hold it up."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        self.complaints = ""
        self._threads = [
            threading.Thread(target=self._listen),
            threading.Thread(target=self._listen_to_stderr),
        ]
        for thread in self._threads:
            thread.start()

    def wait_for_line(self, beginning: str, count: int = 1) -> Sequence[str]:
        def there() -> list[str]:
            assert self.process.poll() is None, self.complaints
            return [line for line in self.lines if line.startswith(beginning)]

        wait_for(lambda: len(there()) >= count, f"{beginning} is not said")
        return there()

    def close(self) -> None:
        self.process.kill()
        for thread in self._threads:
            thread.join()
        self.process.communicate()

    def _listen(self) -> None:
        assert self.process.stdout
        self.lines.extend(line.rstrip("\n") for line in self.process.stdout)

    def _listen_to_stderr(self) -> None:
        assert self.process.stderr
        self.complaints = self.process.stderr.read()


@dataclass
class Place:
    """A data folder with its ports, and what is fed into its topics and read from them."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.port = free_port()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KIKIMIMI_")}
        self.environ = {
            **kept,
            "KIKIMIMI_DATA": str(self.data),
            "KIKIMIMI_SEEDS": str(ROOT / "seeds"),
            "KIKIMIMI_HTTP_PORT": str(self.port),
            "KIKIMIMI_SQL_PORT": str(free_port()),
            "KIKIMIMI_TOPICS": f"embedded:{self.data / 'topics.db'}",
            "PYTHONWARNINGS": WARNINGS,
            "COLUMNS": "200",
            **self.settings,
        }

    def feed(self, extractions: Sequence[Extraction]) -> None:
        with closing(open_topics(self.environ["KIKIMIMI_TOPICS"])) as topics:
            topics.append(
                "extractions", [pack("extractions", one.document.doc_id, one) for one in extractions]
            )

    def published(self) -> list[Alert]:
        """The alerts on the topic."""
        with closing(open_topics(self.environ["KIKIMIMI_TOPICS"])) as topics:
            stored = topics.read("alerts", {}, 10_000)
        alerts = [decode("alerts", one.message.value, one.message.headers) for one in stored]
        return [alert for alert in alerts if isinstance(alert, Alert)]

    def start(self, *command: str) -> subprocess.Popen[str]:
        return warm.Popen(
            command or COMMAND, env=self.environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    @contextmanager
    def serving(self) -> Iterator[Running]:
        """The command, from when it is ready until it has left by itself, cleanly, at SIGTERM."""
        running = Running(self.start())
        try:
            running.wait_for_line("Kikimimi is ready; Ctrl-C stops it.")
            assert f"Metrics          http://127.0.0.1:{self.port}/metrics" in running.lines
            yield running
            running.process.send_signal(signal.SIGTERM)
            running.process.wait(30)
        finally:
            running.close()
        assert (running.process.returncode, running.complaints) == (0, "")
        assert running.lines[-1] == "Kikimimi is stopped."

    def run(self, *words: str, **changed: str) -> str:
        """What the command prints that ends by itself, and well."""
        command = [sys.executable, "-m", "pipeline", *words]
        done = warm.run(command, env=self.environ | changed, text=True)
        assert done.returncode == 0, done.stderr
        return str(done.stdout)

    def get(self, path: str, **headers: str) -> httpx.Response:
        address = f"http://127.0.0.1:{self.port}{path}"
        return httpx.get(address, headers=headers, timeout=20, trust_env=False)

    def status(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.get("/api/v1/status").json()
        return answer

    def wait_for_rows(self, table: str, count: int) -> None:
        wait_for(lambda: self.status()["tables"][table] == count, f"{count} rows of {table}")
