"""Signs in French: an amount in, a share without its minus out, as French tables have it (a fall « à −4 % » is a fall of 4)."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.amounts.amount import Amount


def unsigned(amount: Amount) -> Amount:
    """The share by its size; which way it went is for the words around to say. Any other amount as it is."""
    low, high = amount.low, amount.high
    if amount.kind != "percent" or low is None or high is None or low >= 0:
        return amount
    return replace(amount, low=min(abs(low), abs(high)), high=max(abs(low), abs(high)))
