"""Every day at 07:00 in Tokyo: the digest of the day before, as Markdown, as a page and on the topic `alerts`; and Parquet.

The digest of a run covers the 24 hours before its date, so a run that is cleared writes the same files again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import CronTriggerTimetable, dag, task

from pipeline.scheduled.airflow import DAGS


@dag(
    schedule=CronTriggerTimetable("0 7 * * *", timezone="Asia/Tokyo"),
    dagrun_timeout=timedelta(hours=3),
    tags=["kikimimi", "digest"],
    doc_md=__doc__,
    **DAGS,
)
def digest() -> None:
    @task(doc_md="Writes the digest into KIKIMIMI_DATA/digests, and tells it on the topic `alerts`.")
    def write(logical_date: Any = None, dag_run: Any = None) -> list[str]:
        from pipeline.scheduled.digesting import write_day

        return write_day(logical_date or dag_run.run_after)

    @task(
        doc_md="Writes all tables as Parquet by day into KIKIMIMI_DATA/export.",
        execution_timeout=timedelta(hours=1),
    )
    def export() -> dict[str, int]:
        from pipeline.scheduled.digesting import export_tables

        return export_tables()

    write()
    export()


digest()
