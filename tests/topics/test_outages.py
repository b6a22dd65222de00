"""Outages: work goes on when the backend is back, one line is told, and who is told to stop stops."""

from __future__ import annotations

import threading

import pytest

from pipeline.errors import Rejected, Transient
from pipeline.topics import outages
from pipeline.topics.outages import outlast


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outages, "FIRST", 0.001)


def test_work_is_begun_again_until_it_is_done_and_one_line_is_told() -> None:
    answers = iter([Transient("away"), Transient("still away"), Transient("still away"), None])
    told: list[str] = []

    def work() -> str:
        if error := next(answers):
            raise error
        return "done"

    assert outlast(work, threading.Event(), told.append) == "done"
    assert told == ["away; trying again until it answers"]


def test_each_outage_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outages, "HEALTHY", 0.0)  # as if much time had passed between the two
    answers = iter([Transient("one"), Transient("two"), None])
    told: list[str] = []

    def work() -> None:
        if error := next(answers):
            raise error

    outlast(work, threading.Event(), told.append)
    assert [line.partition(";")[0] for line in told] == ["one", "two"]


def test_who_is_told_to_stop_in_an_outage_stops() -> None:
    stop = threading.Event()

    def work() -> None:
        stop.set()
        raise Transient("away")

    assert outlast(work, stop, lambda _: None) is None


def test_other_errors_are_not_outlasted() -> None:
    def work() -> None:
        raise Rejected("broken")

    with pytest.raises(Rejected):
        outlast(work, threading.Event(), lambda _: None)
