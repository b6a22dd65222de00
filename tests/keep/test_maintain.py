"""Maintenance: here or through the tracker; the file becomes smaller where that is worth it and nobody else has it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import msgspec
import pytest
from fastapi import FastAPI

from pipeline.errors import Transient
from pipeline.keep import maintain as room
from pipeline.keep.maintain import maintain, maintain_beside
from pipeline.records import Extraction
from pipeline.serve.snapshot import maintain_router, snapshot_router
from pipeline.settings import Settings, read_settings
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.compact import contents_of
from tests.conftest import Fill, Run
from tests.serve.conftest import Place, naming

FILL = """INSERT INTO documents BY NAME
    SELECT md5(range::VARCHAR) AS doc_id, '' AS revision, 's' AS source, 'article' AS kind, '' AS title, 'ja' AS lang,
      now()::TIMESTAMP - INTERVAL 1 DAY * (range // 200)::INT AS said_at, said_at AS collected_at, said_at AS first_seen,
      1 AS revisions, now()::TIMESTAMP AS loaded_at, 0 AS mentions, 0 AS figures, [] AS names, '{}' AS meta,
      array_to_string([md5((range * 100 + i)::VARCHAR) FOR i IN range(100)], '') AS text
    FROM range(4000)"""


def settings_of(tmp_path: Path, **days: str) -> Settings:
    return read_settings({"KIKIMIMI_DATA": str(tmp_path), **days})


def filled(tmp_path: Path) -> Path:
    """4,000 documents of 20 days."""
    path = tmp_path / "tracker.duckdb"
    with closing(open_for_writing(path)) as connection:
        connection.execute(FILL)
    return path


def aged(extraction: Extraction, days: float) -> Extraction:
    collected = datetime.now(UTC) - timedelta(days=days)
    document = msgspec.structs.replace(extraction.document, collected_at=collected)
    return msgspec.structs.replace(extraction, document=document)


@pytest.mark.parametrize("name", ["KIKIMIMI_KEEP_TEXT", "KIKIMIMI_KEEP_ROWS"])
def test_the_file_becomes_smaller_where_most_of_it_has_gone(tmp_path: Path, name: str) -> None:
    path = filled(tmp_path)
    report = maintain(settings_of(tmp_path, **{name: "4.5"}))
    assert (report.texts, report.documents)[name.endswith("ROWS")] == 3000
    assert report.after == path.stat().st_size < report.before * 0.65
    assert not report.worth_it
    assert contents_of(path).rows["documents"] == (1000 if name.endswith("ROWS") else 4000)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_file_stays_where_little_has_gone(tmp_path: Path) -> None:
    path = filled(tmp_path)
    before = path.stat().st_ino
    report = maintain(settings_of(tmp_path, KIKIMIMI_KEEP_ROWS="18.5"))
    assert report.documents == 200
    assert not report.worth_it
    assert path.stat().st_ino == before


def test_the_file_stays_where_somebody_has_opened_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise Transient("somebody holds it")

    path = filled(tmp_path)
    monkeypatch.setattr(room, "compact", held)
    report = maintain(settings_of(tmp_path, KIKIMIMI_KEEP_ROWS="4.5"))
    assert report.worth_it
    assert report.after == path.stat().st_size


def test_the_loader_has_its_turn_and_readers_are_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "PAUSE", 0.01)
    with closing(open_for_writing(tmp_path / "tracker.duckdb")) as connection:
        connection.execute(FILL)
        reader = connection.cursor()
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(text) FROM documents").fetchone() == (4000,)
        turn, reports = threading.Lock(), []
        settings = settings_of(tmp_path, KIKIMIMI_KEEP_TEXT="4.5")
        thread = threading.Thread(
            target=lambda: reports.append(maintain_beside(connection.cursor(), turn, settings))
        )
        with turn:
            thread.start()
            thread.join(0.3)
            assert thread.is_alive()
            assert reader.execute("SELECT count(text) FROM documents").fetchone() == (4000,)
        thread.join()
        assert (reports[0].texts, reports[0].checkpointed) == (3000, False)
        assert reader.execute("SELECT count(text) FROM documents").fetchone() == (4000,)
        reader.execute("COMMIT")
        assert reader.execute("SELECT count(text) FROM documents").fetchone() == (1000,)
        assert maintain_beside(connection, turn, settings).checkpointed


def test_archives_of_old_days_go_and_other_files_stay(tmp_path: Path) -> None:
    filled(tmp_path)
    folder = tmp_path / "archive"
    folder.mkdir()
    today = datetime.now(UTC).date()
    days = [folder / f"{today - timedelta(days=back)}.warc.gz" for back in (0, 7, 8, 400)]
    others = [folder / name for name in ("2019-01-01.warc", "2019-13-01.warc.gz", "mine-2019-01-01.warc.gz")]
    for path in (*days, *others):
        path.touch()
    assert maintain(settings_of(tmp_path)).archives == 0
    assert maintain(settings_of(tmp_path, KIKIMIMI_KEEP_ARCHIVE="7")).archives == 2
    assert sorted(folder.iterdir()) == sorted((*days[:2], *others))


def test_the_command_says_what_went(kikimimi: Run, fill: Fill, tmp_path: Path) -> None:
    done = kikimimi("maintain")
    assert (done.returncode, "fill it first: kikimimi run" in done.stderr) == (2, True)
    (tmp_path / "a.txt").write_text("OpenAIは5億ドルを調達した。", encoding="utf-8")
    fill(str(tmp_path / "a.txt"))
    done = kikimimi("maintain")
    assert done.stdout.startswith(
        "documents and fetches are kept for ever\ntexts are kept for ever\nanswers of the web are kept for ever\n"
    )
    done = kikimimi("maintain", KIKIMIMI_KEEP_TEXT="0.000001")
    assert "older than 1e-06 days: 1 texts removed" in done.stdout
    done = kikimimi("maintain", KIKIMIMI_KEEP_ROWS="0.000001")
    assert "older than 1e-06 days: 1 documents with their rows and 1 fetches removed" in done.stdout
    assert "the DuckDB file: " in done.stdout
    assert "0 " in kikimimi("sql", "SELECT count(*) FROM mentions").stdout


def test_a_tracker_maintains_its_own_file_by_its_own_settings(tmp_path: Path) -> None:
    place = Place(tmp_path / "data", {"KIKIMIMI_KEEP_ROWS": "30"})
    with place.serving():
        place.feed(
            [aged(one, days) for one, days in zip(naming("a", "b", "c", "d"), (1, 20, 40, 50), strict=True)]
        )
        place.wait_for_rows("documents", 4)
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", "maintain"],
            env=place.environ | {"KIKIMIMI_KEEP_ROWS": "10"}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        place.wait_for_rows("documents", 2)
    assert "older than 30 days: 2 documents with their rows" in done.stdout


def test_a_failure_is_told_to_who_asked_and_the_next_one_may_try() -> None:
    answers: list[Path | Transient] = [Transient("no room", "make some"), Path("/data/snapshots/x.duckdb")]

    def take() -> Path:
        answer = answers.pop(0)
        if isinstance(answer, Transient):
            raise answer
        return answer

    app = FastAPI()
    app.include_router(snapshot_router(take))
    app.include_router(maintain_router(lambda: {"texts": 3}))

    async def ask(method: str, verb: str) -> tuple[int, object]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            answer = await client.request(method, f"/api/v1/{verb}")
            return answer.status_code, answer.json()

    assert asyncio.run(ask("POST", "snapshot")) == (503, {"detail": "no room; make some"})
    assert asyncio.run(ask("POST", "snapshot")) == (200, {"path": "/data/snapshots/x.duckdb"})
    assert asyncio.run(ask("POST", "maintain")) == (200, {"texts": 3})
    assert asyncio.run(ask("GET", "snapshot"))[0] == 405, "looking at a page copies nothing"
