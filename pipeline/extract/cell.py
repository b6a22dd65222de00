"""The extractor in a process of its own: a message in, its extraction out, and a reason where there is none.

A document may hold the extractor up for ever, or bring its process down, also inside native code that no exception
reaches. So the worker sends each document to a cell and waits a set time: a cell that is stuck or has died is replaced,
the document is rejected, and the worker goes on.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from pipeline.errors import Misconfigured, Rejected
from pipeline.extract.extractor import Extractor
from pipeline.extract.read import TRIES, read_message
from pipeline.lifeline import die_with_parent
from pipeline.topics.base import Message

START = 120.0
"""Seconds for a cell to load its catalogue; it takes less than one."""
_DEAD = (EOFError, ConnectionError)

Build = Callable[[], Extractor]
"""Makes the extractor, in the cell; a function of a module, or a partial of one, since it is sent there."""


class Cell:
    """A process with an extractor. Starts at once; `extract` waits until it is there."""

    def __init__(self, build: Build, limit: float) -> None:
        """limit: seconds that one document may take."""
        self._build, self._limit = build, limit
        self._start()

    @property
    def pid(self) -> int:
        """The process that holds the extractor now."""
        return self._process.pid

    def extract(self, value: bytes, headers: Mapping[str, str]) -> Message:
        """The message for extractions. Raises Rejected for a document that breaks, holds up or kills the extractor."""
        for _ in range(TRIES):
            try:
                return self._answer(value, headers)
            except _DEAD:
                how = self._replace()
        raise Rejected(
            f"the document ended the extractor {TRIES} times ({how})", "report it, with the dead letter"
        )

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._line.close()

    def _answer(self, value: bytes, headers: Mapping[str, str]) -> Message:
        self._await_start()
        self._line.send((value, headers))
        if not self._line.poll(self._limit):
            self._replace()
            raise Rejected(
                f"the document held the extractor up for {self._limit:g} seconds",
                "raise KIKIMIMI_STUCK_AFTER",
            )
        found = self._line.recv()
        if isinstance(found, Rejected):
            raise found
        return Message(*found)

    def _start(self) -> None:
        self._line, theirs = Pipe()
        command = [sys.executable, "-m", "pipeline.extract.cell", str(theirs.fileno())]
        self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)  # noqa: S603
        theirs.close()
        self._line.send(self._build)
        self._started = False

    def _await_start(self) -> None:
        if self._started:
            return
        try:
            problem = self._line.recv() if self._line.poll(START) else "it did not start"
        except _DEAD as error:
            raise Misconfigured("the extractor's process ended as it started") from error
        if isinstance(problem, Misconfigured):
            raise problem
        if problem is not None:
            raise Misconfigured(f"the extractor cannot be made: {problem}")
        self._started = True

    def _replace(self) -> str:
        """Ends the process and starts another; says how the old one ended."""
        self.close()
        code = self._process.returncode
        self._start()
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def serve(line: Connection) -> None:
    """The cell's side: builds the extractor, then answers until the worker is gone."""
    die_with_parent(signal.SIGKILL)
    for number in (signal.SIGINT, signal.SIGTERM):  # meant for the worker, which finishes its batch first
        signal.signal(number, signal.SIG_IGN)
    try:
        extractor = line.recv()()
    except Misconfigured as error:
        line.send(error)
        return
    except Exception:  # noqa: BLE001 — told to the worker, which stops with it
        line.send(traceback.format_exc(limit=-1))
        return
    line.send(None)
    while True:
        try:
            value, headers = line.recv()
        except _DEAD:
            return
        try:
            message = read_message(extractor, value, headers)
            line.send((message.key, message.value, message.headers))
        except Rejected as error:
            line.send(error)


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
