"""`kikimimi replay`: what is stored goes through the current catalogue again; nothing is told twice."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.topics import open_topics
from tests import warm
from tests.conftest import ROOT, Fill, Run, environment
from tests.recovery.generator import write_documents

TEXTS = {
    "old.txt": "---\npublished: 2025-01-31\n---\nOpenAIとズィジクスがStargateを建設する。\n",
    "new.txt": "---\npublished: 2025-02-01\nlang: fr\n---\nZyzzix investit 5 milliards de dollars.\n",
    "plain.txt": "---\npublished: 2025-02-02\n---\nNvidiaは5億ドルを投資した。\n",
}
CATALOGUE = "type: organization\nentities:\n  - id: zyzzix\n    name: Zyzzix\n    ja: [{alias}]\n"
RULES = "  - id: zyzzix\n    title: Zyzzix\n    entity: zyzzix\n"


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with seeds that have an organization that no text names yet, and a rule for it; texts, and data read of them."""
    folder = tmp_path_factory.mktemp("read")
    seeds = folder / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    (seeds / "catalogue" / "zyzzix.yaml").write_text(CATALOGUE.format(alias="まだない"), encoding="utf-8")
    with (seeds / "rules.yaml").open("a", encoding="utf-8") as rules:
        rules.write(RULES)
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    env = environment(folder) | {"KIKIMIMI_SEEDS": str(seeds)}
    for words in (
        ("collect", "texts"),
        ("work", "extract", "--until-empty"),
        ("work", "load", "--until-empty"),
    ):
        done = warm.run([sys.executable, "-m", "pipeline", *words], env=env, cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def seeds(read_once: Path, tmp_path: Path, environ: dict[str, str]) -> Path:
    """The seeds, a copy."""
    environ["KIKIMIMI_SEEDS"] = str(tmp_path / "seeds")
    return shutil.copytree(read_once / "seeds", tmp_path / "seeds")


@pytest.fixture
def filled(read_once: Path, seeds: Path, tmp_path: Path) -> Path:
    """The warehouse, with three documents read with the catalogue as it was; a copy too."""
    for name in ("texts", "data"):
        shutil.copytree(read_once / name, tmp_path / name)
    return tmp_path / "data" / "tracker.duckdb"


def rows(warehouse: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(query).fetchall()


def add_alias(seeds: Path) -> None:
    (seeds / "catalogue" / "zyzzix.yaml").write_text(CATALOGUE.format(alias="ズィジクス"), encoding="utf-8")


def test_an_alias_that_was_added_is_found_in_old_documents_and_alerts_once(
    kikimimi: Run, seeds: Path, filled: Path
) -> None:
    documents = "SELECT * EXCLUDE (loaded_at, mentions, names) FROM documents ORDER BY doc_id"
    revisions = "SELECT * FROM revisions ORDER BY ALL"
    alerts = "SELECT rule, entity, doc_id, fired_at FROM alerts ORDER BY ALL"
    stored, fired, texts = rows(filled, documents), rows(filled, alerts), rows(filled, revisions)
    ((version,),) = rows(filled, "SELECT DISTINCT extractor FROM extractor_runs")
    assert {rule for rule, *_ in fired} == {"stargate", "zyzzix"}
    assert rows(filled, "SELECT surface FROM mentions WHERE entity = 'zyzzix'") == [("Zyzzix",)]

    add_alias(seeds)
    done = kikimimi("replay")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ALERT Zyzzix (once) in OpenAIとズィジクス" in done.stdout
    assert done.stdout.count("ALERT") == 1
    assert "3 documents replayed." in done.stdout
    assert rows(filled, documents) == stored, "collected_at and all the rest are as before"
    assert rows(filled, revisions) == texts
    found = "SELECT surface FROM mentions WHERE entity = 'zyzzix' ORDER BY ALL"
    assert rows(filled, found) == [("Zyzzix",), ("ズィジクス",)]
    assert rows(
        filled, "SELECT count(*), count(DISTINCT (doc_id, char_start)) FROM mentions WHERE entity = 'openai'"
    ) == [(1, 1)]
    assert rows(filled, "SELECT alias FROM aliases WHERE alias = 'ズィジクス'"), (
        "the catalogue's tables are in step"
    )
    versions = rows(filled, "SELECT extractor, count(*) FROM extractor_runs GROUP BY 1")
    assert [count for _, count in versions] == [3]
    assert versions[0][0] != version, "what the older version found is gone"
    now = rows(filled, alerts)
    assert set(fired) < set(now)
    ((rule, entity, _, _),) = set(now) - set(fired)
    assert (rule, entity) == ("zyzzix", "zyzzix")
    told = "SELECT count(*), count(DISTINCT alert_id) FROM deliveries WHERE channel = 'console'"
    assert rows(filled, told) == [(len(now), len(now))]

    again = kikimimi("replay", "--all")
    assert "3 documents replayed." in again.stdout
    assert "ALERT" not in again.stdout
    assert rows(filled, alerts) == now
    assert rows(filled, "SELECT declared_lang, lang FROM documents WHERE declared_lang IS NOT NULL") == [
        ("fr", "fr")
    ]


def test_where_nothing_is_to_be_done_it_says_so(kikimimi: Run, seeds: Path, filled: Path) -> None:
    done = kikimimi("replay")
    assert done.returncode == 0
    assert re.fullmatch(
        r"Nothing to replay: the current extractor, \S+\+\w{8}\.\w{8}, has read 3 documents of that choice already\.\n",
        done.stdout,
    )
    add_alias(seeds)
    done = kikimimi("replay", "--source", "nobody")
    assert (done.returncode, done.stdout) == (
        0,
        "Nothing to replay: no document with a text is of that choice.\n",
    )


def test_days_and_a_dry_run(kikimimi: Run, seeds: Path, filled: Path) -> None:
    def lines(*words: str) -> list[list[str]]:
        done = kikimimi("replay", "--dry-run", *words)
        assert done.returncode == 0, done.stderr
        return [line.split() for line in done.stdout.splitlines() if re.match(r" ?\S+\+\w{8}\.\w{8} ", line)]

    ((old, *counts),) = lines()
    assert counts == ["(current)", "3", "0", "0"]
    before = filled.read_bytes()
    add_alias(seeds)
    assert lines() == [[old, "3", "3", "0"]]
    assert lines("--since", "2025-02-01") == [[old, "3", "2", "0"]]
    assert lines("--until", "2025-02-01") == [[old, "3", "2", "0"]]
    assert filled.read_bytes() == before

    assert (
        "1 document replayed." in kikimimi("replay", "--since", "2025-02-01", "--until", "2025-02-01").stdout
    )
    ((_, *kept), (new, *counts)) = lines()
    assert (kept, counts) == (["2", "2", "0"], ["(current)", "1", "0", "0"])
    assert rows(
        filled,
        f"SELECT published_at::VARCHAR FROM documents JOIN extractor_runs USING (doc_id) WHERE extractor = '{new}'",
    ) == [("2025-02-01 00:00:00",)]


def test_documents_whose_text_was_removed_stay_as_they_are(kikimimi: Run, seeds: Path, filled: Path) -> None:
    with duckdb.connect(str(filled)) as connection:
        connection.execute("UPDATE documents SET text = NULL WHERE declared_lang = 'fr'")
    mentions = "SELECT count(*) FROM mentions JOIN documents USING (doc_id) WHERE declared_lang = 'fr'"
    before = rows(filled, mentions)
    add_alias(seeds)
    done = kikimimi("replay")
    assert done.returncode == 0
    assert "1 document without text stays as it is" in done.stdout
    assert "2 documents replayed." in done.stdout
    assert rows(filled, mentions) == before


def test_left_to_workers_that_run_elsewhere(kikimimi: Run, seeds: Path, filled: Path) -> None:
    add_alias(seeds)
    assert "3 documents left to the workers; " in kikimimi("replay", "--no-wait").stdout
    again = kikimimi("replay", "--no-wait").stdout
    assert "0 documents left to the workers, 3 waited there already" in again
    assert kikimimi("work", "extract", "--until-empty").stdout == "3 documents extracted\n"
    kikimimi("work", "load", "--until-empty")
    assert "Nothing to replay" in kikimimi("replay").stdout


def test_documents_that_come_back_otherwise_end_it_with_1(
    kikimimi: Run, fill: Fill, seeds: Path, filled: Path
) -> None:
    (filled.parent.parent / "texts" / "long.txt").write_text(
        "Nvidiaは5億ドルを投資した。\n" * 5000, encoding="utf-8"
    )
    fill("texts")
    add_alias(seeds)
    done = kikimimi("replay", KIKIMIMI_STUCK_AFTER="0.01")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "of the documents came back from another version than" in line
    assert "kikimimi dead-letters list" in line
    assert rows(filled, "SELECT DISTINCT stage FROM dead_letters") == [("extract",)]
    assert kikimimi("replay").returncode == 0, "none is lost"
    assert "has read 4 documents" in kikimimi("replay").stdout


def test_ctrl_c_stops_it_and_the_same_command_goes_on(
    kikimimi: Run, fill: Fill, seeds: Path, filled: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    write_documents(tmp_path / "more", 300)
    fill("more")
    add_alias(seeds)
    command = [sys.executable, "-m", "pipeline", "replay"]
    with (
        closing(open_topics(f"embedded:{tmp_path}/data/topics.db")) as topics,
        warm.Popen(command, env=environ, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process,
    ):
        while not sum(topics.committed("extract", "documents").values()) > 303:
            assert process.poll() is None, "it ends before it is stopped"
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert re.search(
        r"documents replayed of 303\.\nStopped; the same command goes on from there\.\n$", said
    ), said
    assert kikimimi("replay").returncode == 0
    with closing(open_topics(f"embedded:{tmp_path}/data/topics.db")) as topics:
        assert sum(topics.ends("documents").values()) == 2 * 303, "none was appended twice"
    assert "has read 303 documents" in kikimimi("replay").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--since", "soon"), 2, "--since 'soon' is no date; write it as 2025-02-03"),
        (("--until", "2025-13-01"), 2, "--until '2025-13-01' is no date"),
        (("--since", "2025-02-02", "--until", "2025-02-01"), 2, "swap them"),
        (("--doc", "xyz!"), 2, "--doc 'xyz!' does not begin the id of a document"),
        (("--doc", "00000000"), 1, "no document has an id that begins with 00000000"),
    ],
)
def test_a_wrong_word_is_one_line(
    kikimimi: Run, filled: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = kikimimi("replay", *words)
    assert (done.returncode, done.stdout) == (code, "")
    (line,) = done.stderr.splitlines()
    assert said in line


def test_without_a_warehouse_it_says_what_to_do(kikimimi: Run, tmp_path: Path) -> None:
    done = kikimimi("replay")
    assert done.returncode == 2
    assert "fill it first: kikimimi run" in done.stderr
    assert not (tmp_path / "data" / "tracker.duckdb").exists()


def test_on_kafka_the_same(
    kikimimi: Run, seeds: Path, filled: Path, empty_broker: str, tmp_path: Path
) -> None:
    add_alias(seeds)
    done = kikimimi("replay", KIKIMIMI_TOPICS=f"kafka:{empty_broker}")
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 documents replayed." in done.stdout
    assert done.stdout.count("ALERT") == 1
    found = "SELECT surface FROM mentions WHERE entity = 'zyzzix' ORDER BY ALL"
    assert rows(filled, found) == [("Zyzzix",), ("ズィジクス",)]
