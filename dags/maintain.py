"""Every night: what is too old removed and the file checkpointed, a backup, the seeds checked, dead letters counted.

None waits for another, so that each that fails is seen to fail, and the others are done.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import CronTriggerTimetable, dag, task

from pipeline.scheduled.airflow import DAGS


@dag(
    schedule=CronTriggerTimetable("30 18 * * *", timezone="UTC"),
    dagrun_timeout=timedelta(hours=4),
    tags=["kikimimi", "keep"],
    doc_md=__doc__,
    **DAGS,
)
def maintain() -> None:
    @task(
        doc_md="Removes what KIKIMIMI_KEEP_TEXT and KIKIMIMI_KEEP_ROWS say, and checkpoints: the tracker does it.",
        execution_timeout=timedelta(hours=1),
    )
    def retain() -> dict[str, int]:
        from pipeline.scheduled.maintaining import retain_and_checkpoint

        return retain_and_checkpoint()

    @task(
        doc_md="Copies the file into KIKIMIMI_DATA/backups, compares the two, and keeps the newest seven.",
        execution_timeout=timedelta(hours=1),
    )
    def backup() -> str:
        from pipeline.scheduled.maintaining import back_up_tracker

        return back_up_tracker(keep=7)

    @task(
        doc_md="Reads catalogue, rules, sources, limits and suites as a worker would, and fails where one is wrong."
    )
    def check_seeds() -> dict[str, int]:
        from pipeline.scheduled.maintaining import check_seeds

        return check_seeds()

    @task(
        doc_md="Counts the dead letters that wait, and tells on the topic `alerts` where some came in the last day."
    )
    def dead_letters() -> dict[str, int]:
        from pipeline.scheduled.maintaining import report_letters

        return report_letters()

    retain()
    backup()
    check_seeds()
    dead_letters()


maintain()
