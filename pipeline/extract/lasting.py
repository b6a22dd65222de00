"""Lasting: what is made once and lives as long as its process in, kept from Python's search for garbage out.

A catalogue is a million objects. The collector would go through all of them again and again while they are made, and each
time that a long text has filled its generations: a fifth of the time of reading. Frozen, they are not looked at any more.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """What is made inside is no garbage before the process ends; a collector that is switched off stays so."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()
