"""Kept: what was worked out from a catalogue in, the same out the next time, from the user's cache folder.

Reading 17,000 entities from YAML and working out how their names are written and said takes seconds; every worker and every
test process needs it. It is kept as MessagePack of plain data, checked on reading against its type, under a name that is
another as soon as a file of the catalogue or of the code that made it is. Where the folder cannot be written, nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

import pipeline
from pipeline.settings import user_cache

WORTH_KEEPING = 200_000
"""Bytes of YAML from which on a catalogue is slow to read."""
MOST = 12
"""Pictures of one thing: of several catalogues, or versions of the program, that take turns."""

T = TypeVar("T")


class Keep(Protocol):
    """Calls `make` only where nothing of this name and type is kept."""

    def __call__(self, name: str, form: type[T], make: Callable[[], T], /) -> T: ...


def make_anew(_name: str, _form: type[T], make: Callable[[], T]) -> T:
    """A Keep that keeps nothing."""
    return make()


def kept_for(catalogue: Path) -> Keep:
    """Where what was worked out from this folder of YAML files is kept. Raises OSError for one that cannot be read."""
    files = sorted(catalogue.glob("*.yaml"))
    read = [file.read_bytes() for file in files]
    folder = _folder()
    if folder is None or sum(map(len, read)) < WORTH_KEEPING:
        return make_anew
    digest = hashlib.sha256(_code())
    for file, content in zip(files, read, strict=True):
        digest.update(f"{file.name} {len(content)}\n".encode() + content)
    key = digest.hexdigest()[:32]

    def keep(name: str, form: type[T], make: Callable[[], T]) -> T:
        path = folder / f"{name}-{key}.msgpack"
        with contextlib.suppress(OSError, msgspec.DecodeError):
            kept = msgspec.msgpack.decode(path.read_bytes(), type=form)
            os.utime(path)  # it is in use
            return kept
        made = make()
        with contextlib.suppress(OSError):
            _write(path, msgspec.msgpack.encode(made))
        return made

    return keep


def _folder() -> Path | None:
    try:
        return user_cache() / "catalogue"
    except RuntimeError:  # there is no home
        return None


@cache
def _code() -> bytes:
    """A digest of the code that reads and works out."""
    digest = hashlib.sha256(msgspec.__version__.encode())
    house = Path(pipeline.__file__).parent
    for file in sorted((*house.glob("*.py"), *(house / "extract").rglob("*.py"))):
        digest.update(file.read_bytes())
    return digest.digest()


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all; the pictures that nobody has used for longest make room."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".being-written-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    same = path.parent.glob(f"{path.name.partition('-')[0]}-*.msgpack")
    for old in sorted(same, key=_last_used, reverse=True)[MOST:]:
        old.unlink(missing_ok=True)


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process has removed it
        return 0.0
