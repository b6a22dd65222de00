"""`kikimimi validate`: what analysts and operators see of it, on the samples and over a tracker that runs."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import httpx
import pytest

from pipeline.records import Suspect, suspect_id
from pipeline.validate.evaluate import evaluate, evaluating
from pipeline.validate.pages import build_site
from pipeline.validate.run import suites_of
from pipeline.validate.verdicts import judge, read_decided
from pipeline.warehouse.asking import asking_of
from tests import warm
from tests.conftest import ROOT, Run
from tests.serve.conftest import Place
from tests.validate.conftest import entities, findings_of, settings

SAMPLES = str(ROOT / "seeds" / "transcripts")


def rows(folder: Path, query: str) -> list[dict[str, Any]]:
    with duckdb.connect(str(folder / "data" / "tracker.duckdb"), read_only=True) as connection:
        answer = connection.execute(query)
        names = [name for name, *_ in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def test_of_the_samples_only_the_claim_that_cannot_be_true_is_held_back(
    kikimimi: Run, tmp_path: Path
) -> None:
    ran = kikimimi("run", SAMPLES)
    assert ran.returncode == 0, ran.stderr
    assert "1 failed, 0 warned; 1 row is held back: kikimimi quarantine list" in ran.stdout
    [failed] = rows(tmp_path, "SELECT suite, failed, who FROM verdicts WHERE NOT success")
    assert (failed["suite"], failed["failed"]) == ("figures", ["figure-plausible"])
    assert {one["suite"] for one in rows(tmp_path, "FROM verdicts")} == {
        "documents", "mentions", "figures", "entities", "alerts", "fetches",
    }  # fmt: skip
    [held] = rows(tmp_path, "SELECT status, expectation, relation, what FROM quarantine")
    assert (held["status"], held["expectation"], held["relation"]) == ("open", "figure-plausible", "figures")
    assert held["what"].startswith("6兆ドル: capex of Meta")
    surfaces = {one["surface"] for one in rows(tmp_path, "SELECT surface FROM claims")}
    assert "5,000億ドル" in surfaces
    assert "6兆ドル" not in surfaces
    assert rows(tmp_path, "SELECT surface, quarantined FROM claims_all WHERE quarantined IS NOT NULL") == [
        {"surface": "6兆ドル", "quarantined": ["figure-plausible"]}
    ]

    again = kikimimi("validate", "--suite", "figures", "--docs")
    assert again.returncode == 1, "an expectation of weight has failed"
    assert re.search(r"figures +\d+ +\d+ +1 +0", again.stdout)
    assert "mentions" not in again.stdout
    assert len(rows(tmp_path, "SELECT * FROM quarantine")) == 1, "found once more, it is still one"
    front = (tmp_path / "data" / "quality" / "index.html").read_text(encoding="utf-8")
    assert "figure-plausible" in front

    assert kikimimi("quarantine", "release", "--expectation", "figure-plausible").returncode == 0
    assert "6兆ドル" in {one["surface"] for one in rows(tmp_path, "SELECT surface FROM claims")}
    kikimimi("replay", "--all")
    assert kikimimi("validate").returncode == 0, "what a person has released is right"
    assert [one["status"] for one in rows(tmp_path, "SELECT status FROM quarantine")] == ["released"]
    assert "6兆ドル" in {one["surface"] for one in rows(tmp_path, "SELECT surface FROM claims")}


def test_a_suite_that_is_not_there_is_named(kikimimi: Run) -> None:
    done = kikimimi("validate", "--suite", "weather")
    assert done.returncode == 2
    assert done.stderr == (
        "kikimimi: there is no suite weather; known are documents, mentions, figures, entities, alerts, fetches\n"
    )


def test_without_a_tracker_it_says_how_to_fill_one(kikimimi: Run) -> None:
    done = kikimimi("validate")
    assert done.returncode == 2
    assert "is not there yet; fill it first: kikimimi run" in done.stderr


def test_it_talks_to_nobody_and_its_pages_fetch_nothing(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    folder = tmp_path / "quality"
    for _ in range(2):  # the second time it takes the place of the first
        with (
            duckdb.connect(str(good), read_only=True) as connection,
            asking_of(connection, 60) as ask,
            evaluating(ask) as session,
        ):
            verdicts = [
                one
                for suite in suites_of(settings(), ("alerts", "fetches"), entities())
                for one in judge(
                    evaluate(session, suite), ask, read_decided(ask), "yuki", datetime.now(UTC), 1
                )
            ]
            build_site(session, verdicts, folder)
    assert "as expected" in (folder / "index.html").read_text(encoding="utf-8")
    pages = [page.read_text(encoding="utf-8") for page in folder.rglob("*.html")]
    assert len(pages) >= 5, "a front, and of each suite what is expected and what came of it"
    assert any("Fails when the outcome of a fetch is not known" in page for page in pages), (
        "each says it in plain words"
    )
    for page in pages:
        assert not re.findall(r"(?:src|href)=[\"']?(?:https?:)?//[^\"'> ]+", page)
        assert "<script" not in page


def test_great_expectations_is_imported_by_no_other_command(environ: dict[str, str]) -> None:
    code = (
        "import sys, pipeline.round, pipeline.tracker, pipeline.validate.run\n"
        "print([name for name in ('great_expectations', 'sqlalchemy', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environ, cwd=ROOT, check=True
    )
    assert done.stdout.decode().strip() == "[]"


def test_a_decided_row_fails_no_more_but_another_does(spoiled: duckdb.DuckDBPyConnection) -> None:
    spoiled.execute("UPDATE figures SET unit = 'kg' WHERE char_start < 60")
    [first, *others] = spoiled.execute(
        "SELECT doc_id, char_start, char_end FROM figures WHERE unit = 'kg' ORDER BY ALL"
    ).fetchall()
    assert others
    one = Suspect(
        expectation="figure-unit", relation="figures", key=first[0], start=first[1], end=first[2], what=""
    )
    spoiled.execute(
        "INSERT INTO quarantine BY NAME SELECT ? AS suspect_id, 'released' AS status, 'figure-unit' AS expectation, 'figures' AS relation,"
        " ? AS key, ? AS char_start, ? AS char_end, '' AS what, 'figures' AS suite, '' AS verdict_id, now()::TIMESTAMP AS found_at,"
        " now()::TIMESTAMP AS validated_at",
        [suspect_id(one), *first],
    )
    assert findings_of(spoiled, "figures")["figure-unit"].unexpected == len(others)


def test_over_a_tracker_that_runs_it_asks_and_the_tracker_loads_the_verdict(
    spoiled: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    spoiled.execute("UPDATE figures SET unit = 'kg' WHERE doc_id = (SELECT min(doc_id) FROM documents)")
    spoiled.close()
    place = Place(tmp_path / "data")
    place.data.mkdir()
    shutil.move(tmp_path / "tracker.duckdb", place.data)
    with place.serving():
        command = [sys.executable, "-m", "pipeline", "validate", "--docs"]
        done = warm.run(command, env=place.environ, text=True, cwd=ROOT)
        assert done.returncode == 1, done.stderr
        assert "error figure-unit: The unit of a figure does not belong to its kind: " in done.stdout
        assert "3 rows are held back: kikimimi quarantine list" in done.stdout
        assert "Who holds the warehouse loads this verdict." in done.stdout
        place.wait_for_rows("verdicts", 6)
        page = httpx.get(f"http://127.0.0.1:{place.port}/quality/")
        assert page.status_code == 200
        assert "figure-unit" in page.text
