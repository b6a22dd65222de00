"""A digest on the terminal: Markdown in, as it reads best there out; elsewhere the Markdown itself."""

from __future__ import annotations

from rich.console import Console
from rich.markdown import Markdown


def show_markdown(console: Console, text: str) -> None:
    """Its addresses are links where the terminal knows links, and stand in the text else."""
    if console.is_terminal:
        console.print(Markdown(text))
    else:
        console.file.write(text)
