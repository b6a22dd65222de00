"""The end of a WARC file that is packed record by record: its path in, where its last whole record ends out.

The file is read backwards, as far as the last whole record: an archive of a gigabyte costs no more than a small one.
"""

from __future__ import annotations

import mmap
import zlib
from pathlib import Path

_MEMBER = b"\x1f\x8b\x08"
_WARC = b"WARC/"
PIECE = 16_384


def whole_end(path: Path, size: int) -> int:
    """0 where it holds no whole record."""
    if not size:
        return 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ) as held:
        at = size
        while (at := held.rfind(_MEMBER, 0, at)) >= 0:
            if end := _member_end(held, at):
                while more := _member_end(
                    held, end
                ):  # what looks like a beginning may stand inside of the last one
                    end = more
                return end
    return 0


def _member_end(held: mmap.mmap, start: int) -> int:
    """Where the record ends that begins there; 0 where none does, or it is cut off."""
    unpacker, at, beginning = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS), start, b""
    try:
        while not unpacker.eof and at < len(held):
            piece = held[at : at + PIECE]
            at += len(piece)
            some = unpacker.decompress(piece)
            if len(beginning) < len(_WARC):
                beginning += some[: len(_WARC)]
                if not _WARC.startswith(beginning[: len(_WARC)]):
                    return 0
    except zlib.error:
        return 0
    return at - len(unpacker.unused_data) if unpacker.eof and beginning.startswith(_WARC) else 0
