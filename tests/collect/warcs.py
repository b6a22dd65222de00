"""WARC files for tests, written by warcio: answers of servers and what else a crawl keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """A record of an archive, by default a page."""

    url: str
    body: bytes | str
    date: str = "2024-05-01T00:00:00Z"
    status: str = "200 OK"
    content_type: str = HTML
    headers: Sequence[tuple[str, str]] = ()
    kind: str = "response"
    warc_headers: dict[str, str] = field(default_factory=dict)


def page(text: str) -> str:
    """A page with an article on it."""
    return f"<html lang='en'><head><title>News</title></head><body><article><p>{text}</p></article></body></html>"


def write_warc(path: Path, *answers: Answer, packed: bool = True) -> Path:
    """The archive; packed: as .warc.gz is, one record a gzip member."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "tests"}))
        for one in answers:
            body = one.body.encode() if isinstance(one.body, str) else one.body
            http = None
            if one.kind in ("response", "revisit"):
                fields = [("Content-Type", one.content_type), *one.headers]
                http = StatusAndHeaders(one.status, fields, protocol="HTTP/1.1")
            headers = {"WARC-Date": one.date, **one.warc_headers}
            record = writer.create_warc_record(
                one.url,
                one.kind,
                payload=BytesIO(body),
                length=len(body),
                http_headers=http,
                warc_content_type=one.content_type if one.kind == "resource" else "",
                warc_headers_dict=headers,
            )
            writer.write_record(record)
    return path
