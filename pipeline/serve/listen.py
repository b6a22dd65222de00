"""Listening: an app, an address and a port in, its pages there out, until the caller is done; and who may listen where."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from pipeline.errors import Misconfigured
from pipeline.settings import Settings, is_local, reached_at

GOODBYE = 2
"""Seconds that answers under way may still take."""
MOST = 64
"""Requests at once; who comes on top of them is told 503."""

LEAST = 16
"""Characters of a token that strangers may try."""


def check_tokens(settings: Settings) -> None:
    """Raises Misconfigured where other machines could reach the tracker and a token is missing, or soon guessed."""
    if is_local(settings.listen):
        return
    tokens = {"KIKIMIMI_SQL_TOKEN": settings.sql_token, "KIKIMIMI_HTTP_TOKEN": settings.http_token}
    for name, token in tokens.items():
        if len(token) < LEAST:
            wrong = "is too short" if token else "is not set"
            problem = f"KIKIMIMI_LISTEN={settings.listen} lets other machines in, and {name} {wrong}"
            raise Misconfigured(problem, f"set it to a secret of {LEAST} characters or more")


def bind(listen: str, port: int) -> socket.socket:
    """A socket at this address of this machine. Raises Misconfigured when it is taken or not ours to take."""
    # by its protocol's name, or asyncio leaves Nagle's algorithm on and each answer takes 40 ms
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port of a tracker that has just left
    try:
        bound.bind((listen, port))
        bound.listen()
    except (OSError, OverflowError) as error:
        bound.close()
        problem = f"port {port} of {listen} cannot be had: {getattr(error, 'strerror', None) or error}"
        raise Misconfigured(problem, "name another with KIKIMIMI_HTTP_PORT") from error
    return bound


@contextmanager
def listening(
    app: ASGIApp, bound: socket.socket, start: Callable[[str, Callable[[], None]], threading.Thread]
) -> Iterator[str]:
    """Answers at the socket in a thread that `start` begins, and yields the address at which this machine asks."""
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
        host, port = bound.getsockname()
        yield f"http://{reached_at(host)}:{port}"
    finally:
        server.should_exit = True
        thread.join()
