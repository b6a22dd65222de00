"""Every quarter of an hour: the feeds and pages that are due in, their documents on the topic `documents` out.

One task instance reads one source (a few of them, where there are more than 32 hosts). A source that fails fails its own
instance only. The last task says that the topic has grown, which starts `validate`.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import CronTriggerTimetable, dag

from pipeline.scheduled.airflow import DAGS
from pipeline.scheduled.collect_tasks import collect_due


@dag(
    schedule=CronTriggerTimetable("*/15 * * * *", timezone="UTC"),
    dagrun_timeout=timedelta(minutes=30),
    tags=["kikimimi", "collect"],
    doc_md=__doc__,
    **DAGS,
)
def collect_feeds() -> None:
    collect_due(transcripts=False, at_once=4)


collect_feeds()
