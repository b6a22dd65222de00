"""Metrics: the tracker in, Prometheus's text out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from pipeline.errors import Transient
from pipeline.serve.tracker import Tracker

PREFIX = "kikimimi_"


class Metrics(Collector):
    """Collects at each scrape what is known by then: looks, counts of lines, and no scan."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._registry = CollectorRegistry()  # of our own: the global one belongs to nobody
        self._registry.register(self)
        ProcessCollector(registry=self._registry)  # start time, memory, processor time, open files

    def text(self) -> bytes:
        return generate_latest(self._registry)

    def collect(self) -> Iterator[Metric]:
        yield from self._about()
        yield from self._loading()
        yield from self._topics()
        try:
            yield from self._contents()
        except Transient:  # no memory for the question: what it would answer is missing, and the rest is not
            return

    def _about(self) -> Iterator[Metric]:
        build = GaugeMetricFamily(
            f"{PREFIX}build_info", "The program's version, always 1", labels=["version"]
        )
        build.add_metric([self._tracker.version], 1)
        yield build
        yield _gauge("ready", "Whether the tables are as new as they can be", self._tracker.unready() is None)
        yield _gauge("sql_up", "Whether somebody listens at the SQL port", self._tracker.answers_sql())

    def _loading(self) -> Iterator[Metric]:
        loading = self._tracker.loading
        yield CounterMetricFamily(
            f"{PREFIX}messages_loaded", "Messages loaded since the start", value=loading.messages
        )
        yield CounterMetricFamily(
            f"{PREFIX}batches_loaded", "Batches loaded since the start", value=loading.batches
        )
        yield from loading.seconds.collect()
        delivered = CounterMetricFamily(
            f"{PREFIX}alerts_delivered", "Alerts told since the start, by channel", labels=["channel"]
        )
        for channel, count in dict(loading.delivered).items():
            delivered.add_metric([channel], count)
        yield delivered

    def _topics(self) -> Iterator[Metric]:
        yield _gauge("topics_up", "Whether the topics answer", self._tracker.lookout.trouble is None)
        lags = GaugeMetricFamily(
            f"{PREFIX}lag_messages",
            "Messages that a group has still to read, at the last look",
            labels=["group", "topic"],
        )
        for lag in self._tracker.lookout.lags:
            lags.add_metric([lag.group, lag.topic], lag.messages)
        yield lags

    def _contents(self) -> Iterator[Metric]:
        held = self._tracker.contents.look()
        yield _by("rows", "Rows of a table", "table", held.rows)
        yield _by("alerts_waiting", "Alerts that a channel was not told of yet", "channel", held.untold)
        yield _gauge("dead_letters_waiting", "Dead letters that nobody has decided on", held.letters)
        yield _gauge("warehouse_file_bytes", "Size of the DuckDB file", held.file_bytes)
        yield _gauge("warehouse_wal_bytes", "Size of DuckDB's write-ahead log", held.wal_bytes)
        if held.newest:
            yield _gauge(
                "newest_document_timestamp_seconds",
                "When the newest document was collected; its age is time() less this",
                held.newest.timestamp(),
            )


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(PREFIX + name, words, value=float(value))


def _by(name: str, words: str, label: str, values: Mapping[str, int]) -> Metric:
    family = GaugeMetricFamily(PREFIX + name, words, labels=[label])
    for key, value in values.items():
        family.add_metric([key], value)
    return family
