"""Asking the tracker in SQL: settings in, a function out that takes a query and gives its answer.

Whoever holds the DuckDB file answers: the tracker over Quack while one runs, else this process, which opens the file for
as long as it asks. Both know the same statements and refuse the same ones. With KIKIMIMI_TRACKER set it is the tracker of
that machine, and no file is opened.
"""

from __future__ import annotations

import socket
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
PATIENCE = 5.0
"""Seconds for a tracker on another machine to be there; how long it may take to answer is its own affair."""
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
        if settings.tracker:
            _check_there(settings)
            yield _asked(answers, _remote(settings, answers, ""), answers.interrupt)
            return
        try:
            tracker = closed.enter_context(closing(open_for_reading(settings.warehouse)))
        except Transient as held:
            if is_lake(settings.warehouse):  # which nobody holds: it is away
                raise
            yield _asked(answers, _remote(settings, answers, held.problem), answers.interrupt)
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


def _check_there(settings: Settings) -> None:
    """Raises Transient where nobody listens; Quack itself would wait for minutes for a machine that is off."""
    try:
        socket.create_connection((settings.host, settings.sql_port), PATIENCE).close()
    except (OSError, OverflowError, UnicodeError) as error:
        raise _away(settings, f": {getattr(error, 'strerror', None) or error}") from error


def _remote(settings: Settings, answers: DuckDBPyConnection, held: str) -> _Fill:
    """held: who holds the file here, if anybody does."""
    import duckdb

    address = address_of(settings)
    load_quack(answers)
    token = token_of(settings, make=False).replace("'", "''")
    answers.execute(f"CREATE SECRET (TYPE quack, TOKEN '{token}')")
    # past any proxy: curl, the other implementation, would read http_proxy and ALL_PROXY by itself
    answers.execute("SET GLOBAL http_proxy = ''; SET GLOBAL httpfs_client_implementation = 'httplib'")

    def fill(table: str, query: str, rows: int | None) -> None:
        limit = f" LIMIT {rows}" if rows is not None else ""
        try:
            answers.execute(
                f"CREATE TABLE {table} AS SELECT * FROM "
                f"quack_query({_quoted(address)}, {_quoted(query)}, disable_ssl := true){limit}"
            )
        except duckdb.Error as error:
            raise _told(str(error), address, settings, held) from error

    return fill


def _told(message: str, address: str, settings: Settings, held: str) -> KikimimiError:
    said = message.partition("\n\nLINE ")[0].removeprefix("Invalid Input Error: ")
    if said == "Authentication failed":
        remedy = f"set KIKIMIMI_SQL_TOKEN to the tracker's own, or see {settings.data / 'sql-token'}"
        return Misconfigured(f"the tracker at {address} does not take the token", remedy)
    if "Failed to send message" in said or said == "Invalid connection id":
        if settings.tracker:
            return _away(settings, "")
        remedy = "wait for it, or have it serve SQL: kikimimi serve"
        return Transient(f"{held}, and nobody answers SQL at {address}", remedy)
    return Rejected(said)


def _away(settings: Settings, why: str) -> Transient:
    remedy = "is KIKIMIMI_TRACKER its name, and does KIKIMIMI_LISTEN let others in there?"
    return Transient(f"nobody answers SQL at {address_of(settings)}{why}", remedy)


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))
