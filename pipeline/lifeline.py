"""How a process ends: with its parent, or after the work in hand when it is told to."""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
from collections.abc import Callable


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


class Threads:
    """Threads that the process does not outlive: the end of one, by whatever error, tells the others to stop."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._failures: list[BaseException] = []

    def start(self, name: str, work: Callable[[], None], *, daemon: bool = False) -> threading.Thread:
        """Begins the work in a thread."""

        def run() -> None:
            try:
                work()
            except BaseException as error:  # noqa: BLE001 — raised again by raise_failure, in the main thread
                self._failures.append(error)
            finally:
                self._stop.set()

        thread = threading.Thread(target=run, name=name, daemon=daemon)
        thread.start()
        return thread

    def raise_failure(self) -> None:
        """Raises what ended the first of them, if anything did."""
        if self._failures:
            raise self._failures[0]
