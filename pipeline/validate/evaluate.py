"""Great Expectations: a suite and a function that asks in, the outcome of each expectation out. Only here is it imported.

It is told to be quiet: no telemetry, no progress bars. A query that could not be answered is Transient and no verdict.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.errors import Transient
from pipeline.validate.suites import KEYS, SQL, Expectation, Suite
from pipeline.warehouse.asking import Ask

if TYPE_CHECKING:
    from great_expectations.core import ExpectationValidationResult
    from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
    from great_expectations.datasource.fluent.sql_datasource import SQLDatasource

QUIET = {"GX_ANALYTICS_ENABLED": "false", "TQDM_DISABLE": "1"}
"""Great Expectations and its progress bars read the environment when they are imported."""
_COLON = re.compile(r"(?<![:\w\\]):(?=\w)")
_GX_SEVERITY = {"error": "critical", "warning": "warning"}


@dataclass
class Outcome:
    """What came of one expectation. unexpected: rows it returned; query: finds all of them.

    result is Great Expectations' own, from which the pages are made.
    """

    expectation: Expectation
    unexpected: int
    query: str
    result: ExpectationValidationResult


@dataclass
class Evaluated:
    """What came of one suite. rows: of its table."""

    suite: Suite
    rows: int
    outcomes: list[Outcome]


@dataclass
class Evaluator:
    """A session of Great Expectations over one warehouse; context has the results, for the pages."""

    context: EphemeralDataContext
    source: SQLDatasource
    ask: Ask


@contextmanager
def evaluating(ask: Ask) -> Iterator[Evaluator]:
    """Lends a session; importing Great Expectations takes seconds."""
    os.environ.update(QUIET)
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    from pipeline.validate.dialect import NAME, AskingConnection

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_sql(
        name="tracker",
        connection_string=f"{NAME}://",
        kwargs={"creator": lambda: AskingConnection(ask)},  # type: ignore[call-arg]  # its stub forgets them
    )
    yield Evaluator(context, source, ask)


def evaluate(session: Evaluator, suite: Suite) -> Evaluated:
    """Runs a suite. Raises Transient when a query was not answered, naming the expectation."""
    results = _definition(session, suite).run(
        result_format={
            "result_format": "SUMMARY",
            "unexpected_index_column_names": list(KEYS[suite.table]),
            "return_unexpected_index_query": True,
        }
    )
    by_name = {one.expectation_config.meta["name"]: one for one in results.results}
    outcomes = [_outcome(one, by_name[one.name]) for one in suite.expectations]
    [(rows,)] = session.ask(f"SELECT count(*) FROM {suite.table}").fetchall()
    return Evaluated(suite, rows, outcomes)


def _definition(session: Evaluator, suite: Suite) -> Any:
    import great_expectations as gx
    from great_expectations.core import ExpectationSuite

    asset = session.source.add_table_asset(name=suite.table, table_name=suite.table)
    definition = gx.ValidationDefinition(
        name=suite.table,
        data=asset.add_batch_definition_whole_table("all"),
        suite=session.context.suites.add(
            ExpectationSuite(name=suite.table, expectations=_built(suite.expectations))
        ),
    )
    return session.context.validation_definitions.add(definition)


def _built(expectations: Sequence[Expectation]) -> list[dict[str, Any]]:
    return [
        {
            "type": one.type,
            "kwargs": one.kwargs
            if one.type != SQL
            else {"unexpected_rows_query": for_great_expectations(one)},
            "severity": _GX_SEVERITY[one.severity],
            "description": f"Fails when {one.says[0].lower()}{one.says[1:]}",
            "meta": {"name": one.name},
        }
        for one in expectations
    ]


def for_great_expectations(one: Expectation) -> str:
    """The query as it wants it: braces doubled, since it fills in {batch}, and that somewhere, else it prints a warning.

    SQLAlchemy takes a colon before a word for a parameter.
    """
    query = _COLON.sub(r"\\:", str(one.kwargs["unexpected_rows_query"]))
    return query.replace("{", "{{").replace("}", "}}") + " /* {batch} */"


def _outcome(expectation: Expectation, result: ExpectationValidationResult) -> Outcome:
    for trouble in _troubles(result.exception_info):
        problem = f"the expectation {expectation.name} could not be looked at: {trouble}"
        raise Transient(
            problem, "mend it in schemas/expectations/, or try again when the tracker has less to do"
        )
    told = result.result
    if expectation.type == SQL:
        return Outcome(
            expectation, int(told["observed_value"]), str(expectation.kwargs["unexpected_rows_query"]), result
        )
    unexpected = int(told.get("unexpected_count") or not result.success)  # of an empty table it says nothing
    return Outcome(expectation, unexpected, str(told.get("unexpected_index_query", "")).rstrip(";"), result)


def _troubles(info: dict[str, Any]) -> Iterator[str]:
    """An exception is told as such, or by metric."""
    for one in (info, *(value for value in info.values() if isinstance(value, dict))):
        if one.get("raised_exception"):
            yield str(one["exception_message"]).partition("\n")[0]
