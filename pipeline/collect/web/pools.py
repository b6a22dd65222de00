"""Connections: addresses in, the pool that holds the connections of their host out, each made once a round.

A pool a host, since httpcore's searches all of its connections for every request.
"""

from __future__ import annotations

import base64
import ssl
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from pipeline.collect.web.guard import Guarded, refuse_named
from pipeline.collect.web.terms import bare
from pipeline.errors import Misconfigured

IDLE = 30.0
"""Seconds that a connection is kept without use."""


class Pools:
    """Those of a round. Proxies are those of HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY."""

    def __init__(self, at_host: int) -> None:
        self._at_host = at_host
        self._pools: dict[tuple[bytes, bytes, int, bool], httpcore.AsyncConnectionPool] = {}
        self._context: ssl.SSLContext | None = None
        self._proxies = getproxies()

    def of(self, url: httpx.URL, *, private: bool) -> httpcore.AsyncConnectionPool:
        """private: whether addresses of private networks may be reached; such connections are lent to no one else.

        Raises NotPublic for a host behind a proxy that is not, Misconfigured for a proxy that cannot be one.
        """
        port = url.port or (443 if url.scheme == "https" else 80)
        key = (url.raw_scheme, url.raw_host, port, private)
        if key not in self._pools:
            self._pools[key] = self._opened(url, private=private)
        return self._pools[key]

    async def aclose(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()

    def _opened(self, url: httpx.URL, *, private: bool) -> httpcore.AsyncConnectionPool:
        proxy = self._proxy(url)
        if proxy and not private:
            refuse_named(url.host)  # a name is resolved by the proxy, whose network it is
        if self._context is None and b"https" in (url.raw_scheme, proxy.url.scheme if proxy else b""):
            self._context = httpx.create_ssl_context()  # reads the certificates: once
        return httpcore.AsyncConnectionPool(
            ssl_context=self._context,
            proxy=proxy,
            max_connections=self._at_host,
            keepalive_expiry=IDLE,
            http2=True,
            network_backend=Guarded(private=private or proxy is not None),
        )

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
