"""When an alert stands on the topic `alerts`: one task instance for it, for you to hang your own action on.

Write what is to be done into `act`, or leave this as it is and schedule a DAG of your own on the asset ALERTS.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.providers.common.messaging.triggers.msg_queue import MessageQueueTrigger
from airflow.sdk import Asset, AssetWatcher, dag, task

from pipeline.scheduled.airflow import DAGS
from pipeline.scheduled.connections import KAFKA

ALERTS = Asset(
    "kikimimi_alerts",
    "x-kikimimi://topics/alerts",
    watchers=[
        AssetWatcher(
            name="alerts",
            trigger=MessageQueueTrigger(
                scheme="kafka",
                kafka_config_id=KAFKA,
                topics=["alerts"],
                apply_function="pipeline.scheduled.messages.alert_of",
                poll_timeout=1,
                poll_interval=1,
            ),
        )
    ],
)


@dag(
    schedule=[ALERTS],
    dagrun_timeout=timedelta(minutes=30),
    tags=["kikimimi", "alert"],
    doc_md=__doc__,
    **{**DAGS, "max_active_runs": 4},
)
def on_alert() -> None:
    @task(doc_md="The alerts that have started this run; the newest one, where it was started by hand.")
    def alerts(triggering_asset_events: Any = None) -> list[dict[str, Any]]:
        from pipeline.scheduled.messages import newest_alert

        return [event.extra["payload"] for event in triggering_asset_events.get(ALERTS, ())] or newest_alert()

    @task(
        map_index_template="{{ task.op_kwargs['alert']['title'] }}",
        doc_md="What is to be done about an alert.",
    )
    def act(alert: dict[str, Any]) -> str:
        from pipeline.scheduled.messages import say

        return say(alert)

    act.expand(alert=alerts())


on_alert()
