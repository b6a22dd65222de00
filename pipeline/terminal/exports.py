"""Exports: the answer to a query in; CSV, JSON or Parquet out, into a file or to stdout, some rows at a time."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from pipeline.errors import Misconfigured

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

PIECE = 1_000
"""Rows in memory at a time."""
FORMATS = ("csv", "json", "parquet", "table")


def export(answer: DuckDBPyRelation, form: str, output: Path | None) -> None:
    """Writes the answer as one of FORMATS; a file is there when it is complete, or as it was before."""
    if output is None:
        _write(answer, form, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    part = output.with_name(f".{output.name}.part")
    try:
        with part.open("wb") as out:
            _write(answer, form, out)
        part.replace(output)
    except OSError as error:
        raise Misconfigured(f"{output} cannot be written: {error.strerror}", "name another file") from error
    finally:
        part.unlink(missing_ok=True)


def _write(answer: DuckDBPyRelation, form: str, out: BinaryIO) -> None:
    if form == "parquet":
        with TemporaryDirectory(prefix="kikimimi-") as folder:  # a pipe may be what it goes to in the end
            file = Path(folder) / "answer.parquet"
            answer.write_parquet(str(file), compression="zstd")
            with file.open("rb") as whole:
                shutil.copyfileobj(whole, out)
    elif form == "table":
        from rich.console import Console

        from pipeline.terminal.answers import show_answer

        with open(out.fileno(), "w", encoding="utf-8", closefd=False) as text:
            show_answer(Console(file=text, width=200, highlight=False), answer)
    else:
        for piece in csv_pieces(answer) if form == "csv" else json_pieces(answer):
            out.write(piece.encode())


def csv_pieces(answer: DuckDBPyRelation) -> Iterator[str]:
    """RFC 4180 with a heading. A null is nothing, an empty text is two quotation marks."""
    yield _line(answer.columns)
    texts = answer.project("COLUMNS(*)::VARCHAR")
    while rows := texts.fetchmany(PIECE):
        yield "".join(map(_line, rows))


def json_pieces(answer: DuckDBPyRelation) -> Iterator[str]:
    """An array of objects, one a line. What JSON has no number for (nan, inf) is null."""
    columns = (_finite(name, str(kind)) for name, kind in zip(answer.columns, answer.types, strict=True))
    objects = answer.project(", ".join(columns)).set_alias("whole_row").project("to_json(whole_row)::VARCHAR")
    before = "[\n"
    while rows := objects.fetchmany(PIECE):
        yield before + ",\n".join(row for (row,) in rows)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _finite(name: str, kind: str) -> str:
    quoted = '"{}"'.format(name.replace('"', '""'))
    return (
        f"CASE WHEN isfinite({quoted}) THEN {quoted} END AS {quoted}"
        if kind in ("DOUBLE", "FLOAT")
        else quoted
    )


def _line(cells: tuple[str | None, ...] | list[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str | None) -> str:
    if text is None:
        return ""
    if text and not any(one in text for one in ',"\r\n'):
        return text
    return '"{}"'.format(text.replace('"', '""'))
