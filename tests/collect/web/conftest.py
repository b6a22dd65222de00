"""A server that answers as it is told to, byte by byte, and a client with little patience."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from time import monotonic

import pytest

from pipeline.collect.web.client import Web, open_web
from pipeline.collect.web.terms import Reply, Terms, Wanted

Answer = bytes | Callable[[socket.socket], None]
LIMIT = 100_000
NONE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


@dataclass
class Rude:
    """By path, the bytes that it sends, or what it does with the connection; then it closes it. asked: the heads of requests."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def put(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return self.address + path

    def paths(self) -> list[str]:
        return [head.split(" ")[1] for head in self.asked]

    def serve(self, connection: socket.socket) -> None:
        with closing(connection), suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                if not (some := connection.recv(65_536)):
                    return
                head += some
            self.asked.append(head.decode("latin-1"))
            answer = self.answers.get(self.asked[-1].split(" ")[1], NONE)
            if callable(answer):
                answer(connection)
            else:
                connection.sendall(answer)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65_536):  # else what it has not read yet would reset the connection
                    pass


def ok(body: bytes = b"", *headers: str, status: str = "200 OK", length: bool = True) -> bytes:
    """An answer as it should be."""
    lines = [f"HTTP/1.1 {status}", *headers, *([f"Content-Length: {len(body)}"] if length else [])]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def reset(head: bytes) -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return send


@pytest.fixture
def rude() -> Iterator[Rude]:
    server = socket.create_server(("127.0.0.1", 0), backlog=50)
    found = Rude(f"http://127.0.0.1:{server.getsockname()[1]}")

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = server.accept()
                threading.Thread(target=found.serve, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    yield found
    found.over.set()
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


def impatient(**changed: float) -> Terms:
    numbers = {"connect": 0.5, "read": 0.4, "total": 0.8, "delay": 0.0} | changed
    return Terms("kikimimi/test", LIMIT, monotonic() + 20, **numbers)  # type: ignore[arg-type]


@pytest.fixture
def web() -> Iterator[Web]:
    with open_web(impatient()) as found:
        yield found


def get(web: Web, url: str, **changed: object) -> Reply:
    """What comes of an address; a fetch that hangs fails the test."""
    wanted = Wanted(url, **({"private": "host"} | changed))  # type: ignore[arg-type]
    return web.ask(wanted).result(timeout=10)
