"""Local files: a path in, its bytes or the files of a folder out."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.collect.cues import CAPTION_ENDINGS
from pipeline.collect.sources import FEED_ENDINGS
from pipeline.errors import Rejected
from pipeline.topics.base import LARGEST_KEPT

ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", *CAPTION_ENDINGS, *FEED_ENDINGS, "feed.json")


def read_bytes(path: Path, limit: int) -> tuple[bytes, int]:
    """The first `limit` bytes of a file, or LARGEST_KEPT where that is more, and the size of all of it in bytes.

    Raises Rejected for what is missing, may not be read, or is a device or pipe.
    """
    try:
        refuse_special(path)
        with path.open("rb") as file:
            data = file.read(max(limit, LARGEST_KEPT))
            return data, max(os.fstat(file.fileno()).st_size, len(data))
    except OSError as error:
        raise unreadable(path, error) from error


def refuse_special(path: Path) -> None:
    """Raises Rejected for a device or pipe: reading it may never end."""
    if path.exists() and not path.is_file():
        raise Rejected(f"{shown(path)} is neither a file nor a folder", "name a file, a folder or an address")


def list_files(folder: Path) -> tuple[list[Path], list[Rejected]]:
    """The documents below a folder, sorted by path, and what of it could not be listed.

    Hidden files and folders are left out, and so is every file whose ending is not one of ENDINGS.
    """
    failures: list[OSError] = []
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(place, name) for name in names if not name.startswith(".") and name.lower().endswith(ENDINGS)
        ]
    found.sort(key=lambda path: path.relative_to(folder).parts)
    return found, [unreadable(Path(error.filename or folder), error) for error in failures]


def shown(path: Path) -> str:
    """The path for people and messages: a name that is not UTF-8 has its wrong bytes replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def unreadable(path: Path, error: OSError) -> Rejected:
    """Why a path cannot be read, and what to do about it."""
    if isinstance(error, FileNotFoundError):
        return Rejected(f"{shown(path)} does not exist", "correct the path")
    if isinstance(error, PermissionError):
        return Rejected(f"{shown(path)} may not be read", "give this user the right to read it")
    return Rejected(f"{shown(path)} cannot be read: {error.strerror or error}", "correct the path")
