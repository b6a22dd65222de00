"""A free port: nobody listens at it, and no outgoing connection is given it before a server is there."""

from __future__ import annotations

import socket

import pytest

from pipeline.errors import Misconfigured
from pipeline.topics import broker
from pipeline.topics.broker import HOST, free_port


def test_a_free_port_can_be_listened_at_and_is_none_of_outgoing_connections() -> None:
    port = free_port()
    assert port < 32_768
    with socket.socket() as server:
        server.bind((HOST, port))


def test_a_taken_port_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as server:
        server.bind((HOST, 0))
        taken = server.getsockname()[1]
        monkeypatch.setattr(broker, "_SERVERS", range(taken, taken + 1))
        with pytest.raises(Misconfigured, match="no port is free"):
            free_port()
