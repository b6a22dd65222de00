"""A replay's ways: no document is appended twice, few wait at a time, and who waits in vain is told why."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from duckdb import DuckDBPyConnection

from pipeline.replay import stored, ways
from pipeline.replay.choice import Choice
from pipeline.replay.run import Sent, replay
from pipeline.replay.stored import count_outdated
from pipeline.replay.ways import Alone, Unwatched, Watched, missed_of
from pipeline.topics.base import Message, Topics, lag
from tests.replay.conftest import STAGES, Put, Work
from tests.samples import make_document

COUNT = 20
CHOICE = Choice("new")


class Meanwhile(threading.Event):
    """A stop in whose waits something happens; it is set after so many."""

    def __init__(self, happens: Callable[[], object], most: int = 1000) -> None:
        super().__init__()
        self._happens, self._left = happens, most

    def wait(self, timeout: float | None = None) -> bool:
        self._happens()
        self._left -= 1
        if self._left <= 0:
            self.set()
        return self.is_set()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "PAGE", 4)
    monkeypatch.setattr(ways, "ROOM", 6)
    monkeypatch.setattr(ways, "PORTION", 6)
    monkeypatch.setattr(ways, "LOOK", -1.0)


@pytest.fixture
def filled(put: Put, work_as: Work) -> None:
    put(*[make_document(str(number)) for number in range(COUNT)])
    work_as("old")


def appended(topics: Topics) -> int:
    """Documents that were appended once more."""
    return sum(topics.ends("documents").values()) - COUNT


def watch(
    topics: Topics, connection: DuckDBPyConnection, stop: threading.Event, told: list[str]
) -> tuple[Sent, int]:
    """A replay that others work for; what it sent and how far its progress came."""
    done: list[int] = []
    missed = missed_of(connection.sql, CHOICE, count_outdated(connection.sql, CHOICE))
    way = Watched(topics, STAGES, stop, told.append, done.append, missed)
    return replay(connection.sql, topics, CHOICE, way, stop.is_set), sum(done)


@pytest.mark.usefixtures("filled")
def test_alone_it_works_off_what_waits_then_portion_after_portion(
    topics: Topics, connection: DuckDBPyConnection, work_as: Work
) -> None:
    waited: list[int] = []

    def drain() -> None:
        waited.append(lag(topics, *reversed(STAGES[0])))
        work_as("new")

    way = Alone(topics, STAGES, drain)
    replay(connection.sql, topics, CHOICE, Unwatched(topics, STAGES, "new"), lambda: appended(topics) >= 8)
    assert appended(topics) == 8, "killed with two pages in hand"
    assert replay(connection.sql, topics, CHOICE, way, lambda: False).appended == COUNT - 8
    assert waited == [8, 8, 4]
    assert appended(topics) == COUNT
    assert count_outdated(connection.sql, CHOICE) == 0


@pytest.mark.usefixtures("filled")
def test_others_are_given_little_at_a_time_and_waited_for(
    topics: Topics, connection: DuckDBPyConnection, work_as: Work
) -> None:
    most: list[int] = []

    def others_work() -> None:
        most.append(lag(topics, *reversed(STAGES[0])))
        work_as("new")

    told: list[str] = []
    sent, done = watch(topics, connection, Meanwhile(others_work), told)
    assert (sent.appended, done, told) == (COUNT, COUNT, [])
    assert max(most) == 8, "there was room for a page, and a page was appended"
    assert count_outdated(connection.sql, CHOICE) == 0


@pytest.mark.usefixtures("filled")
def test_what_others_have_in_hand_is_not_appended_again(
    topics: Topics, connection: DuckDBPyConnection, work_as: Work
) -> None:
    interrupted = Meanwhile(lambda: None, most=1)
    assert watch(topics, connection, interrupted, [])[0].appended == 8
    work_as("new", load_too=False)  # all of it waits for the loader
    sent, _ = watch(topics, connection, Meanwhile(lambda: work_as("new")), [])
    assert sent.appended == COUNT - 8
    assert appended(topics) == COUNT


@pytest.mark.usefixtures("filled")
def test_a_worker_of_another_version_is_told_of_once(
    topics: Topics, connection: DuckDBPyConnection, work_as: Work
) -> None:
    told: list[str] = []
    sent, _ = watch(topics, connection, Meanwhile(lambda: work_as("older still")), told)
    assert sent.appended == COUNT, "each once, and not until somebody begins it anew"
    (line,) = told
    assert "8 documents came back from an extractor of another version" in line
    assert count_outdated(connection.sql, CHOICE) == COUNT


@pytest.mark.usefixtures("filled")
def test_where_nobody_works_it_says_so_once(
    topics: Topics, connection: DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "QUIET", -1.0)
    told: list[str] = []
    stop = Meanwhile(lambda: None, most=5)
    sent, done = watch(topics, connection, stop, told)
    assert (sent.appended, done) == (8, 0)
    assert told == ["8 messages wait and none is taken; start a worker: kikimimi work extract"]


@pytest.mark.usefixtures("filled")
def test_left_to_others_nothing_that_waits_is_appended_again(
    topics: Topics, connection: DuckDBPyConnection, put: Put, work_as: Work
) -> None:
    def hand_on() -> Sent:
        return replay(connection.sql, topics, CHOICE, Unwatched(topics, STAGES, "new"), lambda: False)

    assert hand_on() == Sent(COUNT, 0, [])
    assert hand_on() == Sent(0, COUNT, []), "they wait to be extracted"
    work_as("new", load_too=False)
    topics.append("extractions", [Message("k", b"no extraction", {})])
    assert hand_on() == Sent(0, COUNT, []), "they wait to be loaded"
    work_as("new")
    assert count_outdated(connection.sql, CHOICE) == 0


@pytest.mark.usefixtures("filled")
def test_what_waits_with_old_results_is_appended(
    topics: Topics, connection: DuckDBPyConnection, put: Put, work_as: Work
) -> None:
    put(*[make_document(str(number)) for number in range(5)])
    work_as("old", load_too=False)
    way = Unwatched(topics, STAGES, "new")
    assert replay(connection.sql, topics, CHOICE, way, lambda: False).appended == COUNT


@pytest.mark.usefixtures("filled")
def test_a_row_that_fits_no_schema_is_a_line_and_the_rest_goes_on(
    topics: Topics, connection: DuckDBPyConnection
) -> None:
    broken = make_document("0").doc_id
    connection.execute("UPDATE documents SET kind = 'rumour' WHERE doc_id = ?", [broken])
    way = Unwatched(topics, STAGES, "new")
    sent = replay(connection.sql, topics, CHOICE, way, lambda: False)
    assert sent.appended == COUNT - 1
    (line,) = sent.failures
    assert line.startswith(f"{broken} cannot be sent again")
    assert "rumour" in line
