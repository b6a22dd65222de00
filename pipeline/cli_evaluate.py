"""`kikimimi evaluate`: gold documents in; how well the extractor reads them, and what it gets wrong, out."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.settings import read_settings
from pipeline.terminal import open_console

EXAMPLE = "Example: kikimimi evaluate tests/gold/ --half tune --errors"


class Half(StrEnum):
    """What documents are for: to work on the rules with, or to see how they do on texts nobody has looked at."""

    TUNE = "tune"
    TEST = "test"


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(help="Gold documents (form: tests/gold/GUIDE.md), or a folder of them.")
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="List by document what was missed and what was wrong.")
    ] = False,
    half: Annotated[
        Half | None, typer.Option("--half", help="Only the documents of this half; both if none is named.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", help="Only the documents in this language: ja, en or fr.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write every count and score as JSON instead of tables.")
    ] = False,
) -> None:
    """Score the extractor on gold documents: precision, recall and F1 by half and language."""
    from pipeline.evaluate import run
    from pipeline.terminal.progress import steps
    from pipeline.terminal.scores import show_scores, show_slips

    documents = run.choose(gold, half and half.value, lang)
    from pipeline.extract.read import load_extractor  # slow to load: first it is clear that it is needed

    extractor = load_extractor(read_settings().seeds / "catalogue")
    console = open_console()
    with steps(open_console(stderr=True) if as_json else console) as step:
        report = run.evaluate(documents, extractor.read, step("evaluate", len(documents)))
    if as_json:
        typer.echo(json.dumps(run.as_dict(report, errors=errors), ensure_ascii=False, indent=2))
        return
    if errors:
        show_slips(console, [slip for one in report.compared for slip in one.slips])
    show_scores(console, report.rows, report.seconds)
    console.print(run.last_line(report), soft_wrap=True)
