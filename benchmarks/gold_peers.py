"""`python -m benchmarks.gold_peers`: gold documents in; how well we and other extractors read them out, by language and half.

Amounts are scored by the rules of tests/gold/score.py. Names are scored more generously, for all alike: a name counts as found
where anything found overlaps it, whatever it is called and whoever it is taken for.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from benchmarks.gold_readers import (
    ALL,
    OURS,
    Answer,
    Name,
    Reader,
    amount_readers,
    ask,
    has_peers,
    name_readers,
)
from benchmarks.peer_figures import Figure
from benchmarks.processes import ROOT

GOLD = ROOT / "tests" / "gold"
HALVES = ("tune", "test")
TRACKED = frozenset(
    {
        *("organization", "person", "model", "product", "hardware", "project", "law"),
        *(
            "Company",
            "Company_Group",
            "Corporation_Other",
            "Organization_Other",
            "International_Organization",
        ),
        *(
            "Government",
            "Cabinet",
            "Political_Organization_Other",
            "Public_Institution",
            "Research_Institute",
        ),
        *("School", "Person", "Product_Other", "Plan", "Law", "Rule_Other", "Treaty", "Name_Other"),
        *("ORG", "PER", "MISC"),
    }
)
"""Kinds of names that the gold marks, as we, ja_ginza and spaCy's French model call them. What a peer calls otherwise (a place,
a date, an amount, an animal) counts where it hits a name, never against it."""


Group = tuple[str, str]
"""Language and half."""
Counts = tuple[int, int, int]
"""Found rightly, to be found, found in all."""


def names_score(scorer: Any, gold: Any, found: Sequence[Name]) -> Counts:
    """Of one document. What is of no tracked kind and hits no name is left out of the account."""
    used: set[int] = set()
    for name in gold.mentions:
        hit = [at for at, one in enumerate(found) if at not in used and scorer.overlap(name, one) > 0]
        used.update(hit[:1])
    counted = [at for at, one in enumerate(found) if at in used or one["type"] in TRACKED]
    return len(used), len(gold.mentions), len(counted)


def amounts_score(scorer: Any, gold: Any, found: Sequence[Sequence[Figure]]) -> Counts:
    """Of one document. A bare number or a time that hits nothing is left out of the account."""
    used: set[int] = set()
    for amount in gold.figures:
        hit = [
            at
            for at, may_be in enumerate(found)
            if at not in used
            and any(scorer.overlap(amount, one) > 0 and scorer.same_amount(amount, one) for one in may_be)
        ]
        used.update(hit[:1])
    counted = [at for at, may_be in enumerate(found) if at in used or not _excused(may_be)]
    return len(used), len(gold.figures), len(counted)


def _excused(may_be: Sequence[Figure]) -> bool:
    return any(one.get("bare") or one["kind"] == "duration" for one in may_be)


def by_group(
    golds: Sequence[Any], answers: Sequence[Answer], score: Callable[[Any, Answer], Counts]
) -> dict[Group, Counts]:
    """The sums."""
    sums: dict[Group, Counts] = defaultdict(lambda: (0, 0, 0))
    for gold, answer in zip(golds, answers, strict=True):
        group = gold.lang, gold.header.get("half", HALVES[0])
        found, to_find, in_all = (a + b for a, b in zip(sums[group], score(gold, answer), strict=True))
        sums[group] = found, to_find, in_all
    return sums


def read_golds(folder: Path) -> tuple[Any, list[Any]]:
    """The folder's scorer, and its documents."""
    sys.path.insert(0, str(folder))  # where the scorer finds its reader
    scorer = import_module("score")
    return scorer, [scorer.parse(path) for path in sorted(folder.glob("*.txt"))]


def show(console: Console, what: str, found: Mapping[str, Mapping[Group, Counts]], scorer: Any) -> None:
    """A line for each language, half and reader."""
    table = Table(what, "half", "of", "read by", "precision", "recall", "F1", box=SIMPLE_HEAD, pad_edge=False)
    for group in ((lang, half) for lang in ALL for half in HALVES):
        for name, sums in found.items():
            if group in sums:
                shares = (f"{share:.3f}" for share in scorer.prf(*sums[group]))
                table.add_row(*group, str(sums[group][1]), name, *shares)
    console.print(table)


def main() -> None:
    scorer, golds = read_golds(GOLD)
    console = Console(width=120)
    if not has_peers():
        console.print("All peers but ja_ginza are left out: `make peers` installs them")
    ours = ask(OURS, golds)

    def names(gold: Any, answer: Answer) -> Counts:
        return names_score(scorer, gold, answer.names)

    def amounts(gold: Any, answer: Answer) -> Counts:
        return amounts_score(scorer, gold, answer.amounts)

    def compared(
        readers: Sequence[Reader], score: Callable[[Any, Answer], Counts]
    ) -> dict[str, dict[Group, Counts]]:
        found = {OURS.name: by_group(golds, ours, score)}
        for reader in readers:
            asked = [one for one in golds if one.lang in reader.langs]
            found[reader.name] = by_group(asked, ask(reader, asked), score)
        return found

    show(console, "names", compared(name_readers(), names), scorer)
    show(console, "amounts", compared(amount_readers(), amounts), scorer)


if __name__ == "__main__":
    main()
