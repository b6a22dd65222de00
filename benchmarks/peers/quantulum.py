"""`python -m benchmarks.peers.quantulum`: English texts as JSON Lines in, quantulum3's amounts out.

Without its classifier, which tells barns from bushels and found the same amounts of the gold.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from benchmarks.peers.lines import Found, answer

parser: Any = import_module("quantulum3.parser")


def read(text: str, _lang: str) -> Found:
    """A range comes as its middle with an uncertainty."""
    return [
        {
            "start": one.span[0],
            "end": one.span[1],
            "type": one.unit.entity.name,
            "low": one.value - (one.uncertainty or 0),
            "high": one.value + (one.uncertainty or 0),
            "unit": one.unit.name,
            "code": one.unit.currency_code,
        }
        for one in parser.parse(text)
    ]


if __name__ == "__main__":
    answer(read)
