"""The gate: what a client wrote in, a statement that may run out, or Rejected with the reason.

May run: one SELECT (also WITH, FROM, VALUES, SHOW, DESCRIBE, SUMMARIZE, PIVOT with IN), or EXPLAIN of one, that reads
the tracker's own tables, views and table macros and the catalogue that describes them. Its parse tree is looked at, not
its text; views of ours expand later, so what they use is not seen here. Behind the gate stand a transaction that DuckDB
itself holds to reading, and an instance without access to files and network (answer.py).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.errors import Rejected

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LONGEST = 100_000
"""Characters of a statement: its parse tree takes a thousand times more memory than its text."""

TABLE_FUNCTIONS = frozenset(
    {
        *("range", "generate_series", "unnest", "repeat", "repeat_row", "json_each", "json_tree"),
        *("duckdb_tables", "duckdb_views", "duckdb_columns", "duckdb_schemas", "duckdb_types"),
        *("duckdb_constraints", "duckdb_indexes", "duckdb_functions", "duckdb_keywords"),
        *("pragma_version", "pg_timezone_names", "icu_calendar_names"),
    }
)
"""Table functions that read no file, run no text as SQL, and tell nothing of the server."""

CATALOGUE = frozenset(
    {
        *("duckdb_tables", "duckdb_views", "duckdb_columns", "duckdb_schemas", "duckdb_types"),
        *("duckdb_constraints", "duckdb_indexes", "sqlite_master", "sqlite_schema"),
        *(
            "pg_attribute",
            "pg_class",
            "pg_description",
            "pg_indexes",
            "pg_namespace",
            "pg_tables",
            "pg_type",
            "pg_views",
        ),
    }
)
"""Views of DuckDB's own that tell of the tracker's tables; those of information_schema may be read too."""

FUNCTIONS = frozenset(
    {
        *("nextval", "currval", "setseed", "write_log", "sleep_ms", "pg_sleep"),
        *("getenv", "current_setting", "getvariable", "current_query", "stats", "json_serialize_plan"),
    }
)
"""Functions that are refused: they change something, wait, or tell of the server and its settings."""

SHOWN = frozenset({'"tables"', '"schemas"', '"databases"', "__show_tables_expanded"})
"""What SHOW may show that is no table: TABLES, SCHEMAS, DATABASES, ALL TABLES."""

_SOURCES = frozenset(
    {"BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "EMPTY", "PIVOT", "SHOW_REF"}
)
"""What may stand behind FROM, by the names of DuckDB's parse tree."""
_EXPLAIN = re.compile(r"\s*explain(?:\s+analyze)?\b", re.IGNORECASE)
_Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Passed:
    """A statement that may run. recursive: it has a WITH RECURSIVE, whose rows DuckDB does not hold back."""

    text: str
    recursive: bool


def check(connection: DuckDBPyConnection, query: str) -> Passed:
    """Raises Rejected for what may not run, and duckdb.Error for what is no SQL. Runs nothing of the query."""
    check_text(query)
    explain = _EXPLAIN.match(query)
    select = query[explain.end() :] if explain else query
    if explain:  # of one statement, as the parser sees it
        _only_select(connection, query, "EXPLAIN")
    _only_select(connection, select, "SELECT")
    tree, database = _tree(connection, select)
    nodes = list(_nodes(tree))
    own = {str(name).lower() for node in nodes for name in _names_given(node)}
    _check_table_functions(connection, nodes)
    for node in nodes:
        _check_node(node, own, database)
    recursive = any(node.get("type") == "RECURSIVE_CTE_NODE" for node in nodes)
    return Passed(query, recursive and not explain)


def check_text(query: str) -> None:
    """Raises Rejected for what needs no parser to be refused."""
    if len(query) > LONGEST:
        raise Rejected(f"a statement of {len(query):,} characters is too long", f"write at most {LONGEST:,}")
    if "\0" in query:
        raise Rejected("a statement with a NUL character is refused", "leave it out")


def _only_select(connection: DuckDBPyConnection, query: str, wanted: str) -> None:
    statements = connection.extract_statements(query)
    if len(statements) != 1:
        if any(statement.query == "" for statement in statements):
            remedy = "name the values: PIVOT … ON column IN (…)"
            raise Rejected("a PIVOT whose values are not named is more than one statement", remedy)
        raise Rejected(f"{len(statements)} statements were sent", "send one at a time")
    kind = statements[0].type.name
    if kind != wanted:
        raise Rejected(
            f"{kind} is refused: SQL here only reads", "write SELECT, WITH, FROM, DESCRIBE or SHOW"
        )


def _tree(connection: DuckDBPyConnection, select: str) -> tuple[_Node, str]:
    """The parse tree, and the name of the tracker's database."""
    query = "SELECT json_serialize_sql(?::VARCHAR), lower(current_database())"
    text, database = connection.execute(query, [select]).fetchone() or ("{}", "")
    try:
        tree: _Node = json.loads(text)
    except RecursionError:
        raise Rejected("the statement is nested too deeply", "split it up with WITH") from None
    if tree.get("error", True):  # PRAGMA, which the parser makes a SELECT of
        raise Rejected("this kind of statement is refused: SQL here only reads", "write a SELECT")
    return tree, database


def _nodes(tree: _Node) -> Iterator[_Node]:
    """Every node of the tree, whatever it hangs on."""
    left: list[Any] = [tree]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            yield one
            left.extend(one.values())
        elif isinstance(one, list):
            left.extend(one)


def _names_given(node: _Node) -> Iterator[str]:
    for entry in (node.get("cte_map") or {}).get("map", ()):
        yield entry["key"]


@cache
def _hidden() -> frozenset[str]:
    """Views of DuckDB's own that may not be read."""
    import duckdb

    query = (
        "SELECT lower(view_name) FROM duckdb_views() WHERE internal AND schema_name <> 'information_schema'"
    )
    with duckdb.connect() as connection:
        return frozenset(name for (name,) in connection.execute(query).fetchall()) - CATALOGUE


def _check_table_functions(connection: DuckDBPyConnection, nodes: Sequence[_Node]) -> None:
    """Those of TABLE_FUNCTIONS may be called, and the tracker's own macros, which a migration has laid."""
    called = {
        str(node["function"].get("function_name")).lower()
        for node in nodes
        if node.get("type") == "TABLE_FUNCTION"
    }
    if unknown := called - TABLE_FUNCTIONS:
        query = """SELECT lower(function_name) FROM duckdb_functions()
            WHERE function_type = 'table_macro' AND NOT internal AND database_name = current_database()"""
        unknown -= {name for (name,) in connection.execute(query).fetchall()}
    for name in sorted(unknown):
        raise Rejected(f"the table function {name} is refused", "read the tables and views of the tracker")


def _check_node(node: _Node, own: set[str], database: str) -> None:
    kind = str(node.get("type"))
    if "sample" in node and "alias" in node and kind not in _SOURCES:
        raise Rejected(f"{kind} behind FROM is refused", "name tables and views of the tracker")
    if kind == "BASE_TABLE":
        _check_table(node, own, database)
    elif kind == "SHOW_REF" and not node.get("query") and node.get("table_name") not in SHOWN:
        raise Rejected("this SHOW is refused", "write SHOW TABLES, or DESCRIBE and a name")
    name = str(node.get("function_name", "")).lower()
    if name in FUNCTIONS or name.startswith(("quack_", "pg_read_")):
        raise Rejected(f"the function {name} is refused", "SQL here reads the tracker's tables, nothing else")
    if node.get("class") == "PARAMETER":
        raise Rejected("a parameter has no value here", "write the value itself")


def _check_table(node: _Node, own: set[str], database: str) -> None:
    table = str(node.get("table_name"))
    before = [str(node[key]) for key in ("catalog_name", "schema_name") if node.get(key)]
    name = ".".join([*before, table])
    if table.lower() in _hidden():  # also as the name of a WITH: it would hide which of the two is meant
        raise Rejected(
            f"{name} is refused: it tells of the server", "read the tables and views of the tracker"
        )
    if re.search(r"[/\\*?:.]", table):
        raise Rejected(f"{name} is refused: files and addresses are not read", "name a table or a view")
    if not before and table.lower() in own:
        return
    if not {one.lower() for one in before} <= {
        database.lower(),
        "main",
        "information_schema",
        "pg_catalog",
        "system",
    }:
        raise Rejected(
            f"{name} is refused: it is not the tracker's", "leave out what stands before the table"
        )
