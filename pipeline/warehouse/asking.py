"""Asking the tracker in SQL: settings in, a function out that takes a query and gives its answer.

Whoever holds the DuckDB file answers: the tracker over Quack while one runs, else this process, which opens the file for
as long as it asks. Both know the same statements and refuse the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, closing, contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol

from pipeline.errors import KikimimiError, Misconfigured, Rejected, Transient
from pipeline.settings import Settings
from pipeline.warehouse.answer import answer, lock_down, open_answers
from pipeline.warehouse.extensions import load_quack
from pipeline.warehouse.gate import check_text
from pipeline.warehouse.lake import is_lake
from pipeline.warehouse.open import open_for_reading
from pipeline.warehouse.token import address_of, token_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

__all__ = ["Ask", "asking", "token_of"]

HELD = 8
"""Answers that are kept; an older one may not be read any more."""
_Fill = Callable[[str, str, int | None], None]
"""Makes a table of the answers: its name, the query, the number of rows wanted or None for all."""


class Ask(Protocol):
    """Asks a query; the answer is complete, on this machine, and as of one moment.

    rows: at most so many are wanted. Raises Rejected when the query is wrong or refused, Transient when nobody answers.
    """

    def __call__(self, query: str, rows: int | None = None) -> DuckDBPyRelation: ...


@contextmanager
def asking(settings: Settings) -> Iterator[Ask]:
    """Lends a function that asks. Raises Misconfigured when there is no file yet, or no token."""
    with ExitStack() as closed:
        folder = closed.enter_context(TemporaryDirectory(prefix="kikimimi-"))
        answers = closed.enter_context(closing(open_answers(Path(folder) / "answers")))
        try:
            tracker = closed.enter_context(closing(open_for_reading(settings.warehouse)))
        except Transient as held:
            if is_lake(settings.warehouse):  # which nobody holds: it is away
                raise
            yield _asked(answers, _remote(settings, answers, held), answers.interrupt)
        else:
            lock_down(tracker)
            yield _asked(answers, _local(tracker, answers, settings.sql_seconds), tracker.interrupt)


@contextmanager
def asking_of(connection: DuckDBPyConnection, seconds: float) -> Iterator[Ask]:
    """The same for who holds the file itself: a function that asks this connection, beside its own transactions."""
    with ExitStack() as closed:
        folder = closed.enter_context(TemporaryDirectory(prefix="kikimimi-"))
        answers = closed.enter_context(closing(open_answers(Path(folder) / "answers")))
        [(database,)] = connection.execute("SELECT current_database()").fetchall()
        cursor = closed.enter_context(closing(connection.cursor()))
        cursor.execute(f'USE "{database}"')  # a DuckLake is not where cursors begin
        yield _asked(answers, _local(cursor, answers, seconds), cursor.interrupt)


def _asked(answers: DuckDBPyConnection, fill: _Fill, interrupt: Callable[[], None]) -> Ask:
    numbers = count()

    def ask(query: str, rows: int | None = None) -> DuckDBPyRelation:
        number = next(numbers)
        try:
            check_text(query)
            _attended(lambda: fill(f"answer_{number}", query, rows), interrupt)
        except Rejected as error:
            raise Rejected(f"the query failed: {error}") from error
        if number >= HELD:
            answers.execute(f"DROP TABLE IF EXISTS answer_{number - HELD}")
        return answers.table(f"answer_{number}")

    return ask


def _attended(work: Callable[[], None], interrupt: Callable[[], None]) -> None:
    """Works in a thread, so that a Ctrl-C comes to this one; Quack cannot be interrupted before the tracker answers."""
    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(work)
        try:
            working.result()
        except KeyboardInterrupt:
            while not working.done():
                interrupt()
                wait([working], 0.05)
            raise


def _local(tracker: DuckDBPyConnection, answers: DuckDBPyConnection, seconds: float) -> _Fill:
    def fill(table: str, query: str, rows: int | None) -> None:
        answer(tracker, answers, query, table, seconds, rows=rows)

    return fill


def _remote(settings: Settings, answers: DuckDBPyConnection, held: Transient) -> _Fill:
    import duckdb

    address = address_of(settings)
    load_quack(answers)
    token = token_of(settings, make=False).replace("'", "''")
    answers.execute(f"CREATE SECRET (TYPE quack, TOKEN '{token}')")

    def fill(table: str, query: str, rows: int | None) -> None:
        limit = f" LIMIT {rows}" if rows is not None else ""
        try:
            answers.execute(
                f"CREATE TABLE {table} AS SELECT * FROM quack_query({_quoted(address)}, {_quoted(query)}){limit}"
            )
        except duckdb.Error as error:
            raise _told(str(error), address, settings, held) from error

    return fill


def _told(message: str, address: str, settings: Settings, held: Transient) -> KikimimiError:
    said = message.partition("\n\nLINE ")[0].removeprefix("Invalid Input Error: ")
    if said == "Authentication failed":
        remedy = f"set KIKIMIMI_SQL_TOKEN to the tracker's own, or see {settings.data / 'sql-token'}"
        return Misconfigured(f"the tracker at {address} does not take the token", remedy)
    if "Failed to send message" in said or said == "Invalid connection id":
        remedy = "wait for it, or have it serve SQL: kikimimi serve"
        return Transient(f"{held.problem}, and nobody answers SQL at {address}", remedy)
    return Rejected(said)


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))
