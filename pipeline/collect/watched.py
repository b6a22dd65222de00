"""Watched folders: local sources in; what came or changed in them since the last look out, once it lies still.

A file is never read while it is being written: it must have been left alone for a moment, by its own time or as we saw it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic, time

from pipeline.collect.files import list_files
from pipeline.collect.sources import Source

STILL = 1.0
"""Seconds for which a file must not have changed. Who writes more slowly is read twice: a changed file is a new revision."""

Stamp = tuple[object, ...]


@dataclass(slots=True)
class _Seen:
    """stamp: of the last look, first had at `since`. read: the stamp with which it was handed out last."""

    stamp: Stamp
    since: float
    read: Stamp | None = None


@dataclass(slots=True)
class Watched:
    """What was seen so far, by source and path."""

    _seen: dict[tuple[str, Path], _Seen] = field(default_factory=dict)

    def look(self, sources: Iterable[Source]) -> list[Source]:
        """The sources that have something to read now, each with these files of it alone; they count as read then.

        A folder that cannot be listed, or holds nothing, comes as it is, once: reading it says what is wrong.
        """
        found: list[Source] = []
        seen: dict[tuple[str, Path], _Seen] = {}
        for source in sources:
            ready: list[Path] = []
            for path, stamp in _stamps(source):
                place = (source.id, path)
                one = seen[place] = self._seen.get(place) or _Seen(stamp, _since(stamp))
                if one.stamp != stamp:
                    one.stamp, one.since = stamp, _since(stamp)
                if one.read != stamp and monotonic() - one.since >= STILL:
                    one.read = stamp
                    ready.append(path)
            if Path(source.location) in ready:
                found.append(source)
            elif ready:
                found.append(replace(source, files=tuple(ready)))
        self._seen = seen
        return found


def _stamps(source: Source) -> list[tuple[Path, Stamp]]:
    place = Path(source.location)
    if source.kind != "folder":
        return [(place, _stamp(place))]
    paths, failures = list_files(place)
    stamps = [(path, _stamp(path)) for path in paths]
    if failures or not paths:
        stamps.insert(0, (place, ("wrong", *sorted(map(str, failures)))))
    return stamps


def _stamp(path: Path) -> Stamp:
    """What changes whenever the file does, or may be read at last, or its sidecar changes."""
    return (*_times(path), *_times(path.with_suffix(".meta.yaml")))


def _times(path: Path) -> tuple[object, ...]:
    try:
        one = path.stat()
    except (OSError, ValueError) as error:  # gone, a link to itself …: reading it says so
        return (None, type(error).__name__)
    return (one.st_mtime, one.st_ctime_ns, one.st_size, one.st_ino)


def _since(stamp: Stamp) -> float:
    """When by monotonic() a file that is first seen so was changed last: by its own time, unless that is of the future."""
    age = time() - stamp[0] if isinstance(stamp[0], float) else 0.0
    return monotonic() - (min(age, STILL) if age > 0 else 0.0)
