"""Copying, as a process of its own (python -I -S copying.py FILE): a line of JSON {source: target} in, copies out.

It reads FILE and says `ready`, says `copied` when the copies are there, and ends when they are on the disk. Started by
snapshot.py, which says why this is a process; it imports nothing of ours, so that it starts in a hundredth of a second.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterable

PIECE = 1 << 30
_NOT_HERE = (errno.ENOSYS, errno.EXDEV, errno.EOPNOTSUPP, errno.EINVAL, errno.EPERM)
"""What a file system says that cannot copy within the kernel."""


def warm(path: str) -> None:
    """Reads a file that fits into memory, so that copying it afterwards waits for no disk."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 — as below
        if os.fstat(file.fileno()).st_size < os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2:
            while file.read(1 << 22):
                pass


def copy(source: str, target: str) -> None:
    """A copy; where the file system can, one that shares its blocks (reflink) and takes no time."""
    with open(source, "rb") as old, open(target, "xb") as new:  # noqa: PTH123 — no pathlib: it takes as long as the rest
        try:
            while os.copy_file_range(old.fileno(), new.fileno(), PIECE):
                pass
        except AttributeError:  # no Linux
            shutil.copyfileobj(old, new, 1 << 20)
        except OSError as error:
            if error.errno not in _NOT_HERE or new.tell():
                raise
            shutil.copyfileobj(old, new, 1 << 20)


def flush(paths: Iterable[str]) -> None:
    """Returns when the files are on the disk."""
    for path in paths:
        number = os.open(path, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _main() -> None:
    try:
        warm(sys.argv[1])
        print("ready", flush=True)  # noqa: T201 — what the parent waits for
        pairs = json.loads(sys.stdin.readline() or "{}")
        for source, target in pairs.items():
            copy(source, target)
        print("copied", flush=True)  # noqa: T201
        flush(pairs.values())
    except OSError as error:
        sys.exit(f"{error.strerror}: {error.filename or ''}")


if __name__ == "__main__":
    _main()
