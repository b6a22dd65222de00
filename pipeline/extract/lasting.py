"""Lasting: what is made once and lives as long as its process in, kept from Python's search for garbage out; and reading, kept from it too.

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
    with undisturbed():
        try:
            yield
        finally:
            gc.freeze()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Garbage is not looked for inside, but behind it: what one text needs is let go of at its end all the same."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
