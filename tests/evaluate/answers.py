"""Answers to gold documents, right and spoiled by chance; and what score.py says of answers."""

from __future__ import annotations

import json
import random
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pipeline.evaluate.gold import Gold, GoldFigure, GoldMention
from pipeline.evaluate.run import Report, Row
from pipeline.records import Bound, Figure, Kind, Mention, Metric
from tests.conftest import ROOT

GOLD = ROOT / "tests" / "gold"
SHOWN = re.compile(
    r"^(?P<lang>\w+) +(?P<mentions>[\d.]+ [\d.]+ [\d.]+) +(?P<figures>[\d.]+ [\d.]+ [\d.]+) +"
    r"(?P<bounds>\S+) (?P<subjects>\S+) +(?P<metrics>\S+) +(?P<new>\S+) +\(",
    re.MULTILINE,
)
"""A line of score.py's table."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in one document."""

    mentions: Sequence[Mention]
    figures: Sequence[Figure]


def mention(marked: GoldMention, **changed: Any) -> Mention:
    """The mention that answers a marked name; a proposal where it is new."""
    fields: dict[str, Any] = {
        "entity": None if marked.new else marked.id, "name": marked.id.replace("-", " ").title(),
        "type": "organization", "surface": marked.surface, "start": marked.start, "end": marked.end,
        "sentence_start": 0, "sentence_end": marked.end, "method": "alias", "score": 1.0, "evidence": "its alias",
    }  # fmt: skip
    return Mention(**fields | changed)


def figure(marked: GoldFigure, **changed: Any) -> Figure:
    """The figure that answers a marked one."""
    fields: dict[str, Any] = {
        "surface": marked.surface, "start": marked.start, "end": marked.end, "sentence_start": 0,
        "sentence_end": marked.end, "kind": marked.kind, "value": None, "low": marked.low, "high": marked.high,
        "unit": marked.unit, "bound": marked.bound, "subject": marked.subject, "metric": marked.metric,
    }  # fmt: skip
    return Figure(**fields | changed)


def right(gold: Gold) -> Answer:
    """The answer in which nothing is missed and nothing is wrong."""
    return Answer([mention(one) for one in gold.mentions], [figure(one) for one in gold.figures])


def spoiled(gold: Gold, chance: random.Random) -> Answer:
    """The same, where of every third thing something is missed, moved, doubled or wrong."""
    ids = [one.id for one in gold.mentions] or ["openai"]
    mentions: list[Mention] = []
    for name in gold.mentions:
        moved = chance.randint(-2, 2)
        wrong: Sequence[Sequence[Mention]] = (
            (),
            (mention(name, entity=chance.choice(ids)),),
            (mention(name, entity=name.id.split("-")[0]),),
            (mention(name, entity=name.id.split("-")[-1], name="x"),),
            (mention(name, entity=None if chance.random() < 0.5 else name.id),) * 2,
            (mention(name, start=max(0, name.start + moved), end=name.end + moved + 1),),
        )
        mentions += chance.choice(wrong) if chance.random() < 1 / 3 else (mention(name),)
    figures: list[Figure] = []
    for amount in gold.figures:
        value = amount.low if amount.low is not None else amount.high
        assert value is not None
        changes: Sequence[dict[str, Any]] = (
            {"kind": chance.choice(get_args(Kind))},
            {"unit": chance.choice(["USD", "GPU", "chip", amount.unit + "s", amount.unit.upper(), ""])},
            {"bound": chance.choice(get_args(Bound))},
            {"low": value * chance.choice([0.4, 0.5, 1.1, 3, 1 + 1e-7])},
            {"high": value * chance.choice([0.4, 0.5, 1.1, 3, 1 + 1e-7])},
            {"low": None, "high": None, "value": value, "bound": chance.choice(get_args(Bound))},
            {"subject": chance.choice([*ids, None])},
            {"metric": chance.choice([*get_args(Metric), None])},
            {"start": amount.start + chance.randint(0, 2), "end": amount.end + chance.randint(0, 3)},
            {"start": amount.end, "end": amount.end + 1, "kind": "duration"},
        )
        figures += [
            figure(amount, **(chance.choice(changes) if chance.random() < 1 / 3 else {}))
        ] * chance.choice([0, 1, 1, 1, 1, 2])
    return Answer(mentions, figures)


def ask_score_py(documents: Mapping[Path, Answer], ids: Sequence[str], folder: Path) -> str:
    """What score.py prints of these answers; `ids` are those in the documents' headers."""
    file = folder / "answers.jsonl"
    lines = (
        {
            "id": name,
            "mentions": [_fields(one) for one in answer.mentions],
            "figures": [_fields(one) for one in answer.figures],
        }
        for name, answer in zip(ids, documents.values(), strict=True)
    )
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    command = [
        sys.executable,
        str(GOLD / "score.py"),
        "--cmd",
        f"cat {shlex.quote(str(file))}",
        *map(str, documents),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def said_by_score_py(printed: str) -> dict[str, tuple[str, ...]]:
    """By language its scores as it prints them: three of names, three of figures, bounds, subjects, metrics, new names."""
    return {
        line["lang"]: (*line["mentions"].split(), *line["figures"].split(), line["bounds"], line["subjects"], line["metrics"], line["new"])
        for line in SHOWN.finditer(printed)
    }  # fmt: skip


def said_by_us(report: Report) -> dict[str, tuple[str, ...]]:
    """The same of ours."""
    return {row.lang: _printed(row) for row in report.rows if row.half == "all"}


def _printed(row: Row) -> tuple[str, ...]:
    shares = [
        share
        for measure in ("mentions", "figures")
        for count in (row.scores[measure],)
        for share in (count.precision, count.recall, count.f1)
    ]
    shares += [row.scores[measure].recall for measure in ("bounds", "subjects", "metrics", "new names")]
    return tuple(f"{share:.3f}" for share in shares)


def _fields(record: Mention | Figure) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}
