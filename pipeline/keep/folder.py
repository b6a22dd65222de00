"""The folder of an export: its name in, a folder to fill out, which takes the place of the one before when it is whole.

It is filled under another name beside it (.DIR.kikimimi-partial) and renamed, so what was killed in the middle never
looks like an export.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import Misconfigured, Transient
from pipeline.keep.export import DATABASE, MANIFEST


@contextmanager
def filling(target: Path) -> Iterator[Path]:
    """An empty folder; at the end it is `target`, and what an earlier export wrote there is gone.

    Raises Misconfigured when the target holds anything else, Transient when another export is filling it. After any
    error, the target is as it was.
    """
    target = target.resolve()
    partial, former = (
        target.with_name(f".{target.name}.kikimimi-{word}") for word in ("partial", "replaced")
    )
    _prepare(partial)
    with _alone(partial):
        try:
            if former.exists() and not target.exists():  # killed between the two renames below
                former.rename(target)
            _check(target)
            _empty(partial)
            yield partial
            if target.exists():
                target.rename(former)
            partial.rename(target)
        except OSError as error:
            problem = f"{partial} cannot be filled: {error.strerror}"
            raise Transient(problem, "make room, or name another folder") from error
        finally:
            if former.exists() and not target.exists():
                former.rename(target)
            for leftover in (partial, former):
                shutil.rmtree(leftover, ignore_errors=True)


def _prepare(partial: Path) -> None:
    try:
        partial.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misconfigured(f"{partial} cannot be made: {error.strerror}", "name another folder") from error


@contextmanager
def _alone(partial: Path) -> Iterator[None]:
    """The kernel's lock on the folder, which goes with its process, however that ends."""
    number = os.open(partial, os.O_RDONLY)
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Transient(f"another export is filling {partial}", "wait for it") from error
        yield
    finally:
        os.close(number)


def _check(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise Misconfigured(f"{target} is no folder", "name another")
    there = {one.name for one in target.iterdir()}
    if not there:
        return
    try:
        manifest = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
        ours = {MANIFEST, DATABASE, *manifest["tables"]}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise Misconfigured(f"{target} is not empty, and no export of ours", "name another folder") from error
    if others := sorted(there - ours):
        raise Misconfigured(
            f"{target} holds {others[0]}, which no export wrote", "move it, or name another folder"
        )


def _empty(folder: Path) -> None:
    for one in folder.iterdir():  # what a killed export left
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink()
