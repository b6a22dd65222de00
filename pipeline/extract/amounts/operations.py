"""Operations a second: the unit of a count in (petaflop), flops and what a number of it is to be multiplied by out.

An English amount is in base units, as power is in watts: 2.5 petaflops are 2.5e15 flops.
"""

from __future__ import annotations

from decimal import Decimal

_FLOPS = {
    "gigaflop": Decimal("1e9"),
    "teraflop": Decimal("1e12"),
    "petaflop": Decimal("1e15"),
    "exaflop": Decimal("1e18"),
    "zettaflop": Decimal("1e21"),
}


def in_flops(unit: str) -> tuple[str, Decimal] | None:
    """The base unit and its factor; None where the unit is no multiple of flops."""
    factor = _FLOPS.get(unit)
    return ("flops", factor) if factor else None
