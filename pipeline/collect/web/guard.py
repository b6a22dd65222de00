"""The guard at the door: host names in, connections out, and none to an address that is not of the public internet.

Names are resolved here and the very address that was looked at is connected to, so that a name cannot change in between.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Iterable
from time import monotonic

import httpcore

from pipeline.collect.web.wire import connect

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class NotPublic(Exception):
    """An address of a private network; str() is the address."""


def is_public(address: str) -> bool:
    """Whether the IP address is of the public internet: not private, of this machine, link-local, shared, multicast,
    reserved or unspecified, whichever way an IPv4 address is written in an IPv6 one."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def refuse_named(host: str) -> None:
    """For what a proxy resolves: raises NotPublic where the host is a private address, or a name of this machine."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        public = is_public(name)
    except ValueError:
        public = name != "localhost" and not name.endswith(".localhost")
    if not public:
        raise NotPublic(host)


class Guarded(httpcore.AsyncNetworkBackend):
    """httpcore's way to the network, with names resolved and addresses looked at. private: whether all are let through."""

    def __init__(self, *, private: bool) -> None:
        self._private = private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 — httpcore's; none of ours sets it, nor the next
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        end = monotonic() + (timeout if timeout is not None else 60)
        addresses = await _resolve(host, port, end - monotonic())
        allowed = [one for one in addresses if self._private or is_public(one)]
        if not allowed:
            raise NotPublic(addresses[0])
        for left in range(len(allowed) - 1, -1, -1):
            share = (end - monotonic()) / (
                2 if left else 1
            )  # a way that leads nowhere leaves time for the next
            try:
                return await connect(allowed[-1 - left], port, max(share, 0.001))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not left:
                    raise
        raise AssertionError

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


async def _resolve(host: str, port: int, timeout: float) -> list[str]:
    """The IP addresses of a host, each once, in the system's order.

    The thread is a daemon: a name server that never answers cannot be interrupted, and must not hold up the end of the
    program.
    """
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()

    def settle(addresses: list[str], error: Exception | None) -> None:
        if found.done():
            return
        if error:
            found.set_exception(error)
        else:
            found.set_result(addresses)

    def look_up() -> None:
        addresses: list[str] = []
        problem: Exception | None = None
        try:
            given = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            addresses = list(dict.fromkeys(str(one[4][0]) for one in given))
        except (OSError, UnicodeError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            problem = httpcore.ConnectError(f"the name {host} does not resolve ({why})")
        try:
            loop.call_soon_threadsafe(settle, addresses, problem)
        except RuntimeError:  # the loop is closed: the round has ended without us
            return

    threading.Thread(target=look_up, daemon=True).start()
    try:
        async with asyncio.timeout(timeout):
            return await found
    except TimeoutError as error:
        raise httpcore.ConnectTimeout(f"the name {host} was not resolved in time") from error
