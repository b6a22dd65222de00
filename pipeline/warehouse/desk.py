"""The desk where statements of Quack's clients are answered: a statement in, the one that Quack runs instead out.

Several at a time, each on a pair of connections of its own: one to the tracker, one to the database of answers.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from time import monotonic, sleep
from typing import TYPE_CHECKING

from pipeline.errors import KikimimiError, Transient
from pipeline.warehouse.answer import answer
from pipeline.warehouse.deadline import memory_of_process

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONCE = 8
"""Statements that run at a time; more of them wait for their turn, so that the loader keeps its share of the machine."""
KEPT = 60.0
"""Seconds that an answer waits for Quack to begin reading it, which it does at once unless something is wrong."""


GOODBYE = 5.0
"""Seconds that statements have to end when they are interrupted; hardly one takes a tenth of that."""


class Desk:
    """Its two methods without a dash are functions of SQL in the database of answers; its pairs are used again."""

    def __init__(self, tracker: DuckDBPyConnection, answers: DuckDBPyConnection, seconds: float) -> None:
        self._tracker, self._answers, self._seconds = tracker, answers, seconds
        (self._database,) = tracker.execute("SELECT current_database()").fetchone() or ("",)
        self._free: list[tuple[DuckDBPyConnection, DuckDBPyConnection]] = []
        self._waiting: dict[str, float] = {}  # tables, and since when
        self._begun: list[str] = []
        self._inside = self._running = self._idle = 0
        self._lock = threading.Lock()
        self._numbers, self._turns = count(), threading.BoundedSemaphore(AT_ONCE)
        self._ending = threading.Event()
        self._sweeper = threading.Thread(target=self._sweep, name="answers", daemon=True)
        self._sweeper.start()

    def answered(self, _session: str, query: str) -> str:
        """Called by Quack in a thread of each client: the statement that it runs instead of the query."""
        table = f"answer_{next(self._numbers)}"
        try:
            with self._counted(), self._pair() as (tracker, answers):
                self._drop_begun(answers)
                with self._turn() as idle:
                    answer(tracker, answers, query, table, self._seconds, idle=idle, ending=self._ending)
        except KikimimiError as error:
            return _raising(str(error))
        except Exception as error:  # noqa: BLE001 — Quack would say "Authorization failed" and nothing else
            return _raising(f"the tracker could not answer: {error}")
        with self._lock:
            self._waiting[table] = monotonic()
        return f"FROM {table} WHERE begun('{table}')"

    def begun(self, table: str) -> bool:
        """Called when Quack has bound the statement, once: from then on its transaction keeps the table for it."""
        with self._lock:
            if self._waiting.pop(table, None):
                self._begun.append(table)
        return True

    def close(self) -> None:
        """Interrupts what is still asked, and waits until nobody is in here: threads of Quack's outlive the server."""
        self._ending.set()
        self._sweeper.join()
        until = monotonic() + GOODBYE
        while self._inside and monotonic() < until:
            sleep(0.02)
        sleep(0.05)  # the way out, where Python's lock is still needed

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._lock:
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1

    @contextmanager
    def _turn(self) -> Iterator[int]:
        """Yields what the process had in memory when last nothing was asked."""
        if not self._turns.acquire(timeout=self._seconds):
            raise Transient(f"{AT_ONCE} statements that take long are before this one", "ask again")
        try:
            with self._lock:
                self._running += 1
                if self._running == 1:
                    self._idle = memory_of_process()
            yield self._idle
        finally:
            with self._lock:
                self._running -= 1
            self._turns.release()

    @contextmanager
    def _pair(self) -> Iterator[tuple[DuckDBPyConnection, DuckDBPyConnection]]:
        with self._lock:
            pair = self._free.pop() if self._free else self._new_pair()
        try:
            yield pair
        except BaseException:  # what state they are in is not worth knowing
            for connection in pair:
                connection.close()
            raise
        with self._lock:
            self._free.append(pair)

    def _new_pair(self) -> tuple[DuckDBPyConnection, DuckDBPyConnection]:
        tracker = self._tracker.cursor()
        tracker.execute(f'USE "{self._database}"')  # a DuckLake is not where cursors begin
        return tracker, self._answers.cursor()

    def _drop_begun(self, answers: DuckDBPyConnection) -> None:
        with self._lock:
            old = [table for table, since in self._waiting.items() if since < monotonic() - KEPT]
            for table in old:
                del self._waiting[table]
            tables, self._begun = self._begun + old, []
        for table in tables:
            answers.execute(f"DROP TABLE {table}")

    def _sweep(self) -> None:
        with closing(self._answers.cursor()) as cursor:
            while not self._ending.wait(1):
                self._drop_begun(cursor)


def _raising(message: str) -> str:
    return "SELECT error('{}')".format(message.replace("'", "''"))
