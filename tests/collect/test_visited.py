"""When a source was visited last, as the state of collecting has it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.collect.seen import STATE
from pipeline.collect.sources import Source, sources_from
from pipeline.collect.visited import last_visits
from pipeline.errors import Misconfigured, Transient
from tests.collect.conftest import Rounds, Site


def test_a_source_was_visited_where_it_stands_now(rounds: Rounds, site: Site, texts: Path) -> None:
    (texts / "a.txt").write_text("OpenAI raised money.")
    sources = sources_from([str(texts), site.put("/gone", "", status=404)])
    began = datetime.now(UTC)
    rounds.collect_sources(sources)
    moved = Source(sources[0].id, str(texts.parent), "folder")
    state = rounds.settings.data / STATE
    visits = last_visits(state, sources)
    assert set(visits) == {one.id for one in sources}
    assert all(began <= one.at <= datetime.now(UTC) for one in visits.values())
    told = [visits[one.id].outcome for one in sources]
    assert told == ["", "failed"]
    assert "answers 404" in visits[sources[1].id].why
    assert [visits[one.id].next_due for one in sources] == [None, rounds.fetches()[-1].next_due]
    assert rounds.fetches()[-1].next_due
    assert last_visits(state, [moved]) == {}


def test_nothing_is_known_and_nothing_made_before_the_first_round(tmp_path: Path) -> None:
    assert last_visits(tmp_path / STATE, sources_from(["a.txt"])) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_state_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / STATE).write_bytes(b"no database at all, but long enough to look like one" * 40)
    with pytest.raises(Misconfigured, match="is no state of collecting"):
        last_visits(tmp_path / STATE, [])
    (tmp_path / STATE).unlink()
    with closing(sqlite3.connect(tmp_path / STATE)) as old:
        old.execute("CREATE TABLE positions (x)")
    assert last_visits(tmp_path / STATE, []) == {}
    (tmp_path / STATE).unlink()
    (tmp_path / STATE).mkdir()
    with pytest.raises(Transient, match=r"collect\.db: .+; free the disk or end what holds the file"):
        last_visits(tmp_path / STATE, [])
