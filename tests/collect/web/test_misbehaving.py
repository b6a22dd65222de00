"""Servers that misbehave: each ends as an error that names the address and the remedy, or as what could be read."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from time import monotonic

import pytest
import trustme

from pipeline.collect.web.client import Web, open_web
from pipeline.collect.web.terms import Wanted, refuse_bad_status
from pipeline.errors import KikimimiError, Rejected, Transient
from tests.collect.web.conftest import LIMIT, Answer, Rude, get, impatient, ok, reset

FEED = b"<rss version='2.0'><channel><item><title>Mistral</title></item></channel></rss>"
PACKED = gzip.compress(FEED)
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"


def drip(head: bytes) -> Callable[[socket.socket], None]:
    """Sends a byte now and then, for ever."""

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        pause = threading.Event()
        while True:
            connection.sendall(b"x")
            pause.wait(0.05)

    return send


def hang(head: bytes) -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        connection.settimeout(15)
        connection.recv(1)

    return send


def flood(piece: bytes, head: bytes = b"") -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return send


def bomb(layers: int = 1) -> bytes:
    """20 MB of zeros, packed so many times."""
    packed = bytes(20_000_000)
    for _ in range(layers):
        packed = gzip.compress(packed, 9 if len(packed) < 1_000_000 else 1)
    return packed


def empty_blocks() -> bytes:
    """Gzip in gzip: the outer one unpacks to 5 MB, the inner one to nothing."""
    inner = gzip.compress(b"")[:10] + EMPTY_BLOCK * 1_000_000
    return gzip.compress(inner, 1)


LATE, AWAY, NO_HTTP = "did not answer in time", "cannot be reached", "does not keep to HTTP"
BROKEN = "sends a broken compression"

ERRORS: dict[str, tuple[Answer, type[KikimimiError], str]] = {
    "silence": (hang(b""), Transient, LATE),
    "silence-after-head": (hang(ok(length=False, status="200 OK") + b"<rss"), Transient, LATE),
    "drip": (drip(b"HTTP/1.1 200 OK\r\n\r\n"), Transient, LATE),
    "drip-in-head": (drip(b"HTTP/1.1 200 OK\r\nX-Name: "), Transient, LATE),
    "drip-in-chunk": (drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5"), Transient, LATE),
    "endless-continue": (flood(b"HTTP/1.1 100 Continue\r\n\r\n" * 100), Transient, LATE),
    "reset-at-once": (reset(b""), Transient, AWAY),
    "reset-in-the-middle": (reset(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<rss>"), Transient, f"{AWAY}|{NO_HTTP}"),
    "closed-at-once": (b"", Transient, NO_HTTP),
    "closed-in-head": (b"HTTP/1.1 200 OK\r\nContent-", Transient, NO_HTTP),
    "too-long-a-length": (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + FEED, Transient, NO_HTTP),
    "two-lengths": (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", Transient, NO_HTTP),
    "no-number-as-length": (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcdef", Transient, NO_HTTP),
    "chunked-garbage": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", Transient, NO_HTTP),
    "chunked-without-end": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", Transient, NO_HTTP),
    "unknown-transfer": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc", Transient, NO_HTTP),
    "no-status-line": (b"Content-Type: text/html\r\n\r\n<p>text", Transient, NO_HTTP),
    "http-0.9": (b"<html><p>text</p></html>", Transient, NO_HTTP),
    "other-protocol": (b"220 mail.a.example ESMTP ready\r\n", Transient, NO_HTTP),
    "huge-header": (b"HTTP/1.1 200 OK\r\nX-Name: " + b"x" * 200_000 + b"\r\n\r\ntext", Transient, NO_HTTP),
    "endless-head": (flood(b"X-Name: x\r\n" * 1000, b"HTTP/1.1 200 OK\r\n"), Transient, NO_HTTP),
    "header-without-colon": (b"HTTP/1.1 200 OK\r\nnonsense\r\n\r\ntext", Transient, NO_HTTP),
    "nul-in-header": (b"HTTP/1.1 200 OK\r\nX-Name: a\0b\r\n\r\ntext", Transient, NO_HTTP),
    "status-of-words": (b"HTTP/1.1 good OK\r\n\r\ntext", Transient, NO_HTTP),
    "unknown-encoding": (ok(FEED, "Content-Encoding: rot13"), Rejected, "packed as rot13"),
    "encoding-not-asked-for": (ok(FEED, "Content-Encoding: br"), Rejected, "packed as br, which we did not ask for"),
    "packed-four-times": (ok(FEED, "Content-Encoding: gzip, gzip, gzip, gzip"), Rejected, "packed 4 times"),
    "broken-gzip": (ok(PACKED[:20] + b"\xff" * 20 + PACKED[40:], "Content-Encoding: gzip"), Rejected, BROKEN),
    "gzip-with-a-wrong-sum": (ok(PACKED[:-8] + bytes(8), "Content-Encoding: gzip"), Rejected, BROKEN),
    "gzip-that-ends-early": (ok(PACKED[:-20], "Content-Encoding: gzip"), Rejected, "it ends too early"),
    "gzip-of-nothing-for-ever": (ok(empty_blocks(), "Content-Encoding: gzip, gzip"), Rejected, "it unpacks to more"),
    "redirect-loop": (ok(b"", "Location: ?", status="302 Found"), Rejected, "redirects more than 5 times"),
    "redirect-to-a-file": (ok(b"", "Location: file:///etc/hostname", status="302 Found"), Rejected, r"no http\(s\) address: file:/+etc"),
    "redirect-to-a-script": (ok(b"", "Location: javascript:alert(1)", status="301 Moved"), Rejected, "no http"),
    "redirect-to-nonsense": (ok(b"", "Location: http://[::1", status="302 Found"), Rejected, "no http"),
    "redirect-to-a-wrong-port": (ok(b"", "Location: http://a.example:99999/", status="302 Found"), Rejected, "no http"),
    "redirect-to-this-machine": (ok(b"", "Location: http://127.0.0.2:9/", status="302 Found"), Rejected, "leads to 127.0.0.2, which is no address of the public internet"),
    "redirect-to-a-private-network": (ok(b"", "Location: http://10.0.0.1/", status="302 Found"), Rejected, "leads to 10.0.0.1, which"),
    "redirect-to-a-mapped-address": (ok(b"", "Location: http://[::ffff:10.0.0.1]/", status="307 T"), Rejected, "no address of the public"),
    "redirect-to-the-metadata-of-a-cloud": (ok(b"", "Location: http://169.254.169.254/latest/", status="302 Found"), Rejected, "leads to 169.254.169.254"),
    "redirect-to-a-number": (ok(b"", "Location: http://2130706433:9/", status="302 Found"), Rejected, "leads to 127.0.0.1, which"),
    "redirect-to-no-name": (ok(b"", "Location: http://nowhere.invalid/", status="302 Found"), Transient, "the name nowhere.invalid does not resolve"),
    "redirect-to-a-long-label": (ok(b"", f"Location: http://{'a' * 70}.example/", status="302 Found"), KikimimiError, "does not resolve|no http"),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_it_ends_as_a_named_error(rude: Rude, web: Web, name: str) -> None:
    answer, kind, said = ERRORS[name]
    address = rude.put(f"/{name}", answer)
    with pytest.raises(kind, match=said) as caught:
        get(web, address)
    assert address in str(caught.value)
    assert caught.value.remedy


READ: dict[str, tuple[bytes, bytes]] = {
    "as-it-should-be": (ok(FEED), FEED),
    "empty": (ok(b""), b""),
    "no-length": (ok(FEED, length=False), FEED),
    "http-1.0": (b"HTTP/1.0 200 OK\r\n\r\n" + FEED, FEED),
    "no-reason": (b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", b"ok"),
    "too-short-a-length": (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + FEED, FEED[:5]),
    "length-and-chunks": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n", b"ok",
    ),
    "line-feeds-alone": (b"HTTP/1.1 200 OK\nContent-Length: 2\n\nok", b"ok"),
    "bytes-in-a-header": (b"HTTP/1.1 200 OK\r\nX-Name: \xe6\x97\xa5\r\nContent-Length: 2\r\n\r\nok", b"ok"),
    "an-early-hint": (b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + ok(b"ok"), b"ok"),
    "gzip": (ok(PACKED, "Content-Encoding: gzip"), FEED),
    "gzip-twice": (ok(gzip.compress(PACKED), "Content-Encoding: gzip", "Content-Encoding: x-gzip"), FEED),
    "gzip-declared-but-plain": (ok(FEED, "Content-Encoding: gzip"), FEED),
    "gzip-not-declared": (ok(PACKED, "Content-Type: text/xml"), FEED),
    "gzip-in-two-members": (ok(gzip.compress(FEED[:9]) + gzip.compress(FEED[9:]), "Content-Encoding: gzip"), FEED),
    "gzip-with-padding": (ok(PACKED + bytes(100), "Content-Encoding: gzip"), FEED),
    "gzip-of-nothing": (ok(gzip.compress(b""), "Content-Encoding: gzip"), b""),
    "one-byte-as-gzip": (ok(b"x", "Content-Encoding: gzip"), b"x"),
    "deflate": (ok(zlib.compress(FEED), "Content-Encoding: deflate"), FEED),
    "deflate-without-head": (ok(zlib.compress(FEED)[2:-4], "Content-Encoding: deflate"), FEED),
    "encoding-that-is-a-charset": (ok(FEED, "Content-Encoding: UTF-8"), FEED),
    "cut-in-the-middle-without-length": (ok(FEED[:30], length=False), FEED[:30]),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_it_is_read_nevertheless(rude: Rude, web: Web, name: str) -> None:
    answer, body = READ[name]
    reply = get(web, rude.put(f"/{name}", answer))
    assert (reply.status, reply.body, reply.whole) == (200, body, True)


@pytest.mark.parametrize(
    ("packed", "encoding"), [(bomb(), "gzip"), (bomb(2), "gzip, gzip"), (bomb(3), "gzip, gzip, gzip"), (bomb(), "")]
)  # fmt: skip
def test_a_bomb_is_cut_at_the_limit(rude: Rude, web: Web, packed: bytes, encoding: str) -> None:
    reply = get(web, rude.put("/bomb", ok(packed, f"Content-Encoding: {encoding}")))
    assert (len(reply.body), reply.whole) == (LIMIT, False)


def test_an_endless_body_is_cut_at_the_limit(rude: Rude, web: Web) -> None:
    reply = get(web, rude.put("/endless", flood(b"<p>more</p>" * 100, b"HTTP/1.1 200 OK\r\n\r\n")))
    assert (len(reply.body), reply.whole) == (LIMIT, False)


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        ("204 No Content", None, ""),
        ("304 Not Modified", Rejected, "answers 304, as if we knew it"),
        ("302 Found", Rejected, "answers 302"),
        ("401 Unauthorized", Rejected, "does not let us in"),
        ("404 Not Found", Rejected, "answers 404"),
        ("410 Gone", Rejected, "is gone for good"),
        ("429 Too Many Requests", Transient, "answers 429"),
        ("503 Service Unavailable", Transient, "answers 503"),
        ("599 Odd", Transient, "answers 599"),
        ("700 Odder", Transient, "answers 700"),
    ],
)
def test_a_status_is_told(
    rude: Rude, web: Web, status: str, kind: type[KikimimiError] | None, said: str
) -> None:
    address = rude.put("/page", ok(b"", status=status, length=status[:3] not in ("204", "304")))
    reply = get(web, address)
    assert reply.status == int(status[:3])
    if kind is None:
        refuse_bad_status(address, reply.status)
        return
    with pytest.raises(kind, match=said):
        refuse_bad_status(address, reply.status)


def test_a_closed_port_is_away(web: Web) -> None:
    with pytest.raises(Transient, match=r"http://127\.0\.0\.1:9/x cannot be reached"):
        get(web, "http://127.0.0.1:9/x")


def test_a_certificate_that_nobody_signed_is_refused(rude: Rude, web: Web) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def handshake() -> None:
            connection, _ = server.accept()
            with connection, pytest.raises((ssl.SSLError, OSError)):
                context.wrap_socket(connection, server_side=True).recv(1)

        thread = threading.Thread(target=handshake)
        thread.start()
        with pytest.raises(Transient, match="its certificate does not hold"):
            get(web, f"https://127.0.0.1:{server.getsockname()[1]}/")
        thread.join()


def test_a_server_without_tls_is_no_https(rude: Rude, web: Web) -> None:
    rude.put("/", ok(FEED))
    with pytest.raises(Transient, match=f"{AWAY}|{LATE}"):
        get(web, rude.address.replace("http:", "https:") + "/")


def test_one_that_is_too_slow_holds_up_no_other(rude: Rude) -> None:
    slow = [rude.put(f"/{number}", hang(b"")) for number in range(5)]
    good = rude.put("/good", ok(FEED))
    with open_web(impatient(at_host=50)) as web:
        late = [web.ask(wanted) for wanted in (Wanted(one, private="host") for one in slow)]
        assert get(web, good).body == FEED
        assert not any(one.done() for one in late)
        assert all(isinstance(one.exception(timeout=10), Transient) for one in late)


def test_a_round_that_is_over_gives_up_what_is_on_its_way(rude: Rude) -> None:
    began = monotonic()
    with open_web(impatient(read=60, total=60)) as web:
        reply = web.ask(Wanted(rude.put("/silence", hang(b"")), private="host"))
    assert monotonic() - began < 30, "it waits for nobody"
    assert reply.cancelled() or reply.exception(timeout=5)
