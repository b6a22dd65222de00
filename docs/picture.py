"""The README's picture: `python docs/picture.py` runs the pipeline on the samples and draws what the terminal shows."""

from __future__ import annotations

import io
import os
import re
import tempfile
from functools import partial
from pathlib import Path

from rich.console import Console

import pipeline.cli
from pipeline.terminal import progress, summary

WIDTH = 124


no_bars = partial(progress.steps, Console(file=io.StringIO()))


def main() -> None:
    target = Path("docs/run.svg").resolve()
    screen = Console(record=True, width=WIDTH, force_terminal=True, highlight=False, file=io.StringIO())
    progress.steps = lambda _: no_bars()
    summary.ENTITIES, summary.FIGURES = 8, 14  # a picture has less room than a terminal
    pipeline.cli.open_console = lambda: screen
    with tempfile.TemporaryDirectory() as place:
        seeds = Path("seeds").resolve()
        os.chdir(place)  # so that it shows data/tracker.duckdb
        os.environ["KIKIMIMI_SEEDS"] = str(seeds)
        pipeline.cli.run([str(seeds / "transcripts"), str(seeds / "feeds")])
    drawn = re.sub(
        r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", screen.export_svg(title="make run"), flags=re.DOTALL
    )
    target.write_text(drawn.replace("Fira Code", "DejaVu Sans Mono"), encoding="utf-8")


if __name__ == "__main__":
    main()
