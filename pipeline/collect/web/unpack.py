"""Unpacking: the pieces of a body as they come in, what they unpack to out, never more than its limit at once.

httpx unpacks each piece in full: one packed twice makes gigabytes of a few kilobytes. Here every layer is bounded.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator

PIECE = 65_536
"""Bytes that are unpacked at once."""
LAYERS = 3
ACCEPTED = "gzip, deflate"
"""Not br and zstd: their Python packages unpack without bound."""
_GZIP = b"\x1f\x8b"
_KNOWN = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "identity": "", "none": "", "utf-8": ""}
"""The last two are no encodings, but what servers write."""


class Broken(Exception):
    """A body that cannot be unpacked, and why."""


async def unpacked(pieces: AsyncIterator[bytes], encoding: str, limit: int) -> tuple[bytes, bool]:
    """The body, at most `limit` bytes of it, and whether that is all. Raises Broken."""
    layers = _layers(encoding, limit)
    body = bytearray()
    async for piece in pieces:
        for some in _through(layers, piece):
            body += some
            if len(body) > limit:
                return bytes(body[:limit]), False
    for number, layer in enumerate(layers):
        for some in layer.rest():
            for more in _through(layers[number + 1 :], some):
                body += more
    if len(body) > limit:
        return bytes(body[:limit]), False
    return bytes(body), True


def _layers(encoding: str, limit: int) -> list[_Layer]:
    names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
    if unknown := [name for name in names if name not in _KNOWN]:
        raise Broken(f"it is packed as {unknown[0][:40]}, which we did not ask for")
    kinds = [kind for name in reversed(names) if (kind := _KNOWN[name])]
    if len(kinds) > LAYERS:
        raise Broken(f"it is packed {len(kinds)} times")
    return [_Layer(kind, limit) for kind in kinds or ["perhaps"]]


def _through(layers: list[_Layer], piece: bytes) -> Iterator[bytes]:
    if not layers:
        yield piece
        return
    for some in layers[0].feed(piece):
        yield from _through(layers[1:], some)


class _Layer:
    """One encoding. What is declared packed and is not passes as it is, and so does what is packed and not declared."""

    def __init__(self, kind: str, limit: int) -> None:
        self._kind, self._limit = kind, limit
        self._beginning: bytes | None = b""
        self._open: zlib._Decompress | None = None
        self._size = 0

    def feed(self, piece: bytes) -> Iterator[bytes]:
        if self._beginning is not None:
            self._beginning += piece
            if len(self._beginning) < len(_GZIP):
                return
            piece, self._beginning = self._beginning, None
            self._open = self._opened(piece)
        yield from self._unpack(piece) if self._open else (piece,)

    def rest(self) -> Iterator[bytes]:
        """At the end of the input. Raises Broken where the packed body is not at its end."""
        if self._beginning:
            yield self._beginning
        elif self._open and not self._open.eof:
            raise Broken("it ends too early")

    def _opened(self, piece: bytes) -> zlib._Decompress | None:
        if self._kind != "deflate":
            return zlib.decompressobj(31) if piece.startswith(_GZIP) else None
        # RFC 9110 says zlib, some servers leave its two bytes out.
        wrapped = piece[0] & 0x0F == 8 and int.from_bytes(piece[:2], "big") % 31 == 0
        if not wrapped:
            return None if piece.lstrip()[:1] in (b"<", b"{") else zlib.decompressobj(-15)
        return zlib.decompressobj(15)

    def _unpack(self, piece: bytes) -> Iterator[bytes]:
        while self._open:
            if self._open.eof:
                if not piece.startswith(_GZIP):  # what stands behind the last member is padding
                    return
                self._open = zlib.decompressobj(31)
            try:
                some = self._open.decompress(piece, PIECE)
            except zlib.error as error:
                raise Broken(str(error)) from error
            self._size += len(some)
            yield some
            if self._size > self._limit + PIECE:  # a layer in between, of whose much little comes
                raise Broken("it unpacks to more than it holds")
            piece = self._open.unused_data if self._open.eof else self._open.unconsumed_tail
            if not piece and len(some) < PIECE:
                return
