"""Connections: requests in, answers out, over connections that are kept for the next request of their host.

Each is lent to one request at a time; turns.py sees to how many a host has. httpcore's pool looks through all of its
connections for every request.
"""

from __future__ import annotations

import base64
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from pipeline.collect.web.guard import Guarded, refuse_named
from pipeline.collect.web.talk import Talk
from pipeline.collect.web.terms import bare
from pipeline.errors import Misconfigured

IDLE = 30.0
"""Seconds that a connection is kept without use."""


class Pools:
    """Those of a round. Proxies are those of HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY."""

    def __init__(self) -> None:
        self._kept: dict[tuple[bytes, bytes, int | None, bool], list[httpcore.AsyncConnectionInterface]] = {}
        self._context: ssl.SSLContext | None = None
        self._proxies = getproxies()

    @asynccontextmanager
    async def answer(
        self, url: httpx.URL, request: httpcore.Request, *, private: bool
    ) -> AsyncIterator[httpcore.Response]:
        """The answer to a request for this address, whose body is to be read inside.

        A connection that was kept may be closed by its server just then: such a request is sent once more.
        private: whether addresses of private networks may be reached; such connections are lent to no one else.
        Raises the errors of httpcore, NotPublic for what is not, Misconfigured for a proxy that cannot be one.
        """
        kept = self._kept.setdefault((url.raw_scheme, url.raw_host, url.port, private), [])
        connection = await _usable(kept)
        try:
            response = await _again(connection, request) if connection else None
            if not connection or not response:
                connection = await self._opened(url, request, private=private)
                response = await connection.handle_async_request(request)
            try:
                yield response
            finally:
                await response.aclose()
        finally:
            if connection and connection.is_idle() and connection.is_available():
                kept.append(connection)
            elif connection:
                await connection.aclose()

    async def aclose(self) -> None:
        for kept in self._kept.values():
            for connection in kept:
                await connection.aclose()

    async def _opened(
        self, url: httpx.URL, request: httpcore.Request, *, private: bool
    ) -> httpcore.AsyncConnectionInterface:
        proxy, origin = self._proxy(url), request.url.origin
        if proxy:
            if not private:
                refuse_named(url.host)  # a name is resolved by the proxy, whose network it is
            backend = Guarded(private=True)
            context = self._tls() if b"https" in (url.raw_scheme, proxy.url.scheme) else None
            pool = httpcore.AsyncConnectionPool(
                context, proxy, keepalive_expiry=IDLE, http2=True, network_backend=backend
            )
            return pool.create_connection(origin)
        host, seconds = origin.host.decode("ascii"), request.extensions["timeout"]["connect"]
        stream = await Guarded(private=private).connect_tcp(host, origin.port, seconds)
        if url.scheme == "https":
            stream = await stream.start_tls(self._tls(), host, seconds)
            if stream.get_extra_info("ssl_object").selected_alpn_protocol() == "h2":
                return httpcore.AsyncHTTP2Connection(origin, stream, IDLE)
        return Talk(stream, IDLE)

    def _tls(self) -> ssl.SSLContext:
        if self._context is None:  # reads the certificates: once
            self._context = httpx.create_ssl_context()
            self._context.set_alpn_protocols(["http/1.1", "h2"])
        return self._context

    def _proxy(self, url: httpx.URL) -> httpcore.Proxy | None:
        address = self._proxies.get(url.scheme) or self._proxies.get("all")
        if not address or proxy_bypass(url.host):
            return None
        parts = urlsplit(address if "://" in address else f"http://{address}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            problem = f"the proxy {bare(address)} in {url.scheme.upper()}_PROXY is not known here"
            raise Misconfigured(problem, "name one as http://host:port")
        headers = []
        if parts.username:
            word = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
            headers = [("Proxy-Authorization", f"Basic {base64.b64encode(word).decode()}")]
        place = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        return httpcore.Proxy(place, headers=headers)


async def _usable(kept: list[httpcore.AsyncConnectionInterface]) -> httpcore.AsyncConnectionInterface | None:
    """One of those that were kept and still stand."""
    while kept:
        connection = kept.pop()
        if not connection.has_expired():
            return connection
        await connection.aclose()
    return None


async def _again(
    connection: httpcore.AsyncConnectionInterface, request: httpcore.Request
) -> httpcore.Response | None:
    """The answer over a connection that was kept; None where it does not stand any more, and is closed."""
    try:
        return await connection.handle_async_request(request)
    except (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError):
        await connection.aclose()
        return None
