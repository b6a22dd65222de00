"""The status: the tracker in; what /api/v1/status answers, in JSON and in its description, out."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field

from pipeline.serve.tracker import Tracker


class TopicLag(BaseModel):
    """Where a group stands in a topic, at the last look."""

    group: str = Field(description="`load`: into DuckDB; `extract`: the extractors")
    topic: str
    lag: int = Field(description="messages that it has still to read")
    partitions: dict[int, int] = Field(description="the same by partition")


class Load(BaseModel):
    """What this tracker has loaded since its start."""

    messages: int
    batches: int
    last_at: datetime | None = Field(description="when the last batch was loaded")


class Warehouse(BaseModel):
    """The DuckDB file."""

    path: str
    file_bytes: int
    wal_bytes: int


class Status(BaseModel):
    """What the tracker knows of itself."""

    version: str
    started_at: datetime
    ready: bool
    reason: str | None = Field(description="why it is not ready")
    topics: list[TopicLag]
    tables: dict[str, int] = Field(description="rows by table")
    load: Load
    alerts_waiting: dict[str, int] = Field(description="alerts that a channel was not told of yet")
    dead_letters_waiting: int = Field(description="dead letters that nobody has decided on")
    newest_document_at: datetime | None = Field(description="when the newest document was collected")
    sql: str = Field(description="where it answers SQL over Quack; empty where it does not")
    warehouse: Warehouse


def status_of(tracker: Tracker) -> Status:
    """Raises Transient when DuckDB has no memory left for the question."""
    held, loading, reason = tracker.contents.look(), tracker.loading, tracker.unready()
    return Status(
        version=tracker.version,
        started_at=tracker.started_at,
        ready=reason is None,
        reason=reason,
        topics=[
            TopicLag(group=one.group, topic=one.topic, lag=one.messages, partitions=dict(one.partitions))
            for one in tracker.lookout.lags
        ],
        tables=dict(held.rows),
        load=Load(messages=loading.messages, batches=loading.batches, last_at=loading.last_at),
        alerts_waiting=dict(held.untold),
        dead_letters_waiting=held.letters,
        newest_document_at=held.newest,
        sql=tracker.sql_address,
        warehouse=Warehouse(
            path=str(tracker.contents.path.resolve()), file_bytes=held.file_bytes, wal_bytes=held.wal_bytes
        ),
    )
