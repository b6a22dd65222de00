"""After each load, and every hour: each suite of schemas/expectations/ run on the tracker, its verdict on `verdicts` out.

A suite that fails fails its own task instance; what fails now and did not before is told on the topic `alerts` too.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import AssetOrTimeSchedule, CronTriggerTimetable, PokeReturnValue, TriggerRule, dag, task

from pipeline.scheduled.airflow import DAGS
from pipeline.scheduled.collect_tasks import DOCUMENTS

PATIENCE: dict[str, Any] = {"poke_interval": 2, "timeout": 540, "soft_fail": True}
"""Seconds, less than a task may take. Where extracting or loading takes longer, what is loaded by then is validated."""


@dag(
    schedule=AssetOrTimeSchedule(
        assets=[DOCUMENTS], timetable=CronTriggerTimetable("35 * * * *", timezone="UTC")
    ),
    dagrun_timeout=timedelta(minutes=50),
    tags=["kikimimi", "quality"],
    doc_md=__doc__,
    **DAGS,
)
def validate() -> None:
    @task.sensor(doc_md="Waits until the extractors have read what was collected.", **PATIENCE)
    def extracted(triggering_asset_events: Any = None) -> PokeReturnValue:
        from pipeline.scheduled.validating import extracted as extracted_until

        events = triggering_asset_events.get(DOCUMENTS, [])
        until = extracted_until(events[-1].extra["ends"] if events else {})
        return PokeReturnValue(until is not None, until)

    @task.sensor(
        doc_md="Waits until the tracker has loaded what came of it.",
        trigger_rule=TriggerRule.NONE_FAILED,
        **PATIENCE,
    )
    def loaded(extractions: Any) -> bool:
        from pipeline.scheduled.validating import loaded as loaded_until

        return loaded_until(extractions or {})

    @task(doc_md="The names of the suites.", trigger_rule=TriggerRule.NONE_FAILED)
    def suites() -> list[str]:
        from pipeline.scheduled.validating import suite_names

        return suite_names()

    @task(
        map_index_template="{{ task.op_kwargs['suite'] }}",
        max_active_tis_per_dagrun=2,
        doc_md="Runs the suite in Great Expectations, over the tracker's SQL.",
    )
    def judge(suite: str) -> dict[str, int]:
        from pipeline.scheduled.validating import validate_suite

        return validate_suite(suite)

    names = suites()
    loaded(extracted()) >> names
    judge.expand(suite=names)


validate()
