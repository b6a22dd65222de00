"""SQL for other processes: the tracker's connection in, an address out where DuckDB clients ask over Quack.

Quack asks a function of ours whether a statement may run, and runs what that returns. Ours has answered the statement by
then (desk.py) and returns `FROM` and the table of the answer, or a SELECT that raises what was wrong. Quack itself is
at home in the database of answers, so whatever a client sends can reach nothing of the tracker's.
"""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from pipeline.errors import Misconfigured
from pipeline.settings import LOCAL, reached_at
from pipeline.warehouse.answer import lock_down, open_answers
from pipeline.warehouse.desk import Desk
from pipeline.warehouse.extensions import load_quack
from pipeline.warehouse.token import address_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def serving_sql(
    connection: DuckDBPyConnection, port: int, token: str, seconds: float, listen: str = LOCAL
) -> Iterator[str]:
    """Serves SQL that only reads while inside; yields the address. The connection's whole instance is locked for good.

    seconds: what one statement may take. listen: the address of this machine that others ask at; the one that is
    yielded is for this machine. Raises Misconfigured when the port is taken or the token too short.
    """
    _check_port(listen, port)
    file = _file_of(connection)
    folder = (
        file.with_name(f"{file.name}.answers") if file else Path(gettempdir()) / f"kikimimi-answers-{port}"
    )
    shutil.rmtree(folder, ignore_errors=True)  # of a tracker that was killed
    served, address = f"quack:{listen}:{port}", f"quack:{reached_at(listen)}:{port}"
    lock_down(connection)
    with ExitStack() as closed:
        answers = closed.enter_context(closing(open_answers(folder)))
        desk = closed.enter_context(closing(Desk(connection, answers, seconds)))
        load_quack(answers)
        answers.create_function(
            "answered", desk.answered, ["VARCHAR", "VARCHAR"], "VARCHAR", side_effects=True
        )
        answers.create_function("begun", desk.begun, ["VARCHAR"], "BOOLEAN")
        answers.execute("SET GLOBAL quack_authorization_function = 'answered'")
        lock_down(answers)
        _serve(answers, served, token)
        try:
            if file:
                address_file(file).write_text(address + "\n", encoding="ascii")
            yield address
        finally:
            if file:
                address_file(file).unlink(missing_ok=True)
            desk.close()  # what runs is interrupted, or Quack would wait for it
            answers.execute(f"CALL quack_stop('{served}')")
            shutil.rmtree(folder, ignore_errors=True)


def _serve(answers: DuckDBPyConnection, address: str, token: str) -> None:
    """Who may listen where is decided before (serve/listen.py), so Quack need not ask again."""
    import duckdb

    try:
        answers.execute(f"CALL quack_serve('{address}', token := ?, allow_other_hostname := true)", [token])
    except duckdb.InvalidInputException as error:
        raise Misconfigured("KIKIMIMI_SQL_TOKEN is too short", "give it four characters or more") from error
    except duckdb.IOException as error:
        raise _taken(address) from error


def _check_port(listen: str, port: int) -> None:
    """Quack would share a port with another Quack, and each would get some of the other's clients."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((listen, port))
        except (OSError, OverflowError) as error:
            raise _taken(f"{listen}:{port}") from error


def _taken(address: str) -> Misconfigured:
    return Misconfigured(
        f"{address} cannot be listened on: is it in use?", "name another port with KIKIMIMI_SQL_PORT"
    )


def _file_of(connection: DuckDBPyConnection) -> Path | None:
    query = "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    row = connection.execute(query).fetchone()
    return Path(row[0]) if row and row[0] and Path(row[0]).exists() else None
