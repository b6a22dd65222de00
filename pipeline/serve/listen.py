"""Listening: an app and a port in, its pages on this machine out, until the caller is done."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from pipeline.errors import Misconfigured

HOST = "127.0.0.1"
GOODBYE = 2
"""Seconds that answers under way may still take."""
MOST = 64
"""Requests at once; who comes on top of them is told 503."""


def bind(port: int) -> socket.socket:
    """A socket of this machine's own at the port. Raises Misconfigured when the port is taken or not ours to take."""
    # by its protocol's name, or asyncio leaves Nagle's algorithm on and each answer takes 40 ms
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port of a tracker that has just left
    try:
        bound.bind((HOST, port))
        bound.listen()
    except (OSError, OverflowError) as error:
        bound.close()
        problem = f"port {port} cannot be had: {getattr(error, 'strerror', None) or error}"
        raise Misconfigured(problem, "name another with KIKIMIMI_HTTP_PORT") from error
    return bound


@contextmanager
def listening(
    app: ASGIApp, bound: socket.socket, start: Callable[[str, Callable[[], None]], threading.Thread]
) -> Iterator[str]:
    """Answers at the socket in a thread that `start` begins, and yields the address."""
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST,
        timeout_graceful_shutdown=GOODBYE,
    )
    server = uvicorn.Server(config)
    thread = start("http", lambda: server.run([bound]))
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.005)
        yield f"http://{HOST}:{bound.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
