"""Fetching: http(s) addresses in, their bytes out; several at once, none for longer than the round allows."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING

from pipeline.errors import Rejected, Transient

if TYPE_CHECKING:
    import ssl

AT_ONCE = 8
CONNECT, READ = 5.0, 10.0
"""Seconds without an answer after which a server counts as away."""
REDIRECTS = 5
ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5"
OFFLINE = "check the address and the network; the next round tries again"


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer. url: after redirects. body: decompressed; whole is False when it was cut at the limit.
    seconds: from the request to the last byte."""

    url: str
    status: int
    content_type: str
    body: bytes
    whole: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Terms:
    """What every fetch of a round keeps to. limit: bytes of a body. deadline: of time.monotonic()."""

    agent: str
    limit: int
    deadline: float


def start_fetches(urls: Iterable[str], terms: Terms) -> dict[str, Future[Reply]]:
    """Begins to fetch all the addresses, AT_ONCE at a time, in the background.

    The threads are daemons: a name server that never answers cannot be interrupted, and must not hold up the end of
    the program.
    """
    replies: dict[str, Future[Reply]] = {url: Future() for url in urls}
    if not replies:
        return replies
    import httpx

    waiting: SimpleQueue[tuple[str, Future[Reply]]] = SimpleQueue()
    for job in replies.items():
        waiting.put(job)
    context = httpx.create_ssl_context()  # reads the certificates: once, not for each fetch

    def work() -> None:
        while True:
            try:
                url, reply = waiting.get_nowait()
            except Empty:
                return
            try:
                reply.set_result(fetch(url, terms, context))
            except Exception as error:  # noqa: BLE001 — raised again where the reply is waited for
                reply.set_exception(error)

    for _ in range(min(AT_ONCE, len(replies))):
        threading.Thread(target=work, daemon=True).start()
    return replies


def wait_for(url: str, reply: Future[Reply], terms: Terms) -> Reply:
    """The reply of an address. Raises Transient when it is not there by the deadline, else as `fetch`."""
    try:
        return reply.result(timeout=max(0.0, terms.deadline - monotonic()))
    except TimeoutError as error:
        raise _late(url) from error


def fetch(url: str, terms: Terms, context: ssl.SSLContext | bool = True) -> Reply:
    """Reads one address, following at most REDIRECTS.

    Raises Transient when the server is away or slow, Rejected when what stands there cannot be read over HTTP.
    """
    import httpx

    timeout = httpx.Timeout(READ, connect=CONNECT)
    headers = {"User-Agent": terms.agent, "Accept": ACCEPT}
    body, began = bytearray(), monotonic()
    try:
        with (
            httpx.Client(
                follow_redirects=True,
                max_redirects=REDIRECTS,
                timeout=timeout,
                headers=headers,
                verify=context,
            ) as client,
            client.stream("GET", url) as response,
        ):
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > terms.limit:
                    break
                if monotonic() > terms.deadline:
                    raise _late(url)
            return Reply(
                url=str(response.url),
                status=response.status_code,
                content_type=response.headers.get("content-type", ""),
                body=bytes(body[: terms.limit]),
                whole=len(body) <= terms.limit,
                seconds=monotonic() - began,
            )
    except httpx.TimeoutException as error:
        raise Transient(f"{url} did not answer in time", OFFLINE) from error
    except httpx.TooManyRedirects as error:
        raise Rejected(
            f"{url} redirects more than {REDIRECTS} times", "name the address it ends at"
        ) from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise Rejected(f"{url} leads to no http(s) address: {error}", "correct the address") from error
    except httpx.DecodingError as error:
        raise Rejected(f"{url} sends a broken compression: {error}", "tell those who run the site") from error
    except httpx.HTTPError as error:
        raise Transient(f"{url} cannot be reached: {error or type(error).__name__}", OFFLINE) from error


def refuse_bad_status(url: str, status: int) -> None:
    """Raises for an answer that is not the content: Transient where a later try may bring it, else Rejected."""
    if status in (408, 425, 429) or status >= 500:
        raise Transient(f"{url} answers {status}", "the next round tries again")
    if status in (401, 403):
        raise Rejected(
            f"{url} answers {status}: it does not let us in", "correct the address or take the source out"
        )
    if not 200 <= status < 300:
        raise Rejected(f"{url} answers {status}", "correct the address or take the source out")


def _late(url: str) -> Transient:
    return Transient(f"{url} did not answer within the time of a round", OFFLINE)
