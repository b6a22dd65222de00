"""Exchange rates: a CSV in, what one unit of each currency was worth in US dollars day by day, in `fx_rates`, out.

Two forms are read: `date,currency,usd`, and the European Central Bank's history (eurofxref-hist.csv: `Date,USD,JPY,…`,
units for one euro, a column a currency). Days that the file leaves out have the rate of the one before.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from pipeline.errors import Misconfigured
from pipeline.warehouse.transaction import laying, lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LONG = ["date", "currency", "usd"]
REMEDY = f"write {','.join(LONG)} as in seeds/fx.csv, or take the European Central Bank's eurofxref-hist.csv"

Rate = tuple[str, date, float]
"""Currency, first day, US dollars for one unit."""

_DENSE = """
INSERT INTO fx_rates
WITH given AS (
    SELECT currency, day, usd, lead(day, 1, (SELECT max(day) FROM lent) + 1) OVER (PARTITION BY currency ORDER BY day) AS until
    FROM lent
)
SELECT currency, unnest(generate_series(day, until - 1, INTERVAL 1 DAY))::DATE, usd FROM given
"""


def read_rates(text: str, name: str) -> list[Rate]:
    """The rates of a CSV; name: what errors call it. Raises Misconfigured, with the line, for what does not fit."""
    numbered = [
        (number, line)
        for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    rows = [(number, [cell.strip() for cell in next(csv.reader([line]))]) for number, line in numbered]
    if not rows:
        raise Misconfigured(f"{name}: no rates stand here", REMEDY)
    head = rows[0][1]
    rates: dict[tuple[str, date], float] = {}
    for number, cells in rows[1:]:
        try:
            found = list(_long(cells) if head == LONG else _wide(head, cells))
        except (ValueError, ZeroDivisionError) as error:
            raise Misconfigured(
                f"{name}:{number}: {','.join(cells)[:80]} is no rate ({error})", REMEDY
            ) from error
        rates |= {(currency, day): usd for currency, day, usd in found}
    if not rates:
        raise Misconfigured(f"{name}: no rates stand under its first line", REMEDY)
    return [(currency, day, usd) for (currency, day), usd in sorted(rates.items())]


def write_rates(connection: DuckDBPyConnection, rates: Sequence[Rate]) -> None:
    """Lays the rates anew, day by day from the first of each currency to the last day of all."""
    with laying(connection):
        connection.execute("DELETE FROM fx_rates")
        columns: dict[str, list[Any]] = {
            "currency": [r[0] for r in rates],
            "day": [r[1] for r in rates],
            "usd": [r[2] for r in rates],
        }
        with lent(connection, **columns):
            connection.execute(_DENSE)


def _long(cells: Sequence[str]) -> Iterator[Rate]:
    if len(cells) != len(LONG):
        raise ValueError(f"{len(cells)} cells and not {len(LONG)}")
    yield _rate(cells[1], date.fromisoformat(cells[0]), float(cells[2]))


def _wide(head: Sequence[str], cells: Sequence[str]) -> Iterator[Rate]:
    """A day of the European Central Bank's: every cell is what one euro was worth, N/A where it was not quoted."""
    if head[0] != "Date" or "USD" not in head:
        raise ValueError("the first line names no columns that are known")
    euro = {
        name: cell
        for name, cell in zip(head[1:], cells[1:], strict=False)
        if name and cell not in ("", "N/A")
    }
    if "USD" not in euro:
        return
    day, dollars = date.fromisoformat(cells[0]), float(euro["USD"])
    yield _rate("EUR", day, dollars)
    for currency, units in euro.items():
        yield _rate(currency, day, dollars / float(units))


def _rate(currency: str, day: date, usd: float) -> Rate:
    if not re.fullmatch("[A-Z]{3}", currency):
        raise ValueError(f"{currency} is no ISO 4217 code")
    if not (isfinite(usd) and usd > 0):
        raise ValueError(f"{usd:g} is not more than nothing")
    return currency, day, usd
