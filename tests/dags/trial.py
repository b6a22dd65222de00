"""Runs DAGs with dag.test() in this process, one after the other: ids in, the states of their task instances out as JSON.

    python -m tests.dags.trial collect_feeds 'backfill_collect={"sources": ["news"]}'

A DAG that is named twice runs twice: an answer is a list of its runs. Retries come at once, so that a task that fails on every try has soon failed.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from typing import Any

from airflow.dag_processing.dagbag import DagBag
from airflow.sdk import DAG

from tests.conftest import ROOT


def main(words: list[str]) -> None:
    bag = DagBag(str(ROOT / "dags"))
    assert not bag.import_errors, bag.import_errors
    answer: dict[str, list[dict[str, Any]]] = {}
    for word in words:
        name, _, conf = word.partition("=")
        answer.setdefault(name, []).append(run(bag.dags[name], json.loads(conf or "{}")))
    sys.stdout.write(json.dumps(answer) + "\n")


def run(dag: DAG, conf: dict[str, Any]) -> dict[str, Any]:
    for task in dag.tasks:
        task.retry_delay = timedelta(seconds=0.1)
        task.max_retry_delay = timedelta(seconds=0.1)
    done = dag.test(run_conf=conf)
    instances = [
        [one.task_id, one.rendered_map_index or one.map_index, one.state, one.try_number]
        for one in done.get_task_instances()
    ]
    return {"state": done.state, "instances": sorted(instances, key=str)}


main(sys.argv[1:])
