"""Amounts as people read them."""

from __future__ import annotations

import pytest

from pipeline.amounts import amount


@pytest.mark.parametrize(
    ("low", "high", "unit", "bound", "shown"),
    [
        (5e11, 5e11, "USD", "exact", "500 bn USD"),
        (5.5e6, 5.5e6, "USD", "exact", "5.5 m USD"),
        (2.5e10, 4e10, "USD", "range", "25 – 40 bn USD"),
        (9e8, 2e9, "EUR", "range", "900 m EUR – 2 bn EUR"),
        (2e9, 9e9, "USD", "vague", "~ 2 – 9 bn USD"),
        (1e10, None, "USD", "min", "≥ 10 bn USD"),
        (None, 25, "year", "max", "≤ 25 year"),
        (1.1e10, 1.1e10, "USD", "approx", "≈ 11 bn USD"),
        (2e8, 9e8, "W", "vague", "~ 200 – 900 MW"),
        (27, 27, "W", "exact", "27 W"),
        (12.5, 12.5, "%", "exact", "12.5%"),
        (100000, 100000, "subscriber", "exact", "100,000 subscriber"),
        (0, 0, "USD", "exact", "0 USD"),
        (None, None, "USD", "exact", "?"),
    ],
)
def test_an_amount_reads_as_a_person_would_say_it(
    low: float | None, high: float | None, unit: str, bound: str, shown: str
) -> None:
    assert amount(low, high, unit, bound) == shown
