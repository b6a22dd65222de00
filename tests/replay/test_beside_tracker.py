"""A replay beside the tracker and a worker that run: it reads over SQL, hands on, waits, and says who is out of date."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from pipeline.topics.broker import free_port
from tests import warm
from tests.conftest import Fill, Run
from tests.recovery.generator import write_documents
from tests.replay.test_replay import add_alias, filled, read_once, rows, seeds

__all__ = ["filled", "read_once", "seeds"]

COUNT = 123
ZYZZIX = "SELECT surface FROM mentions WHERE entity = 'zyzzix' ORDER BY ALL"

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(environ: dict[str, str], tmp_path: Path) -> Iterator[Start]:
    """Starts the command with these words, once it says that it is ready; ends it at the end."""
    environ |= {"KIKIMIMI_SQL_PORT": str(free_port()), "KIKIMIMI_HTTP_PORT": str(free_port())}

    @contextmanager
    def running(process: subprocess.Popen[str]) -> Iterator[None]:
        try:
            yield
        finally:
            process.terminate()
            said, _ = process.communicate(timeout=60)
            assert process.returncode == 0, said

    with ExitStack() as ended:

        def begin(*words: str, ready: str = "", **changed: str) -> subprocess.Popen[str]:
            command = [sys.executable, "-m", "pipeline", *words]
            process = warm.Popen(
                command,
                env=environ | changed | {"PYTHONUNBUFFERED": "1"},
                cwd=tmp_path,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            ended.enter_context(running(process))
            assert process.stdout
            assert not ready or any(ready in line for line in process.stdout)
            return process

        yield begin


@pytest.mark.slow
def test_beside_the_tracker_workers_do_it(
    kikimimi: Run, fill: Fill, seeds: Path, filled: Path, tmp_path: Path, start: Start
) -> None:
    write_documents(tmp_path / "more", COUNT - 3)
    fill("more")
    (alerts,) = rows(filled, "SELECT count(*) FROM alerts")
    tracker = start("serve", ready="is ready")
    shutil.copytree(seeds, tmp_path / "old-seeds")
    old = start("work", "extract", KIKIMIMI_SEEDS=str(tmp_path / "old-seeds"))
    add_alias(seeds)
    shown = kikimimi("replay", "--dry-run")
    assert f" {COUNT} " in shown.stdout, shown.stderr

    done = kikimimi("replay")
    assert done.returncode == 1, "the worker has read the catalogue as it was"
    assert f"{COUNT} of the documents came back from another version than" in done.stderr.splitlines()[-1]
    assert kikimimi("sql", ZYZZIX).stdout.count("Zyzzix") == 1

    old.terminate()
    assert old.wait(60) == 0
    start("work", "extract")
    done = kikimimi("replay")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{COUNT} documents replayed." in done.stdout
    assert f"has read {COUNT} documents" in kikimimi("replay").stdout
    tracker.terminate()
    assert tracker.wait(60) == 0
    assert rows(filled, ZYZZIX) == [("Zyzzix",), ("ズィジクス",)]
    assert rows(filled, "SELECT count(*) FROM alerts") == [(alerts[0] + 1,)]
