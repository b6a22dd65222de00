"""`kikimimi sql` and `kikimimi schema`: questions as arguments, from a pipe and at a prompt; answers in four formats."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from pipeline.topics.broker import free_port
from tests.conftest import Run
from tests.serving import TABLES, served

ODD = """SELECT i, 'ünï, "quoted"' || chr(10) || 'line' AS text, NULL AS nothing, '' AS empty, [i, 2] AS list,
    {'a': i} AS pair, 1.50::DECIMAL(9, 2) AS price, TIMESTAMP '2025-01-31 08:00:00' AS at, i / 0 AS without_end
    FROM range(1, 3) t(i)"""


@pytest.fixture
def tracker(environ: dict[str, str], tmp_path: Path) -> Path:
    """A file with small tables where the command looks for it."""
    path = tmp_path / "data" / "tracker.duckdb"
    path.parent.mkdir()
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute(TABLES)
    return path


def test_an_answer_is_a_table(kikimimi: Run, tracker: Path) -> None:
    done = kikimimi("sql", "FROM documents ORDER BY doc_id LIMIT 2")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n")[1].split() == ["doc_id", "title", "said_at"]
    assert done.stdout.split("\n")[-2] == "2 rows"
    assert "more than 500 rows, the first 500 shown" in kikimimi("sql", "FROM range(600)").stdout


def test_a_wide_answer_is_shown_row_by_row_and_whole(kikimimi: Run, tracker: Path) -> None:
    columns = ", ".join(f"'{'x' * 60}' AS column_{number}" for number in range(20))
    done = kikimimi("sql", f"SELECT {columns}", COLUMNS="80")
    assert "row 1" in done.stdout
    assert done.stdout.count("x" * 60) == 20
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_texts_do_not_steer_the_terminal(kikimimi: Run, tracker: Path) -> None:
    assert "\x1b" not in kikimimi("sql", "SELECT chr(27) || '[2J' AS a, chr(155) AS b").stdout


def test_csv_is_what_spreadsheets_read(kikimimi: Run, tracker: Path) -> None:
    done = kikimimi("sql", ODD, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert rows[1] == {
        "i": "2", "text": 'ünï, "quoted"\nline', "nothing": "", "empty": "", "list": "[2, 2]", "pair": "{'a': 2}",
        "price": "1.50", "at": "2025-01-31 08:00:00", "without_end": "inf",
    }  # fmt: skip
    assert ',,"",' in done.stdout, "a null is nothing, an empty text is not"


def test_json_is_an_array_of_objects(kikimimi: Run, tracker: Path) -> None:
    rows = json.loads(kikimimi("sql", ODD, "-f", "json").stdout)
    assert rows[1] == {
        "i": 2, "text": 'ünï, "quoted"\nline', "nothing": None, "empty": "", "list": [2, 2], "pair": {"a": 2},
        "price": 1.5, "at": "2025-01-31 08:00:00", "without_end": None,
    }  # fmt: skip
    assert json.loads(kikimimi("sql", "FROM range(0)", "-f", "json").stdout) == []
    assert len(json.loads(kikimimi("sql", "FROM range(2500)", "-f", "json").stdout)) == 2500


def test_a_file_says_its_format_by_its_name(kikimimi: Run, tracker: Path, tmp_path: Path) -> None:
    for name in ("a.csv", "a.json", "a.parquet"):
        done = kikimimi("sql", "FROM range(3000)", "-o", name)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        read = duckdb.connect().execute(f"SELECT count(*), sum(range) FROM '{tmp_path / name}'").fetchall()
        assert read == [(3000, 4_498_500)]
    assert kikimimi("sql", "SELECT 1 AS a", "-f", "table", "-o", "a.txt").returncode == 0
    assert "1 row" in (tmp_path / "a.txt").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.csv",
        "a.json",
        "a.parquet",
        "a.txt",
        "data",
    ]


def test_a_query_that_fails_leaves_the_file_as_it_was(kikimimi: Run, tracker: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("before")
    assert kikimimi("sql", "FROM nothing", "-o", "a.csv").returncode == 1
    assert (tmp_path / "a.csv").read_text() == "before"


def test_parquet_goes_through_a_pipe(environ: dict[str, str], tracker: Path, tmp_path: Path) -> None:
    command = f"{sys.executable} -m pipeline sql 'FROM documents' -f parquet | cat > a.parquet"
    subprocess.run(command, shell=True, check=True, env=environ, cwd=tmp_path)
    assert duckdb.connect().execute(f"SELECT count(*) FROM '{tmp_path / 'a.parquet'}'").fetchall() == [(5,)]


def test_answers_are_added_to_a_file_as_a_shell_does_it(
    environ: dict[str, str], tracker: Path, tmp_path: Path
) -> None:
    command = f"for n in 1 2; do {sys.executable} -m pipeline sql 'SELECT '$n' AS a' -f csv; done > a.csv"
    subprocess.run(command, shell=True, check=True, env=environ, cwd=tmp_path)
    assert (tmp_path / "a.csv").read_text() == "a\n1\na\n2\n"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_many_rows_take_little_memory(environ: dict[str, str], tracker: Path) -> None:
    query = "SELECT i, md5(i::VARCHAR) AS a, repeat('x', 1000) AS b FROM range(600000) t(i)"
    code = f"""import re, runpy, sys
sys.argv = ["kikimimi", "sql", {query!r}, "-f", "csv"]
try:
    runpy.run_module("pipeline", run_name="__main__")
finally:
    print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1], file=sys.stderr)"""
    with subprocess.Popen(
        [sys.executable, "-c", code], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        size = 0
        while piece := process.stdout.read(1 << 20):
            size += len(piece)
        most = int(process.stderr.read().split()[-1])
    assert size > 600_000_000
    assert most < 450_000, "kilobytes"


def test_a_query_comes_from_a_pipe(kikimimi: Run, tracker: Path) -> None:
    assert "15" in kikimimi("sql", stdin=b"SELECT count(*)\nFROM mentions;\n").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("sql", "DELETE FROM documents"), 1, "the query failed: DELETE is refused: SQL here only reads"),
        (
            ("sql", "FROM read_csv('/etc/passwd')"),
            1,
            "the query failed: the table function read_csv is refused",
        ),
        (
            ("sql", "SELECT tittle FROM documents"),
            1,
            'the query failed: Binder Error: Referenced column "tittle"',
        ),
        (("sql", ""), 2, "no query was given; Example: kikimimi sql"),
        (("sql", "SELECT 1", "-f", "xml"), 2, "'xml' is not one of"),
        (("sql", "SELECT 1", "-o", "a.xlsx"), 2, "the name a.xlsx does not say which format is wanted"),
        (("sql", "SELECT 1", "-o", "no/folder/a.csv"), 2, "no/folder/a.csv cannot be written: No such file"),
        (
            ("schema", "documens"),
            2,
            "there is no table or view documens; there are titles, documents, mentions",
        ),
    ],
)
def test_what_is_wrong_is_one_line_and_a_code(
    kikimimi: Run, tracker: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = kikimimi(*words)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_schema_tells_what_tables_and_columns_mean(kikimimi: Run, tracker: Path) -> None:
    done = kikimimi("schema")
    assert done.returncode == 0
    assert re.search(r"^documents +table +One row a document$", done.stdout, re.MULTILINE)
    assert re.search(r"^ +said_at +TIMESTAMP", done.stdout, re.MULTILINE)
    one = kikimimi("schema", "TITLES").stdout
    assert "titles  view" in one
    assert "mentions" not in one


def test_the_tracker_answers_while_it_holds_the_file(kikimimi: Run, tmp_path: Path) -> None:
    with served(tmp_path / "far.duckdb", free_port()) as server:
        reached = server.environ()
        assert "15" in kikimimi("sql", "SELECT count(*) FROM mentions", **reached).stdout
        server.owner("INSERT INTO mentions VALUES ('d1', 'just now')")
        assert json.loads(
            kikimimi("sql", "SELECT count(*) AS n FROM mentions", "-f", "json", **reached).stdout
        ) == [{"n": 16}]
        assert "One row a document" in kikimimi("schema", "documents", **reached).stdout
        failed = kikimimi("sql", "SELECT tittle FROM documents", **reached)
        assert failed.returncode == 1
        assert 'the query failed: Binder Error: Referenced column "tittle" not found' in failed.stderr
        assert kikimimi("sql", "SELECT 1", **{**reached, "KIKIMIMI_SQL_TOKEN": "open barley"}).returncode == 2


class Terminal:
    """The command at a terminal: what is typed in, what it prints."""

    def __init__(self, environ: dict[str, str], *words: str) -> None:
        pid, self._terminal = pty.fork()
        if not pid:
            signal.signal(
                signal.SIGINT, signal.SIG_DFL
            )  # else ignored where these tests run in the background
            os.execve(sys.executable, [sys.executable, "-m", "pipeline", *words], environ)
        self._pid = pid
        self.printed = ""

    def type(self, text: str, until: str) -> str:
        """What it printed since, up to and with `until`."""
        os.write(self._terminal, text.encode())
        return self.wait(until)

    def interrupt(self, until: str) -> str:
        """Ctrl-C, again where it came before readline listened, which then keeps it until the next key."""
        printed = ""
        for _ in range(20):
            os.write(self._terminal, b"\x03")
            printed += self._read(until, 1)
            if until in printed:
                return printed
        raise AssertionError(printed)

    def wait(self, until: str) -> str:
        printed = self._read(until, 20)
        assert until in printed, printed
        return printed

    def _read(self, until: str, seconds: float) -> str:
        printed, end = "", time.monotonic() + seconds
        while until not in printed and (left := end - time.monotonic()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                try:
                    printed += os.read(self._terminal, 65536).decode()
                except OSError as error:  # its end, on Linux
                    raise AssertionError(printed) from error
        return printed

    def code(self) -> int:
        try:
            while os.read(self._terminal, 65536):
                pass
        except OSError:
            pass
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


@pytest.fixture
def at_terminal(
    environ: dict[str, str], tracker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    monkeypatch.chdir(tmp_path)
    root = str(Path(__file__).resolve().parent.parent)
    return environ | {"TERM": "dumb", "PYTHONPATH": root, "COLUMNS": "100"}


def test_a_prompt_answers_until_one_leaves(at_terminal: dict[str, str], tracker: Path) -> None:
    terminal = Terminal(at_terminal, "sql")
    terminal.wait("sql> ")
    assert "One row a document" in terminal.type(".tables\n", "sql> ")
    assert "said_at" in terminal.type(".schema documents\n", "sql> ")
    assert "no table or view nothing" in terminal.type(".schema nothing\n", "sql> ")
    assert ".quit" in terminal.type(".help\n", "sql> ")
    terminal.type("SELECT count(*)\n", "...> ")
    assert "15" in terminal.type("FROM mentions;\n", "sql> ")
    assert "! the query failed: DELETE is refused" in terminal.type("DELETE FROM documents;\n", "sql> ")
    terminal.type("SELECT 'dropped\n", "...> ")
    terminal.interrupt("sql> ")
    with duckdb.connect(str(tracker)) as writer:  # a prompt left open holds nothing
        writer.execute("INSERT INTO mentions VALUES ('d1', 'meanwhile')")
    assert "16" in terminal.type("SELECT count(*) FROM mentions;\n", "sql> ")
    terminal.type("SELECT count(*) FROM range(100000000) a, range(100000000) b;\n", "\n")
    time.sleep(0.5)
    assert "interrupted" in terminal.type("\x03", "sql> ")
    assert "42" in terminal.type("SELECT 42;\n", "sql> ")
    os.write(terminal._terminal, b"\x04")
    assert terminal.code() == 0
    history = tracker.parent / "sql-history"
    assert "FROM mentions;" in history.read_text()
    assert history.stat().st_mode & 0o077 == 0


def test_parquet_is_not_written_on_a_terminal(at_terminal: dict[str, str]) -> None:
    terminal = Terminal(at_terminal, "sql", "SELECT 1", "-f", "parquet")
    terminal.wait("--output")
    assert terminal.code() == 2
