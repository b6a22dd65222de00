"""A warm start for tests: `python -m pipeline …` in, a real process of it out that did not have to import all anew.

Imports, the regular expressions and the catalogue cost a command up to eight seconds of a core, and the tests begin a
thousand. So one process a worker, the launcher, loads them once and forks: the child gets the environment, folder, files and
session asked for, runs the very `python -m pipeline`, ends as a Python ends, and is a child of the test, which waits for it, kills it
and reads from it by the Popen that it knows. What differs: modules are there already, and so is the extractor for a catalogue
that is like the project's. Whoever tests a start, imports, or memory uses subprocess.

A fork is sound with one thread only: the launcher says no where it has others. Where a command cannot be begun so (another
PYTHON… variable, a preexec_fn), it is begun as ever.
"""

from __future__ import annotations

import atexit
import ctypes
import fcntl
import gc
import hashlib
import importlib
import os
import pickle
import runpy
import signal
import socket
import subprocess
import sys
import threading
import traceback
import types
from collections.abc import Callable, Mapping, Sequence
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from pipeline.extract.extractor import Extractor

ROOT = Path(__file__).resolve().parent.parent
SUBREAPER = 36  # prctl(2), PR_SET_CHILD_SUBREAPER: whose children's orphans become its own
AT_START = ("PYTHON", "LANG", "LC_", "TZ", "LD_", "MALLOC_")
"""Beginnings of the variables that are read once, at the start."""
HARMLESS = {"jemalloc_bg_thd"}
"""Threads that a fork may leave behind: pyarrow's allocator knows of forks."""
CELL = "pipeline.extract.cell"
SAID = {
    "en": "OpenAI raised $5 billion in 2025, said Sam Altman.",
    "ja": "オープンAIは2025年に5億ドルを調達したと、孫氏は述べた。",
    "fr": "Mistral AI lève 600 millions d'euros, selon l'entreprise.",
}
WORDS = [sys.executable, "-m"]
HIGH = 900
"""A file's number above those in use."""

Job = Callable[[], Any]


class Popen(subprocess.Popen[Any]):
    """subprocess.Popen, warm where it can be."""

    _warm = False

    def __init__(self, args: Sequence[str], **how: Any) -> None:
        strange = {
            "preexec_fn",
            "shell",
            "executable",
            "umask",
            "user",
            "group",
            "extra_groups",
            "process_group",
        }
        self._warm = is_ours(args) and not strange & how.keys() and same_start(how.get("env"))
        super().__init__(args, **how)

    def _execute_child(self, *given: Any) -> None:  # as CPython 3.11 to 3.13 calls it
        if not self._warm:
            super()._execute_child(*given)  # type: ignore[misc]
            return
        args, _, _, _, pass_fds, cwd, env, _, _, _, *pipes = given
        p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite = pipes[:6]
        try:
            files = [
                own if theirs == -1 else theirs for own, theirs in enumerate((p2cread, c2pwrite, errwrite))
            ]
            environ = dict(os.environ if env is None else env)
            request = (list(args), environ, os.fspath(cwd or Path.cwd()), list(pass_fds), bool(pipes[11]))
            self.pid = begin(request, [*files, *pass_fds])
            self._child_created = True
        finally:
            self._close_pipe_fds(p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite)  # type: ignore[attr-defined]


def run(args: Sequence[str], *, input: bytes = b"", **how: Any) -> subprocess.CompletedProcess[Any]:  # noqa: A002
    """subprocess.run with its output captured."""
    with Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how) as process:
        try:
            out, err = process.communicate("" if how.get("text") else input)
        except BaseException:
            process.kill()
            raise
    return subprocess.CompletedProcess(args, process.returncode, out, err)


def is_ours(args: object) -> bool:
    """Whether the launcher can run it."""
    words = list(args) if isinstance(args, list | tuple) else []
    return words[:3] == [*WORDS, "pipeline"] or (
        words[:2] == [sys.executable, "-c"] and "pipeline" in words[2]
    )


def same_start(env: Mapping[str, str] | None) -> bool:
    """Whether a Python that begins with this environment begins as the launcher has."""
    return at_start(os.environ if env is None else env) == at_start(environment_of_launcher())


def at_start(environ: Mapping[str, str]) -> dict[str, str]:
    found = {name: value for name, value in environ.items() if name.startswith(AT_START)}
    found.pop("PYTHONUNBUFFERED", None)
    return found


def environment_of_launcher() -> dict[str, str]:
    from tests.conftest import environment

    return environment(Path(os.devnull))


_turn = threading.Lock()


def begin(request: object, files: list[int]) -> int:
    """Asks the launcher; returns the process's id, which is a child of this process."""
    with _turn:
        line = launcher()
        become_reaper(True)
        try:
            socket.send_fds(line, [pickle.dumps(request)], files)
            answer = line.recv(100)
        except BaseException:  # a test's time is over, say: its answer would be taken for the next one's
            line.close()
            launcher.cache_clear()
            raise
        finally:
            become_reaper(False)
    assert answer, "the launcher has gone: its words are above"
    return int(answer)


def become_reaper(yes: bool) -> None:
    ctypes.CDLL(None).prctl(SUBREAPER, int(yes), 0, 0, 0)


@cache
def launcher() -> socket.socket:
    """Begun when the first asks for it, who waits until it is ready."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    process = subprocess.Popen(
        [*WORDS, "tests.warm", str(theirs.fileno())],
        cwd=ROOT,
        env=environment_of_launcher() | {"OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=[theirs.fileno()],
    )
    theirs.close()
    assert ours.recv(100), "the launcher did not start: its words are above"

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


# What follows runs in the launcher and its children.


def warm_up() -> None:
    """Imports what commands import, builds the extractor, and reads a text in each language with it."""
    from pipeline.extract import read

    project = ROOT / "seeds" / "catalogue"
    built, like = read.load_extractor(project), digest(project)
    load = read.load_extractor

    @wraps(load)
    def load_extractor(catalogue: Path) -> Extractor:
        return built if digest(catalogue) == like else load(catalogue)

    read.load_extractor = load_extractor  # before others import it, since it is sent to cells by its name
    for lang, text in SAID.items():
        built.read(text, lang)
    os.environ.update(GX_ANALYTICS_ENABLED="false", TQDM_DISABLE="1")

    import pipeline.cli
    import pipeline.extract.cell
    import pipeline.load.run
    import pipeline.replay.ways
    import pipeline.round
    import pipeline.serve.app
    import pipeline.serve.tracker
    import pipeline.terminal.summary
    import pipeline.topics.embedded
    import pipeline.topics.kafka
    import pipeline.validate.dialect  # noqa: F401

    importlib.import_module("great_expectations")  # of which no other file knows the name


def digest(folder: Path) -> str:
    """The same for folders that hold the same."""
    found = hashlib.sha256()
    for file in sorted(folder.rglob("*.yaml")):
        found.update(f"{file.relative_to(folder)}\n{file.stat().st_size}\n".encode())
        found.update(file.read_bytes())
    return found.hexdigest()


def threads() -> set[str]:
    """The names of this process's threads, but for the first and the harmless."""
    tasks = [task for task in Path("/proc/self/task").iterdir() if task.name != str(os.getpid())]
    return {(task / "comm").read_text().strip() for task in tasks} - HARMLESS


def serve(line: socket.socket) -> Job | None:
    """The launcher's loop. Returns None at the end; in a child, what is to be run."""
    while True:
        data, files, _, _ = socket.recv_fds(line, 1 << 20, 64)
        if not data:
            return None
        assert not threads(), f"a fork would leave threads behind: {threads()}"
        told, tell = os.pipe()
        ready, go = os.pipe()
        middle = (
            os.fork()
        )  # whose child is an orphan at once, and so the asker's, who is the nearest that reaps
        if not middle:
            child = os.fork()
            if child:
                os.write(tell, str(child).encode())
                os._exit(0)
            os.close(go)
            if not os.read(ready, 1):  # once it is; never, where the launcher has died
                os._exit(1)
            line.detach()
            args, environ, cwd, passed, session = pickle.loads(data)
            return become(args, environ, cwd, passed, session, files)
        os.waitpid(middle, 0)
        line.send(os.read(told, 100))
        os.write(go, b"!")
        for file in (*files, told, tell, ready, go):
            os.close(file)


def become(
    args: list[str], environ: dict[str, str], cwd: str, passed: list[int], session: bool, files: list[int]
) -> Job:
    """Takes on all that a process has of its own. files: stdin, stdout, stderr, and those that are passed, which keep their numbers."""
    high = [fcntl.fcntl(file, fcntl.F_DUPFD_CLOEXEC, HIGH) for file in files]
    os.closerange(3, HIGH)
    for file, number in zip(high, (0, 1, 2, *passed), strict=True):
        os.dup2(file, number)
        os.close(file)
    os.chdir(cwd)
    if session:
        os.setsid()
    os.environ.clear()
    os.environ.update(environ)
    if "PYTHONUNBUFFERED" in environ:
        sys.stdout.reconfigure(write_through=True)  # type: ignore[union-attr]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    subprocess.Popen = Forking  # type: ignore[misc]
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    if args[1] == "-c":
        sys.path[0], sys.argv = "", args[1:2] + args[3:]
        code = compile(args[2], "<string>", "exec")
        return lambda: exec(code, main.__dict__)
    sys.path[0], sys.argv = str(Path.cwd()), args[1:2] + args[3:]
    if not hasattr(sys.modules[args[2]], "__path__"):  # of a package, `__main__` is run
        del sys.modules[args[2]]
    return lambda: runpy._run_module_as_main(args[2])  # type: ignore[attr-defined]  # as Python's own -m does


class Forking(subprocess.Popen[Any]):
    """subprocess.Popen in a warm command, whose cells are warm where it has no other thread yet."""

    def _execute_child(self, *given: Any) -> None:
        args, _, _, _, passed, _, _, _, _, _, stdin, *_ = given
        if list(args[:3]) != [*WORDS, CELL] or threads():
            super()._execute_child(*given)  # type: ignore[misc]
            return
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid:
            self._child_created = True
            os.close(stdin)
            return
        files = [stdin, 1, 2, *passed]
        leave(become(list(args), dict(os.environ), str(Path.cwd()), list(passed), False, files))


def leave(job: Job) -> NoReturn:
    """Runs it and ends the process as Python does: threads, atexit, what was left open, exit code.

    But modules are not taken down, which would copy all that is shared, and takes as long as a start.
    """
    code = 0
    try:
        try:
            job()
        finally:
            threading._shutdown()  # type: ignore[attr-defined]
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if code and not isinstance(end.code, int):
            print(end.code, file=sys.stderr)  # noqa: T201
    except KeyboardInterrupt:
        traceback.print_exc()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    except BaseException:  # noqa: BLE001 — whatever it is, it ends this process, and no other's copy of it
        traceback.print_exc()
        code = 1
    atexit._run_exitfuncs()
    gc.collect()  # of what was made since the fork; what was not closed complains
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = 120
    os._exit(code & 0xFF)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the tests
    warm_up()
    gc.collect()
    gc.freeze()  # what is there already stays shared with the children
    with socket.socket(fileno=int(sys.argv[1])) as line:
        line.send(b"ready")
        job = serve(line)
    if job:
        leave(job)
