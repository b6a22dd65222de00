"""The way to DuckDB: what SQLAlchemy asks arrives as one statement without parameters, and its answer comes back whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import duckdb
import pytest
import sqlalchemy as sa

from pipeline.validate.dialect import NAME, AskingConnection, inlined, literal
from pipeline.warehouse.asking import Ask, asking_of


@pytest.fixture
def ask() -> Iterator[Ask]:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE told (name VARCHAR, n INTEGER, said_at TIMESTAMP)")
        connection.execute("INSERT INTO told VALUES ('O''Reilly', 1, '2025-01-01'), ('孫', 2, NULL)")
        with asking_of(connection, 10) as ask:
            yield ask


@pytest.fixture
def engine(ask: Ask) -> sa.Engine:
    return sa.create_engine(f"{NAME}://", creator=lambda: AskingConnection(ask))


def test_values_of_every_type_are_found_again(engine: sa.Engine) -> None:
    table = sa.table("told", sa.column("name"), sa.column("n"))
    with engine.connect() as connection:
        for name, number in (("O'Reilly", 1), ("孫", 2)):
            query = sa.select(table.c.n).where(table.c.name == name, table.c.n.in_([number, 9]))
            assert connection.execute(query).scalar() == number


def test_an_answer_is_whole_after_its_connection_was_given_back(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        first = connection.execute(sa.text("SELECT n FROM told ORDER BY n"))
        second = connection.execute(sa.text("SELECT name FROM told ORDER BY n"))
    assert [first.fetchone(), first.fetchmany(5), second.fetchall()] == [
        (1,),
        [(2,)],
        [("O'Reilly",), ("孫",)],
    ]


def test_tables_and_columns_are_told(engine: sa.Engine) -> None:
    inspector = sa.inspect(engine)
    assert inspector.has_table("told")
    assert not inspector.has_table("untold")
    columns = {one["name"]: type(one["type"]) for one in inspector.get_columns("told")}
    assert columns == {"name": sa.String, "n": sa.Integer, "said_at": sa.DateTime}


def test_parameters_are_written_out_as_duckdb_reads_them() -> None:
    assert inlined("SELECT '$1'", ()) == "SELECT '$1'"
    assert inlined("SELECT $2, $1", ("a'b", None)) == "SELECT NULL, 'a''b'"
    assert [literal(one) for one in (True, 1.5, -3, "x")] == ["True", "1.5", "-3", "'x'"]
    assert literal(datetime.date(2025, 1, 2)) == "'2025-01-02'"
