"""The tasks that collecting DAGs share: which sources are due, each batch read, and the word that the topic has grown."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import Asset, TriggerRule, task

from pipeline.scheduled.airflow import WEB

DOCUMENTS = Asset("kikimimi_documents", "x-kikimimi://topics/documents")
"""The topic `documents`: an event says that it has grown, and in its extra where it ends."""


def collect_due(*, transcripts: bool, at_once: int) -> None:
    """due -> collect, mapped -> announce. transcripts: the sources of transcripts, else all others."""

    @task(doc_md="Which sources are due: one host in one batch. All are in a run that was started by hand.")
    def due(dag_run: Any = None) -> list[list[str]]:
        from pipeline.scheduled.collecting import due_batches

        return due_batches(transcripts=transcripts, by_hand=dag_run.run_type == "manual")

    @task(
        pool=WEB,
        retries=2,  # soon, since the others' documents are announced after them; the next run tries again anyway
        retry_delay=timedelta(seconds=10),
        max_active_tis_per_dag=at_once,
        map_index_template="{{ task.op_kwargs['sources'] | join(' ') }}",
        doc_md="Reads these sources; what is new or changed in them goes to the topic. Fails where one cannot be read.",
    )
    def collect(sources: list[str]) -> dict[str, int]:
        from pipeline.scheduled.collecting import collect_batch

        return collect_batch(sources)

    collect.expand(sources=due()) >> announce()


@task(
    outlets=[DOCUMENTS],
    inlets=[DOCUMENTS],
    trigger_rule=TriggerRule.ALL_DONE_MIN_ONE_SUCCESS,
    doc_md="Says that the topic `documents` has grown since the last event said so; skipped where it has not.",
)
def announce(outlet_events: Any = None, inlet_events: Any = None) -> dict[str, int]:
    """What the topic itself says counts, not what the tasks before have counted: a killed one has told nobody."""
    from airflow.sdk.exceptions import AirflowSkipException

    from pipeline.scheduled.collecting import ends, grown

    now, told = ends("documents"), inlet_events[DOCUMENTS]
    before = told[-1].extra if len(told) else {}
    if not grown(now, before.get("ends", {})):
        raise AirflowSkipException("nothing new on the topic documents")
    outlet_events[DOCUMENTS].extra = {"ends": now}
    return now
