"""What people see: progress, news, summaries, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def open_console(*, stderr: bool = False) -> Console:
    """The terminal, or what stands in its place."""
    from rich.console import Console

    return Console(highlight=False, stderr=stderr)
