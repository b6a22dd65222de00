"""A round of collecting in a folder of its own, and a web server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline.collect.backfill import backfill
from pipeline.collect.run import Report, Which, collect
from pipeline.collect.sources import Source, sources_from
from pipeline.records import DeadLetter, Document, Fetch, Record, decode
from pipeline.settings import Settings, read_settings
from pipeline.topics import open_topics
from pipeline.topics.base import Topics


@dataclass
class Rounds:
    """Collects into the topics of a folder and reads back what stands there."""

    settings: Settings
    topics: Topics

    def collect(self, *words: str | Path) -> Report:
        return self.collect_sources(sources_from([str(word) for word in words]))

    def collect_sources(self, sources: list[Source], which: Which = "named") -> Report:
        """The test server stands on this machine, which every source may lead to."""
        private = [replace(one, private="yes") for one in sources]
        return collect(self.topics, self.settings, private, which=which, pause=0)

    def backfill(
        self,
        *sources: Source,
        warcs: Sequence[Path] = (),
        since: datetime | None = None,
        until: datetime | None = None,
        known: Sequence[Source] = (),
    ) -> Report:
        private = [replace(one, private="yes") for one in sources]
        return backfill(self.topics, self.settings, private, warcs, since, until, known=known, pause=0)

    def documents(self) -> list[Document]:
        return [record for record in self._all("documents") if isinstance(record, Document)]

    def fetches(self) -> list[Fetch]:
        return [record for record in self._all("fetches") if isinstance(record, Fetch)]

    def letters(self) -> list[DeadLetter]:
        return [record for record in self._all("dead-letters") if isinstance(record, DeadLetter)]

    def _all(self, topic: str) -> list[Record]:
        stored = self.topics.read(topic, {}, 10_000)
        return [decode(topic, one.message.value, one.message.headers) for one in stored]


@pytest.fixture
def rounds(tmp_path: Path) -> Iterator[Rounds]:
    settings = read_settings({"KIKIMIMI_DATA": str(tmp_path / "data"), "KIKIMIMI_MAX_DOCUMENT": "100000"})
    topics = open_topics(settings.topics)
    yield Rounds(settings, topics)
    topics.close()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


@dataclass
class Site:
    """A web site: path to (status, headers, body). `asked` is what was requested, with the headers."""

    address: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    waits: threading.Event = field(default_factory=threading.Event)

    def put(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """Puts a page there (header names with _ for -); gives its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, body.encode() if isinstance(body, str) else body)
        return self.address + path


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, dict(self.headers)))
            if self.path.startswith("/silent"):
                found.waits.wait(20)
            status, headers, body = found.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield found
    found.waits.set()
    server.shutdown()
    server.server_close()
    thread.join()
