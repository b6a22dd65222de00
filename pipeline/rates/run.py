"""Newer exchange rates: an address or a file in, the CSV in its place out, once it was read to its end."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pipeline.errors import Misconfigured, Transient
from pipeline.settings import MEGABYTE

LARGEST = 20 * MEGABYTE
SECONDS = 30.0
"""To connect, and between two pieces of the answer."""


def take(origin: str, target: Path, check: Callable[[str, str], object]) -> None:
    """Puts the CSV in place. check: takes its text and what errors call it, and raises where it is none.

    Raises Misconfigured where it is none, Transient where it is away; what was there stays then.
    """
    text = _fetched(origin) if "://" in origin else _read(Path(origin))
    check(text, origin)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.new")
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, target)  # noqa: PTH105 — a reader sees the old ones or the new


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path} cannot be read: {error}", "name a readable CSV in UTF-8") from error


def _fetched(address: str) -> str:
    import httpx

    received = bytearray()
    try:
        with httpx.stream("GET", address, follow_redirects=True, timeout=SECONDS) as response:
            response.raise_for_status()
            for some in response.iter_bytes():
                received += some
                if len(received) > LARGEST:
                    raise Misconfigured(f"{address} has more than {LARGEST:,} bytes", "name a CSV of rates")
    except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
        raise Misconfigured(
            f"{address} is no address: {error}", "name one with https:// or http://"
        ) from error
    except httpx.HTTPStatusError as error:
        raise Transient(f"{address} answers {error.response.status_code}", "check the address") from error
    except httpx.HTTPError as error:
        raise Transient(
            f"{address} cannot be reached: {error}", "check the address and the network"
        ) from error
    return received.decode("utf-8", errors="replace")
