"""Exchange rates: a CSV becomes a rate for every day, and what is wrong with one is named with its line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from pipeline.errors import Misconfigured
from pipeline.load.rates import read_rates, write_rates
from tests.conftest import ROOT
from tests.load.conftest import Ask


@pytest.mark.lakes
def test_days_between_two_rates_have_the_one_before(connection: DuckDBPyConnection, ask: Ask) -> None:
    text = "# about\ndate,currency,usd\n2025-01-01,JPY,0.0064\n2025-01-03,JPY,0.0065\n2025-01-04,EUR,1.03\n"
    write_rates(connection, read_rates(text, "fx.csv"))
    assert ask("SELECT day::VARCHAR, usd FROM fx_rates WHERE currency = 'JPY' ORDER BY day") == [
        ("2025-01-01", 0.0064), ("2025-01-02", 0.0064), ("2025-01-03", 0.0065), ("2025-01-04", 0.0065),
    ]  # fmt: skip
    assert ask("SELECT day::VARCHAR, usd FROM fx_rates WHERE currency = 'EUR'") == [("2025-01-04", 1.03)]
    write_rates(connection, read_rates(text, "fx.csv"))
    assert ask("SELECT count(*) FROM fx_rates") == [(5,)]


def test_the_history_of_the_european_central_bank_is_read() -> None:
    text = "\ufeffDate,USD,JPY,CYP,\n2025-01-03,1.03,160.68,N/A,\n2025-01-02,N/A,161.0,N/A,\n"
    assert read_rates(text, "ecb.csv") == [
        ("EUR", date(2025, 1, 3), 1.03),
        ("JPY", date(2025, 1, 3), 1.03 / 160.68),
        ("USD", date(2025, 1, 3), 1.0),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "fx.csv: no rates stand here"),
        ("date,currency,usd\n", "fx.csv: no rates stand under its first line"),
        ("date,currency,usd\n2025-13-01,JPY,1", "fx.csv:2: 2025-13-01,JPY,1 is no rate"),
        ("date,currency,usd\n2025-01-01,JPY", "fx.csv:2: .*2 cells and not 3"),
        ("# x\ndate,currency,usd\n2025-01-01,yen,1", "fx.csv:3: .*yen is no ISO 4217 code"),
        ("date,currency,usd\n2025-01-01,JPY,0", "fx.csv:2: .*0 is not more than nothing"),
        ("date,currency,usd\n2025-01-01,JPY,nan", "fx.csv:2: .*nan is not more than nothing"),
        ("Date,USD,JPY\n2025-01-03,1.03,0", "fx.csv:2: .*is no rate"),
        ("<html>\n<p>Not found</p>", "fx.csv:2: .*no columns that are known.*eurofxref-hist.csv"),
    ],
)
def test_what_is_no_rate_is_named_with_its_line(text: str, said: str) -> None:
    with pytest.raises(Misconfigured, match=said):
        read_rates(text, "fx.csv")


def test_the_seeds_have_a_rate_for_every_currency_of_the_gold_documents() -> None:
    """They are what the news of the industry is told in; of the other currencies of the world, dollars stay unknown."""
    path = Path(ROOT / "seeds" / "fx.csv")
    rates = read_rates(path.read_text(encoding="utf-8"), str(path))
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "tests" / "gold").glob("*.txt")]
    told = {currency for text in texts for currency in re.findall(r"\|money\|[^|]*\|([A-Z]{3})\|", text)}
    assert len(told) > 3
    assert {currency for currency, _, _ in rates} | {"USD"} >= told
