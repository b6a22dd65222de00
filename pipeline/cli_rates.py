"""The command `kikimimi rates`: which exchange rates claims are valued with, and newer ones from an address or a file."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.settings import read_settings
from pipeline.terminal import open_console

RATES_EXAMPLE = "Example: kikimimi rates --from https://example.org/fx.csv (date,currency,usd, or the ECB's eurofxref-hist.csv)"


def rates(
    origin: Annotated[
        str, typer.Option("--from", metavar="ADDRESS|FILE", help="A CSV to take the rates from, from now on.")
    ] = "",
) -> None:
    """Show the exchange rates by currency; with --from, take newer ones into KIKIMIMI_DATA/fx.csv."""
    from pipeline.load.rates import read_rates
    from pipeline.rates.run import take
    from pipeline.round import RATES, load_rates
    from pipeline.terminal.rates import show_rates

    settings, console = read_settings(), open_console()
    if origin:
        take(origin, settings.data / RATES, read_rates)
    show_rates(console, load_rates(settings))
    if origin:
        console.print(
            "The tracker takes them up when it starts, and `kikimimi run` each time.", soft_wrap=True
        )
