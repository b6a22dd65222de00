"""How a process ends: with its parent, or after the work in hand when it is told to."""

from __future__ import annotations

import ctypes
import signal
import sys
import threading


def die_with_parent(number: int = signal.SIGTERM) -> None:
    """Called in a child, on Linux: this signal comes when its parent is gone (prctl(2), PR_SET_PDEATHSIG = 1)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, number)


def stop_on_signals() -> threading.Event:
    """An event that SIGINT or SIGTERM sets: the batch in hand is finished, then the work ends."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop
