"""Every hour: the watched folder and the pages of transcripts in, their documents on the topic `documents` out.

These are the sources of seeds/sources.yaml with `document: transcript`: put a text into the folder, and it is collected.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import CronTriggerTimetable, dag

from pipeline.scheduled.airflow import DAGS
from pipeline.scheduled.collect_tasks import collect_due


@dag(
    schedule=CronTriggerTimetable("5 * * * *", timezone="UTC"),
    dagrun_timeout=timedelta(minutes=50),
    tags=["kikimimi", "collect"],
    doc_md=__doc__,
    **DAGS,
)
def collect_transcripts() -> None:
    collect_due(transcripts=True, at_once=2)


collect_transcripts()
