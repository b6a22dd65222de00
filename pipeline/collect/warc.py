"""WARC files: a path in; the answers of web servers that it holds out, one at a time, each with the time of its capture."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from pipeline.collect.brought import FORM, OURS
from pipeline.collect.declared import parse_time
from pipeline.collect.files import refuse_special, shown, unreadable
from pipeline.errors import Rejected

if TYPE_CHECKING:
    from warcio.archiveiterator import WARCIterator
    from warcio.recordloader import ArcWarcRecord

PIECE = 16_384
_SPARE = 65_536
"""Bytes for the headers of an answer."""
_GZIP, _BEGINNING = b"\x1f\x8b", b"WARC/"
LONGEST_NOTE = 10_000_000
_HTTP = ("http://", "https://")
_EARLY = "it ends in the middle of a record"


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of an answer before it is read. at: when it was captured. record: its id."""

    url: str
    content_type: str
    at: datetime
    record: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """An answer with status 200. body: without its encodings; whole is False when it was cut at the limit."""

    head: Head
    body: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What one of our own archives says of the answer behind it, see brought.py."""

    data: bytes


class _Broken(Exception):
    """The file ends too early, or cannot be unpacked. spoilt: nor can the record before be trusted, which looked whole."""

    def __init__(self, why: str, *, spoilt: bool = False) -> None:
        super().__init__(why)
        self.spoilt = spoilt


class _Unpacked:
    """The bytes of a file, unpacked. warcio would take what gzip raises for a good end; _Broken goes through it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.packed = file.read(len(_GZIP)) == _GZIP
        file.seek(0)
        self._file: Any = gzip.GzipFile(fileobj=file) if self.packed else file

    def begins(self, beginning: bytes) -> bool:
        return bool(self._tried(self._file.peek, len(beginning)).startswith(beginning))

    def read(self, size: int) -> bytes:
        return self._tried(self._file.read1, size)  # one step: what stands before an error comes out

    def _tried(self, step: Callable[[int], bytes], size: int) -> bytes:
        try:
            return step(size)
        except EOFError as error:
            raise _Broken(_EARLY) from error
        except (OSError, zlib.error) as error:
            # Checksums stand behind what they are of; all else is wrong with what is to come.
            spoilt = isinstance(error, gzip.BadGzipFile) and "Not a gzipped file" not in str(error)
            raise _Broken(f"it cannot be unpacked ({error})", spoilt=spoilt) from error


def read_warc(path: Path, limit: int, wanted: Callable[[Head], bool]) -> Iterator[Capture | Note | Rejected]:
    """The wanted answers with status 200 of a WARC file, packed with gzip or not, in its order; our notes before each of ours.

    What else it holds is passed over: requests, revisits, name look-ups. A Rejected stands for each answer that cannot
    be read, and at the end for what is lost of a broken file.
    """
    try:
        refuse_special(path)
        with path.open("rb") as file:
            unpacked = _Unpacked(file)
            if unpacked.begins(_BEGINNING):
                yield from _captures(unpacked, limit, wanted)
            else:
                yield Rejected(f"{shown(path)} is no WARC file", "name a .warc or .warc.gz")
    except Rejected as error:
        yield error
    except OSError as error:
        yield unreadable(path, error)
    except Exception as error:  # noqa: BLE001 — whatever warcio trips over in foreign bytes
        why = str(error) if isinstance(error, _Broken) else f"{type(error).__name__}: {error}"
        yield Rejected(f"{shown(path)} is broken, its end was not read: {why}", "get the file again")


def _captures(
    unpacked: _Unpacked, limit: int, wanted: Callable[[Head], bool]
) -> Iterator[Capture | Note | Rejected]:
    """Each is held back until the next one begins: only then is its checksum known to be right."""
    from warcio.archiveiterator import WARCIterator

    records = WARCIterator(unpacked, no_record_parse=True)
    last: Capture | Note | Rejected | None = None
    try:
        while True:
            record = _next(records, packed=unpacked.packed)
            if last:
                yield last
            last = None
            if record is None:
                return
            last = _read_record(record, limit, wanted)
    except Exception as error:
        if last and not (isinstance(error, _Broken) and error.spoilt):
            yield last
        raise


def _next(records: WARCIterator, *, packed: bool) -> ArcWarcRecord | None:
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with redirect_stderr(io.StringIO()):  # where warcio tells of what err_count counts
            record = next(records, None)
    except ArchiveLoadFailed as error:
        # Where a packed record is damaged, more or less may come out of it than went in, before its checksum does.
        raise _Broken("no record follows", spoilt=packed or records.err_count > 0) from error
    if records.err_count:
        raise _Broken("a record is longer than it says", spoilt=True)
    return record


def _read_record(
    record: ArcWarcRecord, limit: int, wanted: Callable[[Head], bool]
) -> Capture | Note | Rejected | None:
    """Reads a record to its end. Raises _Broken for one that the file does not hold in full."""
    stream, length = record.raw_stream, record.rec_headers.get_header("Content-Length") or ""
    if not re.fullmatch(r"\s*[0-9]+\s*", length):
        raise _Broken("a record does not say how long it is")
    capture: Capture | Note | Rejected | None
    try:
        capture = _capture(record, limit, wanted)
    except Rejected as error:
        capture = error
    while stream.read(PIECE):
        pass
    if stream.limit:
        raise _Broken(_EARLY)
    return capture


def _capture(record: ArcWarcRecord, limit: int, wanted: Callable[[Head], bool]) -> Capture | Note | None:
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.limitreader import LimitReader
    from warcio.statusandheaders import StatusAndHeadersParser

    said = record.rec_headers
    if record.rec_type == "metadata" and said.get_header("Content-Type") == FORM:
        return Note(record.raw_stream.read(LONGEST_NOTE))
    url = (said.get_header("WARC-Target-URI") or "").strip("<>")
    if (
        record.rec_type not in ("response", "resource")
        or not url.lower().startswith(_HTTP)
        or not record.length
    ):
        return None
    stream: Any = LimitReader(record.raw_stream, 2 * limit + _SPARE)
    content_type, encoding, chunked = said.get_header("Content-Type") or "", "", False
    if record.rec_type == "response":
        answer = StatusAndHeadersParser([], verify=False).parse(stream)
        status = answer.get_statuscode()
        if status != "200" and not (said.get_header(OURS) and status.startswith("2")):
            return None
        content_type, encoding = (
            answer.get_header(one) or "" for one in ("Content-Type", "Content-Encoding")
        )
        chunked = "chunked" in (answer.get_header("Transfer-Encoding") or "").lower()
    at = parse_time(said.get_header("WARC-Date") or "")
    if not at:
        raise Rejected(f"{url} is archived without a WARC-Date", "capture it again")
    head = Head(url, content_type, at, said.get_header("WARC-Record-ID") or "")
    if not wanted(head):
        return None
    if cut := said.get_header("WARC-Truncated"):
        raise Rejected(f"{url} is archived in part only (WARC-Truncated: {cut})", "capture it again")
    packed = (ChunkedDataReader(stream) if chunked else stream).read()
    body = _decoded(url, packed, encoding, limit)
    return Capture(head, body[:limit], whole=len(body) <= limit and stream.limit > 0)


def _decoded(url: str, packed: bytes, encoding: str, limit: int) -> bytes:
    """As fetching does it: the body, or somewhat more than `limit` of it. Some archives unpack it and keep the header."""
    import httpx

    pieces = (packed[at : at + PIECE] for at in range(0, len(packed), PIECE))
    body = bytearray()
    try:
        for piece in httpx.Response(200, headers={"Content-Encoding": encoding}, content=pieces).iter_bytes():
            body += piece
            if len(body) > limit:
                break
    except httpx.DecodingError as error:
        if body:
            raise Rejected(
                f"{url} is archived with a broken compression: {error}", "capture it again"
            ) from error
        return packed
    return bytes(body)
