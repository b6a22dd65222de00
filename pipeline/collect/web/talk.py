"""Talking HTTP/1.1: a stream and a request in, the answer out, its body piece by piece; the grammar is h11's.

httpcore does the same with locks, traces and shields against other users of a connection, for twice the processor. Ours are lent to one
request at a time (pools.py).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress
from time import monotonic
from typing import cast

import h11
import httpcore

LARGEST_HEAD = 102_400
"""Bytes of the head of an answer."""
PIECE = 65_536


class Talk(httpcore.AsyncConnectionInterface):
    """A connection as httpcore has them. kept: seconds for which it may be used again."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, kept: float) -> None:
        self._stream, self._kept, self._until = stream, kept, 0.0
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=LARGEST_HEAD)

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Raises LocalProtocolError for a request that cannot be sent; else the other errors of httpcore."""
        timeout, target = request.extensions["timeout"], request.url.target
        try:
            asked = h11.Request(method=request.method, target=target, headers=request.headers)
            sent = (self._state.send(asked) or b"") + (self._state.send(h11.EndOfMessage()) or b"")
        except h11.LocalProtocolError as error:
            raise httpcore.LocalProtocolError(str(error)) from error
        with suppress(httpcore.WriteError):  # it may have answered before it hung up
            await self._stream.write(sent, timeout["write"])
        while not isinstance(event := await self._next(timeout["read"]), h11.Response):
            pass  # 103 and the like
        return httpcore.Response(
            event.status_code, headers=event.headers.raw_items(), content=self._body(timeout["read"])
        )

    async def aclose(self) -> None:
        await self._stream.aclose()

    def is_idle(self) -> bool:
        """Whether the answer was read to its end and the server lets another request follow."""
        return self._state.our_state is h11.IDLE

    def is_available(self) -> bool:
        return self.is_idle()

    def has_expired(self) -> bool:
        return monotonic() > self._until or bool(self._stream.get_extra_info("is_readable"))

    async def _body(self, seconds: float) -> AsyncIterator[bytes]:
        while isinstance(event := await self._next(seconds), h11.Data):
            yield bytes(event.data)
        if self._state.our_state is self._state.their_state is h11.DONE:
            self._state.start_next_cycle()
            self._until = monotonic() + self._kept

    async def _next(self, seconds: float) -> h11.Event | type[h11.PAUSED]:
        try:
            while (event := self._state.next_event()) is h11.NEED_DATA:
                data = await self._stream.read(PIECE, seconds)
                if not data and self._state.their_state is h11.SEND_RESPONSE:
                    raise httpcore.RemoteProtocolError("Server disconnected without sending a response.")
                self._state.receive_data(data)
        except h11.RemoteProtocolError as error:
            raise httpcore.RemoteProtocolError(str(error)) from error
        return cast("h11.Event | type[h11.PAUSED]", event)
