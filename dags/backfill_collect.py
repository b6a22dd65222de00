"""By hand: a range of days out of archives in, their documents on the topic `documents` out. Running it again brings nothing.

Archives are WARC files on this machine, and the older pages of the sources' own feeds (RFC 5005, WordPress).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import Param, dag, task

from pipeline.scheduled.airflow import DAGS, WEB
from pipeline.scheduled.collect_tasks import announce

PARAMS = {
    "since": Param("2025-01-01", type="string", format="date", title="First day", section="Days"),
    "until": Param("2025-01-31", type="string", format="date", title="Last day", section="Days"),
    "sources": Param(
        [],
        type=["array", "null"],
        items={"type": "string"},
        title="Sources",
        description="Ids in seeds/sources.yaml, one a line, whose feeds are read back. None: no feeds.",
        section="Archives",
    ),
    "warcs": Param(
        [],
        type=["array", "null"],
        items={"type": "string"},
        title="WARC files",
        description="Paths on the workers, one a line; * stands for any name.",
        section="Archives",
    ),
}


@dag(
    schedule=None,
    dagrun_timeout=timedelta(hours=24),
    params=PARAMS,
    tags=["kikimimi", "collect"],
    doc_md=__doc__,
    **DAGS,
)
def backfill_collect() -> None:
    @task(doc_md="The archives to read, one a task instance. Fails where the days or names are wrong.")
    def plan(params: Any = None) -> list[dict[str, str]]:
        from pipeline.scheduled.backfilling import plan_archives

        return plan_archives(params["since"], params["until"], params["sources"] or (), params["warcs"] or ())

    @task(
        pool=WEB,
        max_active_tis_per_dag=2,
        map_index_template="{{ task.op_kwargs['archive'].values() | first }}",
        execution_timeout=timedelta(hours=6),
        doc_md="Reads one archive; what is new in it and lies in the range goes to the topic.",
    )
    def read(archive: dict[str, str]) -> dict[str, int]:
        from pipeline.scheduled.backfilling import read_archive

        return read_archive(archive)

    read.expand(archive=plan()) >> announce()


backfill_collect()
