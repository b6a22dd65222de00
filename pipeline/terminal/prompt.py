"""The prompt of `kikimimi sql`: lines that a person types in, statements and commands out to who answers them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.text import Text

from pipeline.errors import KikimimiError

FIRST, NEXT = "sql> ", "...> "
LINES = 1_000
"""Lines of the history that are kept."""
HELP = """A query ends with ; and may go over several lines.
.tables         tables and views with what they mean
.schema NAME    one of them with its columns
.help           this
.quit           leave; Ctrl-D does so too, Ctrl-C drops the line"""


def converse(
    console: Console, history: Path, answer: Callable[[str], None], describe: Callable[[str | None], None]
) -> None:
    """Reads until .quit or Ctrl-D. What is wrong with a query is told, and the conversation goes on.

    history: file of what was typed before. describe: shows a table or view, or the names of all when it gets None.
    """
    console.print(
        "Ask in SQL; end with ; — .tables and .schema NAME tell of what, .help of the rest.", style="dim"
    )
    with _remembered(history):
        while (said := _statement(console)) is not None:
            word, _, rest = said.partition(" ")
            if word in (".quit", ".exit"):
                return
            try:
                if word == ".help":
                    console.print(HELP, markup=False)
                elif word in (".tables", ".schema"):
                    describe(rest.strip().rstrip(";") or None if word == ".schema" else None)
                elif said.startswith("."):
                    console.print(f"There is no {word}; .help lists what there is.", markup=False)
                elif said.strip(" ;\n"):
                    answer(said)
            except KikimimiError as error:
                console.print(Text.assemble(("! ", "red"), str(error)), soft_wrap=True)
            except KeyboardInterrupt:
                console.print("interrupted", style="dim")


def _statement(console: Console) -> str | None:
    """What was typed up to ; or a command of one line; None at the end. Ctrl-C begins anew."""
    lines: list[str] = []
    while True:
        try:
            line = input(NEXT if lines else FIRST)
        except EOFError:
            console.print()
            return None
        except KeyboardInterrupt:
            console.print()
            lines = []
            continue
        if not lines and (not line.strip() or line.lstrip().startswith(".")):
            if line.strip():
                return line.strip()
            continue
        lines.append(line)
        text = "\n".join(lines)
        if sqlite3.complete_statement(text):  # which knows strings and comments, and asks no database
            return text.strip()


@contextmanager
def _remembered(file: Path) -> Iterator[None]:
    """Arrow keys bring back what was typed, also in former conversations; where Python has no readline, nothing does."""
    try:
        import readline
    except ImportError:
        yield
        return
    readline.set_history_length(LINES)
    try:
        readline.read_history_file(file)
    except OSError:  # the first conversation
        readline.clear_history()
    try:
        yield
    finally:
        if file.parent.exists():
            readline.write_history_file(file)
            file.chmod(0o600)
