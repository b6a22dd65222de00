"""Exporting from whoever holds the warehouse: settings and a folder in; that folder filled anew, and its manifest, out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.keep.export import DATABASE, write_export
from pipeline.keep.folder import filling
from pipeline.keep.holder import take_snapshot
from pipeline.settings import Settings


def export_to(
    settings: Settings,
    to: Path,
    since: date | None = None,
    begin: Callable[[int], Callable[[int], None]] = lambda _: lambda _: None,
) -> dict[str, Any]:
    """The tables as of one moment; since and begin as of write_export. After an error the folder is as it was."""
    with filling(to) as folder:
        shutil.move(take_snapshot(settings), folder / DATABASE)
        return write_export(folder, version("kikimimi"), settings.warehouse_memory, since, begin)
