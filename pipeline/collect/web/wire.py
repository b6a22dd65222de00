"""The wire: an IP address in, a connection as httpcore speaks over it out, on asyncio's own streams."""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpcore


async def connect(address: str, port: int, seconds: float) -> httpcore.AsyncNetworkStream:
    """Raises ConnectTimeout and ConnectError of httpcore."""
    with _named(httpcore.ConnectTimeout, httpcore.ConnectError):
        async with asyncio.timeout(seconds):
            return _Stream(*await asyncio.open_connection(address, port))


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _named(httpcore.ReadTimeout, httpcore.ReadError):
            async with asyncio.timeout(timeout):
                return await self._reader.read(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with _named(httpcore.WriteTimeout, httpcore.WriteError):
            self._writer.write(buffer)
            if self._writer.transport.get_write_buffer_size():  # else all of it is with the system already
                async with asyncio.timeout(timeout):
                    await self._writer.drain()

    async def aclose(self) -> None:
        self._writer.transport.abort()  # close() would wait for the other side's goodbye

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            with _named(httpcore.ConnectTimeout, httpcore.ConnectError):
                async with asyncio.timeout(timeout):
                    await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except BaseException:
            self._writer.transport.abort()
            raise
        return self

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # of one that is kept: whether the server has closed it
            return self._reader.at_eof() or self._writer.is_closing()
        return self._writer.get_extra_info("peername" if info == "server_addr" else info)


@contextmanager
def _named(late: type[Exception], broken: type[Exception]) -> Iterator[None]:
    """What the system raises, by httpcore's names and in words."""
    try:
        yield
    except TimeoutError as error:
        raise late("timed out") from error
    except ssl.SSLCertVerificationError as error:
        raise broken(f"its certificate does not hold ({error.verify_message})") from error
    except ssl.SSLError as error:
        raise broken(f"TLS fails ({error.reason or error})") from error
    except OSError as error:
        raise broken(os.strerror(error.errno) if error.errno else str(error)) from error
