"""Archiving: answers of the web that brought something new in, records at the end of the day's WARC file out.

    data/archive/2025-02-03.warc.gz

An answer is written before its documents go to the topic, in the transaction in which the state of collecting finds that
they are new: so every document on the topic that came from the web has its answer here, wherever a kill comes. Killed
between the two, the next round finds the same news, and the answer stands here twice. What a kill leaves of a record is
cut off by the next one. A power cut may take the last second; the documents of it are on the topic.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC
from errno import EINVAL
from pathlib import Path

from pipeline.collect.gzip_tail import whole_end
from pipeline.collect.visit import Read
from pipeline.collect.warc_records import info_record, records_of
from pipeline.errors import Transient
from pipeline.records import Document
from pipeline.settings import Settings

SMALL = 65_536
"""Bytes; a file of ours that is larger holds a whole record, whatever befell it."""
REMEDY = "free the disk, or set KIKIMIMI_ARCHIVE=no; their documents are on the topic"


@dataclass(slots=True)
class Archive:
    """The archive, for a round. folder: None where nothing is to be kept. holds: which documents the round takes.

    failed: why an answer could not be written, by file; lost: how many were not. left: how long our last append left each
    file: where it is still so long, nobody has written since, and its end is whole.
    """

    folder: Path | None
    holds: Callable[[Document], bool] = lambda _: True
    failed: dict[Path, str] = field(default_factory=dict)
    lost: int = 0
    left: dict[Path, int] = field(default_factory=dict)

    def keep(self, read: list[Read], is_news: Callable[[Document], bool]) -> None:
        """Writes those that brought news, and forgets all of them."""
        for one in read:
            brought = [
                document.doc_id for document in one.documents if self.holds(document) and is_news(document)
            ]
            if brought and self.folder:
                self._write(self.folder / f"{one.at.astimezone(UTC):%Y-%m-%d}.warc.gz", one, brought)
        read.clear()

    def forget(self, read: list[Read], drawn: set[tuple[str, str]]) -> None:
        """Forgets those of which nothing is to come any more. drawn: ids and revisions of the documents that have come."""
        read[:] = [
            one
            for one in read
            if any(self.holds(each) and (each.doc_id, each.revision) not in drawn for each in one.documents)
        ]

    def sync(self) -> None:
        """Waits until what was written is on the disk."""
        for path in self.left:
            with path.open("rb") as file:
                os.fsync(file.fileno())

    def problems(self) -> list[str]:
        """What went wrong, a line each; documents are never lost for it."""
        if not self.failed:
            return []
        path, why = next(iter(self.failed.items()))
        return [f"archive: {Transient(f'{path} does not hold {self.lost} answers: {why}', REMEDY)}"]

    def _write(self, path: Path, read: Read, brought: list[str]) -> None:
        try:
            records = records_of(read, brought)
            with _opened(path) as file:
                size = os.fstat(file).st_size
                end = size if size == self.left.get(path) else _end_of(path, size)
                _append(file, end, (b"" if end else info_record(path.name, read.at)) + records)
                self.left[path] = os.fstat(file).st_size
        except Exception as error:  # noqa: BLE001 — also what warcio trips over in foreign headers: documents go on
            self.lost += 1
            self.failed.setdefault(
                path, getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
            )
            self.left.pop(path, None)


def archive_of(settings: Settings, holds: Callable[[Document], bool] = lambda _: True) -> Archive:
    """The archive of the data folder."""
    return Archive(settings.archives if settings.archive else None, holds)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """The file, locked against others who append; the kernel lets go of the lock however its process ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def _end_of(path: Path, size: int) -> int:
    """Where the next record belongs. Raises OSError for somebody else's file."""
    end = whole_end(path, size)
    if size > SMALL and not end:
        raise OSError(EINVAL, "it is no archive of ours, move it away")
    return end


def _append(file: int, end: int, data: bytes) -> None:
    """Puts the data at `end`, in place of what a kill has left there; all of it, or the file ends there again (else the next append sees to it)."""
    if os.fstat(file).st_size > end:
        os.ftruncate(file, end)
    at = end
    try:
        while data:
            written = os.pwrite(file, data, at)
            at, data = at + written, data[written:]
    except BaseException:
        with suppress(OSError):
            os.ftruncate(file, end)
        raise
