"""Outages: a piece of work in, that work done again and again while its backend is away."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from pipeline.errors import Transient

FIRST, LONGEST = 0.25, 5.0
"""Seconds of the first pause and of the longest; each is twice the one before, less up to a half by chance."""
HEALTHY = 5.0
"""Seconds of work after which an error counts as a new outage."""

T = TypeVar("T")


def outlast(work: Callable[[], T], stop: threading.Event, tell: Callable[[str], None]) -> T | None:
    """What the work returns; it is begun anew after each Transient, and None when told to stop meanwhile.

    tell gets one line an outage.
    """
    pause, told = FIRST, False
    while True:
        began = monotonic()
        try:
            return work()
        except Transient as error:
            if monotonic() - began > HEALTHY:
                pause, told = FIRST, False
            if not told:
                tell(f"{error}; trying again until it answers")
                told = True
        if stop.wait(pause * random.uniform(0.5, 1)):  # noqa: S311 — so that workers do not come back all at once
            return None
        pause = min(2 * pause, LONGEST)
