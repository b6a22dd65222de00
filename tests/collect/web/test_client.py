"""The client of a round: connections kept, hosts left in peace, proxies and HTTP/2 used."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path
from time import monotonic

import h2.config
import h2.connection
import h2.events
import pytest
import trustme

from pipeline.collect.web.client import Web, open_web
from pipeline.collect.web.terms import PutOff, Wanted
from pipeline.errors import Misconfigured, Rejected
from tests.collect.web.conftest import Rude, get, impatient, ok


def test_a_connection_serves_all_requests_of_a_host(rude: Rude, web: Web) -> None:
    connections: list[int] = []

    def keep(connection: socket.socket) -> None:
        connections.append(connection.fileno())
        connection.sendall(ok(b"first"))
        while connection.recv(65_536):
            connection.sendall(ok(b"more"))

    rude.put("/robots.txt", keep)
    assert [get(web, f"{rude.address}/{number}").body for number in range(3)] == [b"more"] * 3
    assert len(connections) == 1


def test_a_request_on_a_connection_that_the_server_has_just_closed_is_sent_once_more(
    rude: Rude, web: Web
) -> None:
    def close_later(connection: socket.socket) -> None:
        connection.sendall(ok(b""))
        connection.recv(65_536)  # the next request, which stays without an answer

    rude.put("/robots.txt", close_later)
    assert get(web, rude.put("/page", ok(b"text"))).body == b"text"


def test_two_at_once_of_one_host_and_no_more(rude: Rude) -> None:
    together, most, lock = 0, 0, threading.Lock()

    def slow(connection: socket.socket) -> None:
        nonlocal together, most
        with lock:
            together += 1
            most = max(most, together)
        rude.over.wait(0.05)
        with lock:
            together -= 1
        connection.sendall(ok(b"text"))

    with open_web(impatient()) as web:
        wanted = [Wanted(rude.put(f"/{number}", slow), private="host") for number in range(8)]
        for reply in [web.ask(one) for one in wanted]:
            assert reply.result(timeout=10).body == b"text"
    assert most == 2


def test_a_while_lies_between_two_requests_of_a_host(rude: Rude) -> None:
    times: list[float] = []

    def note(connection: socket.socket) -> None:
        times.append(monotonic())
        connection.sendall(ok(b"text"))

    with open_web(impatient(delay=0.2)) as web:
        wanted = [Wanted(rude.put(f"/{number}", note), private="host") for number in range(3)]
        for reply in [web.ask(one) for one in wanted]:
            reply.result(timeout=10)
    assert all(later - earlier > 0.1 for earlier, later in pairwise(times))


def test_what_robots_txt_wants_counts_as_well(rude: Rude) -> None:
    rude.put("/robots.txt", ok(b"User-agent: *\nCrawl-delay: 9\n"))
    terms = impatient()
    with open_web(terms.__class__(terms.agent, terms.limit, monotonic() + 5, delay=0)) as web:
        wanted = [Wanted(rude.put(f"/{number}", ok(b"text")), private="host") for number in range(2)]
        replies = [web.ask(one) for one in wanted]
        errors = [one.exception(timeout=10) for one in replies]
    (put_off,) = [one for one in errors if one]
    assert isinstance(put_off, PutOff)
    assert "127.0.0.1 wants 9 seconds between two requests, and the round was over" in str(put_off)


def test_who_waits_for_a_busy_host_is_in_nobodys_way(rude: Rude, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.collect.web.client.AT_ONCE", 8)
    there = rude.put("/there", ok(b"text")).replace("127.0.0.1", "localhost")
    with open_web(impatient(delay=15)) as web:
        waiting = [web.ask(Wanted(rude.put(f"/{number}", ok(b"")), private="host")) for number in range(20)]
        assert get(web, there).body == b"text"
        assert not all(one.done() for one in waiting)


def test_a_proxy_of_the_environment_is_asked(rude: Rude, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "no_proxy", "all_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HTTP_PROXY", rude.address.replace("http://", "http://ann:w0rd@"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    rude.answers["http://a.example/feed"] = ok(b"by proxy")
    rude.put("/feed", ok(b"at once"))
    with open_web(impatient()) as web:
        assert get(web, "http://a.example/feed", private="no").body == b"by proxy"
        assert "Proxy-Authorization: Basic YW5uOncwcmQ=" in rude.asked[-1]
        assert get(web, rude.address + "/feed").body == b"at once"
        with pytest.raises(Rejected, match="no address of the public internet"):
            get(web, "http://10.0.0.1/feed", private="no")


def test_a_proxy_that_cannot_be_one_is_told_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "socks4://ann:w0rd@a.example")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("http_proxy", raising=False)
    with (
        open_web(impatient()) as web,
        pytest.raises(Misconfigured, match=r"the proxy socks4://a.example in HTTP_PROXY"),
    ):
        get(web, "http://b.example/")


def test_cookies_that_a_redirect_sets_are_shown_on_the_way_and_to_nobody_else(rude: Rude, web: Web) -> None:
    def door(connection: socket.socket) -> None:
        known = "seen=1" in rude.asked[-1]
        away = ok(b"", "Set-Cookie: seen=1", "Location: /door", status="302 Found")
        connection.sendall(ok(b"inside", "Connection: close") if known else away)

    address = rude.put("/door", door)
    assert get(web, address).body == b"inside"
    rude.put("/other", ok(b"text"))
    get(web, rude.address + "/other")
    assert "seen=1" not in rude.asked[-1]


def speak_h2(connection: ssl.SSLSocket, asked: list[str]) -> None:
    """Answers each stream with its path, till the other side goes."""
    talk = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
    talk.initiate_connection()
    connection.sendall(talk.data_to_send())
    while data := connection.recv(65_536):
        for event in talk.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                path = {str(key): str(value) for key, value in event.headers or ()}[":path"]
                asked.append(path)
                status = "404" if path == "/robots.txt" else "200"
                talk.send_headers(event.stream_id or 0, [(":status", status), ("content-type", "text/plain")])
                talk.send_data(event.stream_id or 0, path.encode(), end_stream=True)
        connection.sendall(talk.data_to_send())


def test_http_2_is_spoken_where_the_server_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority, asked = trustme.CA(), list[str]()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    context.set_alpn_protocols(["h2"])
    connections = 0

    def serve(server: socket.socket) -> None:
        nonlocal connections
        with suppress(OSError):
            while True:
                plain, _ = server.accept()
                connections += 1
                with suppress(OSError), closing(context.wrap_socket(plain, server_side=True)) as connection:
                    speak_h2(connection, asked)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve, args=(server,))
        thread.start()
        address = f"https://127.0.0.1:{server.getsockname()[1]}"
        with open_web(impatient(read=5, total=5, connect=5)) as web:
            assert [get(web, f"{address}/{number}").body for number in range(3)] == [b"/0", b"/1", b"/2"]
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
    assert asked == ["/robots.txt", "/0", "/1", "/2"]
    assert connections == 1
