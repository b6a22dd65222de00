"""The command `kikimimi rates`: which exchange rates claims are valued with, and newer ones from an address or a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import Misconfigured, Transient
from pipeline.settings import MEGABYTE, Settings, read_settings
from pipeline.terminal import open_console

RATES_EXAMPLE = "Example: kikimimi rates --from https://example.org/fx.csv (date,currency,usd, or the ECB's eurofxref-hist.csv)"
LARGEST = 20 * MEGABYTE
SECONDS = 30.0


def rates(
    origin: Annotated[
        str, typer.Option("--from", metavar="ADDRESS|FILE", help="A CSV to take the rates from, from now on.")
    ] = "",
) -> None:
    """Show the exchange rates by currency; with --from, take newer ones into KIKIMIMI_DATA/fx.csv."""
    from pipeline.round import load_rates
    from pipeline.terminal.rates import show_rates

    settings, console = read_settings(), open_console()
    if origin:
        _take(settings, origin)
    show_rates(console, load_rates(settings))
    if origin:
        console.print(
            "The tracker takes them up when it starts, and `kikimimi run` each time.", soft_wrap=True
        )


def _take(settings: Settings, origin: str) -> None:
    """Puts the CSV in place once it is read to its end. Raises Misconfigured where it is none, Transient where it is away."""
    from pipeline.load.rates import read_rates
    from pipeline.round import RATES

    text = _fetched(origin) if "://" in origin else _read(Path(origin))
    read_rates(text, origin)
    settings.data.mkdir(parents=True, exist_ok=True)
    unfinished = settings.data / f"{RATES}.new"
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, settings.data / RATES)  # noqa: PTH105 — a reader sees the old ones or the new


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
