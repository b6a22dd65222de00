"""What all DAGs share: since when and how they run, how a task is retried, how long it may take, who owns it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.sdk import ExceptionRetryPolicy, RetryAction, RetryRule

from pipeline.errors import Misconfigured, Rejected

WEB = "kikimimi_web"
"""The pool of the tasks that read other people's sites. `make up` makes it; else: airflow pools set kikimimi_web 4 web."""

TASKS: dict[str, Any] = {
    "owner": "kikimimi",
    "retries": 3,
    "retry_delay": timedelta(seconds=30),
    "retry_exponential_backoff": 2,
    "max_retry_delay": timedelta(minutes=10),
    "retry_policy": ExceptionRetryPolicy([RetryRule([Misconfigured, Rejected], RetryAction.FAIL)]),
    "execution_timeout": timedelta(minutes=10),
}
"""A task that fails for a while is tried again; one that would fail again is not (pipeline/errors.py)."""

DAGS: dict[str, Any] = {
    "start_date": datetime(2025, 1, 1, tzinfo=UTC),
    "catchup": False,
    "max_active_runs": 1,
    "default_args": TASKS,
}
"""Nothing is made up for that was missed, but by backfill_collect; a run does not overtake the one before."""
