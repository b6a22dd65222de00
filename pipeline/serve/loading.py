"""What the loader does, told by its own thread and read by those that answer; and its turn, which others may hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from time import monotonic
from types import TracebackType

from prometheus_client import Histogram

BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Loading:
    """The loader as it goes. trouble: why it does not load now; ended: why it never will again."""

    def __init__(self) -> None:
        self.trouble: str | None = "the loader is starting"
        self.ended: str | None = None
        self.messages = 0
        self.batches = 0
        self.last_at: datetime | None = None
        self.delivered: Counter[str] = Counter()
        self.seconds = Histogram(
            "kikimimi_load_batch_seconds",
            "Seconds of a batch, from its turn to the end of its transaction",
            registry=None,
            buckets=BUCKETS,
        )

    def reads(self) -> None:
        """It is in touch with its topics and with DuckDB."""
        self.trouble = None

    def fails(self, reason: str) -> None:
        """Something is away; it tries again."""
        self.trouble = reason

    def ends(self, error: BaseException | None) -> None:
        """Its thread is at its end, by this error or because it was told to."""
        self.ended = f"the loader has ended: {error or 'it was told to'}"

    def loaded(self, count: int) -> None:
        """A batch of so many messages is in DuckDB."""
        self.messages += count
        self.batches += 1
        self.last_at = datetime.now(UTC)

    def told(self, counts: Mapping[str, int]) -> None:
        """Channels were told of so many alerts."""
        self.delivered.update(counts)


class Turn:
    """The loader's turn at DuckDB, timed; who else holds it, such as a copy of the file, has it wait."""

    def __init__(self, turn: AbstractContextManager[object], observe: Callable[[float], None]) -> None:
        self._turn, self._observe = turn, observe
        self._began = 0.0

    def __enter__(self) -> None:
        self._turn.__enter__()
        self._began = monotonic()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        passed = monotonic() - self._began
        self._turn.__exit__(kind, error, trace)
        if error is None:
            self._observe(passed)
