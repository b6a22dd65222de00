"""`kikimimi doctor`: a line for each thing with its remedy, and exit code 1 exactly when something needed is broken."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import EntryPoint
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from rich.console import Console

from pipeline.doctor import stores
from pipeline.doctor.condition import Condition, needed, within
from pipeline.doctor.parts import lake_condition, models_condition
from pipeline.doctor.program import python_condition, terminal_condition
from pipeline.doctor.stores import data_condition, disk_condition, size, topics_condition, warehouse_condition
from pipeline.errors import Misconfigured, Transient
from pipeline.settings import Settings, read_settings
from pipeline.terminal.doctor import show_conditions
from pipeline.topics import open_topics
from pipeline.topics.base import Message
from pipeline.topics.broker import free_port
from pipeline.warehouse import open_for_writing
from tests.conftest import ROOT, Run


def line_of(done: CompletedProcess[str], name: str) -> str:
    (line,) = [line for line in done.stdout.splitlines() if line[10:].startswith(name)]
    return line


def settings_of(folder: Path, **more: str) -> Settings:
    return read_settings(
        {"KIKIMIMI_DATA": str(folder / "data"), "KIKIMIMI_SEEDS": str(ROOT / "seeds"), **more}
    )


def never() -> None:
    raise AssertionError("no tracker is asked")


@pytest.fixture
def silent() -> Iterator[int]:
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_new_installation_is_well(kikimimi: Run, tmp_path: Path) -> None:
    done = kikimimi("doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    for name in (
        "Python",
        "kikimimi",
        "extractor",
        "catalogue",
        "rules",
        "sources",
        "Japanese words",
        "spaCy",
        "SQL server",
    ):
        assert line_of(done, name).startswith("✓ there"), name
    assert "entities" in line_of(done, "catalogue")
    assert line_of(done, "warehouse").startswith("– absent")
    assert "kikimimi run makes and fills it" in line_of(done, "topics")
    assert done.stdout.splitlines()[-1].startswith("All that is needed is there.")
    assert not (tmp_path / "data").exists(), "a look makes nothing"


def test_no_value_of_a_setting_that_is_secret_is_shown(kikimimi: Run) -> None:
    secrets = {
        "KIKIMIMI_SQL_TOKEN": "sesame-1", "KIKIMIMI_HTTP_TOKEN": "sesame-2", "KIKIMIMI_KAFKA_SASL_PLAIN_PASSWORD": "sesame-3",
        "KIKIMIMI_WAREHOUSE": "ducklake:postgres:dbname=x host=127.0.0.1 port=1 password=sesame-4",
    }  # fmt: skip
    done = kikimimi("doctor", **secrets)
    assert done.returncode == 1, "that warehouse does not answer"
    assert line_of(done, "warehouse").startswith("! broken")
    assert "KIKIMIMI_SQL_TOKEN" in line_of(done, "settings")
    assert "sesame" not in done.stdout + done.stderr


def test_broken_seeds_are_named_with_line_and_remedy(kikimimi: Run, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    (seeds / "catalogue" / "people.yaml").write_text("type: person\nentities:\n  - id: Bad Id\n")
    (seeds / "sources.yaml").unlink()
    done = kikimimi("doctor", KIKIMIMI_SEEDS=str(seeds))
    assert done.returncode == 1
    assert line_of(done, "catalogue").startswith("! broken")
    assert "people.yaml:3: 'Bad Id' is no id" in line_of(done, "catalogue")
    assert "sources.yaml is not there; set KIKIMIMI_SEEDS" in line_of(done, "sources")
    assert line_of(done, "exchange rates").startswith("✓ there"), "the rest is looked at all the same"
    assert done.stdout.splitlines()[-1].startswith("3 things are broken that it needs.")


def test_no_seeds_at_all_is_told_by_each(kikimimi: Run, tmp_path: Path) -> None:
    done = kikimimi("doctor", KIKIMIMI_SEEDS=str(tmp_path / "nowhere"))
    assert done.returncode == 1
    for name in ("extractor", "catalogue", "rules", "sources"):
        assert line_of(done, name).startswith("! broken"), name
    assert done.stderr == ""


def test_a_setting_that_is_wrong_does_not_keep_the_rest_from_being_looked_at(kikimimi: Run) -> None:
    done = kikimimi("doctor", KIKIMIMI_HTTP_PORTS="80")
    assert done.returncode == 1
    assert "unknown setting KIKIMIMI_HTTP_PORTS; known are" in line_of(done, "settings")
    assert line_of(done, "spaCy").startswith("✓ there")


def test_a_kafka_that_is_not_there_is_broken(tmp_path: Path) -> None:
    found = topics_condition(settings_of(tmp_path, KIKIMIMI_TOPICS=f"kafka:127.0.0.1:{free_port()}"))
    assert found.state == "broken"
    assert "Kafka cannot be reached" in found.said
    assert "kikimimi broker" in found.remedy


def test_a_kafka_that_never_answers_is_given_up(
    tmp_path: Path, silent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "PATIENCE", 0.3)
    found = topics_condition(settings_of(tmp_path, KIKIMIMI_TOPICS=f"kafka:127.0.0.1:{silent}"))
    assert (found.state, found.said) == (
        "broken",
        f"kafka:127.0.0.1:{silent} did not answer within 0.3 s",
    )


def test_an_address_of_topics_that_is_none_is_broken(tmp_path: Path) -> None:
    found = topics_condition(settings_of(tmp_path, KIKIMIMI_TOPICS="rabbit:hole"))
    assert found.state == "broken"
    assert "KIKIMIMI_TOPICS=rabbit:hole is not known" in found.said


def test_topics_and_a_warehouse_that_are_there_are_measured(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    with closing(open_topics(settings.topics)) as topics:
        topics.append("documents", [Message("a", b"x")])
    open_for_writing(settings.warehouse).close()
    topics_found, warehouse = topics_condition(settings), warehouse_condition(settings, never)
    assert topics_found.state == warehouse.state == "there"
    assert topics_found.said.endswith(": 1 topic")
    assert warehouse.said.endswith("0 documents, free to open")


def test_files_that_are_something_else_are_broken(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    settings.data.mkdir()
    settings.warehouse.write_bytes(b"not a database " * 1000)
    (settings.data / "topics.db").write_bytes(b"not a database " * 1000)
    topics_found, warehouse = topics_condition(settings), warehouse_condition(settings, never)
    assert (topics_found.state, warehouse.state) == ("broken", "broken")
    assert "KIKIMIMI_WAREHOUSE" in warehouse.remedy
    assert "KIKIMIMI_TOPICS" in topics_found.remedy


def test_a_warehouse_that_a_tracker_holds_is_there(kikimimi: Run, tmp_path: Path) -> None:
    with closing(open_for_writing(settings_of(tmp_path).warehouse)):
        done = kikimimi("doctor")
    assert done.returncode == 0, done.stdout
    assert f"is held by process {os.getpid()}" in line_of(done, "warehouse")


def test_the_tracker_of_another_machine_is_asked(tmp_path: Path) -> None:
    def gone() -> None:
        raise Transient("no tracker answers at there", "start it")

    settings = settings_of(tmp_path, KIKIMIMI_TRACKER="there")
    assert warehouse_condition(settings, lambda: None).state == "there"
    assert warehouse_condition(settings, gone) == Condition(
        "warehouse", "broken", "no tracker answers at there", "start it"
    )


def test_a_data_folder_that_is_a_file_is_broken(kikimimi: Run, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    done = kikimimi("doctor")
    assert done.returncode == 1
    for name, setting in (("data folder", "DATA"), ("warehouse", "WAREHOUSE"), ("topics", "TOPICS")):
        assert "is no folder" in line_of(done, name)
        assert f"set KIKIMIMI_{setting} to another" in line_of(done, name)


def test_a_folder_that_cannot_be_written_is_broken() -> None:
    """Not even root writes into /proc."""
    for folder in (Path("/proc"), Path("/proc/deeper/data")):
        assert data_condition(folder).state == "broken"


def test_a_full_disk_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert disk_condition(tmp_path / "not" / "yet").state == "there"
    monkeypatch.setattr(stores, "LEAST_FREE", 10**18)
    found = disk_condition(tmp_path)
    assert found.state == "broken"
    assert "free some" in found.remedy


@pytest.mark.parametrize(
    ("running", "state"),
    [((3, 10, 9), "broken"), ((3, 11, 0), "there"), ((3, 13, 9), "there"), ((3, 14, 0), "broken")],
)
def test_python_versions(running: tuple[int, int, int], state: str) -> None:
    assert python_condition(running).state == state


def test_models_are_named_and_said_to_be_unused() -> None:
    models = [EntryPoint(name, name, "spacy_models") for name in ("en_core_web_md", "ja_ginza")]
    assert "en_core_web_md, ja_ginza; not asked" in models_condition(models).said
    assert "none is needed" in models_condition([]).said


def test_extensions_of_a_lake_are_needed_where_the_warehouse_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> str:
        raise Misconfigured("duckdb-extension-ducklake is missing", "install kikimimi[lake]")

    monkeypatch.setattr("pipeline.doctor.parts.load_extensions", missing)
    assert lake_condition(wanted=True).state == "broken"
    assert lake_condition(wanted=False).state == "absent"
    assert "pip install 'kikimimi[lake]'" in lake_condition(wanted=False).remedy


@pytest.mark.parametrize(
    ("encoding", "state"), [("utf-8", "there"), ("cp932", "there"), ("latin-1", "absent")]
)
def test_a_terminal_must_have_japanese_characters(encoding: str, state: str) -> None:
    assert terminal_condition(encoding).state == state


def test_a_terminal_without_them_still_shows_what_is_wrong(kikimimi: Run) -> None:
    done = kikimimi("doctor", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert line_of(done, "terminal").startswith("- absent  terminal")
    assert "PYTHONIOENCODING=utf-8" in line_of(done, "terminal")
    assert line_of(done, "Python").startswith("+ there")


def test_lines_are_one_each_and_not_cut() -> None:
    file = TextIOWrapper(BytesIO(), encoding="utf-8")
    conditions = [
        Condition("one", "broken", "a\nb " + "long " * 60, "mend it"),
        Condition("two", "absent", "[bold]no markup[/]"),
    ]
    assert show_conditions(Console(file=file, width=40), iter(conditions)) == conditions
    file.seek(0)
    first, second, whole = file.read().splitlines()
    assert first.endswith("long ; mend it")
    assert "[bold]no markup[/]" in second
    assert whole == "1 thing is broken that it needs. 1 thing is absent, which it does without."


def test_what_does_not_answer_is_left_to_itself() -> None:
    free = threading.Event()
    with pytest.raises(Transient, match=r"the moon did not answer within 0\.01 s"):
        within(0.01, free.wait, "the moon")
    free.set()
    assert within(9, lambda: 3, "it") == 3
    with pytest.raises(Misconfigured, match="no"):
        within(9, refuse, "it")


def refuse() -> None:
    raise Misconfigured("no")


def test_an_error_of_the_system_is_a_condition() -> None:
    def look() -> str:
        return Path("/nowhere/x").read_text(encoding="utf-8")

    assert needed("x", look).state == "broken"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (250_000_000, "250 MB"), (78_400_000_000, "78.4 GB")],
)
def test_sizes(count: int, said: str) -> None:
    assert size(count) == said
