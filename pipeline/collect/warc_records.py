"""WARC records: an answer and what it brought in; the bytes of its records out, each packed by itself.

Bodies are kept as they were read, unpacked: what documents are made of, and what other programs can read without our
guesses. The headers that said how they were packed stay under other names, as Common Crawl has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

from pipeline.collect.brought import FORM, OURS, brought_by
from pipeline.collect.visit import Read
from pipeline.collect.web.terms import Reply, scrubbed

if TYPE_CHECKING:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

_FRAMING = frozenset(("content-encoding", "content-length", "transfer-encoding"))
_SECRET = frozenset(("set-cookie", "set-cookie2"))
_FORMAT = "WARC File Format 1.1"


def info_record(name: str, at: datetime) -> bytes:
    """The record that a file begins with."""
    writer, out = _writer()
    said = {"software": f"kikimimi/{version('kikimimi')}", "format": _FORMAT}
    record = writer.create_warcinfo_record(name, said)
    record.rec_headers.replace_header("WARC-Date", _date(at))
    writer.write_record(record)
    return out.getvalue()


def records_of(read: Read, brought: Sequence[str]) -> bytes:
    """What it brought, the request and the answer, in this order. brought: ids of the documents."""
    reply = read.reply
    writer, out = _writer()
    note, request, answer = (f"<urn:uuid:{uuid4()}>" for _ in range(3))

    def write(
        kind: str, own: str, body: bytes, http: StatusAndHeaders | None, form: str = "", **more: str
    ) -> None:
        headers = {"WARC-Record-ID": own, "WARC-Date": _date(read.at)}
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        record = writer.create_warc_record(
            reply.url, kind, BytesIO(body), len(body), form, headers, http_headers=http
        )
        writer.write_record(record)

    told = brought_by(answer, read, list(brought))
    write("metadata", note, told, None, FORM, WARC_Refers_To=answer)
    write("request", request, b"", _request(reply), WARC_Concurrent_To=answer)
    write("response", answer, reply.body, _answer(reply), **{OURS: note, "WARC_Concurrent_To": request})
    return out.getvalue()


def _writer() -> tuple[WARCWriter, BytesIO]:
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    return WARCWriter(out, gzip=True, warc_version="WARC/1.1"), out


def _request(reply: Reply) -> StatusAndHeaders:
    from warcio.statusandheaders import StatusAndHeaders

    parts = urlsplit(reply.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return StatusAndHeaders(f"GET {target} HTTP/1.1", list(reply.asked), is_http_request=True)


def _answer(reply: Reply) -> StatusAndHeaders:
    from warcio.statusandheaders import StatusAndHeaders

    fields = [
        (f"X-Crawler-{name}" if name.lower() in _FRAMING else name, scrubbed(value))
        for name, value in reply.headers
        if name.lower() not in _SECRET
    ]
    known = reply.status in HTTPStatus._value2member_map_
    status = f"{reply.status} {HTTPStatus(reply.status).phrase if known else ''}".strip()
    return StatusAndHeaders(status, [*fields, ("Content-Length", str(len(reply.body)))], protocol="HTTP/1.1")


def _date(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
