"""What a terminal shows while sources are collected, and that a pipe gets none of it."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.collect.conftest import Site
from tests.conftest import Run

FEED = "<rss version='2.0'><channel><item><title>Mistral</title><link>{}</link></item></channel></rss>"


class Screen:
    """What a command prints on its terminal."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self.printed = ""

    def wait(self, until: str) -> str:
        """All that was printed up to where a line matches; colours and movements of the cursor left out."""
        end = time.monotonic() + 30
        while not re.search(until, self.printed) and self._read(end - time.monotonic()):
            pass
        assert re.search(until, self.printed), self.printed
        return self.printed

    def _read(self, left: float) -> bool:
        if left <= 0 or not select.select([self._terminal], [], [], left)[0]:
            return False
        try:
            piece = os.read(self._terminal, 65_536).decode(errors="replace")
        except OSError:  # the command has ended
            return False
        self.printed += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", piece)
        return True


@contextmanager
def screen(folder: Path, environ: dict[str, str], *words: str) -> Iterator[Screen]:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pipeline", *words]
    env = {**environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        command, cwd=folder, env=env, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        try:
            yield Screen(ours)
        finally:
            process.kill()
            os.close(ours)


@pytest.mark.parametrize("verb", ["collect", "run"])
def test_a_terminal_shows_how_many_sources_are_done_and_who_is_waited_for(
    site: Site, tmp_path: Path, environ: dict[str, str], verb: str
) -> None:
    (tmp_path / "notes.txt").write_text("OpenAI raised money.")
    feed = site.put("/feed", FEED.format("https://a.example/1"))
    slow = site.put("/silent", FEED.format("https://a.example/2"))
    with screen(tmp_path, environ, verb, "notes.txt", feed, slow) as shown:
        printed = shown.wait(r"2 documents so far · waiting for 1: 127\S*silent")
        assert re.search(r"collect .*2/3 0:00:\d\d", printed)
        site.waits.set()
        shown.wait(r"collect .*3/3")
        if verb == "collect":  # `run` goes on, and validates
            shown.wait(r"3 new documents, 0 unchanged")


def test_a_pipe_gets_none_of_it(kikimimi: Run, site: Site) -> None:
    done = kikimimi("collect", site.put("/feed", FEED.format("")))  # no page to ask for
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 new documents, 0 unchanged.\n", "")


def test_an_archive_is_a_source_of_its_own(tmp_path: Path, environ: dict[str, str]) -> None:
    (tmp_path / "a.warc").write_bytes(b"")
    with screen(tmp_path, environ, "collect", "--from-warc", "a.warc") as shown:
        shown.wait(r"collect .*1/1")
