"""The walk: documents go from files to tables through the real command, as a newcomer would run it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests import warm
from tests.conftest import ROOT, Fill, Run, environment

SAMPLE = ROOT / "seeds" / "transcripts" / "sam-altman-wrong-side-of-history.ja.txt"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's seeds without the sources that need the internet."""
    folder = tmp_path_factory.mktemp("seeds") / "seeds"
    shutil.copytree(ROOT / "seeds", folder)
    return folder


@dataclass(frozen=True)
class Walked:
    """A folder in which the sample was run, and what that printed."""

    folder: Path
    printed: str


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Walked:
    folder = tmp_path_factory.mktemp("walked")
    done = run_in(folder, "run", str(seeds / "transcripts"), str(seeds / "feeds"))
    assert done.returncode == 0, done.stderr
    return Walked(folder, done.stdout)


def run_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command with these words, whose data are in this folder."""
    command = [sys.executable, "-m", "pipeline", *words]
    return warm.run(command, text=True, env=environment(folder), cwd=folder)


def ask(tmp_path: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(tmp_path / "data" / "tracker.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_the_sample_goes_from_file_to_tables_and_summary(walked: Walked) -> None:
    for words in (
        "documents",
        "Most named",
        "DeepSeek",
        "figures",
        "ALERT",
        "tracker.duckdb",
        "new documents",
    ):
        assert words in walked.printed
    assert walked.printed.count('kikimimi sql "') == 3

    langs = {row[0] for row in ask(walked.folder, "SELECT DISTINCT lang FROM documents")}
    assert langs >= {"ja", "en"}
    assert ask(
        walked.folder, "SELECT published_at::DATE::VARCHAR FROM documents WHERE kind = 'transcript'"
    ) == [("2025-02-03",)]
    wrong_spans = """SELECT count(*) FROM (SELECT doc_id, surface, char_start s, char_end e FROM mentions
        UNION ALL SELECT doc_id, surface, char_start, char_end FROM figures) JOIN documents USING (doc_id)
        WHERE substring(text, s + 1, e - s) <> surface"""
    assert ask(walked.folder, wrong_spans) == [(0,)]
    assert ask(walked.folder, "SELECT DISTINCT rule FROM alerts ORDER BY 1") == [("deepseek",), ("stargate",)]


def test_the_queries_that_the_summary_offers_work(walked: Walked) -> None:
    queries = [line.split('"')[1] for line in walked.printed.splitlines() if 'kikimimi sql "' in line]
    assert len(queries) == 3
    for query in queries:
        done = run_in(walked.folder, "sql", query)
        assert done.returncode == 0, done.stderr
        assert re.search(r"\n[\d,]+ rows?\n$", done.stdout)
        assert not done.stdout.endswith("\n0 rows\n")


def test_the_stages_apart_do_what_run_does(fill: Fill, tmp_path: Path, seeds: Path, walked: Walked) -> None:
    fill(str(seeds / "transcripts"), str(seeds / "feeds"))
    counts = "SELECT (SELECT count(*) FROM mentions), (SELECT count(*) FROM figures), (SELECT count(*) FROM alerts)"
    assert ask(tmp_path, counts) == ask(walked.folder, counts)


def test_the_sample_that_is_run_again_is_known(walked: Walked, seeds: Path) -> None:
    again = run_in(walked.folder, "run", str(seeds / "transcripts"), str(seeds / "feeds"))
    assert again.returncode == 0
    assert "No new documents" in again.stdout
    assert "ALERT" not in again.stdout


def test_status_shows_what_waits_for_each_stage_and_for_how_long(kikimimi: Run) -> None:
    assert "Nothing was collected yet" in kikimimi("status").stdout
    kikimimi("collect", str(SAMPLE))
    lines = status_lines(kikimimi)
    assert lines["documents"] == ["documents", "1", "0.0", "nobody", "yet", "1"]
    kikimimi("work", "extract", "--until-empty")
    kikimimi("work", "load", "--until-empty")
    kikimimi("collect", str(SAMPLE.parents[1] / "feeds"))
    lines = status_lines(kikimimi)
    assert lines["extractions"] == ["extractions", "1", "0.0", "load", "0", "0.0"]
    (topic, messages, _, group, unread, _, age, unit) = lines["documents"]
    assert (topic, group, unit) == ("documents", "extract", "s")
    assert int(unread) == int(messages) - 1 > 0
    assert float(age) > 0
    assert sum(int(words[2]) for words in lines["partitions"]) == int(unread)


def status_lines(kikimimi: Run) -> dict[str, Any]:
    """The words of each topic's line, and those of the lines of partitions of `documents`, which stands first."""
    printed = kikimimi("status", "--seconds", "0.05").stdout
    lines: dict[str, Any] = {"partitions": []}
    for words in filter(None, map(str.split, printed.splitlines())):
        if words[0] == "partition" and "extractions" not in lines:
            lines["partitions"].append(words)
        lines.setdefault(words[0], words)  # the counts of rows come after
    return lines


def test_a_source_that_cannot_be_reached_is_one_line_and_stops_nothing(
    fill: Fill, tmp_path: Path, seeds: Path
) -> None:
    own = tmp_path / "own"
    shutil.copytree(seeds, own)
    (own / "sources.yaml").write_text(
        "sources:\n"
        "  - {id: samples, location: transcripts}\n"
        "  - {id: away, location: 'http://127.0.0.1:9/feed.xml', kind: feed}\n"
    )
    said = fill(KIKIMIMI_SEEDS=str(own))
    assert sum("127.0.0.1:9" in line for line in said.splitlines()) == 1
    assert ask(tmp_path, "SELECT count(*) FROM documents") == [(1,)]
    assert ask(tmp_path, "SELECT source, outcome FROM fetches ORDER BY 1") == [
        ("away", "failed"),
        ("samples", "new"),
    ]


def test_a_watching_run_picks_up_what_arrives_and_ends_well_when_told(
    environ: dict[str, str], tmp_path: Path
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "first.txt").write_text("OpenAIは5億ドルを調達した。", encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "run", "--watch", str(texts)]
    ours = environ | {"KIKIMIMI_INTERVAL": "600"}  # files are not waited for so long
    with warm.Popen(command, env=ours, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        assert next(line for line in lines if "new documents" in line).startswith("1 new documents")
        (texts / "second.txt").write_text("Stargateの建設が進む。データセンターだ。", encoding="utf-8")
        assert "Stargate is named" in next(line for line in lines if "ALERT" in line)
        (texts / "third.txt").write_bytes(b"\0 no text")
        assert "third.txt is not text" in next(line for line in lines if "third" in line)
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert ask(tmp_path, "SELECT count(*) FROM documents") == [(2,)]
