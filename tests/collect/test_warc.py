"""WARC files: every page that stands whole in one comes out, and what is broken is named."""

from __future__ import annotations

import gzip
import os
import random
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.collect.warc import Capture, read_warc
from pipeline.errors import Rejected
from tests.collect.warcs import Answer, page, write_warc

LIMIT = 100_000
URL = "https://a.example/{}"


def read(path: Path, limit: int = LIMIT) -> tuple[list[Capture], list[str]]:
    captures, failures = [], []
    for one in read_warc(path, limit, lambda _: True):
        if isinstance(one, Rejected):
            failures.append(str(one))
        elif isinstance(one, Capture):
            captures.append(one)
    return captures, failures


def bodies(path: Path) -> list[bytes]:
    captures, failures = read(path)
    assert failures == []
    return [one.body for one in captures]


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    pieces = (body[:half], body[half:], b"")
    return b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces)


def deflated(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


BODY = "生成AI".encode() * 50
GZIP, DEFLATE, CHUNKED = (
    ("Content-Encoding", "gzip"),
    ("Content-Encoding", "deflate"),
    ("Transfer-Encoding", "chunked"),
)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (BODY, ()),
        (gzip.compress(BODY, mtime=0), [GZIP]),
        (zlib.compress(BODY), [DEFLATE]),
        (deflated(BODY), [DEFLATE]),
        (chunked(BODY), [CHUNKED]),
        (chunked(gzip.compress(BODY, mtime=0)), [CHUNKED, GZIP]),
        (chunked(BODY), [("Transfer-Encoding", "Chunked")]),
        (BODY, [GZIP]),  # unpacked by the crawler, which kept the header
        (BODY, [CHUNKED]),
        (BODY, [("Content-Encoding", "identity")]),
    ],
)
def test_an_answer_comes_out_as_a_browser_shows_it(
    tmp_path: Path, body: bytes, headers: list[tuple[str, str]], packed: bool
) -> None:
    path = write_warc(
        tmp_path / "a", Answer(URL.format(1), body, "2024-05-01T12:30:00Z", headers=headers), packed=packed
    )
    (capture,), failures = read(path)
    assert (capture.body, capture.whole, failures) == (BODY, True, [])
    assert (capture.head.url, capture.head.content_type) == (URL.format(1), "text/html; charset=utf-8")
    assert capture.head.at.isoformat() == "2024-05-01T12:30:00+00:00"


def test_only_good_answers_of_web_servers_come_out(tmp_path: Path) -> None:
    path = write_warc(
        tmp_path / "a",
        Answer("dns:a.example", "a.example. 60 IN A 192.0.2.1", kind="resource", content_type="text/dns"),
        Answer("urn:uuid:1", "log", kind="resource", content_type="text/plain"),
        Answer(URL.format("gone"), page("gone"), status="404 Not Found"),
        Answer(URL.format("moved"), page("moved"), status="301 Moved"),
        Answer(URL.format("partial"), page("partial"), status="206 Partial Content"),
        Answer(URL.format("same"), "", kind="revisit"),
        Answer(URL.format("meta"), "outlink: x", kind="metadata"),
        Answer(URL.format("text"), "a text", kind="resource", content_type="text/plain"),
        Answer("HTTPS://a.example/page", page("page"), headers=[("X-From", "here")]),
        Answer(f"<{URL.format('wget')}>", page("wget")),
    )
    captures, failures = read(path)
    assert [one.head.url for one in captures] == [
        URL.format("text"),
        "HTTPS://a.example/page",
        URL.format("wget"),
    ]
    assert captures[0].head.content_type == "text/plain"
    assert failures == []


@pytest.mark.parametrize("encode", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_an_answer_larger_than_the_limit_is_cut_and_says_so(tmp_path: Path, encode: type[bytes]) -> None:
    headers = [] if encode is bytes else [GZIP]
    answers = [
        Answer(URL.format(size), encode(os.urandom(size // 2) + bytes(size // 2)), headers=headers)
        for size in (LIMIT, LIMIT + 2, LIMIT * 10)
    ]
    captures, failures = read(write_warc(tmp_path / "a", *answers, Answer(URL.format("next"), "next")))
    assert [(len(one.body), one.whole) for one in captures] == [
        (LIMIT, True),
        (LIMIT, False),
        (LIMIT, False),
        (4, True),
    ]
    assert failures == []


def bomb() -> bytes:
    """A gigabyte of zeros in a megabyte."""
    packer = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(1024)) + packer.flush()


@pytest.mark.parametrize(
    ("make", "headers"),
    [(bomb, [GZIP, CHUNKED]), (lambda: bytes(100_000_000), [CHUNKED])],
    ids=["bomb", "huge"],
)
def test_an_answer_costs_little_more_memory_than_the_limit(
    tmp_path: Path, make: Callable[[], bytes], headers: list[tuple[str, str]]
) -> None:
    """In one chunk, which would stand in memory as a whole."""
    body = make()
    one_chunk = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    path = write_warc(tmp_path / "a", Answer(URL.format(1), one_chunk, headers=headers))
    read(write_warc(tmp_path / "b", Answer(URL.format(1), "small", headers=[GZIP])))  # loads the libraries
    tracemalloc.start()
    (capture,), _ = read(path, limit=2_000_000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(capture.body), capture.whole) == (2_000_000, False)
    assert most < 60_000_000


def test_an_answer_in_tiny_chunks_is_whole_or_says_that_it_is_not(tmp_path: Path) -> None:
    """Their sizes take more room than what they hold."""
    path = write_warc(
        tmp_path / "a", Answer(URL.format(1), b"1\r\nx\r\n" * 90_000 + b"0\r\n\r\n", headers=[CHUNKED])
    )
    (capture,), failures = read(path)
    assert failures == []
    assert (len(capture.body), capture.whole) == (90_000, True) or not capture.whole


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            Answer(URL.format(1), page("x"), warc_headers={"WARC-Truncated": "length"}),
            "https://a.example/1 is archived in part only (WARC-Truncated: length); capture it again",
        ),
        (
            Answer(URL.format(1), page("x"), date="yesterday"),
            "https://a.example/1 is archived without a WARC-Date",
        ),
        (
            Answer(
                URL.format(1), gzip.compress(os.urandom(50_000))[:-20_000] + b"\xff" * 20_000, headers=[GZIP]
            ),
            "https://a.example/1 is archived with a broken compression",
        ),
    ],
)
def test_an_answer_that_is_broken_is_named_and_the_next_one_is_read(
    tmp_path: Path, answer: Answer, said: str
) -> None:
    path = write_warc(tmp_path / "a", answer, Answer(URL.format(2), page("good")))
    captures, (failure,) = read(path)
    assert [one.head.url for one in captures] == [URL.format(2)]
    assert said in failure


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_file_gives_what_is_whole_wherever_it_is_cut(tmp_path: Path, packed: bool) -> None:
    answers = [Answer(URL.format(number), page(f"number {number} ") + "x" * number) for number in range(4)]
    path = write_warc(tmp_path / "whole", *answers, packed=packed)
    data, counts, silent = path.read_bytes(), [], 0
    for size in range(1, len(data), 7):
        cut = tmp_path / "cut"
        cut.write_bytes(data[:size])
        captures, failures = read(cut)
        assert [one.body for one in captures] == [str(one.body).encode() for one in answers[: len(captures)]]
        counts.append(len(captures))
        if not failures:
            silent += 1  # cut between two records, which nothing tells from an end
        else:
            (failure,) = failures
            assert str(cut) in failure
            assert "; " in failure, "no remedy"
    assert counts == sorted(counts)
    assert set(counts) >= {0, 1, 2, 3}
    assert silent <= 5


def test_a_file_damaged_in_the_middle_gives_what_stands_before_and_nothing_damaged(tmp_path: Path) -> None:
    """Unpacked, the damage is another length, or another text of the same length, or cannot be unpacked."""
    for seed in range(40):
        dice = random.Random(seed)
        answers = [Answer(URL.format(number), dice.randbytes(2_000)) for number in range(3)]
        path = write_warc(tmp_path / "a", *answers)
        data = bytearray(path.read_bytes())
        middle = len(data) // 2
        data[middle : middle + 200] = bytes(200)
        path.write_bytes(data)
        captures, (failure,) = read(path)
        assert [one.body for one in captures] == [answers[0].body], seed
        assert f"{path} is broken, its end was not read: " in failure
        assert "; get the file again" in failure


@pytest.mark.parametrize("surplus", [b"more", b"more\r\nand more\r\n", b"\r\nmore\r\n"])
def test_a_packed_record_with_more_in_it_than_it_says_is_not_trusted(tmp_path: Path, surplus: bytes) -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\n"
    said = f"WARC-Type: response\r\nWARC-Target-URI: {URL.format(2)}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
    record = f"WARC/1.0\r\n{said}Content-Length: {len(head) + 3}\r\n\r\n".encode() + head + b"two" + surplus
    path = write_warc(tmp_path / "a", Answer(URL.format(1), "one"))
    with path.open("ab") as file:
        file.write(gzip.compress(record, mtime=0))
    captures, (failure,) = read(path)
    assert [one.body for one in captures] == [b"one"]
    assert "is broken, its end was not read" in failure


def test_what_was_appended_to_an_archive_spoils_none_of_it(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a", Answer(URL.format(1), "one"), Answer(URL.format(2), "two"))
    with path.open("ab") as file:
        file.write(b"and so on")
    captures, (failure,) = read(path)
    assert [one.body for one in captures] == [b"one", b"two"]
    assert "it cannot be unpacked (Not a gzipped file" in failure


def test_an_archive_packed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    path = write_warc(
        tmp_path / "a", *(Answer(URL.format(n), str(n), warc_headers={}) for n in range(3)), packed=False
    )
    path.write_bytes(gzip.compress(path.read_bytes()))
    assert bodies(path) == [b"0", b"1", b"2"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"OpenAI raised money.", "is no WARC file; name a .warc or .warc.gz"),
        (b"", "is no WARC file; name a .warc or .warc.gz"),
        (gzip.compress(b"OpenAI raised money.", mtime=0), "is no WARC file; name a .warc or .warc.gz"),
        (b"\x1f\x8b and so on", "it cannot be unpacked"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "a record does not say how long it is"),
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: much\r\n\r\nthis much",
            "a record does not say how long it is",
        ),
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1\r\n\r\nthis much",
            "a record is longer than it says",
        ),
        (b"WARC/1.0\r\nWARC-Type: info\r\nContent-Length: 0\r\n\r\n\r\n\r\nwords", "no record follows"),
        (None, "does not exist; correct the path"),
    ],
)
def test_a_file_that_is_no_archive_says_what_to_do(tmp_path: Path, data: bytes | None, said: str) -> None:
    path = tmp_path / "notes.warc.gz"
    if data is not None:
        path.write_bytes(data)
    captures, (failure,) = read(path)
    assert captures == []
    assert str(path) in failure
    assert said in failure


def test_a_folder_or_pipe_is_no_archive(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        captures, (failure,) = read(path)
        assert captures == []
        assert "is neither a file nor a folder" in failure
