"""The cell: a document that is stuck or ends the extractor's process is rejected, and the next one is read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from pipeline.errors import Misconfigured, Rejected
from pipeline.extract.cell import Cell
from pipeline.extract.extractor import Extractor
from pipeline.extract.read import load_extractor, read_message
from pipeline.records import Document, Extraction, headers
from pipeline.topics.envelope import pack
from tests.conftest import ROOT
from tests.samples import make_document

SMALL = Path(__file__).parent / "small"
"""A catalogue of one project, Stargate."""


class Trap(Extractor):
    """Does what the document's title says."""

    def extract(self, document: Document) -> Extraction:
        word, _, where = document.title.partition(" ")
        if word == "stuck":
            while True:
                pass
        if word == "die":
            os.kill(os.getpid(), signal.SIGSEGV)
        if word == "die-once" and not Path(where).exists():
            Path(where).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "bug":
            raise ZeroDivisionError
        return super().extract(document)


def make_trap() -> Trap:
    return Trap(SMALL)


def send(cell: Cell, title: str = "Title", text: str = "Stargateは巨大だ。") -> bytes:
    message = pack("documents", "k", make_document(title, text, title))
    return cell.extract(message.value, message.headers).value


@pytest.fixture
def cell() -> Iterator[Cell]:
    opened = Cell(make_trap, limit=0.5)
    yield opened
    opened.close()


def test_a_cell_answers_as_the_extractor_does(cell: Cell) -> None:
    message = pack("documents", "k", make_document())
    assert cell.extract(message.value, message.headers) == read_message(
        make_trap(), message.value, message.headers
    )


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("stuck", r"held the extractor up for 0.5 seconds; raise KIKIMIMI_STUCK_AFTER"),
        ("die", r"ended the extractor 3 times \(signal 11\)"),
        ("bug", r"broke the extractor 3 times: ZeroDivisionError"),
    ],
)
def test_a_bad_document_is_rejected_with_the_reason_and_the_next_is_read(
    cell: Cell, title: str, said: str
) -> None:
    with pytest.raises(Rejected, match=said):
        send(cell, title)
    assert b"stargate" in send(cell)


def test_a_cell_that_was_killed_is_replaced_and_the_document_is_tried_again(
    cell: Cell, tmp_path: Path
) -> None:
    assert b"stargate" in send(cell, f"die-once {tmp_path / 'died'}")


def test_a_broken_message_is_rejected(cell: Cell) -> None:
    with pytest.raises(Rejected, match="breaks its schema"):
        cell.extract(b"\xff", headers("documents"))
    with pytest.raises(Rejected, match="version 999"):
        cell.extract(b"{}", {"schema": "documents", "version": "999"})


def not_made() -> Extractor:
    raise ZeroDivisionError("no extractor")


@pytest.mark.parametrize(
    ("build", "said"),
    [(partial(load_extractor, Path("/nowhere")), "/nowhere"), (not_made, "no extractor")],
    ids=["catalogue", "bug"],
)
def test_an_extractor_that_cannot_be_made_stops_the_worker(build: Callable[[], Extractor], said: str) -> None:
    cell = Cell(build, limit=1)
    with pytest.raises(Misconfigured, match=said):
        send(cell)
    cell.close()


def test_a_cell_ends_with_its_worker_however_that_ends(tmp_path: Path) -> None:
    code = """if True:
        import sys
        from functools import partial
        from pathlib import Path
        from pipeline.extract.cell import Cell
        from tests.extract.test_cell import make_trap, send
        cell = Cell(make_trap, limit=100)
        send(cell)
        print(cell.pid, flush=True)
        send(cell, "stuck")
        """
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as worker:
        assert worker.stdout
        pid = int(worker.stdout.readline())
        worker.kill()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists() and "State:\tZ" not in Path(f"/proc/{pid}/status").read_text():
        assert time.monotonic() < deadline, "it goes on without its worker"
        time.sleep(0.05)
