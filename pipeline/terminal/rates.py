"""Exchange rates on the terminal: rates in, the latest of each currency out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table


def show_rates(console: Console, rates: Sequence[tuple[str, date, float]]) -> None:
    """rates: currency, first day, US dollars for one unit; in the order of currency and day."""
    if not rates:
        console.print("No exchange rates are known: only claims in US dollars have a value in them.")
        return
    table = Table("currency", "since", "latest", "USD for one", box=SIMPLE_HEAD, pad_edge=False)
    first: dict[str, date] = {}
    latest: dict[str, tuple[date, float]] = {}
    for currency, day, usd in rates:
        first.setdefault(currency, day)
        latest[currency] = (day, usd)
    for currency, (day, usd) in latest.items():
        table.add_row(currency, f"{first[currency]}", f"{day}", f"{usd:.6g}")
    console.print(table)
