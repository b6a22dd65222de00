"""`python -m benchmarks.stream_worker none|ginza`: the extract worker, with a stand-in for the extractor in its cell.

The loop, the cell and the topics are those of `kikimimi work extract` (pipeline/cli_work.py).
"""

from __future__ import annotations

import sys
from contextlib import closing
from typing import cast

from benchmarks.stand_ins import STAND_INS
from pipeline.extract.cell import Build, Cell
from pipeline.extract.run import work
from pipeline.lifeline import stop_on_signals
from pipeline.round import open_topics_of
from pipeline.settings import read_settings
from pipeline.terminal.news import tell_outage
from pipeline.topics.outages import outlast


def main(name: str) -> None:
    settings, stop = read_settings(), stop_on_signals()
    build = cast("Build", STAND_INS[name])  # it has the one method that a cell calls
    with closing(Cell(build, settings.stuck_after)) as cell:

        def session() -> None:
            with closing(open_topics_of(settings)) as topics:
                work(topics, cell.extract, until_empty=False, stop=stop.is_set)

        outlast(session, stop, tell_outage)


if __name__ == "__main__":
    main(sys.argv[1])
